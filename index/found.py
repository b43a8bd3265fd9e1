"""The documents that a plan finds, with their scores: how many, the best of them, and how they are counted.

`Few` holds them in a dictionary; `index.arrays.Many` in arrays, for tens of thousands. Both order alike.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Literal, Protocol

Sort = Literal["relevance", "date"]
Scores = dict[int, float]
"""Number of each document found, and how well it fits."""

ALIKE = 0.001
"""Scores that differ by less are equal."""


class Found(Protocol):
    def __len__(self) -> int: ...

    def without(self, numbers: Collection[int]) -> Found:
        """The others."""

    def numbers(self) -> Collection[int]: ...

    def best(self, limit: int, sort: Sort, days: array[int]) -> Sequence[tuple[int, float]]:
        """Numbers and scores of the first ones by score, then by day, or the other way round."""

    def counted(self, values: array[int]) -> Counter[int]:
        """How many have which value, out of the values of all documents."""


@dataclass(frozen=True, slots=True)
class Few:
    scores: Scores

    def __len__(self) -> int:
        return len(self.scores)

    def without(self, numbers: Collection[int]) -> Few:
        return Few({number: self.scores[number] for number in self.scores.keys() - numbers})

    def numbers(self) -> Collection[int]:
        return self.scores.keys()

    def best(self, limit: int, sort: Sort, days: array[int]) -> Sequence[tuple[int, float]]:
        if sort == "date":
            return nlargest(limit, self.scores.items(), key=lambda item: (days[item[0]], item[1], -item[0]))
        last = min(nlargest(limit, self.scores.values()), default=0.0)
        worthy = [item for item in self.scores.items() if item[1] >= last - ALIKE]
        return nlargest(limit, worthy, key=lambda item: (round(item[1] / ALIKE), days[item[0]], -item[0]))

    def counted(self, values: array[int]) -> Counter[int]:
        return Counter(map(values.__getitem__, self.scores))
