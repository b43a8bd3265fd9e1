"""Section Intern: register printouts, notes, file covers and transfer slips."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.layouts import layout
from tests.samples.documents.letter import Sender, closing, letter, signature, to_office
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import Frame


@layout("azr_auszug", "NBADF")
def azr_auskunft(case: Case) -> Paper:
    """A register printout in a typewriter face."""
    paper, person = Paper(family="mono", points=9.5), case.person
    paper.line("AUSLÄNDERZENTRALREGISTER", size=13, bold=True)
    paper.line("Auskunft aus dem allgemeinen Datenbestand (AZR-Auszug)", size=10)
    paper.line(
        f"Abfrage vom {german(case.issued)} {case.rng.randint(8, 16)}:{case.rng.randint(10, 59)} Uhr   Dienststelle: {case.site.office}",
        size=8.5,
    )
    paper.rule()
    paper.heading("Grundpersonalien", size=10.5)
    for label, value in (("AZR-Nummer", person.azr_number), ("Familienname", case.family), ("Geburtsname", person.birth_name or "-"),
                         ("Vornamen", case.given), ("Geburtsdatum", case.born), ("Geburtsort", person.birth_place),
                         ("Geschlecht", person.sex), ("Staatsangehörigkeit", person.nationality),
                         ("Aliaspersonalien", "; ".join(person.aliases) or "keine")):  # fmt: skip
        paper.field(label, value, column=58)
    paper.heading("Ausweisdokumente", size=10.5)
    paper.field("Reisepass", person.passport_number, column=58)
    paper.field("Aufenthaltstitel (eAT)", person.permit_number, column=58)
    paper.heading("Sachverhalte", size=10.5)
    paper.table(("Datum", "Sachverhalt", "Behörde"), [
        (german(case.earlier(2000, 2600)), "Ersteinreise", "EAE Musterstadt"),
        (german(case.earlier(1500, 1900)), "Asylantrag gestellt", "BAMF"),
        (german(case.earlier(800, 1200)), "Aufenthaltsgestattung erloschen", "BAMF"),
        (german(case.earlier(300, 700)), "Aufenthaltserlaubnis erteilt", case.site.city),
        (german(case.earlier(20, 200)), "Zuzug", case.site.city),
    ], (2, 5, 3), size=8.5)  # fmt: skip
    paper.field("Aktenführende Behörde", f"{case.site.city}, Az. {person.file_number}", column=58)
    paper.line("Sicherheitsabfrage § 73 Abs. 2 AufenthG: keine Erkenntnisse", size=9)
    return paper


@layout("vermerk", "NBF")
def vermerk(case: Case) -> Paper:
    paper = Paper(points=11)
    paper.line(case.person.file_number, size=10)
    paper.line(f"{case.site.city}, {german(case.issued)}", size=10, align="right")
    paper.gap(5)
    paper.line("Vermerk", size=15, bold=True)
    paper.gap(2)
    paper.paragraph(
        f"{case.honorific} {case.listed}{case.born_phrase} sprach heute persönlich vor und legte einen Arbeitsvertrag sowie drei "
        "Entgeltabrechnungen vor. Kopien zur Akte genommen. Der Reisepass läuft in Kürze ab; auf die Passpflicht wurde hingewiesen."
    )
    paper.paragraph(
        "Laut telefonischer Auskunft des Jobcenters (Frau Beispielhuber) werden keine Leistungen mehr bezogen."
    )
    paper.heading("Verfügung")
    for number, point in enumerate(
        (
            "Aufenthaltserlaubnis verlängern, eAT bestellen",
            "Gebühr 93,00 EUR erheben",
            f"Wv. {german(case.later(30, 60))}",
            "z. d. A.",
        ),
        1,
    ):
        paper.paragraph(f"{number}. {point}", indent=6, after=0.8)
    paper.gap(4)
    paper.line("Im Auftrag")
    signature(paper, case.rng)
    paper.line(case.clerk)
    return paper


@layout("vermerk", "NF")
def gebuehrenquittung(case: Case) -> Paper:
    paper = Paper(size=(148, 105), left=12, right=12, top=12, bottom=10, points=10)
    paper.line(f"{case.site.title} – Kasse", size=9)
    paper.line("Quittung", size=15, bold=True)
    paper.gap(2)
    paper.field("Einzahler:", case.listed, column=34)
    paper.field("Aktenzeichen:", case.person.file_number, column=34)
    paper.field("Gebühr für:", "Aufenthaltstitel (eAT)", column=34)
    paper.field("Betrag:", f"{case.rng.choice((93, 96, 100, 113))},00 EUR", column=34, bold=True)
    paper.field("Datum:", german(case.issued), column=34)
    signature(paper, case.rng)
    return paper


@layout("aktenabgabe", "NBAF")
def aktenanforderung(case: Case) -> Paper:
    sender = Sender(
        title="Kreisausschuss des Musterkreises",
        lines=("Ausländerbehörde", "Kreisplatz 1, 35000 Gießen", "Telefon 0641 0000-0"),
    )
    paper = letter(
        case, sender, to_office(case), ("Aktenanforderung wegen Zuständigkeitswechsels", case.subject, f"AZR-Nr.: {case.person.azr_number}"),
        references=(("Ihr Zeichen", case.person.file_number), ("Mein Zeichen", f"AB {case.rng.randint(1000, 9999)}")), received=True,
    )  # fmt: skip
    paper.paragraph(
        f"die o. g. Person ist am {german(case.earlier(5, 40))} in meinen Zuständigkeitsbereich verzogen. Ich bitte um Übersendung der "
        "vollständigen Ausländerakte (alle Bände einschließlich Retent) und um Abgabenachricht."
    )
    paper.paragraph("Eine Meldebescheinigung ist beigefügt. Die Aufenthaltserlaubnis ist noch gültig.")
    closing(paper, case, "Herr Aktenberg", order="Im Auftrag")
    return paper


@layout("aktenabgabe", "NBFA", dated=False)
def aktendeckel(case: Case) -> Paper:
    """The cover of a paper file: large type, no date."""
    paper, person = Paper(points=14), case.person
    paper.gap(20)
    paper.line(case.site.title, size=16)
    paper.line(case.site.office, size=13)
    paper.gap(16)
    paper.line("AUSLÄNDERAKTE", size=30, bold=True)
    paper.line(f"Band {case.rng.randint(1, 4)}", size=18)
    paper.gap(10)
    top = paper.y
    for label, value in (("Name", case.family), ("Vorname", case.given), ("Geburtsdatum", case.born),
                         ("Staatsangehörigkeit", person.origin.adjective), ("Aktenzeichen", person.file_number), ("AZR-Nr.", person.azr_number)):  # fmt: skip
        paper.gap(3)
        paper.field(f"{label}:", value, column=66, bold=True)
    paper.put(Frame(x=20, y=top - 3, width=172, height=paper.y - top + 10, line=0.5))
    paper.text(25, 270, f"Lagerort {pattern('L-99/999', case.rng)}", size=10)
    return paper


@layout("aktenabgabe", "NF")
def fehlblatt(case: Case) -> Paper:
    paper = Paper(points=12)
    paper.gap(15)
    paper.line("Fehlblatt", size=26, bold=True, align="center")
    paper.gap(10)
    for label, value in (
        ("Akte:", case.person.file_number),
        ("Name:", case.listed),
        ("entnommen am:", german(case.issued)),
        ("durch:", case.clerk),
        ("Grund:", "Vorlage Verwaltungsgericht / Akteneinsicht Rechtsanwalt"),
    ):
        paper.field(label, value, column=50)
    return paper
