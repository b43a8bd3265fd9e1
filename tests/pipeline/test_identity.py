"""Identity evidence from letters and forms as authorities write them. All persons are made up."""

from datetime import date

import pytest

from pipeline.identity import find_identity
from pipeline.model import NumberKind, Role, Zone
from pipeline.name_span import name_span
from tests.pipeline.sheets import page

TODAY = date(2026, 11, 22)


def identity(*texts):
    return find_identity([page(text, number) for number, text in enumerate(texts, 1)], (), TODAY)


def persons(*texts, role=None):
    found = identity(*texts).persons
    return {
        (m.name or f"{m.family_name}, {m.given_names}", str(m.birth_date) if m.birth_date else None)
        for m in found
        if role is None or m.role is role
    }


LETTER = """
Landeshauptstadt Musterstadt
Ausländerbehörde

Herrn
Ali Reza Musterzadeh
Teststraße 5
65183 Musterstadt

Ihr Zeichen  Unser Zeichen  Datum
–  33.2-A-2024/1182  03.05.2024

Auskunft erteilt: Frau Beispiel

Verlängerung Ihrer Aufenthaltserlaubnis
Musterzadeh, Ali Reza, geb. am 12.03.1985, StA: iranisch

Sehr geehrter Herr Musterzadeh,

Ihre Ehefrau Sara Musterzadeh, geb. am 13.04.1987, ist eingeladen.
"""


def test_letter_names_its_subject_in_the_subject_line_and_others_as_third_persons():
    assert ("Musterzadeh, Ali Reza", "1985-03-12") in persons(LETTER, role=Role.SUBJECT)
    assert persons(LETTER, role=Role.THIRD) == {("Beispiel", None), ("Sara Musterzadeh", "1987-04-13")}


BESIDE = """
Rentenkasse Musterland

Herrn  Versicherungsnummer 48 420888
Ana-Maria Beispielovi¢  Datum 15.10.2021
Schablonenstraße 17
65000 Musterstadt

Bescheid

auf Ihren Antrag erhalten Sie, geboren am 28.04.1990, ab 30.08.2021 eine Rente.
"""


def test_whom_a_letter_addresses_is_told_from_what_stands_beside_and_is_who_sie_is():
    """The address shares its lines with another column; a ć was read as a cent sign."""
    assert ("Ana-Maria Beispielović", "1990-04-28") in persons(BESIDE)


def test_an_e_with_two_marks_is_read_as_an_ampersand():
    text = "Ablehnung Ihres Antrags\nL&, Thu Mau, geb. am 08.01.1994\n\nSehr geehrter Herr L&,"
    assert ("Lé, Thu Mau", "1994-01-08") in persons(text)


def test_the_ampersand_of_a_firm_stays():
    text = "Muster & Partner\nBetreff: D&B Beispiel, geb. am 08.01.1994"
    assert not any("é" in name for name, _ in persons(text))


def test_who_sie_is_stays_open_without_an_address():
    text = "Sehr geehrte Damen und Herren,\nes erhalten Sie, geboren am 28.04.1990, eine Rente."
    assert {born for _, born in persons(text)} == {"1990-04-28"}
    assert not any("Ana" in name for name, _ in persons(text))


@pytest.mark.parametrize(
    "text",
    [
        "Es wird bescheinigt, dass Erika Muster, geboren am\n12.08.1964 in Berlin, vorgesprochen hat.",
        "Es wird bescheinigt, dass Erika Muster, nach eigenen Angaben geboren am 12.08.1964, da war.",
        "Mir, Erika Muster, geboren am 12.08.1964, ist heute Folgendes eröffnet worden.",
        "Herm  Musterstadt, 3. Mai 2024\nErika Muster\nSie, geboren am 12.08.1964, werden zugewiesen.",
    ],
)
def test_names_before_birth_dates(text):
    assert ("Erika Muster", "1964-08-12") in persons(text)


def test_the_party_that_a_contract_names_second_has_not_the_role_of_the_first():
    text = (
        "zwischen der Muster GmbH (Arbeitgeberin)\nund Erika Muster, geb. am 12.08.1964 (Beschäftigte Person)"
    )
    assert persons(text, role=Role.SUBJECT) == {("Erika Muster", "1964-08-12")}


def test_specks_before_a_name_are_no_part_of_it():
    assert ("Musterwal", None) in persons("Name: ' Musterwal")


def test_letter_bears_the_file_number_and_the_date_of_its_columns():
    found = identity(LETTER)
    stated = [n.raw for n in found.numbers if n.kind is NumberKind.FILE and n.zone is Zone.FIELD]
    assert stated == ["33.2-A-2024/1182"]
    assert str(found.document_date) == "2024-05-03"


FORM = """
Antrag auf Erteilung eines Aufenthaltstitels
Angaben zur Person
1. Familienname / Surname: MUSTER
2. Vorname(n): Erika Maria
Geburtsdatum: 12.08.1964  Geburtsort: Berlin
Staatsangehörigkeit: deutsch  Passnummer: C01X00T47
Angaben zum Ehegatten
Familienname: MUSTER  Vorname: Max
Geburtsdatum: 01.02.1960
"""


def test_form_sections_tell_the_applicant_from_the_spouse():
    assert persons(FORM, role=Role.SUBJECT) == {("MUSTER, Erika Maria", "1964-08-12")}
    assert persons(FORM, role=Role.THIRD) == {("MUSTER, Max", "1960-02-01")}
    assert "C01X00T47" in {n.value for n in identity(FORM).numbers if n.kind is NumberKind.DOCUMENT}


def test_labels_above_their_values():
    text = """
    Familienname  Vornamen  Geburtsdatum
    MUSTER  Erika Maria  12.08.1964
    """
    assert persons(text) == {("MUSTER, Erika Maria", "1964-08-12")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Wir bescheinigen, dass Herr Max Muster, geboren am 01.02.1960, versichert ist.", "Max Muster"),
        ("In dem Asylverfahren\ndes MUSTER, Max\ngeb. am 01.02.1960 in Musterstadt", "MUSTER, Max"),
        ("Betreff: Aufenthaltserlaubnis für Herrn Max Muster, geb. 01.02.1960", "Max Muster"),
        ("Mein Mandant: Max Muster, geb. am 01.02.1960", "Max Muster"),
        ("Strafsache gegen\nMax Muster, geb. am 01.02.1960", "Max Muster"),
        ("Name, Vorname: Muster, Max\nGeburtsdatum: 01.02.1960", "Muster, Max"),
        ("Untergebracht ist Max Muster\ngeboren am 01.02.1960", "Max Muster"),
        ("Visumantrag von Muster, Max\ngeboren am 01.02.1960", "Muster, Max"),
    ],
)
def test_wordings_of_the_subject(text, name):
    assert (name, "1960-02-01") in persons(text, role=Role.SUBJECT)


@pytest.mark.parametrize(
    "text",
    [
        "Vater: Max Muster, geb. am 01.02.1960",
        "Dolmetscher: Herr Max Muster",
        "Verpflichtungsgeber\nFamilienname: Muster  Vorname: Max\nGeburtsdatum: 01.02.1960",
        "vertreten durch Rechtsanwalt Max Muster",
        "Name der Mutter: Muster  Vorname: Max",
        "Art  Name  geboren\nEhegatte  Muster, Max  01.02.1960",
        "Bearbeitung: Herr Max Muster",
        "Im Auftrag\nSiegel\nW NAAN\nHerr Max Muster",
    ],
)
def test_third_persons_are_not_taken_for_the_subject(text):
    assert not persons(text, role=Role.SUBJECT)


def test_words_before_a_name_in_the_midst_of_a_sentence_make_no_field():
    text = "In der Wohnung, in der\nuntergebracht ist Max Muster, geboren am 01.02.1960, wohnen drei."
    assert not persons(text, role=Role.SUBJECT)
    assert not persons("Untergebracht ist seit dem 05.06.2020 eine Familie.")


def test_who_signs_for_an_office_is_told_from_who_is_addressed():
    text = "Im Auftrag meines Mandanten\n\nHerrn\nMax Muster\nTestweg 5\n65183 Musterstadt"
    assert not persons(text, role=Role.THIRD)
    assert not persons("Im Auftrag\n\nHerrn Max Muster\nTestweg 5\n65183 Musterstadt", role=Role.THIRD)


def test_by_whose_membership_somebody_is_insured():
    text = (
        "Wir bestätigen, dass Erika Muster, geb. am 12.08.1964, über die Mitgliedschaft von Max Muster, "
        "geb. am 01.02.1960, versichert ist."
    )
    assert {born for _, born in persons(text, role=Role.SUBJECT)} == {"1964-08-12"}
    assert {born for _, born in persons(text, role=Role.THIRD)} == {"1960-02-01"}


def test_azr_number_is_found_with_and_without_label():
    numbers = identity("AZR-Nummer: 160512 123456", "wie zu 170301654321 vermerkt").numbers
    azr = {(n.value, n.zone) for n in numbers if n.kind is NumberKind.AZR}
    assert azr == {("160512123456", Zone.FIELD), ("170301654321", Zone.BODY)}


def test_birth_year_alone_is_a_partial_date():
    (person,) = identity("Familienname: Muster  Vorname: Max\nGeburtsjahr: 1960").persons
    assert str(person.birth_date) == "1960"


def test_dates_are_not_numbers():
    numbers = identity("Unser Zeichen: 33-A-12345  Datum: 03.05.2024").numbers
    assert "03052024" not in {number.value for number in numbers}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Verlängerung der Aufenthaltserlaubnis Muster, Erika", "Muster, Erika"),
        ("für Frau Erika von der Muster", "Erika von der Muster"),
        ("hier: Antrag vom", ""),
        ("des Herrn Abu Bakr al Testani", "Abu Bakr al Testani"),
    ],
)
def test_name_span_ends_at_nouns(text, name):
    assert name_span(text) == name


@pytest.mark.parametrize(
    "title",
    ["IDENTITY CARD", "TITRE DE VOYAGE", "Blaue Karte EU", "Arbeitslosengeld II", "VG Darmstadt", "SGB XII"],
)
def test_a_subject_line_of_a_title_names_nobody(title):
    found = persons(f"Frau\nErika Muster\n\n{title}\n\nSehr geehrte Frau Muster,\n\nwir bitten um Antwort.")
    assert {name for name, _ in found} <= {"Erika Muster", "Muster"}


def test_whoever_is_represented_is_not_the_representative():
    text = """
In dem Asylverfahren Erika Muster, geb. am 24.01.1969, Staatsangehörigkeit: Eritrea, vertreten durch

Rechtsanwalt Dr. Klagemann, ergeht folgende Entscheidung:

1. Der Antrag wird abgelehnt.

Im Auftrag
Schreibstein
"""
    assert ("Erika Muster", "1969-01-24") in persons(text, role=Role.SUBJECT)


def test_who_writes_for_an_office_stands_among_its_references():
    letter = "Ihr Zeichen  33-A-1182\nMein Zeichen  4711\nName  Anna Beispiel\nDatum  03.05.2024"
    assert persons(letter, role=Role.THIRD) == {("Anna Beispiel", None)}


def test_a_second_section_of_a_form_is_no_second_party():
    form = "1.1 Name, Vorname: Muster, Erika\n1.2 Geburtsdatum: 12.08.1964\n2. Ehegatte/Lebenspartner(in)\n"
    form += "2.1 Name, Vorname: Muster, Max\n2.2 Geburtsdatum: 01.02.1960"
    assert persons(form, role=Role.SUBJECT) == {("Muster, Erika", "1964-08-12")}
    assert persons(form, role=Role.THIRD) == {("Muster, Max", "1960-02-01")}


def test_a_certificate_of_birth_may_ask_for_relatives_only():
    deed = "Name of child / Vor- und Familienname des Kindes  Erika Muster\nDate of birth  12.08.2014\n"
    deed += "Father's full name / Vater  Max Muster\nMother's full name / Mutter  Eva Muster"
    assert persons(deed, role=Role.SUBJECT) == {("Erika Muster", "2014-08-12")}
    applicant = "Familienname: Probe  Vorname: Ida\n" + deed
    assert ("Erika Muster", "2014-08-12") not in persons(applicant, role=Role.SUBJECT)


def test_headings_in_two_languages():
    form = "Familienname: Muster  Vorname: Erika\nReferenzperson in Deutschland / Reference in Germany\n"
    form += "Name, Vorname: Probe, Max"
    assert persons(form, role=Role.THIRD) == {("Probe, Max", None)}


def test_capital_i_read_as_l_and_split_double_names():
    assert ("Muster, Ionut", "1964-08-12") in persons(
        "Name, Vorname: Muster, lonut\nGeburtsdatum: 12.08.1964"
    )
    assert ("MUSTER-PROBE, ERIKA", None) in persons("Name: MUSTER - PROBE\nVorname: ERIKA")
    assert ("dela Muster, Erika", None) in persons("Name  dela Muster\nVorname  Erika")
