"""Which filed documents somebody who is new to the register might have a claim to.

A document was filed because exactly one registered person fitted it. Once somebody is entered who could be
mistaken for that person (a twin, a namesake, whoever the paper had been about before the office knew of
them), that is open again: what was filed without a clerk is decided anew.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, String, cast, intersect, select

from pipeline.birth_dates import DateLevel, compare_dates, similar_dates
from pipeline.match import keys_of_person
from pipeline.model import PartialDate, Person
from pipeline.names import keys
from records import waiting
from records.model import DocumentState
from records.schema import document, person_key
from records.schema import person as register

_WITHOUT_NUMBER = cast(document.c.evidence, String).not_like('%"number_%')


def mark_contested(connection: Connection, authority: str, newcomers: Sequence[Person]) -> None:
    """The filed documents of whoever could be mistaken for one of `newcomers` are due, in the transaction
    that enters them. A newcomer is also somebody who got another name, birth date or number. With many, all
    that is filed is due.
    """
    filed = (document.c.authority == authority) & (document.c.state == DocumentState.FILED)
    if connection.execute(select(document.c.id).where(filed).limit(1)).first() is None:
        return
    if len(newcomers) > waiting.MANY:
        waiting.mark_all_filed(connection, authority)
        return
    for each in newcomers:
        look = _Look(connection, authority, each, keys_of_person(each))
        near, vague = look.namesakes()
        waiting.mark_filed(connection, authority, {*look.sharing_number(), *look.of_one_birth(), *near})
        # Hundreds share a frequent name and 1 January; of those nothing was filed without a number.
        waiting.mark_filed(connection, authority, vague, _WITHOUT_NUMBER)


@dataclass(frozen=True, slots=True)
class _Look:
    """Looks among the others of the register for those who are like a newcomer."""

    connection: Connection
    authority: str
    newcomer: Person
    keys: frozenset[str]

    def sharing_number(self) -> Sequence[str]:
        return self.connection.execute(self._under(self._own("num:"))).scalars().all()

    def of_one_birth(self) -> Sequence[str]:
        """Who shares the birth date and a part of the name: twins, or the same person misspelt."""
        born = self.newcomer.birth_date
        if compare_dates(born, born) is not DateLevel.FULL:
            return ()
        both = intersect(self._under(self._own("date:")), self._under(self._own("name:")))
        return self.connection.execute(both).scalars().all()

    def namesakes(self) -> tuple[set[str], set[str]]:
        """Who shares family and given name: with a birth date that could be misread as the newcomer's, and
        with one that is known in part or not at all.
        """
        near, vague = set(), set()
        for name in self.newcomer.names:
            parts = [keys(part) for part in (name.family, name.given)]
            found = [self._under([f"name:{key}" for key in part]) for part in parts if part]
            if not found:
                continue
            query = select(register.c.number, register.c.birth_date).where(
                register.c.authority == self.authority, register.c.number.in_(intersect(*found))
            )
            for number, born in self.connection.execute(query):
                date = None if born is None else PartialDate.parse(born)
                if _close(self.newcomer.birth_date, date):
                    near.add(number)
                elif compare_dates(self.newcomer.birth_date, date) is not DateLevel.DIFFERENT:
                    vague.add(number)
        return near, vague

    def _own(self, prefix: str) -> list[str]:
        return [key for key in self.keys if key.startswith(prefix)]

    def _under(self, wanted: Collection[str]) -> Select[Any]:
        others = (person_key.c.authority == self.authority) & (person_key.c.person != self.newcomer.number)
        return select(person_key.c.person).where(others, person_key.c.key.in_(wanted))


def _close(one: PartialDate | None, other: PartialDate | None) -> bool:
    if one is None or other is None:
        return False
    return compare_dates(one, other) is DateLevel.FULL or similar_dates(one, other)
