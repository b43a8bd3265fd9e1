"""Sections Bildung and Integration: enrolment, apprenticeship, recognition, language certificates, courses."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.layouts import layout
from tests.samples.documents.letter import Sender, closing, letter, place_and_date
from tests.samples.names import EMPLOYERS, STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper


@layout("bildungsnachweis", "NB", digital=True)
def immatrikulation(case: Case) -> Paper:
    paper = Paper(points=10.5)
    paper.line(f"Hochschule Musterland – Standort {case.site.city}", size=14, bold=True)
    paper.rule(after=10)
    paper.line("Immatrikulationsbescheinigung", size=17, bold=True)
    term = f"Wintersemester {case.issued.year}/{(case.issued.year + 1) % 100:02d}"
    paper.line(f"(Studienbescheinigung) {term}", size=10.5)
    paper.gap(5)
    for label, value in (("Name, Vorname", case.listed), ("Geburtsdatum", case.born), ("Geburtsort", case.person.birth_place),
                         ("Matrikelnummer", str(case.rng.randint(700000, 999999))), ("Studiengang", case.pick("Informatik (B.Sc.)", "Maschinenbau (M.Sc.)", "Soziale Arbeit (B.A.)")),
                         ("Fachsemester", str(case.rng.randint(1, 9))), ("Regelstudienzeit", "6 Semester")):  # fmt: skip
        paper.field(label, value)
    paper.gap(5)
    paper.paragraph(
        "Diese Bescheinigung wurde maschinell erstellt und ist ohne Unterschrift gültig. Sie dient auch zur Vorlage bei der "
        "Ausländerbehörde und der Krankenversicherung."
    )
    paper.line(f"{case.site.city}, {german(case.issued)}")
    return paper


@layout("bildungsnachweis", "NB")
def ausbildungsvertrag(case: Case) -> Paper:
    paper, person = Paper(top=16, points=9.5), case.person
    paper.line("Industrie- und Handelskammer Musterland", size=10)
    paper.line("Berufsausbildungsvertrag", size=17, bold=True)
    paper.line("(§§ 10, 11 Berufsbildungsgesetz)", size=9)
    paper.gap(3)
    paper.boxes(("Ausbildender (Ausbildungsbetrieb)", case.rng.choice(EMPLOYERS), 1), height=12)
    paper.boxes(
        ("Auszubildende/r: Name, Vorname", case.listed, 2),
        ("geb. am", case.born, 1),
        family="wide",
        height=12,
    )
    paper.boxes(
        ("Straße, Haus-Nr.", person.street, 1),
        ("PLZ, Ort", f"{case.site.postcode} {case.site.city}", 1),
        ("Staatsangehörigkeit", person.origin.adjective, 1),
    )
    paper.boxes(
        (
            "Ausbildungsberuf",
            case.pick("Koch / Köchin", "Anlagenmechaniker/in SHK", "Altenpflegehelfer/in", "Fachlagerist/in"),
            1,
        )
    )
    start = case.later(30, 120)
    paper.boxes(
        ("Ausbildungszeit von", german(start), 1),
        ("bis", german(start.replace(year=start.year + 3, day=min(start.day, 28))), 1),
        ("Probezeit", "4 Monate", 1),
    )
    paper.table(
        ("Ausbildungsjahr", "Vergütung EUR"),
        [("1.", "1.020,00"), ("2.", "1.090,00"), ("3.", "1.180,00")],
        (2, 1),
        numbers=(1,),
    )
    paper.paragraph(
        "Der Vertrag wird in das Verzeichnis der Berufsausbildungsverhältnisse eingetragen. Eine Aufenthaltserlaubnis zum "
        "Zweck der Ausbildung (§ 16a AufenthG) oder eine Ausbildungsduldung ist vorzulegen.",
        size=9,
    )
    place_and_date(paper, case, "Ausbildender")
    place_and_date(paper, case, "Auszubildende/r")
    return paper


@layout("bildungsnachweis", "NB")
def zeugnisbewertung(case: Case) -> Paper:
    sender = Sender(
        title="Zentralstelle für ausländisches Bildungswesen",
        lines=("Zeugnisbewertung", "Prüfallee 6, 53000 Bonn"),
    )
    paper = letter(
        case, sender, case.address, ("Zeugnisbewertung (Statement of Comparability)", f"{case.name}{case.born_phrase}"),
        references=(("Vorgangsnummer", pattern("9999999", case.rng)),), greeting=case.salutation,
    )  # fmt: skip
    paper.paragraph(
        f"Sie haben den Abschluss „Bachelor“ der Universität {case.person.birth_place} ({case.person.origin.country}) vorgelegt."
    )
    paper.paragraph(
        "Der Abschluss entspricht einem deutschen Hochschulabschluss auf Bachelor-Ebene (anabin: H+). Die Gleichwertigkeit "
        "wurde anhand der Originalurkunden geprüft. Die Bewertung dient auch der Beantragung der Blauen Karte EU."
    )
    closing(paper, case, case.rng.choice(STAFF), order="Im Auftrag")
    return paper


@layout("sprachzertifikat", "NB")
def zertifikat_b1(case: Case) -> Paper:
    paper, person = Paper(points=11), case.person
    paper.gap(10)
    paper.line("Zertifikat", size=26, bold=True, align="center")
    paper.line("Deutsch-Test für Zuwanderer A2–B1", size=14, align="center")
    paper.gap(10)
    paper.line(case.name, size=16, bold=True, align="center", family="wide")
    paper.gap(4)
    paper.line(f"Geburtsdatum: {case.born}", align="center")
    paper.line(f"Geburtsort: {person.birth_place}", align="center")
    paper.gap(8)
    paper.paragraph(
        "hat die Prüfung auf der Grundlage des Gemeinsamen europäischen Referenzrahmens abgelegt."
    )
    paper.table(
        ("Prüfungsteil", "Ergebnis"),
        [
            ("Sprechen", "B1"),
            ("Hören / Lesen", "B1"),
            ("Schreiben", case.pick("A2", "B1")),
            ("Gesamtergebnis", "B1"),
        ],
        (2, 1),
        size=10.5,
    )
    paper.field("Datum der Prüfung", german(case.earlier(20, 50)))
    paper.field("Prüfungszentrum", f"Volkshochschule {case.site.city}")
    place_and_date(paper, case, "Prüfungsverantwortliche/r")
    return paper


@layout("sprachzertifikat", "NB")
def leben_in_deutschland(case: Case) -> Paper:
    paper = Paper(points=11.5, family="serif")
    paper.gap(8)
    paper.line("Bundesamt für Migration und Flüchtlinge", size=13, bold=True, align="center")
    paper.gap(6)
    paper.line(
        "Bescheinigung über die Teilnahme am Test „Leben in Deutschland“", size=15, bold=True, align="center"
    )
    paper.gap(8)
    paper.field("Name:", case.family)
    paper.field("Vorname:", case.given)
    paper.field("geboren am:", case.born)
    paper.field("Teilnehmernummer:", pattern("LL999999", case.rng))
    paper.gap(4)
    paper.paragraph(
        f"hat am {german(case.earlier(20, 40))} den Test „Leben in Deutschland“ mit {case.rng.randint(17, 33)} von 33 Punkten bestanden. "
        "Die Kenntnisse der Rechts- und Gesellschaftsordnung im Sinne des § 10 Abs. 1 StAG sind damit nachgewiesen."
    )
    place_and_date(paper, case, "Im Auftrag", city="Nürnberg")
    return paper


@layout("integrationskurs", "NBAF")
def verpflichtung_integrationskurs(case: Case) -> Paper:
    paper, person = Paper(points=10), case.person
    paper.line(f"{case.site.title} – {case.site.office}", size=10)
    paper.line("Verpflichtung zur Teilnahme an einem Integrationskurs", size=15, bold=True)
    paper.line("gemäß § 44a AufenthG", size=10)
    paper.gap(4)
    paper.boxes(("Name", case.family, 1), ("Vorname(n)", case.given, 1), family="wide")
    paper.boxes(
        ("Geburtsdatum", case.born, 1),
        ("Staatsangehörigkeit", person.origin.adjective, 1),
        ("Geschlecht", person.sex, 1),
    )
    paper.boxes(
        ("AZR-Nummer", person.azr_number, 1),
        ("Aktenzeichen", person.file_number, 1),
        ("BAMF-Kennziffer", pattern("LLL-999-9999", case.rng), 1),
    )
    paper.gap(4)
    paper.paragraph(
        "Sie werden verpflichtet, sich unverzüglich bei einem zugelassenen Kursträger anzumelden und ordnungsgemäß am "
        "Integrationskurs teilzunehmen. Kommen Sie der Verpflichtung nicht nach, kann die Verlängerung Ihrer "
        "Aufenthaltserlaubnis abgelehnt und ein Bußgeld verhängt werden."
    )
    place_and_date(paper, case, "Im Auftrag")
    return paper


@layout("integrationskurs", "NB")
def teilnahme_integrationskurs(case: Case) -> Paper:
    sender = Sender(
        title=f"Sprachschule Beispiel {case.site.city} e. V.",
        lines=("Kursverwaltung", f"Lernweg 3, {case.site.postcode} {case.site.city}"),
    )
    paper = letter(
        case, sender, case.address, ("Bescheinigung über die ordnungsgemäße Teilnahme am Integrationskurs", f"{case.listed}{case.born_phrase}"),
        references=(("Kursnummer", pattern("LL-99-999", case.rng)),), greeting=case.salutation,
    )  # fmt: skip
    paper.paragraph(
        f"wir bescheinigen, dass Sie im Zeitraum vom {german(case.earlier(200, 260))} bis {german(case.earlier(3, 20))} an "
        f"{case.rng.randint(500, 700)} Unterrichtseinheiten eines Integrationskurses teilgenommen haben. Die Berechtigung zur "
        "Teilnahme hat das Bundesamt erteilt. Ein Sprachzertifikat wird gesondert ausgestellt."
    )
    closing(paper, case, case.rng.choice(STAFF))
    return paper
