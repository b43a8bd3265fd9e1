"""Which pages are tried in other directions; that trying finds the right one, `test_reading` shows."""

import pytest

from pipeline import orientation
from pipeline.model import Box, Line, Word
from pipeline.ocr import OcrPage
from pipeline.raster import PageImage
from tests.pipeline.paper import draw


class Engine:
    """Reads nothing, and remembers what it was asked."""

    def __init__(self):
        self.asked = []

    def __call__(self, images, languages, work, *, layers=True):
        self.asked += [(image.turn, tuple(languages)) for image in images]
        return [OcrPage(image=image, lines=()) for image in images]


@pytest.fixture
def engine(monkeypatch):
    engine = Engine()
    monkeypatch.setattr(orientation, "recognise", engine)
    return engine


def hardly_read(text, *, upended=False):
    pixels = draw()
    image = PageImage(number=1, pixels=pixels, width=pixels.width * 0.36, height=pixels.height * 0.36)
    box = Box(left=0, top=0, right=10, bottom=50) if upended else Box(left=0, top=0, right=50, bottom=10)
    words = tuple(Word(text=word, box=box, confidence=0.6) for word in text.split())
    return OcrPage(image=image, lines=(Line(words=words),))


def test_nonsense_may_stand_on_its_head(tmp_path, engine):
    (page,) = orientation.improved([hardly_read("uoa Jap pun aip ayonsaq")], ["deu", "eng"], tmp_path)
    # One language tells it, and none of the others is worth its start.
    assert engine.asked == [(0, ("deu",)), (180, ("deu",))]
    assert page.image.turn == 0


def test_words_of_a_language_stand_upright(tmp_path, engine):
    orientation.improved([hardly_read("wird der Besueh mit dem Kiud genehmigt")], ["deu", "eng"], tmp_path)
    assert engine.asked == []


def test_unless_they_stand_on_end(tmp_path, engine):
    page = hardly_read("wird dieser Besuch der Kinder nicht genehmigt", upended=True)
    orientation.improved([page], ["deu", "eng"], tmp_path)
    assert [turn for turn, _ in engine.asked] == [0, 90, 180, 270]
