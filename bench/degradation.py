"""Character errors of reading by kind of damage, beside tesseract alone on the same pages.

Usage: python -m bench degradation [--pages N] [--seed S]. The same letters are worn in each way; figures
are printed when all are read.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random

from PIL import Image, ImageFilter

from bench import pages
from bench.reading import READERS
from tests.samples.degrade import Level, degrade, photograph

NAMES = ("akte", "tesseract alone")

Wear = Callable[[Image.Image, int], Image.Image]
"""A clean grey page and its resolution to the page as it comes out of the scanner."""


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench degradation", description=__doc__)
    parser.add_argument("--pages", type=int, default=4, help="letters to wear (default 4)")
    parser.add_argument("--seed", type=int, default=pages.SEED, help="seed of the letters")
    parser.add_argument("--only", nargs="*", choices=list(DAMAGE), help="kinds of damage (all)")
    options = parser.parse_args(arguments)
    sheets = pages.letters(options.pages, seed=options.seed)
    chosen = {what: DAMAGE[what] for what in options.only or DAMAGE}
    worn = [[pages.worn(sheet, dpi, wear) for sheet in sheets] for dpi, wear in chosen.values()]
    os.environ["OMP_THREAD_LIMIT"] = "1"
    with tempfile.TemporaryDirectory() as folder:
        # All at once, so that two processes have something to do all the time.
        sources = [pages.source(one, Path(folder) / f"{n:02}.pdf") for n, one in enumerate(worn)]
        rates = {name: _rates(name, sources, worn) for name in NAMES}
    print(f"{len(sheets)} letters, {sum(len(sheet.words) for sheet in worn[0])} words; character errors")
    print(f"{'':<28}" + "".join(f"{name:>17}" for name in NAMES))
    for index, what in enumerate(chosen):
        print(f"{what:<28}" + "".join(f"{rates[name][index]:17.1%}" for name in NAMES))
    return 0


def _rates(name: str, sources: Sequence[Path], worn: Sequence[Sequence[pages.Truth]]) -> list[float]:
    """Of the characters of each source, the share that a reader mistakes."""
    with tempfile.TemporaryDirectory() as work:
        found = READERS[name](sources, Path(work))
    return [_rate(true, read) for true, read in zip(worn, found, strict=True)]


def _rate(truth: Sequence[pages.Truth], found: Sequence[Sequence[str]]) -> float:
    errors = [pages.errors(true.words, words) for true, words in zip(truth, found, strict=True)]
    return sum(errors, pages.Errors(wrong=0, characters=0)).rate


def _level(level: Level, *, bitonal: bool = False) -> Wear:
    return lambda page, dpi: degrade(page, level, Random(7), dpi=dpi, bitonal=bitonal)


def _tilted(degrees: float) -> Wear:
    return lambda page, _: page.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)


def _turned(degrees: int) -> Wear:
    return lambda page, dpi: _level("light")(page, dpi).rotate(-degrees, expand=True)


def _fax(page: Image.Image, _: int) -> Image.Image:
    """What a fax machine in standard resolution leaves: 204 by 98 dots an inch, two tones."""
    coarse = page.resize((round(page.width * 204 / 300), round(page.height * 98 / 300)), Image.Resampling.BOX)
    two_tones = coarse.point(lambda value: 255 if value > 170 else 0)
    return two_tones.resize(page.size, Image.Resampling.NEAREST)


def _photo(page: Image.Image, _: int) -> Image.Image:
    """Taken from below at a slant: the upper edge is shorter, light falls off, a slight blur."""
    width, height = page.size
    inset = width * 0.04
    corners = (-inset, -inset, 0, height, width, height, width + inset, -inset)
    slanted = page.transform(
        page.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor=255
    )
    light = Image.linear_gradient("L").resize(page.size).point(lambda value: 165 + value * 70 // 255)
    shaded = Image.composite(slanted, Image.new("L", page.size), light)
    return shaded.filter(ImageFilter.GaussianBlur(1))


def _on_table(slant: float) -> Wear:
    return lambda page, _: photograph(page, slant=slant)


def _faint(page: Image.Image, _: int) -> Image.Image:
    return page.point(lambda value: 175 + value * 80 // 255)


def _as_it_is(page: Image.Image, _: int) -> Image.Image:
    return page


DAMAGE: Mapping[str, tuple[int, Wear]] = {
    "clean, 300 dpi": (300, _as_it_is),
    "clean, 150 dpi": (150, _as_it_is),
    "clean, 600 dpi": (600, _as_it_is),
    "light wear, 200 dpi": (200, _level("light")),
    "medium wear, 300 dpi": (300, _level("medium")),
    "heavy wear, 300 dpi": (300, _level("heavy")),
    "medium wear, two tones": (300, _level("medium", bitonal=True)),
    "fax, 204 by 98 dpi": (300, _fax),
    "tilted by 2 degrees": (200, _tilted(2)),
    "tilted by 5 degrees": (200, _tilted(5)),
    "turned by 90 degrees": (200, _turned(90)),
    "turned by 180 degrees": (200, _turned(180)),
    "turned by 270 degrees": (200, _turned(270)),
    "photograph at a slant": (200, _photo),
    "photograph on a table": (200, _on_table(0.03)),
    "photograph at an angle": (200, _on_table(0.1)),
    "photograph at a wide angle": (200, _on_table(0.18)),
    "faint toner": (200, _faint),
}
