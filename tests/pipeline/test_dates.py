from datetime import date

import pytest

from pipeline.dates import document_date, find_dates, role_of
from pipeline.model import DateRole, PartialDate
from tests.pipeline.sheets import page

TODAY = date(2026, 11, 22)


def dates(text: str) -> list[str]:
    return [str(found.value) for found in find_dates(text, TODAY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("geb. am 03.05.1984 in Kabul", ["1984-05-03"]),
        ("3. Mai 2024", ["2024-05-03"]),
        ("den 03. März 2024", ["2024-03-03"]),
        ("1. Jänner 2020", ["2020-01-01"]),
        ("2024-05-03", ["2024-05-03"]),
        ("12 AUG/AUG 1985", ["1985-08-12"]),
        ("12.3.85", ["1985-03-12"]),
        ("1.2.05", ["2005-02-01"]),
        ("O3.O5.2O24", ["2024-05-03"]),
        ("03 . 05 . 2024", ["2024-05-03"]),
        ("00.00.1980", ["1980"]),
        ("00.07.1980", ["1980-07"]),
        ("XX.XX.1980", ["1980"]),
        ("31.02.2024", []),
        ("Az. 33.2.2024/1182", []),
        ("30.13.1 GWe-Aufenth", []),
        ("192.168.10.12", []),
        ("vom 01.01.2024 bis 31.12.2024", ["2024-01-01", "2024-12-31"]),
    ],
)
def test_finds_dates_and_nothing_else(text, expected):
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("before", "role"),
    [
        ("Mustermann, Erika, geb. am ", DateRole.BIRTH),
        ("Geburtsdatum / Date of birth: ", DateRole.BIRTH),
        ("(*", DateRole.BIRTH),
        ("geboren am ", DateRole.BIRTH),
        ("Aufenthaltserlaubnis gültig bis ", DateRole.EXPIRY),
        ("Aufenthaltserlaubnis, erteilt bis ", DateRole.EXPIRY),
        ("ausgestellt am ", DateRole.ISSUE),
        ("Eingegangen am ", DateRole.RECEIVED),
        ("Wiesbaden, den ", DateRole.DOCUMENT),
        ("Wiesbaden, ", DateRole.DOCUMENT),
        ("Datum: ", DateRole.DOCUMENT),
        ("Ihr Schreiben vom ", DateRole.OTHER),
        ("seit dem ", DateRole.OTHER),
    ],
)
def test_the_nearest_label_tells_the_role(before, role):
    assert role_of(before) is role


def test_role_from_the_column_label_above():
    assert role_of("", "Datum") is DateRole.DOCUMENT
    assert role_of("", "Geburtsdatum") is DateRole.BIRTH


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wiesbaden, 03.05.2024\n\nSehr geehrte Frau Muster,\nIhr Antrag vom 02.02.2024", "2024-05-03"),
        ("Ihr Zeichen  Unser Zeichen  Datum\nA-1  33-1182  3. Mai 2024", "2024-05-03"),
        ("EINGEGANGEN\n05.06.2024\n\nDatum: 03.05.2024", "2024-05-03"),
        ("Geburtsdatum: 12.08.1964\ngültig bis 01.01.2030", None),
        (
            "Reisepass\nDate of birth 12.08.1964\nDate of issue 04.04.2020\nDate of expiry 03.04.2030",
            "2020-04-04",
        ),
        ("Beschluss vom 3. Mai 2024\nIn der Sache", "2024-05-03"),
        ("Der Antrag vom 02.02.2024 wird abgelehnt.", None),
    ],
)
def test_document_date(text, expected):
    found = document_date([page(text)], TODAY)
    assert (str(found) if found else None) == expected


def test_partial_date_parses_and_prints():
    for text in ("1980", "1980-05", "1980-05-17"):
        assert str(PartialDate.parse(text)) == text
    for text in ("80", "1980-13", "1980-02-30", "1980-5", "", "1980-05-17-01"):
        with pytest.raises(ValueError):
            PartialDate.parse(text)
