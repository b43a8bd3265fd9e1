import json
import subprocess
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFilter

from pipeline.model import PartialDate
from pipeline.mrz import find_mrz
from pipeline.mrz_band import Span, find_bands
from pipeline.mrz_cells import CELL, cut, find_grid, ink_of
from pipeline.mrz_glyphs import Doubt, faces, read_cells
from pipeline.mrz_interpret import interpret
from pipeline.mrz_picture import read_zones
from pipeline.mrz_zone import beside, find_on_page, mrz_hint

TODAY = date(2025, 11, 22)
DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "mrz"

TD1 = ["ARD<<Y70101V026<<<<<<<<<<<<<<<", "6408125F2504306TUR<<<<<<<<<<<2", "MUSTERMANN<<ERIKA<<<<<<<<<<<<<"]
TD2 = ["I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"]
TD3 = [
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
]
PITCH = 2.54
"""Millimetres between characters in travel documents."""


def picture(char):
    """The glyph that the reader itself compares with, as an image of its cell."""
    values = faces()[0][char]
    low, high = min(values), max(values)
    pixels = bytes(255 - round((value - low) / (high - low) * 255) for value in values)
    return Image.frombytes("L", CELL, pixels)


def printed(lines, *, dpi=300):
    """A zone as it is printed, black on white."""
    width, height = round(PITCH * dpi / 25.4), round(2.9 * dpi / 25.4)
    zone = Image.new("L", (width * len(lines[0]), round(height * 1.9) * len(lines)), 255)
    for row, line in enumerate(lines):
        for column, char in enumerate(line):
            glyph = picture(char).resize((width, height), Image.Resampling.BICUBIC)
            zone.paste(glyph, (column * width, round(row * height * 1.9)))
    return zone


def page_with(*zones, dpi=300, background=255):
    """An A4 page with zones below each other and some other print."""
    page = Image.new("L", (round(8.27 * dpi), round(11.69 * dpi)), background)
    draw = ImageDraw.Draw(page)
    for row in range(6):
        draw.text(
            (200, 200 + 60 * row), "Kopie eines Ausweises, zur Akte genommen am Montag", fill=60, font_size=40
        )
    for index, lines in enumerate(zones):
        page.paste(printed(lines, dpi=dpi), (dpi, round(dpi * (4 + 3 * index))))
    return page


def find(image, recognise=None, lines=(), dpi=300):
    return find_on_page(image, dpi, lines, 1, TODAY, recognise)


@pytest.mark.parametrize("lines", [TD1, TD2, TD3], ids=["TD1", "TD2", "TD3"])
def test_a_zone_anywhere_on_the_page(lines):
    (zone,) = find(page_with(lines))
    assert list(zone.lines) == lines
    assert all(zone.checks.values())


@pytest.mark.parametrize("angle", [90, 180, 270, 1.3, -0.8, 4.6])
def test_pages_lying_on_a_side_or_askew(angle):
    page = page_with(TD3).rotate(angle, Image.Resampling.BILINEAR, expand=True, fillcolor=255)
    # Text that looks like a zone is what makes the small turns worth their time.
    (zone,) = find(page, lines=["P<UTOERIK<<<<<"])
    assert (zone.surname, zone.number) == ("ERIKSSON", "L898902C3")


def test_two_zones_on_one_page():
    found = find(page_with(TD1, TD3))
    assert [zone.type for zone in found] == ["TD1", "TD3"]


def test_grey_blurred_and_small():
    page = page_with(TD2, background=225).filter(ImageFilter.GaussianBlur(2.5))
    page = page.resize((page.width // 3, page.height // 3), Image.Resampling.BOX)
    (zone,) = find(page, dpi=100)
    assert (zone.given_names, zone.birth_date) == ("ANNA MARIA", PartialDate(1974, 8, 12))


def test_pages_without_a_zone():
    assert find(page_with()) == ()
    assert find(Image.new("L", (400, 300), 255)) == ()
    assert find(Image.new("L", (3, 2), 0)) == ()
    stripes = Image.new("L", (900, 600), 255)
    for y in range(300, 420, 40):
        ImageDraw.Draw(stripes).line((50, y, 850, y), width=18)
    assert find(stripes) == ()


class Engine:
    """Recognition that reads what it is told and remembers what it was asked."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.asked = []

    def __call__(self, image, *, dpi, psm, whitelist):
        self.asked.append((image.size, psm, whitelist))
        return self.answers.pop(0) if self.answers else []


def hidden(image):
    """The page with the zone's grid destroyed: every second column of characters moved."""
    page = image.copy()
    for x in range(300, 2400, 75):
        page.paste(page.crop((x, 1100, x + 30, 1400)), (x + 14, 1100))
    return page


def test_general_recognition_comes_last():
    engine = Engine(TD3)
    assert find(page_with(TD3), engine)
    assert engine.asked == []
    (zone,) = find(hidden(page_with(TD3)), engine, lines=["P<UTO<<<<<<<", "Passport No. L898902C3"])
    assert zone.number == "L898902C3"
    assert engine.asked[0][1:] == (6, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<")


def test_a_number_that_is_read_in_two_ways_is_no_evidence():
    (by_grid,) = find_mrz(TD3, 1, TODAY)
    # S is worth 28 and so has the digit of an 8.
    (recognised,) = find_mrz([TD3[0], TD3[1].replace("L898", "LS98")], 1, TODAY)
    assert recognised.number == "LS98902C3"
    assert all(recognised.checks.values())
    zone = beside(recognised, [by_grid])
    assert zone.number is None
    assert not zone.checks["number"]
    assert beside(by_grid, [by_grid]) == by_grid


def test_letters_that_mention_a_passport_cost_no_recognition():
    engine = Engine(TD3)
    assert find(page_with(), engine, lines=["Bitte legen Sie Ihren Reisepass vor."]) == ()
    assert engine.asked == []


def test_what_the_text_gives_is_kept_when_the_image_gives_less():
    (zone,) = find(Image.new("L", (2480, 3508), 255), lines=["Reisepass L898902C3", *TD3])
    assert zone.number == "L898902C3"


def reading_of(lines):
    (reading,) = read_zones(page_with(lines))
    return reading


def test_words_on_the_page_settle_doubtful_letters():
    reading = reading_of(TD3)
    column = TD3[0].index("ERIKSSON")
    misread = (TD3[0].replace("ERIKSSON", "FRIKSSON"), TD3[1])
    doubtful = replace(
        reading, lines=misread, doubts=(Doubt(row=0, column=column, second="E", distance=0.02),)
    )
    assert interpret(doubtful, 1, TODAY, frozenset()).surname == "FRIKSSON"
    assert interpret(doubtful, 1, TODAY, frozenset({"ERIKSSON"})).surname == "ERIKSSON"
    assert interpret(doubtful, 1, TODAY, frozenset({"ERIKSSON", "FRIKSSON"})).surname == "FRIKSSON"


def number_of(line, *doubts):
    reading = replace(reading_of(TD3), lines=(TD3[0], line), doubts=doubts)
    zone = interpret(reading, 1, TODAY, frozenset())
    assert zone.checks["number"] == (zone.number is not None)
    return zone.number


def test_a_doubtful_cell_is_read_as_the_check_digit_says():
    misread = TD3[1].replace("L898902C36", "L89B902C36")
    eight = Doubt(row=1, column=3, second="8", distance=0.01)
    assert number_of(misread, eight) == "L898902C3"
    assert number_of(misread, eight, Doubt(row=1, column=7, second="G", distance=0.01)) == "L898902C3"


def test_a_number_is_no_evidence_if_another_one_has_the_same_digit():
    nine = Doubt(row=1, column=2, second="8", distance=0.01)
    zero = Doubt(row=1, column=5, second="1", distance=0.01)
    assert number_of(TD3[1], nine) == number_of(TD3[1], zero) == "L898902C3"
    # Weights of both cells are 1, so that 8 and 1 add up to the same as 9 and 0.
    assert number_of(TD3[1], nine, zero) is None
    assert number_of(TD3[1], nine, replace(zero, distance=0.09)) == "L898902C3"


@pytest.mark.parametrize(
    ("text", "width", "height", "expected"),
    [
        ("", 243, 153, True),
        ("P<UTOERIKSSON<<ANNA", 595, 842, True),
        ("L898902C36UTO7408122F1204159", 595, 842, True),
        ("Kopie des Reisepasses", 595, 842, True),
        ("Sehr geehrte Frau Mustermann, anbei der Mietvertrag.", 595, 842, False),
        ("", 595, 842, False),
    ],
)
def test_hint(text, width, height, expected):
    assert mrz_hint(text, width, height) is expected


def test_bands_are_lines_of_equal_extent():
    band = next(band for band in find_bands(page_with(TD1)) if len(band.lines) == 3)
    assert all(isinstance(line, Span) and 30 <= line.height <= 50 for line in band.lines)
    assert 1150 < band.top < band.bottom < 1600


def test_grid_counts_the_characters():
    for lines in (TD1, TD2, TD3):
        band = next(band for band in find_bands(page_with(lines)) if len(band.lines) == len(lines))
        ink = ink_of(band)
        grid = find_grid(ink, band.lines)
        assert grid.length == len(lines[0])
        assert read_cells(cut(ink, band.lines, grid), faces()[0]).likeness > 0.9


# -- real documents -------------------------------------------------------------------------

FIELDS = ("type", "surname", "given_names", "number", "issuer", "nationality", "sex")
SAMPLES = [
    "argos__passports_Canada.png",
    "argos__passports_China.png",
    "argos__visas_USA2.png",
    "aufenthv_bgbl1_2024_j01250_1240.jpg",
    "aufenthv_bgbl1_2021_j3682-1_0150.jpg",
    "passv_2007_bgbl1_2024_j01250_0220.jpg",
    "passporteye__passport-td3.png",
    "passporteye__passport-td2.jpg",
]
missing = pytest.mark.skipif(not DATA.exists(), reason="shared sample documents are missing")


@missing
@pytest.mark.parametrize("name", SAMPLES)
def test_real_documents_by_the_grid_alone(name):
    expected = json.loads((DATA / "expected.json").read_text("utf-8"))[name]
    with Image.open(DATA / name) as image:
        (zone,) = find(image, dpi=150)
    assert {field: getattr(zone, field) for field in FIELDS} == {field: expected[field] for field in FIELDS}
    assert (str(zone.birth_date), str(zone.expiry_date)) == (expected["birth_date"], expected["expiry_date"])


@missing
@pytest.mark.parametrize(
    "name",
    ["docsaid__title.webp", "aufenthv_bgbl1_2021_j3682-1_0160.jpg", "pauswv_bgbl1_2024_j01250_1010.jpg"],
)
def test_documents_without_a_zone(name):
    with Image.open(DATA / name) as image:
        assert find(image, dpi=150) == ()


def tesseract(image, *, dpi, psm, whitelist):
    """The real engine, as `pipeline.ocr.recognise_zone` drives it."""
    content = BytesIO()
    image.convert("L").save(content, "PNG")
    options = [
        "-l",
        "eng",
        "--psm",
        str(psm),
        "--dpi",
        str(dpi),
        "-c",
        f"tessedit_char_whitelist={whitelist}",
    ]
    done = subprocess.run(
        ["tesseract", "-", "-", *options], input=content.getvalue(), capture_output=True, check=True
    )
    return done.stdout.decode().splitlines()


@missing
@pytest.mark.ocr
@pytest.mark.parametrize("name", ["passporteye__100_id-mac.jpg", "passporteye__100_pass-hrv.jpg"])
def test_general_recognition_helps_where_the_grid_is_in_doubt(name):
    expected = json.loads((DATA / "expected.json").read_text("utf-8"))[name]
    with Image.open(DATA / name) as image:
        (by_grid,) = find(image, dpi=150)
        (zone,) = find(image, tesseract, dpi=150)
    assert by_grid.number is None
    assert (zone.surname, zone.number) == (expected["surname"], expected["number"])
