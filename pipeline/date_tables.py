"""Whether a date stands in a table, with others under it in its column."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.columns import GAP, Spread
from pipeline.dates import FoundDate
from pipeline.model import PartialDate


def is_tabled(
    spreads: Sequence[Spread], found: Sequence[Sequence[FoundDate]], value: PartialDate, left: float
) -> bool:
    """Whether another date stands under one of the first line, be it below the same day once more."""
    for above, spread, dates in zip(spreads, spreads[1:3], found[1:3], strict=False):
        under = [each.value for each in dates if _stands_under(spread, each, above, left)]
        if not under or under[0] != value:
            return bool(under)
    return False


def _stands_under(spread: Spread, found: FoundDate, above: Spread, left: float) -> bool:
    """Whether a date begins its column right under another one at `left`, as in a table."""
    line = spread.line
    if line.box.top - above.line.box.bottom > 2.5 * line.height:
        return False
    begins = not spread.text[: found.start].rsplit(GAP, 1)[-1].strip()
    return begins and abs(spread.span(found.start, found.end)[0] - left) < line.height
