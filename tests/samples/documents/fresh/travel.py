"""Layouts of this round: copies of passports and cards, German travel documents, titles and visas."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.fresh.heads import fresh
from tests.samples.documents.identity import bearer, visible, zone
from tests.samples.documents.letter import years_after
from tests.samples.documents.measured.parts import block, father, mother
from tests.samples.mrz import mrv, td1, td3
from tests.samples.numbers import pattern, serial
from tests.samples.paper import Paper
from tests.samples.sheet import BLUE, CARD, GREY, PALE, RED, Frame, Portrait, Stroke


@fresh("reisepass", "NBDM", colour=True)
def pass_kopie_original_lag_vor(case: Case) -> Paper:
    """The data page below the page with the signature; the clerk stamped the copy on another day."""
    paper, person = Paper(), case.person
    paper.put(Frame(x=42, y=26, width=126, height=178, line=0.3, fill=(247, 245, 240)))
    paper.put(Stroke(points=((42, 114), (168, 114)), width=0.7, ink=PALE))
    block(paper, 105, 40, ("This passport contains 48 pages", "Ce passeport contient 48 pages"), size=8, step=4, align="center")  # fmt: skip
    paper.text(105, 84, "Signature of bearer / Signature du titulaire", size=7, align="center", ink=GREY)
    paper.text(105, 76, case.given.split()[0] if case.given != "-" else "x x x", size=15, family="serif", ink=BLUE, align="center")  # fmt: skip
    paper.text(105, 110, person.passport_number, size=9, family="ocr", align="center")
    paper.text(47, 122, person.origin.country.upper(), size=9.5, bold=True, family="wide")
    paper.text(163, 122, "PASSPORT  /  PASSEPORT", size=9.5, bold=True, align="right")
    paper.put(Portrait(x=47, y=130, width=31, height=41))
    facts = (
        ("Type", "P"),
        ("Surname / Nom", case.family.upper()),
        ("Given names / Prénoms", case.given.upper()),
        ("Nationality / Nationalité", person.nationality),
        ("Date of birth / Date de naissance", case.born.replace(".", " ")),
        ("Place of birth / Lieu de naissance", person.birth_place.upper()),
        ("Date of issue / Date de délivrance", german(case.issued).replace(".", " ")),
    )
    for number, (label, value) in enumerate(facts):
        visible(paper, 84, 128 + number * 8, label, value, size=8.5)
    visible(paper, 130, 128, "Passport No. / No. du passeport", person.passport_number, size=8.5)
    visible(paper, 142, 160, "Sex / Sexe", person.sex, size=8.5)
    visible(
        paper, 134, 176, "Date of expiry", german(years_after(case.issued, 10)).replace(".", " "), size=8.5
    )
    zone(paper, td3(bearer(case, "P", person.nationality, person.passport_number, expiry_years=10)), x=46, y=193, width=118)  # fmt: skip
    paper.stamp(60, 222, "Original hat vorgelegen", f"{german(case.later(30, 900))}  Hz. {case.clerk[-6:]}", angle=case.rng.uniform(-5, 5), size=11)  # fmt: skip
    return paper


@fresh("reisepass", "NBDM", colour=True)
def pass_mit_vermerkseiten(case: Case) -> Paper:
    """Three sides: the data page laid across, a page with old entry stamps, a page with remarks."""
    paper, person = Paper(), case.person
    paper.put(Frame(x=35, y=60, width=140, height=98, line=0.3, fill=(241, 246, 244)))
    paper.text(105, 68, f"ПАСПОРТ · PASSPORT · {person.nationality}", size=10, bold=True, align="center", family="wide")  # fmt: skip
    paper.put(Portrait(x=40, y=74, width=34, height=45))
    rows = (
        ("Name", f"{case.family.upper()}"),
        ("Given name(s)", case.given.upper()),
        ("Citizenship", person.origin.country.upper()),
        ("Date of birth (DD/MM/YYYY)", case.born.replace(".", "/")),
        ("Place of birth", person.birth_place.upper()),
        ("Issued on", german(case.issued).replace(".", "/")),
        ("Issued by", f"MIGRATION SERVICE {pattern('9999', case.rng)}"),
    )
    for number, (label, value) in enumerate(rows):
        visible(paper, 80, 74 + number * 8.6, label, value, size=8.5)
    visible(paper, 140, 91.2, "Number", person.passport_number, size=8.5)
    visible(paper, 140, 99.8, "Sex", person.sex, size=8.5)
    visible(paper, 140, 117, "Valid until", german(years_after(case.issued, 5)).replace(".", "/"), size=8.5)
    zone(paper, td3(bearer(case, "P", person.nationality, person.passport_number, expiry_years=5)), x=39, y=147, width=132)  # fmt: skip
    paper.new_page()
    paper.put(Frame(x=35, y=60, width=140, height=98, line=0.3, fill=(247, 247, 244)))
    paper.text(105, 68, "VISAS", size=9, align="center", ink=GREY)
    for number, days in enumerate((400, 220, 90)):
        paper.stamp(50 + number * 34, 82 + number * 16, "BORDER CONTROL", f"{case.later(days, days + 60):%d %m %y}", angle=case.rng.uniform(-25, 25), ink=case.rng.choice((BLUE, RED)), size=8)  # fmt: skip
    paper.text(168, 154, "7", size=8, ink=GREY)
    paper.new_page()
    paper.put(Frame(x=35, y=60, width=140, height=98, line=0.3, fill=(247, 247, 244)))
    paper.text(105, 68, "REMARKS / OBSERVATIONS", size=9, align="center", ink=GREY)
    block(paper, 45, 84, ("The bearer of this passport has previously travelled", f"on passport no. {pattern('L9999999', case.rng)}, which has been cancelled."), size=9)  # fmt: skip
    return paper


@fresh("nationaler_ausweis", "NBDM", colour=True)
def ausweis_scheckkarte_kopie(case: Case) -> Paper:
    """The card of the register of persons enlarged on a sheet, names of the parents on the back."""
    paper, person = Paper(), case.person
    for top in (24.0, 142.0):
        paper.put(Frame(x=32, y=top, width=146, height=94, line=0.3, fill=(244, 247, 250)))
    paper.text(105, 33, f"REPUBLIC OF {person.origin.country.upper()}", size=11, bold=True, align="center", family="wide")  # fmt: skip
    paper.text(105, 39, "IDENTITY CARD / CARTE D'IDENTITE", size=9, align="center")
    paper.put(Portrait(x=37, y=46, width=38, height=50))
    rows = (
        ("Identity No. / No. d'identité", pattern("99999999999", case.rng)),
        ("Surname / Nom", case.family.upper()),
        ("Given Name(s) / Prénom(s)", case.given.upper()),
        ("Date of Birth / Date de naissance", case.born),
        ("Gender / Sexe        Nationality", f"{person.sex}          {person.nationality}"),
    )
    for number, (label, value) in enumerate(rows):
        visible(paper, 82, 47 + number * 10.5, label, value, size=10.5)
    visible(paper, 82, 101, "Document No.", person.passport_number, size=10.5)
    visible(paper, 130, 101, "Valid Until", german(years_after(case.issued, 10)), size=10.5)
    visible(paper, 38, 149, "Mother's Name", mother(case).given.upper(), size=9.5)
    visible(paper, 95, 149, "Father's Name", father(case).given.upper(), size=9.5)
    visible(paper, 38, 162, "Issued By", "MINISTRY OF INTERIOR", size=9.5)
    visible(paper, 95, 162, "Date of Issue", german(case.issued), size=9.5)
    zone(paper, td1(bearer(case, "I", person.nationality, person.passport_number, expiry_years=10)), x=37, y=205, width=136)  # fmt: skip
    return paper


@fresh("nationaler_ausweis", "NB", colour=True)
def inlandsausweis_heft(case: Case) -> Paper:
    """An old booklet for use inside the state of origin, filled in by hand, in two languages."""
    paper, person = Paper(family="serif"), case.person
    paper.put(Frame(x=45, y=30, width=120, height=170, line=0.4, fill=(246, 243, 234)))
    paper.put(Stroke(points=((45, 115), (165, 115)), width=0.5, ink=PALE))
    block(paper, 105, 44, (person.origin.country.upper(), "MINISTERE DE L'INTERIEUR", "CARTE NATIONALE D'IDENTITE", f"No. {pattern('999999 / 99', case.rng)}"), size=11, step=6.5, bold=1, align="center")  # fmt: skip
    paper.put(Portrait(x=91, y=72, width=28, height=36))
    rows = (
        ("Nom", case.family),
        ("Prénoms", case.given),
        ("Né(e) le", case.born),
        ("à", person.birth_place),
        ("Fils / Fille de", f"{father(case).given} et de {mother(case).name}"),
        ("Profession", case.pick("commerçant", "étudiant", "cultivateur")),
        ("Domicile", person.birth_place),
        ("Taille", f"1 m {case.rng.randint(55, 90)}"),
    )
    for number, (label, value) in enumerate(rows):
        y = 125 + number * 7.4
        paper.text(50, y, label, size=8, ink=GREY)
        paper.text(76, y, value, size=10.5, family="wide", ink=BLUE)
        paper.put(Stroke(points=((75, y + 1.4), (160, y + 1.4)), width=0.1, ink=GREY))
    paper.text(50, 188, f"Fait à {person.birth_place}, le {german(case.issued)}", size=10, ink=BLUE, family="wide")  # fmt: skip
    paper.text(50, 196, "L'Officier de police", size=8)
    paper.stamp(118, 176, "ETAT CIVIL", "TIMBRE 500", angle=case.rng.uniform(-15, 15), ink=RED, size=8)
    return paper


@fresh("deutscher_passersatz", "NBM", colour=True)
def reiseausweis_fluechtling_doppelkopie(case: Case) -> Paper:
    """The blue booklet for refugees: cover at the top left, data page below it, side by side with notes."""
    paper, person = Paper(), case.person
    number = serial(case.rng, case.site.serial_office)
    paper.put(Frame(x=25, y=20, width=78, height=108, line=0.3, fill=(60, 80, 130)))
    block(paper, 64, 40, ("REISEAUSWEIS", "TRAVEL DOCUMENT", "TITRE DE VOYAGE"), size=10, step=6, bold=3, align="center", ink=(240, 225, 160))  # fmt: skip
    block(paper, 64, 92, ("Abkommen vom 28. Juli 1951", "Convention of 28 July 1951"), size=8, step=4.5, align="center", ink=(240, 225, 160))  # fmt: skip
    paper.put(Frame(x=25, y=140, width=160, height=112, line=0.3, fill=(236, 241, 250)))
    paper.text(30, 149, "BUNDESREPUBLIK DEUTSCHLAND", size=9, bold=True)
    paper.text(180, 149, number, size=11, family="ocr", align="right")
    paper.put(Portrait(x=30, y=156, width=38, height=50))
    rows = (
        ("(1) Name / Surname / Nom", case.family.upper()),
        ("(2) Vornamen / Given names / Prénoms", case.given.upper()),
        ("(3) Geburtstag / Date of birth", case.born.replace(".", " ")),
        ("(4) Geburtsort / Place of birth", person.birth_place.upper()),
        ("(5) Ausstellungsdatum / Date of issue", german(case.issued).replace(".", " ")),
        ("(6) Gültig bis / Date of expiry", german(years_after(case.issued, 3)).replace(".", " ")),
        ("(7) Behörde / Authority", case.site.title.upper()[:30]),
    )
    for index, (label, value) in enumerate(rows):
        visible(paper, 76, 156 + index * 9, label, value, size=9.5)
    visible(paper, 150, 174, "Geschlecht / Sex", person.sex, size=9.5)
    visible(paper, 150, 192, "Größe / Height", f"{case.rng.randint(156, 192)} CM", size=9.5)
    zone(paper, td3(bearer(case, "PR", "D", number, expiry_years=3)), x=31, y=238, width=148)
    return paper


@fresh("aufenthaltstitel", "NBDM", colour=True)
def aufenthaltserlaubnis_karte_grosskopie(case: Case) -> Paper:
    """Both sides of the card enlarged on one sheet for the employer, who wrote on the copy."""
    paper, person = Paper(), case.person
    scale = 1.7
    for top in (28.0, 140.0):
        paper.put(Frame(x=30, y=top, width=CARD[0] * scale, height=CARD[1] * scale, line=0.3, fill=(243, 246, 249)))  # fmt: skip
    paper.text(35, 37, "AUFENTHALTSTITEL / RESIDENCE PERMIT", size=11, bold=True)
    paper.text(171, 37, person.permit_number, size=11, family="ocr", align="right")
    paper.put(Portrait(x=35, y=44, width=38, height=50))
    basis = case.pick("§ 18A AUFENTHG", "§ 28 ABS. 1 S. 1 NR. 1 AUFENTHG", "§ 25 ABS. 2 AUFENTHG")
    rows = (
        ("NAME VORNAMEN / SURNAME FORENAMES", case.family.upper()),
        ("", case.given.upper()),
        ("GEB.-DATUM / DATE OF BIRTH", case.born.replace(".", " ")),
        ("ART DES TITELS / TYPE OF PERMIT", "AUFENTHALTSERLAUBNIS"),
        ("KARTE GÜLTIG BIS / CARD EXPIRY", german(years_after(case.issued, 3)).replace(".", " ")),
        ("ANMERKUNGEN / REMARKS", "SIEHE ZUSATZBLATT"),
    )
    for index, (label, value) in enumerate(rows):
        visible(paper, 80, 45 + index * 11.6, label, value, size=10.5)
    visible(paper, 145, 68.2, "GESCHL.  STAATSANG.", f"{person.sex}  {person.nationality}", size=10)
    visible(paper, 36, 147, "AUSSTELLUNGSDATUM / AUSSTELLUNGSORT", f"{german(case.issued)} / {case.site.city.upper()}", size=9.5)  # fmt: skip
    visible(paper, 36, 158, "ANMERKUNGEN", basis, size=9.5)
    visible(paper, 36, 169, "ANSCHRIFT", f"{case.site.postcode} {case.site.city.upper()}, {person.street.upper()}", size=8.5)  # fmt: skip
    visible(paper, 120, 158, "AUGENFARBE / GRÖSSE", f"BRAUN / {case.rng.randint(155, 190)} CM", size=9.5)
    zone(paper, td1(bearer(case, "AR", "D", person.permit_number, expiry_years=3)), x=35, y=200, width=136)
    paper.text(
        32, 250, f"Kopie für Personalakte, {german(case.later(10, 200))}", size=11, ink=BLUE, family="serif"
    )
    return paper


@fresh("visum", "NBDM", colour=True)
def visum_d_im_pass(case: Case) -> Paper:
    """A national visa for joining the family, on its passport page, with the stamp of the border."""
    paper, person = Paper(), case.person
    paper.put(Frame(x=38, y=40, width=134, height=186, line=0.3, fill=(248, 246, 241)))
    paper.text(105, 50, "VISAS", size=9, align="center", ink=GREY)
    paper.put(Frame(x=42, y=128, width=126, height=86, line=0.3, fill=(238, 245, 238)))
    paper.text(46, 136, "VISUM", size=13, bold=True)
    paper.text(76, 136, "DEUTSCHLAND", size=10, bold=True)
    paper.text(164, 136, pattern("D99999999", case.rng), size=10, family="ocr", align="right")
    paper.put(Portrait(x=46, y=142, width=28, height=36))
    fields = (
        (78, 142, "GÜLTIG FÜR", "DEUTSCHLAND"),
        (78, 151, "VOM", f"{case.later(2, 10):%d-%m-%y}"),
        (105, 151, "BIS", f"{case.later(92, 100):%d-%m-%y}"),
        (136, 151, "ANZAHL DER EINREISEN", "MULT"),
        (78, 160, "ART DES VISUMS", "D"),
        (105, 160, "DAUER DES AUFENTHALTS", "90 TAGE"),
        (78, 169, "AUSGESTELLT IN", person.birth_place.upper()),
        (136, 169, "AM", f"{case.issued:%d-%m-%y}"),
        (78, 178, "NAME, VORNAME", f"{case.family.upper()}, {case.given.upper()}"),
        (46, 187, "GEBURTSDATUM", case.born),
        (78, 187, "NUMMER DES REISEPASSES", person.passport_number),
    )
    for x, y, label, value in fields:
        visible(paper, x, y, label, value, size=8)
    paper.text(120, 197, "FAMILIENNACHZUG § 30 AUFENTHG", size=6.5)
    zone(paper, mrv(bearer(case, "VD", "D", pattern("999999999", case.rng), expiry_years=1)), x=45, y=206, width=120)  # fmt: skip
    paper.stamp(118, 82, "D  FRANKFURT FLUGHAFEN", f"{case.later(12, 60):%d %m %y}  07", angle=case.rng.uniform(-20, 20), size=9)  # fmt: skip
    return paper


@fresh("visum", "NDM", colour=True)
def visum_arbeit_kopie(case: Case) -> Paper:
    """The sticker alone on a sheet, for taking up work; the office's receipt stamp beside it."""
    paper, person = Paper(), case.person
    paper.put(Frame(x=30, y=30, width=150, height=102, line=0.3, fill=(239, 244, 247)))
    paper.text(35, 40, "BUNDESREPUBLIK DEUTSCHLAND", size=10, bold=True)
    paper.text(175, 40, f"VISUM  {pattern('D99999999', case.rng)}", size=10, family="ocr", align="right")
    paper.put(Portrait(x=35, y=47, width=34, height=44))
    fields = (
        (75, 48, "Gültig für / Valid for", "DEUTSCHLAND"),
        (75, 58, "vom / from", f"{case.later(5, 20):%d-%m-%y}"),
        (115, 58, "bis / until", f"{case.later(180, 186):%d-%m-%y}"),
        (75, 68, "Ausgestellt in / Issued in", person.birth_place.upper()),
        (135, 68, "am / on", f"{case.issued:%d-%m-%y}"),
        (75, 78, "Reisepass / Passport no.", person.passport_number),
        (135, 78, "Art / Type", "D"),
        (75, 88, "Name, Vorname / Surname, Given name", f"{case.family.upper()}, {case.given.upper()}"),
        (75, 98, "Anmerkungen / Remarks", "§ 18B AUFENTHG  BESCHÄFTIGUNG GEM. ZUSTIMMUNG"),
    )
    for x, y, label, value in fields:
        visible(paper, x, y, label, value, size=8.5)
    zone(paper, mrv(bearer(case, "V", "D", pattern("999999999", case.rng), expiry_years=1)), x=35, y=119, width=140)  # fmt: skip
    paper.stamp(70, 160, f"{case.site.city} – {case.site.office[:20]}", f"EINGANG {german(case.later(40, 90))}", angle=case.rng.uniform(-3, 3), size=10)  # fmt: skip
    return paper


@fresh("zusatzblatt", "NBD")
def zusatzblatt_erwerb(case: Case) -> Paper:
    """The folded green sheet copied flat: number and bearer left, remarks typed at the right."""
    paper, person = Paper(size=(210.0, 148.0), points=9, left=14, right=14, top=12, bottom=10), case.person
    for left in (14, 107):
        paper.put(Frame(x=left, y=14, width=90, height=118, line=0.3, fill=(240, 246, 240)))
    block(paper, 59, 24, ("Bundesrepublik Deutschland", "ZUSATZBLATT", "zum Aufenthaltstitel"), size=11, step=6, bold=2, align="center")  # fmt: skip
    rows = (
        ("Nummer des Zusatzblattes", pattern("L9999999", case.rng)),
        ("Nummer des Aufenthaltstitels", person.permit_number),
        ("Name", case.family),
        ("Vorname", case.given),
        ("Geburtsdatum", case.born),
        ("Ort, Datum der Ausstellung", f"{case.site.city}, {german(case.issued)}"),
    )
    for number, (label, value) in enumerate(rows):
        visible(paper, 19, 50 + number * 11, label, value, size=10)
    block(paper, 112, 24, ("Nebenbestimmungen / Anmerkungen",), size=9.5, bold=1)
    block(paper, 112, 34, ("Erwerbstätigkeit erlaubt.", "Wohnsitznahme ist auf das Land Hessen", "beschränkt (§ 12a Abs. 1 AufenthG),", f"längstens bis {german(years_after(case.issued, 2))}.", "Erlischt mit Bezug von Leistungen nicht."), size=9.5, step=5.5)  # fmt: skip
    block(paper, 112, 84, (case.site.title, case.site.office, f"Im Auftrag  {case.clerk}"), size=9)
    paper.stamp(160, 104, case.site.city[:12], "Siegel 9", angle=case.rng.uniform(-12, 12), size=8)
    return paper


@fresh("freizuegigkeitsbescheinigung", "NBM", colour=True)
def aufenthaltskarte_familie_karte(case: Case) -> Paper:
    """The card of a Union citizen's relative; valid five years, both sides one above the other."""
    paper, person = Paper(), case.person
    number = serial(case.rng, case.site.serial_office)
    for top in (40.0, 130.0):
        paper.put(Frame(x=45, y=top, width=CARD[0] * 1.35, height=CARD[1] * 1.35, line=0.3, fill=(247, 246, 242)))  # fmt: skip
    paper.text(49, 48, "AUFENTHALTSKARTE", size=10.5, bold=True)
    paper.text(157, 48, number, size=10, family="ocr", align="right")
    paper.put(Portrait(x=49, y=53, width=29, height=38))
    rows = (
        ("NAME, VORNAMEN", f"{case.family.upper()}, {case.given.upper()}"),
        ("GEBURTSDATUM, GESCHLECHT", f"{case.born}   {person.sex}"),
        ("STAATSANGEHÖRIGKEIT", person.nationality),
        ("GÜLTIG BIS", german(years_after(case.issued, 5))),
        ("ANMERKUNGEN", "FAMILIENANGEHÖRIGER UNIONSBÜRGER"),
    )
    for index, (label, value) in enumerate(rows):
        visible(paper, 83, 55 + index * 9.6, label, value, size=8.5)
    visible(paper, 50, 136, "ORT UND TAG DER AUSSTELLUNG", f"{case.site.city.upper()}, {german(case.issued)}", size=9)  # fmt: skip
    visible(paper, 50, 147, "RECHTSGRUNDLAGE", "§ 5 ABS. 1 FREIZÜGG/EU", size=9)
    zone(paper, td1(bearer(case, "AR", "D", number, expiry_years=5)), x=49, y=179, width=107)
    return paper


@fresh("freizuegigkeitsbescheinigung", "NBF")
def daueraufenthalt_bescheinigung_brief(case: Case) -> Paper:
    """A Union citizen's permanent right, certified on half a sheet with number and seal."""
    person = case.person
    paper = Paper(size=(210.0, 148.0), points=10, left=22, right=22, top=14, bottom=12, family="serif")
    paper.line(case.site.title, size=12, bold=True)
    paper.line(f"{case.site.office}, Az. {person.file_number}", size=9)
    paper.gap(6)
    paper.line("Bescheinigung des Daueraufenthalts", size=15, bold=True, align="center")
    paper.line(
        "für Unionsbürger und Staatsangehörige des EWR (§ 5 Abs. 5 FreizügG/EU)", size=9, align="center"
    )
    paper.gap(5)
    paper.field("Name, Vornamen", case.listed, column=48)
    if case.born:
        paper.field("geboren am", case.born, column=48)
    paper.field("Staatsangehörigkeit", person.origin.adjective, column=48)
    paper.field("wohnhaft", f"{person.street}, {case.site.city}", column=48)
    paper.gap(2)
    paper.paragraph("hat das Recht auf Einreise und Aufenthalt unabhängig vom weiteren Vorliegen der Voraussetzungen erworben. Die Bescheinigung ist unbefristet und nur mit gültigem Ausweis zu verwenden.")  # fmt: skip
    paper.line(f"{case.site.city}, {german_long(case.issued)}")
    paper.gap(6)
    paper.line(f"Im Auftrag {case.clerk}")
    paper.stamp(140, 104, case.site.city, "Dienstsiegel", angle=case.rng.uniform(-9, 9), size=9)
    return paper
