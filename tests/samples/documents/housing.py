"""Section Wohnen: registration certificates, tenancy agreements, landlord's confirmations."""

# ruff: noqa: E501, ISC004  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.layouts import layout
from tests.samples.documents.letter import Sender, closing, letter, place_and_date, to_office
from tests.samples.names import LANDLORDS, STAFF
from tests.samples.paper import Paper


def _city_desk(case: Case) -> Sender:
    site = case.site
    return Sender(
        title=site.title, lines=("Bürgerbüro – Meldebehörde", f"{site.street}, {site.postcode} {site.city}")
    )


@layout("meldebescheinigung", "NB")
def meldebescheinigung(case: Case) -> Paper:
    desk, person, paper = _city_desk(case), case.person, Paper(points=11)
    paper.line(desk.title, size=14, bold=True)
    paper.line(desk.lines[0], size=10)
    paper.rule(after=10)
    paper.line("Meldebescheinigung", size=18, bold=True)
    paper.line("gemäß § 18 Abs. 1 Bundesmeldegesetz", size=9.5)
    paper.gap(6)
    for label, value in (("Familienname", case.family), ("Geburtsname", person.birth_name or "–"), ("Vornamen", case.given),
                         ("Geburtsdatum", case.born), ("Geburtsort", person.birth_place),
                         ("Staatsangehörigkeit", person.origin.adjective)):  # fmt: skip
        paper.field(label, value, column=60)
    paper.gap(3)
    paper.field(
        "Gegenwärtige Anschrift", f"{person.street}, {case.site.postcode} {case.site.city}", column=60
    )
    paper.field("Einzugsdatum", german(case.earlier(30, 1500)), column=60)
    paper.field("Wohnungsstatus", "alleinige Wohnung", column=60)
    paper.gap(8)
    paper.paragraph(
        "Die Richtigkeit der vorstehenden Angaben wird aufgrund des Melderegisters bescheinigt. Ein Ausweis "
        "oder eine Aufenthaltserlaubnis wird durch diese Bescheinigung nicht ersetzt."
    )
    place_and_date(paper, case, "Im Auftrag")
    paper.stamp(85, paper.y - 22, case.site.city, "Siegel 14", angle=case.rng.uniform(-12, 12), size=9)
    return paper


@layout("meldebescheinigung", "NBF")
def mitteilung_meldebehoerde(case: Case) -> Paper:
    """A notice from the residents' registration office about a move."""
    paper = letter(
        case, _city_desk(case), to_office(case), ("Mitteilung der Meldebehörde gemäß § 72 AufenthV", case.subject),
        references=(("Ihr Zeichen", case.person.file_number), ("Vorgang", case.pick("Zuzug", "Fortzug", "Umzug"))),
        received=True,
    )  # fmt: skip
    paper.paragraph("im Melderegister wurde folgende Änderung eingetragen:")
    paper.table(("Merkmal", "bisher", "neu"), [
        ("Anschrift", f"Altgasse {case.rng.randint(1, 60)}, 35000 Gießen", f"{case.person.street}, {case.site.city}"),
        ("Datum der Änderung", "", german(case.earlier(2, 20))),
        ("Familienstand", "ledig", case.pick("ledig", "verheiratet", "getrennt lebend")),
    ], (2, 3, 3))  # fmt: skip
    paper.paragraph("Die Wohnungsgeberbestätigung und eine Kopie des Reisepasses lagen vor.")
    closing(paper, case, case.rng.choice(STAFF), order="Im Auftrag")
    return paper


def _landlord(case: Case) -> str:
    return case.rng.choice(LANDLORDS)


@layout("wohnraumnachweis", "N", digital=True)
def mietvertrag(case: Case) -> Paper:
    """A tenancy agreement over two pages; tenants rarely write their birth date into it."""
    landlord, paper = _landlord(case), Paper(family="serif", points=12, top=24)
    paper.running = "Mietvertrag für Wohnraum"
    paper.line("Mietvertrag", size=19, bold=True, align="center")
    paper.line("über Wohnraum", size=12, align="center")
    paper.gap(5)
    paper.paragraph(
        f"Zwischen {landlord}, Grundweg {case.rng.randint(1, 30)}, {case.site.postcode} {case.site.city} (Vermieter)"
    )
    paper.paragraph(
        f"und {case.honorific_dative} {case.name}, zurzeit wohnhaft Sammelunterkunft, Lagerstraße 1, {case.site.city} (Mieter)"
    )
    rent = case.rng.randint(380, 1100)
    sections = (
        ("Mieträume", f"Vermietet wird die Wohnung {case.person.street}, {case.rng.randint(1, 4)}. Obergeschoss, bestehend aus "
         f"{case.rng.randint(1, 4)} Zimmern, Küche, Bad und Keller. Die Wohnfläche beträgt {case.rng.randint(28, 95)} m²."),
        ("Mietzeit", f"Das Mietverhältnis beginnt am {german(case.later(10, 40))} und läuft auf unbestimmte Zeit."),
        ("Miete", f"Die Grundmiete beträgt monatlich {rent},00 Euro, die Vorauszahlung auf Betriebskosten {rent // 4},00 Euro. "
         "Die Miete ist bis zum dritten Werktag eines Monats zu zahlen."),
        ("Kaution", f"Der Mieter zahlt eine Mietsicherheit von {rent * 3},00 Euro. Eine Übernahmeerklärung des Jobcenters genügt."),
        ("Schönheitsreparaturen", "Die Schönheitsreparaturen trägt der Mieter, soweit die Räume renoviert übergeben wurden."),
        ("Untervermietung", "Eine Untervermietung bedarf der Erlaubnis des Vermieters. Eine Wohnungsgeberbestätigung nach § 19 "
         "des Bundesmeldegesetzes wird bei Einzug ausgehändigt."),
        ("Hausordnung", "Der Mieter hat die Hausordnung zu beachten. Tierhaltung ist nur mit Zustimmung gestattet. Die "
         "Ruhezeiten sind einzuhalten; Treppenhaus und Zugänge sind freizuhalten."),
        ("Kündigung", "Die Kündigung bedarf der Schriftform. Es gelten die gesetzlichen Kündigungsfristen."),
        ("Sonstiges", "Mündliche Nebenabreden bestehen nicht. Sollte eine Bestimmung unwirksam sein, bleiben die übrigen "
         "Bestimmungen wirksam. Der Mieter versichert, dass er seine Verpflichtungen aus eigenem Einkommen erfüllen kann."),
    )  # fmt: skip
    for number, (head, body) in enumerate(sections, 1):
        paper.heading(f"§ {number} {head}", size=11, before=1)
        paper.paragraph(body)
    place_and_date(paper, case, f"Vermieter: {landlord}")
    place_and_date(paper, case, f"Mieter: {case.name}")
    return paper


@layout("wohnraumnachweis", "N")
def wohnungsgeberbestaetigung(case: Case) -> Paper:
    landlord, paper = _landlord(case), Paper(points=10.5)
    paper.line("Wohnungsgeberbestätigung", size=18, bold=True)
    paper.line("nach § 19 des Bundesmeldegesetzes (BMG)", size=10)
    paper.gap(5)
    paper.heading("1. Angaben zum Wohnungsgeber")
    paper.field("Name:", landlord)
    paper.field("Anschrift:", f"Eigentümerweg {case.rng.randint(1, 40)}, {case.site.city}")
    paper.ticks(("Der Wohnungsgeber ist Eigentümer der Wohnung", True))
    paper.heading("2. Anschrift der Wohnung")
    paper.field("Straße, Hausnummer:", case.person.street)
    paper.field("PLZ, Ort:", f"{case.site.postcode} {case.site.city}")
    paper.heading("3. In die Wohnung ist eingezogen")
    paper.field("am:", german(case.earlier(1, 14)))
    paper.table(("Familienname", "Vorname"), [(case.family, case.given)], (1, 1), size=10)
    paper.paragraph(
        "Es ist verboten, eine Wohnanschrift für eine Anmeldung anzubieten, obwohl ein tatsächlicher Bezug der "
        "Wohnung weder stattfindet noch beabsichtigt ist. Die Meldebescheinigung stellt das Bürgerbüro aus.",
        size=9,
    )
    place_and_date(paper, case, "Unterschrift des Wohnungsgebers")
    return paper


@layout("wohnraumnachweis", "NBF", digital=True)
def wohnraumbescheinigung(case: Case) -> Paper:
    """A form of the authority about sufficient living space, with file number and birth date."""
    paper = Paper(points=10.5)
    paper.line(f"{case.site.title} – {case.site.office}", size=10)
    paper.line("Wohnraumnachweis", size=18, bold=True)
    paper.line("Bestätigung des Vermieters über ausreichenden Wohnraum (§ 2 Abs. 4 AufenthG)", size=9.5)
    paper.gap(5)
    paper.boxes(("Name, Vorname des Mieters", case.listed, 3), ("Geburtsdatum", case.born, 2), family="wide")
    paper.boxes(
        ("Aktenzeichen der Ausländerbehörde", case.person.file_number, 1),
        ("Anschrift", f"{case.person.street}, {case.site.city}", 1),
    )
    paper.boxes(
        ("Wohnfläche in m²", str(case.rng.randint(30, 95)), 1),
        ("Zahl der Zimmer", str(case.rng.randint(1, 4)), 1),
        ("Personen in der Wohnung", str(case.rng.randint(1, 5)), 1),
    )
    paper.boxes(
        ("Vermieter", _landlord(case), 2), ("Warmmiete monatlich", f"{case.rng.randint(400, 1400)},00 EUR", 1)
    )
    paper.gap(4)
    paper.paragraph(
        "Ich bestätige, dass die Unterkunft dauerhaft zur Verfügung steht. Eine Kopie des Mietvertrages ist beigefügt."
    )
    place_and_date(paper, case, "Unterschrift des Vermieters")
    return paper
