"""The same as `index.evaluate`, where very many documents have the words: with arrays.

A step holds a flag and a score for every document of the index, so that what takes Python tens of
milliseconds takes one. Loaded only when it pays: numpy takes as long to load as a search may last.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from index.codec import NUMBER, SPOT_BITS, Listing
from index.evaluate import K1, LACKING, MANY, by_number, few_of, norms, weight
from index.found import ALIKE, Sort
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

Flags = NDArray[np.bool_]
Numbers = NDArray[Any]
_NUMBER = np.dtype(NUMBER)
_FEW = 500  # documents with all words of a phrase, whose places are sooner compared one by one


class _Marked(NamedTuple):
    """For each document whether it is found, and its score: 0 where it is not."""

    there: Flags
    scores: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Many:
    """Documents in ascending order, with their scores."""

    documents: Numbers
    scores: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.documents)

    def without(self, numbers: Collection[int]) -> Many:
        others = ~np.isin(self.documents, list(numbers))
        return Many(self.documents[others], self.scores[others])

    def numbers(self) -> Collection[int]:
        return cast("list[int]", self.documents.tolist())

    def best(self, limit: int, sort: Sort, days: array[int]) -> Sequence[tuple[int, float]]:
        day = np.frombuffer(days, np.dtype(days.typecode))[self.documents]
        keys = (day, self.scores) if sort == "date" else (np.rint(self.scores / ALIKE), day)
        chosen = _first(np.arange(len(self)), (*keys, -self.documents), limit)
        ordered = chosen[np.lexsort([key[chosen] for key in (-self.documents, *reversed(keys))])[::-1]]
        return list(zip(self.documents[ordered].tolist(), self.scores[ordered].tolist(), strict=True))

    def counted(self, values: array[int]) -> Counter[int]:
        counts = np.bincount(np.frombuffer(values, np.dtype(values.typecode))[self.documents])
        return Counter({value: int(counts[value]) for value in np.flatnonzero(counts).tolist()})


def _first(chosen: Numbers, keys: Sequence[Numbers], limit: int) -> Numbers:
    """Out of `chosen` the `limit` with the largest keys, in any order.

    A key decides between those that are equal by the keys before it.
    """
    if not keys or not 0 < limit < len(chosen):
        return chosen[:limit]
    key = keys[0][chosen]
    last = np.partition(key, len(key) - limit)[len(key) - limit]
    better = chosen[key > last]
    return np.concatenate([better, _first(chosen[key == last], keys[1:], limit - len(better))])


def evaluate_many(snapshot: Snapshot, plan: Plan) -> Many:
    """The documents found, without the deleted ones."""
    there, scores = _Evaluation(snapshot).marked(plan, None)
    if snapshot.deleted:
        there[list(snapshot.deleted)] = False
    documents = np.flatnonzero(there)
    return Many(documents, scores[documents])


@dataclass(frozen=True, slots=True)
class _Evaluation:
    snapshot: Snapshot

    def marked(self, plan: Plan, among: Flags | None) -> _Marked:
        """At least those out of `among` (None: all); what others have left over need not be looked at."""
        match plan:
            case Term() | Adjacent():
                return self._any((plan,), among)
            case AnyOf(plans):
                return self._any(plans, among)
            case AllOf(plans):
                return self._all(plans, among)
            case MostOf(plans):
                return self._most([self.marked(child, among) for child in plans])
            case Without(child, unwanted):
                wanted = self.marked(child, among)
                return _only(wanted.there & ~self.marked(unwanted, wanted.there).there, wanted.scores)
            case Begun():
                return self._begun(plan)
            case Days(name, first, last):
                days = _array(self.snapshot.days(name))
                return self._alike((days > 0) & (days >= first) & (days <= last), 0.0)
            case Everything():
                return self._alike(np.ones(self.snapshot.size, np.bool_), 0.0)

    def _none(self) -> _Marked:
        return _Marked(np.zeros(self.snapshot.size, np.bool_), np.zeros(self.snapshot.size))

    def _alike(self, there: Flags, score: float) -> _Marked:
        return _Marked(there, np.where(there, score, 0.0))

    def _any(self, plans: Sequence[Plan], among: Flags | None) -> _Marked:
        found = self._none()
        for plan in plans:
            if isinstance(plan, Term):
                self._add_term(found, plan)
            elif isinstance(plan, Adjacent):
                self._add_phrase(found, plan, among)
            else:
                there, scores = self.marked(plan, among)
                np.logical_or(found.there, there, out=found.there)
                np.add(found.scores, scores, out=found.scores)
        return found

    def _add_term(self, found: _Marked, plan: Term) -> None:
        documents = self.snapshot.documents(plan.field, plan.term)
        factor = weight(self.snapshot, plan.boost, documents)
        norm_of = np.array(norms(self.snapshot, plan.field)) if factor else None
        for base, listing in self._segments(plan, documents):
            numbers = _array(listing.numbers) + np.uint32(base)
            found.there[numbers] = True
            if norm_of is not None:
                lengths = np.frombuffer(self.snapshot.lengths(plan.field), np.uint8)[numbers]
                counts = 1 if listing.counts is None else _array(listing.counts)
                found.scores[numbers] += factor * counts / (counts + norm_of[lengths])

    def _add_phrase(self, found: _Marked, plan: Adjacent, among: Flags | None) -> None:
        numbers = [self.snapshot.documents("text", term) for term in plan.terms]
        factor = weight(self.snapshot, plan.boost, *numbers)
        for documents, counts in self._phrases(plan, among, rare=min(numbers) < _FEW):
            found.there[documents] = True
            found.scores[documents] += factor * counts / (counts + K1)

    def _phrases(
        self, plan: Adjacent, among: Flags | None, *, rare: bool
    ) -> Iterator[tuple[Numbers, Numbers]]:
        """In which documents of each segment the words stand side by side, and how often."""
        if rare:
            counted = occurrences(self.snapshot, plan.terms, None)
            yield np.array(list(counted), np.intp), np.array(list(counted.values()))
            return
        for base, size, listings in self.snapshot.together("text", plan.terms):
            common = np.ones(size, np.bool_) if among is None else among[base : base + size].copy()
            for listing in listings:
                has = np.zeros(size, np.bool_)
                has[_array(listing.numbers)] = True
                common &= has
            if common.any():
                counts = _occurrences(listings, common)
                documents = np.flatnonzero(counts)
                yield documents + base, counts[documents]

    def _segments(self, plan: Term, documents: int) -> Iterable[tuple[int, Listing | Postings]]:
        """Those of a rare term are put together: a step with arrays takes long, however short they are."""
        if documents > MANY:
            return self.snapshot.listings(plan.field, plan.term)
        return [(0, self.snapshot.postings(plan.field, plan.term))] if documents else ()

    def _all(self, plans: Sequence[Plan], among: Flags | None) -> _Marked:
        """The rarest first: places of a phrase are then only looked for where it stands."""
        scores = np.zeros(self.snapshot.size)
        for plan in sorted(plans, key=by_number(self.snapshot)):
            found = self.marked(plan, among)
            among = found.there if among is None else found.there & among
            if not among.any():
                return self._none()
            scores += found.scores
        return self.marked(Everything(), None) if among is None else _only(among, scores)

    def _most(self, found: Sequence[_Marked]) -> _Marked:
        if len(found) < 2:
            return found[0] if found else self._none()
        scores = np.sum([each.scores for each in found], axis=0)
        counts = np.sum([each.there for each in found], axis=0, dtype=np.uint16)
        everywhere = counts == len(found)
        lacking = counts == len(found) - 1
        if len(found) == 2:
            telling = [each.there for each in found if each.there.sum() <= few_of(self.snapshot)]
            lacking &= np.logical_or.reduce(telling, axis=0) if telling else False
        return _only(everywhere | lacking, np.where(everywhere, scores, LACKING * scores))

    def _begun(self, plan: Begun) -> _Marked:
        there = np.zeros(self.snapshot.size, np.bool_)
        for name in plan.fields:
            for base, stretch in self.snapshot.stretches(name, plan.beginning):
                there[np.frombuffer(b"".join(stretch.documents()), _NUMBER) + np.uint32(base)] = True
        for base, listing in self.snapshot.listings("text", plan.stem) if plan.stem else ():
            there[_array(listing.numbers) + np.uint32(base)] = True
        return self._alike(there, plan.score)


def _occurrences(listings: Sequence[Listing], common: Flags) -> Numbers:
    """How often the words stand side by side in each document of a segment, out of those with all words."""
    spots = [_spots(listing, common) - np.uint64(shift) for shift, listing in enumerate(listings)]
    first, *others = sorted(spots, key=len)
    for other in others:
        ordered = np.sort(other)
        nearest = np.minimum(np.searchsorted(ordered, first), len(ordered) - 1)
        first = first[ordered[nearest] == first]
    return np.bincount((first >> np.uint64(SPOT_BITS)).astype(np.intp), minlength=len(common))


def _spots(listing: Listing, common: Flags) -> Numbers:
    """Each place as one number, document first."""
    owners, places = _array(listing.numbers), _array(listing.places())
    if listing.counts is not None:
        owners = np.repeat(owners, _array(listing.counts))
    kept = common[owners]
    return (owners[kept].astype(np.uint64) << np.uint64(SPOT_BITS)) | places[kept]


def _only(there: Flags, scores: NDArray[np.float64]) -> _Marked:
    return _Marked(there, np.where(there, scores, 0.0))


def _array(numbers: array[int]) -> Numbers:
    """Without copying."""
    return np.frombuffer(numbers, np.dtype(numbers.typecode))
