"""The person register: a synchronised copy, imported from a file, looked up by keys."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, delete, insert, select, update

from config.register_columns import RegisterColumns
from pipeline.model import PartialDate, Person, PersonName
from records import changes, waiting
from records.audit import Action, append
from records.catalogue import Catalogue
from records.codec import chunks, digest
from records.model import ImportReport, RowError
from records.newcomers import mark_contested
from records.register_csv import read_register
from records.schema import person as register
from records.schema import person_key

_CHUNK = 1000

KeysOf = Callable[[Person], frozenset[str]]


# -- importing ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Entry:
    person: Person
    keys: str
    """Joined by newlines: hundreds of thousands wait in memory, and a set of strings takes six times that."""
    digest: str


def import_register(
    catalogue: Catalogue,
    file: Path,
    authority: str,
    *,
    keys_of: KeysOf,
    actor: str = "service",
    columns: RegisterColumns | None = None,
) -> ImportReport:
    """Add and update the persons of a register file; a bad row is reported and the others go in.

    What is new or changed is found first, without holding the catalogue; then one transaction
    brings it in, so that nobody is ever matched against half a register. Persons that the file
    does not name stay as they are. Raises RegisterError if the file cannot be read at all.
    """
    errors: list[RowError] = []
    changed: list[_Entry] = []
    unchanged = 0
    named: set[str] = set()
    for part in chunks(read_register(file, errors.append, columns), _CHUNK):
        entries = [_sealed(each, keys_of) for each in part]
        named.update(each.number for each in part)
        known = _digests(catalogue, authority, [each.number for each in part])
        news = [each for each in entries if known.get(each.person.number) != each.digest]
        unchanged += len(entries) - len(news)
        changed += news
    missing = not_named(catalogue, authority, named)
    with catalogue.write() as connection:
        present = {one.number: one for one in _present(connection, authority, changed)}
        waiting.mark_persons(connection, authority, present.values())
        waiting.mark_persons(connection, authority, [each.person for each in changed])
        mark_contested(connection, authority, list(_newcomers(changed, present, keys_of)))
        added = sum(_upsert(connection, authority, part) for part in chunks(changed, _CHUNK))
        report = ImportReport(
            added=added,
            updated=len(changed) - added,
            unchanged=unchanged,
            errors=tuple(errors),
            missing=missing,
        )
        _log(connection, authority, file, actor, report)
    return report


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
    content["names"] = [_name_content(name) for name in entry.names]
    content["birth_date"] = None if entry.birth_date is None else asdict(entry.birth_date)
    return content


def _name_content(name: PersonName) -> dict[str, str]:
    return {"family": name.family, "given": name.given, "kind": name.kind}


def _sealed(entry: Person, keys_of: KeysOf) -> _Entry:
    keys = keys_of(entry)
    return _Entry(entry, "\n".join(sorted(keys)), register_digest(entry, keys))


def _digests(catalogue: Catalogue, authority: str, numbers: list[str]) -> dict[str, str]:
    query = select(register.c.number, register.c.digest).where(
        register.c.authority == authority, register.c.number.in_(numbers)
    )
    with catalogue.read() as connection:
        return {row.number: row.digest for row in connection.execute(query)}


def _present(connection: Connection, authority: str, entries: Iterable[_Entry]) -> list[Person]:
    parts = chunks(entry.person.number for entry in entries)
    return [one for part in parts for one in load(connection, authority, part)]


def _newcomers(changed: Iterable[_Entry], present: Mapping[str, Person], keys_of: KeysOf) -> Iterator[Person]:
    """Whom documents may now be found to be about that were not before."""
    for each in changed:
        before = present.get(each.person.number)
        if before is None or not keys_of(before).issuperset(each.keys.split("\n")):
            yield each.person


def _upsert(connection: Connection, authority: str, entries: tuple[_Entry, ...]) -> int:
    """Returns how many are new. Updates and inserts apart: an upsert statement is not portable."""
    numbers = [entry.person.number for entry in entries]
    mine = register.c.authority == authority
    found = set(
        connection.execute(select(register.c.number).where(mine, register.c.number.in_(numbers))).scalars()
    )
    rows = [_row(authority, entry) for entry in entries]
    if new := [row for row in rows if row["number"] not in found]:
        connection.execute(insert(register), new)
    if old := [{**row, "old": row["number"]} for row in rows if row["number"] in found]:
        connection.execute(update(register).where(mine, register.c.number == bindparam("old")), old)
        theirs = (person_key.c.authority == authority) & person_key.c.person.in_(found)
        connection.execute(delete(person_key).where(theirs))
        changes.note_persons(connection, authority, found)
    keys = [
        {"authority": authority, "key": key, "person": entry.person.number}
        for entry in entries
        for key in entry.keys.split("\n")
        if key
    ]
    if keys:
        connection.execute(insert(person_key), keys)
    return len(new)


def _row(authority: str, entry: _Entry) -> dict[str, Any]:
    one = entry.person
    return {
        "authority": authority,
        "number": one.number,
        "names": [_name_content(name) for name in one.names],
        "sort_name": f"{one.names[0].family}, {one.names[0].given}".casefold(),
        "birth_date": None if one.birth_date is None else str(one.birth_date),
        "sex": one.sex,
        "nationality": one.nationality,
        "birth_place": one.birth_place,
        "file_number": one.file_number,
        "azr_number": one.azr_number,
        "document_numbers": list(one.document_numbers),
        "digest": entry.digest,
    }


def _log(connection: Connection, authority: str, file: Path, actor: str, report: ImportReport) -> None:
    details = {
        "added": report.added,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "errors": len(report.errors),
        "missing": len(report.missing),
    }
    append(
        connection,
        actor=actor,
        authority=authority,
        action=Action.REGISTER_IMPORTED,
        subject=file.name[:200].encode("utf-8", "replace").decode(),
        details=details,
    )


# -- looking --------------------------------------------------------------------------------


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
