"""Opens what arrived, by its content: tells the format, checks the limits, hands out pages one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image

from config.settings import Limits
from pipeline.errors import EmptyFile, TooLarge, TooManyPages, UnknownFormat
from pipeline.formats import HEAD, PDF, Format, sniff
from pipeline.image_source import ImageSource
from pipeline.pages import Source
from pipeline.pdf_source import PdfSource

MEGA = 1_000_000
MIB = 1024 * 1024


@contextmanager
def open_source(path: Path, limits: Limits) -> Iterator[Source]:
    """The source at `path`, closed at the end of the context.

    Raises EmptyFile, UnknownFormat, Encrypted, Damaged, NoPages, TooManyPages, PageTooLarge, TooLarge.
    PDFs that open with the empty password are not Encrypted. A damaged PDF whose pages all open is read.
    """
    found = _format(path, limits)
    source = _opened(path, found, limits)
    try:
        if source.page_count > limits.max_pages:
            raise TooManyPages(pages=source.page_count, limit=limits.max_pages)
        source.check_pages()
        yield source
    finally:
        source.close()


def _format(path: Path, limits: Limits) -> Format:
    size = path.stat().st_size
    if size == 0:
        raise EmptyFile
    if size > limits.memory_mib * MIB:
        # It could not even be copied within the memory a worker may use.
        raise TooLarge(size=f"{size / MIB:.0f} MiB", limit=f"{limits.memory_mib} MiB")
    with path.open("rb") as file:
        found = sniff(file.read(HEAD))
    if not found.readable:
        raise UnknownFormat(detail=found.name)
    return found


def _opened(path: Path, found: Format, limits: Limits) -> PdfSource | ImageSource:
    max_pixels = limits.max_page_megapixels * MEGA
    if found.media_type == PDF:
        return PdfSource(path, max_pixels)
    # Ours is the limit that counts, and it is checked before anything is decoded.
    Image.MAX_IMAGE_PIXELS = None
    return ImageSource(path, found, max_pixels=max_pixels, max_pages=limits.max_pages)
