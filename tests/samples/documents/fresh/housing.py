"""Layouts of this round: where somebody lives."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.fresh.heads import ending, fresh
from tests.samples.documents.letter import place_and_date, signature
from tests.samples.documents.measured.heads import rows
from tests.samples.documents.measured.parts import block, child, spouse
from tests.samples.names import LANDLORDS, STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import Stroke


@fresh("meldebescheinigung", "NB")
def amtliche_meldebestaetigung_anmeldung(case: Case) -> Paper:
    """The slip a resident takes home after registering: both dwellings, persons, no signature."""
    person, kid = case.person, child(case)
    paper = Paper(points=10, left=20, right=20, top=16)
    block(paper, 20, 20, (case.site.title, "Bürgerbüro Mitte", "Beispielplatz 6"), size=9.5, bold=1)
    block(
        paper,
        190,
        20,
        (f"Datum {german(case.issued)}", f"Platz {case.rng.randint(1, 14)}"),
        size=9,
        align="right",
    )
    paper.y = 42
    paper.line("Amtliche Meldebestätigung", size=15, bold=True)
    paper.line("für die Anmeldung (§ 24 Abs. 2 Bundesmeldegesetz)", size=9.5)
    paper.gap(5)
    paper.table(
        ("Neue Wohnung", "Bisherige Wohnung"),
        [
            (person.street, "Vorlagenweg 77"),
            (f"{case.site.postcode} {case.site.city}", "35000 Gießen"),
            (f"Einzug am {german(case.earlier(1, 13))}", "Auszug gleicher Tag"),
            ("alleinige Wohnung", ""),
        ],
        (1, 1),
        size=10,
    )
    paper.table(
        ("Nr.", "Familienname, Vornamen", "Geburtsdatum", "Geschl.", "Staatsang."),
        [
            ("1", case.listed, case.born, person.sex, person.origin.adjective),
            ("2", kid.listed, german(kid.born), "W", person.origin.adjective),
        ],
        (1, 6, 3, 1.5, 3),
        size=9.5,
    )
    paper.paragraph("Die Wohnungsgeberbestätigung hat vorgelegen. Diese Bestätigung wurde mit Hilfe elektronischer Einrichtungen erstellt und ist ohne Unterschrift gültig.", size=9)  # fmt: skip
    return paper


@fresh("meldebescheinigung", "NBF", digital=True)
def mitteilung_wegzug_meldebehoerde(case: Case) -> Paper:
    """The registry tells the immigration authority that somebody has been struck off as gone."""
    person = case.person
    paper = Paper(points=10, family="mono", left=22, right=18)
    for line in ("Datenübermittlung aus dem Melderegister", f"Absender: Einwohnermeldeamt {case.site.city}", f"Empfänger: {case.site.office}", f"Erstellt: {german(case.issued)}  06:14 Uhr", f"Kassenzeichen/Az. Empfänger: {person.file_number}"):  # fmt: skip
        paper.line(line)
    paper.gap(4)
    paper.line("ANLASS: Abmeldung von Amts wegen (nach unbekannt)", bold=True)
    paper.rule()
    rows(paper, (("Familienname", case.family), ("Vornamen", case.given), ("Geburtsdatum", case.born), ("Geburtsort", person.birth_place), ("Staatsangeh.", person.origin.adjective), ("Letzte Anschrift", person.street), ("Auszug", german(case.earlier(20, 90))), ("Neue Anschrift", "unbekannt"), ("Familienstand", "ledig")), column=50)  # fmt: skip
    paper.rule()
    paper.paragraph("Übermittelt nach § 72 der Aufenthaltsverordnung. Rückfragen an das Bürgerbüro.")
    return paper


@fresh("wohnraumnachweis", "N")
def mietvertrag_hausverwaltung(case: Case) -> Paper:
    """A property manager's lease over two sides, particulars in a table, numbered clauses."""
    partner = spouse(case)
    paper = Paper(points=10, left=22, right=20, top=16)
    paper.running = "Mietvertrag über Wohnraum"
    paper.line("Mietvertrag über Wohnraum", size=16, bold=True)
    paper.gap(3)
    paper.table(
        ("Vermieter", "Mieter"),
        [
            (case.rng.choice(LANDLORDS), case.name),
            ("vertreten durch Probehaus Verwaltung KG", partner.name),
            ("Schablonenstraße 12, 65000 Wiesbaden", f"zurzeit {case.person.street}"),
        ],
        (1, 1),
        size=9.5,
    )
    rent = case.rng.randint(480, 930)
    paper.table(
        ("Mietobjekt", ""),
        [
            ("Lage", f"Prüfgasse {case.rng.randint(1, 90)}, {case.site.city}, 1. OG Mitte"),
            ("Räume / Fläche", f"{case.rng.randint(2, 4)} Zimmer, Küche, Bad, Balkon / {case.rng.randint(42, 95)} m²"),
            ("Nettomiete", f"{rent},00 €"),
            ("Betriebskosten / Heizung", f"{case.rng.randint(90, 160)},00 € / {case.rng.randint(70, 120)},00 €"),
            ("Kaution", f"{rent * 3},00 €"),
            ("Mietbeginn", german(case.later(10, 60))),
            ("Personenzahl", str(case.rng.randint(2, 5))),
        ],
        (2, 5),
        size=9.5,
    )  # fmt: skip
    for number, text in enumerate(
        (
            "Das Mietverhältnis läuft auf unbestimmte Zeit. Die Kündigung bedarf der Schriftform.",
            "Die Miete ist spätestens am dritten Werktag eines Monats kostenfrei zu überweisen.",
            "Über die Betriebskosten wird jährlich abgerechnet; der Abrechnungszeitraum ist das Kalenderjahr.",
            "Veränderungen der Mietsache und das Anbringen von Antennen bedürfen der Zustimmung.",
            "Eine Untervermietung ist nur mit Erlaubnis gestattet.",
            "Der Mieter hat Schäden unverzüglich anzuzeigen. Kleinreparaturen bis 90 € trägt der Mieter.",
            "Bei Auszug sind die Räume besenrein mit allen Schlüsseln zurückzugeben.",
        ),
        1,
    ):
        paper.paragraph(f"{number}. {text}", after=1.5)
    paper.new_page()
    paper.paragraph("Anlagen: Hausordnung, Energieausweis, Übergabeprotokoll.")
    place_and_date(paper, case, "für den Vermieter")
    paper.gap(8)
    signature(paper, case.rng, x=112)
    signature(paper, case.rng, x=112)
    paper.put(Stroke(points=((110, paper.y), (172, paper.y)), width=0.15))
    paper.text(110, paper.y + 4, "Mieter", size=7.5)
    return paper


@fresh("wohnraumnachweis", "NB")
def unterkunft_gemeinschaft_bescheinigung(case: Case) -> Paper:
    """The social service certifies a place in shared accommodation, with the fee for its use."""
    paper = Paper(points=10.5, left=25, right=22)
    block(
        paper,
        25,
        20,
        ("Landkreis Probenau", "Fachdienst Migration – Unterbringung", "Testallee 2"),
        size=10,
        bold=1,
    )
    paper.text(188, 20, german_long(case.issued), size=10, align="right")
    paper.y = 48
    paper.line("Wohnraumbescheinigung", size=15, bold=True)
    paper.line(f"Einweisungsnummer {pattern('GU-99-9999', case.rng)}", size=9.5)
    paper.gap(4)
    rows(paper, (("Untergebracht ist", case.name), ("geboren am", case.born), ("Unterkunft", f"{case.person.street}, {case.site.city}"), ("Zimmer / Betten", f"{case.rng.randint(1, 40)} / {case.rng.randint(2, 4)}"), ("seit", german(case.earlier(40, 900))), ("Nutzungsgebühr", f"{case.rng.randint(180, 390)},00 € monatlich")), column=50)  # fmt: skip
    paper.paragraph("Die Nutzung erfolgt auf öffentlich-rechtlicher Grundlage; ein Mietvertrag besteht nicht. Die Gebühr umfasst Heizung, Wasser und Strom.")  # fmt: skip
    paper.line("Im Auftrag")
    ending(paper, case, case.rng.choice(STAFF))
    paper.stamp(
        130, paper.y - 24, "Landkreis Probenau", "FD Migration", angle=case.rng.uniform(-7, 7), size=9
    )
    return paper


@fresh("wohnraumnachweis", "N")
def wohnungsgeberbestaetigung_kurz(case: Case) -> Paper:
    """A private landlady's confirmation, half a sheet, names of three tenants."""
    paper = Paper(size=(210.0, 148.0), points=10, left=20, right=20, top=14, bottom=10)
    paper.line("Wohnungsgeberbestätigung nach § 19 Bundesmeldegesetz", size=13, bold=True)
    paper.gap(3)
    paper.boxes(
        ("Name und Anschrift des Wohnungsgebers", "Erika Vermietmann, Beispielweg 3, 34000 Kassel", 1)
    )
    paper.boxes(("Wohnung", f"{case.person.street}, {case.site.city}", 2), ("Einzug am", german(case.earlier(1, 12)), 1))  # fmt: skip
    paper.boxes(("1. Person", case.name, 1), ("2. Person", spouse(case).name, 1), ("3. Person", child(case).name, 1), family="wide")  # fmt: skip
    paper.ticks(("Der Wohnungsgeber ist Eigentümer", True), ("nicht Eigentümer", False))
    paper.gap(3)
    paper.line(f"Kassel, {german(case.issued)}")
    ending(paper, case, "Unterschrift Wohnungsgeber/in")
    return paper
