"""Checking the authority that a command names."""

from __future__ import annotations

import difflib
from typing import Protocol

import click

from config.language import Text
from service.caller import Caller


class Site(Protocol):
    """Whatever knows its authorities: those that the caller may see, and those `hidden` from the caller."""

    @property
    def authorities(self) -> tuple[str, ...]: ...

    @property
    def hidden(self) -> tuple[str, ...]: ...

    @property
    def caller(self) -> Caller: ...

    def log_refused(self, authority: str, command: str) -> None: ...


_UNKNOWN = Text(
    "Behörde „{name}“ gibt es hier nicht. Vorhanden: {known}.",
    "There is no authority “{name}” here. There are: {known}.",
)


def checked(site: Site, name: str) -> str:
    """`name` if the caller may see it. Raises AccessRefused, or a usage error with what there is."""
    if name in site.hidden:
        site.log_refused(name, click.get_current_context().command_path)
        raise site.caller.refused(name)
    if name not in site.authorities:
        near = difflib.get_close_matches(name, site.authorities, n=3)
        known = ", ".join(near or site.authorities) or "–"
        raise click.BadParameter(_UNKNOWN(name=name, known=known), param_hint="--authority")
    return name


def chosen(site: Site, name: str | None) -> tuple[str, ...]:
    """The named authority, or all that the caller may see."""
    return (checked(site, name),) if name else site.authorities
