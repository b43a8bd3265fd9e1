"""Draws OCR-B and takes the pictures that the reader of machine-readable zones compares cells with.

Usage: python -m bench ocr_b [--check]. Writes `config/ocr_b.toml`. Needs Debian's fonts-ocr-b (OCR-B by
Norbert Schwarz and Matthew Skala, free to use), fonts-dejavu-core and fonts-liberation. The same
fonts and the same Pillow give the same bytes.

Zones of random text are drawn at several sizes, worn as a scanner does, and cut by the code that
cuts real ones (`mrz_band`, `mrz_cells`). After a change there the pictures must be taken anew.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from pipeline.mrz_band import find_bands
from pipeline.mrz_cells import CELL, cut, find_grid, ink_of

TABLE = Path(__file__).resolve().parents[1] / "config" / "ocr_b.toml"
FONTS = Path("/usr/share/fonts")
ALPHABET = "0123456789<ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SHAPES = ((3, 30), (2, 36), (2, 44))
PITCH, LINE = 2.54, 4.6
"""Millimetres from character to character, and from line to line (Doc 9303-3 section 4)."""
ROUNDS = 3
_TILE = 211


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A print that zones are found in: height of its capitals, and how far its ink runs (millimetres)."""

    name: str
    package: str
    file: str
    height: float
    spread: float
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """A scanner's doing: dots per inch, blur in millimetres, grey values of noise, grey of the ink."""

    dpi: int
    blur: float
    noise: int
    ink: int


FACES = (
    Face(
        name="ocr_b",
        package="fonts-ocr-b",
        file="opentype/ocr-b/OCRB.otf",
        height=2.46,
        spread=0.07,
        comment="what Doc 9303 prescribes",
    ),
    Face(
        name="narrow",
        package="fonts-liberation",
        file="truetype/liberation/LiberationMono-Regular.ttf",
        height=2.4,
        spread=0,
        comment="a typewriter's letters, spread to the pitch of a zone",
    ),
    Face(
        name="wide",
        package="fonts-dejavu-core",
        file="truetype/dejavu/DejaVuSansMono.ttf",
        height=3.08,
        spread=0,
        comment="letters as wide as their cells, where software has no OCR-B at hand",
    ),
)
SCANS = (
    Scan(dpi=100, blur=0.05, noise=10, ink=40),
    Scan(dpi=150, blur=0.08, noise=20, ink=60),
    Scan(dpi=200, blur=0.10, noise=14, ink=30),
    Scan(dpi=300, blur=0.06, noise=24, ink=20),
    Scan(dpi=300, blur=0.14, noise=14, ink=80),
)

HEADER = """\
# Characters of machine-readable zones as they appear in the cell grid: 10 x 14 cells of ink, 0 to f.
#
# Drawn from free fonts by `python -m bench ocr_b`; do not edit. After a change to
# pipeline/mrz_band.py or pipeline/mrz_cells.py they must be taken anew.
"""


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench ocr_b", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, fail if the table is another")
    options = parser.parse_args(arguments)
    text = table()
    if options.check:
        same = text == TABLE.read_text("utf-8")
        print("the table is up to date" if same else "the table differs")
        return 0 if same else 1
    TABLE.write_text(text, "utf-8")
    print(f"{TABLE.name}: {len(FACES)} faces of {len(ALPHABET)} characters")
    return 0


def table() -> str:
    """The whole file."""
    parts = [HEADER]
    for face in FACES:
        parts.append(
            f"\n# {face.file.split('/')[-1]} of Debian's {face.package}: {face.comment}.\n[{face.name}]\n"
        )
        for char, picture in pictures(face).items():
            rows = "\n".join("".join(f"{value:x}" for value in row) for row in picture)
            parts.append(f'"{char}" = """\n{rows}\n"""\n')
    return "".join(parts)


def pictures(face: Face) -> dict[str, list[list[int]]]:
    """The mean picture of every character in the cells that the reader would cut."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0] * (CELL[0] * CELL[1]))
    for char, cell in samples(face):
        top = max(cell) or 1
        sums[char] = [total + value / top for total, value in zip(sums[char], cell, strict=True)]
    return {char: _levels(sums[char]) for char in ALPHABET}


def _levels(sums: Sequence[float]) -> list[list[int]]:
    top = max(sums)
    values = [round(15 * value / top) for value in sums]
    return [values[start : start + CELL[0]] for start in range(0, len(values), CELL[0])]


def samples(face: Face) -> Iterator[tuple[str, bytes]]:
    """Characters with their cells, from zones of random text in every shape under every scan."""
    for scan in SCANS:
        for rows, length in SHAPES:
            for number in range(ROUNDS):
                rng = Random(f"{face.name} {scan.dpi} {scan.blur} {length} {number}")
                lines = [_line(rng, length) for _ in range(rows)]
                yield from _cells(drawn(lines, face, scan, rng), lines)


def _line(rng: Random, length: int) -> str:
    """Every character is about as frequent as the others, fillers in rows as in real zones."""
    text = "".join(rng.choice(ALPHABET) for _ in range(length - rng.randrange(8)))
    return text.ljust(length, "<")


def _cells(page: Image.Image, lines: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Nothing where the grid is not found: then real zones of this kind are not read either."""
    for band in find_bands(page):
        if len(band.lines) != len(lines):
            continue
        ink = ink_of(band)
        grid = find_grid(ink, band.lines)
        if grid is not None and grid.length == len(lines[0]):
            for line, row in zip(lines, cut(ink, band.lines, grid).lines, strict=True):
                yield from zip(line, row, strict=True)
            return


def drawn(lines: Sequence[str], face: Face, scan: Scan, rng: Random) -> Image.Image:
    """A zone in the middle of a page as wide as A6, drawn four times finer and then scanned."""
    fine = scan.dpi * 4 / 25.4
    font = _font(face, fine)
    width, height = round((len(lines[0]) * PITCH + 20) * fine), round((len(lines) * LINE + 40) * fine)
    page = Image.new("L", (width, height), 235)
    draw = ImageDraw.Draw(page)
    for row, line in enumerate(lines):
        for column, char in enumerate(line):
            place = ((10 + (column + 0.5) * PITCH) * fine, (20 + row * LINE + 3) * fine)
            draw.text(
                place, char, font=font, fill=scan.ink, anchor="ms", stroke_width=round(face.spread * fine)
            )
    page = page.reduce(4).filter(ImageFilter.GaussianBlur(scan.blur * scan.dpi / 25.4))
    return _noisy(page, scan.noise, rng)


def _font(face: Face, fine: float) -> ImageFont.FreeTypeFont:
    file = FONTS / face.file
    if not file.exists():
        raise SystemExit(f"{file} is missing; install it with: apt-get install {face.package}")
    trial = ImageFont.truetype(str(file), 1000, layout_engine=ImageFont.Layout.BASIC)
    _, top, _, bottom = trial.getbbox("H", anchor="ls")
    return ImageFont.truetype(
        str(file), round(face.height * fine * 1000 / (bottom - top)), layout_engine=ImageFont.Layout.BASIC
    )


def _noisy(page: Image.Image, strength: int, rng: Random) -> Image.Image:
    tile = Image.frombytes("L", (_TILE, _TILE), rng.randbytes(_TILE * _TILE))
    tile = tile.point([value * 2 * strength // 255 for value in range(256)])
    grain = Image.new("L", page.size)
    for x in range(0, page.width, _TILE):
        for y in range(0, page.height, _TILE):
            grain.paste(tile, (x, y))
    return ImageChops.add(page, grain, 1, -strength)
