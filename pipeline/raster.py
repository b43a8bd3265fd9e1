"""The picture of a page that recognition looks at: grey, upright as far as known, of a fitting resolution."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PIL import Image, ImageDraw

from pipeline.geometry import together
from pipeline.model import Box, Rotation
from pipeline.pages import POINTS, Page
from pipeline.perspective import Perspective

COARSE = 170
"""Dots per inch below which small print gets lost in recognition; such images are enlarged."""

FINE = 1.5
"""Images finer than this times the wanted resolution only cost time and are reduced."""

MIN_SIDE = 8

_TRANSPOSE = {
    90: Image.Transpose.ROTATE_270,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PageImage:
    """`pixels` in mode L. `turn` (degrees clockwise) and `skew` (degrees counter-clockwise) say what was
    done to the page as displayed; `width` and `height` in points are those after the turn. `sheet` says how
    a photographed sheet lay in the picture that was made straight (see `photo`).
    """

    number: int
    pixels: Image.Image
    width: float
    height: float
    turn: Rotation = 0
    skew: float = 0.0
    sheet: Perspective | None = None

    @property
    def dpi(self) -> int:
        """Dots per inch of the pixels as they are now."""
        return max(1, round(self.pixels.width / self.width * POINTS))

    def turned(self, turn: Rotation) -> PageImage:
        """Turned clockwise by a right angle."""
        if turn == 0:
            return self
        sideways = turn in {90, 270}
        return replace(
            self,
            pixels=self.pixels.transpose(_TRANSPOSE[turn]),
            width=self.height if sideways else self.width,
            height=self.width if sideways else self.height,
            turn=together(self.turn, turn),
            sheet=self.sheet and self.sheet.turned(turn),
        )

    def straightened(self, degrees: float) -> PageImage:
        """Turned counter-clockwise by a small angle about the middle; the size stays."""
        pixels = self.pixels.rotate(degrees, resample=Image.Resampling.BICUBIC, fillcolor=255)
        return replace(self, pixels=pixels, skew=self.skew + degrees)

    def at(self, dpi: float) -> PageImage:
        """Resampled to about `dpi`."""
        scale = dpi * self.width / POINTS / self.pixels.width
        size = (
            max(MIN_SIDE, round(self.pixels.width * scale)),
            max(MIN_SIDE, round(self.pixels.height * scale)),
        )
        how = Image.Resampling.BICUBIC if scale > 1 else Image.Resampling.BOX
        return replace(self, pixels=self.pixels.resize(size, how))


def without(image: PageImage, boxes: Iterable[Box]) -> PageImage:
    """With the `boxes` in the colour of the paper, so that only what is not in them is left to look at."""
    counts = image.pixels.histogram()
    pixels, paper = image.pixels.copy(), counts.index(max(counts))
    across, down = pixels.width / image.width, pixels.height / image.height
    pen = ImageDraw.Draw(pixels)
    for box in boxes:
        corners = (box.left * across, box.top * down, box.right * across, box.bottom * down)
        pen.rectangle(corners, fill=paper)
    return replace(image, pixels=pixels)


def page_image(page: Page, resolution: int) -> PageImage:
    """`page` as displayed. Raises Damaged and PageTooLarge."""
    image = PageImage(number=page.number, pixels=page.grey(resolution), width=page.width, height=page.height)
    if image.dpi > FINE * resolution:
        return image.at(resolution)
    if image.dpi < COARSE and max(image.pixels.size) < 2 * COARSE * 11.7:
        return image.at(2 * image.dpi)
    if min(image.pixels.size) < MIN_SIDE:
        return image.at(image.dpi)
    return image
