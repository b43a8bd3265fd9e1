"""Debian's font files, found by name, with a message that names the missing package."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from PIL import ImageFont

Family = Literal["sans", "serif", "mono", "wide", "ocr"]
"""`wide` and `ocr` are DejaVu faces, which also hold Cyrillic and all Turkish and Vietnamese letters."""

FONT_ROOT = Path("/usr/share/fonts/truetype")

_FILES: dict[tuple[Family, bool], tuple[str, str]] = {
    ("sans", False): ("liberation", "LiberationSans-Regular.ttf"),
    ("sans", True): ("liberation", "LiberationSans-Bold.ttf"),
    ("serif", False): ("liberation", "LiberationSerif-Regular.ttf"),
    ("serif", True): ("liberation", "LiberationSerif-Bold.ttf"),
    ("mono", False): ("liberation", "LiberationMono-Regular.ttf"),
    ("mono", True): ("liberation", "LiberationMono-Bold.ttf"),
    ("wide", False): ("dejavu", "DejaVuSans.ttf"),
    ("wide", True): ("dejavu", "DejaVuSans-Bold.ttf"),
    ("ocr", False): ("dejavu", "DejaVuSansMono.ttf"),
    ("ocr", True): ("dejavu", "DejaVuSansMono-Bold.ttf"),
}
_PACKAGES = {"liberation": "fonts-liberation", "dejavu": "fonts-dejavu-core"}
_MEASURE = 200  # pixels; large enough that rounding of advance widths does not matter


class FontMissing(Exception):
    """A font file is not installed; the message names the Debian package."""


def font_file(family: Family, *, bold: bool = False, root: Path = FONT_ROOT) -> Path:
    """The file of a face. Debian moved some families into numbered folders, so search below `root`."""
    folder, name = _FILES[family, bold]
    usual = root / folder / name
    if usual.is_file():
        return usual
    for found in sorted(root.glob(f"{folder}*/{name}")):
        return found
    raise FontMissing(f"{usual} is missing; install it with: apt-get install {_PACKAGES[folder]}")


@cache
def font(family: Family, bold: bool, pixels: int) -> ImageFont.FreeTypeFont:
    """A loaded face. Basic layout, so that the result does not depend on an optional shaping library."""
    return ImageFont.truetype(str(font_file(family, bold=bold)), pixels, layout_engine=ImageFont.Layout.BASIC)


def text_width(text: str, family: Family, bold: bool, points: float) -> float:
    """Width in millimetres of `text` set at `points`."""
    return font(family, bold, _MEASURE).getlength(text) / _MEASURE * points * 25.4 / 72
