"""Dates in German documents: finding them in a line of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.date_words import day_number, month_number, roman_number, year_number
from pipeline.partial_date import PartialDate, make_date

# Letters that OCR takes for digits; only read as digits where the rest already looks like a date.
_DIGITS = str.maketrans({"O": "0", "o": "0", "I": "1", "l": "1", "|": "1", "S": "5", "B": "8", "Z": "2"})
_D = r"[0-9OoIl|SBZ]"

_NUMERIC = re.compile(
    rf"(?:(?<![\w/-])|(?<=\bam)|(?<=\bden)|(?<=\bvom)|(?<=[Dd]atum)|(?<=_))(?<!\d[.,])"
    rf"({_D}{{1,2}})\s?(?:[.,‚]{{1,2}}|/)\s?({_D}{{1,2}})\s?(?:[.,‚]{{1,2}}|/)\s?"
    rf"((?:19|20)\s\d{{2}}(?![\d:.,]|\s?(?:Uhr|EUR|€|%|h\b))|{_D}{{4}}|\d{{2}})"
    rf"(?!(?!r\b|_)\w|-(?!\s|$)|/(?![a-zA-Z]{{1,3}}\b)|[.,]\d(?!\d[:7]?\d\d)|[.,]\s?(?:19|20)\d\d(?!\d))"
)
"""Behind it may stand a typist's sign (`/kl`) or, without a blank, the time of day."""
_MISREAD_CENTURIES = {"26", "28", "29"}
"""A nought that recognition took for a sign of its shape: no calendar in use counts such years."""
_TORN_DAY = re.compile(r"\d\s$")
"""`1 2.03.2020` is no second of March."""
_LOST_DOT = re.compile(r"(?<![\w.,/-])(?:(\d{2})\.(\d{2})|(\d{2})(\d{2})\.)((?:19|20)\d{2})(?![\w/-]|[.,]\d)")
"""`06.032019`: one of the two full stops was not recognised."""
_LOST_FOR_A_BLANK = re.compile(
    r"(?<![\w.,:/-])(?:(\d{2})\s(\d{2})\s?\.|(\d{2})\s?\.\s?(\d{2})\s)((?:19|20)\d{2})(?![\w/-]|[.,]\d)"
)
"""`07 09.2023`"""
_COLON = re.compile(
    r"(?<![\w.,:/-])(?:(\d{1,2})[:;]\s?(\d{2})[.:;]|(\d{1,2})[.,]\s?(\d{2})[:;])\s?((?:19|20)\d{2})(?![\w/:-]|[.,]\d)"
)
"""`07:09.2023`: a full stop with a speck over it."""
_DASHED = re.compile(r"(?<![\w.,/-])(\d{2})-(\d{2})-((?:19|20)\d{2})(?![\w/-]|[.,]\d)")
_UNKNOWN_DAY = re.compile(
    r"(?<![\w.])(?:XX|xx|--|\?\?)\s?[.]\s?(?:(\d{2})|XX|xx|--|\?\?)\s?[.]\s?((?:19|20)\d{2})(?!\w)"
)
_SPACED = re.compile(r"(?<![\w.,/-])(\d{2})\s(\d{2})\s((?:19|20)\d{2})(?![\w/-])")
_CIEC = re.compile(r"\bJo\s?(\d{1,2})\s+Mo\s?(\d{1,2})\s+An\s?((?:19|20)\d{2})(?!\w)")
"""As multilingual certificates of civil status print them (CIEC Convention No. 16): `Jo 09 Mo 08 An 1981`."""
_ISO = re.compile(r"(?<![\w-])((?:19|20)\d{2})-(\d{2})-(\d{2})(?!(?!T\d\d:)[\w-])")
_ISO_DOTTED = re.compile(r"(?<![\w./-])((?:19|20)\d{2})[./](\d{2})[./](\d{2})(?![\w/-]|[.]\d)")
_WORDED = re.compile(
    r"(?<![\w.])(\d{1,2})(?:(?:st|nd|rd|th|er)?\s?[.:,]?\s?|\.\s{3})(?:de\s|of\s|day of\s)?"
    r"([^\W\d_]{3,11})\.?(?:\s?/\s?[^\W\d_]{3,10}\.?)?(?:\s?,?\s?|\s{3})(?:del?\s)?((?:19|20)\d{2})(?!\w)"
)
"""Typewriting sets its words so far apart that they look like columns."""
_WORDED_SHORT = re.compile(
    r"(?<![\w.])(\d{1,2})\.\s?([^\W\d_]{3,9})\.?\s'?(\d{2})(?![\w.,:%]|\s?(?:€|EUR|Uhr))"
)
"""`3. Mai 21`; the day's full stop tells it from a count."""
_MONTH_FIRST = re.compile(r"(?<!\w)([A-Z][a-z]{2,8})\.?\s(\d{1,2})(?:st|nd|rd|th)?,\s?((?:19|20)\d{2})(?!\w)")
_CODED = re.compile(
    r"(?<![\w.])(\d{2})[ /-]([A-Z]{3}|[A-Z][a-z]{2})(?:\s?/\s?[^\W\d_]{3,4})?[ /-]((?:19|20)\d{2}|\d{2})"
    r"(?![\w.,:%-]|\s?(?:€|EUR|Uhr))"
)
"""As passports print them: `07-AUG-2017`, `07 AUG 17`."""
_ROMAN = re.compile(r"(?<![\w.])(\d{1,2})\.\s?([IVX]{1,4})\.\s?((?:19|20)\d{2})(?!\w)")
_IN_WORDS = re.compile(
    r"(?<!\w)([^\W\d_]{5,20})\s([^\W\d_]{3,9})\s((?:zweitausend|neunzehnhundert)[^\W\d_]*)", re.IGNORECASE
)
"""As notaries and older certificates of civil status write them: `dritten April zweitausendzwanzig`."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at `text[start:end]`."""

    start: int
    end: int
    value: PartialDate


def find_dates(text: str, today: date) -> tuple[FoundDate, ...]:
    """All dates of one line in the order of their places. Two-digit years are taken as past ones."""
    found = [
        *_numeric(text, today),
        *_spaced(text),
        *_lost_sign(text),
        *_iso(text),
        *_worded(text, today),
        *_in_words(text),
        *_unknown_day(text),
    ]
    first = {item.start: item for item in reversed(found)}
    return tuple(first[start] for start in sorted(first))


def _numeric(text: str, today: date) -> Iterator[FoundDate]:
    for match in _NUMERIC.finditer(text):
        if sum(character.isdigit() for character in match.group()) < 4:
            continue
        if len(match.group(1)) == 1 and _TORN_DAY.search(text[: match.start()]):
            continue
        day, month, year = (int(part.translate(_DIGITS).replace(" ", "")) for part in match.groups())
        if len(match.group(3)) == 2:
            year = _century(year, today)
        if str(year)[:2] in _MISREAD_CENTURIES and year % 100 <= today.year % 100:
            year = 2000 + year % 100
        if value := make_date(day, month, year):
            yield FoundDate(match.start(), match.end(), value)


def _spaced(text: str) -> Iterator[FoundDate]:
    """As passports and multilingual certificates print them: `17 09 1994`, `Jo 17 Mo 09 An 1994`."""
    for match in (*_SPACED.finditer(text), *_CIEC.finditer(text)):
        day, month, year = (int(part) for part in match.groups())
        if value := make_date(day, month, year):
            yield FoundDate(match.start(), match.end(), value)


def _lost_sign(text: str) -> Iterator[FoundDate]:
    patterns = (_LOST_DOT, _LOST_FOR_A_BLANK, _COLON, _DASHED)
    for match in (match for pattern in patterns for match in pattern.finditer(text)):
        day, month, year = (int(part) for part in match.groups() if part)
        if value := make_date(day, month, year):
            yield FoundDate(match.start(), match.end(), value)


def _iso(text: str) -> Iterator[FoundDate]:
    for match in (*_ISO.finditer(text), *_ISO_DOTTED.finditer(text)):
        year, month, day = (int(part) for part in match.groups())
        if value := make_date(day, month, year):
            yield FoundDate(match.start(), match.end(), value)


def _worded(text: str, today: date) -> Iterator[FoundDate]:
    patterns = (_WORDED, _WORDED_SHORT, _CODED, _ROMAN, _MONTH_FIRST)
    for match in (match for pattern in patterns for match in pattern.finditer(text)):
        word, day = match.group(2), match.group(1)
        if match.re is _MONTH_FIRST:
            word, day = day, word
        year = int(match.group(3))
        month = roman_number(word) if match.re is _ROMAN else month_number(word)
        if month and (value := make_date(int(day), month, year if year > 99 else _century(year, today))):
            yield FoundDate(match.start(), match.end(), value)


def _century(year: int, today: date) -> int:
    return year + (2000 if year <= today.year % 100 else 1900)


def _in_words(text: str) -> Iterator[FoundDate]:
    for match in _IN_WORDS.finditer(text):
        day, month, year = day_number(match[1]), month_number(match[2]), year_number(match[3])
        if day and month and year and (value := make_date(day, month, year)):
            yield FoundDate(match.start(), match.end(), value)


def _unknown_day(text: str) -> Iterator[FoundDate]:
    for match in _UNKNOWN_DAY.finditer(text):
        if value := make_date(0, int(match.group(1) or 0), int(match.group(2))):
            yield FoundDate(match.start(), match.end(), value)
