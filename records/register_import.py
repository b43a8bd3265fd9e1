"""Bringing a register file in: what is new or changed is found first, then one transaction writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from config.register_columns import RegisterColumns
from pipeline.model import Person
from records import changes, waiting
from records.audit import Action, append
from records.bulk import insert_rows, nothing_to_collect
from records.catalogue import Catalogue
from records.codec import chunks
from records.model import ImportReport, RowError
from records.newcomers import mark_contested
from records.people import load, name_content, not_named, register_digest
from records.register_csv import read_register
from records.schema import person as register
from records.schema import person_key

_CHUNK = 1000

KeysOf = Callable[[Person], frozenset[str]]


class ImportStep(StrEnum):
    READING = "reading"
    WRITING = "writing"


ImportProgress = Callable[[ImportStep, int, int], None]
"""Told the step, how many rows of it are done, and how many there are."""


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
    progress: ImportProgress = lambda _step, _done, _total: None,
) -> ImportReport:
    """Add and update the persons of a register file; a bad row is reported and the others go in.

    What is new or changed is found first, without holding the catalogue; then one transaction
    brings it in, so that nobody is ever matched against half a register. Persons that the file
    does not name stay as they are. Raises RegisterError if the file cannot be read at all.
    """
    with nothing_to_collect():
        found = _compared(catalogue, file, authority, keys_of, columns, partial(progress, ImportStep.READING))
        writing = partial(progress, ImportStep.WRITING)
        return _brought_in(catalogue, file, authority, keys_of, actor, found, writing)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Compared:
    """A register file beside the register."""

    changed: list[_Entry]
    unchanged: int
    missing: tuple[str, ...]
    errors: tuple[RowError, ...]


def _compared(
    catalogue: Catalogue,
    file: Path,
    authority: str,
    keys_of: KeysOf,
    columns: RegisterColumns | None,
    progress: Callable[[int, int], None],
) -> _Compared:
    errors: list[RowError] = []
    changed: list[_Entry] = []
    unchanged = 0
    named: set[str] = set()
    for part in chunks(read_register(file, errors.append, columns, progress), _CHUNK):
        entries = [_sealed(each, keys_of) for each in part]
        named.update(each.number for each in part)
        known = _digests(catalogue, authority, [each.number for each in part])
        news = [each for each in entries if known.get(each.person.number) != each.digest]
        unchanged += len(entries) - len(news)
        changed += news
    missing = not_named(catalogue, authority, named)
    return _Compared(changed=changed, unchanged=unchanged, missing=missing, errors=tuple(errors))


def _brought_in(
    catalogue: Catalogue,
    file: Path,
    authority: str,
    keys_of: KeysOf,
    actor: str,
    found: _Compared,
    progress: Callable[[int, int], None],
) -> ImportReport:
    """One transaction, so that nobody is ever matched against half a register."""
    changed, added = found.changed, 0
    with catalogue.write() as connection:
        present = {one.number: one for one in _present(connection, authority, changed)}
        waiting.mark_persons(connection, authority, present.values())
        waiting.mark_persons(connection, authority, [each.person for each in changed])
        mark_contested(connection, authority, list(_newcomers(changed, present, keys_of)))
        for number, part in enumerate(chunks(changed, _CHUNK)):
            progress(number * _CHUNK, len(changed))
            added += _upsert(connection, authority, part)
        report = ImportReport(
            added=added,
            updated=len(changed) - added,
            unchanged=found.unchanged,
            errors=found.errors,
            missing=found.missing,
        )
        _log(connection, authority, file, actor, report)
    return report


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
        (authority, key, entry.person.number) for entry in entries for key in entry.keys.split("\n") if key
    ]
    if keys:
        insert_rows(connection, person_key, keys)
    return len(new)


def _row(authority: str, entry: _Entry) -> dict[str, Any]:
    one = entry.person
    return {
        "authority": authority,
        "number": one.number,
        "names": [name_content(name) for name in one.names],
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
