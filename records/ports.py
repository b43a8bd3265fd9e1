"""The journal as intake sees it (`intake.ports.JournalPort`)."""

from __future__ import annotations

from dataclasses import dataclass

from intake.arrival import Arrival
from records import journal
from records.catalogue import Catalogue
from records.errors import NotFound
from records.journal import Receipt
from records.model import ArrivalRecord


@dataclass(frozen=True, slots=True)
class IntakeJournal:
    """A catalogue's journal, for `intake` to enter arrivals into."""

    catalogue: Catalogue

    def receive(self, arrival: Arrival) -> Receipt:
        return journal.receive(self.catalogue, arrival)

    def mark_removed(self, arrival_id: str) -> None:
        journal.mark_removed(self.catalogue, arrival_id)

    def get(self, arrival_id: str) -> ArrivalRecord | None:
        try:
            return journal.get(self.catalogue, arrival_id)
        except NotFound:
            return None
