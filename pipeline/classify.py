"""What a document is: rules over the wording of its zones, with all evidence named.

A title on the first page dominates. Running text cites the titles of other documents all the
time, so its phrases count little and are capped. The rules are data (`config.document_types`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from config.document_types import DocumentType, DocumentTypes
from pipeline.model import UNCLASSIFIED, Classification, Evidence, Mrz, PageKind, PageReading
from pipeline.spelling import repaired
from pipeline.titles import title_hits
from pipeline.type_evidence import Weights, evidence_of, is_german_card, is_german_card_code, zone_codes
from pipeline.zones import Zones, zones

_PAGES = 3
"""Pages that are looked at; a title further back belongs to an enclosure."""
_USUAL = Weights()


def classify(
    pages: Sequence[PageReading],
    types: DocumentTypes,
    mrz: Sequence[Mrz] = (),
    weights: Weights = _USUAL,
) -> Classification:
    """The type of one document. `UNCLASSIFIED` with the best score found where evidence is weak or tied."""
    written = [page for page in pages if page.lines][:_PAGES]
    parts = [_legible(zones(page), page, types) for page in written]
    codes = [*zone_codes(mrz, written)]
    titles = [title_hits(part.titles, types) for part in parts]
    scored = [_Scored(kind=kind, evidence=evidence_of(kind, parts, titles, codes, weights)) for kind in types]
    return _decide(scored, weights)


def _legible(part: Zones, page: PageReading, types: DocumentTypes) -> Zones:
    """With the words of the rules put right where recognition damaged them."""
    return replace(part, body=repaired(part.body, types)) if page.kind is PageKind.OCR else part


# -- deciding -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scored:
    kind: DocumentType
    evidence: tuple[Evidence, ...]

    @property
    def strength(self) -> float:
        return sum(part.weight for part in self.evidence)

    @property
    def title(self) -> float:
        return self.of("title", "subject")

    def of(self, *zone_names: str) -> float:
        return sum(part.weight for part in self.evidence if part.name in zone_names)


def _decide(scored: Sequence[_Scored], weights: Weights) -> Classification:
    headed = _beside_heading(_beside_card_title(scored, weights), weights)
    ranked = sorted(_without_fallbacks(headed, weights), key=lambda entry: -entry.strength)
    ranked = [entry for entry in ranked if entry.strength > 0]
    if not ranked:
        return Classification(type=UNCLASSIFIED, score=0.0)
    best = ranked[0]
    second = ranked[1].strength if len(ranked) > 1 else 0.0
    gap = (best.strength - second) / best.strength
    score = _confidence(best.strength, gap, weights)
    certain = score >= weights.least_score and gap >= weights.least_gap
    return Classification(
        type=best.kind.id if certain else UNCLASSIFIED,
        score=round(score, 3),
        evidence=tuple(sorted(best.evidence, key=lambda part: -abs(part.weight))),
    )


def _beside_heading(scored: Sequence[_Scored], weights: Weights) -> list[_Scored]:
    """Under the heading `Empfangsbekenntnis` the court and its file number are only cited."""
    best = max((entry.title for entry in scored if not entry.kind.fallback), default=0.0)
    if best < weights.heading:
        return list(scored)
    return [_reduced(entry, weights) if entry.title < 0.6 * best else entry for entry in scored]


def _beside_card_title(scored: Sequence[_Scored], weights: Weights) -> list[_Scored]:
    """Under the title of one German card the code of another was misread, or is one of newer prints."""
    best = max((entry.title for entry in scored if is_german_card(entry.kind)), default=0.0)
    if best < weights.card_title:
        return list(scored)
    return [_without_code(entry, weights) if entry.title < 0.6 * best else entry for entry in scored]


def _without_code(entry: _Scored, weights: Weights) -> _Scored:
    codes = sum(p.weight for p in entry.evidence if p.name == "mrz" and is_german_card_code(p.detail))
    if not codes:
        return entry
    return _less(entry, weights.code_beside_title * codes)


def _reduced(entry: _Scored, weights: Weights) -> _Scored:
    return _less(entry, weights.beside_heading * entry.of("letterhead", "body"))


def _less(entry: _Scored, loss: float) -> _Scored:
    """What another type's title takes from a type that has none."""
    against = Evidence(name="other_title", weight=-round(loss, 3))
    return replace(entry, evidence=(*entry.evidence, against))


def _without_fallbacks(scored: Sequence[_Scored], weights: Weights) -> list[_Scored]:
    """Fallback types stay out where a specific type fits, unless their own title says so."""
    specific = [entry for entry in scored if not entry.kind.fallback]
    strongest = max((entry.strength for entry in specific), default=0.0)
    if strongest < weights.specific_enough:
        fallbacks = [entry for entry in scored if entry.kind.fallback and entry.strength > 0]
        # two weak kinds do not outweigh a letter that is nothing but a letter
        strong = [entry for entry in specific if entry.strength >= 0.8 * weights.specific_enough]
        return fallbacks + strong if fallbacks else specific
    titled = [entry for entry in scored if entry.kind.fallback and entry.title >= weights.fallback_title]
    return specific + titled


def _confidence(strength: float, gap: float, weights: Weights) -> float:
    """0 to 1: how strong the evidence is, reduced where the runner-up comes near."""
    certainty = 1.0 - math.exp(-strength / weights.half_strength)
    return certainty * (0.5 + 0.5 * min(1.0, gap / weights.clear_gap))
