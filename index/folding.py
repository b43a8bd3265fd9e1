"""One form for the many spellings of a word: case, umlauts, accents, inflection."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

import Stemmer

_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "æ": "a", "œ": "o", "þ": "th", "’": "", "'": ""}
)
# "ue" after a, e or q is no umlaut (neue, Steuer, Frauen, Quelle).
_DIGRAPH = re.compile(r"ae|oe|(?<![aeq])ue")
_LATIN = re.compile(r"[a-z]+")
_SHORTEST_STEMMED = 4


def fold(word: str) -> str:
    """Lower case without accents; ä, ae and a are one letter, so are ö/oe/o, ü/ue/u, and ß is ss."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _DIGRAPH.sub(lambda match: match.group()[0], bare.translate(_LETTERS))


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("german")


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The German stem of a folded word; words with digits or of other scripts stay as they are."""
    if len(word) < _SHORTEST_STEMMED or not _LATIN.fullmatch(word):
        return word
    return str(_stemmer().stemWord(word))


def engine_version() -> str:
    """Part of the index's fingerprint: another stemmer may stem differently."""
    return str(Stemmer.version())
