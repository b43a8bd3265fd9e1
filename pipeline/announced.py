"""Whom a line announces that ends before the name: "im Asylverfahren der/des", "der folgenden Person zu:"."""

from __future__ import annotations

import re

from config.form_words import load_form_words
from pipeline.model import Role
from pipeline.roles import RoleWord, role_at_end, tellings

_IN_THE_MATTER = re.compile(
    r"\W*(?P<word>(?:im|in de[mr])\s+\w*(?:verfahren|sache|angelegenheit))\s+"
    r"(?:de[rs]|von|de[rs]\s?/\s?de[rs])(?:\s+(?:Herrn?|Frau))*\W*",
    re.IGNORECASE,
)
"""The whole of a line above the one whose matter it is."""
_FOLLOWING = re.compile(
    r"\b(?P<matter>[A-ZÄÖÜ]\w+)\s+(?:der|von)\s+"
    r"(?:nach)?folgende[nr]\s+(?:ausländischen\s+)?Person(?:\s+zu)?\s*:\s*$"
)
_BY_WAY_OF = re.compile(
    r"\b(?:auf|aus|bei|beim|durch|für|gegen|gemäß|im|in|laut|mit|nach|neben|seit|über|unter|vom|von|während|"
    r"wegen|zu|zum|zur)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""Before a matter by which something else is told: "reist auf Antrag der folgenden Person ein"."""
_DATE = re.compile(r"\d{2}\.\d{2}\.\d{4}")
_MATTER = load_form_words().matter


def announced_role(above: str, before: str) -> RoleWord | None:
    """The role that the line `above` gives to whom the next one names; `before` is the line over it."""
    return role_at_end(above) or _in_the_matter(above, before) or _following_person(above)


def _in_the_matter(above: str, before: str) -> RoleWord | None:
    """Whose matter it is, unless the line before names another: "Anhörung der Zeugin"."""
    found = _IN_THE_MATTER.fullmatch(above)
    if not found or _DATE.search(before) or _speaks_of_another(before):
        return None
    return Role.SUBJECT, found["word"]


def _following_person(above: str) -> RoleWord | None:
    """Whose entry, stay or registration a sentence is about that no other person is part of."""
    found = _FOLLOWING.search(above)
    if (
        not found
        or not _MATTER.fullmatch(found["matter"])
        or _DATE.search(above)
        or _speaks_of_another(above)
    ):
        return None
    return None if _BY_WAY_OF.search(above[: found.start("matter")]) else (Role.SUBJECT, "folgende Person")


def _speaks_of_another(text: str) -> bool:
    return any(telling.role is Role.THIRD for telling in tellings(text))
