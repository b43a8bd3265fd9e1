"""Random documents about persons of a register full of near-collisions, with the truth about each.

The register joins several sample registers, whose casts share names and birth dates, and adds twins,
namesakes and relatives of its own. A document is about its subject, registered or not, and may name
others in other roles; nobody but the registered subject may be the one it is filed under.
"""

# ruff: noqa: E501  a line of a letter reads best on one line

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from random import Random

import tests.samples.documents  # noqa: F401  registers the layouts
from pipeline.model import PageKind, PageReading, PartialDate, Person, PersonName
from tests.pipeline.drawn import noisy, reading
from tests.pipeline.sheets import page
from tests.samples.build import Planned, draw
from tests.samples.documents.case import birth_text
from tests.samples.documents.layouts import LAYOUTS
from tests.samples.mrz import Bearer, birth_field, td3
from tests.samples.numbers import azr_number, pattern, serial
from tests.samples.register import Entry, Register, make_register

NOISE = (0.0, 0.0, 0.005, 0.01, 0.03)
_REGISTERS = 6
_AUTHORITY = "wiesbaden"
_SIMILAR = {
    "Amjad": "Majed", "Farid": "Fahid", "Zahra": "Sahar", "Ömer": "Emre", "Shirin": "Shermin", "Lina": "Lena",
    "Rana": "Rena", "Hala": "Hila", "Olha": "Olena", "Serhii": "Serhan", "Nabil": "Nabila", "Anas": "Anis",
    "Khaled": "Khalil", "Samira": "Samir", "Parwin": "Parwiz", "Yonas": "Yonatan", "Selam": "Selma",
    "Jelena": "Milena", "Stefan": "Stevan", "Nikola": "Nikolina", "Paweł": "Pawlina", "Zofia": "Zosia",
}  # fmt: skip
"""Given names that twins may bear beside the first; none is another spelling of it."""


@dataclass(frozen=True, kw_only=True)
class Made:
    """A made document. `persons` are those whom it may be filed under, nobody if there are none."""

    template: str
    pages: tuple[PageReading, ...]
    persons: frozenset[str]
    decidable: bool
    """Whether it shows what the filing rule asks for, so that a review is avoidable."""


# -- the register ---------------------------------------------------------------------------


@cache
def entries() -> tuple[Entry, ...]:
    """300 persons: the casts of several registers, and somebody easily mistaken for every fifth of them."""
    rng = Random("traps/register")
    found: list[Entry] = []
    for seed in range(_REGISTERS):
        cast = make_register(_AUTHORITY, seed).entries
        found.extend(replace(entry, person_id=f"{seed}-{entry.person_id}") for entry in cast)
    for number, entry in enumerate(found[:: len(found) // (300 - len(found))]):
        found.append(replace(double(entry, rng), person_id=f"D-{number:04d}"))
    return tuple(found)


def double(entry: Entry, rng: Random) -> Entry:
    """Somebody easily mistaken for `entry`: a twin, sibling, namesake, parent or child; with numbers of their own."""
    given = entry.given_names.split()
    other = rng.choice(entry.origin.men if entry.sex == "M" else entry.origin.women)
    twin = replace(entry, given_names=_SIMILAR.get(given[0], other))
    born = _shifted(entry.birth_date, rng)
    kind: Callable[[], Entry] = rng.choice(
        (
            lambda: twin,
            lambda: replace(twin, birth_date=born),
            lambda: replace(entry, birth_date=born),
            lambda: replace(entry, birth_date=_one_digit(entry.birth_date, rng)),
            lambda: replace(entry, birth_date=str(int(entry.birth_date[:4]) - 27) + entry.birth_date[4:]),
            lambda: replace(entry, given_names=f"{entry.given_names} {other}", birth_date=born),
        )
    )
    entered = date(2006, 1, 1) + timedelta(days=rng.randrange(5000))
    return replace(
        kind(),
        aliases=(),
        birth_name="",
        file_number=f"330230/{rng.randrange(1000, 99999):05d}-{entered:%y}",
        azr_number=azr_number(entered, rng),
        passport_number=pattern(entry.origin.passport, rng),
        permit_number=serial(rng, "Y7XW"),
    )


def _shifted(born: str, rng: Random) -> str:
    if len(born) < 10:
        return born
    return (date.fromisoformat(born) + timedelta(days=rng.randrange(300, 4000))).isoformat()


def _one_digit(born: str, rng: Random) -> str:
    """Another date that one misread digit makes of this one."""
    if len(born) < 10:
        return born
    digit = "0" if born[9] != "0" else "3"
    day = rng.choice((born[:9] + digit, born[:8] + "1" + born[9], born[:3] + "8" + born[4:]))
    try:
        return date.fromisoformat(day).isoformat() if day != born else _shifted(born, rng)
    except ValueError:
        return _shifted(born, rng)


def person_of(entry: Entry) -> Person:
    """As the register file's reader makes it."""
    given = "" if entry.given_names == "-" else entry.given_names
    names = [PersonName(family=entry.family_name, given=given)]
    if entry.birth_name:
        names.append(PersonName(family=entry.birth_name, given=given, kind="birth"))
    aliases = (alias.split(", ") for alias in entry.aliases)
    names += [PersonName(family=family, given=given, kind="alias") for family, given in aliases]
    return Person(
        number=entry.person_id,
        names=tuple(names),
        birth_date=PartialDate.parse(entry.birth_date),
        sex=entry.sex,
        nationality=entry.nationality,
        birth_place=entry.birth_place,
        file_number=entry.file_number,
        azr_number=entry.azr_number,
        document_numbers=entry.document_numbers,
    )


# -- letters that name several ----------------------------------------------------------------


@dataclass(frozen=True)
class Named:
    """How a letter writes a person."""

    entry: Entry

    @property
    def given(self) -> str:
        return self.entry.given_names

    @property
    def family(self) -> str:
        return self.entry.family_name

    @property
    def name(self) -> str:
        return self.family if self.given == "-" else f"{self.given} {self.family}"

    @property
    def listed(self) -> str:
        return self.family if self.given == "-" else f"{self.family}, {self.given}"

    @property
    def born(self) -> str:
        return birth_text(self.entry.birth_date)

    @property
    def herrn(self) -> str:
        return "Frau" if self.entry.sex == "F" else "Herrn"

    @property
    def geehrt(self) -> str:
        return ("Sehr geehrte Frau " if self.entry.sex == "F" else "Sehr geehrter Herr ") + self.family

    @property
    def az(self) -> str:
        return self.entry.file_number

    @property
    def azr(self) -> str:
        return self.entry.azr_number

    @property
    def pass_nr(self) -> str:
        return self.entry.passport_number

    @property
    def mrz(self) -> str:
        """Two lines of a passport."""
        person = self.entry
        return "\n".join(
            td3(
                Bearer(
                    code="P",
                    issuer=person.origin.code,
                    surname=self.family,
                    given="" if self.given == "-" else self.given,
                    number=self.pass_nr,
                    nationality=person.origin.code,
                    birth=birth_field(person.birth_date),
                    sex=person.sex,
                    expiry="300101",
                )
            )
        )


# {s} the subject, {o} and {p} others. A template's name ends in what it shows of the subject:
# N name, B birth date, F file number, A AZR number, D passport number, M machine-readable zone; nothing
# if it is too ambiguous to be decided, and an exclamation mark if it must not be filed at all.
LETTERS = {
    "plain letter/NB": "Betreff: {s.listed}, geb. am {s.born}\n\n{s.geehrt},\n\nIhr Antrag wird bearbeitet.",
    "letter to the authority/NBF": "Ihr Zeichen: {s.az}\n\nBetreff: {s.herrn} {s.name}, geb. am {s.born}\n\nSehr geehrte Damen und Herren,\n\nich bitte um Auskunft.",
    "name and file number/NF": "Unser Zeichen: {s.az}\n\n{s.herrn}\n{s.name}\nTeststraße 5\n65183 Musterstadt\n\n{s.geehrt},\n\nbitte legen Sie Ihren Pass vor.",
    "certificate/NB": "Bescheinigung\n\nHiermit wird bescheinigt, dass {s.herrn} {s.name}, geb. am {s.born}, bei uns versichert ist.",
    "application/NB": "Antrag auf Erteilung einer Aufenthaltserlaubnis\nAngaben zur Person\nFamilienname: {s.family}  Vorname: {s.given}\nGeburtsdatum: {s.born}",
    "application with spouse/NB": "Antrag auf Erteilung einer Aufenthaltserlaubnis\nAngaben zur Person\nFamilienname: {s.family}  Vorname: {s.given}\nGeburtsdatum: {s.born}\nAngaben zum Ehegatten\nFamilienname: {o.family}  Vorname: {o.given}\nGeburtsdatum: {o.born}\nReisepass-Nr.: {o.pass_nr}",
    "application with parents/NB": "Antrag auf Erteilung einer Aufenthaltserlaubnis\nAngaben zur Person\nFamilienname: {s.family}  Vorname: {s.given}\nGeburtsdatum: {s.born}\nVater\nFamilienname: {o.family}  Vorname: {o.given}\nGeburtsdatum: {o.born}\nMutter\nFamilienname: {p.family}  Vorname: {p.given}\nGeburtsdatum: {p.born}",
    "table of children/NB": "Antrag auf Verlängerung\nAngaben zur Person\nFamilienname: {s.family}  Vorname: {s.given}\nGeburtsdatum: {s.born}\nKinder\nName  Vorname  geb. am\n{o.family}  {o.given}  {o.born}\n{p.family}  {p.given}  {p.born}",
    "family listed/NB": "Betreff: {s.listed}, geb. am {s.born}\n\n{s.geehrt},\n\nzu Ihrer Familie gehören:\nEhefrau: {o.name}, geb. am {o.born}\nKind: {p.name}, geb. am {p.born}",
    "lawyer/NB": "Rechtsanwalt {o.name}\nKanzleigasse 3, 60000 Musterstadt\n\nBetreff: Mein Mandant {s.name}, geb. am {s.born}\n\nSehr geehrte Damen und Herren,\n\nich zeige die Vertretung an.\n\n{o.name}\nRechtsanwalt",
    "lawyer without birth date/N": "Rechtsanwalt {o.name}\nKanzleigasse 3, 60000 Musterstadt\n\nBetreff: {s.listed}\n\nSehr geehrte Damen und Herren,\n\nich zeige die Vertretung an.",
    "caseworker/NB": "Auskunft erteilt: {o.herrn} {o.name}\nBetreff: {s.listed}, geb. am {s.born}\n\n{s.geehrt},\n\nMit freundlichen Grüßen\nIm Auftrag\n{o.name}",
    "landlord/NB": "Wohnungsgeberbestätigung nach § 19 BMG\nWohnungsgeber\nName: {o.listed}\nGeburtsdatum: {o.born}\nEinziehende Person\nFamilienname: {s.family}  Vorname: {s.given}\nGeburtsdatum: {s.born}",
    "tenancy/N": "Mietvertrag\nzwischen {o.herrn} {o.name}, geb. am {o.born}, als Vermieter\nund {s.herrn} {s.name} als Mieter wird folgender Vertrag geschlossen.",
    "employer/NB": "Erklärung zum Beschäftigungsverhältnis\nArbeitgeber\nName: {o.family}  Vorname: {o.given}\nArbeitnehmer\nName: {s.family}  Vorname: {s.given}\nGeburtsdatum: {s.born}",
    "hearing/NB": "Niederschrift über die Anhörung\nIn dem Asylverfahren\ndes {s.name}\ngeb. am {s.born}\n\nDolmetscher: {o.herrn} {o.name}\nEntscheider: Herr Beispiel",
    "court/NB": "Verwaltungsgericht Musterstadt\n6 K 1702/24.WI.A\nIn dem Verwaltungsstreitverfahren\ndes {s.name}, geb. am {s.born},\n- Kläger -\ngegen die Bundesrepublik Deutschland\nhat Richter {o.name} beschlossen:",
    "crime with victim/NB": "Strafsache gegen\n{s.name}, geb. am {s.born}\nwegen Körperverletzung\nzum Nachteil der {o.name}, geb. am {o.born}",
    "crime without birth date/N": "Strafsache gegen {s.name}\nwegen Körperverletzung\n\nzum Nachteil der {o.name}, geb. am {o.born}",
    "another's number in the text/NB": "Betreff: {s.listed}, geb. am {s.born}\n\nSehr geehrte Damen und Herren,\n\nich verfahre wie im Verfahren Az. {o.az} und bitte um Mitteilung.",
    "another's number and name in the text/N": "Betreff: {s.listed}\n\nSehr geehrte Damen und Herren,\n\nich verfahre wie im Verfahren Az. {o.az} des {o.name} und bitte um Mitteilung.",
    "another's number in the head/N": "Ihr Zeichen: {o.az}\nBetreff: {s.listed}\n\nSehr geehrte Damen und Herren,\n\nich bitte um Auskunft.",
    "another's passport behind it/!": "Betreff: {s.listed}, geb. am {s.born}\n\nSehr geehrte Damen und Herren,\n---- scan\n{o.mrz}",
    "enclosures/N": "Betreff: {s.listed}\n\nSehr geehrte Damen und Herren,\n\nanbei die Unterlagen.\n\nAnlagen:\nPasskopie {o.name}, geb. am {o.born}\nPasskopie {p.name}, geb. am {p.born}",
    "mentioned with/N": "{s.herrn}\n{s.name}\nTeststraße 5\n65183 Musterstadt\n\n{s.geehrt},\n\ngemeinsam mit {o.name}, geb. am {o.born}, wurden Sie kontrolliert.",
    "mother of the applicant/N": "Betreff: Antrag, {s.listed}\n\nSehr geehrte Damen und Herren,\n\ndie Mutter des Antragstellers, {o.name}, geb. am {o.born}, ist hier gemeldet.",
    "e-mail about another/NB": "Von: {o.name}\nAn: Ausländerbehörde\nBetreff: WG: Termin für {s.name}, geb. am {s.born}\n\nSehr geehrte Damen und Herren,\n\nich bitte um einen Termin.\n\n{o.name}",
    "about the reader's child/": "{o.herrn}\n{o.name}\nTeststraße 5\n65183 Musterstadt\n\nUnser Zeichen: {o.az}\n\nBetreff: Ihr Kind {s.name}, geb. am {s.born}\n\n{o.geehrt},\n\nfür Ihr Kind ist ein Antrag zu stellen.",
    "private letter/NB": "{s.name}\nTeststraße 5\n65183 Musterstadt\ngeboren am {s.born}\n\nStadt Musterstadt\nAusländerbehörde\n\nSehr geehrte Damen und Herren,\n\nich bitte um einen Termin.\n\n{s.name}",
    "passport/NBDM": "Reisepass / Passport\n{s.family}\n{s.given}\n{s.born}\n\n{s.mrz}",
    "form with AZR number/NBA": "Familienname  Vorname  Geburtsdatum\n{s.family}  {s.given}  {s.born}\n\nAZR-Nummer: {s.azr}",
    "birth certificate/NB": "Geburtsurkunde\nStandesamt Musterstadt  G 12/2020\nKind\nGeburtsname: {s.family}\nVorname(n): {s.given}\nGeburtstag: {s.born}\nMutter\nFamilienname: {o.family}\nVorname(n): {o.given}\nVater\nFamilienname: {p.family}\nVorname(n): {p.given}",
    "sponsor/NB": "Verpflichtungserklärung nach §§ 66 bis 68 AufenthG\nDer/Die Unterzeichnende (Verpflichtungsgeber)\nName: {o.family}  Vorname: {o.given}\nGeburtsdatum: {o.born}\nverpflichtet sich, für\nName: {s.family}  Vorname: {s.given}\nGeburtsdatum: {s.born}\ndie Kosten für den Lebensunterhalt zu tragen.",
    "list/!": "Sammelliste zur Verteilung\nNr.  Name  Vorname  geb. am\n1  {s.family}  {s.given}  {s.born}\n2  {o.family}  {o.given}  {o.born}\n3  {p.family}  {p.given}  {p.born}",
    "guardian/N": "Amtsgericht Musterstadt\nZum Vormund des Minderjährigen {s.name} wird\n{o.herrn} {o.name}, geb. am {o.born}, bestellt.",
    "next page/N": "Antrag auf Erteilung einer Aufenthaltserlaubnis\nAngaben zur Person\nFamilienname: {s.family}  Vorname: {s.given}\nAngaben zum Ehegatten\nFamilienstand: verheiratet\n---- scan\nFamilienname: {o.family}  Vorname: {o.given}\nGeburtsdatum: {o.born}\nReisepass-Nr.: {o.pass_nr}",
}


SEVERAL = ("birth certificate", "sponsor")
"""Deeds of several persons: undecidable when another of them is registered, too."""


def letter(seed: object, templates: Sequence[str] = tuple(LETTERS)) -> Made:
    """A random letter; one in three is about somebody who is not in the register."""
    rng = Random(f"traps/letter/{seed}")
    template = rng.choice(templates)
    shows = template.rpartition("/")[2]
    entry = rng.choice(entries())
    registered = rng.random() < 0.67
    subject = entry if registered else _unregistered(entry, rng)
    others = [_other(subject, rng), _other(subject, rng)]
    text = LETTERS[template].format(s=Named(subject), o=Named(others[0]), p=Named(others[1]))
    pages = [page(part, number, PageKind.OCR) for number, part in enumerate(text.split("\n---- scan\n"), 1)]
    return Made(
        template=template,
        pages=tuple(noisy(pages, rng.choice(NOISE), rng)),
        persons=frozenset({subject.person_id} if registered and "!" not in shows else ()),
        decidable=registered
        and _decidable(subject, shows)
        and not (template.startswith(SEVERAL) and any(other.person_id for other in others)),
    )


def _other(subject: Entry, rng: Random) -> Entry:
    """Somebody else, often a relative, four of five registered; whom paper can tell from the subject."""
    while True:
        other = rng.choice(entries())
        if rng.random() < 0.4:
            other = rng.choice([entry for entry in entries() if entry.family_name == subject.family_name])
        if not _same_name(other, subject):
            return other if rng.random() < 0.8 else _unregistered(other, rng)


def _unregistered(entry: Entry, rng: Random) -> Entry:
    """Somebody like `entry` whom no entry fits."""
    for _ in range(20):
        other = double(entry, rng)
        if not any(_fits(known, other) for known in entries()):
            return replace(other, person_id="")
    return replace(double(entry, rng), family_name="Unbekanntović", person_id="")


def _same_name(one: Entry, other: Entry) -> bool:
    """Whether a given name and the family name agree, or may, where the given names are unknown."""
    given = set(one.given_names.split()) & set(other.given_names.split())
    return one.family_name == other.family_name and bool(given)


def _fits(one: Entry, other: Entry) -> bool:
    """Whether both have name and birth date in common, so that paper cannot tell them apart."""
    return one.birth_date[:4] == other.birth_date[:4] and _same_name(one, other)


def _decidable(subject: Entry, shows: str) -> bool:
    if "N" not in shows:
        return False
    if set("FAD") & set(shows):
        return True
    fitting = [entry for entry in entries() if _fits(entry, subject)]
    certain = len(subject.birth_date) == 10 and subject.birth_date[5:] not in {"01-01", "12-31"}
    return "B" in shows and certain and len(fitting) == 1


# -- the samples' layouts ---------------------------------------------------------------------


def layout(seed: object) -> Made:
    """A random sample document, one in five about somebody who is not in the register."""
    rng = Random(f"traps/layout/{seed}")
    kind = LAYOUTS[rng.choice(sorted(LAYOUTS))]
    entry = rng.choice(entries())
    registered = rng.random() < 0.8
    subject = entry if registered else _unregistered(entry, rng)
    first = max(date(2019, 1, 2), date(int(subject.birth_date[:4]) + 1, 1, 1))
    other = rng.choice(entries()) if kind.two_persons and rng.random() < 0.5 else None
    planned = Planned(
        layout=kind.name,
        person=subject,
        issued=first + timedelta(days=rng.randrange(600)),
        expected="filed",
        other=other,
    )
    site: Register = make_register(_AUTHORITY, 0)
    sheets = draw(planned, site.authority, rng)
    pages = [reading(sheet, number) for number, sheet in enumerate(sheets, 1)]
    return Made(
        template=f"layout {kind.name}",
        pages=tuple(noisy(pages, rng.choice(NOISE), rng)),
        persons=frozenset({entry.person_id for entry in (subject, other) if entry and entry.person_id}),
        decidable=registered and not other and _decidable(subject, "".join(kind.shows)),
    )
