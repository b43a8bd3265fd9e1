"""Persons whose data stand in form fields, section by section."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest
from typing import Any

from pipeline.dates import find_dates
from pipeline.fields import Field
from pipeline.form_sections import NAMES, PERSON_KEYS, FieldInRole
from pipeline.model import PartialDate, PersonMention, Zone
from pipeline.name_span import name_span
from pipeline.partial_date import make_date

_SMALL_CAPITALS = frozenset("iltcoösşuüvwxz")
"""Letters that a capital is misread as: i for İ, l for I, t for Ł, and those of one shape."""

_WHOLE = frozenset({"name", "full_name", "family_name"})
"""Names of which one person has but one."""
_LINES_BETWEEN = 6
"""Lines that may lie between two fields of one person."""

_LEAST_DIGITS = 6
"""Of something that was a date before it was misread."""

_ANOTHER_DAY = re.compile(r"\)|\b(?:seit|bis|vom|ab)\b")
"""Between a birth date's label and a date that is none: "geboren ... 1967) steht seit 18.05.2022"."""
_LOOSE = re.compile(r"\W*(\d{2})\s?[.,:;·]?\s?(\d{2})\s?[.,:;·]?\s?((?:19|20)\d{2})(?!\d)")
"""A whole date whose dots were misread, or blanks that cards have instead."""
_SPLIT_DOUBLE = re.compile(r"^(\w{2,}) [-–] (\w{2,})$")
"""The hyphen of a double name with blanks around it, as type with wide letters is read."""
_YEAR = re.compile(r"(?<!\d)(19\d{2}|20\d{2})(?!\d)")
_FEMALE = re.compile(r"\b(?:w|weiblich|f|female|féminin|frau|kadın)\b", re.IGNORECASE)
_MALE = re.compile(r"\b(?:m|männlich|male|masculin|mann|erkek)\b", re.IGNORECASE)


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
        and following[0].line - max(last[0].line, last[0].value_line) <= _LINES_BETWEEN
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
    if key in NAMES:
        text = re.split(r"[;(]|\bgeb\b|\bgeboren\b", text)[0].replace(" / ", " ")
        if text[:1] in _SMALL_CAPITALS:
            text = ("I" if text[0] == "l" else text[0].upper()) + text[1:]
        if key in _WHOLE:
            text = _SPLIT_DOUBLE.sub(r"\1-\2", text)
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
