"""Layouts of this round: proofs of insurance and of money."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.fresh.heads import ending, fresh
from tests.samples.documents.letter import signature
from tests.samples.documents.measured.heads import rows
from tests.samples.documents.measured.parts import abbreviated, block, child, spouse
from tests.samples.names import STAFF
from tests.samples.numbers import iban, insurance_number, pattern
from tests.samples.paper import Paper
from tests.samples.sheet import Stroke


@fresh("krankenversicherungsnachweis", "NB", digital=True)
def mitgliedschaft_zur_vorlage(case: Case) -> Paper:
    """A sickness fund's letter for presentation at authorities: member since, number, no signature."""
    paper = Paper(points=11, left=25, right=25)
    block(paper, 185, 22, ("Mustermed", "DIE GESUNDHEITSKASSE"), size=14, step=6, bold=1, align="right")
    block(paper, 25, 46, ("Mustermed · 64200 Darmstadt",), size=7)
    block(paper, 25, 52, case.address)
    block(paper, 132, 52, ("Servicezentrum Süd", "Telefon 0800 0000000", "service@example.org", f"Unser Zeichen: KV {pattern('999', case.rng)}", german_long(case.issued)), size=9)  # fmt: skip
    paper.y = 96
    paper.paragraph("Mitgliedsbescheinigung zur Vorlage bei Behörden", bold=True, after=4)
    paper.paragraph(f"{case.salutation},")
    paper.paragraph(f"gern bescheinigen wir, dass für Sie seit dem {german(case.earlier(100, 2200))} bei uns eine Mitgliedschaft in der gesetzlichen Kranken- und Pflegeversicherung besteht.")  # fmt: skip
    rows(paper, (("Versicherte Person", case.name), ("Geburtsdatum", case.born), ("Krankenversichertennummer", insurance_number(case.rng)), ("Art der Versicherung", "Pflichtmitglied (Beschäftigung)"), ("Mitversichert", child(case).name)), column=62)  # fmt: skip
    paper.paragraph("Die Versicherung umfasst den Leistungsumfang nach dem Fünften Buch Sozialgesetzbuch und ist zeitlich nicht begrenzt, solange die Voraussetzungen vorliegen. Beitragsrückstände bestehen nicht.")  # fmt: skip
    paper.paragraph("Freundliche Grüße", after=1)
    paper.paragraph("Ihre Mustermed", after=4)
    paper.paragraph("Dieses Schreiben wurde maschinell erstellt und gilt ohne Unterschrift.", size=8.5)
    return paper


@fresh("krankenversicherungsnachweis", "NB")
def bescheinigung_betriebskasse(case: Case) -> Paper:
    """Half a sheet, one sentence about family insurance through the spouse, stamp of the branch."""
    main = spouse(case)
    paper = Paper(size=(210.0, 148.0), points=10, left=22, right=22, top=14, bottom=10)
    paper.line("BKK Beispielwerke", size=14, bold=True)
    paper.line("Körperschaft des öffentlichen Rechts", size=8)
    paper.text(188, 18, abbreviated(case.issued), align="right")
    paper.gap(8)
    paper.line("Versicherungsbescheinigung", size=13, bold=True)
    paper.gap(3)
    paper.paragraph(f"Wir bestätigen, dass {case.name}{case.born_phrase}, über die Mitgliedschaft von {main.name}, geb. {german(main.born)}, beitragsfrei familienversichert ist (§ 10 SGB V).")  # fmt: skip
    rows(paper, (("Versichertennummer", insurance_number(case.rng)), ("Beginn", german(case.earlier(200, 900))), ("Ende", "nicht vorgesehen")), column=45)  # fmt: skip
    paper.paragraph("Die Bescheinigung dient zur Vorlage bei der Ausländerbehörde.")
    signature(paper, case.rng)
    paper.line(f"i. A. {case.rng.choice(STAFF)}, Kundenberatung", size=9)
    paper.stamp(
        140, 105, "BKK Beispielwerke", "Geschäftsstelle Kassel", angle=case.rng.uniform(-6, 6), size=8
    )
    return paper


@fresh("finanznachweis", "N", digital=True)
def girokonto_auszug_monat(case: Case) -> Paper:
    """A monthly statement of account: number of the statement, balance, entries with two dates."""
    paper = Paper(points=9, left=20, right=18)
    block(paper, 20, 20, ("Sparkasse Musterland",), size=14, bold=1)
    block(paper, 20, 44, case.address, size=10)
    block(paper, 130, 20, (f"Kontoauszug {case.issued.month}/{case.issued:%Y}", "Blatt 1 von 1", "Girokonto Klassik", f"IBAN {iban(case.rng)}", f"erstellt am {german(case.issued)}"), size=9)  # fmt: skip
    paper.y = 76
    entries = []
    for number, (text, amount) in enumerate(
        (
            ("Lohn/Gehalt Beispiel Logistik GmbH", f"{case.rng.randint(1500, 2400)},17 +"),
            ("Dauerauftrag Miete Hausbesitz Immobilien", "640,00 -"),
            ("Lastschrift Stadtwerke Abschlag", "78,00 -"),
            ("Kartenzahlung Lebensmittelmarkt 14", "36,82 -"),
            ("Überweisung an Probina Testhuber, Unterhalt", "150,00 -"),
            ("Gutschrift Familienkasse Kindergeld", "250,00 +"),
            ("Bargeldauszahlung Automat 3", "200,00 -"),
            ("Lastschrift Mobilfunk", "19,99 -"),
        )
    ):
        day = case.earlier(29 - 3 * number, 30 - 3 * number)
        entries.append((f"{day:%d.%m.}", f"{day:%d.%m.}", text, amount))
    paper.table(("Buchung", "Wert", "Erläuterung", "Betrag EUR"), entries, (2, 2, 9, 3), numbers=(3,))
    paper.line(f"Neuer Kontostand vom {german(case.issued)}: {case.rng.randint(200, 4000)},{case.rng.randint(10, 99)} EUR +", bold=True, align="right")  # fmt: skip
    paper.gap(4)
    paper.line("Bitte prüfen Sie die Buchungen. Guthaben sind nach dem Einlagensicherungsgesetz geschützt.", size=7.5)  # fmt: skip
    return paper


@fresh("finanznachweis", "NBD", digital=True)
def sperrkonto_bestaetigung(case: Case) -> Paper:
    """A provider confirms a blocked account for students, in English and German."""
    person = case.person
    paper = Paper(points=10.5, left=25, right=25)
    block(
        paper,
        105,
        24,
        ("ProbeBank Study GmbH", "Beispielkai 7 · 20000 Hamburg"),
        size=11,
        bold=1,
        align="center",
    )
    paper.put(Stroke(points=((25, 34), (185, 34)), width=0.6, ink=(60, 120, 90)))
    paper.y = 42
    paper.line(f"Hamburg, {german_long(case.issued)}", align="right")
    paper.gap(5)
    paper.line("Sperrkontobestätigung / Blocked Account Confirmation", size=13, bold=True)
    paper.gap(4)
    rows(paper, (("Account holder / Kontoinhaber", case.name), ("Date of birth / Geburtsdatum", case.born), ("Passport number / Passnummer", person.passport_number), ("IBAN", iban(case.rng)), ("Blocked amount / Sperrbetrag", "11.904,00 EUR"), ("Monthly payout / Auszahlung", "992,00 EUR"), ("Beneficiary / Sperrvermerk zugunsten", "Bundesrepublik Deutschland")), column=72)  # fmt: skip
    paper.paragraph("We confirm that the above amount has been credited and is blocked according to § 2 (3) AufenthG. It can only be released in monthly instalments after arrival, or with the consent of the competent authority.")  # fmt: skip
    paper.paragraph(
        "Die Auflösung des Kontos vor Ablauf eines Jahres bedarf der Zustimmung der Ausländerbehörde."
    )
    ending(paper, case, "Customer Operations", case.rng.choice(STAFF))
    return paper
