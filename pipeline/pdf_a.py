"""Marks a searchable PDF of scans as PDF/A-2b (ISO 19005-2, level B), if nothing in it speaks against it.

Our own part (pages, scans, invisible text) conforms by its making. Pages copied from a received PDF
bring along what its author put there; a file is marked only where that holds nothing that the standard
forbids or that is not checked here. Numbers of clauses are those of ISO 19005-2:2011.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterator, Sequence
from functools import cache

from PIL import ImageCms
from pypdf import PageObject, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from pipeline.pdf_aside import StoredStream

_FAULTS = (
    PyPdfError,
    zlib.error,
    KeyError,
    IndexError,
    TypeError,
    ValueError,
    AttributeError,
    RecursionError,
)
"""What pypdf raises on objects that are not what their place asks for; such a file is no PDF/A."""

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
   <pdfaid:part>2</pdfaid:part>
   <pdfaid:conformance>B</pdfaid:conformance>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""

_FORBIDDEN_KEYS = frozenset(
    {"/AA", "/Alternates", "/Annots", "/EF", "/HTP", "/JS", "/OPI", "/PS", "/Ref", "/TR", "/TR2", "/XFA"}
)
"""6.2.4 to 6.2.9 (images, forms, transfer functions), 6.3 to 6.5 and 6.8 (annotations, forms, actions,
attached files, which are allowed under conditions that are not checked here).
"""

_FILTERS = frozenset({"/FlateDecode", "/DCTDecode", "/CCITTFaxDecode", "/JBIG2Decode", "/RunLengthDecode"})
"""What scans are coded with. LZW is forbidden (6.1.7.2), JPEG 2000 has conditions (6.2.8.3)."""

_SPACES = frozenset({"/DeviceGray", "/DeviceRGB", "/CalGray", "/CalRGB"})
"""Colours that the output intent, being RGB, says all about (6.2.4.3)."""

_CHANNELS = {b"GRAY": 1, b"RGB ": 3}

_PLAIN = re.compile(
    rb"/\S+|[+-]?[0-9.]+|q|Q|cm|Do|gs|g|G|rg|RG|w|J|j|d|M|i|re|m|l|c|v|y|h|n|f\*?|F|S|s|B|W\*?"
)
"""Operands, and the operators that place pictures and fill areas: all that a page needs to show a scan."""

_LONGEST_DRAWING = 20_000
"""Bytes of instructions of a page that shows a scan; more is no scan."""

_SIDE = (3, 14400)
"""Least and largest side of a page, in units (6.1.13)."""


def conforms(objects: Sequence[PdfObject | None], pages: Sequence[PageObject]) -> bool:
    """Whether received pages with all their objects, before we add anything, may be part of a PDF/A-2b."""
    try:
        return not any(_obstacles(objects, pages))
    except _FAULTS:
        return False


def mark(writer: PdfWriter) -> None:
    """Say in the file that it is a PDF/A-2b, and what its colours mean. Its pages' streams are aside."""
    profile = DecodedStreamObject()
    profile.set_data(_srgb())
    packed = profile.flate_encode()
    packed[NameObject("/N")] = NumberObject(3)
    intent = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/OutputIntent"),
            NameObject("/S"): NameObject("/GTS_PDFA1"),
            NameObject("/OutputConditionIdentifier"): TextStringObject("sRGB IEC61966-2.1"),
            NameObject("/Info"): TextStringObject("sRGB IEC61966-2.1"),
            NameObject("/DestOutputProfile"): writer._add_object(packed),  # noqa: SLF001 - the library's own way
        }
    )
    metadata = DecodedStreamObject()
    metadata.set_data(_XMP.encode())
    metadata.update(
        {NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")}
    )
    writer.root_object[NameObject("/OutputIntents")] = ArrayObject([intent])
    writer.root_object[NameObject("/Metadata")] = writer._add_object(metadata)  # noqa: SLF001
    writer.pdf_header = "%PDF-1.7"
    # Dates and names of programs would have to agree with the metadata, and nobody needs them.
    writer.metadata = None
    _identify(writer)


@cache
def _srgb() -> bytes:
    """The profile of sRGB as LittleCMS draws it up (free of rights), without the time of doing so."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    # A day without an hour: year, month, day, hour, minute, second (ISO 15076-1, 7.2.8).
    profile[24:36] = b"".join(value.to_bytes(2, "big") for value in (2000, 1, 1, 0, 0, 0))
    return bytes(profile)


def _identify(writer: PdfWriter) -> None:
    """A file identifier (6.1.3) that is the same for the same pages."""
    digest = hashlib.sha256()
    for held in writer._objects:  # noqa: SLF001
        if isinstance(held, StoredStream):
            digest.update(held.digest)
    identifier = ByteStringObject(digest.digest()[:16])
    writer._ID = ArrayObject((identifier, identifier))  # noqa: SLF001


def _obstacles(objects: Sequence[PdfObject | None], pages: Sequence[PageObject]) -> Iterator[str]:
    for held in objects:
        if held is not None:
            yield from _in_object(held)
    for page in pages:
        sides = (float(page.mediabox.width), float(page.mediabox.height))
        if not (_SIDE[0] <= min(sides) and max(sides) <= _SIDE[1]):
            yield "page size"
        contents = page.get_contents()
        yield from _in_drawing(contents.get_data() if contents is not None else b"")


def _in_object(held: PdfObject) -> Iterator[str]:
    if isinstance(held, ArrayObject):
        for part in held:
            yield from _in_object(part)
    elif isinstance(held, DictionaryObject):
        yield from (key for key in held if key in _FORBIDDEN_KEYS and held[key])
        if isinstance(held, StreamObject):
            yield from _in_stream(held)
        if held.get("/Type") == "/Font":
            # Whether it is embedded with the right widths (6.2.11) is not checked.
            yield "font"
        if held.get("/BM", "/Normal") not in {"/Normal", "/Compatible"}:
            yield "blend mode"
        for part in held.values():
            yield from _in_object(part)


def _in_stream(held: StreamObject) -> Iterator[str]:
    if "/F" in held:
        yield "data outside the file"  # 6.1.7.1
    found = held.get("/Filter", ArrayObject())
    yield from {str(name) for name in (found if isinstance(found, ArrayObject) else [found])} - _FILTERS
    if held.get("/Subtype") == "/Image":
        yield from _in_image(held)
    elif held.get("/Subtype") == "/Form":
        yield from _in_drawing(held.get_data())


def _in_image(held: StreamObject) -> Iterator[str]:
    if held.get("/Interpolate") not in {None, False}:
        yield "interpolation"
    space = held.get("/ColorSpace")
    if space is not None and not _known(space.get_object()):
        yield "colour space"


def _known(space: PdfObject | None) -> bool:
    if not isinstance(space, ArrayObject):
        return str(space) in _SPACES
    if space[0] == "/Indexed":
        return _known(space[1].get_object())
    if space[0] == "/ICCBased":
        profile = space[1].get_object()
        head = profile.get_data()[:20]
        # Versions up to 4 (6.2.4.2), and as many channels as the file says.
        return len(head) == 20 and head[8] < 5 and _CHANNELS.get(head[16:20]) == profile.get("/N")
    return str(space[0]) in _SPACES


def _in_drawing(instructions: bytes) -> Iterator[str]:
    """Instructions that place a scan and no more; all others would need closer checks than these."""
    if len(instructions) > _LONGEST_DRAWING:
        yield "drawing"
        return
    for token in re.split(rb"\s+", re.sub(rb"\[[^\]]*\]", b" 0 ", instructions).strip()):
        if token and not _PLAIN.fullmatch(token):
            yield "drawing"
