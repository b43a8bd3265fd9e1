"""Measured layouts of birth certificates: the child is the subject, the parents are not."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.letter import signature
from tests.samples.documents.measured.heads import measured, rows
from tests.samples.documents.measured.parts import block, born_long, father, mother
from tests.samples.names import INTERPRETERS, STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import Frame, Stroke


@measured("geburtsurkunde", "NB")
def abstammungsurkunde(case: Case) -> Paper:
    """The certificate before 2009, a form completed in typewriter face; the dates in words."""
    person, dad, mum = case.person, father(case), mother(case)
    paper = Paper(size=(148.0, 210.0), points=11, family="serif", left=20, right=16, top=18)
    paper.put(Frame(x=9, y=9, width=130, height=188, line=0.5))
    paper.put(Frame(x=10.5, y=10.5, width=127, height=185, line=0.2))
    paper.line("Abstammungsurkunde", size=18, bold=True, align="center")
    paper.gap(3)
    paper.line(f"(Standesamt Musterkirchen     Nr. {case.rng.randint(1, 900)}/{person.birth_date[:4]})", size=9.5, align="center")  # fmt: skip
    paper.gap(6)
    paper.paragraph(case.name, bold=True, after=1)
    born = f"ist am {born_long(case)}" if case.born else "ist"
    paper.paragraph(
        f"{born} um {case.rng.randint(0, 23)} Uhr {case.rng.randint(1, 59)} Minuten in {person.birth_place} geboren."
    )
    paper.paragraph(f"Vater: {dad.name}, Elektriker, ohne Bekenntnis, wohnhaft daselbst", after=3)
    paper.paragraph(
        f"Mutter: {mum.given} {case.family}, geborene {mum.family}, wohnhaft bei ihrem Ehemann", after=3
    )
    paper.paragraph("Änderungen des Geburtseintrags: keine")
    paper.paragraph(
        f"Vermerke: Eheschließung der Eltern am {german_long(dad.born.replace(year=dad.born.year + 24, day=3))} in {person.birth_place}.",
        size=9.5,
    )
    paper.gap(8)
    paper.line(f"Musterkirchen, den {german_long(case.issued)}")
    paper.gap(3)
    paper.line("Der Standesbeamte")
    paper.line("In Vertretung")
    signature(paper, case.rng)
    paper.line(case.rng.choice(STAFF).split()[-1])
    paper.stamp(85, 160, "Standesamt", "Musterkirchen", angle=case.rng.uniform(-9, 9), size=9)
    return paper


@measured("geburtsurkunde", "NB")
def geburtsschein_uebersetzt(case: Case) -> Paper:
    """A foreign civil register's certificate as a translator renders it, notes in brackets."""
    person, dad, mum = case.person, father(case), mother(case)
    paper = Paper(points=11.5, family="serif", left=30, right=25)
    block(paper, 185, 18, (f"{case.rng.choice(INTERPRETERS)}", "öffentlich bestellt und beeidigt", "10999 Musterberlin"), size=8.5, step=4, align="right")  # fmt: skip
    paper.y = 36
    paper.line(f"[Übersetzung aus der {person.origin.adjective}en Sprache]", size=10)
    paper.gap(6)
    paper.line(f"[Wappen]  STAAT {person.origin.country.upper()}", align="center")
    paper.line("Generaldirektion für Personenstandsangelegenheiten", size=10.5, align="center")
    paper.line("GEBURTSSCHEIN", size=16, bold=True, align="center")
    paper.gap(4)
    rows(
        paper,
        (
            ("Registerbezirk / Band / Seite", f"{person.birth_place} / {case.rng.randint(1, 90)} / {case.rng.randint(1, 400)}"),
            ("Name des Neugeborenen", case.given),
            ("Familienname (Sippe)", case.family),
            ("Geschlecht", "weiblich" if person.sex == "F" else "männlich"),
            ("Tag der Geburt in Ziffern", case.born),
            ("Ort der Geburt", person.birth_place),
            ("Name des Vaters", dad.given),
            ("Geburtsjahr des Vaters", f"{dad.born:%Y}"),
            ("Name und Sippe der Mutter", f"{mum.given} / {mum.family}"),
            ("Religion", "[unleserlich]"),
            ("Tag der Eintragung", german(case.earlier(30, 90))),
        ),
        column=70,
    )  # fmt: skip
    paper.paragraph(
        f"Dieser Auszug wurde auf Antrag am {german(case.issued)} ausgefertigt. Gebühr entrichtet. [Unterschrift, Rundsiegel des Registerbeamten. Rückseite: Legalisationsvermerk des Außenministeriums Nr. {pattern('99999', case.rng)}]"
    )
    paper.gap(6)
    paper.put(Stroke(points=((30, paper.y), (185, paper.y)), width=0.2))
    paper.paragraph(
        "Die Übereinstimmung mit der mir in Kopie vorgelegten Urkunde bestätige ich. Die Schreibweise der Namen folgt ISO 233.",
        size=9.5,
    )
    signature(paper, case.rng)
    return paper


@measured("geburtsurkunde", "NB")
def formblatt_eu_geburt(case: Case) -> Paper:
    """The multilingual standard form added to a certificate, numbered fields with codes of languages."""
    person, dad, mum = case.person, father(case), mother(case)
    paper = Paper(points=9.5, left=20, right=20, top=16)
    paper.line("EUROPÄISCHE UNION    ANHANG I", size=9, bold=True)
    paper.line("GEBURT", size=15, bold=True)
    paper.line("Mehrsprachiges Formular (EU-Formular) gemäß Artikel 7 der Verordnung (EU) 2016/1191", size=9)
    paper.line("Dieses Formular dient allein als Übersetzungshilfe und hat keine eigenständige Rechtswirkung.", size=8)  # fmt: skip
    paper.gap(4)
    for label, value in (
        ("1. AUSSTELLENDE BEHÖRDE", "Standesamt Beispielheim, Deutschland (DE)"),
        ("2. ART DER ÖFFENTLICHEN URKUNDE", "Ausdruck aus dem Geburtenregister"),
        ("2.1 Ausstellungsdatum (TT/MM/JJJJ)", f"{case.issued:%d/%m/%Y}"),
        ("2.2 Bezugsnummer", f"G {case.rng.randint(1, 2000)}/{person.birth_date[:4]}"),
        ("3. ANGABEN ZUR BETROFFENEN PERSON", ""),
        ("3.1 Name(n) vor der Eheschließung", case.family),
        ("3.2 Vorname(n)", case.given),
        ("3.3 Geburtsdatum", case.born),
        ("3.4 Geburtsort und -land", f"{person.birth_place}, {person.nationality}"),
        ("3.5 Geschlecht", person.sex),
        ("4. ELTERNTEIL A", ""),
        ("4.1 Name(n), Vorname(n)", mum.listed),
        ("4.2 Geburtsdatum", german(mum.born)),
        ("5. ELTERNTEIL B", ""),
        ("5.1 Name(n), Vorname(n)", dad.listed),
        ("5.2 Geburtsdatum", german(dad.born)),
        ("6. UNTERSCHRIFTSFELD", ""),
        ("6.1 Name und Amt", f"{case.rng.choice(STAFF)}, Urkundsperson"),
        ("6.2 Datum", f"{case.issued:%d/%m/%Y}"),
    ):
        if value or label[1:3] == ". ":
            paper.field(label, value, column=78, bold=bool(value))
    paper.gap(4)
    signature(paper, case.rng, x=100)
    paper.stamp(40, paper.y - 8, "Standesamt", "Beispielheim", angle=case.rng.uniform(-8, 8), size=8)
    return paper
