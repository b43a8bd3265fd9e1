"""Layouts of this round: contracts of work and what employers declare about them."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.fresh.heads import at_office, ending, fresh, sheet_with_column
from tests.samples.documents.letter import place_and_date, signature
from tests.samples.names import EMPLOYERS, STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import Stroke


@fresh("arbeitsvertrag", "NB")
def arbeitsvertrag_pflege(case: Case) -> Paper:
    """A care home's contract on two sides, tariff and shifts; both sign on the second."""
    paper = Paper(points=10.5, left=25, right=22)
    paper.running = "Arbeitsvertrag Pflegekraft"
    paper.line("Probe Pflegedienste gGmbH", size=12, bold=True)
    paper.line("Seniorenzentrum Am Musterbach · Vorlagenweg 9 · 65000 Wiesbaden", size=8.5)
    paper.gap(8)
    paper.line("A r b e i t s v e r t r a g", size=16, bold=True, align="center")
    paper.gap(4)
    paper.paragraph("Zwischen der Probe Pflegedienste gGmbH, vertreten durch die Geschäftsführerin Beate Beispielstein (nachfolgend Arbeitgeberin), und")  # fmt: skip
    paper.paragraph(f"{case.honorific_dative} {case.name}{case.born_phrase}, wohnhaft {case.person.street}, {case.site.city} (nachfolgend Mitarbeiter/in), wird Folgendes vereinbart:")  # fmt: skip
    start = case.later(12, 60)
    for head, text in (
        ("§ 1 Tätigkeit und Beginn", f"Das Arbeitsverhältnis beginnt am {german(start)}. Die Einstellung erfolgt als Pflegehilfskraft im Wohnbereich 2."),
        ("§ 2 Probezeit", "Die ersten sechs Monate gelten als Probezeit. In dieser Zeit kann mit einer Frist von zwei Wochen gekündigt werden."),
        ("§ 3 Arbeitszeit", f"Die regelmäßige Arbeitszeit beträgt {case.rng.choice((30, 35, 39))} Stunden in der Woche im Schichtdienst einschließlich jedes zweiten Wochenendes."),
        ("§ 4 Vergütung", f"Die Vergütung beträgt {case.rng.randint(24, 33)}{case.rng.randint(10, 99)},00 € brutto, zahlbar zum Monatsende, zuzüglich Zuschlägen für Nacht und Feiertag."),
        ("§ 5 Urlaub", "Der Jahresurlaub beträgt 29 Arbeitstage bei einer Fünftagewoche."),
        ("§ 6 Krankheit", "Verhinderung ist unverzüglich, vor Dienstbeginn, der Wohnbereichsleitung zu melden."),
        ("§ 7 Aufenthaltsrecht", "Der Vertrag steht unter der auflösenden Bedingung, dass eine Beschäftigung aufenthaltsrechtlich erlaubt ist. Der Aufenthaltstitel ist jährlich vorzulegen."),
        ("§ 8 Verschwiegenheit", "Über alle Angelegenheiten der Bewohner ist auch nach Ende des Vertrags Stillschweigen zu wahren."),
    ):  # fmt: skip
        paper.heading(head, size=10.5, before=1)
        paper.paragraph(text)
    paper.new_page()
    paper.heading("§ 9 Ausschlussfristen", size=10.5)
    paper.paragraph("Ansprüche verfallen, wenn sie nicht binnen drei Monaten in Textform geltend gemacht werden. Dies gilt nicht für den gesetzlichen Mindestlohn.")  # fmt: skip
    place_and_date(paper, case, "Arbeitgeberin", city="Wiesbaden")
    paper.gap(8)
    signature(paper, case.rng, x=112)
    paper.put(Stroke(points=((110, paper.y), (172, paper.y)), width=0.15))
    paper.text(110, paper.y + 4, "Mitarbeiter/in", size=7.5)
    return paper


@fresh("arbeitsvertrag", "N", digital=True)
def befristeter_vertrag_gastronomie(case: Case) -> Paper:
    """A restaurant's fixed-term contract on one page, particulars in a table; no birth date."""
    paper = Paper(points=10, left=22, right=22, family="serif")
    paper.line("Befristeter Arbeitsvertrag", size=17, bold=True)
    paper.line("mit Sachgrund (§ 14 Abs. 1 TzBfG)", size=10)
    paper.gap(4)
    paper.table(
        ("Arbeitgeber", "Arbeitnehmer/in"),
        [
            ("Gasthaus Zum Musterhirsch", case.name),
            ("Inh. Egon Musterwirt", case.person.street),
            ("Beispielweg 1, 34000 Kassel", f"{case.site.postcode} {case.site.city}"),
        ],
        (1, 1),
        size=10.5,
    )
    for number, text in enumerate(
        (
            f"Die Einstellung erfolgt als Küchenhilfe, befristet vom {german(case.later(3, 20))} bis {german(case.later(200, 360))} wegen Vertretung.",
            f"Der Stundenlohn beträgt {case.rng.randint(13, 15)},{case.rng.randint(10, 90)} € brutto. Die Mahlzeiten während der Schicht sind frei.",
            "Die wöchentliche Arbeitszeit beträgt zwanzig Stunden; die Einteilung wird eine Woche vorher bekannt gegeben.",
            "Urlaub nach dem Bundesurlaubsgesetz, anteilig.",
            "Es gelten die Hygienevorschriften; eine Belehrung nach § 43 IfSG ist vor dem ersten Arbeitstag nachzuweisen.",
            "Die Probezeit beträgt drei Monate. Danach gelten die gesetzlichen Kündigungsfristen.",
            "Mündliche Abreden bestehen nicht. Nachweise nach dem Nachweisgesetz sind mit diesem Vertrag erbracht.",
        ),
        1,
    ):
        paper.paragraph(f"{number}.  {text}")
    place_and_date(paper, case, "Unterschriften beider Seiten", city="Kassel")
    return paper


@fresh("erklaerung_beschaeftigung", "NB")
def erklaerung_formular_bundesagentur(case: Case) -> Paper:
    """The agency's form filled in by the employer: numbered boxes, working hours, pay, signature."""
    person, company = case.person, case.rng.choice(EMPLOYERS)
    paper = Paper(points=9.5, left=18, right=18, top=14)
    paper.text(192, 18, "Bundesagentur für Arbeit", size=10, bold=True, align="right")
    paper.line("Erklärung zum Beschäftigungsverhältnis", size=14, bold=True)
    paper.line(
        "zur Vorlage bei der Ausländerbehörde / Auslandsvertretung – vom Arbeitgeber auszufüllen", size=8.5
    )
    paper.heading("A  Angaben zur Person der Arbeitnehmerin / des Arbeitnehmers", size=9.5)
    paper.boxes(("1 Name", case.family, 1), ("2 Vorname", case.given, 1), family="wide")
    paper.boxes(("3 Geburtsdatum", case.born, 1), ("4 Geschlecht", person.sex, 1), ("5 Staatsangehörigkeit", person.origin.adjective, 2))  # fmt: skip
    paper.boxes(("6 Anschrift im Inland", f"{person.street}, {case.site.postcode} {case.site.city}", 1))
    paper.heading("B  Angaben zum Arbeitgeber", size=9.5)
    paper.boxes(("7 Firma", company, 2), ("8 Betriebsnummer", pattern("99999999", case.rng), 1))
    paper.boxes(("9 Ansprechperson", case.rng.choice(STAFF), 1), ("10 Telefon, E-Mail", "0561 0000-22, personal@example.org", 1))  # fmt: skip
    paper.heading("C  Beschäftigung", size=9.5)
    paper.boxes(("11 Berufsbezeichnung", case.pick("Lagerhelfer/in", "Bäcker/in", "Anlagenmechaniker/in"), 2), ("12 Beginn", german(case.later(10, 50)), 1), ("13 befristet bis", "unbefristet", 1))  # fmt: skip
    paper.boxes(("14 Stunden / Woche", "40", 1), ("15 Arbeitsentgelt brutto / Monat", f"{case.rng.randint(22, 36)}00,00 €", 1), ("16 Urlaubstage", "28", 1), ("17 Tarifbindung", "nein", 1))  # fmt: skip
    paper.boxes(("18 Genaue Beschreibung der Tätigkeit", "Annahme, Prüfung und Bereitstellung von Waren; Bedienung von Flurförderzeugen", 1))  # fmt: skip
    paper.ticks(("Ausbildungsberuf", False), ("Helfertätigkeit", True), ("Leiharbeit", False))
    paper.ticks(("Überstunden werden vergütet", True), ("Unterkunft wird gestellt", False))
    paper.gap(2)
    paper.paragraph("Ich versichere die Richtigkeit der Angaben. Mir ist bekannt, dass eine vorzeitige Beendigung der Beschäftigung binnen vier Wochen der Ausländerbehörde mitzuteilen ist (§ 4a Abs. 5 AufenthG).", size=8.5)  # fmt: skip
    place_and_date(paper, case, "Unterschrift und Stempel des Arbeitgebers")
    return paper


@fresh("erklaerung_beschaeftigung", "NBF", digital=True)
def zustimmung_ba_mitteilung(case: Case) -> Paper:
    """The labour agency consents under § 39; addressed to the authority, facts in a list."""
    person = case.person
    paper = sheet_with_column(
        ("Agentur für Arbeit Musterfrankfurt", "Operativer Service – Arbeitsmarktzulassung (AMZ)", "Team 163", "60000 Frankfurt"),
        at_office(case),
        (f"Ihr Zeichen: {person.file_number}", f"Mein Zeichen: {pattern('999A999999', case.rng)}", f"Name: {case.rng.choice(STAFF)}", "Durchwahl: 069 0000-310", f"Datum: {german(case.issued)}"),
    )  # fmt: skip
    paper.paragraph("Beteiligung der Bundesagentur für Arbeit (§§ 39, 40 AufenthG)", bold=True, after=4)
    paper.paragraph("Sehr geehrte Damen und Herren,")
    paper.paragraph("zu der nachstehend bezeichneten Beschäftigung wird die Zustimmung erteilt:")
    for label, value in (
        ("Name, Vorname", case.listed),
        ("Geburtsdatum", case.born),
        ("Staatsangehörigkeit", person.origin.adjective),
        ("Arbeitgeber", case.rng.choice(EMPLOYERS)),
        ("Tätigkeit als", "Fachkraft für Metalltechnik"),
        ("Entgelt", f"{case.rng.randint(25, 39)}00,00 EUR brutto monatlich"),
        ("Zeitraum", f"{german(case.later(5, 20))} bis {german(case.later(1000, 1400))}"),
    ):
        if value:
            paper.field(label, value, column=45)
    paper.gap(2)
    paper.paragraph("Die Zustimmung ist auf den genannten Betrieb beschränkt. Rechtsgrundlage ist § 18a AufenthG in Verbindung mit § 39 Abs. 2 AufenthG. Eine Vorrangprüfung war nicht vorzunehmen.")  # fmt: skip
    paper.paragraph("Sofern die Beschäftigung nicht aufgenommen wird, bitte ich um Mitteilung.")
    paper.line("Mit freundlichen Grüßen")
    paper.line("Im Auftrag")
    ending(paper, case, case.rng.choice(STAFF))
    return paper


@fresh("arbeitsvertrag", "NB", dated=False)
def arbeitsvertrag_nicht_unterschrieben(case: Case) -> Paper:
    """A draft contract handed in before signing: days of beginning and end, but none of writing."""
    paper = Paper(points=10.5, left=25, right=24)
    paper.line("Testwerk Maschinenbau AG", size=12, bold=True)
    paper.line("Human Resources · Schablonenstraße 100 · 65000 Wiesbaden", size=8.5)
    paper.gap(8)
    paper.line("Anstellungsvertrag", size=16, bold=True)
    paper.gap(3)
    paper.paragraph(
        f"zwischen der Testwerk Maschinenbau AG und {case.honorific_dative} {case.name}{case.born_phrase}, {case.person.street}, {case.site.city}."
    )
    for number, text in enumerate(
        (
            f"Das Anstellungsverhältnis beginnt am {german(case.later(30, 60))} und endet, ohne dass es einer Kündigung bedarf, am {german(case.later(700, 760))}.",
            "Die Tätigkeit umfasst die eines Entwicklungsingenieurs / einer Entwicklungsingenieurin am Standort Wiesbaden.",
            f"Das Jahresgehalt beträgt {case.rng.randint(46, 68)}.000 Euro brutto, zahlbar in zwölf gleichen Teilen.",
            "Die ersten sechs Monate sind Probezeit. Der Urlaub beträgt 30 Tage.",
            "Die Wirksamkeit hängt von der Erteilung einer Blauen Karte EU ab.",
            "Erfindungen stehen nach Maßgabe des Gesetzes der Gesellschaft zu.",
        ),
        1,
    ):
        paper.paragraph(f"({number}) {text}")
    paper.gap(16)
    for x, who in ((25, "Ort, Datum, Testwerk Maschinenbau AG"), (110, "Ort, Datum, Angestellte/r")):
        paper.put(Stroke(points=((x, paper.y), (x + 70, paper.y)), width=0.15))
        paper.text(x, paper.y + 4, who, size=7.5)
    return paper
