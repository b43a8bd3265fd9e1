"""Layouts of this round: extracts of registers and clerks' notes."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.fresh.heads import fresh
from tests.samples.documents.letter import signature
from tests.samples.documents.measured.heads import rows
from tests.samples.documents.measured.parts import block, short, spouse
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import GREY


@fresh("azr_auszug", "NBDFA", digital=True)
def stammblatt_fachverfahren(case: Case) -> Paper:
    """A data sheet printed by the authority's own program: groups in boxes, titles in a table."""
    person = case.person
    paper = Paper(points=9, left=15, right=15, top=14)
    paper.text(195, 12, f"Druck: {german(case.issued)} 09:{case.rng.randint(10, 59)}  Benutzer: AB{pattern('99', case.rng)}", size=7.5, align="right")  # fmt: skip
    paper.line("Stammdatenblatt", size=14, bold=True)
    paper.line(f"{case.site.title} / {case.site.office}", size=8.5)
    paper.heading("Person", size=9.5)
    paper.boxes(("Aktenzeichen", person.file_number, 2), ("AZR-Nummer", person.azr_number, 2), ("Zuständig seit", german(case.earlier(500, 2000)), 1))  # fmt: skip
    paper.boxes(("Familienname", case.family, 1), ("Vornamen", case.given, 1), ("Geburtsname", person.birth_name, 1), family="wide")  # fmt: skip
    paper.boxes(("Geburtsdatum", case.born, 1), ("Geburtsort", person.birth_place, 1), ("Geschlecht", person.sex, 0.5), ("Staatsangehörigkeit", person.origin.adjective, 1.5), family="wide")  # fmt: skip
    paper.boxes(("Anschrift", f"{person.street}, {case.site.postcode} {case.site.city}", 2), ("Familienstand", "verheiratet", 1))  # fmt: skip
    paper.heading("Dokumente", size=9.5)
    paper.table(
        ("Art", "Nummer", "ausgestellt", "gültig bis"),
        [
            ("Pass", person.passport_number, german(case.earlier(900, 1500)), german(case.later(400, 1800))),
            (
                "eAT § 25 Abs. 2",
                person.permit_number,
                german(case.earlier(300, 800)),
                german(case.later(20, 300)),
            ),
            ("Fiktion", "–", "–", "–"),
        ],
        (3, 3, 2, 2),
        size=8.5,
    )
    paper.heading("Beziehungen", size=9.5)
    partner = spouse(case)
    paper.table(
        ("Art", "Name", "geboren"), [("Ehegatte", partner.listed, german(partner.born))], (2, 5, 2), size=8.5
    )
    paper.heading("Sachverhalte", size=9.5)
    paper.table(
        ("Datum", "Text"),
        [
            (german(case.earlier(1500, 2200)), "Ersteinreise"),
            (german(case.earlier(900, 1400)), "Zuzug aus anderer Gemeinde"),
            (german(case.earlier(2, 40)), "Antrag auf Verlängerung"),
        ],
        (2, 8),
        size=8.5,
    )
    return paper


@fresh("azr_auszug", "NBA")
def azr_antwort_behoerde(case: Case) -> Paper:
    """The register's answer to a search: head of the BVA, facts with codes, earlier names, reports."""
    person = case.person
    paper = Paper(points=9.5, family="mono", left=18, right=16, top=16)
    paper.line("Bundesverwaltungsamt - Ausländerzentralregister", bold=True)
    paper.line(f"Auskunft gem. § 14 AZRG     Stand {german(case.issued)}     Seite 1/1")
    paper.rule()
    rows(
        paper,
        (
            ("001 AZR-Nr", person.azr_number),
            ("010 Familienname", case.family),
            ("011 Vornamen", case.given),
            ("012 Geburtsdatum", case.born),
            ("013 Geburtsort", person.birth_place),
            ("014 Geschlecht", person.sex),
            ("015 Staatsangeh.", person.nationality),
            ("020 Aliaspersonalien", "keine gespeichert"),
            ("030 Familienstand", "unbekannt"),
            ("040 Zuständige ABH", case.site.title),
            ("050 Status", f"Aufenthaltsgestattung seit {german(case.earlier(300, 900))}"),
            ("051 Asylantrag", german(case.earlier(300, 900))),
            ("052 BAMF-Az", person.bamf_number),
            ("060 Ersteinreise", german(case.earlier(901, 1200))),
            ("070 Fahndung", "N"),
            ("071 Einreisebedenken", "N"),
        ),
        column=60,
    )
    paper.rule()
    paper.line(f"Anfragende Stelle: {case.site.office}   Kennung {pattern('999999', case.rng)}")
    paper.line("Verwendungszweck: ausländerrechtliche Aufgaben (Schlüssel 01)")
    return paper


@fresh("vermerk", "NF")
def verfuegung_schlusszeichnung(case: Case) -> Paper:
    """An order of the clerk in numbered steps, initials and pen at the edge; what to send, what to file."""
    person = case.person
    paper = Paper(points=11, left=28, right=25)
    block(paper, 28, 20, (case.site.office, f"Az.: {person.file_number}"), size=10)
    paper.text(185, 20, f"{case.site.city}, {german(case.issued)}", size=10, align="right")
    paper.y = 36
    paper.line("Verfügung", size=14, bold=True)
    paper.gap(2)
    paper.paragraph(f"Betr.: {case.listed}", bold=True)
    for number, text in enumerate(
        (
            f"Vermerk: Die Unterlagen sind vollständig. Sicherheitsanfrage vom {german(case.earlier(20, 60))} ohne Erkenntnisse. Lebensunterhalt gesichert (Berechnung Bl. 112).",
            "Aufenthaltserlaubnis nach § 28 Abs. 1 AufenthG um drei Jahre verlängern, Karte bestellen.",
            "Schreiben an den Betroffenen: Abholung nach Benachrichtigung.",
            "Kopie der Verfügung an die Meldebehörde – erledigt per Schnittstelle.",
            f"Wv. {german(case.later(30, 60))} (Karte eingetroffen?)",
            "z. d. A.",
        ),
        1,
    ):
        paper.paragraph(f"{number}.  {text}", indent=3)
    paper.line("I. A.")
    signature(paper, case.rng)
    paper.line(case.clerk)
    paper.text(12, 120, f"ab {short(case.later(1, 3))}", size=9, ink=GREY)
    return paper


@fresh("vermerk", "NBF")
def telefonvermerk_vordruck(case: Case) -> Paper:
    """A form for notes of calls: who rang, about whom, what was said; half a sheet."""
    paper = Paper(size=(210.0, 148.0), points=10, left=20, right=20, top=14, bottom=10)
    paper.line("Gesprächsvermerk / Telefonnotiz", size=14, bold=True)
    paper.gap(2)
    paper.boxes(("Datum, Uhrzeit", f"{german(case.issued)}, {case.rng.randint(8, 15)}.{case.rng.randint(10, 55)} Uhr", 1), ("aufgenommen von", case.clerk, 1), ("Aktenzeichen", case.person.file_number, 1))  # fmt: skip
    paper.boxes(("Anrufer/in", "Herr Beratius, Flüchtlingsberatung", 1), ("Rückruf erbeten", "nein", 1))
    paper.boxes(("wegen (Name, Geb.-Datum)", f"{case.listed}{', ' + case.born if case.born else ''}", 1), family="wide")  # fmt: skip
    paper.gap(3)
    paper.paragraph(f"Fragt, ob die Geburtsurkunde im Original nachgereicht werden muss. Habe erklärt, dass eine beglaubigte Kopie genügt, wenn das Original bis {german(case.later(20, 40))} beim Termin vorgezeigt wird. Er sagt das so weiter.")  # fmt: skip
    signature(paper, case.rng)
    paper.line("zum Vorgang", size=9)
    return paper


@fresh("vermerk", "NF")
def gebuehrenbeleg_kasse(case: Case) -> Paper:
    """A receipt of the cash desk for a fee: narrow slip with items, sum, way of payment."""
    paper = Paper(size=(105.0, 148.0), points=9, left=10, right=10, top=12, bottom=8, family="mono")
    for line in (case.site.city.upper(), "Zahlstelle Ordnungsamt", "QUITTUNG"):
        paper.line(line, bold=line == "QUITTUNG", align="center")
    paper.rule()
    paper.line(f"Beleg {pattern('999999', case.rng)}")
    paper.line(f"Datum {german(case.issued)} {case.rng.randint(8, 15)}:{case.rng.randint(10, 59)}")
    paper.line(f"Az. {case.person.file_number}")
    paper.paragraph(f"Zahler {case.name}")
    paper.rule()
    paper.line("Gebühr Aufenthaltserl.   93,00")
    paper.line("Auslagen Lichtbild        6,00")
    paper.line("SUMME EUR                99,00", bold=True)
    paper.rule()
    paper.line("bezahlt mit girocard")
    paper.line("Vielen Dank.")
    return paper
