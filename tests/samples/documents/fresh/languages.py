"""Layouts of this round: languages and integration courses."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.fresh.heads import ending, fresh, sheet_with_column
from tests.samples.documents.letter import office, receipt_stamp
from tests.samples.documents.measured.heads import rows
from tests.samples.documents.measured.parts import abbreviated, block, short
from tests.samples.names import STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import Frame, Stroke


@fresh("sprachzertifikat", "NB", colour=True)
def dtz_zertifikat_urkunde(case: Case) -> Paper:
    """The German Test for Immigrants: certificate with the level reached in the three parts."""
    paper = Paper(points=11, left=30, right=30, family="sans")
    paper.put(Frame(x=14, y=14, width=182, height=268, line=1.0, ink=(40, 80, 140)))
    block(
        paper,
        105,
        36,
        ("ZERTIFIKAT", "Deutsch-Test für Zuwanderer"),
        size=20,
        step=10,
        bold=1,
        align="center",
    )
    paper.y = 62
    paper.line(case.name, size=16, bold=True, family="wide", align="center")
    paper.gap(3)
    if case.born:
        paper.line(f"geboren am {case.born}", align="center")
    paper.line(f"in {case.person.birth_place}", align="center")
    paper.gap(6)
    level = case.pick("B1", "A2")
    paper.line("hat die Prüfung auf der Stufe", align="center")
    paper.line(level, size=26, bold=True, align="center")
    paper.line("des Gemeinsamen europäischen Referenzrahmens bestanden.", align="center")
    paper.gap(6)
    paper.table(
        ("Prüfungsteil", "Ergebnis", "Punkte"),
        [
            ("Hören / Lesen", level, f"{case.rng.randint(33, 45)} / 45"),
            ("Schreiben", level, f"{case.rng.randint(15, 20)} / 20"),
            ("Sprechen", "B1", f"{case.rng.randint(75, 100)} / 100"),
        ],
        (4, 2, 2),
        size=10,
    )
    rows(paper, (("Datum der Prüfung", german(case.earlier(25, 60))), ("Teilnehmernummer", pattern("9999999", case.rng)), ("Prüfungszentrum", "Volkshochschule Musterstadt")), column=55)  # fmt: skip
    paper.line(f"Ausgestellt: Musterburg, {german(case.issued)}")
    ending(paper, case, "Leitung der Prüfungszentrale")
    return paper


@fresh("sprachzertifikat", "NB")
def telc_b2_ergebnis(case: Case) -> Paper:
    """A certificate of two sides: results on the first, what the level means on the second."""
    paper = Paper(points=10.5, left=25, right=25)
    paper.line("prüfwerk sprachen gGmbH", size=12, bold=True, align="right")
    paper.gap(10)
    paper.line("Zertifikat Deutsch B2 Beruf", size=18, bold=True)
    paper.gap(4)
    paper.boxes(("Name, Vorname", case.listed, 2), ("Geburtsdatum", case.born, 1), family="wide", height=12)
    paper.boxes(("Geburtsort", case.person.birth_place, 2), ("Ausstellungsdatum", german(case.issued), 1), family="wide", height=12)  # fmt: skip
    paper.boxes(("Prüfungsdatum", german(case.earlier(30, 70)), 1), ("Nummer des Zertifikats", pattern("D9-999999-99", case.rng), 1), ("Prüfungszentrum", "Sprachschule Beispiel", 1), height=12)  # fmt: skip
    paper.gap(5)
    paper.table(
        ("Subtest", "erreicht", "möglich"),
        [
            ("Leseverstehen", str(case.rng.randint(50, 75)), "75"),
            ("Sprachbausteine", str(case.rng.randint(18, 30)), "30"),
            ("Hörverstehen", str(case.rng.randint(50, 75)), "75"),
            ("Schriftlicher Ausdruck", str(case.rng.randint(30, 45)), "45"),
            ("Mündlicher Ausdruck", str(case.rng.randint(50, 75)), "75"),
        ],
        (5, 2, 2),
        numbers=(1, 2),
        size=10,
    )
    paper.line("Gesamtnote: befriedigend", bold=True)
    ending(paper, case, "Geschäftsführung")
    paper.new_page()
    paper.heading("Was bedeutet die Stufe?")
    paper.paragraph("Die Person kann die Hauptinhalte komplexer Texte verstehen, sich spontan und fließend verständigen und einen Standpunkt zu einer aktuellen Frage erläutern.")  # fmt: skip
    return paper


@fresh("integrationskurs", "NBF", digital=True)
def berechtigung_zulassung_bamf(case: Case) -> Paper:
    """Admitted to the course by the Federal Office's regional centre: rights, costs, term."""
    person = case.person
    paper = sheet_with_column(
        ("Bundesamt für Migration und Flüchtlinge", "Regionalstelle Beispielfrankfurt", "Referat 83 B", "60000 Frankfurt"),
        case.address,
        (f"Gesch.-Z.: 83B-{pattern('999999999', case.rng)}", f"ABH-Az.: {person.file_number}", f"Bearbeitung: {case.rng.choice(STAFF)}", f"Frankfurt, {german(case.issued)}"),
    )  # fmt: skip
    paper.paragraph(
        "Bestätigung der Berechtigung zur Teilnahme an einem Integrationskurs", bold=True, after=0.5
    )
    paper.paragraph("(Zulassung gemäß § 44 Abs. 4 AufenthG)", after=4)
    paper.paragraph(f"{case.salutation},")
    paper.paragraph(f"auf Ihren Antrag vom {german(case.earlier(15, 60))} werden Sie zur einmaligen Teilnahme am allgemeinen Integrationskurs zugelassen.")  # fmt: skip
    rows(paper, (("Name, Vorname", case.listed), ("Geburtsdatum", case.born), ("Staatsangehörigkeit", person.origin.adjective), ("Gültig bis", german(case.later(350, 365)))), column=50)  # fmt: skip
    paper.paragraph("Der Kurs umfasst 600 Stunden Sprache und 100 Stunden Orientierung. Der Kostenbeitrag beträgt 2,29 Euro je Stunde; eine Befreiung ist auf Antrag möglich, wenn Sie Leistungen zum Lebensunterhalt beziehen.")  # fmt: skip
    paper.paragraph("Legen Sie dieses Schreiben dem Kursträger Ihrer Wahl vor. Er hat den Beginn innerhalb von sechs Wochen mitzuteilen.")  # fmt: skip
    paper.line("Mit freundlichen Grüßen")
    paper.line("Im Auftrag")
    ending(paper, case, case.rng.choice(STAFF))
    return paper


@fresh("integrationskurs", "NB")
def teilnahme_kurstraeger_alphabetisierung(case: Case) -> Paper:
    """A provider confirms attendance: a plain sheet with hours attended so far; received by the office."""
    paper = Paper(points=11, left=28, right=25, family="serif")
    block(paper, 28, 24, ("Sprachinstitut Lernbeispiel e. V.", "Zugelassener Träger von Integrationskursen", "Demoring 30, 34000 Kassel"), size=10.5, bold=1)  # fmt: skip
    receipt_stamp(paper, case, x=125, y=28)
    paper.y = 62
    paper.line("Teilnahmebescheinigung", size=15, bold=True)
    paper.line(f"zur Vorlage bei: {office(case).title}", size=10)
    paper.gap(5)
    paper.paragraph(f"Hiermit wird bestätigt, dass {case.honorific} {case.name}{case.born_phrase}, seit dem {german(case.earlier(60, 300))} bei uns einen Integrationskurs mit Alphabetisierung besucht.")  # fmt: skip
    rows(paper, (("Kursnummer", pattern("999-HE-99-9999", case.rng)), ("Kursabschnitt", str(case.rng.randint(2, 6))), ("Besuchte Stunden", f"{case.rng.randint(120, 560)} von 900"), ("Fehlzeiten", f"{case.rng.randint(2, 30)} Stunden, entschuldigt"), ("Voraussichtliches Ende", short(case.later(120, 300)))), column=58)  # fmt: skip
    paper.paragraph("Die Teilnahme ist ordnungsgemäß. Der Unterricht findet montags bis donnerstags von 8:30 bis 12:45 Uhr statt.")  # fmt: skip
    paper.line(f"Kassel, {abbreviated(case.issued)}")
    ending(paper, case, f"{case.rng.choice(STAFF)}, Kursleitung")
    paper.put(Stroke(points=((28, paper.y + 3), (90, paper.y + 3)), width=0.15))
    return paper
