"""Finds where on a page a machine-readable zone may stand.

A zone is two or three long lines of equal width, one below the other, without the word gaps of
running text.  The search works on a page reduced to about a thousand pixels' width: rows are
scanned for long runs of ink, neighbouring rows form lines, neighbouring lines of equal extent a
band.  Whether a band really is a zone is decided by its character grid (`mrz_cells`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations, pairwise

from PIL import Image, ImageChops, ImageFilter, ImageOps

_SEARCH_WIDTH = 1000
_BLOCK = 10
"""Pixels of the reduced page that are looked at as one when runs of ink are measured."""
_RUN = re.compile(rb"\xff(?:\x00{0,3}\xff)+")
_SHORTEST_RUN = 28
"""Blocks: 30 characters at 2.54 mm are 36 % of the width of A4 (ICAO Doc 9303-3 section 4.2)."""
_LINE_HEIGHTS = range(5, 61)
_EDGE_TOLERANCE = 70
_MOST_GROUPS = 16
_SMALL_TURNS = (0, -0.4, 0.4, -0.8, 0.8, -1.2, 1.2, -1.6, 1.6)
"""Degrees; a line of 44 characters that drops by a character height is turned by 1.2 degrees."""
CAP_HEIGHT = 40
"""Pixels; the height to which the characters of a band are scaled for reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A line of ink: rows from `top` to `bottom`, columns from `left` to `right`, in pixels."""

    top: float
    bottom: float
    left: float
    right: float

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def moved(self, left: float, top: float, factor: float) -> Span:
        """In the coordinates of a crop at (`left`, `top`) that is enlarged by `factor`."""
        return Span(
            top=(self.top - top) * factor,
            bottom=(self.bottom - top) * factor,
            left=(self.left - left) * factor,
            right=(self.right - left) * factor,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A crop of the page with two or three candidate lines; characters about `CAP_HEIGHT` high.

    `top` and `bottom` are rows of the page.
    """

    image: Image.Image
    top: float
    bottom: float
    lines: tuple[Span, ...]


def find_bands(page: Image.Image) -> list[Band]:
    """Candidate bands of a grey page in upright position, groups of three lines first."""
    scale = _SEARCH_WIDTH / page.width
    height = max(1, round(page.height * scale))
    kind = Image.Resampling.LANCZOS if scale > 1 else Image.Resampling.BOX
    reduced = page.resize((_SEARCH_WIDTH, height), kind)
    groups = _groups(_lines(_ink(reduced)))
    return [_crop(page, [line.moved(0, 0, 1 / scale) for line in group]) for group in groups]


def darkness(band: Image.Image) -> Image.Image:
    """Grey levels turned into ink: 0 for the local background, 255 for the darkest print."""
    # The background varies slowly, so a small copy gives it at a sixteenth of the price.
    small = band.reduce(4).filter(ImageFilter.MaxFilter(3)).filter(ImageFilter.BoxBlur(CAP_HEIGHT // 4))
    light = small.resize(band.size, Image.Resampling.BILINEAR)
    return ImageOps.autocontrast(ImageChops.subtract(light, band), cutoff=(50, 1))


def _levelled(band: Image.Image) -> Image.Image:
    """The band turned by the small angle at which its rows of ink are sharpest."""
    small = darkness(band.reduce(4))

    def sharpness(angle: float) -> float:
        turned = small.rotate(angle, Image.Resampling.BILINEAR)
        rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
        return sum((row - below) ** 2 for row, below in pairwise(rows))

    rough = max(_SMALL_TURNS, key=sharpness)
    angle = max((rough, rough - 0.2, rough + 0.2, rough - 0.1, rough + 0.1), key=sharpness)
    return band.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255) if angle else band


def _ink(page: Image.Image) -> Image.Image:
    """Pixels darker than their surroundings as 255, all others as 0."""
    around = page.filter(ImageFilter.BoxBlur(max(3, page.width // 60)))
    contrast = ImageOps.autocontrast(ImageChops.subtract(around, page), cutoff=(0, 1))
    return contrast.point(lambda value: 255 if value > 70 else 0)


def _lines(ink: Image.Image) -> list[Span]:
    """Runs of neighbouring rows that each hold one long run of ink."""
    columns = ink.width // _BLOCK
    blocks = ink.resize((columns, ink.height), Image.Resampling.BOX)
    pixels = blocks.point(lambda value: 255 if value > 20 else 0).tobytes()
    lines: list[Span] = []
    rows: list[tuple[int, int]] = []
    for y in range(ink.height + 1):
        run = _longest_run(pixels, y * columns, (y + 1) * columns) if y < ink.height else None
        if run:
            rows.append(run)
        elif rows:
            if len(rows) in _LINE_HEIGHTS:
                lines.append(_span(y, rows))
            rows = []
    return lines


def _longest_run(pixels: bytes, start: int, end: int) -> tuple[int, int] | None:
    runs = (run.span() for run in _RUN.finditer(pixels, start, end))
    longest = max(runs, key=lambda run: run[1] - run[0], default=(0, 0))
    if longest[1] - longest[0] < _SHORTEST_RUN:
        return None
    return longest[0] - start, longest[1] - start


def _span(bottom: int, rows: list[tuple[int, int]]) -> Span:
    """Left and right from quartiles, so that one row through a frame or a smear does not count."""
    lefts, rights = sorted(row[0] for row in rows), sorted(row[1] for row in rows)
    return Span(
        top=bottom - len(rows),
        bottom=bottom,
        left=lefts[len(rows) // 4] * _BLOCK,
        right=rights[3 * len(rows) // 4] * _BLOCK,
    )


def _groups(lines: list[Span]) -> list[list[Span]]:
    """Three or two lines of equal extent; a smear may have left one more line between them.

    Groups inside a longer column of such lines are running text.  Of the rest the lowest count:
    zones stand at the lower edge of a document.
    """
    groups = [
        group
        for size in (3, 2)
        for start in range(len(lines))
        for rest in combinations(lines[start + 1 : start + size + 1], size - 1)
        for group in [[lines[start], *rest]]
        if _belong_together(group) and not _inside_text(group, lines)
    ]
    return sorted(groups, key=lambda group: -group[-1].bottom)[:_MOST_GROUPS]


def _inside_text(group: list[Span], lines: list[Span]) -> bool:
    above = lines[: lines.index(group[0])][-1:]
    below = lines[lines.index(group[-1]) + 1 :][:1]
    return bool(
        above and below and _belong_together([above[0], *group]) and _belong_together([*group, below[0]])
    )


def _belong_together(group: list[Span]) -> bool:
    heights = [line.height for line in group]
    lefts, rights = [line.left for line in group], [line.right for line in group]
    gaps = [below.top - above.bottom for above, below in pairwise(group)]
    return (
        max(heights) <= 2.2 * min(heights)
        and max(lefts) - min(lefts) <= _EDGE_TOLERANCE
        and max(rights) - min(rights) <= _EDGE_TOLERANCE
        and all(0.3 * min(heights) <= gap <= 3 * max(heights) for gap in gaps)
        and 20 <= (max(rights) - min(lefts)) / max(heights) <= 75
    )


def _crop(page: Image.Image, group: list[Span]) -> Band:
    height = sorted(line.height for line in group)[len(group) // 2]
    left = max(0.0, min(line.left for line in group) - 2 * height)
    right = min(float(page.width), max(line.right for line in group) + 2 * height)
    top = max(0.0, group[0].top - 0.8 * height)
    bottom = min(float(page.height), group[-1].bottom + 0.8 * height)
    factor = CAP_HEIGHT / height
    size = (max(1, round((right - left) * factor)), max(1, round((bottom - top) * factor)))
    image = page.resize(size, Image.Resampling.BICUBIC, box=(left, top, right, bottom))
    return Band(
        image=_levelled(image),
        top=group[0].top,
        bottom=group[-1].bottom,
        lines=tuple(line.moved(left, top, factor) for line in group),
    )
