"""The day of a document: its own date, told apart from birth, expiry and receipt; the issue of a card."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.columns import GAP, Spread, label_above, rows
from pipeline.dates import FoundDate, find_dates, role_of
from pipeline.model import DateRole, Mrz, PageReading, PartialDate
from pipeline.partial_date import make_date

_TITLE_VOM = re.compile(
    r"(?:auszug|beschluss|urteil|bescheid|abrechnung|rechnung|vertrag|vermerk|schreiben|bericht|auskunft|abfrage|"
    r"bescheinigung|protokoll|niederschrift|gutachten|attest|urkunde)\s(?:nr\.?\s?\S+\s)?vom\s$",
    re.IGNORECASE,
)
_RECEIPT = re.compile(r"eingegangen|posteingang|eingang", re.IGNORECASE)
_DECIDED = re.compile(r"\s*(?:beschlossen|entschieden|\w{2,5} Recht erkannt|verfügt)\b", re.IGNORECASE)
_PLACE_ONLY = re.compile(r"(?!(?:VO[MN]|FROM|BIS|UNTIL)\b)[A-ZÄÖÜ][^\W\d_]{2,}(?:[ -][^\W\d_]{2,})?\s")
_COMPACT = re.compile(r"(?<![\w<])([0-3]\d)([01]\d)((?:19|20)\d{2})(?![\w<])")
_HALF_COMPACT = re.compile(r"(?<![\w<.] )(?<![\w<.])([0-3]\d)([01]\d) ((?:19|20)\d{2})(?![\w<])")
_DASHED = re.compile(r"(?<![\w-])([0-3]\d)-([01]\d)-((?:20)?\d{2})(?![\w-])")
"""As visas print them (ICAO Doc 9303-7, 4.1): `22-12-20`."""
_ZONE = re.compile(r"<{3,}|[A-Z]<[A-Z]{4,}<<")
"""A machine-readable zone, however damaged."""
_NUMBERED = re.compile(r"\s*\(?\d{1,2}[.)]?\s[^\W\d]")
"""The label of a form's field: `12 beschäftigt ab`."""
_TO_AN_OFFICE = re.compile(rf"^\W*An (?:das|die|den)\b[^\d:]*{GAP}\s*$")
"""Before the date at the right edge, in letters that private persons write."""
_STARTS_WITH_DATE = re.compile(r"\s*\d{1,2}\.\d{1,2}\.\d{4}\b")
_REFERENCE = re.compile(
    r"\b(?:ihr|ihre|ihrem|ihren|ihres|unser|unserem|mein|meinem|sein|dem|des|den)\b[^.]{0,50}$", re.IGNORECASE
)


def document_date(
    pages: Sequence[PageReading],
    today: date,
    other: Collection[PartialDate | None] = (),
    doubtful: Collection[PartialDate | None] = (),
) -> PartialDate | None:
    """The date the document itself bears: never a birth, expiry or receipt date, None if none is clear.

    A labelled date or "place, date" on the first page counts most, then a date that stands alone in
    its upper half, then "vom" in a title, the day of issue, and the place and date of a signature.
    `other` are dates known to be something else, whatever stands beside them; `doubtful` those that a
    birth date's empty field may have taken from its neighbour, so that a label of their own frees them.
    """
    sheets = [
        (order, sheet)
        for order, page in enumerate(pages)
        for sheet in (page, replace(page, lines=rows(page.lines)))
    ]
    found = [own for order, sheet in sheets for own in _own_dates(sheet, today, first=order == 0)]
    # read by rows or by columns: what is a birth or expiry date in one view is none of the document's own
    barred = {own.value for own in found if own.role in {DateRole.BIRTH, DateRole.EXPIRY}} | {*doubtful}
    found = [own for own in found if own.weight and own.value.full and own.value not in other]
    free = [own for own in found if own.weight >= _LABELLED or own.value not in barred]
    return max(free, key=lambda own: own.weight).value if free else None


@dataclass(frozen=True, slots=True)
class _OwnDate:
    """A date with what it means and how much it looks like the document's own (0: not at all)."""

    value: PartialDate
    role: DateRole
    weight: float


_LABELLED = 3.5
"""From this weight on a label, or a place, says that the date is the document's own."""


def _own_dates(page: PageReading, today: date, *, first: bool) -> Iterator[_OwnDate]:
    zone = any(_ZONE.search(line.text) for line in page.lines)
    for index in range(len(page.lines)):
        spread = Spread.of(page.lines[index])
        for found in find_dates(spread.text, today):
            above = label_above(page.lines, index, *spread.span(found.start, found.end))
            role = role_of(spread.text[: found.start], above)
            weight = _own_date_weight(page, index, spread, found, role, above, first=first)
            if zone and role is DateRole.ISSUE:
                weight += 2.5  # more than the day on which a copy of it was certified
            yield _OwnDate(found.value, role, weight)


def _own_date_weight(
    page: PageReading,
    index: int,
    spread: Spread,
    found: FoundDate,
    role: DateRole,
    above: str,
    *,
    first: bool,
) -> float:
    before = spread.text[: found.start]
    following = page.lines[index + 1].text if index + 1 < len(page.lines) else ""
    upper = spread.line.box.top < 0.5 * page.height
    if role in {DateRole.BIRTH, DateRole.EXPIRY, DateRole.RECEIVED} or _RECEIPT.search(above):
        return 0.0
    if role is DateRole.DOCUMENT and not before.strip() and _STARTS_WITH_DATE.match(following):
        return 0.0  # the first row of a table with a column of dates
    if role is DateRole.DOCUMENT:
        return (5.0 if upper else 3.5) if first else 2.0
    if role is DateRole.ISSUE:
        return 3.0 if first else 1.5
    if first and _DECIDED.match(spread.text[found.end :] or following):
        return 4.5
    if not (upper and first):
        return 0.0
    if _TITLE_VOM.search(before) and not _REFERENCE.search(before):
        return 2.5
    if len(before.strip()) + len(spread.text[found.end :].strip()) <= 3:
        wrapped = index > 0 and role_of(f"{page.lines[index - 1].text} {before}") is DateRole.BIRTH
        return 0.0 if wrapped else _alone(page, spread, above)
    if _TO_AN_OFFICE.search(before) and not spread.text[found.end :].strip(" ."):
        return 2.1
    return 0.0


def _alone(page: PageReading, spread: Spread, above: str) -> float:
    """A date alone in its line: at the right it is a letter's, unless a numbered field names it."""
    if spread.line.box.left <= 0.4 * page.width:
        return 2.2
    return 2.2 if _NUMBERED.match(above) else 4.0


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
