"""Layouts of this round: lawyers and letters of all kinds."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.fresh.heads import at_office, ending, fresh, sheet_centred, sheet_with_column
from tests.samples.documents.letter import place_and_date, receipt_stamp
from tests.samples.documents.measured.parts import abbreviated, block, child, short
from tests.samples.names import EMPLOYERS, LAWYERS, STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import BLUE, Stroke


@fresh("anwaltsschreiben", "NBF", digital=True)
def anwalt_sachstandsanfrage(case: Case) -> Paper:
    """Counsel shows a mandate, asks for the state of things and for the file; several lawyers in the head."""
    lawyer = case.rng.choice(LAWYERS)
    paper = Paper(points=11, left=25, right=25, family="serif")
    block(paper, 105, 20, ("Kanzlei am Beispielmarkt",), size=15, bold=1, align="center")
    block(paper, 105, 26, (" · ".join(LAWYERS[:3]), "Fachanwälte für Migrationsrecht und Familienrecht"), size=8.5, step=4, align="center")  # fmt: skip
    block(paper, 25, 50, (*at_office(case), "nur per beBPo"))
    block(paper, 135, 50, (f"Frankfurt, {german(case.issued)}", f"Unser Zeichen: {case.rng.randint(100, 900)}/{case.issued:%y} R", f"Ihr Zeichen: {case.person.file_number}", "Sekretariat: Frau Tippbeispiel"), size=9)  # fmt: skip
    paper.y = 84
    paper.paragraph(f"In der Angelegenheit {case.name}{case.born_phrase}", bold=True, after=4)
    paper.paragraph("Sehr geehrte Damen und Herren,")
    paper.paragraph("ausweislich der beigefügten Vollmacht vertrete ich die oben genannte Person. Zustellungen bitte ich ausschließlich an mich zu richten.")  # fmt: skip
    paper.paragraph(f"Am {german(case.earlier(90, 240))} wurde die Verlängerung der Aufenthaltserlaubnis beantragt. Eine Entscheidung ist nicht ergangen; die letzte Fiktionsbescheinigung ist am {german(case.earlier(3, 30))} abgelaufen. Der Arbeitgeber droht inzwischen mit Kündigung.")  # fmt: skip
    paper.paragraph(f"Ich bitte um Mitteilung des Sachstands und um Ausstellung einer neuen Bescheinigung bis zum {german(case.later(10, 15))}. Nach fruchtlosem Ablauf werde ich Klage nach § 75 VwGO erheben.")  # fmt: skip
    paper.paragraph("Ferner beantrage ich Akteneinsicht durch Übersendung einer Kopie der Ausländerakte.")
    paper.paragraph("Mit freundlichen kollegialen Grüßen", after=0)
    ending(paper, case, lawyer, "Rechtsanwalt")
    return paper


@fresh("anwaltsschreiben", "NB")
def vollmacht_vordruck_amtlich(case: Case) -> Paper:
    """A power of attorney as lawyers buy it in pads: name and matter filled in, clauses small."""
    lawyer = case.rng.choice(LAWYERS)
    paper = Paper(points=10, left=24, right=22)
    paper.line("V O L L M A C H T", size=18, bold=True, align="center")
    paper.gap(5)
    paper.paragraph(f"Rechtsanwalt {lawyer}, Klageweg 3, 60000 Frankfurt am Main")
    paper.paragraph("wird hiermit in Sachen")
    paper.line(f"{case.name}  ./.  {case.site.title}", bold=True, align="center")
    paper.gap(2)
    paper.paragraph("wegen Aufenthaltserlaubnis / Widerspruch / Eilverfahren")
    paper.paragraph("Vollmacht erteilt, insbesondere")
    for number, text in enumerate(
        (
            "zur Prozessführung einschließlich der Befugnis zur Erhebung und Rücknahme von Klagen,",
            "zur Vertretung in Verwaltungsverfahren und zur Einsicht in Akten,",
            "zur Entgegennahme von Zustellungen, Zahlungen und Wertsachen,",
            "zur Übertragung der Vollmacht auf andere (Untervollmacht),",
            "zur Beilegung durch Vergleich oder Anerkenntnis.",
        ),
        1,
    ):
        paper.paragraph(f"{number}. {text}", indent=6, after=1)
    paper.gap(2)
    paper.paragraph("Gebühren bestimmen sich nach dem Gegenstandswert. Mehrere Vollmachtgeber haften als Gesamtschuldner.", size=8.5)  # fmt: skip
    if case.born:
        paper.field("Vollmachtgeber/in geboren", case.born, column=55)
    paper.field("Anschrift", f"{case.person.street}, {case.site.city}", column=55)
    place_and_date(paper, case, "Unterschrift", city="Frankfurt am Main")
    receipt_stamp(paper, case, x=120, y=222)
    return paper


@fresh("schreiben", "NF", digital=True)
def mail_terminanfrage(case: Case) -> Paper:
    """An electronic letter printed by the office: head of the message, earlier message quoted below."""
    person = case.person
    paper = Paper(points=10, left=22, right=22)
    paper.line("Poststelle Ausländerwesen", size=11, bold=True)
    paper.put(Stroke(points=((22, paper.y + 1.5), (188, paper.y + 1.5)), width=0.5))
    paper.gap(3)
    mail = "post" + pattern("999", case.rng) + "@example.org"
    for label, value in (
        ("Von:", f"{case.name} <{mail}>"),
        ("Gesendet:", f"{german_long(case.issued)} 21:{case.rng.randint(10, 59)}"),
        ("An:", "auslaenderbehoerde@example.net"),
        ("Betreff:", f"Bitte um Termin, Aktenzeichen {person.file_number}"),
        ("Anlagen:", "IMG_2031.jpg"),
    ):
        paper.field(label, value, column=28)
    paper.gap(4)
    paper.paragraph("Guten Abend,")
    paper.paragraph(f"mein Aufenthaltstitel läuft am {german(case.later(10, 40))} ab. Auf der Internetseite finde ich seit Wochen keinen freien Termin. Meine Arbeit verlangt eine Bescheinigung, sonst darf ich nicht mehr kommen.")  # fmt: skip
    paper.paragraph("Können Sie mir bitte einen Termin geben oder die Papiere per Post schicken? Ein Foto meiner Karte habe ich angehängt.")  # fmt: skip
    paper.paragraph("Vielen Dank und freundliche Grüße", after=0.5)
    paper.paragraph(case.name)
    paper.gap(3)
    before = case.earlier(8, 20)
    paper.paragraph(f"> Am {short(before)} schrieb {case.clerk}:", size=9, after=0.5)
    paper.paragraph("> Sehr geehrte Kundin, sehr geehrter Kunde, Ihre Nachricht ist eingegangen. Termine werden freitags um 12 Uhr freigeschaltet.", size=9)  # fmt: skip
    return paper


@fresh("schreiben", "NBF", digital=True)
def einladung_fingerabdruck_termin(case: Case) -> Paper:
    """The authority invites to collect prints and picture for the card; list of papers to bring."""
    site, person = case.site, case.person
    paper = sheet_with_column(
        (site.title, site.office, "Servicepunkt", site.street, site.city),
        case.address,
        (f"Aktenzeichen: {person.file_number}", f"Auskunft: {case.clerk}", f"Datum: {german(case.issued)}"),
    )  # fmt: skip
    paper.paragraph(
        f"Einladung zur persönlichen Vorsprache – {case.listed}{case.born_phrase}", bold=True, after=4
    )
    paper.paragraph(f"{case.salutation},")
    paper.paragraph("zur Bearbeitung Ihres Anliegens bitten wir Sie, zu folgendem Termin zu erscheinen:")
    day = case.later(14, 50)
    paper.table(("Tag", "Uhrzeit", "Ort"), [(german(day), f"{case.rng.randint(8, 11)}:{case.rng.choice(('00', '20', '40'))}", f"{site.street}, Schalter {case.rng.randint(1, 12)}")], (2, 2, 5), size=10)  # fmt: skip
    paper.paragraph("Bitte bringen Sie mit:", after=1)
    for text in ("gültigen Pass und bisherige Karte", "ein biometrisches Lichtbild in digitaler Form", "die letzten drei Lohnabrechnungen", "Gebühr 93 Euro (nur Karte)"):  # fmt: skip
        paper.paragraph(f"•  {text}", indent=5, after=0.6)
    paper.gap(2)
    paper.paragraph("Können Sie den Termin nicht wahrnehmen, sagen Sie bitte rechtzeitig ab. Angehörige müssen nur mitkommen, wenn sie selbst eine Karte benötigen.")  # fmt: skip
    paper.paragraph("Mit freundlichen Grüßen", after=0)
    ending(paper, case, "Im Auftrag", case.clerk)
    return paper


@fresh("schreiben", "NB")
def arbeitgeber_nachfrage(case: Case) -> Paper:
    """An employer asks when a worker's card will come; received, a clerk's handwritten note on it."""
    company = case.rng.choice(EMPLOYERS)
    paper = sheet_centred(
        (company, "Personalabteilung", "Prüfgasse 2 · 34000 Kassel"),
        at_office(case),
        f"Kassel, {abbreviated(case.issued)}",
        family="sans",
        points=10.5,
    )
    receipt_stamp(paper, case, x=118, y=46)
    paper.paragraph(
        f"Unser Mitarbeiter / unsere Mitarbeiterin {case.name}{case.born_phrase}", bold=True, after=4
    )
    paper.paragraph("Sehr geehrte Damen und Herren,")
    paper.paragraph(f"die oben genannte Person arbeitet seit {case.earlier(300, 1200):%Y} bei uns im Lager. Uns liegt nur eine Kopie des alten Ausweises vor, gültig bis {german(case.later(5, 30))}. Als Arbeitgeber müssen wir die Berechtigung prüfen und aufbewahren.")  # fmt: skip
    paper.paragraph("Bitte teilen Sie uns kurz mit, ob die Beschäftigung fortgesetzt werden darf und wann mit der neuen Karte zu rechnen ist. Frau Vorlaga Personalis, Durchwahl -31, steht für Rückfragen bereit.")  # fmt: skip
    paper.paragraph("Mit freundlichem Gruß", after=0)
    ending(paper, case, f"ppa. {case.rng.choice(STAFF).split()[-1]}")
    paper.text(40, 240, f"tel. beantwortet {short(case.later(10, 20))}  {case.clerk[-5:]}", size=12, family="serif", ink=BLUE)  # fmt: skip
    return paper


@fresh("schreiben", "NB", dated=False)
def brief_ohne_datum(case: Case) -> Paper:
    """A resident's letter that bears no date of its own: only the receipt stamp and days in its text."""
    paper = Paper(points=12, family="serif", left=28, right=26)
    block(paper, 28, 28, (case.name, f"{case.person.street}, {case.site.city}"), size=12, step=5.5)
    paper.text(28, 52, "An das Ausländeramt", size=12)
    receipt_stamp(paper, case, x=122, y=44)
    paper.y = 76
    paper.paragraph("Sehr geehrte Damen und Herren,", after=4)
    born = f" (geboren {case.born})" if case.born else ""
    paper.paragraph(
        f"ich{born} habe Ihre Post bekommen, aber den Termin am {german(case.earlier(3, 20))} habe ich verpasst, weil meine Tochter {child(case).given} krank war. Das tut mir sehr leid."
    )
    paper.paragraph(
        "Bitte geben Sie mir einen neuen Termin, am besten vormittags. Ich bringe den Mietvertrag und den Pass mit."
    )
    paper.paragraph("Danke für Ihr Verständnis", after=0)
    ending(paper, case, case.name)
    return paper
