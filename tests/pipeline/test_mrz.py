import json
import random
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.check_digits import check_digit
from pipeline.model import PartialDate
from pipeline.mrz import find_mrz

TODAY = date(2025, 11, 22)
DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "mrz"

TD3 = [
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
]
TD1 = ["ARD<<Y70101V026<<<<<<<<<<<<<<<", "6408125F2504306TUR<<<<<<<<<<<2", "MUSTERMANN<<ERIKA<<<<<<<<<<<<<"]
TD2 = ["I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"]
VISA = ["V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4XXX4009078F9612109<<<<<<<<"]
GERMAN = ["P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<", "C01X00T478D<<6408125F2702283<<<<<<<<<<<<<<<4"]


def one(lines, today=TODAY):
    found = find_mrz(lines, 1, today)
    assert len(found) == 1, found
    return found[0]


def expected_zones():
    if not (DATA / "expected.json").exists():
        return []
    content = json.loads((DATA / "expected.json").read_text("utf-8"))
    return [(name, zone) for name, zone in content.items() if zone["lines"]]


@pytest.mark.skipif(not expected_zones(), reason="shared sample documents are missing")
@pytest.mark.parametrize(("name", "zone"), expected_zones())
def test_correctly_read_lines_give_every_field(name, zone):
    wrong = zone.get("wrong_check_digits", [])
    found = find_mrz(zone["lines"], 3, TODAY)
    if len({"birth", "expiry"} & set(wrong)) and {"number", "composite"} <= set(wrong):
        assert found == ()  # nothing that proves it: another country's scheme, or a drawing
        return
    (mrz,) = found
    assert mrz.page == 3
    assert (mrz.type, mrz.surname, mrz.given_names) == (zone["type"], zone["surname"], zone["given_names"])
    assert (mrz.issuer, mrz.nationality) == (zone["issuer"], zone["nationality"])
    assert mrz.sex == zone["sex"]
    assert mrz.number == (None if "number" in wrong else zone["number"])
    assert (mrz.birth_date and str(mrz.birth_date)) == zone["birth_date"]
    assert (mrz.expiry_date and str(mrz.expiry_date)) == zone["expiry_date"]
    assert all(mrz.checks.values()) == zone["check_digits_ok"]
    assert mrz.names_truncated == zone.get("name_truncated", False)


@pytest.mark.parametrize(
    "lines",
    [
        [line.lower() for line in TD3],
        [" ".join(line) for line in TD3],
        ["Reisepass der Republik", *TD3, "Bitte nicht knicken"],
        [TD3[0], "~ .", TD3[1]],
        [TD3[0].replace("<<<<<<<<<<<<<<<<<<<", "<<<<<<KK<<<CCC<<<LE"), TD3[1]],
        [TD3[0].replace("<<", "«"), TD3[1].replace("<<<<<", "(((((")],
        [TD3[0][:-4], TD3[1].replace("<<<<<", "<<<")],
        [TD3[0] + "<<", TD3[1].replace("<<<<<", "<<<<<<<")],
        [TD3[0], TD3[1].replace("7408122", "74O8I2Z").replace("1204159", "I2O4I59")],
        [TD3[0].replace("ERIKSSON", "ER1K5S0N"), TD3[1]],
        [TD3[0].replace("ERIKSSON", "ERlKSSON"), TD3[1].replace("7408122", "7408l22")],
        [TD3[0], TD3[1][:20], TD3[1][20:]],
        [TD3[0], "L898902C36UT07408122F1204159ZE184226B<<<<<10"],
    ],
    ids=[
        "lower",
        "spaced",
        "amid-text",
        "noise-between",
        "fillers",
        "brackets",
        "short",
        "long",
        "digits",
        "names",
        "small-l",
        "broken",
        "state",
    ],
)
def test_recognition_errors_are_undone(lines):
    mrz = one(lines)
    assert (mrz.surname, mrz.given_names) == ("ERIKSSON", "ANNA MARIA")
    assert (mrz.number, mrz.nationality) == ("L898902C3", "UTO")
    assert mrz.birth_date == PartialDate(1974, 8, 12)
    assert mrz.expiry_date == PartialDate(2012, 4, 15)
    assert all(mrz.checks.values())


@pytest.mark.parametrize("state", ["DCC", "DKK", "D<K", "DC<"])
def test_germany_is_one_letter_whatever_was_read_behind_it(state):
    upper = GERMAN[0].replace("P<D<<", f"P<{state}")
    mrz = one([upper, GERMAN[1].replace("D<<", state)])
    assert (mrz.issuer, mrz.nationality, mrz.surname, mrz.number) == ("D", "D", "MUSTERMANN", "C01X00T47")


@pytest.mark.parametrize(
    ("printed", "state"), [("NLO", "NLD"), ("1ND", "IND"), ("PQL", "POL"), ("JRN", "JRN"), ("UT0", "UTO")]
)
def test_states_are_repaired_only_to_the_one_they_resemble(printed, state):
    assert one([TD3[0], TD3[1].replace("UTO", printed)]).nationality == state


def test_german_numbers_are_repaired_by_their_alphabet():
    mrz = one(["ARDCCY7OIOIVO26" + "<" * 15, *TD1[1:]])
    assert mrz.number == "Y70101V02"
    assert mrz.checks["number"]


def test_a_small_l_is_no_capital():
    """As L it would have the check digit of the 1 that is printed."""
    (upper, lower) = td3("800101", number="C1234567", state="UTO")
    assert one([upper, lower.replace("C1234567", "Cl234567")]).number == "C1234567"


def test_a_failing_digit_takes_only_its_own_field():
    mrz = one([TD3[0], TD3[1].replace("L898902C36", "L898902C37")])
    assert mrz.number is None
    assert mrz.checks == {
        "number": False,
        "birth_date": True,
        "expiry_date": True,
        "personal_number": True,
        "composite": False,
    }
    assert mrz.birth_date == PartialDate(1974, 8, 12)


def test_composite_alone_may_contradict():
    mrz = one([TD3[0], TD3[1][:-1] + "5"])
    assert mrz.number == "L898902C3"
    assert [name for name, agrees in mrz.checks.items() if not agrees] == ["composite"]


def test_visas_have_no_composite_digit():
    mrz = one(VISA)
    assert mrz.type == "MRVB"
    assert set(mrz.checks) == {"number", "birth_date", "expiry_date"}
    assert mrz.birth_date == PartialDate(1940, 9, 7)


def test_a_zero_in_optional_data_may_look_like_a_letter():
    lines = [
        "IRFRAK682T8YLO0<110504O043<<<<",
        "7906123F1401073SEN<<<<<<<<<<<6",
        "MARTIN<<CHRISTELLE<<<<<<<<<<<<",
    ]
    (zone,) = find_mrz(lines, 1, TODAY)
    assert zone.number == "K682T8YLO"
    assert zone.checks["composite"]


def test_number_longer_than_nine_characters():
    # ICAO Doc 9303-5: the number goes on in the optional data, closed by its check digit.
    number = "D23145890734"
    rest = number[9:] + check_digit(number)
    first = f"I<UTO{number[:9]}<{rest}".ljust(30, "<")
    dates = "7408122F1204159"
    second = f"{dates}UTO".ljust(29, "<")
    second += check_digit(first[5:] + second[:7] + second[8:15] + second[18:29])
    mrz = one([first, second, "ERIKSSON<<ANNA<MARIA".ljust(30, "<")])
    assert mrz.number == number
    assert all(mrz.checks.values())


def td3(birth, *, sex="F", expiry="300101", names="TESTPERSON<<VERA", number="C01X00T47", state="D<<"):
    number = number.ljust(9, "<")
    lower = number + check_digit(number) + state + birth + check_digit(birth) + sex
    lower += expiry + check_digit(expiry) + "<" * 15
    lower += check_digit(lower[:10] + lower[13:20] + lower[21:43])
    return [f"P<{state}{names}".ljust(44, "<")[:44], lower]


@pytest.mark.parametrize(
    ("birth", "expected"),
    [
        ("251122", PartialDate(2025, 11, 22)),
        ("251123", PartialDate(1925, 11, 23)),
        ("80<<<<", PartialDate(1980)),
        ("8005<<", PartialDate(1980, 5)),
        ("801301", None),
        ("800231", None),
    ],
)
def test_birth_dates(birth, expected):
    assert one(td3(birth)).birth_date == expected


@pytest.mark.parametrize(
    ("expiry", "year"), [("300101", 2030), ("740101", 2074), ("760101", 1976), ("991231", 1999)]
)
def test_expiry_dates_lie_within_fifty_years(expiry, year):
    assert one(td3("500101", expiry=expiry)).expiry_date.year == year


def test_nobody_is_born_after_his_document_expired():
    assert one(td3("121212", expiry="110629")).birth_date == PartialDate(1912, 12, 12)


@pytest.mark.parametrize(("printed", "sex"), [("M", "M"), ("<", "X"), ("F", "F"), ("8", None)])
def test_sex(printed, sex):
    assert one(td3("800101", sex=printed)).sex == sex


@pytest.mark.parametrize(
    ("names", "surname", "given", "truncated"),
    [
        ("TESTPERSON<MUSTER<<VERA<EVA", "TESTPERSON MUSTER", "VERA EVA", False),
        ("ARKFREITH", "ARKFREITH", "", False),
        ("TESTPERSON<<" + "ABCDEFGHI<" * 3, "TESTPERSON", "ABCDEFGHI ABCDEFGHI ABCDEFG", True),
    ],
)
def test_names(names, surname, given, truncated):
    mrz = one(td3("800101", names=names))
    assert (mrz.surname, mrz.given_names, mrz.names_truncated) == (surname, given, truncated)


def test_two_zones_on_one_page():
    found = find_mrz([*TD1, "Vorderseite", *TD2], 2, TODAY)
    assert [(mrz.type, mrz.page) for mrz in found] == [("TD1", 2), ("TD2", 2)]


@pytest.mark.parametrize(
    "lines",
    [
        [],
        [""],
        TD3[:1],
        TD3[1:],
        TD1[:2],
        ["IBAN DE89 3704 0044 0532 0130 00", "BIC COBADEFFXXX", "Betrag 1.234,56 EUR am 12.08.1974"],
        ["A" * 44, "0" * 44],
        ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "0" * 44],
        [TD3[0], TD3[1].replace("7408122", "7408123").replace("1204159", "1204158")],
    ],
)
def test_what_proves_nothing_is_no_zone(lines):
    assert find_mrz(lines, 1, TODAY) == ()


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.text("ABCDEFGHIKLMNOPRSTUVWXYZ0123456789<<<<< .", min_size=20, max_size=48), min_size=2, max_size=5
    )
)
def test_random_lines_are_no_zone(lines):
    assert find_mrz(lines, 1, TODAY) == ()


def test_dense_random_digits_are_no_zone():
    """Worse than any page of text: lines of digits and letters in just the right length."""
    chance = random.Random(9303)
    found = 0
    for _ in range(4000):
        upper = "P<" + "".join(chance.choices("ABCDEFGHIKLMNOPRSTUVWXYZ<", k=42))
        lower = (
            "".join(chance.choices("0123456789", k=20)) + "F" + "".join(chance.choices("0123456789", k=23))
        )
        found += bool(find_mrz([upper, lower], 1, TODAY))
    assert found == 0
