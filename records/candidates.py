"""Finding the persons whom a document may mean, quickly among hundreds of thousands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from heapq import nsmallest
from itertools import accumulate

from sqlalchemy import Connection, Select, bindparam, func, select

from pipeline.model import Person
from records.catalogue import Catalogue
from records.codec import chunks
from records.lessons import persons_by_key
from records.people import load
from records.schema import person_key
from records.waiting import CERTAIN

_FREQUENT = 500
"""Persons above which a key is that of a frequent name."""

_DRIVEN = 4000
"""Persons with frequent names that are looked at one by one; keys are counted no further."""


def find_candidates(
    catalogue: Catalogue, authority: str, keys: Iterable[str], limit: int = 400
) -> tuple[Person, ...]:
    """Persons that share keys, those with the rarest first; at most `limit` besides the strong ones.

    What many persons bear leads to nobody by itself: of keys with more than `_FREQUENT` persons only those
    who share several are taken, so that the search stays as quick in a register of hundreds of thousands.
    """
    with catalogue.read() as connection:
        wanted = sorted(set(keys))
        counted = _counted(connection, authority, wanted)
        frequent = [
            key for key, count in counted.items() if count > _FREQUENT and not key.startswith(CERTAIN)
        ]
        weights: dict[str, float] = defaultdict(float)
        strong: set[str] = set()
        for part in chunks([key for key in counted if key not in frequent]):
            for row in connection.execute(_bearers(authority, part)):
                weights[row.person] += 1 / counted[row.key]
                if row.key.startswith(CERTAIN):
                    strong.add(row.person)
        for part in chunks(wanted):
            for row in connection.execute(persons_by_key(authority, part)):
                weights[row.person] += 1.0  # few are taught the same
                if row.key.startswith(CERTAIN):
                    strong.add(row.person)
        for number in _sharing(connection, authority, {key: counted[key] for key in frequent}, limit):
            weights[number] += 1 / _FREQUENT
        ranked = sorted(weights, key=lambda number: (-weights[number], number))
        others = [number for number in ranked if number not in strong][:limit]
        kept = strong.union(others)
        numbers = [number for number in ranked if number in kept]
        found = {one.number: one for part in chunks(numbers) for one in load(connection, authority, part)}
    return tuple(found[number] for number in numbers)


def _counted(connection: Connection, authority: str, keys: Iterable[str]) -> dict[str, int]:
    """The keys that somebody has and how many persons have each, counted no further than `_DRIVEN`."""
    each = select(person_key.c.person).where(
        person_key.c.authority == authority, person_key.c.key == bindparam("key")
    )
    query = select(func.count()).select_from(each.limit(_DRIVEN).subquery())
    counted = {key: connection.execute(query, {"key": key}).scalar_one() for key in keys}
    return {key: count for key, count in counted.items() if count}


def _bearers(authority: str, keys: Iterable[str]) -> Select[tuple[str, str]]:
    return select(person_key.c.person, person_key.c.key).where(
        person_key.c.authority == authority, person_key.c.key.in_(keys)
    )


def _sharing(connection: Connection, authority: str, counted: Mapping[str, int], limit: int) -> Iterable[str]:
    """Persons with most of several frequent keys, among those who have one of the rarer ones.

    The bearers of the most frequent are too many to go through, and whoever is meant has a rarer one, too,
    unless it was misread.
    """
    keys = _of_several_words(counted)
    if len(keys) < 2:
        return ()
    other = person_key.alias()
    query = (
        select(person_key.c.person, other.c.key)
        .join(other, (other.c.authority == authority) & (other.c.person == person_key.c.person))
        .where(person_key.c.authority == authority, person_key.c.key.in_(_driving(keys)))
        .where(other.c.key.in_(list(keys)))
    )
    # Counted here: a database that is asked to group by person goes through all keys of the register.
    shared = Counter(person for person, _ in {(row.person, row.key) for row in connection.execute(query)})
    return nsmallest(limit, shared, key=lambda person: (-shared[person], person))


def _of_several_words(counted: Mapping[str, int]) -> dict[str, int]:
    """Without further spellings of the same word: those have the same bearers, so the same count."""
    seen = {count: key for key, count in counted.items() if count < _DRIVEN}
    return {key: count for key, count in counted.items() if seen.get(count, key) == key}


def _driving(counted: Mapping[str, int]) -> list[str]:
    """The rarest key, and the next ones as long as not too many persons have them."""
    ranked = sorted(counted, key=lambda key: (counted[key], key))
    spent = accumulate(counted[key] for key in ranked)
    return [key for key, persons in zip(ranked, spent, strict=True) if persons <= _DRIVEN] or ranked[:1]
