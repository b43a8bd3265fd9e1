"""The character grid of a machine-readable zone.

OCR-B in travel documents has a fixed pitch, so a zone of N characters shows N + 1 light gaps at
equal distances.  No other print does, which makes the grid both the test for a zone and the way
to its characters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from PIL import Image

from pipeline.mrz_band import CAP_HEIGHT, Band, Span, darkness

CELL = (10, 14)
"""Pixels (width, height) to which every character cell is reduced before it is compared."""
_WORST_GRID = 0.5
"""Ink in the gaps relative to the mean ink; true zones measure 0.0 to 0.35, others above 0.6."""
_STRETCH = re.compile(rb"\x01(?:\x00{0,%d}\x01)*" % round(CAP_HEIGHT * 1.1))
_LEAST_PITCH = CAP_HEIGHT * 0.6
_COARSE = [step * 0.004 for step in range(-8, 9)]
_FINE = [step * 0.001 for step in range(-3, 4)]
_GAP = 0.12
"""Width looked at in a gap, as a share of the height of capitals."""
_MARGIN = 0.12
"""Light above and below the characters of a line, as a share of their height."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """`length` cells per line of `pitch` pixels from `left`; `noise` is the ink in the gaps."""

    length: int
    left: float
    pitch: float
    noise: float

    def shifted(self, cells: int) -> Grid:
        return Grid(
            length=self.length,
            left=self.left + cells * self.pitch,
            pitch=self.pitch,
            noise=self.noise,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How the rows of a line differ from those where its ink begins and ends, in shares of their height."""

    lower: float = 0.0
    larger: float = 0.0


PLAIN = Fit()
_STEPS = (-0.06, 0.0, 0.06)
FITS = tuple(Fit(lower=lower, larger=larger) for lower in _STEPS for larger in _STEPS)
"""A line without digits is lower than one with them, and a smear seems to make a line taller."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """The cells of every line as reduced grey images, row by row (one byte a pixel)."""

    lines: tuple[tuple[bytes, ...], ...]


def find_grid(ink: Image.Image, lines: Sequence[Span]) -> Grid | None:
    """The grid of 30 (three lines), 36 or 44 (two lines) cells, or None where there is none."""
    columns = _columns(ink, lines)
    lengths = (30,) if len(lines) == 3 else (36, 44)
    gaps = _smoothed(columns, round(_GAP * CAP_HEIGHT))
    guesses = [
        _fit(gaps, [estimate * (1 + step) for step in _COARSE], (left + right) / 2, length, 4)
        for left, right in sorted(_extents(columns, lines))
        for length in lengths
        for estimate in [(right - left) / (length - 0.35)]
        if estimate >= _LEAST_PITCH
    ]
    rough = min(guesses, key=lambda grid: grid.noise, default=None)
    if rough is None or rough.noise > _WORST_GRID + 0.2:
        return None
    middle = rough.left + rough.length * rough.pitch / 2
    grid = _fit(gaps, [rough.pitch * (1 + step) for step in _FINE], middle, rough.length, 1)
    return grid if grid.noise <= _WORST_GRID else None


def _smoothed(columns: Sequence[int], width: int) -> list[float]:
    """Mean ink of the `width` columns around each column, in units of the overall mean."""
    mean = sum(columns) / len(columns) or 1.0
    sums = [0, *accumulate(columns)]
    last = len(columns)
    return [
        (sums[min(last, x + width // 2 + 1)] - sums[max(0, x - width // 2)]) / (width // 2 * 2 + 1) / mean
        for x in range(last)
    ]


def _extents(columns: Sequence[int], lines: Sequence[Span]) -> set[tuple[float, float]]:
    """Where the print may begin and end: as found, or without what stands apart or is faint.

    The edge of a card or a smear beside the zone would otherwise spoil the estimate of the pitch.
    """
    extents = {(min(line.left for line in lines), max(line.right for line in lines))}
    dark = sorted(columns)[int(len(columns) * 0.9)]
    for share in (0.15, 0.4):
        marks = bytes(column > share * dark for column in columns)
        spans = [stretch.span() for stretch in _STRETCH.finditer(marks)]
        if spans:
            extents.add(max(spans, key=lambda span: span[1] - span[0]))
    return extents


def _columns(ink: Image.Image, lines: Sequence[Span]) -> list[int]:
    rows = [
        ink.resize(
            (ink.width, 1),
            Image.Resampling.BOX,
            box=(0, max(0, line.top), ink.width, min(ink.height, line.bottom)),
        ).tobytes()
        for line in lines
    ]
    return [sum(column) for column in zip(*rows, strict=True)]


def _fit(gaps: Sequence[float], pitches: Sequence[float], middle: float, length: int, step: int) -> Grid:
    """The pitch and place with the least ink in the gaps; places are tried `step` columns apart."""
    best = Grid(length=length, left=0, pitch=1, noise=float("inf"))
    last = len(gaps) - 1
    for pitch in pitches:
        offsets = [round(gap * pitch) for gap in range(length + 1)]
        first = round(middle - length * pitch / 2 - pitch / 2)
        for start in range(first, round(first + pitch), step):
            inside = [gaps[start + offset] for offset in offsets if 0 <= start + offset <= last]
            noise = sum(inside) / (length + 1)
            if noise < best.noise:
                best = Grid(length=length, left=float(start), pitch=pitch, noise=noise)
    return best


def cut(ink: Image.Image, lines: Sequence[Span], grid: Grid, fit: Fit = PLAIN) -> Cells:
    """All cells of `grid`, each reduced to `CELL`."""
    return Cells(lines=tuple(_cut_line(ink, _tight(ink, line, grid), grid, fit) for line in lines))


def _cut_line(ink: Image.Image, rows: tuple[float, float], grid: Grid, fit: Fit) -> tuple[bytes, ...]:
    height = rows[1] - rows[0]
    margin = (_MARGIN + fit.larger) * height
    top = max(0.0, rows[0] - margin + fit.lower * height)
    bottom = min(float(ink.height), rows[1] + margin + fit.lower * height)
    size = (CELL[0] * grid.length, CELL[1])
    right = grid.left + grid.length * grid.pitch
    # A crop may reach beyond the band (what lies there holds no ink), a resize box may not.
    x, y = int(grid.left // 1), int(top)
    strip = ink.crop((x, y, int(right) + 2, int(bottom) + 2)).resize(
        size, Image.Resampling.BOX, box=(grid.left - x, top - y, right - x, bottom - y)
    )
    return tuple(
        strip.crop((index * CELL[0], 0, (index + 1) * CELL[0], CELL[1])).tobytes()
        for index in range(grid.length)
    )


def _tight(ink: Image.Image, line: Span, grid: Grid) -> tuple[float, float]:
    """First and last row of the characters: from the middle outwards while there is ink."""
    first = max(0, round(line.top - 0.35 * line.height))
    last = min(ink.height, round(line.bottom + 0.35 * line.height))
    box = (max(0, grid.left), first, min(ink.width, grid.left + grid.length * grid.pitch), last)
    rows = ink.resize((1, last - first), Image.Resampling.BOX, box=box).tobytes()
    enough = 0.3 * sorted(rows)[-max(1, len(rows) // 4)]
    top = bottom = len(rows) // 2
    while top > 0 and rows[top - 1] > enough:
        top -= 1
    while bottom < len(rows) - 1 and rows[bottom + 1] > enough:
        bottom += 1
    return first + top, first + bottom + 1


def ink_of(band: Band) -> Image.Image:
    """The band as ink, ready for `find_grid` and `cut`."""
    return darkness(band.image)
