"""The filing decision: pure, from a document's type, quality and match to File or Review.

Whatever is not certain goes to a clerk, with the reason (AZRG-DV § 5).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from config.document_types import DocumentTypes
from config.reasons import Reason
from config.settings import Deciding
from pipeline.birth_dates import misstated
from pipeline.corrected import corrected
from pipeline.governed import TOLD_OF, never_alone
from pipeline.lone_lines import introduced_as, on_its_own
from pipeline.match import label_of
from pipeline.model import (
    Candidate,
    Classification,
    DocumentReading,
    File,
    Filing,
    Identity,
    Level,
    Match,
    PageKind,
    PersonMention,
    Review,
    Role,
    Standing,
    Zone,
)
from pipeline.name_match import holds_another
from pipeline.other_pages import entered, whose_page
from pipeline.rivals import at_one_place, evidence_names, has_number, is_rival
from pipeline.spoken_of import mixed_up, of_another
from pipeline.standing import explains, is_full, is_of, resembles, standing

_SURE_OF_TYPE = 0.6
"""Least score of a type whose rule counts in favour of filing."""

_PROPOSED = 8
"""Candidates kept for the clerk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeRule:
    """What a document's type says about its persons.

    `of_one`: a certificate of one person, who may be named in a sentence alone.
    """

    several_persons: bool = False
    of_one: bool = False


def rule_of(classification: Classification, types: DocumentTypes) -> TypeRule:
    if classification.type not in types:
        return TypeRule()
    kind = types[classification.type]
    sure = classification.score >= _SURE_OF_TYPE
    return TypeRule(several_persons=kind.persons == "several", of_one=sure and kind.persons == "sole")


def decide(document: DocumentReading, match: Match, rule: TypeRule, thresholds: Deciding) -> Filing:
    """File into the one record that is certain, else Review with the reason and the candidates."""
    strong = [candidate for candidate in match.candidates if candidate.level is Level.STRONG]
    reason = _doubt(document, match, strong, rule, thresholds)
    if reason is None:
        return File(candidate=_subjects(strong)[0])
    return Review(reason=reason, candidates=_proposals(match))


def _doubt(  # noqa: C901 - the doubts one after another, in their order
    document: DocumentReading,
    match: Match,
    strong: Sequence[Candidate],
    rule: TypeRule,
    thresholds: Deciding,
) -> Reason | None:
    """Why this document cannot be filed without a clerk; None if it can."""
    if document.quality < thresholds.min_quality:
        unread = (page.reason for page in document.pages if page.kind is PageKind.OCR and page.reason)
        return next(unread, Reason("poor_quality", {"quality": f"{document.quality:.0%}"}))
    if match.refused:
        return Reason("not_same_person", {"persons": "; ".join(each.label for each in match.refused)})
    if not strong:
        return _why_nobody(document, match)
    subjects = _subjects(strong)
    if match.stranger and all(candidate.role is not Role.SUBJECT for candidate in subjects):
        return Reason("subject_unclear", {"detail": _named(match, document)})
    if len(subjects) > 1:
        code = "several_fit" if at_one_place(subjects) else "several_persons"
        return Reason(code, {"persons": _labels(subjects)})
    best = subjects[0]
    lines = [line.text for page in document.pages for line in page.lines]
    alone = (rule.of_one or _is_an_entry(best, rule, lines)) and _named_alone(best, document, lines)
    if best.role is Role.THIRD or (_merely_mentioned(best) and not alone):
        return Reason("subject_unclear", {"detail": best.person.label})
    if contenders := _contenders(best, document.identity, match):
        others = [
            c for c in match.candidates if c is not best and any(is_of(c.person, m) for m in contenders)
        ]
        if others:
            return Reason("several_persons", {"persons": _labels([best, *others])})
        return Reason("subject_unclear", {"detail": label_of(contenders)})
    if rule.several_persons and (others := _also_concerned(best, match)):
        return Reason("several_persons", {"persons": _labels([best, *others])})
    if reason := _told_otherwise(best, document, lines):
        return reason
    if best.score < thresholds.file_score:
        return Reason("weak_match", {"person": best.person.label, "detail": f"{best.score:.2f}"})
    rivals = [c for c in match.candidates if c is not best and is_rival(best, c, document, thresholds.margin)]
    if rivals:
        return Reason("thin_margin", {"persons": _labels([best, *rivals])})
    return None


def _told_otherwise(best: Candidate, document: DocumentReading, lines: Sequence[str]) -> Reason | None:
    """Why the text, by its words, its pages or its dates, is about another than the one it names.

    A paper that gives the person's birth date nowhere must not give one that differs by a digit.
    """
    detail = (
        of_another(document.pages, best.person)
        or mixed_up(document.pages)
        or corrected(document.pages, best.person)
        or whose_page(document.pages, document.identity, best.person)
    )
    detail = detail or _with_another(best, document.identity)
    if detail:
        return Reason("subject_unclear", {"detail": detail})
    dated = evidence_names(best) & {"birth_date_full", "birth_date_alone"}
    if not dated and misstated(best.person.birth_date, lines):
        return Reason("contradiction", {"person": best.person.label, "detail": "birth_date_differs"})
    return None


def _with_another(best: Candidate, identity: Identity) -> str | None:
    """The name that stands with the birth date if another's is read as part of it wherever it does."""
    own = [mention for mention in identity.persons if mention.birth_date and is_of(best.person, mention)]
    if own and not has_number(best) and all(holds_another(best.person, mention) for mention in own):
        return label_of(own)
    return None


def _merely_mentioned(best: Candidate) -> bool:
    """Whether running text alone names the person, without a word that makes it the subject."""
    return best.standing is Standing.MENTIONED and not has_number(best)


def _is_an_entry(best: Candidate, rule: TypeRule, lines: Sequence[str]) -> bool:
    """Whether name and birth date are an entry of their own in a text: on a form whose captions were lost
    they may be anybody's, and a deed of several persons has other places for them.
    """
    in_text = any(part.name == "place" and part.detail == Zone.BODY.value for part in best.pro)
    return in_text and not rule.several_persons and on_its_own(best.person, lines)


def _named_alone(best: Candidate, document: DocumentReading, lines: Sequence[str]) -> bool:
    """Whether nobody else is named but third persons, and by a family name who signs or receives visitors,
    and the person not merely in relation to something else or as one of several.
    """
    identity = document.identity
    own = [mention for mention in identity.persons if mention.birth_date and is_of(best.person, mention)]
    if (own and all(map(never_alone, own))) or entered(document.pages, best.person):
        return False
    if introduced_as(best.person, lines):
        return False
    others = (mention for mention in identity.persons if not explains(best.person, mention))
    return all(mention.role is Role.THIRD or _is_bystander(mention) for mention in others)


def _is_bystander(mention: PersonMention) -> bool:
    named = " ".join(filter(None, (mention.family_name, mention.given_names, mention.name)))
    return (
        len(named.split()) == 1
        and mention.birth_date is None
        and not mention.unreadable
        and mention.role is Role.UNKNOWN
        and (mention.role, mention.role_word) != TOLD_OF
        and mention.zone in {Zone.ADDRESS, Zone.BODY}
    )


def _contenders(best: Candidate, identity: Identity, match: Match) -> list[PersonMention]:
    """Mentions of others who may be meant as well, but for the other party of a deed, which is about both.

    A bare name in the subject's place counts if it is like a registered person's.
    """
    others = [candidate.person for candidate in match.candidates if candidate is not best]
    return [
        mention
        for mention in identity.persons
        if (mention in best.contenders and mention.role is not Role.PARTY)
        or (
            _is_subject(mention)
            and not explains(best.person, mention)
            and any(resembles(person, mention) for person in others)
        )
    ]


def _why_nobody(document: DocumentReading, match: Match) -> Reason:
    """The most helpful reason when no candidate is strong, about the one named as the subject if any is."""
    name = _named(match, document)
    plausible = [candidate for candidate in match.candidates if evidence_names(candidate) - _RELATIVES]
    if not plausible and (match.stranger or not match.candidates):
        return Reason("not_in_register", {"name": name}) if name else Reason("no_identity")
    about = [candidate for candidate in plausible if candidate.role is Role.SUBJECT]
    best = [*about, *plausible, *match.candidates][0]
    found = evidence_names(best)
    if best.contradictions:
        detail = ", ".join(best.contradictions)
        return Reason("contradiction", {"person": best.person.label, "detail": detail})
    dated = any(part.startswith("birth_date") for part in found)
    if match.stranger and best.role is not Role.SUBJECT:
        known = "birth_date_full" in found or has_number(best)
        return Reason("subject_unclear" if known else "not_in_register", {"detail": name, "name": name})
    if found and all(part.startswith("number_") for part in found):
        return Reason("number_alone", {"person": best.person.label})
    if best.role is Role.THIRD:
        return Reason("subject_unclear", {"detail": name or best.person.label})
    if best.level is Level.MEDIUM and not dated and not has_number(best):
        like = [c for c in match.candidates if c.level is Level.MEDIUM and c.role is best.role]
        return Reason("no_birth_date", {"count": str(len(like))})
    return Reason("weak_match", {"person": best.person.label, "detail": ", ".join(sorted(found))})


_RELATIVES = frozenset({"name_family_only", "name_family_only_conflict", "name_given_only"})
"""Evidence that speaks of anybody in the family, or of that name."""


def _named(match: Match, document: DocumentReading) -> str:
    """Whom the document names, if more than the family name of somebody who is merely mentioned."""
    persons = [m for m in document.identity.persons if m.birth_date or is_full(m) or _is_subject(m)]
    return label_of([match.stranger] if match.stranger else persons)


def _is_subject(mention: PersonMention) -> bool:
    return standing(mention) is Standing.SUBJECT


def _subjects(strong: Sequence[Candidate]) -> list[Candidate]:
    """The strong candidates that may be the subject: third persons only where there is nobody else.

    Of namesakes whom one and the same place fits, the one whose number is there.
    """
    named = [candidate for candidate in strong if candidate.role is not Role.THIRD] or list(strong)
    numbered = [candidate for candidate in named if has_number(candidate)]
    return numbered if len(numbered) == 1 and at_one_place(named) else named


def _also_concerned(best: Candidate, match: Match) -> list[Candidate]:
    """Other registered persons that a deed of several persons names in full."""
    return [
        candidate
        for candidate in match.candidates
        if candidate is not best and candidate.level in {Level.STRONG, Level.MEDIUM}
    ]


def _proposals(match: Match) -> tuple[Candidate, ...]:
    return tuple(c for c in match.candidates if c.level is not Level.NONE)[:_PROPOSED]


def _labels(candidates: Sequence[Candidate]) -> str:
    return "; ".join(candidate.person.label for candidate in candidates)
