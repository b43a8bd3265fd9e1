"""The audit log: who did what to which document and when. Append-only, each entry sealed by the next.

An entry's hash covers its content and the hash of the entry before it, so that no entry can be
changed, removed or moved unnoticed; `audit_head` remembers the last one, so that the end cannot be
cut off. Someone who rewrites all of it can only be caught by a hash kept elsewhere: `head` gives it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, func, insert, select, true, update

from records import chain
from records.canonical import digest
from records.catalogue import Catalogue
from records.schema import audit, audit_head

_BATCH = 1000


class Action(StrEnum):
    """What can be logged by this package; other layers add theirs (shown, searched …)."""

    RECEIVED = "received"
    DUPLICATE = "duplicate"
    DONE = "done"
    QUARANTINED = "quarantined"
    REQUEUED = "requeued"
    DISCARDED = "discarded"
    REPAIRED = "repaired"
    FILED = "filed"
    TO_REVIEW = "to_review"
    ASSIGNED = "assigned"
    TYPE_SET = "type_set"
    REJECTED = "rejected"
    REOPENED = "reopened"
    UNDONE = "undone"
    LEARNED = "learned"
    FORGOTTEN = "forgotten"
    REGISTER_IMPORTED = "register_imported"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    seq: int
    at: datetime
    actor: str
    authority: str
    action: str
    subject: str
    details: Mapping[str, Any]
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainFault:
    """`kind` is altered (content), broken (entries missing or moved before it) or cut (end missing)."""

    seq: int
    kind: str


def append(
    connection: Connection,
    *,
    actor: str,
    authority: str,
    action: str,
    subject: str,
    details: Mapping[str, Any] | None = None,
) -> None:
    """Add an entry within the caller's transaction. `details` must be JSON-safe."""
    head = connection.execute(select(audit_head).with_for_update()).mappings().one()
    values = chain.entry(
        head["seq"],
        head["hash"],
        actor=actor,
        authority=authority,
        action=action,
        subject=subject,
        details=details,
    )
    connection.execute(insert(audit), values)
    connection.execute(update(audit_head).values(seq=values["seq"], hash=values["hash"]))


def append_alone(
    catalogue: Catalogue,
    *,
    actor: str,
    authority: str,
    action: str,
    subject: str,
    details: Mapping[str, Any] | None = None,
) -> None:
    """Add an entry in a transaction of its own: what was only looked at changes nothing else."""
    with catalogue.write() as connection:
        append(connection, actor=actor, authority=authority, action=action, subject=subject, details=details)


def head(catalogue: Catalogue) -> tuple[int, str]:
    """Number and hash of the last entry; noted elsewhere, they prove the whole log up to it."""
    with catalogue.read() as connection:
        row = connection.execute(select(audit_head.c.seq, audit_head.c.hash)).one()
    return row.seq, row.hash


def holds(catalogue: Catalogue, seq: int, entry_hash: str) -> bool:
    """Whether the log goes through the entry that was once its last: it was not rewritten since."""
    if seq == 0:
        return True
    with catalogue.read() as connection:
        return connection.execute(select(audit.c.hash).where(audit.c.seq == seq)).scalar() == entry_hash


def entries(
    catalogue: Catalogue, authority: str, *, subject: str | None = None, limit: int = 100
) -> tuple[AuditEntry, ...]:
    """The last `limit` entries of an authority, oldest first; those about `subject` if given."""
    query = select(audit).where(audit.c.authority == authority).order_by(audit.c.seq.desc()).limit(limit)
    if subject is not None:
        query = query.where(audit.c.subject == subject)
    with catalogue.read() as connection:
        rows = connection.execute(query).mappings().all()
    return tuple(_entry(row) for row in reversed(rows))


def rows(
    catalogue: Catalogue, wanted: ColumnElement[bool] | None = None, *, up_to: int
) -> Iterator[RowMapping]:
    """Entries as they are stored and hashed, oldest first, up to a number; all, or those `wanted`."""
    last = 0
    while True:
        query = (
            select(audit)
            .where(audit.c.seq > last, audit.c.seq <= up_to, true() if wanted is None else wanted)
            .order_by(audit.c.seq)
            .limit(_BATCH)
        )
        with catalogue.read() as connection:
            found = connection.execute(query).mappings().all()
        if not found:
            return
        yield from found
        last = found[-1]["seq"]


def check_chain(catalogue: Catalogue) -> Iterator[ChainFault]:
    """Walk the whole log, of all authorities: the chain is one. Others may write to it meanwhile."""
    with catalogue.read() as connection:  # one view: what is logged from here on is not looked at
        end = connection.execute(select(audit_head.c.seq, audit_head.c.hash)).one()
        newest = connection.execute(select(func.max(audit.c.seq))).scalar() or 0
    expected_seq, expected_hash = 1, "0" * 64
    for row in rows(catalogue, up_to=end.seq):
        content = {name: value for name, value in row.items() if name != "hash"}
        if digest(content) != row["hash"]:
            yield ChainFault(seq=row["seq"], kind="altered")
        elif (row["seq"], row["prev_hash"]) != (expected_seq, expected_hash):
            yield ChainFault(seq=row["seq"], kind="broken")
        expected_seq, expected_hash = row["seq"] + 1, row["hash"]
    if (newest, tuple(end)) != (expected_seq - 1, (expected_seq - 1, expected_hash)):
        yield ChainFault(seq=expected_seq - 1, kind="cut")


def _entry(row: RowMapping) -> AuditEntry:
    return AuditEntry(
        seq=row["seq"],
        at=datetime.fromisoformat(row["at"]),
        actor=row["actor"],
        authority=row["authority"],
        action=row["action"],
        subject=row["subject"],
        details=json.loads(row["details"]),
        hash=row["hash"],
    )
