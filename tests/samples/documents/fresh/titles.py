"""Layouts of this round: titles, their sheets, visas, and papers on free movement."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.fresh.heads import fresh
from tests.samples.documents.identity import bearer, visible, zone
from tests.samples.documents.letter import years_after
from tests.samples.documents.measured.parts import block
from tests.samples.mrz import mrv, td1
from tests.samples.numbers import pattern, serial
from tests.samples.paper import Paper
from tests.samples.sheet import BLUE, CARD, GREY, Frame, Portrait


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


@fresh("aufenthaltstitel", "NBDM", colour=True)
def blaue_karte_vorderseite_karte(case: Case) -> Paper:
    """The card of a specialist: small front and back side by side in the size of the original."""
    paper, person = Paper(), case.person
    for left in (14.0, 108.0):
        paper.put(Frame(x=left, y=60, width=CARD[0], height=CARD[1], line=0.3, fill=(240, 245, 250)))
    paper.text(17, 65, "AUFENTHALTSTITEL", size=7.5, bold=True)
    paper.text(97, 65, person.permit_number, size=8, family="ocr", align="right")
    paper.put(Portrait(x=17, y=68, width=22, height=29))
    rows = (
        ("NAME", case.family.upper()),
        ("VORNAMEN", case.given.upper()),
        ("GEBURTSDATUM", case.born.replace(".", " ")),
        ("ART DES TITELS", "BLAUE KARTE EU"),
        ("KARTE GÜLTIG BIS", german(years_after(case.issued, 4)).replace(".", " ")),
    )
    for number, (label, value) in enumerate(rows):
        visible(paper, 43, 69 + number * 8, label, value, size=8)
    visible(paper, 78, 85, "STAATSANG.", person.nationality, size=8)
    visible(
        paper, 111, 65, "AUSGESTELLT AM / IN", f"{german(case.issued)} {case.site.city.upper()}", size=7.5
    )
    visible(paper, 111, 73, "ANMERKUNGEN", "§ 18G ABS. 1 AUFENTHG", size=7.5)
    visible(paper, 158, 73, "GRÖSSE", f"{case.rng.randint(155, 190)} CM", size=7.5)
    visible(paper, 111, 81, "ANSCHRIFT", f"{case.site.city.upper()}, {person.street.upper()}", size=7)
    zone(paper, td1(bearer(case, "AR", "D", person.permit_number, expiry_years=4)), x=111, y=98, width=79)
    paper.text(20, 40, "Anlage 3", size=10)
    return paper


@fresh("zusatzblatt", "NBD")
def zusatzblatt_blauekarte_brief(case: Case) -> Paper:
    """A sheet with seal for work tied to one employer; the conditions set as numbered lines."""
    person = case.person
    paper = Paper(points=10, left=24, right=24, family="serif")
    paper.line("Zusatzblatt", size=18, bold=True)
    paper.line("Supplementary sheet – nur gültig in Verbindung mit dem Aufenthaltstitel", size=9)
    paper.gap(4)
    paper.boxes(
        ("Nr. des Zusatzblattes", pattern("L99999999", case.rng), 1),
        ("Nr. des Aufenthaltstitels", person.permit_number, 1),
    )
    paper.boxes(
        ("Name", case.family, 1), ("Vornamen", case.given, 1), ("Geburtsdatum", case.born, 1), family="wide"
    )
    paper.boxes(
        ("Staatsangehörigkeit", person.origin.adjective, 1),
        ("Ausgestellt am", german(case.issued), 1),
        ("Gültig bis", german(years_after(case.issued, 2)), 1),
    )
    paper.gap(4)
    for text in (
        "1. Beschäftigung nur gestattet als Köchin/Koch bei Gasthaus Zum Musterhirsch, Kassel.",
        "2. Nebentätigkeiten bis zu zehn Stunden wöchentlich erlaubt.",
        "3. Selbständige Tätigkeit nicht erlaubt.",
        "4. Der Titel erlischt nicht durch Aufenthalt außerhalb des Bundesgebiets bis zu sechs Monaten.",
    ):
        paper.paragraph(text)
    paper.line(f"{case.site.title}, {case.site.office}", size=9)
    paper.line(f"Im Auftrag {case.clerk}", size=9)
    paper.stamp(135, paper.y + 4, case.site.city, "Dienstsiegel 11", angle=case.rng.uniform(-9, 9), size=9)
    return paper
