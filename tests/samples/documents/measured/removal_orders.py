"""Measured layouts of decisions that end a stay."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.letter import remedies, signature
from tests.samples.documents.measured.heads import measured
from tests.samples.documents.measured.parts import abbreviated, block, child, spouse
from tests.samples.names import STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper


@measured("aufenthaltsbeendigung", "NB", digital=True)
def abschiebungsandrohung_zentralstelle(case: Case) -> Paper:
    """A central office demands departure and threatens removal; the tenor comes late on the page."""
    person = case.person
    paper = Paper(points=10.5, left=25)
    block(paper, 25, 18, ("Zentrale Ausländerbehörde Musterfranken", "Regierung von Musterfranken"), size=12, step=5.2, bold=1)  # fmt: skip
    block(paper, 25, 44, case.address)
    block(paper, 125, 44, (f"ZAB-{pattern('99-99999', case.rng)}", f"{german_long(case.issued)}", "Zustellung mit PZU"), size=9.5)  # fmt: skip
    paper.y = 76
    paper.paragraph(
        "Vollzug des Aufenthaltsgesetzes – Aufforderung zur Ausreise und Androhung der Abschiebung",
        bold=True,
        after=4,
    )
    paper.paragraph(f"{case.salutation},")
    born = f" ({case.born})" if case.born else ""
    paper.paragraph(
        f"Ihre Daten{born} und Ihr Aufenthalt wurden geprüft. Ihre Aufenthaltserlaubnis ist am {german(case.earlier(30, 90))} erloschen, weil Sie sich länger als sechs Monate im Ausland aufgehalten haben. Zuvor waren Sie mit {spouse(case).name} verheiratet."
    )
    paper.paragraph("Es ergeht daher folgende Anordnung:")
    paper.paragraph("1.  Sie haben das Bundesgebiet innerhalb von 30 Tagen zu verlassen.", indent=6, after=1)
    paper.paragraph(
        f"2.  Für den Fall der Nichtbefolgung wird Ihnen die Abschiebung nach {person.origin.country} oder in einen anderen aufnahmebereiten Staat angedroht.",
        indent=6,
        after=1,
    )
    paper.paragraph(
        "3.  Ein Einreiseverbot von einem Jahr wird unter der Bedingung der Abschiebung erlassen.", indent=6
    )
    paper.paragraph(
        "Begründung: Nach § 50 Abs. 1 AufenthG ist zur Ausreise verpflichtet, wer den erforderlichen Titel nicht mehr besitzt. Die Frist ist angemessen; schulpflichtige Kinder sind nicht betroffen. Die Kosten einer Abschiebung haben Sie zu erstatten."
    )
    paper.paragraph("Sie können gegen diese Anordnung Klage erheben (Frist: ein Monat).", size=9.5)
    signature(paper, case.rng)
    paper.line(f"{case.rng.choice(STAFF)}, Oberregierungsrat/-rätin")
    return paper


@measured("aufenthaltsbeendigung", "NBF")
def ausweisungsverfuegung(case: Case) -> Paper:
    """An expulsion of two pages, served in prison; reasons weigh family and the number of sentences."""
    person, kid = case.person, child(case)
    paper = Paper(points=10.5, family="serif", left=27, right=22)
    paper.running = f"{person.file_number} – {case.family}"
    block(
        paper, 105, 20, (case.site.title, f"– {case.site.office} –"), size=13, step=6, bold=1, align="center"
    )
    block(paper, 27, 44, (case.honorific_dative, case.name, "über JVA Mustertal", "Gittergasse 1"))
    block(paper, 130, 44, (f"Az. {person.file_number}", f"{case.site.city}, {abbreviated(case.issued)}", f"Zi. {case.rng.randint(100, 399)}, {case.clerk}"), size=9)  # fmt: skip
    paper.y = 78
    paper.line("VERFÜGUNG", size=14, bold=True)
    paper.gap(3)
    if case.born:
        paper.paragraph(f"betreffend Ihre Person, geboren am {case.born} in {person.birth_place}")
    for text in (
        "1. Sie werden aus der Bundesrepublik Deutschland ausgewiesen.",
        f"2. Die Wiedereinreise wird Ihnen für die Dauer von {case.rng.randint(3, 8)} Jahren untersagt; die Frist beginnt mit der Ausreise.",
        "3. Sie werden aus der Haft heraus abgeschoben. Sollte dies nicht möglich sein, haben Sie innerhalb von sieben Tagen nach Haftentlassung auszureisen.",
        "4. Die sofortige Vollziehung zu Nr. 1 wird angeordnet.",
    ):
        paper.paragraph(text, indent=6, after=1.2)
    paper.heading("Sachverhalt")
    paper.paragraph(
        f"Sie reisten {case.earlier(5000, 6000).year} im Wege des Familiennachzugs ein und besaßen zuletzt eine bis zum {german(case.earlier(40, 300))} gültige Erlaubnis. Sie sind Elternteil des Kindes {kid.name}, geb. am {german(kid.born)}. Das Landgericht Musterstadt verurteilte Sie am {german(case.earlier(310, 600))} zu einer Freiheitsstrafe von vier Jahren."
    )
    paper.heading("Rechtliche Würdigung")
    paper.paragraph(
        "Nach § 53 Abs. 1 AufenthG wird ausgewiesen, wessen Aufenthalt die öffentliche Sicherheit und Ordnung gefährdet, wenn die Abwägung der Interessen an der Ausreise mit denen am Verbleib ergibt, dass das öffentliche Interesse überwiegt. Das Interesse wiegt hier besonders schwer (§ 54 Abs. 1 Nr. 1). Ihr Bleibeinteresse wiegt nach § 55 Abs. 1 Nr. 4 ebenfalls besonders schwer, tritt jedoch zurück."
    )
    paper.paragraph(
        "Von Ihnen geht weiterhin eine Gefahr aus. Die Therapie haben Sie abgebrochen. Der Kontakt zu Ihrem Kind beschränkt sich auf Briefe; er kann von außerhalb fortgesetzt werden. In Ihrer Heimat leben Eltern und Geschwister, Sie sprechen die Sprache."
    )
    paper.new_page()
    paper.paragraph(
        "Auf die Anhörung haben Sie durch Ihre Bevollmächtigte vorgetragen, dass Sie sich von Ihrem früheren Umfeld gelöst hätten. Nachweise wurden nicht vorgelegt. Art. 8 EMRK steht nicht entgegen."
    )
    remedies(paper, case)
    signature(paper, case.rng)
    paper.line(case.clerk)
    return paper
