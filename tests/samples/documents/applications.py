"""Section Antrag: applications for titles and naturalisation, visa procedure."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.layouts import layout
from tests.samples.documents.letter import Sender, closing, letter, place_and_date, receipt_stamp, to_office
from tests.samples.names import EMPLOYERS, STAFF
from tests.samples.paper import Paper
from tests.samples.sheet import Frame, Portrait


@layout("antrag_aufenthaltstitel", "NBD")
def antrag_aufenthaltserlaubnis(case: Case) -> Paper:
    """The form over two pages, filled in by typewriter or on screen, received by the office."""
    paper, person = Paper(top=16, points=9.5), case.person
    paper.running = "Antrag auf Erteilung / Verlängerung einer Aufenthaltserlaubnis"
    paper.line(f"{case.site.title} – {case.site.office}", size=9)
    paper.line("Antrag auf Erteilung / Verlängerung", size=15, bold=True)
    paper.line("einer Aufenthaltserlaubnis", size=15, bold=True)
    paper.put(Frame(x=158, y=14, width=32, height=41), Portrait(x=160, y=16, width=28, height=37))
    paper.y = 58
    paper.heading("1. Angaben zur Person", size=10.5)
    paper.boxes(("Familienname", case.family, 1), ("Geburtsname", person.birth_name or "-", 1), family="wide")
    paper.boxes(
        ("Vorname(n)", case.given, 1),
        ("Geschlecht", {"F": "weiblich", "M": "männlich"}[person.sex], 1),
        family="wide",
    )
    paper.boxes(
        ("Geburtsdatum", case.born, 1),
        ("Geburtsort, -staat", f"{person.birth_place}, {person.origin.country}", 2),
        family="wide",
    )
    paper.boxes(
        ("Staatsangehörigkeit(en)", person.origin.adjective, 1),
        ("Familienstand", case.pick("ledig", "verheiratet", "geschieden"), 1),
    )
    paper.boxes(
        ("Anschrift", f"{person.street}, {case.site.postcode} {case.site.city}", 2),
        ("Telefon", f"0150 0000{case.rng.randint(100, 999)}", 1),
    )
    paper.heading("2. Pass oder sonstiger Reiseausweis", size=10.5)
    paper.boxes(
        ("Art", "Reisepass", 1),
        ("Nummer", person.passport_number, 1),
        ("gültig bis", german(case.later(300, 2000)), 1),
        ("ausgestellt von", person.birth_place, 1),
    )
    paper.heading("3. Ehegatte / Lebenspartner", size=10.5)
    paper.boxes(
        ("Name, Vorname", case.pick("", "Partnermann, Alex", "Gattinger, Kim"), 2),
        ("Geburtsdatum", case.pick("", "03.03.1985"), 1),
    )
    paper.heading("4. Zweck des Aufenthalts", size=10.5)
    paper.ticks(
        ("Erwerbstätigkeit", True),
        ("Ausbildung / Studium", False),
        ("Familiennachzug", False),
        ("humanitär", False),
    )
    paper.boxes(
        ("Arbeitgeber", case.rng.choice(EMPLOYERS), 2),
        ("beschäftigt seit", german(case.earlier(100, 900)), 1),
    )
    paper.heading("5. Lebensunterhalt", size=10.5)
    paper.ticks(
        ("eigenes Einkommen (Entgeltabrechnungen beifügen)", True), ("Leistungen nach SGB II / XII", False)
    )
    paper.ticks(("Verpflichtungserklärung eines Dritten", False), ("Krankenversicherung besteht", True))
    paper.new_page()
    paper.heading("6. Wohnraum", size=10.5)
    paper.ticks(("Mietvertrag ist beigefügt", True), ("Gemeinschaftsunterkunft", False))
    paper.heading("7. Sicherheitsbefragung und Belehrung nach § 54 Abs. 2 Nr. 8 AufenthG", size=10.5)
    paper.paragraph(
        "Ich wurde darauf hingewiesen, dass falsche oder unvollständige Angaben zur Ausweisung führen können und dass "
        "bereits ein Strafbefehl oder ein Ermittlungsverfahren anzugeben ist."
    )
    paper.ticks(("Ich bin nicht vorbestraft.", True), ("Gegen mich wird ermittelt.", False))
    paper.heading("8. Erklärung", size=10.5)
    paper.paragraph(
        "Ich versichere, die vorstehenden Angaben nach bestem Wissen und Gewissen wahrheitsgemäß und vollständig "
        "gemacht zu haben. Mir ist bekannt, dass ich Änderungen unverzüglich mitteilen muss."
    )
    place_and_date(paper, case, "Unterschrift der Antragstellerin / des Antragstellers")
    receipt_stamp(paper, case, x=110, y=150)
    return paper


@layout("antrag_aufenthaltstitel", "NBF")
def antrag_niederlassung(case: Case) -> Paper:
    paper, person = Paper(points=10.5, family="serif"), case.person
    paper.line(case.site.title, size=11)
    paper.line("Antrag auf Erteilung einer Niederlassungserlaubnis", size=16, bold=True)
    paper.line("gemäß § 9 AufenthG", size=11)
    paper.gap(4)
    for label, value in (("Aktenzeichen (falls bekannt):", person.file_number), ("Name:", case.family), ("Vorname:", case.given),
                         ("geboren am / in:", f"{case.born} / {person.birth_place}"), ("Staatsangehörigkeit:", person.origin.adjective),
                         ("Anschrift:", f"{person.street}, {case.site.city}"), ("Aufenthaltserlaubnis seit:", german(case.earlier(1900, 2600)))):  # fmt: skip
        paper.field(label, value, column=66)
    paper.gap(4)
    paper.heading("Beigefügte Unterlagen")
    for label in (
        "Arbeitsvertrag und drei Entgeltabrechnungen",
        "Versicherungsverlauf der Rentenversicherung",
        "Zertifikat Integrationskurs / Sprachzertifikat B1",
        "Mietvertrag",
    ):
        paper.ticks((label, case.rng.random() < 0.8))
    paper.paragraph("Ich erkläre, dass die Angaben vollständig und wahrheitsgemäß sind.")
    place_and_date(paper, case, "Unterschrift")
    receipt_stamp(paper, case, y=34)
    return paper


@layout("visumverfahren", "NBDF")
def beteiligung_visum(case: Case) -> Paper:
    city = case.person.origin.places[0]
    sender = Sender(
        title="Botschaft der Bundesrepublik Deutschland",
        lines=(f"Visastelle {city}", f"Botschaftsallee 1, {city}"),
    )
    paper = letter(
        case, sender, to_office(case),
        ("Beteiligung der Ausländerbehörde nach § 31 AufenthV – Antrag auf Erteilung eines nationalen Visums", case.subject,
         f"Pass-Nr.: {case.person.passport_number}"),
        references=(("Ihr Zeichen", case.person.file_number), ("Visa-Az.", f"RK 516 {case.rng.randint(10000, 99999)}")), received=True,
    )  # fmt: skip
    paper.paragraph(
        "die o. g. Person beantragt ein nationales Visum zum Zweck der Familienzusammenführung. Um Stellungnahme und "
        f"gegebenenfalls Zustimmung wird bis zum {german(case.later(30, 60))} gebeten."
    )
    paper.paragraph(
        "Beigefügt sind: Antragsformular (VIDEX), Kopie des Reisepasses, Eheurkunde mit Übersetzung, "
        "Sprachzertifikat A1 sowie die Verpflichtungserklärung der Referenzperson."
    )
    closing(paper, case, case.rng.choice(STAFF), order="Im Auftrag")
    return paper


@layout("visumverfahren", "NB")
def vorabzustimmung(case: Case) -> Paper:
    paper, person = Paper(points=10.5), case.person
    paper.line(f"{case.site.title} – {case.site.office}", size=11, bold=True)
    paper.gap(6)
    paper.line("Vorabzustimmung", size=17, bold=True)
    paper.line("zur Erteilung eines Visums gemäß § 31 Abs. 3 AufenthV", size=10.5)
    paper.gap(5)
    paper.boxes(("Name", case.family, 1), ("Vorname(n)", case.given, 1), family="wide")
    paper.boxes(
        ("Geburtsdatum", case.born, 1),
        ("Geburtsort", person.birth_place, 1),
        ("Staatsangehörigkeit", person.origin.adjective, 1),
        family="wide",
    )
    paper.boxes(("Zuständige Auslandsvertretung", f"Deutsche Botschaft {person.origin.places[0]}", 1))
    paper.gap(4)
    paper.paragraph(
        "Der Erteilung eines nationalen Visums zur Aufnahme einer Beschäftigung nach § 18a AufenthG wird vorab "
        f"zugestimmt. Die Zustimmung der Bundesagentur für Arbeit liegt vor. Gültig bis {german(case.later(80, 100))}."
    )
    place_and_date(paper, case, "Im Auftrag (Dienstsiegel)")
    return paper
