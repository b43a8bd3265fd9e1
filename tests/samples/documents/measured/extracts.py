"""Measured layouts of what the central register and the security authorities answer."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.letter import signature
from tests.samples.documents.measured.heads import measured, rows
from tests.samples.documents.measured.parts import block, short
from tests.samples.names import STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import GREY, TINT, Frame


@measured("azr_auszug", "NBAD")
def registerportal_gesamtansicht(case: Case) -> Paper:
    """A browser's printout: tabs, a grid of facts and the events in reversed order."""
    person = case.person
    paper = Paper(points=8.5, left=14, right=14, top=12)
    paper.running = f"{person.azr_number}"
    block(paper, 14, 10, (f"{case.issued:%d.%m.%Y}, 08:4{case.rng.randint(0, 9)}",), size=7, ink=GREY)
    block(paper, 105, 10, ("Register-Portal – Anzeige Datensatz",), size=7, ink=GREY, align="center")
    paper.put(Frame(x=14, y=14, width=182, height=9, fill=TINT, ink=None))
    paper.text(16, 20, "BVA Register-Portal   ›   Allgemeiner Datenbestand   ›   Trefferanzeige", size=9, bold=True)  # fmt: skip
    paper.y = 28
    paper.line(f"Ordnungsnummer {person.azr_number}      Suchvermerke: nein      Übermittlungssperre: nein", size=9)  # fmt: skip
    paper.gap(3)
    paper.boxes(("Familienname", case.family, 2), ("Geburtsname", person.birth_name, 2), family="wide")
    paper.boxes(("Vornamen", case.given, 2), ("Geschlecht", person.sex.lower(), 1), ("Familienstand", "unbekannt", 1), family="wide")  # fmt: skip
    paper.boxes(("Geburtsdatum", case.born, 1), ("Geburtsort", person.birth_place, 1), ("Staatsangehörigkeit", person.origin.adjective, 1))  # fmt: skip
    paper.boxes(("Passdokument", person.passport_number, 1), ("gültig bis", german(case.later(100, 2000)), 1), ("Aktenführende ABH", case.site.city, 1))  # fmt: skip
    paper.gap(4)
    paper.line("Andere Namen / abweichende Schreibweisen", bold=True)
    for alias in person.aliases or ("– keine –",):
        paper.line(alias, indent=4, family="wide")
    paper.gap(3)
    paper.line("Sachverhalte", bold=True)
    paper.gap(1)
    day = [case.earlier(low, low + 80) for low in (20, 400, 800, 1200, 1600)]
    paper.table(
        ("Datum", "Sachverhalt", "gültig bis", "meldende Stelle"),
        [
            (short(day[0]), "Wohnort innerhalb des Zuständigkeitsbereichs geändert", "", case.site.city),
            (
                short(day[1]),
                "§ 25 Abs. 2 1. Alt. AufenthG erteilt am",
                short(case.later(100, 400)),
                case.site.city,
            ),
            (short(day[2]), "Flüchtlingseigenschaft zuerkannt", "", "BAMF"),
            (short(day[3]), "Asylantrag gestellt", "", "BAMF"),
            (short(day[4]), "Einreise in das Bundesgebiet / Ersteinreise", "", "EAE Musterstadt"),
        ],
        (2, 8, 2, 4),
        size=8,
    )
    paper.line("Begründungstexte / hinterlegte Dokumente: 2 (Bescheid BAMF, Passkopie)", size=8)
    paper.gap(3)
    paper.line("Zweck des Abrufs: Aufgabenerfüllung nach dem Aufenthaltsgesetz. Der Abruf wird protokolliert.", size=7.5, ink=GREY)  # fmt: skip
    return paper


@measured("azr_auszug", "NBF")
def sicherheitsanfrage_antwort(case: Case) -> Paper:
    """The answer of the security authorities before a title is granted, as a message form."""
    person = case.person
    paper = Paper(points=10, family="mono", left=20)
    paper.line("NACHRICHT BVA -> ABH")
    paper.line(f"Erstellt:      {german(case.issued)} 03:1{case.rng.randint(0, 9)}:22")
    paper.line(f"Anfrage vom:   {german(case.earlier(6, 20))}")
    paper.line(f"Aktenzeichen:  {person.file_number}")
    paper.gap(5)
    paper.line("SICHERHEITSABFRAGE GEMÄSS § 73 ABS. 2 AUFENTHG", size=12, bold=True)
    paper.line("Massenverfahren - Rückmeldung")
    paper.gap(5)
    rows(paper, (("Nachname", case.family), ("Vorname", case.given), ("Geburtsdatum", case.born), ("Geburtsort", person.birth_place), ("Staatsang.", person.origin.adjective), ("Anlass", "Verlängerung Aufenthaltserlaubnis")), column=40)  # fmt: skip
    paper.table(
        ("Beteiligte Stelle", "Ergebnis", "Datum"),
        [
            (name, "keine Bedenken", short(case.earlier(1, 5)))
            for name in ("Bundeskriminalamt", "Verfassungsschutz", "BND", "MAD", "Zollkriminalamt", "Landeskriminalamt")
        ],
        (6, 4, 3),
        size=9.5,
    )  # fmt: skip
    paper.paragraph(
        "Die angefragten Stellen teilen mit, dass keine Versagungsgründe nach § 5 Abs. 4 AufenthG bekannt sind. Treten innerhalb der Geltungsdauer Erkenntnisse auf, erfolgt ein Nachbericht ohne weitere Anfrage."
    )
    paper.line("VS - NUR FÜR DEN DIENSTGEBRAUCH", bold=True)
    return paper


@measured("azr_auszug", "NBA")
def selbstauskunft_register(case: Case) -> Paper:
    """What the registrar tells the person who asked: a letter, the stored facts as an enclosure on page 2."""
    person = case.person
    paper = Paper(points=11, left=25)
    paper.running = "Anlage: gespeicherte Daten"
    block(paper, 25, 20, ("Bundesverwaltungsamt", "Der Präsident als Registerbehörde", "Referat S II 4, 50728 Köln"), size=10, bold=1)  # fmt: skip
    block(paper, 25, 52, case.address)
    block(paper, 130, 52, (f"AZR-Nr. {person.azr_number}", f"Gz. S II 4 – {pattern('999999', case.rng)}", f"Köln, {german_long(case.issued)}"), size=9.5)  # fmt: skip
    paper.y = 84
    paper.paragraph("Ausländerzentralregister", bold=True, after=1)
    paper.paragraph("Ihr Auskunftsersuchen nach Art. 15 DSGVO, § 34 AZR-Gesetz", bold=True, after=4)
    paper.paragraph(f"Ihre Anfrage vom {german(case.earlier(15, 50))} – beglaubigte Unterschrift lag bei")
    paper.paragraph(f"{case.salutation},")
    paper.paragraph(
        "unentgeltlich erhalten Sie die gewünschte Auskunft. Zu Ihrer Person sind im Register die in der Anlage aufgeführten Angaben gespeichert. Halten Sie einen Eintrag für unrichtig, wenden Sie sich bitte an die Behörde, die ihn übermittelt hat."
    )
    paper.paragraph("In der Visadatei ist zu Ihnen kein Datensatz vorhanden.")
    paper.paragraph("Mit freundlichen Grüßen", after=0)
    paper.line("Im Auftrag")
    signature(paper, case.rng)
    paper.line(case.rng.choice(STAFF))
    paper.new_page()
    rows(paper, (("Familienname", case.family), ("Vornamen", case.given), ("Geburtsdatum", case.born), ("Geburtsort", person.birth_place), ("Staatsangehörigkeit", person.origin.adjective), ("Ersteinreise", german(case.earlier(1500, 2400))), ("Status", "Aufenthaltserlaubnis"), ("zuständig", f"Ausländerbehörde {case.site.city}")))  # fmt: skip
    return paper
