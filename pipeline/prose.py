"""Persons named in letters and running text."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from pipeline.dated_persons import dated_persons
from pipeline.model import PageReading, PersonMention
from pipeline.place import places
from pipeline.undated_persons import undated_persons


def persons_in_prose(page: PageReading, form_lines: Collection[int], today: date) -> Iterator[PersonMention]:
    """All persons named on a page but in form fields, whose values stand on `form_lines`."""
    for place in places(page):
        yield from dated_persons(place, today, form_lines)
        yield from undated_persons(place)
