import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.check_digits import agrees, agrees_optional, check_digit, without_digit

FIELDS = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<", min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("field", "digit"),
    [
        ("520727", "3"),  # ICAO Doc 9303-3 section 4.9, example 1
        ("AB2134<<<", "5"),  # example 2
        ("HA672242<658022549601086<<<<<<<<<<<<<<0", "8"),  # example 3 (TD3 composite)
        ("D231458907<<<<<<<<<<<<<<<34071279507122<<<<<<<<<<", "2"),  # example 4 (TD1 composite)
        ("HA672242<658022549601086<<<<<<<", "8"),  # example 5 (TD2 composite)
        ("Y701001V5", "1"),
    ],
)
def test_published_examples(field, digit):
    assert check_digit(field) == digit
    assert agrees(field, digit)


@given(FIELDS, st.integers(0, 29), st.sampled_from("0123456789"))
def test_a_single_wrong_digit_is_always_noticed(field, place, other):
    place %= len(field)
    if not field[place].isdigit() or field[place] == other:
        return
    assert check_digit(field[:place] + other + field[place + 1 :]) != check_digit(field)


def test_an_empty_field_agrees_with_nothing():
    assert not agrees("<<<<", "0")
    assert agrees_optional("<<<<", "0")
    assert agrees_optional("<<<<", "<")
    assert not agrees_optional("<<<<", "3")
    assert not agrees_optional("12<<", "<")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Y701001V51", "Y701001V5"),
        ("4408324500", None),
        ("Y701001V52", None),
        ("", None),
        ("7", None),
        ("Ä12345678", None),
    ],
)
def test_serial_printed_with_its_digit(text, number):
    assert without_digit(text) == number
