"""Invisible text layers: one small PDF for each recognised page, laid out for the upright page.

They lie in the working folder under their page number, so that a page's reading stays plain data.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import cos, radians, sin
from pathlib import Path

from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.errors import PyPdfError
from pypdf.generic import DecodedStreamObject, NameObject, RectangleObject, StreamObject

from pipeline.errors import OcrFailed
from pipeline.ocr import OcrPage
from pipeline.raster import PageImage

_MOVE = re.compile(rb"(?P<numbers>(?:-?[\d.]+ ){2}(?:(?:-?[\d.]+ ){4})?)T[md]")


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
    data = contents.get_data() if contents is not None else b""
    scale = Transformation().scale(image.width / float(box.width), image.height / float(box.height))
    matrix = scale.transform(_tilted_back(image))
    if image.sheet is not None:
        data, matrix = _slanted_back(data, matrix, image), Transformation()
    writer = PdfWriter()
    page = writer.add_page(layer)
    page[NameObject("/Contents")] = writer._add_object(  # noqa: SLF001 - the library's own way
        placed(data, matrix)
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


def _slanted_back(content: bytes, matrix: Transformation, image: PageImage) -> bytes:
    """Every word moved to its place in the photograph, and slanted as the sheet is there.

    A page description knows no perspective, but over a single word it is hardly more than a slant.
    """
    start = Transformation()

    def moved(move: re.Match[bytes]) -> bytes:
        nonlocal start
        numbers = tuple(map(float, move["numbers"].split()))
        start = Transformation(numbers) if len(numbers) == 6 else _moved(start, numbers)
        return b"%s Tm" % " ".join(f"{n:.4f}" for n in _on_photo(start.transform(matrix), image)).encode()

    return _MOVE.sub(moved, content)


def _moved(start: Transformation, by: Sequence[float]) -> Transformation:
    return Transformation().translate(by[0], by[1]).transform(start)


def _on_photo(word: Transformation, image: PageImage) -> tuple[float, ...]:
    """The matrix of a word on the straightened page, as it is on the photograph."""
    a, b, c, d, x, y = word.ctm
    here, right, above = (_seen(x + dx, y + dy, image) for dx, dy in ((0, 0), (1, 0), (0, 1)))
    along, up = ([there - start for there, start in zip(to, here, strict=True)] for to in (right, above))
    return (
        *(a * h + b * v for h, v in zip(along, up, strict=True)),
        *(c * h + d * v for h, v in zip(along, up, strict=True)),
        *here,
    )


def _seen(x: float, y: float, image: PageImage) -> tuple[float, float]:
    """A place of the straightened page on the photograph, both in points from below left."""
    assert image.sheet is not None
    across, down = image.sheet.at((x / image.width, 1 - y / image.height))
    return across * image.width, (1 - down) * image.height
