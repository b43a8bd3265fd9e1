"""Separator sheets between documents: found by their barcode, and what they divide a source into."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import zxingcpp
from PIL import Image

from pipeline.model import PageKind, PageReading
from pipeline.raster import PageImage

_FORMATS = [
    zxingcpp.BarcodeFormat.Code39,
    zxingcpp.BarcodeFormat.Code128,
    zxingcpp.BarcodeFormat.QRCode,
    zxingcpp.BarcodeFormat.DataMatrix,
]
_QUICK = 150
"""Dots per inch at which the codes of separator sheets are read well, in a tenth of the time."""


def separator_text(image: PageImage, texts: Collection[str], *, thorough: bool = False) -> str | None:
    """The content of the separator code on the page, in any direction; None if it has none.

    `thorough` looks at all pixels, for small codes on pages with little else.
    """
    pixels = image.pixels
    factor = 1 if thorough else image.dpi // _QUICK
    if factor > 1:
        pixels = pixels.reduce(factor)
    wanted = {_normal(text) for text in texts}
    return next((text for text in map(_normal, _codes(pixels)) if text in wanted), None)


def _codes(pixels: Image.Image) -> list[str]:
    found = zxingcpp.read_barcodes(pixels, formats=_FORMATS, try_invert=False)
    return [code.text for code in found]


def _normal(text: str) -> str:
    return text.strip().upper()


def segments(pages: Sequence[PageReading]) -> tuple[tuple[int, ...], ...]:
    """Numbers of the pages of each document, in order.

    Documents end at separator sheets. Separators and blank pages are in no document, every other page
    is in exactly one.
    """
    groups: list[list[int]] = [[]]
    for page in pages:
        if page.kind is PageKind.SEPARATOR:
            groups.append([])
        elif page.kind is not PageKind.BLANK:
            groups[-1].append(page.number)
    return tuple(tuple(group) for group in groups if group)


def left_out(pages: Sequence[PageReading]) -> tuple[PageReading, ...]:
    """The pages that belong to no document; each says why in its `reason`."""
    return tuple(page for page in pages if page.kind in {PageKind.SEPARATOR, PageKind.BLANK})
