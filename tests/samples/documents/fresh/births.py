"""Layouts of this round: births."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.fresh.heads import ending, fresh
from tests.samples.documents.letter import signature
from tests.samples.documents.measured.heads import rows
from tests.samples.documents.measured.parts import block, father, mother
from tests.samples.names import STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import Frame, Stroke


@fresh("geburtsurkunde", "NB")
def geburtsurkunde_registerformat(case: Case) -> Paper:
    """The present certificate of a registry office: headings with rules, child first, then parents."""
    person, dad, mum = case.person, father(case), mother(case)
    paper = Paper(points=11, left=28, right=25)
    paper.put(Frame(x=18, y=14, width=174, height=262, line=0.4))
    paper.y = 24
    paper.line("Geburtsurkunde", size=20, bold=True, align="center")
    paper.gap(5)
    rows(paper, (("Standesamt", "Musterhausen an der Probe"), ("Registernummer", f"G {case.rng.randint(1, 2400)}/{person.birth_date[:4]}")), column=50)  # fmt: skip
    for head, facts in (
        ("Kind", (("Geburtsname", person.birth_name or case.family), ("Familienname", case.family), ("Vorname(n)", case.given), ("Geburtstag", case.born), ("Geburtsort", f"{person.birth_place}"), ("Geschlecht", "weiblich" if person.sex == "F" else "männlich"))),
        ("Mutter", (("Familienname", case.family), ("Geburtsname", mum.family), ("Vorname(n)", mum.given))),
        ("Vater", (("Familienname", dad.family), ("Vorname(n)", dad.given))),
        ("Weitere Angaben aus dem Register", (("", "Die Identität der Mutter ist nicht nachgewiesen."),)),
    ):  # fmt: skip
        paper.put(Stroke(points=((28, paper.y), (185, paper.y)), width=0.2))
        paper.gap(1.5)
        paper.line(head, bold=True)
        paper.gap(1)
        rows(paper, facts, column=50)
    paper.put(Stroke(points=((28, paper.y), (185, paper.y)), width=0.2))
    paper.gap(6)
    paper.line(f"Musterhausen an der Probe, den {german(case.issued)}")
    paper.gap(2)
    signature(paper, case.rng)
    paper.line(f"{case.rng.choice(STAFF).split()[-1]}, Standesbeamtin", size=9.5)
    paper.stamp(135, paper.y - 22, "Standesamt", "Musterhausen", angle=case.rng.uniform(-10, 10), size=9)
    return paper


@fresh("geburtsurkunde", "NB", colour=True)
def birth_certificate_foreign(case: Case) -> Paper:
    """A foreign certificate in English with numbered boxes; registered late, issued on a third day."""
    person, dad, mum = case.person, father(case), mother(case)
    paper = Paper(points=10, left=24, right=24, family="serif")
    paper.put(Frame(x=16, y=14, width=178, height=200, line=0.8, ink=(60, 110, 70)))
    block(paper, 105, 28, (f"REPUBLIC OF {person.origin.country.upper()}", "NATIONAL POPULATION COMMISSION", "CERTIFICATE OF BIRTH"), size=13, step=7, bold=3, align="center")  # fmt: skip
    paper.text(186, 50, f"No. {pattern('99999999', case.rng)}", size=10, align="right")
    paper.y = 56
    for row in (
        (("1. Full name of child", f"{case.given} {case.family}" if case.given != "-" else case.family, 1),),
        (("2. Date of birth", case.born.replace(".", "/"), 1), ("3. Sex", "FEMALE" if person.sex == "F" else "MALE", 1)),
        (("4. Place of birth", person.birth_place, 1), ("5. Town / village", "Ward 3", 1)),
        (("6. Full name of father", dad.name, 1), ("7. Nationality", person.nationality, 1)),
        (("8. Full name of mother (maiden name)", mum.name, 1), ("9. Nationality", person.nationality, 1)),
        (("10. Date of registration", german(case.earlier(60, 300)).replace(".", "/"), 1), ("11. Registration centre", f"{person.birth_place} Central", 1)),
        (("12. Informant", f"{dad.name}, father", 1), ("13. Volume / Folio", pattern("99 / 999", case.rng), 1)),
    ):  # fmt: skip
        paper.boxes(*row, height=13, family="wide")
    paper.gap(6)
    paper.paragraph("I hereby certify that this is a true extract of an entry in the Register of Births kept under the Births and Deaths Act.")  # fmt: skip
    paper.line(f"Date of issue: {german(case.issued).replace('.', '/')}")
    ending(paper, case, "Registrar of Births")
    paper.stamp(130, paper.y - 13, "REGISTRY OF BIRTHS", person.birth_place.upper(), angle=case.rng.uniform(-15, 15), ink=(120, 40, 40), size=8)  # fmt: skip
    return paper
