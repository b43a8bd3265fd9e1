"""Names of persons as index terms: as they are written, and the spellings they may be written in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from index.folding import stem
from index.german import clean, tokens
from pipeline.name_forms import forms, spellings
from pipeline.names import keys

# Letters by which the same sound is written; which of them are the same name is for `forms` to say.
_WRITTEN = (
    *(("tsch", "ch", "cz", "tch"), ("sch", "sh", "sz", "ch"), ("kh", "ch"), ("dsch", "dj", "j"), ("zh", "z")),
    *(("ou", "u", "oo"), ("ee", "i"), ("y", "j", "i"), ("ei", "ai", "ey", "ay"), ("ph", "f"), ("w", "v")),
    *(("ck", "k", "q"), ("th", "t"), ("dh", "d"), ("gh", "g"), ("x", "ks"), ("tz", "ts")),
)
_VOICED = {"s": "z", "z": "s"}  # German writes s for the z of other languages: Sahra, Resa
_SOUNDS = 2  # in which two spellings may differ
_LONGEST_NAME = 16  # letters; longer words are compounds, and have very many spellings


def name_terms(name: str) -> frozenset[str]:
    """The words of a name as they are searched everywhere else."""
    return frozenset(token.term for token in tokens(clean(name)))


def spelling_keys(name: str) -> frozenset[str]:
    """What the spellings of a name have in common (Muhammad, Mohammed); () for a stroke or `unbekannt`."""
    return keys(clean(name))


def other_spellings(word: str) -> frozenset[str]:
    """Terms of a running text that may be the same name as a folded word (Muhammad, Mohammed)."""
    return frozenset(stem(name) for name in spellings(word)) - {stem(word)}


def respelled(word: str, standing: Callable[[Collection[str]], Collection[str]]) -> Iterator[str]:
    """Terms that the rules of names equate with a folded word (Darwischi, Darwishi), if they stand there."""
    if len(word) > _LONGEST_NAME:
        return
    found = {word}
    for _ in range(_SOUNDS):
        found |= {other for one in found for other in _rewritten(one)}
    stems = {other: stem(other) for other in sorted(found - {word})}
    there = standing(stems.values())
    for other, term in stems.items():
        if term in there and not _heard(word).isdisjoint(_heard(other)):
            yield term


def _heard(word: str) -> frozenset[str]:
    return frozenset(form.replace("z", "s") for form in forms(word))


def _rewritten(word: str) -> Iterator[str]:
    for ways in _WRITTEN:
        for old in ways:
            if old in word:
                yield from (word.replace(old, new) for new in ways if new != old)
    for place, letter in enumerate(word):
        doubled = word[place : place + 2] == letter * 2
        yield word[:place] + (letter if doubled else letter * 2) + word[place + 1 + doubled :]
        if letter in _VOICED:
            yield word[:place] + _VOICED[letter] + word[place + 1 :]
