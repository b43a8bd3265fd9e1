"""Cleaning noisy scans, so that the engine finds print instead of grain.

The engine divides a page into ink and paper by one threshold for the whole page. Grain of the
scanner or a speckled 1-bit copy pushes that threshold into the noise: a page that a person reads at
ease gives no word at all, after many seconds. A slight blur and a white point below the paper's
spread bring it back. Clean pages lose by it (pale or coloured print goes), so it is tried only on
pages that are noisy to begin with or were hardly read.
"""

from __future__ import annotations

from dataclasses import replace

from PIL import Image, ImageChops, ImageFilter

from pipeline.raster import PageImage

SPECKLED = 0.01
"""Share of pixels that a median filter changes by a quarter of the scale: dots, not strokes."""

BLUR_INCHES = 1 / 250
"""Radius of the blur; a stroke of 10 point print is about 1/100 inch wide."""

SPREADS = 3.0
"""The white point lies this many spreads of the paper's grey below its mode."""

_DARKEST = 0.003
"""Share of pixels that become full black."""


_STRIPS = 4
"""Strips of the page, a 24th of its height each, that are looked at: noise is everywhere alike."""


def noisy(image: PageImage) -> bool:
    """Whether the page is grainy or speckled, from its pixels alone."""
    sample = _sample(image.pixels)
    return _grain(sample) >= _coarse(image.dpi) or _specks(sample) > SPECKLED


def cleaned(image: PageImage) -> PageImage:
    """The page blurred a little and with its paper made white."""
    soft = image.pixels.filter(ImageFilter.GaussianBlur(max(0.6, BLUR_INCHES * image.dpi)))
    black, white = _points(soft.histogram())
    scale = 255 / (white - black)
    return replace(image, pixels=soft.point([_between(level, black, scale) for level in range(256)]))


def _sample(pixels: Image.Image) -> Image.Image:
    """Strips from all over the middle of the page, one below the other."""
    left, right = pixels.width // 8, pixels.width * 7 // 8
    height = max(3, pixels.height // 24)
    strips = Image.new("L", (right - left, _STRIPS * height))
    for number in range(_STRIPS):
        top = pixels.height // 8 + number * (pixels.height * 3 // 4 - height) // (_STRIPS - 1)
        strips.paste(pixels.crop((left, top, right, top + height)), (0, number * height))
    return strips


def _between(level: int, black: float, scale: float) -> int:
    return max(0, min(255, round((level - black) * scale)))


def _grain(pixels: Image.Image) -> int:
    """Median difference of a pixel to its surroundings: 0 for clean paper."""
    return _quantile(
        ImageChops.difference(pixels, pixels.filter(ImageFilter.GaussianBlur(1))).histogram(), 0.5
    )


def _coarse(dpi: float) -> float:
    """Grain from which a page counts as noisy: 7.5 grey levels at 200 dpi, 5 at 250 dpi and above.

    Of sample scans at 200 dpi clean ones have up to 5; ones with 9 were not read at all.
    """
    return max(5.0, 7.5 - (dpi - 200) * 0.05)


def _specks(pixels: Image.Image) -> float:
    changed = ImageChops.difference(pixels, pixels.filter(ImageFilter.MedianFilter(3))).histogram()
    return sum(changed[64:]) / max(1, sum(changed))


def _points(histogram: list[int]) -> tuple[float, float]:
    """Black and white point for a page whose paper is its most frequent grey."""
    paper = max(range(1, 255), key=lambda level: histogram[level])
    spread = max(1, _quantile(histogram[paper:], 0.683))
    white = max(40.0, paper - SPREADS * spread)
    return min(float(_quantile(histogram, _DARKEST)), white - 20), white


def _quantile(histogram: list[int], share: float) -> int:
    """The level up to which `share` of all counts lie."""
    wanted, seen = share * sum(histogram), 0
    for level, count in enumerate(histogram):
        seen += count
        if seen >= wanted:
            return level
    return len(histogram) - 1
