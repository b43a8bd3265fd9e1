"""Document types and their wording as data: `document_types.toml`, extended by a site's own file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from config.language import Text
from config.settings import Pattern, SettingsError, wrong_keys

Form = Literal["card", "form", "letter"]
Persons = Literal["one", "sole", "several"]

NO_TYPE = Text("nicht erkannt", "not recognised")


class AnchorZone(StrEnum):
    """Where the expressions of a type are looked for; the keys of a type in the file."""

    TITLE = "title"
    LETTERHEAD = "letterhead"
    FORM_NUMBER = "form_number"
    BODY = "body"
    MRZ = "mrz"
    NEGATIVE = "negative"
    NEGATIVE_TITLE = "negative_title"
    NEGATIVE_LETTERHEAD = "negative_letterhead"


USUAL_WEIGHTS: Mapping[AnchorZone, float] = {
    AnchorZone.TITLE: 3.0,
    AnchorZone.LETTERHEAD: 0.6,
    AnchorZone.FORM_NUMBER: 1.5,
    AnchorZone.BODY: 0.5,
    AnchorZone.MRZ: 6.0,
    AnchorZone.NEGATIVE: 1.5,
    AnchorZone.NEGATIVE_TITLE: 1.5,
    AnchorZone.NEGATIVE_LETTERHEAD: 1.5,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """An expression with its weight; the weight is positive in the negative zones too."""

    pattern: re.Pattern[str]
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentType:
    """One type. `titles` are literal titles, `anchors` the expressions of each zone."""

    id: str
    section: str
    label: Text
    form: Form = "form"
    persons: Persons = "one"
    fallback: bool = False
    issuer: str = ""
    identity_fields: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    anchors: Mapping[AnchorZone, tuple[Anchor, ...]] = field(default_factory=dict)

    def in_zone(self, zone: AnchorZone) -> tuple[Anchor, ...]:
        return self.anchors.get(zone, ())


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DocumentTypes:
    """All types by id, and the labels of their sections. Compared and hashed by identity."""

    types: Mapping[str, DocumentType]
    sections: Mapping[str, Text]

    def __iter__(self) -> Iterator[DocumentType]:
        return iter(self.types.values())

    def __len__(self) -> int:
        return len(self.types)

    def __contains__(self, type_id: str) -> bool:
        return type_id in self.types

    def __getitem__(self, type_id: str) -> DocumentType:
        return self.types[type_id]

    def label(self, type_id: str) -> Text:
        """What a clerk reads for a stored type id, which may be none of this site's types."""
        return self.types[type_id].label if type_id in self.types else NO_TYPE

    def section_of(self, type_id: str) -> str:
        """The section of a type; unrecognised documents lie with the correspondence."""
        return self.types[type_id].section if type_id in self.types else "schriftverkehr"


# -- the file -------------------------------------------------------------------------------


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Weighted(_Table):
    regex: Pattern
    weight: float | None = Field(None, gt=0, le=20)


class _Label(_Table):
    de: str
    en: str


_Anchors = tuple[_Weighted | Pattern, ...]


class _Type(_Table):
    section: str
    label_de: str
    label_en: str
    form: Form = "form"
    persons: Persons = "one"
    fallback: bool = False
    issuer: str = ""
    identity_fields: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    title: _Anchors = ()
    letterhead: _Anchors = ()
    form_number: _Anchors = ()
    body: _Anchors = ()
    mrz: _Anchors = ()
    negative: _Anchors = ()
    negative_title: _Anchors = ()
    negative_letterhead: _Anchors = ()


class _File(_Table):
    sections: dict[str, _Label] = Field(default_factory=dict)
    types: dict[str, _Type] = Field(default_factory=dict)


_UNREADABLE = Text("{file}: nicht lesbar: {error}", "{file}: cannot be read: {error}")
_NO_SECTION = Text(
    "{file}: Einstellung „types.{type}.section“: unbekanntes Register „{section}“",
    "{file}: setting “types.{type}.section”: unknown section “{section}”",
)


@lru_cache(maxsize=4)
def load_document_types(extra: Path | None = None) -> DocumentTypes:
    """The types that come with the program, extended by the site's file `extra`.

    Raises SettingsError naming the file and every wrong key.
    """
    own = resources.files("config") / "document_types.toml"
    content = parse_toml(own.read_text("utf-8"), "document_types.toml")
    file = Path("document_types.toml")
    if extra is not None:
        file = extra
        content = overlay(content, parse_toml(read_toml(extra), extra))
    try:
        return _build(_File.model_validate(content), file)
    except ValidationError as error:
        raise SettingsError("\n".join(wrong_keys(file, error))) from error


def read_toml(file: Path) -> str:
    """The text of a site's own file. Raises SettingsError."""
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(_UNREADABLE(file=file, error=error)) from error


def parse_toml(text: str, file: Path | str) -> dict[str, object]:
    """Raises SettingsError naming `file`."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(_UNREADABLE(file=file, error=error)) from error


def overlay(base: object, over: object) -> dict[str, object]:
    """Tables are merged, arrays appended, anything else of `over` replaces `base`.

    A value of another kind than the base's replaces it, so that the check afterwards names its key.
    """
    assert isinstance(base, dict)
    assert isinstance(over, dict)
    merged: dict[str, object] = dict(base)
    for key, value in over.items():
        known = merged.get(key)
        if isinstance(known, dict) and isinstance(value, dict):
            merged[key] = overlay(known, value)
        elif isinstance(known, list) and isinstance(value, list):
            merged[key] = [*known, *value]
        else:
            merged[key] = value
    return merged


def _build(content: _File, file: Path) -> DocumentTypes:
    for type_id, raw in content.types.items():
        if raw.section not in content.sections:
            raise SettingsError(_NO_SECTION(file=file, type=type_id, section=raw.section))
    return DocumentTypes(
        types={type_id: _document_type(type_id, raw) for type_id, raw in content.types.items()},
        sections={section: Text(label.de, label.en) for section, label in content.sections.items()},
    )


def _document_type(type_id: str, raw: _Type) -> DocumentType:
    zones: dict[AnchorZone, _Anchors] = {zone: getattr(raw, zone.value) for zone in AnchorZone}
    return DocumentType(
        id=type_id,
        section=raw.section,
        label=Text(raw.label_de, raw.label_en),
        form=raw.form,
        persons=raw.persons,
        fallback=raw.fallback,
        issuer=raw.issuer,
        identity_fields=raw.identity_fields,
        titles=raw.titles,
        anchors={zone: tuple(_anchor(zone, item) for item in items) for zone, items in zones.items()},
    )


_UMLAUT = re.compile(r"(\\.|\[(?:\\.|[^\]\\])*\])|([äöü])")


def _dotless(regex: str) -> str:
    """The expression with umlauts that may have lost their dots; the body's words are repaired whole."""
    plain = {"ä": "[äa]", "ö": "[öo]", "ü": "[üu]"}
    return _UMLAUT.sub(lambda match: match[1] or plain[match[2]], regex)


def _anchor(zone: AnchorZone, item: _Weighted | str) -> Anchor:
    regex, weight = (item, None) if isinstance(item, str) else (item.regex, item.weight)
    return Anchor(
        pattern=re.compile(regex if zone is AnchorZone.BODY else _dotless(regex), re.IGNORECASE),
        weight=USUAL_WEIGHTS[zone] if weight is None else weight,
    )
