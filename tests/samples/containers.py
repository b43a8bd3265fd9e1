"""Page images put into files: PDF, TIFF, JPEG, PNG, and the broken ones. Same input, same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from random import Random

from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, ByteStringObject


def image_pdf(pages: Sequence[Image.Image], dpi: int, *, quality: int = 65) -> bytes:
    """One image per page: CCITT G4 if the pages are one-bit, else JPEG. No creation date."""
    options = {} if pages[0].mode == "1" else {"quality": quality}
    out = BytesIO()
    pages[0].save(
        out,
        "PDF",
        save_all=True,
        append_images=list(pages[1:]),
        resolution=dpi,
        title=None,
        creationDate=None,
        modDate=None,
        **options,
    )
    return out.getvalue()


def tiff(pages: Sequence[Image.Image], dpi: int) -> bytes:
    """A multi-page TIFF: G4 if all pages are one-bit, else LZW."""
    compression = "group4" if all(page.mode == "1" for page in pages) else "tiff_lzw"
    out = BytesIO()
    pages[0].save(
        out,
        "TIFF",
        save_all=True,
        append_images=list(pages[1:]),
        compression=compression,
        dpi=(dpi, dpi),
    )
    return out.getvalue()


def jpeg(page: Image.Image, dpi: int, *, quality: int = 75) -> bytes:
    out = BytesIO()
    page.convert("L" if page.mode == "1" else page.mode).save(out, "JPEG", quality=quality, dpi=(dpi, dpi))
    return out.getvalue()


def png(page: Image.Image, dpi: int) -> bytes:
    out = BytesIO()
    page.save(out, "PNG", dpi=(dpi, dpi), compress_level=3)
    return out.getvalue()


class _FixedIdWriter(PdfWriter):
    """Encryption keys depend on the file's identifier, which pypdf would draw at random."""

    def __init__(self, reader: PdfReader, identifier: bytes) -> None:
        super().__init__(clone_from=reader)
        self._identifier = identifier

    def generate_file_identifiers(self) -> None:
        part = ByteStringObject(self._identifier)
        self._ID = ArrayObject((part, part))


def encrypted_pdf(pdf: bytes, password: str, rng: Random) -> bytes:
    """The PDF behind a user password (RC4 with 128 bits: the strongest without random salts)."""
    writer = _FixedIdWriter(PdfReader(BytesIO(pdf)), rng.randbytes(16))
    writer.encrypt(password, algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def truncated(content: bytes, share: float = 0.4) -> bytes:
    """The beginning of a file whose copying was broken off."""
    return content[: max(1, int(len(content) * share))]


def office_document() -> bytes:
    """Bytes that look like an old word processor file (an OLE2 header): a format nobody promised."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 504 + b"Antrag.doc"
