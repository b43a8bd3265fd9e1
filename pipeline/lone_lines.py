"""A person's name on a line of its own, on a paper that has no other place for whom it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.lone_dates import old_dates
from pipeline.model import Person
from pipeline.name_match import stands_in

_COUNTED = re.compile(r"\W*\d")
"""How a line of a list begins: with a number, or the time of an appointment."""
_ROW = re.compile(r"\w{2,}, [A-ZÄÖÜ][\w'’-]+\b.*\d{4}")
"""Somebody else in a list: "Muster, Max 12.08.1964", also with a misread date."""
_ENTRY = {"born", "date", "geboren", "wohnhaft"}
"""Small words around a name and its birth date that make no sentence."""
_OPEN = re.compile(r"\b(?:wird|werden|ist|sind|hat|haben|durch|für|mit|von|bei|und|dass)\W{0,2}$")
"""How a line of running text ends that goes on with the name below."""
_LABEL = re.compile(r"[^\W\d_]{4,}\W*$")
_LONGEST_LABEL = 3
"""Words; more are a sentence that ends in a colon."""
_SHORT_WORDS = {"als", "bei", "für", "hat", "ist", "mit", "und", "vom", "war", "wie"}
"""Those of running text with three letters; others may be particles of a name."""


def on_its_own(person: Person, lines: Sequence[str]) -> bool:
    """Whether the name stands on no line that is a sentence or counts persons, and nobody else is listed."""
    if any(stands_in(person, line) and _OPEN.search(above) for above, line in pairwise(lines)):
        return False
    own = [line for line in lines if stands_in(person, line)]
    others = [line for line in lines if line not in own]
    if not own or old_dates(lines) - {person.birth_date} or any(map(_ROW.search, others)):
        return False
    return not any(_COUNTED.match(line) or any(map(_of_sentence, line.split())) for line in own)


def introduced_as(person: Person, lines: Sequence[str]) -> str | None:
    """The label of no known meaning behind or below which the name stands, if nowhere else does it stand:
    "Halter: Erika Muster". What role it gives nobody can tell.
    """
    pairs = pairwise(("", *lines))
    labels = [_label(person, above, line) for above, line in pairs if stands_in(person, line)]
    return labels[0] if labels and all(labels) else None


def _label(person: Person, above: str, line: str) -> str | None:
    before, colon, rest = line.rpartition(":")
    if colon and _LABEL.search(before) and stands_in(person, rest):
        return before
    return above if above.rstrip().endswith(":") and len(above.split()) <= _LONGEST_LABEL else None


def _of_sentence(word: str) -> bool:
    plain = word.strip(".,;()")
    small = plain.isalpha() and plain.islower() and plain not in _ENTRY
    return small and (len(plain) > 3 or plain in _SHORT_WORDS)
