"""Checking the authority that a command names."""

from __future__ import annotations

import difflib
from typing import Protocol

import click

from config.language import Text


class Site(Protocol):
    """Whatever knows its authorities."""

    @property
    def authorities(self) -> tuple[str, ...]: ...


_UNKNOWN = Text(
    "Behörde „{name}“ gibt es hier nicht. Vorhanden: {known}.",
    "There is no authority “{name}” here. There are: {known}.",
)


def checked(site: Site, name: str) -> str:
    """`name` if it is an authority of this home. Raises a usage error with what there is."""
    if name not in site.authorities:
        near = difflib.get_close_matches(name, site.authorities, n=3)
        known = ", ".join(near or site.authorities) or "–"
        raise click.BadParameter(_UNKNOWN(name=name, known=known), param_hint="--authority")
    return name


def chosen(site: Site, name: str | None) -> tuple[str, ...]:
    """The named authority, or all of this home."""
    return (checked(site, name),) if name else site.authorities
