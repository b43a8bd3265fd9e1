"""Measured layouts of letters and mails without a form of their own, and of a power of attorney."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.letter import place_and_date, receipt_stamp, signature, to_office
from tests.samples.documents.measured.heads import measured
from tests.samples.documents.measured.parts import abbreviated, block, child, short, spouse
from tests.samples.names import EMPLOYERS, LAWYERS, STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import GREY, TINT, Code, Frame, Stroke


@measured("schreiben", "NF")
def terminbestaetigung(case: Case) -> Paper:
    """An appointment with a code to hold against the reader at the door."""
    paper = Paper(points=11)
    paper.put(Frame(x=0, y=0, width=210, height=14, fill=TINT, ink=None))
    paper.text(25, 9, f"{case.site.city} · {case.site.office}", size=11, bold=True)
    block(paper, 25, 45, case.address)
    block(paper, 140, 45, (german(case.issued), f"Az. {case.person.file_number}"), size=9.5)
    paper.put(Code(x=25, y=72, width=60, height=14, content=pattern("L99999", case.rng), symbology="Code128"))
    paper.y = 96
    paper.line("Ihr Termin bei uns", size=16, bold=True)
    paper.gap(3)
    day = case.later(15, 50)
    paper.paragraph(f"Guten Tag {case.name},")
    paper.paragraph("wir haben für Sie reserviert:", after=3)
    paper.paragraph(
        f"{german_long(day)}, {case.rng.randint(8, 14)}:{case.pick('00', '20', '40')} Uhr, Schalter {case.rng.randint(1, 24)}",
        bold=True,
        indent=6,
    )
    paper.paragraph("Bitte bringen Sie mit:", after=1)
    for thing in (
        "dieses Schreiben",
        "gültigen Pass",
        "ein aktuelles Foto",
        "Nachweise über Ihre Arbeit und Wohnung",
        "Karte zum Bezahlen (kein Bargeld)",
    ):
        paper.paragraph(f"•  {thing}", indent=6, after=0.6)
    paper.gap(2)
    paper.paragraph(
        "Kommen Sie allein, wenn möglich. Können Sie nicht, sagen Sie spätestens zwei Tage vorher ab. Ohne Termin ist keine Vorsprache möglich. Wir sprechen Deutsch und Englisch."
    )
    paper.paragraph("Ihr Team der Terminvergabe")
    return paper


@measured("schreiben", "NBF")
def jobcenter_rueckfrage(case: Case) -> Paper:
    """One authority asks another; two references, the receipt stamp over the head."""
    person = case.person
    paper = Paper(points=10.5, left=25)
    paper.text(190, 20, "jobcenter Beispielkreis", size=16, bold=True, align="right")
    paper.text(190, 25, "Standort Nord · Leistungsgewährung · Team 742", size=8, align="right")
    block(paper, 25, 50, to_office(case))
    block(paper, 122, 50, (f"Ihr Zeichen: {person.file_number}", "Ihre Nachricht:", f"Mein Zeichen: 742.1 – {pattern('99999BG9999999', case.rng)}", f"Name: {case.rng.choice(STAFF)}", "Telefon: 0000 123-456", f"Datum: {german_long(case.issued)}"), size=8.5, step=4.6)  # fmt: skip
    paper.y = 90
    paper.paragraph("Anfrage zum Status", bold=True, after=1)
    paper.paragraph(f"{case.listed}{case.born_phrase}, {person.street}", bold=True, after=4)
    paper.paragraph("Sehr geehrte Kolleginnen und Kollegen,")
    paper.paragraph(
        f"die genannte Person hat hier am {german(case.earlier(8, 25))} Leistungen beantragt. Vorgelegt wurde lediglich eine Kopie, auf der die Rückseite fehlt. Für die Entscheidung bitte ich um Mitteilung:"
    )
    paper.paragraph(
        "a) Auf welcher Rechtsgrundlage hält sich die Person im Bundesgebiet auf?", indent=6, after=1
    )
    paper.paragraph(
        f"b) Ist die Aufnahme einer Beschäftigung erlaubt, und gilt das auch über den {german(case.later(10, 60))} hinaus?",
        indent=6,
        after=1,
    )
    kid = child(case)
    paper.paragraph(
        f"c) Ist das Kind {kid.given}, geb. {german(kid.born)}, in die Akte aufgenommen?", indent=6
    )
    paper.paragraph(
        "Für eine Antwort innerhalb von zwei Wochen, gern per Fax, wäre ich dankbar. Rechtsgrundlage der Anfrage ist § 67a SGB X."
    )
    paper.paragraph("Mit freundlichem Gruß", after=0)
    paper.line("Im Auftrag")
    signature(paper, case.rng)
    receipt_stamp(paper, case, x=30, y=18)
    return paper


@measured("schreiben", "NF", digital=True)
def mail_ehrenamt(case: Case) -> Paper:
    """A volunteer's mail printed by the clerk, the older message quoted beneath."""
    paper = Paper(points=10, left=18, right=18, top=14)
    paper.line(case.clerk, size=12, bold=True)
    paper.rule(before=0.5, after=2, width=0.6)
    for label, value in (
        ("Von:", "Helga Ehrenamtlich <h.ehrenamtlich@helferkreis.example>"),
        ("Gesendet:", f"{german_long(case.issued)} 21:{case.rng.randint(10, 59)}"),
        ("An:", f"Poststelle {case.site.office}"),
        ("Cc:", "asylkreis@kirche.example"),
        ("Betreff:", f"AW: {case.person.file_number} / wann kommt die Karte?"),
        ("Anlagen:", "IMG_2041.JPG"),
    ):  # fmt: skip
        paper.field(label, value, column=28)
    paper.gap(4)
    paper.paragraph(f"Hallo {case.clerk},")
    paper.paragraph(
        f"ich begleite {case.name} seit drei Jahren. Wir waren im Sommer bei Ihnen und haben die Fingerabdrücke abgegeben, seitdem hören wir nichts. Der Chef fragt jede Woche, ob er noch arbeiten lassen darf."
    )
    paper.paragraph(
        "Ich weiß, dass Sie viel zu tun haben. Könnten Sie mir kurz schreiben, ob noch etwas fehlt? Im Anhang ein Foto von dem Zettel, den wir damals bekommen haben."
    )
    paper.paragraph("Herzlichen Dank und liebe Grüße")
    paper.paragraph("Helga Ehrenamtlich (Helferkreis Probierdorf)")
    paper.gap(2)
    paper.put(Stroke(points=((18, paper.y), (192, paper.y)), width=0.15, ink=GREY))
    paper.gap(2)
    paper.line(f"Am {german(case.earlier(30, 60))} um 10:12 schrieb Poststelle:", size=9)
    paper.paragraph(
        "> Sehr geehrte Frau Ehrenamtlich, Ihre Nachricht ist eingegangen. Bitte sehen Sie von Sachstandsanfragen ab.",
        size=9,
    )
    return paper


@measured("schreiben", "NB")
def arbeitgeber_bitte(case: Case) -> Paper:
    """An employer's letter on behalf of a worker, on a firm's own paper; no reference of the office."""
    firm = case.rng.choice(EMPLOYERS)
    paper = Paper(points=11, family="serif", left=28)
    paper.text(105, 22, firm, size=20, bold=True, align="center")
    paper.put(Stroke(points=((60, 25), (150, 25)), width=0.3))
    block(paper, 28, 48, to_office(case))
    paper.text(188, 80, f"Musterhausen, {german_long(case.issued)}", align="right")
    paper.y = 90
    paper.paragraph(
        f"Unser Mitarbeiter / unsere Mitarbeiterin {case.name}{case.born_phrase}", bold=True, after=5
    )
    paper.paragraph("Sehr geehrte Damen und Herren,")
    paper.paragraph(
        f"wir wenden uns heute an Sie, weil uns die Kollegin bzw. der Kollege seit {german_long(case.earlier(400, 1100))} zuverlässig unterstützt und im ganzen Betrieb geschätzt wird. Nun läuft das Papier in wenigen Wochen aus, und niemand kann uns sagen, wie es weitergeht."
    )
    paper.paragraph(
        "Wir finden auf dem Arbeitsmarkt keinen Ersatz und wären bereit, auch eine Ausbildung anzubieten. Deshalb bitten wir herzlich, die Angelegenheit wohlwollend und möglichst bald zu prüfen. Für Fragen steht Ihnen unsere Personalleitung unter 0000 / 4711 zur Verfügung."
    )
    paper.paragraph("Hochachtungsvoll", after=0)
    signature(paper, case.rng)
    paper.line(f"{case.rng.choice(STAFF)}, Betriebsleitung")
    paper.text(105, 285, f"Geschäftsführer: A. Inhabermann · Amtsgericht Musterhausen HRB {case.rng.randint(1000, 99999)}", size=7, align="center", ink=GREY)  # fmt: skip
    return paper


@measured("anwaltsschreiben", "NB")
def vollmacht_kanzlei(case: Case) -> Paper:
    """A power of attorney on a lawyer's form, signed by the client."""
    lawyer = case.rng.choice(LAWYERS)
    paper = Paper(points=10.5, family="serif", left=28)
    paper.text(105, 22, f"Rechtsanwälte {lawyer} & Partner mbB", size=14, bold=True, align="center")
    paper.text(105, 27, "Zustellungen werden nur an die Bevollmächtigten erbeten!", size=9, align="center")
    paper.y = 40
    paper.line("V O L L M A C H T", size=18, bold=True, align="center")
    paper.gap(5)
    paper.paragraph(f"Hiermit wird {lawyer}, Klagestieg 40, 55000 Mainzhausen, von")
    paper.paragraph(
        f"{case.name}{case.born_phrase}, {case.person.street}, {case.site.city}", indent=8, bold=True
    )
    paper.paragraph("in Sachen: Aufenthalt, Familiennachzug, Akteneinsicht")
    paper.paragraph("Vollmacht erteilt. Sie umfasst insbesondere die Befugnis,")
    for text in (
        "1. zur Vertretung vor Behörden und Gerichten aller Rechtszüge,",
        "2. Anträge zu stellen, Rechtsbehelfe einzulegen und zurückzunehmen,",
        "3. Untervollmacht zu erteilen und Zustellungen entgegenzunehmen,",
        "4. Gelder, Wertsachen und Urkunden in Empfang zu nehmen.",
    ):
        paper.paragraph(text, indent=8, after=0.6)
    place_and_date(paper, case, "Unterschrift der vollmachtgebenden Person")
    paper.paragraph("Hinweis: Die Gebühren richten sich nach dem Gegenstandswert (§ 49b BRAO).", size=8.5)
    return paper


@measured("anwaltsschreiben", "NBF")
def schriftsatz_fax_widerspruch(case: Case) -> Paper:
    """A lawyer objects by fax for a married couple; the mandate of the husband or wife only mentioned."""
    lawyer = case.rng.choice(LAWYERS)
    paper = Paper(points=10.5, family="mono", left=22)
    paper.text(22, 12, f"{short(case.issued)} 16:5{case.rng.randint(0, 9)}  FAX 0000 998877  {lawyer.upper()}   S. 1/2", size=8)  # fmt: skip
    paper.line(lawyer, size=13, bold=True)
    paper.line("Rechtsanwaltskanzlei  -  Fachanwalt für Sozialrecht")
    paper.gap(5)
    paper.line(case.site.title)
    paper.line(case.site.office)
    paper.line("nur per Telefax")
    paper.gap(5)
    paper.line(f"{abbreviated(case.issued)}      Reg.-Nr. {pattern('999/99', case.rng)}")
    paper.line(f"Dortiges Geschäftszeichen: {case.person.file_number}")
    paper.gap(4)
    paper.paragraph(f"W i d e r s p r u c h  des/der {case.name}{case.born_phrase}", bold=True)
    paper.paragraph("Sehr geehrte Damen und Herren,")
    paper.paragraph(
        f"unter Hinweis auf die anliegende Originalvollmacht lege ich gegen Ihre Verfügung vom {german(case.earlier(5, 25))}, hier zugegangen am {german(case.earlier(1, 4))}, fristwahrend Rechtsmittel ein und beantrage,"
    )
    paper.paragraph("1. den Bescheid aufzuheben,", indent=6, after=0.5)
    paper.paragraph("2. mir Einsicht in die Verwaltungsvorgänge zu gewähren,", indent=6, after=0.5)
    paper.paragraph("3. die Vollziehung bis zur Entscheidung auszusetzen.", indent=6)
    paper.paragraph(
        f"Eine Begründung folgt nach Akteneinsicht. {spouse(case).name} wird von mir nicht vertreten. Eine Zustimmung zur Weitergabe meiner Daten an Dritte erteile ich nicht."
    )
    paper.new_page()
    paper.paragraph("Ich rege an, bis zur Klärung eine Fiktionsbescheinigung auszustellen; mein Mandant bzw. meine Mandantin verliert sonst den Arbeitsplatz.")  # fmt: skip
    paper.line("Mit kollegialen Grüßen")
    signature(paper, case.rng)
    paper.line("Rechtsanwalt")
    return paper
