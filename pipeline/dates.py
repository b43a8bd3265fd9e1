"""Dates in German documents: finding them, and telling birth from expiry from the letter's own date."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.columns import GAP, Spread, label_above, rows
from pipeline.model import DateRole, Mrz, PageReading, PartialDate

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar jan jänner january janvier ocak",
            "februar feb feber february fevrier février şubat subat",
            "märz maerz mar mär mrz march mars mart",
            "april apr avril nisan",
            "mai may mayıs mayis",
            "juni jun june juin haziran",
            "juli jul july juillet temmuz",
            "august aug août aout ağustos agustos",
            "september sep sept septembre eylül eylul",
            "oktober okt october oct octobre ekim",
            "november nov novembre kasım kasim",
            "dezember dez december dec décembre decembre aralık aralik",
        ),
        start=1,
    )
    for name in names.split()
}

# Letters that OCR takes for digits; only read as digits where the rest already looks like a date.
_DIGITS = str.maketrans({"O": "0", "o": "0", "I": "1", "l": "1", "|": "1", "S": "5", "B": "8", "Z": "2"})
_D = r"[0-9OoIl|SBZ]"

_NUMERIC = re.compile(
    rf"(?<![\w/-])(?<!\d[.,])({_D}{{1,2}})\s?[.,/]\s?({_D}{{1,2}})\s?[.,/]\s?({_D}{{4}}|\d{{2}})(?![\w/-]|[.,]\d)"
)
_UNKNOWN_DAY = re.compile(
    r"(?<![\w.])(?:XX|xx|--|\?\?)\s?[.]\s?(?:(\d{2})|XX|xx|--|\?\?)\s?[.]\s?((?:19|20)\d{2})(?!\w)"
)
_SPACED = re.compile(r"(?<![\w.,/-])(\d{2})\s(\d{2})\s((?:19|20)\d{2})(?![\w/-])")
_CIEC = re.compile(r"\bJo\s?(\d{1,2})\s+Mo\s?(\d{1,2})\s+An\s?((?:19|20)\d{2})(?!\w)")
"""As multilingual certificates of civil status print them (CIEC Convention No. 16): `Jo 09 Mo 08 An 1981`."""
_ISO = re.compile(r"(?<![\w-])((?:19|20)\d{2})-(\d{2})-(\d{2})(?![\w-])")
_WORDED = re.compile(
    r"(?<![\w.])(\d{1,2})\s?[.]?\s?(?:de\s)?([^\W\d_]{3,10})\.?(?:\s?/\s?[^\W\d_]{3,10}\.?)?\s?,?\s?((?:19|20)\d{2})(?!\w)"
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at `text[start:end]`."""

    start: int
    end: int
    value: PartialDate


def find_dates(text: str, today: date) -> tuple[FoundDate, ...]:
    """All dates of one line in the order of their places. Two-digit years are taken as past ones."""
    found = [*_numeric(text, today), *_spaced(text), *_iso(text), *_worded(text), *_unknown_day(text)]
    found.sort(key=lambda item: item.start)
    return tuple(found)


def make_date(day: int, month: int, year: int) -> PartialDate | None:
    """A date as far as it is known; `00` means unknown. None for an impossible one."""
    if not 1900 <= year <= 2199:
        return None
    if month == 0:
        return PartialDate(year) if day == 0 else None
    if not 1 <= month <= 12:
        return None
    if day == 0:
        return PartialDate(year, month)
    try:
        date(year, month, day)
    except ValueError:
        return None
    return PartialDate(year, month, day)


def _numeric(text: str, today: date) -> Iterator[FoundDate]:
    for match in _NUMERIC.finditer(text):
        if sum(character.isdigit() for character in match.group()) < 4:
            continue
        day, month, year = (int(part.translate(_DIGITS)) for part in match.groups())
        if len(match.group(3)) == 2:
            year += 2000 if year <= today.year % 100 else 1900
        if value := make_date(day, month, year):
            yield FoundDate(match.start(), match.end(), value)


def _spaced(text: str) -> Iterator[FoundDate]:
    """As passports and multilingual certificates print them: `17 09 1994`, `Jo 17 Mo 09 An 1994`."""
    for match in (*_SPACED.finditer(text), *_CIEC.finditer(text)):
        day, month, year = (int(part) for part in match.groups())
        if value := make_date(day, month, year):
            yield FoundDate(match.start(), match.end(), value)


def _iso(text: str) -> Iterator[FoundDate]:
    for match in _ISO.finditer(text):
        year, month, day = (int(part) for part in match.groups())
        if value := make_date(day, month, year):
            yield FoundDate(match.start(), match.end(), value)


def _worded(text: str) -> Iterator[FoundDate]:
    for match in _WORDED.finditer(text):
        month = MONTHS.get(match.group(2).lower())
        if month and (value := make_date(int(match.group(1)), month, int(match.group(3)))):
            yield FoundDate(match.start(), match.end(), value)


def _unknown_day(text: str) -> Iterator[FoundDate]:
    for match in _UNKNOWN_DAY.finditer(text):
        if value := make_date(0, int(match.group(1) or 0), int(match.group(2))):
            yield FoundDate(match.start(), match.end(), value)


# -- roles ----------------------------------------------------------------------------------

# Up to two further words (a translated label, "am", "und -ort") may stand between label and date.
_GAP = r"\W{0,8}(?:[^\W\d]+[\W]{1,4}){0,3}$"
_LABEL_WORDS = {
    DateRole.BIRTH: r"\bgeb(?:oren(?:e[rn]?)?|\.|,)?\s?(?:am|den)?\b|\bgeb\.?|geburtsdatum"
    r"|geb\.?-?\s?dat(?:um|\.)?|geburtstag|tag der geburt|date of birth|\bborn\b|\bD\.?O\.?B\b|naissance"
    r"|\bné\(?e?\)? le|do[gğ]um|\*",
    DateRole.EXPIRY: r"g[üu]ltig(?:keit)?(?:sdauer)?\s?(?:bis|until)?|\bablauf(?:datum)?|expiry|expires?"
    r"|valid until|befristet|verlängert|\bbis(?: zum| einschl(?:ie(?:ß|ss)lich|\.)?)?|läuft (?:ab|aus)"
    r"|expiration",
    DateRole.RECEIVED: r"eingegangen|\beingang(?:sdatum|sstempel)?|posteingang|\being\.|zugegangen"
    r"|zugestellt",
    DateRole.ISSUE: r"ausgestellt|ausstellung(?:sdatum|stag)?|\berteilt|date of issue|issued|délivr",
    DateRole.DOCUMENT: r"\b(?:auszugs|(?:ab)?rechnungs|erstellungs|ausfertigungs|bescheid|druck|brief)?"
    r"datum(?! de[rs]\b)|^\s*date|erstellt|gesendet|\bstand|ausgefertigt|aufgenommen|,\s?den|^\s*den"
    r"|verkündet|gedruckt",
}
_LABELS = {role: re.compile(rf"(?:{words}){_GAP}", re.IGNORECASE) for role, words in _LABEL_WORDS.items()}
_PLACE_AND_DATE = re.compile(r"^(?:.*\s)?[A-ZÄÖÜ][\wäöüß./() -]{2,40},\s?(?:den\s|am\s)?$")
_TITLE_VOM = re.compile(
    r"(?:auszug|beschluss|urteil|bescheid|abrechnung|rechnung|vertrag|vermerk|schreiben|bericht|auskunft|abfrage|"
    r"bescheinigung|protokoll|niederschrift|gutachten|attest|urkunde)\s(?:nr\.?\s?\S+\s)?vom\s$",
    re.IGNORECASE,
)
_RECEIPT = re.compile(r"eingegangen|posteingang|eingang", re.IGNORECASE)
_DECIDED = re.compile(r"\s*(?:beschlossen|entschieden|\w{2,5} Recht erkannt|verfügt)\b", re.IGNORECASE)
_PLACE_ONLY = re.compile(r"[A-ZÄÖÜ][^\W\d_]{2,}(?:[ -][^\W\d_]{2,})?\s")
_COMPACT = re.compile(r"(?<![\w<])([0-3]\d)([01]\d)((?:19|20)\d{2})(?![\w<])")
_STARTS_WITH_DATE = re.compile(r"\s*\d{1,2}\.\d{1,2}\.\d{4}\b")
_REFERENCE = re.compile(
    r"\b(?:ihr|ihre|ihrem|ihren|ihres|unser|unserem|mein|meinem|sein|dem|des|den)\b[^.]{0,50}$", re.IGNORECASE
)


def role_of(before: str, above: str = "") -> DateRole:
    """What a date means: from the text before it in its column, the label above it, its whole line."""
    beside = before.rsplit(GAP, 1)[-1]
    for text in (beside, above, before):
        role = _labelled(text[-60:])
        if role is not DateRole.OTHER:
            return role
        if any(character.isalnum() for character in beside):
            break
    if _PLACE_AND_DATE.match(beside):
        return DateRole.DOCUMENT
    return DateRole.OTHER


def _labelled(text: str) -> DateRole:
    """The role of the label nearest to the end of `text`."""
    starts = {role: match.start() for role, label in _LABELS.items() if (match := label.search(text))}
    return max(starts, key=lambda role: starts[role]) if starts else DateRole.OTHER


# -- the document's own date ----------------------------------------------------------------


def document_date(
    pages: Sequence[PageReading], today: date, other: Collection[PartialDate | None] = ()
) -> PartialDate | None:
    """The date the document itself bears: never a birth, expiry or receipt date, None if none is clear.

    A labelled date or "place, date" on the first page counts most, then a date that stands alone in
    its upper half, then "vom" in a title, the day of issue, and the place and date of a signature.
    `other` are dates known to be something else, whatever stands beside them.
    """
    best: tuple[float, PartialDate] | None = None
    for order, page in enumerate(pages):
        for sheet in (page, replace(page, lines=rows(page.lines))):
            for weight, value in _own_dates(sheet, today, first=order == 0):
                if value.full and value not in other and (best is None or weight > best[0]):
                    best = (weight, value)
    return best[1] if best else None


def _own_dates(page: PageReading, today: date, *, first: bool) -> Iterator[tuple[float, PartialDate]]:
    for index in range(len(page.lines)):
        spread = Spread.of(page.lines[index])
        for found in find_dates(spread.text, today):
            if weight := _own_date_weight(page, index, spread, found, first=first):
                yield weight, found.value


def _own_date_weight(
    page: PageReading, index: int, spread: Spread, found: FoundDate, *, first: bool
) -> float:
    before = spread.text[: found.start]
    above = label_above(page.lines, index, *spread.span(found.start, found.end))
    role = role_of(before, above)
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
    if len(spread.text) - (found.end - found.start) <= 3:
        return 4.0 if spread.line.box.left > 0.4 * page.width else 2.2
    return 0.0


def issue_date(pages: Sequence[PageReading], zones: Sequence[Mrz], today: date) -> PartialDate | None:
    """The day of issue of an identity document: the one date beside those of birth and expiry.

    Of several, the one behind nothing but a place, as on a visa, or else the one whole years before
    expiry. None if that is not one.
    """
    known = {value for zone in zones for value in (zone.birth_date, zone.expiry_date)}
    births = [str(zone.birth_date) for zone in zones if zone.birth_date]
    ends = [zone.expiry_date for zone in zones if zone.expiry_date]
    if not births or not ends:
        return None
    found = [
        (line.text[: date_.start], date_.value)
        for page in pages
        for line in page.lines
        for date_ in (*find_dates(line.text, today), *_compact(line.text))
        if date_.value.full and date_.value not in known
    ]
    found = [item for item in found if max(births) < str(item[1]) < max(map(str, ends))]
    for choice in (
        {value for _, value in found},
        {value for before, value in found if _PLACE_ONLY.fullmatch(before)},
        {value for _, value in found if any(_same_season(value, end) for end in ends)},
    ):
        if len(choice) == 1:
            return choice.pop()
    return None


def _compact(text: str) -> Iterator[FoundDate]:
    """Dates of a passport whose blanks were not recognised: `27012020`."""
    for match in _COMPACT.finditer(text):
        day, month, year = (int(part) for part in match.groups())
        if value := make_date(day, month, year):
            yield FoundDate(match.start(), match.end(), value)


def _same_season(one: PartialDate, other: PartialDate) -> bool:
    """Whether two full dates are within a month of each other, the years aside."""
    apart = abs(((one.month or 0) - (other.month or 0)) * 30 + (one.day or 0) - (other.day or 0))
    return min(apart, 365 - apart) <= 31
