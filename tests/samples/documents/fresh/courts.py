"""Layouts of this round: administrative courts."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.fresh.heads import at_office, ending, fresh, sheet_with_column
from tests.samples.documents.measured.parts import spouse
from tests.samples.names import JUDGES, LAWYERS, STAFF
from tests.samples.paper import Paper


@fresh("verwaltungsgericht", "NB", digital=True)
def vg_urteil_aufenthalt(case: Case) -> Paper:
    """A judgment in the name of the people: parties with their counsel, tenor, facts; two sides."""
    person, site = case.person, case.site
    paper = Paper(points=11, left=27, right=24)
    paper.running = f"– {case.rng.randint(1, 7)} K …/{case.issued:%y}.{site.court_suffix} –"
    paper.line(
        f"{case.rng.randint(1, 7)} K {case.rng.randint(100, 2900)}/{case.issued:%y}.{site.court_suffix}",
        size=10,
    )
    paper.gap(4)
    paper.line(site.court.upper(), size=14, bold=True, align="center")
    paper.line("URTEIL", size=14, bold=True, align="center")
    paper.line("IM NAMEN DES VOLKES", size=11, align="center")
    paper.gap(4)
    paper.paragraph("In dem Verwaltungsstreitverfahren")
    born = f", geb. am {case.born}" if case.born else ""
    side = "der Frau" if person.sex == "F" else "des Herrn"
    paper.paragraph(f"{side} {case.name}{born}, {person.street}, {site.city},", indent=14, after=0.5)
    paper.paragraph("– klagende Partei –", indent=80)
    paper.paragraph(f"bevollmächtigt: Rechtsanwältin {case.rng.choice(LAWYERS)}, Klageweg 3, 60000 Frankfurt am Main", indent=14)  # fmt: skip
    paper.paragraph("gegen", indent=4)
    paper.paragraph(f"{site.title}, vertreten durch den Magistrat – {site.office} –,", indent=14, after=0.5)
    paper.paragraph("– Beklagte –", indent=80)
    paper.paragraph("wegen Ausländerrechts")
    paper.paragraph(f"hat das {site.court} – 4. Kammer – durch Richter am VG {case.rng.choice(JUDGES)} als Einzelrichter aufgrund der mündlichen Verhandlung vom {german_long(case.issued)} für Recht erkannt:")  # fmt: skip
    paper.paragraph("1. Die Klage wird abgewiesen.", indent=8, after=1)
    paper.paragraph("2. Die Kosten des Verfahrens werden der klagenden Partei auferlegt.", indent=8, after=1)
    paper.paragraph("3. Das Urteil ist wegen der Kosten vorläufig vollstreckbar.", indent=8)
    paper.heading("TATBESTAND")
    paper.paragraph(f"Begehrt wird die Verlängerung einer Aufenthaltserlaubnis. Die Ehe mit {spouse(case).name} wurde im Jahr {case.earlier(900, 1500):%Y} geschlossen; die Lebensgemeinschaft endete nach Auffassung der Beklagten bereits vor Ablauf von drei Jahren. Den Antrag lehnte die Beklagte mit Bescheid vom {german(case.earlier(200, 500))} ab.")  # fmt: skip
    paper.paragraph("Die als Zeugen vernommenen Nachbarn konnten sich an gemeinsame Aufenthalte nicht erinnern. Wegen des weiteren Vorbringens wird auf die Akten verwiesen.")  # fmt: skip
    paper.heading("ENTSCHEIDUNGSGRÜNDE")
    paper.paragraph("Die Klage ist zulässig, aber unbegründet. Ein Anspruch nach § 31 Abs. 1 AufenthG besteht nicht; das Gericht ist nicht überzeugt, dass die Eheleute drei Jahre zusammengelebt haben. Eine besondere Härte ist nicht ersichtlich.")  # fmt: skip
    paper.heading("RECHTSMITTELBELEHRUNG")
    paper.paragraph("Innerhalb eines Monats nach Zustellung kann die Zulassung der Berufung beantragt werden.", size=10)  # fmt: skip
    ending(paper, case, case.rng.choice(JUDGES))
    return paper


@fresh("verwaltungsgericht", "NF")
def vg_eingangsverfuegung_eilantrag(case: Case) -> Paper:
    """The court's registry sends an application for interim relief and asks for files; short term."""
    paper = sheet_with_column(
        (case.site.court, "Geschäftsstelle der 6. Kammer", "Gerichtsplatz 1", case.site.city),
        at_office(case),
        (f"Az.: 6 L {case.rng.randint(100, 2900)}/{case.issued:%y}.{case.site.court_suffix}", f"Ihr Zeichen: {case.person.file_number}", f"Durchwahl: -{case.rng.randint(100, 999)}", f"Datum: {german(case.issued)}"),
        family="serif",
    )  # fmt: skip
    paper.paragraph("In dem Verwaltungsstreitverfahren", after=1)
    paper.paragraph(f"{case.name} ./. {case.site.title}", bold=True, indent=8)
    paper.paragraph("erhalten Sie die Abschrift des Antrags auf Anordnung der aufschiebenden Wirkung nebst Anlagen mit der Bitte um Stellungnahme binnen einer Woche (§ 80 Abs. 5 VwGO).")  # fmt: skip
    paper.paragraph("Zugleich wird um elektronische Übersendung der vollständigen, paginierten Verwaltungsvorgänge gebeten. Es wird davon ausgegangen, dass bis zur Entscheidung der Kammer von Maßnahmen abgesehen wird; andernfalls wird um sofortigen Anruf gebeten.")  # fmt: skip
    paper.paragraph("Die Übertragung auf den Einzelrichter ist beabsichtigt. Einwände sind binnen derselben Frist mitzuteilen.")  # fmt: skip
    paper.paragraph("Auf richterliche Anordnung", after=0)
    ending(paper, case, f"{case.rng.choice(STAFF)}, Urkundsbeamte/r der Geschäftsstelle")
    return paper
