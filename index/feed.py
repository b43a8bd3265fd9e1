"""Where the index gets its documents from: the change table and the documents of one authority."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from records import changes, documents
from records.catalogue import Catalogue
from records.model import Change, IndexEntry


class Feed(Protocol):
    """One authority's documents and what changed since they were last looked at."""

    def pending(self, limit: int) -> Sequence[Change]:
        """The oldest changes that the index has not followed yet."""

    def forget(self, sequences: Sequence[int]) -> None:
        """These changes are in the index, durably."""

    def entry(self, document_id: str) -> IndexEntry | None:
        """The document as it is now; None if it is gone."""

    def all_ids(self) -> Iterable[str]:
        """Every document of the authority."""


@dataclass(frozen=True, slots=True)
class CatalogueFeed:
    """The feed of one authority in the catalogue."""

    catalogue: Catalogue
    authority: str

    def pending(self, limit: int) -> Sequence[Change]:
        return changes.pending(self.catalogue, self.authority, limit)

    def forget(self, sequences: Sequence[int]) -> None:
        changes.forget(self.catalogue, sequences)

    def entry(self, document_id: str) -> IndexEntry | None:
        """None also for another authority's document: a transfer takes it out of this index."""
        entry = documents.entry(self.catalogue, document_id)
        return entry if entry and entry.authority == self.authority else None

    def all_ids(self) -> Iterable[str]:
        return documents.all_ids(self.catalogue, self.authority)

    def pages(self, document_id: str) -> tuple[tuple[int, str], ...]:
        """Page numbers of the source and texts, for the snippets of `search`."""
        return tuple((page.number, page.text) for page in documents.pages(self.catalogue, document_id))
