"""The day of issue of an identity document that bears a machine-readable zone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from pipeline.dates import FoundDate, find_dates
from pipeline.model import Mrz, PageReading, PartialDate
from pipeline.partial_date import make_date

_PLACE_ONLY = re.compile(
    r"(?!(?i:VO[MN]|FROM|BIS|UNTIL|E[IL]NGANG|KOPIE|GESEHEN|ERFASST|SCAN|STAND)\b)"
    r"[A-ZÄÖÜ][^\W\d_]{2,}(?:[ -][^\W\d_]{2,})?\s"
)
_COMPACT = re.compile(r"(?<![\w<])([0-3]\d)([01]\d)((?:19|20)\d{2})(?![\w<])")
_HALF_COMPACT = re.compile(r"(?<![\w<.] )(?<![\w<.])([0-3]\d)([01]\d) ((?:19|20)\d{2})(?![\w<])")
_VISA = re.compile(r"\W*(?:VISUM|VISA)\b(?!.*(?i:verfahren|antrag))")
_LONGEST_VISA = 5
"""Years (Visa Code, Art. 24)."""
_LONGEST_CARD = 11
"""Years from issue to expiry of any card, and one for good measure: before lies a misread birth."""
_DASHED = re.compile(r"(?<![\w-])([0-3]\d)-([01]\d)-((?:20)?\d{2})(?![\w-])")
"""As visas print them (ICAO Doc 9303-7, 4.1): `22-12-20`."""


def issue_date(pages: Sequence[PageReading], zones: Sequence[Mrz], today: date) -> PartialDate | None:
    """The day of issue of an identity document: the one date beside those of birth and expiry.

    Of several, the one behind nothing but a place, or else the one whole years before expiry. A visa is
    issued before it begins: the earliest, so that a single one counts only behind the place of issue. None
    if that is not one.
    """
    known = {value for zone in zones for value in (zone.birth_date, zone.expiry_date)}
    births = [str(zone.birth_date) for zone in zones if zone.birth_date]
    ends = [zone.expiry_date for zone in zones if zone.expiry_date]
    visa = all(zone.type in {"MRVA", "MRVB"} for zone in zones) if zones else _is_visa(pages)
    if not visa and not (births and ends):
        return None
    lines = [line.text for page in pages for line in page.lines]
    whole = [
        (text[: each.start], each.value)
        for text in lines
        for each in (*find_dates(text, today), *_compact(text), *_dashed(text))
    ]
    halves = [(text[: each.start], each.value) for text in lines for each in _compact(text, _HALF_COMPACT)]

    latest = max((value.year for _, value in whole), default=0)
    before = max(map(str, ends), default="9999")
    soonest = max((end.year for end in ends), default=latest) - (_LONGEST_VISA if visa else _LONGEST_CARD)
    after = max([*births, str(soonest)])

    def between(items: Sequence[tuple[str, PartialDate]]) -> list[tuple[str, PartialDate]]:
        return [
            item for item in items if item[1].full and item[1] not in known and after < str(item[1]) < before
        ]

    found = between(whole) or between(halves)
    values = {value for _, value in found}
    begins = {min(values, key=str)} if visa and len(values) > 1 else set()
    for choice in (
        set() if visa else values,
        {value for before, value in found if _PLACE_ONLY.fullmatch(before)},
        begins,
        set() if visa else {value for _, value in found if any(_same_season(value, end) for end in ends)},
    ):
        if len(choice) == 1:
            return choice.pop()
    return None


def _is_visa(pages: Sequence[PageReading]) -> bool:
    """Whether a sticker is there by its heading and its way of writing dates, the zone being unreadable."""
    texts = [line.text for page in pages[:1] for line in page.lines]
    return any(map(_VISA.match, texts[:4])) and sum(map(bool, map(_DASHED.search, texts))) > 1


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
