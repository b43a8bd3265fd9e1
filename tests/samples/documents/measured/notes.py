"""Measured layouts of the office's own notes, orders and slips."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.letter import signature
from tests.samples.documents.measured.heads import measured
from tests.samples.documents.measured.parts import abbreviated, block, short, spouse
from tests.samples.names import INTERPRETERS, STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import GREY, PEN, Frame, Stroke


@measured("vermerk", "NF")
def verfuegung_nummeriert(case: Case) -> Paper:
    """An order to the own office: a numbered list that ends with a date to look again."""
    paper = Paper(points=11, family="mono", left=22)
    paper.line(f"{case.site.office}   {case.person.file_number}")
    paper.line(f"{case.site.city}, {short(case.issued)}   Tel. -{case.rng.randint(100, 999)}")
    paper.gap(8)
    paper.line("V e r f ü g u n g", bold=True)
    paper.gap(4)
    paper.paragraph(f"1. In Sachen {case.listed} Zahlungseingang geprüft. Gebühr ist gebucht.")
    paper.paragraph("2. Kartenbestellung an Bundesdruckerei auslösen, Fingerabdrücke liegen vor.")
    paper.paragraph(f"3. Arbeitgeber telefonisch unterrichtet ({german(case.earlier(1, 3))}, 10.15 Uhr).")
    paper.paragraph("4. Statistik berichtigen; Umzug in Fachverfahren nachtragen.")
    paper.paragraph("5. Frau Sachgebietsleiterin m. d. B. um Kenntnisnahme")
    paper.paragraph(f"6. Wvl. {german(case.later(30, 90))} (Karte da?)")
    paper.gap(8)
    paper.line("I. A.")
    signature(paper, case.rng)
    paper.line(case.clerk.split()[-1][:3])
    block(paper, 130, 120, (f"Kts. {short(case.later(1, 3))}", "erl. zu 2, 4"), size=13, ink=PEN)
    return paper


@measured("vermerk", "NBF")
def laufzettel_vorsprache(case: Case) -> Paper:
    """A slip that goes with the applicant from counter to counter."""
    paper = Paper(size=(148.0, 210.0), points=9.5, left=12, right=12, top=12)
    paper.line("LAUFZETTEL", size=17, bold=True)
    paper.line(f"{case.site.title} · {case.site.office}", size=8)
    paper.gap(3)
    paper.boxes(("Kunde", case.listed, 2), ("geb.", case.born, 1), family="wide")
    paper.boxes(("Akte", case.person.file_number, 2), ("Tag", german(case.issued), 1), ("Wartemarke", f"B{case.rng.randint(100, 499)}", 1))  # fmt: skip
    paper.gap(4)
    paper.table(
        ("Station", "erledigt", "Uhrzeit", "Hz."),
        [
            ("Infothek – Unterlagen vollständig?", "x", "8:1" + str(case.rng.randint(0, 9)), "We"),
            ("Lichtbild, Fingerabdrücke", "x", "8:4" + str(case.rng.randint(0, 9)), "Ko"),
            ("Kasse (100,- EUR)", "x", "9:0" + str(case.rng.randint(0, 9)), "Za"),
            ("Sachbearbeitung Zi. 12", "x", "9:3" + str(case.rng.randint(0, 9)), "Am"),
            ("Ausgabe Pass zurück", "", "", ""),
        ],
        (7, 2, 2, 1),
        size=8.5,
    )
    paper.line("Bemerkung:", size=8)
    paper.text(40, paper.y, "Mietvertrag fehlt noch, bringt Fr. nach", size=12, ink=PEN)
    paper.gap(8)
    paper.line("Bitte am Ende in die Akte heften.", size=8)
    return paper


@measured("vermerk", "NBF")
def aktenvermerk_vorsprache(case: Case) -> Paper:
    """What was said at the counter, told at length, with the name of wife or husband and interpreter."""
    partner = spouse(case)
    paper = Paper(points=11, left=25)
    paper.text(25, 18, "33.2", size=11)
    paper.text(188, 18, abbreviated(case.issued), size=11, align="right")
    paper.y = 26
    paper.line("Aktenvermerk", size=14, bold=True)
    paper.line(f"zu {case.person.file_number}", size=10)
    paper.gap(5)
    born = f" (geb. {case.born})" if case.born else ""
    paper.paragraph(
        f"{case.honorific} {case.family}{born} sprach heute ohne Termin in Begleitung von {partner.name} und {case.rng.choice(INTERPRETERS)} vor. Vorname laut Pass: {case.given}."
    )
    paper.paragraph(
        f"Es wurde vorgetragen, dass die eheliche Gemeinschaft nach einer Trennung im Frühjahr wieder aufgenommen worden sei. Beide seien seit {german(case.earlier(40, 120))} wieder unter einer Anschrift gemeldet. {partner.given} bestätigte dies auf Nachfrage. Ich habe auf die Folgen falscher Angaben hingewiesen."
    )
    paper.paragraph(
        "Die getrennte Befragung soll nachgeholt werden. Der Außendienst wurde um einen Hausbesuch gebeten. Bis dahin keine Entscheidung über die Verlängerung; Bescheinigung für drei Monate ausgehändigt."
    )
    paper.paragraph("Eindruck: beide wirkten unaufgeregt, keine Widersprüche zur Aktenlage (Bl. 112 ff.).")
    paper.gap(6)
    signature(paper, case.rng)
    paper.line(case.clerk)
    paper.gap(4)
    paper.line("2. Außendienst z. K.    3. zum Vorgang", size=10)
    return paper


@measured("vermerk", "NF")
def kassenbeleg_automat(case: Case) -> Paper:
    """A receipt of the pay machine, narrow, stuck on a sheet and annotated."""
    paper = Paper(points=9, family="mono", left=65, right=65, top=40)
    paper.put(Frame(x=62, y=36, width=82, height=128, line=0.15, ink=GREY))
    paper.line(case.site.title[:30], bold=True)
    paper.line("Stadtkasse / Kassenautomat 2")
    paper.line("-" * 36)
    paper.line(f"Beleg   {pattern('99999999', case.rng)}")
    paper.line(f"Datum   {german(case.issued)} {case.rng.randint(8, 15):02d}:{case.rng.randint(10, 59)}")
    paper.line(f"KZ      {case.person.file_number}")
    paper.line(f"Name    {case.listed}"[:36])
    paper.line("-" * 36)
    paper.line("1 x Verlängerung AE        93,00 EUR")
    paper.line("1 x Fotostation             6,00 EUR")
    paper.line("SUMME                      99,00 EUR", bold=True)
    paper.line("girocard kontaktlos        99,00 EUR")
    paper.line("-" * 36)
    paper.line("Betrag dankend erhalten.")
    paper.line("Kein Umsatzsteuerausweis (hoheitlich)")
    block(paper, 25, 190, ("Quittung zur Akte genommen", case.rng.choice(STAFF).split()[-1][:4] + "."), size=12, step=6, ink=PEN)  # fmt: skip
    paper.put(Stroke(points=((25, 200), (70, 200)), width=0.3, ink=PEN))
    return paper
