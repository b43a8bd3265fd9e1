"""Who may start next: one more worker for small mail while the others read what takes long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from records.lanes import SHARE, SMALL_PAGES, Pick, Priority


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An arrival that a worker reads; one for each worker that reads it. `pages` is 0 while it is opened."""

    arrival_id: str
    priority: int
    pages: int

    @property
    def slow(self) -> bool:
        return self.priority != Priority.MAIL or self.pages > SMALL_PAGES


def next_pick(
    running: Sequence[Reading], workers: int, taken: int, unfinished: int | None = None
) -> Pick | None:
    """Which arrival to take next, `taken` having been taken before; None if there is no room.

    `unfinished` is the priority of an arrival with parts that no worker reads yet: those come before
    all but mail, and all but small mail if it is mail itself.
    """
    if len(running) < workers:
        if taken % SHARE == SHARE - 1:
            return Pick.OLDEST
        if unfinished is None:
            return Pick.BY_LANE
        return Pick.MAIL if unfinished >= Priority.BACKLOG else Pick.SMALL_MAIL
    spread = len({one.arrival_id for one in running}) < len(running)
    if len(running) == workers and (spread or any(one.slow for one in running)):
        return Pick.SMALL_MAIL
    return None


def to_give_back(running: Sequence[Reading], workers: int) -> str | None:
    """The arrival that took the room of small mail and turns out to be long itself; None if there is none.

    `running` in the order in which they were started.
    """
    if len(running) <= workers or not all(one.slow for one in running):
        return None
    return next((one.arrival_id for one in reversed(running) if one.priority == Priority.MAIL), None)
