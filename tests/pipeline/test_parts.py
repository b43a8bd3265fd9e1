"""A source that is read in parts becomes what it becomes when it is read in one go."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from config.document_types import load_document_types
from config.settings import Settings
from pipeline import parts
from pipeline.model import PageKind, SourceReading
from pipeline.parts import PART_PAGES, is_kept, parts_of
from pipeline.run import count_pages, put_together, read_part, read_source
from pipeline.text_layer import layer_file
from tests.pipeline.paper import draw, pdf, scan, typed
from tests.pipeline.test_run import ZONE

TODAY = date(2026, 1, 15)


@pytest.fixture(autouse=True)
def _short_parts(monkeypatch):
    monkeypatch.setattr(parts, "PART_PAGES", 2)


def in_one_go(path: Path, work: Path) -> SourceReading:
    work.mkdir()
    return read_source(
        path,
        settings=Settings(),
        authority=None,
        types=load_document_types(),
        work=work,
        today=TODAY,
        progress=lambda page: None,
    )


def part_by_part(path: Path, work: Path, *, kept: Path) -> SourceReading:
    """The last part first, each with a working folder of its own, as several workers may do it."""
    work.mkdir()
    for part in reversed(parts_of(count_pages(path, Settings().limits))):
        own = work / str(part.start)
        own.mkdir()
        read_part(
            path,
            part,
            settings=Settings(),
            parts=kept,
            work=own,
            today=TODAY,
            progress=lambda page: None,
        )
        assert not list(own.iterdir())
    return put_together(
        path,
        settings=Settings(),
        authority=None,
        types=load_document_types(),
        parts=kept,
        work=work,
        today=TODAY,
    )


def separator() -> Image.Image:
    code = zxingcpp.create_barcode("TRENNBLATT", zxingcpp.BarcodeFormat.Code128).to_image(scale=4)
    sheet = Image.new("L", (1160, 840), 255)
    sheet.paste(Image.fromarray(code).convert("L"), (200, 300))
    return sheet


def same(one: SourceReading, other: SourceReading, folder: Path) -> None:
    """Every word with its box, every decision, and every searchable PDF to the byte."""
    assert one == other
    for document in one.documents:
        assert document.searchable_pdf is not None
        made = [(folder / work / document.searchable_pdf).read_bytes() for work in ("whole", "parted")]
        assert made[0] == made[1]


def test_scans_turned_blank_and_divided_by_separators(tmp_path):
    letter, other = draw(), draw("Zweites Schreiben\n\nBescheinigung über den Aufenthalt\nim Bundesgebiet")
    path = scan(
        tmp_path / "x.tif",
        letter,
        letter.rotate(180),
        Image.new("L", letter.size, 255),
        separator(),
        other,
        letter,
        other,
    )
    whole = in_one_go(path, tmp_path / "whole")
    parted = part_by_part(path, tmp_path / "parted", kept=tmp_path / "kept")
    assert [document.source_pages for document in whole.documents] == [(1, 2), (5, 6, 7)]
    assert [page.kind for page in whole.left_out] == [PageKind.BLANK, PageKind.SEPARATOR]
    assert whole.documents[0].pages[1].rotation == 180
    assert "Ausländerbehörde" in whole.documents[0].pages[1].text
    same(whole, parted, tmp_path)


def test_real_text_with_zones(tmp_path):
    lines = ("Kopie aus dem Reisepass der antragstellenden Person", *ZONE)
    path = pdf(tmp_path / "x.pdf", *(typed(f"Blatt {number}", *lines) for number in range(1, 4)))
    whole = in_one_go(path, tmp_path / "whole")
    parted = part_by_part(path, tmp_path / "parted", kept=tmp_path / "kept")
    assert [zone.page for zone in whole.documents[0].identity.mrz] == [1, 2, 3]
    assert whole == parted


def test_blank_pages_alone_stay_one_document(tmp_path):
    path = scan(tmp_path / "x.tif", *(Image.new("L", (1160, 840), 255) for _ in range(3)))
    whole = in_one_go(path, tmp_path / "whole")
    assert [document.source_pages for document in whole.documents] == [(1, 2, 3)]
    same(whole, part_by_part(path, tmp_path / "parted", kept=tmp_path / "kept"), tmp_path)


@pytest.mark.parametrize("pages", [1, 2, 3, 16, 17, 40, 64, 65, 1001])
def test_every_page_is_in_one_part(pages, monkeypatch):
    monkeypatch.setattr(parts, "PART_PAGES", PART_PAGES)
    divided = parts_of(pages)
    assert [number for part in divided for number in part] == list(range(1, pages + 1))
    assert max(len(part) for part in divided) <= PART_PAGES


def test_two_workers_have_the_same_to_do():
    assert [len(part) for part in parts_of(8)] == [2, 2, 2, 2]


def test_a_part_counts_as_read_only_when_all_of_it_is_on_the_disk(tmp_path, monkeypatch):
    def fail(*_: object) -> None:
        raise OSError("disk full")

    path = scan(tmp_path / "x.tif", draw())
    work, kept = tmp_path / "work", tmp_path / "kept"
    work.mkdir()
    options = {"settings": Settings(), "parts": kept, "work": work, "today": TODAY}
    with monkeypatch.context() as patch:
        patch.setattr(parts, "write_whole", fail)
        with pytest.raises(OSError, match="disk full"):
            read_part(path, range(1, 2), progress=lambda page: None, **options)
    assert layer_file(kept, 1).is_file()
    assert not is_kept(kept, range(1, 2))
    read_part(path, range(1, 2), progress=lambda page: None, **options)
    assert is_kept(kept, range(1, 2))
