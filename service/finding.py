"""What a search needs of an installation, and nothing more: it should answer as soon as it is asked.

By default only the standard library and the index are loaded. A site with another database, an index
that has yet to be built, anything unusual: then the whole installation is opened (`service.wiring`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Protocol

from config.glance import glance
from config.home import Home
from index.note import Noted, noted, stamp
from records.quick import QuickCatalogue
from service.actor import actor
from service.caller import REFUSED, Caller, present_caller

SEARCHED = "searched"


class Source(Protocol):
    """The part of the catalogue that a search reads and writes."""

    def pages(self, document_id: str) -> tuple[tuple[int, str], ...]: ...

    def log(
        self, *, actor: str, authority: str, action: str, subject: str, details: Mapping[str, object] | None
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class Finder:
    """The indexes and texts of one installation."""

    home: Home
    caller: Caller
    authorities: tuple[str, ...]
    """Those that the caller may see, as `service.wiring.Site` has it."""
    hidden: tuple[str, ...]
    source: Source
    stamped: str

    def index(self, authority: str) -> Noted:
        """The index of an authority. Raises what `service.indexing.open_index` raises."""
        found = noted(self.home.index(authority), self.stamped)
        if found is not None:
            return found
        from index.labels import sections_of  # noqa: PLC0415 -- the whole installation, rarely needed
        from service.indexing import open_index  # noqa: PLC0415
        from service.wiring import open_site  # noqa: PLC0415

        with open_site(self.home) as site:
            return Noted(open_index(site, authority), sections_of(site.types))

    def log(self, authority: str, query: str, details: Mapping[str, object]) -> None:
        """Who searched what, in the manner of AZRG § 13: purpose and returned documents."""
        self.source.log(actor=actor(), authority=authority, action=SEARCHED, subject=query, details=details)

    def log_refused(self, authority: str, command: str) -> None:
        """That the caller asked for an authority that is hidden."""
        self.source.log(actor=actor(), authority=authority, action=REFUSED, subject=command, details=None)


@contextmanager
def open_finder(home: Home) -> Iterator[Finder]:
    """Raises SettingsError, AccessRefused or CatalogueError."""
    caller = present_caller(home)
    seen = glance(home)
    with ExitStack() as stack:
        if seen is not None and home.database_file.exists():
            source = QuickCatalogue(home.database_file)
            stack.callback(source.close)
            visible = caller.visible(seen.authorities)
            hidden = tuple(name for name in seen.authorities if name not in visible)
            yield Finder(home, caller, visible, hidden, source, stamp(seen.types_file))
            return
        from service.access import SiteSource  # noqa: PLC0415 -- the whole installation
        from service.wiring import open_site, types_file  # noqa: PLC0415

        site = stack.enter_context(open_site(home))
        stamped = stamp(types_file(home, site.settings))
        yield Finder(home, site.caller, site.authorities, site.hidden, SiteSource(site), stamped)
