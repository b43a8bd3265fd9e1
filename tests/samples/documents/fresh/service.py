"""Layouts of this round: proofs of service."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.fresh.heads import ending, fresh
from tests.samples.documents.letter import place_and_date, signature
from tests.samples.documents.measured.heads import rows
from tests.samples.documents.measured.parts import child
from tests.samples.names import LAWYERS
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import Code, Frame


@fresh("zustellungsnachweis", "NF")
def pzu_gelber_vordruck(case: Case) -> Paper:
    """The yellow certificate of the post: sender and reference, addressee, numbered ticks, day and name."""
    site, person = case.site, case.person
    paper = Paper(points=9, left=16, right=16, top=12)
    paper.put(Frame(x=10, y=10, width=190, height=270, line=0.3, fill=(252, 246, 214)))
    paper.y = 14
    paper.line("Zustellungsurkunde", size=15, bold=True)
    paper.line("(§ 182 ZPO, § 3 VwZG)  – zurück an Absender –", size=8)
    paper.gap(2)
    paper.boxes(("Absender", f"{site.title}, {site.office}", 3), ("Postfach / Ort", f"{site.postcode} {site.city}", 1), height=11)  # fmt: skip
    paper.boxes(("1.1 Aktenzeichen", person.file_number, 2), ("1.2 Ggf. weitere Kennzeichen", f"Bescheid vom {german(case.earlier(3, 9))}", 2), height=11)  # fmt: skip
    paper.boxes(("1.3 Adressat", case.name, 2), ("Straße, Hausnummer, Ort", f"{person.street}, {site.city}", 2), height=11, family="wide")  # fmt: skip
    paper.ticks(("1.4 Weitersenden innerhalb des Landes", False), ("1.5 Keine Ersatzzustellung", False))
    paper.gap(2)
    paper.line("Das Schriftstück habe ich in meiner Eigenschaft als Postbediensteter", size=9, bold=True)
    for text, ticked in (
        ("2  unter der Zustellanschrift übergeben: dem Adressaten persönlich", False),
        ("3  einem erwachsenen Familienangehörigen", False),
        ("4  einer in der Familie beschäftigten Person", False),
        ("5  dem Leiter der Gemeinschaftseinrichtung", False),
        ("6  in den zur Wohnung gehörenden Briefkasten eingelegt, weil die Übergabe nicht möglich war", True),
        ("7  bei der hierfür bestimmten Stelle niedergelegt", False),
        ("8  Annahme verweigert; am Ort zurückgelassen", False),
    ):
        paper.ticks((text, ticked))
    paper.gap(3)
    paper.boxes(("9  Den Tag der Zustellung habe ich auf dem Umschlag vermerkt. Datum", german(case.issued), 2), ("Uhrzeit", f"{case.rng.randint(9, 15)}:{case.rng.randint(10, 59)}", 1), height=12)  # fmt: skip
    paper.boxes(("Postunternehmen", "Musterpost AG, ZSP Beispielstadt 3", 2), ("Name, Vorname des Zustellers", "Briefkastner, Udo", 2), height=12)  # fmt: skip
    signature(paper, case.rng, x=120)
    paper.text(120, paper.y + 3, "Unterschrift des Zustellers", size=7)
    paper.put(Code(x=20, y=paper.y - 6, width=60, height=10, content=pattern("9999999999", case.rng), symbology="Code128"))  # fmt: skip
    return paper


@fresh("zustellungsnachweis", "NBF")
def empfangsbestaetigung_karte(case: Case) -> Paper:
    """Signed at the counter on handing out the card: what was received, warning, day."""
    person, site = case.person, case.site
    paper = Paper(size=(210.0, 148.0), points=10, left=22, right=22, top=14, bottom=10)
    paper.line(f"{site.title} – {site.office}", size=10, bold=True)
    paper.line(f"Az.: {person.file_number}", size=9)
    paper.gap(4)
    paper.line("Empfangsbestätigung", size=14, bold=True)
    paper.gap(2)
    rows(paper, (("Name, Vorname", case.listed), ("geboren am", case.born)), column=45)
    paper.paragraph(f"Der Bescheid vom {german(case.earlier(2, 20))} wurde mir heute in den Amtsräumen gegen Unterschrift ausgehändigt (§ 5 Abs. 1 VwZG).")  # fmt: skip
    paper.ticks(("mit Anlagen", True), ("Pass zurückerhalten", False), ("Dolmetscher anwesend", False))
    place_and_date(paper, case, "Unterschrift")
    return paper


@fresh("zustellungsnachweis", "NB")
def eb_anwalt_ruecklauf(case: Case) -> Paper:
    """A lawyer's receipt faxed back to the Federal Office; the day of receipt is the day of the paper."""
    lawyer = case.rng.choice(LAWYERS)
    paper = Paper(points=11, family="mono", left=24, right=20)
    paper.line(f"FAX {german(case.issued)} 10:{case.rng.randint(10, 59)}  Kanzlei {lawyer}   S. 1/1", size=9)
    paper.gap(8)
    paper.line("An das Bundesamt für Migration und Flüchtlinge")
    paper.line("Außenstelle Musterstadt")
    paper.gap(8)
    paper.line("EMPFANGSBEKENNTNIS", size=15, bold=True)
    paper.gap(4)
    rows(paper, (("Az.", case.person.bamf_number), ("Betreff", case.listed), ("geb.", case.born), ("Schriftstück", "Bescheid"), ("Mandant", f"und Kind {child(case).given}")), column=38)  # fmt: skip
    paper.paragraph(f"Das vorbezeichnete Schriftstück habe ich heute, am {german(case.issued)}, als zur Entgegennahme legitimierte Person erhalten.")  # fmt: skip
    ending(paper, case, f"Rechtsanwalt {lawyer}")
    return paper
