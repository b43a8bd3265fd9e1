"""Measured layouts of work, insurance, courses and health."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.letter import receipt_stamp, signature, to_office
from tests.samples.documents.measured.heads import measured, rows
from tests.samples.documents.measured.parts import abbreviated, block, born_long
from tests.samples.names import DOCTORS, EMPLOYERS, STAFF
from tests.samples.numbers import insurance_number, pattern
from tests.samples.paper import Paper
from tests.samples.sheet import Frame


@measured("erklaerung_beschaeftigung", "NB")
def stellenbeschreibung_arbeitgeber(case: Case) -> Paper:
    """The employer describes the post on the agency's form; the worker named in the middle of page 1."""
    person = case.person
    paper = Paper(points=9.5, left=18, right=18, top=14)
    paper.running = "Erklärung des Arbeitgebers"
    paper.line("Erklärung zum Beschäftigungsverhältnis", size=14, bold=True)
    paper.line("Vom Arbeitgeber vollständig auszufüllen – zur Prüfung nach § 39 Aufenthaltsgesetz", size=8.5)
    paper.gap(3)
    paper.line("A  Betrieb", bold=True)
    paper.gap(1)
    paper.boxes(("1 Name und Anschrift", case.rng.choice(EMPLOYERS), 3), ("2 Betriebsnummer", pattern("99999999", case.rng), 1))  # fmt: skip
    paper.boxes(("3 Ansprechperson", case.rng.choice(STAFF), 1), ("4 Branche", "Bau / Handwerk / Dienste", 1), ("5 Beschäftigte", f"{case.rng.randint(3, 240)}", 1))  # fmt: skip
    paper.gap(3)
    paper.line("B  Person, die beschäftigt werden soll", bold=True)
    paper.gap(1)
    paper.boxes(("6 Familienname", case.family, 1), ("7 Vorname", case.given, 1), family="wide")
    paper.boxes(("8 Geburtsdatum", case.born, 1), ("9 Staatsangehörigkeit", person.origin.adjective, 1), ("10 Wohnort", case.site.city, 1))  # fmt: skip
    paper.gap(3)
    paper.line("C  Stelle", bold=True)
    paper.gap(1)
    paper.boxes(("11 Berufsbezeichnung", case.pick("Metallbauer/in", "Koch/Köchin", "Altenpflegehelfer/in"), 2), ("12 ab", german(case.later(10, 60)), 1), ("13 befristet bis", "–", 1))  # fmt: skip
    paper.boxes(("14 Std./Woche", "39", 1), ("15 Entgelt brutto", f"{case.rng.randint(2100, 3400)} € monatlich", 2), ("16 Urlaubstage", "28", 1))  # fmt: skip
    paper.boxes(("17 Tarifbindung", "nein", 1), ("18 Überstunden", "keine", 1), ("19 Arbeitnehmerüberlassung", "nein", 1))  # fmt: skip
    paper.gap(3)
    paper.paragraph(
        "20 Tätigkeiten im Einzelnen: Vorbereiten der Arbeitsplätze, Bedienen der Maschinen, Prüfen der Werkstücke, Reinigen, Übergabe an die Folgeschicht. Erforderlich: Führerschein nicht nötig, Deutsch A2."
    )
    paper.gap(4)
    paper.line(f"{case.site.city}, {german(case.issued)}")
    signature(paper, case.rng, x=105)
    paper.line("Firmenstempel und Unterschrift", size=8, align="right")
    paper.stamp(70, paper.y - 12, "Musterbetrieb", "Personal", angle=case.rng.uniform(-8, 8), size=8)
    return paper


@measured("krankenversicherungsnachweis", "NB")
def police_auslaender(case: Case) -> Paper:
    """An English and German confirmation by a private insurer for guests and students."""
    person = case.person
    paper = Paper(points=10.5, left=25)
    paper.text(25, 20, "PROBATUM", size=20, bold=True, ink=(20, 80, 60))
    paper.text(25, 25, "Versicherungsmakler für Gäste aus dem Ausland GmbH, Bonn", size=8)
    paper.y = 45
    paper.line("Versicherungsbestätigung / Confirmation of Insurance", size=14, bold=True)
    paper.gap(4)
    rows(
        paper,
        (
            ("Versicherte Person / insured", case.name),
            ("Geburtsdatum / date of birth", case.born),
            ("Vertrag Nr. / policy no.", pattern("999.999.999", case.rng)),
            ("Tarif / tariff", "Care Expatriate Premium"),
            ("Beginn / commencement", german(case.later(3, 40))),
            ("Ende / end", german(case.later(370, 900))),
            ("Geltungsbereich / area", "Deutschland und Schengen-Staaten"),
        ),
        column=68,
    )
    paper.paragraph(
        f"Hiermit bestätigen wir, dass für die oben genannte Person Schutz bei Krankheit, Unfall und Rücktransport besteht. Die Mindestdeckung von 30.000 EUR ist erfüllt, eine Selbstbeteiligung ist nicht vereinbart. Beginnt die Reise in {person.origin.country}, gilt der Schutz ab Grenzübertritt."
    )
    paper.paragraph(
        "We confirm cover for in-patient and out-patient treatment, including pregnancy and dental care."
    )
    paper.gap(4)
    paper.line(f"Bonn, {german_long(case.issued)}")
    signature(paper, case.rng)
    paper.line("Vorstand (Faksimile)", size=8.5)
    return paper


@measured("krankenversicherungsnachweis", "N", digital=True)
def familienversicherung_abmeldung(case: Case) -> Paper:
    """A sickness fund's notice that membership has ended, found in files as proof that it once was."""
    paper = Paper(points=11, left=25)
    paper.text(188, 20, "Muster-Ortskrankenkasse", size=15, bold=True, align="right")
    paper.text(188, 25, "Geschäftsstelle Süd · 70000 Beispielgart", size=8, align="right")
    block(paper, 25, 50, case.address)
    block(paper, 130, 50, (f"Versichertennummer {insurance_number(case.rng)}", f"{abbreviated(case.issued)}"), size=9)  # fmt: skip
    paper.y = 84
    paper.paragraph("Ihre Mitgliedschaft: Bescheinigung über Versicherungszeiten", bold=True, after=4)
    paper.paragraph(f"{case.salutation},")
    paper.paragraph("gern bescheinigen wir Ihnen die bei uns zurückgelegten Zeiten:")
    start = case.earlier(900, 1400)
    middle = case.earlier(300, 500)
    paper.table(("vom", "bis", "Art"), [(german(start), german(middle), "Pflichtversicherung (Beschäftigung)"), (german(middle), "laufend", "Familienversicherung § 10 SGB V")], (2, 2, 6))  # fmt: skip
    paper.paragraph("Beitragsrückstände bestehen nicht. Die Pflegeversicherung wird ebenfalls hier geführt.")
    paper.paragraph("Mit freundlichen Grüßen")
    paper.line(case.rng.choice(STAFF))
    return paper


@measured("integrationskurs", "NBF")
def abbruchmeldung_traeger(case: Case) -> Paper:
    """A course provider reports to the office that somebody who is obliged does not come."""
    paper = Paper(points=11, family="serif", left=25)
    paper.line("Bildungswerk Probierland gGmbH", size=14, bold=True)
    paper.line("Zugelassener Träger für Integrationskurse – Trägernummer HE-0000", size=9)
    paper.gap(10)
    for line in to_office(case):
        paper.line(line)
    paper.gap(8)
    paper.line(f"Ihr Zeichen: {case.person.file_number}", size=9.5)
    paper.line(f"Musterstadt, den {german(case.issued)}", size=9.5)
    paper.gap(5)
    paper.paragraph(
        "Meldung nach § 8 Abs. 3 IntV: keine ordnungsgemäße Teilnahme am Integrationskurs", bold=True
    )
    paper.paragraph(f"Teilnehmer/in: {case.listed}{case.born_phrase}")
    paper.paragraph("Guten Tag,")
    paper.paragraph(
        f"die von Ihnen verpflichtete Person hat den allgemeinen Kurs (Modul {case.rng.randint(2, 5)}) am {german(case.earlier(60, 120))} begonnen, ist aber seit dem {german(case.earlier(15, 40))} nicht mehr erschienen. Von 100 Unterrichtsstunden wurden {case.rng.randint(12, 60)} besucht. Entschuldigungen liegen nicht vor."
    )
    paper.paragraph("Den Platz halten wir noch zwei Wochen frei. Das Bundesamt ist informiert.")
    paper.paragraph("Freundliche Grüße", after=0)
    signature(paper, case.rng)
    paper.line(f"{case.rng.choice(STAFF)}, Kursverwaltung")
    receipt_stamp(paper, case, x=130, y=24)
    return paper


@measured("aerztliches_attest", "NB")
def attest_hausarzt_handschrift(case: Case) -> Paper:
    """A practice's half sheet: a form with the stamp of the practice, wording by hand."""
    doctor = case.rng.choice(DOCTORS)
    paper = Paper(size=(148.0, 210.0), points=11, family="serif", left=14, right=12, top=16)
    paper.put(Frame(x=14, y=14, width=70, height=32, line=0.2))
    block(paper, 16, 20, ("Krankenkasse: AOK Muster", case.listed, f"geb. {case.born}" if case.born else "", insurance_number(case.rng), "Status 1"), size=9, step=5)  # fmt: skip
    paper.stamp(90, 20, doctor[:22], "Allgemeinmedizin", "Beispielheim", size=8)
    paper.y = 62
    paper.line("Ärztliche Bescheinigung", size=16, bold=True)
    paper.gap(4)
    paper.paragraph(
        f"Oben genannte/r Patient/in (geboren {born_long(case)}) steht seit {german(case.earlier(100, 900))} in meiner Behandlung."
        if case.born
        else f"Oben genannte/r Patient/in steht seit {german(case.earlier(100, 900))} in meiner Behandlung."
    )
    paper.paragraph(
        "Es besteht eine chronische Erkrankung der Nieren (N18.3) sowie ein insulinpflichtiger Diabetes. Regelmäßige Kontrollen alle 14 Tage sind nötig. Aus medizinischer Sicht wird ein Umzug in eine Einzelunterkunft befürwortet; lange Reisen sind zu vermeiden."
    )
    paper.paragraph("Zur Vorlage bei der Behörde.")
    paper.gap(6)
    paper.line(f"Beispielheim, {german(case.issued)}")
    signature(paper, case.rng)
    return paper


@measured("duldung", "NBF")
def duldung_gestempelt(case: Case) -> Paper:
    """A folded leaf with the red bar, extended several times; the last stamp is not the day of issue."""
    person = case.person
    paper = Paper(points=10, left=22, right=22)
    paper.put(Frame(x=18, y=16, width=174, height=140, line=0.3))
    paper.put(Frame(x=18, y=16, width=174, height=9, fill=(190, 60, 60), ink=None))
    paper.y = 27
    paper.line("Aussetzung der Abschiebung (Duldung)", size=15, bold=True)
    paper.line("Kein Aufenthaltstitel! Der Inhaber ist ausreisepflichtig!", size=10, bold=True)
    paper.gap(3)
    rows(paper, (("Name, Vorname", case.listed), ("geboren am", case.born), ("Geburtsort", person.birth_place), ("Staatsangehörigkeit", person.origin.adjective), ("Aktenzeichen", person.file_number), ("Ausgestellt am", german(case.issued)), ("Gültig bis", german(case.later(28, 92)))), column=50)  # fmt: skip
    paper.paragraph(
        "Nebenbestimmungen: Wohnsitznahme in der Gemeinschaftsunterkunft. Erwerbstätigkeit nicht gestattet. Erlischt mit Bekanntgabe des Abschiebetermins.",
        size=9,
    )
    paper.stamp(
        95, 128, "verlängert bis", german(case.later(180, 190)), angle=case.rng.uniform(-5, 5), size=9
    )
    paper.stamp(
        140, 126, "verlängert bis", german(case.later(270, 280)), angle=case.rng.uniform(-5, 5), size=9
    )
    paper.y = 140
    signature(paper, case.rng)
    return paper
