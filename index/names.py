"""Names of persons as index terms: as they are written, and the spellings they may be written in."""

from __future__ import annotations

from index.folding import stem
from index.german import clean, tokens
from pipeline.name_forms import spellings
from pipeline.names import keys


def name_terms(name: str) -> frozenset[str]:
    """The words of a name as they are searched everywhere else."""
    return frozenset(token.term for token in tokens(clean(name)))


def spelling_keys(name: str) -> frozenset[str]:
    """What the spellings of a name have in common (Muhammad, Mohammed); () for a stroke or `unbekannt`."""
    return keys(clean(name))


def other_spellings(word: str) -> frozenset[str]:
    """Terms of a running text that may be the same name as a folded word (Muhammad, Mohammed)."""
    return frozenset(stem(name) for name in spellings(word)) - {stem(word)}
