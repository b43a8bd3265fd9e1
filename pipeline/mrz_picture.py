"""Reads the zones of a page picture by their character grid: which face, which rows, which glyphs."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image

from pipeline.mrz_band import Band, Span, find_bands
from pipeline.mrz_cells import FITS, Cells, Grid, cut, find_grid, ink_of
from pipeline.mrz_glyphs import Face, GlyphReading, faces, likeness, read_cells

_LEAST_LIKENESS = 0.75
"""Mean correlation; zones measure 0.8 to 0.96, zones upside down and other print below 0.72."""
_HOPELESS = 0.6
"""The same before the rows of each line are fitted, which lifts it by up to 0.1."""

_SAMPLE = 3
"""Every third cell of a line tells which face and which rows fit it."""


def read_zones(page: Image.Image) -> list[GlyphReading]:
    """Zones of a grey page in upright position, top to bottom."""
    readings = [(band, read_zone(band)) for band in find_bands(page)]
    found = [(band, reading) for band, reading in readings if reading is not None]
    chosen: list[tuple[Band, GlyphReading]] = []
    for band, reading in sorted(found, key=lambda item: -item[1].likeness):
        if not any(_same_place(band, other) for other, _ in chosen):
            chosen.append((band, reading))
    return [reading for _, reading in sorted(chosen, key=lambda item: item[0].top)]


def read_zone(band: Band) -> GlyphReading | None:
    """The text of one band, or None if it has no character grid or unlike characters."""
    ink = ink_of(band)
    grid = find_grid(ink, band.lines)
    if grid is None:
        return None
    cells = cut(ink, band.lines, grid)
    face = max(faces(), key=lambda face: _mean_likeness(cells, face))
    if _mean_likeness(cells, face) < _HOPELESS:
        return None
    # A smear or a card's edge beside the zone can put the grid off by a whole cell.
    grids = (grid, grid.shifted(-1), grid.shifted(1))
    placed = max(grids, key=lambda grid: read_cells(cut(ink, band.lines, grid), face).likeness)
    best = read_cells(_fitted(ink, band.lines, placed, face), face)
    return best if best.likeness >= _LEAST_LIKENESS else None


def _fitted(ink: Image.Image, lines: Sequence[Span], grid: Grid, face: Face) -> Cells:
    """The cells of every line, cut between those rows that make them most like the glyphs."""
    trials = zip(*(cut(ink, lines, grid, fit).lines for fit in FITS), strict=True)
    return Cells(
        lines=tuple(max(line, key=lambda cells: likeness(cells[::_SAMPLE], face)) for line in trials)
    )


def _mean_likeness(cells: Cells, face: Face) -> float:
    return sum(likeness(line[::_SAMPLE], face) for line in cells.lines) / len(cells.lines)


def _same_place(band: Band, other: Band) -> bool:
    return band.top < other.bottom and other.top < band.bottom
