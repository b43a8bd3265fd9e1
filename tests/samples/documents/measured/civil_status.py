"""Measured layouts of civil status and of who somebody is."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, birth_text, german, german_long
from tests.samples.documents.identity import bearer, visible, zone
from tests.samples.documents.letter import signature, years_after
from tests.samples.documents.measured.heads import measured, rows
from tests.samples.documents.measured.parts import abbreviated, block, child, mother, short, spouse
from tests.samples.mrz import td1
from tests.samples.names import JUDGES, STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import CARD, Frame, Portrait


@measured("personenstandsurkunde", "NB", two_persons=True)
def sorgeerklaerung_jugendamt(case: Case) -> Paper:
    """A deed of the youth welfare office: both parents declare joint custody of a child."""
    other, kid = case.other, child(case)
    first = f"{other.given_names} {other.family_name}" if other else "Robin Muttermann"
    born = birth_text(other.birth_date) if other else "11.11.1989"
    paper = Paper(points=11, family="serif", left=30, right=24)
    paper.line("Landkreis Musterau – Jugendamt", size=12, bold=True)
    paper.line(f"Urkundenrolle Nr. {case.rng.randint(10, 900)}/{case.issued:%Y}", size=10)
    paper.gap(10)
    paper.line("Urkunde über Vaterschaftsanerkennung und gemeinsame Sorge", size=14, bold=True)
    paper.gap(5)
    paper.paragraph(
        f"Verhandelt zu Musterau am {german_long(case.issued)}. Vor der unterzeichnenden Urkundsperson erschienen, ausgewiesen durch Lichtbildausweise:"
    )
    paper.paragraph(f"1. {case.name}{case.born_phrase} in {case.person.birth_place}", indent=8, after=1)
    paper.paragraph(f"2. {first}, geb. am {born}", indent=8)
    paper.paragraph(
        f"Die Erschienenen erklären: Wir sind die Eltern des Kindes {kid.name}, geboren am {german(kid.born)} in Musterau. Wir wollen die elterliche Sorge gemeinsam übernehmen. Über die rechtlichen Folgen sind wir belehrt worden (§§ 1592, 1594, 1626a BGB, § 59 SGB VIII)."
    )
    paper.paragraph("Vorgelesen, genehmigt und unterschrieben:")
    paper.gap(3)
    signature(paper, case.rng)
    signature(paper, case.rng, x=100)
    paper.gap(3)
    paper.line(f"{case.rng.choice(STAFF)}, Urkundsperson")
    paper.line("Geschlossen (Siegel). Erste Ausfertigung für die zu 1. genannte Person.", size=9.5)
    return paper


@measured("personenstandsurkunde", "NB")
def namenserklaerung_standesamt(case: Case) -> Paper:
    """A certificate about a change of name, old and new in two columns."""
    person = case.person
    paper = Paper(points=10.5, left=25)
    block(paper, 105, 22, ("Bescheinigung über eine Namensänderung", "– Namenserklärung gemäß Artikel 47 EGBGB –"), size=13, step=6, bold=1, align="center")  # fmt: skip
    paper.y = 44
    paper.line(f"Standesamt Beispielheim, Registriernummer {pattern('NE 999/99', case.rng)}", size=10)
    paper.gap(3)
    paper.table(
        ("", "bisherige Namensführung", "künftige Namensführung"),
        [
            ("Geburtsname", person.birth_name or f"{case.family} (Eigenname)", case.family),
            ("Vornamen", case.given, case.given),
            ("Vatersname", "Musterovich", "abgelegt"),
        ],
        (2, 4, 4),
    )
    rows(paper, (("Geburtstag", case.born), ("Geburtsort", person.birth_place), ("Mutter", mother(case).name), ("Wirksam seit", german(case.earlier(5, 30)))))  # fmt: skip
    paper.paragraph("Die Erklärung wurde vom Standesbeamten entgegengenommen und öffentlich beglaubigt.")
    paper.line(f"Beispielheim, {abbreviated(case.issued)}")
    signature(paper, case.rng)
    paper.line("Im Standesamt")
    paper.stamp(125, 130, "Standesamt", "Beispielheim", angle=case.rng.uniform(-9, 9), size=9)
    return paper


@measured("nationaler_ausweis", "NBM", colour=True)
def kennkarte_eu_format(case: Case) -> Paper:
    """A foreign identity card, front left and back right on a sheet laid across."""
    paper, person = Paper(size=(297.0, 210.0)), case.person
    number = pattern("LL9999999", case.rng)
    for left in (35.0, 160.0):
        paper.put(Frame(x=left, y=60, width=CARD[0] * 1.25, height=CARD[1] * 1.25, line=0.3, fill=(238, 244, 248)))  # fmt: skip
    paper.text(39, 66, person.origin.country.upper(), size=8, bold=True)
    paper.text(39, 70, "IDENTITY CARD – CARTE D'IDENTITÉ", size=7)
    paper.put(Portrait(x=39, y=76, width=26, height=34))
    for index, (label, value) in enumerate(
        (
            ("Surname", case.family.upper()),
            ("Given names", case.given.upper()),
            ("Sex / Nationality", f"{person.sex}  {person.nationality}"),
            ("Date of birth", case.born.replace(".", " ")),
            ("Date of expiry", german(years_after(case.issued, 10)).replace(".", " ")),
            ("Document number", number),
        )
    ):
        visible(paper, 69, 76 + index * 8.2, label, value, size=8)
    visible(paper, 164, 67, "Place of birth", person.birth_place.upper(), size=8)
    visible(paper, 164, 76, "Date of issue", german(case.issued).replace(".", " "), size=8)
    visible(paper, 164, 85, "Issuing authority", "MINISTRY OF INTERIOR", size=8)
    zone(
        paper,
        td1(bearer(case, "ID", person.nationality, number, expiry_years=10)),
        x=164,
        y=106,
        width=99,
    )
    return paper


@measured("identitaetsklaerung", "NB")
def bescheinigung_konsulat(case: Case) -> Paper:
    """A consulate certifies that somebody came for a passport and did not get one."""
    person = case.person
    paper = Paper(points=11.5, family="serif", left=28, right=25)
    block(paper, 105, 22, (f"Generalkonsulat – {person.origin.country}", "Frankfurt am Main"), size=14, step=6.5, bold=1, align="center")  # fmt: skip
    paper.put(Frame(x=25, y=14, width=160, height=20, line=0.4))
    paper.y = 46
    paper.line(f"Nr. {pattern('999/9999', case.rng)}", size=10)
    paper.line(f"Frankfurt, den {abbreviated(case.issued)}", size=10, align="right")
    paper.gap(8)
    paper.line("Bescheinigung zur Vorlage bei deutschen Behörden", size=14, bold=True, align="center")
    paper.gap(6)
    born = f", nach eigenen Angaben geboren am {case.born}" if case.born else ""
    paper.paragraph(
        f"Es wird bescheinigt, dass {case.name}{born} in {person.birth_place}, heute hier persönlich vorgesprochen und einen Nationalpass beantragt hat."
    )
    paper.paragraph(
        "Da weder eine Geburtsurkunde noch ein früherer Ausweis vorgelegt werden konnte, kann die Staatsangehörigkeit derzeit nicht bestätigt werden. Die Unterlagen wurden zur Überprüfung in die Hauptstadt gesandt. Die Bearbeitung dauert mindestens sechs Monate."
    )
    paper.paragraph(f"Nächster Termin: {short(case.later(180, 240))}, Schalter 3.")
    paper.gap(10)
    signature(paper, case.rng)
    paper.line(f"Konsularabteilung   {case.rng.choice(JUDGES).split()[-1]}", size=10)
    paper.stamp(120, 150, "CONSULATE GENERAL", "FRANKFURT", angle=case.rng.uniform(-10, 10), size=9)
    return paper


@measured("personenstandsurkunde", "NB")
def scheidungsbeschluss_familiengericht(case: Case) -> Paper:
    """A family court's order: both spouses in the rubrum, the first is whose file it is."""
    partner = spouse(case)
    paper = Paper(points=11, family="serif", left=30, right=25)
    number = f"{case.rng.randint(1, 60)} F {case.rng.randint(10, 990)}/{case.earlier(300, 400):%y} S"
    paper.running = number
    paper.line("Abschrift", size=10)
    paper.line(number, size=10)
    paper.line("Amtsgericht Musterkirchen – Familiengericht –", size=12, bold=True, align="center")
    paper.gap(4)
    paper.line("B E S C H L U S S", size=14, bold=True, align="center")
    paper.gap(4)
    paper.line("In der Familiensache")
    paper.paragraph(f"{case.name}{case.born_phrase}, {case.person.street}", indent=10, after=1)
    paper.line("– antragstellende Person –", align="right")
    paper.paragraph(f"{partner.name}, geb. am {german(partner.born)}, unbekannten Aufenthalts", indent=10, after=1)  # fmt: skip
    paper.line("– antragsgegnerische Person –", align="right")
    paper.paragraph(
        f"wegen Ehescheidung hat Richterin am Amtsgericht {case.rng.choice(JUDGES)} auf die mündliche Verhandlung vom {german(case.earlier(8, 20))} am {german_long(case.issued)} beschlossen:"
    )
    paper.paragraph(
        f"1. Die am {german(case.earlier(2500, 4000))} vor dem Standesamt in {case.person.birth_place} geschlossene Ehe der Beteiligten wird geschieden.",
        indent=8,
    )
    paper.paragraph("2. Ein Versorgungsausgleich findet nicht statt.", indent=8)
    paper.paragraph("3. Die Kosten werden gegeneinander aufgehoben.", indent=8)
    paper.paragraph(
        "Gründe: Die Beteiligten leben seit mehr als drei Jahren getrennt. Es ist deutsches Recht anzuwenden (Art. 8 der Rom-III-Verordnung). Die Ehe ist gescheitert."
    )
    paper.paragraph(f"Rechtskräftig seit {german(case.later(32, 45))}. Musterkirchen, Urkundsbeamter der Geschäftsstelle")  # fmt: skip
    paper.stamp(130, 20, "Amtsgericht", "Musterkirchen", angle=case.rng.uniform(-8, 8), size=8)
    return paper


@measured("identitaetsklaerung", "NBA")
def sprachgutachten_mitteilung(case: Case) -> Paper:
    """A language analysis: the probable region of origin, sent with the recording's data."""
    person = case.person
    paper = Paper(points=10.5, left=25)
    block(paper, 25, 20, ("Bundesamt für Migration und Flüchtlinge", "Referat Sprach- und Textanalysen"), size=11, bold=1)  # fmt: skip
    paper.text(188, 20, german_long(case.issued), size=10, align="right")
    paper.y = 38
    paper.line("Ergebnis der Sprachanalyse", size=16, bold=True)
    paper.line("zur Feststellung der Herkunftsregion", size=10)
    paper.gap(4)
    rows(paper, (("untersuchte Person", case.listed), ("behauptetes Geburtsdatum", case.born), ("behauptete Herkunft", f"{person.birth_place}, {person.origin.country}"), ("AZR-Nummer", person.azr_number), ("Verfahren", person.bamf_number), ("Aufnahme vom", f"{german(case.earlier(30, 90))}, Dauer 28 Minuten"), ("Gutachter", f"Nr. {pattern('L99', case.rng)} (Name nur dem Amt bekannt)")), column=62)  # fmt: skip
    paper.paragraph(
        "Die sprechende Person verwendet durchgängig Lautungen, die in der angegebenen Region nicht üblich sind. Ortsnamen und Speisen wurden zögernd benannt. Der Wortschatz enthält Ausdrücke des Nachbarstaates."
    )
    paper.paragraph(
        f"Beurteilung: Eine Sozialisation in {person.origin.country} ist mit Wahrscheinlichkeit anzunehmen, die Stadt {person.birth_place} jedoch eher auszuschließen. Die Identität ist damit weiterhin nicht nachgewiesen; Passersatzbeschaffung wird angeregt."
    )
    signature(paper, case.rng)
    paper.line(case.rng.choice(STAFF))
    return paper
