"""Measured layouts of the section Aufenthaltstitel."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.identity import bearer, visible, zone
from tests.samples.documents.letter import remedies, years_after
from tests.samples.documents.measured.heads import banner, measured, rows, typewritten
from tests.samples.mrz import mrv, td1
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import CARD, Frame, Portrait


@measured("aufenthaltstitel", "NBDM", colour=True)
def niederlassung_karte(case: Case) -> Paper:
    """The newer card, front above back, with numbered bilingual labels."""
    paper, person = Paper(), case.person
    for top in (45.0, 110.0):
        paper.put(Frame(x=60, y=top, width=CARD[0], height=CARD[1], line=0.3, fill=(247, 247, 247)))
    paper.text(63, 50, "D   AUFENTHALTSTITEL", size=9, bold=True)
    paper.put(Portrait(x=63, y=55, width=24, height=32))
    for number, (label, value) in enumerate((("3. DOKUMENTENNUMMER / DOCUMENT NO.", person.permit_number), ("5. NAME, VORNAMEN", f"{case.family.upper()}, {case.given.upper()}"), ("6. GESCHLECHT  STAATSANGEH.", f"{person.sex}   {person.nationality}"), ("7. GEBURTSDATUM", case.born), ("8. ART DES TITELS", "NIEDERLASSUNGSERLAUBNIS"), ("9. KARTE GÜLTIG BIS", german(years_after(case.issued, 10))))):  # fmt: skip
        visible(paper, 90, 54 + number * 7.4, label, value, size=8)
    visible(
        paper,
        63,
        115,
        "ORT UND DATUM DER AUSSTELLUNG",
        f"{case.site.city.upper()} {german(case.issued)}",
        size=8,
    )
    visible(paper, 63, 123, "ANMERKUNGEN", "§ 9 AUFENTHG  ERWERBSTÄTIGKEIT GESTATTET", size=7)
    zone(paper, td1(bearer(case, "AR", "D", person.permit_number, expiry_years=10)), x=63, y=148, width=79)
    return paper


@measured("zusatzblatt", "NBD")
def beiblatt_auflagen(case: Case) -> Paper:
    """Plain sheet with the conditions, in the wording of an office that prints its own."""
    paper = Paper(points=11)
    paper.line(f"{case.site.title}", size=12, bold=True)
    paper.line(case.site.office, size=10)
    paper.gap(10)
    paper.line(f"Zusatzblatt zu Dokument Nr. {case.person.permit_number}", size=14, bold=True)
    paper.gap(4)
    rows(paper, (("Inhaber/in", case.listed), ("geboren", case.born)))
    paper.paragraph(
        "Folgende Nebenbestimmungen sind Bestandteil des elektronischen Aufenthaltstitels:", after=4
    )
    paper.paragraph(
        "Die Ausübung einer Beschäftigung als Pflegehelfer bei der Muster Seniorendienste gGmbH ist gestattet. Arbeitgeberwechsel nur mit Erlaubnis der Ausländerbehörde. Selbstständige Erwerbstätigkeit nicht gestattet."
    )
    paper.paragraph("Das Zusatzblatt ist mit der Karte mitzuführen und auf Verlangen vorzulegen.")
    paper.gap(8)
    paper.line(f"{case.site.city}, {german(case.issued)}          Siegel / i. A. {case.clerk}")
    return paper


@measured("visum", "NDM", colour=True)
def visum_schengen(case: Case) -> Paper:
    """A short-stay sticker on a passport page, labels in German and English."""
    paper, person = Paper(), case.person
    paper.put(Frame(x=40, y=70, width=122, height=84, line=0.3, fill=(243, 247, 243)))
    paper.text(44, 77, "VISUM  DEUTSCHLAND", size=11, bold=True)
    paper.text(158, 77, pattern("D999999999", case.rng), size=10, family="ocr", align="right")
    for number, (label, value) in enumerate((("GÜLTIG FÜR / VALID FOR", "SCHENGENER STAATEN"), ("VOM / FROM     BIS / UNTIL", f"{case.later(3, 9):%d-%m-%y}     {case.later(60, 80):%d-%m-%y}"), ("ART DES VISUMS / TYPE", "C     ANZAHL DER EINREISEN  MULT     DAUER  90 TAGE"), ("AUSGESTELLT IN / ISSUED IN     AM / ON", f"{person.birth_place.upper()}     {case.issued:%d-%m-%y}"), ("PASSNUMMER / PASSPORT NO", person.passport_number), ("NAME, VORNAME / SURNAME, NAME", f"{case.family.upper()}, {case.given.upper()}"))):  # fmt: skip
        visible(paper, 76, 82 + number * 8.4, label, value, size=8)
    paper.put(Portrait(x=44, y=84, width=28, height=36))
    paper.text(76, 135, "ANMERKUNGEN  BESUCH", size=7)
    zone(
        paper,
        mrv(bearer(case, "VC", "D", pattern("999999999", case.rng), expiry_years=1)),
        x=43,
        y=146,
        width=116,
    )
    return paper


@measured("fiktionsbescheinigung", "NBF")
def bescheinigung_fortgeltung(case: Case) -> Paper:
    """An interim letter of confirmation that some offices send instead of the printed form."""
    paper = banner(
        case,
        case.site.title,
        (case.site.office, case.site.street),
        (("Unser Zeichen", case.person.file_number),),
    )
    paper.paragraph("Bescheinigung nach § 81 Abs. 5 AufenthG", bold=True)
    paper.paragraph(
        f"Für {case.honorific_dative if case.person.sex == 'M' else 'Frau'} {case.name}{case.born_phrase}, Staatsangehörigkeit {case.person.origin.adjective}, wird bescheinigt, dass rechtzeitig ein Antrag auf Verlängerung gestellt worden ist."
    )
    paper.paragraph(
        "Der bisherige Titel gilt bis zur Entscheidung der Ausländerbehörde als fortbestehend (§ 81 Abs. 4 AufenthG), einschließlich der Berechtigung zur Ausübung einer Erwerbstätigkeit. Reisen in das Ausland sind gestattet."
    )
    paper.paragraph(f"Diese Bescheinigung ist gültig bis {german(case.later(80, 180))}.")
    paper.paragraph(f"Im Auftrag  {case.clerk}  (Dienstsiegel)")
    return paper


@measured("bescheid_auslaenderbehoerde", "NBF", digital=True)
def widerruf_verfuegung(case: Case) -> Paper:
    """A decision in an old typewriter face, with the tenor numbered in Roman figures."""
    paper = typewritten(
        case,
        (f"{case.site.title}", "Ordnungsamt - Abteilung Ausländerwesen", case.site.street),
        case.address,
        reference=f"Az.: {case.person.file_number}",
    )
    paper.paragraph(
        "Vollzug des Aufenthaltsgesetzes; nachträgliche Verkürzung der Geltungsdauer Ihrer Aufenthaltserlaubnis",
        bold=True,
    )
    paper.paragraph(f"{case.listed}{case.born_phrase}")
    paper.paragraph("Die Ausländerbehörde erlässt folgenden")
    paper.line("B e s c h e i d :", bold=True)
    paper.gap(2)
    paper.paragraph(
        f"I.   Die Geltungsdauer der Ihnen erteilten Aufenthaltserlaubnis wird gemäß § 7 Abs. 2 Satz 2 AufenthG auf den {german(case.later(10, 40))} verkürzt."
    )
    paper.paragraph("II.  Die sofortige Vollziehung der Nummer I wird angeordnet.")
    paper.paragraph("III. Für diesen Bescheid wird eine Gebühr von 50,00 EUR erhoben.")
    paper.paragraph(
        "Gründe: Die eheliche Lebensgemeinschaft mit der Stammberechtigten ist seit dem Auszug aus der gemeinsamen Wohnung beendet. Ein eigenständiges Recht nach § 31 AufenthG ist nicht entstanden."
    )
    remedies(paper, case)
    paper.line(case.clerk)
    return paper
