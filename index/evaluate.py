"""Which documents a plan finds, and how well each fits, with sets and dictionaries.

A document's score is BM25F: each term counts by its rarity, saturates with its frequency and is
measured against the length of the field it stands in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial, reduce
from itertools import chain, compress, repeat
from math import log
from operator import and_

import index.lean  # noqa: F401 -- before the engine
from whoosh.util.numeric import byte_to_length

from index.phrase import occurrences
from index.snapshot import Postings, Snapshot

Scores = dict[int, float]
"""Number of each document found, and how well it fits."""

_TELLING, _SHARE = 5, 100  # documents, of a hundred times as many; what so few have is told by one word
_LACKING = 0.3  # what the words count that are there, if one is missing
_MANY = 20_000  # documents; among so many it tells nothing how often they have a word, and takes long to say
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
class Begun:
    """Any of these terms, which all fit equally well."""

    terms: tuple[Term, ...]
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


Plan = Term | Adjacent | AnyOf | AllOf | MostOf | Without | Begun | Days | Everything


Among = Collection[int] | None
"""Documents that others have left over; None: all."""


def evaluate(snapshot: Snapshot, plan: Plan) -> Scores:
    """The documents found, without the deleted ones."""
    found = _scores(snapshot, plan, None)
    for number in snapshot.deleted & found.keys():
        del found[number]
    return found


def _scores(snapshot: Snapshot, plan: Plan, among: Among) -> Scores:
    match plan:
        case Term():
            return _term(snapshot, plan, among)
        case Adjacent():
            return _adjacent(snapshot, plan, among)
        case AnyOf(plans):
            return _sum([_scores(snapshot, child, among) for child in plans])
        case AllOf(plans):
            return _all(snapshot, plans, among)
        case MostOf(plans):
            few = min(_TELLING, snapshot.size // _SHARE)
            return _most([_scores(snapshot, child, among) for child in plans], few=few)
        case Without(child, unwanted):
            wanted = _scores(snapshot, child, among)
            others = _scores(snapshot, unwanted, wanted.keys())
            return {number: wanted[number] for number in wanted.keys() - others.keys()}
        case Begun(terms, score):
            listed = (snapshot.postings(each.field, each.term).numbers for each in terms)
            return dict.fromkeys(set().union(*listed), score)
        case Days():
            return _days(snapshot, plan)
        case Everything():
            return dict.fromkeys(range(snapshot.size), 0.0)


def _days(snapshot: Snapshot, plan: Days) -> Scores:
    days = enumerate(snapshot.days(plan.field))
    return dict.fromkeys([number for number, day in days if day and plan.first <= day <= plan.last], 0.0)


def _sum(found: Iterable[Scores]) -> Scores:
    """Added up into the largest one."""
    largest, *others = sorted(found, key=len, reverse=True) or [{}]
    for other in others:
        for number, score in other.items():
            largest[number] = largest.get(number, 0.0) + score
    return largest


def _all(snapshot: Snapshot, plans: Sequence[Plan], among: Among) -> Scores:
    """The rarest first: the others are then only looked for where it stands."""
    found: list[Scores] = []
    for plan in sorted(plans, key=partial(_most_documents, snapshot)):
        scores = _scores(snapshot, plan, among)
        among = scores.keys() if among is None else scores.keys() & among
        if not among:
            return {}
        found.append(scores)
    if len(found) == 1:
        return found[0]
    return _added(found, [] if among is None else list(among))


def _added(found: Sequence[Scores], numbers: Sequence[int]) -> Scores:
    """The sums of these documents, which lack in some."""
    columns = (map(scores.get, numbers, repeat(0.0)) for scores in found)
    return dict(zip(numbers, map(sum, zip(*columns, strict=True)), strict=True))


def _most_documents(snapshot: Snapshot, plan: Plan) -> int:
    """No more than so many can be found."""
    match plan:
        case Term(field, term):
            return snapshot.documents(field, term)
        case Adjacent(terms, _):
            return min(snapshot.documents("text", term) for term in terms)
        case AnyOf(plans) | MostOf(plans) | Begun(plans, _):
            return sum(_most_documents(snapshot, child) for child in plans)
        case AllOf(plans):
            return min((_most_documents(snapshot, child) for child in plans), default=0)
        case Without(child, _):
            return _most_documents(snapshot, child)
        case Days() | Everything():
            return snapshot.size


def _most(found: Sequence[Scores], *, few: int) -> Scores:
    """A document with all of them stands above one that lacks a word, however rare the others are."""
    if len(found) < 2:
        return _sum(found)
    everywhere = reduce(and_, sorted((scores.keys() for scores in found), key=len))
    if len(found) > 2:
        counts = Counter(chain.from_iterable(found))
        lacking = [number for number, count in counts.items() if count == len(found) - 1]
    else:
        telling = [scores for scores in found if len(scores) <= few]
        lacking = list(set(chain.from_iterable(telling)).difference(everywhere))
    scores = _added(found, lacking)
    weaker = {number: _LACKING * score for number, score in scores.items()}
    return weaker | _added(found, list(everywhere))


# -- terms --------------------------------------------------------------------------------------


def _term(snapshot: Snapshot, plan: Term, among: Among) -> Scores:
    postings = snapshot.postings(plan.field, plan.term)
    if not plan.boost:
        return dict.fromkeys(postings.numbers, 0.0)
    if not postings.numbers:
        return {}
    factor = plan.boost * _rarity(snapshot, len(postings.numbers)) * (_K1 + 1)
    norms = _norms(snapshot, plan.field)
    numbers, counts = _left_over(postings, among)
    if len(numbers) > _MANY:
        return dict.fromkeys(numbers, factor / (1 + _K1))
    codes = map(snapshot.lengths(plan.field).__getitem__, numbers)
    if counts is None:
        once = [factor / (1 + norm) for norm in norms]
        return dict(zip(numbers, map(once.__getitem__, codes), strict=True))
    scores = [factor * count / (count + norms[code]) for count, code in zip(counts, codes, strict=True)]
    return dict(zip(numbers, scores, strict=True))


def _left_over(postings: Postings, among: Among) -> tuple[Sequence[int], Sequence[int] | None]:
    """Numbers and counts of those documents that others have left over, if they are much fewer."""
    numbers, counts = postings
    if among is None or len(among) > len(numbers) // 2:
        return numbers, counts
    wanted = list(map(among.__contains__, numbers))
    return list(compress(numbers, wanted)), None if counts is None else list(compress(counts, wanted))


def _rarity(snapshot: Snapshot, documents: int) -> float:
    return log(1 + snapshot.size / (documents + 1))


def _norms(snapshot: Snapshot, field: str) -> list[float]:
    """For each code of a length, what the length takes from a term's weight."""
    average = max(snapshot.total_length(field) / max(snapshot.size, 1), 1.0)
    return [_K1 * (1 - _B + _B * byte_to_length(code) / average) for code in range(256)]


def _adjacent(snapshot: Snapshot, plan: Adjacent, among: Among) -> Scores:
    rarity = sum(_rarity(snapshot, snapshot.documents("text", term)) for term in plan.terms)
    factor = plan.boost * rarity * (_K1 + 1)
    counted = occurrences(snapshot, plan.terms, among)
    return {number: factor * count / (count + _K1) for number, count in counted.items()}
