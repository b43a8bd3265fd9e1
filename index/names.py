"""Names of persons as index terms: as they are written, and the spellings they may be written in."""

from __future__ import annotations

from index.german import clean, tokens
from pipeline.names import keys


def name_terms(name: str) -> frozenset[str]:
    """The words of a name as they are searched everywhere else."""
    return frozenset(token.term for token in tokens(clean(name)))


def spelling_keys(name: str) -> frozenset[str]:
    """What the spellings of a name have in common (Muhammad, Mohammed); () for a stroke or `unbekannt`."""
    return keys(clean(name))
