"""Streams put aside while a PDF is written: none stays in memory, all are there in the end, each once."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import StreamObject

from config.settings import Limits
from pipeline import searchable_pdf
from pipeline.model import PageKind, PageReading
from pipeline.pdf_aside import streams_aside
from pipeline.source import open_source
from tests.pipeline.paper import draw, pdf, typed


def image_pdf(path, pages):
    """Every page shows the same image."""
    writer = PdfWriter()
    draw().save(path, "PDF", resolution=200)
    page = PdfReader(BytesIO(path.read_bytes())).pages[0]
    for _ in range(pages):
        writer.add_page(page)
    writer.write(path)
    return path


def test_no_stream_stays_in_memory(tmp_path):
    writer = PdfWriter()
    with streams_aside(writer, tmp_path) as aside:
        for _ in range(3):
            source = pdf(tmp_path / "x.pdf", typed("Guten Tag,"), typed("auf Wiedersehen."))
            for page in PdfReader(BytesIO(source.read_bytes())).pages:
                writer.add_page(page)
            aside.put()
            assert not [held for held in writer._objects if isinstance(held, StreamObject)]
            assert not writer._id_translated
        writer.write(tmp_path / "out.pdf")
    texts = [page.extract_text().strip() for page in PdfReader(tmp_path / "out.pdf", strict=True).pages]
    assert texts == ["Guten Tag,", "auf Wiedersehen."] * 3
    assert {path.name for path in tmp_path.iterdir()} == {"x.pdf", "out.pdf"}


@pytest.mark.parametrize("pages", [1, 7])
def test_what_all_pages_share_is_kept_once(tmp_path, monkeypatch, pages):
    monkeypatch.setattr(searchable_pdf, "_AT_ONCE", 2)
    path = image_pdf(tmp_path / "x.pdf", pages)
    readings = [
        PageReading(number=number, kind=PageKind.OCR, width=418, height=302) for number in range(1, pages + 1)
    ]
    with open_source(path, Limits()) as source:
        out = searchable_pdf.write(source, readings, tmp_path, tmp_path / "out.pdf")
    assert out.read_bytes().count(b"/DCTDecode") == 1
    found = [page.images[0].data for page in PdfReader(out, strict=True).pages]
    assert found == [PdfReader(path).pages[0].images[0].data] * pages
