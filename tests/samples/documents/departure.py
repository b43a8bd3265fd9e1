"""Section Ausreise: medical certificates, removal orders, enforcement and proof of departure."""

# ruff: noqa: E501, ISC004  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.layouts import layout
from tests.samples.documents.letter import (
    PRESIDIUM_GIESSEN,
    closing,
    letter,
    office,
    place_and_date,
    receipt_stamp,
    remedies,
    to_office,
)
from tests.samples.names import DOCTORS, STAFF
from tests.samples.paper import Paper


@layout("aerztliches_attest", "NB")
def attest(case: Case) -> Paper:
    doctor, paper = case.rng.choice(DOCTORS), Paper(points=11.5, family="serif")
    paper.line(doctor, size=14, bold=True, align="center")
    paper.line("Fachärztin für Allgemeinmedizin", size=10, align="center")
    paper.line(
        f"Praxisweg {case.rng.randint(1, 30)}, {case.site.postcode} {case.site.city}", size=10, align="center"
    )
    paper.rule(after=8)
    paper.line(f"{case.site.city}, den {german(case.issued)}", align="right")
    paper.gap(6)
    paper.line("Ärztliches Attest", size=17, bold=True)
    paper.gap(3)
    paper.paragraph(
        f"Patient/in: {case.listed}{case.born_phrase}, wohnhaft {case.person.street}, {case.site.city}",
        bold=True,
    )
    paper.paragraph(
        f"Oben genannte Person befindet sich seit {german(case.earlier(60, 400))} in meiner Behandlung. Diagnose: "
        f"{case.pick('Z00.0 G (Muster)', 'Z01.8 G (Muster)')} nach ICD-10."
    )
    paper.paragraph(
        "Aus ärztlicher Sicht besteht derzeit Reiseunfähigkeit. Eine Abschiebung kann den Gesundheitszustand wesentlich "
        f"verschlechtern. Eine erneute Vorstellung ist am {german(case.later(20, 60))} vorgesehen."
    )
    closing(paper, case, doctor)
    paper.stamp(120, paper.y - 16, doctor, "Ärztin", angle=case.rng.uniform(-6, 6), size=8)
    return paper


@layout("aerztliches_attest", "NBF")
def gutachten_reisefaehigkeit(case: Case) -> Paper:
    sender_lines = (
        "Gesundheitsamt – Amtsärztlicher Dienst",
        f"Gesundheitsweg 2, {case.site.postcode} {case.site.city}",
    )
    paper = letter(
        case, type(office(case))(title=case.site.title, lines=sender_lines), to_office(case),
        ("Amtsärztliches Gutachten zur Reisefähigkeit", case.subject),
        references=(("Ihr Zeichen", case.person.file_number), ("Gutachter", case.rng.choice(DOCTORS))), received=True,
    )  # fmt: skip
    paper.paragraph(
        f"die o. g. Person wurde am {german(case.earlier(5, 20))} untersucht. Vorgelegt wurde ein Attest des Hausarztes."
    )
    paper.paragraph(
        "Beurteilung: Die Person ist reisefähig und flugtauglich. Eine ärztliche Begleitung während der Rückführung wird "
        "empfohlen. Die Diagnose ist in der Anlage (verschlossen) aufgeführt."
    )
    closing(paper, case, case.rng.choice(DOCTORS))
    return paper


@layout("aufenthaltsbeendigung", "NBF", digital=True)
def ausweisung(case: Case) -> Paper:
    paper = letter(
        case, office(case), case.address, ("Ausweisungsverfügung und Abschiebungsandrohung", case.subject),
        references=(("Mein Zeichen", case.person.file_number), ("Auskunft", case.clerk)), greeting=case.salutation,
    )  # fmt: skip
    paper.running = f"{case.person.file_number} – {case.listed}"
    paper.paragraph("hiermit ergeht folgende Verfügung:", bold=True)
    for number, point in enumerate((
        "Sie werden aus dem Gebiet der Bundesrepublik Deutschland ausgewiesen (§ 53 Abs. 1 AufenthG).",
        "Gegen Sie wird ein Einreise- und Aufenthaltsverbot nach § 11 Abs. 1 AufenthG für die Dauer von vier Jahren erlassen.",
        f"Sie werden aufgefordert, das Bundesgebiet bis zum {german(case.later(25, 40))} zu verlassen (Ausreiseaufforderung). Andernfalls "
        f"werden Sie nach {case.person.origin.country} abgeschoben.",
    ), 1):  # fmt: skip
        paper.paragraph(f"{number}. {point}", indent=5)
    paper.heading("Gründe")
    paper.paragraph(
        "Durch Urteil des Amtsgerichts wurden Sie rechtskräftig zu einer Freiheitsstrafe verurteilt; zuvor war ein Strafbefehl "
        "ergangen. Ihre Aufenthaltserlaubnis erlischt mit der Ausweisung. Das Ausweisungsinteresse wiegt besonders schwer "
        "(§ 54 AufenthG). Ein Bleibeinteresse nach § 55 AufenthG wurde abgewogen: Sie sind ledig, ein Arbeitsvertrag besteht nicht."
    )
    paper.paragraph(
        "Die Entscheidung ist unter Berücksichtigung der Dauer Ihres Aufenthalts verhältnismäßig."
    )
    remedies(paper, case)
    closing(paper, case, case.clerk, order="Im Auftrag")
    return paper


@layout("aufenthaltsbeendigung", "NB")
def abschiebungsandrohung(case: Case) -> Paper:
    paper = letter(
        case, PRESIDIUM_GIESSEN, case.address, ("Abschiebungsandrohung nach § 59 AufenthG", case.subject),
        references=(("Aktenzeichen", f"RPGI-23-{case.rng.randint(10000, 99999)}"), ("Bearbeitung", case.rng.choice(STAFF))), greeting=case.salutation,
    )  # fmt: skip
    paper.paragraph(
        f"Sie sind vollziehbar ausreisepflichtig. Ihnen wird die Abschiebung nach {case.person.origin.country} angedroht, wenn Sie "
        f"nicht bis zum {german(case.later(14, 40))} freiwillig ausreisen. Die Duldung wird nicht verlängert."
    )
    remedies(paper, case)
    closing(paper, case, case.rng.choice(STAFF), order="Im Auftrag")
    return paper


@layout("ausreise_vollzug", "NBF")
def grenzuebertrittsbescheinigung(case: Case) -> Paper:
    paper, person = Paper(points=10.5), case.person
    paper.line(f"{case.site.title} – {case.site.office}", size=10)
    paper.line(f"Az.: {person.file_number}", size=10)
    paper.gap(5)
    paper.line("Grenzübertrittsbescheinigung", size=18, bold=True)
    paper.gap(3)
    paper.boxes(("Name", case.family, 1), ("Vorname(n)", case.given, 1), family="wide")
    paper.boxes(
        ("Geburtsdatum", case.born, 1),
        ("Staatsangehörigkeit", person.origin.adjective, 1),
        ("Anschrift", person.street, 1),
    )
    paper.gap(4)
    paper.paragraph(
        "Die oben genannte Person ist verpflichtet, das Gebiet der Bundesrepublik Deutschland und der Schengen-Staaten bis zum "
        f"{german(case.later(10, 40))} zu verlassen. Die Bescheinigung ist beim Grenzübertritt abzugeben. Sie gilt nicht als "
        "Aufenthaltstitel oder Duldung."
    )
    place_and_date(paper, case, "Im Auftrag")
    paper.gap(8)
    paper.heading("Bestätigung der Grenzbehörde / Auslandsvertretung")
    paper.paragraph("Die Ausreise ist erfolgt am ____________________  über ____________________")
    paper.stamp(
        120,
        paper.y + 4,
        "GRENZKONTROLLE",
        german(case.later(3, 9)),
        "D  12",
        angle=case.rng.uniform(-12, 12),
        size=9,
    )
    return paper


@layout("ausreise_vollzug", "NBF")
def vollzug_abschiebung(case: Case) -> Paper:
    paper = letter(
        case, PRESIDIUM_GIESSEN, to_office(case), ("Vollzug der Abschiebung – Flugbuchung", case.subject),
        references=(("Ihr Zeichen", case.person.file_number), ("Unser Zeichen", f"RPGI-24-{case.rng.randint(1000, 9999)}")), received=True,
    )  # fmt: skip
    paper.paragraph(
        f"für die o. g. Person wurde ein Flug am {german(case.later(20, 50))} ab Frankfurt am Main nach {case.person.origin.places[0]} "
        f"gebucht (Flug XY {case.rng.randint(100, 999)}). Das Passersatzpapier (Laissez-passer) liegt vor."
    )
    paper.paragraph(
        "Die Bundespolizei ist unterrichtet. Ein Antrag auf Sicherungshaft wird nicht gestellt. Um Entzug der Duldung wird gebeten."
    )
    closing(paper, case, case.rng.choice(STAFF), order="Im Auftrag")
    return paper


@layout("ausreise_vollzug", "NB")
def freiwillige_ausreise(case: Case) -> Paper:
    paper, person = Paper(points=10), case.person
    paper.line("REAG/GARP-Programm – Antrag auf Förderung der freiwilligen Ausreise", size=13, bold=True)
    paper.gap(3)
    paper.boxes(("Name / Surname", case.family, 1), ("Vorname / First name", case.given, 1), family="wide")
    paper.boxes(
        ("Geburtsdatum / Date of birth", case.born, 1),
        ("Staatsangehörigkeit", person.nationality, 1),
        ("Zielort", person.birth_place, 1),
        family="wide",
    )
    paper.gap(3)
    paper.paragraph(
        "Ich erkläre, dass ich freiwillig und dauerhaft in mein Herkunftsland zurückkehre, und nehme Anträge auf Aufenthaltstitel "
        "sowie laufende Klagen zurück. Die Reisebeihilfe wird bei der Ausreise ausgezahlt."
    )
    place_and_date(paper, case, "Unterschrift")
    receipt_stamp(paper, case, y=180)
    return paper
