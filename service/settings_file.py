"""Changing `akte.toml` for the administrator: only what was asked for, comments and order stay."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path

import tomlkit
from pydantic import ValidationError
from tomlkit.items import Table

from config.settings import Settings, SettingsError, wrong_keys
from intake.disk import write_whole


def with_authority(
    text: str, name: str, *, title: str | None = None, users: Sequence[str] = (), groups: Sequence[str] = ()
) -> str:
    """The settings with an authority of that name; to one that is there, users and groups are added."""
    content = tomlkit.parse(text)
    authorities = content.setdefault("authorities", tomlkit.table(is_super_table=True))
    one = authorities.get(name)
    if one is None:
        one = tomlkit.table()
        one["title"] = title or name.capitalize()
        authorities[name] = one
    elif title is not None:
        one["title"] = title
    _extend(one, "users", users)
    _extend(one, "groups", groups)
    return tomlkit.dumps(content)


def without_authority(text: str, name: str) -> str:
    """The settings without that authority; its data are no business of this file."""
    content = tomlkit.parse(text)
    del content["authorities"][name]
    return tomlkit.dumps(content)


def without_access(text: str, name: str, users: Sequence[str], groups: Sequence[str]) -> str:
    """The settings with these users and groups no longer named by the authority."""
    content = tomlkit.parse(text)
    one = content["authorities"][name]
    for key, gone in (("users", users), ("groups", groups)):
        if key in one and gone:
            one[key] = [each for each in one[key] if each not in gone]
    return tomlkit.dumps(content)


def write_settings(file: Path, text: str) -> Settings:
    """Replace the file at once, if what it shall hold is right. Raises SettingsError."""
    try:
        settings = Settings.model_validate(tomllib.loads(text))
    except ValidationError as error:
        raise SettingsError("\n".join(wrong_keys(file, error))) from error
    write_whole(file, text.encode())
    return settings


def _extend(authority: Table, key: str, more: Sequence[str]) -> None:
    known = [str(each) for each in authority.get(key, [])]
    if new := [each for each in dict.fromkeys(more) if each not in known]:
        authority[key] = [*known, *new]
