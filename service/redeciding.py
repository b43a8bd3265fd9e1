"""Deciding waiting documents again, without reading them anew, when something about a person has changed.

The records say which documents are due (`records.waiting`): those that share a key with a person
who was entered, corrected, or about whom a clerk's decision taught something.
"""

from __future__ import annotations

import logging
from dataclasses import replace

from config.reasons import Reason
from pipeline.match import keys_of_document
from pipeline.model import Candidate, DocumentReading, File, Review
from records import cases, settling, waiting
from records.errors import ReadingLost
from records.filing import load_reading
from records.model import DocumentState, StoredDocument
from service.lock import running_service
from service.processing import decide_document
from service.wiring import Site

log = logging.getLogger("akte.redeciding")

BATCH = 10
"""Documents between two looks at anything else; the service's loop must not pause for long."""


def redecide(site: Site, authority: str) -> tuple[StoredDocument, ...]:
    """Decide all that is due; the documents that moved: became certain, or are so no longer."""
    moved: list[StoredDocument] = []
    while waiting.count(site.catalogue, authority):
        moved += redecide_some(site, authority)
    return tuple(moved)


def redecide_some(site: Site, authority: str, limit: int = BATCH) -> tuple[StoredDocument, ...]:
    """Decide what has been due longest, `limit` documents at most; those that moved.

    The others wait on, with the reason and the candidates that hold now.
    """
    moved = []
    due = waiting.due_documents(site.catalogue, authority, limit)
    for each in due:
        try:
            if (stored := _again(site, each.document_id)) is not None:
                moved.append(stored)
        except ReadingLost as error:  # it waits for a clerk; the others shall not wait for it
            log.error("%s", error)  # noqa: TRY400 -- the message says it all
    waiting.decided(site.catalogue, authority, due)
    return tuple(moved)


def follow_up(site: Site, authority: str) -> tuple[StoredDocument, ...] | None:
    """After a command's change: decide what is due; None if a running service does it."""
    return None if running_service(site.home) is not None else redecide(site, authority)


def reading_now(document: StoredDocument) -> DocumentReading:
    """What was read of a document, with the type that a clerk may have corrected. Raises ReadingLost."""
    reading = load_reading(document)
    return replace(reading, classification=replace(reading.classification, type=document.type))


def _again(site: Site, document_id: str) -> StoredDocument | None:
    """The document if it moved."""
    case = cases.case(site.catalogue, document_id)
    document = case.document
    if document.state is DocumentState.FILED:
        return None if settling.by_clerk(document) else _check_again(site, document)
    if not cases.open_to_settling(document):
        return None
    reading = reading_now(document)
    decision = decide_document(site, document.authority, reading)
    if isinstance(decision, File):
        return settling.settle(site.catalogue, document_id, decision)
    waiting.renew_keys(site.catalogue, document.authority, document_id, keys_of_document(reading.identity))
    before = (document.reason, [_told(each) for each in case.candidates])
    if before != (decision.reason, [_told(each) for each in decision.candidates]):
        settling.renew(site.catalogue, document_id, decision)
    return None


def _check_again(site: Site, document: StoredDocument) -> StoredDocument | None:
    """Back into the review with what would not be filed so today, also if it would be filed elsewhere:
    nothing goes from one record into another without a clerk.
    """
    decision = decide_document(site, document.authority, reading_now(document))
    if isinstance(decision, File):
        other = decision.candidate.person
        if other.number == document.person:
            return None
        reason = Reason(cases.FILED_ELSEWHERE, {"person": str(document.person), "other": other.label})
        decision = Review(reason=reason, candidates=(decision.candidate,))
    return settling.recall(site.catalogue, document, decision)


def _told(candidate: Candidate) -> tuple[object, ...]:
    """What a clerk sees of a candidate."""
    return candidate.person.label, candidate.score, candidate.evidence
