"""Similar spellings that stand in the index: one wrong letter, or what OCR makes of letters."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from whoosh.reading import IndexReader

from index.folding import stem

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
_MOST = 24  # similar terms for one word in one field


def similar_terms(reader: IndexReader, field: str, word: str) -> tuple[str, ...]:
    """Terms of `field` like the folded, unstemmed `word`, the likelier ones first."""
    if len(word) < _SHORTEST:
        return ()
    term = stem(word)
    found = dict.fromkeys(variant for variant in _stemmed_variants(word) if (field, variant) in reader)
    if len(term) >= _SHORTEST:
        found.update(dict.fromkeys(islice(_one_edit(reader, field, term), _MOST)))
    found.pop(term, None)
    return tuple(islice(found, _MOST))


def _one_edit(reader: IndexReader, field: str, term: str) -> Iterator[str]:
    """One letter more, less or other. The first is taken as right: that keeps the walk short."""
    for leaf, _ in reader.leaf_readers():
        yield from leaf.terms_within(field, term, 1, prefix=1)


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
