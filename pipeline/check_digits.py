"""Check digits of machine-readable travel documents (ICAO Doc 9303-3 section 4.9)."""

from __future__ import annotations

_WEIGHTS = (7, 3, 1)
_VALUES = {"<": 0} | {str(digit): digit for digit in range(10)}
_VALUES |= {chr(ord("A") + offset): 10 + offset for offset in range(26)}

GERMAN_SERIAL_ALPHABET = frozenset("CFGHJKLMNPRTVWXYZ0123456789")
"""Characters of German document numbers (PassV and PAuswV Annexes, AufenthG § 78 (2))."""


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


def checked_number(text: str) -> str | None:
    """The document number in `text`, printed with its check digit behind it; None if that fails.

    German travel documents print the number in running text without the digit, residence permits
    and arrival certificates often with it, so both forms turn up on the same desk.
    """
    compact = "".join(text.upper().split()).replace("-", "")
    if len(compact) < 2 or any(char not in _VALUES for char in compact):
        return None
    number, digit = compact[:-1], compact[-1]
    return number.replace("<", "") if agrees(number, digit) else None
