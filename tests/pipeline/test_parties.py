"""Who is which party by the rubrum or the contract of a page."""

# ruff: noqa: E501  a case reads best on one line

import pytest

from pipeline.model import Role
from pipeline.parties import Parties

SUBJECT, THIRD = Role.SUBJECT, Role.THIRD


def role(text, name):
    lines = text.split("\n")
    index = next(at for at, line in enumerate(lines) if name in line)
    found = Parties.of(lines).part_of(index, name)
    return found and found.role[0]


LEASE = """Mietvertrag
zwischen
Herrn Josef Hausmann, wohnhaft Hausgasse 1, 65183 Musterstadt,
geb. am 01.02.1960,
(im Folgenden: Vermieter)
und
Frau Erika Muster, geb. am 12.08.1964,
wohnhaft Teststraße 5,
- nachfolgend Mieterin -
wird folgender Vertrag geschlossen."""

HEARING = """In dem Asylverfahren Max Muster, geboren am 01.02.1960,
Aktenzeichen 123, sind anwesend
Rechtsanwältin Anna Probe als Verfahrensbevollmächtigte,
Die Anhörung beginnt um 9 Uhr"""

EMPLOYMENT = """Die Firma Bäckerei Probe e. K., nachfolgend Arbeitgeber,
und Herr Max Muster, geb. am 01.02.1960, Teststraße 5, nachfolgend
Arbeitnehmer, vereinbaren:
Die Zeugin Olga Fremdowa war dabei."""

COURT = """In der Verwaltungsstreitsache
des Herrn Max Muster, geb. am 01.02.1960,
vertreten durch die Mutter Erika Muster,
Prozessbevollmächtigter: Rechtsanwalt Paul Probe
- Kläger -
gegen
die Bundesrepublik Deutschland, vertreten durch Frau Anna Amtsfrau
- Beklagte -
hat die 6. Kammer durch Richter Jan Urteil beschlossen"""

DIVORCE = """In der Familiensache
Erika Muster, geb. am 12.08.1964, Teststraße 5
— antragstellende Person —
Max Muster, geb. am 01.02.1960, unbekannten Aufenthalts
— antragsgegnerische Person —
wegen Ehescheidung hat Richterin Anna Urteil beschlossen"""


CARE = """Zwischen der Probe Pflegedienste gGmbH, vertreten durch die
Geschäftsführerin Beate Probe (nachfolgend Arbeitgeberin), und

Herrn Max Muster, geb. am 01.02.1960, wohnhaft Teststraße 5 (nachfolgend
Mitarbeiter/in), wird Folgendes vereinbart:"""


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (LEASE, "Josef Hausmann", THIRD),
        (LEASE, "Erika Muster", SUBJECT),
        (EMPLOYMENT, "Max Muster", SUBJECT),
        (EMPLOYMENT, "Olga Fremdowa", None),
        (COURT, "Max Muster", SUBJECT),
        (COURT, "Erika Muster", THIRD),
        (COURT, "Paul Probe", THIRD),
        (COURT, "Anna Amtsfrau", THIRD),
        (COURT, "Jan Urteil", None),
        (HEARING, "Max Muster", SUBJECT),
        (HEARING, "Anna Probe", THIRD),
        (DIVORCE, "Erika Muster", SUBJECT),
        (DIVORCE, "Max Muster", THIRD),
        (DIVORCE, "Anna Urteil", None),
        (CARE, "Beate Probe", THIRD),
        (CARE, "Max Muster", SUBJECT),
        (CARE.replace(" (nachfolgend\nMitarbeiter/in)", ""), "Beate Probe", THIRD),
        (CARE.replace(" (nachfolgend\nMitarbeiter/in)", ""), "Max Muster", SUBJECT),
        (CARE.replace("(nachfolgend\nMitarbeiter/in)", "als Vermieter"), "Max Muster", None),
        ("In der Strafsache\ngegen\nMax Muster, geb. am 01.02.1960\nwegen Diebstahls", "Max Muster", SUBJECT),
        ("Strafsache gegen Max Muster\nVerteidiger: Paul Probe", "Paul Probe", THIRD),
        ("Zwischen Paul Probe, als Vermieter, und\nErika Muster und Max Muster, als Mieter", "Max Muster", SUBJECT),
    ],
)  # fmt: skip
def test_who_is_which_party(text, name, expected):
    assert role(text, name) is expected


@pytest.mark.parametrize(
    "text",
    [
        "zwischen Herrn Paul Probe als Vxrmxctxr\nund Herrn Max Muster als Mieter wird ein Vertrag geschlossen",
        "Der Termin liegt\nzwischen dem 03.05.2024 und dem 05.05.2024, Max Muster kommt als Mieter",
        "In der Anhörung im Asylverfahren des Max Muster war davon keine Rede.",
        "In dem Asylverfahren war davon keine Rede, sagt Max Muster.",
    ],
)
def test_where_one_part_or_none_is_known_nobody_is_a_party(text):
    assert role(text, "Max Muster") is None


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("1. des Max Muster, geb.", True),
        ("2. Frau Max Muster", True),
        ("1. ces Max Muster", True),
        ("Max Muster", False),
        ("1. Der Bescheid gegen Max Muster", False),
        ("Z. der Max Muster\n3. des Paul Probe", True),
        ("Z. der Max Muster\ndes Paul Probe", False),
    ],
)
def test_lines_that_count_persons(text, counted):
    assert Parties.of(text.split("\n")).counts(0, "Max Muster") is counted
