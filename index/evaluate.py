"""Which documents a plan finds, and how well each fits, with sets and dictionaries.

A document's score is BM25F: each term counts by its rarity, saturates with its frequency and is
measured against the length of the field it stands in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import chain, repeat
from math import log
from operator import and_, rshift

import index.lean  # noqa: F401 -- before the engine
from whoosh.util.numeric import byte_to_length

from index.codec import SPOT_BITS
from index.snapshot import Snapshot

Scores = dict[int, float]
"""Number of each document found, and how well it fits."""

_TELLING, _SHARE = 5, 100  # documents, of a hundred times as many; what so few have is told by one word
_LACKING = 0.3  # what the words count that are there, if one is missing
_K1, _B = 1.2, 0.75  # the usual ones: how soon frequency saturates, how much length counts


@dataclass(frozen=True, slots=True)
class Term:
    field: str
    term: str
    boost: float = 0.0
    """0: a filter, which says nothing about how well a document fits."""


@dataclass(frozen=True, slots=True)
class Adjacent:
    """Terms of `text` that stand side by side."""

    terms: tuple[str, ...]
    boost: float


@dataclass(frozen=True, slots=True)
class AnyOf:
    plans: tuple[Plan, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    plans: tuple[Plan, ...]


@dataclass(frozen=True, slots=True)
class MostOf:
    """All of them, or all but one: of two, one suffices only if few documents have it."""

    plans: tuple[Plan, ...]


@dataclass(frozen=True, slots=True)
class Without:
    plan: Plan
    unwanted: Plan


@dataclass(frozen=True, slots=True)
class Flat:
    """Every document fits equally well."""

    plan: Plan
    score: float


@dataclass(frozen=True, slots=True)
class Days:
    """A document whose day in `field` lies within; one without a date never does."""

    field: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Everything:
    pass


Plan = Term | Adjacent | AnyOf | AllOf | MostOf | Without | Flat | Days | Everything


def evaluate(snapshot: Snapshot, plan: Plan) -> Scores:
    """The documents found, without the deleted ones."""
    found = _scores(snapshot, plan)
    for number in snapshot.deleted & found.keys():
        del found[number]
    return found


def _scores(snapshot: Snapshot, plan: Plan) -> Scores:
    match plan:
        case Term():
            return _term(snapshot, plan)
        case Adjacent():
            return _adjacent(snapshot, plan)
        case AnyOf(plans):
            return _sum([_scores(snapshot, child) for child in plans])
        case AllOf(plans):
            return _all(snapshot, plans)
        case MostOf(plans):
            few = min(_TELLING, snapshot.size // _SHARE)
            return _most([_scores(snapshot, child) for child in plans], few=few)
        case Without(child, unwanted):
            wanted = _scores(snapshot, child)
            return {number: wanted[number] for number in wanted.keys() - _scores(snapshot, unwanted).keys()}
        case Flat(child, score):
            return dict.fromkeys(_scores(snapshot, child), score)
        case Days(field, first, last):
            days = enumerate(snapshot.days(field))
            return dict.fromkeys([number for number, day in days if day and first <= day <= last], 0.0)
        case Everything():
            return dict.fromkeys(range(snapshot.size), 0.0)


def _sum(found: Iterable[Scores]) -> Scores:
    """Added up into the largest one."""
    largest, *others = sorted(found, key=len, reverse=True) or [{}]
    for other in others:
        for number, score in other.items():
            largest[number] = largest.get(number, 0.0) + score
    return largest


def _all(snapshot: Snapshot, plans: Sequence[Plan]) -> Scores:
    found: list[Scores] = []
    for plan in plans:
        found.append(_scores(snapshot, plan))
        if not found[-1]:
            return {}
    if len(found) == 1:
        return found[0]
    found.sort(key=len)
    common = reduce(and_, (scores.keys() for scores in found))
    return {number: sum(scores[number] for scores in found) for number in common}


def _most(found: Sequence[Scores], *, few: int) -> Scores:
    """A document with all of them stands above one that lacks a word, however rare the others are."""
    if len(found) < 2:
        return _sum(found)
    telling = found if len(found) > 2 else [scores for scores in found if len(scores) <= few]
    enough = set(chain.from_iterable(telling))
    return {
        number: sum(scores.get(number, 0.0) for scores in found) * (1.0 if count == len(found) else _LACKING)
        for number, count in Counter(chain.from_iterable(found)).items()
        if count == len(found) or (count == len(found) - 1 and number in enough)
    }


# -- terms --------------------------------------------------------------------------------------


def _term(snapshot: Snapshot, plan: Term) -> Scores:
    numbers, counts = snapshot.postings(plan.field, plan.term)
    if not plan.boost:
        return dict.fromkeys(numbers, 0.0)
    if not numbers:
        return {}
    factor = plan.boost * _rarity(snapshot, len(numbers)) * (_K1 + 1)
    norms = _norms(snapshot, plan.field)
    codes = map(snapshot.lengths(plan.field).__getitem__, numbers)
    if counts is None:
        once = [factor / (1 + norm) for norm in norms]
        return dict(zip(numbers, map(once.__getitem__, codes), strict=True))
    scores = [factor * count / (count + norms[code]) for count, code in zip(counts, codes, strict=True)]
    return dict(zip(numbers, scores, strict=True))


def _rarity(snapshot: Snapshot, documents: int) -> float:
    return log(1 + snapshot.size / (documents + 1))


def _norms(snapshot: Snapshot, field: str) -> list[float]:
    """For each code of a length, what the length takes from a term's weight."""
    average = max(snapshot.total_length(field) / max(snapshot.size, 1), 1.0)
    return [_K1 * (1 - _B + _B * byte_to_length(code) / average) for code in range(256)]


def _adjacent(snapshot: Snapshot, plan: Adjacent) -> Scores:
    """Spots are numbers: a phrase is an intersection of sets of them, where all words stand."""
    listed = [snapshot.postings("text", term).numbers for term in plan.terms]
    rarest, *others = sorted(listed, key=len)
    common = reduce(set.intersection, others, set(rarest))
    if not common:
        return {}
    first, *following = plan.terms
    ends = set(snapshot.spots(first, common))
    for term in following:
        ends = set(map((1).__add__, ends)).intersection(snapshot.spots(term, common))
    counted = Counter(map(rshift, ends, repeat(SPOT_BITS)))
    factor = plan.boost * sum(_rarity(snapshot, len(numbers)) for numbers in listed) * (_K1 + 1)
    return {number: factor * count / (count + _K1) for number, count in counted.items()}
