"""In which documents words stand side by side, and how often.

A spot is a number, document first and place behind it, so a phrase is an intersection of sets of spots.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import partial
from itertools import repeat
from operator import rshift

from index.codec import SPOT_BITS
from index.snapshot import Snapshot

_FEW = 20  # times as many documents: then the others are looked up one by one


def occurrences(snapshot: Snapshot, terms: Sequence[str], among: Collection[int] | None) -> Counter[int]:
    """How often the phrase stands in each document that has it, of those that others have left over."""
    rarest, *others = sorted(terms, key=partial(snapshot.documents, "text"))
    common = set(snapshot.postings("text", rarest).numbers)
    if among is not None:
        common.intersection_update(among)
    for other in others:
        if len(common) * _FEW > snapshot.documents("text", other):
            common.intersection_update(snapshot.postings("text", other).numbers)
    counted: Counter[int] = Counter()
    if common:
        for spots in zip(*(snapshot.spots(term, common) for term in terms), strict=True):
            counted.update(map(rshift, _side_by_side(spots), repeat(SPOT_BITS)))
    return counted


def _side_by_side(spots: Sequence[Iterable[int]]) -> Iterable[int]:
    """Where the last of the words stands right behind the others."""
    first, *following = spots
    ends = set(first)
    for each in following:
        ends = set(map((1).__add__, ends)).intersection(each)
    return ends
