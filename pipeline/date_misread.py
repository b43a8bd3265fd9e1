"""Labels of dates that recognition damaged, as they must have been printed: `Gehurtsdatun`, `guitig bis`."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from config.look_alikes import shape

_WORDED = """
    geburtsdatum geburtstag geboren geburt gültig gültigkeit gültigkeitsdauer ausgestellt ausstellung
    ausstellungsdatum ausstellungstag ablaufdatum befristet verlängert eingegangen eingang eingangsdatum
    posteingang zugestellt erteilt unterschrift
"""
_LABELS = _WORDED.split()
_SHAPES = {shape(label): label for label in _LABELS}
_OTHERS = """
    angestellt gestellt bestellt festgestellt eingestellt aufgestellt erstellt vorgestellt anstellung
    gehören gehoben gebeten geboten gebühren gebucht gegangen ergangen verlagert erreicht
    auslieferungsdatum erstellungsdatum zustellungsdatum einstellungsdatum anstellungsdatum
    bestellungsdatum feststellungsdatum erfolgt
    erfüllt erteile zugeteilt eingeteilt unbefristet befristen niederschrift einzugsdatum einlegung einleitung
"""
_NO_LABELS = frozenset(_OTHERS.split())
"""Words that are nearly a label."""
_WORD = re.compile(r"[^\W\d_]{5,}")
_FROM_ANY_LETTER = 9
_TWO_LETTERS_FROM = 12


def as_printed(text: str) -> str:
    """`text` with every damaged label of a date put right."""
    return _WORD.sub(lambda match: _label_of(match[0].lower()) or match[0], text)


@lru_cache(maxsize=16384)
def _label_of(word: str) -> str | None:
    """The label that a word must be: of its shape, or a letter from it, two in a long one."""
    if word in _NO_LABELS or any(word.startswith(label) for label in _LABELS):
        return None
    seen = shape(word)
    return _SHAPES.get(seen) or next(
        (label for known, label in _SHAPES.items() if _like(word, seen, label, known)), None
    )


def _like(word: str, seen: str, label: str, known: str) -> bool:
    if len(label) < _FROM_ANY_LETTER and word[0] != label[0]:
        return False
    apart = 1 if len(label) < _TWO_LETTERS_FROM else 2
    return OSA.distance(known, seen, score_cutoff=apart) <= apart
