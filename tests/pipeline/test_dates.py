from datetime import date

import pytest

from pipeline.date_labels import role_of
from pipeline.dates import find_dates
from pipeline.issue_date import issue_date
from pipeline.model import DateRole, Mrz, PartialDate
from pipeline.own_date import document_date
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
        ("den 3. Sept. 21", ["2021-09-03"]),
        ("3. Mal 21", []),
        ("§ 3 Mai 20", []),
        ("5. Dezemher 2020", ["2020-12-05"]),
        ("5. Jumi 2020", []),
        ("March 5th, 2020", ["2020-03-05"]),
        ("12 de marzo de 2020", ["2020-03-12"]),
        ("1er mars 2020", ["2020-03-01"]),
        ("12 березня 2020", ["2020-03-12"]),
        ("2020/03/12", ["2020-03-12"]),
        ("am dritten April zweitausendundzwanzig", ["2020-04-03"]),
        ("einunddreißigsten Januar neunzehnhundertachtzig", ["1980-01-31"]),
        ("dritten Beispiel zweitausendzwanzig", []),
        ("vom 01.01.2024 bis 31.12.2024", ["2024-01-01", "2024-12-31"]),
        ("21.05.2021.03:17:22", ["2021-05-21"]),
        ("31.01.2024/kl", ["2024-01-31"]),
        ("06.032019", ["2019-03-06"]),
        ("0603.2019", ["2019-03-06"]),
        ("12-08-2019", ["2019-08-12"]),
        ("5.   Juli 2023", ["2023-07-05"]),
        ("12.03.2020/44", []),
        ("07 09.2023", ["2023-09-07"]),
        ("07:09.2023", ["2023-09-07"]),
        ("21: Juni 2023", ["2023-06-21"]),
        ("03.04..2021", ["2021-04-03"]),
        ("12.03.19 98", ["1998-03-12"]),
        ("12.03.20 10 Uhr", ["2020-03-12"]),
        ("am12.03.2020", ["2020-03-12"]),
        ("07-AUG-2017", ["2017-08-07"]),
        ("07 AUG 17", ["2017-08-07"]),
        ("12.III.1996", ["1996-03-12"]),
        ("2020-03-12T10:11", ["2020-03-12"]),
        ("1. 12.04.2019", ["2019-04-12"]),
        ("1 2.03.2020", []),
        ("10:12:20", []),
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
        ("ausgestelitam . . ", DateRole.ISSUE),
        ("Eingegangen am ", DateRole.RECEIVED),
        ("Wiesbaden, den ", DateRole.DOCUMENT),
        ("Wiesbaden, ", DateRole.DOCUMENT),
        ("Datum: ", DateRole.DOCUMENT),
        ("Ihr Schreiben vom ", DateRole.OTHER),
        ("seit dem ", DateRole.OTHER),
        ("Ubermittelt am ", DateRole.DOCUMENT),
        ("Stand der Daten: ", DateRole.DOCUMENT),
        ("Verhandelt zu Musterau am ", DateRole.DOCUMENT),
        ("Tag der mündlichen Verhandlung: ", DateRole.DOCUMENT),
        ("Wiesbaden den ", DateRole.DOCUMENT),
        ("Wiesbaden,   ", DateRole.DOCUMENT),
        ("Warszawa, dnia ", DateRole.DOCUMENT),
        ("Bitte kommen Sie am Donnerstag, den ", DateRole.OTHER),
        ("Geb.-Datum ", DateRole.BIRTH),
        ("Ausdruck aus dem Geburtenregister ", DateRole.OTHER),
        ("Date of marriage: ", DateRole.OTHER),
        ("beantrage, den Bescheid vom ", DateRole.OTHER),
        ("Antragsteller: Beispiel, Vera, ", DateRole.BIRTH),
        ("Frau   Wiesbaden, ", DateRole.DOCUMENT),
        ("Ausstellungsdatum: 19.12.1399 (", DateRole.ISSUE),
        ("Data wystawienia: ", DateRole.ISSUE),
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
        ("Bank statement\nDate: 12 March 2020\nOpened on 01.02.2015", "2020-03-12"),
        ("Datum der Auskunft: 12.03.2020\nDatum der Tat: 01.02.2019", "2020-03-12"),
        ("Tag der Ausstellung: 12.03.2020", "2020-03-12"),
        ("Fait à Bamako, le 12 mars 2020", "2020-03-12"),
        ("Fehlblatt\nentnommen am: 12.03.2020", "2020-03-12"),
        ("gültig bis 12.03.2030\nDatum: 12.03.2020", "2020-03-12"),
        ("krank seit  bis  festgestellt am\n10.03.2020  20.03.2020  12.03.2020", "2020-03-12"),
        ("Asylantrag\nGesch.-Z.: 1234567-166  Anlegedatum: 12.03.2020", "2020-03-12"),
        ("Druck: 12.03.2020   Benutzer: Frau Muster", "2020-03-12"),
        ("Gespräch mit  Frau Muster\nam  12.03.2020", "2020-03-12"),
        ("Erika Muster, geboren\nam 12.03.2020", None),
        ("An das  Amt  12.03.2020\n\nGuten Tag,", "2020-03-12"),
        ("Name, Vorname  geh. am\nMuster, Erika  12.08.1964", None),
        ("Stand 12.03.2020\nUmsätze vom 01.02.2020 bis 12.03.2020", "2020-03-12"),
        ("Bundesamt    Muster Referat 3  A  3. Mai 2024", "2024-05-03"),
        ("Zeichen  Musterau, den\nA 44008/13  3. Mai 2024", "2024-05-03"),
        ("Kanzlei Muster\n\n\n\n5. Juli 2023  Reg.-Nr. 305/24\nwie besprochen am 03.02.2023", "2023-07-05"),
        ("Gemeinde Muster\nTag der Abmeldung: 18.01.2022", "2022-01-18"),
        ("Datum  Sachverhalt\n04.06.23  Umzug\n26.04.22  Antrag", None),
        ("Beschluss\nvom 3. Mai 2024", "2024-05-03"),
        ("Der Bescheid vom 01.12.2023 wurde aufgehoben.", None),
        ("Heute, am 03.05.2024, spricht Frau Muster vor.", "2024-05-03"),
        ("Diese Bescheinigung wurde am 03.05.2024 maschinell erstellt.", "2024-05-03"),
        ("Telefonat mit Frau Muster am 03.05.2024", "2024-05-03"),
        ("MUSTERMANN, ERIKA\n12.08.1964\n03.05.2024", "2024-05-03"),
        ("Reisepass Nr. 1 ausgestellt am 03.05.2014\nDatum: 12.03.2020", "2020-03-12"),
        ("01.02.2020\n\nAnlage\n\n05.03.2020", None),
        ("Rückschein\nAuslieferungsdatum  Unterschrift\n19.07.2024  N", "2024-07-19"),
        ("Schreiben\nAuslieferungsdatum  Unterschrift\n19.07.2024  N", None),
        ("A  B  C  19.07.2024\nA  B  C  EINGANG", None),
        ("TESTOV IVAN\n01.02.1990\n03.05.2024", "2024-05-03"),
        ("TESTOV IVAN\n01.02.2016\n03.05.2024", None),
        ("Musterau, den 03.05.2098", None),
        ("Haftmitteilung\naufgenommen am 03.05.2024", None),
        ("Niederschrift\nFrage: Seit wann?\nAntwort: Am 03.05.2024 gestellt.", None),
        ("Name  Muster\nTag der Eintragung  03.05.2024\nausgefertigt am 04.05.2024", "2024-05-04"),
    ],
)  # fmt: skip
def test_document_date(text, expected):
    found = document_date([page(text)], TODAY)
    assert (str(found) if found else None) == expected


def test_a_date_over_the_caption_of_a_signature_counts():
    sheet = page("Muster\n" * 20 + "03.05.2024  Muster\nDatum, Unterschrift")
    assert str(document_date([sheet], TODAY)) == "2024-05-03"


def test_a_second_place_tells_two_equal_dates_apart():
    upper = "A  B  C  03.05.2024\n\nText\n\nA  B  C  04.05.2024\n"
    assert document_date([page(upper)], TODAY) is None
    assert str(document_date([page(upper + "Text\n" * 20 + "04.05.2024\nDatum")], TODAY)) == "2024-05-04"


def test_a_birth_dates_empty_field_does_not_take_the_day_of_issue():
    sheet = page("Fiktionsbescheinigung\nGeburtsdatum\n\nWiesbaden, den 12.03.2020")
    taken = PartialDate.parse("2020-03-12")
    assert document_date([sheet], TODAY, doubtful=[taken]) == taken
    assert document_date([sheet], TODAY, other=[taken]) is None
    assert document_date([page("Muster\n12.03.2020")], TODAY, doubtful=[taken]) is None


def test_expiry_in_one_view_of_a_page_is_never_the_documents_date():
    """Read by columns the label stands above its value, read by rows beside another one."""
    sheet = page("gültig bis   Nummer\n12.03.2030   A 12345")
    assert document_date([sheet], TODAY) is None


def test_a_certified_copy_of_a_passport_bears_the_passports_day_of_issue():
    sheet = page(
        "PASSPORT\nDate of birth 06 10 2002\nDate of issue 26 01 2020\nDate of expiry 23 01 2030\n"
        "P<UTOMUSTERMANN<<ERIKA<<<<<<\n\n\n\n\n\n\nDas Original hat vorgelegen. Wiesbaden, 07.08.2021"
    )
    assert str(document_date([sheet], TODAY)) == "2020-01-26"


def test_day_of_issue_of_a_card_that_lost_a_blank():
    assert str(visa("ID CARD\n1112 2019 Registry Office 04", "2024-12-09", "TD2")) == "2019-12-11"


def zone(kind, expiry):
    return Mrz(
        page=1, type=kind, lines=("", ""), surname="", given_names="", number=None, issuer="D",
        nationality="UTO",
        birth_date=PartialDate(1990, 1, 2), sex=None, expiry_date=PartialDate.parse(expiry),
    )  # fmt: skip


def visa(text, expiry, kind="MRVB"):
    return issue_date([page(text)], [zone(kind, expiry)], TODAY)


def passport(text, expiry):
    return issue_date([page(text)], [zone("TD3", expiry)], TODAY)


def test_a_labelled_expiry_is_never_the_day_of_issue_though_the_zone_tells_another():
    sheet = "Issued on:  25/10/2022\nValid until:  13/05/2026"
    assert str(passport(sheet, "2031-05-17")) == "2022-10-25"
    assert passport("Valid until:  13/05/2026", "2031-05-17") is None


def test_the_day_of_a_certified_copy_is_not_that_of_issue():
    sheet = "PASSPORT\n12 03 2021\n11 03 2031\nAbgleich mit dem Original erfolgt\nMusterau, 29.06.2023"
    assert str(passport(sheet, "2031-03-11")) == "2021-03-12"
    assert passport(sheet.replace("12 03 2021", "unlesbar"), "2031-03-11") is None


def test_a_day_to_come_is_not_that_of_issue():
    assert passport("PASSPORT\n12 03 2028", "2031-03-11") is None


def test_a_visa_is_issued_before_it_begins():
    sheet = "VISUM\nVOM 22-12-20   BIS 21-12-21\nAUSGESTELLT IN KABUL AM 03-12-20\n02 01 1990"
    assert str(visa(sheet, "2021-12-21")) == "2020-12-03"
    assert visa("VISUM\nnichts zu lesen", "2021-12-21") is None
    assert visa("VISUM\nVOM 22-12-20   BIS 21-12-21", "2021-12-21") is None
    begins_then = "VISUM\nVOM   BIS\n22-12-20   21-12-21\nAUSGESTELLT IN   AM\nKABUL   22-12-20"
    assert str(visa(begins_then, "2021-12-21")) == "2020-12-22"
    typed_day = "VISUM\nVON - BIS 0l.l220   21-12-21\nAUSGESTELLT IN/AM   ANKARA, DEN   22-11-20"
    assert str(visa(typed_day, "2021-12-21")) == "2020-11-22"
    assert visa("VISUM\nGÜLTIG   AM\nVOM 22-12-20   21-12-21", "2021-12-21") is None
    assert str(issue_date([page(sheet.removesuffix("\n02 01 1990"))], [], TODAY)) == "2020-12-03"
    assert issue_date([page("Visumantrag\n03-12-20\n22-12-20")], [], TODAY) is None


def test_partial_date_parses_and_prints():
    for text in ("1980", "1980-05", "1980-05-17"):
        assert str(PartialDate.parse(text)) == text
    for text in ("80", "1980-13", "1980-02-30", "1980-5", "", "1980-05-17-01"):
        with pytest.raises(ValueError):
            PartialDate.parse(text)
