"""Layouts of this round: what the immigration authority asks, is asked for, grants and refuses."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.fresh.heads import at_office, ending, fresh, sheet_centred, sheet_with_column
from tests.samples.documents.identity import visible
from tests.samples.documents.letter import place_and_date, receipt_stamp, remedies, signature
from tests.samples.documents.measured.heads import rows
from tests.samples.documents.measured.parts import abbreviated, block, child, father, mother, spouse
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


@fresh("fiktionsbescheinigung", "NBFA")
def fiktion_trifold_kopie(case: Case) -> Paper:
    """The leaf folded to six sides: serial number and personal facts, legal effect, term and seal."""
    person = case.person
    paper = Paper(points=9, left=20, right=20)
    for top in (20, 100, 180):
        paper.put(Frame(x=35, y=top, width=140, height=80, line=0.3, fill=(240, 246, 238)))
    block(paper, 105, 32, ("BUNDESREPUBLIK DEUTSCHLAND", "FIKTIONSBESCHEINIGUNG"), size=11, step=7, bold=2, align="center")  # fmt: skip
    paper.text(105, 50, f"S {pattern('99999999', case.rng)}", size=12, family="mono", align="center")
    block(paper, 40, 62, ("Diese Bescheinigung ist kein Ausweis. Sie gilt nur in Verbindung mit dem", f"Pass Nr. {pattern('999999', case.rng)} und dem bisherigen Aufenthaltstitel."), size=9)  # fmt: skip
    paper.put(Portrait(x=40, y=106, width=32, height=42))
    facts = (
        ("Familienname", case.family.upper()),
        ("Vornamen", case.given.upper()),
        ("Geburtsdatum", case.born),
        ("Staatsangehörigkeit", person.origin.adjective),
        ("AZR-Nummer", person.azr_number),
        ("Behörde, Aktenzeichen", person.file_number),
    )
    for number, (label, value) in enumerate(facts):
        visible(paper, 80, 107 + number * 11, label, value, size=10)
    block(paper, 40, 190, ("Der Aufenthaltstitel gilt bis zur Entscheidung als fortbestehend", "(§ 81 Abs. 4 AufenthG). Erwerbstätigkeit: wie bisher gestattet."), size=9.5)  # fmt: skip
    visible(paper, 40, 206, "Ausgestellt am", german(case.issued), size=10)
    visible(paper, 80, 206, "Gültig bis", german(case.later(150, 182)), size=10)
    visible(paper, 120, 206, "Verlängert bis", "–", size=10)
    visible(paper, 40, 220, "Ausstellende Behörde", f"{case.site.title}, {case.site.office}"[:56], size=9)
    paper.y = 230
    signature(paper, case.rng, x=42)
    paper.text(42, 250, f"Im Auftrag {case.clerk}", size=9)
    paper.stamp(130, 228, case.site.city, "Siegel 12", angle=case.rng.uniform(-12, 12), size=9)
    return paper


@fresh("bescheid_auslaenderbehoerde", "NBF", digital=True)
def ablehnung_verlaengerung_studium(case: Case) -> Paper:
    """A city refuses to prolong a permit for studies and threatens; the signature is on page two."""
    site, person = case.site, case.person
    paper = sheet_with_column(
        (site.title, f"Ordnungsamt – {site.office}", "Team Studierende und Erwerb", site.street, site.city),
        ("Gegen Postzustellungsurkunde", *case.address),
        (f"Aktenzeichen: {person.file_number}", f"Sachbearbeitung: {case.clerk}", "Zimmer: 2.17", f"Datum: {german(case.issued)}"),
        family="serif",
    )  # fmt: skip
    paper.running = f"{person.file_number}"
    paper.paragraph("Aufenthaltsrecht; Ablehnung des Antrags auf Verlängerung der Aufenthaltserlaubnis zu Studienzwecken", bold=True, after=1)  # fmt: skip
    paper.paragraph(f"hier: {case.listed}{case.born_phrase}, Staatsangehörigkeit: {person.origin.adjective}", after=4)  # fmt: skip
    paper.paragraph(f"{case.salutation},")
    paper.paragraph("es ergeht folgender")
    paper.line("Bescheid", bold=True, size=13, align="center")
    paper.gap(3)
    for text in (
        f"1. Ihr Antrag vom {german(case.earlier(60, 200))} auf Verlängerung der Aufenthaltserlaubnis nach § 16b AufenthG wird abgelehnt.",
        "2. Sie werden aufgefordert, das Bundesgebiet innerhalb von 30 Tagen nach Bekanntgabe zu verlassen.",
        f"3. Für den Fall, dass Sie nicht fristgerecht ausreisen, wird Ihnen die Abschiebung nach {person.origin.country} angedroht.",
        "4. Für diesen Bescheid wird eine Gebühr von 70,00 EUR festgesetzt.",
    ):
        paper.paragraph(text, indent=5, after=1)
    paper.heading("Begründung")
    paper.paragraph(f"Sie sind am {german(case.earlier(2000, 2700))} zum Studium eingereist und haben das Fach zweimal gewechselt. Nach der Auskunft der Hochschule vom {german(case.earlier(20, 50))} fehlen Ihnen wesentliche Leistungen. Der ordnungsgemäße Abschluss in angemessener Zeit ist nicht mehr zu erwarten.")  # fmt: skip
    paper.paragraph("Sie hatten Gelegenheit, sich zu äußern (§ 28 HVwVfG). Ihre Ausführungen zu einer Erkrankung im vorletzten Semester sind gewürdigt worden, rechtfertigen aber keine andere Entscheidung. Das öffentliche Interesse an der Einhaltung des Aufenthaltszwecks überwiegt.")  # fmt: skip
    paper.paragraph("Die Androhung beruht auf § 59 AufenthG. Gründe, die einer Rückkehr entgegenstehen, sind weder vorgetragen noch ersichtlich. Die Höhe der Gebühr folgt aus der Aufenthaltsverordnung.")  # fmt: skip
    remedies(paper, case)
    paper.line("Im Auftrag")
    ending(paper, case, case.clerk)
    return paper


@fresh("bescheid_auslaenderbehoerde", "NF", digital=True)
def versagung_reiseausweis(case: Case) -> Paper:
    """A short refusal of a travel document, without the birth date, centred head, costs at the end."""
    site, person = case.site, case.person
    paper = sheet_centred(
        (site.title, site.office, f"{site.street}, {site.postcode} {site.city}"),
        case.address,
        f"Unser Zeichen {person.file_number}     {site.city}, {german_long(case.issued)}",
    )
    paper.paragraph(f"Ihr Antrag auf Ausstellung eines Reiseausweises für Ausländer vom {abbreviated(case.earlier(50, 160))}", bold=True, after=4)  # fmt: skip
    paper.paragraph(f"{case.salutation},")
    paper.paragraph("den oben bezeichneten Antrag lehne ich ab. Die Kosten des Verfahrens tragen Sie.")
    paper.paragraph("Ein Reiseausweis kann nur ausgestellt werden, wenn ein Pass nicht auf zumutbare Weise zu erlangen ist (§ 5 Abs. 1 AufenthV). Dass die Vertretung Ihres Herkunftsstaates eine Gebühr und eine persönliche Vorsprache verlangt, macht die Beschaffung nicht unzumutbar. Eine Erklärung, die Ihnen aus Gewissensgründen nicht abverlangt werden darf, ist nach hiesiger Kenntnis nicht erforderlich.")  # fmt: skip
    paper.paragraph("Von einer Anhörung konnte abgesehen werden, weil von Ihren Angaben nicht zu Ihren Ungunsten abgewichen wird.")  # fmt: skip
    remedies(paper, case)
    paper.line("Hochachtungsvoll")
    paper.line("Im Auftrag")
    ending(paper, case, case.clerk.split()[-1])
    return paper


@fresh("duldung", "NBFA")
def duldung_klappblatt(case: Case) -> Paper:
    """The paper with the red stripe, unfolded: facts, photograph, seal, conditions and prolongation."""
    person = case.person
    paper = Paper(points=9, left=20, right=20)
    paper.put(Frame(x=25, y=22, width=160, height=112, line=0.3, fill=(248, 243, 240)))
    paper.put(Frame(x=25, y=138, width=160, height=112, line=0.3, fill=(248, 243, 240)))
    block(paper, 105, 31, ("Bundesrepublik Deutschland", "Aussetzung der Abschiebung", "(Duldung)"), size=12, step=6, bold=2, align="center")  # fmt: skip
    paper.text(180, 31, f"R {pattern('9999999', case.rng)}", size=9, family="mono", align="right")
    paper.put(Portrait(x=30, y=52, width=34, height=44))
    facts = (
        ("Name", case.family),
        ("Vornamen", case.given),
        ("Geburtsdatum / Geburtsort", " / ".join(filter(None, (case.born, person.birth_place)))),
        ("Staatsangehörigkeit", f"{person.origin.adjective} (ungeklärt)"),
        ("Wohnort", f"{case.site.city}, {person.street}"),
        ("AZR-Nummer", person.azr_number),
        ("Aktenzeichen", person.file_number),
    )
    for number, (label, value) in enumerate(facts):
        visible(paper, 72, 54 + number * 10.6, label, value, size=10)
    block(paper, 30, 147, ("Kein Aufenthaltstitel! Der Inhaber ist ausreisepflichtig!",), size=11, bold=1)
    block(paper, 30, 157, ("Nebenbestimmungen:", "Der Aufenthalt ist auf das Land Hessen beschränkt.", "Erwerbstätigkeit nur mit Genehmigung der Ausländerbehörde.", "Wohnsitznahme nur in der zugewiesenen Unterkunft.", "Die Duldung erlischt, sobald der Abschiebungstermin bekannt gegeben wird."), size=9.5, step=5.2)  # fmt: skip
    visible(paper, 30, 192, "ausgestellt am", german(case.issued), size=10)
    visible(paper, 80, 192, "gültig bis", german(case.later(80, 182)), size=10)
    visible(paper, 130, 192, "verlängert bis", "", size=10)
    block(paper, 30, 212, (case.site.title, case.site.office), size=9)
    paper.y = 222
    signature(paper, case.rng, x=32)
    paper.text(32, 240, f"Im Auftrag {case.clerk}", size=9)
    paper.stamp(130, 212, case.site.city, "Dienstsiegel 4", angle=case.rng.uniform(-10, 10), size=9)
    return paper


@fresh("duldung", "NBA")
def duldung_regierungspraesidium(case: Case) -> Paper:
    """Issued by the central office for a resident of a reception centre: a plain sheet with a table."""
    person = case.person
    paper = Paper(points=10, left=24, right=22)
    block(paper, 24, 20, ("Regierungspräsidium Gießen", "Dezernat 23 – Zentrale Ausländerbehörde", "Beispielallee 18, 35000 Gießen"), size=10, bold=1)  # fmt: skip
    paper.text(188, 20, f"Nr. {pattern('L 99999999', case.rng)}", size=10, family="mono", align="right")
    paper.y = 42
    paper.line("Bescheinigung über die Aussetzung der Abschiebung (Duldung)", size=14, bold=True)
    paper.line("§ 60a Abs. 4 des Aufenthaltsgesetzes", size=9.5)
    paper.gap(4)
    paper.table(
        ("Angaben zur Person", ""),
        [
            ("Familienname", case.family),
            ("Vornamen", case.given),
            ("geboren am", case.born),
            ("geboren in", person.birth_place),
            ("Staatsangehörigkeit", person.origin.adjective),
            ("AZR-Nr.", person.azr_number),
            ("BAMF-Az.", person.bamf_number),
        ],
        (2, 5),
        size=10,
    )
    paper.paragraph(f"Die Abschiebung der genannten Person ist bis zum {german(case.later(28, 92))} ausgesetzt. Gründe: fehlende Reisedokumente.")  # fmt: skip
    paper.paragraph("Der Aufenthalt ist räumlich auf den Landkreis der Aufnahmeeinrichtung beschränkt. Eine Erwerbstätigkeit ist nicht gestattet. Die Bescheinigung genügt nicht der Passpflicht.")  # fmt: skip
    paper.line(f"Gießen, {german_long(case.issued)}")
    paper.line("Im Auftrag")
    ending(paper, case, case.rng.choice(STAFF))
    paper.stamp(
        130, paper.y - 26, "Regierungspräsidium", "Gießen 23/5", angle=case.rng.uniform(-9, 9), size=9
    )
    return paper
