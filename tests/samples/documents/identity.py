"""Section Identität: passports, foreign identity cards, German travel documents, identity clearing."""

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.layouts import layout
from tests.samples.documents.letter import (
    closing,
    letter,
    office,
    place_and_date,
    receipt_stamp,
    years_after,
)
from tests.samples.mrz import Bearer, birth_field, td1, td3
from tests.samples.names import INTERPRETERS
from tests.samples.numbers import pattern, serial
from tests.samples.paper import Paper
from tests.samples.sheet import GREY, PALE, TINT, Frame, Portrait


def bearer(
    case: Case, code: str, issuer: str, number: str, *, expiry_years: int, optional: str = ""
) -> Bearer:
    """The machine-readable zone's content for the person of `case`."""
    person = case.person
    return Bearer(
        code=code,
        issuer=issuer,
        surname=person.family_name,
        given="" if person.given_names == "-" else person.given_names,
        number=number,
        nationality=person.nationality,
        birth=birth_field(person.birth_date),
        sex=person.sex,
        expiry=f"{years_after(case.issued, expiry_years):%y%m%d}",
        optional=optional,
    )


def zone(paper: Paper, lines: tuple[str, ...], *, x: float, y: float, width: float) -> None:
    """The lines in a monospaced face, spread to `width` millimetres as on the real document."""
    points = width / (len(lines[0]) * 0.602 * 25.4 / 72)
    for number, line in enumerate(lines):
        paper.text(x, y + number * points * 0.56, line, family="ocr", size=points)


def visible(paper: Paper, x: float, y: float, label: str, value: str, *, size: float = 9.5) -> None:
    """Label above value in the visual zone, in the face that has every letter."""
    paper.text(x, y, label, size=max(4.6, size * 0.58), ink=GREY)
    paper.text(x, y + size * 0.42, value, size=size, family="wide")


def booklet_page(
    paper: Paper,
    case: Case,
    *,
    top: float,
    labels: tuple[str, ...],
    title: str,
    country: str,
    number: str,
    code: str,
    lines: tuple[str, ...],
    office_name: str,
    years: int,
) -> None:
    """One passport data page, 125 by 88 millimetres, somewhere on a copy."""
    left, person = 38.0, case.person
    paper.put(Frame(x=left, y=top, width=134, height=94, line=0.3, fill=(246, 246, 246)))
    paper.text(left + 5, top + 7, title, size=10, bold=True, family="wide")
    paper.text(left + 129, top + 7, country, size=8.5, bold=True, family="wide", align="right")
    paper.put(Portrait(x=left + 5, y=top + 14, width=32, height=42))
    x, y = left + 43, top + 13
    visible(paper, x, y, labels[0], lines[0][0])
    visible(paper, x + 28, y, labels[1], code)
    visible(paper, x + 55, y, labels[2], number)
    birth, nationality = case.born, person.origin.adjective if code == "D" else person.nationality
    rows = (
        (labels[3], case.family.upper()),
        (labels[4], case.given.upper()),
        (labels[5], nationality.upper()),
        (labels[6], birth.replace(".", " ")),
    )
    for index, (label, value) in enumerate(rows, 1):
        visible(paper, x, y + index * 9.3, label, value)
    visible(paper, x + 45, y + 37.2, labels[7], person.sex)
    visible(paper, x + 60, y + 37.2, labels[8], person.birth_place.upper(), size=8.5)
    visible(paper, x, y + 46.5, labels[9], german(case.issued).replace(".", " "))
    visible(paper, x + 30, y + 46.5, labels[10], german(years_after(case.issued, years)).replace(".", " "))
    visible(paper, x + 60, y + 46.5, labels[11], office_name, size=8)
    zone(paper, lines, x=left + 4, y=top + 82, width=126)


_PASSPORT = (
    "Type / Type", "Code of issuing State", "Passport No. / No. du passeport", "Surname / Nom",
    "Given names / Prénoms", "Nationality / Nationalité", "Date of birth / Date de naissance", "Sex / Sexe",
    "Place of birth / Lieu de naissance", "Date of issue", "Date of expiry", "Authority / Autorité",
)  # fmt: skip
_GERMAN = (
    "Typ / Type", "Kode / Code", "Nr. / No.", "Name / Surname / Nom", "Vornamen / Given names / Prénoms",
    "Staatsangehörigkeit / Nationality", "Geburtstag / Date of birth", "Geschlecht / Sex",
    "Geburtsort / Place of birth", "Ausstellungsdatum", "Gültig bis / Date of expiry", "Behörde / Authority",
)  # fmt: skip


@layout("reisepass", "NBDM", colour=True)
def reisepass(case: Case) -> Paper:
    """The data page of a foreign passport, copied onto the middle of a sheet."""
    paper = Paper()
    person = case.person
    lines = td3(bearer(case, "P", person.nationality, person.passport_number, expiry_years=10))
    booklet_page(
        paper, case, top=case.rng.uniform(45, 80), labels=_PASSPORT, title="PASSPORT / PASSEPORT",
        country=person.origin.country.upper(), number=person.passport_number, code=person.nationality,
        lines=lines, office_name=person.birth_place.upper(), years=10,
    )  # fmt: skip
    return paper


@layout("reisepass", "NBDM")
def reisepass_kopie_beglaubigt(case: Case) -> Paper:
    """Passport copy with the office's note that the original was seen."""
    paper = reisepass(case)
    paper.y = 200
    paper.paragraph(f"Das Original hat vorgelegen. {case.site.city}, {german(case.later(100, 600))}")
    paper.stamp(
        120, 205, case.site.title[:26], "Ausländerbehörde", "1", angle=case.rng.uniform(-8, 8), size=8
    )
    return paper


@layout("nationaler_ausweis", "NBM", colour=True)
def personalausweis_fremd(case: Case) -> Paper:
    """Front and back of a foreign identity card on one copy."""
    paper, person = Paper(), case.person
    for top in (50, 120):
        paper.put(Frame(x=60, y=top, width=85.6, height=54, line=0.3, fill=(244, 244, 244)))
    title = (
        "KİMLİK KARTI / IDENTITY CARD" if person.nationality == "TUR" else "IDENTITY CARD / CARTE D'IDENTITÉ"
    )
    paper.text(64, 56, person.origin.country.upper(), size=7.5, bold=True, family="wide")
    paper.text(64, 60.5, title, size=7.5, bold=True, family="wide")
    paper.put(Portrait(x=64, y=66, width=22, height=29))
    number = pattern("L99999999", case.rng)
    rows = (
        ("Surname", case.family),
        ("Given names", case.given),
        ("Date of birth", case.born),
        ("Document No.", number),
    )
    for index, (label, value) in enumerate(rows):
        visible(paper, 90, 67 + index * 9, label, value.upper(), size=8.5)
    visible(paper, 64, 126, "Place of birth", person.birth_place, size=8)
    visible(paper, 64, 136, "Date of issue", german(case.issued), size=8)
    zone(paper, td1(bearer(case, "I", person.nationality, number, expiry_years=10)), x=63, y=158, width=79)
    return paper


@layout("nationaler_ausweis", "NB")
def tazkira_uebersetzung(case: Case) -> Paper:
    """A translation of a tazkira by a sworn translator."""
    paper, person = Paper(family="serif", points=11.5), case.person
    paper.line("Beglaubigte Übersetzung aus der Landessprache", size=10)
    paper.gap(6)
    paper.line(f"Republik {person.origin.country}", size=13, bold=True, align="center")
    paper.line("Innenministerium – Hauptamt für Personenstand", align="center")
    paper.line("TAZKIRA (Personalausweis)", size=15, bold=True, align="center")
    paper.gap(8)
    year = int(person.birth_date[:4])
    paper.field("Name:", case.given, column=60)
    paper.field("Familienname:", case.family, column=60)
    paper.field("Name des Vaters:", case.pick("Abdul Musterim", "Ghulam Testi", "Haji Beispiel"), column=60)
    paper.field("Geburtsdatum:", case.born, column=60)
    paper.field("Geburtsort:", person.birth_place, column=60)
    paper.field("Alter:", f"{case.issued.year - year} Jahre im Jahr {case.issued.year - 621}", column=60)
    paper.field(
        "Registernummer:", f"Band {case.rng.randint(1, 40)}, Seite {case.rng.randint(1, 200)}", column=60
    )
    paper.gap(8)
    paper.paragraph(
        "Die Richtigkeit und Vollständigkeit der vorstehenden Übersetzung wird hiermit bescheinigt. "
        "Die Vorlage war kein Reisepass und trug kein Lichtbild."
    )
    place_and_date(paper, case, case.rng.choice(INTERPRETERS) + ", beeidigte Übersetzerin")
    return paper


@layout("deutscher_passersatz", "NBM", colour=True)
def reiseausweis_fluechtling(case: Case) -> Paper:
    paper = Paper()
    number = serial(case.rng, case.site.serial_office)
    lines = td3(bearer(case, "PR", "D", number, expiry_years=3))
    booklet_page(
        paper, case, top=60, labels=_GERMAN, title="REISEAUSWEIS / TRAVEL DOCUMENT", country="DEUTSCHLAND",
        number=number, code="D", lines=lines, office_name=case.site.city.upper(), years=3,
    )  # fmt: skip
    paper.text(38, 160, "(Abkommen vom 28. Juli 1951 / Convention of 28 July 1951)", size=8.5)
    return paper


@layout("deutscher_passersatz", "NBFA")
def ausweisersatz(case: Case) -> Paper:
    """A substitute identity paper as a folded form."""
    paper, person = Paper(), case.person
    paper.text(105, 24, "Bundesrepublik Deutschland", size=11, align="center")
    paper.text(105, 34, "AUSWEISERSATZ", size=20, bold=True, align="center")
    paper.text(105, 41, "gemäß § 48 Abs. 2 AufenthG i. V. m. § 55 AufenthV", size=9.5, align="center")
    paper.put(Portrait(x=150, y=50, width=35, height=45))
    paper.y = 52
    paper.right_edge = 145
    for label, value in (
        ("Name", case.family), ("Vorname(n)", case.given), ("Geburtsdatum", case.born),
        ("Geburtsort", person.birth_place), ("Staatsangehörigkeit", person.origin.adjective),
        ("AZR-Nummer", person.azr_number), ("Aktenzeichen", person.file_number),
    ):  # fmt: skip
        paper.boxes((label, value, 1), height=10.5, family="wide")
    paper.right_edge = 190
    paper.gap(6)
    paper.ticks(("Die Personalangaben beruhen auf den eigenen Angaben des Inhabers / der Inhaberin.", True))
    paper.paragraph(
        "Der Inhaber genügt mit dieser Bescheinigung der Ausweispflicht. Er ist zum Grenzübertritt "
        f"nicht berechtigt. Gültig bis {german(case.later(180, 360))}."
    )
    place_and_date(paper, case, f"{case.site.office} (Dienstsiegel)")
    return paper


@layout("identitaetsklaerung", "NBAF")
def mitwirkung_passbeschaffung(case: Case) -> Paper:
    paper = letter(
        case, office(case), case.address,
        ("Aufforderung zur Mitwirkung bei der Passbeschaffung gemäß § 48 Abs. 3 AufenthG", case.subject,
         f"AZR-Nr.: {case.person.azr_number}"),
        references=(("Mein Zeichen", case.person.file_number), ("Auskunft", case.clerk)),
        greeting=case.salutation,
    )  # fmt: skip
    paper.paragraph(
        "Sie sind vollziehbar ausreisepflichtig und im Besitz einer Duldung. Ein gültiger Reisepass liegt "
        "der Ausländerbehörde nicht vor. Ihre Identität ist bislang nicht geklärt."
    )
    paper.paragraph(
        "Gemäß § 48 Abs. 3 AufenthG sind Sie verpflichtet, an der Beschaffung eines Identitätspapiers "
        f"mitzuwirken. Ich fordere Sie auf, bis zum {german(case.later(28, 60))} bei der Botschaft oder dem "
        f"Generalkonsulat Ihres Herkunftsstaates ({case.person.origin.country}) einen Pass zu beantragen "
        "und mir den Nachweis vorzulegen."
    )
    paper.paragraph(
        "Kommen Sie Ihrer Mitwirkungspflicht nicht nach, kann Ihnen nach § 60a Abs. 6 AufenthG die "
        "Erwerbstätigkeit nicht erlaubt werden."
    )
    closing(paper, case, case.clerk, order="Im Auftrag")
    return paper


@layout("identitaetsklaerung", "NBA")
def ed_personalbogen(case: Case) -> Paper:
    paper, person = Paper(), case.person
    paper.line("Personalbogen", size=17, bold=True)
    paper.line("Erkennungsdienstliche Behandlung nach § 49 AufenthG / § 16 AsylG", size=10)
    paper.gap(4)
    paper.boxes(("Familienname", case.family, 3), ("Geburtsname", person.birth_name or "–", 2), family="wide")
    paper.boxes(
        ("Vornamen", case.given, 3),
        ("Geschlecht", person.sex, 1),
        ("AZR-Nummer", person.azr_number, 2),
        family="wide",
    )
    paper.boxes(
        ("Geburtsdatum", case.born, 2),
        ("Geburtsort", person.birth_place, 2),
        ("Staatsangehörigkeit", person.nationality, 2),
        family="wide",
    )
    paper.boxes(("Aliasnamen", "; ".join(person.aliases) or "keine bekannt", 1), family="wide")
    paper.boxes(
        ("D-Nummer", pattern("L999999999999", case.rng), 2),
        ("EURODAC-Nr.", pattern("DE1999999999", case.rng), 2),
        family="wide",
    )
    paper.gap(5)
    paper.heading("Fingerabdrücke (rechte Hand)")
    top = paper.y
    for index, finger in enumerate(("Daumen", "Zeigefinger", "Mittelfinger", "Ringfinger", "kleiner Finger")):
        paper.put(Frame(x=25 + index * 33, y=top, width=32, height=36, fill=TINT))
        paper.put(Frame(x=33 + index * 33, y=top + 7, width=16, height=22, ink=None, fill=PALE))
        paper.text(26.5 + index * 33, top + 34, finger, size=7)
    paper.y = top + 42
    paper.paragraph(
        f"Aufgenommen am {german(case.issued)} in der Erstaufnahmeeinrichtung Musterstadt durch {case.clerk}."
    )
    receipt_stamp(paper, case, y=230)
    return paper
