"""Measured layouts of the section Schriftverkehr."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.letter import place_and_date, receipt_stamp, to_office
from tests.samples.documents.measured.heads import measured, office_right, rows
from tests.samples.names import LAWYERS
from tests.samples.paper import Paper


@measured("anwaltsschreiben", "NBF")
def anwalt_untaetigkeit(case: Case) -> Paper:
    name = case.rng.choice(LAWYERS)
    paper = office_right(
        case,
        (
            f"Kanzlei {name}",
            "Rechtsanwältin, Fachanwältin für Migrationsrecht",
            "Kanzleigasse 12, 60000 Frankfurt",
        ),
        to_office(case),
        day=f"Frankfurt am Main, {german_long(case.issued)}",
    )
    paper.line(
        f"Unser Zeichen: {case.rng.randint(100, 999)}/{case.issued:%y}    Ihr Zeichen: {case.person.file_number}",
        size=9.5,
    )
    paper.gap(3)
    paper.paragraph(f"{case.name}{case.born_phrase} ./. {case.site.title}", bold=True)
    paper.paragraph("Sehr geehrte Damen und Herren,")
    paper.paragraph(
        "in vorbezeichneter Angelegenheit ist seit meinem Schreiben kein Fortgang zu erkennen. Namens und in Vollmacht meiner Mandantschaft fordere ich Sie auf, über den Antrag bis spätestens zum Ende des Monats zu entscheiden. Andernfalls werde ich Untätigkeitsklage gemäß § 75 VwGO erheben."
    )
    paper.paragraph("Die Aufenthaltserlaubnis ist abgelaufen; der Arbeitgeber hat die Kündigung angekündigt.")
    paper.line(f"{name}, Rechtsanwältin")
    receipt_stamp(paper, case, x=30, y=30)
    return paper


@measured("zustellungsnachweis", "NF")
def aushaendigung(case: Case) -> Paper:
    """A receipt signed at the counter."""
    paper = Paper(points=11)
    paper.line(f"{case.site.office}     Az. {case.person.file_number}", size=10)
    paper.gap(6)
    paper.line("Aushändigungs- und Empfangsbestätigung", size=15, bold=True)
    paper.gap(3)
    paper.paragraph(
        f"Ich, {case.name}, habe heute das nachstehende Schriftstück in verschlossenem Umschlag persönlich gegen Unterschrift ausgehändigt erhalten:"
    )
    rows(paper, (("Art", "Verfügung der Ausländerbehörde"), ("vom", german(case.earlier(2, 9)))))
    place_and_date(paper, case, "Unterschrift der empfangenden Person")
    return paper


@measured("anwaltsschreiben", "NB")
def mandatsniederlegung(case: Case) -> Paper:
    name = case.rng.choice(LAWYERS)
    paper = office_right(
        case, (f"Rechtsanwalt {name}", "Tätigkeitsschwerpunkt Asyl- und Ausländerrecht"), to_office(case)
    )
    paper.paragraph(f"Ausländersache {case.name}{case.born_phrase}", bold=True)
    paper.paragraph("Sehr geehrte Damen und Herren,")
    paper.paragraph(
        "in obiger Sache zeige ich an, dass das Mandat beendet ist. Künftige Zustellungen bitte ich unmittelbar an die Partei zu richten. Eine Abschrift der Akte habe ich zurückgegeben."
    )
    paper.paragraph("Mit vorzüglicher Hochachtung", after=1)
    paper.line(f"{name}, Rechtsanwalt")
    return paper
