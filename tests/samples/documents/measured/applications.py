"""Measured layouts of applications to the immigration authority and of instructions that are signed with them."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.letter import signature
from tests.samples.documents.measured.heads import measured, rows
from tests.samples.documents.measured.parts import block, born_long, child, father, mother, spouse
from tests.samples.names import EMPLOYERS, INTERPRETERS, LANDLORDS
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import Stroke


@measured("antrag_aufenthaltstitel", "NBD")
def antrag_einbuergerung(case: Case) -> Paper:
    """A form of two pages, numbered boxes; the place, the date and the signature stand on the second."""
    person, wife, kid = case.person, spouse(case), child(case)
    paper = Paper(points=9.5, left=20, right=18, top=15)
    paper.running = "Einbürgerung"
    block(paper, 20, 16, ("An die", "Staatsangehörigkeitsbehörde", "beim Kreisausschuss des Landkreises Musterau"), size=9, step=4.2)  # fmt: skip
    paper.text(192, 16, "Bitte in Druckschrift ausfüllen", size=8, align="right")
    paper.y = 33
    paper.line("Antrag auf Einbürgerung in den deutschen Staatsverband", size=14, bold=True)
    paper.line("nach § 10 des Staatsangehörigkeitsgesetzes (StAG)", size=9.5)
    paper.gap(3)
    paper.line("1  Angaben zu meiner Person", bold=True)
    paper.gap(1)
    paper.boxes(("1.1 Familienname", case.family, 1), ("1.2 Geburtsname", person.birth_name or case.family, 1), family="wide")  # fmt: skip
    paper.boxes(("1.3 Vornamen (alle)", case.given, 2), ("1.4 Geschlecht", "weiblich" if person.sex == "F" else "männlich", 1), family="wide")  # fmt: skip
    paper.boxes(("1.5 Geburtstag", case.born, 1), ("1.6 Geburtsort, Kreis, Staat", f"{person.birth_place}, {person.origin.country}", 2))  # fmt: skip
    paper.boxes(("1.7 derzeitige Staatsangehörigkeit(en)", person.origin.adjective, 1), ("1.8 erworben durch", "Geburt", 1), ("1.9 Pass / Ausweis, Nummer", person.passport_number, 1))  # fmt: skip
    paper.boxes(("1.10 Familienstand", "verheiratet", 1), ("seit", german(case.earlier(3650, 4200)), 1), ("1.11 Beruf", case.pick("Altenpfleger/in", "Schlosser/in", "Fahrer/in", "Kaufmann/-frau"), 1))  # fmt: skip
    paper.gap(3)
    paper.line("2  Angaben zum Ehegatten", bold=True)
    paper.gap(1)
    paper.boxes(("2.1 Name, Vorname", wife.listed, 2), ("2.2 geboren am", german(wife.born), 1), ("2.3 wird mit eingebürgert", "nein", 1))  # fmt: skip
    paper.gap(3)
    paper.line("3  Kinder und Eltern", bold=True)
    paper.gap(1)
    paper.boxes(("Kind: Name, Vorname", kid.listed, 2), ("geboren am", german(kid.born), 1), ("wohnhaft", "bei mir", 1))  # fmt: skip
    paper.boxes(("Vater", father(case).listed, 1), ("Mutter", mother(case).listed, 1))
    paper.gap(3)
    paper.line("4  Aufenthalte seit der Geburt (lückenlos)", bold=True)
    paper.gap(1)
    came = case.earlier(3300, 3600)
    paper.table(("von", "bis", "Ort, Staat"), [("Geburt", german(came), f"{person.birth_place}, {person.origin.country}"), (german(came), "heute", f"{case.site.city}, Deutschland")], (2, 2, 5))  # fmt: skip
    paper.line("5  Wirtschaftliche Verhältnisse", bold=True)
    paper.gap(1)
    paper.boxes(("Arbeitgeber", case.rng.choice(EMPLOYERS), 2), ("beschäftigt seit", german(case.earlier(700, 1500)), 1), ("Einkommen netto", f"{case.rng.randint(1500, 2900)} €", 1))  # fmt: skip
    _oath_and_signature(paper, case)
    return paper


def _oath_and_signature(paper: Paper, case: Case) -> None:
    """The second page of the application for citizenship."""
    paper.new_page()
    paper.line("6  Straf- und Ermittlungsverfahren im In- und Ausland", bold=True)
    paper.ticks(("keine", True), ("ja, und zwar:", False))
    paper.gap(3)
    paper.line("7  Bekenntnis zur freiheitlichen demokratischen Grundordnung", bold=True)
    paper.gap(1)
    paper.paragraph(
        "Ich bekenne mich zur freiheitlichen demokratischen Grundordnung des Grundgesetzes für die Bundesrepublik Deutschland. Ich erkläre, dass ich keine Bestrebungen verfolge oder unterstütze oder verfolgt oder unterstützt habe, die gegen sie gerichtet sind."
    )
    paper.line("8  Einwilligung und Versicherung", bold=True)
    paper.gap(1)
    paper.paragraph(
        "Ich bin damit einverstanden, dass meine Ausländerakte beigezogen und eine Anfrage bei den Sicherheitsbehörden gestellt wird. Ich versichere die Richtigkeit und Vollständigkeit meiner Angaben. Die Gebühr von 255 € habe ich zur Kenntnis genommen."
    )
    paper.gap(10)
    paper.line(f"{case.site.city}, {german(case.issued)}")
    signature(paper, case.rng, x=110)
    paper.rule()
    paper.line("Ort, Datum                                             Unterschrift (bei Personen ab 16 Jahren eigenhändig)", size=8)  # fmt: skip
    paper.gap(6)
    paper.line("Nur von der Behörde auszufüllen", size=8)
    paper.gap(1)
    paper.boxes(("Identität geprüft", "Pass lag vor", 1), ("Eingang", german(case.later(1, 6)), 1), ("Hz.", "Be", 1))  # fmt: skip


@measured("antrag_aufenthaltstitel", "NBF")
def belehrung_sicherheitsgespraech(case: Case) -> Paper:
    """What an applicant signs before being questioned; in the office's own words, the interpreter beside."""
    paper = Paper(points=11, family="serif")
    paper.line(case.site.title, size=12, bold=True)
    paper.line(f"{case.site.office}, {case.site.city}", size=10)
    paper.text(188, 27, f"zu Az. {case.person.file_number}", size=10, align="right")
    paper.gap(12)
    paper.line("Belehrung", size=17, bold=True, align="center")
    paper.line("gemäß § 54 Abs. 2 Nr. 8 in Verbindung mit § 53 AufenthG", align="center")
    paper.gap(6)
    paper.paragraph(
        f"Mir, {case.name}{f', geboren am {born_long(case)}' if case.born else ''}, ist heute aus Anlass meines Antrags Folgendes eröffnet worden:"
    )
    paper.paragraph(
        "Wer in einem Verwaltungsverfahren, das von den Behörden eines Schengen-Staates durchgeführt wird, falsche oder unvollständige Angaben zur Erlangung eines deutschen Aufenthaltstitels, einer Duldung oder eines Passersatzes macht, kann aus der Bundesrepublik ausgewiesen werden.",
        indent=8,
    )
    paper.paragraph(
        "Ebenso kann ausgewiesen werden, wer trotz bestehender Rechtspflicht an Maßnahmen der Behörden nicht mitwirkt. Ich habe alle Fragen nach bestem Wissen zu beantworten.",
        indent=8,
    )
    paper.paragraph(
        "Den Inhalt habe ich verstanden. Der Text wurde mir in eine Sprache übertragen, die ich ausreichend beherrsche. Ein Merkblatt in dieser Sprache ist mir ausgehändigt worden."
    )
    paper.gap(14)
    paper.put(Stroke(points=((25, paper.y), (95, paper.y)), width=0.2))
    paper.put(Stroke(points=((112, paper.y), (188, paper.y)), width=0.2))
    top = paper.y
    paper.y = top - 9
    signature(paper, case.rng, x=28)
    paper.y = top - 9
    signature(paper, case.rng, x=116)
    block(paper, 25, top + 4.5, ("Antragstellerin / Antragsteller",), size=8.5)
    block(paper, 112, top + 4.5, (f"Dolmetscher/in: {case.rng.choice(INTERPRETERS)}",), size=8.5)
    paper.y = top + 14
    paper.line(f"Aufgenommen: {case.clerk}")
    paper.line(f"{case.site.city}, am {german_long(case.issued)}")
    return paper


@measured("antrag_aufenthaltstitel", "NBD", digital=True)
def onlineantrag_zusammenfassung(case: Case) -> Paper:
    """The printout of an application sent through a portal: questions and answers, no signature."""
    person = case.person
    paper = Paper(points=9.5, left=24, top=18)
    paper.running = "Antragsdaten"
    paper.text(24, 16, "Serviceportal Musterland", size=11, bold=True, ink=(40, 90, 90))
    paper.text(188, 16, f"Vorgang AEL-{pattern('99999999', case.rng)}", size=8, align="right")
    paper.y = 22
    paper.line("Ihre Angaben im Überblick", size=16)
    paper.line(
        "Aufenthaltserlaubnis zum Zweck der Erwerbstätigkeit – Ersterteilung oder Verlängerung", size=10
    )
    paper.line(f"Übermittelt am {german(case.issued)} um {case.rng.randint(6, 22):02d}:{case.rng.randint(10, 59)} Uhr an: {case.site.title}", size=8.5)  # fmt: skip
    for head, facts in (
        ("Anliegen", (("Was möchten Sie beantragen?", "Verlängerung"), ("Aktueller Titel gültig bis", german(case.later(20, 80))), ("Zweck", "Beschäftigung als Fachkraft"))),
        ("Persönliche Daten", (("Nachname", case.family), ("Vorname(n)", case.given), ("Geburtsdatum", case.born), ("Geburtsort", person.birth_place), ("Staatsangehörigkeit", person.origin.country), ("Familienstand", "ledig"), ("E-Mail", "antragsteller@beispiel.example"))),
        ("Anschrift", (("Straße, Hausnummer", person.street), ("PLZ, Ort", f"{case.site.postcode} {case.site.city}"), ("Vermieter", case.rng.choice(LANDLORDS)), ("Wohnfläche", f"{case.rng.randint(28, 80)} m²"))),
        ("Reisedokument", (("Art", "Nationalpass"), ("Seriennummer", person.passport_number), ("Ausgestellt am", german(case.earlier(600, 1500))), ("Läuft ab am", german(case.later(900, 2500))))),
        ("Lebensunterhalt", (("Arbeitgeber", case.rng.choice(EMPLOYERS)), ("Krankenversicherung", "gesetzlich"), ("Bezug öffentlicher Leistungen", "Nein"))),
        ("Hochgeladene Dateien", (("1", "pass_seite_2.jpg (1,4 MB)"), ("2", "gehalt_letzte_drei_monate.pdf (0,8 MB)"), ("3", "mietvertrag_scan.pdf (3,1 MB)"))),
    ):  # fmt: skip
        paper.room(26)
        paper.heading(head, size=10.5)
        rows(paper, facts, column=70)
    paper.paragraph(
        "Sie haben bestätigt, dass Ihre Angaben wahr sind. Eine Unterschrift ist bei elektronischer Übermittlung nicht erforderlich; die Gebühr wurde per Kreditkarte bezahlt.",
        size=8.5,
    )
    return paper
