"""Whether a word of a name is anybody's but a person's own, however recognition damaged it."""

from __future__ import annotations

from collections.abc import Collection

from rapidfuzz.distance import Indel

_SHORTEST = 4
"""Letters of a name; less are a stray initial or a speck."""
_ALIKE = 0.55
"""Least share of letters in common of a name and what recognition or another spelling made of it."""


def is_foreign(word: str, known: Collection[str]) -> bool:
    """Whether a folded word is none of the known ones, nor what recognition made of one."""
    return len(word) >= _SHORTEST and all(Indel.normalized_similarity(word, one) < _ALIKE for one in known)
