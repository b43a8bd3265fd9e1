"""Whether the number of a machine-readable zone counts that nothing but general recognition has read.

The weights 7, 3 and 1 detect every single wrong character but one whose value differs by ten or twenty
(ICAO Doc 9303-3 section 4.9), and the composite digit weighs the number alike, so it detects no more.
Some of these look alike: S (28) and 8, G (16) and 6. A number in which such a pair may have been
confused has a digit that agrees whichever of them is printed, so it needs a witness: the character
grid of the zone, or the number as it is printed elsewhere on the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache
from itertools import combinations
from operator import mul

from pipeline.check_digits import GERMAN_SERIAL_ALPHABET, check_digit
from pipeline.model import Mrz
from pipeline.mrz_glyphs import GlyphReading, faces

_LEAST_ALIKE = 0.7
"""Correlation of two glyphs of one face: 6 and G have 0.73 or more, N and X 0.68."""
_USUAL = re.compile(r"[A-Z]{0,3}[0-9]{5,}")
_GERMAN_USUAL = re.compile(rf"[{''.join(sorted(GERMAN_SERIAL_ALPHABET))}]{{9}}|[A-Z][0-9]{{7}}")
"""Serials (PassV and PAuswV Annexes), and one letter with seven figures (AufenthV § 4 (3), AKNV Annex 2)."""
_OF_A_ZONE = re.compile(r"<|[A-Z0-9]{14}")
_ZEROS = str.maketrans("OQ", "00")


@cache
def twins() -> Mapping[str, frozenset[str]]:
    """For each character those that look like it and that no check digit tells from it.

    Found by comparing the known glyphs (`config/ocr_b.toml`) of characters with the same digit.
    """
    pairs = {
        (one, other)
        for face in faces()
        for one, other in combinations(sorted(face), 2)
        if check_digit(one) == check_digit(other) and sum(map(mul, face[one], face[other])) >= _LEAST_ALIKE
    }
    found: dict[str, frozenset[str]] = {}
    for one, other in pairs:
        found[one] = found.get(one, frozenset()) | {other}
        found[other] = found.get(other, frozenset()) | {one}
    return found


def unmistakable(number: str, *, german: bool, printed: Callable[[int, str], bool] = lambda *_: True) -> bool:
    """Whether `number` (without fillers) has a usual form and no other such number that looks like it has
    the same check digit.

    Usual are up to three letters followed by figures, and the numbers of German documents. Other mixtures
    of letters and figures are more often misread than printed. `printed` tells whether a character may be
    printed at a place of the number.
    """
    usual = _GERMAN_USUAL if german else _USUAL
    return usual.fullmatch(number) is not None and not any(
        printed(place, twin) and usual.fullmatch(number[:place] + twin + number[place + 1 :])
        for place, char in enumerate(number)
        for twin in twins().get(char, ())
    )


def proved(zone: Mrz, readings: Iterable[GlyphReading], page_lines: Iterable[str]) -> Mrz:
    """The zone as general recognition read it, without its number if that may be another one.

    `readings` are the page's zones as the character grid shows them, trusted or not; `page_lines` those of
    recognised text, where a number stands beside its label as well. A row of one character is no number.
    """
    if zone.number is None or (
        len(set(zone.number)) > 1
        and (
            unmistakable(zone.number, german=_german(zone))
            or any(_confirms(reading, zone, zone.number) for reading in readings)
            or _printed(zone.number, page_lines)
        )
    ):
        return zone
    return replace(zone, number=None, checks=zone.checks | {"number": False})


def _german(zone: Mrz) -> bool:
    return zone.issuer == "D"


def _confirms(reading: GlyphReading, zone: Mrz, number: str) -> bool:
    """Whether the grid shows the same, or most of it and no other number that it may be taken for."""
    if len(reading.lines) != len(zone.lines):
        return False
    row, start = (0, 5) if len(zone.lines) == 3 else (1, 0)
    shown = reading.lines[row][start : start + 9].rstrip("<").translate(_ZEROS)
    wanted = number.translate(_ZEROS)
    agreeing = sum(one == other for one, other in zip(shown, wanted, strict=False))
    return shown == wanted or (
        2 * agreeing > max(len(shown), len(wanted))
        and unmistakable(
            number,
            german=_german(zone),
            printed=lambda place, char: reading.may_be(row, start + place, char),
        )
    )


def _printed(number: str, page_lines: Iterable[str]) -> bool:
    """Whether the number is a word of a line that is not one of the zone, or two or three words of it."""
    for line in page_lines:
        words = [re.sub("[^A-Z0-9<]", "", word) for word in line.upper().split()]
        if _OF_A_ZONE.search(" ".join(words)):
            continue
        if any(number == "".join(words[at : at + size]) for size in (1, 2, 3) for at in range(len(words))):
            return True
    return False
