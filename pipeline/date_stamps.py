"""Whether a date stands in a stamp of receipt."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.columns import GAP, Spread
from pipeline.model import Line

_STAMP = re.compile(r"E[I1l]NGEGANG|\bE[I1l]NGANG\b|posteingang|eingegangen|\beingang(?:sstempel)?\b")
_DAY = re.compile(r"\d\d?[.,]?\s?(?:[./]\s?\d|[A-ZÄÖÜ][a-zäöü]{2})")
_NEAR = 1.6
"""Lines of one stamp are closer than this many heights of a line."""


def is_stamped(lines: Sequence[Line], index: int, left: float, right: float) -> bool:
    """Whether a stamp of receipt surrounds the date: its word stands over or under it, in its own column."""
    line = lines[index]
    return any(
        abs(other.box.top - line.box.top) < _NEAR * 2 * line.height
        and _is_stamp_over(other, left, right, its_own=other is line)
        for other in lines[max(0, index - 2) : index + 3]
        if _STAMP.search(other.text)
    )


def _is_stamp_over(line: Line, left: float, right: float, *, its_own: bool) -> bool:
    """Whether a stamp's word stands in a column over this stretch, without another day beside it."""
    spread, start = Spread.of(line), 0
    for cell in spread.text.split(GAP):
        word = _STAMP.search(cell)
        if word and (its_own or not _DAY.search(cell)):
            begin, end = spread.span(start, start + len(cell))
            if begin < right and end > left:
                return True
        start += len(cell) + len(GAP)
    return False
