"""Reads character cells by comparing them with known glyphs (`config/ocr_b.toml`).

At the 8 to 12 pixels a character has on a small photograph, general text recognition confuses
rows of fillers with letters and loses or adds characters.  The grid fixes their number, the
field the alphabet, and 37 known glyphs leave little to guess.  A zone is printed in one face: OCR-B,
or what stands in for it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import sqrt
from operator import mul

from pipeline.mrz_cells import CELL, Cells
from pipeline.states import STATES

_DIGITS = "0123456789"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ANY = _LETTERS + _DIGITS + "<"
_NAME = _LETTERS + "<"
_DATE = _DIGITS + "<"
_STATE_TOLERANCE = 0.45
"""Correlation that a known state code may lack (over three cells) against the free reading."""
_DOUBT = 0.1
"""A second glyph less than this behind the first may be the right one."""
VERY_DOUBTFUL = 0.05

Vector = tuple[float, ...]
Face = Mapping[str, Vector]
"""The glyphs of one face by character."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """One cell's reading and the runner-up with its distance."""

    char: str
    likeness: float
    second: str
    distance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A cell whose second best glyph is nearly as similar as the best one."""

    row: int
    column: int
    second: str
    distance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class GlyphReading:
    """Lines of text and `likeness`, the mean correlation of all cells with their glyphs (to 1).

    `doubts` are in order of distance.
    """

    lines: tuple[str, ...]
    likeness: float
    doubts: tuple[Doubt, ...] = ()

    def may_be(self, row: int, column: int, char: str) -> bool:
        """Whether a cell is read as `char`, or very nearly."""
        return self.lines[row][column] == char or any(
            (doubt.row, doubt.column, doubt.second) == (row, column, char)
            for doubt in self.doubts
            if doubt.distance < VERY_DOUBTFUL
        )

    def with_seconds(self, doubts: Iterable[Doubt]) -> tuple[str, ...]:
        """The lines with these cells read as their second best glyph."""
        lines = [list(line) for line in self.lines]
        for doubt in doubts:
            lines[doubt.row][doubt.column] = doubt.second
        return tuple("".join(line) for line in lines)


@cache
def faces() -> tuple[Face, ...]:
    """All known faces, OCR-B first."""
    content = tomllib.loads(files("config").joinpath("ocr_b.toml").read_text("utf-8"))
    return tuple({char: _glyph(picture) for char, picture in face.items()} for face in content.values())


def _glyph(picture: str) -> Vector:
    rows = picture.split()
    assert [len(row) for row in rows] == [CELL[0]] * CELL[1]
    return _normalised(int(pixel, 16) for row in rows for pixel in row)


def likeness(line: Sequence[bytes], face: Face) -> float:
    """Mean correlation of the cells of a line with the glyphs that they resemble most."""
    glyphs = face.values()
    vectors = (_normalised(cell) for cell in line)
    best = (max(float(sum(map(mul, glyph, vector))) for glyph in glyphs) for vector in vectors)
    return sum(best) / len(line)


def read_cells(cells: Cells, face: Face) -> GlyphReading:
    """The most similar glyph of `face` for every cell among those its field allows."""
    rows: list[list[_Place]] = []
    texts: list[str] = []
    for line, start in zip(cells.lines, _state_fields(len(cells.lines)), strict=True):
        french = bool(texts) and texts[0].startswith("IDFRA")
        alphabet = _alphabets(len(line), len(cells.lines), french)[len(rows)]
        row = [_read(cell, allowed, face) for cell, allowed in zip(line, alphabet, strict=True)]
        text = "".join(place.char for place in row)
        if start is not None and not (french and rows):
            code = _state(line[start : start + 3], text[start : start + 3], face)
            text = text[:start] + code + text[start + 3 :]
        rows.append(row)
        texts.append(text)
    doubts = [
        Doubt(row=row, column=column, second=place.second, distance=place.distance)
        for row, line in enumerate(rows)
        for column, place in enumerate(line)
        if place.distance < _DOUBT and {place.char, place.second} != {"0", "O"}
    ]
    likenesses = [place.likeness for row in rows for place in row]
    return GlyphReading(
        lines=tuple(texts),
        likeness=sum(likenesses) / len(likenesses),
        doubts=tuple(sorted(doubts, key=lambda doubt: doubt.distance)),
    )


def _read(cell: bytes, alphabet: str, face: Face) -> _Place:
    vector = _normalised(cell)
    scored = sorted(((sum(map(mul, face[char], vector)), char) for char in alphabet), reverse=True)
    (likeness, char), (behind, second) = scored[0], scored[1]
    return _Place(char=char, likeness=likeness, second=second, distance=likeness - behind)


def _state(cells: Sequence[bytes], free: str, face: Face) -> str:
    """The known state code most similar to three cells, unless the free reading is far better."""
    vectors = [_normalised(cell) for cell in cells]

    def score(code: str) -> float:
        return sum(sum(map(mul, face[char], vector)) for char, vector in zip(code, vectors, strict=True))

    best = max(STATES, key=score)
    return best if score(best) >= score(free) - _STATE_TOLERANCE else free


def _normalised(cell: Iterable[float]) -> Vector:
    """Mean 0 and length 1, so that a product of two is their correlation."""
    values = tuple(cell)
    mean = sum(values) / len(values)
    centred = [value - mean for value in values]
    norm = sqrt(sum(value * value for value in centred)) or 1.0
    return tuple(value / norm for value in centred)


def _state_fields(lines: int) -> tuple[int | None, ...]:
    """Where the issuing state and the nationality start in each line."""
    return (2, 15, None) if lines == 3 else (2, 10)


@cache
def _alphabets(length: int, lines: int, french: bool) -> tuple[tuple[str, ...], ...]:
    """What each place may hold, as far as TD1, or TD2, TD3 and visas together, fix it."""
    if lines == 3:
        dates = _fields((6, _DATE), (1, _DIGITS), (1, "MFX<"), (7, _DIGITS), (3, _NAME))
        return (
            _fields((1, _LETTERS), (1, _ANY), (3, _NAME), (25, _ANY)),
            (*dates, *_fields((11, _ANY), (1, _DIGITS))),
            _fields((30, _NAME)),
        )
    if french and length == 36:
        lower = _fields((13, _DIGITS), (14, _NAME), (7, _DIGITS), (1, "MF"), (1, _DIGITS))
        return _fields((30, _NAME), (6, _ANY)), lower
    dates = _fields((6, _DATE), (1, _DIGITS), (1, "MFX<"), (7, _DIGITS))
    return (
        _fields((1, _LETTERS), (1, _NAME), (length - 2, _NAME)),
        (*_fields((9, _ANY), (1, _DIGITS), (3, _NAME)), *dates, *_fields((length - 28, _ANY))),
    )


def _fields(*fields: tuple[int, str]) -> tuple[str, ...]:
    return tuple(alphabet for size, alphabet in fields for _ in range(size))
