"""Layouts of this round: pay slips and what employers certify about pay."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.fresh.heads import fresh
from tests.samples.documents.letter import place_and_date
from tests.samples.documents.measured.parts import block
from tests.samples.names import EMPLOYERS
from tests.samples.numbers import iban, pattern
from tests.samples.paper import Paper
from tests.samples.sheet import TINT, Frame


def _month(case: Case) -> str:
    return f"{case.issued:%m/%Y}"


@fresh("einkommensnachweis", "NB", digital=True)
def entgeltabrechnung_lohnbuero(case: Case) -> Paper:
    """A pay slip as wage programs print it: narrow head rows, kinds of pay, deductions, bank."""
    gross = case.rng.randint(1900, 3400)
    tax, social = round(gross * 0.11), round(gross * 0.2)
    paper = Paper(points=9, left=16, right=14, top=14)
    paper.line("Abrechnung der Brutto/Netto-Bezüge", size=12, bold=True)
    paper.text(196, 18, f"für {_month(case)}", size=11, bold=True, align="right")
    paper.gap(2)
    paper.boxes(("Pers.-Nr.", pattern("99999", case.rng), 1), ("Geburtsdatum", case.born, 1), ("StKl", case.pick("1", "3", "5"), 1), ("Ki.Frbtr.", "0,0", 1), ("Konfession", "--", 1), ("Steuer-ID", pattern("99999999999", case.rng), 2), height=9)  # fmt: skip
    paper.boxes(("SV-Nummer", pattern("99 999999 L 999", case.rng), 2), ("Krankenkasse", "Mustermed", 2), ("Eintritt", german(case.earlier(100, 1400)), 1), ("BGRS", "1111", 1), ("Url.-Rest", "14,0", 1), height=9)  # fmt: skip
    paper.gap(4)
    block(paper, 20, paper.y + 4, (f"{case.rng.choice(EMPLOYERS)} * Prüfgasse 2 * 34000 Kassel",), size=7)
    block(paper, 20, paper.y + 12, case.address, size=10.5)
    block(paper, 130, paper.y + 12, (f"Datum {german(case.issued)}", "Blatt 1"), size=9)
    paper.gap(40)
    paper.table(
        ("LA", "Bezeichnung", "Menge", "Faktor", "Betrag"),
        [
            ("1000", "Gehalt / Stundenlohn", "167,00", f"{gross / 167:.2f}".replace(".", ","), f"{gross},00"),
            ("2140", "Zuschlag Nacht 25 % stfr.", "12,00", "3,10", "37,20"),
            ("8010", "VWL AG-Anteil", "", "", "20,00"),
        ],
        (1, 5, 2, 2, 2),
        numbers=(2, 3, 4),
    )
    paper.table(
        ("Gesamt-Brutto", "Lohnsteuer", "KV", "RV", "AV", "PV"),
        [(f"{gross + 57},20", f"{tax},00", f"{social * 0.4:.2f}", f"{social * 0.46:.2f}", f"{social * 0.06:.2f}", f"{social * 0.08:.2f}")],
        (3, 2, 2, 2, 2, 2),
        numbers=(0, 1, 2, 3, 4, 5),
    )  # fmt: skip
    paper.put(Frame(x=126, y=paper.y, width=70, height=10, fill=TINT))
    paper.text(128, paper.y + 6.5, "Auszahlungsbetrag", size=9, bold=True)
    paper.text(194, paper.y + 6.5, f"{gross + 57 - tax - social},20", size=11, bold=True, align="right")
    paper.gap(16)
    paper.line(f"Überweisung auf {iban(case.rng)}", size=8.5)
    paper.line("Hinweise: Diese Abrechnung ist eine Entgeltbescheinigung nach § 108 Abs. 3 GewO.", size=7.5)
    return paper


@fresh("einkommensnachweis", "NB")
def verdienstbescheinigung_formular(case: Case) -> Paper:
    """Filled in by the employer for an office: last twelve months, notice given or not, stamp."""
    paper = Paper(points=10, left=22, right=22, top=16)
    paper.line("Verdienstbescheinigung", size=16, bold=True)
    paper.line("(vom Arbeitgeber auszufüllen – zur Vorlage bei Behörden)", size=9)
    paper.gap(4)
    paper.boxes(("Name, Vorname", case.listed, 2), ("Geburtsdatum", case.born, 1), family="wide")
    paper.boxes(("wohnhaft", f"{case.person.street}, {case.site.city}", 1))
    paper.boxes(("beschäftigt seit", german(case.earlier(300, 2000)), 1), ("als", "Gebäudereiniger/in", 1), ("Steuerklasse", "1", 1))  # fmt: skip
    paper.ticks(("unbefristet", True), ("befristet", False), ("gekündigt", False), ("in Probezeit", False))
    paper.gap(2)
    rows = []
    for back in range(6, 0, -1):
        month = (case.issued.month - back - 1) % 12 + 1
        gross = case.rng.randint(1700, 2300)
        rows.append((f"{month:02d}", f"{gross},00", f"{round(gross * 0.74)},00", "–"))
    paper.table(("Monat", "brutto €", "netto €", "Einmalzahlung"), rows, (1, 2, 2, 2), numbers=(1, 2))
    paper.paragraph("Es bestehen keine Pfändungen und keine Lohnabtretung. Die Bescheinigung wird auf Wunsch ausgestellt.")  # fmt: skip
    place_and_date(paper, case, "Firmenstempel, Unterschrift")
    paper.stamp(
        118, paper.y + 6, case.rng.choice(EMPLOYERS), "Lohnbüro", angle=case.rng.uniform(-6, 6), size=9
    )
    return paper
