"""Section Lebensunterhalt: sponsor's declaration, benefits, health insurance, bank statements."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from datetime import timedelta

from tests.samples.documents.case import Case, birth_text, german
from tests.samples.documents.layouts import layout
from tests.samples.documents.letter import Sender, closing, letter, place_and_date, remedies, to_office
from tests.samples.names import STAFF
from tests.samples.numbers import iban, insurance_number, pattern
from tests.samples.paper import Paper


@layout("verpflichtungserklaerung", "NBD", two_persons=True)
def verpflichtungserklaerung(case: Case) -> Paper:
    """Sponsor and guest on one form; the sponsor may be in the register as well (`case.other`)."""
    paper, person, host = Paper(top=16, points=9.5), case.person, case.other
    paper.text(190, 18, pattern("L99999999", case.rng), size=11, family="ocr", align="right")
    paper.line("Bundesrepublik Deutschland", size=9)
    paper.line("Verpflichtungserklärung", size=17, bold=True)
    paper.line("nach §§ 66, 67 und 68 AufenthG", size=10)
    paper.heading("Der / Die Unterzeichnende (Verpflichtungsgeber)", size=10)
    names = (
        (host.family_name, host.given_names, birth_text(host.birth_date))
        if host
        else ("Gastgebermann", "Robin", "19.09.1972")
    )
    paper.boxes(("Name", names[0], 1), ("Vorname(n)", names[1], 1), family="wide")
    paper.boxes(
        ("Geburtstag", names[2], 1),
        ("Staatsangehörigkeit", host.origin.adjective if host else "deutsch", 1),
        ("Beruf", "angestellt", 1),
    )
    paper.boxes(("Wohnhaft in", f"Gastgeberweg {case.rng.randint(1, 50)}, {case.site.city}", 1))
    paper.paragraph("verpflichtet sich gegenüber der Ausländerbehörde / Auslandsvertretung, für", after=0)
    paper.heading("Herrn / Frau", size=10)
    paper.boxes(("Name", case.family, 1), ("Vorname(n)", case.given, 1), family="wide")
    paper.boxes(
        ("Geburtstag und -ort", f"{case.born}, {person.birth_place}", 2),
        ("Staatsangehörigkeit", person.origin.adjective, 1),
        family="wide",
    )
    paper.boxes(
        ("Reisepass-Nr.", person.passport_number, 1),
        ("Adresse", f"{person.birth_place}, {person.origin.country}", 2),
    )
    paper.gap(3)
    paper.paragraph(
        "die Kosten für den Lebensunterhalt nach § 68 AufenthG und die Kosten für die Ausreise nach §§ 66 und 67 AufenthG "
        "zu tragen. Die Verpflichtung umfasst auch die Kosten einer möglichen Abschiebung und der Krankenversicherung. "
        "Entgeltabrechnungen und Mietvertrag haben vorgelegen.",
        size=9,
    )
    paper.paragraph(
        "Ich wurde über den Umfang und die Dauer der Haftung belehrt und versichere, zu keiner anderen Verpflichtung zu "
        "erklären, die die Garantiewirkung gefährden kann.",
        size=9,
    )
    place_and_date(paper, case, "Verpflichtungsgeber")
    paper.stamp(
        130,
        paper.y + 4,
        case.site.title[:24],
        "Unterschrift beglaubigt",
        angle=case.rng.uniform(-5, 5),
        size=8,
    )
    return paper


@layout("leistungsbescheid", "NB", digital=True)
def buergergeld(case: Case) -> Paper:
    sender = Sender(
        title=f"Jobcenter {case.site.city}",
        lines=(
            "Leistungsabteilung",
            f"Arbeitsweg 5, {case.site.postcode} {case.site.city}",
            "Telefon 0800 00000",
        ),
    )
    number = f"43902//{case.rng.randint(1000000, 9999999)}"
    paper = letter(
        case, sender, case.address,
        ("Bewilligung von Bürgergeld – Leistungen zur Sicherung des Lebensunterhalts nach dem SGB II", f"{case.listed}{case.born_phrase}"),
        references=(("BG-Nummer", number), ("Kundennummer", pattern("999L999999", case.rng))), greeting=case.salutation,
    )  # fmt: skip
    start = case.later(5, 25)
    paper.paragraph(
        f"für die Zeit vom {german(start)} bis {german(start + timedelta(days=364))} werden Ihnen und den mit Ihnen in "
        "Bedarfsgemeinschaft lebenden Personen Leistungen in folgender Höhe bewilligt:"
    )
    paper.table(
        ("Leistung", "monatlich EUR"),
        [
            ("Regelbedarf", "563,00"),
            ("Bedarfe für Unterkunft und Heizung", f"{case.rng.randint(300, 700)},00"),
        ],
        (3, 1),
        numbers=(1,),
    )
    paper.paragraph(
        "Berücksichtigt wurden die vorgelegte Entgeltabrechnung, der Kontoauszug und der Mietvertrag. Die "
        "Ausländerbehörde erhält auf Anfrage Auskunft. Ihre Aufenthaltserlaubnis ist in Kopie zu den Akten genommen."
    )
    remedies(paper, case, court=False)
    closing(paper, case, case.rng.choice(STAFF), order="Im Auftrag")
    return paper


@layout("leistungsbescheid", "NF")
def asylblg_mitteilung(case: Case) -> Paper:
    sender = Sender(
        title=case.site.title,
        lines=(
            "Amt für Soziales – Asylbewerberleistungen",
            f"Sozialgasse 8, {case.site.postcode} {case.site.city}",
        ),
    )
    paper = letter(
        case, sender, to_office(case),
        ("Leistungen nach dem Asylbewerberleistungsgesetz (AsylbLG); Einstellungsmitteilung", f"{case.honorific} {case.name}"),
        references=(("Ihr Zeichen", case.person.file_number), ("Mein Zeichen", f"50.4 – {case.rng.randint(1000, 9999)}")), received=True,
    )  # fmt: skip
    paper.paragraph(
        f"die Leistungen nach § 3 AsylbLG werden mit Ablauf des {german(case.later(5, 25))} eingestellt, da die o. g. Person eine "
        "Beschäftigung aufgenommen hat. Der Arbeitsvertrag liegt hier vor. Um Mitteilung, ob die Duldung verlängert "
        "wird, wird gebeten."
    )
    closing(paper, case, case.rng.choice(STAFF), order="Im Auftrag")
    return paper


@layout("krankenversicherungsnachweis", "NB", digital=True)
def mitgliedsbescheinigung(case: Case) -> Paper:
    sender = Sender(
        title="Musterkasse – Die Krankenversicherung",
        lines=("Mitgliederservice", "Gesundheitsplatz 7, 60000 Frankfurt am Main"),
    )
    paper = letter(
        case, sender, case.address, ("Mitgliedsbescheinigung zur Krankenversicherung",),
        references=(("Versichertennummer", insurance_number(case.rng)),), greeting=case.salutation,
    )  # fmt: skip
    paper.paragraph("zur Vorlage bei der Ausländerbehörde bestätigen wir:")
    for label, value in (("Name, Vorname", case.listed), ("Geburtsdatum", case.born), ("Versichert seit", german(case.earlier(60, 900))),
                         ("Art der Versicherung", case.pick("Pflichtversicherung als Arbeitnehmer", "Familienversicherung", "Studentische Versicherung"))):  # fmt: skip
        paper.field(label, value, column=55)
    paper.gap(3)
    paper.paragraph(
        "Die Krankenversicherung umfasst auch die Pflegeversicherung und entspricht den Anforderungen an ausreichenden "
        "Krankenversicherungsschutz im Sinne des § 2 Abs. 3 AufenthG."
    )
    closing(paper, case, "Ihre Musterkasse")
    return paper


@layout("krankenversicherungsnachweis", "N")
def versicherungsbescheinigung(case: Case) -> Paper:
    paper = Paper(points=11)
    paper.line("AOK Musterland – Die Gesundheitskasse", size=15, bold=True)
    paper.rule(after=12)
    paper.line("Versicherungsbescheinigung", size=16, bold=True)
    paper.gap(5)
    paper.paragraph(
        f"{case.honorific} {case.name}, {case.person.street}, {case.site.city}, ist bei uns seit dem "
        f"{german(case.earlier(60, 900))} gesetzlich krankenversichert. Diese Bescheinigung wird zur Vorlage bei Behörden "
        "ausgestellt."
    )
    place_and_date(paper, case, "Stempel und Unterschrift der Krankenkasse")
    return paper


@layout("finanznachweis", "N", digital=True)
def kontoauszug(case: Case) -> Paper:
    paper = Paper(top=18, points=9.5)
    paper.line("Musterbank eG", size=14, bold=True)
    paper.line("Filiale Beispielplatz", size=8.5)
    paper.gap(6)
    for line in case.address[1:]:
        paper.line(line, size=10)
    paper.gap(8)
    paper.line(f"Kontoauszug Nr. {case.rng.randint(1, 12)}/{case.issued.year}", size=13, bold=True)
    paper.line(f"IBAN {iban(case.rng)}    Auszugsdatum {german(case.issued)}", size=9)
    paper.gap(3)
    names = ("Gehalt Musterbau GmbH", "Miete Wohnung", "SB-Markt Beispiel", "Krankenkasse Beitrag", "Überweisung Anwaltskosten",
             "Kartenzahlung Drogerie", "Jobcenter Bürgergeld", "Stadtwerke Abschlag", "Barauszahlung")  # fmt: skip
    balance = case.rng.randrange(40_000, 400_000)
    rows = [("", "Alter Kontostand", _money(balance))]
    for offset in range(11):
        amount = case.rng.choice((1, -1, -1)) * case.rng.randrange(800, 120_000)
        balance += amount
        rows.append(
            (german(case.issued - timedelta(days=22 - offset)), case.rng.choice(names), _money(amount))
        )
    paper.table(
        ("Buchung", "Verwendungszweck", "Betrag EUR"),
        [*rows, ("", "Neuer Kontostand", _money(balance))],
        (2, 6, 2),
        numbers=(2,),
    )
    paper.paragraph(
        "Einwendungen gegen diesen Rechnungsabschluss sind binnen sechs Wochen zu erheben.", size=7.5
    )
    return paper


def _money(cents: int) -> str:
    sign = "+" if cents >= 0 else "-"
    return f"{abs(cents) // 100:,}".replace(",", ".") + f",{abs(cents) % 100:02d} {sign}"


@layout("finanznachweis", "NBD")
def sperrkonto(case: Case) -> Paper:
    sender = Sender(
        title="Musterbank International",
        lines=("Blocked Account Service", "Geldweg 9, 60000 Frankfurt am Main"),
    )
    paper = letter(
        case, sender, case.address, ("Sperrkonto – Bestätigung (Blocked Account Confirmation)",),
        references=(("Kundennummer", pattern("99999999", case.rng)),), greeting=case.salutation,
    )  # fmt: skip
    paper.paragraph(
        "wir bestätigen zur Vorlage bei der Ausländerbehörde die Eröffnung eines Sperrkontos (Finanzierungsnachweis):"
    )
    for label, value in (("Name / Surname", case.family), ("Vorname / Given names", case.given), ("Geburtsdatum / Date of birth", case.born),
                         ("Passport No.", case.person.passport_number), ("IBAN", iban(case.rng)),
                         ("Guthaben / Balance", "11.904,00 EUR"), ("Monatlich verfügbar", "992,00 EUR")):  # fmt: skip
        paper.field(label, value, column=60)
    paper.gap(3)
    paper.paragraph(
        "Verfügungen über den monatlichen Betrag hinaus bedürfen der Zustimmung der Ausländerbehörde."
    )
    closing(paper, case, case.rng.choice(STAFF))
    return paper


@layout("finanznachweis", "NB", digital=True)
def versicherungsverlauf(case: Case) -> Paper:
    sender = Sender(
        title="Deutsche Rentenversicherung Musterland",
        lines=("Versicherungskonto", "Rentenallee 2, 60000 Frankfurt am Main"),
    )
    paper = letter(
        case, sender, case.address, ("Versicherungsverlauf", f"{case.name}{case.born_phrase}"),
        references=(("Versicherungsnummer", pattern("99 999999 L 999", case.rng)),), greeting=case.salutation,
    )  # fmt: skip
    paper.paragraph("in Ihrem Versicherungskonto sind folgende Zeiten gespeichert:")
    year = case.issued.year
    paper.table(("von", "bis", "Art der Zeit", "Entgelt EUR"), [
        (f"01.02.{year - 3}", f"31.12.{year - 3}", "Pflichtbeitragszeit", "21.304"),
        (f"01.01.{year - 2}", f"31.12.{year - 2}", "Pflichtbeitragszeit", "27.911"),
        (f"01.01.{year - 1}", f"31.05.{year - 1}", "Arbeitslosengeld II", "0"),
        (f"01.06.{year - 1}", f"31.12.{year - 1}", "Pflichtbeitragszeit", "16.220"),
    ], (2, 2, 4, 2), numbers=(3,))  # fmt: skip
    closing(paper, case, "Ihre Deutsche Rentenversicherung")
    return paper
