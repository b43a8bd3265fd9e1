"""A made-up person register for one authority, full of people who are easily taken for one another.

Every name, date and number is drawn from the lists of `tests.samples.names` by the seed; nobody in
here exists. `roles` names the persons that are there for a purpose (twins, father and son of one
name, …), so that a sample can ask for them.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from io import StringIO
from random import Random

from tests.samples.authorities import Authority
from tests.samples.authorities import authority as find_authority
from tests.samples.names import ORIGINS, STREETS, Origin
from tests.samples.numbers import azr_number, bamf_number, pattern, serial

COLUMNS = (
    "person_id",
    "file_number",
    "azr_number",
    "family_name",
    "given_names",
    "birth_name",
    "birth_date",
    "sex",
    "nationality",
    "birth_place",
    "document_numbers",
    "aliases",
)
SIZE = 48
_BY_CODE = {origin.code: origin for origin in ORIGINS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row of the register, and below it what only documents say. `birth_date` ISO, maybe partial."""

    person_id: str
    file_number: str
    azr_number: str
    family_name: str
    given_names: str
    birth_name: str = ""
    birth_date: str
    sex: str
    nationality: str
    birth_place: str
    aliases: tuple[str, ...] = ()

    passport_number: str
    permit_number: str
    bamf_number: str
    street: str
    origin: Origin

    @property
    def document_numbers(self) -> tuple[str, ...]:
        return (self.passport_number, self.permit_number)

    @property
    def full_birth_date(self) -> bool:
        return len(self.birth_date) == 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    authority: Authority
    entries: tuple[Entry, ...]
    roles: Mapping[str, str] = field(default_factory=dict)

    def person(self, role: str) -> Entry:
        """The person who plays `role`. Raises KeyError for a role nobody has."""
        return next(entry for entry in self.entries if entry.person_id == self.roles[role])

    @property
    def ordinary(self) -> tuple[Entry, ...]:
        """Persons without a role: full birth date, nobody like them."""
        taken = set(self.roles.values())
        return tuple(entry for entry in self.entries if entry.person_id not in taken)

    def csv(self) -> str:
        """The register file of the contract."""
        out = StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        for entry in self.entries:
            lists = (";".join(entry.document_numbers), ";".join(entry.aliases))
            writer.writerow([*(getattr(entry, column) for column in COLUMNS[:-2]), *lists])
        return out.getvalue()


# Persons with a purpose: role, nationality, and what is fixed about them. Values that start with `=`
# are copied from the person of that role.
_CAST: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("twin_a", "SYR", {"given_names": "Amjad", "sex": "M", "birth_date": "1997-03-14"}),
    (
        "twin_b",
        "SYR",
        {"family_name": "=twin_a", "given_names": "Ayham", "sex": "M", "birth_date": "=twin_a"},
    ),
    ("sibling_a", "AFG", {"given_names": "Zahra", "sex": "F", "birth_date": "2001-06-02"}),
    (
        "sibling_b",
        "AFG",
        {"family_name": "=sibling_a", "given_names": "Farid", "sex": "M", "street": "=sibling_a"},
    ),
    ("father", "TUR", {"given_names": "Ömer", "sex": "M", "birth_date": "1968-11-09"}),
    ("son", "TUR", {"family_name": "=father", "given_names": "Ömer", "sex": "M", "birth_date": "1994-09-11"}),
    (
        "same_name_a",
        "VNM",
        {"family_name": "Nguyễn", "given_names": "Thị Hồng", "sex": "F", "birth_date": "1985-02-17"},
    ),
    (
        "same_name_b",
        "VNM",
        {"family_name": "Nguyễn", "given_names": "Thị Hồng", "sex": "F", "birth_date": "1992-12-30"},
    ),
    ("umlaut", "TUR", {"family_name": "Özgür-Müller", "given_names": "Gülşen", "sex": "F"}),
    (
        "arabic",
        "SYR",
        {
            "family_name": "Al-Testani",
            "given_names": "Mohammad",
            "sex": "M",
            "aliases": "Altestani, Muhammad;El Testani, Mohamed",
        },
    ),
    (
        "ukrainian",
        "UKR",
        {
            "family_name": "Shcherbanenko",
            "given_names": "Oleksandr",
            "sex": "M",
            "aliases": "Schtscherbanenko, Alexander",
        },
    ),
    ("unsplit", "AFG", {"family_name": "Gulbaz Muster Zadran", "given_names": "-", "sex": "M"}),
    ("married", "UKR", {"given_names": "Nataliia", "sex": "F", "birth_name": "Musterenko"}),
    ("alias", "NGA", {"given_names": "Emeka Paul", "sex": "M", "aliases": "Probestone, John"}),
    ("year_only", "ERI", {"birth_date": "1980"}),
    ("month_only", "AFG", {"birth_date": "1980-05"}),
    ("january_a", "ERI", {"given_names": "Filmon", "sex": "M", "birth_date": "1990-01-01"}),
    (
        "january_b",
        "ERI",
        {"family_name": "=january_a", "given_names": "Filmon", "sex": "M", "birth_date": "1990-01-01"},
    ),
    ("stateless", "SYR", {"nationality": "XXA"}),
    ("apostrophe", "NGA", {"family_name": "N'Dukwe", "given_names": "Adaeze", "sex": "F"}),
    ("citizen", "POL", {}),
    ("child", "SRB", {"birth_date": "2020-04-28"}),
    ("spouse_a", "IRN", {"given_names": "Behrouz", "sex": "M", "birth_date": "1979-08-21"}),
    (
        "spouse_b",
        "IRN",
        {"family_name": "=spouse_a", "given_names": "Shirin", "sex": "F", "street": "=spouse_a"},
    ),
    ("shared", "IND", {"family_name": "Testakumar", "given_names": "Priya", "sex": "F"}),
)


def make_register(authority_name: str, seed: int) -> Register:
    """The register of one authority. Same name and seed, same register."""
    site = find_authority(authority_name)
    rng = Random(f"{seed}/{authority_name}/register")
    entries: list[Entry] = []
    taken: set[tuple[str, str]] = {
        (facts["family_name"], facts["given_names"])
        for _, _, facts in _CAST
        if {"family_name", "given_names"} <= facts.keys()
    }
    order = list(range(1, SIZE + 1))
    rng.shuffle(order)
    known: dict[str, Entry] = {}
    for index, number in enumerate(order):
        role, code, fixed = _CAST[index] if index < len(_CAST) else ("", rng.choice(ORIGINS).code, {})
        entry = _entry(site, number, _BY_CODE[code], _facts(fixed, known), taken, rng)
        entries.append(entry)
        taken.add((entry.family_name, entry.given_names))
        if role:
            known[role] = entry
    roles = {role: entry.person_id for role, entry in known.items()}
    entries.sort(key=lambda entry: entry.person_id)
    return Register(authority=site, entries=tuple(entries), roles=roles)


def _facts(fixed: Mapping[str, str], known: Mapping[str, Entry]) -> dict[str, str]:
    """What is fixed about a person of the cast, with the references to others looked up."""
    return {
        name: getattr(known[value[1:]], name) if value.startswith("=") else value
        for name, value in fixed.items()
    }


def _name(origin: Origin, sex: str, taken: set[tuple[str, str]], rng: Random) -> tuple[str, str]:
    """A name nobody else in the register has; two given names where the short ones are used up."""
    given_names = origin.men if sex == "M" else origin.women
    name = rng.choice(origin.families), rng.choice(given_names)
    while name in taken:
        name = rng.choice(origin.families), " ".join(rng.sample(given_names, 2))
    taken.add(name)
    return name


def _entry(
    site: Authority,
    number: int,
    origin: Origin,
    facts: Mapping[str, str],
    taken: set[tuple[str, str]],
    rng: Random,
) -> Entry:
    """A person made up but for the given facts."""
    sex = facts.get("sex") or rng.choice("MF")
    family_name, given_names = _name(origin, sex, taken, rng)
    drawn = date(1955, 1, 2) + timedelta(days=rng.randrange(18_900))
    birth_date = facts.get("birth_date") or drawn.isoformat()
    earliest = max(date(2005, 1, 1), date(int(birth_date[:4]) + 1, 1, 1))
    entered = earliest + timedelta(days=rng.randrange(max(1, min(4_500, (date(2021, 6, 1) - earliest).days))))
    return Entry(
        person_id=f"{site.person_prefix}-{number:04d}",
        file_number=site.file_number.format(number=rng.randrange(1_000, 99_999), year=entered.year % 100),
        azr_number=azr_number(entered, rng),
        family_name=facts.get("family_name", family_name),
        given_names=facts.get("given_names", given_names),
        birth_name=facts.get("birth_name", ""),
        birth_date=birth_date,
        sex=sex,
        nationality=facts.get("nationality", origin.code),
        birth_place=rng.choice(origin.places),
        aliases=tuple(filter(None, facts.get("aliases", "").split(";"))),
        passport_number=pattern(origin.passport, rng),
        permit_number=serial(rng, site.serial_office),
        bamf_number=bamf_number(rng, origin.bamf_suffix),
        street=facts.get("street") or f"{rng.choice(STREETS)} {rng.randrange(1, 140)}",
        origin=origin,
    )


def stranger(site: Authority, seed: int) -> Entry:
    """Somebody who is not in the register of `site`, though complete in every other way."""
    rng = Random(f"{seed}/{site.name}/stranger")
    facts = {"family_name": "Unbekanntović", "given_names": "Nikolina", "sex": "F"}
    return _entry(site, 9999, _BY_CODE["SRB"], facts, set(), rng)
