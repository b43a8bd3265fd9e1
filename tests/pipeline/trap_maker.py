"""Random documents about persons of a register full of near-collisions, with the truth about each.

The register joins several sample registers, whose casts share names and birth dates, and adds twins,
namesakes and relatives of its own. A document is about its subject, registered or not, and may name
others in other roles; nobody but the registered subject may be the one it is filed under.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
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
    """Somebody easily mistaken for `entry`: a twin, sibling, namesake, parent or child; own numbers."""
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


LETTERS: dict[str, str] = dict(
    part.split("\n", 1)
    for part in re.split(
        "^## ", Path(__file__).with_name("letters.txt").read_text("utf-8"), flags=re.MULTILINE
    )[1:]
)
"""Texts by template. {s} is the subject, {n} an older namesake, {o} and {p} are others.

A template's name ends in what it shows of the subject: N name, B birth date, F file number, A AZR number, D
passport number, M machine-readable zone; nothing if it is too ambiguous to be decided, and an exclamation
mark if it must not be filed at all.
"""


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
    others = _others(subject, rng)
    elder = entry if not registered and _same_name(entry, subject) else _elder(subject)
    text = (
        LETTERS[template]
        .format(s=Named(subject), n=Named(elder), o=Named(others[0]), p=Named(others[1]))
        .strip()
    )
    noise = rng.choice(NOISE)
    kind = rng.choice((PageKind.NATIVE, PageKind.OCR)) if not noise else PageKind.OCR
    pages = [page(part, number, kind) for number, part in enumerate(text.split("\n---- scan\n"), 1)]
    return Made(
        template=template,
        pages=tuple(noisy(pages, noise, rng)),
        persons=frozenset({subject.person_id} if registered and "!" not in shows else ()),
        decidable=registered
        and _decidable(subject, shows)
        and not (template.startswith(SEVERAL) and any(other.person_id for other in others)),
    )


def _others(subject: Entry, rng: Random) -> tuple[Entry, Entry]:
    """Two other persons."""
    first = _other(subject, rng)
    return first, next(
        each for each in iter(lambda: _other(subject, rng), None) if not _same_name(each, first)
    )


def _other(subject: Entry, rng: Random) -> Entry:
    """Somebody else, often a relative, four of five registered; whom paper can tell from the subject."""
    while True:
        other = rng.choice(entries())
        if rng.random() < 0.4:
            other = rng.choice([entry for entry in entries() if entry.family_name == subject.family_name])
        if not _same_name(other, subject):
            return other if rng.random() < 0.8 else _unregistered(other, rng)


def _elder(entry: Entry) -> Entry:
    """A parent of the same name who is not registered."""
    return replace(entry, birth_date=f"{int(entry.birth_date[:4]) - 27}{entry.birth_date[4:]}", person_id="")


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
