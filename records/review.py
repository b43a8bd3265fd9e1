"""The review: what a clerk decides about a document, and taking it back again.

Every decision is logged with who made it, and kept with what the document was before it (see
`decisions`). What a clerk has decided is never decided again by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from config.reasons import Reason
from pipeline.lessons import Lesson
from pipeline.model import Evidence, Review
from records import decisions, documents, lessons, people, waiting
from records.audit import Action
from records.cases import REJECTED, REOPENED
from records.catalogue import Catalogue
from records.codec import dump_evidence, dump_reason, now
from records.decisions import Decision
from records.errors import ChangedMeanwhile, Conflict, NotFound, NothingToUndo
from records.filing_rows import decided
from records.lessons import Taught
from records.model import DocumentState, StoredDocument
from records.moving import Step, take
from records.settling import CLERK


@dataclass(frozen=True, slots=True, kw_only=True)
class Teaching:
    """What a decision teaches: lessons to keep, and how the document states its person, which holds now."""

    lessons: tuple[Lesson, ...] = ()
    confirmed: frozenset[str] = frozenset()


NOTHING = Teaching()


def assign(
    catalogue: Catalogue,
    document_id: str,
    person_number: str,
    actor: str,
    note: str = "",
    teaching: Teaching = NOTHING,
) -> StoredDocument:
    """Put a document into a person's record, out of the review or of another record.

    Raises NotFound for a person that the document's authority does not know.
    """
    stored = documents.get(catalogue, document_id)
    if people.person(catalogue, stored.authority, person_number) is None:
        raise NotFound("person", person_number)
    values = {
        "state": DocumentState.FILED,
        "person": person_number,
        "match_score": 1.0,
        "evidence": dump_evidence([_clerk(actor)]),
        "filed_at": now(),
        **dump_reason(None),
    }
    details = {"from": stored.person, "to": person_number, "note": note}
    return _decide(catalogue, stored, actor, Action.ASSIGNED, values, details, teaching)


def reject(catalogue: Catalogue, document_id: str, actor: str, note: str) -> StoredDocument:
    """Say that a document cannot be assigned as it is; out of a record it goes back to the review."""
    stored = documents.get(catalogue, document_id)
    values = _back_in_review(Reason(REJECTED, {"actor": actor, "note": note}))
    details = {"from": stored.person, "note": note}
    return _decide(catalogue, stored, actor, Action.REJECTED, values, details)


def reopen(
    catalogue: Catalogue, document_id: str, actor: str, note: str, teaching: Teaching = NOTHING
) -> StoredDocument:
    """Take a document out of a record, where it does not belong, back into the review.

    Raises Conflict for one that lies in no record.
    """
    stored = documents.get(catalogue, document_id)
    if stored.state is not DocumentState.FILED:
        raise Conflict(detail=f"{document_id}: {stored.state}")
    values = _back_in_review(Reason(REOPENED, {"actor": actor, "note": note}))
    details = {"from": stored.person, "note": note}
    return _decide(catalogue, stored, actor, Action.REOPENED, values, details, teaching)


def set_type(
    catalogue: Catalogue,
    document_id: str,
    type: str,  # noqa: A002 -- the field's word for it
    actor: str,
    *,
    sections: Callable[[str], str],
) -> StoredDocument:
    """Correct a document's type, and with it the section of the record."""
    stored = documents.get(catalogue, document_id)
    values = {
        "type": type,
        "type_score": 1.0,
        "type_evidence": dump_evidence([_clerk(actor)]),
        "section": sections(type),
    }
    details = {"from": stored.type, "to": type}
    return _decide(catalogue, stored, actor, Action.TYPE_SET, values, details)


def undo(catalogue: Catalogue, document_id: str, actor: str) -> Decision:
    """Take back the last decision about a document, with all that it taught; the one taken back.

    The document is then as it was before that decision. Raises NothingToUndo.
    """
    stored = documents.get(catalogue, document_id)
    last = decisions.last(catalogue, document_id)
    if last is None:
        raise NothingToUndo(id=document_id[:8])

    def restore(connection: Connection) -> None:
        if not decisions.drop(connection, last.number):
            raise ChangedMeanwhile(detail=document_id)
        decisions.restore_candidates(connection, stored.authority, last)
        lessons.take_back(connection, authority=stored.authority, decision=last.number, actor=actor)
        if last.values["state"] == DocumentState.REVIEW:
            waiting.mark_keyless(connection, stored.authority, document_id)

    details = {
        "undone": last.action,
        "person": {"from": stored.person, "to": last.values["person"]},
        "type": {"from": stored.type, "to": last.values["type"]},
    }
    step = Step(values=last.values, actor=actor, action=Action.UNDONE, details=details, after=restore)
    take(catalogue, stored, step)
    return last


def _decide(
    catalogue: Catalogue,
    stored: StoredDocument,
    actor: str,
    action: Action,
    values: dict[str, Any],
    details: dict[str, Any],
    teaching: Teaching = NOTHING,
) -> StoredDocument:
    """Take the step that a clerk has decided on, so that it can be taken back."""
    number = 0

    def keep(connection: Connection) -> None:
        nonlocal number
        number = decisions.remember(connection, stored.authority, stored.id, actor, action)

    def teach(connection: Connection) -> None:
        taught = Taught(stored.authority, stored.id, number, actor)
        person = values.get("person")
        if person is not None:
            lessons.revoke_denials(connection, taught, person, teaching.confirmed)
        lessons.keep(connection, taught, teaching.lessons)

    step = Step(values=values, actor=actor, action=action, details=details, before=keep, after=teach)
    return take(catalogue, stored, step)


def _back_in_review(reason: Reason) -> dict[str, Any]:
    return decided(Review(reason=reason))


def _clerk(actor: str) -> Evidence:
    return Evidence(name=CLERK, weight=1.0, detail=actor)
