"""One pass over an inbox: walk, settle, receive. The service repeats it; `--once` drains with it."""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from config.home import Home
from config.settings import Lane
from intake.errors import InboxMissing, IntakeError, NoSpace, ReserveReached, translated
from intake.inbox import Listing, walk
from intake.ports import JournalPort
from intake.receive import Received, receive
from intake.recovery import finish_claims
from intake.room import has_room
from intake.settle import Settler

RETRY_SECONDS = 30.0
"""A file that could not be received is tried again after this time, not in every pass."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanReport:
    """What one pass (or several, see `drain`) found and did."""

    received: tuple[Received, ...] = ()
    duplicates: tuple[Received, ...] = ()
    ignored: Mapping[str, int] = field(default_factory=dict)
    waiting: tuple[Path, ...] = ()
    """Not received yet: still written, in use, or to be tried again later."""
    errors: tuple[IntakeError, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbox:
    """One inbox folder and all that receiving from it needs."""

    name: str
    authority: str
    folder: Path
    settler: Settler
    home: Home
    journal: JournalPort
    clock: Callable[[], datetime]
    """The current time, UTC."""
    lane: Lane = "mail"
    reserve_mib: int = 0
    apart: frozenset[Path] = frozenset()
    """Folders below that are inboxes of their own."""


def _never() -> bool:
    return False


class Pass:
    """One pass over an inbox: walked once, then received in steps, so that a delivery of many
    thousands of files neither holds up everything else nor is walked again for each step.
    """

    def __init__(self, inbox: Inbox, now: float) -> None:
        """Finish claims, walk, and note what has settled at monotonic time `now` (seconds)."""
        self._inbox = inbox
        self._now = now
        self._received: list[Received] = []
        self._errors: list[IntakeError] = []
        try:
            self._listing = walk(inbox.folder, inbox.apart)
        except OSError as error:
            self._listing = Listing({})
            self._errors.append(InboxMissing(inbox.folder, error.strerror or str(error)))
        self._errors.extend(finish_claims(self._listing.claims, inbox.journal))
        self._due = deque(inbox.settler.observe(now, self._listing.files))

    @property
    def done(self) -> bool:
        return not self._due

    def advance(self, stop: Callable[[], bool]) -> None:
        """Receive until nothing is left or `stop` says so; it is asked between two files.

        A failing file does not stop the others, except a full disk, which would fail them all.
        Errors of the journal are not caught.
        """
        while self._due and not stop():
            path = self._due.popleft()
            try:
                self._take(path)
            except IntakeError as error:
                self._inbox.settler.postpone(path, self._now + RETRY_SECONDS)
                self._errors.append(error)
                if isinstance(error, NoSpace):
                    self._due.clear()

    def report(self) -> ScanReport:
        """What became of it up to now."""
        gone = {entry.arrival.origin for entry in self._received} | {error.path for error in self._errors}
        return ScanReport(
            received=tuple(entry for entry in self._received if entry.duplicate_of is None),
            duplicates=tuple(entry for entry in self._received if entry.duplicate_of is not None),
            ignored=self._listing.ignored,
            waiting=tuple(path for path in self._listing.files if path not in gone),
            errors=tuple(self._errors),
        )

    def _take(self, path: Path) -> None:
        inbox, identity = self._inbox, self._listing.files[path]
        with translated(path):
            if not has_room(inbox.home, identity.size, inbox.reserve_mib):
                raise ReserveReached(path, f"{inbox.reserve_mib} MiB")
        entry = receive(
            path,
            inbox=inbox.folder,
            authority=inbox.authority,
            home=inbox.home,
            journal=inbox.journal,
            now=inbox.clock(),
            expected=identity,
            lane=inbox.lane,
        )
        if entry is not None:
            self._received.append(entry)


def scan_inbox(inbox: Inbox, now: float, *, stop: Callable[[], bool] = _never) -> ScanReport:
    """One pass at monotonic time `now` (seconds) in one step; see `Pass`."""
    one = Pass(inbox, now)
    one.advance(stop)
    return one.report()


def drain(
    inboxes: Sequence[Inbox],
    *,
    monotonic: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
    patience: float = 600.0,
    stop: Callable[[], bool] = _never,
) -> ScanReport:
    """Pass over `inboxes` until every file that lay there at the start is received or has failed.

    Files that arrive meanwhile go in with the passes, but are not waited for. After `patience`
    seconds what still does not stand still is left waiting; `stop` can end it early.
    """
    start = monotonic()
    total = latest = _pass(inboxes, start, stop)
    goal = set(latest.waiting)
    while goal.intersection(latest.waiting) and monotonic() - start < patience and not stop():
        sleep(_pause(inboxes, monotonic()))
        latest = _pass(inboxes, monotonic(), stop)
        goal -= {error.path for error in latest.errors}
        total = replace(
            latest,
            received=total.received + latest.received,
            duplicates=total.duplicates + latest.duplicates,
            errors=total.errors + latest.errors,
        )
    return total


def _pass(inboxes: Sequence[Inbox], now: float, stop: Callable[[], bool]) -> ScanReport:
    reports = [scan_inbox(inbox, now, stop=stop) for inbox in inboxes]
    ignored: Counter[str] = Counter()
    for report in reports:
        ignored.update(report.ignored)
    return ScanReport(
        received=tuple(entry for report in reports for entry in report.received),
        duplicates=tuple(entry for report in reports for entry in report.duplicates),
        ignored=dict(ignored),
        waiting=tuple(path for report in reports for path in report.waiting),
        errors=tuple(error for report in reports for error in report.errors),
    )


def _pause(inboxes: Sequence[Inbox], now: float) -> float:
    """Seconds until something can have settled: no busy loop for a file in use, no sleep past a change."""
    dues = [due for inbox in inboxes if (due := inbox.settler.next_due()) is not None]
    return min(max(min(dues, default=now) - now, 0.05), 1.0)
