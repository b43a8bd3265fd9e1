"""Layouts of this round: criminal justice."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.fresh.heads import at_office, ending, fresh, sheet_centred
from tests.samples.documents.letter import receipt_stamp
from tests.samples.documents.measured.heads import rows
from tests.samples.documents.measured.parts import block
from tests.samples.names import JUDGES, LAWYERS, STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper


def _prosecution(case: Case) -> str:
    return f"{case.rng.randint(1000, 9000)} Js {case.rng.randint(10000, 99999)}/{case.issued:%y}"


@fresh("strafsache", "NB")
def strafbefehl_amtsgericht(case: Case) -> Paper:
    """A penal order as served: to the accused, charge, evidence, fine in daily rates, objection."""
    person = case.person
    paper = Paper(points=11, left=26, right=22, family="serif")
    block(paper, 26, 20, ("Amtsgericht Beispielheim", "– Strafrichter –", "Gerichtsplatz 4, 60000 Frankfurt"), size=11, bold=1)  # fmt: skip
    block(paper, 130, 20, (f"Geschäftsnummer: {case.rng.randint(10, 99)} Cs {_prosecution(case)}", f"Datum: {german(case.issued)}"), size=9)  # fmt: skip
    block(paper, 26, 48, case.address)
    paper.y = 78
    paper.line("Strafbefehl", size=18, bold=True, align="center")
    paper.gap(4)
    born = f"geboren am {case.born} in {person.birth_place}, " if case.born else ""
    paper.paragraph(f"{case.honorific} {case.name}, {born}Staatsangehörigkeit: {person.origin.adjective}, ledig, wohnhaft {person.street}, {case.site.city}")  # fmt: skip
    paper.paragraph(f"Die Staatsanwaltschaft legt Ihnen zur Last, am {german(case.earlier(60, 200))} in Frankfurt am Main ein Fahrzeug im Straßenverkehr geführt zu haben, obwohl Sie die dazu erforderliche Fahrerlaubnis nicht hatten.")  # fmt: skip
    paper.paragraph("Sie fuhren gegen 22:40 Uhr mit dem Pkw des Zeugen Probian Halterberg auf der Mainzer Landstraße. Ihre ausländische Fahrerlaubnis war mehr als sechs Monate nach Begründung des Wohnsitzes nicht mehr gültig.")  # fmt: skip
    paper.paragraph("Vergehen, strafbar nach § 21 Abs. 1 Nr. 1 StVG, § 69a StGB.", bold=True)
    paper.paragraph("Beweismittel: Ihre Angaben; Zeugnis des PK Streifenberg; Auszug aus dem Zentralen Fahrerlaubnisregister.")  # fmt: skip
    rate = case.rng.choice((15, 20, 30, 40))
    number = case.rng.choice((20, 30, 40, 60))
    paper.paragraph(f"Auf Antrag der Staatsanwaltschaft wird gegen Sie eine Geldstrafe von {number} Tagessätzen zu je {rate} € (insgesamt {number * rate} €) festgesetzt. Vor Ablauf von vier Monaten darf keine Fahrerlaubnis erteilt werden. Die Kosten tragen Sie.")  # fmt: skip
    paper.paragraph("Dieser Strafbefehl steht einem rechtskräftigen Urteil gleich, wenn nicht innerhalb von zwei Wochen nach Zustellung Einspruch eingelegt wird.")  # fmt: skip
    ending(paper, case, case.rng.choice(JUDGES), "Richter am Amtsgericht")
    return paper


@fresh("strafsache", "NBF")
def mistra_mitteilung_ausgang(case: Case) -> Paper:
    """Notice of the prosecution to the authority (MiStra no. 42): a form with ticks, received later."""
    person = case.person
    paper = Paper(points=10, left=22, right=20, top=16)
    block(paper, 22, 20, ("Staatsanwaltschaft bei dem Landgericht Musterkassel", "Geschäftsstelle 6, 34000 Kassel"), size=10, bold=1)  # fmt: skip
    block(paper, 22, 42, at_office(case))
    block(
        paper,
        128,
        58,
        (f"Az.: {_prosecution(case)}", f"Ihr Az.: {person.file_number}", f"Datum: {german(case.issued)}"),
        size=9,
    )
    receipt_stamp(paper, case, x=125, y=34)
    paper.y = 80
    paper.line("Mitteilung in Strafsachen", size=14, bold=True)
    paper.line("an die Ausländerbehörde nach Nr. 42 MiStra, § 87 Abs. 4 AufenthG", size=9.5)
    paper.gap(3)
    rows(paper, (("Beschuldigte Person", case.listed), ("Geburtsdatum", case.born), ("Geburtsort", person.birth_place), ("Staatsangehörigkeit", person.origin.adjective), ("Tatvorwurf", case.pick("Diebstahl geringwertiger Sachen", "Körperverletzung", "Erschleichen von Leistungen")), ("Tatzeit", german(case.earlier(100, 300)))), column=48)  # fmt: skip
    paper.ticks(
        ("Einleitung des Verfahrens", False), ("Anklage erhoben", False), ("Verfahren erledigt", True)
    )
    paper.paragraph("Art der Erledigung: Von der Verfolgung wurde nach Erfüllung der Auflage (Zahlung von 300 € an eine gemeinnützige Einrichtung) endgültig abgesehen, § 153a Abs. 1 StPO.")  # fmt: skip
    paper.paragraph(
        f"Verteidigung: Rechtsanwalt {case.rng.choice(LAWYERS)}. Eine Abschrift der Verfügung liegt an."
    )
    paper.line("Auf Anordnung")
    ending(paper, case, f"{case.rng.choice(STAFF)}, Justizfachangestellte")
    return paper


@fresh("strafsache", "NB")
def ladung_haftantritt(case: Case) -> Paper:
    """Summons to begin serving a substitute prison term: centred head, sum still owed, prison named."""
    paper = sheet_centred(
        ("Staatsanwaltschaft Beispielfrankfurt", "– Vollstreckungsbehörde –"),
        case.address,
        f"Az. {_prosecution(case)} V   ·   {german_long(case.issued)}",
    )
    paper.paragraph("Ladung zum Strafantritt", bold=True, after=1)
    paper.paragraph(f"Strafsache gegen {case.name}{case.born_phrase}, wegen Betruges", after=4)
    paper.paragraph(f"{case.salutation},")
    paper.paragraph(f"die durch Urteil des Amtsgerichts Musterstadt vom {german(case.earlier(200, 500))} verhängte Geldstrafe ist nicht gezahlt. Sie haben deshalb eine Ersatzfreiheitsstrafe von {case.rng.randint(20, 60)} Tagen zu verbüßen.")  # fmt: skip
    paper.paragraph(f"Stellen Sie sich bis spätestens {german(case.later(14, 30))}, 15 Uhr, in der Justizvollzugsanstalt Beispielheim. Bringen Sie dieses Schreiben und einen Ausweis mit.")  # fmt: skip
    paper.paragraph(f"Die Vollstreckung unterbleibt, wenn Sie {case.rng.randint(300, 1800)},00 € unter dem Zeichen {pattern('99999999', case.rng)} einzahlen. Erscheinen Sie nicht, wird Haftbefehl erlassen.")  # fmt: skip
    ending(paper, case, case.rng.choice(STAFF), "Rechtspfleger/in")
    return paper
