"""Once measured layouts of the sections Identität and Antrag."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.identity import bearer, visible, zone
from tests.samples.documents.layouts import layout
from tests.samples.documents.letter import place_and_date, receipt_stamp, years_after
from tests.samples.mrz import td1, td3
from tests.samples.paper import Paper
from tests.samples.sheet import Frame, Portrait


@layout("deutscher_passersatz", "NBDM", colour=True)
def reiseausweis_auslaender(case: Case) -> Paper:
    """The grey travel document for aliens (annex D4c AufenthV): data page and page of remarks."""
    paper, person = Paper(), case.person
    paper.put(Frame(x=38, y=34, width=130, height=90, line=0.3, fill=(240, 240, 240)))
    paper.text(43, 41, "REISEAUSWEIS FÜR AUSLÄNDER", size=9.5, bold=True)
    paper.text(163, 41, "BUNDESREPUBLIK DEUTSCHLAND", size=7, align="right")
    paper.put(Portrait(x=43, y=46, width=32, height=42))
    for number, (label, value) in enumerate((("Name / Surname", case.family.upper()), ("Vornamen / Given names", case.given.upper()), ("Geburtstag / Date of birth", case.born), ("Staatsangehörigkeit / Nationality", person.origin.adjective.upper()),
                                            ("Ausstellungsdatum / Date of issue", german(case.issued)), ("Gültig bis / Date of expiry", german(years_after(case.issued, 2))), ("Behörde / Authority", case.site.title.upper()[:30]))):  # fmt: skip
        visible(paper, 80, 46 + number * 8, label, value, size=9)
    zone(paper, td3(bearer(case, "PT", "D", person.permit_number, expiry_years=2)), x=42, y=114, width=122)
    paper.text(43, 140, f"Nr. {person.permit_number}", size=9, family="ocr")
    paper.text(
        43,
        146,
        "Der Inhaber ist berechtigt, während der Gültigkeitsdauer in die Bundesrepublik zurückzukehren.",
        size=8,
    )
    return paper


@layout("antrag_aufenthaltstitel", "NBD")
def formblatt_verlaengerung(case: Case) -> Paper:
    """A Land's two-column form with numbered boxes; the title is small and the receipt stamp large."""
    paper, person = Paper(top=14, points=9.5, left=18), case.person
    paper.line("Zutreffendes bitte ankreuzen oder ausfüllen – in Blockschrift", size=7.5)
    paper.line("Antrag", size=15, bold=True)
    paper.line(
        "auf Verlängerung / Neuausstellung des Aufenthaltstitels nach Ablauf oder Passwechsel", size=10
    )
    paper.gap(2)
    paper.boxes(
        ("1 Familienname (ggf. Geburtsname)", case.family, 2), ("2 Vorname(n)", case.given, 2), family="wide"
    )
    paper.boxes(
        ("3 Geburtsdatum", case.born, 1),
        ("4 Geburtsort, -staat", person.birth_place, 2),
        ("5 Staatsangehörigkeit", person.origin.adjective, 1),
        family="wide",
    )
    paper.boxes(
        ("6 Wohnanschrift", f"{person.street}, {case.site.postcode} {case.site.city}", 3),
        ("7 Telefon", "0170 0000000", 1),
    )
    paper.boxes(
        ("8 Nationalpass Nr.", person.passport_number, 2),
        ("gültig bis", german(case.later(300, 2000)), 1),
        ("9 Familienstand", "ledig", 1),
    )
    paper.ticks(
        ("Beschäftigung", True), ("Studium", False), ("familiäre Gründe", False), ("humanitäre Gründe", False)
    )
    paper.boxes(
        ("10 Derzeitiger Arbeitgeber", "Musterhof Logistik GmbH", 2),
        ("Nettoeinkommen monatlich", "1.870 EUR", 1),
    )
    paper.boxes(
        ("11 Bezug von Leistungen nach SGB II / XII", "nein", 1),
        ("12 Ermittlungsverfahren oder Verurteilungen", "keine", 1),
    )
    paper.paragraph(
        "Mir ist bekannt, dass falsche oder unvollständige Angaben strafbar sind und zur Ausweisung führen können. Ich habe die Hinweise zum Datenschutz erhalten.",
        size=8.5,
    )
    place_and_date(paper, case, "Unterschrift Antragsteller/in")
    receipt_stamp(paper, case)
    return paper


@layout("nationaler_ausweis", "NBDM", colour=True)
def ausweis_karte_beidseitig(case: Case) -> Paper:
    """Front and back of a foreign card with a three-line zone, on one page."""
    paper, person = Paper(), case.person
    for top in (40, 115):
        paper.put(Frame(x=55, y=top, width=96, height=60, line=0.3, fill=(246, 246, 250)))
    paper.text(59, 47, f"{person.origin.country.upper()}  –  ID CARD", size=9, bold=True)
    for number, (label, value) in enumerate((("Surname", case.family.upper()), ("Name", case.given.upper()), ("Date of birth", case.born.replace(".", " ")), ("Citizenship", person.nationality), ("Card number", person.passport_number), ("Valid until", german(years_after(case.issued, 5)).replace(".", " ")))):  # fmt: skip
        visible(paper, 92, 51 + number * 8, label, value, size=8.5)
    visible(paper, 60, 120, "Issued on", german(case.issued).replace(".", " "), size=8.5)
    visible(paper, 95, 120, "Issued by", "Registry Office 04", size=8.5)
    zone(
        paper,
        td1(bearer(case, "I", person.nationality, person.passport_number, expiry_years=5)),
        x=58,
        y=152,
        width=90,
    )
    return paper
