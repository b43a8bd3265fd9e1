"""What recognition makes of letters whose marks it was not taught (German and English are).

A stacked or unknown mark is read as another letter, or as one more: Hữu as Hiru, Đức as Puc,
Njegulović as Njegulovid. Where only such letters differ, the name is damaged, not another.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from pipeline.name_forms import groups
from pipeline.transliteration import LATIN, is_arabic, is_cyrillic, plain

_KNOWN = frozenset("abcdefghijklmnopqrstuvwxyzäöüß")

_READ_AS = {
    "a": "a|o",
    "c": "c|e|d|g",
    "d": "d|dj|b|p",
    "e": "e|a",
    "g": "g|d",
    "i": "i|j|l|t",
    "l": "l|t|i|k",
    "n": "n|f|fi|h|ii|ri",
    "o": "o|e",
    "s": "s|ss|g|8",
    "u": "u|ur|iur|ru|ir|er|ut|ii|il|li|it",
}
"""What was seen on scans for a letter with an unknown mark, by its plain letter; others are read plain."""

_THIN = frozenset("ijlt1")
"""Letters of one stroke."""
_LONG, _STROKES = 7, 2
"""Letters from which no twin's name is told by thin strokes alone, and how many of these may differ."""

_SYLLABLE = re.compile(
    r"(?:b|ch?|d|gh?|gi|h|kh?|l|m|ng?h?|nh|ph|qu|r|s|th?|tr|v|x)?[aeiouy]{1,3}(?:ch?|m|ng?|nh|p|t)?"
)
"""What a Vietnamese name without its marks looks like, so that it may be one."""
_DOUBLED = re.compile(r"([aiey])\1|uu.")


@lru_cache(maxsize=65536)
def damaged(name: str, seen: str) -> bool:
    """Whether the lower-case word `seen` is what recognition makes of `name`, and no other name.

    Only letters with marks may differ, and thin strokes in a long name: Nataliia as Natalita. Hùng is not
    Hữu: what may be a name itself is not a damaged one.
    """
    pattern, read = _as_read(name), plain(seen)
    misread = bool(pattern and pattern.fullmatch(read)) or _but_for_thin_strokes(plain(name), read)
    return misread and not _another_name(plain(name), read)


def _but_for_thin_strokes(name: str, seen: str) -> bool:
    """Whether at most two letters of a long name differ, each an i that was read as another stroke or the
    other way round: Marietta and Mariella are sisters.
    """
    if len(name) < _LONG or len(name) != len(seen):
        return False
    differing = [{one, other} for one, other in zip(name, seen, strict=True) if one != other]
    return 0 < len(differing) <= _STROKES and all("i" in pair and pair <= _THIN for pair in differing)


def perhaps_damaged(name: str, seen: str) -> bool:
    """Whether up to two letters, whatever they are, stand where `name` has a letter with a mark."""
    pattern = _as_read(name, anyhow=True)
    return bool(pattern and _KNOWN & set(name) and pattern.fullmatch(plain(seen)))


@lru_cache(maxsize=65536)
def _as_read(name: str, *, anyhow: bool = False) -> re.Pattern[str] | None:
    """A pattern of the plain readings; none for names without such letters."""
    name = unicodedata.normalize("NFC", name)
    if _KNOWN.issuperset(name) or is_arabic(name) or is_cyrillic(name):
        return None
    read_as = dict.fromkeys(_READ_AS, ".{0,2}") if anyhow else _READ_AS
    return re.compile("".join(plain(char) if char in _KNOWN else _readings(char, read_as) for char in name))


def _readings(char: str, read_as: Mapping[str, str]) -> str:
    plainly = LATIN.get(char, (plain(char),))
    return f"(?:{'|'.join(filter(None, (*plainly, read_as.get(plainly[0][:1]))))})"


def _another_name(name: str, seen: str) -> bool:
    """Whether what was read may be a name of its own: a twin's, or a stranger's."""
    if seen == name:
        return False
    if _SYLLABLE.fullmatch(name):
        return bool(_SYLLABLE.fullmatch(seen)) and not _DOUBLED.search(seen)
    known = groups(seen)
    return bool(known) and known.isdisjoint(groups(name))
