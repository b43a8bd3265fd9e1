"""Once measured layouts of the section Ausreise."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.layouts import layout
from tests.samples.documents.letter import receipt_stamp, to_office
from tests.samples.documents.measured.heads import office_right, rows, typewritten
from tests.samples.names import DOCTORS, STAFF
from tests.samples.paper import Paper
from tests.samples.sheet import Portrait


@layout("duldung", "NBF")
def duldung_kurz(case: Case) -> Paper:
    """A plain sheet that an office prints where the printed form has run out; old wording of § 55 AuslG."""
    paper = Paper(points=10.5)
    paper.line(f"{case.site.title} – {case.site.office}", size=11, bold=True)
    paper.line(f"Az. {case.person.file_number}", size=9.5)
    paper.gap(6)
    paper.line("Bescheinigung über die Aussetzung der Abschiebung", size=14, bold=True)
    paper.line("KEIN AUFENTHALTSTITEL! Der Inhaber ist ausreisepflichtig!", size=10.5, bold=True)
    paper.put(Portrait(x=150, y=50, width=34, height=44))
    paper.gap(3)
    rows(
        paper,
        (
            ("Name", case.family),
            ("Vorname", case.given),
            ("geb.", case.born),
            ("Staatsangehörigkeit", case.person.origin.adjective),
        ),
        column=48,
    )
    paper.paragraph(
        f"Die Abschiebung ist gemäß § 55 Abs. 2 AuslG bis zum {german(case.later(60, 180))} ausgesetzt."
    )
    paper.paragraph(
        "Auflagen: Der Aufenthalt ist auf das Gebiet des Landes Hessen beschränkt. Die Aussetzung erlischt mit der Ausreise."
    )
    paper.line(f"{case.site.city}, {german(case.issued)}   Im Auftrag   {case.clerk}")
    return paper


@layout("ausreise_vollzug", "NB")
def flugbuchung_rueckfuehrung(case: Case) -> Paper:
    """The notice of a booked removal flight, from the central office to the police."""
    paper = typewritten(
        case,
        ("Regierungspräsidium Musterhessen", "Zentrale Ausländerbehörde - Rückführung"),
        ("Bundespolizeiinspektion", "Flughafen Frankfurt am Main"),
    )
    paper.paragraph("Rückführung auf dem Luftweg - Flugdaten und Überstellungsersuchen", bold=True)
    rows(
        paper,
        (
            ("Rückzuführende Person:", case.listed),
            ("geboren:", case.born),
            ("Zielort:", case.person.origin.country),
            ("Abflug:", f"{german(case.later(5, 20))} 10:55 Uhr"),
            ("Flug-Nr.:", f"MU {case.rng.randint(100, 999)}"),
            ("Sicherheitsbegleitung:", "2 Beamte"),
        ),
        column=60,
    )
    paper.paragraph(
        "Die Zuführung zum Flughafen erfolgt durch die Landespolizei. Ein Passersatzpapier liegt vor. Um Bestätigung des Vollzugs wird gebeten."
    )
    paper.line(f"Im Auftrag   {case.rng.choice(STAFF)}")
    return paper


@layout("aerztliches_attest", "NB")
def au_bescheinigung(case: Case) -> Paper:
    """A certificate of incapacity for work."""
    paper = Paper(size=(148, 105), left=8, right=8, top=8, bottom=8, points=9)
    paper.line("Arbeitsunfähigkeitsbescheinigung", size=12, bold=True)
    paper.line("Ausfertigung zur Vorlage beim Arbeitgeber", size=8)
    paper.gap(2)
    paper.boxes(("Name, Vorname des Versicherten", case.listed, 2), ("geb. am", case.born, 1), family="wide")
    paper.boxes(
        ("arbeitsunfähig seit", german(case.earlier(0, 3)), 1),
        ("voraussichtlich bis", german(case.later(4, 14)), 1),
        ("festgestellt am", german(case.issued), 1),
    )
    paper.gap(2)
    paper.line(f"Vertragsarztstempel: {case.rng.choice(DOCTORS)}, Praxis Mustermedizin", size=8.5)
    return paper


@layout("ausreise_vollzug", "NF")
def ausreisemeldung_iom(case: Case) -> Paper:
    paper = office_right(
        case, ("Rückkehrberatungsstelle Beispielau", "REAG/GARP-Antragstelle"), to_office(case)
    )
    paper.line(f"Ihr Zeichen: {case.person.file_number}", size=9.5)
    paper.paragraph("Freiwillige Rückkehr – Förderung der Ausreise bewilligt", bold=True)
    paper.paragraph("Sehr geehrte Damen und Herren,")
    paper.paragraph(
        f"für {case.honorific_dative} {case.name} wurde die Ausreise über IOM organisiert. Der Flug nach {case.person.origin.country} ist gebucht. Bitte händigen Sie die einbehaltenen Reisedokumente am Flughafen aus und stellen Sie die Grenzübertrittsbescheinigung aus."
    )
    paper.line(f"Mit freundlichen Grüßen  {case.rng.choice(STAFF)}")
    receipt_stamp(paper, case, x=30, y=30)
    return paper
