"""Layouts of this round: papers that asylum seekers hold and how they apply."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.fresh.heads import ending, fresh
from tests.samples.documents.identity import bearer, visible, zone
from tests.samples.documents.letter import BAMF, signature
from tests.samples.documents.measured.heads import rows
from tests.samples.documents.measured.parts import block, child, spouse
from tests.samples.mrz import td2
from tests.samples.names import INTERPRETERS, STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import Code, Frame, Portrait, Stroke


@fresh("ankunftsnachweis", "NBAM", colour=True)
def ankunftsnachweis_aufgeklappt(case: Case) -> Paper:
    """Both halves of the leaf on one copy: person and zone above, responsible office and seal below."""
    paper, person = Paper(), case.person
    number = pattern("L9999999", case.rng)
    for top in (28, 136):
        paper.put(Frame(x=32, y=top, width=146, height=104, line=0.3, fill=(242, 244, 240)))
    paper.text(37, 37, "Bundesrepublik Deutschland", size=9)
    paper.text(37, 44, "ANKUNFTSNACHWEIS", size=13, bold=True)
    paper.text(173, 40, number, size=12, family="ocr", align="right")
    paper.put(Portrait(x=37, y=50, width=35, height=45))
    rows_ = (
        ("Familienname", case.family.upper()),
        ("Vornamen", case.given.upper()),
        ("Geburtsdatum", case.born),
        ("Geburtsort", person.birth_place.upper()),
        ("Staatsangehörigkeit", person.nationality),
    )
    for index, (label, value) in enumerate(rows_):
        visible(paper, 78, 52 + index * 9.4, label, value, size=9.5)
    visible(paper, 140, 70.8, "Geschlecht", person.sex, size=9.5)
    visible(paper, 140, 80.2, "Größe", f"{case.rng.randint(152, 190)} cm", size=9.5)
    visible(paper, 37, 100, "AZR-Nummer", person.azr_number, size=9.5)
    visible(paper, 95, 100, "Gültig bis", german(case.later(150, 182)), size=9.5)
    zone(paper, td2(bearer(case, "ME", "D", number, expiry_years=1)), x=37, y=118, width=136)
    visible(paper, 37, 144, "Ausgestellt am", german(case.issued), size=9.5)
    visible(paper, 95, 144, "Ausstellende Stelle", "Erstaufnahmeeinrichtung des Landes Hessen", size=9)
    visible(paper, 37, 156, "Begleitende minderjährige Kinder", f"{child(case).listed}", size=9.5)
    visible(paper, 37, 168, "Zuständige Aufnahmeeinrichtung", "35000 Gießen, Beispielallee 18", size=9.5)
    paper.put(Code(x=140, y=190, width=30, height=30, content=f"{number}|{person.azr_number}", symbology="DataMatrix"))  # fmt: skip
    paper.text(37, 232, "Bescheinigung über die Meldung als Asylsuchender (§ 63a AsylG)", size=8)
    return paper


@fresh("aufenthaltsgestattung", "NBA")
def gestattung_kartenheft(case: Case) -> Paper:
    """The folded paper with photograph, three prolongations stamped below one another."""
    person = case.person
    paper = Paper(points=9, left=20, right=20)
    paper.put(Frame(x=25, y=22, width=160, height=115, line=0.3, fill=(238, 243, 246)))
    paper.put(Frame(x=25, y=140, width=160, height=100, line=0.3, fill=(238, 243, 246)))
    block(paper, 105, 31, ("BUNDESREPUBLIK DEUTSCHLAND", "Aufenthaltsgestattung", "zur Durchführung des Asylverfahrens"), size=11, step=6, bold=2, align="center")  # fmt: skip
    paper.put(Portrait(x=30, y=52, width=34, height=44))
    facts = (
        ("Name", case.family),
        ("Vorname(n)", case.given),
        ("Geburtstag, -ort", ", ".join(filter(None, (case.born, person.birth_place)))),
        ("Staatsangehörigkeit", person.origin.adjective),
        ("Verpflichtet zu wohnen in", f"{case.site.city}, {person.street}"),
        ("BAMF-Aktenzeichen", person.bamf_number),
        ("AZR-Nummer", person.azr_number),
    )
    for number, (label, value) in enumerate(facts):
        visible(paper, 72, 54 + number * 10.8, label, value, size=10)
    block(paper, 30, 150, ("Der Inhaber genügt mit dieser Bescheinigung seiner Ausweispflicht (§ 64 AsylG).", "Die Angaben beruhen auf den eigenen Angaben des Inhabers.", "Erwerbstätigkeit nicht gestattet. Räumlich unbeschränkt."), size=9, step=5)  # fmt: skip
    visible(paper, 30, 172, "Ausgestellt am / durch", f"{german(case.issued)}  {case.site.title}", size=9.5)
    visible(paper, 130, 172, "Gültig bis", german(case.later(80, 182)), size=9.5)
    for number in range(3):
        paper.put(Frame(x=30, y=190 + number * 15, width=150, height=13))
        paper.text(32, 194 + number * 15, "Verlängert bis", size=7)
    paper.y = 181
    signature(paper, case.rng, x=90)
    paper.stamp(140, 192, case.site.city, "Siegel 3", angle=case.rng.uniform(-12, 12), size=8)
    return paper


@fresh("aufenthaltsgestattung", "NBAF")
def gestattung_ausdruck_a4(case: Case) -> Paper:
    """The certificate of § 63 as an A4 print of the authority's programme, in fields."""
    person = case.person
    paper = Paper(points=10.5, left=25, right=22)
    paper.line(f"{case.site.title} – {case.site.office}", size=10)
    paper.line(f"Az.: {person.file_number}", size=9)
    paper.gap(6)
    paper.line("Bescheinigung über die Aufenthaltsgestattung", size=15, bold=True)
    paper.line("gemäß § 63 Asylgesetz", size=10)
    paper.gap(4)
    rows(paper, (("Herr / Frau", case.name), ("geboren", case.born), ("in", f"{person.birth_place}, {person.origin.country}"), ("Staatsangehörigkeit", person.origin.adjective), ("AZR-Nr.", person.azr_number), ("Wohnhaft", f"{person.street}, {case.site.postcode} {case.site.city}")))  # fmt: skip
    paper.paragraph(f"hat am {german(case.earlier(30, 300))} einen Asylantrag gestellt und ist bis zum Abschluss des Verfahrens berechtigt, sich im Bundesgebiet aufzuhalten.")  # fmt: skip
    paper.paragraph(f"Die Bescheinigung gilt bis {german(case.later(90, 180))}. Auflagen: Beschäftigung nur nach Erlaubnis; Studium und Ausbildung gestattet.")  # fmt: skip
    paper.put(Portrait(x=158, y=14, width=30, height=39))
    paper.gap(4)
    paper.line(f"{case.site.city}, {german(case.issued)}")
    ending(paper, case, f"Im Auftrag {case.clerk}")
    return paper


@fresh("asylantrag", "NBA")
def niederschrift_aktenanlage(case: Case) -> Paper:
    """The record of the application in the branch office: table of persons, languages, journey."""
    person, partner, kid = case.person, spouse(case), child(case)
    paper = Paper(points=9.5, left=22, right=18, top=16)
    paper.running = f"Gesch.-Z.: {person.bamf_number}"
    paper.text(22, 18, BAMF.title, size=12, bold=True)
    paper.text(190, 18, f"Ankunftszentrum Musterstadt, {german(case.issued)}", size=9, align="right")
    paper.put(Stroke(points=((22, 21), (192, 21)), width=0.3))
    paper.y = 26
    paper.line(f"Gesch.-Z.: {person.bamf_number}      AZR-Nummer: {person.azr_number}", size=9)
    paper.gap(3)
    paper.line("Niederschrift zu einem Asylantrag (Teil 1)", size=14, bold=True)
    paper.line("Aktenanlage – persönliche Antragstellung nach § 14 Abs. 1 AsylG", size=9)
    paper.gap(3)
    paper.table(
        ("", "Antragsteller(in)", "Ehegatte", "Kind"),
        [
            ("Familienname", case.family, partner.family, kid.family),
            ("Vorname", case.given, partner.given, kid.given),
            ("Geburtsdatum", case.born, german(partner.born), german(kid.born)),
            ("Geburtsort", person.birth_place, person.birth_place, "unterwegs"),
            ("Staatsangehörigkeit", person.nationality, person.nationality, person.nationality),
        ],
        (3, 4, 4, 4),
        size=8.5,
    )
    rows(
        paper,
        (
            ("1. Sprachen", case.pick("Arabisch, etwas Englisch", "Dari, Farsi", "Tigrinya", "Türkisch")),
            ("2. Volkszugehörigkeit", "nach eigenen Angaben: Mehrheitsbevölkerung"),
            ("3. Religion", "keine Angabe"),
            ("4. Ausweispapiere", "Keine. Der Pass sei beim Schleuser verblieben."),
            ("5. Heimatanschrift", f"{person.birth_place}, {person.origin.country}"),
            ("6. Ausreise", german(case.earlier(200, 600))),
            ("7. Reiseweg", "Türkei, Griechenland, Balkanroute, Österreich"),
            ("8. Einreise nach Deutschland", german(case.earlier(10, 60))),
            ("9. Asylanträge anderswo", "verneint; Fingerabdrücke in Griechenland"),
            ("10. Schulbildung, Beruf", "neun Klassen, Verkäufer"),
        ),
        column=58,
    )
    paper.paragraph("Die Angaben wurden rückübersetzt und bestätigt. Das Merkblatt über Rechte und Pflichten sowie die Belehrung nach § 10 AsylG (Zustellungen, Anzeige jeder neuen Anschrift) wurden ausgehändigt.")  # fmt: skip
    paper.paragraph(f"Termin zur Anhörung: {german(case.later(5, 60))}, 8:00 Uhr, Zimmer 2.11")
    paper.gap(4)
    for number, who in enumerate(("Antragsteller(in)", f"Sprachmittlung {case.rng.choice(INTERPRETERS)}", f"Entscheider-Vorzimmer, {case.rng.choice(STAFF)}")):  # fmt: skip
        paper.text(22 + number * 57, paper.y + 16, who, size=7.5)
    signature(paper, case.rng, x=26)
    return paper


@fresh("asylantrag", "NB", digital=True)
def asylantrag_schriftlich_eltern(case: Case) -> Paper:
    """Lodged in writing for a child born here (§ 14 Abs. 2, § 14a), by the parents' letter."""
    person = case.person
    paper = Paper(points=11, left=26, right=24)
    block(paper, 26, 24, (f"Familie {case.family}", person.street, f"{case.site.postcode} {case.site.city}"))
    block(paper, 26, 50, (BAMF.title, "Referat 31 B", BAMF.lines[1]))
    paper.text(186, 76, german_long(case.issued), align="right")
    paper.y = 86
    paper.paragraph("Asylantrag nach § 14 Abs. 2 Nr. 3, § 14a AsylG", bold=True, after=0.5)
    paper.paragraph(f"für {case.name}{case.born_phrase}, {person.origin.adjective}", bold=True, after=4)
    paper.paragraph("Sehr geehrte Damen und Herren,")
    paper.paragraph(f"wir stellen für die oben genannte Person einen Antrag auf Asyl und internationalen Schutz. Sie lebt mit uns in {case.site.city} in einer Gemeinschaftsunterkunft. Ein eigener Antrag ist bisher nicht gestellt worden.")  # fmt: skip
    paper.paragraph(f"Unser eigenes Verfahren ist noch offen. Bei einer Rückkehr nach {person.origin.country} befürchten wir für die ganze Familie Verfolgung. Auf eine gesonderte Anhörung wird nicht verzichtet.")  # fmt: skip
    paper.paragraph(
        "Wir bitten um eine schriftliche Bestätigung und um Ausstellung einer Aufenthaltsgestattung."
    )
    paper.line("Mit freundlichem Gruß")
    ending(paper, case, spouse(case).name)
    paper.gap(3)
    paper.line("Anlage: Kopie der Geburtsurkunde, Meldebescheinigung", size=9)
    return paper


@fresh("ankunftsnachweis", "NBA")
def buema_landesaufnahme(case: Case) -> Paper:
    """The older certificate on having asked for asylum: a form with fields, photograph and where to go."""
    person = case.person
    paper = Paper(points=10, left=22, right=20, top=16)
    paper.line("Hessische Erstaufnahmeeinrichtung – Aufnahmeverwaltung", size=10, bold=True)
    paper.gap(4)
    paper.line("Bescheinigung über die Meldung als Asylsuchender", size=15, bold=True)
    paper.line("(§ 63a AsylG) – BÜMA –", size=9.5)
    paper.put(Portrait(x=156, y=36, width=32, height=42))
    paper.gap(4)
    for label, value in (
        ("Name", case.family),
        ("Vorname", case.given),
        ("Geburtsdatum", case.born),
        ("Geburtsort", person.birth_place),
        ("Staatsangehörigkeit", person.origin.adjective),
        ("AZR-Nummer", person.azr_number),
        ("Sprache", case.pick("Arabisch", "Farsi", "Türkisch", "Tigrinya")),
    ):
        if value:
            paper.field(label, value, column=42)
    paper.gap(4)
    paper.paragraph(
        f"hat sich am {german(case.issued)} als asylsuchend gemeldet und ist verpflichtet, sich unverzüglich, spätestens am {german(case.later(1, 3))}, zur Außenstelle des Bundesamtes zu begeben und dort den Asylantrag zu stellen."
    )
    paper.paragraph(
        f"Die Bescheinigung ist gültig bis {german(case.later(28, 31))}. Der Aufenthalt ist auf den Bezirk der Aufnahmeeinrichtung beschränkt. Sie dient nicht als Nachweis der Identität; die Angaben sind ungeprüft."
    )
    paper.line(f"Gießen, {german(case.issued)}")
    signature(paper, case.rng)
    paper.line(case.rng.choice(STAFF))
    return paper
