"""The service loop: receive, hand out, conclude. One thread decides and files; workers read."""

from __future__ import annotations

import logging
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType

from intake.recovery import finish_claims
from intake.scan import ScanReport, drain, scan_inbox
from intake.watcher import InboxWatcher
from records import arrivals, journal, recovery, waiting
from records.errors import RecordsError
from records.model import ArrivalRecord, ArrivalState
from records.ports import IntakeJournal
from service.indexing import IndexThread
from service.notify import notify
from service.pool import Pool
from service.processing import NOT_THE_FILES_FAULT, Report, conclude, next_job
from service.redeciding import redecide_some
from service.wiring import Site, monotonic, utc_now

log = logging.getLogger("akte.service")

_TROUBLE_SECONDS = 5
"""How long the loop waits after a failure that concerns no single arrival."""

_TICK_SECONDS = 0.5
"""The longest the loop sleeps; signals and events are seen at least this often."""


@dataclass(slots=True)
class Observer:
    """Where the loop tells what happens; does nothing by itself."""

    received: Callable[[str, ScanReport], None] = field(default=lambda _authority, _report: None)
    concluded: Callable[[Report], None] = field(default=lambda _report: None)
    progress: Callable[[Pool], None] = field(default=lambda _pool: None)


class Daemon:
    """One service on one home. Hold `service_lock` around it."""

    def __init__(self, site: Site, observer: Observer | None = None) -> None:
        self._site = site
        self._observer = observer or Observer()
        self._inboxes = [site.inbox(authority) for authority in site.authorities]
        self._pool = Pool(site.workers, site.settings.limits)
        self._arrivals: dict[str, ArrivalRecord] = {}
        self._blocked = False
        self._stop = threading.Event()
        self._wake = threading.Event()

    def stop(self) -> None:
        """Ask the loop to end; it does within a tick. What is being read is read again next time."""
        self._stop.set()
        self._wake.set()

    def run(self) -> None:
        """Serve until stopped."""
        with self._running():
            watcher = InboxWatcher(
                {
                    inbox.authority: (inbox.folder, self._site.settings.authorities[inbox.authority].watch)
                    for inbox in self._inboxes
                },
                wake=lambda _authority: self._wake.set(),
            )
            watcher.start()
            notify("READY=1")
            try:
                self._serve(watcher)
            finally:
                notify("STOPPING=1")
                watcher.stop()

    def run_once(self) -> None:
        """Receive and work off all that lies in the inboxes now, then end."""
        with self._running():
            self._report_scan("", drain(self._inboxes, stop=self._stop.is_set))
            while not self._stop.is_set() and (self._hand_out() or self._pool.busy or self._may_go_on()):
                self._conclude(_TICK_SECONDS)
            while not self._stop.is_set() and self._redecide():
                pass

    # -- parts of the loop -----------------------------------------------------------------

    @contextmanager
    def _running(self) -> Iterator[None]:
        self._recover()
        index = IndexThread(self._site)
        index.start()
        try:
            yield
        finally:
            self._pool.close()
            for arrival in self._arrivals.values():
                journal.release(self._site.catalogue, arrival.id)
            index.stop()

    def _recover(self) -> None:
        """Finish what a crash left halfway, before anything new is received."""
        site = self._site
        recovered = recovery.recover(site.catalogue, site.home)
        for inbox in self._inboxes:
            inbox.folder.mkdir(mode=0o750, parents=True, exist_ok=True)
            for error in finish_claims(inbox.folder, IntakeJournal(site.catalogue)):
                log.warning("inbox of %s: %s", inbox.authority, error)
        for error in recovered.errors:
            log.warning("spool: %s", error)
        for folder in recovered.harmed:
            log.error("%s: bytes differ from what arrived; kept, run akte verify", folder)
        if recovered.released:
            log.info("%d arrivals were interrupted and wait again", recovered.released)

    def _serve(self, watcher: InboxWatcher) -> None:
        next_scan, troubled, more = monotonic(), False, False
        while not self._stop.is_set():
            try:
                if troubled:
                    self._give_back()
                    troubled = False
                if self._wake.is_set() or monotonic() >= next_scan:
                    self._wake.clear()
                    watcher.check()
                    next_scan = monotonic() + self._scan()
                self._hand_out()
                self._conclude(_TICK_SECONDS if self._pool.busy else 0.0)
                more = self._redecide()
            except (RecordsError, OSError) as error:
                # A full disk or a locked database passes; until then nothing is taken and nothing lost.
                log.error("%s; trying again in %d seconds", error, _TROUBLE_SECONDS)  # noqa: TRY400
                troubled = True
                self._stop.wait(_TROUBLE_SECONDS)
            if not (self._pool.busy or more):
                self._wake.wait(min(_TICK_SECONDS, max(0.0, next_scan - monotonic())))
            notify("WATCHDOG=1")

    def _give_back(self) -> None:
        """Arrivals that are marked as being worked on, but are with no worker, wait again."""
        leased = arrivals.list_arrivals(self._site.catalogue, state=ArrivalState.PROCESSING)
        for arrival in leased:
            if arrival.id not in self._arrivals:
                journal.release(self._site.catalogue, arrival.id)

    def _scan(self) -> float:
        """One pass over all inboxes; seconds until the next one is due."""
        settling = False
        for inbox in self._inboxes:
            report = scan_inbox(inbox, monotonic(), stop=self._stop.is_set)
            self._report_scan(inbox.authority, report)
            settling = settling or bool(report.waiting)
        intake = self._site.settings.intake
        return (
            min(intake.rescan_seconds, max(0.2, intake.settle_seconds / 2))
            if settling
            else intake.rescan_seconds
        )

    def _report_scan(self, authority: str, report: ScanReport) -> None:
        for error in report.errors:
            log.warning("%s", error)
        self._observer.received(authority, report)

    def _hand_out(self) -> bool:
        """Give every idle worker an arrival; whether any was given."""
        handed = False
        while self._pool.free and not self._stop.is_set():
            leased = next_job(self._site, utc_now().date())
            if leased is None:
                break
            arrival, job = leased
            self._arrivals[arrival.id] = arrival
            self._pool.submit(job)
            handed = True
        return handed

    def _conclude(self, timeout: float) -> None:
        for outcome in self._pool.outcomes(timeout):
            arrival = self._arrivals.pop(outcome.job.arrival_id)
            report = conclude(self._site, arrival, outcome)
            self._blocked = report.reason is not None and report.reason.code in NOT_THE_FILES_FAULT
            _log(report)
            self._observer.concluded(report)
        self._observer.progress(self._pool)

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
        return not self._blocked and any(
            journal.counts(self._site.catalogue, authority)[ArrivalState.WAITING]
            for authority in self._site.authorities
        )


def _log(report: Report) -> None:
    """One line per concluded try: ids and codes, no personal data."""
    if report.reason is not None:
        ending = "waits for another try" if report.again else "quarantined"
        log.info("arrival %s %s: %s", report.arrival.id, ending, report.reason.code)
    for document in report.documents:
        log.info("arrival %s: document %s %s", report.arrival.id, document.id, document.state)


@contextmanager
def stopped_by_signals(daemon: Daemon) -> Iterator[None]:
    """SIGTERM and SIGINT end the service in order."""

    def ask(_number: int, _frame: FrameType | None) -> None:
        daemon.stop()

    previous = {number: signal.signal(number, ask) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)
