"""Measured layouts of the asylum procedure's first papers and notices."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.identity import bearer, visible, zone
from tests.samples.documents.letter import receipt_stamp, signature, to_office
from tests.samples.documents.measured.heads import measured
from tests.samples.documents.measured.parts import abbreviated, block, child, mother, short, spouse
from tests.samples.mrz import td2
from tests.samples.names import LAWYERS, STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import Frame, Portrait, Stroke


@measured("ankunftsnachweis", "NBAM", colour=True)
def ankunftsnachweis_gefaltet(case: Case) -> Paper:
    """The paper copied unfolded: the picture panel above, children and remarks below, a code of squares."""
    paper, person = Paper(), case.person
    number = pattern("L9999999", case.rng)
    paper.put(Frame(x=50, y=18, width=110, height=150, line=0.3, fill=(240, 245, 241)))
    block(paper, 55, 26, ("BUNDESREPUBLIK DEUTSCHLAND", "ANKUNFTSNACHWEIS", "Bescheinigung über die Meldung als Asylsuchende(r)", "§ 63a AsylG – Proof of arrival"), size=8, step=4, bold=2)  # fmt: skip
    paper.text(156, 26, number, size=10, family="ocr", align="right")
    paper.put(Portrait(x=55, y=44, width=28, height=36))
    for index, (label, value) in enumerate(
        (
            ("Familienname / Surname", case.family.upper()),
            ("Vorname(n) / Given names", case.given.upper()),
            ("Geburtsdatum / Date of birth", case.born),
            ("Staatsangehörigkeit / Nationality", person.nationality),
        )
    ):
        visible(paper, 88, 46 + index * 9, label, value, size=9)
    for index, (label, value) in enumerate(
        (
            ("Zuständige Aufnahmeeinrichtung", "EAE Musterheide, 69000 Heidelheim"),
            ("AZR-Nummer", person.azr_number),
            ("Ausgestellt am / gültig bis", f"{german(case.issued)} / {german(case.later(150, 180))}"),
            ("Ausstellende Behörde", "BAMF Ankunftszentrum Musterheide"),
            ("Begleitende Minderjährige", f"{child(case).given}"),
        )
    ):
        visible(paper, 55, 88 + index * 9, label, value, size=8.5)
    paper.text(
        55, 141, "Die Angaben zur Person beruhen auf den Angaben der Inhaberin / des Inhabers.", size=6
    )
    zone(paper, td2(bearer(case, "ME", "D", number, expiry_years=1)), x=54, y=154, width=102)
    return paper


@measured("aufenthaltsgestattung", "NBF")
def gestattung_blatt_auflagen(case: Case) -> Paper:
    """A sheet of an office with several extensions stamped below one another."""
    person = case.person
    paper = Paper(points=10, left=20, right=20, top=14)
    paper.text(190, 18, f"Az.: {person.file_number}", size=9, align="right")
    paper.line("Bescheinigung", size=18, bold=True)
    paper.line("über die Aufenthaltsgestattung", size=13, bold=True)
    paper.line("gemäß § 63 AsylG – der Inhaber ist Asylbewerber", size=9)
    paper.gap(3)
    paper.put(Portrait(x=155, y=24, width=28, height=36))
    paper.right_edge = 145
    paper.boxes(("1 Name", case.family, 1), family="wide")
    paper.boxes(("2 Vorname", case.given, 1), family="wide")
    paper.boxes(("3 Geburtstag", case.born, 1), ("4 Geburtsort", person.birth_place, 1))
    paper.right_edge = 190
    paper.boxes(("5 Staatsangehörigkeit", person.origin.adjective, 1), ("6 Wohnort", person.street, 2))
    paper.boxes(("7 Ausgestellt", f"{case.site.city}, {german(case.issued)}", 1), ("8 Gültig bis", german(case.later(80, 95)), 1), ("9 BAMF", person.bamf_number, 1))  # fmt: skip
    paper.gap(4)
    paper.paragraph(
        "Auflagen: Beschäftigung nur mit Genehmigung der Ausländerbehörde. Wohnsitz in der zugewiesenen Unterkunft. Der Aufenthalt außerhalb des Regierungsbezirks bedarf in den ersten drei Monaten der Erlaubnis."
    )
    paper.line("Verlängerungen", bold=True)
    for number in (1, 2):
        paper.put(Frame(x=20 + (number - 1) * 87, y=paper.y + 2, width=83, height=24))
        paper.text(
            22 + (number - 1) * 87,
            paper.y + 8,
            f"verlängert bis {short(case.later(number * 180, number * 190))}",
        )
        paper.text(
            22 + (number - 1) * 87, paper.y + 14, f"{case.site.city}, {short(case.later(number * 90, number * 95))}", size=8.5
        )  # fmt: skip
    return paper


@measured("bamf_mitteilung", "NB")
def mitteilung_klageerhebung(case: Case) -> Paper:
    """A short automatic note to the immigration authority, several numbers in one line, no greeting."""
    person = case.person
    paper = Paper(points=10, family="mono", left=20)
    paper.line("BAMF - Referat 62C - Prozessbereich West")
    paper.line(f"Versand elektronisch {german(case.issued)}")
    paper.gap(4)
    for line in to_office(case):
        paper.line(line)
    paper.gap(8)
    paper.line("Mitteilung über den Stand eines gerichtlichen Verfahrens", bold=True)
    paper.gap(4)
    paper.field("BAMF-Zeichen", person.bamf_number, column=48)
    paper.field("Person", case.listed, column=48)
    if case.born:
        paper.field("geb.", case.born, column=48)
    paper.field("Herkunftsland", person.origin.country, column=48)
    paper.field("Gericht", case.site.court, column=48)
    paper.field(
        "Gerichtszeichen",
        f"{case.rng.randint(1, 9)} K {case.rng.randint(100, 4000)}/{case.issued:%y}.{case.site.court_suffix}.A",
        column=48,
    )
    paper.field("bevollmächtigt", f"RA {case.rng.choice(LAWYERS)}", column=48)
    paper.gap(3)
    paper.paragraph(
        f"Gegen die Entscheidung vom {german(case.earlier(30, 60))}, zugestellt am {german(case.earlier(20, 29))}, wurde fristgerecht Klage erhoben. Ein Eilantrag wurde nicht gestellt. Die Klage hat aufschiebende Wirkung; die Vollziehbarkeit ist bis zum Abschluss gehemmt."
    )
    paper.paragraph(
        "Nach Abschluss des Verfahrens ergeht eine weitere Nachricht. Bitte beachten Sie, dass die Gestattung nicht erlischt."
    )
    paper.line("Automatisch erstellt, ohne Unterschrift gültig.")
    return paper


@measured("bamf_mitteilung", "NBF")
def mitteilung_ueberstellungsfrist(case: Case) -> Paper:
    """The national procedure begins because the time limit for the transfer has run out."""
    person = case.person
    paper = Paper(points=11, left=25)
    block(paper, 190, 18, ("Bundesamt für Migration und Flüchtlinge", "Gruppe 32 – Verfahrenssteuerung", "Zeppelinweg 9, 44000 Musterdortmund"), size=8.5, step=4, bold=1, align="right")  # fmt: skip
    block(paper, 25, 46, to_office(case))
    block(paper, 25, 76, ("Ihre Zeichen", person.file_number), size=8.5, step=4)
    block(paper, 85, 76, ("Unsere Zeichen", person.bamf_number), size=8.5, step=4)
    block(paper, 140, 76, ("Musterdortmund, den", german_long(case.issued)), size=8.5, step=4)
    paper.y = 92
    paper.paragraph(f"{case.listed}{case.born_phrase}", bold=True, after=1)
    paper.paragraph("Übergang in das nationale Verfahren", bold=True, after=4)
    paper.paragraph("Sehr geehrte Damen und Herren,")
    paper.paragraph(
        f"die Frist zur Überstellung nach Bulgarien ist am {german(case.earlier(1, 10))} abgelaufen, ohne dass die Person überstellt werden konnte. Der Bescheid vom {german(case.earlier(200, 230))} wurde aufgehoben. Über den Asylantrag wird nun in eigener Zuständigkeit entschieden."
    )
    paper.paragraph(
        "Die Abschiebungsanordnung ist damit gegenstandslos. Ich bitte, der Person wieder eine Gestattung auszustellen und mir eine geänderte Anschrift mitzuteilen."
    )
    paper.paragraph("Mit freundlichen Grüßen", after=0)
    signature(paper, case.rng)
    paper.line(case.rng.choice(STAFF))
    receipt_stamp(paper, case, x=30, y=20)
    return paper


@measured("zuweisungsbescheid", "NB")
def verteilung_unerlaubt_eingereist(case: Case) -> Paper:
    """The distribution of somebody who entered without a visa and did not apply for asylum."""
    person, partner = case.person, spouse(case)
    paper = Paper(points=10.5, family="serif", left=28)
    paper.line("Bezirksregierung Musterberg", size=16, bold=True)
    paper.line("Dezernat 20 – Ausländerrecht – 59800 Musterberg", size=9)
    paper.rule(before=1, after=6)
    block(
        paper, 28, paper.y + 4, (case.honorific_dative, case.name, "z. Zt. ZUE Musterberg", "Kasernenweg 1")
    )
    block(paper, 130, paper.y + 4, (f"Musterberg, {abbreviated(case.issued)}", f"Gz. 20.15a-{pattern('9999', case.rng)}", "Gegen Empfangsbestätigung"), size=9.5)  # fmt: skip
    paper.gap(32)
    paper.paragraph("Verteilung unerlaubt eingereister Ausländer nach § 15a AufenthG", bold=True, after=5)
    paper.paragraph(f"{case.salutation},")
    born = f", geboren am {case.born}" if case.born else ""
    paper.paragraph(
        f"Sie{born}, {person.origin.adjective}e Staatsangehörigkeit, werden zusammen mit {partner.name}, geb. {german(partner.born)}, der Stadt {case.site.city} zugewiesen. Sie haben sich bis spätestens {german(case.later(3, 9))}, 12 Uhr, bei der dortigen Ausländerbehörde zu melden. Eine Fahrkarte liegt bei."
    )
    paper.paragraph(
        "Gründe: Sie sind ohne das erforderliche Visum eingereist und haben weder um Asyl nachgesucht noch können Sie unmittelbar in Haft genommen werden. Zwingende Gründe, die einer Verteilung an den genannten Ort entgegenstehen, haben Sie nicht nachgewiesen."
    )
    paper.paragraph(
        "Kommen Sie der Anordnung nicht nach, kann sie mit unmittelbarem Zwang durchgesetzt werden. Eine Klage hat keine aufschiebende Wirkung; ein Widerspruch findet nicht statt."
    )
    paper.line("Im Auftrag")
    signature(paper, case.rng)
    paper.line(case.rng.choice(STAFF))
    paper.gap(6)
    paper.put(Stroke(points=((28, paper.y), (188, paper.y)), width=0.2))
    paper.line(f"Empfangen am {german(case.later(0, 2))}   Unterschrift", size=9)
    return paper


@measured("asylantrag", "NBA")
def niederschrift_teil_eins(case: Case) -> Paper:
    """The questions asked when the application is filed, numbered, with reference to travel documents."""
    person = case.person
    paper = Paper(points=9.5, left=20, right=18, top=15)
    paper.running = f"{person.bamf_number}"
    block(paper, 20, 16, ("Bundesamt für Migration und Flüchtlinge", "Ankunftszentrum Musterheide"), size=9, step=4.2)  # fmt: skip
    block(paper, 140, 16, (f"AZR: {person.azr_number}", f"Az.: {person.bamf_number}"), size=9, step=4.2)
    paper.y = 28
    paper.line("Niederschrift zu einem Asylantrag (Teil 1)", size=14, bold=True)
    paper.line(f"Der Antrag wurde persönlich gestellt am {german(case.issued)}.", size=9.5)
    paper.gap(4)
    for number, (label, value) in enumerate(
        (
            ("Familienname", case.family),
            ("Vornamen", case.given),
            ("Geschlecht", "weiblich" if person.sex == "F" else "männlich"),
            ("Geburtsdatum", case.born),
            ("Geburtsort, Land", f"{person.birth_place}, {person.origin.country}"),
            ("Staatsangehörigkeit", person.origin.adjective),
            ("Volkszugehörigkeit, Religion", "wird bei der Anhörung erfragt"),
            ("Muttersprache, weitere Sprachen", "siehe Beiblatt"),
            ("Familienstand, Ehegatte", "ledig"),
            ("Letzte Anschrift im Heimatland", f"{person.birth_place}, Straße unbekannt"),
            ("Mutter (Name, Anschrift)", f"{mother(case).name}, ebenda"),
            ("Personaldokumente", "keine; auf der Flucht verloren"),
            ("Tag der Einreise, Verkehrsmittel", f"{german(case.earlier(4, 25))}, Lkw"),
            ("Asylantrag in einem anderen Staat", "nein"),
            ("Visum eines Mitgliedstaates", "nein"),
        ),
        1,
    ):
        paper.field(f"{number}.  {label}", value, column=72)
    paper.gap(3)
    paper.paragraph(
        "Mir wurden die Belehrung für Erstantragsteller und die Wichtige Mitteilung in meiner Sprache übergeben. Nach Rückübersetzung bestätige ich die Richtigkeit."
    )
    paper.gap(3)
    signature(paper, case.rng)
    signature(paper, case.rng, x=90)
    paper.line("Antragsteller/in                     Sprachmittler/in                     Sachbearbeitung", size=8)  # fmt: skip
    return paper
