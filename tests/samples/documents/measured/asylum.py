"""Measured layouts of the section Asyl."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.letter import receipt_stamp
from tests.samples.documents.measured.heads import banner, measured, office_right, rows
from tests.samples.names import STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import Portrait


@measured("ankunftsnachweis", "NB")
def buema_bogen(case: Case) -> Paper:
    """The certificate before 2016 (BüMA), a form of the reception centre without a zone."""
    paper = Paper(points=10.5)
    paper.line("Hessische Erstaufnahmeeinrichtung für Flüchtlinge", size=12, bold=True)
    paper.gap(3)
    paper.line("Bescheinigung über die Meldung als Asylsuchende/r", size=14, bold=True)
    paper.line(
        "Diese Bescheinigung ist kein Identitätsnachweis. Sie berechtigt zur Weiterreise in die unten genannte Einrichtung.",
        size=8.5,
    )
    paper.gap(4)
    paper.put(Portrait(x=155, y=paper.y, width=32, height=42))
    rows(
        paper,
        (
            ("Familienname", case.family),
            ("Vorname", case.given),
            ("geboren am", case.born),
            ("in", case.person.birth_place),
            ("Staatsangehörigkeit", case.person.origin.adjective),
            ("mitreisende Kinder", "keine"),
            ("hat sich gemeldet am", german(case.issued)),
            ("zuständige Einrichtung", "EAE Musterstadt, Beispielstraße 9"),
        ),
    )
    paper.paragraph(
        "Der/Die Inhaber/in hat sich unverzüglich, spätestens innerhalb einer Woche, zu der genannten Aufnahmeeinrichtung zu begeben (§ 22 AsylG). Erwerbstätigkeit ist nicht gestattet."
    )
    paper.line(f"Musterstadt, {german(case.issued)}   (Stempel)  {case.rng.choice(STAFF)}")
    return paper


@measured("aufenthaltsgestattung", "NBA")
def gestattung_faltblatt(case: Case) -> Paper:
    """The folded paper: two panels of fields and the notes on residence."""
    paper, person = Paper(points=9.5, top=16), case.person
    paper.line("Bundesrepublik Deutschland", size=10)
    paper.line("Bescheinigung über die Gestattung des Aufenthalts", size=14, bold=True)
    paper.line("zur Durchführung des Asylverfahrens (§ 63 AsylVfG)", size=10)
    paper.gap(2)
    paper.put(Portrait(x=150, y=30, width=34, height=44))
    rows(
        paper,
        (
            ("Name", case.family),
            ("Vornamen", case.given),
            ("Geburtsdatum", case.born),
            ("Staatsangehörigkeit", person.origin.adjective),
            ("AZR-Nr.", person.azr_number),
            ("Aktenzeichen des Bundesamtes", person.bamf_number),
            ("Erste Ausstellung am", german(case.issued)),
            ("Verlängert bis", german(case.later(90, 180))),
        ),
        column=58,
    )
    paper.paragraph(
        "Der räumliche Geltungsbereich ist auf das Land Hessen beschränkt. Wohnsitznahme in der Gemeinschaftsunterkunft Beispielweg 4. Erwerbstätigkeit nicht gestattet. Der Inhaber genügt mit dieser Bescheinigung seiner Ausweispflicht im Inland."
    )
    paper.paragraph("Die Angaben zur Person beruhen auf den eigenen Angaben.", size=8.5)
    return paper


@measured("bamf_mitteilung", "NBF")
def mitteilung_rechtskraft(case: Case) -> Paper:
    paper = office_right(
        case,
        ("Bundesamt für Migration und Flüchtlinge", "Referat 52B", "90343 Nürnberg"),
        (case.site.title, case.site.office, case.site.street, f"{case.site.postcode} {case.site.city}"),
    )
    paper.line(f"Gesch.-Z.: {case.person.bamf_number}    Ihr Zeichen: {case.person.file_number}", size=9)
    paper.gap(3)
    paper.paragraph(f"Asylverfahren {case.listed}{case.born_phrase}", bold=True)
    paper.paragraph("hier: Mitteilung über die Rechtskraft der Entscheidung", bold=True)
    paper.paragraph("Sehr geehrte Damen und Herren,")
    paper.paragraph(
        f"die Entscheidung des Bundesamtes ist seit dem {german(case.earlier(20, 60))} bestandskräftig. Die Klage wurde zurückgenommen, das Verfahren ist eingestellt worden."
    )
    paper.paragraph(
        "Die aufenthaltsrechtliche Zuständigkeit liegt nunmehr bei Ihnen. Zielstaatsbezogene Abschiebungshindernisse wurden nicht festgestellt."
    )
    paper.paragraph("Mit freundlichen Grüßen im Auftrag", after=0)
    paper.line(case.rng.choice(STAFF))
    receipt_stamp(paper, case, x=30, y=30)
    return paper


@measured("zuweisungsbescheid", "NB", digital=True)
def verteilung_landkreis(case: Case) -> Paper:
    paper = banner(
        case,
        "Regierungspräsidium Musterhessen",
        ("Dezernat Flüchtlingsaufnahme", "Landesverteilung"),
        (
            ("Geschäftszeichen", f"II 25-{case.rng.randint(1000, 9999)}"),
            ("Bearbeiter/in", case.rng.choice(STAFF)),
        ),
    )
    paper.paragraph(
        "Landesinterne Verteilung von Asylbewerbern gemäß § 50 AsylG in Verbindung mit dem Landesaufnahmegesetz",
        bold=True,
    )
    paper.paragraph(f"{case.name}{case.born_phrase}, Herkunftsland {case.person.origin.country}")
    paper.paragraph(f"{case.salutation},")
    paper.paragraph(
        f"Sie werden mit Wirkung vom {german(case.later(4, 12))} dem Landkreis Beispielau zugewiesen. Sie sind verpflichtet, dort in der Ihnen benannten Unterkunft zu wohnen, und haben sich am Tag der Zuweisung bis 15 Uhr zu melden."
    )
    paper.paragraph(
        "Die Zuweisung umfasst auch den Ehepartner und die minderjährigen Kinder. Widerspruch ist ausgeschlossen; eine Klage hat keine aufschiebende Wirkung (§ 75 AsylG)."
    )
    paper.line(f"Im Auftrag {case.rng.choice(STAFF)}")
    return paper


@measured("asylantrag", "NBF")
def folgeantrag_meldung(case: Case) -> Paper:
    """The notice that a repeat application was made, from counsel to the Bundesamt, copied to the office."""
    paper = Paper(points=11, family="serif")
    paper.line("Formblatt für die Stellung eines Asylfolgeantrages (§ 71 AsylG)", size=13, bold=True)
    paper.gap(3)
    rows(
        paper,
        (
            ("Name", case.family),
            ("Vorname", case.given),
            ("Geburtsdatum", case.born),
            ("Az. der Ausländerbehörde", case.person.file_number),
            ("Az. des Erstverfahrens", case.person.bamf_number),
        ),
    )
    paper.paragraph(
        "Welche neuen Gründe und Beweismittel machen Sie geltend? Seit der letzten Entscheidung hat sich die Lage in meinem Heimatland verändert. Ich lege ein Schreiben der Gemeinde vor."
    )
    paper.paragraph("Waren Sie nach Abschluss des früheren Verfahrens ausgereist? Nein.")
    paper.gap(6)
    paper.line(
        f"{case.site.city}, {german_long(case.issued)}      Unterschrift: {pattern('', case.rng)}{case.name}"
    )
    return paper
