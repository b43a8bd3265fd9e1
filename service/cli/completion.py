"""What the shell completes after the Tab key: authorities, document types, persons.

Nobody sees more than a search would show: persons come from the catalogue that the user may read, of
the authority named on the line if one is. A completion that fails stays silent, because the shell would
print a message into the line that is being typed.
"""

from __future__ import annotations

import os
import sys
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from config.glance import Glance, glance
from config.home import Home, find_home
from records.errors import RecordsError
from records.quick import QuickCatalogue
from service.caller import AccessRefused, present_caller

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_MOST = 50


def complete_authorities(
    context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    home = _home(context)
    seen = glance(home)
    names = _visible(home, seen) if seen else ()
    return [_item(name) for name in names if name.startswith(incomplete)]


def complete_types(
    context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    from config.document_types import load_document_types  # noqa: PLC0415 -- slow to load, and only here
    from config.settings import SettingsError  # noqa: PLC0415

    seen = glance(_home(context))
    with suppress(SettingsError):
        types = load_document_types(seen.types_file if seen else None)
        return [_item(kind.id, kind.label()) for kind in types if kind.id.startswith(incomplete)]
    return []


def complete_persons(
    context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """By the beginning of number or name; the number is what is filled in."""
    home = _home(context)
    seen = glance(home)
    if seen is None:
        return []
    with suppress(RecordsError), closing(QuickCatalogue(home.database_file)) as catalogue:
        named = context.params.get("authority")
        authorities = tuple(name for name in _visible(home, seen) if named in {None, name})
        found = catalogue.persons(authorities, incomplete, _MOST)
        return [_item(number, name) for number, name in found]
    return []


def _item(value: str, meaning: str | None = None) -> CompletionItem:
    from click.shell_completion import CompletionItem  # noqa: PLC0415 -- every command loads this module

    return CompletionItem(value, help=meaning)


def _visible(home: Home, seen: Glance) -> tuple[str, ...]:
    with suppress(AccessRefused):
        return present_caller(home).visible(seen.authorities)
    return ()


def _home(context: click.Context) -> Home:
    """The home of the installed command (`deploy/install.sh`), which adds it to what is typed, or as typed.

    While a line is completed no command has run that would have kept it, and the line that click looks at
    is not the one that the program was called with.
    """
    installed = sys.argv[2] if sys.argv[1:2] == ["--home"] and len(sys.argv) > 2 else None
    option = installed or context.find_root().params.get("home")
    return find_home(Path(option) if option else None, os.environ)
