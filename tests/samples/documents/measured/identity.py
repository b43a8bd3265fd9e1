"""Measured layouts of the sections Identität and Antrag."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.identity import bearer, visible, zone
from tests.samples.documents.letter import place_and_date, receipt_stamp, years_after
from tests.samples.documents.measured.heads import banner, measured, office_right, rows, typewritten
from tests.samples.mrz import td1, td3
from tests.samples.names import INTERPRETERS, STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import Frame, Portrait


@measured("reisepass", "NBDM", colour=True)
def pass_dreisprachig(case: Case) -> Paper:
    """A data page in three languages, labels numbered, filling the sheet."""
    paper, person = Paper(), case.person
    paper.put(Frame(x=15, y=30, width=180, height=126, line=0.4, fill=(244, 246, 244)))
    paper.text(20, 40, "PASSPORT  PASSEPORT  PASAPORTE", size=13, bold=True)
    paper.put(Portrait(x=20, y=48, width=45, height=58))
    facts = (("(1) Surname / Nom / Apellidos", case.family.upper()), ("(2) Given names / Prénoms / Nombres", case.given.upper()),
             ("(3) Nationality / Nationalité / Nacionalidad", person.nationality), ("(4) Date of birth / Date de naissance", case.born.replace(".", " ")),
             ("(6) Place of birth / Lieu de naissance", person.birth_place.upper()), ("(7) Date of issue / Date de délivrance", german(case.issued).replace(".", " ")),
             ("(8) Date of expiry / Date d'expiration", german(years_after(case.issued, 10)).replace(".", " ")), ("(9) Passport No. / No du passeport", person.passport_number))  # fmt: skip
    for number, (label, value) in enumerate(facts):
        visible(paper, 72, 50 + number * 9.6, label, value, size=10)
    visible(paper, 160, 78.8, "(5) Sex / Sexe", person.sex, size=10)
    zone(
        paper,
        td3(bearer(case, "P", person.nationality, person.passport_number, expiry_years=10)),
        x=19,
        y=140,
        width=172,
    )
    return paper


@measured("nationaler_ausweis", "NB", colour=True)
def ausweis_uebersetzt(case: Case) -> Paper:
    """A sworn translator's rendering of an identity card, without any official heading of its own."""
    paper, person = Paper(points=11, family="serif"), case.person
    paper.line(f"Beglaubigte Übersetzung aus der {person.origin.adjective}en Sprache", size=10)
    paper.gap(6)
    paper.line(f"Republik {person.origin.country}", align="center")
    paper.line("Ministerium des Innern – Amt für Zivilstandswesen", align="center", size=10)
    paper.gap(2)
    paper.line("Kennkarte", size=15, bold=True, align="center")
    paper.gap(4)
    rows(paper, (("Vorderseite", "[Lichtbild]"), ("Name:", case.family), ("Rufname:", case.given), ("Name des Vaters:", "Musterus"), ("Geburtsdatum:", case.born), ("Geburtsort:", person.birth_place),
                 ("Landeskennnummer:", pattern("99999999999", case.rng)), ("Rückseite:", "Blutgruppe A positiv; Familienbuch-Nr. 0417"), ("Ausstellungstag:", german(case.issued)), ("Ablauf:", german(years_after(case.issued, 10)))))  # fmt: skip
    paper.paragraph(
        f"Für die Richtigkeit und Vollständigkeit der Übersetzung: {case.rng.choice(INTERPRETERS)}, allgemein beeidigt.",
        size=9.5,
    )
    return paper


@measured("deutscher_passersatz", "NBDM", colour=True)
def reiseausweis_auslaender(case: Case) -> Paper:
    """The grey travel document for aliens (annex D4c AufenthV): data page and page of remarks."""
    paper, person = Paper(), case.person
    paper.put(Frame(x=38, y=34, width=130, height=90, line=0.3, fill=(240, 240, 240)))
    paper.text(43, 41, "REISEAUSWEIS FÜR AUSLÄNDER", size=9.5, bold=True)
    paper.text(163, 41, "BUNDESREPUBLIK DEUTSCHLAND", size=7, align="right")
    paper.put(Portrait(x=43, y=46, width=32, height=42))
    for number, (label, value) in enumerate((("Name / Surname", case.family.upper()), ("Vornamen / Given names", case.given.upper()), ("Geburtstag / Date of birth", case.born), ("Staatsangehörigkeit / Nationality", person.origin.adjective.upper()),
                                            ("Ausstellungsdatum / Date of issue", german(case.issued)), ("Gültig bis / Date of expiry", german(years_after(case.issued, 2))), ("Behörde / Authority", case.site.title.upper()[:30]))):  # fmt: skip
        visible(paper, 80, 46 + number * 8, label, value, size=9)
    zone(paper, td3(bearer(case, "PT", "D", person.permit_number, expiry_years=2)), x=42, y=114, width=122)
    paper.text(43, 140, f"Nr. {person.permit_number}", size=9, family="ocr")
    paper.text(
        43,
        146,
        "Der Inhaber ist berechtigt, während der Gültigkeitsdauer in die Bundesrepublik zurückzukehren.",
        size=8,
    )
    return paper


@measured("identitaetsklaerung", "NBF", digital=True)
def vorlage_heimatpass(case: Case) -> Paper:
    paper = banner(
        case,
        f"{case.site.title}",
        (case.site.office, case.site.street, "Sachgebiet Rückkehr"),
        (("Zeichen", case.person.file_number), ("Ansprechperson", case.clerk)),
    )
    paper.paragraph(
        "Erfüllung der Passpflicht – Anordnung zur Vorsprache bei der Auslandsvertretung", bold=True
    )
    paper.paragraph(f"{case.listed}{case.born_phrase}")
    paper.paragraph(f"{case.salutation},")
    paper.paragraph(
        f"Sie sind nicht im Besitz eines gültigen Passes. Gemäß § 48 Abs. 3 Satz 1 AufenthG haben Sie an der Beschaffung eines Identitätspapiers mitzuwirken. Sie werden daher angewiesen, bis zum {german(case.later(30, 60))} beim Generalkonsulat Ihres Herkunftsstaates vorzusprechen und die Ausstellung eines Passes zu beantragen."
    )
    paper.paragraph(
        "Legen Sie die schriftliche Bestätigung über die Vorsprache sowie alle in Ihrem Besitz befindlichen Urkunden hier vor. Kommen Sie dem nicht nach, kann die Duldung mit dem Zusatz „für Personen mit ungeklärter Identität“ versehen werden."
    )
    paper.paragraph("Mit freundlichen Grüßen\n")
    paper.line(case.clerk)
    return paper


@measured("antrag_aufenthaltstitel", "NBD")
def formblatt_verlaengerung(case: Case) -> Paper:
    """A Land's two-column form with numbered boxes; the title is small and the receipt stamp large."""
    paper, person = Paper(top=14, points=9.5, left=18), case.person
    paper.line("Zutreffendes bitte ankreuzen oder ausfüllen – in Blockschrift", size=7.5)
    paper.line("Antrag", size=15, bold=True)
    paper.line(
        "auf Verlängerung / Neuausstellung des Aufenthaltstitels nach Ablauf oder Passwechsel", size=10
    )
    paper.gap(2)
    paper.boxes(
        ("1 Familienname (ggf. Geburtsname)", case.family, 2), ("2 Vorname(n)", case.given, 2), family="wide"
    )
    paper.boxes(
        ("3 Geburtsdatum", case.born, 1),
        ("4 Geburtsort, -staat", person.birth_place, 2),
        ("5 Staatsangehörigkeit", person.origin.adjective, 1),
        family="wide",
    )
    paper.boxes(
        ("6 Wohnanschrift", f"{person.street}, {case.site.postcode} {case.site.city}", 3),
        ("7 Telefon", "0170 0000000", 1),
    )
    paper.boxes(
        ("8 Nationalpass Nr.", person.passport_number, 2),
        ("gültig bis", german(case.later(300, 2000)), 1),
        ("9 Familienstand", "ledig", 1),
    )
    paper.ticks(
        ("Beschäftigung", True), ("Studium", False), ("familiäre Gründe", False), ("humanitäre Gründe", False)
    )
    paper.boxes(
        ("10 Derzeitiger Arbeitgeber", "Musterhof Logistik GmbH", 2),
        ("Nettoeinkommen monatlich", "1.870 EUR", 1),
    )
    paper.boxes(
        ("11 Bezug von Leistungen nach SGB II / XII", "nein", 1),
        ("12 Ermittlungsverfahren oder Verurteilungen", "keine", 1),
    )
    paper.paragraph(
        "Mir ist bekannt, dass falsche oder unvollständige Angaben strafbar sind und zur Ausweisung führen können. Ich habe die Hinweise zum Datenschutz erhalten.",
        size=8.5,
    )
    place_and_date(paper, case, "Unterschrift Antragsteller/in")
    receipt_stamp(paper, case)
    return paper


@measured("visumverfahren", "NBF")
def anfrage_botschaft(case: Case) -> Paper:
    paper = office_right(
        case,
        ("Botschaft", "der Bundesrepublik Deutschland", "Rechts- und Konsularabteilung", "Visastelle"),
        (case.site.title, case.site.office, case.site.street, f"{case.site.postcode} {case.site.city}"),
    )
    paper.line(
        f"RK-516-{case.rng.randint(1000, 9999)}/{case.issued:%y}   Ihr Az.: {case.person.file_number}", size=9
    )
    paper.gap(3)
    paper.paragraph(
        "Ehegattennachzug – Bitte um Zustimmung nach § 31 Abs. 1 Satz 1 Nr. 1 AufenthV", bold=True
    )
    paper.paragraph(
        f"Visumantragsteller/in: {case.listed}{case.born_phrase} in {case.person.birth_place}", after=4
    )
    paper.paragraph("Sehr geehrte Damen und Herren,")
    paper.paragraph(
        "die o. g. Person hat hier die Erteilung eines Visums zu einem Aufenthalt von mehr als drei Monaten beantragt. Die Antragsunterlagen liegen in Kopie bei. Um Stellungnahme zu Lebensunterhalt, Wohnraum und Bestehen der Ehe wird gebeten."
    )
    paper.paragraph(
        "Einfache Deutschkenntnisse wurden nachgewiesen. Gegen die Echtheit der vorgelegten Urkunden bestehen hier keine Zweifel."
    )
    paper.paragraph("Im Auftrag", after=0)
    paper.line(case.rng.choice(STAFF))
    receipt_stamp(paper, case, x=30, y=30)
    return paper


@measured("identitaetsklaerung", "NB")
def fingerabdruckblatt(case: Case) -> Paper:
    """An older police sheet in typewriter face."""
    paper = typewritten(
        case,
        ("Polizeipräsidium Musterhessen", "Kriminaldirektion – Zentraler Erkennungsdienst"),
        ("An die Aufnahmeeinrichtung", "- Aktenhaltung -"),
        reference=f"ED-Nr. {case.rng.randint(10000, 99999)}",
    )
    paper.line("P E R S O N A L B O G E N  (Ausländer)", bold=True)
    paper.gap(3)
    rows(paper, (("Name:", case.family), ("Vorname:", case.given), ("geb. am:", case.born), ("geb. in:", case.person.birth_place), ("Staatsangeh.:", case.person.origin.adjective), ("Größe / Statur:", "174 cm / schlank"), ("Haar / Augen:", "schwarz / braun"), ("Falschnamen:", "nicht bekannt")), column=45)  # fmt: skip
    paper.paragraph(
        "Zehnfingerabdrücke und dreiteiliges Lichtbild wurden gemäß § 16 AsylVfG aufgenommen und dem BKA übersandt."
    )
    paper.paragraph(f"Aufgenommen am {german_long(case.issued)}, {case.rng.choice(STAFF)}, KOK")
    return paper


@measured("nationaler_ausweis", "NBDM", colour=True)
def ausweis_karte_beidseitig(case: Case) -> Paper:
    """Front and back of a foreign card with a three-line zone, on one page."""
    paper, person = Paper(), case.person
    for top in (40, 115):
        paper.put(Frame(x=55, y=top, width=96, height=60, line=0.3, fill=(246, 246, 250)))
    paper.text(59, 47, f"{person.origin.country.upper()}  –  ID CARD", size=9, bold=True)
    for number, (label, value) in enumerate((("Surname", case.family.upper()), ("Name", case.given.upper()), ("Date of birth", case.born.replace(".", " ")), ("Citizenship", person.nationality), ("Card number", person.passport_number), ("Valid until", german(years_after(case.issued, 5)).replace(".", " ")))):  # fmt: skip
        visible(paper, 92, 51 + number * 8, label, value, size=8.5)
    visible(paper, 60, 120, "Issued on", german(case.issued).replace(".", " "), size=8.5)
    visible(paper, 95, 120, "Issued by", "Registry Office 04", size=8.5)
    zone(
        paper,
        td1(bearer(case, "I", person.nationality, person.passport_number, expiry_years=5)),
        x=58,
        y=152,
        width=90,
    )
    return paper
