"""Section Aufenthaltstitel: residence permit card and sticker, supplement, visa, provisional certificates."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.identity import bearer, visible, zone
from tests.samples.documents.layouts import layout
from tests.samples.documents.letter import closing, letter, office, place_and_date, remedies, years_after
from tests.samples.mrz import mrv, td1, td2
from tests.samples.numbers import pattern, serial
from tests.samples.paper import Paper
from tests.samples.sheet import CARD, Code, Frame, Portrait

_GROUNDS = ("§ 18a AufenthG", "§ 18b AufenthG", "§ 25 Abs. 2 AufenthG", "§ 28 Abs. 1 Nr. 1 AufenthG",
            "§ 30 Abs. 1 AufenthG", "§ 25 Abs. 3 AufenthG")  # fmt: skip


def _card_front(paper: Paper, case: Case, x: float, y: float, ground: str) -> None:
    paper.put(Frame(x=x, y=y, width=CARD[0], height=CARD[1], line=0.3, fill=(247, 247, 247)))
    paper.text(x + 3, y + 5.5, "AUFENTHALTSTITEL", size=9.5, bold=True)
    paper.text(x + 38, y + 5.5, "RESIDENCE PERMIT", size=6)
    paper.text(x + 82.5, y + 5.5, case.person.permit_number, size=8.5, bold=True, family="ocr", align="right")
    paper.put(Portrait(x=x + 3, y=y + 11, width=25, height=33))
    rows = (("NAME / Name", f"{case.family.upper()}"), ("VORNAMEN / Given names", case.given.upper()),
            ("GEBURTSTAG / Date of birth", case.born.replace(".", " ")),
            ("STAATSANGEHÖRIGKEIT / Nationality", case.person.nationality))  # fmt: skip
    for index, (label, value) in enumerate(rows):
        visible(paper, x + 31, y + 10.5 + index * 7.6, label, value, size=8.5)
    visible(
        paper,
        x + 31,
        y + 41,
        "GÜLTIG BIS / Card expiry",
        german(years_after(case.issued, 3)).replace(".", " "),
        size=8.5,
    )
    visible(paper, x + 58, y + 41, "ART DES TITELS / Type", "AUFENTHALTSERLAUBNIS", size=5.5)
    paper.text(x + 31, y + 51, f"{ground.upper()} ERWERBSTÄTIGKEIT ERLAUBT", size=5)


def _card_back(paper: Paper, case: Case, x: float, y: float) -> None:
    paper.put(Frame(x=x, y=y, width=CARD[0], height=CARD[1], line=0.3, fill=(247, 247, 247)))
    visible(paper, x + 4, y + 4, "GEBURTSORT / Place of birth", case.person.birth_place.upper(), size=7.5)
    visible(
        paper,
        x + 4,
        y + 11,
        "AUSSTELLUNGSDATUM / Date of issue",
        german(case.issued).replace(".", " "),
        size=7.5,
    )
    visible(paper, x + 42, y + 11, "AUSSTELLENDE BEHÖRDE", case.site.title.upper()[:22], size=6)
    visible(
        paper,
        x + 4,
        y + 18,
        "ANSCHRIFT / Address",
        f"{case.person.street}, {case.site.postcode} {case.site.city}",
        size=6.5,
    )
    zone(
        paper,
        td1(bearer(case, "AR", "D", case.person.permit_number, expiry_years=3)),
        x=x + 3,
        y=y + 37,
        width=79.5,
    )


@layout("aufenthaltstitel", "NBDM", colour=True)
def aufenthaltstitel_kopie(case: Case) -> Paper:
    """Both sides of the card on one copied sheet."""
    paper, ground = Paper(), case.pick(*_GROUNDS)
    _card_front(paper, case, 62, case.rng.uniform(35, 50), ground)
    _card_back(paper, case, 62, case.rng.uniform(110, 125))
    return paper


@layout("aufenthaltstitel", "NBDM", colour=True)
def aufenthaltstitel_karte(case: Case) -> Paper:
    """Front and back as two pages of the card's own size."""
    paper = Paper(size=CARD, left=3, right=3, top=4, bottom=2)
    _card_front(paper, case, 0, 0, case.pick(*_GROUNDS))
    paper.sheets.append(type(paper.sheets[0])(width=CARD[0], height=CARD[1]))
    _card_back(paper, case, 0, 0)
    return paper


@layout("aufenthaltstitel", "NBDM")
def aufenthaltstitel_etikett(case: Case) -> Paper:
    """The older sticker, as on the page of a passport."""
    paper = Paper()
    x, y = 45.0, case.rng.uniform(50, 90)
    paper.put(Frame(x=x, y=y, width=120, height=80, line=0.3, fill=(248, 248, 248)))
    paper.text(x + 5, y + 7, "AUFENTHALTSTITEL", size=11, bold=True)
    paper.text(x + 115, y + 7, case.person.permit_number, size=10, family="ocr", align="right")
    paper.text(x + 5, y + 12, "BUNDESREPUBLIK DEUTSCHLAND", size=7)
    paper.put(Portrait(x=x + 5, y=y + 17, width=28, height=36))
    rows = (("Name, Vorname", f"{case.family.upper()}, {case.given.upper()}"), ("geboren am", case.born),
            ("Art des Titels", "AUFENTHALTSERLAUBNIS"), ("gültig bis", german(years_after(case.issued, 2))),
            ("ausgestellt in / am", f"{case.site.city.upper()}, {german(case.issued)}"))  # fmt: skip
    for index, (label, value) in enumerate(rows):
        visible(paper, x + 38, y + 16 + index * 8, label, value, size=9)
    paper.text(x + 38, y + 57, f"Anmerkungen: {case.pick(*_GROUNDS)}", size=8)
    zone(
        paper,
        td2(bearer(case, "AT", "D", case.person.permit_number, expiry_years=2)),
        x=x + 4,
        y=y + 69,
        width=112,
    )
    return paper


@layout("zusatzblatt", "NBD")
def zusatzblatt(case: Case) -> Paper:
    paper = Paper(size=(105, 148), left=10, right=10, top=12, bottom=10, points=9)
    paper.line("Zusatzblatt", size=14, bold=True, align="center")
    paper.line("zum Aufenthaltstitel / zur Aufenthaltskarte", size=8.5, align="center")
    paper.line(f"Nr. {case.person.permit_number}", size=10, bold=True, align="center")
    paper.gap(4)
    paper.field("Name:", case.family, column=26)
    paper.field("Vorname(n):", case.given, column=26)
    paper.field("geb. am:", case.born, column=26)
    paper.field("Zusatzblatt-Nr.:", pattern("L9999999", case.rng), column=26)
    paper.heading("Nebenbestimmungen", size=10)
    paper.paragraph(case.pick(
        "Erwerbstätigkeit erlaubt.",
        "Beschäftigung nur gemäß Zustimmung der Bundesagentur für Arbeit erlaubt. Selbständige Tätigkeit nicht gestattet.",
        "Wohnsitznahme im Land Hessen erforderlich. Erwerbstätigkeit erlaubt.",
    ), size=9)  # fmt: skip
    paper.paragraph(
        f"Rechtsgrundlage: {case.pick(*_GROUNDS)}. Erlischt bei Ausreise, sofern der Aufenthaltstitel erlischt.",
        size=8.5,
    )
    paper.put(
        Code(
            x=74, y=112, width=20, height=20, content=f"D{case.person.permit_number}", symbology="DataMatrix"
        )
    )
    paper.gap(4)
    paper.line(f"{case.site.city}, {german(case.issued)}", size=9)
    paper.line(case.site.office, size=8)
    return paper


@layout("visum", "NDM", colour=True)
def visum(case: Case) -> Paper:
    paper = Paper()
    x, y = 40.0, case.rng.uniform(45, 80)
    paper.put(Frame(x=x, y=y, width=124, height=82, line=0.3, fill=(248, 248, 248)))
    number = pattern("999999999", case.rng)
    paper.text(x + 5, y + 7, "VISUM", size=13, bold=True)
    paper.text(x + 30, y + 7, "BUNDESREPUBLIK DEUTSCHLAND", size=7.5)
    paper.text(x + 119, y + 7, number, size=10, family="ocr", align="right")
    paper.put(Portrait(x=x + 5, y=y + 14, width=30, height=38))
    rows = (("GÜLTIG FÜR / VALID FOR", "DEUTSCHLAND"),
            ("VOM / FROM  –  BIS / UNTIL", f"{german(case.later(5, 30))}  –  {german(case.later(95, 120))}"),
            ("ART DES VISUMS / TYPE OF VISA", "D          MULT          ***"),
            ("AUSGESTELLT IN / AM", f"{case.person.origin.places[0].upper()}   {german(case.issued)}"),
            ("PASSNUMMER / PASSPORT NO.", case.person.passport_number),
            ("NAME, VORNAME / SURNAME, NAME", case.listed.upper()))  # fmt: skip
    for index, (label, value) in enumerate(rows):
        visible(paper, x + 40, y + 13 + index * 7.6, label, value, size=8.5)
    paper.text(
        x + 40,
        y + 61,
        f"ANMERKUNGEN: {case.pick('§ 30 AUFENTHG', '§ 18A AUFENTHG', '§ 16B AUFENTHG')}",
        size=7,
    )
    zone(paper, mrv(bearer(case, "VN", "D", number, expiry_years=1)), x=x + 4, y=y + 72, width=116)
    return paper


def _certificate(
    case: Case, title: str, base: str, *, code: str, years: int, points: tuple[str, ...]
) -> Paper:
    """A folded green-and-white certificate: boxes, serial number, ticked grounds, zone."""
    paper, person = Paper(top=16), case.person
    number = serial(case.rng, case.site.serial_office)
    paper.text(25, 20, "Bundesrepublik Deutschland", size=9)
    paper.text(190, 20, number, size=10, family="ocr", align="right")
    paper.text(25, 32, title, size=17, bold=True)
    paper.text(25, 38, base, size=9)
    paper.put(Portrait(x=155, y=44, width=31, height=39))
    paper.y, paper.right_edge = 44, 150
    paper.boxes(("Name", case.family, 1), family="wide")
    paper.boxes(("Vorname(n)", case.given, 1), family="wide")
    paper.boxes(("Geburtsdatum", case.born, 1), ("Geburtsort", person.birth_place, 1), family="wide")
    paper.boxes(
        ("Staatsangehörigkeit", person.nationality, 1), ("AZR-Nummer", person.azr_number, 1), family="wide"
    )
    paper.right_edge = 190
    paper.boxes(
        ("Anschrift", f"{person.street}, {case.site.postcode} {case.site.city}", 3),
        ("Aktenzeichen", person.file_number, 2),
    )
    paper.boxes(("ausgestellt am", german(case.issued), 1), ("gültig bis", german(case.later(150, 180)), 1))
    paper.gap(4)
    for index, point in enumerate(points):
        paper.ticks((point, index == 0))
    place_and_date(paper, case, f"{case.site.office}, im Auftrag")
    paper.stamp(82, paper.y - 20, "Dienstsiegel", case.site.city, angle=case.rng.uniform(-10, 10), size=8)
    zone(paper, td2(bearer(case, code, "D", number, expiry_years=years)), x=28, y=262, width=130)
    return paper


@layout("fiktionsbescheinigung", "NBFAM", colour=True)
def fiktionsbescheinigung(case: Case) -> Paper:
    return _certificate(
        case, "FIKTIONSBESCHEINIGUNG", "gemäß § 81 Abs. 5 AufenthG", code="AB", years=1,
        points=("Der Aufenthaltstitel gilt als fortbestehend (§ 81 Abs. 4 AufenthG).",
                "Der Aufenthalt gilt als erlaubt (§ 81 Abs. 3 Satz 1 AufenthG).",
                "Die Abschiebung gilt als ausgesetzt (§ 81 Abs. 3 Satz 2 AufenthG)."),
    )  # fmt: skip


@layout("duldung", "NBFAM", colour=True)
def duldung(case: Case) -> Paper:
    return _certificate(
        case, "DULDUNG", "Aussetzung der Abschiebung (§ 60a AufenthG) – Kein Aufenthaltstitel! Der Inhaber ist ausreisepflichtig!",
        code="DD", years=1,
        points=("Erwerbstätigkeit nur mit Genehmigung der Ausländerbehörde gestattet.",
                "Wohnsitznahme nur in der oben genannten Gemeinde gestattet.",
                "für Personen mit ungeklärter Identität (§ 60b AufenthG)"),
    )  # fmt: skip


@layout("duldung", "NBF")
def duldung_verlaengerung(case: Case) -> Paper:
    """The older form: a plain sheet with the holder's data left of the values."""
    paper = Paper(family="serif", points=11.5)
    paper.line(f"{case.site.title} – {case.site.office}", size=10)
    paper.line(f"Az.: {case.person.file_number}", size=10)
    paper.gap(8)
    paper.line("Aussetzung der Abschiebung", size=17, bold=True, align="center")
    paper.line("(Duldung)", size=14, bold=True, align="center")
    paper.gap(6)
    paper.paragraph(
        "Die Abschiebung der nachstehend bezeichneten Person wird gemäß § 60a Abs. 2 Satz 1 AufenthG "
        f"bis zum {german(case.later(80, 180))} ausgesetzt."
    )
    for label, value in (("Name:", case.family), ("Vorname:", case.given), ("geboren am:", case.born),
                         ("in:", case.person.birth_place), ("Staatsangehörigkeit:", case.person.origin.adjective),
                         ("Wohnort:", f"{case.person.street}, {case.site.city}")):  # fmt: skip
        paper.field(label, value, column=52)
    paper.gap(4)
    paper.paragraph(
        "Die Inhaberin / der Inhaber besitzt keinen Aufenthaltstitel und ist ausreisepflichtig. Eine "
        "Aufenthaltsgestattung oder Fiktionsbescheinigung besteht nicht."
    )
    paper.paragraph(
        "Nebenbestimmungen: Die Duldung erlischt mit Vorlage eines gültigen Reisepasses und Buchung eines Fluges."
    )
    place_and_date(paper, case, "Im Auftrag")
    return paper


@layout("freizuegigkeitsbescheinigung", "NBF")
def freizuegigkeitsbescheinigung(case: Case) -> Paper:
    paper, person = Paper(), case.person
    paper.line(case.site.title, size=13, bold=True)
    paper.line(f"{case.site.office} · Az. {person.file_number}", size=9.5)
    paper.gap(12)
    paper.line("Bescheinigung", size=18, bold=True, align="center")
    paper.line("gemäß § 5 FreizügG/EU", size=13, bold=True, align="center")
    paper.gap(6)
    for label, value in (("Name", case.family), ("Vorname(n)", case.given), ("Geburtsdatum", case.born),
                         ("Geburtsort", person.birth_place), ("Staatsangehörigkeit", person.origin.adjective),
                         ("Anschrift", f"{person.street}, {case.site.postcode} {case.site.city}")):  # fmt: skip
        paper.boxes((label, value, 1), height=9.5, family="wide")
    paper.gap(6)
    paper.paragraph(
        "Die Inhaberin / der Inhaber dieser Bescheinigung ist nach Maßgabe des Freizügigkeitsgesetzes/EU zur "
        "Einreise und zum Aufenthalt in der Bundesrepublik Deutschland berechtigt. Sie / er bedarf keines "
        "Visums und keines Aufenthaltstitels."
    )
    place_and_date(paper, case, "Im Auftrag (Dienstsiegel)")
    return paper


@layout("freizuegigkeitsbescheinigung", "NBM", colour=True)
def aufenthaltskarte(case: Case) -> Paper:
    """The card of a Union citizen's family member."""
    paper, number = Paper(), serial(case.rng, case.site.serial_office)
    for top in (45.0, 115.0):
        paper.put(Frame(x=62, y=top, width=CARD[0], height=CARD[1], line=0.3, fill=(247, 247, 247)))
    paper.text(65, 51, "AUFENTHALTSKARTE", size=9.5, bold=True)
    paper.text(144.5, 51, number, size=8.5, family="ocr", align="right")
    paper.text(65, 55, "FAMILIENANGEHÖRIGE/R EU · § 5 ABS. 1 FREIZÜGG/EU", size=5.5)
    paper.put(Portrait(x=65, y=59, width=24, height=32))
    for index, (label, value) in enumerate((("NAME", case.family.upper()), ("VORNAMEN", case.given.upper()),
                                            ("GEBURTSTAG", case.born.replace(".", " ")),
                                            ("GÜLTIG BIS", german(years_after(case.issued, 5)).replace(".", " ")))):  # fmt: skip
        visible(paper, 93, 60 + index * 8, label, value, size=8.5)
    visible(paper, 66, 120, "AUSSTELLUNGSDATUM", german(case.issued).replace(".", " "), size=7.5)
    visible(paper, 100, 120, "BEHÖRDE", case.site.title.upper()[:22], size=6)
    zone(paper, td1(bearer(case, "AR", "D", number, expiry_years=5)), x=65, y=152, width=79.5)
    return paper


@layout("bescheid_auslaenderbehoerde", "NBF", digital=True)
def ablehnung(case: Case) -> Paper:
    paper = letter(
        case, office(case), case.address,
        ("Ablehnung Ihres Antrags auf Erteilung einer Aufenthaltserlaubnis", case.subject),
        references=(("Mein Zeichen", case.person.file_number), ("Auskunft erteilt", case.clerk), ("Zimmer", "214")),
        greeting=case.salutation,
    )  # fmt: skip
    applied = german(case.earlier(60, 200))
    paper.paragraph("in Ihrer aufenthaltsrechtlichen Angelegenheit ergeht folgender", after=1)
    paper.line("Bescheid", size=13, bold=True, align="center")
    paper.gap(2)
    for number, point in enumerate((
        f"Ihr Antrag vom {applied} auf Erteilung einer Aufenthaltserlaubnis nach § 25 Abs. 5 AufenthG wird abgelehnt.",
        "Für diese Entscheidung wird eine Gebühr von 98,00 Euro festgesetzt.",
    ), 1):  # fmt: skip
        paper.paragraph(f"{number}. {point}", indent=5)
    paper.heading("Gründe")
    paper.paragraph(
        f"Sie reisten nach eigenen Angaben im Jahr {case.issued.year - 4} in das Bundesgebiet ein und "
        "stellten einen Asylantrag, den das Bundesamt für Migration und Flüchtlinge ablehnte. Seither "
        "werden Sie geduldet; zuletzt wurde Ihnen eine Duldung bis zum "
        f"{german(case.later(20, 90))} ausgestellt."
    )
    paper.paragraph(
        "Die Erteilungsvoraussetzungen liegen nicht vor. Der vorgelegte Arbeitsvertrag und die "
        "Entgeltabrechnungen belegen den Lebensunterhalt nicht dauerhaft; ein Mietvertrag wurde nicht "
        "eingereicht. Mit Anhörung gemäß § 28 HVwVfG wurde Ihnen Gelegenheit zur Äußerung gegeben. "
        "Ihre Rechtsanwältin hat sich nicht geäußert."
    )
    paper.running = f"{case.person.file_number} – {case.listed}"
    remedies(paper, case)
    closing(paper, case, case.clerk, order="Im Auftrag")
    return paper


@layout("bescheid_auslaenderbehoerde", "NBF", digital=True)
def anhoerung_befristung(case: Case) -> Paper:
    paper = letter(
        case, office(case), case.address,
        ("Nachträgliche Befristung Ihrer Aufenthaltserlaubnis; Anhörung nach § 28 HVwVfG", case.subject),
        references=(("Mein Zeichen", case.person.file_number), ("Auskunft", case.clerk)),
        greeting=case.salutation,
    )  # fmt: skip
    paper.paragraph(
        "Ihnen wurde eine Aufenthaltserlaubnis nach § 28 Abs. 1 Satz 1 Nr. 1 AufenthG zum Zweck der "
        "Führung der ehelichen Lebensgemeinschaft erteilt. Nach Mitteilung der Meldebehörde leben Sie seit "
        f"dem {german(case.earlier(60, 300))} von Ihrem Ehegatten getrennt."
    )
    paper.paragraph(
        "Es ist daher beabsichtigt, Ihre Aufenthaltserlaubnis gemäß § 7 Abs. 2 Satz 2 AufenthG nachträglich "
        "zu befristen. Ein eigenständiges Aufenthaltsrecht nach § 31 AufenthG ist nicht ersichtlich."
    )
    paper.paragraph(
        f"Ich gebe Ihnen Gelegenheit, sich bis zum {german(case.later(14, 28))} zu den für die Entscheidung "
        "erheblichen Tatsachen zu äußern. Fügen Sie bitte Ihren Arbeitsvertrag, Kontoauszüge und eine "
        "Meldebescheinigung bei."
    )
    closing(paper, case, case.clerk, order="Im Auftrag")
    return paper
