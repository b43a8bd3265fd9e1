"""What intake needs of the journal. Implemented by `records`, which lies above and is not imported here."""

from __future__ import annotations

from typing import Protocol

from intake.arrival import Arrival


class Receipt(Protocol):
    """The journal's answer to an arrival, given only once its entry is on disk."""

    @property
    def id(self) -> str:
        """Under which id the journal keeps this delivery; an older one if `already_known`."""

    @property
    def state(self) -> str:
        """`waiting` or `duplicate` for a new arrival."""

    @property
    def duplicate_of(self) -> str | None:
        """Id of the arrival that brought the same bytes to this authority before."""

    @property
    def already_known(self) -> bool:
        """The same delivery (origin, identity, SHA-256) is journalled, but not marked as removed.

        That is what a crash between journalling and removing leaves. It is no duplicate.
        """


class Entry(Protocol):
    """What the journal says of one arrival."""

    @property
    def source(self) -> str: ...

    @property
    def sha256(self) -> str: ...


class JournalPort(Protocol):
    """The durable list of all arrivals."""

    def receive(self, arrival: Arrival) -> Receipt:
        """Enter `arrival` durably and decide whether it is new, a duplicate or already known.

        `arrival.identity` is None for a file handed over by hand; such a one is never already known.
        """

    def mark_removed(self, arrival_id: str) -> None:
        """Note that the delivery has left the inbox. Repeating it changes nothing."""

    def get(self, arrival_id: str) -> Entry | None:
        """The entry of `arrival_id`, None if there is none."""
