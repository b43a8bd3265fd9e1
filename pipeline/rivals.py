"""When a second registered person is too close to the first for a document to be filed without a clerk."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.birth_dates import similar_dates
from pipeline.lessons import SENDER_REFERENCE
from pipeline.match import OWN_NUMBER
from pipeline.model import Candidate, DocumentReading, Level, PageKind, Role
from pipeline.name_match import NameLevel

_FULL_NAMES = {f"name_{level.name.lower()}" for level in NameLevel if level >= NameLevel.GIVEN_SUBSET}


def is_rival(best: Candidate, other: Candidate, document: DocumentReading, margin: float) -> bool:
    """Whether a second person is too close: in score, or, on a scan without a number, a misread sign away.

    Third persons are not, nor namesakes without the number that is there, unless the name was damaged or is
    but an initial that fits both.
    """
    if other.role is not Role.THIRD and "name_marks" in evidence_names(best) and _similar_name(other):
        return True
    if "name_partial" in evidence_names(best) and _is_partial_twin(other):
        return True
    if other.role is Role.THIRD or (has_number(best) and at_one_place([best, other])):
        return False
    if other.level is not Level.LOW and best.score - other.score < margin:
        return True
    if _rests_on_sender(best) and _is_namesake(other):
        return True
    if not _scanned(document) or has_number(best):
        return False
    return _similar_name(other) or (_similar_date(best, other) and not _date_checked(best, document))


def _is_partial_twin(other: Candidate) -> bool:
    """Whether an initial and the birth date fit this one as well: a number may be the twin's."""
    return {"name_partial", "birth_date_full"} <= evidence_names(other)


def _rests_on_sender(candidate: Candidate) -> bool:
    """Whether nothing but a sender's reference, perhaps a family's, tells the person from namesakes."""
    found = {part.name for part in candidate.pro}
    return SENDER_REFERENCE in found and "birth_date_full" not in found and not has_number(candidate)


def _is_namesake(other: Candidate) -> bool:
    """Whether the full name fits, and nothing but the reference in question speaks against it."""
    named = any(part.name in _FULL_NAMES for part in other.pro)
    return named and set(other.contradictions) <= {"number_of_another"}


def _similar_name(other: Candidate) -> bool:
    """A similar given name at the same birth date: a twin's, or the true name behind a misread one."""
    found = evidence_names(other)
    return "birth_date_full" in found and bool(found & {"name_near", "name_marks"})


def _similar_date(best: Candidate, other: Candidate) -> bool:
    one, another = best.person.birth_date, other.person.birth_date
    return (
        other.contradictions == ("birth_date_differs",)
        and one is not None
        and another is not None
        and similar_dates(one, another)
    )


def _date_checked(best: Candidate, document: DocumentReading) -> bool:
    """Whether a machine-readable zone gives the birth date with its check digit: no sign of it was misread
    (ICAO Doc 9303-3 section 4.9: a digit exchanged changes the sum).
    """
    return any(
        zone.checks.get("birth_date") and zone.birth_date == best.person.birth_date
        for zone in document.identity.mrz
    )


def _scanned(document: DocumentReading) -> bool:
    return any(page.kind is PageKind.OCR for page in document.pages)


def has_number(candidate: Candidate) -> bool:
    """Whether one of the person's numbers is stated, and not as a third person's."""
    return any(part.name.startswith("number_") and part.weight >= OWN_NUMBER for part in candidate.pro)


def at_one_place(candidates: Sequence[Candidate]) -> bool:
    """Whether all are named by the same mentions: none of them leaves unexplained what another explains."""
    return not any(candidate.contenders for candidate in candidates)


def evidence_names(candidate: Candidate) -> set[str]:
    """Names of what speaks for a candidate, but for the place where it stands."""
    return {part.name for part in candidate.pro} - {"place"}
