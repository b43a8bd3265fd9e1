"""Section Justiz: criminal matters and administrative courts."""

# ruff: noqa: E501  a row of a form, or a sentence of a letter, reads best on one line

from __future__ import annotations

from tests.samples.documents.case import Case, german
from tests.samples.documents.layouts import layout
from tests.samples.documents.letter import Sender, closing, letter, place_and_date, to_office
from tests.samples.names import JUDGES, LAWYERS, STAFF
from tests.samples.paper import Paper


@layout("strafsache", "NB")
def strafbefehl(case: Case) -> Paper:
    paper, person = Paper(points=11.5, family="serif"), case.person
    paper.line(f"Amtsgericht {case.site.city}", size=14, bold=True)
    paper.line(
        f"Geschäftsnummer: {case.rng.randint(70, 90)} Cs {case.rng.randint(1000, 9999)} Js {case.rng.randint(10000, 99999)}/{case.issued:%y}",
        size=10.5,
    )
    paper.line(f"{case.site.city}, den {german(case.issued)}", size=10.5, align="right")
    paper.gap(5)
    for line in case.address:
        paper.line(line)
    paper.paragraph(
        f"geboren am {case.born} in {person.birth_place}, Staatsangehörigkeit: {person.origin.adjective}"
        if case.born
        else ""
    )
    paper.gap(4)
    paper.line("Strafbefehl", size=18, bold=True, align="center")
    paper.gap(3)
    paper.paragraph(
        "Die Staatsanwaltschaft beschuldigt Sie, in der Gemeinschaftsunterkunft vorsätzlich eine fremde bewegliche Sache "
        "einem anderen in der Absicht weggenommen zu haben, sie sich rechtswidrig zuzueignen. Geschädigt ist "
        "Herr Kurt Opferbaum, geb. am 01.02.1960. Zeugin: Polizeioberkommissarin Wachmann."
    )
    paper.paragraph("Vergehen, strafbar nach § 242 Abs. 1 StGB.")
    paper.paragraph(
        f"Auf Antrag der Staatsanwaltschaft wird gegen Sie eine Geldstrafe von {case.rng.choice((20, 30, 40, 60))} Tagessätzen zu je 15,00 Euro festgesetzt.",
        bold=True,
    )
    paper.paragraph(
        "Dieser Strafbefehl steht einem rechtskräftigen Urteil gleich, wenn Sie nicht innerhalb von zwei Wochen nach "
        "Zustellung Einspruch einlegen. Die Ausländerbehörde erhält eine Mitteilung in Strafsachen."
    )
    closing(paper, case, f"{case.rng.choice(JUDGES)}, Richterin am Amtsgericht", phrase="")
    return paper


@layout("strafsache", "NBF")
def einstellung_verfahren(case: Case) -> Paper:
    sender = Sender(
        title=f"Staatsanwaltschaft {case.site.city}",
        lines=("Abteilung IV", f"Justizplatz 4, {case.site.postcode} {case.site.city}"),
    )
    paper = letter(
        case, sender, to_office(case), (f"Ermittlungsverfahren gegen {case.name}{case.born_phrase}", "Mitteilung nach § 87 AufenthG (Mitteilung in Strafsachen)"),
        references=(("Unser Zeichen", f"{case.rng.randint(1000, 9999)} Js {case.rng.randint(10000, 99999)}/{case.issued:%y}"), ("Ihr Zeichen", case.person.file_number)), received=True,
    )  # fmt: skip
    paper.paragraph(
        f"das Ermittlungsverfahren wegen des Vorwurfs der {case.pick('Leistungserschleichung', 'Körperverletzung', 'Urkundenfälschung')} "
        "wurde gemäß § 170 Abs. 2 StPO eingestellt."
    )
    paper.paragraph(
        "Ein Auszug aus dem Bundeszentralregister ist nicht beigefügt. Ein Strafbefehl ist nicht ergangen."
    )
    closing(paper, case, case.rng.choice(STAFF), order="Auf Anordnung")
    return paper


def _rubrum(paper: Paper, case: Case, *, born: bool, bamf: bool) -> None:
    person = case.person
    lawyer = case.rng.choice(LAWYERS)
    paper.paragraph("In dem Verwaltungsstreitverfahren", after=3)
    paper.paragraph(
        f"{'der' if person.sex == 'F' else 'des'} {person.origin.adjective}en Staatsangehörigen {case.name}"
        f"{case.born_phrase if born else ''}, {person.street}, {case.site.postcode} {case.site.city},",
        indent=12,
    )
    paper.line("– Kläger/in –" if not born else "– Antragsteller/in –", align="right")
    paper.paragraph(
        f"Prozessbevollmächtigt: Rechtsanwältin {lawyer}, Kanzleigasse 3, 60000 Frankfurt am Main", indent=12
    )
    paper.line("gegen")
    other = (
        "die Bundesrepublik Deutschland, vertreten durch das Bundesamt für Migration und Flüchtlinge"
        if bamf
        else f"{case.site.title}, {case.site.office}"
    )
    mark = f" – Gesch.-Z.: {person.bamf_number} –" if bamf else f" – Az. {person.file_number} –"
    paper.paragraph(other + mark, indent=12)
    paper.line("– Beklagte –" if bamf else "– Antragsgegnerin –", align="right")


@layout("verwaltungsgericht", "NBF")
def beschluss_eilantrag(case: Case) -> Paper:
    paper = Paper(points=11.5, family="serif")
    number = (
        f"{case.rng.randint(1, 9)} L {case.rng.randint(100, 3000)}/{case.issued:%y}.{case.site.court_suffix}"
    )
    paper.running = number
    paper.line(case.site.court, size=15, bold=True, align="center")
    paper.line(number, size=11)
    paper.gap(4)
    paper.line("BESCHLUSS", size=15, bold=True, align="center")
    paper.gap(3)
    _rubrum(paper, case, born=True, bamf=False)
    paper.paragraph("wegen Ausländerrechts (§ 80 Abs. 5 VwGO)")
    paper.paragraph(
        f"hat das {case.site.court} – 4. Kammer – durch Vorsitzenden Richter am VG {case.rng.choice(JUDGES)}, Richterin am VG "
        f"{case.rng.choice(JUDGES)} und Richter {case.rng.choice(JUDGES)} am {german(case.issued)} beschlossen:"
    )
    paper.paragraph(
        "Der Antrag wird abgelehnt. Die Kosten des Verfahrens trägt die antragstellende Person. Der Streitwert wird auf "
        "2.500,00 Euro festgesetzt.",
        indent=8,
        bold=True,
    )
    paper.heading("Gründe")
    paper.paragraph(
        "Der Antrag, die aufschiebende Wirkung der Klage gegen den Bescheid über die Ablehnung der Aufenthaltserlaubnis und die "
        "Abschiebungsandrohung anzuordnen, ist zulässig, aber unbegründet. Das Arbeitsverhältnis wurde beendet; ein "
        "Mietvertrag liegt nicht vor. Die Duldung ist abgelaufen."
    )
    closing(paper, case, "Beglaubigt: Urkundsbeamtin der Geschäftsstelle", phrase="")
    return paper


@layout("verwaltungsgericht", "N")
def urteil_asyl(case: Case) -> Paper:
    """A judgment of the asylum chamber: no birth date, the Bundesamt's number only."""
    paper = Paper(points=11.5, family="serif")
    number = f"{case.rng.randint(1, 9)} K {case.rng.randint(100, 3000)}/{case.issued:%y}.{case.site.court_suffix}.A"
    paper.running = number
    paper.line(case.site.court, size=15, bold=True, align="center")
    paper.line(f"Geschäftsnummer: {number}", size=11)
    paper.gap(4)
    paper.line("URTEIL", size=15, bold=True, align="center")
    paper.line("IM NAMEN DES VOLKES", size=11.5, align="center")
    paper.gap(3)
    _rubrum(paper, case, born=False, bamf=True)
    paper.paragraph("wegen Asylrechts")
    paper.paragraph(
        f"hat das {case.site.court} durch Richter am VG {case.rng.choice(JUDGES)} als Einzelrichter aufgrund der mündlichen "
        f"Verhandlung vom {german(case.issued)} für Recht erkannt:"
    )
    paper.paragraph(
        "Die Klage wird abgewiesen. Die Kosten des Verfahrens hat die klagende Partei zu tragen.",
        indent=8,
        bold=True,
    )
    paper.heading("Tatbestand")
    paper.paragraph(
        "Die klagende Partei begehrt die Zuerkennung der Flüchtlingseigenschaft. Das Bundesamt lehnte den Asylantrag mit "
        "Bescheid ab. In der Anhörung wurde vorgetragen, der Bruder Tarek Elternberg sei verhaftet worden."
    )
    return paper


@layout("strafsache", "NB")
def haftmitteilung(case: Case) -> Paper:
    paper = Paper(points=10.5)
    paper.line("Justizvollzugsanstalt Musterstadt", size=14, bold=True)
    paper.rule(after=8)
    for line in to_office(case):
        paper.line(line)
    paper.gap(8)
    paper.line("Mitteilung über Haftantritt", size=14, bold=True)
    paper.gap(3)
    paper.boxes(("Name, Vorname", case.listed, 2), ("Geburtsdatum", case.born, 1), family="wide")
    paper.boxes(
        ("Buchnummer", str(case.rng.randint(1000, 9999)), 1),
        ("Haftart", case.pick("Strafhaft", "Untersuchungshaft"), 1),
        ("Haftbeginn", german(case.earlier(1, 5)), 1),
    )
    paper.boxes(
        ("Voraussichtliches Strafende", german(case.later(100, 800)), 1),
        ("Staatsanwaltschaft", case.site.city, 1),
    )
    paper.gap(4)
    paper.paragraph(
        "Die Mitteilung erfolgt nach § 74 Abs. 2 AufenthV. Der Reisepass befindet sich bei der Habe."
    )
    place_and_date(paper, case, "Vollzugsgeschäftsstelle", city="Musterstadt")
    return paper
