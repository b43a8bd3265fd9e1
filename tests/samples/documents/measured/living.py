"""Measured layouts of the sections Lebensunterhalt and Wohnen."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from datetime import timedelta

from tests.samples.documents.case import Case, birth_text, german, german_long
from tests.samples.documents.letter import place_and_date
from tests.samples.documents.measured.heads import banner, measured, office_right, rows
from tests.samples.names import STAFF
from tests.samples.numbers import iban, insurance_number, pattern
from tests.samples.paper import Paper


@measured("verpflichtungserklaerung", "NB", two_persons=True)
def zusage_kosten_auslg(case: Case) -> Paper:
    """The older sponsor's declaration under § 84 AuslG, in running text."""
    host = case.other
    sponsor = (
        f"{host.given_names} {host.family_name}, geb. am {birth_text(host.birth_date)}"
        if host
        else "Robin Gastgebermann, geb. am 19.09.1972"
    )
    paper = Paper(points=11, family="serif")
    paper.line("Verpflichtung zur Übernahme der Kosten des Lebensunterhalts", size=14, bold=True)
    paper.line("(§ 84 des Ausländergesetzes)", size=10)
    paper.gap(5)
    paper.paragraph(
        f"Ich, {sponsor}, wohnhaft in {case.site.city}, verpflichte mich gegenüber der Ausländerbehörde, für folgende Person aufzukommen:"
    )
    rows(
        paper,
        (
            ("Name", case.family),
            ("Vorname", case.given),
            ("geb. am", case.born),
            ("Staatsangehörigkeit", case.person.origin.adjective),
            ("Zweck", "Besuchsaufenthalt, 90 Tage"),
        ),
    )
    paper.paragraph(
        "Ich habe sämtliche öffentlichen Mittel zu erstatten, die für den Lebensunterhalt einschließlich der Versorgung mit Wohnraum und der Versorgung im Krankheitsfall aufgewendet werden. Die Bonität wurde glaubhaft gemacht."
    )
    place_and_date(paper, case, "Unterschrift des Gastgebers")
    return paper


@measured("leistungsbescheid", "NB", digital=True)
def kindergeld_festsetzung(case: Case) -> Paper:
    paper = banner(
        case,
        "Bundesagentur für Arbeit – Familienkasse Hessen",
        ("Postfach 00 00", "60000 Frankfurt am Main"),
        (("Kindergeld-Nr.", pattern("999FK999999", case.rng)), ("Durchwahl", "0800 00000")),
    )
    paper.paragraph("Festsetzung von Kindergeld nach dem Einkommensteuergesetz", bold=True)
    paper.paragraph(f"Berechtigte Person: {case.name}{case.born_phrase}")
    paper.paragraph(f"{case.salutation},")
    paper.paragraph(
        f"auf Ihren Antrag wird für das Kind Lio Kindermann, geb. am 02.02.2018, ab {german(case.earlier(40, 90))} Kindergeld in Höhe von 250,00 Euro monatlich festgesetzt. Die Zahlung erfolgt auf das von Ihnen angegebene Konto."
    )
    paper.paragraph(
        "Gegen diesen Bescheid ist der Einspruch statthaft. Änderungen in den Verhältnissen sind unverzüglich anzuzeigen, insbesondere der Wegfall des Aufenthaltsrechts."
    )
    paper.line("Ihre Familienkasse")
    return paper


@measured("krankenversicherungsnachweis", "NB", digital=True)
def versicherung_student(case: Case) -> Paper:
    paper = office_right(
        case,
        ("Beispiel BKK", "Kundencenter Hochschulen", "35000 Gießen"),
        case.address,
        day=f"Datum {german(case.issued)}",
    )
    paper.paragraph("Bestätigung Ihres Versicherungsschutzes", bold=True)
    paper.paragraph(f"Guten Tag {case.name},")
    paper.paragraph(
        "gern bestätigen wir Ihnen zur Vorlage bei Behörden, dass Sie bei unserer Kranken- und Pflegekasse versichert sind."
    )
    rows(
        paper,
        (
            ("Versicherte Person", case.name),
            ("Geburtsdatum", case.born),
            ("KV-Nummer", insurance_number(case.rng)),
            ("Mitglied seit", german(case.earlier(90, 800))),
            ("Status", "pflichtversichert als Student/in"),
        ),
    )
    paper.paragraph("Der Schutz besteht unbefristet, solange die Voraussetzungen vorliegen.")
    paper.line("Freundliche Grüße – Ihr Team der Beispiel BKK")
    return paper


@measured("wohnraumnachweis", "N")
def untermiete_vereinbarung(case: Case) -> Paper:
    """A one-page sublease between private persons."""
    paper = Paper(points=11)
    paper.line("Untermietvertrag", size=16, bold=True)
    paper.gap(3)
    paper.paragraph(f"Hauptmieter: Frau Paula Vermietmann, {case.site.city}", after=1)
    paper.paragraph(f"Untermieter/in: {case.name}, zuletzt wohnhaft {case.person.street}")
    for number, text in enumerate((f"Überlassen wird ein möbliertes Zimmer von {case.rng.randint(11, 22)} m² mit Mitbenutzung von Küche und Bad.", f"Das Untermietverhältnis beginnt am {german(case.later(2, 30))} und läuft auf unbestimmte Zeit.", f"Die Miete beträgt {case.rng.randint(280, 520)} Euro warm, zahlbar bis zum dritten Werktag.", "Die Kaution in Höhe von zwei Monatsmieten ist bei Einzug fällig.", "Die Kündigungsfrist beträgt drei Monate. Der Vermieter hat der Untervermietung zugestimmt."), 1):  # fmt: skip
        paper.paragraph(f"§ {number}  {text}")
    place_and_date(paper, case, "Hauptmieterin       Untermieter/in")
    return paper


@measured("leistungsbescheid", "NB", digital=True)
def rentenbescheid(case: Case) -> Paper:
    paper = banner(
        case,
        "Deutsche Rentenversicherung Hessen",
        ("Leistungsabteilung", "60000 Frankfurt am Main"),
        (("Versicherungsnummer", pattern("99 999999 L 999", case.rng)),),
    )
    paper.paragraph("Bescheid über Rente wegen voller Erwerbsminderung", bold=True)
    paper.paragraph(f"{case.salutation},", after=1)
    paper.paragraph(
        f"auf Ihren Antrag erhalten Sie, geboren am {case.born}, von uns ab {german(case.earlier(20, 60))} eine monatliche Rente."
        if case.born
        else "auf Ihren Antrag erhalten Sie von uns eine monatliche Rente."
    )
    paper.table(
        ("Zahlbetrag", "EUR"),
        [("Rente brutto", "711,40"), ("Beitrag Krankenversicherung", "-57,98"), ("Auszahlung", "653,42")],
        (4, 2),
        numbers=(1,),
    )
    paper.paragraph(
        "Der Rentenanspruch ist befristet und endet mit dem Monat, in dem die Regelaltersgrenze erreicht wird."
    )
    paper.paragraph(
        f"Die Nachzahlung wird bis zum {german(case.issued + timedelta(days=30))} angewiesen. Widerspruch ist innerhalb eines Monats möglich."
    )
    return paper


@measured("wohnraumnachweis", "NB")
def bestaetigung_unterkunft(case: Case) -> Paper:
    """A caretaker's certificate for a shared accommodation."""
    paper = Paper(points=11)
    paper.line("Gemeinschaftsunterkunft Beispielweg – Heimleitung", size=12, bold=True)
    paper.gap(8)
    paper.line("Wohnbestätigung", size=15, bold=True)
    paper.gap(3)
    paper.paragraph(
        f"Hiermit bestätigen wir, dass {case.honorific} {case.name}{case.born_phrase} in unserer Unterkunft wohnhaft ist. Das Zimmer hat eine Größe von 14 qm und wird von zwei Personen bewohnt. Die Nutzungsgebühr trägt der Kreis."
    )
    paper.gap(6)
    paper.line(f"{case.site.city}, {german_long(case.issued)}")
    paper.line(case.rng.choice(STAFF))
    return paper


@measured("finanznachweis", "N", digital=True)
def umsatzliste(case: Case) -> Paper:
    """A printout of online banking."""
    paper = Paper(points=9)
    paper.line("Online-Banking · Beispielsparkasse", size=11)
    paper.line(f"Umsätze der letzten 30 Tage – Stand {german(case.issued)}", size=12, bold=True)
    paper.line(f"Kontoinhaber: {case.name}    Girokonto {iban(case.rng)}", size=9)
    paper.gap(2)
    paper.table(("Wertstellung", "Empfänger / Auftraggeber", "Betrag"), [(german(case.issued - timedelta(days=2 * n + 1)), case.pick("Supermarkt", "Lohn Musterhof GmbH", "Stadtwerke", "Miete", "Mobilfunk"), f"{case.rng.randint(-400, 1900)},00 EUR") for n in range(12)], (2, 6, 2), numbers=(2,))  # fmt: skip
    paper.line("Verfügbarer Betrag: 1.204,17 EUR", size=9, bold=True)
    return paper
