"""Planning what an arrival becomes: ids, folders, conservation of pages. Nothing is written here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid5

from config.home import Home
from pipeline.model import DocumentReading, File, Filing, SourceReading
from records import files
from records.model import ArrivalRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One document of the arrival, before anything is written."""

    id: str
    folder: Path
    reading: DocumentReading
    decision: Filing

    @property
    def person(self) -> str | None:
        return self.decision.candidate.person.number if isinstance(self.decision, File) else None


def document_id(arrival_id: str, first_page: int) -> str:
    """The same for every attempt at the same arrival."""
    return str(uuid5(UUID(arrival_id), str(first_page)))


def check_conservation(reading: SourceReading) -> None:
    """Every page of the source is in exactly one place. Raises ValueError."""
    numbers = [page.number for document in reading.documents for page in document.pages]
    numbers += [page.number for page in reading.left_out]
    if sorted(numbers) != list(range(1, reading.page_count + 1)):
        raise ValueError(f"pages 1–{reading.page_count} became {sorted(numbers)}")
    if any(page.reason is None for page in reading.left_out):
        raise ValueError("a page is left out without a reason")


def plans_for(
    home: Home, arrival: ArrivalRecord, reading: SourceReading, decisions: Sequence[Filing]
) -> tuple[Plan, ...]:
    plans = []
    for one, decision in zip(reading.documents, decisions, strict=True):
        new_id = document_id(arrival.id, one.source_pages[0])
        person = decision.candidate.person.number if isinstance(decision, File) else None
        folder = files.document_folder(home, arrival.authority, person, new_id)
        plans.append(Plan(id=new_id, folder=folder, reading=one, decision=decision))
    return tuple(plans)
