"""Whether text looks like language, which language, and text made safe to store."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import pairwise

_VOWELS = frozenset("aeiouyäöüáàâéèêíìîóòôúùûıåæøœ")
_EDGES = ".,;:!?()[]{}<>\"'„“”‚‘’»«–-—/*•§&%+=|…"
_INNER = frozenset(".,:-–/'’§&@_+()<>%")


def clean(text: str) -> str:
    """NFC text without control characters, lone surrogates or characters that have no meaning to others."""
    kept = (char for char in text if unicodedata.category(char) not in {"Cc", "Cs", "Co", "Cn"})
    return unicodedata.normalize("NFC", "".join(kept)).replace("\ufeff", "").replace("\u00ad", "-").strip()


def plausible(word: str) -> bool:
    """Whether `word` could be a word, number or code, rather than what noise is recognised as."""
    core = word.strip(_EDGES)
    if not core or any(not char.isalnum() and char not in _INNER for char in core):
        return False
    letters = [char for char in core if char.isalpha()]
    if not letters:
        return True
    if any(not _latin(char) for char in letters) or len(letters) < 3 or any(map(str.isdigit, core)):
        return True
    if core.isupper():
        return True
    inner_capitals = sum(a.islower() and b.isupper() for a, b in pairwise(core))
    return inner_capitals <= 1 and bool(_VOWELS.intersection(core.casefold()))


def plausibility(words: Iterable[str]) -> float:
    """Share of the characters that stand in plausible words; 0 without words."""
    good = total = 0
    for word in words:
        total += len(word)
        good += len(word) if plausible(word) else 0
    return good / total if total else 0.0


def _latin(char: str) -> bool:
    return ord(char) < 0x250
