from __future__ import annotations

import zipfile

import pytest
from PIL import Image
from pypdf import PdfWriter

from config.settings import Limits
from pipeline.errors import (
    Damaged,
    EmptyFile,
    Encrypted,
    NoPages,
    PageTooLarge,
    ReadingError,
    TooManyPages,
    UnknownFormat,
)
from pipeline.source import open_source
from tests.pipeline.paper import DATA, draw, pdf, scan, typed

LIMITS = Limits()
BAD = DATA / "bad"


def opened(path, limits=LIMITS):
    with open_source(path, limits) as source:
        return source.media_type, source.page_count


def test_content_decides_not_the_name(tmp_path):
    draw().save(tmp_path / "x.png")
    (tmp_path / "x.png").rename(tmp_path / "scan.pdf")
    assert opened(tmp_path / "scan.pdf") == ("image/png", 1)


@pytest.mark.parametrize(
    ("format_", "media_type"),
    [
        ("JPEG", "image/jpeg"),
        ("PNG", "image/png"),
        ("BMP", "image/bmp"),
        ("GIF", "image/gif"),
        ("WEBP", "image/webp"),
        ("JPEG2000", "image/jp2"),
        ("TIFF", "image/tiff"),
    ],
)
def test_single_images(tmp_path, format_, media_type):
    draw("Text").save(tmp_path / "x", format=format_)
    assert opened(tmp_path / "x") == (media_type, 1)


def test_a_tiff_has_as_many_pages_as_frames(tmp_path):
    path = scan(tmp_path / "x.tif", draw("eins"), draw("zwei"), draw("drei"))
    with open_source(path, LIMITS) as source:
        assert source.page_count == 3
        sizes = []
        for number in (3, 1, 2):
            with source.page(number) as page:
                sizes.append((page.number, round(page.width), page.grey(300).mode))
    assert sizes == [(3, 418, "L"), (1, 418, "L"), (2, 418, "L")]


def test_pdf_pages(tmp_path):
    path = pdf(tmp_path / "x.pdf", typed("eins"), typed("zwei"))
    with open_source(path, LIMITS) as source, source.page(2) as page:
        assert (source.media_type, source.page_count) == ("application/pdf", 2)
        assert (page.width, page.height) == (595, 842)
        assert "".join(char.text for char in page.text().chars) == "zwei"


@pytest.mark.parametrize(
    ("content", "detail"),
    [
        (b"PK\x03\x04 and so on", "ZIP-Archiv"),
        (b"<!DOCTYPE html><html><body>Hallo", "HTML-Seite"),
        (b"From: a@example.org\r\nSubject: Antrag\r\n\r\nHallo", "E-Mail"),
        (b"Nur ein wenig Text.\n", "Textdatei"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "altes Office-Dokument"),
        (b"\0\0\0\x18ftypheic" + bytes(50), "HEIF-Bild"),
        (b"{\\rtf1 Hallo}", "RTF-Dokument"),
        (bytes(range(256)), "unbekannter Inhalt"),
    ],
)
def test_other_formats_are_named(tmp_path, content, detail):
    (tmp_path / "x.pdf").write_bytes(content)
    with pytest.raises(UnknownFormat) as caught:
        opened(tmp_path / "x.pdf")
    assert caught.value.reason.params == {"detail": detail}


def test_a_word_file_is_named(tmp_path):
    with zipfile.ZipFile(tmp_path / "x", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<document/>")
    with pytest.raises(UnknownFormat, match="Word-Dokument"):
        opened(tmp_path / "x")


def test_an_animation_is_no_document(tmp_path):
    frames = [Image.new("L", (40, 40), shade) for shade in (0, 120, 255)]
    frames[0].save(tmp_path / "x.gif", save_all=True, append_images=frames[1:])
    with pytest.raises(UnknownFormat, match="animiertes Bild"):
        opened(tmp_path / "x.gif")


def test_empty_file(tmp_path):
    (tmp_path / "x.pdf").touch()
    with pytest.raises(EmptyFile):
        opened(tmp_path / "x.pdf")


def test_pdf_without_pages(tmp_path):
    with pytest.raises((NoPages, Damaged)):
        opened(pdf(tmp_path / "x.pdf"))


def test_page_limits(tmp_path):
    with pytest.raises(TooManyPages) as caught:
        opened(scan(tmp_path / "x.tif", *[draw("x", dpi=30)] * 3), Limits(max_pages=2))
    assert caught.value.reason.params == {"pages": "3", "limit": "2"}
    with pytest.raises(TooManyPages):
        opened(pdf(tmp_path / "x.pdf", *[typed("x")] * 3), Limits(max_pages=2))


def test_an_image_bomb_is_refused_before_decoding(tmp_path):
    path = scan(tmp_path / "x.tif", draw("klein", dpi=30), Image.new("1", (2000, 2000)))
    with pytest.raises(PageTooLarge) as caught:
        opened(path, Limits(max_page_megapixels=2))
    assert caught.value.reason.params["page"] == "2"


def test_a_huge_pdf_page_is_drawn_coarser_or_refused(tmp_path):
    path = pdf(tmp_path / "x.pdf", typed("x"), box="0 0 7200 7200")
    with open_source(path, LIMITS) as source, source.page(1) as page:
        pixels = page.grey(300)
    assert 70 <= pixels.width / 100 < 100
    path = pdf(tmp_path / "y.pdf", typed("x"), box="0 0 144000 144000")
    with open_source(path, LIMITS) as source, source.page(1) as page, pytest.raises(PageTooLarge):
        page.grey(300)


def encrypted(path, user):
    writer = PdfWriter(clone_from=pdf(path.with_suffix(".plain"), typed("geheim")))
    writer.encrypt(user, "owner", algorithm="AES-256")
    writer.write(path)
    return path


def test_passwords(tmp_path):
    with pytest.raises(Encrypted):
        opened(encrypted(tmp_path / "x.pdf", "user"))
    assert opened(encrypted(tmp_path / "y.pdf", "")) == ("application/pdf", 1)


def test_a_truncated_scan_is_damaged(tmp_path):
    draw().save(tmp_path / "whole.png")
    (tmp_path / "x.png").write_bytes((tmp_path / "whole.png").read_bytes()[:3000])
    with (
        pytest.raises(Damaged),
        open_source(tmp_path / "x.png", LIMITS) as source,
        source.page(1) as page,
    ):
        page.grey(300)


def test_a_pdf_that_lost_its_table_is_read_if_all_pages_open(tmp_path):
    whole = pdf(tmp_path / "x.pdf", typed("eins"), typed("zwei")).read_bytes()
    (tmp_path / "y.pdf").write_bytes(whole.replace(b"startxref\n", b"startxref\n9"))
    assert opened(tmp_path / "y.pdf")[1] == 2
    (tmp_path / "z.pdf").write_bytes(whole.replace(b"/Kids [4 0 R", b"/Kids [9 0 R"))
    with pytest.raises(Damaged):
        opened(tmp_path / "z.pdf")


def test_forms_that_only_one_program_shows_are_refused():
    path = BAD / "pdfium__simple_xfa.pdf"
    if not path.exists():
        pytest.skip("collection of bad files not beside the checkout")
    with pytest.raises(UnknownFormat, match="XFA"):
        opened(path)


def test_every_bad_file_opens_or_is_refused_with_a_reason():
    if not BAD.is_dir():
        pytest.skip("collection of bad files not beside the checkout")
    reasons = [reason_against(path) for path in sorted(BAD.iterdir())]
    assert reasons.count(None) > 250
    assert len([reason for reason in reasons if reason]) > 100


def reason_against(path):
    try:
        opened(path)
    except ReadingError as error:
        return error.reason.text("de")
    return None
