"""Photographed sheets are found and made straight, scans are left alone, words lie where they are seen."""

import re
from random import Random

import pypdfium2 as pdfium
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw, ImageStat

from bench.pages import errors, letters, words
from config.settings import Limits, Reading
from pipeline.perspective import Perspective
from pipeline.photo import evenly_lit, find_sheet, straightened, uneven
from pipeline.raster import PageImage
from pipeline.reading import read_pages
from pipeline.searchable_pdf import write
from pipeline.source import open_source
from tests.pipeline.paper import LETTER, draw, scan
from tests.samples.degrade import degrade, photograph
from tests.samples.render import render

DPI = 200
SHARE = st.floats(0, 1)
NUDGES = st.tuples(*[st.floats(-0.15, 0.15)] * 8)


def page(pixels):
    points = 72 / DPI
    return PageImage(number=1, pixels=pixels, width=pixels.width * points, height=pixels.height * points)


def a4(text=LETTER):
    return draw(text, dpi=DPI, size=(8.27, 11.69), points=16)


# -- the mapping ----------------------------------------------------------------------------


def quad(nudges):
    corners = [(0.2, 0.2), (0.8, 0.2), (0.8, 0.8), (0.2, 0.8)]
    moves = zip(nudges[::2], nudges[1::2], strict=True)
    return tuple((x + dx, y + dy) for (x, y), (dx, dy) in zip(corners, moves, strict=True))


@given(NUDGES, NUDGES)
def test_corners_go_to_corners_and_lines_stay_lines(one, other):
    straight, seen = quad(one), quad(other)
    mapping = Perspective.between(straight, seen)
    for corner, expected in zip(straight, seen, strict=True):
        assert mapping.at(corner) == pytest.approx(expected, abs=1e-6)
    (x0, y0), (x1, y1) = straight[0], straight[1]
    (ax, ay), (bx, by) = seen[0], seen[1]
    mx, my = mapping.at(((x0 + x1) / 2, (y0 + y1) / 2))
    assert (bx - ax) * (my - ay) == pytest.approx((by - ay) * (mx - ax), abs=1e-6)


@given(NUDGES, SHARE, SHARE, st.sampled_from([0, 90, 180, 270]))
def test_turning_the_page_turns_the_mapping(nudges, x, y, turn):
    mapping = Perspective.between(quad((0,) * 8), quad(nudges))

    def turned(place):
        for _ in range(turn // 90):
            place = (1 - place[1], place[0])
        return place

    place = (0.2 + 0.6 * x, 0.2 + 0.6 * y)
    assert mapping.turned(turn).at(turned(place)) == pytest.approx(turned(mapping.at(place)), abs=1e-6)


# -- finding and straightening --------------------------------------------------------------


@pytest.mark.parametrize(("slant", "turn"), [(0.03, 4), (0.1, -6), (0.18, 0), (0.0, 15), (0.1, 20)])
def test_a_photographed_page_is_made_straight(slant, turn):
    photo = page(photograph(a4(), slant=slant, turn=turn))
    flat = straightened(photo)
    assert flat.sheet is not None
    assert flat.pixels.size == photo.pixels.size
    assert ImageStat.Stat(flat.pixels.crop((0, 0, 200, 200))).mean[0] == 255  # the table is gone
    # Rows between the lines of print are white from edge to edge, as on the page itself.
    rows = flat.pixels.resize((1, flat.pixels.height), Image.Resampling.BOX).tobytes()
    assert sum(row > 248 for row in rows) > 0.8 * len(rows)


@pytest.mark.parametrize("level", ["none", "light", "medium", "heavy"])
@pytest.mark.parametrize("bitonal", [False, True])
def test_scans_are_left_alone(level, bitonal):
    scanned = page(degrade(a4(), level, Random(1), dpi=DPI, bitonal=bitonal).convert("L"))
    assert straightened(scanned) is scanned
    assert evenly_lit(scanned) is scanned


def test_a_card_that_lies_square_on_the_glass_is_left_alone():
    glass = Image.new("L", (1654, 2339), 60)
    glass.paste(Image.new("L", (1200, 760), 240), (300, 400))
    assert find_sheet(glass) is not None
    assert straightened(page(glass)).sheet is None


def test_what_is_no_sheet():
    empty = Image.new("L", (900, 1200), 40)
    assert find_sheet(empty) is None
    assert find_sheet(Image.new("L", (20, 15), 200)) is None
    disc = empty.copy()
    ImageDraw.Draw(disc).ellipse((100, 200, 800, 1000), fill=240)
    assert find_sheet(disc) is None
    two = empty.copy()
    ImageDraw.Draw(two).polygon([(80, 100), (400, 140), (400, 1000), (100, 1000)], fill=240)
    ImageDraw.Draw(two).polygon([(480, 100), (820, 140), (820, 1000), (500, 1000)], fill=240)
    assert find_sheet(two) is None
    small = empty.copy()
    ImageDraw.Draw(small).polygon([(80, 100), (200, 140), (200, 250), (100, 250)], fill=240)
    assert find_sheet(small) is None


def shaded(pixels):
    light = Image.linear_gradient("L").resize(pixels.size).point(lambda value: 150 + value * 90 // 255)
    return ImageChops.multiply(pixels, light)


def test_light_that_falls_off():
    assert uneven(shaded(a4()))
    flat = evenly_lit(page(shaded(a4()))).pixels
    assert ImageStat.Stat(ImageChops.difference(flat, a4())).mean[0] < 4
    assert not uneven(flat)


def test_a_dark_picture_is_no_shadow():
    with_photo = a4()
    ImageDraw.Draw(with_photo).rectangle((1150, 200, 1500, 650), fill=70)
    assert not uneven(with_photo)


# -- the whole way --------------------------------------------------------------------------


def words_with_places(path):
    with pdfium.PdfDocument(path) as document:
        text = document[0].get_textpage()
        content = text.get_text_range()
        return {match.group(): text.get_charbox(match.start()) for match in re.finditer(r"\w{5,}", content)}


@pytest.mark.ocr
def test_photographed_text_is_read_and_lies_where_it_is_seen(tmp_path):
    slanted = photograph(a4(), slant=0.1, turn=0)
    path = scan(tmp_path / "photo.tif", slanted, dpi=DPI)
    with open_source(path, Limits()) as source:
        pages = read_pages(source, Reading(), tmp_path, lambda _: None)
        write(source, pages, tmp_path, tmp_path / "photo.pdf")
    assert "Ausländerbehörde" in pages[0].text
    assert "nicht abgeschlossen werden konnte" in pages[0].text
    places = words_with_places(tmp_path / "photo.pdf")
    for word in ("Musteramt", "Ausländerbehörde", "Aktenzeichen", "Auftrag"):
        left, bottom, right, top = (value * DPI / 72 for value in places[word])
        box = tuple(round(value) for value in (left, slanted.height - top, right, slanted.height - bottom))
        first_letter = slanted.crop(box)
        paper = ImageStat.Stat(first_letter).extrema[0][1]
        assert ImageStat.Stat(first_letter).extrema[0][0] < 0.6 * paper, word  # ink is there
    tops = [places[word][3] for word in ("Musteramt", "Ausländerbehörde", "Aktenzeichen", "Auftrag")]
    assert tops == sorted(tops, reverse=True)


@pytest.mark.ocr
def test_text_in_the_shadow_is_read(tmp_path):
    """It used to get lost without a trace: what was read had been read well."""
    (form,) = letters(1)
    path = scan(tmp_path / "shadow.tif", shaded(render(form, DPI)), dpi=DPI)
    with open_source(path, Limits()) as source:
        (found,) = read_pages(source, Reading(), tmp_path, lambda _: None)
    wrong = errors(words(form), found.text.split())
    assert wrong.rate < 0.1
