"""Checking the authority that a command names."""

from __future__ import annotations

import difflib

import click

from config.language import Text
from service.access import REFUSED, log_access
from service.wiring import Site

_UNKNOWN = Text(
    "Behörde „{name}“ gibt es hier nicht. Vorhanden: {known}.",
    "There is no authority “{name}” here. There are: {known}.",
)


def checked(site: Site, name: str) -> str:
    """`name` if the caller may see it. Raises AccessRefused, or a usage error with what there is."""
    if name in site.settings.authorities and name not in site.authorities:
        log_access(site, name, REFUSED, click.get_current_context().command_path)
        raise site.caller.refused(name)
    if name not in site.authorities:
        near = difflib.get_close_matches(name, site.authorities, n=3)
        known = ", ".join(near or site.authorities) or "–"
        raise click.BadParameter(_UNKNOWN(name=name, known=known), param_hint="--authority")
    return name


def chosen(site: Site, name: str | None) -> tuple[str, ...]:
    """The named authority, or all that the caller may see."""
    return (checked(site, name),) if name else site.authorities
