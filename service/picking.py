"""Who may start next: one more worker for small mail while the others read what takes long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from records.lanes import SHARE, SMALL_PAGES, Pick, Priority


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An arrival that a worker reads. `pages` is 0 while it is being opened."""

    arrival_id: str
    priority: int
    pages: int

    @property
    def slow(self) -> bool:
        return self.priority != Priority.MAIL or self.pages > SMALL_PAGES


def next_pick(running: Sequence[Reading], workers: int, taken: int) -> Pick | None:
    """Which arrival to take next, `taken` having been taken before; None if there is no room."""
    if len(running) < workers:
        return Pick.OLDEST if taken % SHARE == SHARE - 1 else Pick.BY_LANE
    if len(running) == workers and any(one.slow for one in running):
        return Pick.SMALL_MAIL
    return None


def to_give_back(running: Sequence[Reading], workers: int) -> str | None:
    """The arrival that took the room of small mail and turns out to be long itself; None if there is none.

    `running` in the order in which they were started.
    """
    if len(running) <= workers or not all(one.slow for one in running):
        return None
    return next((one.arrival_id for one in reversed(running) if one.priority == Priority.MAIL), None)
