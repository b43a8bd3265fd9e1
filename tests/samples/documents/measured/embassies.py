"""Measured layouts of papers from abroad: passports, visa procedures, sponsors."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, birth_text, german, german_long
from tests.samples.documents.identity import bearer, visible, zone
from tests.samples.documents.letter import receipt_stamp, signature, to_office, years_after
from tests.samples.documents.measured.heads import measured, rows
from tests.samples.documents.measured.parts import abbreviated, block, short, spouse
from tests.samples.mrz import td3
from tests.samples.names import STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import Frame, Portrait, Stroke


@measured("reisepass", "NBDM", colour=True)
def pass_hochformat(case: Case) -> Paper:
    """An older booklet held upright: the signature page above, facts in one column, months as words."""
    paper, person = Paper(), case.person
    paper.put(Frame(x=45, y=15, width=120, height=190, line=0.3, fill=(245, 243, 238)))
    block(paper, 105, 28, (person.origin.country.upper(), "PASSEPORT – PASSPORT"), size=13, step=7, bold=1, align="center")  # fmt: skip
    paper.y = 52
    signature(paper, case.rng, x=85)
    paper.text(105, 68, "Signature du titulaire / Signature of bearer", size=6.5, align="center")
    paper.put(Stroke(points=((45, 104), (165, 104)), width=0.4))
    paper.put(Portrait(x=49, y=112, width=32, height=42))
    months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
    issue, end = case.issued, years_after(case.issued, 5)
    for index, (label, value) in enumerate(
        (
            ("Nom / Name", case.family.upper()),
            ("Prénoms / Given names", case.given.upper()),
            ("Sexe / Sex    Nationalité / Nationality", f"{person.sex}    {person.nationality}"),
            ("Date et lieu de naissance / Date and place of birth", f"{case.born.replace('.', ' ')}  {person.birth_place.upper()}"),
            ("No. du passeport / Passport No.", person.passport_number),
            ("Délivré le / Issued on", f"{issue.day:02d} {months[issue.month - 1]} {issue.year}"),
            ("Expire le / Expires on", f"{end.day:02d} {months[end.month - 1]} {end.year}"),
            ("Autorité / Issued by", "DIRECTION GENERALE"),
        )
    ):  # fmt: skip
        visible(paper, 86, 112 + index * 9, label, value, size=8.5)
    zone(paper, td3(bearer(case, "P", person.nationality, person.passport_number, expiry_years=5)), x=48, y=193, width=114)  # fmt: skip
    return paper


@measured("visumverfahren", "NBD")
def visumantrag_formular(case: Case) -> Paper:
    """The application for a national visum, filled in on a screen and signed at the mission."""
    person, host = case.person, spouse(case)
    paper = Paper(points=9, left=18, right=18, top=14)
    paper.put(Portrait(x=168, y=12, width=23, height=29))
    paper.line("Antrag auf Erteilung eines nationalen Visums", size=14, bold=True)
    paper.line("Application for a National Visa – dieses Formular ist kostenlos", size=9)
    paper.gap(20)
    paper.boxes(("1. Name (Familienname)", case.family, 1), ("2. Familienname bei der Geburt", person.birth_name or case.family, 1), family="wide")  # fmt: skip
    paper.boxes(("3. Vorname(n)", case.given, 2), ("4. Geburtsdatum", case.born, 1), family="wide")
    paper.boxes(("5. Geburtsort", person.birth_place, 1), ("6. Geburtsland", person.origin.country, 1), ("7. Staatsangehörigkeit(en)", person.nationality, 1))  # fmt: skip
    paper.boxes(("8. Geschlecht", person.sex, 1), ("9. Familienstand", "verheiratet", 1), ("10. Beruf", "Lehrer/in", 2))  # fmt: skip
    paper.boxes(("11. Art des Reisedokuments", "normaler Pass", 1), ("12. Nummer", person.passport_number, 1), ("13. ausgestellt am", german(case.earlier(200, 900)), 1), ("14. gültig bis", german(case.later(900, 2000)), 1))  # fmt: skip
    paper.boxes(("15. Zweck des Aufenthaltes in Deutschland", "Familienzusammenführung", 1), ("16. Beabsichtigte Dauer", f"von {short(case.later(60, 90))} bis unbefristet", 1))  # fmt: skip
    paper.boxes(("17. Referenzperson in Deutschland", f"{host.name}, geb. {german(host.born)}", 2), ("Ort", case.site.city, 1))  # fmt: skip
    paper.boxes(("18. Frühere Aufenthalte in Deutschland", "nein", 1), ("19. Vorstrafen", "nein", 1), ("20. Lebensunterhalt", "Ehegatte", 1))  # fmt: skip
    paper.gap(4)
    paper.paragraph(
        "Ich versichere, vorstehende Angaben nach bestem Wissen und Gewissen richtig und vollständig gemacht zu haben. Ich bin belehrt worden, dass ein Visum bei falschen Angaben versagt oder annulliert werden kann.",
        size=8.5,
    )
    paper.gap(8)
    paper.line(f"{person.birth_place}, {german(case.issued)}")
    signature(paper, case.rng, x=110)
    paper.line("Ort und Datum / Unterschrift", size=7.5)
    return paper


@measured("visumverfahren", "NBF")
def stellungnahme_an_botschaft(case: Case) -> Paper:
    """The immigration authority refuses its consent; short, to the mission, with its own number first."""
    paper = Paper(points=10.5, family="mono", left=22)
    paper.line(f"{case.site.title}")
    paper.line(f"{case.site.office}, {case.site.street}, {case.site.postcode} {case.site.city}")
    paper.gap(6)
    paper.line("Deutsche Botschaft / Visastelle")
    paper.line("über Auswärtiges Amt, Kurierabfertigung")
    paper.gap(6)
    paper.line(f"Unser Az.: {case.person.file_number}   RK {pattern('999999', case.rng)}")
    paper.line(f"{case.site.city}, {short(case.issued)}")
    paper.gap(6)
    paper.paragraph("Visaverfahren Ausland -> Inland, Votum der beteiligten Behörde", bold=True)
    paper.paragraph(f"{case.listed}{case.born_phrase}", bold=True)
    paper.paragraph(
        f"Der Erteilung des beantragten Visums wird n i c h t zugestimmt. Ihre Beteiligung vom {german(case.earlier(20, 60))}."
    )
    paper.paragraph(
        "Der Lebensunterhalt ist nicht gesichert: Das Einkommen des hier lebenden Ehegatten reicht für drei Personen nicht aus, der Bedarf liegt um rund 410 EUR höher. Die Wohnung hat ein Zimmer. Der Nachweis einfacher Sprachkenntnisse fehlt."
    )
    paper.paragraph("Die Referenzperson wurde angehört. Unterlagen verbleiben hier.")
    paper.line("Im Auftrag")
    signature(paper, case.rng)
    paper.line(case.clerk)
    return paper


@measured("verpflichtungserklaerung", "NBD", two_persons=True)
def formalverpflichtung_neu(case: Case) -> Paper:
    """The newer form on watermarked paper, host in the upper half, guest in the lower, office at the foot."""
    person, other = case.person, case.other
    name, born = (
        (f"{other.family_name}, {other.given_names}", birth_text(other.birth_date))
        if other
        else ("Gastgebermann, Robina", "23.04.1968")
    )
    paper = Paper(points=9.5, left=18, right=18, top=14)
    paper.line("Bundesrepublik Deutschland", size=9)
    paper.line(f"Nr. D {pattern('99999999', case.rng)}", size=9, align="right")
    paper.line("Verpflichtungserklärung", size=16, bold=True)
    paper.line("nach § 68 in Verbindung mit §§ 66 und 67 des Aufenthaltsgesetzes", size=9)
    paper.gap(3)
    paper.line("Der/Die Unterzeichnende", bold=True)
    paper.gap(1)
    paper.boxes(("Name, Vorname", name, 2), ("geboren am", born, 1), ("Staatsangehörigkeit", "deutsch", 1))
    paper.boxes(("wohnhaft in", f"Demoring 5, {case.site.city}", 2), ("Beruf", "Ingenieur/in", 1), ("Arbeitgeber", "Testwerk AG", 1))  # fmt: skip
    paper.gap(3)
    paper.line("verpflichtet sich, für", bold=True)
    paper.gap(1)
    paper.boxes(("Name", case.family, 1), ("Vorname", case.given, 1), family="wide")
    paper.boxes(("geboren am", case.born, 1), ("in", person.birth_place, 1), ("Staatsangehörigkeit", person.origin.adjective, 1), ("Reisepass Nr.", person.passport_number, 1))  # fmt: skip
    paper.boxes(("vom Beginn der voraussichtlichen Visumgültigkeit am", german(case.later(20, 60)), 1), ("bis zur Beendigung des Aufenthalts, längstens fünf Jahre", "Besuch, 60 Tage", 1))  # fmt: skip
    paper.gap(3)
    paper.paragraph(
        "die Kosten für den Lebensunterhalt und die Ausreise zu tragen. Umfasst sind Ernährung, Wohnung, Bekleidung sowie Krankheit und Pflege. Mir ist bekannt, dass die Beträge vollstreckt werden können. Auf die Strafbarkeit unrichtiger Angaben bin ich hingewiesen worden."
    )
    paper.gap(4)
    paper.line(f"{case.site.city}, {german(case.issued)}")
    signature(paper, case.rng, x=110)
    paper.line("Der/Die Verpflichtungserklärende", size=7.5, align="right")
    paper.rule()
    paper.line("Stellungnahme der Ausländerbehörde: Finanzielle Leistungsfähigkeit nachgewiesen.", size=9)
    paper.line(f"Gebühr 29 EUR   {case.clerk}", size=9)
    paper.stamp(120, paper.y, case.site.city, "Siegel", angle=case.rng.uniform(-9, 9), size=9)
    return paper


@measured("aktenabgabe", "NBFA")
def aktenanforderung_fax(case: Case) -> Paper:
    """Another authority wants the file; a faxed form with ticks, the present holder's number asked for."""
    paper, person = Paper(points=10.5, family="serif", left=22), case.person
    paper.line("Stadt Musterhafen – Einwohner-Zentralamt – Ausländerabteilung", size=10)
    paper.line(f"Telefax {short(case.issued)}    1 Seite", size=9)
    paper.gap(8)
    for line in to_office(case):
        paper.line(line)
    paper.gap(8)
    paper.line("Bitte um Überlassung der Ausländerakte", size=14, bold=True)
    paper.gap(3)
    rows(paper, (("betrifft", case.listed), ("geb.", case.born), ("AZR-Nr.", person.azr_number), ("dortiges Zeichen", person.file_number), ("zugezogen am", german(case.earlier(5, 30))), ("hierher gemeldet", "Elbprobe 77, Musterhafen")), column=45)  # fmt: skip
    paper.ticks(("Akte im Original", True), ("nur Kopien", False), ("leihweise", False))
    paper.ticks(("elektronisch im XDOMEA-Format", False), ("Datensatz bitte ebenfalls", True))
    paper.gap(3)
    paper.paragraph(
        f"Die Zuständigkeit ist hierher übergegangen. Für eine Übersendung bis {german(case.later(10, 20))} wäre ich dankbar; hier ist über eine Verlängerung zu entscheiden."
    )
    paper.line(f"Musterhafen, {abbreviated(case.issued)}")
    signature(paper, case.rng)
    paper.line(case.rng.choice(STAFF))
    receipt_stamp(paper, case, x=130, y=40)
    paper.gap(4)
    paper.line(f"Vermerk: Akte abgegeben {german(case.later(10, 14))}, Fehlblatt angelegt.", size=9)
    block(paper, 25, 280, (f"gedruckt {german_long(case.issued)}",), size=7)
    return paper
