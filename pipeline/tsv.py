"""Tesseract's table of words (TSV) as lines of words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from math import cos, radians, sin

from pipeline.model import Box, Line, Word
from pipeline.raster import PageImage
from pipeline.wording import clean

_PAGE = "1"
_WORD = "5"
_COLUMNS = 12

NOISE = 0.3
"""Confidence below which a word without letters or digits is a speck, a ruling or a stamp's edge."""


@dataclass(slots=True)
class _Row:
    line: tuple[int, int]
    block: int
    left: int
    top: int
    width: int
    height: int
    confidence: float
    text: str


@dataclass(slots=True)
class TsvPage:
    """The words of one image of a batch, in pixels."""

    rows: list[_Row] = field(default_factory=list)

    def lines(self, image: PageImage) -> tuple[Line, ...]:
        """Lines in reading order with boxes in points of the upright page."""
        return tuple(
            Line(words=tuple(_word(row, image) for row in rows), block=block)
            for (block, _), rows in self._grouped()
        )

    def texts(self) -> list[str]:
        """The lines without their places."""
        return [" ".join(row.text for row in rows) for _, rows in self._grouped()]

    def _grouped(self) -> Iterable[tuple[tuple[int, tuple[int, int]], Iterable[_Row]]]:
        return groupby(self.rows, key=lambda row: (row.block, row.line))


def parse(table: str) -> list[TsvPage]:
    """One entry for each image, also for those without words. Raises ValueError for a broken table."""
    pages: list[TsvPage] = []
    for cells in _cells(table):
        if cells[0] == _PAGE:
            pages.append(TsvPage())
        elif cells[0] == _WORD:
            row = _row(cells)
            if row.text and (row.confidence >= NOISE or any(map(str.isalnum, row.text))):
                pages[int(cells[1]) - 1].rows.append(row)
    return pages


def _cells(table: str) -> Iterable[list[str]]:
    # The text may hold any character but tab and newline, so splitlines() would split too much.
    for line in table.split("\n")[1:]:
        cells = line.rstrip("\r").split("\t", _COLUMNS - 1)
        if len(cells) == _COLUMNS:
            yield cells


def _row(cells: list[str]) -> _Row:
    block, paragraph, line = map(int, cells[2:5])
    left, top, width, height = map(int, cells[6:10])
    return _Row(
        line=(paragraph, line),
        block=block,
        left=left,
        top=top,
        width=width,
        height=height,
        confidence=min(1.0, max(0.0, float(cells[10]) / 100)),
        text=clean(cells[11]),
    )


def _word(row: _Row, image: PageImage) -> Word:
    return Word(text=row.text, box=_box(row, image), confidence=round(row.confidence, 3))


def _box(row: _Row, image: PageImage) -> Box:
    """Pixels of the recognised image to points of the page before it was straightened.

    The box keeps its size; its middle turns back about the middle of the page.
    """
    scale_x = image.width / image.pixels.width
    scale_y = image.height / image.pixels.height
    width, height = row.width * scale_x, row.height * scale_y
    x, y = row.left * scale_x + width / 2, row.top * scale_y + height / 2
    if image.skew:
        angle = radians(image.skew)
        dx, dy = x - image.width / 2, y - image.height / 2
        x = image.width / 2 + dx * cos(angle) - dy * sin(angle)
        y = image.height / 2 + dx * sin(angle) + dy * cos(angle)
    return Box(
        left=round(max(0.0, x - width / 2), 2),
        top=round(max(0.0, y - height / 2), 2),
        right=round(min(image.width, x + width / 2), 2),
        bottom=round(min(image.height, y + height / 2), 2),
    )
