"""Once measured layouts of the sections Lebensunterhalt and Wohnen."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.layouts import layout
from tests.samples.documents.measured.heads import office_right, rows
from tests.samples.numbers import pattern
from tests.samples.paper import Paper


@layout("finanznachweis", "NB")
def stipendium_foerderung(case: Case) -> Paper:
    """Proof of means: a foreign bank's balance certificate in English."""
    paper = Paper(points=11, family="serif")
    paper.line("Sample National Bank", size=15, bold=True)
    paper.line("Main Branch, 1 Example Avenue", size=9.5)
    paper.gap(8)
    paper.line(f"Date: {case.issued:%d %B %Y}")
    paper.gap(5)
    paper.line("ACCOUNT BALANCE CERTIFICATE", size=14, bold=True, align="center")
    paper.gap(5)
    paper.paragraph("To whom it may concern")
    paper.paragraph(
        f"This is to certify that {case.name}{', born ' + case.born if case.born else ''}, maintains a savings account with our branch. The available balance as of today is EUR 12,480.00."
    )
    rows(
        paper,
        (
            ("Account No.", pattern("9999 9999 9999", case.rng)),
            ("Currency", "EUR"),
            ("Opened on", german(case.earlier(300, 900))),
        ),
    )
    paper.paragraph(
        "This certificate is issued upon request of the customer for visa and residence purposes without any liability on the part of the bank."
    )
    paper.line("Authorised signatory")
    return paper


@layout("meldebescheinigung", "NB", digital=True)
def meldedaten_auszug(case: Case) -> Paper:
    person = case.person
    paper = office_right(
        case,
        (f"{case.site.title}", "Bürgerbüro Mitte", case.site.street),
        case.address,
        day=f"{case.site.city}, {german(case.issued)}",
    )
    paper.line("Amtliche Meldebestätigung", size=14, bold=True)
    paper.line("für die Anmeldung einer alleinigen Wohnung (§ 24 Abs. 2 BMG)", size=10)
    paper.gap(4)
    rows(
        paper,
        (
            ("Familienname", case.family),
            ("Vorname(n)", case.given),
            ("Geburtsdatum", case.born),
            ("Neue Wohnung", f"{person.street}, {case.site.postcode} {case.site.city}"),
            ("Einzugsdatum", german(case.earlier(3, 14))),
            ("Letzte frühere Wohnung", f"{person.origin.country}"),
            ("Tag der Anmeldung", german(case.issued)),
        ),
    )
    paper.paragraph(
        "Die Bestätigung ist nicht zum Nachweis des Aufenthaltsrechts geeignet und gebührenfrei.", size=9
    )
    return paper
