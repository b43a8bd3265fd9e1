"""The one birth date of a paper that stands without a name: whose it is.

On a form it belongs to whom the other fields name; in a letter ("Ihnen, geb. am …") to the registered person
whose name stands there in full and whose birth date it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pipeline.birth_dates import DateLevel, compare_dates
from pipeline.dates import find_dates
from pipeline.model import Identity, PartialDate, Person, PersonMention, Role, Zone
from pipeline.name_match import NameLevel, compare_mention, stands_in
from pipeline.roles import tellings

GROWN = 14
"""Years from a birth to the latest date of a paper from which no word need tell what it is."""
_LATEST = date(2040, 1, 1)
"""The latest day that a paper may tell; years of two digits that it makes too late only lead to a clerk."""
_REACH = 12
"""Lines that may lie between a name and the birth date."""
_ABOVE = 3
"""Lines above the date whose words may say that it is somebody else's."""


def lone_date(identity: Identity) -> PartialDate | None:
    """The birth date that stands on a form without a name beside it, if there is just one."""
    dates = {
        mention.birth_date
        for mention in identity.persons
        if mention.birth_date
        and mention.zone is Zone.FIELD
        and mention.role is not Role.THIRD
        and not _named(mention)
    }
    return dates.pop() if len(dates) == 1 else None


def named_as_another(identity: Identity, person: Person) -> bool:
    """Whether a third person without a birth date bears the person's name, or all given names: a date that
    stands below "Name des Vaters" is perhaps the father's. No card tells when a grandfather was born.
    """
    thirds = (
        m for m in identity.persons if m.role is Role.THIRD and not m.birth_date and not _grandfather(m)
    )
    levels = [compare_mention(person, m).level for m in thirds]
    return any(level >= NameLevel.NEAR or level is NameLevel.GIVEN_ONLY for level in levels)


def _grandfather(mention: PersonMention) -> bool:
    return "großvater" in (mention.role_word or "").lower()


def loose_date(identity: Identity, person: Person, lines: Sequence[str]) -> PartialDate | None:
    """The only birth date that running text tells, if it is the person's and no word between it and the
    person's name speaks of somebody else.
    """
    stated = [m for m in identity.persons if m.birth_date or m.unreadable]
    dates = {m.birth_date for m in stated}
    born = person.birth_date
    if born is None or dates != {born} or old_dates(lines) - {born}:
        return None
    if compare_dates(born, born) is not DateLevel.FULL:
        return None
    if any(m.role is Role.THIRD or _named(m) for m in stated):
        return None
    dated = [at for at, line in enumerate(lines) if _holds(line, born)]
    if any(
        m.role is not Role.THIRD and compare_mention(person, m).level >= NameLevel.OCR
        for m in identity.persons
    ):
        named = dated
    else:
        named = [at for at, line in enumerate(lines) if stands_in(person, line)]
    pairs = [(one, other) for one in named for other in dated if abs(one - other) <= _REACH]
    return born if any(_together(lines, *pair) for pair in pairs) else None


def old_dates(lines: Sequence[str]) -> set[PartialDate]:
    """The dates that lie so long before the latest of a paper that they may be somebody's birth dates."""
    days = {found.value for line in lines for found in find_dates(line, _LATEST)}
    latest = max((day.year for day in days), default=0)
    return {day for day in days if day.year + GROWN <= latest}


def _together(lines: Sequence[str], name: int, day: int) -> bool:
    between = lines[max(min(name, day - _ABOVE), 0) : max(name, day) + 1]
    return not any(told.role is Role.THIRD for line in between for told in tellings(line))


def _holds(line: str, born: PartialDate) -> bool:
    return any(found.value == born for found in find_dates(line, _LATEST))


def _named(mention: PersonMention) -> bool:
    return bool(mention.name or mention.family_name or mention.given_names)
