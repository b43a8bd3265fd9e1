"""A person's name on a line of its own, on a paper that has no other place for whom it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lone_dates import old_dates
from pipeline.model import Person
from pipeline.name_match import stands_in

_COUNTED = re.compile(r"\W*\d")
"""How a line of a list begins: with a number, or the time of an appointment."""
_ROW = re.compile(r"\w{2,}, [A-ZÄÖÜ][\w'’-]+\b.*\d{4}")
"""Somebody else in a list: "Muster, Max 12.08.1964", also with a misread date."""
_ENTRY = {"born", "date", "geboren", "wohnhaft"}
"""Small words around a name and its birth date that make no sentence."""
_SHORT_WORDS = {"als", "bei", "für", "hat", "ist", "mit", "und", "vom", "war", "wie"}
"""Those of running text with three letters; others may be particles of a name."""


def on_its_own(person: Person, lines: Sequence[str]) -> bool:
    """Whether the name stands on no line that is a sentence or counts persons, and nobody else is listed."""
    own = [line for line in lines if stands_in(person, line)]
    others = [line for line in lines if line not in own]
    if not own or old_dates(lines) - {person.birth_date} or any(map(_ROW.search, others)):
        return False
    return not any(_COUNTED.match(line) or any(map(_of_sentence, line.split())) for line in own)


def _of_sentence(word: str) -> bool:
    plain = word.strip(",;()")
    small = plain.isalpha() and plain.islower() and plain not in _ENTRY
    return small and (len(plain) > 3 or plain in _SHORT_WORDS)
