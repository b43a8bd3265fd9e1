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
from config.inboxes import InboxPlace, inbox_places
from config.language import Text
from config.register_columns import load_register_columns
from config.settings import Settings, SettingsError, load_settings
from index.feed import CatalogueFeed
from index.labels import labels_of
from index.schema import Labels
from intake.scan import Inbox
from intake.settle import Settler
from records import audit
from records.catalogue import Catalogue
from records.ports import IntakeJournal
from service.actor import actor
from service.caller import REFUSED, Caller, present_caller

_NO_AUTHORITY = Text("{file}: keine Behörde eingetragen", "{file}: no authority entered")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One open installation."""

    home: Home
    settings: Settings
    types: DocumentTypes
    catalogue: Catalogue
    caller: Caller

    @property
    def authorities(self) -> tuple[str, ...]:
        """Those that the caller may see; nothing above this knows of others."""
        return self.caller.visible(self.settings.authorities)

    @property
    def hidden(self) -> tuple[str, ...]:
        """The authorities that the caller may not see."""
        return tuple(name for name in self.settings.authorities if name not in self.authorities)

    def log_refused(self, authority: str, command: str) -> None:
        """That the caller asked for an authority that is hidden."""
        audit.append_alone(
            self.catalogue, actor=actor(), authority=authority, action=REFUSED, subject=command
        )

    @property
    def places(self) -> tuple[InboxPlace, ...]:
        """All inboxes of all authorities."""
        return inbox_places(self.home, self.settings)

    def apart(self, place: InboxPlace) -> frozenset[Path]:
        """Inboxes that lie below `place` and are not part of it."""
        return frozenset(other.folder for other in self.places if place.folder in other.folder.parents)

    def inbox(self, place: InboxPlace) -> Inbox:
        return Inbox(
            name=place.name,
            authority=place.authority,
            folder=place.folder,
            settler=Settler(self.settings.intake.settle_seconds),
            home=self.home,
            journal=IntakeJournal(self.catalogue),
            clock=utc_now,
            lane=place.lane,
            reserve_mib=self.settings.intake.reserve_mib,
            apart=self.apart(place),
        )

    def feed(self, authority: str) -> CatalogueFeed:
        return CatalogueFeed(self.catalogue, authority)

    @property
    def labels(self) -> Labels:
        """The names of every document type that search finds it by."""
        return labels_of(self.types)

    @property
    def workers(self) -> int:
        return self.settings.limits.workers or cores()


@contextmanager
def open_site(home: Home) -> Iterator[Site]:
    """Open the installation at `home` as far as the caller may see it.

    Raises SettingsError, AccessRefused or CatalogueError.
    """
    caller = present_caller(home)
    settings = load_settings(home.settings_file)
    caller.visible(settings.authorities)  # refused before anything is opened
    catalogue = Catalogue.open(home, settings)
    try:
        yield Site(
            home=home,
            settings=settings,
            types=load_document_types(types_file(home, settings)),
            catalogue=catalogue,
            caller=caller,
        )
    finally:
        catalogue.close()


def check_settings(home: Home) -> Settings:
    """The settings as they are now, if they and the files they name could be opened, none as remembered.

    Raises SettingsError. A service without any authority does nothing, so that is one, too.
    """
    for remembered in (load_document_types, load_register_columns):
        remembered.cache_clear()
    settings = load_settings(home.settings_file)
    inbox_places(home, settings)
    load_document_types(types_file(home, settings))
    for one in settings.authorities.values():
        load_register_columns(home.root / one.register_columns if one.register_columns else None)
    if not settings.authorities:
        raise SettingsError(_NO_AUTHORITY(file=home.settings_file))
    return settings


def types_file(home: Home, settings: Settings) -> Path | None:
    """The site's own document types, if there are any."""
    own = settings.classifying.types_file
    return home.root / own if own else None


def cores() -> int:
    """Processor cores that this process may use."""
    return len(os.sched_getaffinity(0))


def utc_now() -> datetime:
    return datetime.now(UTC)


monotonic: Callable[[], float] = partial(time.monotonic)
