"""Layouts of this round: foreign passports and identity cards, German papers that stand in for them."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.fresh.heads import fresh
from tests.samples.documents.identity import bearer, visible, zone
from tests.samples.documents.letter import years_after
from tests.samples.documents.measured.parts import block, father, mother
from tests.samples.mrz import td1, td3
from tests.samples.numbers import pattern, serial
from tests.samples.paper import Paper
from tests.samples.sheet import BLUE, GREY, PALE, RED, Frame, Portrait, Stroke


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


@fresh("deutscher_passersatz", "NBFA")
def ausweisersatz_beidseitig(case: Case) -> Paper:
    """The green leaf that stands in for a passport while this is withheld: two halves below each other."""
    person = case.person
    paper = Paper(points=9)
    for top in (24, 134):
        paper.put(Frame(x=32, y=top, width=146, height=104, line=0.3, fill=(238, 244, 240)))
    paper.text(38, 34, "Bundesrepublik Deutschland", size=9)
    paper.text(38, 42, "Ausweisersatz", size=15, bold=True)
    paper.text(172, 38, pattern("N 9999999", case.rng), size=11, family="ocr", align="right")
    paper.put(Portrait(x=38, y=48, width=35, height=45))
    facts = (
        ("Name", case.family.upper()),
        ("Vornamen", case.given.upper()),
        ("Geburtstag und -ort", " ".join(filter(None, (case.born, person.birth_place.upper())))),
        ("Staatsangehörigkeit", person.origin.adjective.upper()),
        ("Anschrift", f"{person.street}, {case.site.postcode} {case.site.city}"),
        ("AZR-Nummer", person.azr_number),
    )
    for number, (label, value) in enumerate(facts):
        visible(paper, 80, 50 + number * 11, label, value, size=9.5)
    block(
        paper,
        38,
        144,
        (
            "Der Inhaber ist mit dieser Bescheinigung seiner Ausweispflicht nachgekommen",
            "(§ 48 Abs. 2 AufenthG). Sie berechtigt nicht zum Überschreiten der Grenze.",
        ),
        size=9,
    )
    visible(
        paper,
        38,
        160,
        "Ausstellende Behörde, Aktenzeichen",
        f"{case.site.office}, {person.file_number}",
        size=9,
    )
    visible(paper, 38, 174, "Ausgestellt am", german(case.issued), size=9.5)
    visible(paper, 90, 174, "Gültig bis", german(case.later(300, 360)), size=9.5)
    block(
        paper,
        38,
        196,
        ("Der Pass wird von der Behörde verwahrt (§ 50 Abs. 5 AufenthG).", f"Im Auftrag {case.clerk}"),
        size=9,
    )
    paper.stamp(130, 200, case.site.city, "Siegel 6", angle=case.rng.uniform(-12, 12), size=9)
    return paper


@fresh("nationaler_ausweis", "NBD", dated=False, colour=True)
def ausweis_nur_vorderseite(case: Case) -> Paper:
    """The front of a card alone, without a zone: a day of expiry, but none of issue."""
    paper, person = Paper(), case.person
    paper.put(Frame(x=52, y=50, width=107, height=67, line=0.3, fill=(246, 243, 248)))
    paper.text(56, 57, person.origin.country.upper(), size=9, bold=True, family="wide")
    paper.text(155, 57, "IDENTITY CARD", size=9, bold=True, align="right")
    paper.put(Portrait(x=56, y=62, width=27, height=36))
    rows = (
        ("Surname", case.family.upper()),
        ("Given names", case.given.upper()),
        ("Date of birth", case.born),
        ("Place of birth", person.birth_place.upper()),
        ("Card no.", person.passport_number),
        ("Expires", german(years_after(case.issued, 6))),
    )
    for number, (label, value) in enumerate(rows):
        visible(paper, 88, 63 + number * 8.6, label, value, size=8.5)
    return paper
