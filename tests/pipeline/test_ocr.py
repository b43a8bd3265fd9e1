from __future__ import annotations

import pytest
from PIL import Image

from pipeline import ocr, tsv
from pipeline.errors import OcrFailed, OcrMissing
from pipeline.raster import PageImage
from tests.pipeline.paper import draw

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"


def sheet(pixels: Image.Image, number: int = 1, dpi: int = 200, skew: float = 0) -> PageImage:
    return PageImage(
        number=number,
        pixels=pixels,
        width=pixels.width * 72 / dpi,
        height=pixels.height * 72 / dpi,
        skew=skew,
    )


def row(page, block, line, left, text, *, conf="90.0"):
    return f"5\t{page}\t{block}\t1\t{line}\t1\t{left}\t100\t40\t20\t{conf}\t{text}\n"


def start(page):
    return f"1\t{page}\t0\t0\t0\t0\t0\t0\t400\t400\t-1\t\n"


def test_table_to_lines():
    table = HEAD + start(1) + row(1, 1, 1, 0, "Guten") + row(1, 1, 1, 60, "Tag") + row(1, 2, 1, 0, "Ende")
    (page,) = tsv.parse(table)
    lines = page.lines(sheet(Image.new("L", (400, 400)), dpi=200))
    assert [line.text for line in lines] == ["Guten Tag", "Ende"]
    assert [line.block for line in lines] == [1, 2]
    box = lines[0].words[1].box
    assert (box.left, box.top, box.right, box.bottom) == (21.6, 36.0, 36.0, 43.2)
    assert lines[0].words[0].confidence == 0.9


def test_pages_without_words_count_too():
    pages = tsv.parse(HEAD + start(1) + start(2) + row(2, 1, 1, 0, "x") + start(3))
    assert [page.texts() for page in pages] == [[], ["x"], []]


def test_noise_and_unprintable_characters_go():
    table = (
        HEAD
        + start(1)
        + row(1, 1, 1, 0, "|", conf="12.0")
        + row(1, 1, 1, 9, "a\x07\u0308b\ud800")
        + row(1, 1, 1, 20, " ")
    )
    (page,) = tsv.parse(table)
    assert page.texts() == ["äb"]


def test_boxes_of_a_straightened_page_lie_where_the_words_were():
    # A word right of the middle: the page was turned counter-clockwise by 90 degrees to straighten it
    # (absurdly much, to be seen), so before that the word was below the middle.
    (page,) = tsv.parse(HEAD + start(1) + "5\t1\t1\t1\t1\t1\t280\t190\t40\t20\t90\tWort\n")
    (line,) = page.lines(sheet(Image.new("L", (400, 400)), dpi=72, skew=90))
    box = line.words[0].box
    assert ((box.left + box.right) / 2, (box.top + box.bottom) / 2) == (
        pytest.approx(200),
        pytest.approx(300),
    )


def fake_engine(tmp_path, monkeypatch, script):
    engine = tmp_path / "tesseract"
    engine.write_text(f"#!/bin/sh\n{script}\n")
    engine.chmod(0o755)
    monkeypatch.setattr(ocr.pytesseract, "tesseract_cmd", str(engine))
    monkeypatch.setattr(ocr, "check_engine", lambda languages: None)


def test_an_engine_that_crashes_fails_with_what_it_said(tmp_path, monkeypatch):
    fake_engine(tmp_path, monkeypatch, "echo broken image >&2; exit 3")
    with pytest.raises(OcrFailed, match="broken image") as caught:
        ocr.recognise([sheet(draw("x"))], ["deu"], tmp_path)
    assert caught.value.retry


def test_an_engine_that_hangs_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr(ocr, "SECONDS_TO_START", 0)
    monkeypatch.setattr(ocr, "SECONDS_PER_PAGE", 1)
    fake_engine(tmp_path, monkeypatch, "exec sleep 60")
    with pytest.raises(OcrFailed, match="1 s"):
        ocr.recognise([sheet(draw("x"))], ["deu"], tmp_path)


def test_a_page_that_takes_the_others_down_is_tried_alone(tmp_path, monkeypatch):
    # This engine manages single pages only.
    table = tmp_path / "table"
    table.write_text(HEAD + start(1) + row(1, 1, 1, 0, "Wort"))
    fake_engine(
        tmp_path,
        monkeypatch,
        f'[ "$(wc -l < "$1")" = 1 ] || exit 1; cp {table} "$2.tsv"; echo layer > "$2.pdf"',
    )
    pages = ocr.recognise([sheet(draw("x"), number) for number in (1, 2)], ["deu"], tmp_path)
    assert [page.lines[0].text for page in pages] == ["Wort", "Wort"]
    assert [page.image.number for page in pages] == [1, 2]


def test_an_engine_that_does_nothing_fails(tmp_path, monkeypatch):
    fake_engine(tmp_path, monkeypatch, "exit 0")
    with pytest.raises(OcrFailed):
        ocr.recognise([sheet(draw("x"))], ["deu"], tmp_path)


def test_missing_engine_names_the_packages(monkeypatch):
    monkeypatch.setattr(ocr.pytesseract, "tesseract_cmd", "/nowhere/tesseract")
    ocr.check_engine.cache_clear()
    with pytest.raises(OcrMissing) as caught:
        ocr.check_engine(("deu", "chi_sim"))
    ocr.check_engine.cache_clear()
    assert caught.value.reason.params == {"packages": "tesseract-ocr tesseract-ocr-deu tesseract-ocr-chi-sim"}


@pytest.mark.ocr
def test_missing_language_names_its_package():
    with pytest.raises(OcrMissing) as caught:
        ocr.check_engine(("deu", "xyz"))
    assert caught.value.reason.params == {"packages": "tesseract-ocr tesseract-ocr-xyz"}


@pytest.mark.ocr
def test_one_start_recognises_many_pages(tmp_path):
    texts = ("Erste Seite über Bescheide", "", "Dritte Seite mit Nachweisen")
    pages = [sheet(draw(text, size=(5, 2)), number) for number, text in enumerate(texts, 1)]
    found = ocr.recognise(pages, ["deu"], tmp_path)
    assert [" ".join(line.text for line in page.lines) for page in found] == list(texts)
    assert found[0].confidence > 0.85
    assert found[1].confidence == 0
    assert [page.layer_index for page in found] == [0, 1, 2]
    assert found[0].layer_file.read_bytes().startswith(b"%PDF")


@pytest.mark.ocr
def test_a_zone_with_few_characters(tmp_path):
    image = draw("P<D<<MUSTERMANN<<ERIKA<<<<<\nC01X00T478D<<6408125F2702283", dpi=300, size=(6, 1.4))
    lines = ocr.recognise_zone(
        image,
        languages=["eng"],
        dpi=300,
        whitelist="ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<",
        work=tmp_path,
    )
    assert len(lines) == 2
    assert "MUSTERMANN" in lines[0]
    assert set("".join(lines)) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789< ")
