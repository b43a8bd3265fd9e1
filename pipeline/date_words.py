"""Dates written out: days and years in words, months in further languages or with a letter misread."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.partial_date import MONTHS

_FOREIGN = {
    name: number
    for number, names in enumerate(
        (
            "janvier enero gennaio stycznia siječnja januara ianuarie янв января січня јануара",
            "febrero febbraio lutego veljače februara februarie февраля лютого фебруара",
            "marzo marca ožujka marta martie марта березня",
            "abril aprile kwietnia travnja aprila aprilie апреля квітня априла",
            "mayo maggio maja svibnja мая травня маја",
            "junio giugno czerwca lipnja juna iunie июня червня јуна",
            "julio luglio lipca srpnja jula iulie июля липня јула",
            "agosto sierpnia kolovoza avgusta августа серпня августа",
            "septiembre settembre września rujna septembra septembrie сентября вересня септембра",
            "octubre ottobre października oktobra octombrie октября жовтня октобра",
            "noviembre novembre listopada studenoga novembra noiembrie ноября листопада новембра",
            "diciembre dicembre grudnia prosinca decembra decembrie декабря грудня децембра",
        ),
        start=1,
    )
    for name in names.split()
}
_UNITS = ["null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
_TEENS = [
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
]
_TENS = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
_IRREGULAR = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}
_ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
_LONG_MONTHS = tuple(name for name in MONTHS if len(name) >= 6)


def month_number(word: str) -> int | None:
    """The month a word names, also a long name with one letter misread; None for any other word."""
    word = word.lower()
    known = MONTHS.get(word) or _FOREIGN.get(word)
    if known or len(word) < 5:
        return known or {"marz": 3, "mirz": 3, "mérz": 3}.get(word)
    near = {
        MONTHS[name]
        for name in _LONG_MONTHS
        if _one_letter_apart(word, name) or _one_letter_apart(word.replace("rn", "m"), name)
    }
    return near.pop() if len(near) == 1 else None


def roman_number(word: str) -> int | None:
    """1 to 12 for `I` to `XII`, as older papers count the months."""
    return _ROMAN.index(word) + 1 if word in _ROMAN else None


def _one_letter_apart(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1:
        return False
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return one[at + (len(one) >= len(other)) :] == other[at + (len(other) >= len(one)) :]
    return True


def day_number(word: str) -> int | None:
    """1 to 31 for an ordinal of a day, `dritten` or `einundzwanzigste`."""
    return _days().get(re.sub(r"e[nrs]?$", "", _folded(word)))


def year_number(word: str) -> int | None:
    """1900 to 2099 for a year in words, `zweitausendzwanzig` or `neunzehnhundertachtzig`."""
    return _years().get(_folded(word).replace("tausendund", "tausend").replace("hundertund", "hundert"))


def _folded(word: str) -> str:
    return word.lower().replace("dreissig", "dreißig").replace("fuenf", "fünf").replace("zwoelf", "zwölf")


def _cardinal(number: int) -> str:
    if number < 20:
        return [*_UNITS, *_TEENS][number]
    tens, unit = divmod(number, 10)
    return (f"{_UNITS[unit]}und" if unit else "") + _TENS[tens - 2]


@lru_cache
def _days() -> dict[str, int]:
    ordinals = {day: _cardinal(day) + ("t" if day < 20 else "st") for day in range(1, 32)} | _IRREGULAR
    return {word: day for day, word in ordinals.items()}


@lru_cache
def _years() -> dict[str, int]:
    rest = {number: _cardinal(number).replace("null", "") for number in range(100)} | {1: "eins"}
    old = {f"neunzehnhundert{word}": 1900 + number for number, word in rest.items()}
    return old | {f"zweitausend{word}": 2000 + number for number, word in rest.items()}
