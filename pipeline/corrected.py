"""Names and birth dates that somebody corrected or that papers give in two ways: another beside or below.

Which of the two holds, the paper does not say; a new name or day is a matter for a clerk anyway.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.birth_dates import DateLevel, compare_dates, dates_near, similar_dates
from pipeline.columns import Spread
from pipeline.fields import Field, find_fields
from pipeline.foreign_names import is_foreign
from pipeline.form_labels import labels_of
from pipeline.model import Line, PageReading, Person
from pipeline.name_span import name_span
from pipeline.names import fold

_REPLACED = re.compile(
    r"\W*(?:korr\w*|berichtigt\w*|richtig\w*|recte|geändert\w*|statt|jetzt|neu|alt|oder)?\W*(?:in|auf|zu|am)?\W*",
    re.IGNORECASE,
)
"""Between two days of which one is to replace the other: "27.03.1992 korr. 27.08.1994"."""
_OTHERWISE = re.compile(
    r"\W*(?:(?:oder|bzw\.?|alias|auch|andere)\W*(?:geb(?:oren)?\.?)?|(?:laut|lt\.?|gemäß|nach|im)\s+\w*"
    r"(?:[Pp]ass|[Uu]rkunde|[Aa]usweis|[Aa]ngaben|[Tt]azkira|AZR|BAMF|[Rr]egister))\W*(?:am\s)?"
)
"""Between two days of which different papers give one each: "geb. 27.03.1992 (laut Pass: 27.08.1994)"."""


def corrected(pages: Sequence[PageReading], person: Person) -> str | None:
    """What gives the person's name or birth date and another one for the same; None if nothing does."""
    for page in pages:
        for line in page.lines:
            if days := _two_days(line.text, person, _OTHERWISE):
                return days
        for field in find_fields(page):
            if field.columns or not _in_one_cell(page, field):
                continue
            if field.key == "family_name":
                other = _another_name(page, field, person)
            else:
                other = _another_day(page, field, person) if field.key == "birth_date" else None
            if other:
                return f"{field.value} / {other}"
    return None


def _another_name(page: PageReading, field: Field, person: Person) -> str | None:
    known = [word for name in person.names for word in fold(f"{name.family} {name.given}").split()]
    stated = fold(name_span(field.value, from_end=False)).split()
    if not stated or stated[0] not in known:
        return None  # a relative's whole name, or a new name that the register already has
    known += fold(person.birth_place or "").split()
    below = (line.text for line in _below(page, field) if len(line.words) == 1)
    more = (fold(text) for text in below if name_span(text, from_end=False) == text)
    return next((word for word in (*stated, *more) if is_foreign(word, known)), None)


def _another_day(page: PageReading, field: Field, person: Person) -> str | None:
    """A second day behind or below the person's birth date."""
    text = " ".join([field.value, *(line.text for line in _below(page, field))])
    return _two_days(text, person, _REPLACED)


def _two_days(text: str, person: Person, between: re.Pattern[str]) -> str | None:
    """The person's birth date and another one in place of it, or one that differs from it by a digit."""
    if person.birth_date is None:
        return None
    for one, other in pairwise(dates_near(person.birth_date, text)):
        likely = similar_dates(one.value, other.value) and one.value.full and other.value.full
        own = {compare_dates(person.birth_date, day.value) for day in (one, other)}
        if own == {DateLevel.FULL, DateLevel.DIFFERENT} and (
            likely or between.fullmatch(text[one.end : other.start])
        ):
            return text[one.start : other.end]
    return None


def _below(page: PageReading, field: Field) -> Iterator[Line]:
    """The line between a field and the next one, if it is without a label."""
    lines = page.lines[field.value_line : field.value_line + 3]
    if len(lines) == 3 and not labels_of(lines[1].text) and labels_of(lines[2].text):
        yield lines[1]


def _in_one_cell(page: PageReading, field: Field) -> bool:
    """Whether no column divides the words of a value: those of two columns are of two persons."""
    return field.value in Spread.of(page.lines[field.value_line]).text
