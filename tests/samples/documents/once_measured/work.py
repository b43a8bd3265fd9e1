"""Once measured layouts of the sections Erwerbstätigkeit, Bildung and Integration."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.layouts import layout
from tests.samples.documents.measured.heads import office_right
from tests.samples.numbers import pattern
from tests.samples.paper import Paper


@layout("einkommensnachweis", "NB", digital=True)
def bezuegemitteilung(case: Case) -> Paper:
    """A pay slip of a payroll service: dense table, the title small."""
    paper = Paper(points=8.5, family="mono", left=15, right=15, top=14)
    paper.line(
        f"Abrechnung der Brutto/Netto-Bezüge für {case.issued:%m/%Y}        Blatt 1", size=9.5, bold=True
    )
    paper.line(
        f"Personal-Nr. {case.rng.randint(100, 999)}   Geburtsdatum {case.born}   StKl 1   Konfession --   SV-Nummer {pattern('99999999L999', case.rng)}"
    )
    paper.line(
        f"Eintritt {german(case.earlier(200, 900))}   Druckdatum {german(case.issued)}   Krankenkasse Beispiel BKK"
    )
    paper.gap(4)
    for line in ("Musterhof Logistik GmbH * Werkstraße 8 * 65000 Wiesbaden", *case.address[:3]):
        paper.line(line)
    paper.gap(4)
    paper.table(("Lohnart", "Bezeichnung", "Einheit", "Faktor", "Betrag"), [("1000", "Stundenlohn", "162,50", "13,40", "2.177,50"), ("1400", "Nachtzuschlag", "14,00", "3,35", "46,90"), ("", "Gesamtbrutto", "", "", "2.224,40"), ("/401", "Lohnsteuer lfd.", "", "", "-141,08"), ("/412", "RV-Beitrag", "", "", "-206,87"), ("/413", "AV-Beitrag", "", "", "-28,92"), ("", "Auszahlungsbetrag", "", "", "1.643,10")], (1, 4, 2, 2, 2), numbers=(2, 3, 4), size=8.5)  # fmt: skip
    return paper


@layout("bildungsnachweis", "NB", digital=True)
def schulbesuch(case: Case) -> Paper:
    paper = office_right(
        case,
        ("Berufliche Schulen Beispielberg", "Abteilung Berufsvorbereitung (InteA)"),
        case.address,
        day=f"Beispielberg, den {german(case.issued)}",
    )
    paper.line("Bescheinigung über den Schulbesuch", size=15, bold=True)
    paper.gap(3)
    paper.paragraph(
        f"{case.honorific} {case.name}{case.born_phrase}, besucht seit dem {german(case.earlier(60, 300))} unsere Schule in Vollzeitform (Klasse IA-2). Der Schulbesuch endet voraussichtlich mit Ablauf des Schuljahres."
    )
    paper.paragraph("Fehlzeiten: 4 Tage, davon 0 unentschuldigt.")
    paper.line("Schulleitung / Schulstempel")
    return paper


@layout("sprachzertifikat", "NB")
def goethe_urkunde(case: Case) -> Paper:
    paper = Paper(points=12, family="serif")
    paper.gap(15)
    paper.line("Muster-Sprachinstitut e. V.", size=16, align="center")
    paper.gap(6)
    paper.line("ZERTIFIKAT  A2", size=24, bold=True, align="center")
    paper.line(
        "Start Deutsch 2 – Prüfung nach dem Gemeinsamen europäischen Referenzrahmen", size=10, align="center"
    )
    paper.gap(10)
    paper.line(case.name, size=16, align="center")
    if case.born:
        paper.line(f"geboren am {case.born} in {case.person.birth_place}", align="center")
    paper.gap(6)
    paper.table(
        ("Prüfungsteil", "Erreichte Punkte", "Höchstpunktzahl"),
        [
            ("Hören", "21", "25"),
            ("Lesen", "19", "25"),
            ("Schreiben", "18", "25"),
            ("Sprechen", "24", "25"),
            ("Gesamt", "82", "100"),
        ],
        (4, 2, 2),
        size=10,
    )
    paper.line("Prädikat: gut", align="center")
    paper.gap(8)
    paper.line(f"Prüfungsort und Ausstellungsdatum: {case.site.city}, {german(case.issued)}", size=10)
    return paper
