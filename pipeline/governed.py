"""Whom a sentence names only in relation to what it speaks of: "aus der Wohnung von", "Begleitung durch".

Such a sentence is about whoever lives or moves, not about whom it names behind the preposition. Only what
is a paper's own matter ("die Mitgliedschaft von", "das Verfahren des") leads to the one it is about.
"""

from __future__ import annotations

import re

from config.form_words import load_form_words
from pipeline.model import PersonMention, Role

RELATED = (Role.UNKNOWN, "von")
"""The role of somebody who is named in relation to something else."""
COUNTED = (Role.UNKNOWN, "Nr.")
"""The role of one of several."""
TOLD_OF = (Role.UNKNOWN, "ist")
"""The role of somebody of whom a sentence tells: "Frau Muster ist seit 2019 bei uns beschäftigt"."""

_FORM_OF_ADDRESS = r"(?:\s+(?:Herrn?|Frau|Familie|(?:Dr|Prof)\.))*\s*$"
_AGENT = re.compile(
    rf"(?<!\w)(?:bei|beim|mit|samt|neben|durch|gegenüber|c/o|p\.\s?A\.){_FORM_OF_ADDRESS}", re.IGNORECASE
)
_TOWARDS = re.compile(
    rf"(?<!\w)(?:[a-zäöüß]+|(?i:\w*(?:nachzug|zuzug|zusammenführung|einreise|umverteilung))\b[^.;]{{0,60}})"
    rf"\s+zu{_FORM_OF_ADDRESS}"
)
"""Behind a verb: "entlassen zu", or who joins: "Nachzug der Ehefrau zu". A paper may give an "Auskunft zu"
somebody.
"""
_OF = re.compile(
    r"(?P<head>[\w-]+)(?:\s+\([^()]*\))?\s+"
    r"(?:(?:von|vom)(?:\s+(?:de[mnr]|meine[mrn]|unsere[mrn]|seine[mrn]|ihre[mrn]))?|d[eo][sr])"
    rf"(?:\s+[a-zäöüß]+e[nrs])?(?:\s+[A-ZÄÖÜ][a-zäöüß-]{{5,}}(?:s|n|in))?{_FORM_OF_ADDRESS}"
)
"""What belongs to whom: "Wohnung von", "abgeleitet von dem Unionsbürger"."""
_MATTER = load_form_words().matter


def is_governed(before: str) -> bool:
    """Whether what stands before a name makes it a mere relation of something else."""
    if _AGENT.search(before) or _TOWARDS.search(before):
        return True
    owned = _OF.search(before)
    return bool(owned and not _MATTER.fullmatch(owned["head"]))


def is_counted(mention: PersonMention) -> bool:
    """Whether the mention names one of several."""
    return (mention.role, mention.role_word) == COUNTED


def never_alone(mention: PersonMention) -> bool:
    """Whether the mention names somebody in relation to something else, or as one of several."""
    return (mention.role, mention.role_word) in {RELATED, COUNTED}
