"""The cases that wait for a clerk: how many, which comes next, with which candidates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, select, tuple_
from sqlalchemy import case as sql_case

from pipeline.model import Candidate, Level
from records import documents, people
from records.catalogue import Catalogue
from records.codec import load_evidence
from records.model import DocumentState, ReviewCase, StoredDocument
from records.schema import arrival, candidate, document

REJECTED, REOPENED, FILED_ELSEWHERE = "rejected", "reopened", "filed_elsewhere"
"""Codes of the reasons that a clerk gives. What waits for these is a clerk's alone."""

_BATCH = 500
_LATER = sql_case((document.c.reason_code == REJECTED, 1), else_=0)
"""Somebody has looked at these and could not decide; they come after all others."""

_ORDER = (_LATER, arrival.c.received_at, arrival.c.id, document.c.first_page)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which cases: of these authorities, of a document type, waiting for a reason (its code)."""

    authorities: Collection[str]
    type: str | None = None
    reason: str | None = None

    @property
    def condition(self) -> ColumnElement[bool]:
        found = document.c.authority.in_(self.authorities) & (document.c.state == DocumentState.REVIEW)
        if self.type is not None:
            found &= document.c.type == self.type
        if self.reason is not None:
            found &= document.c.reason_code == self.reason
        return found


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the order of cases: behind this one the next is looked for."""

    later: int
    received_at: datetime
    arrival_id: str
    first_page: int


def open_to_settling(stored: StoredDocument) -> bool:
    """Whether a document waits for want of certainty. What a clerk keeps in review is a clerk's, and what
    would go from one record into another.
    """
    held = stored.reason is not None and stored.reason.code in {REJECTED, REOPENED, FILED_ELSEWHERE}
    return stored.state is DocumentState.REVIEW and not held


def count(catalogue: Catalogue, wanted: Wanted) -> tuple[int, datetime | None]:
    """How many cases there are, and when the oldest arrived."""
    query = (
        select(func.count(), func.min(arrival.c.received_at))
        .join_from(document, arrival, arrival.c.id == document.c.arrival_id)
        .where(wanted.condition)
    )
    with catalogue.read() as connection:
        number, oldest = connection.execute(query).one()
    return number, oldest


def reasons(catalogue: Catalogue, authorities: Collection[str]) -> dict[str, int]:
    """How many cases wait for each reason, by its code."""
    query = select(document.c.reason_code, func.count()).where(Wanted(authorities=authorities).condition)
    with catalogue.read() as connection:
        return {row[0]: row[1] for row in connection.execute(query.group_by(document.c.reason_code))}


def case(catalogue: Catalogue, document_id: str) -> ReviewCase:
    """A document with the candidates proposed for it, best first. Raises NotFound."""
    return _with_candidates(catalogue, [documents.get(catalogue, document_id)])[0]


def each_case(catalogue: Catalogue, wanted: Wanted, limit: int | None = None) -> Iterator[ReviewCase]:
    """Cases, oldest first, those that were rejected last; read in batches."""
    after: Place | None = None
    left = limit
    while left is None or left > 0:
        size = _BATCH if left is None else min(_BATCH, left)
        found = _page(catalogue, wanted, after, size)
        yield from _with_candidates(catalogue, [stored for stored, _ in found])
        if len(found) < size:
            return
        after = found[-1][1]
        left = None if left is None else left - size


def next_case(
    catalogue: Catalogue, wanted: Wanted, after: Place | None = None
) -> tuple[ReviewCase, Place] | None:
    """The case that comes behind `after` (the first if None), and its place."""
    found = _page(catalogue, wanted, after, 1)
    if not found:
        return None
    [(stored, place)] = found
    return _with_candidates(catalogue, [stored])[0], place


def _page(
    catalogue: Catalogue, wanted: Wanted, after: Place | None, size: int
) -> list[tuple[StoredDocument, Place]]:
    query: Select[tuple[object, ...]] = (
        documents.with_arrival().add_columns(_LATER.label("later")).where(wanted.condition)
    )
    if after is not None:
        passed = (after.later, after.received_at, after.arrival_id, after.first_page)
        query = query.where(tuple_(*_ORDER) > passed)
    with catalogue.read() as connection:
        rows = connection.execute(query.order_by(*_ORDER).limit(size)).mappings().all()
    return [
        (
            documents.document_of(catalogue.home, row),
            Place(row["later"], row["received_at"], row["from_id"], row["first_page"]),
        )
        for row in rows
    ]


def _with_candidates(catalogue: Catalogue, found: Sequence[StoredDocument]) -> list[ReviewCase]:
    """With the candidates proposed at the last decision, the persons as the register has them today."""
    query = select(candidate).where(candidate.c.document_id.in_([stored.id for stored in found]))
    with catalogue.read() as connection:
        rows = connection.execute(query.order_by(candidate.c.rank)).mappings().all()
    known = {
        authority: people.persons(
            catalogue, authority, {row["person"] for row in rows if row["authority"] == authority}
        )
        for authority in {stored.authority for stored in found}
    }
    proposed: dict[str, list[Candidate]] = defaultdict(list)
    for row in rows:
        proposed[row["document_id"]].append(
            Candidate(
                person=known[row["authority"]][row["person"]],
                score=row["score"],
                level=Level(row["level"]),
                evidence=load_evidence(row["evidence"]),
            )
        )
    return [ReviewCase(document=stored, candidates=tuple(proposed[stored.id])) for stored in found]
