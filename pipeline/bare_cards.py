"""Persons on cards whose captions were not read: name and birth date by where they stand alone.

Cards print captions small, pale or white on colour, so recognition often loses them all; name, birth
date and place stay, one below the other in one column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from pipeline.columns import GAP, Spread, cell_over, rows
from pipeline.dates import find_dates
from pipeline.model import Line, PageReading, PartialDate, PersonMention, Role, Zone
from pipeline.name_span import name_span
from pipeline.place import is_salutation

_YEARS_BEFORE = 2
"""Least years from a birth to the day that a card was issued or something else was done."""
_BEFORE_DATE = 2
"""Characters that may be misread from dirt before a date that stands at the beginning of its column."""
_LINES_ABOVE = 5
_FOR = re.compile(r"\bfür\W*$")
_VALID_YEARS = 20
"""Years to come that a date on a card may name."""
_NO_NAME = re.compile(r"[\d§:()\[\]]")


def persons_on_cards(pages: Sequence[PageReading], today: date) -> Iterator[PersonMention]:
    """Whom a card names, if its earliest date by years, and no other, stands below nothing but a name.

    For documents that state no birth date otherwise; a page that addresses somebody is no card.
    """
    for page in pages:
        if any(is_salutation(line.text) for line in page.lines):
            continue
        dates = sorted(_dates(page, today), key=lambda dated: str(dated[0]))
        if len(dates) < 2 or dates[0][0].year + _YEARS_BEFORE > dates[1][0].year:
            continue
        (born, name), *others = dates
        if name and not any(named for _, named in others):
            role = _announced(page, name)
            yield PersonMention(role=role, zone=Zone.FIELD, page=page.number, name=name, birth_date=born)


def _announced(page: PageReading, name: str) -> Role:
    """The subject, if the line above the name ends in "für"."""
    first = name.split(maxsplit=1)[0]
    pairs = pairwise(line.text for line in page.lines)
    announced = any(below.startswith(first) and _FOR.search(above) for above, below in pairs)
    return Role.SUBJECT if announced else Role.UNKNOWN


def _dates(page: PageReading, today: date) -> Iterator[tuple[PartialDate, str]]:
    """All full dates with the name above; without one where a date does not begin its column."""
    lines = rows(page.lines)
    for index, line in enumerate(lines):
        spread = Spread.of(line)
        for found in find_dates(spread.text, today):
            if found.value.full and found.value.year <= today.year + _VALID_YEARS:
                before = spread.text[: found.start].rsplit(GAP, 1)[-1]
                begins = len(before.strip()) <= _BEFORE_DATE
                above = lines[max(index - _LINES_ABOVE, 0) : index]
                span = spread.span(found.start, found.end)
                yield found.value, _name_above(above, *span) if begins else ""


def _name_above(above: Sequence[Line], left: float, right: float) -> str:
    """The name in the nearest cells over a stretch: a whole one, or given names and the family name above."""
    cells = [cell for line in reversed(above) if (cell := cell_over(line, left, right))]
    nearest, *further = [*map(_name, cells[:2]), ""]
    if "," in nearest:
        return nearest
    whole = f"{further[0]} {nearest}".strip() if nearest and further else nearest
    return whole if len(whole.split()) > 1 else ""


def _name(cell: str) -> str:
    """The cell if it is nothing but a name, else empty."""
    if _NO_NAME.search(cell):
        return ""
    name = name_span(cell, from_end=False)
    return name if len(name) >= len(cell.strip(" .,")) - 1 else ""
