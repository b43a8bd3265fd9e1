"""How well the words of a registered name are found among the words at one place of a document."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from itertools import pairwise

from pipeline.name_marks import damaged
from pipeline.names import Agreement, compare_token
from pipeline.transliteration import plain


class NameLevel(IntEnum):
    """How well a full name agrees. From GIVEN_SUBSET on it may identify together with a birth date."""

    DIFFERENT = 0
    GIVEN_ONLY = 1
    """The given names agree, the family name does not: somebody else, or a new name after a marriage."""
    FAMILY_ONLY_CONFLICT = 2
    """The family name agrees, other given names are stated: a sibling, a twin, a spouse."""
    FAMILY_ONLY = 3
    """The family name agrees, no given name is stated."""
    NEAR = 4
    """The given name is similar: misspelt, or a twin's."""
    PARTIAL = 5
    """It fits, but not all of it is there: initials, half of a double name, a misspelt family name."""
    MARKS = 6
    """The same but for letters whose marks recognition does not know: Hữu as Hiru. No twin's name, yet it
    identifies only together with a number or with the name as it should be elsewhere.
    """
    GIVEN_SUBSET = 7
    """Family name and some of several given names agree, none contradicts: one side has more of them."""
    OCR = 8
    VARIANT = 9
    EXACT = 10

    @property
    def weight(self) -> float:
        return _WEIGHTS[self]


_WEIGHTS = {
    NameLevel.DIFFERENT: 0.0,
    NameLevel.GIVEN_ONLY: 0.02,
    NameLevel.FAMILY_ONLY_CONFLICT: 0.02,
    NameLevel.FAMILY_ONLY: 0.08,
    NameLevel.NEAR: 0.15,
    NameLevel.PARTIAL: 0.25,
    NameLevel.MARKS: 0.35,
    NameLevel.GIVEN_SUBSET: 0.42,
    NameLevel.OCR: 0.45,
    NameLevel.VARIANT: 0.47,
    NameLevel.EXACT: 0.5,
}

_TOKEN_LEVEL = {
    Agreement.EXACT: NameLevel.EXACT,
    Agreement.VARIANT: NameLevel.VARIANT,
    Agreement.OCR: NameLevel.OCR,
    Agreement.PARTIAL: NameLevel.PARTIAL,
    Agreement.NEAR: NameLevel.NEAR,
    Agreement.DIFFERENT: NameLevel.DIFFERENT,
}


def find_all(
    wanted: Sequence[str], seen: Sequence[str], *, truncated: bool
) -> tuple[list[NameLevel], tuple[str, ...]]:
    """The level at which each wanted token is found, and the tokens of `seen` that remain."""
    rest = list(seen)
    levels = []
    for token in wanted:
        level, used = _find(token, rest, truncated=truncated)
        levels.append(level)
        for word in used:
            rest.remove(word)
    if wanted and min(levels) < NameLevel.OCR and len(wanted) > 1:
        # `Abdul Rahman` in the register, `Abdulrahman` on paper.
        level, used = _find("".join(wanted), list(seen), truncated=False)
        if level >= NameLevel.OCR:
            left = list(seen)
            for word in used:
                left.remove(word)
            return [level] * len(wanted), tuple(left)
    return levels, tuple(rest)


def _find(token: str, seen: Sequence[str], *, truncated: bool) -> tuple[NameLevel, tuple[str, ...]]:
    """The best place for one token: a word, or two neighbouring words written apart."""
    best: tuple[NameLevel, tuple[str, ...]] = (NameLevel.DIFFERENT, ())
    for word in seen:
        level = _token_level(token, word, truncated=truncated)
        if level > best[0]:
            best = (level, (word,))
    if best[0] < NameLevel.OCR:
        for first, second in pairwise(seen):
            level = _token_level(token, first + second, truncated=False)
            if level >= NameLevel.OCR and level > best[0]:
                best = (level, (first, second))
    return best


def _token_level(token: str, word: str, *, truncated: bool) -> NameLevel:
    if truncated and len(word) >= 4 and len(token) > len(word) and plain(token).startswith(plain(word)):
        return NameLevel.OCR
    level = _TOKEN_LEVEL[compare_token(token, word)]
    return NameLevel.MARKS if level < NameLevel.MARKS and damaged(token, word) else level
