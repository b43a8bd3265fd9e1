"""The story of one arrival and its documents, from the log. What a restart interrupted leaves no entry."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from records import documents
from records.catalogue import Catalogue
from records.schema import audit


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """`document` is None for what happened to the arrival as a whole."""

    seq: int
    at: datetime
    actor: str
    action: str
    document: str | None
    details: Mapping[str, Any]


def story(
    catalogue: Catalogue, authority: str, arrival_id: str, document_id: str | None = None
) -> tuple[Event, ...]:
    """All that was done to an arrival and its documents (or to one of them), oldest first."""
    found = [document_id] if document_id else [one.id for one in documents.of_arrival(catalogue, arrival_id)]
    about = {arrival_id: None, **{one: one for one in found}, **{f"document {one}": one for one in found}}
    query = (
        select(audit).where(audit.c.subject.in_(about), audit.c.authority == authority).order_by(audit.c.seq)
    )
    with catalogue.read() as connection:
        rows = connection.execute(query).mappings().all()
    return tuple(
        Event(
            seq=row["seq"],
            at=datetime.fromisoformat(row["at"]),
            actor=row["actor"],
            action=row["action"],
            document=about[row["subject"]],
            details=json.loads(row["details"]),
        )
        for row in rows
    )
