"""Section Familie: birth, marriage, divorce certificates and family declarations."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from datetime import date

from tests.samples.documents.case import Case, birth_text, german, german_long
from tests.samples.documents.layouts import layout
from tests.samples.documents.letter import place_and_date, receipt_stamp
from tests.samples.names import INTERPRETERS, JUDGES
from tests.samples.paper import Paper


def _register_number(case: Case, kind: str) -> str:
    return f"{kind} {case.rng.randint(10, 999)}/{case.issued.year}"


@layout("geburtsurkunde", "NB")
def geburtsurkunde(case: Case) -> Paper:
    """Child and two parents; the child is the subject."""
    paper, person = Paper(points=11, family="serif"), case.person
    paper.line("Bundesrepublik Deutschland", size=10, align="center")
    paper.line("Geburtsurkunde", size=22, bold=True, align="center")
    paper.gap(4)
    paper.field("Standesamt", case.site.city)
    paper.field("Registernummer", _register_number(case, "G"))
    paper.heading("Kind")
    paper.field("Geburtsname", case.family, bold=True)
    paper.field("Vorname(n)", case.given, bold=True)
    paper.field("Geburtstag", case.born)
    paper.field("Geburtsort", person.birth_place)
    paper.field("Geschlecht", {"F": "weiblich", "M": "männlich"}[person.sex])
    paper.heading("Mutter")
    paper.field("Familienname", case.family)
    paper.field("Vorname(n)", case.pick("Mira Urkunda", "Lea Standesina", "Nora Muttermann"))
    paper.heading("Vater")
    paper.field("Familienname", case.family)
    paper.field("Vorname(n)", case.pick("Ben Urkundo", "Jan Vatermann", "Tim Registrius"))
    place_and_date(paper, case, "Standesbeamtin / Standesbeamter (Siegel)")
    paper.stamp(85, paper.y - 24, "Standesamt", case.site.city, angle=case.rng.uniform(-14, 14), size=9)
    return paper


@layout("geburtsurkunde", "NB")
def geburtsurkunde_international(case: Case) -> Paper:
    """Extract on the multilingual form (CIEC)."""
    paper, person = Paper(points=9.5), case.person
    paper.line(
        "Auszug aus dem Geburtenregister – Extrait de l'acte de naissance – Birth certificate",
        size=10.5,
        bold=True,
    )
    paper.line("Mehrsprachige Geburtsurkunde (Übereinkommen CIEC Nr. 16)", size=8.5)
    paper.gap(4)
    day = case.born.split(".") if case.born else ["", "", ""]
    rows = (("1 Staat / État / State", person.origin.country), ("2 Standesamtsbehörde / Service de l'état civil", person.birth_place),
            ("4 Tag und Ort der Geburt / Date and place of birth", f"Jo {day[0]}  Mo {day[1]}  An {day[2]}   {person.birth_place}"),
            ("5 Name / Nom / Surname", case.family), ("6 Vornamen / Prénoms / Forenames", case.given),
            ("7 Geschlecht / Sexe / Sex", person.sex), ("8 Vater / Père / Father", case.pick("Elternmann, Paul", "Papasson, Dino")),
            ("9 Mutter / Mère / Mother", case.pick("Elternmann, Pia", "Mamasson, Dora")))  # fmt: skip
    for label, value in rows:
        paper.boxes((label, value, 1), height=11, family="wide")
    paper.boxes(
        ("11 Tag der Ausstellung, Unterschrift, Siegel / Date d'établissement", f"{german(case.issued)}", 1),
        height=16,
    )
    paper.stamp(140, paper.y - 14, "Service de l'état civil", angle=case.rng.uniform(-8, 8), size=8)
    return paper


def _spouse(case: Case) -> tuple[str, str, str]:
    if case.other:
        return case.other.family_name, case.other.given_names, birth_text(case.other.birth_date)
    return (
        case.pick("Gattinger", "Partnermann", "Ehegartner"),
        case.pick("Kim", "Alex", "Sascha"),
        "22.05.1984",
    )


@layout("personenstandsurkunde", "NB", two_persons=True)
def eheurkunde(case: Case) -> Paper:
    paper, spouse = Paper(points=11, family="serif"), _spouse(case)
    wed = case.earlier(5, 400)
    paper.line("Eheurkunde", size=22, bold=True, align="center")
    paper.gap(4)
    paper.field("Standesamt", f"{case.site.city}, {_register_number(case, 'E')}")
    paper.field("Tag und Ort der Eheschließung", f"{german_long(wed)}, {case.site.city}", column=65)
    for head, family, given, born in (
        ("Ehegatte 1", case.family, case.given, case.born),
        ("Ehegatte 2", *spouse),
    ):
        paper.heading(head)
        paper.field("Familienname", family, bold=True)
        paper.field("Vorname(n)", given, bold=True)
        paper.field("Geburtstag", born)
    paper.gap(4)
    paper.paragraph(
        "Ehename: kein gemeinsamer Ehename bestimmt. Vorgelegt wurden Geburtsurkunden, Reisepässe und Meldebescheinigungen."
    )
    place_and_date(paper, case, "Standesbeamter (Siegel)")
    return paper


@layout("personenstandsurkunde", "NBF", two_persons=True)
def erklaerung_lebensgemeinschaft(case: Case) -> Paper:
    paper, spouse = Paper(points=10.5), _spouse(case)
    paper.line(f"{case.site.title} – {case.site.office}", size=9.5)
    paper.line("Erklärung über das Bestehen der ehelichen Lebensgemeinschaft", size=14, bold=True)
    paper.gap(4)
    paper.boxes(("Aktenzeichen", case.person.file_number, 1))
    paper.boxes(("Antragsteller/in: Name, Vorname", case.listed, 2), ("geb. am", case.born, 1), family="wide")
    paper.boxes(
        ("Ehegatte: Name, Vorname", f"{spouse[0]}, {spouse[1]}", 2), ("geb. am", spouse[2], 1), family="wide"
    )
    paper.gap(4)
    paper.paragraph(
        "Wir erklären, dass wir in ehelicher Lebensgemeinschaft in einer gemeinsamen Wohnung leben und keine Scheidung "
        "beabsichtigen. Uns ist bekannt, dass falsche Angaben strafbar sind und zur Rücknahme der Aufenthaltserlaubnis "
        "führen können (Belehrung nach § 95 Abs. 2 Nr. 2 AufenthG)."
    )
    place_and_date(paper, case, "Antragsteller/in")
    place_and_date(paper, case, "Ehegatte")
    receipt_stamp(paper, case, y=220)
    return paper


@layout("personenstandsurkunde", "NB")
def scheidungsurteil(case: Case) -> Paper:
    paper, spouse = Paper(points=11.5, family="serif"), _spouse(case)
    paper.line(f"Amtsgericht {case.site.city} – Familiengericht", size=13, bold=True)
    paper.line(
        f"Aktenzeichen: {case.rng.randint(50, 59)} F {case.rng.randint(10, 999)}/{case.issued:%y}", size=10.5
    )
    paper.gap(8)
    paper.line("Scheidungsbeschluss", size=16, bold=True, align="center")
    paper.gap(4)
    paper.paragraph("In der Familiensache")
    paper.paragraph(
        f"{case.name}{case.born_phrase}, {case.person.street}, {case.site.city} – Antragsteller/in –",
        indent=10,
    )
    paper.paragraph(f"gegen {spouse[1]} {spouse[0]}, unbekannten Aufenthalts – Antragsgegner/in –", indent=10)
    paper.paragraph(
        f"hat das Amtsgericht durch Richter am Amtsgericht {case.rng.choice(JUDGES)} am {german(case.issued)} beschlossen:"
    )
    paper.paragraph(
        f"1. Die am {german(date(case.issued.year - 7, 6, 12))} vor dem Standesamt geschlossene Ehe der Beteiligten wird geschieden.",
        indent=5,
    )
    paper.paragraph(
        "2. Ein Versorgungsausgleich findet nicht statt. Die Sorgeerklärung bleibt unberührt.", indent=5
    )
    paper.paragraph(f"Dolmetscher in der Sitzung: {case.rng.choice(INTERPRETERS)}.")
    place_and_date(paper, case, "Urkundsbeamtin der Geschäftsstelle")
    return paper
