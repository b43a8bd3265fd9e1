"""Numbers with misread signs put right, only where the alphabet of a number proves what was printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_DIGITS = str.maketrans("OoQDIl|SsZzBg", "0000111552289")
"""Digits that recognition reads as these letters."""
_AMONG_DIGITS = re.compile(r"(?<=\d)[OoQDIl|SsZzBg]+(?=[\d./-]|$)|(?:(?<=[./-])|^)[OoQDIl|SsZzBg]+(?=\d)")
_SERIAL_LENGTH = 9
_IN_NO_SERIAL = str.maketrans("OQDISB", "000158")
_SERIAL = re.compile(r"[CFGHJKLMNPRTVWXYZ0-9]+")
_AZR_LENGTH, _LEAST_DIGITS = 12, 8


def azr_number(text: str) -> str | None:
    """The twelve digits that a field for the AZR number begins with (XJustiz: digits alone); None if not."""
    seen = re.match(r"(?:[\dOoQDIl|SsZzBg][\s.-]?){12}(?![\w])", text)
    if seen is None or sum(sign.isdigit() for sign in seen.group()) < _LEAST_DIGITS:
        return None
    return re.sub(r"\D", "", seen.group().translate(_DIGITS))


def serial(text: str) -> str | None:
    """The serial number of a German document that `text` was misread from; None if it was not.

    Passports, cards and titles have nine signs, never A, B, D, E, I, O, Q, S or U (PassV, PAuswV,
    AufenthG § 78), so an O in one is a zero.
    """
    if len(text) != _SERIAL_LENGTH or sum(sign.isdigit() for sign in text) < 2:
        return None
    repaired = text.translate(_IN_NO_SERIAL)
    return repaired if repaired != text and _SERIAL.fullmatch(repaired) else None


def file_numbers(text: str, patterns: Sequence[re.Pattern[str]]) -> Iterator[str]:
    """What has the form of one of the authority's file numbers once letters among digits are digits."""
    repaired = _AMONG_DIGITS.sub(lambda letters: letters.group().translate(_DIGITS), text)
    if repaired != text:
        for pattern in patterns:
            yield from (match.group() for match in pattern.finditer(repaired))
