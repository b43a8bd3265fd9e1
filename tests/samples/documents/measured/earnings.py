"""Measured layouts of what somebody lives on."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.letter import place_and_date, signature
from tests.samples.documents.measured.heads import measured
from tests.samples.documents.measured.parts import block, child, short, spouse
from tests.samples.names import EMPLOYERS, JUDGES, STAFF
from tests.samples.numbers import iban, pattern
from tests.samples.paper import Paper
from tests.samples.sheet import Stroke


@measured("einkommensnachweis", "NB", digital=True)
def lohnsteuer_ausdruck(case: Case) -> Paper:
    """The yearly printout of the electronic wage-tax certificate: numbered lines and amounts."""
    person = case.person
    paper = Paper(points=9, left=20, right=18, top=14)
    paper.line(f"Ausdruck der elektronischen Lohnsteuerbescheinigung für {case.issued.year - 1}", size=12, bold=True)  # fmt: skip
    paper.line("Nachstehende Daten wurden maschinell an die Finanzverwaltung übertragen.", size=8.5)
    paper.gap(3)
    block(paper, 20, paper.y + 5, (case.name, person.street, f"{case.site.postcode} {case.site.city}"), size=10)  # fmt: skip
    block(paper, 125, paper.y + 5, (f"Datum: {german(case.issued)}", f"eTIN: {pattern('LLLL99L99L', case.rng)}", f"Identifikationsnummer: {pattern('99 999 999 999', case.rng)}", f"Geburtsdatum: {case.born}"), size=9)  # fmt: skip
    paper.gap(30)
    gross = case.rng.randint(19000, 42000)
    paper.table(
        ("Zeile", "Inhalt", "EUR", "Ct"),
        [
            ("1.", "Bescheinigungszeitraum 01.01. – 31.12.", "", ""),
            ("3.", "Bruttoarbeitslohn einschl. Sachbezüge", f"{gross}", "00"),
            ("4.", "Einbehaltene Lohnsteuer von 3.", f"{gross // 9}", "12"),
            ("5.", "Einbehaltener Solidaritätszuschlag", "0", "00"),
            ("22.", "Arbeitgeberanteil Rentenversicherung", f"{gross * 93 // 1000}", "40"),
            ("25.", "Arbeitnehmerbeiträge Krankenversicherung", f"{gross * 79 // 1000}", "05"),
            ("28.", "Beiträge zur Arbeitslosenversicherung", f"{gross * 12 // 1000}", "77"),
        ],
        (1, 8, 2, 1),
        numbers=(2, 3),
        size=8.5,
    )
    paper.line(f"Arbeitgeber: {case.rng.choice(EMPLOYERS)}", size=9)
    paper.line(f"Finanzamt Musterstadt, Steuernummer {pattern('999/999/99999', case.rng)}", size=9)
    return paper


@measured("finanznachweis", "N", digital=True)
def sparkonto_bestaetigung(case: Case) -> Paper:
    """A bank's letter about a balance on a given day."""
    paper = Paper(points=11, family="serif", left=26)
    block(paper, 105, 20, ("Volksbank Musterau-Probenheim eG", "Filiale Marktplatz"), size=13, step=6, bold=1, align="center")  # fmt: skip
    paper.put(Stroke(points=((26, 30), (190, 30)), width=0.3))
    block(paper, 26, 48, case.address)
    paper.y = 78
    paper.line(f"Musterau, {german_long(case.issued)}", align="right")
    paper.gap(5)
    paper.paragraph("Bestätigung über Guthaben", bold=True, after=4)
    paper.paragraph(f"{case.salutation},")
    paper.paragraph(
        f"auf Ihren Wunsch bestätigen wir zur Vorlage beim Amt, dass Sie bei unserem Haus das Konto {iban(case.rng)} führen. Zum {german(case.earlier(1, 2))} bestand ein Guthaben von {case.rng.randint(6, 18)}.{case.rng.randint(100, 999)},{case.rng.randint(10, 99)} Euro."
    )
    paper.paragraph(
        "Verfügungsbeschränkungen sind nicht vermerkt. Die Auskunft erfolgt ohne Gewähr für die Zukunft."
    )
    paper.paragraph("Freundliche Grüße", after=0)
    signature(paper, case.rng)
    paper.line(f"{case.rng.choice(STAFF)}      ppa. {case.rng.choice(JUDGES).split()[-1]}")
    paper.line(f"Beleg {short(case.issued)}", size=7)
    return paper


@measured("arbeitsvertrag", "NB")
def aenderungsvertrag(case: Case) -> Paper:
    """A change to a contract: more hours and another place of work."""
    firm = case.rng.choice(EMPLOYERS)
    paper = Paper(points=11, left=26)
    paper.line("Änderungsvertrag zum Arbeitsvertrag", size=15, bold=True)
    paper.line(f"vom {german_long(case.earlier(300, 900))}", size=11)
    paper.gap(5)
    paper.paragraph(f"zwischen {firm} (Arbeitgeberin)", after=1)
    paper.paragraph(f"und {case.name}{case.born_phrase} (Beschäftigte Person)")
    for text in (
        f"1. Ab {german(case.later(5, 40))} beträgt die regelmäßige Wochenarbeitszeit 35 Stunden.",
        f"2. Das Monatsentgelt erhöht sich auf {case.rng.randint(2100, 2900)},00 Euro brutto. Es ist am Letzten fällig.",
        "3. Arbeitsort ist künftig die Niederlassung Musterau. Ein Einsatz an anderen Orten bleibt vorbehalten.",
        "4. Die Befristung entfällt; das Arbeitsverhältnis besteht auf unbestimmte Zeit.",
        "5. Der Fortbestand setzt voraus, dass eine Erlaubnis zur Erwerbstätigkeit vorliegt.",
        "6. Im Übrigen gelten die bisherigen Bedingungen weiter.",
    ):
        paper.paragraph(text, indent=4)
    place_and_date(paper, case, "Arbeitgeberin / beschäftigte Person")
    return paper


@measured("leistungsbescheid", "NB", digital=True)
def asylblg_bewilligung(case: Case) -> Paper:
    """Benefits for an asylum seeker with a calculation for a household of two."""
    kid = child(case)
    paper = Paper(points=10, left=24)
    paper.text(24, 18, "Kreis Beispielau", size=15, bold=True)
    paper.text(24, 23, "Fachdienst Soziales – Hilfen für Geflüchtete", size=9)
    block(paper, 24, 44, case.address)
    block(paper, 125, 44, (f"Kassenzeichen 50.3/{pattern('99999', case.rng)}", f"Auskunft: {case.rng.choice(STAFF)}", german(case.issued)), size=9)  # fmt: skip
    paper.y = 76
    paper.paragraph("Gewährung von Leistungen nach § 3 Asylbewerberleistungsgesetz", bold=True, after=1)
    paper.paragraph(f"{case.listed}{case.born_phrase}", bold=True, after=4)
    paper.paragraph(f"{case.salutation},")
    paper.paragraph(
        f"ab dem {german(case.later(1, 20))} erhalten Sie bis auf Weiteres monatlich folgende Beträge:"
    )
    first, second = case.rng.randint(390, 460), case.rng.randint(280, 330)
    paper.table(
        ("Person", "geb.", "notwendiger Bedarf", "persönlicher Bedarf", "Summe"),
        [
            (case.given[:18], case.born, f"{first - 180},00", "180,00", f"{first},00"),
            (kid.given, german(kid.born), f"{second - 120},00", "120,00", f"{second},00"),
        ],
        (4, 3, 4, 4, 2),
        numbers=(2, 3, 4),
        size=8.5,
    )
    paper.paragraph(
        "Die Auszahlung erfolgt auf Ihre Bezahlkarte. Krankenscheine stellt das Sozialamt vor dem Arztbesuch aus. Teilen Sie jede Änderung, insbesondere Arbeitsaufnahme oder Umzug, sofort mit."
    )
    paper.paragraph(
        "Widerspruch ist innerhalb eines Monats beim Kreisausschuss zulässig; er hat keine aufschiebende Wirkung.",
        size=9,
    )
    paper.line("Im Auftrag")
    signature(paper, case.rng)
    return paper


@measured("leistungsbescheid", "NB")
def buergergeld_bewilligung(case: Case) -> Paper:
    """Several pages of an employment agency: a household's sheet of calculation on the second."""
    partner, kid = spouse(case), child(case)
    paper = Paper(points=10, left=25)
    number = pattern("99999//9999999", case.rng)
    paper.running = f"BG-Nummer: {number}"
    block(paper, 25, 18, ("Jobcenter Landkreis Musterbach", "Bahnhofsvorplatz 3, 90900 Musterbach"), size=10, bold=1)  # fmt: skip
    block(paper, 25, 46, case.address)
    block(paper, 125, 46, ("Mein Zeichen: 621", f"BG-Nummer: {number}", f"Kundennummer: {pattern('999L999999', case.rng)}", f"Datum: {german_long(case.issued)}"), size=8.5)  # fmt: skip
    paper.y = 80
    paper.paragraph("Bewilligung von Leistungen zur Sicherung des Lebensunterhalts", bold=True, after=4)
    paper.paragraph(f"{case.salutation},")
    paper.paragraph(
        f"auf Ihren Antrag vom {german(case.earlier(15, 40))} bewillige ich für Sie und die mit Ihnen in Bedarfsgemeinschaft lebenden Personen Leistungen für die Zeit vom {german(case.later(1, 20))} bis {german(case.later(180, 200))}."
    )
    paper.paragraph(
        "Die Miete wird wunschgemäß an Ihren Vermieter überwiesen. Das anzurechnende Einkommen wurde vorläufig geschätzt; über den endgültigen Anspruch entscheide ich nach Vorlage der Abrechnungen."
    )
    paper.paragraph(
        "Sie sind verpflichtet, alle Änderungen mitzuteilen. Ein Antrag auf Weiterbewilligung ist rechtzeitig zu stellen. Gegen diesen Bescheid kann jede betroffene Person innerhalb eines Monats Widerspruch erheben."
    )
    paper.paragraph("Mit freundlichen Grüßen", after=0)
    paper.line("Ihr Jobcenter")
    paper.new_page()
    paper.line("Anlage: Berechnung der monatlichen Höhe", size=12, bold=True)
    paper.gap(3)
    paper.table(
        ("", case.given[:16], partner.given, kid.given),
        [
            ("Geburtsdatum", case.born, german(partner.born), german(kid.born)),
            ("Regelbedarf", "506,00", "506,00", "357,00"),
            ("Unterkunft und Heizung", "231,40", "231,40", "231,40"),
            ("abzüglich Kindergeld", "", "", "-250,00"),
            ("abzüglich Erwerbseinkommen", "-180,00", "-180,00", "-80,00"),
            ("Gesamt", "557,40", "557,40", "258,40"),
        ],
        (5, 3, 3, 3),
        numbers=(1, 2, 3),
        size=9,
    )
    return paper


@measured("einkommensnachweis", "NB")
def gehaltsmitteilung_datev(case: Case) -> Paper:
    """A pay slip packed with small boxes, the month in the title, the day of print at the edge."""
    person = case.person
    paper = Paper(points=8.5, left=14, right=14, top=12)
    month = case.earlier(1, 12)
    paper.line(f"Abrechnung der Brutto/Netto-Bezüge für {month:%m/%Y}", size=12, bold=True)
    paper.text(196, 16, f"{german(case.issued)}  Bl. 1", size=8, align="right")
    paper.gap(2)
    paper.boxes(("Pers.-Nr.", f"{case.rng.randint(100, 9999):05d}", 1), ("Geb.-Datum", case.born, 1), ("StKl", case.pick("1", "3", "4"), 1), ("Ki.Frbtr.", "1,0", 1), ("Konf.", "--", 1), ("SV-Nr.", pattern("99999999L999", case.rng), 2), ("Eintritt", short(case.earlier(400, 1500)), 1))  # fmt: skip
    block(paper, 14, 50, (case.rng.choice(EMPLOYERS), case.name, person.street, f"{case.site.postcode} {case.site.city}"), size=9.5, bold=0)  # fmt: skip
    paper.y = 74
    gross = case.rng.randint(1700, 3900)
    net = gross * 66 // 100
    paper.table(
        ("Lohnart", "Bezeichnung", "Menge", "Faktor", "Betrag"),
        [
            ("1000", "Grundlohn", "", "", f"{gross - 120},00"),
            ("1205", "Nachtzuschlag 25 %", "24,00", "5,00", "120,00"),
            ("", "Gesamt-Brutto", "", "", f"{gross},00"),
            ("", "Lohnsteuer", "", "", f"-{gross // 10},00"),
            ("", "KV / RV / AV / PV", "", "", f"-{gross // 5},00"),
            ("", "Netto-Verdienst", "", "", f"{net},00"),
            ("9020", "Vorschuss", "", "", "-100,00"),
            ("", "Auszahlungsbetrag", "", "", f"{net - 100},00"),
        ],
        (1, 5, 2, 2, 2),
        numbers=(2, 3, 4),
        size=8.5,
    )
    paper.line(f"Überweisung auf {iban(case.rng)}", size=8.5)
    paper.line("Resturlaub 11,0 Tage. Diese Entgeltbescheinigung entspricht § 108 GewO.", size=7.5)
    return paper
