"""Layouts of this round: the end of a stay and departure."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.fresh.heads import ending, fresh, sheet_centred, sheet_with_column
from tests.samples.documents.letter import PRESIDIUM, place_and_date, remedies
from tests.samples.documents.measured.heads import rows
from tests.samples.documents.measured.parts import block, child, short, spouse
from tests.samples.names import STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import Frame, Portrait


@fresh("aufenthaltsbeendigung", "NBF", digital=True)
def ausweisung_stadt_bescheid(case: Case) -> Paper:
    """A city's expulsion after convictions: tenor, facts, law; two sides, to be served."""
    site, person = case.site, case.person
    paper = sheet_with_column(
        (site.title, f"{site.office} – Rechtsangelegenheiten", f"{site.street}, {site.postcode} {site.city}"),
        ("Mit Zustellungsurkunde", *case.address),
        (f"Aktenzeichen: {person.file_number}", f"Bearbeitung: {case.clerk}", f"{site.city}, {german_long(case.issued)}"),
    )  # fmt: skip
    paper.running = f"Verfügung {person.file_number}"
    paper.paragraph("Verfügung", bold=True, size=14)
    paper.paragraph(f"Ausweisung aus der Bundesrepublik Deutschland – {case.listed}{case.born_phrase}, {person.origin.adjective}", bold=True, after=4)  # fmt: skip
    for text in (
        "I. Sie werden aus dem Gebiet der Bundesrepublik Deutschland ausgewiesen.",
        f"II. Gegen Sie wird ein Einreise- und Aufenthaltsverbot erlassen und auf {case.rng.randint(3, 8)} Jahre ab Ausreise befristet.",
        f"III. Ihr Antrag auf Verlängerung der Aufenthaltserlaubnis vom {german(case.earlier(100, 300))} wird abgelehnt.",
        f"IV. Sie haben das Bundesgebiet binnen 30 Tagen nach Haftentlassung zu verlassen; anderenfalls werden Sie nach {person.origin.country} abgeschoben.",
    ):
        paper.paragraph(text, indent=5, after=1)
    paper.heading("Sachverhalt")
    paper.paragraph(f"Sie leben seit {case.earlier(3000, 5000):%Y} in Deutschland. Am {german(case.earlier(300, 700))} verurteilte Sie das Landgericht Musterstadt wegen unerlaubten Handeltreibens zu einer Freiheitsstrafe von zwei Jahren und neun Monaten. Zuvor waren Sie zweimal mit Geldstrafen belegt worden. Sie sind verheiratet mit {spouse(case).name}; das gemeinsame Kind {child(case).name} wurde am {german(child(case).born)} geboren.")  # fmt: skip
    paper.heading("Rechtliche Würdigung")
    paper.paragraph("Nach § 53 Abs. 1 AufenthG wird ausgewiesen, wessen Aufenthalt die öffentliche Sicherheit gefährdet, wenn die Abwägung ein Überwiegen des Ausreiseinteresses ergibt. Das Ausweisungsinteresse wiegt besonders schwer (§ 54 Abs. 1 Nr. 1 AufenthG). Dem steht ein Bleibeinteresse nach § 55 gegenüber.")  # fmt: skip
    paper.paragraph("Von Ihnen geht weiterhin eine Gefahr aus; eine Therapie wurde nicht abgeschlossen. Auch unter Beachtung von Art. 6 GG und Art. 8 EMRK ist die Maßnahme verhältnismäßig. Kontakte lassen sich durch Besuche und Fernkommunikation erhalten.")  # fmt: skip
    remedies(paper, case)
    paper.line("Im Auftrag")
    ending(paper, case, case.clerk)
    return paper


@fresh("aufenthaltsbeendigung", "NBF")
def abschiebungsandrohung_fortzug(case: Case) -> Paper:
    """An unlawful stay is ended: an order to leave with a warning, by letter with a centred head."""
    site, person = case.site, case.person
    paper = sheet_centred((site.title, site.office, site.street), case.address, f"{person.file_number}   –   {german(case.issued)}", points=10.5)  # fmt: skip
    paper.paragraph("Aufforderung zur Ausreise und Androhung der Abschiebung", bold=True, after=1)
    paper.paragraph(f"Betroffen: {case.name}{case.born_phrase}", after=4)
    paper.paragraph(f"{case.salutation},")
    paper.paragraph(f"die Geltungsdauer Ihres Visums ist am {german(case.earlier(20, 120))} abgelaufen. Einen Titel besitzen Sie nicht. Sie sind daher nach § 50 Abs. 1 AufenthG zur Ausreise verpflichtet; die Pflicht ist vollziehbar.")  # fmt: skip
    paper.paragraph(f"1. Ich fordere Sie auf, Deutschland und das Gebiet der Schengen-Staaten bis zum {german(case.later(10, 30))} zu verlassen.", indent=5, after=1)  # fmt: skip
    paper.paragraph(f"2. Für den Fall der Nichtbefolgung drohe ich Ihnen die Abschiebung nach {person.origin.country} an (§ 59 AufenthG).", indent=5, after=1)  # fmt: skip
    paper.paragraph("3. Für den Fall der Abschiebung wird ein Einreise- und Aufenthaltsverbot von zwei Jahren angeordnet (§ 11 AufenthG).", indent=5)  # fmt: skip
    paper.paragraph("Schutzwürdige Bindungen bestehen nicht. Ihre Verlobte, Frau Vorlaga Testmeier, ist selbst nur geduldet; ein Termin zur Eheschließung ist nicht bestimmt.")  # fmt: skip
    remedies(paper, case)
    ending(paper, case, "Im Auftrag", case.clerk)
    return paper


@fresh("ausreise_vollzug", "NBF")
def grenzuebertritt_formblatt(case: Case) -> Paper:
    """The border crossing certificate with a part for the border post that is filled in on leaving."""
    site, person = case.site, case.person
    paper = Paper(points=10, left=22, right=20, top=16)
    paper.line(f"{site.title}, {site.office}", size=10)
    paper.line(f"Az. {person.file_number}", size=9)
    paper.put(Portrait(x=158, y=16, width=30, height=39))
    paper.gap(5)
    paper.line("Grenzübertrittsbescheinigung", size=16, bold=True)
    paper.line("Border crossing certificate", size=9)
    paper.gap(5)
    rows(paper, (("Name", case.family), ("Vorname", case.given), ("geboren", case.born), ("in", person.birth_place), ("Staatsangehörigkeit", person.origin.adjective), ("Reisepapier", "Passersatz des Herkunftsstaates")), column=45)  # fmt: skip
    paper.paragraph(f"Die genannte Person ist verpflichtet, das Bundesgebiet bis spätestens {german(case.later(10, 30))} zu verlassen. Die Bescheinigung ist beim Grenzübertritt abzugeben; sie ist weder Aufenthaltstitel noch Duldung.")  # fmt: skip
    paper.line(f"{site.city}, den {german(case.issued)}")
    ending(paper, case, f"Im Auftrag {case.clerk}")
    paper.gap(4)
    paper.put(Frame(x=22, y=paper.y, width=168, height=48))
    block(paper, 24, paper.y + 6, ("Von der Grenzkontrollstelle auszufüllen", "Der Inhaber ist heute ausgereist über: ______________________", "Datum, Dienststelle, Kontrollstempel:", "Rücksendung an die oben genannte Behörde"), size=9, step=7)  # fmt: skip
    if case.rng.random() < 0.5:
        paper.stamp(120, paper.y + 14, "Bundespolizei  FRA", f"{german(case.later(5, 9))}", angle=case.rng.uniform(-12, 12), size=9)  # fmt: skip
    return paper


@fresh("ausreise_vollzug", "NBA", digital=True)
def flugankuendigung_praesidium(case: Case) -> Paper:
    """The presidency orders the escort and names the flight to police and authority; plain table."""
    person = case.person
    paper = Paper(points=10, left=24, right=20)
    block(paper, 24, 20, (PRESIDIUM.title, "Dezernat II 25 – Rückführung Hessen", "Musterplatz 2, 64200 Darmstadt"), size=10, bold=1)  # fmt: skip
    block(paper, 130, 20, (f"Az.: II 25 – 23 d {pattern('99999', case.rng)}", f"Bearbeitung: {case.rng.choice(STAFF)}", f"Datum: {german(case.issued)}"), size=9)  # fmt: skip
    paper.y = 44
    paper.paragraph("An: Polizeipräsidium Südbeispiel; Bundespolizeidirektion Flughafen; nachrichtlich: Ausländerbehörde", size=9.5)  # fmt: skip
    paper.paragraph("Amtshilfeersuchen – Abschiebung auf dem Luftweg", bold=True, size=12)
    paper.table(
        ("Person", ""),
        [
            ("Name, Vorname", case.listed),
            ("geboren", case.born),
            ("Staatsangehörigkeit", person.origin.adjective),
            ("AZR-Nummer", person.azr_number),
            ("Anschrift", f"{person.street}, {case.site.city}"),
            ("Reisedokument", "EU-Laissez-passer liegt vor"),
        ],
        (2, 5),
        size=9.5,
    )
    day = case.later(6, 20)
    paper.table(
        ("Flug", "Datum", "ab", "an"),
        [(pattern("XQ 999", case.rng), german(day), "Frankfurt 10:25", f"{person.birth_place} 15:40")],
        (2, 2, 3, 4),
        size=9.5,
    )
    paper.paragraph(f"Es wird gebeten, die Person am {short(day)} um 04:30 Uhr in der Unterkunft aufzunehmen und um 07:00 Uhr am Tor 3 zu übergeben. Eine Begleitung durch zwei Beamte ist vorgesehen; Hinweise auf Erkrankungen liegen nicht vor.")  # fmt: skip
    paper.paragraph("Der Termin darf nicht bekannt gegeben werden (§ 59 Abs. 1 Satz 8 AufenthG). Bei Ausfall ist sofort zu berichten.")  # fmt: skip
    paper.paragraph("Im Auftrag   gez. " + case.rng.choice(STAFF))
    return paper


@fresh("ausreise_vollzug", "NB")
def rueckkehr_einwilligung(case: Case) -> Paper:
    """Somebody declares to leave of his own will before an advice office: ticks, family, signature."""
    partner, kid = spouse(case), child(case)
    paper = Paper(points=10.5, left=24, right=22, top=16)
    paper.line("Rückkehrberatung Nordbeispiel – Beratungsprotokoll", size=10)
    paper.gap(3)
    paper.line("Erklärung zur freiwilligen Rückkehr", size=15, bold=True)
    paper.gap(3)
    paper.boxes(("Name, Vorname", case.listed, 2), ("Geburtsdatum", case.born, 1), family="wide")
    paper.boxes(("Zielstaat / -flughafen", f"{case.person.origin.country} / {case.person.birth_place}", 2), ("gewünschte Ausreise", german(case.later(20, 50)), 1), family="wide")  # fmt: skip
    paper.boxes(("mitreisend", f"{partner.listed}, geb. {german(partner.born)}", 1), ("mitreisend", f"{kid.listed}, geb. {german(kid.born)}", 1))  # fmt: skip
    paper.gap(3)
    paper.ticks(
        ("Reisekosten", True),
        ("Reisebeihilfe 200 €", True),
        ("Starthilfe", True),
        ("medizinische Begleitung", False),
    )
    paper.paragraph("Ich möchte dauerhaft zurückkehren und nehme offene Anträge und Rechtsmittel mit der Ausreise zurück. Mit der Weitergabe meiner Daten an die Internationale Organisation für Migration bin ich einverstanden. Bei erneuter Einreise muss ich die Förderung erstatten.")  # fmt: skip
    place_and_date(paper, case, "Unterschrift")
    paper.gap(4)
    paper.line(f"Beraten durch {case.rng.choice(STAFF)}; Sprachmittlung telefonisch.", size=9)
    return paper
