"""Measured layouts of leaving the country, freely or not."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, birth_text, german, german_long
from tests.samples.documents.letter import signature
from tests.samples.documents.measured.heads import measured, rows
from tests.samples.documents.measured.parts import abbreviated, block, short
from tests.samples.names import STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import Frame, Stroke


@measured("ausreise_vollzug", "NBF")
def antrag_sicherungshaft(case: Case) -> Paper:
    """To the district court as detention judge; the subject in the rubrum, the reasons long."""
    person = case.person
    paper = Paper(points=10.5, left=24)
    paper.running = f"Haftantrag {case.family}"
    paper.text(24, 18, case.site.title, size=12, bold=True)
    paper.text(24, 23, f"{case.site.office} · Team Rückführung · {case.site.street}", size=8)
    paper.put(Stroke(points=((24, 25.5), (190, 25.5)), width=0.3))
    block(
        paper,
        24,
        42,
        (f"Amtsgericht {case.site.city}", "– Bereitschaftsrichter –", "Per Fax vorab: 0000 / 000-99"),
    )
    block(paper, 135, 42, (f"Az.: {person.file_number}", f"Bearbeitung: {case.clerk}", f"{case.site.city}, {abbreviated(case.issued)}", "EILT – bitte sofort vorlegen!"), size=9)  # fmt: skip
    paper.y = 68
    paper.line("Antrag auf Anordnung der Freiheitsentziehung", size=13, bold=True)
    paper.line("zur Sicherung der Abschiebung (§ 62 Abs. 3, § 106 Abs. 2 AufenthG, § 417 FamFG)", size=9.5)
    paper.gap(4)
    rows(
        paper,
        (
            ("Betroffene Person", case.listed),
            ("geboren", f"{case.born} in {person.birth_place}" if case.born else person.birth_place),
            ("Staatsangehörigkeit", person.origin.adjective),
            ("Aufenthalt zurzeit", "Polizeigewahrsam, Polizeirevier Mitte"),
            ("Verfahrensbevollmächtigt", "niemand bekannt; Pflichtanwalt nach § 62d beantragt"),
        ),
        column=48,
    )
    paper.paragraph(
        f"Es wird beantragt, gegen die oben genannte Person Haft bis zum Ablauf des {german(case.later(20, 42))} anzuordnen und die sofortige Wirksamkeit des Beschlusses auszusprechen."
    )
    paper.line("I. Sachverhalt", bold=True)
    paper.paragraph(
        f"Die betroffene Person reiste am {german(case.earlier(900, 1400))} ein. Ihr Asylbegehren blieb erfolglos; der Bescheid ist seit dem {german(case.earlier(300, 600))} unanfechtbar. Eine Überstellung, die für den {german(case.earlier(20, 60))} vorgesehen war, scheiterte, weil sie nicht in der Unterkunft angetroffen wurde. Heute wurde sie bei einer Verkehrskontrolle festgenommen."
    )
    paper.line("II. Haftgründe", bold=True)
    paper.paragraph(
        "Es besteht Fluchtgefahr. Der Aufenthaltsort wurde gewechselt, ohne eine Anschrift zu hinterlassen, obwohl auf diese Pflicht hingewiesen worden war. In der Befragung wurde erklärt, keinesfalls freiwillig zurückzukehren."
    )
    paper.line("III. Erforderliche Dauer", bold=True)
    paper.paragraph(
        f"Ein Reisedokument liegt vor. Der nächste begleitete Sammelflug ist für den {german(case.later(15, 19))} angemeldet. Mildere Mittel wie eine Meldeauflage versprechen keinen Erfolg. Die Staatsanwaltschaft hat ihr Einvernehmen erteilt."
    )
    paper.paragraph("Eine Vorführung kann jederzeit erfolgen. Ein Dolmetscher ist bestellt.")
    paper.room(20)
    signature(paper, case.rng)
    paper.line(f"{case.clerk}, Verwaltungsfachwirt/in")
    return paper


@measured("ausreise_vollzug", "NBF")
def ausreisenachweis_grenze(case: Case) -> Paper:
    """A form handed over with the deadline, to be stamped at the border and sent back; two languages."""
    person = case.person
    paper = Paper(points=9.5, left=20, right=20, top=16)
    paper.put(Frame(x=16, y=12, width=178, height=205, line=0.5))
    paper.line("Freie und Hansestadt Musterburg · Amt für Migration", size=10, bold=True)
    paper.line(f"im Auftrag für: {case.site.title}, Akte {person.file_number}", size=8.5)
    paper.gap(4)
    paper.line("Grenzübertrittsbescheinigung (GÜB)", size=16, bold=True)
    paper.line("Border Crossing Certificate – no travel document / kein Passersatz", size=9)
    paper.gap(3)
    paper.boxes(("Name / surname", case.family, 1), ("Vorname / first name", case.given, 1), family="wide")
    paper.boxes(("geb. am / date of birth", case.born, 1), ("geb. in / place of birth", person.birth_place, 1), ("Staatsang. / nationality", person.origin.adjective, 1))  # fmt: skip
    paper.boxes(("Ausreisefrist / to leave Germany until", german(case.later(14, 35)), 1), ("ausgestellt am / issued on", german(case.issued), 1), ("durch / by", case.clerk, 1))  # fmt: skip
    paper.gap(4)
    paper.paragraph(
        "Sie sind verpflichtet, das Bundesgebiet bis zum genannten Tag zu verlassen. Geben Sie dieses Blatt bei der Ausreise der Grenzbehörde. Verlassen Sie den Schengen-Raum über einen anderen Staat, geben Sie es bei der deutschen Auslandsvertretung ab.",
        size=9,
    )
    paper.paragraph(
        "You must hand in this paper when you cross the border. If it does not come back to us, you may be put on the wanted list.",
        size=9,
    )
    paper.rule()
    paper.line("Von der Grenzbehörde auszufüllen / for border police only", bold=True)
    out = case.later(5, 13)
    rows(paper, (("ausgereist am", german(out)), ("über", "Flughafen Frankfurt am Main, Terminal 1"), ("Ziel", person.origin.country), ("vorgelegtes Dokument", "Nationalpass")), column=45)  # fmt: skip
    paper.stamp(118, 152, "BUNDESPOLIZEI", f"{short(out)}  08", "FRANKFURT/MAIN – A", angle=case.rng.uniform(-9, 9), size=9)  # fmt: skip
    paper.y = 200
    paper.line("Rücksendung an die ausstellende Behörde mit Dienststempel", size=8)
    return paper


@measured("ausreise_vollzug", "NB")
def vollzugsmeldung_flughafen(case: Case) -> Paper:
    """The border police's report of a removal, ticks and times in a plain grid."""
    person = case.person
    paper = Paper(points=9.5, family="mono", left=18, right=15, top=15)
    paper.line("Bundespolizeidirektion Flughafen Musterhafen", bold=True)
    paper.line("Bundespolizeiinspektion III - Rückführung")
    paper.line(
        f"Tgb.-Nr. RF {case.rng.randint(100, 9999)}/{case.issued:%y}      Stand: {german(case.issued)}"
    )
    paper.rule(before=3, after=4)
    paper.line("RÜCKMELDUNG ZUR RÜCKFÜHRUNGSMASSNAHME", size=12, bold=True)
    paper.gap(3)
    paper.table(
        ("Pos", "Angabe", "Inhalt"),
        [
            ("01", "Familienname", case.family),
            ("02", "Vornamen", case.given),
            ("03", "Geburtsdatum", case.born),
            ("04", "Staatsangehörigkeit", person.origin.adjective),
            ("05", "Ersuchende Stelle", "Zentralstelle Rückkehr Musterpfalz"),
            ("06", "Zuführung durch", "Landespolizei, 2 Beamte"),
            ("07", "Flug", f"XX {case.rng.randint(100, 999)} nach {person.origin.country}"),
            (
                "08",
                "Abflug",
                f"{german(case.issued)}, {case.rng.randint(7, 20):02d}:{case.rng.randint(10, 59)} Uhr",
            ),
            ("09", "Begleitung", case.pick("unbegleitet", "3 PVB BPOL, 1 Arzt")),
            ("10", "Reisedokument", f"Laissez-passer vom {german(case.earlier(8, 30))}"),
            ("11", "Handgeld", "50,00 EUR"),
        ],
        (1, 4, 9),
        size=9,
    )
    paper.line("Verlauf:", bold=True)
    paper.ticks(("Maßnahme durchgeführt", True), ("abgebrochen", False), ("storniert", False))
    paper.ticks(("Übergabe an Zielbehörden erfolgt", True), ("Widerstand", False))
    paper.gap(3)
    paper.paragraph(
        "Die rückzuführende Person verhielt sich ruhig. Gepäck 1 Koffer. Ein mitgeführtes Mobiltelefon wurde ausgehändigt. Die Abschiebung ist damit vollzogen; um Löschung der Festnahmeausschreibung wird gebeten."
    )
    paper.line("Verteiler: ersuchende Stelle, AZR-Meldung veranlasst")
    paper.gap(4)
    paper.line(f"gez. {case.rng.choice(STAFF)}, PHM")
    return paper


@measured("ausreise_vollzug", "NB", two_persons=True)
def rueckkehrhilfe_antrag(case: Case) -> Paper:
    """An application for travel and start-up help by a couple, each in a column of equal rank."""
    other, person = case.other, case.person
    second = (
        (other.family_name, other.given_names, birth_text(other.birth_date)) if other else ("–", "–", "–")
    )
    paper = Paper(points=9.5)
    paper.line("Rückkehrberatung der Musterdiakonie Beispielhausen e. V.", size=10)
    paper.gap(2)
    paper.line("Antrag auf Förderung der freiwilligen Rückkehr", size=15, bold=True)
    paper.line("Bund-Länder-Programm REAG/GARP – Reisekosten, Reisebeihilfe, Startgeld", size=9.5)
    paper.gap(4)
    paper.table(
        ("", "1. Person", "2. Person"),
        [
            ("Familienname", case.family, second[0]),
            ("Vorname", case.given, second[1]),
            ("Geburtsdatum", case.born, second[2]),
            ("Status", "vollziehbar ausreisepflichtig", "dito" if other else "–"),
        ],
        (3, 5, 5),
        size=9.5,
    )
    rows(paper, (("Zielflughafen", person.birth_place), ("gewünschter Reisetag", german(case.later(25, 60))), ("Gepäck", f"{case.rng.randint(1, 4)} Stück à 23 kg"), ("Reisepass vorhanden", "ja, bei der Ausländerbehörde hinterlegt"), ("Buchungscode", pattern("LL99L9", case.rng))))  # fmt: skip
    paper.paragraph(
        "Ich nehme zur Kenntnis, dass die Unterstützung zurückzuzahlen ist, wenn ich nicht nur vorübergehend wieder nach Deutschland einreise. Noch anhängige Rechtsmittel nehme ich mit der Abreise zurück. Auf die Möglichkeit der Wiedereingliederungshilfe wurde ich hingewiesen."
    )
    paper.gap(8)
    paper.line(f"Beispielhausen, den {german_long(case.issued)}")
    signature(paper, case.rng)
    paper.line("Unterschrift(en) der Rückkehrenden", size=8)
    paper.gap(5)
    paper.line(f"Beraten durch: {case.rng.choice(STAFF)}", size=9)
    return paper
