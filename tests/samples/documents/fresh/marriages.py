"""Layouts of this round: marriages and what families declare."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, birth_text, german, german_long
from tests.samples.documents.fresh.heads import ending, fresh
from tests.samples.documents.letter import place_and_date, signature
from tests.samples.documents.measured.heads import rows
from tests.samples.documents.measured.parts import block, born_long, child, spouse
from tests.samples.names import INTERPRETERS, STAFF
from tests.samples.paper import Paper
from tests.samples.sheet import Frame, Stroke


@fresh("personenstandsurkunde", "NB", two_persons=True)
def eheurkunde_neu(case: Case) -> Paper:
    """The present certificate of a marriage: day, place, then both spouses in two blocks."""
    person, other = case.person, case.other
    partner = spouse(case)
    paper = Paper(points=11, left=28, right=25)
    paper.put(Frame(x=18, y=14, width=174, height=262, line=0.4))
    paper.y = 24
    paper.line("Eheurkunde", size=20, bold=True, align="center")
    paper.gap(5)
    rows(paper, (("Standesamt", "Beispielheim"), ("Registernummer", f"E {case.rng.randint(1, 900)}/{case.issued:%Y}"), ("Tag der Eheschließung", german(case.earlier(20, 900))), ("Ort der Eheschließung", "Beispielheim")), column=55)  # fmt: skip
    second = (
        (("Familienname", other.family_name), ("Geburtsname", other.birth_name), ("Vorname(n)", other.given_names), ("Geburtstag", birth_text(other.birth_date)), ("Geburtsort", other.birth_place))
        if other
        else (("Familienname", partner.family), ("Geburtsname", "Musterfrau-Vorlage"), ("Vorname(n)", partner.given), ("Geburtstag", german(partner.born)), ("Geburtsort", "Prüfingen"))
    )  # fmt: skip
    first = (("Familienname", case.family), ("Geburtsname", person.birth_name or case.family), ("Vorname(n)", case.given), ("Geburtstag", case.born), ("Geburtsort", person.birth_place))  # fmt: skip
    for head, facts in (("Ehegatte 1", first), ("Ehegatte 2", second)):
        paper.put(Stroke(points=((28, paper.y), (185, paper.y)), width=0.2))
        paper.gap(1.5)
        paper.line(head, bold=True)
        paper.gap(1)
        rows(paper, facts, column=55)
    paper.line("Namensführung in der Ehe", bold=True)
    paper.paragraph(f"Ehename: {case.family} (Recht: deutsch)")
    paper.gap(5)
    paper.line(f"Beispielheim, {german_long(case.issued)}")
    ending(paper, case, f"{case.rng.choice(STAFF).split()[-1]}, Standesbeamter")
    paper.stamp(135, paper.y - 24, "Standesamt", "Beispielheim", angle=case.rng.uniform(-10, 10), size=9)
    return paper


@fresh("personenstandsurkunde", "NBF")
def erklaerung_ehe_vordruck(case: Case) -> Paper:
    """Both spouses declare before the authority that they live together; ticks, warning, two signatures."""
    person, partner = case.person, spouse(case)
    paper = Paper(points=10.5, left=24, right=22, top=16)
    paper.line(f"{case.site.title} · {case.site.office}", size=9.5)
    paper.line(f"Az.: {person.file_number}", size=9.5)
    paper.gap(5)
    paper.line("Erklärung zum Bestehen der ehelichen Lebensgemeinschaft", size=14, bold=True)
    paper.gap(3)
    paper.table(
        ("", "Ausländische(r) Ehegatte", "Deutsche(r) Ehegatte"),
        [
            ("Name, Vorname", case.listed, partner.listed),
            ("geboren am", case.born, german(partner.born)),
            ("Staatsangeh.", person.origin.adjective, "deutsch"),
            ("Anschrift", person.street, person.street),
        ],
        (2, 4, 4),
        size=9.5,
    )
    paper.paragraph(f"Wir haben am {german(case.earlier(400, 1500))} die Ehe geschlossen. Wir erklären übereinstimmend:")  # fmt: skip
    paper.ticks(("Wir leben in einer gemeinsamen Wohnung zusammen.", True))
    paper.ticks(("Wir leben getrennt seit: ____________", False))
    paper.ticks(("Ein Antrag auf Scheidung wurde gestellt.", False))
    paper.gap(3)
    paper.paragraph("Uns ist bekannt, dass eine Trennung sofort mitzuteilen ist und dass unrichtige Angaben nach § 95 Abs. 2 Nr. 2 AufenthG mit Freiheitsstrafe bis zu drei Jahren oder mit Geldstrafe bestraft werden können.")  # fmt: skip
    place_and_date(paper, case, case.name)
    paper.gap(8)
    signature(paper, case.rng, x=112)
    paper.put(Stroke(points=((110, paper.y), (172, paper.y)), width=0.15))
    paper.text(110, paper.y + 4, partner.name, size=7.5)
    paper.gap(8)
    paper.line(f"Vor mir unterschrieben: {case.clerk}", size=9)
    return paper


@fresh("personenstandsurkunde", "NB", two_persons=True)
def vaterschaft_anerkennung_urkunde(case: Case) -> Paper:
    """A deed on paternity taken by the youth office: the man first, mother's consent, the child named."""
    other, kid = case.other, child(case)
    woman = f"{other.given_names} {other.family_name}" if other else "Nele Musterin"
    born = birth_text(other.birth_date) if other else "02.09.1992"
    paper = Paper(points=11, left=28, right=24, family="serif")
    block(paper, 28, 22, ("Landkreis Probenau – Fachdienst Jugend", f"Beurk.-Reg.-Nr. {case.rng.randint(10, 900)}/{case.issued:%Y}"), size=10)  # fmt: skip
    paper.y = 38
    paper.line("Urkunde über die Anerkennung der Vaterschaft", size=15, bold=True)
    paper.line("mit Zustimmung der Mutter", size=11)
    paper.gap(5)
    paper.paragraph(f"Gegenwärtig: {case.rng.choice(STAFF)} als ermächtigte Urkundsperson. Am {german_long(case.issued)} erschien in den Diensträumen")  # fmt: skip
    born_text = f", geboren am {born_long(case)} in {case.person.birth_place}" if case.born else ""
    paper.paragraph(f"{case.name}{born_text}, {case.person.origin.adjective}e Staatsangehörigkeit, wohnhaft {case.person.street}, {case.site.city}, ausgewiesen durch Nationalpass", indent=8)  # fmt: skip
    paper.paragraph(f"und erklärte: Ich erkenne an, der Vater des am {german(kid.born)} in Probenau geborenen Kindes Specimina {woman.rsplit(maxsplit=1)[-1]} zu sein.")  # fmt: skip
    paper.paragraph(f"Die gleichfalls erschienene Mutter des Kindes, {woman}, geboren am {born}, stimmt der Anerkennung zu.")  # fmt: skip
    paper.paragraph("Die Beteiligten wurden über die rechtlichen Wirkungen, insbesondere Unterhalt, Erbrecht und Staatsangehörigkeit, belehrt. Anhaltspunkte für einen Missbrauch nach § 1597a BGB liegen nicht vor.")  # fmt: skip
    paper.paragraph(
        "Vorgelesen, genehmigt, unterschrieben. Gedolmetscht hat " + case.rng.choice(INTERPRETERS) + "."
    )
    signature(paper, case.rng)
    signature(paper, case.rng, x=100)
    paper.line("Beglaubigte Abschrift für das Standesamt", size=9)
    return paper
