"""What a telephone does to a page: a sheet or card at an angle on something darker, light that falls off.

A scan never looks like that: its paper is equally light, reaches the edge of the picture, or has edges
square to it. So nothing but the picture decides, at a few milliseconds a page.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import dist

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from pipeline.perspective import Perspective, Point, Quad
from pipeline.raster import PageImage

_SIDE = 400
"""Pixels of the longer side of the picture that is searched."""
_LEAST_CONTRAST = 40
"""Grey levels between the sheet and what it lies on."""
_MOST_LIGHT_AT_EDGE = 0.1
"""Share of the outermost pixels that may be as light as the sheet: all its corners are in the picture."""
_LEAST_AREA = 0.15
_LEAST_FILLED = 0.95
"""Share of the four-sided figure that is light, and of what is light that lies in it."""
_WORTHWHILE = 0.015
"""How far a corner must be from where it belongs, as a share of the sheet's diagonal."""
_UNEVEN = 35
"""Grey levels between the lightest and the darkest part's paper."""
_SMOOTH = 9
"""Pixels; print and creases on the sheet, and specks beside it, are smaller."""


def straightened(image: PageImage) -> PageImage:
    """The page with the sheet that was photographed on it straight and evenly lit, in the same place of a
    white page; the page itself where there is no such sheet.
    """
    seen = find_sheet(image.pixels)
    if seen is None:
        return image
    size = image.pixels.size
    straight = _rectangle(seen, size)
    if max(dist(a, b) for a, b in zip(seen, straight, strict=True)) < _WORTHWHILE * dist(seen[0], seen[2]):
        return image
    mapping = Perspective.between(straight, seen).factors
    flat = image.pixels.transform(size, Image.Transform.PERSPECTIVE, mapping, Image.Resampling.BICUBIC)
    left, top, right, bottom = (round(value) for value in (*straight[0], *straight[2]))
    page = Image.new("L", size, 255)
    page.paste(_evenly_lit(flat.crop((left, top, right, bottom))), (left, top))
    sheet = Perspective.between(_shares(straight, size), _shares(seen, size))
    return replace(image, pixels=page, sheet=sheet)


def evenly_lit(image: PageImage) -> PageImage:
    """The page without the light's fall-off, where there is one."""
    return replace(image, pixels=_evenly_lit(image.pixels)) if uneven(image.pixels) else image


def uneven(pixels: Image.Image) -> bool:
    """Whether light falls off across the page.

    Recognition parts ink and paper by one threshold: where the paper is darker than that, all text is lost,
    and nothing tells of it. A dark picture on a page is smaller than what is looked at here.
    """
    cells = [
        pixels.resize((12, 12), Image.Resampling.BOX, box=box).histogram() for box in _cells(pixels.size)
    ]
    paper = [max(level for level, count in enumerate(histogram) if count) for histogram in cells]
    return max(paper) - min(paper) > _UNEVEN


def _cells(size: tuple[int, int]) -> list[tuple[float, float, float, float]]:
    """Sixteen parts of the page without its margin, where scanners leave shadows."""
    width, height = size[0] * 0.9 / 4, size[1] * 0.9 / 4
    corners = [(size[0] * 0.05 + x * width, size[1] * 0.05 + y * height) for x in range(4) for y in range(4)]
    return [(x, y, x + width, y + height) for x, y in corners]


def find_sheet(pixels: Image.Image) -> Quad | None:
    """Corners (in pixels) of the one light four-sided thing on a darker ground, None if there is none."""
    small = pixels.copy()
    small.thumbnail((_SIDE, _SIDE), Image.Resampling.BOX, reducing_gap=None)
    if min(small.size) < 4 * _SMOOTH:
        return None
    if _at_edge(_light(small)) > _MOST_LIGHT_AT_EDGE:
        return None  # the paper of a scan: no need to look closer
    # Print goes first, then what lies beside the sheet.
    smooth = small.filter(ImageFilter.MaxFilter(_SMOOTH)).filter(ImageFilter.MinFilter(_SMOOTH))
    light = _light(smooth).filter(ImageFilter.MedianFilter(_SMOOTH))
    if _at_edge(light) > _MOST_LIGHT_AT_EDGE:
        return None
    corners = _corners(light)
    if corners is None or not _fills(corners, light):
        return None
    across, down = pixels.width / small.width, pixels.height / small.height
    first, second, third, fourth = (((x + 0.5) * across, (y + 0.5) * down) for x, y in corners)
    return first, second, third, fourth


def _light(picture: Image.Image) -> Image.Image:
    """What is light as 255, the rest as 0."""
    threshold = _threshold(picture.histogram())
    return picture.point(lambda value: 255 if value > threshold else 0)


def _threshold(histogram: list[int]) -> int:
    """The grey level that parts light and dark best (Otsu 1979); 0 if they are hardly apart."""
    total, weighted = sum(histogram), sum(level * count for level, count in enumerate(histogram))
    best, threshold, apart = 0.0, 0, 0.0
    below = below_weighted = 0
    for level, count in enumerate(histogram):
        below += count
        below_weighted += level * count
        above = total - below
        if not below or not above:
            continue
        gap = (weighted - below_weighted) / above - below_weighted / below
        if below * above * gap**2 > best:
            best, threshold, apart = below * above * gap**2, level, gap
    return threshold if apart >= _LEAST_CONTRAST else 0


def _at_edge(light: Image.Image) -> float:
    inner = ImageOps.expand(Image.new("L", (light.width - 2, light.height - 2), 0), 1, 255)
    edge = ImageChops.darker(light, inner).histogram()[255]
    return edge / inner.histogram()[255]


def _corners(light: Image.Image) -> Quad | None:
    """The light pixels farthest out towards each corner of the picture."""
    rows = []
    data, width = light.tobytes(), light.width
    for y in range(light.height):
        row = data[y * width : (y + 1) * width]
        first = row.find(b"\xff")
        if first >= 0:
            rows.append((y, first, row.rfind(b"\xff")))
    if not rows:
        return None
    return (
        min(((x, y) for y, x, _ in rows), key=lambda p: p[0] + p[1]),
        max(((x, y) for y, _, x in rows), key=lambda p: p[0] - p[1]),
        max(((x, y) for y, _, x in rows), key=lambda p: p[0] + p[1]),
        min(((x, y) for y, x, _ in rows), key=lambda p: p[0] - p[1]),
    )


def _fills(corners: Quad, light: Image.Image) -> bool:
    """Whether what is light is this four-sided figure, and nothing else."""
    figure = Image.new("L", light.size, 0)
    ImageDraw.Draw(figure).polygon(corners, fill=255)
    area, lit = figure.histogram()[255], light.histogram()[255]
    both = ImageChops.darker(figure, light).histogram()[255]
    large = area >= _LEAST_AREA * light.width * light.height
    return large and both >= _LEAST_FILLED * max(area, lit)


def _rectangle(seen: Quad, size: tuple[int, int]) -> Quad:
    """Where the sheet belongs: as wide and high as it is in the mean, about its middle, on the page."""
    top, right, bottom, left = (dist(a, b) for a, b in pairwise((*seen, seen[0])))
    width, height = (top + bottom) / 2, (left + right) / 2
    fitting = min(1.0, size[0] / width, size[1] / height)
    width, height = width * fitting, height * fitting
    x = _within(sum(corner[0] for corner in seen) / 4 - width / 2, size[0] - width)
    y = _within(sum(corner[1] for corner in seen) / 4 - height / 2, size[1] - height)
    return (x, y), (x + width, y), (x + width, y + height), (x, y + height)


def _within(value: float, most: float) -> float:
    return max(0.0, min(value, most))


def _shares(corners: Quad, size: tuple[int, int]) -> Quad:
    def share(point: Point) -> Point:
        return point[0] / size[0], point[1] / size[1]

    first, second, third, fourth = corners
    return share(first), share(second), share(third), share(fourth)


def _evenly_lit(sheet: Image.Image) -> Image.Image:
    """Without the light's fall-off: every place compared with the paper around it, the darkest made black."""
    coarse = sheet.reduce(max(1, min(sheet.size) // 150))
    paper = coarse.filter(ImageFilter.MaxFilter(9)).filter(ImageFilter.BoxBlur(6))
    paper = paper.resize(sheet.size, Image.Resampling.BILINEAR)
    return ImageOps.autocontrast(ImageChops.invert(ImageChops.subtract(paper, sheet)), cutoff=(0.3, 0))
