"""Section Schriftverkehr: counsel's letters, general letters and e-mails, proof of service."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.layouts import layout
from tests.samples.documents.letter import (
    Sender,
    closing,
    letter,
    office,
    place_and_date,
    receipt_stamp,
    to_office,
)
from tests.samples.names import LAWYERS, STAFF
from tests.samples.paper import Paper
from tests.samples.sheet import Frame, Stroke


def _chambers(case: Case) -> tuple[Sender, str]:
    name = case.rng.choice(LAWYERS)
    place = f"Kanzleigasse {case.rng.randint(1, 40)}, 60000 Frankfurt am Main"
    title = f"Rechtsanwältin {name}" if case.rng.random() < 0.5 else f"Rechtsanwälte {name} & Partner"
    return Sender(title=title, lines=("Migrationsrecht", place, "Telefon 069 0000-99"), family="serif"), name


@layout("anwaltsschreiben", "NBF")
def anwalt_akteneinsicht(case: Case) -> Paper:
    chambers, name = _chambers(case)
    paper = letter(
        case, chambers, to_office(case),
        (f"In der ausländerrechtlichen Angelegenheit {case.name}{case.born_phrase}", f"Ihr Zeichen: {case.person.file_number}"),
        references=(("Mein Zeichen", f"{case.rng.randint(10, 999)}/{case.issued:%y} K{case.rng.randint(1, 9)}"), ("Bearbeiter", name)),
        received=True,
    )  # fmt: skip
    paper.paragraph(
        f"zeige ich unter Vorlage auf mich lautender Vollmacht an, dass mich {case.honorific} {case.name} mit der "
        "Wahrnehmung der rechtlichen Interessen beauftragt hat."
    )
    paper.paragraph(
        "Ich beantrage Akteneinsicht durch Übersendung der vollständigen Ausländerakte in meine Kanzlei. Nach "
        "Akteneinsicht werde ich zur beabsichtigten Ausweisung und zum Antrag auf Erteilung einer "
        "Aufenthaltserlaubnis Stellung nehmen."
    )
    paper.paragraph(
        "Mein Mandant hat einen Arbeitsvertrag, Entgeltabrechnungen sowie ein Sprachzertifikat B1 bereits vorgelegt. "
        "Bis zur Entscheidung bitte ich um Verlängerung der Duldung."
    )
    closing(paper, case, f"{name}", phrase="Mit freundlichen kollegialen Grüßen")
    paper.line("Rechtsanwältin / Rechtsanwalt", size=9)
    return paper


@layout("anwaltsschreiben", "NB")
def vollmacht(case: Case) -> Paper:
    chambers, _ = _chambers(case)
    paper = Paper(family="serif", points=11.5)
    paper.line("Zustellungen werden nur an die Bevollmächtigten erbeten!", size=9)
    paper.gap(5)
    paper.line("VOLLMACHT", size=19, bold=True, align="center")
    paper.gap(5)
    paper.paragraph(f"{chambers.title}, {chambers.lines[1]},")
    paper.paragraph("wird hiermit in Sachen", after=1)
    paper.paragraph(
        f"{case.name}{case.born_phrase}, {case.person.street}, {case.site.postcode} {case.site.city}",
        bold=True,
    )
    paper.paragraph(f"gegen {case.site.title}, {case.site.office}")
    paper.paragraph("wegen Aufenthaltsrecht")
    paper.paragraph(
        "Vollmacht erteilt zur außergerichtlichen Vertretung aller Art, zur Prozessführung einschließlich der "
        "Befugnis zur Erhebung und Zurücknahme von Klagen, zur Einlegung und Rücknahme von Rechtsmitteln, zur "
        "Entgegennahme von Zustellungen und zur Akteneinsicht."
    )
    paper.paragraph(
        "Die Vollmacht gilt für alle Instanzen und erstreckt sich auf Neben- und Folgeverfahren aller Art, auch vor "
        "dem Verwaltungsgericht und dem Bundesamt für Migration und Flüchtlinge."
    )
    place_and_date(paper, case, f"Unterschrift ({case.name})")
    return paper


@layout("schreiben", "NBF", digital=True)
def vorladung(case: Case) -> Paper:
    paper = letter(
        case, office(case), case.address, ("Terminvereinbarung – persönliche Vorsprache", case.subject),
        references=(("Mein Zeichen", case.person.file_number), ("Auskunft", case.clerk)), greeting=case.salutation,
    )  # fmt: skip
    paper.paragraph(
        f"zur Klärung Ihrer aufenthaltsrechtlichen Angelegenheit bitte ich Sie, am {german(case.later(10, 40))} um "
        f"{case.rng.randint(8, 15)}:30 Uhr in Zimmer {case.rng.randint(101, 330)} persönlich vorzusprechen."
    )
    paper.paragraph(
        "Bringen Sie bitte Ihren Reisepass, ein biometrisches Lichtbild, den aktuellen Mietvertrag, die letzten drei "
        "Entgeltabrechnungen und einen Nachweis über die Krankenversicherung mit."
    )
    paper.paragraph("Sollten Sie den Termin nicht wahrnehmen können, teilen Sie dies bitte rechtzeitig mit.")
    closing(paper, case, case.clerk, order="Im Auftrag")
    return paper


@layout("schreiben", "NB")
def privatbrief(case: Case) -> Paper:
    """A private letter to the office, typed, with name and birth date in the head."""
    paper = Paper(family="serif", points=12)
    for line in (case.name, case.person.street, f"{case.site.postcode} {case.site.city}"):
        paper.line(line, size=11)
    if case.born:
        paper.line(f"geboren am {case.born}", size=11)
    paper.gap(8)
    for line in to_office(case):
        paper.line(line, size=11)
    paper.gap(4)
    paper.line(f"{case.site.city}, {german(case.issued)}", align="right")
    paper.gap(6)
    paper.line(
        case.pick("Bitte um schnelle Bearbeitung", "Adressänderung", "Fragen zu meinem Verfahren"), bold=True
    )
    paper.gap(4)
    paper.paragraph("Sehr geehrte Damen und Herren,")
    paper.paragraph(
        "ich habe vor mehreren Monaten alle Unterlagen bei Ihnen abgegeben, auch meinen Arbeitsvertrag und die "
        "Meldebescheinigung. Leider habe ich bis heute keine Antwort bekommen. Mein Arbeitgeber fragt nach einem "
        "gültigen Aufenthaltstitel."
    )
    paper.paragraph(
        "Ich bitte Sie höflich um eine Nachricht und um einen Termin. Sie können mich auch telefonisch erreichen."
    )
    closing(paper, case, case.name)
    receipt_stamp(paper, case)
    return paper


@layout("schreiben", "NF", digital=True)
def email_ausdruck(case: Case) -> Paper:
    """A printed e-mail with the file number in its subject."""
    paper = Paper(points=10)
    sender = f"{case.clerk.split()[-1].lower()}@jugendhilfe.example"
    for label, value in (("Von:", f"Beratungsstelle Musterstadt <{sender}>"),
                         ("Gesendet:", f"{german(case.issued)} {case.rng.randint(8, 17)}:{case.rng.randint(10, 59)}"),
                         ("An:", f"auslaenderbehoerde@{case.site.name}.example"),
                         ("Betreff:", f"{case.listed}, Az. {case.person.file_number}")):  # fmt: skip
        paper.field(label, value, column=24, bold=label == "Betreff:")
    paper.rule(after=5)
    paper.paragraph("Sehr geehrte Damen und Herren,")
    paper.paragraph(
        f"wir begleiten {case.honorific_dative} {case.family} seit einigen Monaten in unserer Beratung. Bitte teilen Sie "
        "uns mit, ob die Fiktionsbescheinigung verlängert werden kann und welche Unterlagen noch fehlen."
    )
    paper.paragraph(
        "Eine Schweigepflichtentbindung liegt Ihnen vor. Die Immatrikulationsbescheinigung reichen wir nach."
    )
    paper.paragraph("Mit freundlichen Grüßen", after=0)
    paper.paragraph(case.rng.choice(STAFF))
    return paper


@layout("zustellungsnachweis", "NF")
def zustellungsurkunde(case: Case) -> Paper:
    """The postman's yellow form."""
    paper = Paper(points=10, top=16)
    paper.line("Zustellungsurkunde", size=16, bold=True)
    paper.line("Förmliche Zustellung (PZU) – zurück an den Absender", size=9)
    paper.gap(3)
    paper.boxes(
        ("1.1 Aktenzeichen – ggf. Angaben zur Sendung", f"{case.person.file_number}  Bescheid", 1), height=12
    )
    paper.boxes(
        (
            "1.2 Adressat (Vorname, Name, Anschrift)",
            f"{case.name}, {case.person.street}, {case.site.postcode} {case.site.city}",
            1,
        ),
        height=13,
        family="wide",
    )
    paper.boxes(("1.4 Absender", f"{case.site.title}, {case.site.office}", 1), height=12)
    paper.gap(3)
    paper.ticks(
        (
            "Das mit umseitiger Anschrift versehene Schriftstück habe ich dem Adressaten persönlich übergeben.",
            False,
        )
    )
    paper.ticks(("zu übergeben versucht und in den zur Wohnung gehörenden Briefkasten eingelegt.", True))
    paper.ticks(("bei der Filiale niedergelegt; eine schriftliche Mitteilung wurde abgegeben.", False))
    paper.gap(3)
    paper.boxes(
        ("Datum der Zustellung", german(case.issued), 1),
        ("Uhrzeit", f"{case.rng.randint(8, 15)}:{case.rng.randint(10, 59)}", 1),
        ("Postunternehmen", "Musterpost Zustelldienst", 2),
    )
    place_and_date(paper, case, "Unterschrift des Zustellers")
    return paper


@layout("zustellungsnachweis", "NBF", digital=True)
def empfangsbekenntnis(case: Case) -> Paper:
    paper = Paper(points=11)
    paper.line(f"{case.site.title} – {case.site.office}", size=10)
    paper.gap(6)
    paper.line("Empfangsbekenntnis", size=18, bold=True)
    paper.gap(4)
    paper.field("Aktenzeichen:", case.person.file_number)
    paper.field("In der Sache:", f"{case.listed}{case.born_phrase}")
    paper.field("Schriftstück:", f"Bescheid vom {german(case.earlier(3, 12))}")
    paper.gap(4)
    paper.paragraph("Das oben bezeichnete Schriftstück habe ich heute in Empfang genommen.")
    place_and_date(paper, case, "Unterschrift des Empfängers")
    paper.gap(6)
    paper.put(Stroke(points=((25, paper.y), (190, paper.y)), width=0.2))
    paper.put(Frame(x=25, y=paper.y + 5, width=70, height=18))
    paper.text(28, paper.y + 12, "Zurück an:", size=8)
    paper.text(28, paper.y + 18, case.site.office, size=9)
    return paper
