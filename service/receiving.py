"""Passes over all inboxes, a slice at a time, so that one delivery of many thousands holds up nobody."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from config.settings import Intake
from intake.errors import InboxMissing, IntakeError, NoSpace
from intake.scan import Inbox, Pass, ScanReport
from service.wiring import monotonic

log = logging.getLogger("akte.intake")

SLICE_SECONDS = 1.0
"""How long one round of the service receives before it looks at its workers again."""

_SOONEST_SECONDS = 0.2


@dataclass(slots=True)
class _Desk:
    """One inbox with its present pass, and when the next one is due."""

    inbox: Inbox
    due: float = 0.0
    current: Pass | None = None


class Receiving:
    """Receives from several inboxes in turn; `wake` may be called from other threads."""

    def __init__(
        self, inboxes: Sequence[Inbox], intake: Intake, finished: Callable[[Inbox, ScanReport], None]
    ) -> None:
        self._desks = [_Desk(inbox) for inbox in inboxes]
        self._intake = intake
        self._finished = finished
        self._complaints = Complaints()
        self._woken: set[str] = set()

    def wake(self, name: str) -> None:
        """Something happened in the inbox of that name."""
        self._woken.add(name)

    @property
    def busy(self) -> bool:
        """Whether a pass is not at its end yet."""
        return any(desk.current is not None for desk in self._desks)

    def due_in(self) -> float:
        """Seconds until a pass is due."""
        if self._woken:
            return 0.0
        return max(0.0, min((desk.due for desk in self._desks), default=0.0) - monotonic())

    def advance(self, stop: Callable[[], bool]) -> None:
        """Begin what is due, and receive for one slice. `stop` is asked between two files."""
        for desk in self._desks:
            self._begin(desk)
        open_desks = [desk for desk in self._desks if desk.current is not None]
        for desk in open_desks:
            self._receive(desk, _until(monotonic() + SLICE_SECONDS / len(open_desks), stop))

    def _begin(self, desk: _Desk) -> None:
        woken = desk.inbox.name in self._woken
        if desk.current is None and (woken or monotonic() >= desk.due):
            self._woken.discard(desk.inbox.name)
            desk.due = monotonic() + self._intake.rescan_seconds  # should the pass fail
            desk.current = Pass(desk.inbox, monotonic())

    def _receive(self, desk: _Desk, until: Callable[[], bool]) -> None:
        one, desk.current = desk.current, None  # a pass that raises is not gone on with
        assert one is not None
        one.advance(until)
        if not one.done:
            desk.current = one
            return
        report = one.report()
        desk.due = monotonic() + self._pause(report)
        self._complaints.note(desk.inbox.name, report)
        self._finished(desk.inbox, report)

    def _pause(self, report: ScanReport) -> float:
        paused = any(isinstance(error, NoSpace) for error in report.errors)
        if paused or not report.waiting:
            return self._intake.rescan_seconds
        return min(self._intake.rescan_seconds, max(_SOONEST_SECONDS, self._intake.settle_seconds / 2))


def _until(end: float, stop: Callable[[], bool]) -> Callable[[], bool]:
    return lambda: stop() or monotonic() >= end


class Complaints:
    """Logs each trouble once, when it begins; and the end of what had stopped a whole inbox."""

    def __init__(self) -> None:
        self._open: dict[tuple[str, str], IntakeError] = {}

    def note(self, inbox: str, report: ScanReport) -> None:
        now = {(inbox, _subject(error)): error for error in report.errors}
        for key, error in now.items():
            if key not in self._open:
                log.warning("%s", error)
        for key, error in self._known(inbox).items():
            if key not in now and not _goes_on(error, report):
                del self._open[key]
                if isinstance(error, NoSpace | InboxMissing):
                    log.warning("inbox %s: files are taken again", inbox)
        self._open |= now

    def _known(self, inbox: str) -> dict[tuple[str, str], IntakeError]:
        return {key: error for key, error in self._open.items() if key[0] == inbox}


def _subject(error: IntakeError) -> str:
    """A full disk is one trouble, whichever file meets it."""
    return error.code if isinstance(error, NoSpace) else f"{error.code} {error.path}"


def _goes_on(error: IntakeError, report: ScanReport) -> bool:
    """Whether a trouble is only not met again: its file is not tried in every pass."""
    if isinstance(error, NoSpace):
        return bool(report.waiting) and not report.received and not report.duplicates
    return error.path in report.waiting
