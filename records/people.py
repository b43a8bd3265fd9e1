"""The person register: a synchronised copy, looked up by number or in the order of names."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from pipeline.model import PartialDate, Person, PersonName
from records.catalogue import Catalogue
from records.codec import chunks, digest
from records.schema import person as register


def person_of(row: RowMapping) -> Person:
    born = row["birth_date"]
    return Person(
        number=row["number"],
        names=tuple(PersonName(**name) for name in row["names"]),
        birth_date=None if born is None else PartialDate.parse(born),
        sex=row["sex"],
        nationality=row["nationality"],
        birth_place=row["birth_place"],
        file_number=row["file_number"],
        azr_number=row["azr_number"],
        document_numbers=tuple(row["document_numbers"]),
    )


def persons(catalogue: Catalogue, authority: str, numbers: Iterable[str]) -> dict[str, Person]:
    """The register's entries with these numbers; unknown numbers are missing."""
    with catalogue.read() as connection:
        return {one.number: one for part in chunks(set(numbers)) for one in load(connection, authority, part)}


def person(catalogue: Catalogue, authority: str, number: str) -> Person | None:
    return persons(catalogue, authority, (number,)).get(number)


def list_persons(catalogue: Catalogue, authority: str, limit: int | None = None) -> tuple[Person, ...]:
    """The register in the order of names."""
    query = (
        select(register)
        .where(register.c.authority == authority)
        .order_by(register.c.sort_name, register.c.number)
        .limit(limit)
    )
    with catalogue.read() as connection:
        return tuple(person_of(row) for row in connection.execute(query).mappings())


def load(connection: Connection, authority: str, numbers: tuple[str, ...]) -> Iterable[Person]:
    query = select(register).where(register.c.authority == authority, register.c.number.in_(numbers))
    return [person_of(row) for row in connection.execute(query).mappings()]


def not_named(catalogue: Catalogue, authority: str, named: Collection[str]) -> tuple[str, ...]:
    """Numbers of the register that are not among these."""
    query = select(register.c.number).where(register.c.authority == authority).order_by(register.c.number)
    with catalogue.read() as connection:
        return tuple(number for number in connection.execute(query).scalars() if number not in named)


def register_digest(entry: Person, keys: Iterable[str]) -> str:
    """Of an entry with its keys: changes with either. What was learned is no part of the entry."""
    return digest([_content(entry), sorted(keys)])


def _content(entry: Person) -> dict[str, Any]:
    """As `asdict`, which copies deeply and takes a third of an import's time."""
    content = {name: getattr(entry, name) for name in entry.__slots__ if name != "learned"}
    content["names"] = [name_content(name) for name in entry.names]
    born = entry.birth_date
    content["birth_date"] = born and {"year": born.year, "month": born.month, "day": born.day}
    return content


def name_content(name: PersonName) -> dict[str, str]:
    return {"family": name.family, "given": name.given, "kind": name.kind}
