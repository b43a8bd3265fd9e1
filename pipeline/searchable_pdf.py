"""The searchable PDF of one document: its pages exactly as received, upright, with invisible text."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from pipeline import image_pdf, pdf_a
from pipeline.errors import Damaged
from pipeline.geometry import together
from pipeline.image_source import ImageSource
from pipeline.model import PageKind, PageReading, Rotation
from pipeline.pages import Source
from pipeline.pdf_aside import streams_aside
from pipeline.pdf_source import PdfSource
from pipeline.text_layer import layer_file, placed

_LAYER_FONT = b"/f-0-0"
_OUR_FONT = b"/AkteText"
"""A page may have been recognised before, with a font of the same name."""

_AT_ONCE = 16
"""Pages that are held in memory with their images."""

_FAULTS = (PyPdfError, KeyError, IndexError, TypeError, ValueError, AttributeError, RecursionError)
"""What pypdf raises on objects that are not what their place asks for."""


def write(source: Source, pages: Sequence[PageReading], layers: Path, target: Path) -> Path | None:
    """Write the document that consists of `pages` to `target`, with the text layers that lie in `layers`.

    Returns None where the source itself serves: a PDF with real text, used whole and upright. The same
    input gives the same bytes. Documents of nothing but scans are PDF/A-2b (see `pdf_a`). Some pages at
    a time are held in memory. Raises Damaged.
    """
    if _serves_itself(source, pages):
        return None
    writer = PdfWriter()
    scanned = all(page.kind is not PageKind.NATIVE for page in pages)
    font: PdfObject | None = None
    with streams_aside(writer, target.parent) as aside:
        known = 0
        for start in range(0, len(pages), _AT_ONCE):
            readings = pages[start : start + _AT_ONCE]
            added = _added(writer, source, [page.number for page in readings])
            objects = writer._objects[known:]  # noqa: SLF001 - the library's own way
            scanned = scanned and pdf_a.conforms(objects, added)
            for page, reading in zip(added, readings, strict=True):
                font = _finish(writer, page, reading, layers, font)
            aside.put()
            known = len(writer._objects)  # noqa: SLF001
        if scanned:
            pdf_a.mark(writer)
        writer.write(target)
    return target


def _finish(
    writer: PdfWriter, page: PageObject, reading: PageReading, layers: Path, font: PdfObject | None
) -> PdfObject | None:
    """Set a received page upright and lay its text under it. Returns the layers' common font."""
    turn = together(_turn(page), reading.rotation)
    file = layer_file(layers, reading.number)
    if reading.kind is PageKind.OCR and file.is_file():
        try:
            font = _lay_under(writer, page, file, turn, font)
        except _FAULTS as error:
            raise Damaged(detail=f"Seite {reading.number}") from error
    page[NameObject("/Rotate")] = NumberObject(turn)
    return font


def _serves_itself(source: Source, pages: Sequence[PageReading]) -> bool:
    return (
        isinstance(source, PdfSource)
        and [page.number for page in pages] == list(range(1, source.page_count + 1))
        and all(page.kind is PageKind.NATIVE and page.rotation == 0 for page in pages)
    )


def _added(writer: PdfWriter, source: Source, numbers: Sequence[int]) -> list[PageObject]:
    if isinstance(source, ImageSource):
        added = []
        for number in numbers:
            with source.page(number) as page:
                added.append(image_pdf.add_page(writer, page))
        return added
    assert isinstance(source, PdfSource)
    try:
        copied = PdfReader(BytesIO(source.copy_of(numbers)))
        return [writer.add_page(page) for page in copied.pages]
    except _FAULTS as error:
        raise Damaged(detail=f"Seite {numbers[0]} ff.") from error


def _turn(page: PageObject) -> Rotation:
    return together(int(page.rotation))


def _lay_under(
    writer: PdfWriter, page: PageObject, file: Path, turn: Rotation, font: PdfObject | None
) -> PdfObject | None:
    """Draw the text layer before everything else: whatever state the page's own drawing leaves behind
    cannot move it. Returns the layers' common font.
    """
    layer = PdfReader(file).pages[0]
    contents = layer.get_contents()
    fonts = layer["/Resources"].get_object().get("/Font")  # type: ignore[union-attr]
    if contents is None or not fonts:
        return font
    if font is None:
        font = fonts.get_object()[_LAYER_FONT.decode()].get_object().clone(writer).indirect_reference
    data = contents.get_data().replace(_LAYER_FONT, _OUR_FONT)
    text = writer._add_object(placed(data, _onto(page, layer, turn)))  # noqa: SLF001 - the library's own way
    page[NameObject("/Contents")] = ArrayObject([text, *_streams(page)])
    _add_font(page, font)
    return font


def _streams(page: PageObject) -> list[PdfObject]:
    own = page.get("/Contents")
    found = own.get_object() if own is not None else None
    if isinstance(found, ArrayObject):
        return list(found)
    return [own] if isinstance(found, StreamObject) and isinstance(own, IndirectObject) else []


def _add_font(page: PageObject, font: PdfObject | None) -> None:
    # Pages may share these dictionaries, so they are copied before they change.
    resources = DictionaryObject(_dictionary(page, "/Resources"))
    fonts = DictionaryObject(_dictionary(resources, "/Font"))
    fonts[NameObject(_OUR_FONT.decode())] = font
    resources[NameObject("/Font")] = fonts
    page[NameObject("/Resources")] = resources


def _dictionary(parent: DictionaryObject, key: str) -> DictionaryObject:
    found = parent.get(key)
    found = found.get_object() if found is not None else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _onto(page: PageObject, layer: PageObject, turn: Rotation) -> Transformation:
    """From the upright layer (origin below left) to the page's own coordinates, which `turn` sets upright."""
    media, crop = page.mediabox, page.cropbox
    left, bottom = max(media.left, crop.left), max(media.bottom, crop.bottom)
    right, top = min(media.right, crop.right), min(media.top, crop.top)
    width, height = float(right - left), float(top - bottom)
    if turn in {90, 270}:
        width, height = height, width
    scale = Transformation().scale(width / float(layer.mediabox.width), height / float(layer.mediabox.height))
    turning = {
        0: (1, 0, 0, 1, left, bottom),
        90: (0, 1, -1, 0, right, bottom),
        180: (-1, 0, 0, -1, right, top),
        270: (0, -1, 1, 0, left, top),
    }[turn]
    return scale.transform(Transformation(tuple(float(value) for value in turning)))  # type: ignore[arg-type]
