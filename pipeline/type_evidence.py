"""What speaks for and against a document type: expressions in the zones of the pages, weighted and capped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from config.document_types import Anchor, AnchorZone, DocumentType, Form
from pipeline.model import Evidence, Mrz, PageReading
from pipeline.titles import TitleHit
from pipeline.zones import TitleLine, Zones


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How the zones count against each other; anchors bring their own weights."""

    later_page: float = 0.4
    """A title on the second and third page, as share of one on the first."""
    further_titles: float = 0.15
    """Each further title of the same type, as share of its weight."""
    subject_of_form: float = 0.35
    """A letter's subject line names a form or a card (`Ihre Fiktionsbescheinigung`) but is none, unless its
    text says what the form does.
    """
    told_by_body: float = 1.2
    """Strength of the text from which on a letter is what its subject line names."""
    letter_not_card: float = 2.0
    """Against a card if somebody is addressed in the text."""
    letter_not_form: float = 0.5
    own_sender: float = 0.6
    """Letterhead from which on a form may be a letter: banks and chambers write what others print."""
    body_cap: float = 2.4
    letterhead_cap: float = 1.5
    form_number_cap: float = 1.5
    negative_cap: float = 4.0
    specific_enough: float = 1.5
    """From this strength on a specific type beats any fallback type without a title."""
    fallback_title: float = 1.9
    """Title strength from which a fallback type competes like any other."""
    half_strength: float = 1.25
    """Strength at which the confidence is 1 - 1/e."""
    clear_gap: float = 0.45
    """Relative gap to the runner-up from which on it takes nothing from the confidence."""
    least_score: float = 0.42
    """Below this score the document stays unclassified."""
    least_gap: float = 0.1
    """A smaller relative gap is a tie."""
    heading: float = 2.2
    """Title strength that makes a heading: types without one of their own count less beside it."""
    beside_heading: float = 0.4
    """Share of the letterhead and body evidence that they lose."""
    card_title: float = 1.2
    """Strength of a card's title beside which the codes of other German cards count less."""
    code_beside_title: float = 0.75
    """Share that they lose: one misread letter makes a code that of another card."""


_HEADING = 0.5
_ZONE = re.compile(r"((?:[ACIPV][A-Z<]|[A-Z]{2})(?:[A-Z]{3}|D<<))(?=.*<{3})[A-Z0-9<]{15,}")
"""The first line of a machine-readable zone."""


def evidence_of(
    kind: DocumentType,
    parts: Sequence[Zones],
    titles: Sequence[Sequence[TitleHit]],
    codes: Sequence[tuple[str, float]],
    weights: Weights,
) -> tuple[Evidence, ...]:
    """What the zones of the pages, their titles and the codes of machine-readable zones say for and against
    a type; nothing where nothing speaks for it.
    """
    head = parts[:1]
    letterhead = _capped(
        "letterhead",
        _matches(kind, AnchorZone.LETTERHEAD, [part.letterhead for part in head]),
        weights.letterhead_cap,
    )
    form = _form(kind, letterhead, weights)
    body = _capped("body", _matches(kind, AnchorZone.BODY, [part.body for part in parts]), weights.body_cap)
    named = form == "letter" or sum(part.weight for part in body) >= weights.told_by_body
    found = _mrz_evidence(kind, codes)
    found += _title_evidence(kind, titles, weights, by_subject=named)
    found += letterhead
    found += _capped(
        "form_number",
        _matches(kind, AnchorZone.FORM_NUMBER, [part.small_print for part in parts]),
        weights.form_number_cap,
    )
    found += body
    if found:
        found += _against(kind, form, parts, weights)
    return tuple(found)


def _form(kind: DocumentType, letterhead: Sequence[Evidence], weights: Weights) -> Form:
    own = sum(part.weight for part in letterhead) >= weights.own_sender
    return "letter" if kind.form == "form" and own else kind.form


def _title_evidence(
    kind: DocumentType, titles: Sequence[Sequence[TitleHit]], weights: Weights, *, by_subject: bool
) -> list[Evidence]:
    """The best title counts in full, further ones of the same type a little; `by_subject`: a letter's subject
    line names the type as a title does.
    """
    found = []
    for page, hits in enumerate(titles):
        for hit in hits:
            if hit.type == kind.id:
                weight = hit.weight * hit.line.prominence * (1.0 if page == 0 else weights.later_page)
                if hit.line.subject and not by_subject:
                    weight *= weights.subject_of_form
                name = "subject" if hit.line.subject else "title"
                found.append(Evidence(name=name, weight=round(weight, 3), detail=hit.wording))
    found.sort(key=lambda part: -part.weight)
    further = {part.detail.casefold(): part for part in reversed(found[1:])}
    further.pop(found[0].detail.casefold(), None) if found else None
    return [
        *found[:1],
        *(
            Evidence(
                name=part.name, weight=round(part.weight * weights.further_titles, 3), detail=part.detail
            )
            for part in list(further.values())[-2:]
        ),
    ]


def _matches(kind: DocumentType, zone: AnchorZone, texts: Sequence[str]) -> list[tuple[Anchor, str]]:
    """Each expression once, with the text it matched."""
    found = []
    for anchor in kind.in_zone(zone):
        for text in texts:
            if match := anchor.pattern.search(text):
                found.append((anchor, match[0].strip()))
                break
    return found


def _capped(name: str, matches: Sequence[tuple[Anchor, str]], cap: float) -> list[Evidence]:
    """Evidence of one zone, scaled down to `cap` in total."""
    total = sum(anchor.weight for anchor, _ in matches)
    factor = min(1.0, cap / total) if total else 0.0
    return [
        Evidence(name=name, weight=round(anchor.weight * factor, 3), detail=_short(text))
        for anchor, text in matches
    ]


def _against(kind: DocumentType, form: Form, parts: Sequence[Zones], weights: Weights) -> list[Evidence]:
    head = parts[:1]
    matches = [
        *_matches(kind, AnchorZone.NEGATIVE, [part.body for part in head]),
        *_matches(kind, AnchorZone.NEGATIVE_TITLE, [line.text for part in head for line in _headings(part)]),
        *_matches(kind, AnchorZone.NEGATIVE_LETTERHEAD, [part.letterhead for part in head]),
    ]
    found = [
        Evidence(name=part.name, weight=-part.weight, detail=part.detail)
        for part in _capped("negative", matches, weights.negative_cap)
    ]
    cost: Mapping[str, float] = {"card": weights.letter_not_card, "form": weights.letter_not_form}
    if parts and parts[0].letter and form in cost:
        found.append(Evidence(name="letter", weight=-cost[form], detail="salutation"))
    return found


def _headings(part: Zones) -> list[TitleLine]:
    """Lines that look like titles, not those that merely may be some."""
    return [line for line in part.titles if line.prominence >= _HEADING]


def zone_codes(mrz: Sequence[Mrz], pages: Sequence[PageReading]) -> Iterator[tuple[str, float]]:
    """Document code with issuing state, and how far it counts.

    Less on a later page, of an enclosure or a back side, and where the zone cannot be read but for its
    beginning.
    """
    for zone in mrz:
        later = bool(pages) and zone.page > pages[0].number
        yield zone.lines[0][:2] + zone.issuer.ljust(3, "<"), 0.6 if later else 1.0
    if not mrz:
        for line in (line for page in pages[:1] for line in page.lines):
            text = line.text.replace(" ", "")
            if match := _ZONE.match(text):
                yield match[1], 0.6


def is_german_card(kind: DocumentType) -> bool:
    """Whether papers of the type are cards, or bear a zone like one, but not those of other states."""
    codes = kind.in_zone(AnchorZone.MRZ)
    foreign = any(anchor.pattern.match(code) for anchor in codes for code in ("P<UTO", "IDUTO"))
    return (kind.form == "card" or bool(codes)) and not foreign


def is_german_card_code(code: str) -> bool:
    """Cards of the German authorities differ by one letter of their codes, which newer prints change;
    passports, visas and identity cards do not.
    """
    return code[2:3] == "D" and code[0] not in "PVI"


def _mrz_evidence(kind: DocumentType, codes: Sequence[tuple[str, float]]) -> list[Evidence]:
    found = [
        Evidence(name="mrz", weight=anchor.weight * share, detail=code)
        for code, share in codes
        for anchor in kind.in_zone(AnchorZone.MRZ)
        if anchor.pattern.match(code)
    ]
    return [max(found, key=lambda part: part.weight)] if found else []


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:77]}…"
