"""How two birth dates agree, of which either may be known in part only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import IntEnum

from pipeline.dates import FoundDate, find_dates
from pipeline.model import PartialDate

_MADE_UP = {(1, 1), (12, 31)}
"""Days that stand for an unknown one where a date had to be entered (AufenthV § 64 data)."""

_LIFETIME = 50
"""Years that put a year of two digits into the century of a birth."""


class DateLevel(IntEnum):
    """Agreement of two birth dates. Only FULL identifies; 1 January stands for an unknown day."""

    DIFFERENT = 0
    ABSENT = 1
    YEAR = 2
    FULL = 3


def compare_dates(registered: PartialDate | None, seen: PartialDate | None) -> DateLevel:
    """1 January and 31 December are often made up, so they count as the year only.

    Of two whole days of which one is 1 January, one digit tells a slip: they differ.
    """
    if registered is None or seen is None:
        return DateLevel.ABSENT
    if registered == seen and registered.full and (seen.month, seen.day) not in _MADE_UP:
        return DateLevel.FULL
    vague = not (registered.full and seen.full) or (1, 1) in {
        (registered.month, registered.day),
        (seen.month, seen.day),
    }
    slip = registered.full and seen.full and similar_dates(registered, seen)
    if registered == seen or (
        vague and not slip and registered.year == seen.year and _months_agree(registered, seen)
    ):
        return DateLevel.YEAR
    return DateLevel.DIFFERENT


def _months_agree(one: PartialDate, other: PartialDate) -> bool:
    return None in {one.month, other.month} or one.month == other.month or 1 in {one.month, other.month}


def similar_dates(one: PartialDate, other: PartialDate) -> bool:
    """Whether one date may be a misreading of the other: one digit differs, or day and month are swapped."""
    if (one.year, one.month, one.day) == (other.year, other.day, other.month):
        return True
    return sum(a != b for a, b in zip(str(one), str(other), strict=False)) == 1


def dates_near(born: PartialDate, text: str) -> tuple[FoundDate, ...]:
    """The dates of a text as somebody born then may be told of in it: they settle years of two digits."""
    return find_dates(text, date(born.year + _LIFETIME, 1, 1))


def misstated(born: PartialDate | None, lines: Iterable[str]) -> bool:
    """Whether a text holds a date that differs by a digit, as a namesake's birth may, and not this one."""
    if born is None or not born.full:
        return False
    seen = {found.value for line in lines for found in dates_near(born, line)}
    return born not in seen and any(value.full and similar_dates(born, value) for value in seen)
