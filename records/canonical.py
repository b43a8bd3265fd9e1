"""One spelling of the same content, and its digest; without a database, so that it loads at once."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime

_ENCODER = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=datetime.isoformat
)


def now() -> datetime:
    return datetime.now(UTC)


def canonical(content: object) -> bytes:
    """One spelling of the same content: sorted keys, no spaces, times in ISO 8601."""
    return _ENCODER.encode(content).encode("utf-8", "surrogatepass")


def digest(content: object) -> str:
    """SHA-256 of the canonical spelling, as hex."""
    return hashlib.sha256(canonical(content)).hexdigest()
