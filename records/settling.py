"""What the program does with a document it has decided before, when it decides anew.

Only with what waits for want of certainty, or was filed on something that holds no longer; what a
clerk has decided is refused.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, delete

from pipeline.model import Candidate, File, Review
from records import documents, waiting
from records.audit import Action
from records.cases import open_to_settling
from records.catalogue import Catalogue
from records.errors import Conflict
from records.filing_rows import decided, insert_candidates
from records.model import StoredDocument
from records.moving import Step, take
from records.schema import candidate

CLERK = "clerk"
"""Name of the evidence that a clerk has decided it."""


def by_clerk(stored: StoredDocument) -> bool:
    """Whether a clerk has assigned the document."""
    return any(part.name == CLERK for part in stored.evidence)


def settle(catalogue: Catalogue, document_id: str, decision: File, actor: str = "service") -> StoredDocument:
    """File a waiting document by a new decision, as when the register has learnt of its person.

    Raises Conflict for what does not wait any more or is kept in review by a clerk.
    """
    stored = _still_open(catalogue, document_id)
    values = decided(decision)
    details = {"from": stored.person, "to": values["person"]}

    def drop_keys(connection: Connection) -> None:
        waiting.drop_keys(connection, stored.authority, stored.id)

    step = Step(values=values, actor=actor, action=Action.FILED, details=details, after=drop_keys)
    return take(catalogue, stored, step)


def renew(catalogue: Catalogue, document_id: str, decision: Review, actor: str = "service") -> None:
    """Keep a document waiting, with the reason and the candidates that hold today.

    Raises Conflict for what does not wait any more or is kept in review by a clerk.
    """
    stored = _still_open(catalogue, document_id)

    def replace(connection: Connection) -> None:
        _propose(connection, stored, decision.candidates)

    step = Step(
        values=decided(decision),
        actor=actor,
        action=Action.TO_REVIEW,
        details={"reason": decision.reason.code},
        after=replace,
    )
    take(catalogue, stored, step)


def recall(
    catalogue: Catalogue, stored: StoredDocument, decision: Review, actor: str = "service"
) -> StoredDocument:
    """Take a document that was filed without a clerk back into the review: what it rested on was revoked."""
    if by_clerk(stored):
        raise Conflict(detail=f"{stored.id}: {stored.state}")
    details = {"from": stored.person, "reason": decision.reason.code}

    def propose_others(connection: Connection) -> None:
        waiting.mark_keyless(connection, stored.authority, stored.id)
        _propose(connection, stored, decision.candidates)

    step = Step(
        values=decided(decision),
        actor=actor,
        action=Action.TO_REVIEW,
        details=details,
        after=propose_others,
    )
    return take(catalogue, stored, step)


def propose(catalogue: Catalogue, stored: StoredDocument, candidates: Iterable[Candidate]) -> None:
    """Replace the candidates of a document in review."""
    with catalogue.write() as connection:
        _propose(connection, stored, tuple(candidates))


def _propose(connection: Connection, stored: StoredDocument, candidates: Collection[Candidate]) -> None:
    connection.execute(delete(candidate).where(candidate.c.document_id == stored.id))
    insert_candidates(connection, stored.authority, stored.id, tuple(candidates))


def _still_open(catalogue: Catalogue, document_id: str) -> StoredDocument:
    stored = documents.get(catalogue, document_id)
    if not open_to_settling(stored):
        raise Conflict(detail=f"{document_id}: {stored.state}")
    return stored
