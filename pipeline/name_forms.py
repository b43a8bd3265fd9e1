"""Spelling rules of names: which spellings of one token are the same name.

Every rule here is a known difference between ways of writing the same sound (Doc 9303-3 against
phonetic spellings, English, French and German romanisation of Arabic, doubled consonants).  None
drops or merges vowels that tell names apart: Hassan and Hussein, Ali and Alia stay different.
What rules cannot say stands in `config/name_variants.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

import config

_MOST_FORMS = 12

_ABDUL = re.compile(r"abd(?:ou|[aeiou])?(?:l(?=.{3})|([rsnzdt])(?=\1))?(.{3,})$")
_ARTICLE = re.compile(r"(?:al|el|ul)(?=[^aeiou].{4}|a.{4})")
_NOT_ARTICLE = re.compile(r"albert|alfons|elisab|alexand|alejan|alessan|aleksan|alojz|elvir|almir|elmir")
_ONE_SYLLABLE = re.compile(r"[^aeiouy]{0,3}[aeiouy]{1,3}(?:ng?|h)?")
"""Chinese, Korean and Vietnamese syllables: Zhou, Zhu and Shu, Jing and Ying are different names."""

# (pattern, replacements): more than one replacement means that the spelling has several readings.
_RULES: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern), replacements)
    for pattern, replacements in (
        (r"(?<=[nu])xx", ("",)),  # NXX and UXX, Doc 9303-3 section 6 A
        (r"schtsch|shch|shtch|szcz|chtch", ("SC",)),
        (r"dzh|dsch|dj|dge?(?=[ei])", ("J",)),
        (r"tsch|tch|cz", ("C",)),
        (r"sch|sh|sz", ("S",)),
        (r"zh", ("Z", "S")),
        (r"kh", ("X",)),
        (r"ch", ("C", "S", "X")),
        (r"gh", ("g",)),
        (r"ph", ("f",)),
        (r"th", ("t",)),
        (r"dh", ("d", "z")),
        (r"ck|q", ("k",)),
        (r"c(?![eiyC])", ("k",)),
        (r"w", ("v",)),
        (r"x", ("ks",)),
        (r"tz", ("ts",)),
        (r"ou|oo", ("u",)),
        (r"ee", ("i",)),
        (r"(?<=[^aeiou])(?:iy|ij|yi|yj|ii|yy|y|j)(?=[ao])", ("i",)),
        (r"(?<=[^aeiou])(?:yu|ju)", ("iu",)),
        (r"^i(?=[aeu])", ("y",)),
        (r"(?<=.)(?:ei|ey|ej|ai|ay|aj)(?![aeiou])", ("ai",)),
        (r"^j", ("J", "y")),
        (r"j", ("J", "y")),
        (r"(?<=[^aeiou])(?:iy|yi|iJ|ii|yy|ie)(?![aeioul])", ("i",)),
        (r"(?<=[^aeiouy])y(?![aeiou])", ("i",)),
        (r"(?<=[aeiou])h$", ("",)),
        # Umlauts written with e.  Raed is not Rad and Michael not Michal, so `ae` asks for more.
        (r"(?<![aeoq])([ou])e(?!l?$|la)", (r"\1",)),
        (r"(?<![aeoq])ae(?=[^laeiou].*.{2})", ("a",)),
        (r"([a-zA-Z])\1+", (r"\1",)),
    )
)


@lru_cache(maxsize=65536)
def forms(token: str) -> frozenset[str]:
    """The canonical forms of a plain lower-case Latin token; equal forms mean the same name."""
    match = _ABDUL.match(token)
    if match:
        rest = match[2]
        servants = {_group_name(form) for form in _apply_rules(rest)}
        return frozenset(f"abdul {form}" for form in servants)
    found = set(_apply_rules(token))
    article = _ARTICLE.match(token)
    if article and not _NOT_ARTICLE.match(token):
        found.update(_apply_rules(token[article.end() :]))
    return frozenset(found)


def _group_name(form: str) -> str:
    """The group's number stands for all its spellings inside a compound name."""
    return min(_groups_by_form().get(form, (form,)))


@lru_cache(maxsize=65536)
def _apply_rules(token: str) -> frozenset[str]:
    if _ONE_SYLLABLE.fullmatch(token):
        return frozenset({token})
    found = {token}
    for pattern, replacements in _RULES:
        if not any(map(pattern.search, found)):
            continue  # most rules: half of the time that the first search waits for the table's names
        found = {
            pattern.sub(replacement, form)
            for form in found
            for replacement in (replacements if len(found) < _MOST_FORMS else replacements[:1])
        }
    return frozenset(found)


@lru_cache(maxsize=65536)
def groups(token: str) -> frozenset[str]:
    """The variant groups (by their first name) that hold a plain lower-case token."""
    known = _groups_by_form()
    return frozenset(name for form in _apply_rules(token) for name in known.get(form, ()))


@lru_cache(maxsize=8192)
def spellings(token: str) -> frozenset[str]:
    """All spellings that the table of variants has for a plain lower-case token's name."""
    wanted = groups(token)
    return frozenset(name for line in _lines() if "=" + line[0] in wanted for name in line)


@cache
def _lines() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for line in _table()["groups"])


def distinct(one: str, other: str) -> bool:
    """Whether two plain tokens are two names although a rule would equate them."""
    return frozenset((one, other)) in _distinct_pairs()


@cache
def _table() -> Mapping[str, list[str]]:
    # importlib.resources would take a search from the shell longer to load than the table does
    return tomllib.loads(Path(config.__file__).with_name("name_variants.toml").read_text("utf-8"))


@cache
def _distinct_pairs() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split()) for pair in _table()["distinct"])


@cache
def _groups_by_form() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for names in _lines():
        for name in names:
            for form in _apply_rules(name):
                found.setdefault(form, set()).add("=" + names[0])
    return {form: tuple(sorted(names)) for form, names in found.items()}


_SHAPES = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "u"))
_SAME_SHAPE = str.maketrans("1l|085q", "iiiobsg")
_LONG = 6
"""Letters from which two names that differ in I and l alone are one name and a misreading."""

_DIGIT = re.compile(r"[0-9|]")


@lru_cache(maxsize=65536)
def shape(token: str) -> str:
    """The token with characters that look alike made the same (rn and m, l and i, 0 and o …)."""
    token = token.translate(_SAME_SHAPE)
    for seen, meant in _SHAPES:
        token = token.replace(seen, meant)
    return token


def looks_alike(one: str, other: str) -> bool:
    """Whether recognition may have read one token for the other (or both are the same).

    Letters read for letters count only inside longer words: Clara and Dara, Lana and Iana are
    two names.  A digit in a name is always a misread letter.
    """
    if one == other:
        return True
    if shape(one) != shape(other):
        return False
    if _DIGIT.search(one) or _DIGIT.search(other):
        return True
    longest = max(len(one), len(other))
    if longest >= _LONG and {one[:1], other[:1]} == {"i", "l"}:
        return True  # a capital I is read as l more often than not
    return longest >= 5 and one[:1] == other[:1] and one[:2] != "cl" and other[:2] != "cl"


def skeleton(token: str) -> str:
    """Consonants only, doubled ones once: about what Arabic script writes of a name."""
    return re.sub("[aeiouyvh]", "", min(_apply_rules(token)))
