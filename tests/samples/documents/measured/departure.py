"""Measured layouts of the section Ausreise."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.letter import remedies
from tests.samples.documents.measured.heads import banner, measured, office_right
from tests.samples.names import DOCTORS
from tests.samples.paper import Paper


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
