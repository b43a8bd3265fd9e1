"""Keeps the full-text indexes in step with the records, in a thread of its own.

Filing never waits for it: an index that fails is reported and tried again, the changes stay listed.
"""

from __future__ import annotations

import logging
import threading

from index.errors import IndexMissing, SearchIndexError
from index.store import Index
from index.sync import Progress, open_or_rebuild, rebuild, sync
from records import changes
from service.lock import running_service
from service.wiring import Site

log = logging.getLogger("akte.index")

PAUSE_SECONDS = 1.0
"""Changes are gathered this long, so that a busy service commits in batches."""


def open_index(site: Site, authority: str) -> Index:
    """The index of an authority for searching; an empty one is made where there was none yet.

    Raises IndexOutdated or IndexDamaged: those are rebuilt by the service or by `akte index rebuild`.
    """
    folder = site.home.index(authority)
    try:
        return Index.open(folder, labels=site.labels)
    except IndexMissing:
        return rebuild(folder, site.feed(authority), labels=site.labels)


def bring_up_to_date(site: Site, authority: str) -> int:
    """Drain one authority's change table into its index; the number of documents looked at.

    An index that this program cannot use is rebuilt from the records first.
    """
    feed = site.feed(authority)
    return sync(open_or_rebuild(site.home.index(authority), feed, labels=site.labels), feed)


def refresh_index(site: Site, authority: str) -> None:
    """After a command's change: the running service keeps the index, without one it is done here."""
    if running_service(site.home) is None:
        bring_up_to_date(site, authority)


def rebuild_index(site: Site, authority: str, progress: Progress | None = None) -> Index:
    """Build the index of an authority anew beside the one in force, and swap it in."""
    return rebuild(site.home.index(authority), site.feed(authority), labels=site.labels, progress=progress)


class IndexThread(threading.Thread):
    """Drains the change tables until stopped; the last pass comes after the stop."""

    def __init__(self, site: Site) -> None:
        super().__init__(name="index", daemon=True)
        self._site = site
        self._stopping = threading.Event()

    def run(self) -> None:
        while not self._stopping.wait(PAUSE_SECONDS):
            self._pass()
        self._pass()

    def stop(self) -> None:
        """Bring in what is listed, then end."""
        self._stopping.set()
        self.join()

    def _pass(self) -> None:
        for authority in self._site.authorities:
            if not changes.count(self._site.catalogue, authority):
                continue
            try:
                bring_up_to_date(self._site, authority)
            except SearchIndexError as error:
                log.warning("index of %s: %s", authority, error.text("en"))
