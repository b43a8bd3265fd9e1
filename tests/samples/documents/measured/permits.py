"""Measured layouts of titles, what hangs on them, and decisions about them."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.identity import bearer, visible, zone
from tests.samples.documents.letter import signature, years_after
from tests.samples.documents.measured.heads import measured
from tests.samples.documents.measured.parts import block, short
from tests.samples.mrz import mrv, td1
from tests.samples.names import EMPLOYERS
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import CARD, GREY, PEN, Code, Frame, Portrait


@measured("fiktionsbescheinigung", "NBFA")
def fiktion_innenseiten(case: Case) -> Paper:
    """The green leaf copied open: facts and picture at the left, three boxes to tick at the right."""
    paper, person = Paper(size=(297.0, 210.0), left=20, right=20, top=20, points=9), case.person
    for left in (22, 148):
        paper.put(Frame(x=left, y=22, width=126, height=150, line=0.3, fill=(236, 243, 236)))
    paper.text(28, 30, "FIKTIONSBESCHEINIGUNG", size=12, bold=True)
    paper.text(142, 30, f"P {pattern('9999999', case.rng)}", size=10, family="mono", align="right")
    paper.put(Portrait(x=28, y=38, width=33, height=43))
    visible(paper, 66, 42, "NAME", case.family.upper(), size=9.5)
    visible(paper, 66, 53, "VORNAMEN", case.given.upper(), size=9.5)
    visible(paper, 66, 64, "GEBURTSTAG", case.born, size=9.5)
    visible(paper, 66, 75, "STAATSANGEHÖRIGKEIT", person.origin.adjective.upper(), size=9.5)
    for index, (label, value) in enumerate(
        (
            ("ANSCHRIFT", f"{person.street}, {case.site.city}"),
            ("AZR-NUMMER", person.azr_number),
            ("AKTENZEICHEN", person.file_number),
            ("GÜLTIG BIS", german(case.later(90, 180))),
            ("AUSSTELLUNGSORT UND -DATUM", f"{case.site.city}, {german(case.issued)}"),
        )
    ):
        visible(paper, 28, 92 + index * 12, label, value, size=9.5)
    paper.y = 26
    paper.left, paper.right_edge = 154.0, 268.0
    paper.paragraph(
        "Der Inhaber dieser Bescheinigung hat die Erteilung oder Verlängerung eines Aufenthaltstitels beantragt.",
        size=9,
    )
    for text, ticked in (
        ("Der Aufenthalt gilt als erlaubt (§ 81 Abs. 3 Satz 1 AufenthG).", False),
        ("Die Abschiebung gilt als ausgesetzt (§ 81 Abs. 3 Satz 2 AufenthG).", False),
        ("Der Aufenthaltstitel gilt als fortbestehend (§ 81 Abs. 4 AufenthG).", True),
    ):
        paper.ticks((text, ticked))
    paper.gap(5)
    paper.paragraph("Nebenbestimmungen: wie bisher. Bisheriger Titel: § 18b AufenthG.", size=9)
    paper.paragraph("Diese Bescheinigung gilt nur zusammen mit dem Pass oder Passersatz.", size=9)
    paper.gap(6)
    signature(paper, case.rng)
    paper.stamp(215, 120, case.site.city, "Siegel 21", angle=case.rng.uniform(-10, 10), size=9)
    return paper


@measured("bescheid_auslaenderbehoerde", "NBF", digital=True)
def versagung_beschaeftigung(case: Case) -> Paper:
    """A refusal with the tenor in one sentence and the costs in an enclosure's style table."""
    person = case.person
    paper = Paper(points=10.5, left=25)
    block(paper, 25, 18, ("Landratsamt Musterbach", "SG 31 Ausländer- und Personenstandswesen"), size=12, step=5.5, bold=1)  # fmt: skip
    block(paper, 25, 45, case.address)
    block(paper, 128, 45, (f"Unser Zeichen: {person.file_number}", f"Bearbeiter: {case.clerk}", "Zimmer: 0.14", f"Musterbach, {german_long(case.issued)}"), size=9)  # fmt: skip
    paper.y = 78
    paper.paragraph("Vollzug des Ausländerrechts;", bold=True, after=0.5)
    paper.paragraph(
        f"Ihr Antrag vom {german(case.earlier(30, 60))} auf Genehmigung einer Erwerbstätigkeit bei {case.rng.choice(EMPLOYERS)}",
        bold=True,
        after=4,
    )
    paper.paragraph(f"Betroffene Person: {case.listed}{case.born_phrase}")
    paper.paragraph("Das Landratsamt erlässt folgenden")
    paper.line("Bescheid:", size=13, bold=True, align="center")
    paper.gap(3)
    paper.paragraph("1. Der Antrag wird abgelehnt.", indent=6, after=1)
    paper.paragraph("2. Die Kosten des Verfahrens haben Sie zu tragen.", indent=6, after=1)
    paper.paragraph("3. Die Gebühr wird auf 35,00 € festgesetzt, Auslagen 3,45 €.", indent=6)
    paper.line("Gründe:", bold=True)
    paper.paragraph(
        "I. Sie sind im Besitz eines Papiers, das die Ausübung einer Beschäftigung nur nach Erlaubnis zulässt. Zur Mitwirkung bei der Beschaffung von Reisedokumenten wurden Sie dreimal aufgefordert, zuletzt am "
        f"{german(case.earlier(70, 120))}."
    )
    paper.paragraph(
        "II. Die Entscheidung steht im pflichtgemäßen Ermessen (§ 4a Abs. 4 AufenthG, § 40 BayVwVfG). Das öffentliche Interesse überwiegt Ihr privates Interesse und das des Arbeitgebers, weil Ihre Identität nicht geklärt ist."
    )
    paper.heading("Rechtsbehelfsbelehrung")
    paper.paragraph(
        "Innerhalb eines Monats nach Bekanntgabe kann Klage beim Bayerischen Verwaltungsgericht Musterburg erhoben werden. Die Einlegung per einfacher E-Mail entfaltet keine rechtlichen Wirkungen.",
        size=9.5,
    )
    signature(paper, case.rng)
    paper.line(f"{case.clerk}, Verwaltungsinspektor/in")
    return paper


@measured("zusatzblatt", "NBD")
def zusatzblatt_klappkarte(case: Case) -> Paper:
    """The folded leaf of the size of the card, four panels copied onto one sheet."""
    paper, person = Paper(points=8.5), case.person
    width, height = CARD
    for column in (20.0, 20.0 + width):
        for row in (30.0, 30.0 + height):
            paper.put(Frame(x=column, y=row, width=width, height=height, line=0.2, fill=(244, 241, 247)))
    block(paper, 24, 38, ("ZUSATZBLATT", "zum Aufenthaltstitel"), size=11, step=5, bold=1)
    visible(paper, 24, 52, "DOKUMENTENNUMMER DER KARTE", person.permit_number, size=9)
    visible(paper, 24, 62, "NUMMER DES ZUSATZBLATTES", pattern("L99999999", case.rng), size=9)
    paper.text(24, 80, "Gültig nur in Verbindung mit der Karte", size=6.5, ink=GREY)
    visible(paper, 110, 36, "NAME, VORNAMEN", f"{case.family.upper()}, {case.given.upper()}"[:38], size=8)
    visible(paper, 110, 45, "GEBURTSDATUM", case.born, size=8)
    visible(paper, 110, 54, "AUSGESTELLT AM", german(case.issued), size=8)
    visible(paper, 110, 63, "BEHÖRDE", case.site.title.upper()[:34], size=8)
    block(paper, 24, 92, ("§ 18A AUFENTHG", "BESCHÄFTIGUNG NUR ERLAUBT ALS", "PFLEGEFACHKRAFT BEI", case.rng.choice(EMPLOYERS).upper()[:34], "WEITERE BESCHÄFTIGUNG NUR MIT", "ERLAUBNIS DER AUSLÄNDERBEHÖRDE"), size=7.5, step=4)  # fmt: skip
    block(paper, 110, 92, ("SELBSTÄNDIGE TÄTIGKEIT NICHT GESTATTET", "- - - - - - - - - - - - - - -"), size=7.5, step=4)  # fmt: skip
    paper.y = 115
    signature(paper, case.rng, x=112)
    paper.put(Code(x=160, y=112, width=20, height=20, content=pattern("99999999LL99", case.rng), symbology="DataMatrix"))  # fmt: skip
    return paper


@measured("visum", "NDM", colour=True)
def visum_mit_einreisestempel(case: Case) -> Paper:
    """A long-stay sticker on a passport page, the stamp of the day of entry across the page."""
    paper, person = Paper(), case.person
    number = pattern("999999999", case.rng)
    paper.put(Frame(x=36, y=100, width=138, height=96, line=0.2, fill=(250, 249, 244)))
    paper.put(Frame(x=43, y=108, width=124, height=82, line=0.3, fill=(240, 245, 238)))
    paper.text(47, 115, "DEUTSCHLAND  VISUM", size=10, bold=True)
    paper.text(163, 115, f"D {number}", size=10, family="ocr", align="right")
    paper.put(Portrait(x=47, y=120, width=27, height=35))
    for index, (label, value) in enumerate(
        (
            ("gültig für / valid for / valable pour", "DEUTSCHLAND"),
            ("von / from     bis / until", f"{short(case.later(4, 20))}     {short(case.later(95, 180))}"),
            ("Typ / type    Einreisen / entries    Dauer / days", "D      MULT      XXX"),
            (
                "ausgestellt in / issued in    am / on",
                f"{person.birth_place.upper()}    {short(case.issued)}",
            ),
            ("Reisepass / passport", person.passport_number),
            ("Name / surname, name", f"{case.family.upper()} {case.given.upper()}"),
        )
    ):
        visible(paper, 79, 120 + index * 7.4, label, value, size=8)
    paper.text(79, 165, "Familiennachzug § 28 Abs. 1. Erwerbstätigkeit erlaubt.", size=7)
    zone(paper, mrv(bearer(case, "VD", "D", number, expiry_years=1)), x=47, y=181, width=112)
    paper.stamp(
        60, 205, "D   →", f"{short(case.later(21, 60))}  FRA", angle=case.rng.uniform(-14, 14), size=11
    )
    return paper


@measured("aufenthaltstitel", "NBD")
def befugnis_altes_etikett(case: Case) -> Paper:
    """The sticker before 2005, without a zone, on a page of a passport together with handwriting."""
    paper, person = Paper(points=9), case.person
    paper.put(Frame(x=40, y=40, width=130, height=92, line=0.3, fill=(238, 240, 236)))
    paper.text(45, 48, "BUNDESREPUBLIK DEUTSCHLAND", size=8.5)
    paper.text(165, 48, pattern("L 99 99 999", case.rng), size=10, family="mono", align="right")
    paper.text(105, 57, "AUFENTHALTSBEFUGNIS", size=14, bold=True, align="center")
    for index, (label, value) in enumerate(
        (
            ("für", case.listed),
            ("geb. am", case.born),
            ("gültig bis", german(years_after(case.issued, 2))),
            ("Pass Nr.", person.passport_number),
            ("Nebenbestimmungen", "Erwerbstätigkeit laut Arbeitserlaubnis gestattet"),
            ("erteilt", f"{case.site.city}, den {german(case.issued)}"),
        )
    ):
        paper.text(45, 66 + index * 8, label, size=8)
        paper.text(75, 66 + index * 8, value, size=9.5, family="wide" if index < 2 else None)
    paper.stamp(120, 108, "Der Magistrat", case.site.city, "– Ausländeramt –", angle=case.rng.uniform(-9, 9), size=8)  # fmt: skip
    paper.y = 118
    signature(paper, case.rng, x=60)
    return paper


@measured("aufenthaltstitel", "NBDM", colour=True)
def karte_chancen_vorn_hinten(case: Case) -> Paper:
    """Both sides of the card enlarged on a sheet laid across; the office writes on the copy."""
    paper, person = Paper(size=(297.0, 210.0)), case.person
    scale = 1.5
    for left in (12.0, 153.0):
        paper.put(Frame(x=left, y=40, width=CARD[0] * scale, height=CARD[1] * scale, line=0.3, fill=(246, 244, 240)))  # fmt: skip
    paper.text(18, 49, "AUFENTHALTSTITEL", size=11, bold=True)
    paper.text(136, 49, person.permit_number, size=11, family="ocr", align="right")
    paper.put(Portrait(x=16, y=56, width=34, height=44))
    for index, (label, value) in enumerate(
        (
            ("NAME Vornamen / Surname Forenames", f"{case.family.upper()} {case.given.upper()}"),
            ("GESCHL. STAATSANG. GEBURTSDATUM", f"{person.sex}  {person.nationality}  {case.born.replace('.', ' ')}"),
            ("ART DES TITELS / Type of permit", "AUFENTHALTSERLAUBNIS"),
            ("ANMERKUNGEN / Remarks", case.pick("§104C", "§23 ABS. 4", "§25 ABS. 5", "§16D ABS. 1")),
            ("KARTE GÜLTIG BIS / Card expiry", german(years_after(case.issued, 2)).replace(".", " ")),
        )
    ):  # fmt: skip
        visible(paper, 54, 57 + index * 10, label, value, size=9.5)
    visible(paper, 158, 48, "ORT UND DATUM DER AUSSTELLUNG", f"{case.site.city.upper()} {german(case.issued).replace('.', ' ')}", size=9)  # fmt: skip
    visible(paper, 158, 57, "GEBURTSORT", person.birth_place.upper(), size=9)
    visible(paper, 158, 66, "ANSCHRIFT", f"{case.site.city.upper()} {person.street.upper()}", size=8.5)
    visible(paper, 158, 75, "ANMERKUNGEN", "SIEHE ZUSATZBLATT", size=9)
    zone(paper, td1(bearer(case, "AR", "D", person.permit_number, expiry_years=2)), x=157, y=97, width=118)
    paper.text(20, 150, "Original gesehen, Pass gültig.  " + case.clerk.split()[-1][:4], size=13, ink=PEN)
    return paper
