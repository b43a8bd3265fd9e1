"""Analysis: from the text of a page to the terms that are indexed, searched and highlighted.

Dates, paragraphs, court and authority file numbers are one term each, in a normal form that
their spellings share; words are folded and stemmed. Parts (of compounds, of file numbers, month
and year of a date) are found too, with less weight.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from index.compounds import parts_of
from index.folding import fold, stem
from pipeline.partial_date import MONTHS, make_date


@dataclass(frozen=True, slots=True)
class Token:
    """A term at `text[start:end]` of a cleaned text, with the parts that also find it."""

    term: str
    parts: tuple[str, ...]
    start: int
    end: int


# -- cleaning -------------------------------------------------------------------------------

_ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")
_SOFT_HYPHEN = re.compile(r"[\u00ad¬]\s*\n\s*|\u00ad")
_HYPHEN = re.compile(r"(?<=[^\W\d_]{2})[-‐‑]\s*\n\s*(?=[^\W\d_])(?!(?:und|oder|bzw|sowie|and|or)\b)")


_GLUED = re.compile(r"(?<=[a-zß])(?=\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}(?!\d))")
"""Recognition overlooks the blank before a date more often than any other."""


def clean(text: str) -> str:
    """Normal letters, words joined that a line end divided, nothing that a terminal would obey.

    Removes escape sequences, control and formatting characters (Unicode Cc, Cf, Co, Cs).
    """
    text = unicodedata.normalize("NFKC", _SOFT_HYPHEN.sub("", _ESCAPE.sub("", text)))
    text = _GLUED.sub(" ", _HYPHEN.sub(_join, text))
    if text.replace("\n", " ").isprintable():
        return text
    return "".join(_printable(letter) for letter in text)


def _join(match: re.Match[str]) -> str:
    """Aufenthalts-/erlaubnis is one word; Ausländer-/Behörde and DIN-/A4 keep their hyphen."""
    following = match.string[match.end()]
    return "" if following.islower() else "-"


def _printable(letter: str) -> str:
    category = unicodedata.category(letter)
    if category == "Cc":
        return letter if letter == "\n" else " "
    return "" if category in {"Cf", "Co", "Cs", "Cn"} else letter


# -- tokens ---------------------------------------------------------------------------------

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WORD = r"[^\W_](?:[^\W_]|[\u0300-\u036f\u064b-\u0652]|['’](?=[^\W_]))*"
_WORDS = re.compile(_WORD)
_PATTERN = re.compile(
    rf"""
      (?<!\d)(?P<day>\d{{1,2}})\s?\.\s?(?P<month>\d{{1,2}})\s?\.\s?(?P<year>\d{{4}}|\d{{2}})(?![\d/]|[.-]\w)
    | (?<![\d.,])(?P<misread_day>\d{{2}})[.,]\s?(?P<misread_month>\d{{2}})[.,]\s?(?P<misread_year>\d{{4}})
        (?![\w/]|[.,-]\w)
    | (?<!\d)(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})(?![\d/]|[.-]\w)
    | (?<!\d)(?P<named_day>\d{{1,2}})\s?\.?\s?(?P<named_month>{_MONTH})\.?,?\s(?P<named_year>\d{{4}})(?!\w)
    | (?<!\w)(?P<only_month>{_MONTH})\.?\s(?P<only_year>(?:19|20)\d{{2}})(?!\w)
    | (?<![\w.,/-])(?P<short_month>0[1-9]|1[0-2])[./](?P<short_year>(?:19|20)\d{{2}})(?![\w/]|[.-]\w)
    | (?<!§)§{{1,2}}\s*(?P<paragraph>\d+)(?:\s?(?P<letter>[a-z])(?!\w)|(?!\w))
    | (?<![\w./-])(?P<court>\d{{1,4}}\s?(?-i:[A-Z][A-Za-z]{{0,3}})\s?\d{{1,6}}/\d{{2,4}}
        (?:\.[A-Z]{{1,2}}\b){{0,2}})
    | (?<![\w./-])(?P<digits>\d{{6}}\s\d{{6}}|\d{{7}}\s?[-./]\s?\d{{3}})(?![\w/]|[.-]\w)
    | (?P<chain>[^\W_]+(?:(?:[-./]|(?<=\d),(?=\d))[^\W_]+)+)
    | (?P<word>{_WORD})
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SEPARATORS = re.compile(r"[-./,\s]+")
LONGEST_TERM = 64  # longer ones are OCR refuse
_PIVOT = 40  # 24 is 2024, 71 is 1971; fixed, because an index must not depend on the day it was built


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a cleaned text in reading order."""
    for match in _PATTERN.finditer(text):
        kind = match.lastgroup
        if kind == "word" or (kind == "chain" and not any(map(str.isdecimal, match.group()))):
            for word in _WORDS.finditer(text, *match.span()):
                yield Token(*analyse_word(word.group()), *word.span())
        else:
            yield Token(*_special(match), *match.span())


@lru_cache(maxsize=1 << 16)
def analyse_word(word: str) -> tuple[str, tuple[str, ...]]:
    """Term and parts of one word."""
    folded = fold(word)[:LONGEST_TERM]
    return stem(folded), parts_of(folded)


def _special(match: re.Match[str]) -> tuple[str, tuple[str, ...]]:
    """Term and parts of whatever is no plain word."""
    if number := match["paragraph"]:
        letter = match["letter"]
        return (f"§{number}{letter.lower()}", (f"§{number}",)) if letter else (f"§{number}", ())
    if day := _day(match):
        return day
    return file_number(match.group())


def _day(match: re.Match[str]) -> tuple[str, tuple[str, ...]] | None:
    """ISO date with its month and year as parts; None if it is no date, or none of the calendar."""
    if iso := match["iso"]:
        year, month, day = (int(part) for part in iso.split("-"))
    elif match["day"]:
        year, month, day = _full_year(match["year"]), int(match["month"]), int(match["day"])
    elif match["misread_day"]:  # a full stop read as a comma
        year, month, day = (int(match[f"misread_{part}"]) for part in ("year", "month", "day"))
    elif match["named_day"]:
        month = MONTHS.get(match["named_month"].lower(), 0)
        year, day = int(match["named_year"]), int(match["named_day"])
    elif match["only_month"]:
        year, month, day = int(match["only_year"]), MONTHS.get(match["only_month"].lower(), 0), 0
    elif match["short_month"]:
        year, month, day = int(match["short_year"]), int(match["short_month"]), 0
    else:
        return None
    value = make_date(day, month, year)
    if value is None:
        return None
    text = str(value)
    name = match["named_month"] or match["only_month"]
    parts = [text[:length] for length in (4, 7) if length < len(text)]
    return text, (*parts, stem(fold(name))) if name else tuple(parts)


def is_day(term: str) -> bool:
    """Whether a term is a full date."""
    return re.fullmatch(r"\d{4}-\d{2}-\d{2}", term) is not None


def _full_year(year: str) -> int:
    number = int(year)
    if len(year) == 4:
        return number
    return number + (2000 if number < _PIVOT else 1900)


_COURT = re.compile(r"(\d+)\s?([a-z]+)\s?(\d+)/(\d+)((?:\.[a-z]{1,2})*)")


def file_number(text: str) -> tuple[str, tuple[str, ...]]:
    """Normal form of a file number, whatever separators it was written with, and its parts."""
    lowered = text.casefold()
    if court := _COURT.fullmatch(lowered):
        chamber, register, number, year, ending = court.groups()
        short = f"{chamber}{register}{number}-{year}"
        tail = f"{number}-{year}"
        if not ending:
            return short, (tail,)
        ending = ending.replace(".", "-")
        return short + ending, (short, tail, tail + ending)
    if re.fullmatch(r"\d{6}\s\d{6}", lowered):
        return re.sub(r"\s", "", lowered), ()
    chunks = [fold(chunk) for chunk in _SEPARATORS.split(lowered)]
    parts = tuple(stem(chunk[:LONGEST_TERM]) for chunk in chunks if len(chunk) > 2)
    return "-".join(chunks)[:LONGEST_TERM], parts if len(chunks) > 1 else ()
