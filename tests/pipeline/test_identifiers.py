import re
from datetime import date

import pytest

from pipeline.identifiers import is_sentence, normal
from pipeline.identity import find_identity
from pipeline.model import NumberKind, Zone
from tests.pipeline.sheets import page


def numbers(text, *patterns):
    return find_identity(
        [page(text)], (), date(2026, 11, 22), [re.compile(each) for each in patterns]
    ).numbers


def test_blanks_and_punctuation_do_not_matter():
    assert normal("33.2-A 2024/1182") == normal("332a20241182") == "332A20241182"


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("AZR-Nummer: 160512 123456", NumberKind.AZR, "160512123456"),
        ("Aktenzeichen: 32.4 A 01234/19", NumberKind.FILE, "324A0123419"),
        ("Reisepass-Nr.: C01X00T47", NumberKind.DOCUMENT, "C01X00T47"),
        ("BAMF-Az.: 9923557-439", NumberKind.BAMF, "9923557439"),
        ("Nr. Y7XWVXXXC", NumberKind.OTHER, "Y7XWVXXXC"),
        ("6 K 1702/24.WI.A", NumberKind.COURT, "6K170224WIA"),
    ],
)
def test_numbers_are_found(text, kind, value):
    assert (kind, value) in {(number.kind, number.value) for number in numbers(text)}


def test_file_numbers_of_former_patterns_are_found_too():
    patterns = (r"\d{6}/\d{5}-\d{2}", r"32\.4 A \d{5}/\d{2}")
    found = {number.raw for number in numbers("330230/83270-09, früher 32.4 A 01234/99", *patterns)}
    assert {"330230/83270-09", "32.4 A 01234/99"} <= found


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("AZR-Nummer: l6O512 123S5B", NumberKind.AZR, "160512123558"),
        ("Reisepass-Nr.: CO1X0OT47", NumberKind.DOCUMENT, "C01X00T47"),
        ("Y7XWVSXX8", NumberKind.DOCUMENT, "Y7XWV5XX8"),
        ("Az.: 33O230/8327O-09", NumberKind.FILE, "3302308327009"),
    ],
)
def test_misread_signs_are_put_right_where_the_alphabet_proves_it(text, kind, value):
    found = numbers(text, r"\d{6}/\d{5}-\d{2}")
    assert (kind, value) in {(number.kind, number.value) for number in found}


@pytest.mark.parametrize("text", ["Seriennummer: Y701001V51", "Ihr Ausweis Y701001V5 1 liegt hier."])
def test_a_serial_printed_with_its_check_digit_is_the_number_without_it(text):
    (proven,) = (number for number in numbers(text) if number.checked)
    assert (proven.kind, proven.value) == (NumberKind.DOCUMENT, "Y701001V5")


@pytest.mark.parametrize("text", ["Seriennummer: Y701001V52", "Telefon: 4408324500"])
def test_a_digit_that_does_not_agree_or_a_mere_figure_proves_no_serial(text):
    assert not [number for number in numbers(text) if number.checked]


@pytest.mark.parametrize("text", ["AZR-Nummer: l6O512 I23BSO X", "Nr. C01X0AT47", "Az.: 33O230/8327-09"])
def test_what_the_alphabet_does_not_prove_stays_as_it_is(text):
    repaired = {"160512123850", "C01X04T47", "330230832709"}
    assert not repaired & {number.value for number in numbers(text, r"\d{6}/\d{5}-\d{2}")}


def test_a_label_within_a_sentence_states_nothing():
    found = numbers("ich verfahre wie im Verfahren Az. 33.2-A-2024/1182 und bitte um Mitteilung")
    cited = [number for number in found if number.value == "332A20241182"]
    assert cited
    assert all(number.zone is Zone.BODY and number.in_sentence for number in cited)


def test_a_number_that_stands_alone_and_in_a_sentence_counts_as_alone():
    (found,) = (
        number
        for number in numbers("wie schon im Fall 33.2-A-2024/1182 wird gebeten\n\n33.2-A-2024/1182")
        if number.value == "332A20241182"
    )
    assert not found.in_sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ich verfahre wie im Verfahren", True),
        ("Herrn Max Muster, geb. am 01.02.1960", False),
        ("330230/01182-16", False),
    ],
)
def test_sentences(text, expected):
    assert is_sentence(text) is expected
