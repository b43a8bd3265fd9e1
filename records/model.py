"""What the records hold, as the layers above see it. All frozen; times are UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from config.reasons import Reason
from pipeline.model import Candidate, Evidence, PageKind


class ArrivalState(StrEnum):
    """Every arrival is in exactly one of these at any moment (invariant 3)."""

    WAITING = "waiting"
    PROCESSING = "processing"
    DONE = "done"
    QUARANTINED = "quarantined"
    DUPLICATE = "duplicate"
    DISCARDED = "discarded"
    """Was quarantined; a person had its bytes destroyed. The entry stays."""


class DocumentState(StrEnum):
    """States of a stored document; arrivals without documents add the other states of the contract."""

    FILED = "filed"
    REVIEW = "review"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalRecord:
    """One row of the journal."""

    id: str
    authority: str
    source: str
    sha256: str
    size: int
    received_at: datetime
    state: ArrivalState
    attempts: int = 0
    priority: int = 0
    """See `records.lanes.Priority`."""
    reason: Reason | None = None
    page_count: int | None = None
    duplicate_of: str | None = None
    path: Path
    """Where the received bytes lie now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPage:
    """A page of a stored document, or of an arrival when left out as blank or separator."""

    number: int
    kind: PageKind
    text: str
    rotation: int
    language: str | None
    quality: float
    reason: Reason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDocument:
    """A document with what the catalogue knows of it (without pages; see `documents.pages`)."""

    id: str
    authority: str
    arrival_id: str
    state: DocumentState
    source: str
    source_sha256: str
    source_pages: tuple[int, ...]
    type: str
    type_score: float
    section: str
    type_evidence: tuple[Evidence, ...]
    person: str | None
    match_score: float | None
    evidence: tuple[Evidence, ...]
    document_date: str | None
    language: str | None
    quality: float
    received_at: datetime
    filed_at: datetime | None
    reason: Reason | None
    folder: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCase:
    """A document that waits for a clerk, with its proposed candidates, best first."""

    document: StoredDocument
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexEntry:
    """All that the full-text index needs to know of one document."""

    document_id: str
    authority: str
    source: str
    type: str
    section: str
    person: str | None
    person_names: tuple[str, ...]
    file_number: str | None
    document_date: str | None
    received_at: datetime
    state: DocumentState
    pages: tuple[tuple[int, str], ...]
    """Page number of the source and text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A row of the change table: this document must be looked at by the index again."""

    sequence: int
    authority: str
    document_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowError:
    """A row of a register file that was not imported."""

    line: int
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    added: int
    updated: int
    unchanged: int
    errors: tuple[RowError, ...]
    missing: tuple[str, ...] = ()
    """Numbers of persons that the file does not name. They stay: a removal is the authority's to decide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something that `verify` found: what it is, where, and what to do (worded for IT staff)."""

    code: str
    subject: str
    message: str
    action: str
    path: Path | None = None
