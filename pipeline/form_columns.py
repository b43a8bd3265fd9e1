"""Columns of a form, with what stands in them below or above their captions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.columns import GAP, WIDE, Spread
from pipeline.form_labels import Label, begins_as_label
from pipeline.model import Line, PageReading, Word

_APART = 4.0
"""Gap, as a share of a line's height, behind which other text begins."""

_INDENT = 3.0
"""How much further to the left than others values may begin below a label with nothing before it."""
_ROWS = 4
"""Rows at the most from a caption to its value: those of other columns may lie between."""

NUMBERING = re.compile(r"^\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[a-z]\))\s*$", re.IGNORECASE)
"""What stands before a label and is no value: "2.", "a)"."""


@dataclass(frozen=True, slots=True)
class Column:
    """A label without a value beside it, and where its column begins and the next one does.

    `end` is where the label itself does; the `first` column has nothing to its left.
    """

    label: Label
    left: float
    end: float
    right: float | None
    first: bool = False

    def words(self, line: Line, slack: float) -> list[Word]:
        """Of the last column those that stand together: beside a form there may be other text."""
        indent = _INDENT * slack if self.first else slack
        found = [
            word
            for word in line.words
            if word.box.left >= self.left - indent
            and (self.right is None or word.box.left < self.right - slack)
        ]
        if self.right is None:
            if found and found[0].box.left > self.end + _APART * line.height:
                return []
            wide = (
                at
                for at, (word, following) in enumerate(pairwise(found), 1)
                if following.box.left - word.box.right > _APART * line.height
            )
            del found[next(wide, len(found)) :]
        return found


def column_of(spread: Spread, label: Label, labels: Sequence[Label], right: float | None) -> Column:
    before = spread.text[: label.start]
    first = not before.strip() or bool(NUMBERING.match(before))
    end = spread.span(label.start, label.end)[1]
    return Column(label, left_of(spread, label, labels), end, right, first)


def left_of(spread: Spread, label: Label, labels: Sequence[Label]) -> float:
    """Where a label's column begins: with its cell, which may hold a number before it ("2. Vorname")."""
    cell = max(spread.text.rfind(GAP, 0, label.start), 0)
    if NUMBERING.match(spread.text[:cell]):
        cell = 0
    leads = not any(cell <= other.start < label.start for other in labels)
    return spread.span(cell if leads else label.start, label.end)[0]


def find_below(page: PageReading, index: int, column: Column) -> tuple[int, list[Word]] | None:
    """Words of the next row that has some in the column, unless they are labels."""
    return _next_in_column(page, index, column, range(index + 1, min(index + 1 + _ROWS, len(page.lines))))


def find_above(page: PageReading, index: int, column: Column) -> tuple[int, list[Word]] | None:
    """Words of the next row above that has some in the column, unless they are labels.

    A caption below is often centred under its value, which then begins further to the left.
    """
    found = _next_in_column(page, index, column, range(index - 1, max(index - 1 - _ROWS, -1), -1))
    return (found[0], _whole_cell(page.lines[found[0]], found[1])) if found else None


def _whole_cell(line: Line, words: list[Word]) -> list[Word]:
    """The words with those that a blank parts from the first of them."""
    whole = list(words)
    for word in reversed(line.words):
        gap = whole[0].box.left - word.box.right
        if word.box.left < whole[0].box.left and gap <= WIDE * line.height:
            whole.insert(0, word)
    return whole


def _next_in_column(
    page: PageReading, index: int, column: Column, others: Iterable[int]
) -> tuple[int, list[Word]] | None:
    line = page.lines[index]
    for at in others:
        other = page.lines[at]
        upper, lower = sorted((line.box, other.box), key=lambda box: box.top)
        if lower.top - upper.bottom > 3.0 * max(line.height, other.height):
            return None
        words = column.words(other, 0.8 * line.height)
        if words and not begins_as_label(words):
            return at, words
    return None
