"""Persons whose data stand in form fields, section by section."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest
from typing import Any

from pipeline.columns import GAP, Spread
from pipeline.dates import find_dates
from pipeline.fields import Field, find_fields
from pipeline.form_tables import by_columns
from pipeline.info_block import names_the_writer
from pipeline.model import Line, PageReading, PartialDate, PersonMention, Role, Zone
from pipeline.name_span import name_span
from pipeline.partial_date import make_date
from pipeline.roles import RoleWord, belongs_to_third, deed_roles, heading_role, last_role

_SMALL_CAPITALS = frozenset("iltcoösşuüvwxz")
"""Letters that a capital is misread as: i for İ, l for I, t for Ł, and those of one shape in both sizes."""

PERSON_KEYS = frozenset(
    {
        "family_name",
        "given_names",
        "full_name",
        "name",
        "birth_name",
        "birth_date",
        "birth_place",
        "nationality",
        "sex",
    }
)
_NAMES = frozenset({"name", "full_name", "family_name", "given_names", "birth_name"})
_WHOLE = frozenset({"name", "full_name", "family_name"})
"""Names of which one person has but one."""
_WRITER = Role.THIRD, "Name"
_LINES_BETWEEN = 6
"""Lines that may lie between two fields of one person."""

_HEAD_OF_ROW = 3
"""Words at the most that say of whom a table's row is."""

_LEAST_DIGITS = 6
"""Of something that was a date before it was misread."""

_ANOTHER_DAY = re.compile(r"\)|\b(?:seit|bis|vom|ab)\b")
"""Between a birth date's label and a date that is none: "geboren ... 1967) steht seit 18.05.2022"."""
_LOOSE = re.compile(r"\W*(\d{2})\s?[.,:;·]\s?(\d{2})\s?[.,:;·]\s?((?:19|20)\d{2})(?!\d)")
"""A whole date whose dots were misread."""
_YEAR = re.compile(r"(?<!\d)(19\d{2}|20\d{2})(?!\d)")
_PARTED_HYPHEN = re.compile(r"(?<=[A-ZÄÖÜ]{2}) - (?=[A-ZÄÖÜ]{2})")
"""In a double name that was typed in capitals: OWUSU - BOATENG."""
_FEMALE = re.compile(r"\b(?:w|weiblich|f|female|féminin|frau|kadın)\b", re.IGNORECASE)
_MALE = re.compile(r"\b(?:m|männlich|male|masculin|mann|erkek)\b", re.IGNORECASE)

FieldInRole = tuple[Field, Role, str | None]


# -- sections -------------------------------------------------------------------------------


def fields_with_roles(pages: Sequence[PageReading]) -> Iterator[FieldInRole]:
    """Fields with the role of the section they stand in.

    A page starts with its subject, unless the section of somebody else runs on from the page before.
    """
    fields = [_by_line(page) for page in pages]
    headings = [
        heading
        for page, found in zip(pages, fields, strict=True)
        for index, line in enumerate(page.lines)
        if index not in found
        for heading in _headings(line)
    ]
    deed = deed_roles(headings)
    role, word = Role.SUBJECT, None
    columns: list[RoleWord] = []
    for page, found in zip(pages, fields, strict=True):
        if role is not Role.THIRD:
            role, word = Role.SUBJECT, None
        for index, line in enumerate(page.lines):
            if index in found:
                party = last_role(found[index][0].label)
                if party[0] is Role.PARTY:
                    role, word = party
                in_role = list(_in_role(line.text, found[index], role, word))
                if names_the_writer(page.lines, index):
                    in_role = [(f, *_WRITER) if f.key in _WHOLE else (f, r, w) for f, r, w in in_role]
                yield from (_in_row(page, found, _in_column(item, columns)) for item in in_role)
            elif heading := heading_role(line.text):
                role, word = deed.get((heading[1] or "").lower(), heading[0]), heading[1]
                columns = [(deed.get((name or "").lower(), own), name) for own, name in _headings(line)]


def _headings(line: Line) -> list[RoleWord]:
    """The heading that a line is, or those of a form's columns: `Antragsteller/in   Ehegatte`."""
    cells = [heading for cell in Spread.of(line).text.split(GAP) if (heading := heading_role(cell))]
    whole = heading_role(line.text)
    return cells if len(cells) > 1 else [whole] if whole else []


def _in_column(item: FieldInRole, columns: Sequence[RoleWord]) -> FieldInRole:
    field = item[0]
    if not field.columns or len(columns) < field.columns:
        return item
    return (field, *columns[-field.columns :][field.column])


def _in_row(page: PageReading, found: Mapping[int, Sequence[Field]], item: FieldInRole) -> FieldInRole:
    """The field in the role that its row begins with, if a third person's."""
    field = item[0]
    if field.value_line == field.line and not field.listed:
        return item
    text = page.lines[field.value_line].text
    values = (f.value for fields in found.values() for f in fields if f.value_line == field.value_line)
    before = text[: min((max(text.find(value), 0) for value in values), default=0)]
    role, word = last_role(before)
    return (field, role, word) if role is Role.THIRD and len(before.split()) <= _HEAD_OF_ROW else item


def _by_line(page: PageReading) -> dict[int, list[Field]]:
    fields: dict[int, list[Field]] = {}
    for field in by_columns(page, find_fields(page)):
        fields.setdefault(field.line, []).append(field)
    return fields


def _in_role(
    text: str, fields: Sequence[Field], section: Role, section_word: str | None
) -> Iterator[FieldInRole]:
    """The fields of one line; a role word before them there counts above the section's."""
    role, word = last_role(text[: max(text.find(fields[0].label), 0)])
    if role is Role.UNKNOWN:
        role, word = section, section_word
    for field in fields:
        if belongs_to_third(text[: text.find(field.value)] if field.value in text else text):
            yield field, Role.THIRD, field.label
        elif (field.listed or field.column) and role is not Role.THIRD:
            yield field, Role.UNKNOWN, word
        else:
            yield field, role, word


# -- persons --------------------------------------------------------------------------------


def persons_in_fields(fields: Sequence[FieldInRole], today: date) -> Iterator[PersonMention]:
    """Fields that follow one another in one role make one person, until a key comes again."""
    data = [
        item
        for item in fields
        if item[0].key in PERSON_KEYS and (_value(*_datum(item), today) or _unreadable(item[0], today))
    ]
    for column in sorted({item[0].column for item in data}):
        yield from _one_after_another([item for item in data if item[0].column == column], today)


def _one_after_another(data: Sequence[FieldInRole], today: date) -> Iterator[PersonMention]:
    group: dict[str, FieldInRole] = {}
    for item, following in zip_longest(data, data[1:]):
        split = following is not None and following[0].key == "given_names"
        if group and (_another(item, group, split=split) or not _continues(list(group.values())[-1], item)):
            yield _person(group, today)
            group = {}
        group[item[0].key] = item
    if group:
        yield _person(group, today)


def _datum(item: FieldInRole) -> tuple[str, str]:
    return item[0].key, item[0].value


def _another(item: FieldInRole, group: Mapping[str, FieldInRole], *, split: bool) -> bool:
    """Whether a datum is another person's: a second of its kind, or a family name (`split` from the given
    names behind it) after a whole name.
    """
    key = item[0].key
    if key == "family_name" and "name" in group and (split or "," in group["name"][0].value):
        return True
    if key in group or ("full_name" in group and key in _WHOLE):
        return True
    return key == "full_name" and bool(group.keys() & _WHOLE)


def _continues(last: FieldInRole, following: FieldInRole) -> bool:
    return (
        last[1:] == following[1:]
        and last[0].page == following[0].page
        and following[0].line - last[0].value_line <= _LINES_BETWEEN
    )


def _person(group: Mapping[str, FieldInRole], today: date) -> PersonMention:
    field, role, word = next(iter(group.values()))
    values = {key: _value(key, item[0].value, today) for key, item in group.items() if key != "birth_date"}
    texts: dict[str, Any] = {key: value for key, value in values.items() if isinstance(value, str)}
    if full := texts.pop("full_name", None):
        texts["name"] = full
    if "name" in texts and "given_names" in texts and "family_name" not in texts:
        # `Name` beside `Vorname` is the family name; alone it is unsplit.
        texts["family_name"] = texts.pop("name")
    elif "name" in texts and "family_name" in texts:
        # As identity cards of some states have it: `Name` is the given name.
        texts["given_names"] = texts.pop("name")
    if "birth_name" in texts and not texts.keys() & {"name", "family_name"}:
        # A child's on its birth certificate.
        texts["family_name"] = texts["birth_name"]
    born = group.get("birth_date")
    mention = PersonMention(
        role=role,
        zone=Zone.FIELD,
        page=field.page,
        role_word=word,
        birth_date=_birth_date(born[0].value, today) if born else None,
        unreadable=bool(born and _unreadable(born[0], today)),
        confidence=born[0].confidence if born else 1.0,
    )
    return replace(mention, **texts)


def _value(key: str, text: str, today: date) -> PartialDate | str | None:
    if key == "birth_date":
        return _birth_date(text, today)
    if key in _NAMES:
        text = re.split(r"[;(]|\bgeb\b|\bgeboren\b", text)[0].replace(" / ", " ")
        if text[:1] in _SMALL_CAPITALS:
            text = ("I" if text[0] == "l" else text[0].upper()) + text[1:]
        text = _PARTED_HYPHEN.sub("-", text)
        return name_span(text, from_end=False) or None
    return _sex(text) if key == "sex" else text.strip(" .,;:") or None


def _birth_date(text: str, today: date) -> PartialDate | None:
    for found in find_dates(text, today):
        if found.value.year <= today.year and not _ANOTHER_DAY.search(text[: found.start]):
            return found.value
    loose = _LOOSE.match(text)
    if loose and int(loose.group(3)) <= today.year:
        return make_date(*map(int, loose.groups()))
    year = _YEAR.match(text.strip())
    return make_date(0, 0, int(year.group(1))) if year else None


def _unreadable(field: Field, today: date) -> bool:
    """Whether a birth date is stated that is none."""
    digits = sum(character.isdigit() for character in field.value)
    return field.key == "birth_date" and digits >= _LEAST_DIGITS and not _birth_date(field.value, today)


def _sex(text: str) -> str | None:
    """`F` or `M`; None for boxes that offer both."""
    female, male = _FEMALE.search(text), _MALE.search(text)
    if bool(female) is bool(male):
        return None
    return "F" if female else "M"
