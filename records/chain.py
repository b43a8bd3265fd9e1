"""What a new entry of the audit log consists of; `records.audit` says what the log is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from records.canonical import canonical, digest, now


def entry(
    seq: int,
    prev_hash: str,
    *,
    actor: str,
    authority: str,
    action: str,
    subject: str,
    details: Mapping[str, Any] | None,
) -> dict[str, Any]:
    """The columns of the entry after number `seq`, sealed with its hash. `details` must be JSON-safe."""
    values: dict[str, Any] = {
        "seq": seq + 1,
        "at": now().isoformat(),
        "actor": actor,
        "authority": authority,
        "action": str(action),
        "subject": subject,
        "details": canonical(details or {}).decode(),
        "prev_hash": prev_hash,
    }
    return {**values, "hash": digest(values)}
