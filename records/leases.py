"""Leases: what is being worked on carries who does, and a sign of life that is renewed.

A lease lapses when nobody has renewed it for `LEASE_SECONDS`, measured by the monotonic time of whoever
looks (as `intake.settle` does with files): a wall clock that jumps by hours or years ends none and
keeps none alive. What a dead service had leased is given back at once at the next start, for the
lock of the home proves that nobody works on it (`journal.release_all`).
"""

from __future__ import annotations

import os
from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from sqlalchemy import select, update

from records.catalogue import Catalogue
from records.codec import now
from records.model import ArrivalState
from records.schema import arrival

LEASE_SECONDS = 60.0
HEARTBEAT_SECONDS = 10.0

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


def holder() -> str:
    """Names the present process; with the boot, for process numbers come again after a reboot."""
    return f"{_BOOT_ID.read_text('ascii').strip()}/{os.getpid()}"


class Leases:
    """Renews what is held, and notices what nobody renews."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._still: dict[str, tuple[datetime | None, float]] = {}

    def renew(self, held: Collection[str]) -> None:
        """A sign of life for the arrivals `held`."""
        if not held:
            return
        with self._catalogue.write() as connection:
            connection.execute(
                update(arrival)
                .where(arrival.c.id.in_(held), arrival.c.state == ArrivalState.PROCESSING)
                .values(leased_at=now())
            )

    def lapsed(self, moment: float) -> tuple[str, ...]:
        """Arrivals whose lease has stood still for `LEASE_SECONDS`. `moment` is a monotonic time."""
        query = select(arrival.c.id, arrival.c.leased_at).where(arrival.c.state == ArrivalState.PROCESSING)
        with self._catalogue.read() as connection:
            beats = {row.id: row.leased_at for row in connection.execute(query)}
        self._still = {
            one: seen if (seen := self._still.get(one)) and seen[0] == beat else (beat, moment)
            for one, beat in beats.items()
        }
        return tuple(one for one, (_, since) in self._still.items() if moment - since >= LEASE_SECONDS)
