"""One state of the index, opened for reading: postings, lengths and stored values of all documents.

Terms and postings lie on disk (`index.codec`); here they are read a whole list at a time, into the arrays,
sets and dictionaries that Python handles at the speed of C. The documents of all segments are numbered
through. What was read is kept, within bounds, as long as the snapshot is open.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import repeat
from pathlib import Path
from typing import Any, NamedTuple

import index.lean  # noqa: F401 -- before the engine
from whoosh.codec.whoosh3 import STORED_COLUMN
from whoosh.index import TOC

from index.codec import NUMBER, Listing, Stretch, read_listing
from index.schema import make_schema
from index.segment import Segment, listing_of, open_segment
from index.storage import DurableStorage
from index.terms import Entry

_MOST_KEPT = 3_000_000  # postings in memory, about 100 MB


class Postings(NamedTuple):
    """The documents a term stands in, ascending, and how often (None: once each)."""

    numbers: array[int]
    counts: array[int] | None


_MOST_VALUES = 10_000  # different ones of a field that is counted by them
_ENTRIES = 1024  # terms whose entries are kept
_BYTES = 8  # of a posting, at least
_FEW = 8  # times as many postings: then the places of single documents are picked out


class Snapshot:
    """Opened by `Index.snapshot`, which also says what happens to damaged files."""

    def __init__(self, generation: Path) -> None:
        self._schema = make_schema()
        self._storage = DurableStorage(str(generation))
        table = TOC.read(self._storage, "MAIN", schema=self._schema)
        self.commit = int(table.generation)
        self._parts: list[Segment] = []
        self._kept: OrderedDict[tuple[str, str], Postings] = OrderedDict()
        self._weight = 0
        self._lengths: dict[str, bytes] = {}
        self._days: dict[str, array[int]] = {}
        self._values: dict[str, tuple[array[int], list[str]]] = {}
        self._stored: dict[int, Any] = {}
        self._entries = lru_cache(_ENTRIES)(self._find)
        self._stretches = lru_cache(_ENTRIES)(self._find_stretches)
        self.looked_at = 0
        """Postings, by `index.evaluate`."""
        base = 0
        try:
            for segment in table.segments:
                self._parts.append(open_segment(self._storage, segment, base))
                base += segment.doc_count_all()
        except BaseException:
            self.close()
            raise
        self.size = base
        """Documents are numbered from 0 to this; some of them are deleted."""
        self.deleted = frozenset(
            part.base + number for part in self._parts for number in part.segment.deleted_docs()
        )

    def close(self) -> None:
        self._stored.clear()
        for part in self._parts:
            part.reader.close()
            for column in part.columns.values():
                column.close()

    def __len__(self) -> int:
        """Number of documents."""
        return self.size - len(self.deleted)

    # -- terms ------------------------------------------------------------------------------

    def postings(self, field: str, term: str) -> Postings:
        """Where a term stands; empty if nowhere. Deleted documents are still among them."""
        key = (field, term)
        if (found := self._kept.get(key)) is not None:
            self._kept.move_to_end(key)
            return found
        found = self._read(field, term)
        self._kept[key] = found
        self._weight += len(found.numbers) + 1
        while self._weight > _MOST_KEPT and len(self._kept) > 1:
            self._weight -= len(self._kept.popitem(last=False)[1].numbers) + 1
        return found

    def _read(self, field: str, term: str) -> Postings:
        listings = list(self.listings(field, term))
        if len(listings) == 1 and not listings[0][0]:
            return Postings(listings[0][1].numbers, listings[0][1].counts)
        numbers, counts = array(NUMBER), array(NUMBER)
        for base, listing in listings:
            numbers.extend(map(base.__add__, listing.numbers))
            counts.extend(listing.counts or repeat(1, len(listing.numbers)))
        return Postings(numbers, counts if any(each.counts for _, each in listings) else None)

    def places(self, field: str, term: str, among: Collection[int]) -> Iterator[tuple[int, Sequence[int]]]:
        """Documents out of `among` that hold the term, ascending, each with its places in the field."""
        if not among:
            return
        lowest, highest = min(among), max(among)
        for part, entry in self._entries(field, term):
            if part.base <= highest and lowest < part.base + part.size:
                yield from read_listing(part.postings, entry.offset).places_among(among, part.base)

    def places_begun(
        self, field: str, beginning: str, among: Collection[int]
    ) -> Iterator[tuple[int, Sequence[int]]]:
        """As `places`, of all terms that begin so, one after the other."""
        for part, start, end in self._stretches(field, beginning):
            inside = [number for number in among if 0 <= number - part.base < part.size]
            if inside:
                yield from Stretch(part.postings, start, end).places_among(inside, part.base)

    def spots(self, term: str, among: Collection[int]) -> Iterator[Iterable[int]]:
        """For each segment the places of a term in `text`, of the documents `among` at least.

        Each is one number, document first: segments are looked at one by one to keep the sets small.
        """
        for part in self._parts:
            listing = listing_of(part, "text", term)
            if listing is None:
                yield ()
            elif len(among) * part.size < len(listing.numbers) * self.size // _FEW:
                yield listing.spots_among(among, part.base)
            else:
                yield listing.spots(part.base)

    def listings(self, field: str, term: str) -> Iterator[tuple[int, Listing]]:
        """The postings of a term in each segment that has it, and the number of its first document."""
        for part, entry in self._entries(field, term):
            yield part.base, read_listing(part.postings, entry.offset)

    def together(self, field: str, terms: Sequence[str]) -> Iterator[tuple[int, int, Sequence[Listing]]]:
        """Of each segment that has all terms: its first document, how many it has, and the postings."""
        for part in self._parts:
            found = [listing for term in terms if (listing := listing_of(part, field, term))]
            if len(found) == len(terms):
                yield part.base, part.size, found

    def stretches(self, field: str, beginning: str) -> Iterator[tuple[int, Stretch]]:
        """The postings of all terms that begin so in each segment, and the number of its first document."""
        for part, start, end in self._stretches(field, beginning):
            yield part.base, Stretch(part.postings, start, end)

    def begun(self, field: str, beginning: str) -> int:
        """About how many postings the terms have that begin so."""
        return sum((end - start) // _BYTES for _, start, end in self._stretches(field, beginning))

    def documents(self, field: str, term: str) -> int:
        """How many have a term."""
        return sum(entry.documents for _, entry in self._entries(field, term))

    def _find(self, field: str, term: str) -> Sequence[tuple[Segment, Entry]]:
        return [(part, entry) for part in self._parts if (entry := part.terms.find(field, term))]

    def _find_stretches(self, field: str, beginning: str) -> Sequence[tuple[Segment, int, int]]:
        return [(part, *ends) for part in self._parts if (ends := part.terms.stretch(field, beginning))]

    def standing(self, field: str, terms: Collection[str]) -> set[str]:
        """Those of the terms that stand in the field of any document."""
        return set().union(*(part.terms.standing(field, terms) for part in self._parts))

    def beginning(self, field: str, beginning: str, most: int) -> list[tuple[str, int]]:
        """Terms that begin so, the first `most` of each segment, each with the number of its documents."""
        found: dict[str, int] = {}
        for part in self._parts:
            for term, documents in part.terms.beginning(field, beginning, most):
                found[term] = found.get(term, 0) + documents
        return sorted(found.items())

    # -- documents --------------------------------------------------------------------------

    def lengths(self, field: str) -> bytes:
        """For each document the length of a field as the engine's code of one byte."""
        if field not in self._lengths:
            self._lengths[field] = b"".join(self._length_codes(part, field) for part in self._parts)
        return self._lengths[field]

    def _length_codes(self, part: Segment, field: str) -> bytes:
        codes = self._column(part, f"_{field}_len")
        return codes.ljust(part.size, b"\0")  # the engine leaves out what is missing at the end

    def total_length(self, field: str) -> int:
        """Words of a field in all documents."""
        return sum(part.lengths.field_length(field) for part in self._parts)

    def days(self, field: str) -> array[int]:
        """For each document a day like 20240503 (0: none)."""
        if field not in self._days:
            days = array("i")
            for part in self._parts:
                column = array("i", self._column(part, field).ljust(4 * part.size, b"\0"))
                column.byteswap()  # the engine writes the most significant byte first
                days.extend(column)
            self._days[field] = days
        return self._days[field]

    def values(self, field: str) -> tuple[array[int], list[str]]:
        """For each document the number of its value of a field, and the values by number (0: none)."""
        if field not in self._values:
            names = ["", *(value for value, _ in self.beginning(field, "", _MOST_VALUES))]
            numbers = array("H", bytes(2 * self.size))
            for number, name in enumerate(names[1:], 1):
                for document in self.postings(field, name).numbers:
                    numbers[document] = number
            self._values[field] = numbers, names
        return self._values[field]

    @staticmethod
    def _column(part: Segment, field: str) -> bytes:
        """A column of equally long values; those missing at the end were never written."""
        file = part.columns.get(field)
        return b"" if file is None else file.get(0, len(file))

    def ids(self) -> Iterator[str]:
        """Of all documents."""
        alive = (number for number in range(self.size) if number not in self.deleted)
        return (str(self.stored(number)["id"]) for number in alive)

    def stored(self, number: int) -> Mapping[str, Any]:
        """The stored values of a document."""
        part = next(part for part in reversed(self._parts) if part.base <= number)
        if part.base not in self._stored:
            file = part.columns["_stored"]
            self._stored[part.base] = STORED_COLUMN.reader(file, 0, len(file), part.size)
        values: Mapping[str, Any] = self._stored[part.base][number - part.base]
        return values
