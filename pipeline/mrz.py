"""Finds and reads machine-readable zones in recognised text (ICAO Doc 9303 parts 3 to 7).

The anchor of every zone is its densest part: birth date, check digit, sex, expiry date, check
digit.  Where that stands, the fields before and behind it follow from the layout, whatever
recognition did to the rows of fillers around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from pipeline import mrz_repair as repair
from pipeline.model import Mrz
from pipeline.mrz_fields import french_identity_card, parse_td1, parse_two_lines
from pipeline.mrz_raw import RawZone

_ANCHOR = re.compile(
    rf"(?=([{repair.DIGIT_LIKE}<]{{6}}[{repair.DIGIT_LIKE}][A-Z0-9<][{repair.DIGIT_LIKE}]{{7}}))"
)
_FRENCH = re.compile(r"I[DO0]FRA")
_HEAD = re.compile(r"[A-Z][A-Z0-9<]")
_SHORTEST_LINE = 22
_MAX_NOISE = 3
"""Characters of noise that may stand before the birth date of a TD1 line."""
_LEAST_BEFORE_DATES = 12
"""Number, check digit and nationality have 13; one may be lost."""
_GAPS = (1, 2)
"""Distances of two lines of one zone: one line of noise may stand between them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A normalised line and the lines of the page it came from (more than one when joined)."""

    text: str
    first: int
    last: int


def find_mrz(lines: Sequence[str], page: int, today: date) -> tuple[Mrz, ...]:
    """All machine-readable zones in the text lines of one page, top to bottom.

    A zone needs its structure and agreeing check digits of its own (see `RawZone.to_mrz`);
    `today` decides the century of two-digit years.
    """
    candidates = _candidates(lines)
    first, last = _by(candidates, "first"), _by(candidates, "last")
    found: list[tuple[int, int, Mrz]] = []
    for data in candidates:
        above = [line for gap in _GAPS for line in last.get(data.first - gap, ())]
        below = [line for gap in _GAPS for line in first.get(data.last + gap, ())]
        for start, end, zone in _zones(data, above, below, today):
            mrz = zone.to_mrz(page)
            if mrz is not None:
                found.append((start, end, mrz))
    return _without_overlap(found)


def _by(lines: Sequence[_Line], edge: Literal["first", "last"]) -> dict[int, list[_Line]]:
    found: dict[int, list[_Line]] = {}
    for line in lines:
        found.setdefault(getattr(line, edge), []).append(line)
    return found


def _candidates(lines: Sequence[str]) -> list[_Line]:
    texts = [(index, repair.normalise(line)) for index, line in enumerate(lines)]
    texts = [(index, text) for index, text in texts if len(text) >= 4]
    single = [
        _Line(text=text, first=index, last=index) for index, text in texts if len(text) >= _SHORTEST_LINE
    ]
    joined = [
        _Line(text=first + second, first=index, last=following)
        for (index, first), (following, second) in pairwise(texts)
        if following == index + 1 and 28 <= len(first + second) <= 46 and min(len(first), len(second)) < 30
    ]
    return single + joined


def _zones(
    data: _Line, above: Sequence[_Line], below: Sequence[_Line], today: date
) -> Iterator[tuple[int, int, RawZone]]:
    for line in above:
        if _FRENCH.match(line.text):
            yield from _located(line, data, french_identity_card(line.text, data.text, today))
    for match in _ANCHOR.finditer(data.text):
        start = match.start()
        for line in above:
            if start <= _MAX_NOISE:
                for names in below:
                    yield from _located(
                        line, names, parse_td1(line.text, data.text[start:], names.text, today)
                    )
            elif start >= _LEAST_BEFORE_DATES and _HEAD.match(line.text) and not _FRENCH.match(line.text):
                if "<" not in line.text:
                    continue  # digits of running text, which agree by chance
                yield from _located(line, data, parse_two_lines(line.text, data.text, start, today))


def _located(first: _Line, last: _Line, zone: RawZone | None) -> Iterator[tuple[int, int, RawZone]]:
    if zone is not None:
        yield first.first, last.last, zone


def _without_overlap(found: list[tuple[int, int, Mrz]]) -> tuple[Mrz, ...]:
    """The best reading of each place: fewest failing digits, fewest lines, most agreeing digits.

    Fewest lines come before agreeing digits, because text above a shorter zone can be joined to it so
    that it looks like a longer one, which has more digits to agree.
    """

    def rank(item: tuple[int, int, Mrz]) -> tuple[int, int, int]:
        checks = list(item[2].checks.values())
        return len(checks) - sum(checks), item[1] - item[0], -sum(checks)

    chosen: list[tuple[int, int, Mrz]] = []
    for item in sorted(found, key=rank):
        if all(item[1] < other[0] or item[0] > other[1] for other in chosen):
            chosen.append(item)
    return tuple(mrz for _, _, mrz in sorted(chosen, key=lambda item: item[0]))
