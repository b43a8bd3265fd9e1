"""What the site's clerks have taught: a linear model over words, applied where the rules are unsure.

It is trained by `service.learning` from confirmed documents only and kept as plain JSON. Each of its
decisions is a sum of weighted words, so that the strongest words are the explanation.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter

from pipeline.model import UNCLASSIFIED, Classification, Evidence, PageReading
from pipeline.zones import zones

SURE = 0.6
"""From this score of the rules on, what was learned is not asked."""
LEAST_PROBABILITY = 0.5
"""Below this the learner has no opinion either."""

_PAGES = 3
_TITLE = "titel:"
_PROMINENT = 0.8
_EXPLAINED = 5
_WORD = re.compile(r"(?<![\w])[^\W\d_]{3,24}(?![\w])")
_NAMED = re.compile(
    r"\b(?:(?:frau|herrn?|familie|dr\.(?:\s?med\.)?|gez\.|i\.\s?[av]\.|im auftrag)[\s,:/]+)+"
    r"[\w.'-]+(?:\s[\w'-]+)?",
    re.IGNORECASE,
)
"""An honorific or a signature with the words that follow: a name, which must not become a term."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """One authority's model. `rarity`: inverse document frequency of each term; `weights` by type and term.

    `reliability`: the types it is used for, with the share of its held-out guesses that were right.
    """

    program: str
    rarity: Mapping[str, float]
    weights: Mapping[str, Mapping[str, float]]
    intercepts: Mapping[str, float]
    reliability: Mapping[str, float]


LEARNED: TypeAdapter[Learned] = TypeAdapter(Learned)


def terms(pages: Sequence[PageReading]) -> frozenset[str]:
    """The words of the first pages, those of titles once more as `titel:word`. No numbers, no names that
    an honorific announces.
    """
    found: set[str] = set()
    for page in [page for page in pages if page.lines][:_PAGES]:
        parts = zones(page)
        found.update(_words(parts.body))
        for line in parts.titles:
            if line.prominence >= _PROMINENT:
                found.update(_TITLE + word for word in _words(line.text))
    return frozenset(found)


def bare(term: str) -> str:
    """The word of a term."""
    return term.removeprefix(_TITLE)


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(_NAMED.sub(" ", text))}


def vector(found: Collection[str], rarity: Mapping[str, float]) -> dict[str, float]:
    """Known terms weighted by how rare they are, of length 1 together."""
    known = {term: rarity[term] for term in sorted(found) if term in rarity}
    length = math.sqrt(sum(value * value for value in known.values()))
    return {term: value / length for term, value in known.items()}


def refined(found: Classification, pages: Sequence[PageReading], learned: Learned) -> Classification:
    """The classification by rules, or a learned one where the rules are unsure and the model has proved
    better for the type that it says.
    """
    if sure(found):
        return found
    values = vector(terms(pages), learned.rarity)
    kind, probability = guess(values, learned)
    if kind not in learned.reliability or probability < LEAST_PROBABILITY:
        return found
    score = round(min(probability, learned.reliability[kind]), 3)
    return Classification(type=kind, score=score, evidence=_strongest(values, learned.weights[kind]))


def sure(found: Classification) -> bool:
    """Whether the rules need no second opinion."""
    return found.type != UNCLASSIFIED and found.score >= SURE


def guess(values: Mapping[str, float], learned: Learned) -> tuple[str, float]:
    """The likeliest type with its probability, 0 to 1 (softmax over the types' sums)."""
    sums = {
        kind: learned.intercepts[kind] + sum(values[term] * weights.get(term, 0.0) for term in values)
        for kind, weights in learned.weights.items()
    }
    best = max(sums, key=lambda kind: sums[kind])
    return best, 1.0 / sum(math.exp(value - sums[best]) for value in sums.values())


def strongest(weights: Mapping[str, float], count: int) -> list[str]:
    """The terms that speak most for a type."""
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    return [term for term, weight in ranked[:count] if weight > 0]


def _strongest(values: Mapping[str, float], weights: Mapping[str, float]) -> tuple[Evidence, ...]:
    shares = {term: value * weights.get(term, 0.0) for term, value in values.items()}
    return tuple(
        Evidence(name="learned", weight=round(shares[term], 3), detail=term)
        for term in strongest(shares, _EXPLAINED)
    )
