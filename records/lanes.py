"""Lanes of the queue: small mail passes large files and the backlog, and nothing waits for ever.

Two rules, both needed. *Order*: lanes first, then the oldest; but every `SHARE`-th arrival is taken
in the order of receipt whatever its lane, so each becomes the oldest one day and is taken. *Room*: while
large or backlog files are being read, one more worker than set takes small mail (`service.picking`), so
mail never waits for a file of a thousand pages.
"""

from __future__ import annotations

from enum import Enum, IntEnum

from config.settings import Lane

SMALL = 4 * 1024 * 1024
"""Bytes up to which a file counts as small."""

SMALL_PAGES = 50
"""Pages up to which a file counts as small, once they are known."""

SHARE = 4
"""Of so many arrivals, one is taken in the order of receipt."""


class Priority(IntEnum):
    """The lower, the sooner."""

    MAIL = 0
    LARGE_MAIL = 1
    BACKLOG = 2
    LARGE_BACKLOG = 3


class Pick(Enum):
    """Which of the arrivals that are due is wanted."""

    BY_LANE = "by lane"
    OLDEST = "oldest"
    MAIL = "mail"
    SMALL_MAIL = "small mail"


def priority(lane: Lane, size: int) -> Priority:
    """Where an arrival of `size` bytes queues up."""
    first = Priority.MAIL if lane == "mail" else Priority.BACKLOG
    return first if size <= SMALL else enlarged(first)


def enlarged(known: Priority) -> Priority:
    """Of a file that turns out to be large."""
    return Priority.LARGE_MAIL if known in {Priority.MAIL, Priority.LARGE_MAIL} else Priority.LARGE_BACKLOG
