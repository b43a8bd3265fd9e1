"""Measured layouts of courts and prisons, and of proofs of delivery."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.letter import receipt_stamp, signature, to_office
from tests.samples.documents.measured.heads import measured, rows
from tests.samples.documents.measured.parts import block, born_long, short
from tests.samples.names import JUDGES, LAWYERS, STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import PEN, Code, Frame


@measured("verwaltungsgericht", "NB")
def beschluss_einstellung(case: Case) -> Paper:
    """An order of a single judge: the claim was withdrawn; the party in the rubrum, counsel beneath."""
    paper = Paper(points=11.5, family="serif", left=32, right=26)
    number = f"{case.rng.randint(1, 11)} K {case.rng.randint(100, 6000)}/{case.issued:%y}.A"
    paper.running = number
    paper.line(number, size=11)
    paper.gap(4)
    paper.line("VERWALTUNGSGERICHT MUSTERSTADT", size=14, bold=True, align="center")
    paper.line("BESCHLUSS", size=13, bold=True, align="center")
    paper.gap(5)
    paper.paragraph("In der Verwaltungsstreitsache")
    paper.paragraph(
        f"des/der {case.name}{case.born_phrase}, {case.person.street}, {case.site.city},", indent=10
    )
    paper.line("– klagende Partei –", align="right")
    paper.paragraph(
        f"bevollmächtigt: Rechtsanwältin {case.rng.choice(LAWYERS)}, 55000 Mainzhausen", indent=10
    )
    paper.line("gegen", align="center")
    paper.paragraph(
        "die Bundesrepublik Deutschland, vertreten durch das Bundesamt für Migration und Flüchtlinge, Außenstelle Beispielingen,",
        indent=10,
    )
    paper.line("– Beklagte –", align="right")
    paper.paragraph("wegen Asylrechts (Herkunftsland " + case.person.origin.country + ")")
    paper.paragraph(
        f"hat die 7. Kammer durch Richterin am Verwaltungsgericht {case.rng.choice(JUDGES)} als Einzelrichterin am {german_long(case.issued)} beschlossen:"
    )
    paper.paragraph("Das Verfahren wird eingestellt.", indent=10, bold=True, after=1)
    paper.paragraph(
        "Die Kosten des Verfahrens trägt die klagende Partei. Gerichtskosten werden nicht erhoben.",
        indent=10,
        bold=True,
    )
    paper.paragraph(
        f"Gründe: Die Klage wurde mit Schriftsatz vom {german(case.earlier(3, 12))} zurückgenommen. Das Verfahren war daher nach § 92 Abs. 3 VwGO einzustellen. Die Kostenentscheidung folgt aus § 155 Abs. 2 VwGO, § 83b AsylG."
    )
    paper.paragraph("Dieser Beschluss ist unanfechtbar (§ 80 AsylG).")
    paper.gap(4)
    paper.line("Beglaubigt", size=9.5)
    signature(paper, case.rng)
    paper.line("als Urkundsbeamtin der Geschäftsstelle", size=9.5)
    receipt_stamp(paper, case, x=130, y=4)
    return paper


@measured("verwaltungsgericht", "NF")
def ladung_muendliche_verhandlung(case: Case) -> Paper:
    """A summons to a hearing, addressed to the office as defendant."""
    paper = Paper(points=10.5, left=25)
    paper.text(25, 20, "Oberverwaltungsgericht Musterland", size=13, bold=True)
    paper.text(25, 25, "Der Vorsitzende des 4. Senats", size=9.5)
    block(paper, 25, 48, (case.site.title, "– Rechtsamt –", case.site.street, f"{case.site.postcode} {case.site.city}"))  # fmt: skip
    block(paper, 125, 48, (f"Geschäftszeichen: 4 A {case.rng.randint(10, 900)}/{case.issued:%y}", f"Ihr Zeichen: {case.person.file_number}", f"Datum: {german(case.issued)}", "Zustellung gegen EB"), size=9)  # fmt: skip
    paper.y = 82
    paper.line("Ladung zum Termin", size=15, bold=True)
    paper.gap(3)
    paper.paragraph(f"In dem Verfahren {case.family} ./. {case.site.title}", after=1)
    paper.paragraph(f"wegen Erteilung einer Niederlassungserlaubnis (Kl.: {case.name})")
    day = case.later(30, 70)
    paper.paragraph(
        f"ist Termin zur mündlichen Verhandlung bestimmt auf {german_long(day)}, {case.rng.randint(9, 13)}.30 Uhr, Sitzungssaal {case.rng.randint(1, 6)}."
    )
    paper.paragraph(
        "Bei Ihrem Ausbleiben kann auch ohne Sie verhandelt und entschieden werden (§ 102 Abs. 2 VwGO). Der Sachbearbeiter sollte teilnehmen; die Behördenakten sind mitzubringen. Ein Dolmetscher wird von Amts wegen geladen."
    )
    paper.paragraph("Auf Anordnung")
    paper.line(f"{case.rng.choice(STAFF)}, Justizangestellte/r")
    receipt_stamp(paper, case, x=128, y=18)
    return paper


@measured("zustellungsnachweis", "NF")
def rueckschein_einschreiben(case: Case) -> Paper:
    """The red card that comes back from the post, both sides copied onto a sheet."""
    paper, person = Paper(points=10), case.person
    for top in (35, 155):
        paper.put(Frame(x=32, y=top, width=148, height=100, line=0.3, fill=(250, 240, 240)))
    paper.text(38, 45, "Rückschein National", size=14, bold=True)
    paper.text(174, 45, "Deutsche Post", size=10, bold=True, align="right")
    paper.put(Code(x=38, y=52, width=80, height=14, content=f"RT{pattern('999999999', case.rng)}DE", symbology="Code128"))  # fmt: skip
    block(paper, 38, 78, ("Rückschein zurück an:", case.site.title, case.site.office, f"{case.site.street}, {case.site.postcode} {case.site.city}"), size=10)  # fmt: skip
    paper.text(38, 108, f"Ihr Zeichen (nicht für die Post): {person.file_number}", size=9)
    block(paper, 38, 165, ("Empfänger der Sendung", case.name, person.street, f"{case.site.postcode} {case.site.city}"))  # fmt: skip
    block(paper, 38, 195, ("Die oben bezeichnete Sendung wurde mir ausgeliefert.", "Ich bin:   [x] Empfänger   [ ] Ehegatte   [ ] sonst. Empfangsberechtigter"), size=9, step=5)  # fmt: skip
    block(paper, 38, 216, ("Auslieferungsdatum", german(case.issued)), size=9, step=6)
    block(paper, 110, 216, ("Unterschrift", ""), size=9)
    paper.y = 217
    signature(paper, case.rng, x=112, ink=PEN)
    paper.text(
        38, 240, f"Zusteller: {case.rng.choice(STAFF).split()[-1]}   ZB {case.rng.randint(10, 99)}", size=8
    )
    paper.stamp(135, 224, "Zustellstützpunkt", short(case.issued), angle=case.rng.uniform(-10, 10), size=8)
    return paper


@measured("zustellungsnachweis", "NB")
def oeffentliche_zustellung(case: Case) -> Paper:
    """A notice for the board: served publicly because the whereabouts are unknown, with the days it hung."""
    paper = Paper(points=12, left=28, right=25)
    paper.line(f"{case.site.title}", size=14, bold=True)
    paper.line(case.site.office, size=11)
    paper.gap(12)
    paper.line("Öffentliche Zustellung", size=20, bold=True, align="center")
    paper.line("Benachrichtigung nach § 10 des Verwaltungszustellungsgesetzes", size=10, align="center")
    paper.gap(10)
    paper.paragraph(
        f"Für {case.honorific_dative} {case.name}{case.born_phrase}, letzte bekannte Anschrift {case.person.street}, {case.site.city}, derzeitiger Aufenthalt unbekannt, liegt bei der unterzeichnenden Behörde ein Schriftstück vom {german(case.earlier(2, 10))} zur Abholung bereit."
    )
    paper.paragraph(
        "Durch diese Bekanntmachung können Fristen in Gang gesetzt werden, nach deren Ablauf Rechtsverluste drohen. Das Dokument gilt als zugestellt, wenn seit dem Tag des Aushangs zwei Wochen vergangen sind."
    )
    paper.gap(4)
    paper.line(f"{case.site.city}, den {german_long(case.issued)}")
    signature(paper, case.rng)
    paper.line(case.clerk)
    paper.gap(10)
    paper.line(
        f"Ausgehängt am: {german(case.later(1, 2))}     Abgenommen am: {german(case.later(17, 20))}", size=10
    )
    return paper


@measured("strafsache", "NBF")
def haftmitteilung_jva(case: Case) -> Paper:
    """A prison tells the immigration authority who came in, until when, and for what."""
    paper, person = Paper(points=10.5, family="mono", left=20), case.person
    paper.line("Justizvollzugsanstalt Mustertal")
    paper.line(f"- Vollzugsgeschäftsstelle -     {german(case.issued)}")
    paper.line(f"Buchnummer {pattern('9999/99/9', case.rng)}")
    paper.gap(6)
    for line in to_office(case):
        paper.line(line)
    paper.gap(6)
    paper.line("Mitteilung über Strafantritt (§ 74 Abs. 2 AufenthV)", bold=True)
    paper.gap(3)
    rows(paper, (("Gefangene/r", case.listed), ("geboren", case.born), ("Staatsang.", person.origin.adjective), ("dortiges Az.", person.file_number), ("aufgenommen am", german(case.earlier(1, 4))), ("Strafende", german(case.later(150, 900))), ("Zwei Drittel", german(case.later(90, 140))), ("Vollstreckung", f"StA Musterstadt {case.rng.randint(100, 999)} Js {pattern('9999', case.rng)}/{case.earlier(300, 700):%y}"), ("Delikt", "Diebstahl mit Waffen, 1 Jahr 4 Monate")), column=42)  # fmt: skip
    paper.paragraph(
        "Es wird gebeten mitzuteilen, ob aufenthaltsbeendende Maßnahmen beabsichtigt sind (§ 456a StPO). Ausweispapiere befinden sich nicht bei der Habe."
    )
    paper.line(f"{case.rng.choice(STAFF)}, JVInsp")
    receipt_stamp(paper, case, x=132, y=40)
    return paper


@measured("strafsache", "NB")
def strafurteil_amtsgericht(case: Case) -> Paper:
    """A judgment in the name of the people, its reasons on the second page."""
    paper = Paper(points=11.5, family="serif", left=30, right=25)
    number = f"{case.rng.randint(10, 90)} Ls {case.rng.randint(100, 999)} Js {pattern('99999', case.rng)}/{case.earlier(200, 300):%y}"
    paper.running = number
    paper.line(number, size=10)
    paper.line(f"Rechtskräftig seit {german(case.later(8, 20))}", size=10)
    paper.gap(6)
    paper.line("AMTSGERICHT MUSTERTAL", size=14, bold=True, align="center")
    paper.line("Schöffengericht", size=11, align="center")
    paper.gap(4)
    paper.line("IM NAMEN DES VOLKES", bold=True, align="center")
    paper.line("URTEIL", size=14, bold=True, align="center")
    paper.gap(5)
    paper.line("in der Strafsache gegen")
    born = f"geboren am {born_long(case)} in {case.person.birth_place}, " if case.born else ""
    paper.paragraph(
        f"{case.name}, {born}{case.person.origin.adjective}e Staatsangehörigkeit, zurzeit in Untersuchungshaft in der JVA Mustertal",
        indent=10,
        bold=True,
    )
    paper.paragraph(f"Verteidiger: Rechtsanwalt {case.rng.choice(LAWYERS)}", indent=10)
    paper.paragraph("wegen räuberischen Diebstahls u. a.")
    paper.paragraph(
        f"Das Amtsgericht Mustertal hat in der öffentlichen Sitzung vom {german_long(case.issued)}, an der teilgenommen haben: Richter am Amtsgericht {case.rng.choice(JUDGES)} als Vorsitzender, zwei Schöffen, Staatsanwältin {case.rng.choice(STAFF).split()[-1]}, für Recht erkannt:"
    )
    paper.paragraph(
        "Die angeklagte Person wird zu einer Gesamtfreiheitsstrafe von zwei Jahren und drei Monaten verurteilt. Sie trägt die Kosten. Das sichergestellte Werkzeug wird eingezogen.",
        indent=10,
    )
    paper.paragraph("Angewandte Vorschriften: §§ 242, 252, 249 Abs. 1, 52, 53, 74 StGB.", size=10)
    paper.new_page()
    paper.line("Gründe (abgekürzt gemäß § 267 Abs. 4 StPO)", bold=True)
    paper.paragraph(
        f"Am {german(case.earlier(150, 190))} entwendete die angeklagte Person in einem Kaufhaus zwei Jacken und stieß den Detektiv zu Boden. Strafmildernd wirkte das Geständnis, strafschärfend wirkten vier Vorstrafen. Eine günstige Prognose konnte nicht gestellt werden."
    )
    signature(paper, case.rng)
    paper.line("Richter am Amtsgericht", size=10)
    return paper
