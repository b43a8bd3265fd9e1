"""Similar spellings that stand in the index: one wrong letter, or what OCR makes of letters."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from string import ascii_lowercase

from index.folding import stem
from index.snapshot import Snapshot

# Folded letters and what they are misread as (ü as ii, ß as B, …).
_CONFUSED = (
    ("rn", "m"),
    ("l", "1"),
    ("l", "i"),
    ("i", "1"),
    ("u", "ii"),
    ("o", "0"),
    ("cl", "d"),
    ("w", "vv"),
    ("s", "5"),
    ("b", "8"),
    ("ss", "b"),
    ("h", "b"),
    ("e", "c"),
    ("t", "f"),
)
_SHORTEST = 4  # letters; shorter words are similar to too many others
_LONG = 6  # letters; longer terms share four letters with their like, shorter ones three
_COMPARED = 5000  # terms with the same beginning
_MOST = 24  # similar terms for one word in one field


def similar_terms(snapshot: Snapshot, field: str, word: str) -> tuple[str, ...]:
    """Terms of `field` like the folded, unstemmed `word`, the likelier ones first."""
    if len(word) < _SHORTEST:
        return ()
    term = stem(word)
    likely = dict.fromkeys(_stemmed_variants(word))
    found = {variant: None for variant in likely if snapshot.contains(field, variant)}
    if len(term) >= _SHORTEST:
        found.update(dict.fromkeys(islice(_one_edit(snapshot, field, word, term), _MOST)))
    found.pop(term, None)
    return tuple(islice(found, _MOST))


def _one_edit(snapshot: Snapshot, field: str, word: str, term: str) -> Iterator[str]:
    """One letter more, less or other, or two swapped.

    A wrong letter in the beginning is tried out letter by letter; the terms that share the beginning
    are compared one by one. The longer the beginning, the fewer they are.
    """
    shared = 4 if len(term) > _LONG else 3
    for other, _ in islice(snapshot.beginning(field, term[:shared]), _COMPARED):
        if _one_apart(term, other) or _one_apart(word, other):
            yield other
    for other in sorted(_edits_within(term, shared)):
        if snapshot.contains(field, other):
            yield other


def _one_apart(one: str, other: str) -> bool:
    """One letter more, less or other, or two neighbours swapped."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    others = (number for number, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    place = next(others, min(len(one), len(other)))
    rest, else_ = one[place:], other[place:]
    return (
        rest[1:] == else_[1:]
        or rest == else_[1:]
        or rest[1:] == else_
        or (rest[:2] == else_[1::-1] and rest[2:] == else_[2:])
    )


def _edits_within(term: str, end: int) -> set[str]:
    """The term with one edit before `end`; its first letter is taken as right."""
    cuts = [(term[:place], term[place:]) for place in range(1, end)]
    edits = {before + after[1:] for before, after in cuts}
    edits |= {before + letter + after[1:] for before, after in cuts for letter in ascii_lowercase}
    edits |= {before + letter + after for before, after in cuts for letter in ascii_lowercase}
    return edits


def _stemmed_variants(word: str) -> Iterator[str]:
    for variant in sorted(ocr_variants(word) | _swapped(word)):
        yield stem(variant)
        yield variant


def _swapped(word: str) -> frozenset[str]:
    """Two neighbours in the wrong order (Antrga), which the engine counts as two edits."""
    return frozenset(
        word[:place] + word[place + 1] + word[place] + word[place + 2 :] for place in range(len(word) - 1)
    )


def ocr_variants(word: str) -> frozenset[str]:
    """The word with one confusion undone at one place, or at all its places."""
    variants = set()
    for first, second in _CONFUSED:
        for old, new in ((first, second), (second, first)):
            pieces = word.split(old)
            variants.add(new.join(pieces))
            for cut in range(1, len(pieces)):
                variants.add(old.join(pieces[:cut]) + new + old.join(pieces[cut:]))
    return frozenset(variants - {word})
