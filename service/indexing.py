"""Keeps the full-text indexes in step with the records, in a thread of its own.

Filing never waits for it: an index that fails is reported and tried again, the changes stay listed.
"""

from __future__ import annotations

import logging
import threading

from index import unfinished
from index.errors import IndexBusy, IndexDamaged, IndexMissing, SearchIndexError
from index.labels import sections_of
from index.note import leave_note, noted, stamp
from index.rebuilding import Progress, open_or_rebuild, rebuild
from index.store import Index
from index.sync import sync
from records import changes
from records.errors import RecordsError
from service.lock import running_service
from service.wiring import Site, types_file

log = logging.getLogger("akte.index")

PAUSE_SECONDS = 1.0
"""Changes are gathered this long, so that a busy service commits in batches."""

LONGEST_PAUSE_SECONDS = 60.0
"""An index that keeps failing is tried, and complained of, ever more rarely until this."""


def open_index(site: Site, authority: str) -> Index:
    """The index of an authority for searching; an empty one is made where there was none yet.

    Raises IndexOutdated or IndexDamaged: those are rebuilt by the service or by `akte index rebuild`.
    """
    folder = site.home.index(authority)
    try:
        index = Index.open(folder, labels=site.labels)
    except IndexMissing:
        index = rebuild(folder, site.feed(authority), labels=site.labels)
    return _noted(site, index)


def bring_up_to_date(site: Site, authority: str) -> int:
    """Drain one authority's change table into its index; the number of documents looked at.

    An index that this program cannot use is rebuilt from the records first.
    """
    feed = site.feed(authority)
    index = open_or_rebuild(site.home.index(authority), feed, labels=site.labels)
    return sync(_noted(site, index), feed)


def refresh_index(site: Site, authority: str) -> None:
    """After a command's change: the running service keeps the index, without one it is done here.

    What fails stays listed as a change: the decision is made, whatever becomes of the index.
    """
    if running_service(site.home) is not None:
        return
    try:
        bring_up_to_date(site, authority)
    except SearchIndexError as error:
        log.warning("index of %s: %s", authority, error.text())


def rebuild_index(site: Site, authority: str, progress: Progress | None = None) -> Index:
    """Build the index of an authority anew beside the one in force, and swap it in."""
    folder = site.home.index(authority)
    return _noted(site, rebuild(folder, site.feed(authority), labels=site.labels, progress=progress))


def begun(site: Site, authority: str) -> int:
    """Documents that an interrupted rebuild has done, with which the next one goes on."""
    folder = site.home.index(authority)
    try:
        generation = unfinished.begun(folder, site.labels)
    except IndexDamaged:
        return 0
    return len(unfinished.built(generation)) if generation else 0


def _noted(site: Site, index: Index) -> Index:
    """The next search need not find out whether the index fits."""
    stamped = stamp(types_file(site.home, site.settings))
    if noted(index.folder, stamped) is None:
        leave_note(index, sections_of(site.types), stamped)
    return index


class IndexThread(threading.Thread):
    """Drains the change tables until stopped; the last pass comes after the stop."""

    def __init__(self, site: Site) -> None:
        super().__init__(name="index", daemon=True)
        self._site = site
        self._checked: set[str] = set()  # once at the start, an index of another version is rebuilt
        self._stopping = threading.Event()

    def run(self) -> None:
        pause = PAUSE_SECONDS
        while not self._stopping.wait(pause):
            pause = PAUSE_SECONDS if self._pass() else min(2 * pause, LONGEST_PAUSE_SECONDS)
        self._pass()

    def stop(self) -> None:
        """Bring in what is listed, then end."""
        self._stopping.set()
        self.join()

    def _pass(self) -> bool:
        """Follow the changes of every authority; whether all went well."""
        followed = [self._follow(authority) for authority in self._site.authorities]
        return all(followed)

    def _follow(self, authority: str) -> bool:
        try:
            if authority not in self._checked or changes.count(self._site.catalogue, authority):
                bring_up_to_date(self._site, authority)
        except IndexBusy:  # a command rebuilds it: no failure, and what waits is followed right after
            return True
        except (SearchIndexError, RecordsError) as error:
            log.warning("index of %s: %s", authority, error.text("en"))
        except Exception:  # a fault of ours: its traceback, and another try; filing goes on
            log.exception("index of %s", authority)
        else:
            self._checked.add(authority)
            return True
        return False
