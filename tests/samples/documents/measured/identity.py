"""Measured layouts of the sections Identität and Antrag."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.identity import bearer, visible, zone
from tests.samples.documents.letter import receipt_stamp, years_after
from tests.samples.documents.measured.heads import banner, measured, office_right, rows, typewritten
from tests.samples.mrz import td3
from tests.samples.names import INTERPRETERS, STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import Frame, Portrait


@measured("reisepass", "NBDM", colour=True)
def pass_dreisprachig(case: Case) -> Paper:
    """A data page in three languages, labels numbered, filling the sheet."""
    paper, person = Paper(), case.person
    paper.put(Frame(x=15, y=30, width=180, height=126, line=0.4, fill=(244, 246, 244)))
    paper.text(20, 40, "PASSPORT  PASSEPORT  PASAPORTE", size=13, bold=True)
    paper.put(Portrait(x=20, y=48, width=45, height=58))
    facts = (("(1) Surname / Nom / Apellidos", case.family.upper()), ("(2) Given names / Prénoms / Nombres", case.given.upper()),
             ("(3) Nationality / Nationalité / Nacionalidad", person.nationality), ("(4) Date of birth / Date de naissance", case.born.replace(".", " ")),
             ("(6) Place of birth / Lieu de naissance", person.birth_place.upper()), ("(7) Date of issue / Date de délivrance", german(case.issued).replace(".", " ")),
             ("(8) Date of expiry / Date d'expiration", german(years_after(case.issued, 10)).replace(".", " ")), ("(9) Passport No. / No du passeport", person.passport_number))  # fmt: skip
    for number, (label, value) in enumerate(facts):
        visible(paper, 72, 50 + number * 9.6, label, value, size=10)
    visible(paper, 160, 78.8, "(5) Sex / Sexe", person.sex, size=10)
    zone(
        paper,
        td3(bearer(case, "P", person.nationality, person.passport_number, expiry_years=10)),
        x=19,
        y=140,
        width=172,
    )
    return paper


@measured("nationaler_ausweis", "NB", colour=True)
def ausweis_uebersetzt(case: Case) -> Paper:
    """A sworn translator's rendering of an identity card, without any official heading of its own."""
    paper, person = Paper(points=11, family="serif"), case.person
    paper.line(f"Beglaubigte Übersetzung aus der {person.origin.adjective}en Sprache", size=10)
    paper.gap(6)
    paper.line(f"Republik {person.origin.country}", align="center")
    paper.line("Ministerium des Innern – Amt für Zivilstandswesen", align="center", size=10)
    paper.gap(2)
    paper.line("Kennkarte", size=15, bold=True, align="center")
    paper.gap(4)
    rows(paper, (("Vorderseite", "[Lichtbild]"), ("Name:", case.family), ("Rufname:", case.given), ("Name des Vaters:", "Musterus"), ("Geburtsdatum:", case.born), ("Geburtsort:", person.birth_place),
                 ("Landeskennnummer:", pattern("99999999999", case.rng)), ("Rückseite:", "Blutgruppe A positiv; Familienbuch-Nr. 0417"), ("Ausstellungstag:", german(case.issued)), ("Ablauf:", german(years_after(case.issued, 10)))))  # fmt: skip
    paper.paragraph(
        f"Für die Richtigkeit und Vollständigkeit der Übersetzung: {case.rng.choice(INTERPRETERS)}, allgemein beeidigt.",
        size=9.5,
    )
    return paper


@measured("identitaetsklaerung", "NBF", digital=True)
def vorlage_heimatpass(case: Case) -> Paper:
    paper = banner(
        case,
        f"{case.site.title}",
        (case.site.office, case.site.street, "Sachgebiet Rückkehr"),
        (("Zeichen", case.person.file_number), ("Ansprechperson", case.clerk)),
    )
    paper.paragraph(
        "Erfüllung der Passpflicht – Anordnung zur Vorsprache bei der Auslandsvertretung", bold=True
    )
    paper.paragraph(f"{case.listed}{case.born_phrase}")
    paper.paragraph(f"{case.salutation},")
    paper.paragraph(
        f"Sie sind nicht im Besitz eines gültigen Passes. Gemäß § 48 Abs. 3 Satz 1 AufenthG haben Sie an der Beschaffung eines Identitätspapiers mitzuwirken. Sie werden daher angewiesen, bis zum {german(case.later(30, 60))} beim Generalkonsulat Ihres Herkunftsstaates vorzusprechen und die Ausstellung eines Passes zu beantragen."
    )
    paper.paragraph(
        "Legen Sie die schriftliche Bestätigung über die Vorsprache sowie alle in Ihrem Besitz befindlichen Urkunden hier vor. Kommen Sie dem nicht nach, kann die Duldung mit dem Zusatz „für Personen mit ungeklärter Identität“ versehen werden."
    )
    paper.paragraph("Mit freundlichen Grüßen\n")
    paper.line(case.clerk)
    return paper


@measured("visumverfahren", "NBF")
def anfrage_botschaft(case: Case) -> Paper:
    paper = office_right(
        case,
        ("Botschaft", "der Bundesrepublik Deutschland", "Rechts- und Konsularabteilung", "Visastelle"),
        (case.site.title, case.site.office, case.site.street, f"{case.site.postcode} {case.site.city}"),
    )
    paper.line(
        f"RK-516-{case.rng.randint(1000, 9999)}/{case.issued:%y}   Ihr Az.: {case.person.file_number}", size=9
    )
    paper.gap(3)
    paper.paragraph(
        "Ehegattennachzug – Bitte um Zustimmung nach § 31 Abs. 1 Satz 1 Nr. 1 AufenthV", bold=True
    )
    paper.paragraph(
        f"Visumantragsteller/in: {case.listed}{case.born_phrase} in {case.person.birth_place}", after=4
    )
    paper.paragraph("Sehr geehrte Damen und Herren,")
    paper.paragraph(
        "die o. g. Person hat hier die Erteilung eines Visums zu einem Aufenthalt von mehr als drei Monaten beantragt. Die Antragsunterlagen liegen in Kopie bei. Um Stellungnahme zu Lebensunterhalt, Wohnraum und Bestehen der Ehe wird gebeten."
    )
    paper.paragraph(
        "Einfache Deutschkenntnisse wurden nachgewiesen. Gegen die Echtheit der vorgelegten Urkunden bestehen hier keine Zweifel."
    )
    paper.paragraph("Im Auftrag", after=0)
    paper.line(case.rng.choice(STAFF))
    receipt_stamp(paper, case, x=30, y=30)
    return paper


@measured("identitaetsklaerung", "NB")
def fingerabdruckblatt(case: Case) -> Paper:
    """An older police sheet in typewriter face."""
    paper = typewritten(
        case,
        ("Polizeipräsidium Musterhessen", "Kriminaldirektion – Zentraler Erkennungsdienst"),
        ("An die Aufnahmeeinrichtung", "- Aktenhaltung -"),
        reference=f"ED-Nr. {case.rng.randint(10000, 99999)}",
    )
    paper.line("P E R S O N A L B O G E N  (Ausländer)", bold=True)
    paper.gap(3)
    rows(paper, (("Name:", case.family), ("Vorname:", case.given), ("geb. am:", case.born), ("geb. in:", case.person.birth_place), ("Staatsangeh.:", case.person.origin.adjective), ("Größe / Statur:", "174 cm / schlank"), ("Haar / Augen:", "schwarz / braun"), ("Falschnamen:", "nicht bekannt")), column=45)  # fmt: skip
    paper.paragraph(
        "Zehnfingerabdrücke und dreiteiliges Lichtbild wurden gemäß § 16 AsylVfG aufgenommen und dem BKA übersandt."
    )
    paper.paragraph(f"Aufgenommen am {german_long(case.issued)}, {case.rng.choice(STAFF)}, KOK")
    return paper
