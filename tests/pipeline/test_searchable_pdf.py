from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader, PdfWriter, Transformation
from pypdf.generic import RectangleObject

from config.settings import Limits, Reading
from pipeline import native, searchable_pdf
from pipeline.model import Box, PageKind, PageReading
from pipeline.pages import PageText
from pipeline.reading import read_pages
from pipeline.source import open_source
from tests.pipeline.paper import draw, pdf, scan, typed

LIMITS = Limits()


def plain(number=1, rotation=0, kind=PageKind.OCR):
    return PageReading(number=number, kind=kind, width=418, height=302, rotation=rotation)


def written(path, pages, work):
    with open_source(path, LIMITS) as source:
        return searchable_pdf.write(source, pages, work, work / "out.pdf")


def drawn(path, number=1, resolution=200):
    with open_source(path, LIMITS) as source, source.page(number) as page:
        return page.grey(resolution)


def embedded(path, number=0):
    (image,) = PdfReader(path).pages[number].images
    return image


@pytest.mark.parametrize(
    ("format_", "mode"),
    [
        ("PNG", "L"),
        ("PNG", "RGB"),
        ("PNG", "1"),
        ("TIFF", "1"),
        ("TIFF", "L"),
        ("TIFF", "CMYK"),
        ("BMP", "RGB"),
    ],
)
def test_pixels_stay_as_they_are(tmp_path, format_, mode):
    original = draw().convert(mode)
    original.save(tmp_path / "x", format=format_, dpi=(200, 200))
    out = written(tmp_path / "x", [plain()], tmp_path)
    found = embedded(out).image
    assert found.size == original.size
    assert ImageChops.difference(found.convert("RGB"), original.convert("RGB")).getbbox() is None
    box = PdfReader(out).pages[0].mediabox
    assert (float(box.width), float(box.height)) == (
        pytest.approx(417.6, abs=0.2),
        pytest.approx(302.4, abs=0.2),
    )


def test_jpeg_data_goes_in_as_received(tmp_path):
    draw().save(tmp_path / "x.jpg", dpi=(200, 200))
    out = written(tmp_path / "x.jpg", [plain()], tmp_path)
    assert (tmp_path / "x.jpg").read_bytes() in out.read_bytes()


def test_a_camera_that_was_held_sideways(tmp_path):
    exif = Image.Exif()
    exif[274] = 6
    draw().rotate(90, expand=True).save(tmp_path / "x.jpg", dpi=(200, 200), exif=exif, quality=95)
    out = written(tmp_path / "x.jpg", [plain()], tmp_path)
    assert (tmp_path / "x.jpg").read_bytes() in out.read_bytes()
    pixels = drawn(out)
    assert abs(pixels.width - 1160) <= 1
    difference = ImageChops.difference(pixels.resize((1160, 840)), draw())
    assert sum(difference.histogram()[128:]) < 2000


def test_two_tone_pages_are_coded_as_fax_never_jbig2(tmp_path):
    draw().convert("1").save(tmp_path / "x.tif", compression="group4", dpi=(200, 200))
    out = written(tmp_path / "x.tif", [plain()], tmp_path)
    data = out.read_bytes()
    assert b"/CCITTFaxDecode" in data
    assert b"JBIG2" not in data
    assert len(data) < 2.5 * (tmp_path / "x.tif").stat().st_size


def test_the_pages_of_the_document_and_no_others(tmp_path):
    path = scan(tmp_path / "x.tif", *[draw(text) for text in ("eins", "zwei", "drei")])
    out = written(path, [plain(3), plain(1)], tmp_path)
    assert len(PdfReader(out).pages) == 2
    assert embedded(out, 0).image.convert("L").tobytes() == draw("drei").tobytes()
    assert embedded(out, 1).image.convert("L").tobytes() == draw("eins").tobytes()


def test_a_whole_pdf_with_real_text_serves_itself(tmp_path):
    path = pdf(tmp_path / "x.pdf", typed("eins"), typed("zwei"))
    both = [plain(1, kind=PageKind.NATIVE), plain(2, kind=PageKind.NATIVE)]
    assert written(path, both, tmp_path) is None
    out = written(path, both[1:], tmp_path)
    assert [page.extract_text().strip() for page in PdfReader(out).pages] == ["zwei"]
    turned = [plain(1, 90, kind=PageKind.NATIVE), both[1]]
    assert [page.rotation for page in PdfReader(written(path, turned, tmp_path)).pages] == [90, 0]


def read_and_write(path, work, target="out.pdf"):
    with open_source(path, LIMITS) as source:
        pages = read_pages(source, Reading(), work, lambda number: None)
        return pages, searchable_pdf.write(source, pages, work, work / target)


def words_of(path, number=1):
    """The invisible words, by the PDF reader; the page looks like an image to `native.read`."""
    with open_source(path, LIMITS) as source, source.page(number) as page:
        chars = page.text().chars

        class Bare:
            number, width, height = 1, page.width, page.height

            def text(self):
                return PageText(chars=chars)

        return native.read(Bare())


def near(one: Box, other: Box):
    x = abs(one.left + one.right - other.left - other.right) / 2
    y = abs(one.top + one.bottom - other.top - other.bottom) / 2
    return x < 4 and y < 6


def assert_words_lie_on_the_print(out, reading):
    layer = words_of(out)
    assert layer.rotation == 0
    assert (layer.width, layer.height) == (
        pytest.approx(reading.width, abs=0.5),
        pytest.approx(reading.height, abs=0.5),
    )
    places = [(word.text, word.box) for line in layer.lines for word in line.words]
    words = [word for line in reading.lines for word in line.words]
    assert len(words) > 30
    for word in words:
        assert any(text == word.text and near(box, word.box) for text, box in places), word


@pytest.mark.ocr
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_invisible_words_lie_on_the_print(tmp_path, turn):
    path = scan(tmp_path / "x.tif", draw().rotate(turn, expand=True))
    (reading,), out = read_and_write(path, tmp_path)
    assert_words_lie_on_the_print(out, reading)
    # Shown upright, whatever way it went through the scanner.
    difference = ImageChops.difference(drawn(out).resize((1160, 840)), draw())
    assert sum(difference.histogram()[128:]) < 2000


def scanned_pdf(path, *, rotate, offset):
    """A scan inside a PDF whose page is turned and does not begin at the origin."""
    buffer = BytesIO()
    draw().rotate(rotate, expand=True).save(buffer, "PDF", resolution=200)
    writer = PdfWriter(clone_from=PdfReader(buffer))
    page = writer.pages[0]
    page.transfer_rotation_to_content()
    page.add_transformation(Transformation().translate(offset, 2 * offset))
    box = page.mediabox
    page.mediabox = RectangleObject((offset, 2 * offset, offset + box.width, 2 * offset + box.height))
    page.cropbox = page.mediabox
    page.rotate(rotate)
    writer.write(path)
    return path


@pytest.mark.ocr
@pytest.mark.parametrize(("rotate", "offset"), [(0, 0), (90, 25), (180, 0), (270, 10)])
def test_layers_follow_the_page_boxes_of_a_pdf(tmp_path, rotate, offset):
    path = scanned_pdf(tmp_path / "x.pdf", rotate=rotate, offset=offset)
    (reading,), out = read_and_write(path, tmp_path)
    assert reading.kind is PageKind.OCR
    assert reading.rotation == 0
    assert_words_lie_on_the_print(out, reading)
    assert drawn(out).tobytes() == drawn(path).tobytes()


@pytest.mark.ocr
def test_the_words_of_a_tilted_page_are_tilted_too(tmp_path):
    tilted = draw(size=(5.8, 6)).rotate(4, fillcolor=255, resample=Image.Resampling.BICUBIC)
    path = scan(tmp_path / "x.tif", tilted)
    (reading,), out = read_and_write(path, tmp_path)
    assert "Mustermann" in reading.text
    data = PdfReader(out).pages[0].extract_text()
    assert "Mustermann" in data
    assert drawn(out).width == pytest.approx(1160, abs=1)


@pytest.mark.ocr
def test_the_same_input_gives_the_same_bytes(tmp_path):
    path = scan(tmp_path / "x.tif", draw(), draw("Eine zweite Seite mit etwas Text"))
    results = []
    for run in ("a", "b"):
        (tmp_path / run).mkdir()
        _, out = read_and_write(path, tmp_path / run)
        results.append(out.read_bytes())
    assert results[0] == results[1]


def test_a_source_of_the_wrong_kind_of_damage(tmp_path):
    path = pdf(tmp_path / "x.pdf", typed("eins"))
    path.write_bytes(path.read_bytes().replace(b"[0 0 595 842]", b"[0 595 842]  "))
    out = written(path, [plain(rotation=90)], tmp_path)
    assert PdfReader(out).pages[0].rotation == 90
