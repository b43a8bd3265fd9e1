"""Layouts of this round: what somebody lives on and who insures or vouches for them."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, birth_text, german, german_long
from tests.samples.documents.fresh.heads import ending, fresh, sheet_centred, sheet_with_column
from tests.samples.documents.letter import place_and_date, signature
from tests.samples.documents.measured.heads import rows
from tests.samples.documents.measured.parts import abbreviated, block, child, spouse
from tests.samples.names import STAFF
from tests.samples.numbers import iban, insurance_number, pattern
from tests.samples.paper import Paper
from tests.samples.sheet import Frame, Stroke


@fresh("verpflichtungserklaerung", "NBD", two_persons=True)
def verpflichtung_bundesdruckerei(case: Case) -> Paper:
    """The numbered form on secure paper: the host in the upper half, the guest in the lower one."""
    person, host = case.person, case.other
    name = f"{host.family_name}, {host.given_names}" if host else "Gastgeberin, Muster Hanna"
    born = birth_text(host.birth_date) if host else "17.05.1971"
    paper = Paper(points=9.5, left=20, right=18, top=14)
    paper.text(192, 18, pattern("L 99999999", case.rng), size=12, family="mono", align="right")
    paper.line("Bundesrepublik Deutschland", size=9)
    paper.line("Verpflichtungserklärung", size=16, bold=True)
    paper.line("Formal Obligation    § 68 in Verbindung mit §§ 66 und 67 des Aufenthaltsgesetzes", size=8.5)
    paper.gap(3)
    paper.line("Ich, der/die Unterzeichnende", size=9, bold=True)
    paper.boxes(("Name, Vorname(n)", name, 2), ("Geburtstag und -ort", f"{born} Musterhausen", 2), family="wide")  # fmt: skip
    paper.boxes(("Staatsangehörigkeit", "deutsch" if not host else host.origin.adjective, 1), ("Identitätsdokument", "Personalausweis", 1), ("Wohnhaft in", f"{case.site.city}, Demoring 5", 2))  # fmt: skip
    paper.boxes(("Beruf", "Angestellte/r", 1), ("Arbeitgeber", "Beispiel Logistik GmbH & Co. KG", 2), ("Einkommen netto", f"{case.rng.randint(22, 44)}00 €", 1))  # fmt: skip
    paper.gap(2)
    paper.line("verpflichte mich gegenüber der Ausländerbehörde, für", size=9, bold=True)
    paper.boxes(("Name, Vorname(n)", case.listed, 2), ("Geburtstag und -ort", " ".join(filter(None, (case.born, person.birth_place))), 2), family="wide")  # fmt: skip
    paper.boxes(("Staatsangehörigkeit", person.origin.adjective, 1), ("Reisepass-Nr.", person.passport_number, 1), ("Wohnhaft in", f"{person.birth_place}, {person.origin.country}", 2))  # fmt: skip
    paper.boxes(
        ("Verwandtschaft", "Schwager / Schwägerin", 1), ("Begleitender Ehegatte", "–", 1), ("Kinder", "–", 1)
    )
    paper.gap(2)
    paper.paragraph(f"vom {german(case.later(20, 40))} bis zur Beendigung des Aufenthalts oder bis zur Erteilung eines Titels zu anderem Zweck, längstens fünf Jahre, die Kosten für den Lebensunterhalt und die Ausreise zu tragen. Dazu gehören Ernährung, Wohnung, Versorgung bei Krankheit und Pflege.")  # fmt: skip
    paper.paragraph("Ich wurde über den Umfang der Haftung und die Vollstreckbarkeit belehrt. Meine Angaben sind vollständig; unrichtige Angaben sind strafbar.", size=8.5)  # fmt: skip
    place_and_date(paper, case, "Unterschrift der verpflichteten Person")
    paper.gap(3)
    paper.put(Frame(x=20, y=paper.y, width=172, height=34))
    block(paper, 22, paper.y + 5, ("Stellungnahme der Behörde", "Die Unterschrift wurde hier vollzogen. Die Leistungsfähigkeit ist nachgewiesen.", f"Im Auftrag {case.clerk}          Gebühr 29,00 €"), size=9, step=6)  # fmt: skip
    paper.stamp(140, paper.y + 12, case.site.city, "Dienstsiegel 2", angle=case.rng.uniform(-8, 8), size=9)
    return paper


@fresh("leistungsbescheid", "NB", digital=True)
def jobcenter_aenderungsbescheid(case: Case) -> Paper:
    """A changed decision of the job centre: numbers of the household, table of months, page two."""
    kid = child(case)
    paper = sheet_with_column(
        ("Jobcenter Musterstadt", "Leistungsabteilung 412", "Postanschrift: Jobcenter, 65000 Wiesbaden", "Prüfgasse 40"),
        case.address,
        (f"Mein Zeichen: 412.{case.rng.randint(1, 9)}", f"BG-Nummer: {pattern('99999//9999999', case.rng)}", f"Kundennummer: {pattern('999L999999', case.rng)}", f"Name: {case.rng.choice(STAFF)}", f"Datum: {german(case.issued)}"),
    )  # fmt: skip
    paper.running = "BG-Nummer wie Seite 1"
    paper.paragraph("Änderungsbescheid über Leistungen zur Sicherung des Lebensunterhalts nach dem SGB II (Bürgergeld)", bold=True, after=4)  # fmt: skip
    paper.paragraph(f"{case.salutation},")
    paper.paragraph(f"der Bescheid vom {german(case.earlier(30, 150))} wird aufgehoben, soweit er diesem entgegensteht. Ihnen und den mit Ihnen in Bedarfsgemeinschaft lebenden Personen werden Leistungen in folgender Höhe bewilligt:")  # fmt: skip
    total = case.rng.randint(900, 1500)
    first = case.later(1, 28)
    paper.table(
        ("Person", "geboren am", "Regelbedarf €", "Unterkunft €", "gesamt €"),
        [
            (case.listed, case.born, "563,00", f"{total - 700},00", f"{total - 137},00"),
            (kid.listed, german(kid.born), "357,00", "210,00", "567,00"),
        ],
        (5, 3, 3, 3, 3),
        numbers=(2, 3, 4),
        size=8.5,
    )
    paper.paragraph(
        f"Der Bewilligungszeitraum reicht vom 01.{first:%m.%Y} bis {german(case.later(180, 360))}."
    )
    paper.paragraph("Grund der Änderung: Das Einkommen aus der Nebenbeschäftigung hat sich vermindert; die Mieterhöhung wurde anerkannt. Freibeträge nach § 11b SGB II sind abgesetzt.")  # fmt: skip
    paper.paragraph("Die Leistungen werden auf das bekannte Konto gezahlt. Während des Bezugs sind Sie kranken- und pflegeversichert.")  # fmt: skip
    paper.heading("Ihre Pflichten")
    paper.paragraph("Teilen Sie Umzug, Arbeitsaufnahme, Einkommen und Reisen unverzüglich mit. Der Aufenthaltstitel ist nach jeder Verlängerung vorzulegen.")  # fmt: skip
    paper.new_page()
    paper.heading("Rechtsbehelfsbelehrung")
    paper.paragraph("Gegen diesen Bescheid kann jede betroffene Person innerhalb eines Monats nach Bekanntgabe Widerspruch beim oben genannten Jobcenter erheben.")  # fmt: skip
    paper.line("Mit freundlichen Grüßen")
    paper.line("Im Auftrag")
    paper.line(case.rng.choice(STAFF).split()[-1])
    return paper


@fresh("leistungsbescheid", "NB")
def wohngeld_bewilligung(case: Case) -> Paper:
    """The town's housing benefit decision: short, with a table of the reckoning."""
    paper = sheet_centred(
        ("Magistrat der Stadt Beispielhofen", "Wohngeldbehörde", "Rathausgasse 2"),
        case.address,
        f"Wohngeldnummer {pattern('99 999 999999', case.rng)}   Beispielhofen, {german(case.issued)}",
        family="sans",
        points=10.5,
    )
    paper.paragraph("Bescheid über die Bewilligung von Wohngeld (Mietzuschuss)", bold=True, after=3)
    paper.paragraph(f"auf Ihren Antrag vom {german(case.earlier(20, 120))}")
    rows(paper, (("Wohngeldberechtigt", case.listed), ("geboren am", case.born), ("Haushaltsmitglieder", str(case.rng.randint(2, 5))), ("Bewilligungszeitraum", f"{german(case.earlier(5, 15))} bis {german(case.later(330, 360))}")), column=50)  # fmt: skip
    paper.table(
        ("Berechnung", "EUR"),
        [
            ("monatliches Gesamteinkommen", f"{case.rng.randint(14, 19)}80,00"),
            ("zu berücksichtigende Miete", f"{case.rng.randint(5, 8)}40,00"),
            ("Entlastung Heizkosten, Klimakomponente", "136,60"),
            ("Wohngeld monatlich", f"{case.rng.randint(120, 420)},00"),
        ],
        (5, 2),
        numbers=(1,),
        size=10,
    )
    paper.paragraph("Das Wohngeld wird monatlich im Voraus überwiesen. Eine Verringerung der Miete um mehr als 15 Prozent ist anzuzeigen (§ 27 WoGG).")  # fmt: skip
    paper.paragraph("Gegen diesen Bescheid ist innerhalb eines Monats der Widerspruch zulässig.")
    ending(paper, case, "Im Auftrag", case.rng.choice(STAFF))
    return paper


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
