"""Layouts of this round: who somebody is, applications, the visa procedure."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.fresh.heads import at_office, ending, fresh, sheet_with_column
from tests.samples.documents.letter import place_and_date, receipt_stamp, signature
from tests.samples.documents.measured.heads import rows
from tests.samples.documents.measured.parts import block, child, father, mother, spouse
from tests.samples.names import EMPLOYERS, STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import Frame, Portrait


@fresh("identitaetsklaerung", "NBF", digital=True)
def aufforderung_passbeschaffung(case: Case) -> Paper:
    """The duties of § 48 put in writing, with a list of steps to take and a term."""
    site, person = case.site, case.person
    paper = sheet_with_column(
        (site.title, site.office, "Sachgebiet Identität und Rückkehr", site.street, site.city),
        case.address,
        (f"Mein Zeichen: {person.file_number}", f"Es schreibt Ihnen: {case.clerk}", f"Telefon: {site.telephone}", "Sprechzeit: nur nach Termin", f"Datum: {german(case.issued)}"),
    )  # fmt: skip
    paper.paragraph(
        "Ihre Pflicht, einen Pass zu besitzen und an der Beschaffung mitzuwirken", bold=True, after=0.5
    )
    paper.paragraph(f"{case.listed}{case.born_phrase}, {person.origin.adjective}", after=4)
    paper.paragraph(f"{case.salutation},")
    paper.paragraph(f"Sie besitzen keinen gültigen Pass. Nach § 3 Abs. 1 und § 48 Abs. 3 AufenthG müssen Sie alles Zumutbare tun, um einen zu erhalten. Bei Ihrer Vorsprache am {german(case.earlier(10, 40))} konnten Sie keine Bemühungen belegen.")  # fmt: skip
    paper.paragraph(f"Bitte erledigen Sie bis {german(case.later(28, 60))} Folgendes und legen Sie die Nachweise vor:", after=1)  # fmt: skip
    for text in (
        f"Vorsprache bei der Vertretung Ihres Staates ({person.origin.country}) mit Terminbestätigung,",
        "Ausfüllen des Antrags auf einen Pass und Abgabe von vier Lichtbildern,",
        "Anschreiben an Verwandte, die Geburtsregister oder Wehrpass besorgen können,",
        "Vorlage aller Urkunden im Original, auch wenn sie abgelaufen sind.",
    ):
        paper.paragraph(f"–  {text}", indent=5, after=0.8)
    paper.gap(2)
    paper.paragraph("Kommen Sie dem nicht nach, kann die Erlaubnis zu arbeiten versagt und eine Duldung mit dem Zusatz „für Personen mit ungeklärter Identität“ (§ 60b AufenthG) erteilt werden. Leistungen können gekürzt werden.")  # fmt: skip
    paper.paragraph("Mit freundlichen Grüßen", after=0)
    paper.paragraph("Im Auftrag", after=0)
    ending(paper, case, case.clerk)
    return paper


@fresh("identitaetsklaerung", "NBA")
def ed_datenblatt_polizei(case: Case) -> Paper:
    """A police sheet on measures of identification: three photographs, description, prints of fingers."""
    person = case.person
    paper = Paper(points=9.5, left=18, right=18, top=14)
    paper.line("Polizeipräsidium Mittelbeispiel – Erkennungsdienst", size=11, bold=True)
    paper.line(f"ED-Nr. {pattern('99/9999', case.rng)}    Vorgang ST/{pattern('9999999', case.rng)}/{case.issued:%Y}", size=9)  # fmt: skip
    paper.gap(2)
    paper.line("Nachweis über eine erkennungsdienstliche Behandlung", size=14, bold=True)
    paper.ticks(("§ 81b StPO", False), ("§ 49 AufenthG", True), ("§ 16 AsylG", False), ("§ 19 HSOG", False))
    paper.gap(2)
    paper.boxes(("Familienname", case.family, 1), ("Vornamen", case.given, 1), family="wide")
    paper.boxes(("Geburtsdatum", case.born, 1), ("Geburtsort, -land", f"{person.birth_place}, {person.origin.country}", 2), ("Staatsang.", person.nationality, 1))  # fmt: skip
    paper.boxes(("AZR-Nummer", person.azr_number, 1), ("Personalien beruhen auf", "eigenen Angaben", 1), ("Dolmetscht", "Frau Dolmetschi", 1))  # fmt: skip
    paper.boxes(("Größe / Gestalt", f"{case.rng.randint(155, 192)} cm, schlank", 1), ("Haare", "schwarz, kurz", 1), ("Augen", "braun", 1), ("Narben / Tattoos", "keine", 1))  # fmt: skip
    paper.gap(4)
    for number in range(3):
        paper.put(Portrait(x=22 + number * 58, y=paper.y, width=48, height=58))
    paper.gap(64)
    for number, finger in enumerate(("Daumen", "Zeigefinger", "Mittelfinger", "Ringfinger", "Kleiner F.")):
        for offset, hand in enumerate(("r.", "l.")):
            paper.put(Frame(x=18 + number * 34.8, y=paper.y + offset * 24, width=34.8, height=24))
            paper.text(20 + number * 34.8, paper.y + offset * 24 + 4, f"{hand} {finger}", size=7)
    paper.gap(54)
    paper.line(f"Aufgenommen am {german(case.issued)} um {case.rng.randint(8, 17)}:{case.rng.randint(10, 59)} Uhr in Beispielstadt durch {case.rng.choice(STAFF)}, POK", size=9)  # fmt: skip
    paper.line("Grund: Aufgriff ohne Ausweispapiere. Ergebnis der Recherche: kein Treffer.", size=9)
    signature(paper, case.rng)
    return paper


@fresh("antrag_aufenthaltstitel", "NBD")
def antrag_zweiseitig_kreis(case: Case) -> Paper:
    """A district's form of two sides: spouse and children, dwelling and work; signed on the second."""
    person, partner, kid = case.person, spouse(case), child(case)
    paper = Paper(points=9.5, left=18, right=16, top=14)
    paper.line(f"An die {case.site.office} {case.site.city}", size=9)
    paper.gap(3)
    paper.line("Antrag auf Erteilung / Verlängerung eines Aufenthaltstitels", size=14, bold=True)
    paper.line("Application for a residence title – bitte in Druckschrift ausfüllen", size=8)
    paper.ticks(("Aufenthaltserlaubnis", True), ("Blaue Karte EU", False), ("Niederlassungserlaubnis", False))
    paper.heading("A  Antragstellende Person", size=10)
    paper.boxes(("Familienname / surname", case.family, 1), ("Geburtsname / birth name", person.birth_name, 1), family="wide")  # fmt: skip
    paper.boxes(("Vornamen / first names", case.given, 2), ("Geschlecht", person.sex, 1), family="wide")
    paper.boxes(("Geburtsdatum / date of birth", case.born, 1), ("Geburtsort / place of birth", person.birth_place, 1), ("Staatsangehörigkeit(en)", person.origin.adjective, 1), family="wide")  # fmt: skip
    paper.boxes(("Anschrift / address", f"{person.street}, {case.site.postcode} {case.site.city}", 3), ("Eingereist am", german(case.earlier(400, 2000)), 1))  # fmt: skip
    paper.boxes(("Reisepass Nr. / passport no.", person.passport_number, 2), ("ausgestellt am", german(case.earlier(300, 1500)), 1), ("gültig bis", german(case.later(200, 1500)), 1))  # fmt: skip
    paper.heading("B  Ehegatte / Lebenspartner", size=10)
    paper.boxes(("Name, Vorname", partner.listed, 2), ("Geburtsdatum", german(partner.born), 1), ("Aufenthalt", "gemeinsame Wohnung", 1), family="wide")  # fmt: skip
    paper.heading("C  Kinder", size=10)
    paper.boxes(("Name, Vorname", kid.listed, 2), ("Geburtsdatum", german(kid.born), 1), ("Aufenthalt", "im Haushalt", 1), family="wide")  # fmt: skip
    paper.heading("D  Zweck des Aufenthalts", size=10)
    paper.ticks(("Studium", False), ("Ausbildung", False), ("Erwerbstätigkeit", True), ("Familie", False), ("Asyl/humanitär", False))  # fmt: skip
    paper.new_page()
    paper.heading("E  Lebensunterhalt", size=10)
    paper.boxes(("Arbeitgeber", case.rng.choice(EMPLOYERS), 2), ("beschäftigt seit", german(case.earlier(100, 900)), 1), ("netto / Monat", f"{case.rng.randint(14, 29)}00 €", 1))  # fmt: skip
    paper.boxes(("Krankenversicherung", "Mustermed Krankenkasse", 2), ("Wohnfläche", f"{case.rng.randint(38, 90)} m²", 1), ("Warmmiete", f"{case.rng.randint(5, 11)}50 €", 1))  # fmt: skip
    paper.heading("F  Strafen und Ausweisungen", size=10)
    paper.ticks(
        ("keine Vorstrafen", True), ("Verurteilung im In-/Ausland", False), ("Verfahren anhängig", False)
    )
    paper.heading("G  Erklärung", size=10)
    paper.paragraph("Ich versichere, alle Angaben nach bestem Wissen richtig und vollständig gemacht zu haben. Änderungen werde ich unverzüglich anzeigen. Auf die Folgen unrichtiger Angaben (§ 54 Abs. 2 Nr. 8, § 95 Abs. 2 Nr. 2 AufenthG) wurde ich hingewiesen.")  # fmt: skip
    place_and_date(paper, case, "Unterschrift / signature")
    paper.gap(8)
    paper.line("Nur von der Behörde auszufüllen", size=8, bold=True)
    paper.gap(1)
    paper.boxes(("Eingang / geprüft", german(case.later(1, 20)), 1), ("Gebühr", "93,00 €", 1), ("eAT bestellt", "", 1), ("Hz.", "", 1))  # fmt: skip
    return paper


@fresh("antrag_aufenthaltstitel", "NBF")
def antrag_niederlassung_formlos(case: Case) -> Paper:
    """Asked for in a letter of one's own that encloses the papers; the office stamped its receipt."""
    person = case.person
    paper = Paper(points=11, family="serif", left=26, right=24)
    block(paper, 26, 24, (case.name, person.street, f"{case.site.postcode} {case.site.city}", "Tel. 0170 0000000"))  # fmt: skip
    block(paper, 26, 56, at_office(case))
    paper.text(186, 84, f"{case.site.city}, den {german(case.issued)}", align="right")
    paper.y = 94
    paper.paragraph(
        "Antrag auf Erteilung einer Niederlassungserlaubnis gemäß § 9 AufenthG", bold=True, after=0.5
    )
    paper.paragraph(f"Ihr Aktenzeichen: {person.file_number}", after=4)
    paper.paragraph("Sehr geehrte Damen und Herren,")
    born = f", geboren am {case.born} in {person.birth_place}" if case.born else ""
    paper.paragraph(f"hiermit beantrage ich, {case.name}{born}, {person.origin.adjective}e Staatsangehörigkeit, die Erteilung einer unbefristeten Niederlassungserlaubnis. Ich lebe seit {case.earlier(2200, 3400):%Y} in Deutschland und habe mehr als sechzig Monate Beiträge zur Rentenversicherung gezahlt.")  # fmt: skip
    paper.paragraph("Mein Arbeitsvertrag ist unbefristet. Die Prüfungen in der Sprache und über das Leben in Deutschland habe ich bestanden.")  # fmt: skip
    paper.paragraph("Diesem Schreiben füge ich bei:", after=1)
    for text in ("Kopie des Passes und des Aufenthaltstitels", "Gehaltsabrechnungen der letzten sechs Monate", "Versicherungsverlauf der Rentenversicherung", "Mietvertrag, Zertifikat B1"):  # fmt: skip
        paper.paragraph(f"–  {text}", indent=6, after=0.5)
    paper.gap(2)
    paper.paragraph("Für einen Termin zur Vorsprache wäre ich Ihnen sehr dankbar.")
    paper.line("Mit freundlichen Grüßen")
    ending(paper, case, case.name)
    receipt_stamp(paper, case, x=122, y=48)
    return paper


@fresh("visumverfahren", "NBF")
def beteiligung_antwort_vordruck(case: Case) -> Paper:
    """The authority's answer to a mission, ticked on a form: the visa for the spouse may be given."""
    person = case.person
    paper = Paper(points=10, left=22, right=20, top=16)
    paper.line(case.site.title, size=12, bold=True)
    paper.line(f"{case.site.office} · {case.site.street} · {case.site.postcode} {case.site.city}", size=8.5)
    paper.gap(7)
    block(paper, 22, paper.y + 5, ("An die Botschaft", "der Bundesrepublik Deutschland", "– Visastelle –", person.origin.country))  # fmt: skip
    block(paper, 125, paper.y + 5, (f"Unser Az.: {person.file_number}", f"Visadatei: {pattern('9999999', case.rng)}", f"Bearbeitung: {case.clerk}", f"Datum: {german(case.issued)}"), size=9.5)  # fmt: skip
    paper.gap(32)
    paper.line("Beteiligung im Visumverfahren nach § 31 Abs. 1 AufenthV", size=13, bold=True)
    paper.line(f"Ihre Anfrage vom {german(case.earlier(20, 90))}", size=9.5)
    paper.gap(3)
    rows(paper, (("Visumantrag von", case.listed), ("geboren am", case.born), ("in", person.birth_place), ("Staatsangehörigkeit", person.origin.adjective), ("Zuzug zu", f"{spouse(case).name}, deutsch, {case.site.city}"), ("Zweck", "Ehegattennachzug (§ 28 Abs. 1 Nr. 1 AufenthG)")), column=48)  # fmt: skip
    paper.ticks(("Der Erteilung des Visums wird zugestimmt.", True))
    paper.ticks(("Der Erteilung wird nicht zugestimmt (Gründe siehe Anlage).", False))
    paper.ticks(("Es bestehen Bedenken; um Befragung beider Ehegatten wird gebeten.", False))
    paper.gap(2)
    paper.paragraph("Die Zustimmung gilt sechs Monate. Das Visum ist mit einer Gültigkeit von 90 Tagen und dem Vermerk „Erwerbstätigkeit erlaubt“ zu versehen. Deutschkenntnisse der Stufe A1 sind nachzuweisen.")  # fmt: skip
    paper.paragraph("Wohnraum und Einkommen der hier lebenden Person wurden geprüft und sind ausreichend.")
    paper.line("Im Auftrag")
    ending(paper, case, case.clerk)
    return paper


@fresh("visumverfahren", "NBD")
def videx_antrag_national(case: Case) -> Paper:
    """The printed application for a national visa: numbered rows over two sides, signed abroad."""
    person, dad, mum = case.person, father(case), mother(case)
    paper = Paper(points=9, left=18, right=16, top=14)
    paper.line("BUNDESREPUBLIK DEUTSCHLAND – Auslandsvertretung", size=9)
    paper.line("Antrag auf Erteilung eines nationalen Visums", size=14, bold=True)
    paper.line("Application for a National Visa    –    gebührenpflichtig / subject to a fee", size=8)
    paper.put(Portrait(x=160, y=12, width=30, height=24))
    paper.gap(12)
    for row in (
        (("1. Name (Familienname)", case.family, 1), ("2. Familienname bei der Geburt", person.birth_name, 1)),
        (("3. Vorname(n)", case.given, 1), ("4. Geburtsdatum (Tag-Monat-Jahr)", case.born, 1)),
        (("5. Geburtsort", person.birth_place, 1), ("6. Geburtsland", person.origin.country, 1)),
        (("7. Staatsangehörigkeit", person.origin.adjective, 1), ("8. Geschlecht", person.sex, 1), ("9. Familienstand", "verheiratet", 1)),
        (("10. Vater: Name, Geburtsdatum", f"{dad.listed}, {german(dad.born)}", 1),),
        (("11. Mutter: Name, Geburtsdatum", f"{mum.listed}, {german(mum.born)}", 1),),
        (("12. Art des Reisedokuments", "Reisepass", 1), ("13. Nummer", person.passport_number, 1), ("14. ausgestellt am", german(case.earlier(60, 900)), 1), ("15. gültig bis", german(case.later(900, 2500)), 1)),
        (("16. Anschrift, E-Mail", f"{person.birth_place}, Beispielweg 4, probe@example.org", 1),),
        (("17. Derzeitige berufliche Tätigkeit", "Elektroniker/in", 1), ("18. Reisezweck", "Aufnahme einer Beschäftigung", 1)),
        (("19. Geplanter Aufenthaltsort", f"{case.site.postcode} {case.site.city}, {person.street}", 1), ("20. Dauer", "unbefristet", 1)),
        (("21. Arbeitgeber im Bundesgebiet", case.rng.choice(EMPLOYERS), 1), ("22. Geplante Einreise", german(case.later(40, 120)), 1)),
        (("23. Frühere Aufenthalte in Deutschland", "keine", 1), ("24. Vorstrafen", "keine", 1)),
    ):  # fmt: skip
        paper.boxes(*row, height=11, family="wide")
    paper.gap(4)
    paper.paragraph("Ich beantrage die Erteilung eines nationalen Visums und erkläre, dass meine Angaben richtig sind. Ich bin damit einverstanden, dass die Ausländerbehörde am künftigen Wohnort beteiligt wird.", size=8.5)  # fmt: skip
    place_and_date(paper, case, "Unterschrift Antragsteller/in", city=person.birth_place)
    return paper
