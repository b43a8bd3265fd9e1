"""Column names and values of register exports as data: `register_columns.toml`, and a site's own file."""

from __future__ import annotations

import codecs
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from config.document_types import overlay, parse_toml, read_toml
from config.settings import SettingsError, wrong_keys

Column = Literal[
    "person_id", "file_number", "azr_number", "family_name", "given_names", "birth_name", "birth_date", "sex",
    "nationality", "birth_place", "document_numbers", "aliases",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterColumns:
    """`names`: our column by the `plain` form of what an export calls it; `values` by column and `plain`."""

    names: Mapping[str, str]
    values: Mapping[str, Mapping[str, str]]
    absent: frozenset[str]
    ignore_others: bool
    encoding: str

    def ours(self, heading: str) -> str | None:
        """Our name of a column of the file; None if it is none of ours."""
        return self.names.get(plain(heading))

    def meaning(self, column: str, value: str) -> str:
        """What a value stands for; most stand for themselves."""
        known = self.values.get(column)
        return known.get(plain(value), value) if known else value


_SIGNS = re.compile(r"[\W_]+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def plain(name: str) -> str:
    """A heading or value without what different exports write differently."""
    return _SIGNS.sub("", name.lower().translate(_UMLAUTS))


def _encoding(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError as error:
        raise ValueError(f"unknown encoding {name}") from error


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    encoding: Annotated[str, AfterValidator(_encoding)] = "utf-8"
    absent: tuple[Column, ...] = ()
    ignore_others: bool = False
    columns: dict[Column, tuple[str, ...]] = Field(default_factory=dict)
    values: dict[Column, dict[str, str]] = Field(default_factory=dict)


@lru_cache(maxsize=8)
def load_register_columns(extra: Path | None = None) -> RegisterColumns:
    """The names that come with the program, extended by the site's file. Raises SettingsError."""
    own = resources.files("config") / "register_columns.toml"
    content: dict[str, object] = tomllib.loads(own.read_text("utf-8"))
    file = extra or Path("register_columns.toml")
    if extra is not None:
        content = overlay(content, parse_toml(read_toml(extra), extra))
    try:
        return _build(_File.model_validate(content))
    except ValidationError as error:
        raise SettingsError("\n".join(wrong_keys(file, error))) from error


def _build(content: _File) -> RegisterColumns:
    return RegisterColumns(
        names={plain(name): column for column, names in content.columns.items() for name in (column, *names)},
        values={column: _plain_keys(values.items()) for column, values in content.values.items()},
        absent=frozenset(content.absent),
        ignore_others=content.ignore_others,
        encoding=content.encoding,
    )


def _plain_keys(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {plain(key): value for key, value in pairs}
