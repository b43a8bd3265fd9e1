"""The service loop: receive, hand out, conclude. One thread decides and files; workers read."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from config.home import Home
from config.settings import Settings
from intake.scan import Inbox, ScanReport, drain
from intake.watcher import InboxWatcher
from records import arrivals, journal, recovery, waiting
from records.errors import RecordsError
from records.model import ArrivalRecord, ArrivalState
from service.crew import Crew
from service.folders import make_folders
from service.indexing import IndexThread
from service.notify import notify
from service.pausing import pause_of
from service.pool import Pool
from service.processing import NOT_THE_FILES_FAULT, Report, conclude, short_of_space
from service.receiving import Complaints, Receiving
from service.redeciding import redecide_some
from service.register_drop import RegisterThread
from service.trouble import Trouble
from service.wiring import Site

log = logging.getLogger("akte.service")

_TROUBLE_SECONDS = 5
"""How long the loop waits after a failure that concerns no single arrival."""

_TICK_SECONDS = 0.5
"""The longest the loop sleeps; signals and events are seen at least this often."""


@dataclass(slots=True)
class Observer:
    """Where the loop tells what happens; does nothing by itself. Called in the loop's thread."""

    received: Callable[[str, ScanReport], None] = field(default=lambda _authority, _report: None)
    started: Callable[[ArrivalRecord], None] = field(default=lambda _arrival: None)
    read: Callable[[ArrivalRecord], None] = field(default=lambda _arrival: None)
    concluded: Callable[[Report], None] = field(default=lambda _report: None)
    progress: Callable[[Pool], None] = field(default=lambda _pool: None)


class Daemon:
    """One service on one home. Hold `service_lock` around it."""

    def __init__(self, site: Site, *observers: Observer, crew: Crew | None = None) -> None:
        """`crew`: that of the life before, if settings have changed; it goes on reading."""
        self._site = site
        self._observers = observers
        self._inboxes = [site.inbox(place) for place in site.places]
        self._receiving = Receiving(self._inboxes, site.settings.intake, self._received)
        self._continues = crew is not None
        self._crew = Crew(site) if crew is None else crew.under(site)
        self.reloading = False
        """It ended, or is to end, to begin anew with changed settings."""
        self._hands_on = False
        self._blocked = False
        self._full = False
        self._stop = threading.Event()
        self._wake = threading.Event()

    @property
    def home(self) -> Home:
        return self._site.home

    @property
    def settings(self) -> Settings:
        return self._site.settings

    @property
    def crew(self) -> Crew:
        """With what it has in hand, for the next life after a reload."""
        return self._crew

    def stop(self, *, to_reload: bool = False) -> None:
        """Ask the loop to end; it does within a tick. What is being read is read again next time, or by
        the same workers to its end if only settings have changed.
        """
        self.reloading = to_reload
        self._stop.set()
        self._wake.set()

    def run(self) -> None:
        """Serve until stopped."""
        with self._running():
            watcher = InboxWatcher(
                {place.name: (place.folder, place.watch) for place in self._site.places}, wake=self._woken
            )
            watcher.start()
            notify("READY=1")
            try:
                self._serve(watcher)
                self._hands_on = self.reloading
            finally:
                notify("RELOADING=1" if self.reloading else "STOPPING=1")
                watcher.stop()

    def run_once(self) -> None:
        """Receive and work off all that lies in the inboxes now, whatever the hour, then end."""
        self._crew.keeps_hours = False
        with self._running():
            report = drain(self._inboxes, stop=self._stopping)
            Complaints().note("", report)
            self._tell_received("", report)
            while not self._stop.is_set() and (self._hand_out() or self._crew.busy or self._may_go_on()):
                self._conclude(_TICK_SECONDS)
            while not self._stop.is_set() and self._redecide():
                pass

    # -- parts of the loop -----------------------------------------------------------------

    @contextmanager
    def _running(self) -> Iterator[None]:
        self._prepare()
        index = IndexThread(self._site)
        index.start()
        register = RegisterThread(self._site)
        register.start()
        try:
            yield
        finally:
            if not self._hands_on:
                self._crew.close()
            register.stop()
            index.stop()

    def _prepare(self) -> None:
        site = self._site
        if not self._continues:
            self._recover()
        make_folders(site.home, site.settings)
        for authority, count in arrivals.unattended(site.catalogue, site.authorities).items():
            log.warning("authority %s is not set up any more; %d arrivals wait for it", authority, count)

    def _recover(self) -> None:
        """Finish what a crash left halfway, before anything new is received."""
        recovered = recovery.recover(self._site.catalogue, self._site.home)
        for error in recovered.errors:
            log.warning("spool: %s", error)
        for folder in recovered.harmed:
            log.error("%s: bytes differ from what arrived; kept, run akte verify", folder)
        if recovered.released:
            log.info("%d arrivals were interrupted and wait again", recovered.released)

    def _serve(self, watcher: InboxWatcher) -> None:
        trouble, troubled, more = Trouble(), False, False
        while not self._stopping():
            try:
                if troubled:
                    self._crew.give_back_lost()
                    troubled = False
                if self._receiving.due_in() <= 0.0:
                    watcher.check()
                self._wake.clear()
                self._receiving.advance(self._stopping)
                self._crew.keep_leases()
                self._hand_out()
                self._conclude(_TICK_SECONDS if self._crew.busy and not self._receiving.busy else 0.0)
                more = self._redecide()
                trouble.passed()
            except (RecordsError, OSError) as error:
                # A full disk or a locked database passes; until then nothing is taken and nothing lost.
                trouble.met(error, _TROUBLE_SECONDS)
                troubled = True
                self._stop.wait(_TROUBLE_SECONDS)
            if not (self._crew.busy or self._receiving.busy or more):
                self._wake.wait(min(_TICK_SECONDS, self._receiving.due_in()))

    def _woken(self, inbox: str) -> None:
        self._receiving.wake(inbox)
        self._wake.set()

    def _stopping(self) -> bool:
        """Whether to end; asked at every turn, so that asking is the sign of life, too."""
        notify("WATCHDOG=1")
        return self._stop.is_set()

    def _received(self, inbox: Inbox, report: ScanReport) -> None:
        self._tell_received(inbox.authority, report)

    def _tell_received(self, authority: str, report: ScanReport) -> None:
        for observer in self._observers:
            observer.received(authority, report)

    def _hand_out(self) -> bool:
        """Give every idle worker an arrival; whether any was given."""
        handed = False
        while not self._stop.is_set() and self._may_read() and (arrival := self._crew.take_one()):
            for observer in self._observers:
                observer.started(arrival)
            handed = True
        return handed

    def _may_read(self) -> bool:
        return pause_of(self._site.home) is None and self._has_space()

    def _has_space(self) -> bool:
        """Nothing is begun on a full disk: it would only fail."""
        full = short_of_space(self._site)
        if full and not self._full:
            log.error("the disk of %s is full; nothing is read until there is room", self._site.home.root)
        self._full = full
        return not full

    def _conclude(self, timeout: float) -> None:
        for arrival, outcome in self._crew.outcomes(timeout):
            for observer in self._observers:
                observer.read(arrival)
            report = conclude(self._site, arrival, outcome)
            self._blocked = report.reason is not None and report.reason.code in NOT_THE_FILES_FAULT
            for observer in self._observers:
                observer.concluded(report)
        for observer in self._observers:
            observer.progress(self._crew.pool)

    def _redecide(self) -> bool:
        """Decide a few of the waiting documents that are due; whether there are more."""
        more = False
        for authority in self._site.authorities:
            for document in redecide_some(self._site, authority):
                log.info("document %s %s", document.id, document.state)
            more = more or waiting.count(self._site.catalogue, authority) > 0
        return more

    def _may_go_on(self) -> bool:
        """Whether an arrival waits, also for another try, and not for the administrator."""
        return (
            not self._blocked
            and self._may_read()
            and any(
                journal.counts(self._site.catalogue, authority)[ArrivalState.WAITING]
                for authority in self._site.authorities
            )
        )
