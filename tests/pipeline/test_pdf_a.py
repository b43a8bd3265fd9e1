"""PDF/A-2b: what is marked holds what the standard (ISO 19005-2) asks of a file of scans, and no more."""

import re
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, NameObject, StreamObject

from config.settings import Limits, Reading
from pipeline import searchable_pdf
from pipeline.model import PageKind, PageReading
from pipeline.reading import read_pages
from pipeline.source import open_source
from tests.pipeline.paper import draw, pdf, scan, typed


def scans(path, *, kind=PageKind.OCR, tamper=None):
    """The document that is made of all pages of `path`, without recognising them."""
    if tamper is not None:
        writer = PdfWriter(clone_from=PdfReader(BytesIO(path.read_bytes())))
        tamper(writer)
        writer.write(path)
    with open_source(path, Limits()) as source:
        readings = []
        for number in range(1, source.page_count + 1):
            with source.page(number) as page:
                readings.append(
                    PageReading(number=number, kind=kind, width=page.width, height=page.height, lines=())
                )
        return searchable_pdf.write(source, readings, path.parent, path.parent / "document.pdf")


def image_pdf(path, image):
    image.save(path, "PDF", resolution=200)
    return path


def marked(path):
    return b"pdfaid:part" in path.read_bytes()


def assert_conforms(path):
    data = path.read_bytes()
    assert re.match(rb"%PDF-1\.[0-7]\n%[\x80-\xff]{4}", data)  # 6.1.2
    assert data.rstrip().endswith(b"%%EOF")
    reader = PdfReader(BytesIO(data), strict=True)
    assert len(reader.trailer["/ID"]) == 2  # 6.1.3
    assert "/Encrypt" not in reader.trailer
    assert "/Info" not in reader.trailer
    root = reader.trailer["/Root"]
    assert not {"/AA", "/OpenAction", "/AcroForm", "/Names", "/OCProperties"} & root.keys()
    assert_metadata(root["/Metadata"])
    assert_intent(root["/OutputIntents"])
    for number in range(1, reader.trailer["/Size"]):
        found = reader.get_object(number) if reader.xref[0].get(number) else None
        assert_object(found)
    for page in reader.pages:
        assert 3 <= float(page.mediabox.width) <= 14400
        assert not page.get("/Annots")


def assert_metadata(metadata):
    assert (metadata["/Type"], metadata["/Subtype"]) == ("/Metadata", "/XML")
    assert "/Filter" not in metadata  # 6.6.2.1: to be found by those who cannot read PDF
    text = metadata.get_data().decode()
    assert text.startswith("<?xpacket begin=")
    assert "<pdfaid:part>2</pdfaid:part>" in text
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in text


def assert_intent(intents):
    (intent,) = intents
    assert intent["/S"] == "/GTS_PDFA1"
    profile = intent["/DestOutputProfile"]
    head = profile.get_data()
    assert profile["/N"] == 3
    assert head[36:40] == b"acsp"
    assert head[16:20] == b"RGB "
    assert int.from_bytes(head[:4], "big") == len(head)
    assert head[8] <= 4


def assert_object(found):
    if isinstance(found, ArrayObject):
        for part in found:
            assert_object(part)
    if not isinstance(found, DictionaryObject):
        return
    for part in found.values():
        assert_object(part)
    assert not {"/AA", "/JS", "/EF", "/OPI", "/Alternates"} & found.keys()
    if isinstance(found, StreamObject):
        assert "/F" not in found
        assert not {"/LZWDecode", "/Crypt"} & set(re.findall(r"/\w+", str(found.get("/Filter"))))
    if found.get("/Subtype") == "/Image":
        assert found["/ColorSpace"] in {"/DeviceGray", "/DeviceRGB"}
        assert not found.get("/Interpolate")
    if found.get("/Type") == "/FontDescriptor":
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & found.keys()  # 6.2.11.4
    if found.get("/Subtype") == "/CIDFontType2":
        assert found.get("/CIDToGIDMap") is not None  # 6.2.11.3.2


@pytest.mark.parametrize("name", ["x.tif", "x.png", "x.jpg"])
@pytest.mark.parametrize("mode", ["1", "L", "RGB"])
def test_scans_as_images(tmp_path, name, mode):
    if (name, mode) == ("x.jpg", "1"):
        mode = "L"
    path = tmp_path / name
    draw().convert(mode).save(path, dpi=(200, 200))
    out = scans(path)
    assert marked(out)
    assert_conforms(out)


@pytest.mark.ocr
def test_recognised_scans_with_their_invisible_text(tmp_path):
    path = scan(tmp_path / "x.tif", draw(), draw("Eine zweite Seite mit etwas Text").rotate(180))
    with open_source(path, Limits()) as source:
        pages = read_pages(source, Reading(), tmp_path, lambda number: None)
        out = searchable_pdf.write(source, pages, tmp_path, tmp_path / "out.pdf")
    assert "Mustermann" in PdfReader(out).pages[0].extract_text()
    assert marked(out)
    assert_conforms(out)


@pytest.mark.parametrize("mode", ["1", "L", "RGB"])
def test_a_scanned_pdf(tmp_path, mode):
    out = scans(image_pdf(tmp_path / "x.pdf", draw().convert(mode)))
    assert marked(out)
    assert_conforms(out)


def test_inks_need_another_output_intent(tmp_path):
    path = tmp_path / "x.jpg"
    Image.new("CMYK", (800, 1100), (0, 0, 0, 0)).save(path, dpi=(100, 100))
    assert not marked(scans(path))


def test_real_text_may_use_fonts_that_are_not_there(tmp_path):
    path = pdf(tmp_path / "x.pdf", typed("eins"))
    assert not marked(scans(path))


def note(writer):
    writer.pages[0][NameObject("/Annots")] = ArrayObject(
        [DictionaryObject({NameObject("/Type"): NameObject("/Annot")})]
    )


def action(writer):
    writer.pages[0][NameObject("/AA")] = DictionaryObject({NameObject("/S"): NameObject("/JavaScript")})


def smoothed(writer):
    (image,) = (x for x in writer._objects if isinstance(x, StreamObject) and x.get("/Subtype") == "/Image")
    image[NameObject("/Interpolate")] = BooleanObject(True)


def text(writer):
    page = writer.pages[0]
    page["/Contents"].get_object().set_data(b"BT (x) Tj ET")


def nonsense(writer):
    (image,) = (x for x in writer._objects if isinstance(x, StreamObject) and x.get("/Subtype") == "/Image")
    image[NameObject("/ColorSpace")] = ArrayObject([])


@pytest.mark.parametrize("tamper", [note, action, smoothed, text, nonsense])
def test_what_a_received_pdf_brings_along_may_forbid_it(tmp_path, tamper):
    assert not marked(scans(image_pdf(tmp_path / "x.pdf", draw()), tamper=tamper))
