import pytest

from pipeline.model import Person, PersonName, Role
from pipeline.name_lines import named_on_line, named_over_lines

PERSON = Person(number="P-1", names=(PersonName(family="Wegnerzai", given="Yusuf"),))


@pytest.mark.parametrize(
    "text",
    [
        "Familienname | Wegnerzai/Vorname Yusuf",
        "NAME [_] Der Aufenthalt gilt/WEGNERZAI [] Die Abschiebung/NORNAMEN [x] Der Titel/YUSUF/GEBURTSTAG",
        "Yusuf/Wegnerzai/27.03.1992",
    ],
)
def test_halves_of_a_name_are_found_on_lines_of_their_own(text):
    assert named_over_lines(PERSON, text.split("/")) is Role.UNKNOWN


@pytest.mark.parametrize(
    "text",
    [
        "Wegnerzai Karim/Yusuf",
        "Wegnerzai/Yusuf Karim",
        "Wegnerzai/Karim/Yusuf",
        "Karim/Wegnerzai/Yusuf",
        "Wegnerzai/geboren/in/Kabul/Yusuf",
        "Wegnerzai/Jamal",
    ],
)
def test_halves_beside_another_name_or_far_apart_are_none(text):
    assert named_over_lines(PERSON, text.split("/")) is None


def test_a_heading_above_makes_a_third_person():
    assert named_over_lines(PERSON, ["Vater", "Wegnerzai", "Yusuf"]) is Role.THIRD


def test_a_name_on_one_line_has_the_role_that_its_line_gives():
    assert named_on_line(PERSON, ["Kabul", "Yusuf Wegnerzai, Probegasse 1"]) is Role.UNKNOWN
    assert named_on_line(PERSON, ["Dolmetscher: Yusuf Wegnerzai"]) is Role.THIRD
    assert named_on_line(PERSON, ["Yusuf", "Wegnerzai"]) is None
