"""Clerks' decisions that can be taken back: each keeps what the document was before it.

The last one of a document is taken back first, then the one before it, and so on.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, insert, select

from records.audit import Action
from records.catalogue import Catalogue
from records.codec import now
from records.schema import candidate, decision, document

_OF_DOCUMENT = (
    "state",
    "person",
    "match_score",
    "evidence",
    "reason_code",
    "reason_params",
    "type",
    "type_score",
    "type_evidence",
    "section",
)
_OF_CANDIDATE = ("rank", "person", "score", "level", "evidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A clerk's decision with what it changed. `values` and `candidates` are rows as they were."""

    number: int
    document_id: str
    actor: str
    at: datetime
    action: Action
    values: Mapping[str, Any]
    candidates: tuple[Mapping[str, Any], ...]


def remember(connection: Connection, authority: str, document_id: str, actor: str, action: Action) -> int:
    """Keep what a document is now, before the decision changes it; the decision's number."""
    row = connection.execute(select(document).where(document.c.id == document_id)).mappings().one()
    proposed = select(candidate).where(candidate.c.document_id == document_id).order_by(candidate.c.rank)
    filed_at = row["filed_at"]
    before = {
        "values": {name: row[name] for name in _OF_DOCUMENT},
        "filed_at": filed_at and filed_at.isoformat(),
        "candidates": [
            {name: each[name] for name in _OF_CANDIDATE} for each in connection.execute(proposed).mappings()
        ],
    }
    values = {
        "authority": authority,
        "document_id": document_id,
        "actor": actor,
        "at": now(),
        "action": action,
        "before": before,
    }
    number = connection.execute(insert(decision).returning(decision.c.number), values).scalar_one()
    return int(number)


def last(catalogue: Catalogue, document_id: str) -> Decision | None:
    """The last decision about a document that has not been taken back."""
    query = select(decision).where(decision.c.document_id == document_id)
    with catalogue.read() as connection:
        row = connection.execute(query.order_by(decision.c.number.desc()).limit(1)).mappings().first()
    return None if row is None else _decision(row)


def last_of(catalogue: Catalogue, authorities: Collection[str], actor: str) -> Decision | None:
    """The last decision of a clerk that is still the last one about its document."""
    newer = decision.alias()
    overtaken = select(newer.c.number).where(
        newer.c.document_id == decision.c.document_id,
        newer.c.authority == decision.c.authority,
        newer.c.number > decision.c.number,
    )
    query = (
        select(decision)
        .where(decision.c.authority.in_(authorities), decision.c.actor == actor, ~overtaken.exists())
        .order_by(decision.c.number.desc())
        .limit(1)
    )
    with catalogue.read() as connection:
        row = connection.execute(query).mappings().first()
    return None if row is None else _decision(row)


def restore_candidates(connection: Connection, authority: str, taken_back: Decision) -> None:
    """The candidates as they were."""
    mine = candidate.c.document_id == taken_back.document_id
    connection.execute(delete(candidate).where(mine))
    whose = {"authority": authority, "document_id": taken_back.document_id}
    if taken_back.candidates:
        connection.execute(insert(candidate), [{**whose, **each} for each in taken_back.candidates])


def drop(connection: Connection, number: int) -> bool:
    """Forget a decision that was taken back; False if somebody else has done so."""
    return connection.execute(delete(decision).where(decision.c.number == number)).rowcount == 1


def _decision(row: RowMapping) -> Decision:
    before = row["before"]
    filed_at = before["filed_at"]
    return Decision(
        number=row["number"],
        document_id=row["document_id"],
        actor=row["actor"],
        at=row["at"],
        action=Action(row["action"]),
        values={**before["values"], "filed_at": filed_at and datetime.fromisoformat(filed_at)},
        candidates=tuple(before["candidates"]),
    )
