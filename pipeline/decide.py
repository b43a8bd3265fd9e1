"""The filing decision: pure, from a document's type, quality and match to File or Review.

Whatever is not certain goes to a clerk, with the reason (AZRG-DV § 5).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from config.reasons import Reason
from config.settings import Deciding
from pipeline.match import label_of, similar_dates
from pipeline.model import Candidate, DocumentReading, File, Filing, Level, Match, PageKind, Review, Role

_PROPOSED = 8
"""Candidates kept for the clerk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeRule:
    """What a document type says about its persons (from the type's data)."""

    several_persons: bool = False


def decide(document: DocumentReading, match: Match, rule: TypeRule, thresholds: Deciding) -> Filing:
    """File into the one record that is certain, else Review with the reason and the candidates."""
    strong = [candidate for candidate in match.candidates if candidate.level is Level.STRONG]
    reason = _doubt(document, match, strong, rule, thresholds)
    if reason is None:
        return File(candidate=_subjects(strong)[0])
    return Review(reason=reason, candidates=_proposals(match))


def _doubt(
    document: DocumentReading,
    match: Match,
    strong: Sequence[Candidate],
    rule: TypeRule,
    thresholds: Deciding,
) -> Reason | None:
    """Why this document cannot be filed without a clerk; None if it can."""
    if document.quality < thresholds.min_quality:
        return Reason("poor_quality", {"quality": f"{document.quality:.0%}"})
    if not strong:
        return _why_nobody(document, match)
    subjects = _subjects(strong)
    if len(subjects) > 1:
        code = "several_persons" if any(c.role is Role.SUBJECT for c in subjects) else "several_fit"
        return Reason(code, {"persons": _labels(subjects)})
    best = subjects[0]
    if best.role is Role.THIRD or (match.stranger and best.role is not Role.SUBJECT):
        stranger = match.stranger
        return Reason(
            "subject_unclear", {"detail": label_of([stranger] if stranger else document.identity.persons)}
        )
    if match.stranger is not None and not _has_number(best):
        return Reason("subject_unclear", {"detail": label_of([match.stranger])})
    if rule.several_persons and (others := _also_concerned(best, match)):
        return Reason("several_persons", {"persons": _labels([best, *others])})
    if best.score < thresholds.file_score:
        return Reason("weak_match", {"person": best.person.label, "detail": f"{best.score:.2f}"})
    rivals = [
        c for c in match.candidates if c is not best and _is_rival(best, c, document, thresholds.margin)
    ]
    if rivals:
        return Reason("thin_margin", {"persons": _labels([best, *rivals])})
    return None


def _why_nobody(document: DocumentReading, match: Match) -> Reason:
    """The most helpful reason when no candidate is strong."""
    name = label_of(document.identity.persons)
    if not match.candidates:
        return Reason("not_in_register", {"name": name}) if name else Reason("no_identity")
    best = match.candidates[0]
    if best.contradictions:
        detail = ", ".join(best.contradictions)
        return Reason("contradiction", {"person": best.person.label, "detail": detail})
    names = {part.name for part in best.pro}
    if _has_number(best) and not any(name.startswith(("name_", "birth_date_")) for name in names):
        return Reason("number_alone", {"person": best.person.label})
    medium = [candidate for candidate in match.candidates if candidate.level is Level.MEDIUM]
    if medium and best.role is Role.THIRD:
        return Reason("subject_unclear", {"detail": name or best.person.label})
    if medium and "birth_date_full" not in names and not _has_number(best):
        return Reason("no_birth_date", {"count": str(len(medium))})
    if not medium and name:
        return Reason("not_in_register", {"name": name})
    if not medium:
        return Reason("no_identity")
    return Reason("weak_match", {"person": best.person.label, "detail": ", ".join(sorted(names))})


def _subjects(strong: Sequence[Candidate]) -> list[Candidate]:
    """The strong candidates that may be the subject: third persons only where there is nobody else."""
    return [candidate for candidate in strong if candidate.role is not Role.THIRD] or list(strong)


def _also_concerned(best: Candidate, match: Match) -> list[Candidate]:
    """Other registered persons that a deed of several persons names in full."""
    return [
        candidate
        for candidate in match.candidates
        if candidate is not best and candidate.level in {Level.STRONG, Level.MEDIUM}
    ]


def _is_rival(best: Candidate, other: Candidate, document: DocumentReading, margin: float) -> bool:
    """Whether a second person is too close: in score, or one misread digit of the birth date away."""
    if other.role is Role.THIRD and best.role is Role.SUBJECT:
        return False
    if other.level is not Level.LOW and best.score - other.score < margin:
        return True
    scanned = any(page.kind is PageKind.OCR for page in document.pages)
    return (
        scanned
        and not _has_number(best)
        and other.contradictions == ("birth_date_differs",)
        and best.person.birth_date is not None
        and other.person.birth_date is not None
        and similar_dates(best.person.birth_date, other.person.birth_date)
    )


def _has_number(candidate: Candidate) -> bool:
    return any(part.name.startswith("number_") for part in candidate.pro)


def _proposals(match: Match) -> tuple[Candidate, ...]:
    return tuple(c for c in match.candidates if c.level is not Level.NONE)[:_PROPOSED]


def _labels(candidates: Sequence[Candidate]) -> str:
    return "; ".join(candidate.person.label for candidate in candidates)
