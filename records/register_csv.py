"""The register's CSV: rows to persons. Nothing here knows the database."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import get_args

from config.language import Text
from config.register_columns import Column, RegisterColumns, load_register_columns
from pipeline.model import PartialDate, Person, PersonName
from records.errors import RegisterError
from records.model import RowError

COLUMNS: tuple[str, ...] = get_args(Column)
_MAX_NUMBER = 200  # characters; as wide as the column
_TOLD_EVERY = 1000
_NONE = re.compile(r"[-–—+]*|x{3,}|unbekannt", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")
_SEX = {"m": "M", "f": "F", "w": "F", "x": "X", "d": "X"}  # w, d: weiblich, divers
_NATIONALITY = re.compile(r"[A-Z]{3}|D")  # ISO 3166-1 alpha-3, ICAO codes, and D as documents have it

_OPEN = Text("lässt sich nicht lesen: {error}", "cannot be read: {error}")
_ENCODING = Text(
    "ist nicht in {encoding} gespeichert (Byte {offset}).", "is not stored as {encoding} (byte {offset})."
)
_EMPTY = Text("ist leer; erwartet wird eine Kopfzeile.", "is empty; a header line is expected.")
_HEADER = Text(
    "Kopfzeile passt nicht. Es fehlen: {missing}; unbekannt: {unknown}; doppelt: {twice}.",
    "header does not fit. Missing: {missing}; unknown: {unknown}; twice: {twice}.",
)
_FIELDS = Text("{found} Felder statt {expected}", "{found} fields instead of {expected}")
_SYNTAX = Text("kein gültiges CSV: {error}", "not valid CSV: {error}")
_NO_ID = Text("person_id fehlt", "person_id is missing")
_LONG_ID = Text("person_id ist länger als {limit} Zeichen", "person_id is longer than {limit} characters")
_TWICE = Text("person_id {id} steht schon in Zeile {line}", "person_id {id} is already in line {line}")
_NO_NAME = Text("kein Name angegeben", "no name given")
_DATE = Text(
    "birth_date „{value}“ ist kein Datum (JJJJ, JJJJ-MM oder JJJJ-MM-TT)",
    "birth_date “{value}” is no date (YYYY, YYYY-MM or YYYY-MM-DD)",
)
_WRONG_SEX = Text("sex „{value}“ ist unbekannt (M, F, X)", "sex “{value}” is unknown (M, F, X)")
_WRONG_STATE = Text(
    "nationality „{value}“ ist kein Staatencode (drei Buchstaben)",
    "nationality “{value}” is no country code (three letters)",
)
_ALIAS = Text(
    "Alias „{value}“ hat nicht die Form „Familienname, Vornamen“",
    "alias “{value}” is not “Family, Given”",
)
_CONTROL = Text("Steuerzeichen in {column}", "control character in {column}")


class _BadRow(Exception):
    """A row that is not imported; the message is worded for the reader."""


def read_register(
    file: Path,
    report: Callable[[RowError], None],
    columns: RegisterColumns | None = None,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Iterator[Person]:
    """The persons of a register file in its order; bad rows go to `report`. Raises RegisterError.

    `columns` says how the file names them; as the program knows them if None. `progress` is told now and
    then how many lines are read, and how many there are.
    """
    columns = columns or load_register_columns()
    text = _text(file, columns.encoding)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    header = _header(file, rows, columns)
    seen: dict[str, int] = {}
    line = rows.line_num + 1
    total = text.count("\n")
    for count in itertools.count():
        if count % _TOLD_EVERY == 0:
            progress(line, total)
        try:
            fields = next(rows, None)
            if fields is None:
                return
            if fields:
                yield _person(_checked(header, fields, columns), seen, line)
        except csv.Error as error:
            report(RowError(line=line, message=_SYNTAX(error=error)))
        except _BadRow as error:
            report(RowError(line=line, message=str(error)))
        line = rows.line_num + 1


def _text(file: Path, encoding: str) -> str:
    """The whole file, so that a wrong encoding shows before anything is imported."""
    try:
        return file.read_bytes().decode(encoding).removeprefix("\ufeff")
    except OSError as error:
        raise RegisterError(file, _OPEN, error=error.strerror or error) from error
    except UnicodeDecodeError as error:
        raise RegisterError(file, _ENCODING, encoding=encoding.upper(), offset=error.start) from error


def _delimiter(text: str) -> str:
    """What separates the columns of the header; a name of a column contains neither."""
    first = text.partition("\n")[0]
    return ";" if first.count(";") > first.count(",") else ","


def _header(file: Path, rows: Iterator[list[str]], columns: RegisterColumns) -> tuple[str, ...]:
    """Our names of the file's columns in their order; empty for those that are passed over."""
    try:
        headings = [name.strip() for name in next(rows, ())]
    except csv.Error as error:
        raise RegisterError(file, _SYNTAX, error=error) from error
    if not any(headings):
        raise RegisterError(file, _EMPTY)
    header = tuple(columns.ours(heading) or "" for heading in headings)
    missing = [name for name in COLUMNS if name not in header and name not in columns.absent]
    unknown = [one for one in headings if columns.ours(one) is None and not columns.ignore_others]
    twice = sorted({name for name in header if name and header.count(name) > 1})
    if missing or unknown or twice:
        raise RegisterError(file, _HEADER, missing=_list(missing), unknown=_list(unknown), twice=_list(twice))
    return header


def _list(names: list[str]) -> str:
    return ", ".join(names) or "–"


def _checked(header: tuple[str, ...], fields: list[str], columns: RegisterColumns) -> dict[str, str]:
    if len(fields) != len(header):
        raise _BadRow(_FIELDS(found=len(fields), expected=len(header)))
    row = dict.fromkeys(COLUMNS, "")
    row |= {name: field.strip() for name, field in zip(header, fields, strict=True) if name}
    for name in columns.values.keys() & header:
        row[name] = columns.meaning(name, row[name])
    if _CONTROLS.search("".join(row.values())):
        raise _BadRow(_CONTROL(column=next(name for name, field in row.items() if _CONTROLS.search(field))))
    return row


def _person(row: Mapping[str, str], seen: dict[str, int], line: int) -> Person:
    number = row["person_id"]
    if not number:
        raise _BadRow(_NO_ID())
    if len(number) > _MAX_NUMBER:
        raise _BadRow(_LONG_ID(limit=_MAX_NUMBER))
    if number in seen:
        raise _BadRow(_TWICE(id=number, line=seen[number]))
    person = Person(
        number=number,
        names=_names(row),
        birth_date=_birth_date(row["birth_date"]),
        sex=_sex(row["sex"]),
        nationality=_nationality(row["nationality"]),
        birth_place=_value(row["birth_place"]),
        file_number=_value(row["file_number"]),
        azr_number=_value(row["azr_number"]),
        document_numbers=tuple(part for part in _parts(row["document_numbers"]) if _value(part)),
    )
    seen[number] = line
    return person


def _value(field: str) -> str | None:
    """None for nothing, and for the marks that mean it (AKNV Anlage 2 Nr. 5 and 7: a stroke)."""
    return None if _NONE.fullmatch(field) else field


def _parts(field: str) -> list[str]:
    return [part for each in field.split(";") if (part := each.strip())] if field else []


def _names(row: Mapping[str, str]) -> tuple[PersonName, ...]:
    family, given = _value(row["family_name"]) or "", _value(row["given_names"]) or ""
    birth = _value(row["birth_name"])
    names = [PersonName(family=family, given=given)]
    if birth and birth != family:
        names.append(PersonName(family=birth, given=given, kind="birth"))
    names += [_alias(part) for part in _parts(row["aliases"]) if _value(part)]
    known = tuple(name for name in names if name.family or name.given)
    if not known:
        raise _BadRow(_NO_NAME())
    return known


def _alias(text: str) -> PersonName:
    family, comma, given = text.partition(",")
    if not comma or "," in given:
        raise _BadRow(_ALIAS(value=text))
    return PersonName(family=_value(family.strip()) or "", given=_value(given.strip()) or "", kind="alias")


@lru_cache(maxsize=65536)  # many are born on the same day
def _birth_date(field: str) -> PartialDate | None:
    if _value(field) is None:
        return None
    try:
        return PartialDate.parse(_iso(field))
    except ValueError as error:
        raise _BadRow(_DATE(value=field)) from error


_GERMAN = re.compile(r"(?:(\d{1,2})\.)?(?:(\d{1,2})\.)?(\d{4})")


def _iso(field: str) -> str:
    """`12.08.1964` as 1964-08-12; unknown parts are written 00 (AZRG-DV) or left out."""
    found = _GERMAN.fullmatch(field)
    if found is None:
        return field
    first, second, year = found.groups()
    day, month = (first, second) if second else (None, first)
    known = [year]
    for part in (month, day):
        if part is None or not int(part):
            break
        known.append(part.zfill(2))
    return "-".join(known)


def _sex(field: str) -> str | None:
    if _value(field) is None:
        return None
    if field.lower() not in _SEX:
        raise _BadRow(_WRONG_SEX(value=field))
    return _SEX[field.lower()]


def _nationality(field: str) -> str | None:
    if not field or field == "-":  # not `_value`: XXX is a code here, ICAO's for an unspecified one
        return None
    if not _NATIONALITY.fullmatch(field.upper()):
        raise _BadRow(_WRONG_STATE(value=field))
    return field.upper()
