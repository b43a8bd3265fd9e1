"""The day of issue of an identity document that bears a machine-readable zone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from pipeline.dates import FoundDate, find_dates
from pipeline.model import Mrz, PageReading, PartialDate
from pipeline.partial_date import make_date

_PLACE_ONLY = re.compile(r"(?!(?:VO[MN]|FROM|BIS|UNTIL)\b)[A-ZÄÖÜ][^\W\d_]{2,}(?:[ -][^\W\d_]{2,})?\s")
_COMPACT = re.compile(r"(?<![\w<])([0-3]\d)([01]\d)((?:19|20)\d{2})(?![\w<])")
_HALF_COMPACT = re.compile(r"(?<![\w<.] )(?<![\w<.])([0-3]\d)([01]\d) ((?:19|20)\d{2})(?![\w<])")
_DASHED = re.compile(r"(?<![\w-])([0-3]\d)-([01]\d)-((?:20)?\d{2})(?![\w-])")
"""As visas print them (ICAO Doc 9303-7, 4.1): `22-12-20`."""


def issue_date(pages: Sequence[PageReading], zones: Sequence[Mrz], today: date) -> PartialDate | None:
    """The day of issue of an identity document: the one date beside those of birth and expiry.

    Of several, the one behind nothing but a place, or else the one whole years before expiry. A visa is
    issued before it begins: the earliest. None if that is not one.
    """
    known = {value for zone in zones for value in (zone.birth_date, zone.expiry_date)}
    births = [str(zone.birth_date) for zone in zones if zone.birth_date]
    ends = [zone.expiry_date for zone in zones if zone.expiry_date]
    if not births or not ends:
        return None
    lines = [line.text for page in pages for line in page.lines]
    whole = [
        (text[: each.start], each.value)
        for text in lines
        for each in (*find_dates(text, today), *_compact(text), *_dashed(text))
    ]
    halves = [(text[: each.start], each.value) for text in lines for each in _compact(text, _HALF_COMPACT)]

    def between(items: Sequence[tuple[str, PartialDate]]) -> list[tuple[str, PartialDate]]:
        return [
            item
            for item in items
            if item[1].full and item[1] not in known and max(births) < str(item[1]) < max(map(str, ends))
        ]

    found = between(whole) or between(halves)
    values = {value for _, value in found}
    visa = all(zone.type in {"MRVA", "MRVB"} for zone in zones)
    for choice in (
        values,
        {value for before, value in found if _PLACE_ONLY.fullmatch(before)},
        {min(values, key=str)} if visa and values else set(),
        {value for _, value in found if any(_same_season(value, end) for end in ends)},
    ):
        if len(choice) == 1:
            return choice.pop()
    return None


def _dashed(text: str) -> Iterator[FoundDate]:
    for match in _DASHED.finditer(text):
        day, month, year = (int(part) for part in match.groups())
        if value := make_date(day, month, year + 2000 if year < 100 else year):
            yield FoundDate(match.start(), match.end(), value)


def _compact(text: str, pattern: re.Pattern[str] = _COMPACT) -> Iterator[FoundDate]:
    """Dates of a passport whose blanks were not recognised, or the first of them: `27012020`, `2701 2020`."""
    for match in pattern.finditer(text):
        day, month, year = (int(part) for part in match.groups())
        if value := make_date(day, month, year):
            yield FoundDate(match.start(), match.end(), value)


def _same_season(one: PartialDate, other: PartialDate) -> bool:
    """Whether two full dates are within a month of each other, the years aside."""
    apart = abs(((one.month or 0) - (other.month or 0)) * 30 + (one.day or 0) - (other.day or 0))
    return min(apart, 365 - apart) <= 31
