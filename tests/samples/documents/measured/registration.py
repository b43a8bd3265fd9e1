"""Measured layouts of papers of and for the residents' registration offices."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.letter import place_and_date, signature
from tests.samples.documents.measured.heads import measured, rows
from tests.samples.documents.measured.parts import abbreviated, block, child, short, spouse
from tests.samples.names import LANDLORDS, STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import GREY, Frame, Stroke


@measured("meldebescheinigung", "NB")
def abmeldebestaetigung_ausland(case: Case) -> Paper:
    """Confirms that somebody has left for abroad; half a sheet, the old and the new address in boxes."""
    person = case.person
    paper = Paper(size=(210.0, 148.0), points=9.5, left=18, right=18, top=12, bottom=12)
    paper.line("Gemeinde Beispielstetten · Bürgerservice", size=11, bold=True)
    paper.line("Rathausplatz 1, 88000 Beispielstetten (Baden-Württemberg)", size=8)
    paper.gap(4)
    paper.line("Amtliche Abmeldebestätigung", size=15, bold=True)
    paper.line("(§ 24 Abs. 2 des Bundesmeldegesetzes)", size=8.5)
    paper.gap(3)
    paper.boxes(("Familienname, ggf. Doktorgrad", case.family, 1), ("Vornamen", case.given, 1), family="wide")
    paper.boxes(("Geburtsdatum, Geburtsort", " ".join(filter(None, (case.born, person.birth_place))), 2), ("Staatsangehörigkeit", person.origin.adjective, 1))  # fmt: skip
    paper.boxes(("Bisherige Wohnung (alleinige)", f"{person.street}, Beispielstetten", 3), ("Auszug am", german(case.earlier(1, 12)), 1))  # fmt: skip
    paper.boxes(("Künftige Wohnung", f"{person.birth_place}, {person.origin.country}", 3), ("Wegzug ins", "Ausland", 1))  # fmt: skip
    paper.gap(4)
    paper.line(f"Tag der Abmeldung: {german(case.issued)}", bold=True)
    paper.line("Diese Bestätigung wird gebührenfrei erteilt. Sie wurde maschinell erstellt und trägt keine Unterschrift.", size=8)  # fmt: skip
    paper.gap(2)
    paper.line(f"Sachbearbeitung: {case.rng.choice(STAFF)}, Platz {case.rng.randint(1, 9)}", size=8)
    return paper


@measured("meldebescheinigung", "NB")
def erweiterte_bescheinigung_familie(case: Case) -> Paper:
    """A certificate with all that is stored, kin included, for presentation at another office."""
    person, partner, kid = case.person, spouse(case), child(case)
    paper = Paper(points=10, left=25)
    block(paper, 25, 20, ("Landeshauptstadt Musterstadt", "Kreisverwaltungsreferat", "Hauptabteilung II – Bürgerangelegenheiten"), size=9.5, bold=1)  # fmt: skip
    block(paper, 135, 20, (f"Datum: {abbreviated(case.issued)}", f"Ordnungsmerkmal: {pattern('999999999999', case.rng)}", "Gebühr: 5,00 EUR"), size=8.5, step=4.2)  # fmt: skip
    paper.y = 44
    paper.line("Erweiterte Meldebescheinigung", size=16, bold=True)
    paper.line("zur Vorlage bei: Ausländerbehörde", size=9.5)
    paper.gap(4)
    paper.paragraph(
        "Nach den im Melderegister gespeicherten Daten (§ 18 Abs. 2 BMG) wird Folgendes bescheinigt:"
    )
    rows(
        paper,
        (
            ("Familienname", case.family),
            ("Frühere Namen", person.birth_name),
            ("Vorname(n)", case.given),
            ("Geburtsdatum", case.born),
            ("Geburtsort", f"{person.birth_place}, {person.origin.country}"),
            ("Staatsangehörigkeit", person.origin.adjective),
            ("Familienstand", "verheiratet"),
            ("Anschrift", f"{person.street}, {case.site.postcode} {case.site.city}"),
            ("Einzug", german(case.earlier(200, 1500))),
            ("Status der Wohnung", "Hauptwohnung"),
            ("Zuzug aus", person.birth_place),
        ),
        column=55,
    )
    paper.line("Ehegatte / Lebenspartner", bold=True)
    paper.line(f"{partner.listed}, {german(partner.born)}, gleiche Anschrift")
    paper.gap(2)
    paper.line("Minderjährige Kinder", bold=True)
    paper.line(f"{kid.listed}, {german(kid.born)}, gleiche Anschrift")
    paper.gap(2)
    paper.line("Gesetzliche Vertreter: keine      Übermittlungssperren: keine", size=9)
    paper.gap(10)
    paper.line(f"I. A. {case.rng.choice(STAFF)}")
    signature(paper, case.rng)
    paper.stamp(130, paper.y - 24, "Landeshauptstadt", "Musterstadt", angle=case.rng.uniform(-9, 9), size=9)
    return paper


@measured("meldebescheinigung", "NB")
def anmeldung_meldeschein(case: Case) -> Paper:
    """The registration form filled in by the newcomer: two dwellings side by side, two persons below."""
    person, partner = case.person, spouse(case)
    paper = Paper(points=9, left=15, right=15, top=12)
    paper.text(195, 15, "Tagesstempel der Meldebehörde", size=6.5, align="right", ink=GREY)
    paper.stamp(150, 18, "Meldeamt Musterwalde", german(case.issued), angle=case.rng.uniform(-4, 4), size=9)
    paper.line("Anmeldung bei der Meldebehörde", size=15, bold=True)
    paper.line("Freistaat Mustersachsen – Vordruck M 1", size=8)
    paper.gap(14)
    paper.boxes(("Neue Wohnung – Tag des Einzugs", german(case.earlier(3, 13)), 1), ("Bisherige Wohnung – Tag des Auszugs", german(case.earlier(14, 20)), 1))  # fmt: skip
    paper.boxes(("Straße, Hausnummer", person.street, 1), ("Straße, Hausnummer", "Vorlagenweg 2", 1))
    paper.boxes(("PLZ, Gemeinde", f"{case.site.postcode} {case.site.city}", 1), ("PLZ, Gemeinde, Land", "01000 Musterwalde", 1))  # fmt: skip
    paper.boxes(("Die neue Wohnung ist", "alleinige Wohnung", 1), ("Wird die bisherige Wohnung beibehalten?", "nein", 1))  # fmt: skip
    paper.gap(4)
    paper.line("Die Anmeldung bezieht sich auf folgende Personen", bold=True)
    paper.gap(1)
    paper.table(
        ("", "Person 1", "Person 2"),
        [
            ("Familienname", case.family, partner.family),
            ("Vornamen", case.given, partner.given),
            ("Geburtsname", person.birth_name or "–", "–"),
            ("Geburtstag", case.born, german(partner.born)),
            ("Geburtsort", person.birth_place, "Prüfingen"),
            ("Geschlecht", person.sex, "M" if person.sex == "F" else "W"),
            ("Familienstand", "verh.", "verh."),
            ("Staatsangehörigkeit", person.origin.adjective, "deutsch"),
        ],
        (3, 5, 5),
        size=9,
    )
    paper.boxes(("Wohnungsgeber", case.rng.choice(LANDLORDS), 1), ("Bestätigung des Wohnungsgebers", "liegt vor", 1))  # fmt: skip
    paper.gap(12)
    paper.line("Datum, Unterschrift eines Meldepflichtigen", size=7)
    paper.y -= 15
    paper.line(f"{german(case.issued)}")
    paper.y -= 5
    signature(paper, case.rng, x=50)
    paper.put(Frame(x=15, y=250, width=180, height=16))
    block(paper, 17, 255, ("Vermerke der Behörde: Ausweis vorgelegt. Rückmeldung an Wegzugsgemeinde am", short(case.later(1, 4))), size=8, step=4.5)  # fmt: skip
    return paper


@measured("meldebescheinigung", "NB", digital=True)
def melderegisterauskunft_behoerde(case: Case) -> Paper:
    """A register extract sent on request to another authority, in the shape of a letter."""
    person = case.person
    paper = Paper(points=11, family="serif", left=26)
    block(paper, 105, 20, ("Verbandsgemeindeverwaltung Probenheim", "Einwohnermeldewesen – Marktstraße 5 – 55200 Probenheim"), size=11, bold=1, align="center")  # fmt: skip
    block(paper, 26, 46, (case.site.title, case.site.office, case.site.street, f"{case.site.postcode} {case.site.city}"))  # fmt: skip
    paper.y = 74
    paper.line(f"Probenheim, den {german_long(case.issued)}", align="right")
    paper.gap(4)
    paper.paragraph(f"Ihre Anfrage vom {german(case.earlier(4, 20))}", after=1)
    paper.paragraph("Auskunft aus dem Melderegister gemäß § 34 BMG", bold=True, after=4)
    paper.paragraph("Guten Tag,")
    born = f", geboren am {case.born}" if case.born else ""
    paper.paragraph(
        f"{case.name}{born}, ist hier seit dem {german(case.earlier(100, 900))} mit Hauptwohnung {person.street} gemeldet. Zuvor bestand eine Meldung in Beispielstetten. Ein Wegzug ist nicht vermerkt."
    )
    paper.paragraph(
        "Weitere Personen gleichen Namens sind nicht gespeichert. Ein Auskunftssperrvermerk liegt nicht vor."
    )
    paper.gap(4)
    paper.line("Im Auftrag")
    signature(paper, case.rng)
    paper.line(case.rng.choice(STAFF))
    return paper


@measured("wohnraumnachweis", "N")
def wohnungsgeber_formular(case: Case) -> Paper:
    """The landlord's confirmation of moving in, filled in by hand on the town's form."""
    paper = Paper(points=10.5, left=22, right=20, top=16)
    paper.line("Bestätigung des Wohnungsgebers", size=15, bold=True)
    paper.line("zur Vorlage bei der Meldebehörde (§ 19 Abs. 3 BMG)", size=9)
    paper.gap(4)
    paper.ticks(("Einzug", True), ("Auszug", False))
    paper.gap(2)
    paper.boxes(("Datum des Einzugs", german(case.earlier(1, 14)), 1), ("Anschrift der Wohnung", f"{case.person.street}, {case.site.city}, 2. OG rechts", 3))  # fmt: skip
    paper.boxes(("In die Wohnung sind folgende Personen eingezogen", case.name, 1), family="wide")
    paper.boxes(("weitere Personen", f"{spouse(case).name}; {child(case).name}", 1))
    paper.gap(3)
    paper.boxes(("Wohnungsgeber", "Heinz Hauswirt, Vorlagenweg 12", 1), ("Eigentümer (falls abweichend)", "Gemeinwohl Wohnbau eG", 1))  # fmt: skip
    paper.gap(3)
    paper.paragraph(
        "Ich bestätige die Richtigkeit. Mir ist bekannt, dass es verboten ist, eine Wohnanschrift anzubieten, wenn ein tatsächlicher Bezug nicht stattfindet.",
        size=9,
    )
    paper.gap(4)
    paper.line(f"{case.site.city}, {german(case.issued)}")
    signature(paper, case.rng, x=110)
    paper.put(Stroke(points=((22, paper.y), (190, paper.y)), width=0.1, ink=GREY))
    return paper


@measured("wohnraumnachweis", "NB")
def mietvertrag_einheitsformular(case: Case) -> Paper:
    """A printed form of several pages with gaps that were filled; signatures of three at the end."""
    partner = spouse(case)
    paper = Paper(points=10, family="serif", left=24, right=22)
    paper.running = "Wohnungs-Einheitsmietvertrag"
    paper.line("Wohnungs-Einheitsmietvertrag", size=16, bold=True, align="center")
    paper.gap(5)
    paper.paragraph(f"Zwischen {case.rng.choice(LANDLORDS)}, als Vermieter, und", after=1)
    paper.paragraph(f"{case.name}{case.born_phrase}, sowie {partner.name}, geb. {german(partner.born)}, als Mieter, wird geschlossen:")  # fmt: skip
    for head, text in (
        ("§ 1 Mieträume", f"Im Hause {case.person.street}, {case.site.city}, 3. Stock links, werden vermietet: {case.rng.randint(2, 4)} Zimmer, Küche, Bad/WC, Keller Nr. 7. Die Wohnfläche beträgt {case.rng.randint(44, 92)} m²."),
        ("§ 2 Mietzeit", f"Das Mietverhältnis beginnt am {german(case.later(10, 45))} und läuft auf unbestimmte Zeit. Ein Kündigungsverzicht von zwei Jahren wird vereinbart."),
        ("§ 3 Miete", f"Die Miete beträgt monatlich {case.rng.randint(430, 880)},00 € zuzüglich Vorauszahlung auf Betriebskosten von {case.rng.randint(110, 240)},00 €."),
        ("§ 4 Sicherheit", "Die Mieter leisten eine Barkaution von drei Monatsmieten in drei Raten."),
        ("§ 5 Schönheitsreparaturen", "Die laufenden Arbeiten trägt, wer die Abnutzung verursacht hat; starre Fristen gelten nicht."),
        ("§ 6 Tierhaltung", "Kleintiere sind gestattet. Für Hunde bedarf es der Einwilligung."),
        ("§ 7 Personenmehrheit", "Mehrere Mieter haften als Gesamtschuldner. Willenserklärungen können gegenüber einem von ihnen abgegeben werden."),
        ("§ 8 Hausordnung", "Treppe und Flur werden wöchentlich im Wechsel gereinigt. Zwischen 22 und 6 Uhr ist Ruhe zu halten."),
    ):  # fmt: skip
        paper.heading(head, size=10.5)
        paper.paragraph(text)
    paper.new_page()
    paper.paragraph("Die Mieter bestätigen, einen Hausschlüssel und zwei Wohnungsschlüssel erhalten zu haben. Nebenabreden bestehen nicht.")  # fmt: skip
    place_and_date(paper, case, "Vermieter / Mieter / Mieter")
    return paper
