"""Similar spellings that stand in the index: one wrong letter, or what OCR makes of letters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from string import ascii_lowercase

from index.folding import fold, stem
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
    ("g", "6"),
    ("z", "2"),
    ("d", "0"),
    ("ss", "b"),
    ("h", "b"),
    ("e", "c"),
    ("t", "f"),
)
_SHORTEST = 4  # letters; shorter words are similar to too many others
_PART = 3  # letters at least of what a space parts
_LONG = 6  # letters; longer terms share four letters with their like, shorter ones three
_TWICE = 9  # letters; in longer terms two may be wrong
_ENDING = 6  # letters; a wrong one among them may keep the stemmer from its work
_COMPARED = 2000  # terms with the same beginning in each segment
_MOST = 24  # similar terms for one word in one field


def similar_terms(snapshot: Snapshot, field: str, typed: str) -> tuple[str, ...]:
    """Terms of `field` like a word, the likelier ones first."""
    word = fold(typed)
    if len(word) < _SHORTEST:
        return ()
    term = stem(word)
    likely = dict.fromkeys(_stemmed_variants(word, typed.casefold()))
    standing = snapshot.standing(field, likely)
    found = {variant: None for variant in likely if variant in standing}
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
    lengths = range(len(term) - _ENDING, len(word) + 3)
    begun = snapshot.beginning(field, term[:shared], _COMPARED)
    listed = [other for other, _ in begun if len(other) in lengths]
    inflected = _mistyped_inflected(word)
    beginnings, endings = zip(_around(term, shared), _around(word, shared), strict=True)
    for other in listed:
        intact = other.startswith(beginnings) or other.endswith(endings)  # soon said, and most have neither
        if other in inflected or (intact and (_apart(term, other, 1) or _apart(word, other, 1))):
            yield other
    yield from sorted(snapshot.standing(field, _edits_within(term, shared)))
    if len(term) > _TWICE and word.isalpha():
        third = (len(term) - shared + 2) // 3
        thirds = [term[place : place + third] for place in range(shared, len(term), third)]
        likely = [other for other in listed if any(map(other.__contains__, thirds))]
        yield from (other for other in likely if _apart(term, other, 2) or _apart(word, other, 2))


def _around(word: str, shared: int) -> tuple[str, str]:
    """What stands before and behind the middle of what is not shared: one edit leaves one of them intact."""
    middle = (shared + len(word) + 1) // 2
    return word[: middle - 1], word[middle:]


def _apart(one: str, other: str, edits: int) -> bool:
    """At most so many letters more, less or other, or neighbours swapped."""
    if abs(len(one) - len(other)) > edits:
        return False
    others = (number for number, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    place = next(others, min(len(one), len(other)))
    rest, else_ = one[place:], other[place:]
    if not edits or rest == else_:
        return rest == else_
    return (
        _apart(rest[1:], else_[1:], edits - 1)
        or _apart(rest, else_[1:], edits - 1)
        or _apart(rest[1:], else_, edits - 1)
        or (rest[:2] == else_[1::-1] and _apart(rest[2:], else_[2:], edits - 1))
    )


def parted(snapshot: Snapshot, word: str) -> list[tuple[str, str]]:
    """Pairs of terms of the text that are the folded word, if recognition put a space into it."""
    cuts = [(stem(word[:place]), stem(word[place:])) for place in range(_PART, len(word) - _PART + 1)]
    standing = snapshot.standing("text", {part for cut in cuts for part in cut})
    return [cut for cut in cuts if standing.issuperset(cut)]


@lru_cache(maxsize=256)  # asked once for each field
def _mistyped_inflected(word: str) -> frozenset[str]:
    """Stems of what may be meant: Personalpapigre is no inflected form, Personalpapiere is one."""
    cuts = [(word[:place], word[place:]) for place in range(1, len(word))]
    meant = {before + after[1:] for before, after in cuts}
    for before, after in cuts[-_ENDING:]:
        meant |= {before + letter + rest for letter in ascii_lowercase for rest in (after, after[1:])}
    return frozenset(map(stem, meant)) if word.isalpha() else frozenset()


def _edits_within(term: str, end: int) -> set[str]:
    """The term with one edit before `end`; its first letter is taken as right."""
    cuts = [(term[:place], term[place:]) for place in range(1, end)]
    edits = {before + after[1:] for before, after in cuts}
    edits |= {before + letter + after[1:] for before, after in cuts for letter in ascii_lowercase}
    edits |= {before + letter + after for before, after in cuts for letter in ascii_lowercase}
    return edits


def _stemmed_variants(word: str, typed: str) -> Iterator[str]:
    """Folded after letters are swapped back: the ae of Dibaetes is no ä."""
    for variant in sorted(ocr_variants(word) | set(map(fold, _swapped(typed)))):
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
