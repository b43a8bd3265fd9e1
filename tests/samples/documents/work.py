"""Section Erwerbstätigkeit: contracts, employer's declarations, pay slips, trade registration."""

# ruff: noqa: E501, ISC004  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.layouts import layout
from tests.samples.documents.letter import Sender, closing, letter, place_and_date, receipt_stamp, signature
from tests.samples.names import EMPLOYERS, STAFF
from tests.samples.numbers import iban, pattern
from tests.samples.paper import Paper

_JOBS = ("Lagerhelfer/in", "Pflegehelfer/in", "Küchenhilfe", "Maschinenbediener/in", "Fachinformatiker/in")


def _employer(case: Case) -> Sender:
    name = case.rng.choice(EMPLOYERS)
    place = f"Industriestraße {case.rng.randint(1, 90)}, {case.site.postcode} {case.site.city}"
    return Sender(title=name, lines=("Personalabteilung", place, "Telefon 0000 1234-0"))


def _contract(case: Case, *, born: bool) -> Paper:
    firm = _employer(case)
    paper = Paper(family="serif", points=11.5, top=24)
    paper.line("Arbeitsvertrag", size=19, bold=True, align="center")
    paper.gap(6)
    paper.line("zwischen")
    paper.paragraph(f"{firm.title}, {firm.lines[1]},", indent=10, bold=True, after=0.5)
    paper.paragraph(
        f"vertreten durch die Geschäftsführung, {case.rng.choice(STAFF)}, – nachfolgend Arbeitgeber –",
        indent=10,
    )
    paper.line("und")
    paper.paragraph(
        f"{case.honorific_dative} {case.name}{case.born_phrase if born else ''}, wohnhaft {case.person.street}, "
        f"{case.site.postcode} {case.site.city}, – nachfolgend Arbeitnehmer –",
        indent=10,
    )
    paper.line("wird folgender Vertrag geschlossen:")
    wage = case.rng.randrange(1300, 2300) / 100
    for number, (head, body) in enumerate((
        ("Beginn und Probezeit", f"Das Arbeitsverhältnis beginnt am {german(case.later(10, 40))}. Die ersten sechs Monate "
         "gelten als Probezeit, in der mit einer Frist von zwei Wochen gekündigt werden kann."),
        ("Tätigkeit", f"Der Arbeitnehmer wird als {case.pick(*_JOBS)} eingestellt. Arbeitsort ist {case.site.city}."),
        ("Arbeitszeit und Vergütung", f"Die wöchentliche Arbeitszeit beträgt {case.rng.choice((20, 30, 39, 40))} Stunden. "
         f"Der Arbeitgeber zahlt einen Stundenlohn von {_euro(wage)} Euro brutto."),
        ("Aufenthaltsrecht", "Der Vertrag steht unter der aufschiebenden Bedingung, dass ein Aufenthaltstitel vorliegt, der "
         "die Beschäftigung erlaubt, und die Bundesagentur für Arbeit zugestimmt hat, soweit dies erforderlich ist."),
        ("Urlaub", "Der Arbeitnehmer erhält kalenderjährlich 26 Arbeitstage Erholungsurlaub."),
        ("Verschwiegenheit", "Über Betriebs- und Geschäftsgeheimnisse ist Stillschweigen zu wahren, auch nach Ende des "
         "Arbeitsverhältnisses. Änderungen dieses Vertrages bedürfen der Schriftform."),
    ), 1):  # fmt: skip
        paper.heading(f"§ {number} {head}", size=11.5, before=1)
        paper.paragraph(body)
    place_and_date(paper, case, "Arbeitgeber")
    paper.gap(4)
    signature(paper, case.rng, x=112)
    paper.text(110, paper.y, f"Arbeitnehmer ({case.name})", size=8)
    return paper


@layout("arbeitsvertrag", "N", digital=True)
def arbeitsvertrag(case: Case) -> Paper:
    return _contract(case, born=False)


@layout("arbeitsvertrag", "NB", digital=True)
def arbeitsvertrag_geburtsdatum(case: Case) -> Paper:
    return _contract(case, born=True)


@layout("erklaerung_beschaeftigung", "NB")
def erklaerung_beschaeftigung(case: Case) -> Paper:
    """The form of the Bundesagentur which an employer fills in."""
    firm, person = _employer(case), case.person
    paper = Paper(top=16, points=9.5)
    paper.text(190, 18, "Bundesagentur für Arbeit", size=11, bold=True, align="right")
    paper.y = 24
    paper.line("Erklärung zum Beschäftigungsverhältnis", size=16, bold=True)
    paper.line("zur Vorlage bei der Ausländerbehörde / Auslandsvertretung", size=9)
    paper.heading("A. Angaben zur Person der Arbeitnehmerin / des Arbeitnehmers", size=10)
    paper.boxes(("1 Name", case.family, 1), ("2 Vorname(n)", case.given, 1), family="wide")
    paper.boxes(
        ("3 Geburtsdatum", case.born, 1),
        ("4 Geschlecht", person.sex, 1),
        ("5 Staatsangehörigkeit", person.origin.adjective, 2),
    )
    paper.boxes(("6 Anschrift", f"{person.street}, {case.site.postcode} {case.site.city}", 1))
    paper.heading("B. Angaben zum Arbeitgeber", size=10)
    paper.boxes(("7 Firma", firm.title, 3), ("8 Betriebsnummer", pattern("99999999", case.rng), 2))
    paper.boxes(("9 Anschrift", firm.lines[1], 3), ("10 Ansprechpartner", case.rng.choice(STAFF), 2))
    paper.heading("C. Angaben zur Beschäftigung (Stellenbeschreibung)", size=10)
    paper.boxes(
        ("11 Berufsbezeichnung", case.pick(*_JOBS), 2), ("12 beschäftigt ab", german(case.later(14, 60)), 1)
    )
    paper.boxes(
        ("13 Wochenstunden", str(case.rng.choice((20, 38, 40))), 1),
        ("14 Bruttoentgelt monatlich", f"{case.rng.randint(1900, 3900)},00 EUR", 1),
        ("15 Urlaub", "28 Tage", 1),
    )
    paper.ticks(("befristet", False), ("unbefristet", True), ("Überstunden: nein", True))
    paper.paragraph(
        "Ich versichere, dass die Angaben vollständig und richtig sind. Die Zustimmung nach § 39 AufenthG wird "
        "von der Ausländerbehörde eingeholt. Ein Arbeitsvertrag ist beigefügt.",
        size=9,
    )
    place_and_date(paper, case, "Unterschrift und Stempel des Arbeitgebers")
    paper.stamp(150, paper.y - 24, firm.title[:24], case.site.city, angle=case.rng.uniform(-5, 5), size=7.5)
    return paper


@layout("erklaerung_beschaeftigung", "NBF")
def ba_zustimmung(case: Case) -> Paper:
    sender = Sender(
        title="Bundesagentur für Arbeit",
        lines=("Arbeitsmarktzulassung", "Musterallee 4, 60000 Frankfurt am Main", "Telefon 0800 00000"),
    )
    paper = letter(
        case, sender, (case.site.title, case.site.office, case.site.street, f"{case.site.postcode} {case.site.city}"),
        ("Zustimmung zur Beschäftigung nach § 39 AufenthG", case.subject),
        references=(("Ihr Zeichen", case.person.file_number), ("Mein Zeichen", f"AMZ-{case.rng.randint(100000, 999999)}")),
        received=True,
    )  # fmt: skip
    paper.paragraph(
        f"der Beschäftigung der o. g. Person als {case.pick(*_JOBS)} bei der Firma {case.rng.choice(EMPLOYERS)} wird "
        "gemäß § 39 AufenthG zugestimmt."
    )
    paper.paragraph(
        "Die Zustimmung ist auf drei Jahre befristet. Grundlage sind die vorgelegte Erklärung zum "
        "Beschäftigungsverhältnis und der Arbeitsvertrag. Der Aufenthaltstitel ist mit einer entsprechenden "
        "Nebenbestimmung zu versehen."
    )
    closing(paper, case, case.rng.choice(STAFF), order="Im Auftrag")
    return paper


@layout("einkommensnachweis", "NB", digital=True)
def entgeltabrechnung(case: Case) -> Paper:
    """A pay slip: dense tables in small type."""
    firm, paper = _employer(case), Paper(top=14, left=18, right=14, points=8.5)
    gross = case.rng.randrange(180_000, 390_000) / 100
    tax, pension, health = gross * 0.104, gross * 0.093, gross * 0.081
    paper.line(firm.title, size=11, bold=True)
    paper.line(firm.lines[1], size=8)
    paper.gap(3)
    month = f"{case.issued:%m/%Y}"
    paper.line(f"Entgeltabrechnung für {month}", size=13, bold=True)
    paper.line(f"Blatt 1    Datum {german(case.issued)}", size=8)
    paper.gap(3)
    paper.boxes(
        ("Personal-Nr.", str(case.rng.randint(100, 9999)), 1),
        ("Geburtsdatum", case.born, 1),
        ("Steuerklasse", case.pick("1", "3", "4"), 1),
        ("Steuer-ID", pattern("99999999999", case.rng), 2),
    )
    paper.boxes(
        ("SV-Nummer", pattern("99999999L999", case.rng), 2),
        ("Krankenkasse", "Musterkasse", 1),
        ("Eintritt", german(case.earlier(100, 900)), 1),
    )
    paper.gap(6)
    for line in (
        case.honorific_dative,
        case.name,
        case.person.street,
        f"{case.site.postcode} {case.site.city}",
    ):
        paper.line(line, size=10, family="wide")
    paper.gap(8)
    rows = [("001", "Gehalt / Lohn", "L", _euro(gross)), ("", "Gesamtbrutto", "", _euro(gross)), ("", "Lohnsteuer", "", _euro(-tax)),
            ("", "Krankenversicherung", "", _euro(-health)), ("", "Rentenversicherung", "", _euro(-pension)),
            ("", "Gesetzliches Netto", "", _euro(gross - tax - pension - health))]  # fmt: skip
    paper.table(("Lohnart", "Bezeichnung", "St", "Betrag EUR"), rows, (2, 8, 1, 3), numbers=(3,))
    paper.line(
        f"Auszahlungsbetrag: {_euro(gross - tax - pension - health)} EUR", size=11, bold=True, align="right"
    )
    paper.line(f"Überweisung auf {iban(case.rng)}", size=8.5)
    return paper


def _euro(amount: float) -> str:
    return f"{amount:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")


@layout("einkommensnachweis", "N")
def verdienstabrechnung_einfach(case: Case) -> Paper:
    """A small firm's slip without birth date."""
    firm, paper = _employer(case), Paper(family="mono", points=9.5)
    paper.line(firm.title, bold=True)
    paper.line(f"VERDIENSTABRECHNUNG {case.issued:%m.%Y}", size=12, bold=True)
    paper.gap(6)
    for label, value in (("Mitarbeiter", case.name), ("Anschrift", f"{case.person.street}, {case.site.city}"),
                         ("Abrechnungsdatum", german(case.issued)), ("Stunden", str(case.rng.randint(60, 168)))):  # fmt: skip
        paper.field(label, value, column=50)
    gross = case.rng.randrange(80_000, 240_000) / 100
    paper.gap(4)
    for label, amount in (
        ("Bruttolohn", gross),
        ("Abzüge Steuer", -gross * 0.09),
        ("Abzüge Sozialversicherung", -gross * 0.2),
        ("Nettolohn", gross * 0.71),
    ):
        paper.field(label, _euro(amount) + " EUR", column=80)
    return paper


@layout("einkommensnachweis", "NB")
def gewerbeanmeldung(case: Case) -> Paper:
    person, paper = case.person, Paper(top=16, points=9.5)
    paper.text(190, 18, "GewA 1", size=12, bold=True, align="right")
    paper.y = 18
    paper.line("Gewerbe-Anmeldung", size=17, bold=True)
    paper.line("nach § 14 GewO oder § 55 c GewO", size=9)
    paper.heading("Angaben zur Betriebsinhaberin / zum Betriebsinhaber", size=10)
    paper.boxes(("3 Name", case.family, 1), ("4 Vornamen", case.given, 1), family="wide")
    paper.boxes(
        ("5 Geburtsname", person.birth_name, 1),
        ("6 Geburtsdatum", case.born, 1),
        ("7 Geburtsort", person.birth_place, 1),
        family="wide",
    )
    paper.boxes(
        ("8 Staatsangehörigkeit(en)", person.origin.adjective, 1),
        ("9 Anschrift der Wohnung", f"{person.street}, {case.site.city}", 2),
    )
    paper.heading("Angaben zum Betrieb", size=10)
    paper.boxes(
        (
            "15 Angemeldete Tätigkeit",
            case.pick("Kleintransporte bis 3,5 t", "Gebäudereinigung", "Änderungsschneiderei", "Imbiss"),
            1,
        )
    )
    paper.boxes(("17 Datum des Beginns", german(case.later(1, 20)), 1), ("19 Zahl der Beschäftigten", "0", 1))
    paper.ticks(
        ("29 Aufenthaltstitel liegt vor", True),
        ("Auflage, die selbständige Erwerbstätigkeit ausschließt", False),
    )
    paper.paragraph(
        "Hinweis: Diese Anzeige berechtigt nicht zum Beginn des Gewerbebetriebes, wenn noch eine Erlaubnis "
        "notwendig ist. Eine Mitteilung an die Ausländerbehörde erfolgt nach § 71 AufenthV.",
        size=8.5,
    )
    place_and_date(paper, case, "Unterschrift")
    receipt_stamp(paper, case, y=paper.y + 10)
    return paper
