"""How much is printed on a page: the share of dark pixels, without the paper's colour, specks and edges."""

from __future__ import annotations

from PIL import Image

from pipeline.raster import PageImage

_LOOK = 100
"""Dots per inch at which specks of dust fade and strokes of letters stay."""

_EDGE = 0.03
"""Share of each side that is left out: shadows of the lid, cut edges."""

_DARK = 0.72
"""Brightness relative to the paper below which a pixel counts as ink."""

BARE = 0.05
"""Below this share of the blank threshold there is nothing that recognition could find."""


def ink(image: PageImage) -> float:
    """Share of dark pixels, 0 to 1."""
    pixels = _reduced(image)
    edge_x, edge_y = int(pixels.width * _EDGE), int(pixels.height * _EDGE)
    pixels = pixels.crop((edge_x, edge_y, pixels.width - edge_x, pixels.height - edge_y))
    counts = pixels.histogram()
    total = sum(counts)
    paper = _paper(counts)
    if paper < 64:
        return 1.0
    return sum(counts[: int(paper * _DARK)]) / total


def _reduced(image: PageImage) -> Image.Image:
    factor = max(1, image.dpi // _LOOK)
    while factor > 1 and min(image.pixels.size) // factor < 16:
        factor -= 1
    return image.pixels.reduce(factor) if factor > 1 else image.pixels


def _paper(counts: list[int]) -> int:
    """The middle brightness: even a densely printed page is more paper than ink."""
    half = sum(counts) / 2
    seen = 0
    for level, count in enumerate(counts):
        seen += count
        if seen >= half:
            return level
    return 255
