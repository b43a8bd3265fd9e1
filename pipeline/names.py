"""Names of persons: normal form, look-up keys, and how far two names agree.

The levels are named because they decide whether a document may be filed without a clerk.  The
dangerous confusion is the one between siblings: same family name, same address, similar given
names.  So EXACT, VARIANT and OCR rest on rules, a table or the shape of letters; a small edit
distance alone is only ever NEAR.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from pipeline.name_forms import distinct, forms, groups, looks_alike, shape, skeleton
from pipeline.transliteration import is_arabic, is_cyrillic, plain, ways

_ARTICLES = "al el ul as ash ar an ad at az bin ben ibn bint abu abou abi umm"
_DESCENT = "oglu ogly kyzy kizi gizi qizi uulu"
_EUROPEAN = (
    "von van vom zu zum zur der den de del della di da do dos das du la le les ter ten te af av "
    "und y e i mc st"
)
_TITLES = "dr prof med ing dipl phil"
PARTICLES = frozenset(f"{_ARTICLES} {_DESCENT} {_EUROPEAN} {_TITLES}".split())
"""Words that are written or left out at will and name nobody."""

_MISSING = frozenset(
    {"", "xxx", "xxxx", "xx", "x", "unbekannt", "ohne", "keine", "fnu", "lnu", "nn", "unknown"}
)
_APOSTROPHES = re.compile(r"['’‘`´ʼʿʾ‛′]")
_SEPARATORS = re.compile(r"[\W_]+")


class Agreement(StrEnum):
    """How far two names agree, best first."""

    EXACT = "exact"
    """Equal after folding, in any of the lawful ways to write foreign letters."""
    VARIANT = "variant"
    """Spellings of the same name by a transliteration rule or the table of variants."""
    OCR = "ocr"
    """Differ only by characters that look alike."""
    PARTIAL = "partial"
    """One names less: initials, fewer given names, half of a double name, a cut-off end."""
    NEAR = "near"
    """Similar, but as likely another person: never safe for filing."""
    DIFFERENT = "different"


@lru_cache(maxsize=65536)
def _lower(name: str) -> str:
    """Without apostrophes and in lower case; case folding would hide that a ß may be read as B."""
    return _APOSTROPHES.sub("", name.replace("İ", "i").replace("ẞ", "ß").lower())


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, plain Latin, words parted by single spaces; apostrophes vanish, `ü` becomes `u`."""
    words = _SEPARATORS.split(_lower(text))
    return " ".join(folded for word in words if word and (folded := plain(word)))


def is_missing(name: str) -> bool:
    """Whether the text stands for no name at all (AKNV Annex 2 Nos. 5 and 7, ICAO 9303-3)."""
    return fold(name).replace(" ", "") in _MISSING


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """Name words in lower case with their diacritics, without particles unless nothing else is left.

    These carry more than `tokens`: `ü` may be written `ue`, `u` may not.
    """
    found = every_word(name)
    return tuple(word for word in found if not is_particle(word)) or found


@lru_cache(maxsize=65536)
def every_word(name: str) -> tuple[str, ...]:
    """`words` with the particles: `Le` is an article, or what a scan leaves of the family name `Lê`."""
    return tuple(word for word in _SEPARATORS.split(_lower(name)) if plain(word))


@lru_cache(maxsize=65536)
def is_particle(word: str) -> bool:
    """`van` is one, the Vietnamese name `Văn` is not."""
    return word in PARTICLES or (not _is_latin(word) and plain(word) in PARTICLES)


def _is_latin(word: str) -> bool:
    return not (is_arabic(word) or is_cyrillic(word))


@lru_cache(maxsize=65536)
def tokens(name: str) -> tuple[str, ...]:
    """`words` folded."""
    return tuple(plain(word) for word in words(name))


@lru_cache(maxsize=65536)
def keys(name: str) -> frozenset[str]:
    """Look-up keys of all words: names that agree as EXACT, VARIANT or OCR have one in common."""
    if is_missing(name):
        return frozenset()
    return frozenset().union(*(_word_keys(word) for word in words(name)))


@lru_cache(maxsize=65536)
def _word_keys(word: str) -> frozenset[str]:
    found = {f"~{shape(look)}" for look in _looks(word)}
    for way in ways(word):
        found |= forms(way) | groups(way)
    return frozenset(found)


_ACUTE = str.maketrans("éèêëốồổỗộ", "ćčččeeeee")


@lru_cache(maxsize=65536)
def _looks(word: str) -> frozenset[str]:
    """The plain word, and as it is often misread: ß as B, ł as t, ć and ố as é, ử as ür."""
    horned = word.replace("ử", "ur").replace("ữ", "ur")
    misread = (word, word.replace("ß", "b"), word.replace("ł", "t"), word.translate(_ACUTE), horned)
    return frozenset(map(plain, misread))


@lru_cache(maxsize=65536)
def _shapes(word: str) -> frozenset[str]:
    return frozenset(map(shape, _looks(word)))


@lru_cache(maxsize=65536)
def _sound(word: str) -> frozenset[str]:
    return frozenset().union(*(forms(way) | groups(way) for way in ways(word)))


@lru_cache(maxsize=65536)
def compare_token(a: str, b: str) -> Agreement:
    """How far two name words agree; with their diacritics if those are known."""
    if a == b:
        return Agreement.EXACT
    a, b = _lower(a), _lower(b)
    plain_a, plain_b = plain(a), plain(b)
    if not plain_a or not plain_b:
        return Agreement.DIFFERENT
    if plain_a == plain_b or ways(a) & ways(b):
        return Agreement.EXACT
    if len(plain_a) == 1 or len(plain_b) == 1:
        return Agreement.PARTIAL if plain_a[0] == plain_b[0] else Agreement.DIFFERENT
    if not _sound(a).isdisjoint(_sound(b)):
        return Agreement.NEAR if distinct(plain_a, plain_b) else Agreement.VARIANT
    if not _shapes(a).isdisjoint(_shapes(b)) and any(
        looks_alike(one, other) for one in _looks(a) for other in _looks(b)
    ):
        return Agreement.OCR
    if _near(plain_a, plain_b) or (is_arabic(a) != is_arabic(b) and skeleton(plain_a) == skeleton(plain_b)):
        return Agreement.NEAR
    return Agreement.DIFFERENT


def _near(a: str, b: str) -> bool:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 -- the index takes `keys` alone, at the shell prompt

    longest = max(len(a), len(b))
    allowed = 0 if longest < 4 else 1 if longest < 7 else 2
    return allowed > 0 and OSA.distance(a, b, score_cutoff=allowed) <= allowed
