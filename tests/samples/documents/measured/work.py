"""Measured layouts of the sections Erwerbstätigkeit, Bildung and Integration."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.letter import place_and_date
from tests.samples.documents.measured.heads import banner, measured, office_right, rows
from tests.samples.names import STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper


@measured("arbeitsvertrag", "NB", digital=True)
def minijob_vertrag(case: Case) -> Paper:
    paper = Paper(points=10.5)
    paper.line("Vertrag über eine geringfügig entlohnte Beschäftigung", size=14, bold=True)
    paper.gap(3)
    paper.paragraph("Die Firma Bäckerei Krustenmann e. K., nachfolgend Arbeitgeber,", after=0.5)
    paper.paragraph(
        f"und {case.honorific} {case.name}{case.born_phrase}, {case.person.street}, nachfolgend Arbeitnehmer/in, vereinbaren:"
    )
    for number, (head, text) in enumerate((("Tätigkeit", f"Einstellung ab {german(case.later(5, 30))} als Aushilfe im Verkauf."), ("Arbeitszeit", "10 Stunden wöchentlich nach Dienstplan."), ("Vergütung", "12,82 Euro je Stunde, zahlbar am Monatsende."), ("Urlaub", "24 Werktage im Jahr."), ("Probezeit und Beendigung", "Die ersten drei Monate gelten als Probezeit; danach gilt die gesetzliche Kündigungsfrist."), ("Verfallsfristen", "Ansprüche verfallen, wenn sie nicht binnen drei Monaten in Textform geltend gemacht werden.")), 1):  # fmt: skip
        paper.paragraph(f"{number}. {head}: {text}")
    place_and_date(paper, case, "Arbeitgeber         Arbeitnehmer/in")
    return paper


@measured("erklaerung_beschaeftigung", "NBF", digital=True)
def ba_versagung(case: Case) -> Paper:
    """The employment agency's answer to the office's request for approval."""
    paper = office_right(
        case,
        ("Agentur für Arbeit Frankfurt", "Arbeitsmarktzulassung – Team 315", "60000 Frankfurt am Main"),
        (case.site.title, case.site.office, f"{case.site.postcode} {case.site.city}"),
    )
    paper.line(
        f"Ihr Zeichen {case.person.file_number}    Mein Zeichen 315-5758-{case.rng.randint(1000, 9999)}",
        size=9,
    )
    paper.gap(3)
    paper.paragraph("Beschäftigung ausländischer Arbeitnehmer: Ihre Anfrage nach § 39 AufenthG", bold=True)
    paper.paragraph(f"{case.listed}{case.born_phrase}")
    paper.paragraph("Sehr geehrte Damen und Herren,")
    paper.paragraph(
        "die Zustimmung zur Ausübung der Beschäftigung als Küchenhilfe bei der Firma Gasthaus Probemann wird versagt. Das angebotene Arbeitsentgelt liegt unter dem ortsüblichen Entgelt vergleichbarer inländischer Beschäftigter. Eine Vorrangprüfung war nicht durchzuführen."
    )
    paper.paragraph(f"Mit freundlichen Grüßen  {case.rng.choice(STAFF)}")
    return paper


@measured("einkommensnachweis", "NB")
def gewerbe_ummeldung(case: Case) -> Paper:
    paper = Paper(points=9.5, top=14)
    paper.line("Name der entgegennehmenden Gemeinde: " + case.site.city, size=9)
    paper.line("Gewerbe-Ummeldung  (GewA 2)  nach § 14 der Gewerbeordnung", size=13, bold=True)
    paper.gap(2)
    paper.boxes(("3 Name", case.family, 1), ("4 Vornamen", case.given, 1), family="wide")
    paper.boxes(
        ("6 Geburtsdatum", case.born, 1),
        ("8 Staatsangehörigkeit(en)", case.person.origin.adjective, 1),
        ("9 Anschrift der Wohnung", case.person.street, 2),
    )
    paper.boxes(("15 Angemeldete Tätigkeit", "Paketzustellung, Kleintransporte bis 3,5 t", 1))
    paper.boxes(
        ("18 Datum der Änderung", german(case.earlier(3, 20)), 1),
        ("Art des Betriebes", "Handwerk / Sonstiges", 1),
        ("Zahl der Beschäftigten", "0", 1),
    )
    paper.boxes(
        ("Liegt eine Aufenthaltsgenehmigung vor?", "ja, mit Berechtigung zur selbständigen Tätigkeit", 1)
    )
    place_and_date(paper, case, "Unterschrift des Gewerbetreibenden")
    return paper


@measured("integrationskurs", "NBA")
def berechtigungsschein(case: Case) -> Paper:
    paper, person = Paper(points=10.5), case.person
    paper.line("Bundesamt für Migration und Flüchtlinge – Regionalstelle Musterstadt", size=10)
    paper.gap(4)
    paper.line("Bestätigung der Teilnahmeberechtigung am Integrationskurs", size=14, bold=True)
    paper.line("gemäß § 44 Abs. 1 AufenthG in Verbindung mit der Integrationskursverordnung (IntV)", size=9.5)
    paper.gap(4)
    rows(
        paper,
        (
            ("Name, Vorname", case.listed),
            ("Geburtsdatum", case.born),
            ("AZR-Nummer", person.azr_number),
            ("BAMF-Kennziffer", pattern("9999999", case.rng)),
            ("Gültig bis", german(case.later(300, 700))),
        ),
    )
    paper.paragraph(
        "Sie können sich mit dieser Bestätigung bei einem zugelassenen Kursträger Ihrer Wahl anmelden. Vom Kostenbeitrag sind Sie auf Antrag befreit. Der Kurs umfasst 600 Unterrichtsstunden Sprachkurs und 100 Unterrichtsstunden Orientierungskurs."
    )
    paper.line(f"Nürnberg, {german_long(case.issued)}")
    return paper


@measured("bildungsnachweis", "NB")
def anerkennung_ihk(case: Case) -> Paper:
    """A recognition decision: partial equivalence."""
    paper = banner(
        case,
        "Kammer FOSA Musterland",
        ("Foreign Skills Approval",),
        (("Vorgangsnummer", pattern("99-999999", case.rng)),),
    )
    paper.paragraph(
        "Feststellung der Gleichwertigkeit nach dem Berufsqualifikationsfeststellungsgesetz (BQFG)", bold=True
    )
    paper.paragraph(f"Antragsteller/in: {case.name}{case.born_phrase}")
    paper.paragraph(f"{case.salutation},")
    paper.paragraph(
        f"die Prüfung Ihres in {case.person.origin.country} erworbenen Abschlusses hat ergeben, dass eine teilweise Gleichwertigkeit mit dem deutschen Referenzberuf Fachkraft für Lagerlogistik besteht. Wesentliche Unterschiede bestehen im Bereich Warenwirtschaft."
    )
    paper.paragraph("Im Auftrag   (Siegel)")
    return paper


@measured("arbeitsvertrag", "N", digital=True)
def einstellungszusage(case: Case) -> Paper:
    """A bilingual contract."""
    paper = Paper(points=10, family="serif")
    paper.line("Anstellungsvertrag / Employment Agreement", size=14, bold=True, align="center")
    paper.gap(3)
    paper.paragraph("zwischen / between  Beispiel Software AG, 60000 Frankfurt am Main (“Employer”)", after=1)
    paper.paragraph(f"und / and  {case.name}, {case.person.street} (“Employee”)")
    for text in (f"§ 1 Beginn / Commencement: Das Arbeitsverhältnis beginnt am {german(case.later(20, 90))}.", "§ 2 Position: Software Engineer.", "§ 3 Gehalt / Salary: EUR 58.000 brutto p. a.", "§ 4 Arbeitszeit / Working hours: 40 hours per week.", "§ 5 Urlaub / Holidays: 28 Arbeitstage.", "§ 6 Probezeit / Probation: six months.", "§ 7 Geheimhaltung / Confidentiality."):  # fmt: skip
        paper.paragraph(text, after=1.4)
    place_and_date(paper, case, "Employer          Employee")
    return paper
