"""How a flat sheet lies in a photograph: the mapping between the sheet and its slanted picture.

Places are shares of the page: (0, 0) is its upper left corner, (1, 1) the lower right one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model import Rotation

Point = tuple[float, float]
Quad = tuple[Point, Point, Point, Point]
"""Corners from the upper left one clockwise."""

_PAGE: Quad = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))


@dataclass(frozen=True, slots=True)
class Perspective:
    """From places of the straightened page to those of the photograph."""

    factors: tuple[float, ...]
    """a to h in x' = (a x + b y + c) / (g x + h y + 1), y' = (d x + e y + f) / (g x + h y + 1)."""

    @classmethod
    def between(cls, straight: Quad, seen: Quad) -> Perspective:
        """The one mapping that takes the corners `straight` to `seen`; no three of either lie on a line."""
        rows = []
        for (x, y), (u, v) in zip(straight, seen, strict=True):
            rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
            rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
        return cls(tuple(_solved(rows)))

    def at(self, place: Point) -> Point:
        a, b, c, d, e, f, g, h = self.factors
        x, y = place
        scale = g * x + h * y + 1
        return (a * x + b * y + c) / scale, (d * x + e * y + f) / scale

    def turned(self, turn: Rotation) -> Perspective:
        """The same after page and photograph were turned clockwise."""
        seen = [_turned(self.at(place), turn) for place in _PAGE]
        straight = [_turned(place, turn) for place in _PAGE]
        return Perspective.between(_quad(straight), _quad(seen))


def _quad(points: Sequence[Point]) -> Quad:
    first, second, third, fourth = points
    return first, second, third, fourth


def _turned(place: Point, turn: Rotation) -> Point:
    x, y = place
    for _ in range(turn // 90):
        x, y = 1 - y, x
    return x, y


def _solved(rows: list[list[float]]) -> list[float]:
    """Gauss with pivots: the last column is the right side."""
    size = len(rows)
    for column in range(size):
        best = max(range(column, size), key=lambda row: abs(rows[row][column]))
        rows[column], rows[best] = rows[best], rows[column]
        pivot = rows[column][column]
        rows[column] = [value / pivot for value in rows[column]]
        for row in range(size):
            if row != column:
                factor = rows[row][column]
                rows[row] = [a - factor * b for a, b in zip(rows[row], rows[column], strict=True)]
    return [row[-1] for row in rows]
