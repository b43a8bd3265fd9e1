"""A hand-written authority: its documents and its change table, kept in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.rebuilding import open_or_rebuild
from index.schema import Labels
from index.search import SearchResult, search
from index.store import Index
from index.sync import sync
from records.model import Change, DocumentState, IndexEntry

LABELS: Labels = {
    "duldung": ("Duldung", "toleration certificate"),
    "aufenthaltstitel": ("Aufenthaltstitel", "residence permit"),
    "wohnraumnachweis": ("Mietvertrag / Wohnungsgeberbestätigung", "proof of housing"),
    "bescheid_auslaenderbehoerde": ("Bescheid der Ausländerbehörde", "decision of the immigration authority"),
    "schreiben": ("Schreiben", "letter"),
}


@dataclass
class FakeFeed:
    """Behaves like the catalogue: each change notes a new row, and rows stay until forgotten."""

    documents: dict[str, IndexEntry] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    before_forget: Callable[[Sequence[int]], None] = lambda sequences: None
    when_read: Callable[[str], None] = lambda document_id: None
    after_read: Callable[[str], None] = lambda document_id: None
    sequence: int = 0

    def put(self, document_id: str, *texts: str, **changed: object) -> None:
        entry = IndexEntry(
            document_id=document_id,
            authority="wiesbaden",
            source=f"{document_id}.pdf",
            type="schreiben",
            section="schriftverkehr",
            person=None,
            person_names=(),
            file_number=None,
            document_date=None,
            received_at=datetime(2024, 5, 10, 8, 0, tzinfo=UTC),
            state=DocumentState.FILED,
            pages=tuple(enumerate(texts, start=1)),
        )
        self.documents[document_id] = replace(entry, **changed)
        self.note(document_id)

    def remove(self, document_id: str) -> None:
        del self.documents[document_id]
        self.note(document_id)

    def note(self, document_id: str) -> None:
        self.sequence += 1
        self.changes.append(Change(sequence=self.sequence, authority="wiesbaden", document_id=document_id))

    def pending(self, limit: int) -> Sequence[Change]:
        return tuple(self.changes[:limit])

    def forget(self, sequences: Sequence[int]) -> None:
        self.before_forget(sequences)
        gone = set(sequences)
        self.changes = [change for change in self.changes if change.sequence not in gone]

    def entry(self, document_id: str) -> IndexEntry | None:
        self.when_read(document_id)
        entry = self.documents.get(document_id)
        self.after_read(document_id)
        return entry

    def all_ids(self) -> Iterable[str]:
        return sorted(self.documents)

    def pages(self, document_id: str) -> Sequence[tuple[int, str]]:
        entry = self.documents.get(document_id)
        return entry.pages if entry else ()


@dataclass
class Site:
    """One authority with its index."""

    folder: Path
    feed: FakeFeed = field(default_factory=FakeFeed)
    labels: Labels = field(default_factory=lambda: LABELS)

    def put(self, document_id: str, *texts: str, **changed: object) -> None:
        self.feed.put(document_id, *texts, **changed)

    @property
    def index(self) -> Index:
        return open_or_rebuild(self.folder, self.feed, labels=self.labels)

    def search(self, query: str, **options: object) -> SearchResult:
        index = self.index
        sync(index, self.feed)
        return search(index, query, pages=self.feed.pages, **options)

    def found(self, query: str, **options: object) -> list[str]:
        """Ids in their order, without what was found by a similar spelling only."""
        return [hit.document_id for hit in self.search(query, **options).hits if not hit.similar]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path / "index" / "wiesbaden")


@pytest.fixture
def make_site(tmp_path: Path) -> Callable[[str], Site]:
    return lambda authority: Site(tmp_path / "index" / authority)
