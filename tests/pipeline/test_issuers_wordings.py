"""How issuers word the day of their papers, and what stands beside it that is not that day."""

from datetime import date

import pytest

from pipeline.identity import find_identity
from tests.pipeline.sheets import page

TODAY = date(2026, 11, 22)


def own_day(text: str) -> str:
    return str(find_identity([page(text)], (), TODAY).document_date)


WORDINGS = [
    # a place between the label and the day, in one row or two
    (
        "Notreiseausweis\ngültig bis 26.12.2023\nausgestellt in Musterau am Fluss am 27.11.2023",
        1,
    ),
    ("GÜLTIG BIS  26.11.2025\nAUSGESTELLT IN  MUSTERAU\nAM  27.11.2023", 1),
    ("Extract of Civil Record\nIssued from the registry of Exampleton on 27/11/2023", 1),
    ("Vernehmung\nMusterau, am Montag, dem 27. November 2023\nAm 11.11.2014 bin ich ausgereist.", 1),
    ("Niederschrift\nin Musterau (Fluss) am Montag, dem 27. November 2023\nEinreise am 20.02.2013", 1),
    # what an office did on that day
    ("Bewilligung\nFlugbuchung  08.12.2023\nBewilligt am  27.11.2023", 1),
    ("Verfügung\nErlassen am 27.11.2023\nGeburtsdatum: 02.12.1997", 1),
    ("ED-Behandlung\nDatum der ED-Behandlung: 27.11.2023\nTreffer vom 14.11.2016", 1),
    ("Gebührenquittung\nBetrag 100,00 EUR\neingezahlt am 27.11.2023", 1),
    ("Rückschein\nEinschreiben RR 1\nZustellung am: 27.11.2023", 1),
    ("Datensatz erzeugt: 27.11.2023 23:12\nEreignis: Zuzug zum 01.11.2023", 1),
    ("Abfrage nach § 73 AufenthG\nAntwort vom: 27.11.2023 07:31\nAnfrage vom: 26.11.2023 15:02", 1),
    # titles
    ("AZR-Auszug vom 27.11.2023\nletzte Änderung: 22.03.2016", 1),
    ("Verfügung   27.11.2023\n1) Schreiben an RA\n2) Wv. 20.12.2023", 1),
    ("Bescheinigung\nSeriennummer B 1234567\nvom 27.11.2023\ngültig bis 07.02.2024", 1),
    ("Aktenvermerk vom 27.11.2023\nTelefonat mit Frau Muster am 25.11.2023", 1),
    ("Gesprächsnotiz\nam: 27.11.2023   mit: RA Beispiel\nTermin: 02.12.2023", 1),
    ("Vermerk\nI. Vermerk: Anruf der Polizei vom 23.11.2023\nII. WV 01.12.2023\n27.11.23 Be", 1),
    # behind the town of the office, behind its reference, beside a stamp
    ("Stadt Musterau\nAnmeldebestätigung\nEinzug 15.05.2023\nMusterau  27.11.2023", 1),
    ("KANZLEI BEISPIEL\nMuster & Partner\n23/00145 be-mu   27. November 2023\nFrist: 31.12.2023", 1),
    ("Aussetzung der Überstellungsfrist\nAz. BA 5961542-423   27. November 2023", 1),
    ("Muster\nEINGEGANGEN   Musterau, 27.11.2023\n30. Nov. 2023\nSehr geehrte Damen und Herren,", 1),
    ("Gericht\nDatum:  27.11.2023\nIhre Klage vom 23.11.2023 ist am 25.11.2023 eingegangen", 1),
    # as recognition reads it
    ("Amt\nDatum  27. Novernber 2023", 1),
    ("Urkunde\nMusterau, den 27.11.2923", 1),
    # none of its own, or not told
    ("Stadt\nMusterau, im März 2024\nEinladung zur Feier\nam 24.05.2024", 0),
    ("Urkunde\nMusterau, den 27.11.2985", 0),
    ("Antrag auf Aufenthaltserlaubnis\nName  Pass Nr. – gültig bis\nMuster  P1234567 – 27.11.2023", 0),
    ("Leistung bewilligt vom 27.11.2023 bis 31.12.2023", 0),
]


@pytest.mark.parametrize(("text", "told"), WORDINGS, ids=lambda part: str(part)[:40])
def test_day(text, told):
    assert own_day(text) == ("2023-11-27" if told else "None")


def test_a_letter_that_refers_to_a_hearing_is_not_of_its_day():
    letter = "REGIERUNG MUSTERAU\nAz.: 23.1-Mu   Dokument-Nr. 2021/1111   19. Januar 2021\nAusweisung\n"
    assert own_day(f"{letter}Anhörung vom 04.12.2020") == "2021-01-19"


def test_the_eve_of_a_term_is_no_day_of_issue():
    card = "Date of issue\n08/NOV/2014\nDate of issue   Valid\n07/NOV/2019"
    assert own_day(card) == "2014-11-08"


def test_the_town_of_a_birth_is_no_place_of_issue():
    assert (
        own_day("Stadt Musterau\nGeburtsort und -datum\nMusterau  12.03.1985\nGültig bis 01.01.2027")
        == "None"
    )
