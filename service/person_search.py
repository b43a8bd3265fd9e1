"""Finding a person of the register as a clerk types: a number, a name in any spelling, a birth date."""

from __future__ import annotations

import re

from pipeline.identifiers import normal
from pipeline.model import Person, PersonMention, Role, Zone
from pipeline.name_match import NameLevel, compare_mention
from pipeline.names import keys
from records import lessons, people
from records.candidates import find_candidates
from service.wiring import Site

_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


def find_persons(site: Site, authority: str, text: str, limit: int = 8) -> tuple[Person, ...]:
    """At most `limit` persons, those whose name agrees best first.

    A number (of the person, of the file, AZR, of a document) or a birth date (12.08.1964 or
    1964-08-12) among the words narrows it down.
    """
    exact = people.person(site.catalogue, authority, text.strip())
    if exact is not None:
        return (exact,)
    parts = text.replace(",", " ").split()
    name = " ".join(part for part in parts if not any(map(str.isdigit, part)))
    numbers = [part for part in parts if any(map(str.isdigit, part))]
    certain = {f"date:{_iso(part)}" for part in numbers} | {f"num:{normal(part)}" for part in numbers}
    if numbers:
        certain.add(f"num:{normal(' '.join(numbers))}")
    wanted = certain or {f"name:{key}" for key in keys(name)}
    found = lessons.taught(site.catalogue, authority, find_candidates(site.catalogue, authority, wanted))
    levels = {person.number: _level(person, name) for person in found}
    fitting = [person for person in found if not name or levels[person.number] > NameLevel.DIFFERENT]
    fitting.sort(key=lambda person: (-levels[person.number], person.names[0].family, person.names[0].given))
    return tuple(fitting[:limit])


def _level(person: Person, name: str) -> NameLevel:
    return compare_mention(person, PersonMention(role=Role.UNKNOWN, zone=Zone.BODY, page=1, name=name)).level


def _iso(part: str) -> str:
    match = _DATE.fullmatch(part)
    return f"{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}" if match else part
