"""Taking German compounds apart with a small word list (`compounds.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from index.folding import fold, stem

_JOINTS = ("es", "s", "en", "n", "er", "e")
_SHORTEST_WORD = 8
_SHORTEST_REST = 3  # a stretch outside the list counts as a part of its own from this length
_LONGEST_WORD = 60  # longer ones are OCR refuse, and the search below is quadratic


def word_list() -> bytes:
    """The list as it lies on disk; part of the index's fingerprint."""
    return Path(__file__).with_name("compounds.toml").read_bytes()


@cache
def _known() -> tuple[Mapping[str, str], frozenset[str]]:
    """Every form a part takes inside a compound with its stem, and the stems a last part may have."""
    parts = [fold(part) for part in tomllib.loads(word_list().decode())["parts"]]
    inner = {part + joint: stem(part) for part in parts for joint in _JOINTS}
    inner.update({part: stem(part) for part in parts})
    return inner, frozenset(stem(part) for part in parts)


def parts_of(word: str) -> tuple[str, ...]:
    """Stems of the parts of a folded, unstemmed word; () if it is no compound of known parts.

    The division with the fewest unknown letters wins, then the one with the fewest parts.
    More than half of the word must be known.
    """
    if not _SHORTEST_WORD <= len(word) <= _LONGEST_WORD:
        return ()
    unknown, pieces = _divide(word)
    if len(pieces) < 2 or 2 * unknown > len(word):
        return ()
    return tuple(dict.fromkeys(pieces))


def _divide(word: str) -> tuple[int, list[str]]:
    """Unknown letters and pieces of the best division (dynamic programming over the end positions)."""
    best: list[tuple[int, list[str]] | None] = [(0, [])] + [None] * len(word)
    for end in range(_SHORTEST_REST, len(word) + 1):
        for start in range(end - _SHORTEST_REST + 1):
            before = best[start]
            if before is None:
                continue
            piece = word[start:end]
            known = _stem_of(piece, last=end == len(word))
            option = (before[0] + (0 if known else len(piece)), [*before[1], known or stem(piece)])
            current = best[end]
            if current is None or (option[0], len(option[1])) < (current[0], len(current[1])):
                best[end] = option
    return best[-1] or (len(word), [])


def _stem_of(piece: str, *, last: bool) -> str | None:
    inner, final = _known()
    if known := inner.get(piece):
        return known
    if last and (ending := stem(piece)) in final:
        return ending
    return None
