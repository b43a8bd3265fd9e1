"""Fields of forms with the role of the section they stand in: whose data they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.columns import GAP, Spread
from pipeline.fields import Field, find_fields
from pipeline.form_tables import by_columns
from pipeline.model import Line, PageReading, Role
from pipeline.roles import (
    NO_ROLE,
    SIGNATORY,
    RoleWord,
    belongs_to_third,
    deed_roles,
    heading_role,
    is_child,
    last_role,
    tellings,
)

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
NAMES = frozenset({"name", "full_name", "family_name", "given_names", "birth_name"})
_HEAD_OF_ROW = 3
"""Words at the most that say of whom a table's row is."""

_AROUND = 2
_REFERENCES = re.compile(r"\b(?:Mein|Unser)e? (?:Zeichen|Geschäftszeichen|Az|Gz)\b|\bDurchwahl\b")
"""What stands within so many rows of the name of who writes for an office."""
_SIGNATURE = re.compile(r"\W*Unterschrift\b", re.IGNORECASE)
_SIDES = re.compile(
    r"arbeitgeber(?:in)? arbeitnehmer(?:in)?|(?:unter)?vermieter(?:in)? (?:unter)?mieter(?:in)?",
    re.IGNORECASE,
)
"""The sides of a contract, of which the second is the one a paper is about."""
_OFFICER: RoleWord = (Role.THIRD, "Durchwahl")

FieldInRole = tuple[Field, Role, str | None]


def fields_with_roles(pages: Sequence[PageReading]) -> Iterator[FieldInRole]:
    """Fields with the role of the section they stand in.

    A page starts with its subject, unless the section of somebody else runs on from the page before.
    """
    fields = [_by_line(page) for page in pages]
    deed = {**deed_roles(_all_headings(pages, fields)), **_asked_for(pages, fields)}
    role, word = Role.SUBJECT, None
    columns: list[RoleWord] = []
    for page, found in zip(pages, fields, strict=True):
        if role is not Role.THIRD:
            role, word = Role.SUBJECT, None
        for index, line in enumerate(page.lines):
            if index in found:
                party = last_role(found[index][0].label)
                if party[0] is Role.PARTY or _other_side(party, word):
                    role, word = party
                section = _writing(page, found, index) or (role, word)
                in_role = _in_role(line.text, found[index], section, deed)
                yield from (_in_row(page, found, _in_column(item, columns)) for item in in_role)
            elif (heading := heading_role(line.text)) and not _continues_label(page, index):
                role, word = deed.get((heading[1] or "").lower(), heading[0]), heading[1]
                columns = [(deed.get((name or "").lower(), own), name) for own, name in _headings(line)]


def _all_headings(
    pages: Sequence[PageReading], fields: Sequence[Mapping[int, Sequence[Field]]]
) -> list[RoleWord]:
    return [
        heading
        for page, found in zip(pages, fields, strict=True)
        for index, line in enumerate(page.lines)
        if index not in found and not _continues_label(page, index)
        for heading in _headings(line)
    ]


def _asked_for(
    pages: Sequence[PageReading], fields: Sequence[Mapping[int, Sequence[Field]]]
) -> dict[str, Role]:
    """Roles that the labels of a deed tell together, if all names it asks for are relatives': "Name des
    Kindes", "Father's full name". A family name alone right behind the child's is the child's.
    """
    asked = [
        (found[index][0].key, last_role(_label_with_owner(page.lines[index].text, found[index][0])))
        for page, found in zip(pages, fields, strict=True)
        for index in found
        if found[index][0].key in NAMES
    ]
    owners = [
        owner
        for (key, owner), (_, before) in zip(asked, [("", NO_ROLE), *asked], strict=False)
        if owner != NO_ROLE or key != "family_name" or not is_child(before)
    ]
    return deed_roles(owners) if all(role is Role.THIRD for role, _ in owners) else {}


def _label_with_owner(text: str, field: Field) -> str:
    """A line up to the value of its first label, or to the label's end where the value stands below."""
    end = text.find(field.value)
    return text[:end] if end >= 0 else text[: text.find(field.label) + len(field.label)]


def _writing(page: PageReading, found: Mapping[int, Sequence[Field]], index: int) -> RoleWord | None:
    """The role of a name that tells who writes or signs, no person's other data following: it stands among
    an office's own references, or below "Unterschrift der Zustellerin".
    """
    near = range(max(index - _AROUND, 0), min(index + _AROUND + 1, len(page.lines)))
    others = (field.key for at in near if at != index for field in found.get(at, ()))
    if found[index][0].key not in NAMES or not PERSON_KEYS.isdisjoint(others):
        return None
    above = [line.text for line in page.lines[near.start : index]]
    if _signs(above) and {field.key for field in found[index]} <= NAMES:
        return SIGNATORY
    referred = found[index][0].key == "name" and any(_REFERENCES.search(page.lines[at].text) for at in near)
    return _OFFICER if referred else None


def _signs(above: Sequence[str]) -> bool:
    """Whether a line above names as who signs nobody but a third person."""
    signatures = [line for line in above if _SIGNATURE.match(line)]
    return bool(signatures) and {telling.role for telling in tellings(signatures[-1])} == {Role.THIRD}


def _other_side(label: RoleWord, section: str | None) -> bool:
    """Whether a label names the other side of the contract than the section: "Arbeitnehmer: Name"."""
    return _SIDES.fullmatch(f"{section} {label[1]}") is not None


def _continues_label(page: PageReading, index: int) -> bool:
    """Whether a row is the end of a label: "Familienname des" stands above."""
    above = Spread.of(page.lines[index - 1]).text.split(GAP, 1)[0] if index else ""
    return above.endswith((" des", " der"))


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
    text: str, fields: Sequence[Field], section: RoleWord, deed: Mapping[str, Role]
) -> Iterator[FieldInRole]:
    """The fields of one line; a role word before them there counts above the section's."""
    first = min((at for field in fields if (at := text.find(field.label)) >= 0), default=0)
    role, word = last_role(text[:first])
    if role is Role.UNKNOWN:
        role, word = section
    role = deed.get((word or "").lower(), role)
    for field in fields:
        before = text[: text.find(field.value)] if field.value in text else text
        if belongs_to_third(before):
            owner = deed.get((last_role(before)[1] or "").lower(), Role.THIRD)
            yield (field, role, word) if owner is role else (field, owner, field.label)
        elif (field.listed or field.column) and role is not Role.THIRD:
            yield field, Role.UNKNOWN, word
        else:
            yield field, role, word
