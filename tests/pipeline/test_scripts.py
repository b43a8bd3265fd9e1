"""Pages in another script: told from their look, read with their own language, or marked for the clerk."""

import pytest
from PIL import Image

from config.settings import Deciding, Limits, Reading
from pipeline import ocr, scripts
from pipeline.model import Box, Line, Word
from pipeline.ocr import OcrPage, installed_languages, script_of
from pipeline.raster import PageImage
from pipeline.reading import read_pages
from pipeline.scripts import LANGUAGES, chosen, in_their_script
from pipeline.source import open_source
from tests.pipeline.desk import Desk
from tests.pipeline.paper import draw, scan

CYRILLIC = """Свидетельство о рождении
выдано отделом записи актов
гражданского состояния города
Москвы на имя Марии Образцовой
родившейся двенадцатого августа"""
GREEK = """Πιστοποιητικό γεννήσεως
εκδόθηκε από το ληξιαρχείο
του δήμου Αθηναίων σήμερα"""
POOR = 0.75


def page(pixels=None):
    pixels = pixels or draw(CYRILLIC)
    return PageImage(number=1, pixels=pixels, width=pixels.width * 0.36, height=pixels.height * 0.36)


def read_as(text, confidence, image=None):
    box = Box(left=0, top=0, right=50, bottom=10)
    words = tuple(Word(text=word, box=box, confidence=confidence) for word in text.split())
    return OcrPage(image=image or page(), lines=(Line(words=words),))


class Engine:
    """Reads Cyrillic where Russian is among the languages, and remembers what it was asked."""

    def __init__(self, confidence=0.9):
        self.confidence = confidence
        self.asked = []

    def __call__(self, images, languages, work):
        self.asked += [(image.turn, languages) for image in images]
        return [read_as(CYRILLIC, self.confidence, image) for image in images]


@pytest.fixture
def russian(monkeypatch):
    engine = Engine()
    monkeypatch.setattr(scripts, "recognise", engine)
    monkeypatch.setattr(scripts, "installed_languages", lambda: frozenset({"deu", "eng", "osd", "rus"}))
    return engine


needs_osd = pytest.mark.skipif(
    "osd" not in installed_languages(), reason="tesseract-ocr-osd is not installed"
)


# -- telling the script ---------------------------------------------------------------------


@needs_osd
@pytest.mark.ocr
@pytest.mark.parametrize(
    ("text", "script"), [(CYRILLIC, "Cyrillic"), (GREEK, "Greek"), (None, "Latin")], ids=["ru", "el", "de"]
)
def test_the_script_of_a_page(tmp_path, text, script):
    pixels = draw(text) if text else draw()
    assert script_of(page(pixels), tmp_path).script == script


@needs_osd
@pytest.mark.ocr
def test_the_script_of_a_page_upside_down(tmp_path):
    found = script_of(page(draw(CYRILLIC).rotate(180)), tmp_path)
    assert (found.script, found.turn) == ("Cyrillic", 180)


@needs_osd
@pytest.mark.ocr
def test_a_page_without_text_has_no_script(tmp_path):
    assert script_of(page(Image.new("L", (1000, 700), 255)), tmp_path) is None


def test_without_its_data_nothing_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(ocr, "installed_languages", lambda: frozenset({"deu", "eng"}))
    assert script_of(page(), tmp_path) is None


# -- choosing languages ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("script", "settings", "installed", "expected"),
    [
        ("Cyrillic", Reading(), {"rus"}, ("rus", "deu", "eng")),
        ("Cyrillic", Reading(), {"rus", "ukr"}, ("rus", "ukr", "deu", "eng")),
        ("Cyrillic", Reading(script_languages=("ukr",)), {"rus", "ukr"}, ("ukr", "deu", "eng")),
        ("Cyrillic", Reading(), {"ara"}, ()),
        ("Cyrillic", Reading(script_languages=()), {"rus"}, ()),
        ("Greek", Reading(languages=("deu", "ell")), {"deu", "ell"}, ("ell", "deu")),
    ],
)
def test_languages_are_those_that_are_set_and_installed(script, settings, installed, expected):
    assert chosen(script, settings, frozenset(installed)) == expected


def test_every_preset_language_has_a_script():
    known = {language for languages in LANGUAGES.values() for language in languages}
    assert set(Reading().script_languages) <= known


# -- reading again --------------------------------------------------------------------------


@needs_osd
@pytest.mark.ocr
def test_a_hardly_read_page_is_read_in_its_own_script(tmp_path, russian):
    upside_down = page(draw(CYRILLIC).rotate(180))
    result = in_their_script([upside_down], [read_as("Cennerencrso", 0.3)], POOR, Reading(), tmp_path)
    assert "Свидетельство" in result.pages[0].lines[0].text
    assert result.unread == {}
    assert russian.asked == [(180, ("rus", "deu", "eng"))]


@needs_osd
@pytest.mark.ocr
def test_the_better_reading_is_kept(tmp_path, russian):
    russian.confidence = 0.1
    first = read_as(CYRILLIC, 0.6)
    assert in_their_script([page()], [first], POOR, Reading(), tmp_path).pages == [first]


def test_what_was_read_well_costs_nothing(tmp_path, russian, monkeypatch):
    monkeypatch.setattr(scripts, "script_of", lambda *_: pytest.fail("looked at"))
    first = read_as("Sehr geehrte Frau Mustermann", 0.9)
    assert in_their_script([page()], [first], POOR, Reading(), tmp_path).pages == [first]
    assert russian.asked == []


@needs_osd
@pytest.mark.ocr
def test_latin_text_that_was_hardly_read_is_not_read_again(tmp_path, russian):
    result = in_their_script([page(draw())], [read_as("Musteramt", 0.3)], POOR, Reading(), tmp_path)
    assert (russian.asked, result.unread) == ([], {})


def test_a_hardly_read_page_in_the_words_of_its_language_is_not_asked_for_its_script(
    tmp_path, monkeypatch, russian
):
    asked = []
    monkeypatch.setattr(scripts, "script_of", lambda image, work: asked.append(image))
    for text in ("wird der Besueh mit dem Kiud genehmigt", "CBMAETEJIbCTBO o poxenuu"):
        in_their_script([page()], [read_as(text, 0.6)], POOR, Reading(), tmp_path)
    assert len(asked) == 1


# -- the whole way --------------------------------------------------------------------------


def read(text, work, settings):
    with open_source(scan(work / "x.tif", draw(text)), Limits()) as source:
        (found,) = read_pages(source, settings, work, lambda _: None)
    return found


@needs_osd
@pytest.mark.ocr
def test_a_script_that_is_not_installed_is_named_to_the_clerk(tmp_path):
    if "kir" in installed_languages():
        pytest.skip("the language that should be missing is installed")
    found = read(CYRILLIC, tmp_path, Reading(script_languages=("kir",)))
    assert found.quality < Deciding().min_quality
    assert Desk(()).decide([found]).reason == found.reason
    assert found.reason.code == "script_not_installed"
    assert found.reason.params == {"script": "Cyrillic", "packages": "tesseract-ocr-kir"}
    assert not list(tmp_path.glob("layers-*"))


@pytest.mark.ocr
@pytest.mark.skipif(
    not {"rus", "osd"} <= installed_languages(),
    reason="tesseract-ocr-rus or tesseract-ocr-osd is not installed",
)
def test_a_russian_page_is_read(tmp_path):
    found = read(CYRILLIC, tmp_path, Reading())
    assert "Свидетельство о рождении" in found.text
    assert (found.language, found.reason) == ("rus", None)
    assert found.quality > POOR
