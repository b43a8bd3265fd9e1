"""Once measured layouts of the section Asyl."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.layouts import layout
from tests.samples.documents.measured.heads import rows, typewritten
from tests.samples.names import INTERPRETERS, STAFF
from tests.samples.paper import Paper


@layout("asylantrag", "NBA")
def asylantrag_protokoll(case: Case) -> Paper:
    paper, person = Paper(points=10), case.person
    paper.line(
        "Bundesamt für Migration und Flüchtlinge · Ankunftszentrum Musterstadt · Asylverfahrenssekretariat",
        size=8.5,
    )
    paper.gap(4)
    paper.line("Persönliche Asylantragstellung – Protokoll Teil 1", size=14, bold=True)
    paper.line(f"Gesch.-Z.: {person.bamf_number}     Anlegedatum: {german(case.issued)}", size=9.5)
    paper.gap(2)
    rows(
        paper,
        (
            ("AZR-Nummer", person.azr_number),
            ("Name, Vorname", case.listed),
            ("geb. am / in", f"{case.born} / {person.birth_place}" if case.born else person.birth_place),
            ("Staatsangehörigkeiten", person.origin.adjective),
            ("Volkszugehörigkeit", "ohne Angabe"),
            ("Dolmetscher", case.rng.choice(INTERPRETERS)),
        ),
    )
    for question in ("1. Sprechen Sie neben der angegebenen Sprache noch weitere Sprachen oder Dialekte? – Nein.", "2. Welche Personalpapiere besaßen Sie im Heimatland? – Eine Identitätskarte, verloren auf der Reise.", "3. Nennen Sie Namen und Anschrift Ihrer Eltern. – Vater: Jussuf Elternberg, Mutter: Mona Elternberg.", "4. Haben Sie bereits in einem anderen Staat Asyl beantragt? – Nein.", "5. Wann sind Sie in das Bundesgebiet eingereist? – Vor etwa zwei Wochen auf dem Landweg."):  # fmt: skip
        paper.paragraph(question)
    paper.paragraph(
        "Der Antrag gilt hiermit als gestellt. Die Wichtigen Mitteilungen wurden in einer verständlichen Sprache ausgehändigt."
    )
    return paper


@layout("anhoerungsniederschrift", "NB")
def anhoerung_befragung(case: Case) -> Paper:
    """A record of two pages with question and answer, many third persons."""
    paper = Paper(points=10.5)
    paper.running = f"Gesch.-Z. {case.person.bamf_number}"
    paper.line("Bundesamt für Migration und Flüchtlinge", size=13, bold=True)
    paper.line(f"Musterstadt, den {german(case.issued)}      Gesch.-Z.: {case.person.bamf_number}", size=9.5)
    paper.gap(4)
    paper.paragraph(f"Anhörung im Asylverfahren der / des {case.listed}{case.born_phrase}", bold=True)
    paper.paragraph(
        f"Anwesend: Entscheiderin {case.rng.choice(STAFF)}, als Sprachmittler {case.rng.choice(INTERPRETERS)}. Beginn 9:10 Uhr, Ende 12:35 Uhr."
    )
    for question, answer in (("Sind Sie gesundheitlich in der Lage, die Anhörung durchzuführen?", "Ja, mir geht es gut."), ("Schildern Sie bitte, was Sie zum Verlassen Ihres Landes bewogen hat.", "Mein Onkel Tarek Elternberg, geboren am 03.03.1961, wurde von der Miliz festgenommen. Danach kamen zwei Männer zu unserem Haus."), ("Wer war bei dem Vorfall dabei?", "Meine Mutter Mona und mein Cousin Sami Elternberg."), ("Was befürchten Sie bei einer Rückkehr?", "Ich würde verhaftet werden."), ("Warum sind Sie nicht in einen anderen Landesteil gezogen?", "Dort habe ich niemanden.")) * 3:  # fmt: skip
        paper.paragraph(f"F: {question}", after=0.6)
        paper.paragraph(f"A: {answer}")
    paper.paragraph(
        "Die Niederschrift wurde rückübersetzt. Der Antragsteller bestätigt, dass es keine Verständigungsschwierigkeiten gab und dass die Angaben vollständig sind."
    )
    return paper


@layout("bamf_bescheid", "NB")
def bafl_bescheid(case: Case) -> Paper:
    """A decision of the Bundesamt under its name until 2004."""
    paper = typewritten(
        case,
        ("Bundesamt für die Anerkennung", "ausländischer Flüchtlinge", "Außenstelle Musterstadt"),
        ("Zustellung durch Übergabe", case.name),
        reference=f"Geschäftszeichen: {case.person.bamf_number}",
    )
    paper.line("BESCHEID", bold=True)
    paper.gap(2)
    paper.paragraph(
        f"In dem Asylverfahren der/des {case.name}{case.born_phrase}, {case.person.origin.adjective}, ergeht folgende Entscheidung:"
    )
    for point in (
        "1. Der Antrag auf Anerkennung als Asylberechtigter wird abgelehnt.",
        "2. Die Voraussetzungen des § 51 Abs. 1 des Ausländergesetzes liegen nicht vor.",
        "3. Abschiebungshindernisse nach § 53 des Ausländergesetzes liegen nicht vor.",
        "4. Der Antragsteller wird aufgefordert, die Bundesrepublik Deutschland innerhalb eines Monats nach unanfechtbarem Abschluss zu verlassen.",
    ):
        paper.paragraph(point, after=1)
    paper.paragraph(
        "Begründung: Der Antragsteller reiste nach eigenen Angaben auf dem Luftweg ein und beantragte die Anerkennung. Die Einreise auf dem Luftweg ist nicht nachgewiesen."
    )
    return paper
