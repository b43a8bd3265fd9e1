"""Measured layouts of decisions of the Federal Office."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.letter import receipt_stamp, signature
from tests.samples.documents.measured.heads import measured
from tests.samples.documents.measured.parts import abbreviated, block, child, spouse
from tests.samples.names import LAWYERS, STAFF
from tests.samples.paper import Paper
from tests.samples.sheet import Stroke


def _address(case: Case) -> str:
    return f"{case.person.street}, {case.site.postcode} {case.site.city}"


@measured("bamf_bescheid", "NBA")
def bescheid_unzulaessig(case: Case) -> Paper:
    """Another member state is responsible; served on counsel, so that her name stands in the window."""
    person, lawyer = case.person, case.rng.choice(LAWYERS)
    paper = Paper(points=10)
    paper.running = f"Az.: {person.bamf_number}"
    block(paper, 122, 20, ("Bundesamt", "für Migration", "und Flüchtlinge"), size=14, step=5.8, bold=3)
    block(paper, 122, 44, ("Dublinzentrum Musterdorf", "Postanschrift: 90343 Nürnberg", "Tel. 0911 000-0"), size=8, step=3.8)  # fmt: skip
    block(paper, 25, 50, (f"Frau Rechtsanwältin {lawyer}", "Kanzlei am Probeplatz", "Klagestieg 40", "55000 Mainzhausen"))  # fmt: skip
    block(paper, 25, 80, ("Ihr Zeichen", f"{case.rng.randint(10, 400)}/{case.issued:%y} asy"), size=8.5, step=4)  # fmt: skip
    block(paper, 72, 80, ("Unser Aktenzeichen", f"{person.bamf_number}"), size=8.5, step=4)
    block(paper, 118, 80, ("AZR-Nummer", person.azr_number), size=8.5, step=4)
    block(paper, 162, 80, ("Datum", german(case.issued)), size=8.5, step=4)
    paper.y = 94
    paper.line("B E S C H E I D", size=14, bold=True)
    paper.gap(3)
    paper.paragraph("In dem Asylverfahren des/der", after=1)
    paper.paragraph(
        f"{case.listed}{f', geb. {case.born}' if case.born else ''} in {person.birth_place} / {person.origin.country}, wohnhaft {_address(case)}",
        indent=8,
        bold=True,
    )
    paper.paragraph(f"vertreten durch: Rechtsanwältin {lawyer}", indent=8)
    paper.paragraph("wird wie folgt entschieden:")
    for number, text in enumerate(
        (
            "Der Antrag wird als unzulässig abgelehnt.",
            "Abschiebungsverbote nach § 60 Abs. 5 und 7 Satz 1 des Aufenthaltsgesetzes liegen nicht vor.",
            "Die Abschiebung nach Kroatien wird angeordnet.",
            "Das gesetzliche Einreise- und Aufenthaltsverbot wird auf 15 Monate ab dem Tag der Abschiebung befristet.",
        ),
        1,
    ):
        paper.paragraph(f"{number}.  {text}", indent=8, after=1.4)
    paper.heading("Begründung")
    paper.paragraph(
        f"Die Antragstellerin bzw. der Antragsteller reiste nach eigenen Angaben am {german(case.earlier(120, 160))} in das Bundesgebiet ein und äußerte ein Schutzgesuch, von dem das Bundesamt am {german(case.earlier(90, 118))} schriftlich Kenntnis erhielt."
    )
    paper.paragraph(
        f"Am {german(case.earlier(50, 80))} wurde ein Übernahmeersuchen an die kroatischen Behörden gerichtet. Diese erklärten mit Schreiben vom {german(case.earlier(20, 45))} ihre Zuständigkeit gemäß Art. 20 Abs. 5 der Dublin-III-Verordnung."
    )
    paper.paragraph(
        "Außergewöhnliche humanitäre Gründe, die zur Ausübung des Selbsteintrittsrechts veranlassen könnten, sind nicht ersichtlich. Das vorgelegte Attest genügt den Anforderungen des § 60a Abs. 2c nicht."
    )
    paper.heading("Hinweise zur Anfechtung")
    paper.paragraph(
        f"Klage kann binnen einer Woche nach Zustellung beim {case.site.court} erhoben werden; sie hat keine aufschiebende Wirkung. Ein Antrag nach § 80 Abs. 5 VwGO ist ebenfalls innerhalb einer Woche zu stellen.",
        size=9.5,
    )
    paper.room(24)
    paper.line("Im Auftrag")
    signature(paper, case.rng)
    paper.line(case.rng.choice(STAFF))
    receipt_stamp(paper, case, x=28, y=20)
    return paper


@measured("bamf_bescheid", "NB")
def widerruf_schutzstatus(case: Case) -> Paper:
    """The revocation of a status given years ago, as a formal document without an addressee's window."""
    person = case.person
    paper = Paper(points=11, family="serif", left=30, right=24)
    paper.running = f"{person.bamf_number}"
    paper.line("BUNDESAMT FÜR MIGRATION UND FLÜCHTLINGE", size=13, bold=True, align="center")
    paper.line("– Referat Widerruf, Standort Musterfurt –", size=10, align="center")
    paper.rule(before=2, after=4)
    block(paper, 30, paper.y + 4, ("Geschäftszeichen", person.bamf_number), size=9.5, step=4.4)
    block(paper, 120, paper.y + 4, ("Musterfurt,", german_long(case.issued)), size=9.5, step=4.4)
    paper.gap(20)
    paper.line("Bescheid", size=17, bold=True, align="center")
    paper.gap(5)
    paper.paragraph("In der Widerrufssache betreffend", after=1)
    paper.paragraph(f"{case.honorific_dative} {case.name}", bold=True, after=1)
    if case.born:
        paper.paragraph(f"geboren am {case.born} in {person.birth_place}", after=1)
    paper.paragraph(f"{person.origin.adjective.capitalize()}e Staatsangehörigkeit", after=1)
    paper.paragraph(f"gemeldet unter {_address(case)}")
    paper.paragraph("ergeht folgende Entscheidung:")
    paper.paragraph(
        f"1. Die mit Bescheid vom {german(case.earlier(1500, 2200))} zuerkannte Flüchtlingseigenschaft wird widerrufen."
    )
    paper.paragraph("2. Der subsidiäre Schutzstatus wird nicht zuerkannt.")
    paper.paragraph("3. Ein Abschiebungsverbot nach § 60 Absatz 5 des Aufenthaltsgesetzes wird festgestellt.")
    paper.line("G r ü n d e :", bold=True, align="center")
    paper.gap(2)
    kid = child(case)
    paper.paragraph(
        f"Der betroffenen Person wurde gemeinsam mit dem Ehegatten {spouse(case).name} und dem Kind {kid.name}, geb. {german(kid.born)}, Schutz nach § 3 AsylG gewährt. Nach der Passausstellung durch das Generalkonsulat und mehreren Reisen in den Herkunftsstaat ist davon auszugehen, dass die Umstände, auf denen die Zuerkennung beruhte, weggefallen sind (§ 73 Abs. 1 AsylG)."
    )
    paper.paragraph(
        f"Mit Schreiben vom {german(case.earlier(40, 80))} wurde Gelegenheit gegeben, sich zu dem beabsichtigten Widerruf zu äußern. Davon wurde kein Gebrauch gemacht."
    )
    paper.paragraph(
        "Einer Rückkehr steht derzeit die schlechte humanitäre Lage für Familien mit minderjährigen Kindern entgegen. Die Ausländerbehörde erhält eine Mehrfertigung und entscheidet über den Aufenthaltstitel in eigener Zuständigkeit."
    )
    paper.paragraph(
        f"Gegen diesen Bescheid ist innerhalb von zwei Wochen die Klage beim {case.site.court} zulässig."
    )
    paper.room(24)
    signature(paper, case.rng, x=120)
    paper.line(f"{case.rng.choice(STAFF)}, Regierungsamtsrat", align="right")
    return paper


@measured("bamf_bescheid", "NB", digital=True)
def einstellung_nichtbetreiben(case: Case) -> Paper:
    """A short decision: the application counts as withdrawn."""
    person = case.person
    paper = Paper(points=10.5)
    paper.put(Stroke(points=((25, 26), (190, 26)), width=0.8, ink=(20, 20, 20)))
    paper.text(25, 22, "BAMF · Außenstelle Prüfhagen", size=12, bold=True)
    paper.text(190, 22, "38000 Prüfhagen, Behördenpark 3", size=8, align="right")
    block(paper, 25, 44, case.address)
    block(paper, 25, 74, (f"Zeichen: {person.bamf_number}", f"Prüfhagen, {abbreviated(case.issued)}", "Durch Postzustellungsurkunde"), size=9.5)  # fmt: skip
    paper.y = 92
    paper.paragraph("Asylverfahren; Einstellung wegen Nichtbetreibens", bold=True, after=4)
    paper.paragraph(f"{case.salutation},")
    paper.paragraph(
        f"in Ihrem Verfahren{f' (Geburtsdatum {case.born})' if case.born else ''} ergeht nachstehender Bescheid des Bundesamtes:"
    )
    paper.paragraph("1) Der Asylantrag gilt als zurückgenommen. Das Verfahren ist eingestellt.", indent=6)
    paper.paragraph("2) Abschiebungsverbote liegen nicht vor.", indent=6)
    paper.paragraph(
        f"3) Sie werden aufgefordert, die Bundesrepublik Deutschland binnen einer Woche zu verlassen. Andernfalls werden Sie nach {person.origin.country} abgeschoben.",
        indent=6,
    )
    paper.paragraph(
        f"Sie sind der Ladung zum Anhörungstermin am {german(case.earlier(20, 60))} unentschuldigt ferngeblieben. Es wird deshalb vermutet, dass Sie das Verfahren nicht betreiben (§ 33 Abs. 2 Satz 1 Nr. 1 AsylG). Über Ihren Antrag wird nicht mehr inhaltlich entschieden."
    )
    paper.paragraph(
        "Sie können innerhalb von neun Monaten einmalig die Wiederaufnahme beantragen. Der Antrag ist persönlich bei der Außenstelle zu stellen, die Ihrem Wohnort zugeordnet ist."
    )
    paper.paragraph("Rechtsbehelf: Klage innerhalb einer Woche nach Zustellung.", size=9.5)
    paper.gap(4)
    signature(paper, case.rng)
    paper.line(f"{case.rng.choice(STAFF)}, Entscheidungsreferat")
    return paper
