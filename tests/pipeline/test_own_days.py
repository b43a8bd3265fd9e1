"""The own day of forms, cards and certificates whose captions and other days mislead (`own_days.txt`).

The texts were written from knowledge of such papers. Each begins with `== name / day`, where the paper
itself tells no day with `none`.
"""

import random
from datetime import date
from pathlib import Path

import pytest

from pipeline.date_captions import stand_below
from pipeline.date_misread import as_printed
from pipeline.identity import find_identity
from tests.pipeline.sheets import typed

TODAY = date(2026, 11, 22)
TEXTS = (Path(__file__).parent / "own_days.txt").read_text("utf-8").removeprefix("== ").split("\n== ")
PAPERS = [(*head.split(" / "), body) for head, _, body in (text.partition("\n") for text in TEXTS)]
MISREAD = {"t": "l", "u": "v", "e": "c", "i": "1", "l": "i", "g": "q", "b": "h", "n": "u", "h": "b", "D": "O"}
BIRTHS = {"1985-09-09", "1999-01-01", "1995-04-01", "1984-04-01"}


def own_day(text: str) -> str:
    return str(find_identity([typed(text)], (), TODAY).document_date).replace("None", "none")


@pytest.mark.parametrize(("name", "day", "text"), PAPERS, ids=lambda part: part[:30])
def test_own_day(name, day, text):
    assert own_day(text) == day


@pytest.mark.parametrize(("name", "day", "text"), PAPERS, ids=lambda part: part[:30])
def test_is_never_a_birth_however_misread(name, day, text):
    for seed in range(3):
        chance = random.Random(f"{name} {seed}")
        damaged = "".join(MISREAD.get(sign, sign) if chance.random() < 0.06 else sign for sign in text)
        assert own_day(damaged) not in BIRTHS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gebunsdatum", "geburtsdatum"),
        ("ausgestetit am", "ausgestellt am"),
        ("guitg bis", "gültig bis"),
        ("angestellt am", "angestellt am"),
        ("Auslieferungsdatum", "Auslieferungsdatum"),
        ("Erstellungsdatum", "Erstellungsdatum"),
        ("gebucht am", "gebucht am"),
    ],
)
def test_misread_labels(text, expected):
    assert as_printed(text) == expected


def test_captions_stand_where_only_one_is_beside_a_date():
    assert stand_below([("Muster", "Geburtsdatum"), ("Geburtsdatum", "Gültig bis")])
    assert not stand_below([("Geburtsdatum", "Gültig bis"), ("Gültig bis", "")])
    assert not stand_below([("Geburtsdatum", "Gültig bis")])
