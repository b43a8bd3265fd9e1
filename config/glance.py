"""What a search needs of the settings, read without checking all the others: that takes pydantic.

Whatever looks unusual is left to `load_settings`, which says what is wrong.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from config.home import Home


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    authorities: tuple[str, ...]
    types_file: Path | None


def glance(home: Home) -> Glance | None:
    """None if the settings are missing, broken or name a database of their own."""
    try:
        content = tomllib.loads(home.settings_file.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    authorities = content.get("authorities", {})
    classifying = content.get("classifying", {})
    if (
        content.get("database") is not None
        or not isinstance(authorities, dict)
        or not isinstance(classifying, dict)
    ):
        return None
    own = classifying.get("types_file")
    return Glance(
        authorities=tuple(authorities), types_file=home.root / own if isinstance(own, str) else None
    )
