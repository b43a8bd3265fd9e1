"""Layouts of this round: universities and training."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.fresh.heads import fresh
from tests.samples.documents.letter import signature
from tests.samples.documents.measured.heads import rows
from tests.samples.documents.measured.parts import block
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import Frame


@fresh("bildungsnachweis", "NB", digital=True)
def studienbescheinigung_semester(case: Case) -> Paper:
    """A university's certificate of enrolment from its portal, terms in table form, code to verify."""
    paper = Paper(points=10.5, left=25, right=22)
    block(
        paper, 25, 22, ("Hochschule Beispielmain", "University of Applied Sciences"), size=14, step=6, bold=1
    )
    block(paper, 185, 22, ("Studierendensekretariat", "Nibelungenweg 1", "60000 Frankfurt"), size=8.5, step=4, align="right")  # fmt: skip
    paper.y = 44
    paper.line("Immatrikulationsbescheinigung", size=16, bold=True)
    term = f"Wintersemester {case.issued:%Y}/{(case.issued.year + 1) % 100:02d}" if case.issued.month > 6 else f"Sommersemester {case.issued:%Y}"  # fmt: skip
    paper.line(term, size=12)
    paper.gap(4)
    rows(paper, (("Name", case.name), ("Geburtsdatum", case.born), ("Geburtsort", case.person.birth_place), ("Matrikelnummer", pattern("9999999", case.rng)), ("Hörerstatus", "Haupthörer/in, Vollzeit")), column=50)  # fmt: skip
    paper.table(
        ("Studiengang", "Abschluss", "Fachsem.", "Hochschulsem."),
        [(case.pick("Maschinenbau", "Informatik", "Soziale Arbeit"), "Bachelor", str(case.rng.randint(2, 6)), str(case.rng.randint(6, 9)))],
        (5, 3, 2, 3),
    )  # fmt: skip
    paper.paragraph("Die Regelstudienzeit beträgt sieben Semester. Der Semesterbeitrag ist entrichtet. Beurlaubungen: keine.")  # fmt: skip
    paper.paragraph(f"Ausgestellt am {german(case.issued)}. Diese Bescheinigung wurde maschinell erstellt; sie kann unter Angabe des Codes {pattern('LLLL-9999-LLLL', case.rng)} geprüft werden.")  # fmt: skip
    return paper


@fresh("bildungsnachweis", "NB")
def berufsausbildungsvertrag_kammer(case: Case) -> Paper:
    """The chamber's form for training: two framed halves, dates in boxes, three signatures, registered."""
    paper = Paper(points=9.5, left=18, right=18, top=14)
    paper.line("Berufsausbildungsvertrag", size=15, bold=True)
    paper.line("(§§ 10, 11 Berufsbildungsgesetz – BBiG)     Handwerkskammer Musterkassel", size=8.5)
    paper.gap(3)
    paper.boxes(
        ("Ausbildender (Betrieb)", "Elektro Probstrom GmbH", 2),
        ("Kammer-Nr.", pattern("999999", case.rng), 1),
    )
    paper.boxes(("Straße, PLZ, Ort", "Testallee 44, 34000 Kassel", 2), ("Ausbilder/in", "Udo Kabelmann", 1))
    paper.gap(2)
    paper.boxes(("Auszubildende/r Name", case.family, 1), ("Vorname", case.given, 1), family="wide")
    paper.boxes(("Straße, Ort", f"{case.person.street}, {case.site.city}", 2), ("Geburtsdatum", case.born, 1), ("Staatsangehörigkeit", case.person.origin.adjective, 1))  # fmt: skip
    paper.boxes(("Gesetzliche Vertreter", "–", 1), ("Schulabschluss", "Hauptschulabschluss", 1))
    paper.gap(2)
    paper.boxes(("Ausbildungsberuf", "Elektroniker/in, Energie- und Gebäudetechnik", 1))
    paper.boxes(("A  Dauer", "42 Monate", 1), ("beginnt am", f"01.08.{case.issued.year + 1}", 1), ("endet am", f"31.01.{case.issued.year + 5}", 1), ("B  Probezeit", "4 Monate", 1))  # fmt: skip
    paper.boxes(("C  Ort", "Betriebssitz und Baustellen", 1), ("D  Überbetrieblich", "Bildungszentrum", 1), ("E  Wöchentliche Zeit", "40 Stunden", 1))  # fmt: skip
    paper.boxes(("F  Vergütung 1. Jahr", "900,00 €", 1), ("2. Jahr", "960,00 €", 1), ("3. Jahr", "1.050,00 €", 1), ("4. Jahr", "1.110,00 €", 1))  # fmt: skip
    paper.boxes(("G  Urlaub", "27 Arbeitstage je Kalenderjahr", 1), ("H  Hinweis", "Tarifverträge und Betriebsvereinbarungen gelten.", 2))  # fmt: skip
    paper.paragraph(
        "Die umseitigen Bestimmungen sind Bestandteil dieses Vertrages und werden anerkannt.", size=8.5
    )
    paper.gap(2)
    paper.line(f"Kassel, den {german(case.issued)}")
    top = paper.y
    for number, who in enumerate(("Ausbildender", "Auszubildende/r", "Gesetzliche Vertreter")):
        paper.y = top
        if number < 2:
            signature(paper, case.rng, x=20 + number * 60)
        paper.text(20 + number * 60, top + 14, who, size=7.5)
    paper.y = top + 20
    paper.put(Frame(x=18, y=paper.y, width=174, height=20))
    block(paper, 20, paper.y + 5, ("In das Verzeichnis der Berufsausbildungsverhältnisse eingetragen", f"am {german(case.later(10, 40))} unter Nr. {pattern('99999', case.rng)}"), size=8.5, step=5)  # fmt: skip
    return paper
