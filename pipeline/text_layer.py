"""Invisible text layers: one small PDF for each recognised page, laid out for the upright page.

They lie in the working folder under their page number, so that a page's reading stays plain data.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin
from pathlib import Path

from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.errors import PyPdfError
from pypdf.generic import DecodedStreamObject, NameObject, RectangleObject, StreamObject

from pipeline.errors import OcrFailed
from pipeline.ocr import OcrPage
from pipeline.raster import PageImage


def layer_file(work: Path, number: int) -> Path:
    """Where the text layer of page `number` of the source lies, if the page was recognised."""
    return work / f"layer-{number:05d}.pdf"


def keep(pages: Sequence[OcrPage], work: Path) -> None:
    """Write the layer of each page under its number. Raises OcrFailed if the engine's PDF is broken."""
    files = {page.layer_file for page in pages if page.layer_file is not None}
    for file in files:
        try:
            layers = PdfReader(file)
            for page in pages:
                if page.layer_file == file and page.lines:
                    _write(layers.pages[page.layer_index], page.image, work)
        except PyPdfError as error:
            raise OcrFailed(detail=f"PDF: {error}") from error


def placed(content: bytes, matrix: Transformation) -> StreamObject:
    """A content stream that draws `content` moved, scaled and turned by `matrix`."""
    numbers = " ".join(f"{value:.5f}" for value in matrix.ctm)
    stream = DecodedStreamObject()
    stream.set_data(b"q %s cm\n%s\nQ\n" % (numbers.encode("ascii"), content))
    return stream.flate_encode()


def _write(layer: PageObject, image: PageImage, work: Path) -> None:
    box = layer.mediabox
    contents = layer.get_contents()
    scale = Transformation().scale(image.width / float(box.width), image.height / float(box.height))
    matrix = scale.transform(_tilted_back(image))
    writer = PdfWriter()
    page = writer.add_page(layer)
    page[NameObject("/Contents")] = writer._add_object(  # noqa: SLF001 - the library's own way
        placed(contents.get_data() if contents is not None else b"", matrix)
    )
    page.mediabox = RectangleObject((0, 0, image.width, image.height))
    writer.write(layer_file(work, image.number))


def _tilted_back(image: PageImage) -> Transformation:
    """Undo the straightening about the middle of the page (angles are counter-clockwise in PDF too)."""
    angle = radians(-image.skew)
    x, y = image.width / 2, image.height / 2
    return Transformation(
        (
            cos(angle),
            sin(angle),
            -sin(angle),
            cos(angle),
            x - x * cos(angle) + y * sin(angle),
            y - x * sin(angle) - y * cos(angle),
        )
    )
