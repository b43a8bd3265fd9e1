"""Forms that print one caption for several persons, each in a column: `Vornamen   Erika   Max`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.columns import GAP, Spread
from pipeline.fields import Field
from pipeline.model import PageReading

_LINES = 8
"""Lines before and after that of the birth dates in which such a form has the persons' other data."""
_LEAST_DIGITS = 6
"""Of a birth date, of which some may be misread."""


def by_columns(page: PageReading, fields: Sequence[Field]) -> Iterator[Field]:
    """The fields, those that hold a value for each of several persons divided among these.

    Several persons are told by their birth dates, which stand far apart in one line.
    """
    cells = {id(field): _cells(page, field) for field in fields}
    births = {
        field.line: len(cells[id(field)])
        for field in fields
        if field.key == "birth_date"
        and len(cells[id(field)]) > 1
        and all(map(_like_a_date, cells[id(field)]))
    }
    for field in fields:
        own = cells[id(field)]
        columns = next((n for line, n in births.items() if abs(line - field.line) <= _LINES), 0)
        if columns and len(own) == columns:
            for column, value in enumerate(own):
                yield replace(field, value=value, column=column, columns=columns)
        else:
            yield field


def _cells(page: PageReading, field: Field) -> list[str]:
    """The columns over which a value beside its label is spread."""
    if field.value_line != field.line:
        return [field.value]
    found: list[str] = []
    for cell in reversed(Spread.of(page.lines[field.line]).text.split(GAP)):
        found.insert(0, cell.strip(" :;|/\\"))
        if len(" ".join(found)) >= len(field.value):
            break
    return found if " ".join(found) == field.value else [field.value]


def _like_a_date(text: str) -> bool:
    return sum(map(str.isdigit, text)) >= _LEAST_DIGITS
