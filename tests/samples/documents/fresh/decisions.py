"""Layouts of this round: what the immigration authority certifies and refuses."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.fresh.heads import ending, fresh, sheet_centred, sheet_with_column
from tests.samples.documents.identity import visible
from tests.samples.documents.letter import remedies, signature
from tests.samples.documents.measured.parts import abbreviated, block
from tests.samples.names import STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import Frame, Portrait


@fresh("fiktionsbescheinigung", "NBFA")
def fiktion_trifold_kopie(case: Case) -> Paper:
    """The leaf folded to six sides: serial number and personal facts, legal effect, term and seal."""
    person = case.person
    paper = Paper(points=9, left=20, right=20)
    for top in (20, 100, 180):
        paper.put(Frame(x=35, y=top, width=140, height=80, line=0.3, fill=(240, 246, 238)))
    block(paper, 105, 32, ("BUNDESREPUBLIK DEUTSCHLAND", "FIKTIONSBESCHEINIGUNG"), size=11, step=7, bold=2, align="center")  # fmt: skip
    paper.text(105, 50, f"S {pattern('99999999', case.rng)}", size=12, family="mono", align="center")
    block(paper, 40, 62, ("Diese Bescheinigung ist kein Ausweis. Sie gilt nur in Verbindung mit dem", f"Pass Nr. {pattern('999999', case.rng)} und dem bisherigen Aufenthaltstitel."), size=9)  # fmt: skip
    paper.put(Portrait(x=40, y=106, width=32, height=42))
    facts = (
        ("Familienname", case.family.upper()),
        ("Vornamen", case.given.upper()),
        ("Geburtsdatum", case.born),
        ("Staatsangehörigkeit", person.origin.adjective),
        ("AZR-Nummer", person.azr_number),
        ("Behörde, Aktenzeichen", person.file_number),
    )
    for number, (label, value) in enumerate(facts):
        visible(paper, 80, 107 + number * 11, label, value, size=10)
    block(paper, 40, 190, ("Der Aufenthaltstitel gilt bis zur Entscheidung als fortbestehend", "(§ 81 Abs. 4 AufenthG). Erwerbstätigkeit: wie bisher gestattet."), size=9.5)  # fmt: skip
    visible(paper, 40, 206, "Ausgestellt am", german(case.issued), size=10)
    visible(paper, 80, 206, "Gültig bis", german(case.later(150, 182)), size=10)
    visible(paper, 120, 206, "Verlängert bis", "–", size=10)
    visible(paper, 40, 220, "Ausstellende Behörde", f"{case.site.title}, {case.site.office}"[:56], size=9)
    paper.y = 230
    signature(paper, case.rng, x=42)
    paper.text(42, 250, f"Im Auftrag {case.clerk}", size=9)
    paper.stamp(130, 228, case.site.city, "Siegel 12", angle=case.rng.uniform(-12, 12), size=9)
    return paper


@fresh("bescheid_auslaenderbehoerde", "NBF", digital=True)
def ablehnung_verlaengerung_studium(case: Case) -> Paper:
    """A city refuses to prolong a permit for studies and threatens; the signature is on page two."""
    site, person = case.site, case.person
    paper = sheet_with_column(
        (site.title, f"Ordnungsamt – {site.office}", "Team Studierende und Erwerb", site.street, site.city),
        ("Gegen Postzustellungsurkunde", *case.address),
        (f"Aktenzeichen: {person.file_number}", f"Sachbearbeitung: {case.clerk}", "Zimmer: 2.17", f"Datum: {german(case.issued)}"),
        family="serif",
    )  # fmt: skip
    paper.running = f"{person.file_number}"
    paper.paragraph("Aufenthaltsrecht; Ablehnung des Antrags auf Verlängerung der Aufenthaltserlaubnis zu Studienzwecken", bold=True, after=1)  # fmt: skip
    paper.paragraph(f"hier: {case.listed}{case.born_phrase}, Staatsangehörigkeit: {person.origin.adjective}", after=4)  # fmt: skip
    paper.paragraph(f"{case.salutation},")
    paper.paragraph("es ergeht folgender")
    paper.line("Bescheid", bold=True, size=13, align="center")
    paper.gap(3)
    for text in (
        f"1. Ihr Antrag vom {german(case.earlier(60, 200))} auf Verlängerung der Aufenthaltserlaubnis nach § 16b AufenthG wird abgelehnt.",
        "2. Sie werden aufgefordert, das Bundesgebiet innerhalb von 30 Tagen nach Bekanntgabe zu verlassen.",
        f"3. Für den Fall, dass Sie nicht fristgerecht ausreisen, wird Ihnen die Abschiebung nach {person.origin.country} angedroht.",
        "4. Für diesen Bescheid wird eine Gebühr von 70,00 EUR festgesetzt.",
    ):
        paper.paragraph(text, indent=5, after=1)
    paper.heading("Begründung")
    paper.paragraph(f"Sie sind am {german(case.earlier(2000, 2700))} zum Studium eingereist und haben das Fach zweimal gewechselt. Nach der Auskunft der Hochschule vom {german(case.earlier(20, 50))} fehlen Ihnen wesentliche Leistungen. Der ordnungsgemäße Abschluss in angemessener Zeit ist nicht mehr zu erwarten.")  # fmt: skip
    paper.paragraph("Sie hatten Gelegenheit, sich zu äußern (§ 28 HVwVfG). Ihre Ausführungen zu einer Erkrankung im vorletzten Semester sind gewürdigt worden, rechtfertigen aber keine andere Entscheidung. Das öffentliche Interesse an der Einhaltung des Aufenthaltszwecks überwiegt.")  # fmt: skip
    paper.paragraph("Die Androhung beruht auf § 59 AufenthG. Gründe, die einer Rückkehr entgegenstehen, sind weder vorgetragen noch ersichtlich. Die Höhe der Gebühr folgt aus der Aufenthaltsverordnung.")  # fmt: skip
    remedies(paper, case)
    paper.line("Im Auftrag")
    ending(paper, case, case.clerk)
    return paper


@fresh("bescheid_auslaenderbehoerde", "NF", digital=True)
def versagung_reiseausweis(case: Case) -> Paper:
    """A short refusal of a travel document, without the birth date, centred head, costs at the end."""
    site, person = case.site, case.person
    paper = sheet_centred(
        (site.title, site.office, f"{site.street}, {site.postcode} {site.city}"),
        case.address,
        f"Unser Zeichen {person.file_number}     {site.city}, {german_long(case.issued)}",
    )
    paper.paragraph(f"Ihr Antrag auf Ausstellung eines Reiseausweises für Ausländer vom {abbreviated(case.earlier(50, 160))}", bold=True, after=4)  # fmt: skip
    paper.paragraph(f"{case.salutation},")
    paper.paragraph("den oben bezeichneten Antrag lehne ich ab. Die Kosten des Verfahrens tragen Sie.")
    paper.paragraph("Ein Reiseausweis kann nur ausgestellt werden, wenn ein Pass nicht auf zumutbare Weise zu erlangen ist (§ 5 Abs. 1 AufenthV). Dass die Vertretung Ihres Herkunftsstaates eine Gebühr und eine persönliche Vorsprache verlangt, macht die Beschaffung nicht unzumutbar. Eine Erklärung, die Ihnen aus Gewissensgründen nicht abverlangt werden darf, ist nach hiesiger Kenntnis nicht erforderlich.")  # fmt: skip
    paper.paragraph("Von einer Anhörung konnte abgesehen werden, weil von Ihren Angaben nicht zu Ihren Ungunsten abgewichen wird.")  # fmt: skip
    remedies(paper, case)
    paper.line("Hochachtungsvoll")
    paper.line("Im Auftrag")
    ending(paper, case, case.clerk.split()[-1])
    return paper


@fresh("duldung", "NBFA")
def duldung_klappblatt(case: Case) -> Paper:
    """The paper with the red stripe, unfolded: facts, photograph, seal, conditions and prolongation."""
    person = case.person
    paper = Paper(points=9, left=20, right=20)
    paper.put(Frame(x=25, y=22, width=160, height=112, line=0.3, fill=(248, 243, 240)))
    paper.put(Frame(x=25, y=138, width=160, height=112, line=0.3, fill=(248, 243, 240)))
    block(paper, 105, 31, ("Bundesrepublik Deutschland", "Aussetzung der Abschiebung", "(Duldung)"), size=12, step=6, bold=2, align="center")  # fmt: skip
    paper.text(180, 31, f"R {pattern('9999999', case.rng)}", size=9, family="mono", align="right")
    paper.put(Portrait(x=30, y=52, width=34, height=44))
    facts = (
        ("Name", case.family),
        ("Vornamen", case.given),
        ("Geburtsdatum / Geburtsort", " / ".join(filter(None, (case.born, person.birth_place)))),
        ("Staatsangehörigkeit", f"{person.origin.adjective} (ungeklärt)"),
        ("Wohnort", f"{case.site.city}, {person.street}"),
        ("AZR-Nummer", person.azr_number),
        ("Aktenzeichen", person.file_number),
    )
    for number, (label, value) in enumerate(facts):
        visible(paper, 72, 54 + number * 10.6, label, value, size=10)
    block(paper, 30, 147, ("Kein Aufenthaltstitel! Der Inhaber ist ausreisepflichtig!",), size=11, bold=1)
    block(paper, 30, 157, ("Nebenbestimmungen:", "Der Aufenthalt ist auf das Land Hessen beschränkt.", "Erwerbstätigkeit nur mit Genehmigung der Ausländerbehörde.", "Wohnsitznahme nur in der zugewiesenen Unterkunft.", "Die Duldung erlischt, sobald der Abschiebungstermin bekannt gegeben wird."), size=9.5, step=5.2)  # fmt: skip
    visible(paper, 30, 192, "ausgestellt am", german(case.issued), size=10)
    visible(paper, 80, 192, "gültig bis", german(case.later(80, 182)), size=10)
    visible(paper, 130, 192, "verlängert bis", "", size=10)
    block(paper, 30, 212, (case.site.title, case.site.office), size=9)
    paper.y = 222
    signature(paper, case.rng, x=32)
    paper.text(32, 240, f"Im Auftrag {case.clerk}", size=9)
    paper.stamp(130, 212, case.site.city, "Dienstsiegel 4", angle=case.rng.uniform(-10, 10), size=9)
    return paper


@fresh("duldung", "NBA")
def duldung_regierungspraesidium(case: Case) -> Paper:
    """Issued by the central office for a resident of a reception centre: a plain sheet with a table."""
    person = case.person
    paper = Paper(points=10, left=24, right=22)
    block(paper, 24, 20, ("Regierungspräsidium Gießen", "Dezernat 23 – Zentrale Ausländerbehörde", "Beispielallee 18, 35000 Gießen"), size=10, bold=1)  # fmt: skip
    paper.text(188, 20, f"Nr. {pattern('L 99999999', case.rng)}", size=10, family="mono", align="right")
    paper.y = 42
    paper.line("Bescheinigung über die Aussetzung der Abschiebung (Duldung)", size=14, bold=True)
    paper.line("§ 60a Abs. 4 des Aufenthaltsgesetzes", size=9.5)
    paper.gap(4)
    paper.table(
        ("Angaben zur Person", ""),
        [
            ("Familienname", case.family),
            ("Vornamen", case.given),
            ("geboren am", case.born),
            ("geboren in", person.birth_place),
            ("Staatsangehörigkeit", person.origin.adjective),
            ("AZR-Nr.", person.azr_number),
            ("BAMF-Az.", person.bamf_number),
        ],
        (2, 5),
        size=10,
    )
    paper.paragraph(f"Die Abschiebung der genannten Person ist bis zum {german(case.later(28, 92))} ausgesetzt. Gründe: fehlende Reisedokumente.")  # fmt: skip
    paper.paragraph("Der Aufenthalt ist räumlich auf den Landkreis der Aufnahmeeinrichtung beschränkt. Eine Erwerbstätigkeit ist nicht gestattet. Die Bescheinigung genügt nicht der Passpflicht.")  # fmt: skip
    paper.line(f"Gießen, {german_long(case.issued)}")
    paper.line("Im Auftrag")
    ending(paper, case, case.rng.choice(STAFF))
    paper.stamp(
        130, paper.y - 26, "Regierungspräsidium", "Gießen 23/5", angle=case.rng.uniform(-9, 9), size=9
    )
    return paper


@fresh("fiktionsbescheinigung", "NBF", digital=True)
def fiktion_vorlaeufig_online(case: Case) -> Paper:
    """Sent as a file after an application over the internet: a provisional certificate in a letter."""
    site, person = case.site, case.person
    paper = sheet_with_column(
        (site.title, site.office, "Digitale Antragsstelle", site.street, site.city),
        case.address,
        (
            f"Aktenzeichen: {person.file_number}",
            f"Vorgangsnummer: {pattern('HE-99999999', case.rng)}",
            f"Datum: {german(case.issued)}",
        ),
    )
    paper.paragraph("Vorläufige Fiktionsbescheinigung (§ 81 Abs. 5 AufenthG)", bold=True, after=4)
    paper.paragraph(f"{case.salutation},")
    paper.paragraph(
        f"Ihr Antrag auf Verlängerung ist am {german(case.earlier(1, 6))} vollständig eingegangen. Er wurde gestellt, bevor Ihr Titel ablief."
    )
    for label, value in (
        ("Name", case.name),
        ("Geburtsdatum", case.born),
        ("Staatsangehörigkeit", person.origin.adjective),
        ("Bisheriger Titel", "Aufenthaltserlaubnis § 16b Abs. 1"),
    ):
        if value:
            paper.field(label, value, column=45)
    paper.gap(2)
    paper.paragraph(
        "Bis zur Entscheidung besteht der Titel mit allen Nebenbestimmungen fort. Arbeitgeber und Leistungsstellen können sich auf diese Bescheinigung verlassen."
    )
    paper.paragraph(
        f"Sie verliert ihre Gültigkeit am {german(case.later(85, 95))}. Für Reisen ins Ausland ist das Dokument auf amtlichem Vordruck erforderlich."
    )
    paper.paragraph("Diese Mitteilung wurde automatisch erstellt und nicht unterschrieben.", size=9)
    return paper
