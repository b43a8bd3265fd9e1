"""What a file is, told by its first bytes. Names are never trusted: scanners and mail gateways mislabel."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

HEAD = 4096
"""Bytes needed to tell a format."""

PDF = "application/pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """`name` is what a clerk reads; `media_type` and `plugin` (Pillow's) are set where we can read it."""

    name: str
    media_type: str | None = None
    plugin: str | None = None

    @property
    def readable(self) -> bool:
        return self.media_type is not None


def sniff(head: bytes) -> Format:
    """The format of a file that starts with `head` (up to `HEAD` bytes)."""
    for fits, found in _SIGNATURES:
        if fits(head):
            return found
    if b" obj" in head and (b"endobj" in head or b"/Type" in head):
        return Format(name="PDF ohne gültigen Kopf")
    return _container(head) or _textual(head) or Format(name="unbekannter Inhalt")


def _starts(*prefixes: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.startswith(prefixes)


def _pdf(head: bytes) -> bool:
    # PDF readers accept the header anywhere in the first 1024 bytes (ISO 32000-1, note 13 of annex H).
    return b"%PDF-" in head[:1024]


def _webp(head: bytes) -> bool:
    return head[:4] == b"RIFF" and head[8:12] == b"WEBP"


def _bmp(head: bytes) -> bool:
    # Two letters alone would claim every text that starts with BM; the reserved words are zero.
    return head[:2] == b"BM" and head[6:10] == bytes(4)


_SIGNATURES: tuple[tuple[Callable[[bytes], bool], Format], ...] = (
    (
        _starts(b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"),
        Format(name="TIFF", media_type="image/tiff", plugin="TIFF"),
    ),
    (_starts(b"\xff\xd8\xff"), Format(name="JPEG", media_type="image/jpeg", plugin="JPEG")),
    (_starts(b"\x89PNG\r\n\x1a\n"), Format(name="PNG", media_type="image/png", plugin="PNG")),
    (
        _starts(b"\0\0\0\x0cjP  \r\n\x87\n", b"\xff\x4f\xff\x51"),
        Format(name="JPEG 2000", media_type="image/jp2", plugin="JPEG2000"),
    ),
    (_webp, Format(name="WebP", media_type="image/webp", plugin="WEBP")),
    (_starts(b"GIF87a", b"GIF89a"), Format(name="GIF", media_type="image/gif", plugin="GIF")),
    (_bmp, Format(name="BMP", media_type="image/bmp", plugin="BMP")),
    (_pdf, Format(name="PDF", media_type=PDF)),
)

_ARCHIVES: tuple[tuple[tuple[bytes, ...], str], ...] = (
    ((b"\xd0\xcf\x11\xe0",), "altes Office-Dokument"),
    ((b"{\\rtf",), "RTF-Dokument"),
    ((b"%!PS", b"\xc5\xd0\xd3\xc6"), "PostScript"),
    ((b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ"), "Archiv"),
    ((b"\0\0\0", b"\x1aE\xdf\xa3", b"RIFF", b"ID3", b"OggS"), "Video- oder Tondatei"),
    ((b"8BPS",), "Photoshop-Datei"),
)


def _container(head: bytes) -> Format | None:
    if head.startswith(b"PK"):
        return Format(name=_zip_name(head))
    for prefixes, name in _ARCHIVES:
        if head.startswith(prefixes):
            isobmff = name.startswith("Video") and head.startswith(b"\0\0\0")
            if isobmff and head[4:8] != b"ftyp":
                continue
            heif = isobmff and head[8:11] in {b"hei", b"mif", b"avi"}
            return Format(name="HEIF-Bild" if heif else name)
    return None


def _zip_name(head: bytes) -> str:
    if b"mimetypeapplication/vnd.oasis" in head[:200]:
        return "OpenDocument-Dokument"
    for folder, name in ((b"word/", "Word"), (b"xl/", "Excel"), (b"ppt/", "PowerPoint")):
        if folder in head:
            return f"{name}-Dokument"
    # Office writes the table of contents first; its first entries fit into the head.
    return "Office-Dokument" if b"[Content_Types].xml" in head else "ZIP-Archiv"


_MAIL_HEADER = re.compile(
    rb"^(received|from|to|subject|return-path|mime-version|date|message-id):", re.IGNORECASE | re.MULTILINE
)


def _textual(head: bytes) -> Format | None:
    if b"\0" in head or not head.strip():
        return None
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return Format(name="HTML-Seite")
    if start.startswith(b"<?xml"):
        return Format(name="XML-Datei")
    if len(_MAIL_HEADER.findall(head)) >= 2:
        return Format(name="E-Mail")
    printable = sum(byte >= 32 or byte in b"\t\r\n\f" for byte in head)
    return Format(name="Textdatei") if printable >= 0.97 * len(head) else None
