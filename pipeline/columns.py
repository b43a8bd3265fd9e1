"""Printed lines with their columns: words that stand far apart are kept apart in the text, too."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.model import Box, Line, PageReading, Word

GAP = "   "
"""Stands in `Spread.text` between words that are further apart than a blank."""

WIDE = 1.2
"""Gaps above this share of the line's height divide columns; a blank is about a third of it."""
_TYPED, _BLANK = 0.95, 1.9
"""A line whose words all stand at least so many characters apart is typed, with blanks as wide as letters;
the widest are the second."""
_LONG = 10
"""Heights of a line from which its words tell whether it lies straight."""
_ENOUGH = 3
_STEEPEST = 0.08
"""Least lines that tell how a page lies, and the greatest slope that reading leaves to a page."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The text of a line with `GAP` between its columns; `starts` tells where each word begins."""

    line: Line
    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, line: Line) -> Spread:
        text, starts = "", []
        before: Word | None = None
        least = max(WIDE * line.height, _blank(line))
        for word in line.words:
            if before is not None:
                text += GAP if word.box.left - before.box.right > least else " "
            starts.append(len(text))
            text += word.text
            before = word
        return cls(line, text, tuple(starts))

    def words(self, start: int, end: int) -> list[Word]:
        """The words that have characters between `start` and `end` of the text."""
        return [
            word
            for word, at in zip(self.line.words, self.starts, strict=True)
            if at < end and at + len(word.text) > start
        ]

    def span(self, start: int, end: int) -> tuple[float, float]:
        """Left and right edge in points of the characters `start` to `end`, which hold a word."""
        boxes = [word.box for word in self.words(start, end)]
        return min(box.left for box in boxes), max(box.right for box in boxes)

    def confidence(self, start: int, end: int) -> float:
        """The lowest confidence of the words there; 1 where there are none."""
        return min((word.confidence for word in self.words(start, end)), default=1.0)


def _blank(line: Line) -> float:
    """The widest blank of a typed line (points), which may be wider than its capitals are high; else 0."""
    advance = sum(word.box.right - word.box.left for word in line.words) / max(
        1, sum(len(word.text) for word in line.words)
    )
    gaps = [right.box.left - left.box.right for left, right in itertools.pairwise(line.words)]
    return _BLANK * advance if min(gaps, default=0.0) > _TYPED * advance else 0.0


def first_cell(line: Line) -> str:
    """The text of the line's first column: others may stand beside an address."""
    return Spread.of(line).text.split(GAP, 1)[0]


def cell_over(line: Line, left: float, right: float) -> str:
    """The text of the column of a line that lies over the stretch from `left` to `right` (points)."""
    found = span_over(line, left, right)
    return found[0] if found else ""


def span_over(line: Line, left: float, right: float) -> tuple[str, float] | None:
    """The text of that column with its left edge; None if there is none."""
    spread = Spread.of(line)
    at = 0
    for cell in spread.text.split(GAP):
        start, end = spread.span(at, at + len(cell))
        if start < right and end > left:
            return cell, start
        at += len(cell) + len(GAP)
    return None


def views(page: PageReading) -> tuple[PageReading, PageReading]:
    """The page by columns and by rows: what stands beside a date may belong to it or not."""
    return page, replace(page, lines=rows(page.lines))


def rows(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines as rows across the page, top to bottom, also of a page that lies a little askew.

    Recognition reads a form column by column; its labels and values belong together row by row.
    """
    slope = _slope(lines)
    ordered = sorted((_Levelled.of(line, slope) for line in lines), key=lambda levelled: levelled.middle)
    groups: list[list[_Levelled]] = []
    for levelled in ordered:
        if groups and groups[-1][0].beside(levelled):
            groups[-1].append(levelled)
        else:
            groups.append([levelled])
    return tuple(_merged([levelled.line for levelled in group]) for group in groups)


def _slope(lines: Sequence[Line]) -> float:
    """How far lines fall to the right, as a share of their width; 0 where too few are long enough to tell."""
    falls = []
    for line in lines:
        first, last = line.words[0].box, line.words[-1].box
        if last.left - first.left > _LONG * line.height:
            falls.append((_middle(last) - _middle(first)) / (last.left - first.left))
    slope = sorted(falls)[len(falls) // 2] if len(falls) >= _ENOUGH else 0.0
    return slope if abs(slope) <= _STEEPEST else 0.0


def _middle(box: Box) -> float:
    return (box.top + box.bottom) / 2


@dataclass(frozen=True, slots=True)
class _Levelled:
    """A line with the height at which it would stand on a page that lies straight."""

    line: Line
    top: float
    bottom: float

    @classmethod
    def of(cls, line: Line, slope: float) -> _Levelled:
        boxes = [word.box for word in line.words]
        return cls(
            line,
            min(box.top - slope * box.left for box in boxes),
            max(box.bottom - slope * box.left for box in boxes),
        )

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    def beside(self, other: _Levelled) -> bool:
        """Whether the middle of each line lies within the other's height."""
        return self.top < other.middle < self.bottom and other.top < self.middle < other.bottom


def _merged(group: Sequence[Line]) -> Line:
    words = sorted((word for line in group for word in line.words), key=lambda word: word.box.left)
    return Line(words=tuple(words), block=group[0].block)


def label_above(lines: Sequence[Line], index: int, left: float, right: float) -> str:
    """The words of the line above that stand over the stretch from `left` to `right` (points)."""
    if index == 0:
        return ""
    line, above = lines[index], lines[index - 1]
    if line.box.top - above.box.bottom > 2.5 * max(line.height, above.height):
        return ""
    slack = 0.6 * above.height
    words = [w.text for w in above.words if w.box.right > left - slack and w.box.left < right + slack]
    return " ".join(words)
