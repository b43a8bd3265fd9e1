from __future__ import annotations

import json
from dataclasses import replace

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from config.reasons import Reason
from config.settings import Limits
from pipeline.model import PageKind, PageReading
from pipeline.raster import PageImage, page_image
from pipeline.separators import left_out, segments, separator_text
from pipeline.source import open_source
from tests.pipeline.paper import DATA, draw

BARCODES = DATA / "barcodes"
TEXTS = ("PATCHT", "TRENNBLATT")


def coded(text: str, format_=zxingcpp.BarcodeFormat.Code128, *, turn: int = 0, around=None) -> PageImage:
    code = zxingcpp.create_barcode(text, format_).to_image(scale=4)
    bars = Image.frombuffer("L", (code.shape[1], code.shape[0]), bytes(code), "raw", "L", 0, 1)
    paper = around or Image.new("L", (1654, 2339), 255)
    paper.paste(bars, (400, 1100))
    paper = paper.rotate(turn, expand=True, fillcolor=255)
    return PageImage(number=1, pixels=paper, width=paper.width * 72 / 200, height=paper.height * 72 / 200)


@pytest.mark.parametrize("format_", ["Code39", "Code128", "QRCode", "DataMatrix"])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_codes_in_every_direction(format_, turn):
    page = coded("PATCHT", getattr(zxingcpp.BarcodeFormat, format_), turn=turn)
    assert separator_text(page, TEXTS) == "PATCHT"


@pytest.mark.parametrize("format_", ["Code39", "Code128", "QRCode", "DataMatrix"])
@pytest.mark.parametrize("turn", [3, 177])
def test_codes_that_are_askew_in_two_tones(format_, turn):
    page = coded("TRENNBLATT", getattr(zxingcpp.BarcodeFormat, format_), turn=turn)
    page = replace(page, pixels=page.pixels.point(lambda value: 255 if value > 140 else 0))
    assert separator_text(page, TEXTS) == "TRENNBLATT"


def test_content_is_compared_whole_without_case_and_edges():
    page = coded(" Trennblatt ")
    assert separator_text(page, TEXTS) == "TRENNBLATT"
    assert separator_text(coded("PATCHT-2"), TEXTS) is None
    assert separator_text(coded("CUSTOM"), ("custom",)) == "CUSTOM"


def test_text_is_no_separator():
    pixels = draw(dpi=200)
    page = PageImage(number=1, pixels=pixels, width=418, height=302)
    assert separator_text(page, TEXTS, thorough=True) is None


def cases():
    if not BARCODES.is_dir():
        return []
    return sorted(json.loads((BARCODES / "expected.json").read_text("utf-8")).items())


@pytest.mark.parametrize(("name", "expected"), cases())
def test_published_separator_sheets(name, expected):
    found = set()
    with open_source(BARCODES / name, Limits()) as source:
        assert source.page_count == expected["pages"]
        for number in range(1, source.page_count + 1):
            with source.page(number) as page:
                if separator_text(page_image(page, 300), TEXTS):
                    found.add(number - 1)
    marks = expected["separator_pages_zero_based"]
    assert found == {int(page) for page, what in marks.items() if what == "drop page"}


def test_the_published_sheets_are_there():
    if not BARCODES.is_dir():
        pytest.skip("collection of barcodes not beside the checkout")
    assert len(cases()) >= 15


def page(number: int, kind: PageKind) -> PageReading:
    reason = Reason(kind.value) if kind in {PageKind.BLANK, PageKind.SEPARATOR} else None
    return PageReading(number=number, kind=kind, width=595, height=842, reason=reason)


KINDS = st.lists(st.sampled_from(list(PageKind)), max_size=40)


@given(KINDS)
def test_every_page_is_in_one_document_or_left_out(kinds):
    pages = [page(number, kind) for number, kind in enumerate(kinds, 1)]
    kept = [number for group in segments(pages) for number in group]
    dropped = [page.number for page in left_out(pages)]
    assert sorted(kept + dropped) == list(range(1, len(kinds) + 1))
    assert kept == sorted(kept)
    assert all(group for group in segments(pages))


@given(KINDS)
def test_documents_end_at_separators_and_only_there(kinds):
    pages = [page(number, kind) for number, kind in enumerate(kinds, 1)]
    content = {PageKind.NATIVE, PageKind.OCR}
    home = {number: n for n, group in enumerate(segments(pages)) for number in group}
    for first in pages:
        for second in pages[first.number :]:
            if first.kind in content and second.kind in content:
                between = pages[first.number : second.number - 1]
                divided = any(page.kind is PageKind.SEPARATOR for page in between)
                assert (home[first.number] != home[second.number]) == divided


def test_blank_pages_inside_a_document_do_not_divide_it():
    kinds = [PageKind.OCR, PageKind.BLANK, PageKind.OCR, PageKind.SEPARATOR, PageKind.SEPARATOR, PageKind.OCR]
    pages = [page(number, kind) for number, kind in enumerate(kinds, 1)]
    assert segments(pages) == ((1, 3), (6,))
