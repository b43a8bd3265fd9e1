"""Once measured layouts of the section Aufenthaltstitel."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.identity import bearer, visible, zone
from tests.samples.documents.layouts import layout
from tests.samples.documents.letter import years_after
from tests.samples.documents.measured.heads import rows
from tests.samples.mrz import td2
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import Frame, Portrait


@layout("freizuegigkeitsbescheinigung", "NBF")
def daueraufenthalt_unionsbuerger(case: Case) -> Paper:
    paper = Paper(points=11, family="serif")
    paper.line("BUNDESREPUBLIK DEUTSCHLAND", size=12, align="center")
    paper.line(f"{case.site.title} – {case.site.office}", size=10, align="center")
    paper.gap(10)
    paper.line("Bescheinigung über das Daueraufenthaltsrecht", size=15, bold=True, align="center")
    paper.line(
        "für Staatsangehörige der Mitgliedstaaten der Europäischen Union und des EWR", size=10, align="center"
    )
    paper.gap(6)
    rows(
        paper,
        (
            ("Name", case.family),
            ("Vorname", case.given),
            ("Tag der Geburt", case.born),
            ("Nationalität", case.person.origin.adjective),
            ("Vorgang", case.person.file_number),
        ),
    )
    paper.paragraph(
        "Der Inhaber / die Inhaberin hat nach § 4a des Freizügigkeitsgesetzes/EU das Recht auf Daueraufenthalt und bedarf für den Aufenthalt keines Aufenthaltstitels."
    )
    paper.gap(10)
    paper.line(f"{case.site.city}, den {german_long(case.issued)}")
    paper.line(f"i. A. {case.clerk}")
    return paper


@layout("aufenthaltstitel", "NBM")
def bewilligung_alt(case: Case) -> Paper:
    """The sticker before 2005: Aufenthaltsbewilligung."""
    paper = Paper()
    paper.put(Frame(x=50, y=90, width=110, height=74, line=0.3, fill=(246, 248, 240)))
    paper.text(54, 97, "AUFENTHALTSBEWILLIGUNG", size=11, bold=True)
    paper.text(54, 103, "zweckgebunden nach § 28 AuslG", size=8)
    for number, (label, value) in enumerate((("NAME", case.family.upper()), ("VORNAMEN", case.given.upper()), ("GEBOREN AM", case.born), ("GÜLTIG BIS ZUM", german(years_after(case.issued, 1))), ("AUSGESTELLT AM", german(case.issued)))):  # fmt: skip
        visible(paper, 86, 107 + number * 7.6, label, value, size=9)
    paper.put(Portrait(x=54, y=108, width=28, height=34))
    zone(
        paper,
        td2(bearer(case, "AT", "D", pattern("L99999999", case.rng), expiry_years=1)),
        x=53,
        y=155,
        width=104,
    )
    return paper
