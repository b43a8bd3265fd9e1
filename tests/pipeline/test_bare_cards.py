"""Persons on cards without captions."""

from datetime import date

import pytest

from pipeline.bare_cards import persons_on_cards
from tests.pipeline.sheets import page


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ZUSATZBLATT  MUSTER, ERIKA\nZum Titel  12.08.1964\nY7XW  20.10.2023", "MUSTER, ERIKA"),
        ("Notreiseausweis\n\nMuster\n\nErika\n\n12.08.1964, Berlin\n\nGültig bis 31.07.2022", "Muster Erika"),
        ("Muster\nErika Maria\n12.08.1964 Berlin\n20.10.2023", "Muster Erika Maria"),
    ],
)
def test_name_and_birth_date_stand_below_one_another(text, name):
    (found,) = persons_on_cards([page(text)], date(2026, 11, 22))
    assert (found.name, str(found.birth_date)) == (name, "1964-08-12")


@pytest.mark.parametrize(
    "text",
    [
        "Bescheinigung\nErika Muster\n20.10.2023",
        "Erika Muster\n20.10.2023\nGültig bis 20.10.2024",
        "Sehr geehrte Frau Muster,\nErika Muster\n12.08.1964\n20.10.2023",
        "Erika Muster hat am\nseit 12.08.1964 dort gewohnt\n20.10.2023",
        "Muster, Erika\n12.08.1964\nProbe, Max\n12.08.1990\n20.10.2023",
        "Akte 4711\n12.08.1964\n20.10.2023",
    ],
)
def test_other_dates_below_names_are_no_birth_dates(text):
    assert list(persons_on_cards([page(text)], date(2026, 11, 22))) == []
