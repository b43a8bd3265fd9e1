"""How the lines of a page run, from the shadow they cast: level, on end, or tilted."""

from __future__ import annotations

from itertools import pairwise

from PIL import Image

from pipeline.raster import PageImage

MAX_DEGREES = 5.0
WORTHWHILE = 1.0
"""Degrees below which recognition copes by itself."""

_SIDE = 500
"""Pixels of the longer side: enough for lines of text, and a rotation costs a millisecond."""

_LEAST = 50
"""Pixels of the shorter side; a strip has no room for an angle."""

_COARSE = 0.5
_FINE = 0.1


def upended(image: PageImage) -> float:
    """Above 1 if lines rather run up and down the page, below if they run across it.

    Sample scans measure 0.01 to 0.8 upright and 3 to 26 on a side.
    """
    small = _small(image)
    if min(small.size) < _LEAST:
        return 1.0
    across, down = _sharpness(small, 0.0), _sharpness(small.transpose(Image.Transpose.ROTATE_90), 0.0)
    return (down + 1.0) / (across + 1.0)


def tilt(image: PageImage) -> float:
    """Degrees to turn the page counter-clockwise so that its lines are level; 0 if that is unclear."""
    small = _small(image)
    if min(small.size) < _LEAST:
        return 0.0
    steps = int(MAX_DEGREES / _COARSE)
    level = _sharpness(small, 0.0)
    rough = max((step * _COARSE for step in range(-steps, steps + 1)), key=lambda a: _sharpness(small, a))
    near = [rough + step * _FINE for step in range(-4, 5)]
    best = max(near, key=lambda angle: _sharpness(small, angle))
    # A photo or a drawing has no lines and so no angle that stands out.
    return best if _sharpness(small, best) > 1.15 * level else 0.0


def _small(image: PageImage) -> Image.Image:
    small = image.pixels.copy()
    small.thumbnail((_SIDE, _SIDE), Image.Resampling.BOX, reducing_gap=None)
    return small


def _sharpness(image: Image.Image, degrees: float) -> float:
    """Contrast between neighbouring rows: largest when lines of text and the gaps between are level."""
    turned = image.rotate(degrees, resample=Image.Resampling.BILINEAR, fillcolor=255) if degrees else image
    margin = round(min(turned.size) * 0.1)
    body = turned.crop((margin, margin, turned.width - margin, turned.height - margin))
    rows = body.resize((1, body.height), Image.Resampling.BOX).tobytes()
    return float(sum((a - b) ** 2 for a, b in pairwise(rows)))
