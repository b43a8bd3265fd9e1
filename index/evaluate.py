"""Which documents a plan finds, and how well each fits, with sets and dictionaries.

A document's score is BM25F: each term counts by its rarity, saturates with its frequency and is
measured against the length of the field it stands in.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache, partial, reduce
from itertools import chain, compress, repeat
from math import log
from operator import and_

import index.lean  # noqa: F401 -- before the engine
from whoosh.util.numeric import byte_to_length

from index.found import Few, Found, Scores
from index.phrase import occurrences
from index.plan_nodes import (
    Adjacent,
    AllOf,
    AnyOf,
    Begun,
    Days,
    Everything,
    MostOf,
    Plan,
    Term,
    Without,
)
from index.snapshot import Postings, Snapshot

_TELLING, _SHARE = 5, 100  # documents, of a hundred times as many; what so few have is told by one word
LACKING = 0.3
"""What the words count that are there, if one is missing."""
MANY = 5_000
"""Postings: arrays take about as long for the fewest as sets for so many."""
_WORTH_LOADING = 500_000  # postings
_PLACES = 3  # times as long as a document takes the comparing of its places
K1, _B = 1.2, 0.75  # the usual ones: how soon frequency saturates, how much length counts

Among = Collection[int] | None
"""Documents that others have left over; None: all."""


def evaluate(snapshot: Snapshot, plan: Plan) -> Found:
    """The documents found, without the deleted ones."""
    if _arrays_pay(snapshot, plan):
        from index.arrays import evaluate_many  # noqa: PLC0415 -- see there

        return evaluate_many(snapshot, plan)
    return Few(evaluate_few(snapshot, plan))


def evaluate_few(snapshot: Snapshot, plan: Plan) -> Scores:
    """As `evaluate`, whatever it takes."""
    found = _scores(snapshot, plan, None)
    for number in snapshot.deleted & found.keys():
        del found[number]
    return found


def _arrays_pay(snapshot: Snapshot, plan: Plan) -> bool:
    """Loading numpy pays once as many postings were looked at as could have been in the time it takes."""
    looked_at = _postings(snapshot, plan)
    if "numpy" in sys.modules:
        return looked_at > MANY
    snapshot.looked_at += looked_at
    return snapshot.looked_at > _WORTH_LOADING


def _postings(snapshot: Snapshot, plan: Plan) -> int:
    """About how many are looked at."""
    match plan:
        case Term(field, term):
            return snapshot.documents(field, term)
        case Adjacent(terms, _):
            return _PLACES * sum(snapshot.documents("text", term) for term in terms)
        case AnyOf(plans) | MostOf(plans) | AllOf(plans):
            return sum(_postings(snapshot, child) for child in plans)
        case Without(child, unwanted):
            return _postings(snapshot, child) + _postings(snapshot, unwanted)
        case Begun(fields, beginning):
            return sum(snapshot.begun(field, beginning) for field in fields)
        case Days() | Everything():
            return snapshot.size


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
            return _most([_scores(snapshot, child, among) for child in plans], few=few_of(snapshot))
        case Without(child, unwanted):
            wanted = _scores(snapshot, child, among)
            others = _scores(snapshot, unwanted, wanted.keys())
            return {number: wanted[number] for number in wanted.keys() - others.keys()}
        case Begun():
            return _begun(snapshot, plan)
        case Days():
            return _days(snapshot, plan, among)
        case Everything():
            return dict.fromkeys(range(snapshot.size), 0.0)


def _begun(snapshot: Snapshot, plan: Begun) -> Scores:
    found = set(snapshot.postings("text", plan.stem).numbers if plan.stem else ())
    for field in plan.fields:
        for base, stretch in snapshot.stretches(field, plan.beginning):
            for documents in stretch.documents():
                found.update(map(base.__add__, documents))
    return dict.fromkeys(found, plan.score)


def _days(snapshot: Snapshot, plan: Days, among: Among) -> Scores:
    days, first = snapshot.days(plan.field), max(plan.first, 1)
    numbers = range(snapshot.size) if among is None else among
    return dict.fromkeys([number for number in numbers if first <= days[number] <= plan.last], 0.0)


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
    for plan in sorted(plans, key=by_number(snapshot)):
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


def few_of(snapshot: Snapshot) -> int:
    """So few documents are told by one word."""
    return min(_TELLING, snapshot.size // _SHARE)


def by_number(snapshot: Snapshot) -> Callable[[Plan], int]:
    """Orders plans by how many documents they can find at most."""
    return partial(_most_documents, snapshot)


def _most_documents(snapshot: Snapshot, plan: Plan) -> int:
    """No more than so many can be found."""
    match plan:
        case Term(field, term):
            return snapshot.documents(field, term)
        case Adjacent(terms, _):
            return min(snapshot.documents("text", term) for term in terms)
        case AnyOf(plans) | MostOf(plans):
            return sum(_most_documents(snapshot, child) for child in plans)
        case AllOf(plans):
            return min((_most_documents(snapshot, child) for child in plans), default=0)
        case Without(child, _):
            return _most_documents(snapshot, child)
        case Begun() | Days() | Everything():
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
    weaker = {number: LACKING * score for number, score in scores.items()}
    return weaker | _added(found, list(everywhere))


# -- terms --------------------------------------------------------------------------------------


def _term(snapshot: Snapshot, plan: Term, among: Among) -> Scores:
    postings = snapshot.postings(plan.field, plan.term)
    if not plan.boost:
        return dict.fromkeys(postings.numbers, 0.0)
    if not postings.numbers:
        return {}
    factor = weight(snapshot, plan.boost, len(postings.numbers))
    norm_of = norms(snapshot, plan.field)
    numbers, counts = _left_over(postings, among)
    codes = map(snapshot.lengths(plan.field).__getitem__, numbers)
    if counts is None:
        once = [factor / (1 + norm) for norm in norm_of]
        return dict(zip(numbers, map(once.__getitem__, codes), strict=True))
    scores = [factor * count / (count + norm_of[code]) for count, code in zip(counts, codes, strict=True)]
    return dict(zip(numbers, scores, strict=True))


def _left_over(postings: Postings, among: Among) -> tuple[Sequence[int], Sequence[int] | None]:
    """Numbers and counts of those documents that others have left over, if they are much fewer."""
    numbers, counts = postings
    if among is None or len(among) > len(numbers) // 2:
        return numbers, counts
    wanted = list(map(among.__contains__, numbers))
    return list(compress(numbers, wanted)), None if counts is None else list(compress(counts, wanted))


def weight(snapshot: Snapshot, boost: float, *documents: int) -> float:
    """What a term counts that stands in so many documents, or a phrase of several: the rarer, the more."""
    return boost * sum(log(1 + snapshot.size / (number + 1)) for number in documents) * (K1 + 1)


def norms(snapshot: Snapshot, field: str) -> Sequence[float]:
    """For each code of a length, what the length takes from a term's weight."""
    return _norms(max(snapshot.total_length(field) / max(snapshot.size, 1), 1.0))


@lru_cache(maxsize=16)
def _norms(average: float) -> Sequence[float]:
    return [K1 * (1 - _B + _B * byte_to_length(code) / average) for code in range(256)]


def _adjacent(snapshot: Snapshot, plan: Adjacent, among: Among) -> Scores:
    factor = weight(snapshot, plan.boost, *(snapshot.documents("text", term) for term in plan.terms))
    counted = occurrences(snapshot, plan.terms, among)
    return {number: factor * count / (count + K1) for number, count in counted.items()}
