"""When a file counts as complete: its identity stood still for a while, as we saw it ourselves.

The file's own time stamps are compared but never trusted: a copy may carry an old or a future one,
and the machine's clock may jump. Only the time between our own observations counts, so a file
found at start-up has to stand still like any other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from intake.arrival import FileIdentity

EMPTY_FACTOR = 5
"""Scanners create a file and fill it later, so an empty one must stand still this much longer."""


@dataclass(frozen=True, slots=True)
class _Still:
    identity: FileIdentity
    since: float
    not_before: float


class Settler:
    """Watches files stand still. `now` is always a monotonic time in seconds."""

    def __init__(self, settle_seconds: float) -> None:
        self._seconds = settle_seconds
        self._still: dict[Path, _Still] = {}

    def observe(self, now: float, seen: Mapping[Path, FileIdentity]) -> tuple[Path, ...]:
        """The paths of `seen` that have settled, in its order; what is not in `seen` is forgotten."""
        self._still = {path: self._update(path, identity, now) for path, identity in seen.items()}
        return tuple(path for path, still in self._still.items() if self._due(still) <= now)

    def postpone(self, path: Path, until: float) -> None:
        """Do not return `path` before `until`, for it could not be received just now."""
        if still := self._still.get(path):
            self._still[path] = replace(still, not_before=until)

    def next_due(self) -> float | None:
        """When the first of the observed files can have settled; None if there is none."""
        return min((self._due(still) for still in self._still.values()), default=None)

    def _update(self, path: Path, identity: FileIdentity, now: float) -> _Still:
        known = self._still.get(path)
        if known is None or known.identity != identity or now < known.since:
            return _Still(identity, since=now, not_before=now)
        return known

    def _due(self, still: _Still) -> float:
        factor = 1 if still.identity.size else EMPTY_FACTOR
        return max(still.since + self._seconds * factor, still.not_before)
