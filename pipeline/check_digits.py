"""Check digits of machine-readable travel documents (ICAO Doc 9303-3 section 4.9)."""

from __future__ import annotations

import re

_WEIGHTS = (7, 3, 1)
_VALUES = {"<": 0} | {str(digit): digit for digit in range(10)}
_VALUES |= {chr(ord("A") + offset): 10 + offset for offset in range(26)}

GERMAN_SERIAL_ALPHABET = frozenset("CFGHJKLMNPRTVWXYZ0123456789")
"""Characters of German document numbers (PassV and PAuswV Annexes, AufenthG § 78 (2))."""
_WITH_DIGIT = re.compile(f"[{''.join(sorted(GERMAN_SERIAL_ALPHABET))}]{{9}}[0-9]")


def check_digit(text: str) -> str:
    """Weights 7, 3, 1 repeating, sum modulo 10. Raises KeyError for characters outside the MRZ."""
    total = sum(_VALUES[char] * _WEIGHTS[place % 3] for place, char in enumerate(text))
    return str(total % 10)


def agrees(text: str, digit: str) -> bool:
    """Whether `digit` is the check digit of `text`; False for an empty field."""
    return bool(text.strip("<")) and check_digit(text) == digit


def agrees_optional(text: str, digit: str) -> bool:
    """As `agrees`, where an unused field may carry 0 or a filler as its digit (Doc 9303-4 4.2.2)."""
    if not text.strip("<"):
        return digit in {"<", "0"}
    return check_digit(text) == digit


def without_digit(printed: str) -> str | None:
    """The serial of a German document from `printed`, the serial with its check digit behind it; None if that
    fails or is a figure throughout, as a telephone number may be.

    Residence permits and arrival certificates are often cited so, passports without the digit.
    """
    serial, digit = printed[:-1], printed[-1:]
    if not _WITH_DIGIT.fullmatch(printed) or printed.isdigit():
        return None
    return serial if agrees(serial, digit) else None
