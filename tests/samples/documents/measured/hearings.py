"""Measured layouts of hearings before the Federal Office."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.letter import signature
from tests.samples.documents.measured.heads import measured, rows
from tests.samples.documents.measured.parts import abbreviated, block, short, spouse
from tests.samples.names import INTERPRETERS, LAWYERS, STAFF
from tests.samples.paper import Paper
from tests.samples.sheet import Stroke


@measured("anhoerungsniederschrift", "NBA")
def gespraech_zulaessigkeit(case: Case) -> Paper:
    """Questions and answers about the way to Germany, signed on a later page."""
    person = case.person
    paper = Paper(points=10, left=22)
    paper.running = f"Gz.: {person.bamf_number}"
    block(paper, 22, 18, ("Bundesamt für Migration und Flüchtlinge", "Ankunftszentrum Musterheide", "Hangarstraße 7, 69000 Heidelheim"), size=9, step=4.2)  # fmt: skip
    block(paper, 140, 18, (f"Gz.: {person.bamf_number}", f"AZR-Nr.: {person.azr_number}", "Seite 1 von 2"), size=9, step=4.2)  # fmt: skip
    paper.y = 36
    paper.paragraph(
        "Niederschrift über die Anhörung zur Klärung der Zulässigkeit des gestellten Asylantrages",
        size=13,
        bold=True,
    )
    paper.paragraph(f"durchgeführt in Heidelheim am {german(case.issued)}, Beginn 09:20 Uhr, Ende 10:05 Uhr")
    rows(
        paper,
        (
            ("Antragsteller/in", case.listed),
            ("geboren am / in", f"{case.born or '–'} / {person.birth_place}"),
            ("Herkunftsland", person.origin.country),
            ("Anhörende Person", case.rng.choice(STAFF)),
            ("Sprachmittlung", f"{case.rng.choice(INTERPRETERS)} (per Video zugeschaltet)"),
        ),
        column=45,
    )
    paper.paragraph(
        "Dem Antragsteller wurde erläutert, dass vor der inhaltlichen Prüfung geklärt wird, ob ein anderer Staat für das Verfahren zuständig ist oder ihm dort bereits Schutz gewährt worden ist."
    )
    for number, (question, answer) in enumerate(
        (
            ("Können Sie den Dolmetscher gut verstehen?", "Ja."),
            (
                "Wann haben Sie Ihr Heimatland verlassen?",
                f"Das war ungefähr am {german(case.earlier(300, 500))}. Ich bin mit dem Auto über die Grenze gefahren.",
            ),
            (
                "Über welche Länder sind Sie gereist und wie lange haben Sie sich dort aufgehalten?",
                "Türkei vier Monate, Griechenland etwa drei Monate, danach mit dem Flugzeug nach Deutschland.",
            ),
            (
                "Wann sind Sie eingereist?",
                f"Am {short(case.earlier(15, 60))}. Am Flughafen wurde ich nicht kontrolliert.",
            ),
            (
                "Es liegt ein Treffer der Kategorie 1 für Griechenland vor. Was sagen Sie dazu?",
                "Man hat mir dort die Finger abgenommen. Einen Bescheid habe ich nie bekommen, ich habe in einem Lager mit vielen Leuten geschlafen.",
            ),
            (
                "Gibt es Gründe, die gegen eine Überstellung dorthin sprechen?",
                "Es gab keine Arbeit und keinen Arzt. Mein Bruder lebt hier, er hat eine Erlaubnis für drei Jahre.",
            ),
            (
                "Haben Sie Familienangehörige in einem anderen Mitgliedstaat?",
                f"Nein. Meine Frau beziehungsweise mein Mann, {spouse(case).given}, ist noch zu Hause.",
            ),
        ),
        1,
    ):
        paper.paragraph(f"{number}. Frage: {question}", bold=True, after=0.6)
        paper.paragraph(f"Antwort: {answer}")
    paper.new_page()
    paper.paragraph(
        "Die Niederschrift wurde mir rückübersetzt. Ich bestätige, dass meine Angaben vollständig wiedergegeben sind und dass es keine Schwierigkeiten bei der Verständigung gab. Eine Abschrift habe ich erhalten."
    )
    paper.gap(8)
    signature(paper, case.rng)
    paper.line("Unterschrift der angehörten Person", size=8)
    paper.gap(8)
    signature(paper, case.rng, x=60)
    paper.line("Sprachmittler/in", size=8)
    return paper


@measured("anhoerungsniederschrift", "NB")
def anhoerung_mit_vormund(case: Case) -> Paper:
    """A minor's hearing in running text, the guardian and counsel beside the applicant."""
    person = case.person
    paper = Paper(points=11, family="serif", left=28)
    paper.running = f"{person.bamf_number} – Protokoll"
    paper.line("Bundesamt für Migration und Flüchtlinge", size=12, align="center")
    paper.line("Außenstelle Beispielingen", size=10, align="center")
    paper.rule(before=3, after=5)
    paper.line(f"Aktenzeichen: {person.bamf_number}", size=10)
    paper.line(f"Beispielingen, den {german_long(case.issued)}", size=10)
    paper.gap(6)
    paper.line("P r o t o k o l l", size=15, bold=True, align="center")
    paper.line("der persönlichen Anhörung nach § 25 AsylG", align="center")
    paper.gap(6)
    born = f", geboren am {case.born} in {person.birth_place}" if case.born else ""
    paper.paragraph(
        f"In dem Asylverfahren {case.name}{born}, Staatsangehörigkeit {person.origin.adjective}, sind heute erschienen:"
    )
    for line in (
        "a) die oben genannte Person, ausgewiesen durch die Bescheinigung der Clearingstelle,",
        f"b) für die Vormundschaft {case.rng.choice(STAFF)}, Jugendamt Beispielkreis, bestellt mit Beschluss des Familiengerichts vom {german(case.earlier(100, 200))},",
        f"c) Rechtsanwältin {case.rng.choice(LAWYERS)} als Verfahrensbevollmächtigte,",
        f"d) zur Sprachmittlung {case.rng.choice(INTERPRETERS)}, auf die Pflicht zur Verschwiegenheit hingewiesen.",
    ):
        paper.paragraph(line, indent=8, after=1)
    paper.gap(2)
    paper.paragraph(
        "Auf Nachfrage wird erklärt, dass keine gesundheitlichen Einschränkungen vorliegen und die Anhörung durchgeführt werden kann. Der Vormund hat keine Einwände. Ein Sonderbeauftragter für unbegleitete Minderjährige leitet das Gespräch."
    )
    paper.paragraph("Zum Verfolgungsschicksal befragt, gibt die angehörte Person an:")
    paper.paragraph(
        "Ich bin bis zur achten Klasse in die Schule gegangen. Mein Vater hat auf dem Markt Stoffe verkauft. Eines Abends sind Männer zu uns gekommen und haben Geld verlangt. Sie haben gesagt, wenn er nicht bezahlt, nehmen sie mich mit. Zwei Tage später war der Laden abgebrannt. Mein Onkel hat dann entschieden, dass ich weggehen muss."
    )
    paper.paragraph(
        "Frage: Haben Ihre Eltern sich an die Polizei gewandt? – Mein Vater war dort, aber niemand hat etwas aufgeschrieben."
    )
    paper.paragraph(
        "Frage: Was befürchten Sie bei einer Rückkehr? – Dass sie mich finden. Ich habe dort niemanden mehr außer meiner Großmutter."
    )
    paper.paragraph(
        "Der Vormund weist ergänzend auf den vorgelegten Bericht der Wohngruppe hin. Die Bevollmächtigte behält sich eine schriftliche Stellungnahme binnen zwei Wochen vor."
    )
    paper.paragraph("Vorgelesen, in die Muttersprache übertragen und genehmigt.")
    paper.room(26)
    paper.gap(6)
    signature(paper, case.rng)
    paper.line("Angehörte Person / Vormund / Sprachmittlung / Entscheider", size=8)
    return paper


@measured("anhoerungsniederschrift", "NBA")
def befragung_widerrufspruefung(case: Case) -> Paper:
    """A hearing years after the recognition, set in two columns of question and answer."""
    person = case.person
    paper = Paper(points=9.5, left=20, right=15)
    block(paper, 195, 17, ("Bundesamt für", "Migration und Flüchtlinge"), size=13, step=5.6, bold=2, align="right", ink=(60, 60, 60))  # fmt: skip
    block(paper, 20, 34, (f"Vorgang {person.bamf_number}", f"AZR {person.azr_number}", f"Termin: {abbreviated(case.issued)}, 13.00 Uhr", "Ort: Regionalstelle Musterhafen, Zimmer 2.17"), size=9, step=4.4)  # fmt: skip
    paper.y = 56
    paper.line("Anhörung im Widerrufs- und Rücknahmeverfahren", size=14, bold=True)
    paper.line("Niederschrift (§ 73b AsylG)", size=11)
    paper.gap(3)
    paper.boxes(("Familienname", case.family, 2), ("Vorname(n)", case.given, 2), family="wide")
    paper.boxes(
        ("geb. am", case.born, 1),
        ("Geburtsort", person.birth_place, 1),
        ("Staatsangehörigkeit", person.origin.adjective, 1),
    )
    paper.boxes(
        ("Schutzstatus seit", german(case.earlier(1200, 1900)), 1),
        ("Dolmetscher/in", case.rng.choice(INTERPRETERS), 1),
        ("anhörende Person", case.rng.choice(STAFF), 1),
    )
    paper.gap(5)
    middle = 88.0
    for question, answers in (
        (("Sind Sie seit der Anerkennung", "in Ihr Herkunftsland gereist?"), ("Einmal, im letzten Sommer für zehn Tage,", "weil meine Mutter im Krankenhaus lag.")),
        (("Mit welchem Dokument?", ""), ("Mit einem Pass, den ich beim Konsulat", "bekommen habe. Ich kann ihn vorlegen.")),
        (("Fürchten Sie heute noch", "Verfolgung? Durch wen?"), ("Ja. Die Leute sind immer noch da. Ich", "bin nur bei Nacht auf die Straße gegangen.")),
        (("Wovon leben Sie hier?", ""), ("Ich arbeite bei einer Spedition, meine", "Kinder gehen in die dritte Klasse.")),
        (("Möchten Sie noch etwas", "ergänzen?"), ("Nein. Ich bitte nur darum, dass ich mit", "meiner Familie hier bleiben darf.")),
    ):  # fmt: skip
        block(paper, 20, paper.y + 5, question, size=9.5, step=4.4, bold=2)
        block(paper, middle, paper.y + 5, answers, size=9.5, step=4.4)
        paper.y += 13
        paper.put(Stroke(points=((20, paper.y), (195, paper.y)), width=0.1))
    paper.gap(5)
    paper.paragraph(
        "Die Aufzeichnung wurde mir in meiner Sprache vorgelesen. Sie ist richtig. Ich wurde darauf hingewiesen, dass falsche Angaben zum Verlust des Status führen können."
    )
    paper.gap(8)
    signature(paper, case.rng)
    signature(paper, case.rng, x=110)
    paper.line("(Unterschriften)", size=8)
    return paper
