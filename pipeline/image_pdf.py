"""Scanned images as PDF pages, without any loss: JPEG data as received, two-tone pages as fax group 4
(CCITT), everything else as PNG-compressed pixels. JBIG2 is never used: its symbol coding may swap
characters, which BSI TR-RESISCAN (A.SC.12) forbids.
"""

from __future__ import annotations

import struct
from io import BytesIO

from PIL import Image
from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    EncodedStreamObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from pipeline.image_source import ImagePage

_SPACES = {"1": "/DeviceGray", "L": "/DeviceGray", "RGB": "/DeviceRGB", "CMYK": "/DeviceCMYK"}
_PHOTOMETRIC, _STRIP_OFFSETS, _ROWS_PER_STRIP, _STRIP_BYTES = 262, 273, 278, 279
_WHITE_IS_ZERO = 0


def add_page(writer: PdfWriter, page: ImagePage) -> PageObject:
    """Append `page` in its physical size, as it is displayed. Raises Damaged."""
    width, height, turn = page.width, page.height, 0
    if page.jpeg is not None:
        turn = page.jpeg_turn
        image = _jpeg(page)
        if turn in {90, 270}:
            width, height = height, width
    else:
        image = _lossless(page.upright())
    added = writer.add_blank_page(width, height)
    reference = writer._add_object(image)  # noqa: SLF001 - the library's own way
    objects = DictionaryObject({NameObject("/Scan"): reference})
    added[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): objects})
    drawing = DecodedStreamObject()
    drawing.set_data(f"q {width:.4f} 0 0 {height:.4f} 0 0 cm /Scan Do Q".encode("ascii"))
    added[NameObject("/Contents")] = writer._add_object(drawing)  # noqa: SLF001
    if turn:
        added[NameObject("/Rotate")] = NumberObject(turn)
    return added


def _jpeg(page: ImagePage) -> StreamObject:
    assert page.jpeg is not None
    stream = _image(page.image.size, page.image.mode, 8, page.jpeg, "/DCTDecode")
    if page.image.mode == "CMYK":
        # Adobe's programs store the inks inverted and say so in a marker that PDF readers do not heed.
        stream[NameObject("/Decode")] = ArrayObject(NumberObject(value) for value in (1, 0) * 4)
    return stream


def _lossless(image: Image.Image) -> StreamObject:
    if image.mode == "1":
        return _fax(image)
    if image.mode == "CMYK":
        stream = DecodedStreamObject()
        stream.set_data(image.tobytes())
        packed = stream.flate_encode()
        return _image(image.size, "CMYK", 8, packed._data, "/FlateDecode")  # noqa: SLF001
    if image.mode.startswith("I;16"):
        return _png(image.convert("I").convert("I;16"), "L", 16)
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        coloured = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", coloured.size, "white"), coloured)
    if image.mode != "L":
        image = image.convert("RGB")
    return _png(image, image.mode, 8)


def _fax(image: Image.Image) -> StreamObject:
    buffer = BytesIO()
    image.save(buffer, format="TIFF", compression="group4", tiffinfo={_ROWS_PER_STRIP: image.height})
    data = buffer.getvalue()
    with Image.open(BytesIO(data)) as written:
        tags = written.tag_v2  # type: ignore[attr-defined]
        (start,), (length,) = tags[_STRIP_OFFSETS], tags[_STRIP_BYTES]
        inverted = tags[_PHOTOMETRIC] != _WHITE_IS_ZERO
    stream = _image(image.size, "1", 1, data[start : start + length], "/CCITTFaxDecode")
    stream[NameObject("/DecodeParms")] = DictionaryObject(
        {
            NameObject("/K"): NumberObject(-1),
            NameObject("/Columns"): NumberObject(image.width),
            NameObject("/Rows"): NumberObject(image.height),
            NameObject("/BlackIs1"): BooleanObject(inverted),
        }
    )
    return stream


def _png(image: Image.Image, mode: str, bits: int) -> StreamObject:
    buffer = BytesIO()
    image.info = {}
    image.save(buffer, format="PNG")
    stream = _image(image.size, mode, bits, _idat(buffer.getvalue()), "/FlateDecode")
    stream[NameObject("/DecodeParms")] = DictionaryObject(
        {
            NameObject("/Predictor"): NumberObject(15),
            NameObject("/Colors"): NumberObject(len(image.getbands())),
            NameObject("/BitsPerComponent"): NumberObject(bits),
            NameObject("/Columns"): NumberObject(image.width),
        }
    )
    return stream


def _idat(png: bytes) -> bytes:
    """The compressed pixels of a PNG file: PDF uses the same coding (ISO 32000-1, 7.4.4.4)."""
    parts, place = [], 8
    while place < len(png):
        (length,) = struct.unpack_from(">I", png, place)
        if png[place + 4 : place + 8] == b"IDAT":
            parts.append(png[place + 8 : place + 8 + length])
        place += length + 12
    return b"".join(parts)


def _image(size: tuple[int, int], mode: str, bits: int, data: bytes, coding: str) -> StreamObject:
    stream = EncodedStreamObject()
    stream._data = data  # noqa: SLF001 - set_data() would encode it again
    stream.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Image"),
            NameObject("/Width"): NumberObject(size[0]),
            NameObject("/Height"): NumberObject(size[1]),
            NameObject("/ColorSpace"): NameObject(_SPACES[mode]),
            NameObject("/BitsPerComponent"): NumberObject(bits),
            NameObject("/Filter"): NameObject(coding),
        }
    )
    return stream
