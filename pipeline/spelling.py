"""Words that OCR damaged, read as the words of the rules that they must have been.

Two words are the same where they differ only in letters that look alike; a long one may also have lost
a letter. A word that is itself a word of the rules is never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from config.document_types import AnchorZone, DocumentTypes
from pipeline.titles import fold

_LEAST = 7
"""Shorter words are too like others."""
_LOSSES_FROM = 10
_WORD = re.compile(r"[^\W_]{5,}")
_PLAIN = re.compile(r"[^\W\d_]{5,}")
# Beyond `fold`: pairs that a weak scan makes alike.
_ALIKE = str.maketrans({"c": "e", "n": "u", "q": "g", "h": "b", "f": "t", "j": "i"})


def repaired(text: str, types: DocumentTypes) -> str:
    """`text` with every damaged word of the rules put right."""
    known, shapes = _vocabulary(types)
    return _WORD.sub(lambda match: _right(match[0], known, shapes), text)


def _right(word: str, known: frozenset[str], shapes: dict[str, str | None]) -> str:
    if len(word) < _LEAST - 1 or word.casefold() in known:
        return word
    return shapes.get(_shape(word)) or word


def _shape(word: str) -> str:
    return fold(word).translate(_ALIKE)


@lru_cache(maxsize=4)
def _vocabulary(types: DocumentTypes) -> tuple[frozenset[str], dict[str, str | None]]:
    """The words of the rules, and the words by shape: None where two words have one."""
    known = frozenset(_words(types))
    whole = _by_shape((_shape(word), word) for word in known if len(word) >= _LEAST)
    shortened = _by_shape(
        (shape[:at] + shape[at + 1 :], word)
        for word in known
        if len(word) >= _LOSSES_FROM
        for shape in (_shape(word),)
        for at in range(1, len(shape))
    )
    return known, {**shortened, **whole}


def _by_shape(pairs: Iterable[tuple[str, str]]) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for shape, word in pairs:
        if found.setdefault(shape, word) != word:
            found[shape] = None
    return found


def _words(types: DocumentTypes) -> Iterator[str]:
    for kind in types:
        sources = [*kind.titles, *(anchor.pattern.pattern for anchor in kind.in_zone(AnchorZone.BODY))]
        for source in sources:
            for word in _PLAIN.findall(re.sub(r"\\.", " ", source)):
                yield word.casefold()
