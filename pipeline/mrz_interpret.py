"""What a reading by the character grid says, as far as its cells can be trusted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from pipeline.model import Mrz
from pipeline.mrz import find_mrz
from pipeline.mrz_glyphs import VERY_DOUBTFUL, GlyphReading

_MOST_DOUBTS = 16
_MOST_CANCELLING = 5
"""Very doubtful cells of one field that are tried in all combinations; with more it is unreadable."""
_TD1_FIELDS = {"number": (0, 5, 15), "birth_date": (1, 0, 7), "expiry_date": (1, 8, 15)}
_TWO_LINE_FIELDS = {"number": (1, 0, 10), "birth_date": (1, 13, 20), "expiry_date": (1, 21, 28)}
_FRENCH_FIELDS = {"number": (1, 0, 13), "birth_date": (1, 27, 34)}
"""Line, first column and last column + 1 of the fields with a check digit."""

_ZEROS = str.maketrans("OQ", "00")


def complete(mrz: Mrz) -> bool:
    """Whether every check digit of the zone agrees."""
    return all(mrz.checks.values())


def interpret(reading: GlyphReading, page: int, today: date, witnesses: frozenset[str]) -> Mrz | None:
    """The zone of one reading, as far as its cells can be trusted.

    Where digits fail, a doubtful cell may be its runner-up instead, if exactly one such change
    makes more digits agree.  `witnesses` are words read elsewhere on the page; they decide between
    the readings of a doubtful letter in a name, which no check digit covers.
    """
    reading = _with_witnesses(reading, witnesses)
    best = _single(reading.lines, page, today)
    if best is None or not complete(best):
        changed = (reading.with_seconds([doubt]) for doubt in reading.doubts[:_MOST_DOUBTS])
        zones = [zone for lines in changed if (zone := _single(lines, page, today))]
        better = {zone.lines: zone for zone in zones if agreeing(zone) > agreeing(best)}
        best = better.popitem()[1] if len(better) == 1 else best
    return best and _trusted(best, reading, today)


def _trusted(zone: Mrz, reading: GlyphReading, today: date) -> Mrz | None:
    """Fields whose doubtful cells allow another value with the same check digit count as failed."""
    fields = _TD1_FIELDS if len(reading.lines) == 3 else _TWO_LINE_FIELDS
    if zone.type == "TD2" and "expiry_date" not in zone.checks:
        fields = _FRENCH_FIELDS
    failed = {
        name
        for name in fields.keys() & zone.checks.keys()
        if zone.checks[name] and _ambiguous(zone, reading, today, name, fields[name])
    }
    if not failed:
        return zone
    zone = replace(
        zone,
        checks={name: agrees and name not in failed for name, agrees in zone.checks.items()},
        number=None if "number" in failed else zone.number,
        birth_date=None if "birth_date" in failed else zone.birth_date,
        expiry_date=None if "expiry_date" in failed else zone.expiry_date,
    )
    return zone if agreeing(zone) >= 2 else None


def _ambiguous(zone: Mrz, reading: GlyphReading, today: date, name: str, place: tuple[int, int, int]) -> bool:
    """Whether the very doubtful cells of a field may be others so that its digit agrees again.

    Two errors cancel out in one of ten cases, and so do letters whose values end alike (0 and A, 1 and B).
    A field whose digit agrees only since one cell was changed has used that proof up: whatever else is
    doubtful in it counts.
    """
    row, start, end = place
    changed = zone.lines[row][start:end].translate(_ZEROS) != reading.lines[row][start:end].translate(_ZEROS)
    limit = 1.0 if changed else VERY_DOUBTFUL
    doubts = [
        doubt
        for doubt in reading.doubts
        if doubt.row == row
        and start <= doubt.column < end
        and doubt.distance < limit
        # A zero stays a zero, whether it looks like O or Q.
        and doubt.second.translate(_ZEROS) != reading.lines[row][doubt.column].translate(_ZEROS)
    ]
    if len(doubts) > _MOST_CANCELLING:
        return True
    chosen = [
        reading.with_seconds(some)
        for size in range(1, len(doubts) + 1)
        for some in combinations(doubts, size)
    ]
    return any(
        other is not None
        and other.checks.get(name, False)
        and getattr(other, name) != getattr(zone, name)
        # A reading that was repaired to fit speaks for nothing.
        and other.lines[row][start:end].translate(_ZEROS) == lines[row][start:end].translate(_ZEROS)
        for lines in chosen
        for other in [_single(lines, zone.page, today)]
    )


def _with_witnesses(reading: GlyphReading, witnesses: frozenset[str]) -> GlyphReading:
    """Names with doubtful letters replaced by a reading that stands elsewhere on the page.

    Short words are left alone: by chance they stand anywhere.
    """
    row = 2 if len(reading.lines) == 3 else 0
    start = 0 if row else 5
    lines = reading.lines
    for word in re.finditer("[A-Z]{4,}", lines[row][start:]):
        first, last = word.start() + start, word.end() + start
        if word.group() in witnesses:
            continue
        doubts = [doubt for doubt in reading.doubts if doubt.row == row and first <= doubt.column < last]
        for size in (1, 2, 3):
            texts = (reading.with_seconds(some)[row] for some in combinations(doubts[:6], size))
            seen = {text[first:last] for text in texts} & witnesses
            if len(seen) == 1:
                changed = lines[row][:first] + seen.pop() + lines[row][last:]
                lines = (*lines[:row], changed, *lines[row + 1 :])
                break
    return replace(reading, lines=lines)


def _single(lines: Sequence[str], page: int, today: date) -> Mrz | None:
    return next(iter(find_mrz(lines, page, today)), None)


def agreeing(mrz: Mrz | None) -> int:
    return sum(mrz.checks.values()) if mrz else 0
