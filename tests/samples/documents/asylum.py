"""Section Asyl: arrival certificate, permission to reside, application, interview, decision, allocation."""

# ruff: noqa: E501, ISC004  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.identity import bearer, zone
from tests.samples.documents.layouts import layout
from tests.samples.documents.letter import (
    BAMF,
    PRESIDIUM,
    closing,
    letter,
    place_and_date,
    remedies,
    to_office,
)
from tests.samples.mrz import td2
from tests.samples.names import INTERPRETERS, STAFF
from tests.samples.numbers import pattern, serial
from tests.samples.paper import Paper
from tests.samples.sheet import Code, Portrait


@layout("ankunftsnachweis", "NBAM", colour=True)
def ankunftsnachweis(case: Case) -> Paper:
    paper, person = Paper(points=10), case.person
    number = pattern("L9999999", case.rng)
    paper.line("Bundesrepublik Deutschland", size=9)
    paper.line("ANKUNFTSNACHWEIS", size=19, bold=True)
    paper.line("Bescheinigung über die Meldung als Asylsuchender (§ 63a AsylG)", size=9.5)
    paper.text(190, 30, number, size=11, family="ocr", align="right")
    paper.put(Portrait(x=155, y=40, width=30, height=36))
    paper.gap(4)
    paper.right_edge = 150
    paper.boxes(("Name", case.family, 1), family="wide")
    paper.boxes(("Vorname(n)", case.given, 1), family="wide")
    paper.boxes(("Geburtsdatum", case.born, 1), ("Geburtsort", person.birth_place, 1), family="wide")
    paper.boxes(
        ("Staatsangehörigkeit", person.nationality, 1), ("Geschlecht", person.sex, 1), ("AKN-Nr.", number, 1)
    )
    paper.right_edge = 190
    paper.boxes(
        ("AZR-Nummer", person.azr_number, 1),
        ("ausgestellt am", german(case.issued), 1),
        ("gültig bis", german(case.later(150, 180)), 1),
    )
    paper.boxes(("Zuständige Aufnahmeeinrichtung", "Erstaufnahmeeinrichtung Hessen, Standort Musterstadt", 1))
    paper.gap(4)
    paper.paragraph(
        "Der Inhaber / die Inhaberin hat um Asyl nachgesucht. Er / sie ist verpflichtet, sich unverzüglich in die "
        "genannte Aufnahmeeinrichtung zu begeben. Die Personalangaben beruhen auf eigenen Angaben. Dieses "
        "Dokument ist kein Reisepass und keine Aufenthaltsgestattung.",
        size=9,
    )
    paper.put(Code(x=160, y=190, width=28, height=28, content=f"AKN{number}", symbology="DataMatrix"))
    place_and_date(paper, case, "Ausstellende Behörde", city="Musterstadt")
    zone(paper, td2(bearer(case, "ME", "D", number, expiry_years=1)), x=28, y=262, width=130)
    return paper


@layout("aufenthaltsgestattung", "NBA")
def aufenthaltsgestattung(case: Case) -> Paper:
    paper, person = Paper(points=10), case.person
    paper.text(190, 22, serial(case.rng, case.site.serial_office), size=11, family="ocr", align="right")
    paper.line("Bundesamt für Migration und Flüchtlinge", size=10)
    paper.line("AUFENTHALTSGESTATTUNG", size=18, bold=True)
    paper.line("zur Durchführung des Asylverfahrens (§ 63 AsylG)", size=10)
    paper.put(Portrait(x=155, y=40, width=30, height=36))
    paper.gap(3)
    paper.right_edge = 150
    paper.boxes(("Name", case.family, 1), ("Vorname(n)", case.given, 1), family="wide")
    paper.boxes(("Geburtsdatum", case.born, 1), ("Geburtsort", person.birth_place, 1), family="wide")
    paper.boxes(("Staatsangehörigkeit", person.origin.adjective, 1), ("AZR-Nummer", person.azr_number, 1))
    paper.boxes(
        ("Az. des Bundesamtes", person.bamf_number, 1), ("gültig bis", german(case.later(150, 360)), 1)
    )
    paper.right_edge = 190
    paper.gap(6)
    paper.paragraph(
        "Der Ausländerin / dem Ausländer ist der Aufenthalt im Bundesgebiet zur Durchführung des Asylverfahrens "
        f"gestattet. Der Aufenthalt ist räumlich beschränkt auf das Land Hessen. Wohnsitz: {person.street}, "
        f"{case.site.city}. Erwerbstätigkeit nicht gestattet."
    )
    paper.paragraph(
        "Die Inhaberin / der Inhaber genügt mit dieser Bescheinigung der Ausweispflicht, nicht jedoch der Passpflicht."
    )
    place_and_date(paper, case, "Im Auftrag", city="Musterstadt")
    return paper


@layout("asylantrag", "NBA")
def asylantrag_niederschrift(case: Case) -> Paper:
    paper, person = Paper(points=10.5), case.person
    paper.line(BAMF.title, size=13, bold=True)
    paper.line(BAMF.lines[0], size=9)
    paper.field("Gesch.-Z.:", person.bamf_number, column=30)
    paper.field("Datum:", german(case.issued), column=30)
    paper.gap(6)
    paper.line("Niederschrift zu einem Asylantrag (Teil 1)", size=14, bold=True)
    paper.line("gemäß § 14 Abs. 1 AsylG", size=10)
    paper.gap(4)
    rows = (("Name:", case.family), ("Vorname:", case.given), ("Geburtsdatum / -ort:", f"{case.born} in {person.birth_place}"),
            ("Staatsangehörigkeit(en):", person.origin.adjective), ("AZR-Nummer:", person.azr_number),
            ("Volkszugehörigkeit:", "ungeklärt"), ("Familienstand:", case.pick("ledig", "verheiratet")),
            ("Sprache(n):", case.pick("Arabisch", "Dari", "Tigrinya", "Farsi")))  # fmt: skip
    for label, value in rows:
        paper.field(label, value, column=60)
    paper.gap(4)
    questions = (("Haben Sie Personaldokumente wie Reisepass oder Personalausweis?", "Nein, die Papiere sind auf der Reise verloren gegangen."),
                 ("Haben Sie bereits in einem anderen Staat einen Asylantrag gestellt?", "Nein."),
                 ("Wann sind Sie in die Bundesrepublik Deutschland eingereist?", f"Am {german(case.earlier(3, 40))}."))  # fmt: skip
    for number, (question, answer) in enumerate(questions, 1):
        paper.paragraph(f"{number}. {question}", bold=True, after=0.8)
        paper.paragraph(answer, indent=6)
    paper.paragraph(
        "Dem Antragsteller wurde die Belehrung für Erstantragsteller ausgehändigt und rückübersetzt."
    )
    paper.paragraph(f"Dolmetscher: {case.rng.choice(INTERPRETERS)}", after=4)
    place_and_date(paper, case, f"{case.name}", city="Musterstadt")
    return paper


@layout("asylantrag", "NBF")
def folgeantrag(case: Case) -> Paper:
    paper = letter(
        case, BAMF, to_office(case), ("Mitteilung über die Stellung eines Folgeantrags nach § 71 AsylG", case.subject),
        references=(("Gesch.-Z.", case.person.bamf_number), ("Ihr Zeichen", case.person.file_number)), received=True,
    )  # fmt: skip
    paper.paragraph(
        f"die o. g. Person hat am {german(case.earlier(3, 10))} einen weiteren Asylantrag (Folgeantrag) gestellt."
    )
    paper.paragraph(
        "Bis zur Mitteilung, dass ein weiteres Asylverfahren nicht durchgeführt wird, darf die Abschiebung nicht "
        "vollzogen werden (§ 71 Abs. 5 AsylG). Eine Aufenthaltsgestattung ist nicht auszustellen; die Duldung ist "
        "zu verlängern."
    )
    closing(paper, case, case.rng.choice(STAFF), order="Im Auftrag")
    return paper


_QUESTIONS = (
    ("Haben Sie den Dolmetscher gut verstanden?", "Ja, es gab keine Verständigungsschwierigkeiten."),
    ("Nennen Sie mir bitte Ihre letzte Anschrift im Heimatland.", "Ich habe bei meinem Onkel Yusuf Verwandtmann gewohnt, im alten Viertel."),
    ("Wie heißen Ihre Eltern und wo leben sie?", "Mein Vater heißt Ibrahim Elternberg, geboren 1950, meine Mutter Salma Elternberg, geb. am 04.07.1955."),
    ("Haben Sie Geschwister oder weitere Verwandte in Deutschland?", "Mein Bruder Tarek Elternberg, geb. am 12.01.1991, lebt in Offenbach und hat eine Niederlassungserlaubnis."),
    ("Welche Schule und welchen Beruf haben Sie?", "Ich habe zwölf Jahre die Schule besucht. Zeugnisse und einen Arbeitsvertrag habe ich abgegeben."),
    ("Haben Sie Wehrdienst geleistet?", "Nein. Man wollte mich einziehen, deshalb habe ich das Land verlassen."),
    ("Schildern Sie mir bitte, warum Sie Ihr Heimatland verlassen haben.", "Im Frühjahr kamen Männer zu unserem Haus. Sie fragten nach mir. Der Richter Mahmoud Amtsberg hatte eine Vorladung unterschrieben. Ich hatte Angst um mein Leben und bin zu Fuß über die Grenze gegangen."),
    ("Was befürchten Sie bei einer Rückkehr?", "Ich fürchte, dass man mich verhaftet. Ein Reisepass wurde mir nie ausgestellt."),
)  # fmt: skip


@layout("anhoerungsniederschrift", "NBA")
def anhoerungsniederschrift(case: Case) -> Paper:
    """Two pages full of relatives' names; only the head says whose interview it is."""
    paper, person = Paper(points=12.5), case.person
    paper.running = f"Gesch.-Z.: {person.bamf_number}"
    paper.line(BAMF.title, size=13, bold=True)
    paper.line(f"{BAMF.lines[0]}, den {german(case.issued)}", size=9.5)
    paper.field("Gesch.-Z.:", person.bamf_number, column=32)
    paper.field("AZR-Nummer:", person.azr_number, column=32)
    paper.gap(5)
    paper.line("Niederschrift über die Anhörung gemäß § 25 AsylG", size=14, bold=True)
    paper.gap(3)
    paper.paragraph(
        f"Es erscheint der/die Antragsteller/in {case.listed}{case.born_phrase} in {person.birth_place}, "
        f"Staatsangehörigkeit: {person.origin.adjective}."
    )
    paper.field("Einzelentscheider/in:", case.rng.choice(STAFF), column=50)
    paper.field("Dolmetscher:", case.rng.choice(INTERPRETERS), column=50)
    paper.field(
        "Beginn / Ende:", f"0{case.rng.randint(8, 9)}:15 Uhr / 12:{case.rng.randint(10, 55)} Uhr", column=50
    )
    paper.gap(3)
    for number, (question, answer) in enumerate(_QUESTIONS, 1):
        paper.paragraph(f"{number}. Frage: {question}", bold=True, after=0.8)
        paper.paragraph(f"Antwort: {answer}", indent=5, after=3)
    paper.paragraph(
        "Die Niederschrift wurde rückübersetzt und genehmigt. Die Übersetzung bestätigt die anwesende Person mit "
        "Unterschrift; eine Kopie wird mit dem Bescheid übersandt."
    )
    place_and_date(paper, case, "Antragsteller/in", city="Musterstadt")
    return paper


def _decision(case: Case, points: tuple[str, ...], reasons: tuple[str, ...], *, spaced: bool) -> Paper:
    paper, person = Paper(points=11), case.person
    paper.running = f"Gesch.-Z.: {person.bamf_number}"
    paper.line(BAMF.title, size=15, bold=True)
    paper.rule(width=0.5)
    paper.line(f"Ort: 90000 Nürnberg    Datum: {german(case.issued)}", size=10)
    paper.line(f"Gesch.-Z.: {person.bamf_number}", size=10)
    paper.line("bitte unbedingt angeben", size=7)
    paper.gap(8)
    paper.line("B E S C H E I D" if spaced else "Bescheid", size=17, bold=True, align="center")
    paper.gap(5)
    paper.line("In dem Asylverfahren des / der")
    paper.gap(2)
    paper.paragraph(
        f"{case.family}, {case.given}{case.born_phrase}"
        if case.given != "-"
        else f"{case.family}{case.born_phrase}",
        bold=True,
        indent=12,
        after=0.5,
    )
    for alias in person.aliases:
        paper.paragraph(f"alias: {alias}", indent=12, after=0.5)
    paper.paragraph(
        f"AZR-Nummer: {person.azr_number}, Staatsangehörigkeit: {person.origin.adjective}",
        indent=12,
        after=0.5,
    )
    paper.paragraph(f"wohnhaft: {person.street}, {case.site.postcode} {case.site.city}", indent=12)
    if case.rng.random() < 0.5:
        paper.paragraph(
            "vertreten durch: Rechtsanwältin Paragraphi, Kanzleigasse 9, 60000 Frankfurt am Main", indent=12
        )
    paper.line("ergeht folgende Entscheidung:", bold=True)
    paper.gap(2)
    for number, point in enumerate(points, 1):
        paper.paragraph(f"{number}. {point}", indent=6)
    paper.heading("Begründung:")
    for reason in reasons:
        paper.paragraph(reason)
    remedies(paper, case)
    closing(paper, case, case.rng.choice(STAFF), phrase="", order="Im Auftrag")
    return paper


_STORY = (
    "Die antragstellende Person reiste nach eigenen Angaben auf dem Landweg in die Bundesrepublik Deutschland ein und "
    "stellte einen Asylantrag. Die persönliche Anhörung beim Bundesamt erfolgte in der Außenstelle; auf die Niederschrift "
    "über die Anhörung wird Bezug genommen. Vorgelegt wurden eine Kopie des Reisepasses und eine Geburtsurkunde.",
    "Nach eigenen Angaben verließ sie das Herkunftsland wegen der allgemeinen Lage. Der Bruder sei vor Jahren ausgereist "
    "und besitze einen Aufenthaltstitel. Ein ärztliches Attest wurde nicht vorgelegt.",
)


@layout("bamf_bescheid", "NBA", digital=True)
def bamf_bescheid_zuerkennung(case: Case) -> Paper:
    return _decision(
        case,
        ("Die Flüchtlingseigenschaft wird zuerkannt.", "Im Übrigen wird der Asylantrag abgelehnt."),
        (*_STORY, "Aus dem vorliegenden Sachverhalt ergibt sich, dass sich die antragstellende Person aus begründeter Furcht "
         "außerhalb ihres Herkunftslandes befindet. Die Ausländerbehörde erteilt eine Aufenthaltserlaubnis nach § 25 Abs. 2 "
         "AufenthG und auf Antrag einen Reiseausweis für Flüchtlinge."),
        spaced=True,
    )  # fmt: skip


@layout("bamf_bescheid", "NBA", digital=True)
def bamf_bescheid_ablehnung(case: Case) -> Paper:
    return _decision(
        case,
        ("Die Flüchtlingseigenschaft wird nicht zuerkannt.", "Der Antrag auf Asylanerkennung wird abgelehnt.",
         "Der subsidiäre Schutzstatus wird nicht zuerkannt.",
         "Abschiebungsverbote nach § 60 Abs. 5 und 7 Satz 1 des Aufenthaltsgesetzes liegen nicht vor.",
         "Die antragstellende Person wird aufgefordert, die Bundesrepublik Deutschland innerhalb von 30 Tagen zu verlassen. "
         f"Sollte sie die Ausreisefrist nicht einhalten, wird sie nach {case.person.origin.country} abgeschoben.",
         "Das Einreise- und Aufenthaltsverbot gemäß § 11 Abs. 1 des Aufenthaltsgesetzes wird auf 30 Monate befristet."),
        (*_STORY, "Die Voraussetzungen für die Zuerkennung der Flüchtlingseigenschaft liegen nicht vor. Der Sachvortrag blieb "
         "unsubstantiiert und widersprüchlich."),
        spaced=False,
    )  # fmt: skip


@layout("bamf_mitteilung", "NBAF")
def abschlussmitteilung(case: Case) -> Paper:
    paper = letter(
        case, BAMF, to_office(case),
        ("Abschlussmitteilung – Mitteilung über den Eintritt der Bestandskraft", case.subject, f"AZR-Nr.: {case.person.azr_number}"),
        references=(("Gesch.-Z.", case.person.bamf_number), ("Ihr Zeichen", case.person.file_number)), received=True,
    )  # fmt: skip
    paper.paragraph(
        f"der Bescheid des Bundesamtes vom {german(case.earlier(40, 90))} ist seit dem {german(case.earlier(3, 20))} "
        "unanfechtbar. Rechtsmittel wurden nicht eingelegt."
    )
    paper.paragraph(
        "Das Asylverfahren ist damit abgeschlossen. Die Aufenthaltsgestattung ist erloschen und einzuziehen. Eine "
        "Ausfertigung des Bescheides und die Anhörungsniederschrift sind beigefügt."
    )
    closing(paper, case, case.rng.choice(STAFF), order="Im Auftrag")
    return paper


@layout("bamf_mitteilung", "NBF")
def dublin_mitteilung(case: Case) -> Paper:
    paper = letter(
        case, BAMF, to_office(case), ("Dublin-Verfahren: Zustimmung zum Übernahmeersuchen", case.subject),
        references=(("Gesch.-Z.", case.person.bamf_number), ("Ihr Zeichen", case.person.file_number)), received=True,
    )  # fmt: skip
    paper.paragraph(
        f"auf das Übernahmeersuchen vom {german(case.earlier(20, 60))} haben die {case.pick('italienischen', 'kroatischen', 'bulgarischen')} "
        f"Behörden ihre Zuständigkeit erklärt. Die Überstellung muss bis zum {german(case.later(120, 180))} erfolgen."
    )
    paper.paragraph(
        "Die Abschiebungsanordnung nach § 34a AsylG ist vollziehbar. Bitte veranlassen Sie die Flugbuchung und "
        "teilen Sie mit, ob ein ärztliches Attest über Reiseunfähigkeit vorliegt."
    )
    closing(paper, case, case.rng.choice(STAFF), order="Im Auftrag")
    return paper


@layout("zuweisungsbescheid", "NB")
def zuweisungsbescheid(case: Case) -> Paper:
    paper = letter(
        case, PRESIDIUM, case.address, ("Zuweisungsentscheidung nach § 50 Abs. 4 AsylG", case.subject),
        references=(("Aktenzeichen", f"II 24 – {case.rng.randint(10000, 99999)}"), ("Bearbeitung", case.rng.choice(STAFF))), greeting="",
    )  # fmt: skip
    paper.paragraph("Es ergeht folgender Bescheid:", bold=True)
    paper.paragraph(
        f"1. Sie werden mit Wirkung vom {german(case.later(7, 20))} der Stadt {case.site.city} zugewiesen.",
        indent=5,
    )
    paper.paragraph("2. Sie sind verpflichtet, dort Ihren Wohnsitz zu nehmen (Wohnsitzauflage).", indent=5)
    paper.paragraph("3. Dieser Bescheid ist sofort vollziehbar.", indent=5)
    paper.heading("Gründe")
    paper.paragraph(
        "Die Zuweisung erfolgt nach dem Verteilungsschlüssel des Landesaufnahmegesetzes. Belange der Familieneinheit "
        "wurden berücksichtigt. Ihr Ankunftsnachweis wird durch eine Aufenthaltsgestattung ersetzt."
    )
    remedies(paper, case)
    closing(paper, case, case.rng.choice(STAFF), order="Im Auftrag")
    return paper


@layout("zuweisungsbescheid", "NBF")
def wohnsitzauflage(case: Case) -> Paper:
    paper = letter(
        case, PRESIDIUM, to_office(case), ("Verteilung gemäß § 15a AufenthG; Wohnsitzauflage nach § 12a AufenthG", case.subject),
        references=(("Ihr Zeichen", case.person.file_number), ("Unser Zeichen", f"II 24 – {case.rng.randint(10000, 99999)}")), received=True,
    )  # fmt: skip
    paper.paragraph(
        f"die o. g. Person wurde am {german(case.earlier(2, 9))} der Stadt {case.site.city} zugewiesen. Die "
        "Verteilentscheidung ist beigefügt. Die Ausländerakte geht Ihnen gesondert zu."
    )
    closing(paper, case, case.rng.choice(STAFF), order="Im Auftrag")
    return paper
