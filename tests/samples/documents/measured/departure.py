"""Measured layouts of the section Ausreise."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.letter import receipt_stamp, remedies, to_office
from tests.samples.documents.measured.heads import banner, measured, office_right, rows, typewritten
from tests.samples.names import DOCTORS, STAFF
from tests.samples.paper import Paper
from tests.samples.sheet import Portrait


@measured("duldung", "NBF")
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


@measured("aerztliches_attest", "NB")
def klinik_bericht(case: Case) -> Paper:
    paper = office_right(
        case,
        (
            "Klinikum Beispielberg",
            "Klinik für Psychiatrie und Psychotherapie",
            f"Chefarzt {case.rng.choice(DOCTORS)}",
        ),
        ("Herrn / Frau Kollegen", "Hausarztpraxis Mustermedizin"),
    )
    paper.paragraph("Vorläufiger Entlassungsbericht", bold=True)
    paper.paragraph(f"Patient/in: {case.listed}{case.born_phrase}")
    paper.paragraph("Sehr geehrte Frau Kollegin, sehr geehrter Herr Kollege,")
    paper.paragraph(
        f"wir berichten über die stationäre Behandlung vom {german(case.earlier(25, 40))} bis {german(case.earlier(2, 9))}."
    )
    paper.paragraph(
        "Diagnosen: Posttraumatische Belastungsstörung (F43.1), mittelgradige depressive Episode (F32.1)."
    )
    paper.paragraph(
        "Medikation bei Entlassung: Sertralin 50 mg 1-0-0. Empfehlung: ambulante Psychotherapie. Eine Flugreise ist derzeit aus ärztlicher Sicht nicht zu verantworten."
    )
    paper.line(f"{case.rng.choice(DOCTORS)}, Oberarzt")
    return paper


@measured("aufenthaltsbeendigung", "NBF", digital=True)
def einreiseverbot(case: Case) -> Paper:
    paper = banner(
        case,
        case.site.title,
        (case.site.office, case.site.street),
        (("Aktenzeichen", case.person.file_number), ("Auskunft", case.clerk)),
    )
    paper.paragraph("Anordnung eines Einreise- und Aufenthaltsverbots (§ 11 AufenthG)", bold=True)
    paper.paragraph(f"{case.listed}{case.born_phrase}")
    paper.paragraph(f"{case.salutation},")
    paper.paragraph(
        "es ergeht folgende Entscheidung: Gegen Sie wird ein Einreise- und Aufenthaltsverbot angeordnet und auf 30 Monate ab dem Tag der Abschiebung befristet. Die Ausreisefrist beträgt 30 Tage. Für den Fall der nicht fristgerechten Ausreise wird Ihnen die Abschiebung angedroht."
    )
    paper.paragraph(
        "Begründung: Sie sind vollziehbar ausreisepflichtig. Umstände, die eine kürzere Frist rechtfertigen, haben Sie nicht vorgetragen."
    )
    remedies(paper, case)
    paper.line(case.clerk)
    return paper


@measured("ausreise_vollzug", "NB")
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


@measured("duldung", "NBA")
def ausbildungsduldung(case: Case) -> Paper:
    """The newer form for trainees, fields in boxes."""
    paper, person = Paper(points=10), case.person
    paper.line("Bundesrepublik Deutschland", size=9)
    paper.line("Duldung", size=17, bold=True)
    paper.line("(Aussetzung der Abschiebung) – Ausbildungsduldung nach § 60c AufenthG", size=10)
    paper.gap(3)
    paper.boxes(("Name", case.family, 1), ("Vornamen", case.given, 1), family="wide")
    paper.boxes(
        ("Geburtsdatum", case.born, 1),
        ("Staatsangehörigkeit", person.origin.adjective, 1),
        ("AZR-Nummer", person.azr_number, 1),
    )
    paper.boxes(
        ("Ausstellungsdatum", german(case.issued), 1), ("gültig bis", german(case.later(200, 900)), 1)
    )
    paper.paragraph(
        "Ausbildung zum Bäcker bei der Bäckerei Krustenmann gestattet. Die Duldung erlischt bei Abbruch der Ausbildung."
    )
    return paper


@measured("aerztliches_attest", "NB")
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


@measured("ausreise_vollzug", "NF")
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


@measured("aufenthaltsbeendigung", "NB")
def anhoerung_ausweisung(case: Case) -> Paper:
    paper = office_right(
        case,
        (case.site.title, case.site.office, case.site.street),
        case.address,
        day=f"{case.site.city}, {german_long(case.issued)}",
    )
    paper.paragraph(
        "Beabsichtigte Ausweisung aus dem Bundesgebiet; hier: Gelegenheit zur Stellungnahme", bold=True
    )
    paper.paragraph(f"{case.listed}{case.born_phrase}")
    paper.paragraph(f"{case.salutation},")
    paper.paragraph(
        "aufgrund Ihrer rechtskräftigen Verurteilung durch das Landgericht beabsichtige ich, Sie nach §§ 53 ff. AufenthG auszuweisen. Es besteht ein besonders schwerwiegendes Ausweisungsinteresse. Zugleich würde ein Einreise- und Aufenthaltsverbot erlassen."
    )
    paper.paragraph("Sie erhalten gemäß § 28 HVwVfG Gelegenheit, sich binnen zwei Wochen zu äußern.")
    paper.line(f"Im Auftrag {case.clerk}")
    return paper
