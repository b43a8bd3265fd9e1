"""Layouts of this round: records that are asked for and handed over."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.fresh.heads import at_office, ending, fresh, sheet_with_column
from tests.samples.documents.letter import receipt_stamp
from tests.samples.documents.measured.heads import rows
from tests.samples.documents.measured.parts import abbreviated, block
from tests.samples.names import STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import Code, Frame, Stroke


@fresh("aktenabgabe", "NBFA", digital=True)
def abgabe_wegen_umzug(case: Case) -> Paper:
    """The record goes to another authority after a move; list of volumes, receipt to be returned."""
    site, person = case.site, case.person
    paper = sheet_with_column(
        (site.title, site.office, f"{site.street}, {site.postcode} {site.city}"),
        ("Landkreis Probenau", "Ausländerbehörde", "Testallee 2", "36000 Probenau"),
        (f"Mein Zeichen: {person.file_number}", f"AZR-Nr.: {person.azr_number}", f"Bearbeitung: {case.clerk}", f"Datum: {german(case.issued)}"),
    )  # fmt: skip
    paper.paragraph("Abgabe der Ausländerakte wegen Wechsels der Zuständigkeit", bold=True, after=4)
    rows(paper, (("Name, Vorname", case.listed), ("geboren am", case.born), ("Staatsangehörigkeit", person.origin.adjective), ("Neue Anschrift", "Prüfweg 4, 36000 Probenau"), ("Zuzug dort am", german(case.earlier(10, 60)))), column=48)  # fmt: skip
    paper.paragraph("Sehr geehrte Kolleginnen und Kollegen,")
    paper.paragraph(f"anbei erhalten Sie zuständigkeitshalber die Akte (Band I bis {case.pick('II', 'III')}, {case.rng.randint(120, 480)} Blatt) sowie den hinterlegten abgelaufenen Pass. Der aktuelle Titel ist gültig bis {german(case.later(60, 500))}. Offene Anträge: Verlängerung vom {german(case.earlier(5, 30))}.")  # fmt: skip
    paper.paragraph(
        "Die elektronische Übernahme ist freigegeben. Bitte senden Sie die Empfangsbestätigung zurück."
    )
    paper.line("Im Auftrag")
    ending(paper, case, case.clerk)
    paper.put(Stroke(points=((25, paper.y + 3), (190, paper.y + 3)), width=0.15))
    paper.gap(6)
    paper.line("Empfangsbestätigung: Akte erhalten am ______________   Unterschrift ______________", size=9)
    return paper


@fresh("aktenabgabe", "NBF")
def anforderung_akte_andere_behoerde(case: Case) -> Paper:
    """Another authority asks for the record by a ticked form; the receipt stamp over its head."""
    person = case.person
    paper = Paper(points=10, left=22, right=20)
    block(paper, 22, 20, ("Stadt Beispielhofen", "Fachbereich Ordnung – Ausländerangelegenheiten", "Rathausgasse 2, 63000 Beispielhofen"), size=10, bold=1)  # fmt: skip
    block(paper, 22, 46, at_office(case))
    block(paper, 130, 58, (f"Ihr Zeichen: {person.file_number}", f"Unser Zeichen: 33-{pattern('99999', case.rng)}", f"Datum: {abbreviated(case.issued)}"), size=9)  # fmt: skip
    receipt_stamp(paper, case, x=122, y=30)
    paper.y = 82
    paper.line("Aktenanforderung", size=15, bold=True)
    paper.gap(2)
    rows(paper, (("Familienname", case.family), ("Vorname", case.given), ("geb. am", case.born), ("Staatsangehörigkeit", person.origin.adjective), ("hier gemeldet seit", german(case.earlier(15, 90)))), column=48)  # fmt: skip
    paper.ticks(("Akte im Original", True), ("nur zur Einsicht", False), ("elektronische Akte", True))
    paper.ticks(("Sperrvermerke bitte mitteilen", True), ("Kosten offen?", False))
    paper.gap(2)
    paper.paragraph("Es wird um kurzfristige Übersendung gebeten, da über einen Antrag auf Verlängerung zu entscheiden ist. Akten von Angehörigen (Ehegatte, Kinder) werden gesondert angefordert.")  # fmt: skip
    paper.line("Im Auftrag")
    ending(paper, case, case.rng.choice(STAFF))
    return paper


@fresh("aktenabgabe", "NBFA", dated=False)
def aktendeckel_barcode(case: Case) -> Paper:
    """The cover of a hanging file: large name, numbers, a code to scan, a grid of volumes; undated."""
    person = case.person
    paper = Paper(points=12, left=25, right=25)
    paper.put(Frame(x=18, y=18, width=174, height=240, line=0.8))
    paper.y = 26
    paper.line("AUSLÄNDERAKTE", size=20, bold=True, align="center")
    paper.line(f"{case.site.title}", size=11, align="center")
    paper.gap(12)
    paper.line(case.family.upper(), size=24, bold=True, family="wide")
    paper.gap(3)
    paper.line(case.given, size=18, family="wide")
    paper.gap(8)
    rows(paper, (("geboren", case.born), ("Staatsangeh.", person.origin.adjective), ("AZR-Nr.", person.azr_number), ("Az.", person.file_number)), column=40)  # fmt: skip
    paper.gap(4)
    paper.put(Code(x=25, y=paper.y, width=110, height=16, content=pattern("9999999999", case.rng), symbology="Code128"))  # fmt: skip
    paper.gap(26)
    paper.table(("Band", "angelegt / geschlossen", "Bemerkung"), [("1", "", ""), ("2", "", ""), ("3", "", "")], (1, 4, 4), size=12)  # fmt: skip
    paper.line("Nach Ablage zurück in Registratur, Raum U 14", size=9)
    return paper
