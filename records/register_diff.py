"""What an import would change, without changing it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from config.register_columns import RegisterColumns
from pipeline.model import Person
from records.catalogue import Catalogue
from records.codec import chunks
from records.model import RowError
from records.people import not_named, persons
from records.register_csv import read_register

_CHUNK = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """`fields`: name of the field with the value now and the value of the file."""

    number: str
    fields: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """`missing`: numbers of persons that the file does not name; they are kept."""

    new: tuple[str, ...]
    changed: tuple[Changed, ...]
    unchanged: int
    missing: tuple[str, ...]
    errors: tuple[RowError, ...]


def differences(
    catalogue: Catalogue, file: Path, authority: str, columns: RegisterColumns | None = None
) -> Differences:
    """Raises RegisterError if the file cannot be read at all."""
    errors: list[RowError] = []
    new: list[str] = []
    changed: list[Changed] = []
    seen: set[str] = set()
    for part in chunks(read_register(file, errors.append, columns), _CHUNK):
        known = persons(catalogue, authority, [each.number for each in part])
        for each in part:
            seen.add(each.number)
            if each.number not in known:
                new.append(each.number)
            elif found := tuple(_differing(known[each.number], each)):
                changed.append(Changed(number=each.number, fields=found))
    return Differences(
        new=tuple(new),
        changed=tuple(changed),
        unchanged=len(seen) - len(new) - len(changed),
        missing=not_named(catalogue, authority, seen),
        errors=tuple(errors),
    )


def _differing(now: Person, then: Person) -> Iterator[tuple[str, str, str]]:
    for one in fields(Person):
        before, after = getattr(now, one.name), getattr(then, one.name)
        if before != after:
            yield one.name, _told(before), _told(after)


def _told(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, tuple):
        return "; ".join(_told(part) for part in value) or "–"
    family, given = getattr(value, "family", None), getattr(value, "given", None)
    return f"{family}, {given}" if family is not None else str(value)
