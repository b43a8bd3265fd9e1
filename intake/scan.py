"""One pass over an inbox: walk, settle, receive. The service repeats it; `--once` drains with it."""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from config.home import Home
from intake.arrival import FileIdentity
from intake.errors import InboxMissing, IntakeError, NoSpace
from intake.inbox import Listing, walk
from intake.ports import JournalPort
from intake.receive import Received, receive
from intake.settle import Settler

RETRY_SECONDS = 30.0
"""A file that could not be received is tried again after this time, not in every pass."""

_log = logging.getLogger(__name__)


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
    """One authority's inbox and all that receiving from it needs."""

    authority: str
    folder: Path
    settler: Settler
    home: Home
    journal: JournalPort
    clock: Callable[[], datetime]
    """The current time, UTC."""


def _never() -> bool:
    return False


def scan_inbox(inbox: Inbox, now: float, *, stop: Callable[[], bool] = _never) -> ScanReport:
    """One pass at monotonic time `now` (seconds). Between two files `stop` can end it early.

    A failing file is reported and does not stop the others, except a full disk, which would fail
    them all. Errors of the journal are not caught.
    """
    try:
        listing = walk(inbox.folder)
    except OSError as error:
        missing = InboxMissing(inbox.folder, error.strerror or str(error))
        return ScanReport(errors=(missing,))
    received, errors = _receive_settled(inbox, listing, now, stop)
    gone = {entry.arrival.origin for entry in received} | {error.path for error in errors}
    return ScanReport(
        received=tuple(entry for entry in received if entry.duplicate_of is None),
        duplicates=tuple(entry for entry in received if entry.duplicate_of is not None),
        ignored=listing.ignored,
        waiting=tuple(path for path in listing.files if path not in gone),
        errors=tuple(errors),
    )


def _receive_settled(
    inbox: Inbox, listing: Listing, now: float, stop: Callable[[], bool]
) -> tuple[list[Received], list[IntakeError]]:
    received: list[Received] = []
    errors: list[IntakeError] = []
    for path in inbox.settler.observe(now, listing.files):
        if stop():
            break
        try:
            if entry := _receive(inbox, path, listing.files[path]):
                received.append(entry)
        except IntakeError as error:
            _log.warning("%s: %s", error.code, error)
            inbox.settler.postpone(path, now + RETRY_SECONDS)
            errors.append(error)
            if isinstance(error, NoSpace):
                break
    return received, errors


def _receive(inbox: Inbox, path: Path, identity: FileIdentity) -> Received | None:
    return receive(
        path,
        inbox=inbox.folder,
        authority=inbox.authority,
        home=inbox.home,
        journal=inbox.journal,
        now=inbox.clock(),
        expected=identity,
    )


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
