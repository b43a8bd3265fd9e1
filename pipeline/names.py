"""Names of persons: normal form, look-up keys, and how far two names agree.

The levels are named because they decide whether a document may be filed without a clerk.  The
dangerous confusion is the one between siblings: same family name, same address, similar given
names.  So EXACT, VARIANT and OCR rest on rules, a table or the shape of letters; a small edit
distance alone is only ever NEAR.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import permutations

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

_PATRONYMIC = re.compile(r"(?:[oe]vi[ct]h|[oe]wits?ch|[oe]vna|[oe]wna|ovych|evych|ivna|yivna)$")
_MISSING = frozenset(
    {"", "xxx", "xxxx", "xx", "x", "unbekannt", "ohne", "keine", "fnu", "lnu", "nn", "unknown"}
)
_APOSTROPHES = re.compile(r"['’‘`´ʼʿʾ‛′]")
_SEPARATORS = re.compile(r"[\W_]+")


class Agreement(StrEnum):
    """How far two names agree, best first; `rank` orders them."""

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

    @property
    def rank(self) -> int:
        """0 for DIFFERENT to 5 for EXACT."""
        return _RANKS[self]


_RANKS = {level: 5 - index for index, level in enumerate(Agreement)}


@dataclass(frozen=True, slots=True, kw_only=True)
class NameAgreement:
    """`level` is the weaker of both parts; None for a part that is missing on either side."""

    level: Agreement
    family: Agreement | None
    given: Agreement | None
    swapped: bool = False
    """Family name and given names stand in each other's place."""


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
    found = tuple(word for word in _SEPARATORS.split(_lower(name)) if plain(word))
    return tuple(word for word in found if not _is_particle(word)) or found


def _is_particle(word: str) -> bool:
    """`van` is one, the Vietnamese name `Văn` is not."""
    return word in PARTICLES or (not _is_latin(word) and plain(word) in PARTICLES)


def _is_latin(word: str) -> bool:
    return not (is_arabic(word) or is_cyrillic(word))


@lru_cache(maxsize=65536)
def tokens(name: str) -> tuple[str, ...]:
    """`words` folded."""
    return tuple(plain(word) for word in words(name))


def is_patronymic(word: str) -> bool:
    """-ovich, -ovna and the like: often left out, and never what tells two brothers apart."""
    return _PATRONYMIC.search(plain(word)) is not None


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


_ACUTE = str.maketrans("éèêë", "ćččč")


@lru_cache(maxsize=65536)
def _looks(word: str) -> frozenset[str]:
    """The plain word, and as it is often misread: ß as B, ł as t, ć as é."""
    misread = (word, word.replace("ß", "b"), word.replace("ł", "t"), word.translate(_ACUTE))
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


def compare_names(
    registered: tuple[str, str],
    *,
    family: str | None = None,
    given: str | None = None,
    name: str | None = None,
    truncated: bool = False,
) -> NameAgreement:
    """How a registered name (family, given) agrees with what a document shows.

    `name` is an unsplit name.  `truncated`: the end of the last name may be cut off (ICAO 9303-4).
    """
    wanted = _field_words(registered[0]), _field_words(registered[1])
    if family is not None or given is not None:
        seen = _field_words(family), _field_words(given)
        straight = _compare_fields(wanted, seen, truncated=truncated, swapped=False)
        if straight.level is Agreement.EXACT or not (seen[0] and seen[1]):
            if seen[0] and seen[1]:
                return straight
            unsplit = _compare_unsplit(wanted, seen[0] + seen[1], truncated=truncated)
            return _better(straight, unsplit)
        crossed = _compare_fields(wanted, seen[::-1], truncated=truncated, swapped=True)
        return _better(straight, crossed)
    return _compare_unsplit(wanted, _field_words(name), truncated=truncated)


def _field_words(text: str | None) -> tuple[str, ...]:
    return () if text is None or is_missing(text) else words(text)


def _better(one: NameAgreement, other: NameAgreement) -> NameAgreement:
    return other if other.level.rank > one.level.rank else one


Fields = tuple[tuple[str, ...], tuple[str, ...]]


@lru_cache(maxsize=8192)
def _compare_fields(wanted: Fields, seen: Fields, *, truncated: bool, swapped: bool) -> NameAgreement:
    family = _compare_words(wanted[0], seen[0], truncated=truncated)
    given = _compare_words(wanted[1], seen[1], truncated=truncated)
    return _agreement(family, given, swapped=swapped)


def _agreement(family: Agreement | None, given: Agreement | None, *, swapped: bool) -> NameAgreement:
    """A missing part leaves at most PARTIAL, both missing agree about nothing."""
    parts = [part for part in (family, given) if part is not None]
    if not parts:
        level = Agreement.DIFFERENT
    else:
        level = min(parts, key=lambda part: part.rank)
        if len(parts) == 1 and level.rank > Agreement.PARTIAL.rank:
            level = Agreement.PARTIAL
    return NameAgreement(level=level, family=family, given=given, swapped=swapped)


def _compare_unsplit(wanted: Fields, seen: tuple[str, ...], *, truncated: bool) -> NameAgreement:
    """The best way to part the seen words into family name and given names, in either order."""
    if not wanted[0] or not wanted[1]:
        level = _compare_words(wanted[0] + wanted[1], seen, truncated=truncated)
        return NameAgreement(level=level or Agreement.DIFFERENT, family=level, given=None)
    best = _compare_fields(wanted, (seen, ()), truncated=truncated, swapped=False)
    for cut in range(1, len(seen)):
        for family, given, swapped in ((seen[:cut], seen[cut:], False), (seen[cut:], seen[:cut], True)):
            if _compare_words(wanted[0], family, truncated=truncated) is Agreement.DIFFERENT:
                continue
            best = _better(
                best, _compare_fields(wanted, (family, given), truncated=truncated, swapped=swapped)
            )
    return best


@lru_cache(maxsize=8192)
def _compare_words(one: tuple[str, ...], other: tuple[str, ...], *, truncated: bool) -> Agreement | None:
    """Two groups of words that should be the same; None if either is empty."""
    if not one or not other:
        return None
    joined = _joined(one, other)
    if joined.rank >= Agreement.OCR.rank:
        return joined
    core, others = _without_patronymics(one, other)
    few, many = sorted((core, others), key=len)
    paired = _paired(few, many, truncated=truncated)
    if len(few) < len(many) and paired.rank > Agreement.PARTIAL.rank:
        return Agreement.PARTIAL
    return paired


def _joined(one: tuple[str, ...], other: tuple[str, ...]) -> Agreement:
    """`Abdul Rahman` against `Abdulrahman`; not looked at where the words cannot be the same anyway."""
    if len(one) == len(other):
        return Agreement.DIFFERENT
    a, b = "".join(one), "".join(other)
    if plain(a)[0] != plain(b)[0] or abs(len(a) - len(b)) > 4:
        return Agreement.DIFFERENT
    return compare_token(a, b)


def _without_patronymics(
    one: tuple[str, ...], other: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A patronymic that only one side states is left out, unless it is all there is."""
    if len(one) == len(other):
        return one, other
    shorter, longer = (one, other) if len(one) < len(other) else (other, one)
    kept = tuple(word for word in longer if not is_patronymic(word))
    longer = kept if len(kept) >= len(shorter) else longer
    return (shorter, longer) if len(one) < len(other) else (longer, shorter)


def _paired(few: Sequence[str], many: Sequence[str], *, truncated: bool) -> Agreement:
    """The best assignment of every word of `few` to a word of its own in `many`; the weakest counts."""
    if len(many) > 5:
        many = many[:5]
    if len(few) > len(many):
        few = few[: len(many)]
    return max(
        (_weakest(few, chosen, truncated=truncated) for chosen in permutations(many, len(few))),
        key=_RANKS.__getitem__,
    )


def _weakest(few: Sequence[str], chosen: Sequence[str], *, truncated: bool) -> Agreement:
    weakest = Agreement.EXACT
    for a, b in zip(few, chosen, strict=True):
        level = _pair(a, b, truncated=truncated)
        if level is Agreement.DIFFERENT:
            return level
        weakest = min(weakest, level, key=_RANKS.__getitem__)
    return weakest


def _pair(a: str, b: str, *, truncated: bool) -> Agreement:
    level = compare_token(a, b)
    if truncated and level.rank < Agreement.PARTIAL.rank:
        shorter, longer = sorted((plain(a), plain(b)), key=len)
        if len(shorter) >= 2 and longer.startswith(shorter):
            return Agreement.PARTIAL
    return level
