from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from config.settings import Deciding, Limits, Reading
from pipeline import native
from pipeline.errors import Damaged, ReadingError
from pipeline.model import PageKind
from pipeline.pages import Char, PageText
from pipeline.reading import read_pages
from pipeline.source import open_source
from pipeline.wording import clean, plausible
from tests.pipeline.paper import DATA, LETTER, draw, pdf, scan, typed

SENTENCES = ("Sehr geehrte Frau Mustermann,", "wir haben Ihren Antrag erhalten und werden", "ihn prüfen.")


def read(path, work, settings=None, progress=lambda number: None):
    with open_source(path, Limits()) as source:
        return read_pages(source, settings or Reading(), work, progress)


# -- real text ------------------------------------------------------------------------------


def test_real_text_is_taken_as_it_is(tmp_path):
    (page,) = read(pdf(tmp_path / "x.pdf", typed(*SENTENCES)), tmp_path)
    assert page.kind is PageKind.NATIVE
    assert page.text == "\n".join(SENTENCES)
    assert (page.language, page.quality, page.rotation) == ("deu", 1.0, 0)
    first = page.lines[0].words[0]
    assert first.text == "Sehr"
    assert first.box.left == pytest.approx(60, abs=1.5)
    assert first.box.bottom == pytest.approx(842 - 780, abs=3)


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_page_lying_on_its_side_is_told_upright(tmp_path, rotate):
    (page,) = read(pdf(tmp_path / "x.pdf", typed(*SENTENCES), extra=f"/Rotate {rotate}"), tmp_path)
    # It is displayed turned, so it must be turned back.
    assert page.rotation == (360 - rotate) % 360
    assert (page.width, page.height) == (595, 842)
    box = page.lines[0].words[0].box
    assert (box.left, box.bottom) == (pytest.approx(60, abs=1.5), pytest.approx(62, abs=3))


def test_one_word_is_enough_where_nothing_else_is_drawn(tmp_path):
    (page,) = read(pdf(tmp_path / "x.pdf", typed("Anlagen")), tmp_path, Reading(languages=("none",)))
    assert (page.kind, page.text) == (PageKind.NATIVE, "Anlagen")


def test_the_visible_part_counts(tmp_path):
    path = pdf(tmp_path / "x.pdf", typed(*SENTENCES), extra="/CropBox [50 400 595 842]")
    (page,) = read(path, tmp_path)
    assert (page.width, page.height) == (545, 442)
    assert page.lines[0].words[0].box.left == pytest.approx(10, abs=1.5)


def test_blocks_are_divided_by_gaps(tmp_path):
    content = typed("Das ist oben im Brief", top=780) + "\n" + typed("Das ist weiter unten", top=600)
    (page,) = read(pdf(tmp_path / "x.pdf", content), tmp_path)
    assert page.text == "Das ist oben im Brief\n\nDas ist weiter unten"


def test_what_form_fields_show_stands_beside_its_label():
    def chars(text, left, top):
        return tuple(
            Char(letter, native.Box(left=left + 6 * n, top=top, right=left + 6 * n + 5, bottom=top + 8))
            if letter.strip()
            else Char(letter, None)
            for n, letter in enumerate(text)
        )

    class Form:
        number, width, height = 1, 595.0, 842.0

        def text(self):
            return native_text(
                chars("Familienname\n", 50, 100)[:13] + chars("Vorname\n", 50, 130) + chars("Ort", 50, 160),
                chars("Mustermann\n", 200, 100) + chars("Erika\n", 200, 130),
            )

    def native_text(own, fields):
        return PageText(chars=own, fields=fields)

    page = native.read(Form())
    assert [line.text for line in page.lines] == ["Familienname Mustermann", "Vorname Erika", "Ort"]


def test_text_that_means_nothing_is_not_sound():
    words = ["Sehr", "geehrte", "Damen", "und", "Herren"]
    good = [Char(letter, None) for letter in "SehrgeehrteDamenundHerren"]
    assert native.sound(words, good, 0.0)
    assert not native.sound(words, [Char(c.text, None, unmapped=True) for c in good], 0.0)
    assert not native.sound(words, [Char("\ue001", None)] * 20, 0.0)
    assert not native.sound(["§$%~", "xk;jq", "rtzpf", "]]~}"], good, 0.0)
    # A stamp over a scan does not make it text.
    assert not native.sound(words, good, 1.0)
    assert native.sound(words * 20, good * 20, 1.0)
    assert not native.sound(["§$%~", *words] * 20, good * 20, 1.0)


@pytest.mark.parametrize(
    "word",
    [
        "Straße",
        "12.04.2024",
        "33.2-12345/2024",
        "AufenthG",
        "§",
        "Müller-Lüdenscheidt,",
        "محمد",
        "BAMF",
        "z.B.",
    ],
)
def test_words_numbers_and_codes_are_plausible(word):
    assert plausible(word) == (word != "§")


@pytest.mark.parametrize("noise", ["rtzpf", "aBcDeF", "~~", "|", "w}x{e"])
def test_noise_is_not(noise):
    assert not plausible(noise)


def test_text_is_made_safe():
    assert clean("a\u0308\x00\x1b[1m\ud800\ue000\ufeff") == "ä[1m"


def test_a_page_whose_instructions_are_broken_does_not_pass_as_blank(tmp_path):
    with pytest.raises(Damaged):
        read(pdf(tmp_path / "x.pdf", "BT /F1 11 Tf (Anfang ohne Ende Tj ET"), tmp_path)
    (page,) = read(pdf(tmp_path / "y.pdf", "q Q"), tmp_path)
    assert page.kind is PageKind.BLANK


# -- recognition ----------------------------------------------------------------------------


def test_blank_pages_need_no_engine(tmp_path):
    seen = []
    path = scan(tmp_path / "x.tif", *[Image.new("L", (1200, 1600), 245)] * 3)
    pages = read(path, tmp_path, Reading(languages=("none",)), seen.append)
    assert [page.kind for page in pages] == [PageKind.BLANK] * 3
    assert [page.reason.code for page in pages] == ["blank"] * 3
    assert seen == [1, 2, 3]


@pytest.mark.ocr
def test_a_page_with_nothing_but_a_faint_stamp_is_kept(tmp_path):
    paper = Image.new("L", (1160, 1600), 250)
    ImageDraw.Draw(paper).ellipse((600, 300, 900, 460), outline=190, width=4)
    (page,) = read(scan(tmp_path / "x.tif", paper), tmp_path)
    assert page.kind is PageKind.OCR


@pytest.mark.ocr
def test_a_script_that_was_not_asked_for_shows_in_the_quality(tmp_path):
    text = "Свидетельство о рождении\nвыдано отделом записи актов\nгражданского состояния города\nМосквы"
    (page,) = read(scan(tmp_path / "x.tif", draw(text)), tmp_path)
    assert page.quality < Deciding().min_quality


@pytest.mark.ocr
def test_a_mixed_source(tmp_path):
    nearly_blank = draw("Anlage 7", size=(5.8, 8))
    dirty = Image.new("L", (1160, 1600), 250)
    ImageDraw.Draw(dirty).ellipse((500, 700, 516, 716), fill=60)
    path = scan(tmp_path / "x.tif", draw(), dirty, nearly_blank, draw().rotate(180))
    seen = []
    pages = read(path, tmp_path, progress=seen.append)
    assert [page.number for page in pages] == [1, 2, 3, 4]
    assert [page.kind.value for page in pages] == ["ocr", "blank", "ocr", "ocr"]
    assert [page.rotation for page in pages] == [0, 0, 0, 180]
    assert sorted(seen) == [1, 2, 3, 4]
    assert pages[0].text.replace("\n\n", "\n") == LETTER.replace("\n\n", "\n")
    assert pages[0].language == "deu"
    assert pages[0].quality > 0.85
    assert pages[2].text == "Anlage 7"
    assert "Beispielhausen" in pages[3].text
    assert sorted(file.name for file in tmp_path.glob("layer*")) == [
        "layer-00001.pdf",
        "layer-00003.pdf",
        "layer-00004.pdf",
    ]


@pytest.mark.ocr
def test_sideways_scans_are_set_upright(tmp_path):
    turn = 90
    upright, turned = tmp_path / "a", tmp_path / "b"
    upright.mkdir()
    turned.mkdir()
    (straight,) = read(scan(upright / "x.tif", draw()), upright)
    (page,) = read(scan(turned / "x.tif", draw().rotate(turn, expand=True)), turned)
    # PIL turns counter-clockwise, so it takes as much clockwise to set it right.
    assert page.rotation == turn
    assert (round(page.width), round(page.height)) == (418, 302)
    assert page.text == straight.text
    box, expected = page.lines[0].words[0].box, straight.lines[0].words[0].box
    assert (box.left, box.top) == (pytest.approx(expected.left, abs=2), pytest.approx(expected.top, abs=2))


@pytest.mark.ocr
@pytest.mark.parametrize(
    ("name", "rotation", "text"),
    [
        ("phototest-rotated-180.png", 180, "The quick brown dog"),
        ("phototest-rotated-R.png", 270, "The quick brown dog"),
        ("phototestrot.tif", 90, "The quick brown dog"),
        ("eurotext.tif", 0, "Der ,.schnelle” braune"),
        ("linn_skew.pdf", 0, "composition and performance tool"),
    ],
)
def test_published_scans(tmp_path, name, rotation, text):
    path = DATA / "ocr" / name
    if not path.exists():
        pytest.skip("collection of scans not beside the checkout")
    (page,) = read(path, tmp_path)
    assert page.rotation == rotation
    words = {word.strip(".,") for word in page.text.split()}
    assert {word for word in text.split() if word.isalpha()} <= words
    assert page.quality > 0.85


@pytest.mark.ocr
@pytest.mark.parametrize(
    "name",
    [
        "paperless__no-text-alpha.png",
        "pillow__crash-0c7e0e8e11ce787078f00b5b0ca409a167f070e0.tif",
        "pillow__broken_data_stream.png",
        "pdfjs__poppler-67295-0.pdf",
        "qpdf__damaged-stream.pdf",
        "pypdf__r2-empty-password.pdf",
    ],
)
def test_bad_files_end_in_a_reading_or_a_reason(tmp_path, name):
    path = DATA / "bad" / name
    if not path.exists():
        pytest.skip("collection of bad files not beside the checkout")
    outcome = reading_or_reason(path, tmp_path)
    assert outcome
    assert all(outcome)


def reading_or_reason(path, work):
    try:
        return [page.number == n for n, page in enumerate(read(path, work), 1)]
    except ReadingError as error:
        return [error.reason.text("de")]
