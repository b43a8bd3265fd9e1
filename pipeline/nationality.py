"""Nationalities as papers write them in words: "syrisch", "Syrien", "SYR", "StA: syrisch"."""

from __future__ import annotations

import re

from config.nationalities import load_nationalities
from pipeline.names import fold
from pipeline.states import STATES

_WORD = re.compile(r"[^\W\d_][\w-]*(?: (?:Lank|Leon|Staaten)\w*)?")
_NO_STATE = frozenset({"DEU"})
"""Who becomes German, or is German as well, keeps the record under the nationality it was opened with."""
_LABELLED = re.compile(
    r"^[^.;]{0,60}?\b(?:StA|Staatsang(?:eh(?:örigkeit|\.)?|\.))\b\s*[.:]*\s*(?P<state>[^\W\d_][\w-]+)"
)
_CITIZEN = re.compile(r"^[^.;]{0,40}?\b(?P<state>[a-zäöüß-]+isch)e[rnm]?\s+Staatsangehörig", re.IGNORECASE)
_CITIZEN_BEFORE = re.compile(
    r"\b(?P<state>[a-zäöüß-]+isch)e[rnm]?\s+Staatsangehörige[rn]?\s*$", re.IGNORECASE
)
_OF_STATE = re.compile(
    r"^[^.;]{0,40}?\bStaatsangehörige[rn]?\s+(?:de[sr]|von)\s+(?:[\w-]*(?:[Rr]epublik|[Kk]önigreichs?)\s+)?(?P<state>[A-ZÄÖÜ][\w-]+)"
)
_BARE = re.compile(r"^(?:\s*(?:,|in)?\s*[A-ZÄÖÜ][\w-]+)?\s*,\s*(?P<state>[a-zäöüß-]+isch)(?=\s*(?:[,;.)]|$))")


def states_told(text: str) -> frozenset[str]:
    """The codes of the states that a text gives as nationality; empty where it gives none that is known."""
    table = load_nationalities().states
    found: set[str] = set()
    for word in _WORD.findall(text):
        if word.isupper() and word in STATES:
            found.add(word)
        elif fits := [start for start in table if fold(word).startswith(fold(start))]:
            found |= table[max(fits, key=len)]
        elif fold(word).startswith("deutsch"):
            found.add("DEU")
    return frozenset(found)


def told_around(before: str, after: str) -> str | None:
    """The nationality that a letter gives before a name, "der syrische Staatsangehörige", or behind the birth
    date: ", StA: syrisch", ", afghanisch,".
    """
    found = (
        _CITIZEN_BEFORE.search(before)
        or _LABELLED.match(after)
        or _CITIZEN.match(after)
        or _OF_STATE.match(after)
        or _BARE.match(after)
    )
    return found["state"] if found else None


def differs(registered: str | None, told: str | None) -> bool:
    """Whether a paper gives a nationality, and not the registered one. Codes with X are none, and states
    that papers carry for one another count as one.
    """
    if not registered or not told or registered.startswith("XX") or registered in _NO_STATE:
        return False
    states = states_told(told)
    if not states or states & _NO_STATE or any(state.startswith("XX") for state in states):
        return False
    alike = {registered}.union(*(group for group in load_nationalities().related if registered in group))
    return not states & alike
