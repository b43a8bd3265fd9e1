"""Sheets to a PDF with real text, as an office program writes it: standard fonts, no images."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from tests.samples.sheet import Frame, Ink, Sheet, Stroke, Text

_POINT = 72 / 25.4
_FONTS = {
    ("sans", False): "Helvetica",
    ("sans", True): "Helvetica-Bold",
    ("serif", False): "Times-Roman",
    ("serif", True): "Times-Bold",
    ("mono", False): "Courier",
    ("mono", True): "Courier-Bold",
    ("wide", False): "Helvetica",
    ("wide", True): "Helvetica-Bold",
    ("ocr", False): "Courier",
    ("ocr", True): "Courier-Bold",
}
_NAMES = sorted(set(_FONTS.values()))


class NotEncodable(Exception):
    """The text holds letters which the standard fonts' WinAnsiEncoding lacks."""


def born_digital_pdf(sheets: Sequence[Sheet], *, title: str = "") -> bytes:
    """A PDF with a text layer. Raises NotEncodable for letters outside Windows-1252."""
    count = len(sheets)
    first_page = 3 + len(_NAMES)
    kids = " ".join(f"{first_page + 2 * index} 0 R" for index in range(count))
    fonts = " ".join(f"/F{index} {3 + index} 0 R" for index in range(len(_NAMES)))
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        *(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()
            for name in _NAMES
        ),
    ]
    for index, sheet in enumerate(sheets):
        box = f"0 0 {sheet.width * _POINT:.2f} {sheet.height * _POINT:.2f}"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Resources << /Font << {fonts} >> >> "
            f"/Contents {first_page + 2 * index + 1} 0 R >>".encode()
        )
        content = zlib.compress(_content(sheet), 9)
        head = f"<< /Length {len(content)} /Filter /FlateDecode >>\nstream\n".encode()
        objects.append(head + content + b"\nendstream")
    objects.append(b"<< /Title " + _string(title) + b" >>")
    return _file(objects)


def _file(objects: Sequence[bytes]) -> bytes:
    """Numbered objects with cross-reference table and trailer; first the catalogue, last the info."""
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for offset in offsets:
        out += b"%010d 00000 n \n" % offset
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(objects) + 1, len(objects))
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def _content(sheet: Sheet) -> bytes:
    parts: list[bytes] = []
    for item in sheet.items:
        if isinstance(item, Text):
            parts.append(_text(item, sheet.height))
        elif isinstance(item, Stroke):
            parts.append(_stroke(item, sheet.height))
        elif isinstance(item, Frame):
            parts.append(_frame(item, sheet.height))
        else:
            raise TypeError(f"a born-digital document carries no {type(item).__name__}")
    return b"\n".join(parts)


def _string(text: str) -> bytes:
    try:
        raw = text.encode("cp1252")
    except UnicodeEncodeError as error:
        raise NotEncodable(text) from error
    return b"(" + raw.replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)") + b")"


def _colour(ink: Ink, operator: str) -> str:
    return " ".join(f"{part / 255:.3f}" for part in ink) + f" {operator}"


def _text(item: Text, height: float) -> bytes:
    font = _NAMES.index(_FONTS[item.family, item.bold])
    place = f"{item.x * _POINT:.2f} {(height - item.y) * _POINT:.2f} Td"
    head = f"BT {_colour(item.ink, 'rg')} /F{font} {item.size:g} Tf {place} "
    return head.encode() + _string(item.text) + b" Tj ET"


def _stroke(item: Stroke, height: float) -> bytes:
    steps = [
        f"{x * _POINT:.2f} {(height - y) * _POINT:.2f} {'l' if index else 'm'}"
        for index, (x, y) in enumerate(item.points)
    ]
    return f"{_colour(item.ink, 'RG')} {item.width * _POINT:.2f} w {' '.join(steps)} S".encode()


def _frame(item: Frame, height: float) -> bytes:
    sides = (item.x, height - item.y - item.height, item.width, item.height)
    box = " ".join(f"{side * _POINT:.2f}" for side in sides) + " re"
    parts = []
    if item.fill is not None:
        parts.append(f"{_colour(item.fill, 'rg')} {box} f")
    if item.ink is not None:
        parts.append(f"{_colour(item.ink, 'RG')} {item.line * _POINT:.2f} w {box} S")
    return " ".join(parts).encode()
