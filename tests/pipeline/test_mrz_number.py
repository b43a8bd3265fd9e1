"""A number that is wrong though its digit agrees must not become evidence; a right one must not get lost."""

from contextlib import nullcontext
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from config.settings import Settings
from pipeline.check_digits import check_digit
from pipeline.identifiers import number_mentions
from pipeline.model import Box, Line, PageKind, PageReading, Word
from pipeline.mrz import find_mrz
from pipeline.mrz_glyphs import Doubt, GlyphReading
from pipeline.mrz_number import proved, twins, unmistakable
from pipeline.mrz_zone import find_on_page
from pipeline.pages import PageText
from pipeline.run import machine_readable
from tests.pipeline.test_mrz import td3
from tests.pipeline.test_mrz_zone import page_with

TODAY = date(2025, 11, 22)
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
NUMBERS = st.from_regex(r"[A-Z]{0,3}[0-9]{5,8}", fullmatch=True) | st.text(ALPHABET, min_size=9, max_size=9)


def test_twins_look_alike_and_have_one_check_digit():
    pairs = {"".join(sorted((one, other))) for one, others in twins().items() for other in others}
    assert pairs == {"8S", "6G", "6Q", "GQ", "0U", "FP", "HR", "<K"}
    assert all(check_digit(one) == check_digit(other) for one, other in pairs)


@given(NUMBERS, st.integers(0, 8), st.sampled_from(ALPHABET))
def test_the_digit_notices_all_single_errors_but_those_of_one_value(number, place, other):
    place %= len(number)
    wrong = number[:place] + other + number[place + 1 :]
    same_value = check_digit(number[place]) == check_digit(other)
    assert (check_digit(wrong) == check_digit(number)) is same_value


@given(NUMBERS, st.data(), st.booleans())
def test_of_two_numbers_that_look_alike_and_have_one_digit_one_at_most_is_taken(number, data, german):
    places = [place for place, char in enumerate(number) if char in twins()]
    if not places:
        return
    place = data.draw(st.sampled_from(places))
    twin = data.draw(st.sampled_from(sorted(twins()[number[place]])))
    other = number[:place] + twin + number[place + 1 :]
    assert not (unmistakable(number, german=german) and unmistakable(other, german=german))


@pytest.mark.parametrize(
    ("number", "german", "expected"),
    [
        ("C1234567", False, True),
        ("AB1862805", False, True),  # no letters stand among the figures of a usual number
        ("925076473", False, True),
        ("60000001", False, False),  # G0000001
        ("SC1505558", False, True),
        ("C0505558", False, False),  # CU505558
        ("S0002068", False, False),
        ("PA9992921", False, False),  # FA9992921
        ("K6S2T8YLO", False, False),  # a mixture
        ("DBZO07007", False, False),
        ("Y70101V08", True, True),  # S is no letter of German serials
        ("C01X00T47", True, True),
        ("C01X06T47", True, False),  # C01X0GT47
        ("CH1X00T47", True, False),
        ("C01X00S47", True, False),
    ],
)
def test_what_a_number_tells_of_itself(number, german, expected):
    assert unmistakable(number, german=german) is expected


def zone_with(number):
    (zone,) = find_mrz(td3("800101", number=number, state="UTO"), 1, TODAY)
    assert zone.checks["number"]
    return zone


def shown(number, *doubts):
    upper, lower = td3("800101", number=number, state="UTO")
    return GlyphReading(lines=(upper, lower), likeness=0.9, doubts=doubts)


def test_the_grid_is_a_witness():
    zone = zone_with("S0002068")
    assert proved(zone, [], []).number is None
    assert not proved(zone, [], []).checks["number"]
    assert proved(zone, [shown("S0002068")], []) == zone
    assert proved(zone, [shown("80002068")], []).number is None


def test_the_grid_need_not_show_the_whole_number():
    zone = zone_with("M00000426")
    misread = shown("M0000042D")
    assert proved(zone, [misread], []) == zone
    slightly = Doubt(row=1, column=1, second="U", distance=0.06)
    assert proved(zone, [replace(misread, doubts=(slightly,))], []) == zone
    very = replace(slightly, distance=0.04)
    assert proved(zone, [replace(misread, doubts=(very,))], []).number is None
    assert proved(zone, [shown("C77777777")], []).number is None  # another zone


@pytest.mark.parametrize(
    ("line", "witness"),
    [
        ("Passport No. L898902C3", True),
        ("Nr. L898 902 C3, ausgestellt am 12.04.2007", True),
        ("l898902c3", True),
        ("Nr. LS98902C3", False),
        ("XL898902C3", False),
        ("L898902C36UTO7408122F1204159ZE184226B", False),
        ("L898902C3 6UT07408122F1204159 ZE184226B", False),
        ("L898902C3<6UTO", False),
    ],
)
def test_the_printed_number_is_a_witness_but_not_the_zone_itself(line, witness):
    assert (proved(zone_with("L898902C3"), [], [line]).number is not None) is witness


@given(st.sampled_from("0123456789"))
def test_a_row_of_one_figure_is_no_number(figure):
    number = figure * 9
    zone = zone_with(number)
    assert proved(zone, [shown(number)], [number]).number is None
    # Neither where the grid shows it, as on specimens.
    assert number_mentions([], [], [zone]) == ()
    assert number_mentions([], [], [zone_with("C1234567")])


def test_numbers_of_recognised_text_need_a_witness_on_the_page():
    blank = Image.new("L", (1240, 1754), 255)
    lines = td3("800101", number="S0002068", state="UTO")
    (zone,) = find_on_page(blank, 150, lines, 1, TODAY, None)
    assert (zone.number, zone.surname) == (None, "TESTPERSON")
    (zone,) = find_on_page(blank, 150, [*lines, "Passport S0002068"], 1, TODAY, None)
    assert zone.number == "S0002068"


class Scan:
    """A source of one page: a picture with somebody's text over it."""

    number, width, height = 1, 595, 842

    def __init__(self, pixels, image_share):
        self.pixels, self.image_share = pixels, image_share

    def page(self, _number):
        return nullcontext(self)

    def text(self):
        return PageText(image_share=self.image_share)

    def grey(self, _resolution):
        return self.pixels


@pytest.mark.parametrize(
    ("share", "number"),
    [
        (0.0, "80002068"),  # real text, in which nothing was mistaken
        (1.0, "S0002068"),  # as the picture shows it
    ],
)
def test_text_over_a_scan_is_no_more_than_recognition(tmp_path, share, number):
    page = PageReading(
        number=1,
        kind=PageKind.NATIVE,
        width=595,
        height=842,
        lines=tuple(
            Line(words=(Word(text=text, box=Box(left=0, top=0, right=9, bottom=9)),))
            for text in td3("800101", number="80002068", state="UTO")
        ),
    )
    scan = Scan(page_with(td3("800101", number="S0002068", state="UTO")), share)
    (zone,) = machine_readable(scan, page, Settings(), tmp_path, TODAY)
    assert zone.number == number
