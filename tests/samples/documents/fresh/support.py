"""Layouts of this round: who vouches for somebody, and benefits."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, birth_text, german
from tests.samples.documents.fresh.heads import ending, fresh, sheet_centred, sheet_with_column
from tests.samples.documents.letter import place_and_date
from tests.samples.documents.measured.heads import rows
from tests.samples.documents.measured.parts import block, child
from tests.samples.names import STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import Frame


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


@fresh("verpflichtungserklaerung", "NB", two_persons=True)
def verpflichtung_merkblatt_erklaerung(case: Case) -> Paper:
    """What a host declares before signing the form: income, dwelling, family; the guest in one box."""
    person, host = case.person, case.other
    name = f"{host.family_name}, {host.given_names}" if host else "Bürgmann, Vorlagus"
    born = birth_text(host.birth_date) if host else "23.03.1968"
    paper = Paper(points=10, left=22, right=20, top=16)
    paper.line(f"{case.site.title} – {case.site.office}", size=9.5)
    paper.gap(3)
    paper.line("Angaben zur Verpflichtungserklärung", size=15, bold=True)
    paper.line("nach §§ 66 bis 68 Aufenthaltsgesetz (Besuch bis 90 Tage)", size=9.5)
    paper.gap(3)
    paper.boxes(("Gastgeber: Name, Vorname", name, 2), ("Geburtsdatum", born, 1), family="wide")
    paper.boxes(
        ("Anschrift", f"Demoring 8, {case.site.postcode} {case.site.city}", 2), ("Telefon", "0170 0000000", 1)
    )
    paper.boxes(
        ("Nettoeinkommen", f"{case.rng.randint(19, 38)}00 €", 1),
        ("Miete", f"{case.rng.randint(5, 9)}00 €", 1),
        ("Unterhaltspflichten", "ein Kind", 1),
    )
    paper.gap(4)
    paper.boxes(("Gast: Name, Vorname", case.listed, 2), ("Geburtsdatum", case.born, 1), family="wide")
    paper.boxes(
        ("Anschrift im Ausland", f"{person.birth_place}, {person.origin.country}", 2),
        ("Staatsangehörigkeit", person.origin.adjective, 1),
        family="wide",
    )
    paper.boxes(
        ("Zweck", "Besuch der Familie", 1),
        ("von", german(case.later(30, 60)), 1),
        ("bis", german(case.later(90, 140)), 1),
    )
    paper.gap(4)
    paper.paragraph(
        "Mir ist bekannt, dass ich alle öffentlichen Mittel zu erstatten habe, die für den Gast aufgewendet werden, auch für Krankheit und Abschiebung. Eine Reisekrankenversicherung wird abgeschlossen. Die Verpflichtung kann nicht einseitig zurückgenommen werden."
    )
    paper.ticks(("Ausweis vorgelegt", True), ("Einkommensnachweise", True), ("Mietvertrag", True))
    place_and_date(paper, case, "Unterschrift Gastgeber/in")
    return paper
