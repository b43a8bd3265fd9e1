"""Wakes the service when something happens in an inbox. The only importer of watchdog.

Events are an optimisation: the periodic rescan finds everything without them. So whatever goes
wrong here is a warning, never a stop.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from watchdog.events import (
    DirCreatedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers.api import BaseObserver
from watchdog.observers.inotify import InotifyObserver
from watchdog.observers.polling import PollingObserver

from intake.inbox import CLAIM

Mode = Literal["native", "polling"]

POLL_SECONDS = 5.0

# Opening and closing for reading are left out: our own reading would wake us without end.
_EVENTS: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileClosedEvent,
    DirCreatedEvent,
    DirMovedEvent,
]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Watch:
    observer: BaseObserver
    folder: tuple[int, int]
    """Device and inode: a share mounted again under the same name is another folder."""

    def alive(self) -> bool:
        return self.observer.is_alive() and all(emitter.is_alive() for emitter in self.observer.emitters)


class _Waker(FileSystemEventHandler):
    def __init__(self, name: str, wake: Callable[[str], None]) -> None:
        self._name = name
        self._wake = wake

    def on_any_event(self, event: FileSystemEvent) -> None:
        # our own claims (see removal) are no news
        if not CLAIM.fullmatch(Path(os.fsdecode(event.dest_path or event.src_path)).name):
            self._wake(self._name)


class InboxWatcher:
    """Watches several inboxes; `wake(name)` is called from a thread of the watcher.

    Call `check` with every rescan: it watches again an inbox that was away or replaced.
    """

    def __init__(self, inboxes: Mapping[str, tuple[Path, Mode]], wake: Callable[[str], None]) -> None:
        self._inboxes = dict(inboxes)
        self._wake = wake
        self._watches: dict[str, _Watch] = {}

    def start(self) -> None:
        self.check()

    def stop(self) -> None:
        for name in list(self._watches):
            self._end(name)

    def check(self) -> None:
        """Watch what is there, forget what is gone; wakes for every inbox that is watched anew."""
        for name, (folder, mode) in self._inboxes.items():
            key = _key(folder)
            watch = self._watches.get(name)
            if watch is not None and watch.folder == key and watch.alive():
                continue
            if watch is not None:
                self._end(name)
                _log.warning("the watch on inbox %s has ended", folder)
            if key is not None:
                self._begin(name, folder, mode, key)

    @property
    def watched(self) -> Mapping[str, Mode]:
        """How each inbox is watched just now; one that is missing here is only rescanned."""
        return {
            name: "polling" if isinstance(watch.observer, PollingObserver) else "native"
            for name, watch in self._watches.items()
            if watch.alive()
        }

    def _begin(self, name: str, folder: Path, mode: Mode, key: tuple[int, int]) -> None:
        modes: tuple[Mode, ...] = ("native", "polling") if mode == "native" else ("polling",)
        for attempt in modes:
            try:
                observer = self._observe(name, folder, attempt)
            except OSError as error:  # no inotify instances or watches left; or the folder has just gone
                _log.warning("cannot watch inbox %s by %s events: %s", folder, attempt, error)
                continue
            if attempt != mode:
                _log.warning("inbox %s is polled instead (see fs.inotify.max_user_watches)", folder)
            self._watches[name] = _Watch(observer, key)
            self._wake(name)
            return

    def _observe(self, name: str, folder: Path, mode: Mode) -> BaseObserver:
        observer: BaseObserver
        observer = InotifyObserver() if mode == "native" else PollingObserver(timeout=POLL_SECONDS)
        waker = _Waker(name, self._wake)
        observer.schedule(waker, str(folder), recursive=True, event_filter=_EVENTS)
        observer.start()
        return observer

    def _end(self, name: str) -> None:
        observer = self._watches.pop(name).observer
        observer.stop()
        observer.join()


def _key(folder: Path) -> tuple[int, int] | None:
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
