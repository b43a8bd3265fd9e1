"""The day of issue of an identity document that bears a machine-readable zone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.columns import views
from pipeline.date_places import date_places
from pipeline.dates import FoundDate, find_dates
from pipeline.model import DateRole, Mrz, PageReading, PartialDate
from pipeline.partial_date import make_date

_PLACE_ONLY = re.compile(
    r"(?!(?i:VO[MN]|FROM|BIS|UNTIL|E[IL]NGANG|KOPIE|GESEHEN|ERFASST|SCAN|STAND)\b)"
    r"[A-ZÄÖÜ][^\W\d_]{2,}(?:[ -][^\W\d_]{2,})?\s"
)
_COMPACT = re.compile(r"(?<![\w<])([0-3]\d)([01]\d)((?:19|20)\d{2})(?![\w<])")
_HALF_COMPACT = re.compile(r"(?<![\w<.] )(?<![\w<.])([0-3]\d)([01]\d) ((?:19|20)\d{2})(?![\w<])")
_VISA = re.compile(r"\W*V ?I ?S ?(?:U ?M|A)\b(?!.*(?i:verfahren|antrag))")
_OF_THE_COPY = re.compile(
    r"\boriginal|beglaubig|übereinstimm|zur akte|\bkopie (?:f\w{1,3}|zur?) |\bkopiert|abgleich|vorgelegen"
    r"|eingegangen|(?-i:E[IL]NGANG)",
    re.IGNORECASE,
)
"""What is written on the copy of a document, with the day of that."""
_ISSUED = re.compile(
    r"\W*(?:AUSGESTELLT|ISSUED|D[ÉE]LIVR[ÉE])\b(?!.*\d)(?!.*\b(?:BIS|UNTIL|VO[MN]|FROM)\b).*", re.IGNORECASE
)
_ON = re.compile(r"\W*(?:am|on|le)(?:\W+(?:am|on|le))*\W*", re.IGNORECASE)
_LONGEST_VISA = 5
"""Years (Visa Code, Art. 24)."""
_LONGEST_CARD = 11
"""Years from issue to expiry of any card, and one for good measure: before lies a misread birth."""
_DASHED = re.compile(r"(?<![\w-])([0-3]\d)-([01]\d)-((?:20)?\d{2})(?![\w-])")
"""As visas print them (ICAO Doc 9303-7, 4.1): `22-12-20`."""


@dataclass(frozen=True, slots=True)
class _Printed:
    """A date with the text before it in its line."""

    value: PartialDate
    before: str


def issue_date(pages: Sequence[PageReading], zones: Sequence[Mrz], today: date) -> PartialDate | None:
    """The day of issue of an identity document: the one date beside those of birth and expiry.

    Never one whose label says that it is the expiry, nor the day on which a copy was made of it. Of several,
    the one with a label, the one behind nothing but a place, the one whole years before expiry, or of a
    passport the earliest: stamps and copies follow. A visa is issued before it begins: the earliest, so that
    a single one counts only behind the place of issue, or where words say that it is the day of issue. None
    if that is not one.
    """
    births = [str(zone.birth_date) for zone in zones if zone.birth_date]
    ends = [zone.expiry_date for zone in zones if zone.expiry_date]
    visa = all(zone.type in {"MRVA", "MRVB"} for zone in zones) if zones else _is_visa(pages)
    if not visa and not (births and ends):
        return None
    whole, halves = _printed(pages, today)
    known = {value for zone in zones for value in (zone.birth_date, zone.expiry_date)}
    roles = _roles(pages, today)
    if not {*ends} & {each.value for each in whole}:  # the zone or the page was misread
        known |= roles[DateRole.EXPIRY] - roles[DateRole.ISSUE]

    latest = max((each.value.year for each in whole), default=0)
    before = min(max(map(str, ends), default="9999"), str(today))
    soonest = max((end.year for end in ends), default=latest) - (_LONGEST_VISA if visa else _LONGEST_CARD)
    after = max([*births, str(soonest)])

    def between(items: Sequence[_Printed]) -> list[_Printed]:
        return [
            each
            for each in items
            if each.value.full and each.value not in known and after < str(each.value) <= before
        ]

    found = between(whole) or between(halves)
    values = {each.value for each in found}
    placed = {each.value for each in found if _PLACE_ONLY.fullmatch(each.before)}
    if visa:
        stated = {each.value for each in found if _ISSUED.fullmatch(each.before)} | _under_issue(pages, today)
        return _only(placed) or _only(stated & values) or (min(values, key=str) if len(values) > 1 else None)
    labelled = _only(values & roles[DateRole.ISSUE]) or _only(values & roles[DateRole.DOCUMENT])
    seasonal = {value for value in values if any(_same_season(value, end) for end in ends)}
    passport = values and all(zone.type == "TD3" for zone in zones)
    return (
        _only(values)
        or labelled
        or _only(placed)
        or _only(seasonal)
        or (min(values, key=str) if passport else None)
    )


def _under_issue(pages: Sequence[PageReading], today: date) -> set[PartialDate]:
    """The days under or behind `AM`, with which a sticker ends its line of issue."""
    places = (place for page in pages for view in views(page) for place in date_places(view, today))
    return {each.value for each in places if _ON.fullmatch(each.cell if each.cell.strip() else each.above)}


def _only(values: set[PartialDate]) -> PartialDate | None:
    return next(iter(values)) if len(values) == 1 else None


def _printed(pages: Sequence[PageReading], today: date) -> tuple[list[_Printed], list[_Printed]]:
    """The dates of a document and, apart, those that may be two numbers; none of a copy's."""
    whole, halves = [], []
    for page in pages:
        over = ""
        for line in page.lines:
            text = line.text
            if not _OF_THE_COPY.search(f"{over} {text}"):
                dates = (*find_dates(text, today), *_compact(text), *_dashed(text))
                whole += [_Printed(each.value, text[: each.start]) for each in dates]
                halves += [_Printed(each.value, text[: each.start]) for each in _compact(text, _HALF_COMPACT)]
            over = text
    return whole, halves


def _roles(pages: Sequence[PageReading], today: date) -> dict[DateRole, set[PartialDate]]:
    """What labels say of dates, in the lines as they were read or in the rows across the page."""
    found: dict[DateRole, set[PartialDate]] = {role: set() for role in DateRole}
    for page in pages:
        for view in views(page):
            for place in date_places(view, today):
                found[place.role].add(place.value)
    return found


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
