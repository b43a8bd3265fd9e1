"""PDF files, read through PDFium. The only importer of pypdfium2."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from math import degrees, hypot, sqrt
from pathlib import Path
from typing import Any, TypeAlias

import pypdfium2 as pdfium
from PIL import Image
from pypdfium2 import raw

from pipeline import content
from pipeline.errors import Damaged, Encrypted, NoPages, PageTooLarge, UnknownFormat, WrongPassword
from pipeline.formats import PDF
from pipeline.model import Box, Rotation
from pipeline.pages import POINTS, Char, PageText

MIN_RESOLUTION = 70
"""Dots per inch below which nothing could be read; a page too large even for that is refused."""

MAX_RENDER_PIXELS = 80_000_000
"""A page of A1 at 300 dpi; larger pages are drawn coarser."""

LARGER = 1.2
"""Scans of 200 dpi are read better if they are drawn larger, but no better at 300 dpi than at 240, and that
takes a seventh less time.
"""

_Handle: TypeAlias = Any
"""An object of PDFium; pypdfium2 has no types."""

_TURNS: tuple[Rotation, ...] = (0, 90, 180, 270)
_IMAGES_DEPTH = 3


class PdfSource:
    """A PDF that opens without a password. Raises Encrypted, Damaged, NoPages, UnknownFormat."""

    media_type = PDF

    def __init__(self, path: Path, max_pixels: int) -> None:
        self.path = path
        self._max_pixels = max_pixels
        self._document = _open(path)
        self.page_count = len(self._document)

    def check_pages(self) -> None:
        """A PDF whose structure had to be repaired may claim pages that are not there. Raises Damaged."""
        if self.page_count == 0:
            raise NoPages
        for index in range(self.page_count):
            with _faults(index + 1):
                self._document.get_page_size(index)

    @contextmanager
    def page(self, number: int) -> Iterator[PdfPage]:
        with _faults(number):
            loaded = PdfPage.load(self._document, number, self.path, self._max_pixels)
        try:
            yield loaded
        finally:
            loaded.close()

    def copy_of(self, numbers: Sequence[int]) -> bytes:
        """A PDF of these pages alone, their content copied as it is: nothing is recompressed, damage in
        the structure is repaired, and an encryption that needs no password is gone. Raises Damaged.
        """
        # Opened anew: reading a page may have flattened its annotations in memory.
        with _open(self.path) as document, pdfium.PdfDocument.new() as copy, _faults(numbers[0]):
            copy.import_pages(document, pages=[number - 1 for number in numbers])
            for page in copy:
                if page.get_mediabox(fallback_ok=False) is None:
                    # PDFium shows such a page in its own default size; other programs refuse it.
                    page.set_mediabox(*page.get_mediabox())
            target = BytesIO()
            copy.save(target)
        return target.getvalue()

    def close(self) -> None:
        self._document.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfPage:
    """One loaded page. `_base_chars` counts the characters that stood on it before its annotations."""

    number: int
    width: float
    height: float
    _page: _Handle
    _path: Path
    _base_chars: int
    _max_pixels: int

    @classmethod
    def load(cls, document: _Handle, number: int, path: Path, max_pixels: int) -> PdfPage:
        page = document[number - 1]
        base = _count_chars(page)
        # Neither text extraction nor rendering sees what form fields show until it is part of the page.
        if raw.FPDFPage_GetAnnotCount(page) and raw.FPDFPage_Flatten(page, 0) == raw.FLATTEN_SUCCESS:
            page.close()
            page = document[number - 1]
        width, height = page.get_size()
        if not (width > 0 and height > 0):
            raise Damaged(detail=f"Seite {number} ohne Fläche")
        return cls(
            number=number,
            width=width,
            height=height,
            _page=page,
            _path=path,
            _base_chars=base,
            _max_pixels=max_pixels,
        )

    def text(self) -> PageText:
        with _faults(self.number):
            chars = _chars(self._page)
            share = sum(area for area, _ in self._images())
            drawn = any(part.type != raw.FPDF_PAGEOBJ_TEXT for part in self._page.get_objects(max_depth=1))
        known = self._base_chars if 0 < self._base_chars <= len(chars) else 0
        known = known or (len(chars) if self._base_chars else 0)
        return PageText(chars=chars[:known], fields=chars[known:], image_share=min(1.0, share), drawn=drawn)

    def grey(self, resolution: int) -> Image.Image:
        scale = self._resolution(resolution) / POINTS
        with _faults(self.number):
            bitmap = self._page.render(scale=scale, grayscale=True, draw_annots=True)
            try:
                # The bitmap's memory goes with it, so the pixels are copied.
                pixels: Image.Image = bitmap.to_pil().convert("L").copy()
            finally:
                bitmap.close()
        return pixels

    def check_blank(self) -> None:
        # PDFium skips what it cannot make sense of and shows the rest, be it nothing.
        if raw.FPDFPage_CountObjects(self._page) == 0 and content.broken(self._path, self.number):
            raise Damaged(detail=f"Seite {self.number}")

    def close(self) -> None:
        self._page.close()

    def _resolution(self, wanted: int) -> float:
        """The scan's own resolution where one image fills the page and that is near `wanted` (drawing it
        at another scale would blur it), a little more where it is coarser, else `wanted`, less where the page
        is huge.
        """
        images = [dpi for area, dpi in self._images() if area >= 0.5]
        chosen = float(wanted)
        if images and 0.7 * wanted <= max(images) <= 1.5 * wanted:
            chosen = max(images)
        elif images and 0.6 * wanted <= max(images) < 0.7 * wanted:
            chosen = LARGER * max(images)
        square_inches = self.width * self.height / POINTS**2
        fitting = sqrt(min(MAX_RENDER_PIXELS, self._max_pixels) / square_inches)
        if fitting < MIN_RESOLUTION:
            raise PageTooLarge(page=self.number, detail=f"{self.width:.0f} × {self.height:.0f} pt")
        return min(chosen, fitting)

    def _images(self) -> Iterator[tuple[float, float]]:
        """Share of the page and dots per inch of each image."""
        with _faults(self.number):
            for image in self._page.get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=_IMAGES_DEPTH):
                pixels_x, pixels_y = image.get_px_size()
                if pixels_x * pixels_y > self._max_pixels:
                    raise PageTooLarge(page=self.number, detail=f"{pixels_x} × {pixels_y} px")
                across, down = _edges(image)
                if across <= 0 or down <= 0:
                    continue
                dpi = max(pixels_x / across, pixels_y / down) * POINTS
                yield min(1.0, across * down / (self.width * self.height)), dpi


def _open(path: Path) -> _Handle:
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            raise Encrypted from error
        raise Damaged(detail="PDF-Struktur") from error
    if document.get_formtype() == raw.FORMTYPE_XFA_FULL:
        # Its PDF pages hold nothing but the request to open it in another program.
        document.close()
        raise UnknownFormat(detail="dynamisches XFA-Formular")
    return document


def decrypt(path: Path, password: str, target: Path) -> None:
    """Write the PDF at `path` without its encryption to `target`. Raises WrongPassword, Damaged."""
    try:
        document = pdfium.PdfDocument(path, password=password)
    except pdfium.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise WrongPassword from error
        raise Damaged(detail="PDF-Struktur") from error
    try:
        document.save(target, flags=raw.FPDF_REMOVE_SECURITY)
    finally:
        document.close()


@contextmanager
def _faults(number: int) -> Iterator[None]:
    try:
        yield
    except pdfium.PdfiumError as error:
        raise Damaged(detail=f"Seite {number}") from error


def _edges(image: _Handle) -> tuple[float, float]:
    """Lengths in points of the lower and the left edge of an image on the page."""
    corners = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)]
    part = image
    while part is not None:
        matrix = part.get_matrix()
        corners = [matrix.on_point(*corner) for corner in corners]
        part = part.container
    origin, right, up = corners
    return (
        hypot(right[0] - origin[0], right[1] - origin[1]),
        hypot(up[0] - origin[0], up[1] - origin[1]),
    )


def _count_chars(page: _Handle) -> int:
    textpage = page.get_textpage()
    try:
        return int(textpage.count_chars())
    finally:
        textpage.close()


def _chars(page: _Handle) -> tuple[Char, ...]:
    frame = _Frame.of(page)
    textpage = page.get_textpage()
    try:
        return tuple(_char(textpage, index, frame) for index in range(textpage.count_chars()))
    finally:
        textpage.close()


@dataclass(frozen=True, slots=True)
class _Frame:
    """The visible box of a page in its own coordinates (origin below), and how it is turned for display."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int

    @classmethod
    def of(cls, page: _Handle) -> _Frame:
        left, bottom, right, top = page.get_bbox()
        return cls(left, bottom, right, top, page.get_rotation())

    def displayed(self, left: float, bottom: float, right: float, top: float) -> Box:
        x1, y1 = self._point(left, bottom)
        x2, y2 = self._point(right, top)
        return Box(left=min(x1, x2), top=min(y1, y2), right=max(x1, x2), bottom=max(y1, y2))

    def _point(self, x: float, y: float) -> tuple[float, float]:
        if self.turn == 90:
            return y - self.bottom, x - self.left
        if self.turn == 180:
            return self.right - x, y - self.bottom
        if self.turn == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y


def _char(textpage: _Handle, index: int, frame: _Frame) -> Char:
    code = raw.FPDFText_GetUnicode(textpage, index)
    text = chr(code) if 0 < code <= 0x10FFFF else ""
    if raw.FPDFText_IsGenerated(textpage, index) == 1 or text.isspace():
        return Char(text=text, box=None)
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    found = raw.FPDFText_GetCharBox(textpage, index, left, right, bottom, top)
    box = frame.displayed(left.value, bottom.value, right.value, top.value) if found else None
    angle = degrees(raw.FPDFText_GetCharAngle(textpage, index))
    return Char(
        text=text,
        box=box,
        turn=_TURNS[round((angle + frame.turn) / 90) % 4],
        unmapped=raw.FPDFText_HasUnicodeMapError(textpage, index) == 1,
    )
