# ruff: noqa: E501  a case reads best on one line

from dataclasses import replace

import pytest

from pipeline.columns import rows
from pipeline.fields import find_fields
from pipeline.form_tables import by_columns
from pipeline.model import Line
from tests.pipeline.sheets import page, typed


def fields(text):
    return [(field.key, field.value) for field in find_fields(page(text)) if field.key != "other"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Familienname: Muster", [("family_name", "Muster")]),
        ("Familienname / Surname: Muster", [("family_name", "Muster")]),
        ("1. Familienname  2. Vorname(n)\nMuster  Erika", [("family_name", "Muster"), ("given_names", "Erika")]),
        ("Adressat (Vorname, Name, Anschrift)\nErika Muster, Weg 5", [("full_name", "Erika Muster, Weg 5")]),
        ("Auszubildende/r: Name, Vorname\nMuster, Erika", [("full_name", "Muster, Erika")]),
        ("Name / Surname  Vorname / First name\nMuster  Eva Maria", [("family_name", "Muster"), ("given_names", "Eva Maria")]),
        ("Fanilienname: Muster  Vornane: Erika", [("family_name", "Muster"), ("given_names", "Erika")]),
        ("Geburfsdatum: 12.08.1964", [("birth_date", "12.08.1964")]),
        ("Seburisdatum: 12.08.1964", [("birth_date", "12.08.1964")]),
        ("Geburtsdatunt: 12.08.1964", [("birth_date", "12.08.1964")]),
        ("Geburtsdatum  8 Staatsangehörigkeitfen)\n12.08.1964  deutsch", [("birth_date", "12.08.1964"), ("nationality", "deutsch")]),
        ("Surnames Forenames\nMuster", [("family_name", "Muster")]),
        ("Versicherte Person / insured Erika Muster", [("name", "Erika Muster")]),
        ("Angabe des Aktenzeichens: 33-A-1182", []),
        ("1 Name  2 Vorname(n)}\nMuster  Erika", [("name", "Muster"), ("given_names", "Erika")]),
        ("Aktenzeichen: 33-A-1182  Datum: 03.05.2024", [("reference", "33-A-1182")]),
        ("Geburtsdatum: unbekannt", []),
        ("1 Familienname  2 Vorname(n)  Stadt Muster\nMuster  Erika  2024", [("family_name", "Muster"), ("given_names", "Erika")]),
        ("Vorgang  33-A-1182\nBetroffene/r  Muster, Erika", [("reference", "33-A-1182"), ("name", "Muster, Erika")]),
        ("Familienname\nGebkursnanne / birt\nMuster", [("family_name", "Muster")]),
        ("Familienname\nGebhardsberger", [("family_name", "Gebhardsberger")]),
        ("Vomame{n)  Geschlecht\nErika  weiblich", [("given_names", "Erika"), ("sex", "weiblich")]),
        ("Name: , Muster\nVorname! Erika", [("name", "Muster"), ("given_names", "Erika")]),
        ("Abzuschiebende Person: Muster, Erika", [("name", "Muster, Erika")]),
        ("Name... Muster\nVornamen ........ Erika", [("name", "Muster"), ("given_names", "Erika")]),
        ("Erklärung, wie sie machte der Antragsteller:\nIch komme aus Musterstadt", []),
        ("Meine Frau ist 1992 geboren. Ich kam am 03.04.2015", []),
        ("Ort und Datum der Geburt  Musterstadt, 12.08.1964", [("birth_date", "Musterstadt, 12.08.1964")]),
        ("Vor- und Familienname des  Erika Muster\nKindes", [("full_name", "Erika Muster")]),
        ("Geschlecht  Staatsangehörigkeit  Geburtsdatum\nW  12 08 1964", [("sex", "W"), ("birth_date", "12 08 1964")]),
        ("Muster\n1.  Name\n12.08.1964\n2.  Geburtsdatum\nMusterstadt", [("name", "Muster"), ("birth_date", "12.08.1964")]),
        ("Muster\nName\n12.08.1964\nGeburtsdatum\n06755526", [("name", "Muster"), ("birth_date", "12.08.1964")]),
        ("Name,  Vorname  Muster, Erika", [("full_name", "Muster, Erika")]),
        ("Name  Vorname  Geb.-Dat.  StA\nMuster  Erika  12.08.1964  PSE", [("name", "Muster"), ("given_names", "Erika"), ("birth_date", "12.08.1964"), ("nationality", "PSE")]),
        ("First name  DOB  Nat.\nErika  12/08/1964  PSE", [("given_names", "Erika"), ("birth_date", "12/08/1964"), ("nationality", "PSE")]),
        ("1 Surname Muster\n2 Name Erika\n3 Born 12/08/1964", [("family_name", "Muster"), ("name", "Erika"), ("birth_date", "12/08/1964")]),
        ("4 Tag und Ort der Geburt / Doğum tarihi ve yeri\n12 08 1964 Musterstadt\n5 Name / Soyadı\nMuster", [("birth_date", "12 08 1964 Musterstadt"), ("family_name", "Muster")]),
        ("5883\nTag und Ort der Geburt\n12 08 1964 Musterstadt", [("birth_date", "12 08 1964 Musterstadt")]),
        ("Tag, Uhrzeit der Geburt  12.08.1964, 00:04 Uhr", [("birth_date", "12.08.1964, 00:04 Uhr")]),
        ("Apellidos  Nombre(s)\nMuster  Erika\nFecha de nacimiento\n12/08/1964", [("family_name", "Muster"), ("given_names", "Erika"), ("birth_date", "12/08/1964")]),
        ("Beschuldigte/r (Name)  Muster\nBewohner/in  Probe, Max", [("name", "Muster"), ("name", "Probe, Max")]),
        ("Im Handelsregister eingetragener Name\nMuster Trockenbau", []),
    ],
)  # fmt: skip
def test_labels_and_their_values(text, expected):
    assert fields(text) == expected


def test_a_caption_is_centred_below_its_value():
    text = "Erika Muster\n        Name\n 12.08.1964\n Geburtsdatum"
    found = [(field.key, field.value) for field in find_fields(typed(text))]
    assert found == [("name", "Erika Muster"), ("birth_date", "12.08.1964")]


def test_every_row_of_a_list_is_read():
    text = """
    Nr.  Name  Vorname  geb. am
    1  Muster  Erika  12.08.1964
    2  Probe  Max  01.02.1960
    """
    found = find_fields(page(text))
    assert [f.value for f in found if f.key == "birth_date"] == ["12.08.1964", "01.02.1960"]
    assert all(field.listed for field in found)


def test_what_follows_a_single_row_is_no_row():
    text = "Familienname  Geburtsdatum\nMuster  12.08.1964\nStaatsangehörigkeit  Größe\ndeutsch  170"
    assert [f.value for f in find_fields(page(text)) if f.key == "birth_date"] == ["12.08.1964"]
    assert not any(field.listed for field in find_fields(page(text)))


def test_sentences_with_numbers_below_a_row_are_no_rows():
    text = """
    Name  Vornamen
    Muster  Erika
    Geburtstag  Staatsangehörigkeit
    12.08.1964  deutsch
    Abs. 3 8 81 1 gilt  als erlaubt
    05.10.2023  Ausgestellt am
    """
    assert [f.value for f in find_fields(page(text)) if f.key == "birth_date"] == ["12.08.1964"]


def test_persons_side_by_side_share_a_caption():
    text = """
    Familienname  Muster  Muster
    Vornamen  Erika  Max
    Geburtstag  12.08.1964  01.02.1960
    Geschlecht  W  M
    """
    form = page(text)
    found = [(f.column, f.value) for f in by_columns(form, find_fields(form))]
    first = ["Muster", "Erika", "12.08.1964", "W"]
    assert sorted(found) == sorted(
        [*((0, value) for value in first), *((1, value) for value in ("Muster", "Max", "01.02.1960", "M"))]
    )


def test_a_value_with_wide_gaps_is_one_where_there_is_one_birth_date():
    form = page("Familienname  Muster  Probe\nGeburtstag  12.08.1964")
    assert [f.value for f in by_columns(form, find_fields(form))] == ["Muster Probe", "12.08.1964"]


def test_what_stands_far_beside_a_birth_date_is_another_columns():
    text = "Geburtstag    22.03.2021\n12.08.1964\nGeburtsort    gültig bis\nMusterstadt"
    form = page(text)
    date, below = form.lines[0], form.lines[1]
    words = (date.words[0], replace(date.words[1], box=replace(date.words[1].box, left=400, right=450)))
    far = replace(form, lines=(replace(date, words=words), below, *form.lines[2:]))
    assert [f.value for f in find_fields(far) if f.key == "birth_date"] == ["12.08.1964"]


def test_rows_of_a_page_that_lies_askew():
    text = "Wie die Person mit Familiennamen heißt  Und mit Vornamen"
    form = page(f"{text}\n{text.upper()}\n{text}")
    askew = [
        Line(words=tuple(_sunk(word, 0.07) for word in words))
        for line in form.lines
        for words in (line.words[:6], line.words[6:])
    ]
    assert [line.text for line in rows(askew)] == [line.text for line in form.lines]


def _sunk(word, slope):
    fall = slope * word.box.left
    return replace(word, box=replace(word.box, top=word.box.top + fall, bottom=word.box.bottom + fall))
