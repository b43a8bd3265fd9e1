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


def checked_type(site: Site, name: str | None) -> str | None:
    """`name` if it is a document type, None if none was asked for. Raises a usage error with suggestions."""
    known = tuple(site.types.types)
    if name is None or name in known or name == UNCLASSIFIED:
        return name
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.4) or sorted(known)
    raise click.BadParameter(_UNKNOWN(name=name, near=", ".join(near)), param_hint="--type")
