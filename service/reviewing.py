"""A clerk's decision with all that follows: what it teaches, the index, the cases that it settles."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.lessons import Lesson, lessons_of, lessons_of_removal, stated_identities
from pipeline.model import DocumentReading, Person, Review
from records import cases, decisions, documents, lessons, people, review, settling
from records.decisions import Decision
from records.errors import Conflict, NotFound
from records.lessons import StoredLesson
from records.model import DocumentState, StoredDocument
from records.review import Teaching
from service.actor import actor
from service.indexing import refresh_index
from service.processing import decide_document
from service.redeciding import follow_up, reading_now
from service.wiring import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a document, what was learned, and which others moved by that: were filed, or recalled.

    `moved` is None if a running service decides the others.
    """

    document: StoredDocument
    learned: tuple[StoredLesson, ...] = ()
    moved: tuple[StoredDocument, ...] | None = ()


def assign(site: Site, document_id: str, person_number: str, note: str = "") -> Outcome:
    """Put a document into a person's record and learn from it. Raises NotFound, ReadingLost."""
    case = cases.case(site.catalogue, document_id)
    before = case.document
    waits = before.state is DocumentState.REVIEW
    numbers = [each.person.number for each in case.candidates] if waits else []
    known = _known(site, before.authority, [person_number, *numbers, before.person])
    if person_number not in known:
        raise NotFound("person", person_number)
    person, reading = known[person_number], reading_now(before)
    moved_from = known[before.person] if before.person else None
    found = lessons_of(reading, person, [known[number] for number in numbers], moved_from)
    teaching = Teaching(
        lessons=_trusted(site, reading, found),
        confirmed=stated_identities(reading.identity, person),
    )
    after = review.assign(site.catalogue, document_id, person_number, actor(), note, teaching)
    return _outcome(site, after)


def reopen(site: Site, document_id: str, note: str) -> Outcome:
    """Take a document back out of a record where it does not belong, and learn that from it."""
    before = documents.get(site.catalogue, document_id)
    if before.person is None:
        raise Conflict(detail=f"{document_id[:8]}: {before.state}")
    person = _known(site, before.authority, [before.person])[before.person]
    reading = reading_now(before)
    teaching = Teaching(lessons=lessons_of_removal(reading, person))
    after = review.reopen(site.catalogue, document_id, actor(), note, teaching)
    decision = decide_document(site, after.authority, reading)
    proposed = decision.candidates if isinstance(decision, Review) else (decision.candidate,)
    settling.propose(site.catalogue, after, proposed)
    return _outcome(site, after)


def reject(site: Site, document_id: str, note: str) -> Outcome:
    """Say that a document cannot be assigned as it is."""
    return _outcome(site, review.reject(site.catalogue, document_id, actor(), note))


def set_type(site: Site, document_id: str, type_id: str) -> Outcome:
    """Correct a document's type."""
    after = review.set_type(site.catalogue, document_id, type_id, actor(), sections=site.types.section_of)
    return _outcome(site, after)


def undo(site: Site, document_id: str) -> tuple[Decision, Outcome]:
    """Take back the last decision about a document; that decision, and what became of the document."""
    taken_back = review.undo(site.catalogue, document_id, actor())
    document = documents.get(site.catalogue, document_id)
    return taken_back, Outcome(document=document, moved=_consequences(site, document.authority))


def forget(site: Site, number: int) -> tuple[StoredLesson, tuple[StoredDocument, ...] | None]:
    """Remove something learned; it, and the documents that moved by that. Raises NotFound."""
    forgotten = lessons.forget(site.catalogue, site.authorities, number, actor())
    return forgotten, _consequences(site, forgotten.authority)


def _outcome(site: Site, document: StoredDocument) -> Outcome:
    last = decisions.last(site.catalogue, document.id)
    learned = lessons.of_decision(site.catalogue, last.number) if last else ()
    return Outcome(document=document, learned=learned, moved=_consequences(site, document.authority))


def _consequences(site: Site, authority: str) -> tuple[StoredDocument, ...] | None:
    moved = follow_up(site, authority)
    refresh_index(site, authority)
    return moved


def _known(site: Site, authority: str, numbers: list[str | None]) -> dict[str, Person]:
    """The register's entries with what was learned about them."""
    found = people.persons(site.catalogue, authority, [number for number in numbers if number])
    return {each.number: each for each in lessons.taught(site.catalogue, authority, [*found.values()])}


def _trusted(site: Site, reading: DocumentReading, found: tuple[Lesson, ...]) -> tuple[Lesson, ...]:
    """What hardly can be read teaches nothing."""
    return found if reading.quality >= site.settings.deciding.min_quality else ()
