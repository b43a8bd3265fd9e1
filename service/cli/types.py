"""Checking a document type that a command names."""

from __future__ import annotations

import difflib

import click

from config.language import Text
from pipeline.model import UNCLASSIFIED
from service.wiring import Site

_UNKNOWN = Text(
    "Dokumentart „{name}“ ist unbekannt. Ähnlich: {near}.", "Unknown document type “{name}”. Similar: {near}."
)


def checked_type(site: Site, name: str | None, *, hint: str = "--type") -> str | None:
    """`name` if it is a document type, None if none was asked for. Raises a usage error with suggestions.

    `hint`: how the parameter is called on the command line.
    """
    known = tuple(site.types.types)
    if name is None or name in known or name == UNCLASSIFIED:
        return name
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.4) or sorted(known)
    raise click.BadParameter(_UNKNOWN(name=name, near=", ".join(near)), param_hint=hint)


def suggested_types(site: Site, text: str, limit: int = 8) -> tuple[str, ...]:
    """Types whose name or label holds all words of `text`, then those written similarly."""
    wanted = text.casefold().split()
    described = {
        name: f"{name} {site.types.label(name)('de')} {site.types.label(name)('en')}".casefold()
        for name in site.types.types
    }
    holding = [name for name, words in described.items() if all(word in words for word in wanted)]
    similar = difflib.get_close_matches(text.casefold(), described, n=limit, cutoff=0.6)
    return tuple(dict.fromkeys([*holding, *similar]))[:limit]
