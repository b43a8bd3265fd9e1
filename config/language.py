"""Which language a clerk reads on screen: German by default, English where the locale asks for it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Language = Literal["de", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """One message in both languages; `{name}` places are filled by `format`."""

    de: str
    en: str

    def __call__(self, language: Language | None = None, /, **params: object) -> str:
        """The message in `language` (the locale's when None) with its places filled."""
        chosen = self.en if (language or current_language()) == "en" else self.de
        return chosen.format(**params) if params else chosen


def current_language(environment: Mapping[str, str] = os.environ) -> Language:
    """`en` if the first set one of LC_ALL, LC_MESSAGES, LANG names English, else `de`.

    `C` and `POSIX` say nothing about the reader, so they mean the default.
    """
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(variable):
            return "en" if value.lower().startswith("en") else "de"
    return "de"
