"""Second layouts of types that the sections draw in one only: other issuers, older forms, plain printouts."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.identity import bearer, visible, zone
from tests.samples.documents.layouts import layout
from tests.samples.documents.letter import place_and_date, years_after
from tests.samples.mrz import mrv, td2
from tests.samples.names import INTERPRETERS, STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import Frame, Portrait


@layout("ankunftsnachweis", "NBAM")
def ankunftsnachweis_blatt(case: Case) -> Paper:
    """The arrival certificate as a full sheet (annex 1 AKNV) with its two-line zone at the foot."""
    paper, person = Paper(points=10), case.person
    paper.text(paper.left, 22, "BUNDESREPUBLIK DEUTSCHLAND", size=9)
    paper.text(paper.left, 30, "ANKUNFTSNACHWEIS", size=16, bold=True)
    paper.text(paper.left, 35, "Bescheinigung über die Meldung als Asylsuchender nach § 63a AsylG", size=8.5)
    paper.put(Portrait(x=150, y=40, width=35, height=45))
    facts = (("Familienname", case.family), ("Vornamen", case.given), ("Geburtsdatum", case.born), ("Staatsangehörigkeit", person.nationality), ("AZR-Nummer", person.azr_number), ("Ausstellungsdatum", german(case.issued)), ("Gültig bis", german(case.later(120, 180))), ("Zuständige Aufnahmeeinrichtung", "Musterstadt"))  # fmt: skip
    for number, (label, value) in enumerate(facts):
        visible(paper, paper.left, 44 + number * 9, label, value)
    paper.text(paper.left, 122, "Die Angaben beruhen auf den Angaben des Inhabers.", size=8)
    zone(
        paper,
        td2(bearer(case, "ME", "D", pattern("L9999999", case.rng), expiry_years=1)),
        x=paper.left,
        y=240,
        width=150,
    )
    return paper


@layout("aufenthaltsgestattung", "NBF")
def gestattung_verlaengerung(case: Case) -> Paper:
    """The sheet of extensions of an older Aufenthaltsgestattung."""
    paper = Paper(points=10.5)
    paper.line("Aufenthaltsgestattung", size=16, bold=True)
    paper.line("Seite 3 – Verlängerungen", size=9)
    paper.gap(3)
    paper.field("Inhaber:", f"{case.listed}{case.born_phrase}")
    paper.field("Az. der Ausländerbehörde:", case.person.file_number)
    paper.gap(2)
    paper.table(
        ("Verlängert bis zum", "Ort, Datum", "Behörde"),
        [
            (german(case.later(80, 170)), f"{case.site.city}, {german(case.issued)}", case.site.office),
            ("", "", ""),
            ("", "", ""),
        ],
        (3, 4, 4),
    )
    paper.paragraph(
        "Der Ausländerin / dem Ausländer ist der Aufenthalt im Bundesgebiet zur Durchführung des Asylverfahrens gestattet. Erwerbstätigkeit nur mit Genehmigung."
    )
    return paper


@layout("anhoerungsniederschrift", "NBA")
def anhoerung_kopfbogen(case: Case) -> Paper:
    """The first sheet of a record of interview: particulars in a table before the first question."""
    paper, person = Paper(points=10.5), case.person
    paper.line("Bundesamt für Migration und Flüchtlinge · Außenstelle Musterstadt", size=10)
    paper.line(f"Musterstadt, {german(case.issued)}", size=10, align="right")
    paper.gap(3)
    paper.line("NIEDERSCHRIFT", size=15, bold=True)
    paper.line("über die Anhörung gemäß § 25 AsylG", size=11)
    paper.table(("", ""), [("Aktenzeichen", person.bamf_number), ("AZR-Nr.", person.azr_number), ("Antragsteller/in", case.listed), ("geboren am", case.born), ("Dolmetscher/in", case.rng.choice(INTERPRETERS)), ("Entscheider/in", case.rng.choice(STAFF))], (3, 6), size=10)  # fmt: skip
    paper.paragraph(
        "Es erscheint die oben genannte Person. Sie erklärt, sich mit dem Dolmetscher gut zu verständigen. Auf die Pflicht zu wahrheitsgemäßen Angaben wurde hingewiesen."
    )
    paper.paragraph("Frage: Aus welchen Gründen haben Sie Ihr Heimatland verlassen?")
    paper.paragraph(
        "Antwort: Mein Bruder Tarek Elternberg hatte einen Streit um ein Grundstück. Wir wurden bedroht."
    )
    return paper


@layout("azr_auszug", "NBA")
def azr_suchliste(case: Case) -> Paper:
    """A hit list of the central register: one hit, the query's own date and time in the foot."""
    paper, person = Paper(points=9, family="mono", left=15, right=15), case.person
    paper.line("Bundesverwaltungsamt - Registerportal", size=10)
    paper.line("AZR - Ergebnis der Suche nach Grundpersonalien", size=12, bold=True)
    paper.table(("AZR-Nr.", "Name", "Vorname", "geb.", "Staat"), [(person.azr_number, case.family, case.given, case.born, person.nationality)], (4, 4, 4, 3, 2), size=8.5)  # fmt: skip
    paper.paragraph("Aktenführende Ausländerbehörde: " + case.site.city)
    paper.paragraph(
        f"Ersteinreise: {german(case.earlier(2000, 2600))}   Status: Aufenthaltserlaubnis erteilt am {german(case.earlier(100, 400))}"
    )
    paper.line(
        f"Stand der Daten: {german(case.issued)}   Verwendungszweck: Aufgabenerfüllung nach AufenthG",
        size=8.5,
    )
    return paper


@layout("verpflichtungserklaerung", "NBD", two_persons=True)
def verpflichtungserklaerung_zweitschrift(case: Case) -> Paper:
    """The office's copy with the check of means on it."""
    host = case.other
    paper = Paper(points=10)
    paper.line("Zweitschrift für die Akte – Bundeseinheitlicher Vordruck", size=8.5)
    paper.line("VERPFLICHTUNGSERKLÄRUNG", size=15, bold=True)
    paper.gap(2)
    paper.field(
        "Verpflichtungsgeber:", f"{host.family_name}, {host.given_names}" if host else "Gastgebermann, Robin"
    )
    paper.field("Eingeladene Person:", case.listed)
    paper.field("geboren am:", case.born)
    paper.field("Passnummer:", case.person.passport_number)
    paper.gap(2)
    paper.paragraph(
        "Ich verpflichte mich, nach § 68 AufenthG die Kosten für den Lebensunterhalt der oben genannten Person zu tragen. Die Verpflichtung gilt für fünf Jahre ab Einreise."
    )
    paper.line("Leistungsfähigkeit: nachgewiesen (Nettoeinkommen 3.240 EUR)", size=9.5)
    place_and_date(paper, case, "Verpflichtungsgeber")
    return paper


@layout("zusatzblatt", "ND")
def zusatzblatt_nebenbestimmungen(case: Case) -> Paper:
    """The folded supplement of an electronic permit, inner side."""
    paper = Paper(size=(105, 148), left=9, right=9, top=12, bottom=10, points=8.5)
    paper.line("ZUSATZBLATT", size=13, bold=True)
    paper.line("SUPPLEMENTARY SHEET", size=8)
    paper.gap(2)
    paper.field("zum Dokument", case.person.permit_number, column=30)
    paper.field("Name, Vorname", case.listed, column=30)
    paper.field("ausgestellt am", german(case.issued), column=30)
    paper.gap(2)
    paper.paragraph("Nebenbestimmungen:")
    paper.paragraph(
        "Studium im Fach Informatik an der Hochschule Musterstadt. Beschäftigung bis zu 140 ganze oder 280 halbe Tage im Jahr erlaubt."
    )
    return paper


@layout("visum", "NDM", colour=True)
def visum_national(case: Case) -> Paper:
    """A national visa, labels in capitals, dates in two digits and dashes."""
    paper, person = Paper(), case.person
    paper.put(Frame(x=45, y=60, width=116, height=80, line=0.3, fill=(245, 245, 240)))
    paper.text(49, 67, "VISUM", size=12, bold=True)
    paper.text(157, 67, "DEUTSCHLAND", size=9, align="right")
    paper.put(Portrait(x=49, y=72, width=27, height=35))
    for number, (label, value) in enumerate((("GÜLTIG FÜR", "DEUTSCHLAND"), ("VON / BIS", f"{case.later(4, 20):%d-%m-%y}   {years_after(case.issued, 1):%d-%m-%y}"), ("TYP", "D"), ("AUSGESTELLT IN / AM", f"{person.birth_place.upper()}   {case.issued:%d-%m-%y}"), ("REISEPASS-NR.", person.passport_number), ("NAME, VORNAME", f"{case.family.upper()}, {case.given.upper()}"))):  # fmt: skip
        visible(paper, 80, 72 + number * 8.2, label, value, size=8.5)
    zone(
        paper,
        mrv(bearer(case, "VD", "D", pattern("999999999", case.rng), expiry_years=1), width=36),
        x=48,
        y=132,
        width=110,
    )
    return paper


@layout("fiktionsbescheinigung", "NBF")
def fiktionsbescheinigung_seite(case: Case) -> Paper:
    """The sheet of the printed form with the boxes to tick."""
    paper = Paper(points=10)
    paper.line(f"{case.site.title} · {case.site.office} · Az. {case.person.file_number}", size=8.5)
    paper.line("FIKTIONSBESCHEINIGUNG", size=14, bold=True)
    paper.gap(2)
    paper.boxes(("Name", case.family, 1), ("Vornamen", case.given, 1), family="wide")
    paper.boxes(("Geburtstag", case.born, 1), ("Staatsangehörigkeit", case.person.origin.adjective, 1))
    paper.ticks(("Der Aufenthalt gilt als erlaubt (§ 81 Abs. 3 Satz 1 AufenthG)", False))
    paper.ticks(("Die Abschiebung gilt als ausgesetzt (§ 81 Abs. 3 Satz 2 AufenthG)", False))
    paper.ticks(("Der Aufenthaltstitel gilt als fortbestehend (§ 81 Abs. 4 AufenthG)", True))
    paper.field("Ausgestellt am", german(case.issued))
    paper.field("Gültig bis", german_long(case.later(90, 180)))
    paper.line(f"Im Auftrag {case.clerk}", size=9)
    return paper
