"""Measured layouts of German papers that stand in for a passport."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.identity import bearer, visible, zone
from tests.samples.documents.letter import signature, years_after
from tests.samples.documents.measured.heads import measured
from tests.samples.documents.measured.parts import block, short
from tests.samples.mrz import td3
from tests.samples.numbers import pattern, serial
from tests.samples.paper import Paper
from tests.samples.sheet import GREY, PALE, Frame, Portrait, Stroke


@measured("deutscher_passersatz", "NBM", colour=True)
def reiseausweis_aufgeschlagen(case: Case) -> Paper:
    """Two facing pages of the booklet for foreigners or stateless persons: notes above, data page below."""
    paper, person = Paper(), case.person
    stateless = person.nationality == "XXA"
    code = "PS" if stateless else "PT"
    number = serial(case.rng, case.site.serial_office)
    paper.put(Frame(x=40, y=22, width=130, height=184, line=0.3, fill=(243, 241, 246)))
    paper.put(Stroke(points=((40, 114), (170, 114)), width=0.6, ink=PALE))
    block(paper, 105, 34, ("BUNDESREPUBLIK DEUTSCHLAND", "Übereinkommen vom 28. September 1954" if stateless else "FEDERAL REPUBLIC OF GERMANY"), size=8.5, step=4.4, align="center")  # fmt: skip
    block(paper, 48, 56, ("Gültig für alle Staaten, außer:", "Valid for all countries except:"), size=7.5, step=3.6)  # fmt: skip
    paper.text(100, 58, "* * * * *", size=9)
    block(paper, 48, 70, ("Der Inhaber ist zur Rückkehr in die Bundesrepublik berechtigt bis:", "The holder is authorized to return until:"), size=7.5, step=3.6)  # fmt: skip
    paper.text(140, 72, german(years_after(case.issued, 3)), size=9, family="wide")
    block(paper, 48, 84, ("Amtliche Vermerke / Observations:", "Die Personalien beruhen auf Nachweisen."), size=7.5, step=3.6)  # fmt: skip
    paper.text(164, 109, "3", size=7, align="right", ink=GREY)
    paper.text(45, 122, "REISEAUSWEIS", size=11, bold=True)
    block(
        paper,
        45,
        126.5,
        ("für Staatenlose" if stateless else "für Ausländer", "TRAVEL DOCUMENT / TITRE DE VOYAGE"),
        size=6.5,
        step=3,
    )
    visible(paper, 105, 120, "Typ", code, size=8.5)
    visible(paper, 120, 120, "Kode", "D", size=8.5)
    visible(paper, 138, 120, "Ausweis-Nr.", number, size=8.5)
    paper.put(Portrait(x=45, y=134, width=30, height=40))
    for index, (label, value) in enumerate(
        (
            ("1. Name / Surname", case.family.upper()),
            ("2. Vornamen / Given names", case.given.upper()),
            ("3. Staatsangehörigkeit / Nationality", "STAATENLOS / XXA" if stateless else person.nationality),
            ("4. Geburtstag / Date of birth", case.born.replace(".", " ")),
            ("5. Geburtsort / Place of birth", person.birth_place.upper()),
            ("6. Ausstellungsdatum / Date of issue", german(case.issued).replace(".", " ")),
        )
    ):
        visible(paper, 80, 134 + index * 8.2, label, value, size=8.5)
    visible(paper, 140, 158.6, "Geschlecht / Sex", person.sex, size=8.5)
    visible(paper, 140, 166.8, "Größe", f"{case.rng.randint(158, 190)} CM", size=8.5)
    visible(paper, 140, 175, "Gültig bis", german(years_after(case.issued, 3)).replace(".", " "), size=8.5)
    visible(paper, 80, 183.2, "7. Behörde / Authority", case.site.title.upper()[:34], size=7.5)
    zone(paper, td3(bearer(case, code, "D", number, expiry_years=3)), x=44, y=196, width=122)
    return paper


@measured("deutscher_passersatz", "NB")
def notreiseausweis_blatt(case: Case) -> Paper:
    """One folded leaf filled in by hand at the border, valid for days and without a zone."""
    paper, person = Paper(points=10), case.person
    paper.put(Frame(x=30, y=28, width=150, height=205, line=0.4, fill=(246, 246, 240)))
    paper.left, paper.right_edge, paper.y = 36, 174, 34
    paper.line("BUNDESREPUBLIK DEUTSCHLAND", size=11, align="center")
    paper.line("Notreiseausweis", size=19, bold=True, align="center")
    paper.line("Emergency Travel Document – Titre de voyage provisoire", size=8, align="center")
    paper.line(f"Nr. {pattern('L 9999999', case.rng)}", size=11, family="mono", align="center")
    paper.gap(5)
    paper.put(Portrait(x=36, y=paper.y, width=35, height=45))
    for number, (label, value) in enumerate(
        (
            ("Name", case.family),
            ("Vornamen", case.given),
            ("Geburtsdatum und -ort", ", ".join(filter(None, (case.born, person.birth_place)))),
            ("Staatsangehörigkeit", person.origin.adjective),
            ("Größe / Augenfarbe", f"{case.rng.randint(155, 192)} cm / braun"),
        )
    ):
        visible(paper, 76, paper.y + 4 + number * 9.4, label, value, size=10)
    paper.gap(54)
    paper.line("Gültig für", size=8)
    paper.line("einmalige Ausreise aus dem Bundesgebiet und Wiedereinreise", indent=4)
    paper.line("in der Zeit", size=8)
    paper.line(f"vom {german(case.issued)} bis {german(case.later(5, 28))}", indent=4, bold=True)
    paper.gap(3)
    paper.paragraph(
        "Die Identität des Inhabers wurde glaubhaft gemacht durch: abgelaufener Heimatpass. Dieser Ausweis ist nach Ablauf unverzüglich zurückzugeben (§ 13 AufenthV).",
        size=8.5,
    )
    paper.gap(4)
    paper.line(f"Musterhafen, den {german(case.issued)}")
    paper.line("Bundespolizeiinspektion Flughafen", size=9)
    signature(paper, case.rng)
    paper.stamp(118, paper.y - 20, "Bundespolizei", "Siegel 14", angle=case.rng.uniform(-10, 10), size=9)
    return paper


@measured("deutscher_passersatz", "NBFA")
def ausweisersatz_bescheinigung(case: Case) -> Paper:
    """A six-sided grey leaf, copied unfolded: three panels side by side on a sheet laid across."""
    paper, person = Paper(size=(297.0, 210.0), left=15, right=15, top=18, points=9.5), case.person
    for edge in (15, 104, 193):
        paper.put(Frame(x=edge, y=25, width=89, height=125, line=0.3, fill=(240, 240, 240)))
    block(paper, 59.5, 45, ("Bundesrepublik", "Deutschland"), size=11, step=5.5, align="center")
    block(paper, 59.5, 70, ("AUSWEISERSATZ",), size=17, bold=1, align="center")
    block(paper, 59.5, 78, ("§ 48 Abs. 2 in Verbindung mit", "§ 78a Abs. 4 des Aufenthaltsgesetzes"), size=8, step=4, align="center")  # fmt: skip
    paper.text(59.5, 110, f"T {pattern('99999999', case.rng)}", size=12, family="mono", align="center")
    paper.put(Portrait(x=109, y=31, width=32, height=41))
    for number, (label, value) in enumerate((("NAME", case.family), ("VORNAMEN", case.given))):
        visible(paper, 145, 36 + number * 11, label, value, size=9)
    for number, (label, value) in enumerate(
        (
            ("GEBURTSTAG UND -ORT", " ".join(filter(None, (case.born, person.birth_place)))),
            ("STAATSANGEHÖRIGKEIT", f"{person.origin.adjective} (ungeklärt)"),
            ("ANSCHRIFT", f"{case.site.city}, {person.street}"),
            ("AZR-NUMMER", person.azr_number),
            ("AKTENZEICHEN", person.file_number),
        )
    ):
        visible(paper, 109, 78 + number * 10.5, label, value, size=9)
    paper.text(109, 140, "Die Personalangaben beruhen auf eigenen Angaben.", size=7.5)
    block(paper, 197, 36, ("GÜLTIG BIS", german(case.later(200, 700))), size=9.5, step=5, bold=1)
    block(paper, 197, 52, ("VERLÄNGERT BIS", "– – – – – –"), size=9.5, step=5, bold=1)
    block(paper, 197, 72, ("Der Ausweisersatz gilt nur in Verbindung mit", f"dem Aufenthaltstitel vom {short(case.earlier(3, 90))}.", "Er berechtigt nicht zum Grenzübertritt."), size=8.5, step=4.2)  # fmt: skip
    block(paper, 197, 100, (f"{case.site.city}, {german_long(case.issued)}", case.site.title, case.site.office), size=8.5, step=4.4)  # fmt: skip
    paper.y = 118
    signature(paper, case.rng, x=200)
    paper.stamp(240, 112, case.site.city, "Dienstsiegel 7", angle=case.rng.uniform(-12, 12), size=8)
    return paper
