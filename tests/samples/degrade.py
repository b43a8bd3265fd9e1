"""What copier and scanner do to a page: skew, faint toner, specks, blur, noise, bleed-through, one-bit.
And a telephone: the page lies at an angle, on a table, in uneven light.

All from one random generator and with Pillow alone, at about a tenth of a second for a page.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Literal

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

Level = Literal["none", "light", "medium", "heavy"]
LEVELS: tuple[Level, ...] = ("none", "light", "medium", "heavy")
_TILE = 509  # a prime, so that the repeated noise never lines up with anything on the page


@dataclass(frozen=True, slots=True, kw_only=True)
class Wear:
    """How bad: `skew` in degrees either way, `blur` in pixels at 200 dpi, grey values of 0 to 255."""

    skew: float
    blur: float
    noise: int
    specks: int
    fade: int
    bleed: float


WEAR: dict[Level, Wear] = {
    "none": Wear(skew=0.0, blur=0.0, noise=0, specks=0, fade=0, bleed=0.0),
    "light": Wear(skew=0.4, blur=0.35, noise=14, specks=15, fade=15, bleed=0.0),
    "medium": Wear(skew=1.0, blur=0.6, noise=34, specks=90, fade=60, bleed=0.05),
    "heavy": Wear(skew=2.0, blur=0.95, noise=60, specks=320, fade=100, bleed=0.13),
}


def degrade(
    page: Image.Image,
    level: Level,
    rng: Random,
    *,
    dpi: int = 200,
    behind: Image.Image | None = None,
    bitonal: bool = False,
) -> Image.Image:
    """The page as scanned; `behind` is the back side that shines through, `bitonal` gives mode `1`."""
    wear = WEAR[level]
    if level != "none":
        page = _fade(page, wear.fade)
        if behind is not None and wear.bleed:
            page = _bleed(page, behind, wear.bleed)
        page = _skew(page, rng.uniform(-wear.skew, wear.skew))
        page = page.filter(ImageFilter.GaussianBlur(wear.blur * dpi / 200))
        page = _noise(page, wear.noise, rng)
        _specks(page, wear.specks, rng, dpi)
    return (
        page.convert("L").point(_threshold(level)).convert("1", dither=Image.Dither.NONE) if bitonal else page
    )


def photograph(page: Image.Image, *, slant: float = 0.1, turn: float = 4, ground: int = 70) -> Image.Image:
    """The grey page on a table as a telephone held at an angle takes it, in a picture of the same size.

    The far edge is shorter by `slant` on either side; the page is turned by `turn` degrees counter-clockwise
    on a `ground` of that grey.
    """
    width, height = page.size
    edge = round(0.12 * min(page.size))
    shrunk = page.resize((width - 2 * edge, height - 2 * edge), Image.Resampling.LANCZOS)
    picture = Image.new("L", page.size, ground)
    picture.paste(shrunk, (edge, edge))
    far = slant * width
    corners = (-far, 0, 0, height, width, height, width + far, -height * slant / 2)
    slanted = picture.transform(
        page.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor=ground
    )
    turned = slanted.rotate(turn, Image.Resampling.BICUBIC, fillcolor=ground)
    light = Image.linear_gradient("L").resize(page.size).point(lambda value: 150 + value * 90 // 255)
    return Image.composite(turned, Image.new("L", page.size), light).filter(ImageFilter.GaussianBlur(0.8))


def _threshold(level: Level) -> list[int]:
    """Scanners set the threshold between ink and paper; faint toner moves it up."""
    edge = 140 + WEAR[level].fade // 3
    return [0 if value < edge else 255 for value in range(256)]


def _fade(page: Image.Image, lift: int) -> Image.Image:
    """Ink turns grey by `lift`; paper stays as it is."""
    table = [lift + value * (255 - lift) // 255 for value in range(256)]
    return page.point(table * len(page.getbands()))


def _bleed(page: Image.Image, behind: Image.Image, strength: float) -> Image.Image:
    back = ImageOps.mirror(behind.convert(page.mode)).resize(page.size)
    white = Image.new(page.mode, page.size, "white")
    return ImageChops.darker(page, Image.blend(white, back, strength))


def _skew(page: Image.Image, degrees: float) -> Image.Image:
    fill = 255 if page.mode == "L" else (255, 255, 255)
    return page.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=fill)


def _noise(page: Image.Image, strength: int, rng: Random) -> Image.Image:
    """Even noise of plus or minus `strength`, one tile repeated over the page."""
    tile = Image.frombytes("L", (_TILE, _TILE), rng.randbytes(_TILE * _TILE))
    tile = tile.point([value * 2 * strength // 255 for value in range(256)])
    grain = Image.new("L", page.size)
    for x in range(0, page.width, _TILE):
        for y in range(0, page.height, _TILE):
            grain.paste(tile, (x, y))
    if page.mode == "RGB":
        grain = Image.merge("RGB", (grain, grain, grain))
    return ImageChops.add(page, grain, 1, -strength)


def _specks(page: Image.Image, count: int, rng: Random, dpi: int) -> None:
    draw = ImageDraw.Draw(page)
    for _ in range(count):
        x, y = rng.randrange(page.width), rng.randrange(page.height)
        radius = rng.uniform(0.3, 1.4) * dpi / 200
        grey = rng.randrange(40, 150)
        fill = grey if page.mode == "L" else (grey, grey, grey)
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=fill)
