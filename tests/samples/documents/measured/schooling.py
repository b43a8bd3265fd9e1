"""Measured layouts of what somebody has learnt."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.letter import signature
from tests.samples.documents.measured.heads import measured, rows
from tests.samples.documents.measured.parts import block, born_long
from tests.samples.names import EMPLOYERS, STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import GREY, Frame


@measured("bildungsnachweis", "NB")
def gesellenbrief(case: Case) -> Paper:
    """A certificate of apprenticeship, decorated, the birth in the sentence."""
    paper = Paper(points=13, family="serif", left=30, right=30, top=32)
    paper.put(Frame(x=12, y=12, width=186, height=273, line=1.2, ink=(140, 110, 40)))
    paper.line("Handwerkskammer Musterland", size=14, align="center")
    paper.gap(14)
    paper.line("Gesellenbrief", size=34, bold=True, align="center")
    paper.gap(14)
    paper.line(case.name, size=20, align="center")
    paper.line(f"geboren am {case.born} in {case.person.birth_place}" if case.born else case.person.birth_place, align="center")  # fmt: skip
    paper.gap(10)
    paper.line("hat im", align="center")
    paper.line("Anlagenmechaniker-Handwerk (Sanitär-, Heizungs- und Klimatechnik)", bold=True, align="center")
    paper.line("die Gesellenprüfung abgelegt", align="center")
    paper.line(f"Gesamtergebnis: {case.pick('gut', 'befriedigend', 'ausreichend')}", align="center")
    paper.gap(20)
    paper.line(f"Musterstadt, den {german_long(case.issued)}", size=11)
    paper.gap(10)
    signature(paper, case.rng)
    paper.line("Vorsitz des Gesellenprüfungsausschusses", size=9)
    paper.line("Lehrbetrieb: " + case.rng.choice(EMPLOYERS), size=9)
    return paper


@measured("bildungsnachweis", "NB", digital=True)
def zulassung_hochschule(case: Case) -> Paper:
    """A university's letter of admission on condition, sent by mail as a file."""
    paper = Paper(points=10.5, left=25)
    paper.text(25, 20, "Hochschule Probestadt", size=16, bold=True)
    paper.text(25, 25, "University of Applied Sciences · International Office", size=9, ink=GREY)
    block(paper, 25, 46, case.address)
    block(paper, 130, 46, (f"Bewerbernummer {pattern('9999999', case.rng)}", german(case.issued)), size=9)
    paper.y = 80
    paper.paragraph("Zulassungsbescheid zum Wintersemester", bold=True, after=4)
    paper.paragraph(f"{case.salutation},")
    paper.paragraph(
        f"wir freuen uns, Ihnen einen Studienplatz im Masterstudiengang Elektrotechnik, 1. Fachsemester, anbieten zu können. Die Einschreibung ist bis zum {german(case.later(30, 60))} online vorzunehmen."
    )
    rows(paper, (("Name", case.listed), ("Geburtsdatum", case.born), ("Abschluss", "Master of Engineering"), ("Bedingung", "Nachweis DSH-2 bis zur Immatrikulation")), column=45)  # fmt: skip
    paper.paragraph(
        "Die Lehrveranstaltungen beginnen am 1. Oktober. Dieses Schreiben dient auch zur Vorlage bei der deutschen Auslandsvertretung und der Ausländerbehörde."
    )
    paper.paragraph("Mit freundlichen Grüßen")
    paper.line(case.rng.choice(STAFF))
    return paper


@measured("bildungsnachweis", "NB")
def schulzeugnis_hauptschule(case: Case) -> Paper:
    """A school report with marks; the family name and the birth date in the head."""
    paper = Paper(points=10.5, family="serif", left=24, right=24)
    paper.line("Mittelschule Beispielstetten", size=14, bold=True, align="center")
    paper.line("Deutschklasse – Ganztag", size=10, align="center")
    paper.gap(5)
    paper.line("JAHRESZEUGNIS", size=20, bold=True, align="center")
    paper.gap(4)
    paper.line(case.name, size=14, align="center")
    paper.line(f"geboren am {born_long(case)} in {case.person.birth_place}" if case.born else case.person.birth_place, align="center")  # fmt: skip
    paper.line(f"besuchte im Schuljahr {case.issued.year - 1}/{case.issued:%y} die Klasse {case.rng.randint(7, 9)}b.", align="center")  # fmt: skip
    paper.gap(4)
    marks = ("sehr gut", "gut", "befriedigend", "ausreichend")
    paper.table(
        ("Pflichtfächer", "Note", "Pflichtfächer", "Note"),
        [
            ("Ethik", case.pick(*marks), "Sport", case.pick(*marks)),
            ("Deutsch als Zweitsprache", case.pick(*marks), "Musik", case.pick(*marks)),
            ("Mathematik", case.pick(*marks), "Kunst", case.pick(*marks)),
            ("Natur und Technik", case.pick(*marks), "Wirtschaft und Beruf", case.pick(*marks)),
        ],
        (4, 2, 4, 2),
    )
    paper.paragraph(
        "Bemerkungen: Die Leistungen in Deutsch wurden wegen nicht deutscher Muttersprache mit Bewertungsaussetzung erteilt. Versäumte Tage: 7, davon unentschuldigt 0."
    )
    paper.paragraph(
        "Vorrücken: Die Erlaubnis zum Vorrücken in die nächste Jahrgangsstufe hat sie/er erhalten."
    )
    paper.gap(6)
    paper.line(f"Beispielstetten, {german(case.issued)}")
    signature(paper, case.rng)
    signature(paper, case.rng, x=120)
    paper.line(
        "Schulleitung                                                             Klassenleitung", size=8.5
    )
    return paper
