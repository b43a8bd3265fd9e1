"""Measured layouts of papers on free movement."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.identity import bearer, visible, zone
from tests.samples.documents.letter import signature, years_after
from tests.samples.documents.measured.heads import measured
from tests.samples.documents.measured.parts import block, spouse
from tests.samples.mrz import td1
from tests.samples.numbers import pattern, serial
from tests.samples.paper import Paper
from tests.samples.sheet import CARD, Frame, Portrait


@measured("freizuegigkeitsbescheinigung", "NBM", colour=True)
def aufenthaltsdokument_gb(case: Case) -> Paper:
    """The card of those who stayed after the withdrawal of the United Kingdom, both sides on one copy."""
    paper, person = Paper(), case.person
    number = serial(case.rng, case.site.serial_office)
    left = 28.0
    for top in (30.0, 175.0):
        paper.put(Frame(x=left, y=top, width=CARD[0] * 1.6, height=CARD[1] * 1.6, line=0.3, fill=(242, 244, 249)))  # fmt: skip
    paper.text(left + 4, 38, "D", size=12, bold=True)
    paper.text(left + 14, 38, "AUFENTHALTSDOKUMENT-GB", size=12, bold=True, family="wide")
    paper.text(left + 132, 38, number, size=11, align="right", family="ocr")
    paper.put(Portrait(x=left + 4, y=46, width=36, height=46))
    for index, (label, value) in enumerate(
        (
            ("NAME VORNAMEN  Surnames Forenames", case.family.upper()),
            ("", case.given.upper()),
            ("GESCHLECHT  STAATSANGEH.  GEB.-DATUM  Sex, nationality, date of birth", f"{person.sex}   {person.nationality}   {case.born.replace('.', ' ')}"),
            ("BEMERKUNGEN  Remarks", "ART. 50 EUV"),
            ("KARTE GÜLTIG BIS  Card expiry", german(years_after(case.issued, 10)).replace(".", " ")),
        )
    ):  # fmt: skip
        visible(paper, left + 46, 47 + index * 12, label, value, size=11)
    visible(paper, left + 5, 182, "AUSSTELLUNGSDATUM/-ORT  Date/place of issue", f"{german(case.issued)}  {case.site.city.upper()}", size=9.5)  # fmt: skip
    visible(paper, left + 5, 192, "GEBURTSORT  Place of birth", person.birth_place.upper(), size=9.5)
    visible(paper, left + 5, 202, "AUGENFARBE / GRÖSSE", f"BRAUN  {case.rng.randint(156, 190)} CM", size=9.5)
    visible(paper, left + 5, 212, "ANSCHRIFT", f"{case.site.postcode} {case.site.city.upper()}, {person.street.upper()}", size=8.5)  # fmt: skip
    visible(paper, left + 5, 221, "ANMERKUNGEN  Remarks", "ERWERBSTÄTIGKEIT ERLAUBT", size=9.5)
    zone(paper, td1(bearer(case, "AR", "D", number, expiry_years=10)), x=left + 4, y=234, width=128)
    return paper


@measured("freizuegigkeitsbescheinigung", "NBF", digital=True)
def bescheinigung_antrag_familienangehoerige(case: Case) -> Paper:
    """A third-country spouse has given in all papers; the certificate comes as a letter."""
    person, partner = case.person, spouse(case)
    paper = Paper(points=11, left=27, right=22)
    block(paper, 188, 22, (case.site.title, case.site.office, "Servicestelle EU", case.site.street, f"{case.site.postcode} {case.site.city}"), size=9, step=4.3, bold=1, align="right")  # fmt: skip
    block(paper, 27, 50, case.address)
    block(paper, 27, 80, (f"{case.site.city}, den {german_long(case.issued)}", f"Aktenzeichen (bitte stets angeben): {person.file_number}"), size=10)  # fmt: skip
    paper.y = 94
    paper.paragraph("Vollzug des Freizügigkeitsgesetzes/EU", bold=True, after=1)
    paper.paragraph("Bescheinigung gemäß § 5 Absatz 1 Satz 2 FreizügG/EU", bold=True, after=5)
    paper.paragraph(f"{case.salutation},")
    paper.paragraph(
        "hiermit wird Ihnen bestätigt, dass Sie die für den Nachweis Ihres Rechts erforderlichen Angaben gemacht haben."
    )
    paper.field("Name, Vorname", case.listed, column=50)
    if case.born:
        paper.field("geboren am", f"{case.born} in {person.birth_place}", column=50)
    paper.field("Staatsangehörigkeit", person.origin.adjective, column=50)
    paper.field("Stammberechtigt", f"{partner.name}, geb. {german(partner.born)}, spanisch", column=50)
    paper.gap(2)
    paper.paragraph(
        "Die Aufenthaltskarte für Familienangehörige von Unionsbürgern wird Ihnen binnen sechs Monaten ausgestellt, sofern die Prüfung keine Hindernisse ergibt. Bis dahin dürfen Sie sich im Bundesgebiet aufhalten und jede Erwerbstätigkeit ausüben."
    )
    paper.paragraph(
        f"Noch vorzulegen bis {german(case.later(20, 45))}: aktueller Arbeitsvertrag Ihres Ehegatten, biometrisches Lichtbild. Dieses Schreiben ersetzt keinen Pass und berechtigt nicht zur Reise ohne Visum."
    )
    paper.paragraph("Freundliche Grüße", after=0)
    signature(paper, case.rng)
    paper.line(case.clerk)
    return paper


@measured("freizuegigkeitsbescheinigung", "NB")
def bescheinigung_halbblatt(case: Case) -> Paper:
    """The small sheet that offices handed to citizens of the Union until 2013, with a running number."""
    person = case.person
    paper = Paper(size=(210.0, 148.0), points=10.5, left=22, right=22, top=14, bottom=14, family="serif")
    paper.put(Frame(x=12, y=9, width=186, height=128, line=0.6))
    paper.text(188, 19, f"Nr. {pattern('99999/99', case.rng)}", size=10, family="mono", align="right")
    paper.line(f"{case.site.title} – {case.site.office}", size=10)
    paper.gap(5)
    paper.line("B E S C H E I N I G U N G", size=15, bold=True, align="center")
    paper.line("über das gemeinschaftsrechtliche Aufenthaltsrecht", size=11, align="center")
    paper.line(
        "(§ 5 des Gesetzes über die allgemeine Freizügigkeit von Unionsbürgern)", size=9, align="center"
    )
    paper.gap(5)
    paper.boxes(("Familienname, Vornamen", case.listed, 3), ("Geburtsdatum", case.born, 1), family="wide")
    paper.boxes(("Staatsangehörigkeit", person.origin.adjective, 1), ("Anschrift", f"{person.street}, {case.site.city}", 2))  # fmt: skip
    paper.gap(4)
    paper.paragraph(
        f"Der/Die Genannte ist nach Maßgabe des Freizügigkeitsgesetzes/EU zur Einreise und zum Aufenthalt berechtigt. Zuzug nach Deutschland: {german(case.earlier(60, 900))}. Eine Arbeitsgenehmigung ist nicht erforderlich.",
        size=10,
    )
    paper.line("Änderungen der Anschrift sind der Meldebehörde mitzuteilen.", size=9)
    paper.gap(3)
    paper.line(f"{case.site.city}, {german(case.issued)}")
    signature(paper, case.rng, x=130)
    paper.line("Im Auftrag", align="right")
    paper.stamp(80, 104, case.site.city, "Siegel", angle=case.rng.uniform(-8, 8), size=8)
    return paper
