"""Dates in German documents: finding them, and telling birth from expiry from the letter's own date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.columns import GAP
from pipeline.model import DateRole
from pipeline.partial_date import MONTHS, PartialDate, make_date

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
    DateRole.ISSUE: r"ausgeste\w{1,6}|ausstellung(?:sdatum|stag)?|\berteilt|date of issue|issued|délivr"
    r"|\bfait (?:le|à)|veriliş|düzenlenme|data (?:wydania|di rilascio)|fecha de (?:expedición|emisión)"
    r"|datum izdavanja|дата выдачи|дата видачі|festges\w{3,6}(?:\s+am)?(?=\W*$)",
    DateRole.DOCUMENT: r"\b(?:auszugs|(?:ab)?rechnungs|erstellungs|ausfertigungs|bescheid|druck|brief|anlege)"
    r"?datum(?! de[rs]\b)|\b(?:datum|tag) der (?:aus(?:kunft|fertigung|stellung)|erstellung|abfrage)|^\s*date"
    r"|\bdruck(?=\s?:)|erstellt|gesendet|\bstand|ausgefertigt|aufgenommen|,\s?den|^\s*den|verkündet|gedruckt|ausgedruckt"
    r"|entnommen|^\s*tarih",
}
_LABELS = {role: re.compile(rf"(?:{words}){_GAP}", re.IGNORECASE) for role, words in _LABEL_WORDS.items()}
_PLACE_AND_DATE = re.compile(r"^(?:.*\s)?[A-ZÄÖÜ][\wäöüß./() -]{2,40},\s?(?:den\s|am\s)?$")


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
