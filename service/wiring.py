"""Puts the parts of one installation together; the only place that knows them all."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from config.document_types import DocumentTypes, load_document_types
from config.home import Home
from config.settings import Settings, load_settings
from index.feed import CatalogueFeed
from index.labels import labels_of
from index.schema import Labels
from intake.scan import Inbox
from intake.settle import Settler
from records.catalogue import Catalogue
from records.ports import IntakeJournal


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One open installation."""

    home: Home
    settings: Settings
    types: DocumentTypes
    catalogue: Catalogue

    @property
    def authorities(self) -> tuple[str, ...]:
        return tuple(self.settings.authorities)

    def inbox_folder(self, authority: str) -> Path:
        """The watched folder of an authority; a relative setting counts from the home."""
        configured = self.settings.authorities[authority].inbox
        return self.home.root / configured if configured else self.home.inbox(authority)

    def inbox(self, authority: str) -> Inbox:
        return Inbox(
            authority=authority,
            folder=self.inbox_folder(authority),
            settler=Settler(self.settings.intake.settle_seconds),
            home=self.home,
            journal=IntakeJournal(self.catalogue),
            clock=utc_now,
        )

    def feed(self, authority: str) -> CatalogueFeed:
        return CatalogueFeed(self.catalogue, authority)

    @property
    def labels(self) -> Labels:
        """The names of every document type that search finds it by."""
        return labels_of(self.types)

    def several_persons(self, type_id: str) -> bool:
        """Whether documents of this type concern several persons, as a marriage certificate does."""
        return type_id in self.types and self.types[type_id].persons == "several"

    @property
    def workers(self) -> int:
        return self.settings.limits.workers or len(os.sched_getaffinity(0))


@contextmanager
def open_site(home: Home) -> Iterator[Site]:
    """Open the installation at `home`. Raises SettingsError or CatalogueError."""
    settings = load_settings(home.settings_file)
    catalogue = Catalogue.open(home, settings)
    try:
        yield Site(
            home=home,
            settings=settings,
            types=load_document_types(types_file(home, settings)),
            catalogue=catalogue,
        )
    finally:
        catalogue.close()


def types_file(home: Home, settings: Settings) -> Path | None:
    """The site's own document types, if there are any."""
    own = settings.classifying.types_file
    return home.root / own if own else None


def utc_now() -> datetime:
    return datetime.now(UTC)


monotonic: Callable[[], float] = partial(time.monotonic)
