"""What a score is worth: the share of right documents among those of like score, as a text diagram."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_EDGES = (0.0, 0.42, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
"""The lowest band is what stays unclassified."""
_WIDTH = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Documents whose score lies in [`least`, `below`)."""

    least: float
    below: float
    count: int
    right: int
    mean: float


def bands(scored: Iterable[tuple[float, bool]], edges: Sequence[float] = _EDGES) -> list[Band]:
    """Scores with whether they were right, in bands; empty bands are left out."""
    pairs = list(scored)
    found = []
    for least, below in pairwise(edges):
        inside = [(score, right) for score, right in pairs if least <= score < below]
        if inside:
            found.append(
                Band(
                    least=least,
                    below=min(below, 1.0),
                    count=len(inside),
                    right=sum(right for _, right in inside),
                    mean=sum(score for score, _ in inside) / len(inside),
                )
            )
    return found


def diagram(found: Sequence[Band]) -> Iterator[str]:
    """One line a band: `#` reaches to the share that is right, `|` stands where the score would have it."""
    yield "score        count  right   0%" + " " * (_WIDTH - 5) + "100%"
    for band in found:
        share = band.right / band.count
        bar = ["#" if place < round(share * _WIDTH) else "." for place in range(_WIDTH)]
        bar[min(_WIDTH - 1, round(band.mean * _WIDTH))] = "|"
        yield f"{band.least:.2f} - {band.below:.2f}  {band.count:5}  {share:5.0%}   {''.join(bar)}"
