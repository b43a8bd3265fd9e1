"""How much is on a page: the share of dark pixels, and whether any of them are strokes of a hand or a stamp.

Paper's colour, specks of dust, shadows at the edges, punch holes and what shines through from the back
do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PIL import Image

from pipeline.raster import PageImage

_LOOK = 100
"""Dots per inch at which specks of dust fade and strokes of letters stay."""

_EDGE = 0.03
"""Share of each side that is left out: shadows of the lid, cut edges."""

_DARK = 0.72
"""Brightness relative to the paper below which a pixel counts as ink."""

_FAINT = 0.8
"""The same for strokes: a worn stamp pad leaves that much, what shines through the paper does not."""

BARE = 0.05
"""Below this share of the blank threshold there is nothing that recognition could find."""

_FEW = 0.02
"""Share of faint pixels above which a page is no candidate for a blank one, so shapes need no look."""

_MM = _LOOK / 25.4 / 2
"""Cells of two pixels in a millimetre; strokes with gaps of a pixel hang together in them."""

_DARK_PIXELS = re.compile(rb"\x01")


@dataclass(frozen=True, slots=True)
class _Shape:
    """Dark pixels that hang together: size and distance from the edge (`reach`) in millimetres, the share
    of its box that is dark, and the pixels themselves.
    """

    width: float
    height: float
    filled: float
    reach: float
    pixels: int

    @property
    def hole(self) -> bool:
        """A punch hole is 5 to 6 mm wide, round, and 12 mm from the edge (ISO 838)."""
        return (
            min(self.width, self.height) >= 4
            and max(self.width, self.height) <= 8
            and self.filled > 0.6
            and self.reach < 20
        )

    @property
    def stroke(self) -> bool:
        """Longer than dirt; a straight line across the page is a fold or a streak of the scanner."""
        long, short = max(self.width, self.height), min(self.width, self.height)
        return long >= 5 and not self.hole and not (long > 100 and short < 2)


def ink(image: PageImage) -> float:
    """Share of dark pixels without punch holes, 0 to 1."""
    pixels = _reduced(image)
    share = _share(pixels, _DARK)
    if not 0 < share < _FEW:
        return share
    holes = sum(shape.pixels for shape in _shapes(pixels, _DARK) if shape.hole)
    return max(0.0, share - holes / (pixels.width * pixels.height))


def marked(image: PageImage) -> bool:
    """Whether there is a stroke, as of a pen or a stamp, however faint or short."""
    pixels = _reduced(image)
    share = _share(pixels, _FAINT)
    return share >= _FEW or (share > 0 and any(shape.stroke for shape in _shapes(pixels, _FAINT)))


def _reduced(image: PageImage) -> Image.Image:
    """The page, coarse and without its edges."""
    factor = max(1, image.dpi // _LOOK)
    while factor > 1 and min(image.pixels.size) // factor < 16:
        factor -= 1
    pixels = image.pixels.reduce(factor) if factor > 1 else image.pixels
    edge_x, edge_y = int(pixels.width * _EDGE), int(pixels.height * _EDGE)
    return pixels.crop((edge_x, edge_y, pixels.width - edge_x, pixels.height - edge_y))


def _share(pixels: Image.Image, dark: float) -> float:
    counts = pixels.histogram()
    paper = _paper(counts)
    if paper < 64:
        return 1.0
    return sum(counts[: int(paper * dark)]) / sum(counts)


def _paper(counts: list[int]) -> int:
    """The middle brightness: even a densely printed page is more paper than ink."""
    half = sum(counts) / 2
    seen = 0
    for level, count in enumerate(counts):
        seen += count
        if seen >= half:
            return level
    return 255


def _shapes(pixels: Image.Image, dark: float) -> Iterator[_Shape]:
    limit = int(_paper(pixels.histogram()) * dark)
    mask = pixels.point([level < limit for level in range(256)]).tobytes()
    places = (divmod(found.start(), pixels.width) for found in _DARK_PIXELS.finditer(mask))
    counts: dict[tuple[int, int], int] = {}
    for y, x in places:
        cell = (x // 2, y // 2)
        counts[cell] = counts.get(cell, 0) + 1
    for cells in _hanging_together(counts):
        xs, ys = [x for x, _ in cells], [y for _, y in cells]
        width, height = max(xs) - min(xs) + 1, max(ys) - min(ys) + 1
        edges = (min(xs), min(ys), pixels.width // 2 - max(xs), pixels.height // 2 - max(ys))
        dark_pixels = sum(counts[cell] for cell in cells)
        yield _Shape(
            width=width / _MM,
            height=height / _MM,
            filled=dark_pixels / (4 * width * height),
            reach=min(edges) / _MM,
            pixels=dark_pixels,
        )


def _hanging_together(cells: Iterable[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    left = set(cells)
    while left:
        group = [left.pop()]
        for x, y in group:
            near = {(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)} & left
            left -= near
            group.extend(near)
        yield group
