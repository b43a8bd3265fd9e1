"""What a search needs of the settings, read without checking all the others: that takes pydantic.

Whatever looks unusual is left to `load_settings`, which says what is wrong.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from config.home import Home


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission:
    """Who may see an authority."""

    users: tuple[str, ...]
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    authorities: Mapping[str, Admission]
    types_file: Path | None


def glance(home: Home) -> Glance | None:
    """None if the settings are missing, broken or name a database of their own."""
    try:
        content = tomllib.loads(home.settings_file.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    admissions = _admissions(content.get("authorities", {}))
    classifying = content.get("classifying", {})
    if content.get("database") is not None or admissions is None or not isinstance(classifying, dict):
        return None
    own = classifying.get("types_file")
    return Glance(authorities=admissions, types_file=home.root / own if isinstance(own, str) else None)


def _admissions(authorities: object) -> Mapping[str, Admission] | None:
    """None if they do not look as they should."""
    if not isinstance(authorities, dict):
        return None
    found = {}
    for name, section in authorities.items():
        users, groups = (_names(section, key) for key in ("users", "groups"))
        if users is None or groups is None:
            return None
        found[str(name)] = Admission(users=users, groups=groups)
    return found


def _names(section: object, key: str) -> tuple[str, ...] | None:
    names = section.get(key, []) if isinstance(section, dict) else None
    return tuple(names) if isinstance(names, list) and all(isinstance(one, str) for one in names) else None
