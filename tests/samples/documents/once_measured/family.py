"""Once measured layouts of the sections Familie, Justiz and Intern."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.layouts import layout
from tests.samples.documents.measured.heads import rows
from tests.samples.names import STAFF
from tests.samples.paper import Paper


@layout("geburtsurkunde", "NB")
def geburtsregister_abschrift(case: Case) -> Paper:
    """A certified printout of the register of births, as fields; the child is the subject."""
    paper = Paper(points=10.5, family="serif")
    paper.line(f"Standesamt {case.site.city}", size=11)
    paper.line(f"Registernummer G {case.rng.randint(100, 4000)}/{case.issued:%Y}", size=10)
    paper.gap(4)
    paper.line("Beglaubigter Registerausdruck aus dem Geburtenregister", size=14, bold=True)
    paper.heading("Kind")
    rows(
        paper,
        (
            ("Geburtsname", case.family),
            ("Vornamen", case.given),
            ("Geburtstag", case.born),
            ("Geburtsort", case.person.birth_place),
            ("Geschlecht", "männlich" if case.person.sex == "M" else "weiblich"),
        ),
    )
    paper.heading("Mutter")
    rows(paper, (("Familienname", "Elternberg"), ("Vornamen", "Mona"), ("Religion", "nicht eingetragen")))
    paper.heading("Vater")
    rows(paper, (("Familienname", "Elternberg"), ("Vornamen", "Jussuf")))
    paper.gap(3)
    paper.line(f"{case.site.city}, {german(case.issued)}     Die Standesbeamtin   (Siegel)")
    return paper


@layout("azr_auszug", "NBAF")
def registerblatt_fachverfahren(case: Case) -> Paper:
    """A printout of the case management system, tables only."""
    person = case.person
    paper = Paper(points=9, left=15, right=15, top=14)
    paper.line(f"Druck: {german(case.issued)}  Benutzer: {case.clerk}        Personenstammdaten", size=9)
    paper.line("Datenblatt Ausländerdatei A", size=13, bold=True)
    paper.table(("Feld", "Inhalt", "Feld", "Inhalt"), [("Name", case.family, "Vornamen", case.given), ("geboren am", case.born, "Geburtsort", person.birth_place), ("Staatsang.", person.nationality, "Geschlecht", person.sex), ("AZR-Nr.", person.azr_number, "Aktenzeichen", person.file_number), ("Familienstand", "ledig", "Konfession", "-")], (2, 4, 2, 4), size=9)  # fmt: skip
    paper.table(("Speichersachverhalt", "von", "bis"), [("Aufenthaltsgestattung", german(case.earlier(1500, 1700)), german(case.earlier(900, 1000))), ("Aufenthaltserlaubnis § 25 Abs. 3", german(case.earlier(800, 890)), german(case.later(100, 400))), ("Zuzug aus Musterstadt", german(case.earlier(500, 700)), "")], (6, 2, 2), size=9)  # fmt: skip
    return paper


@layout("vermerk", "NF")
def gespraechsnotiz(case: Case) -> Paper:
    paper = Paper(points=11, family="serif")
    paper.line("Gesprächsnotiz", size=14, bold=True)
    rows(
        paper,
        (
            ("Vorgang", case.person.file_number),
            ("Betroffene/r", case.listed),
            ("Gespräch mit", "Frau Beraterfeld, Flüchtlingshilfe"),
            ("am", german(case.issued)),
            ("Aufgenommen von", case.clerk),
        ),
    )
    paper.paragraph(
        "Die Anruferin erkundigt sich nach dem Stand der Bearbeitung. Sie wurde darauf hingewiesen, dass ohne Vollmacht keine Auskunft erteilt werden kann. Rückruf erbeten."
    )
    paper.paragraph("1. Kenntnis genommen. 2. Zum Vorgang. 3. Wv. sofort nach Eingang der Vollmacht.")
    return paper


@layout("personenstandsurkunde", "NB")
def sterbeurkunde(case: Case) -> Paper:
    paper = Paper(points=11, family="serif")
    paper.line(
        f"Standesamt {case.site.city}   Sterberegister S {case.rng.randint(100, 900)}/{case.issued:%Y}",
        size=10,
    )
    paper.gap(5)
    paper.line("Sterbeurkunde", size=18, bold=True, align="center")
    paper.gap(4)
    rows(
        paper,
        (
            ("Familienname", case.family),
            ("Vornamen", case.given),
            ("Tag der Geburt", case.born),
            ("Ort der Geburt", case.person.birth_place),
            ("Zeitpunkt des Todes", f"{german_long(case.earlier(2, 9))}, 04:20 Uhr"),
            ("Ort des Todes", case.site.city),
        ),
    )
    paper.line(f"{case.site.city}, den {german_long(case.issued)}   Standesbeamter {case.rng.choice(STAFF)}")
    return paper
