"""Layouts of this round: hearing, decision and allocation in the asylum procedure."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.fresh.heads import at_office, ending, fresh, sheet_centred, sheet_with_column
from tests.samples.documents.letter import BAMF, PRESIDIUM, receipt_stamp
from tests.samples.documents.measured.heads import rows
from tests.samples.documents.measured.parts import block, child, spouse
from tests.samples.names import INTERPRETERS, LAWYERS, STAFF
from tests.samples.numbers import pattern
from tests.samples.paper import Paper
from tests.samples.sheet import Frame


@fresh("anhoerungsniederschrift", "NB")
def anhoerung_protokoll_fragen(case: Case) -> Paper:
    """The interview: block of facts at the head, then numbered questions and answers over two sides."""
    person = case.person
    paper = Paper(points=10.5, left=26, right=22)
    paper.running = f"{person.bamf_number}   Anhörung"
    block(paper, 26, 18, (BAMF.title, "Außenstelle Musterstadt, Referat 32 A"), size=10, bold=1)
    block(paper, 130, 18, (f"Az.: {person.bamf_number}", f"Musterstadt, den {german(case.issued)}"), size=10)
    paper.y = 34
    paper.line("Niederschrift über die Anhörung", size=15, bold=True, align="center")
    paper.line("gemäß § 25 AsylG", align="center")
    paper.gap(4)
    born = f"{case.born} in {person.birth_place}" if case.born else person.birth_place
    rows(paper, (("Antragsteller/in", case.listed), ("geboren", born), ("Beginn / Ende", "08:40 Uhr / 12:15 Uhr"), ("Anhörende Person", case.rng.choice(STAFF)), ("Dolmetscher/in", case.rng.choice(INTERPRETERS)), ("Beistand", f"RA {case.rng.choice(LAWYERS)} (ab 09:10 Uhr)")), column=45)  # fmt: skip
    paper.paragraph("Es wird festgestellt, dass die Verständigung gelingt. Gesundheitliche Gründe, die gegen die Durchführung sprechen, werden verneint.")  # fmt: skip
    partner = spouse(case)
    for number, (question, answer) in enumerate(
        (
            ("Haben Sie Personalpapiere besessen?", "Ja, eine Karte. Sie ist zu Hause bei meinem Onkel Probirus."),
            ("Wann haben Sie Ihr Land verlassen?", f"Das war im Jahr {case.earlier(500, 800):%Y}, im Herbst."),
            ("Sind Sie verheiratet?", f"Ja, mit {partner.name}, geboren am {german(partner.born)}. Die Hochzeit war religiös."),
            ("Wer lebt noch im Heimatland?", "Meine Mutter, zwei Brüder und eine Großfamilie. Der Vater ist verstorben."),
            ("Warum sind Sie ausgereist?", "Männer kamen nachts zu uns und suchten meinen Bruder. Sie drohten, mich mitzunehmen, wenn er sich nicht meldet. Danach schliefen wir bei Nachbarn."),
            ("Wurden Sie selbst verletzt?", "Einmal am Arm. Im Krankenhaus haben sie nichts aufgeschrieben."),
            ("Haben Sie sich an die Polizei gewandt?", "Nein. Ein Vetter tat das und wurde ausgelacht."),
            ("Hätten Sie in einer anderen Stadt leben können?", "Dort kenne ich niemanden, und ohne Bürgen bekommt man keine Wohnung."),
            ("Was befürchten Sie bei einer Rückkehr?", "Dass sie mich finden. Mein Name steht auf einer Liste."),
            ("Gibt es Gründe gegen ein Einreiseverbot?", "Meine Schwester lebt in Kassel mit ihren Kindern."),
        ),
        1,
    ):  # fmt: skip
        paper.paragraph(f"{number}. Frage: {question}", bold=True, after=0.6)
        paper.paragraph(f"Antwort: {answer}", indent=6, after=2.4)
    paper.paragraph("Die Niederschrift wurde rückübersetzt. Auf nochmalige Nachfrage werden keine Änderungen gewünscht. Eine Kopie wird mit der Entscheidung übersandt.")  # fmt: skip
    ending(
        paper,
        case,
        "Anhörende Person                      Dolmetscher/in                      Antragsteller/in",
    )
    return paper


@fresh("bamf_bescheid", "NBA", digital=True)
def bescheid_subsidiaer(case: Case) -> Paper:
    """A positive decision with few words: refugee status refused, subsidiary protection granted."""
    person = case.person
    born = f", geb. am {case.born} in {person.birth_place}" if case.born else ""
    paper = Paper(points=11, left=26, right=22)
    paper.running = f"Gesch.-Z.: {person.bamf_number}"
    block(paper, 26, 20, (BAMF.title,), size=13, bold=1)
    block(paper, 26, 26, BAMF.lines[:2], size=8.5, step=4)
    block(paper, 26, 46, ("Gegen Empfangsbekenntnis", case.name, person.street, f"{case.site.postcode} {case.site.city}"))  # fmt: skip
    block(paper, 130, 46, (f"Datum: {german(case.issued)}", f"Gesch.-Z.: {person.bamf_number}", f"AZR: {person.azr_number}", "bei Antwort bitte angeben"), size=9)  # fmt: skip
    paper.y = 80
    paper.line("B E S C H E I D", size=16, bold=True, align="center")
    paper.gap(4)
    paper.paragraph("In dem Asylverfahren der / des", after=1)
    paper.paragraph(f"{case.name}{born}", bold=True, indent=10, after=1)
    paper.paragraph(f"wohnhaft: {person.street}, {case.site.city}; Staatsangehörigkeit: {person.origin.adjective}", indent=10)  # fmt: skip
    paper.paragraph("ergeht folgende Entscheidung:")
    for text in ("1. Der subsidiäre Schutzstatus wird zuerkannt.", "2. Im Übrigen wird der Asylantrag abgelehnt."):  # fmt: skip
        paper.paragraph(text, bold=True, indent=6, after=1)
    paper.heading("Begründung:")
    paper.paragraph(f"1. Die antragstellende Person reiste am {german(case.earlier(200, 500))} auf dem Landweg ein und stellte am {german(case.earlier(100, 190))} einen Antrag. Die persönliche Anhörung erfolgte am {german(case.earlier(20, 80))}.")  # fmt: skip
    paper.paragraph("2. Die Voraussetzungen des § 4 Abs. 1 AsylG liegen vor. Nach dem ermittelten Sachverhalt droht im Herkunftsland ein ernsthafter Schaden. Ausschlussgründe bestehen nicht.")  # fmt: skip
    paper.paragraph("3. Die Eigenschaft als Flüchtling liegt nicht vor: Eine Verfolgung wegen eines der in § 3 AsylG genannten Merkmale wurde nicht glaubhaft gemacht. Die Schilderung blieb in diesem Punkt allgemein.")  # fmt: skip
    paper.paragraph("4. Die Ausländerbehörde erteilt nach Unanfechtbarkeit die Aufenthaltserlaubnis nach § 25 Abs. 2 Satz 1 Alt. 2 AufenthG.")  # fmt: skip
    paper.new_page()
    paper.heading("Rechtsbehelfsbelehrung")
    paper.paragraph(f"Gegen diesen Bescheid kann innerhalb von zwei Wochen nach Zustellung Klage beim {case.site.court} erhoben werden. Sie muss die klagende Person, die Beklagte und den Streitgegenstand bezeichnen.")  # fmt: skip
    paper.line("Im Auftrag")
    ending(paper, case, case.rng.choice(STAFF).split()[-1])
    return paper


@fresh("bamf_bescheid", "NB")
def bescheid_offensichtlich_unbegruendet(case: Case) -> Paper:
    """Rejected as manifestly unfounded, term of one week; addressed to a lawyer, stamped by the office."""
    person = case.person
    lawyer = case.rng.choice(LAWYERS)
    paper = Paper(points=10.5, left=25, right=22, family="serif")
    block(paper, 25, 18, (BAMF.title, "Dienstsitz Musterstadt"), size=12, bold=1)
    block(paper, 25, 42, ("Rechtsanwaltskanzlei", lawyer, "Klageweg 3", "60000 Frankfurt am Main"))
    block(paper, 128, 60, ("Musterstadt, " + german_long(case.issued), f"Geschäftszeichen {person.bamf_number}", f"Ihr Zeichen {case.rng.randint(10, 400)}/{case.issued:%y} KL"), size=9.5)  # fmt: skip
    receipt_stamp(paper, case, x=118, y=28)
    paper.y = 84
    paper.line("Bescheid", size=17, bold=True)
    paper.gap(2)
    paper.paragraph(f"In dem Asylverfahren {case.name}{case.born_phrase}, Staatsangehörigkeit: {person.origin.country}, vertreten durch Rechtsanwalt {lawyer}, ergeht folgende Entscheidung:")  # fmt: skip
    for text in (
        "1. Die Flüchtlingseigenschaft wird als offensichtlich unbegründet abgelehnt.",
        "2. Der Antrag auf Asylanerkennung wird als offensichtlich unbegründet abgelehnt.",
        "3. Der subsidiäre Schutzstatus wird als offensichtlich unbegründet abgelehnt.",
        "4. Abschiebungsverbote nach § 60 Abs. 5 und 7 Satz 1 des Aufenthaltsgesetzes liegen nicht vor.",
        f"5. Die Ausreise hat binnen einer Woche zu erfolgen; andernfalls wird die Abschiebung nach {person.origin.country} angedroht.",
        "6. Das Einreise- und Aufenthaltsverbot nach § 11 Abs. 1 AufenthG wird auf 30 Monate befristet.",
    ):
        paper.paragraph(text, indent=6, after=0.8)
    paper.heading("Gründe")
    paper.paragraph("Die vorgetragenen wirtschaftlichen Schwierigkeiten sind für die Prüfung ohne Belang. Die Schilderungen widersprechen sich in wesentlichen Punkten; auf Vorhalt erfolgte keine Aufklärung.")  # fmt: skip
    paper.paragraph(f"Bereits im Verfahren der Ehefrau {spouse(case).name} (abgelehnt am {german(case.earlier(300, 700))}) ist die Lage in der Heimatregion gewürdigt worden.")  # fmt: skip
    paper.paragraph(
        f"Klage und Eilantrag können innerhalb einer Woche beim {case.site.court} gestellt werden."
    )
    ending(paper, case, "Im Auftrag", case.rng.choice(STAFF).split()[-1])
    return paper


@fresh("bamf_mitteilung", "NBF", digital=True)
def abschluss_an_behoerde(case: Case) -> Paper:
    """Tells the authority that a decision has become final, with table of facts and an enclosure."""
    person = case.person
    paper = sheet_with_column(
        (BAMF.title, "Referat 22 D – Aktenführung", "Postfach, 90343 Nürnberg", "Prüfstraße 210"),
        at_office(case),
        (f"Ihr Zeichen: {person.file_number}", f"Gesch.-Z.: {person.bamf_number}", f"Bearbeiterin: {case.rng.choice(STAFF)}", f"Datum: {german(case.issued)}"),
    )  # fmt: skip
    paper.paragraph("Mitteilung über den Eintritt der Unanfechtbarkeit", bold=True, after=4)
    paper.table(
        ("Name, Vorname", "geboren am", "Staatsangehörigkeit"),
        [(case.listed, case.born, person.origin.adjective)],
        (4, 2, 3),
        size=9.5,
    )
    paper.paragraph("Sehr geehrte Damen und Herren,")
    paper.paragraph(f"der Bescheid des Bundesamtes vom {german(case.earlier(60, 400))}, mit dem der Asylantrag abgelehnt und die Abschiebung angedroht wurde, ist seit dem {german(case.earlier(6, 40))} bestandskräftig. Ein Rechtsmittel ist nicht eingelegt worden.")  # fmt: skip
    paper.paragraph("Die Ausreisefrist beträgt 30 Tage ab diesem Zeitpunkt. Für das weitere Verfahren sind Sie zuständig (§ 40 AsylG). Sollten Abschiebungshindernisse bekannt werden, bitte ich um Beteiligung nach § 72 Abs. 2 AufenthG.")  # fmt: skip
    paper.paragraph("Anlage: Abdruck des Bescheides mit Zustellungsnachweis", size=9.5)
    paper.paragraph(
        "Dieses Schreiben wurde elektronisch erstellt und ist ohne Unterschrift gültig.", size=9.5
    )
    return paper


@fresh("bamf_mitteilung", "NB")
def dublin_zustimmung_mitgliedstaat(case: Case) -> Paper:
    """The Dublin unit reports that another state has accepted to take charge; a fax with terms."""
    person = case.person
    paper = Paper(points=10.5, family="mono", left=22, right=18)
    for line in (BAMF.title, "Dublinzentrum Beispielbochum", f"Fax vom {german(case.issued)}   Seite 1 von 1", f"An: {case.site.office} {case.site.city}"):  # fmt: skip
        paper.line(line)
    paper.gap(5)
    paper.line(f"Az.: {person.bamf_number}")
    paper.line("EILT! Dublin-Verfahren - Zustimmung zum Übernahmeersuchen", bold=True)
    paper.gap(3)
    rows(paper, (("Name", case.family), ("Vorname", case.given), ("Geb.-Datum", case.born), ("Staatsang.", person.nationality), ("EURODAC", pattern("HR1999999999", case.rng))), column=40)  # fmt: skip
    paper.paragraph(f"Auf das Ersuchen vom {german(case.earlier(15, 50))} haben die kroatischen Behörden mit Schreiben vom {german(case.earlier(2, 12))} ihre Zuständigkeit gemäß Art. 20 Abs. 5 der Verordnung (EU) Nr. 604/2013 erklärt.")  # fmt: skip
    paper.paragraph(f"Die Überstellungsfrist endet am {german(case.later(150, 180))}. Ein Bescheid nach § 29 Abs. 1 Nr. 1, § 34a AsylG ergeht gesondert. Bei Untertauchen oder Haft wird um sofortige Nachricht gebeten.")  # fmt: skip
    paper.paragraph(f"gez. {case.rng.choice(STAFF)}")
    return paper


@fresh("zuweisungsbescheid", "NBA", digital=True)
def zuweisung_gebietskoerperschaft(case: Case) -> Paper:
    """The presidency allocates a family to a district; copy for the district, list of those covered."""
    person, partner, kid = case.person, spouse(case), child(case)
    paper = sheet_with_column(
        (PRESIDIUM.title, *PRESIDIUM.lines, "64200 Darmstadt"),
        ("Frau / Herrn", case.name, "Erstaufnahmeeinrichtung, Haus 7", "35000 Gießen"),
        ("Unser Zeichen: II 24 – 58 d 02/05", f"AZR: {person.azr_number}", f"Ansprechpartner: {case.rng.choice(STAFF)}", f"Datum: {german(case.issued)}"),
    )  # fmt: skip
    paper.paragraph(
        "Zuweisungsbescheid nach § 50 AsylG und § 2 des Landesaufnahmegesetzes", bold=True, after=4
    )
    paper.paragraph(f"{case.salutation},")
    paper.paragraph(f"Sie werden mit Wirkung vom {german(case.later(4, 12))} der folgenden Gebietskörperschaft zugewiesen:")  # fmt: skip
    paper.paragraph(f"{case.site.title}, {case.site.office}, {case.site.street}", bold=True, indent=8)
    paper.table(
        ("Der Bescheid gilt für", "geboren am", "Staatsangehörigkeit"),
        [
            (case.listed, case.born, person.origin.adjective),
            (partner.listed, german(partner.born), person.origin.adjective),
            (kid.listed, german(kid.born), person.origin.adjective),
        ],
        (4, 2, 3),
    )
    paper.paragraph("Sie sind verpflichtet, sich unverzüglich dorthin zu begeben. Der Bus fährt um 9:30 Uhr vor Haus 2 ab. Gepäck ist auf zwei Stücke je Person beschränkt.")  # fmt: skip
    paper.paragraph("Gründe: Die Verpflichtung, in der Aufnahmeeinrichtung zu wohnen, ist beendet. Die Verteilung folgt der Quote; die Haushaltsgemeinschaft von Familienangehörigen wurde berücksichtigt.")  # fmt: skip
    paper.heading("Rechtsbehelfsbelehrung")
    paper.paragraph("Gegen diesen Bescheid kann binnen zweier Wochen nach Bekanntgabe Klage beim Verwaltungsgericht Gießen erhoben werden. Die Klage hat keine aufschiebende Wirkung (§ 75 AsylG).", size=9.5)  # fmt: skip
    paper.line("Im Auftrag")
    ending(paper, case, case.rng.choice(STAFF).split()[-1])
    return paper


@fresh("zuweisungsbescheid", "NBF")
def wohnsitz_zuweisung_stadt(case: Case) -> Paper:
    """A recognised refugee is assigned a place of residence; the tenor in one framed box."""
    site, person = case.site, case.person
    paper = sheet_centred(
        (site.title, site.office), case.address, f"Az. {person.file_number}   ·   {german(case.issued)}", family="sans"
    )  # fmt: skip
    paper.paragraph("Verpflichtung zur Wohnsitznahme nach § 12a AufenthG", bold=True, after=1)
    paper.paragraph(f"{case.name}{case.born_phrase}", after=4)
    paper.put(Frame(x=24, y=paper.y, width=164, height=22, line=0.4))
    paper.gap(3)
    paper.paragraph(f"Sie werden verpflichtet, bis zum {german(case.later(700, 1000))} Ihren Wohnsitz in {site.postcode} {site.city} zu nehmen. Die sofortige Vollziehung folgt aus dem Gesetz.", indent=4)  # fmt: skip
    paper.y = max(paper.y, 131)
    paper.paragraph("Ihnen wurde internationaler Schutz zuerkannt. Das Land Hessen hat Sie dieser Gemeinde zugeteilt, weil hier Wohnraum zur Verfügung steht, Sprachkurse angeboten werden und der Arbeitsmarkt aufnahmefähig ist.")  # fmt: skip
    paper.paragraph("Die Verpflichtung wird aufgehoben, wenn Sie nachweisen, dass an einem anderen Ort eine Beschäftigung von mindestens 15 Stunden wöchentlich, ein Ausbildungs- oder Studienplatz zur Verfügung steht oder dort nahe Angehörige leben.")  # fmt: skip
    paper.paragraph("Gegen diesen Bescheid ist binnen eines Monats Klage beim zuständigen Verwaltungsgericht zulässig.")  # fmt: skip
    ending(paper, case, "Im Auftrag", case.clerk)
    return paper


@fresh("anhoerungsniederschrift", "NBA")
def anhoerung_fortsetzung_termin(case: Case) -> Paper:
    """A second hearing in running text: those present, a summary, questions of counsel, corrections."""
    person, partner = case.person, spouse(case)
    paper = Paper(points=10.5, left=28, right=24, family="serif")
    paper.running = f"Az. {person.bamf_number}"
    block(paper, 28, 20, (BAMF.title, "Außenstelle Beispielbüdingen"), size=11, bold=1)
    block(
        paper,
        128,
        20,
        (f"Az. {person.bamf_number}", f"AZR {person.azr_number}", german_long(case.issued)),
        size=9.5,
    )
    paper.y = 42
    paper.line("Fortsetzung der persönlichen Anhörung", size=14, bold=True)
    paper.line("– Niederschrift nach § 25 Abs. 7 AsylG –", size=10)
    paper.gap(4)
    born = f", geboren am {case.born} in {person.birth_place}" if case.born else ""
    paper.paragraph(
        f"Es erscheinen um 9:05 Uhr {case.name}{born}, begleitet von Rechtsanwältin {case.rng.choice(LAWYERS)}, sowie {case.rng.choice(INTERPRETERS)} als sprachmittelnde Person. Die Leitung hat {case.rng.choice(STAFF)}."
    )
    paper.paragraph(
        f"Die erste Anhörung vom {german(case.earlier(20, 60))} wird zusammengefasst vorgehalten. Auf Frage wird erklärt, dass dort zwei Daten falsch übersetzt worden seien."
    )
    paper.paragraph(
        f"Auf Nachfrage: Mein Ehepartner {partner.name} ist am {german(partner.born)} geboren und lebt noch bei den Schwiegereltern. Wir haben seit Monaten keinen Kontakt."
    )
    paper.paragraph(
        "Auf Nachfrage: Die Vorladung habe ich selbst gesehen. Sie hing an der Tür des Hauses. Ein Foto davon ist auf dem alten Telefon, das mir unterwegs abgenommen wurde."
    )
    paper.paragraph(
        "Auf Nachfrage der Rechtsanwältin: Ich war bei dem Treffen im Frühjahr anwesend, habe aber keine Funktion gehabt. Andere Teilnehmer wurden festgenommen, darunter mein Freund Probus Vorlagan."
    )
    paper.paragraph(
        "Vorhalt: In der Botschaft eines Mitgliedstaates liegt ein Visumantrag unter Ihrem Namen vor. Antwort: Diesen Antrag hat ein Vermittler gestellt; ich kenne den Inhalt nicht."
    )
    paper.paragraph(
        "Weitere Gründe werden nicht vorgetragen. Rückübersetzung und Genehmigung erfolgten Satz für Satz. Ende: 11:30 Uhr."
    )
    ending(paper, case, "Unterschriften der Beteiligten")
    return paper
