"""Measured layouts of what examination bodies write about a language."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.letter import signature
from tests.samples.documents.measured.heads import measured, rows
from tests.samples.documents.measured.parts import block, born_long
from tests.samples.names import STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import GREY, Frame, Portrait


@measured("sprachzertifikat", "NB", colour=True)
def diplom_oesterreich(case: Case) -> Paper:
    """A diploma laid across, decorated, the level large in the middle."""
    paper, person = Paper(size=(297.0, 210.0), left=30, right=30, top=24, points=11), case.person
    paper.put(Frame(x=10, y=10, width=277, height=186, line=1.4, ink=(150, 40, 40)))
    paper.put(Frame(x=13, y=13, width=271, height=180, line=0.3, ink=(150, 40, 40)))
    paper.line("ÖSTERREICHISCHES SPRACHDIPLOM DEUTSCH", size=15, bold=True, align="center")
    paper.line("Prüfungszentrum Musterakademie Beispielberg", size=10, align="center")
    paper.gap(8)
    paper.line("B2", size=44, bold=True, align="center")
    paper.line("ÖSD Zertifikat", size=13, align="center")
    paper.gap(8)
    paper.line(case.name, size=18, align="center")
    paper.line(" · ".join(filter(None, (f"geboren am {case.born}" if case.born else "", person.birth_place))), size=11, align="center")  # fmt: skip
    paper.gap(6)
    paper.line(
        "hat die Prüfung auf dem Niveau B2 des Gemeinsamen europäischen Referenzrahmens", align="center"
    )
    paper.line(f"mit {case.rng.randint(60, 98)} von 100 Punkten schriftlich und mündlich bestanden.", align="center")  # fmt: skip
    paper.line(f"Prüfungstermin: {german(case.earlier(20, 50))}", size=9.5, align="center")
    paper.gap(10)
    block(paper, 40, 172, (f"Beispielberg, am {german(case.issued)}",), size=10)
    block(paper, 40, 178, (f"Nr. {pattern('LL-999999', case.rng)}",), size=8, ink=GREY)
    paper.y = 163
    signature(paper, case.rng, x=200)
    paper.text(200, 178, f"{case.rng.choice(STAFF)}, Prüfungsleitung", size=9)
    return paper


@measured("sprachzertifikat", "NB")
def ergebnisbogen_zuwanderer(case: Case) -> Paper:
    """The result of a test that was not passed at the higher level: points, no diploma."""
    person = case.person
    paper = Paper(points=10, left=22, right=18)
    block(
        paper,
        22,
        20,
        ("telc gGmbH", "im Auftrag des Bundesamtes für Migration und Flüchtlinge"),
        size=9,
        bold=1,
    )
    paper.text(192, 20, f"TN-Nr. {pattern('9999999', case.rng)}", size=9, align="right")
    paper.y = 34
    paper.line("Deutsch-Test für Zuwanderer A2 · B1", size=15, bold=True)
    paper.line("Prüfungsergebnis", size=12)
    paper.gap(4)
    paper.boxes(("Nachname", case.family, 1), ("Vorname", case.given, 1), family="wide")
    paper.boxes(("Geburtsdatum", case.born, 1), ("Geburtsort", person.birth_place, 1), ("Herkunftsland", person.origin.country, 1))  # fmt: skip
    paper.boxes(("Prüfungsdatum", german(case.earlier(30, 60)), 1), ("Kursträger", "VHS Musterstadt e. V.", 1), ("BAMF-Kennz.", pattern("9999999", case.rng), 1))  # fmt: skip
    paper.gap(5)
    paper.table(
        ("Fertigkeit", "erreichte Punkte", "Maximum", "Stufe"),
        [
            ("Hören / Lesen", f"{case.rng.randint(20, 32)}", "45", "A2"),
            ("Schreiben", f"{case.rng.randint(7, 14)}", "20", "A2"),
            ("Sprechen", f"{case.rng.randint(75, 98)}", "100", "B1"),
        ],
        (5, 3, 3, 2),
        numbers=(1, 2),
        size=9.5,
    )
    paper.line("Gesamtergebnis: A2", size=13, bold=True)
    paper.gap(3)
    paper.paragraph(
        "Mit dem Gesamtergebnis B1 haben Sie die Voraussetzung für das Zertifikat Integrationskurs im sprachlichen Teil erfüllt. Sie können einmalig bis zu 300 Unterrichtsstunden wiederholen, wenn Sie die Stufe nicht erreicht haben."
    )
    paper.gap(8)
    paper.line(f"Frankfurt am Main, den {german(case.issued)}")
    signature(paper, case.rng)
    paper.line("Geschäftsführung", size=8.5)
    return paper


@measured("sprachzertifikat", "NB", digital=True)
def testdaf_zeugnis(case: Case) -> Paper:
    """The report of a university entrance test in four parts, German and English side by side."""
    paper, person = Paper(points=10, family="serif", left=25), case.person
    paper.line("TestDaF-Institut", size=18, bold=True)
    paper.line("Gesellschaft für Akademische Studienvorbereitung und Testentwicklung e. V.", size=8.5)
    paper.rule(before=2, after=6)
    paper.line("Zeugnis / Certificate", size=14, bold=True)
    paper.gap(3)
    rows(
        paper,
        (
            ("Name / surname", case.family),
            ("Vorname / first name", case.given),
            ("Geburtsdatum / date of birth", case.born),
            ("Geburtsland / country of birth", person.origin.country),
            ("Teilnehmernummer / candidate no.", pattern("999999", case.rng)),
            ("Testzentrum / test centre", f"Universität Probestadt ({pattern('99999', case.rng)})"),
            ("Datum der Prüfung / test date", german(case.earlier(40, 70))),
        ),
        column=68,
    )
    paper.table(
        ("Prüfungsteil / section", "Niveaustufe / level"),
        [(part, f"TDN {case.rng.randint(3, 5)}") for part in ("Leseverstehen", "Hörverstehen", "Schriftlicher Ausdruck", "Mündlicher Ausdruck")],
        (5, 3),
        size=10,
    )  # fmt: skip
    paper.paragraph(
        "Die Stufen TDN 3 bis TDN 5 entsprechen den Niveaus B2 bis C1. Über die Zulassung zum Studium entscheidet die Hochschule.",
        size=9,
    )
    paper.gap(4)
    paper.line(f"Bochum, {german_long(case.issued)}")
    signature(paper, case.rng)
    paper.line(f"{case.rng.choice(STAFF)} – Leitung", size=9)
    return paper


@measured("sprachzertifikat", "NB", colour=True)
def bestaetigung_volkshochschule(case: Case) -> Paper:
    """An evening school's own confirmation of the language level, as a letter to whom it may concern."""
    paper = Paper(points=12, family="serif", left=30, right=28, top=28)
    paper.put(Portrait(x=158, y=60, width=26, height=33))
    paper.line("Kreisvolkshochschule Musterau", size=17, bold=True)
    paper.line("Fachbereich Deutsch als Zweitsprache", size=10)
    paper.gap(18)
    paper.line("Zertifikat", size=26)
    paper.gap(10)
    paper.line(case.name, size=14, bold=True)
    if case.born:
        paper.line(f"geboren am {born_long(case)}", size=11)
    paper.gap(12)
    paper.paragraph(
        f"hat vom {german(case.earlier(150, 200))} bis {german(case.earlier(4, 20))} am Kurs Deutsch A1 (160 Unterrichtsstunden) teilgenommen und die Abschlussprüfung „Start Deutsch 1“ mit der Note „gut“ abgelegt."
    )
    paper.paragraph(
        "Damit sind einfache Sprachkenntnisse nachgewiesen: sich vorstellen, einkaufen, ein Formular ausfüllen, einen kurzen Brief schreiben."
    )
    paper.gap(16)
    paper.line(f"Musterau, im Fachbereich ausgefertigt am {german(case.issued)}", size=10.5)
    signature(paper, case.rng)
    paper.line(f"{case.rng.choice(STAFF)}          Kursleitung", size=10)
    return paper
