"""Once measured layouts of the section Schriftverkehr."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.layouts import layout
from tests.samples.documents.measured.heads import banner, rows
from tests.samples.names import STAFF
from tests.samples.paper import Paper


@layout("schreiben", "NBF", digital=True)
def nachforderung(case: Case) -> Paper:
    paper = banner(
        case,
        case.site.title,
        (case.site.office, case.site.street, case.site.telephone),
        (("Zeichen", case.person.file_number), ("Team", "Nord 3")),
    )
    paper.paragraph("Fehlende Unterlagen zu Ihrem Anliegen", bold=True)
    paper.paragraph(f"{case.listed}{case.born_phrase}")
    paper.paragraph(f"{case.salutation},")
    paper.paragraph("vielen Dank für Ihre Online-Anfrage. Damit wir weiterarbeiten können, fehlen uns noch:")
    for item in (
        "die letzten drei Lohnabrechnungen",
        "eine Kopie des Mietvertrages",
        "die Bescheinigung Ihrer Krankenkasse",
        "ein aktuelles Passfoto",
    ):
        paper.paragraph(f"•  {item}", indent=5, after=0.6)
    paper.paragraph(
        f"Bitte laden Sie die Unterlagen bis {german(case.later(14, 30))} in unserem Portal hoch."
    )
    paper.paragraph("Freundliche Grüße")
    paper.line(f"{case.clerk}")
    return paper


@layout("schreiben", "N")
def handbrief_kurz(case: Case) -> Paper:
    """A few lines from the person, without a subject or a salutation in form."""
    paper = Paper(points=13, family="serif")
    paper.gap(10)
    paper.line(f"{case.name}, {case.person.street}")
    paper.gap(6)
    paper.line(f"An das Ausländeramt                {german(case.issued)}")
    paper.gap(8)
    paper.paragraph("Guten Tag,")
    paper.paragraph(
        "ich bin umgezogen und möchte das mitteilen. Meine neue Telefonnummer steht unten. Ich warte immer noch auf Post von Ihnen. Bitte melden Sie sich bei mir, ich kann am Vormittag kommen."
    )
    paper.paragraph(f"Vielen Dank und viele Grüße, {case.name}")
    return paper


@layout("schreiben", "NF", digital=True)
def email_weitergeleitet(case: Case) -> Paper:
    """A forwarded message: header twice, dates of both."""
    paper = Paper(points=9.5)
    rows(
        paper,
        (
            ("Von", f"Posteingang {case.site.office}"),
            ("An", case.clerk),
            ("Datum", f"{german(case.issued)} 07:48"),
            ("Betreff", f"WG: Nachfrage {case.person.file_number} {case.family}"),
        ),
        column=24,
    )
    paper.rule(after=4)
    paper.paragraph("z. K.")
    paper.paragraph(f"----- Weitergeleitete Nachricht -----  Gesendet: {german(case.earlier(1, 3))} 22:14")
    paper.paragraph("Liebe Mitarbeiterinnen und Mitarbeiter,")
    paper.paragraph(
        f"könnten Sie mir sagen, ob die Unterlagen von {case.honorific_dative} {case.family} angekommen sind? Der Termin war vor drei Wochen."
    )
    paper.paragraph(f"Beste Grüße, {case.rng.choice(STAFF)}, Ehrenamtskreis")
    return paper
