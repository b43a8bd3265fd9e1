"""Measured layouts of the sections Familie, Justiz and Intern."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, birth_text, german
from tests.samples.documents.letter import receipt_stamp, to_office
from tests.samples.documents.measured.heads import measured, office_right, rows, typewritten
from tests.samples.names import JUDGES, LAWYERS, STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper


@measured("personenstandsurkunde", "NB", two_persons=True)
def heiratsurkunde_uebersetzung(case: Case) -> Paper:
    """A foreign marriage certificate in translation."""
    other = case.other
    wife = (
        (other.family_name, other.given_names, birth_text(other.birth_date))
        if other
        else ("Ehemusterin", "Lena", "07.07.1979")
    )
    paper = Paper(points=11, family="serif")
    paper.line(f"Übersetzung aus dem {case.person.origin.adjective.title()}en", size=9.5)
    paper.gap(4)
    paper.line("Auszug aus dem Heiratseintrag", size=15, bold=True, align="center")
    paper.gap(3)
    rows(
        paper,
        (
            ("Erster Ehegatte", f"{case.family}, {case.given}"),
            ("geboren am", case.born),
            ("Zweiter Ehegatte", f"{wife[0]}, {wife[1]}"),
            ("geboren am", wife[2]),
            ("Tag der Eheschließung", german(case.earlier(100, 2000))),
            ("Ort der Eheschließung", case.person.birth_place),
            ("Zeugen", "A. Zeugemann, B. Zeugemann"),
        ),
    )
    paper.paragraph(
        "Die Eheschließung wurde im Register der Gemeinde eingetragen. Gebührenmarke, Rundsiegel."
    )
    paper.line(f"Ausgestellt am {german(case.issued)}")
    return paper


@measured("strafsache", "NB")
def fuehrungszeugnis_auszug(case: Case) -> Paper:
    """An unrestricted extract of the Federal Central Criminal Register."""
    paper = Paper(points=10, family="mono")
    paper.line("Bundesamt für Justiz", size=12, bold=True)
    paper.line("- Registerbehörde -     53094 Bonn", size=9)
    paper.gap(5)
    paper.line("Unbeschränkte Auskunft aus dem Zentralregister", size=12, bold=True)
    paper.line(f"Datum der Auskunft: {german(case.issued)}", size=9.5)
    paper.gap(2)
    rows(
        paper,
        (
            ("Angaben zur Person", ""),
            ("Geburtsname:", case.family),
            ("Vorname:", case.given),
            ("Geburtsdatum:", case.born),
            ("Geburtsort:", case.person.birth_place),
        ),
        column=50,
    )
    paper.paragraph(
        f"1. {german(case.earlier(400, 900))} Amtsgericht Musterstadt. Rechtskräftig seit {german(case.earlier(300, 390))}. Tatbezeichnung: Erschleichen von Leistungen. Angewendete Vorschriften: StGB § 265a. 40 Tagessätze zu je 10,00 EUR Geldstrafe."
    )
    return paper


@measured("verwaltungsgericht", "NF")
def vgh_eingang_klage(case: Case) -> Paper:
    """A court's notice that an action was brought."""
    paper = office_right(
        case,
        (case.site.court, "Geschäftsstelle der 6. Kammer"),
        to_office(case),
        day=f"{case.site.city}, {german(case.issued)}",
    )
    paper.line(
        f"Az.: {case.rng.randint(1, 9)} K {case.rng.randint(100, 3000)}/{case.issued:%y}.{case.site.court_suffix}     Ihr Zeichen: {case.person.file_number}",
        size=9.5,
    )
    paper.gap(3)
    paper.paragraph(f"Verwaltungsstreitverfahren {case.name} ./. {case.site.title}", bold=True)
    paper.paragraph("Sehr geehrte Damen und Herren,")
    paper.paragraph(
        "anliegende Klageschrift wird mit der Bitte zugestellt, sich innerhalb von vier Wochen zu äußern. Gleichzeitig werden Sie gebeten, die vollständigen Verwaltungsvorgänge im Original oder elektronisch vorzulegen (§ 99 VwGO)."
    )
    paper.paragraph(
        f"Prozessbevollmächtigte der Klägerseite: Rechtsanwältin {case.rng.choice(LAWYERS)}. Der Rechtsstreit soll auf den Einzelrichter übertragen werden."
    )
    paper.paragraph(f"Auf richterliche Anordnung – {case.rng.choice(JUDGES)}")
    receipt_stamp(paper, case, x=30, y=30)
    return paper


@measured("aktenabgabe", "NBF")
def zustaendigkeitswechsel(case: Case) -> Paper:
    paper = typewritten(
        case,
        ("Landkreis Beispielau", "Der Landrat - Ausländer- und Asylangelegenheiten"),
        to_office(case),
        reference=f"Ihr Aktenzeichen: {case.person.file_number}",
    )
    paper.paragraph("Übersendung der Ausländerakte wegen Wegzugs", bold=True)
    paper.paragraph(f"Betr.: {case.listed}{case.born_phrase}")
    paper.paragraph(
        "Die o. g. Person ist in Ihren Zuständigkeitsbereich verzogen. Als Anlage übersende ich die Ausländerakte (1 Band, 214 Blatt, 1 Heft Asyl) mit der Bitte um Übernahme und Empfangsbestätigung auf beigefügter Durchschrift."
    )
    paper.paragraph("Vollstreckungsmaßnahmen sind nicht anhängig. Ein Fehlblatt wurde hier angelegt.")
    paper.line(f"Im Auftrag   {case.rng.choice(STAFF)}")
    return paper


@measured("strafsache", "NBF")
def anklage_mitteilung(case: Case) -> Paper:
    """MiStra: notice of an indictment."""
    paper = office_right(
        case,
        (f"Staatsanwaltschaft beim Landgericht {case.site.city}", "Geschäftsstelle 401"),
        to_office(case),
    )
    paper.line(
        f"{case.rng.randint(100, 999)} Js {pattern('99999', case.rng)}/{case.issued:%y}    zu {case.person.file_number}",
        size=9.5,
    )
    paper.gap(3)
    paper.paragraph("Mitteilung nach Nr. 42 MiStra – Erhebung der öffentlichen Klage", bold=True)
    paper.paragraph(f"Angeschuldigte Person: {case.listed}{case.born_phrase}")
    paper.paragraph(
        "Wegen des Vorwurfs der gefährlichen Körperverletzung (§ 224 Abs. 1 Nr. 2 StGB) ist Anklage zum Schöffengericht erhoben worden. Die Anklageschrift liegt in Abschrift bei. Die Person befindet sich auf freiem Fuß."
    )
    paper.line("Auf Anordnung – Justizhauptsekretär")
    return paper
