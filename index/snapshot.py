"""One state of the index, opened for reading: postings, lengths and stored values of all documents.

Whoosh keeps terms and postings on disk; here they are read a whole list at a time, into the arrays,
sets and dictionaries that Python handles at the speed of C. The documents of all segments are numbered
through. What was read is kept, within bounds, as long as the snapshot is open.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Collection, Iterator, Mapping, Sequence
from heapq import merge
from itertools import accumulate, chain, groupby, repeat
from operator import add, itemgetter, lshift, sub
from pathlib import Path
from typing import Any, NamedTuple

import index.lean  # noqa: F401 -- before the engine
from whoosh.codec.whoosh3 import STORED_COLUMN, W3Codec, W3LeafMatcher
from whoosh.index import TOC

from index.schema import SCORED, make_schema, places_of
from index.storage import DurableStorage, MappedFile

_MOST_KEPT = 3_000_000  # postings in memory, about 100 MB


class Postings(NamedTuple):
    """The documents a term stands in, ascending, and how often (None: once each)."""

    numbers: array[int]
    counts: array[float] | None


class _Part(NamedTuple):
    """A segment: `base` is the number of its first document.

    All its files are open from the beginning: the next commit may remove them.
    """

    base: int
    size: int
    segment: Any
    terms: Any
    lengths: Any
    columns: Mapping[str, MappedFile]


_COLUMNS = ("_stored", "first_day", "last_day", *(f"_{field}_len" for field in SCORED))
SPOT_BITS = 32  # a spot is (document << 32) + place
_NOTHING = Postings(array("I"), None)


class Snapshot:
    """Opened by `Index.snapshot`, which also says what happens to damaged files."""

    def __init__(self, generation: Path) -> None:
        self._schema = make_schema()
        self._storage = DurableStorage(str(generation))
        table = TOC.read(self._storage, "MAIN", schema=self._schema)
        self.commit = int(table.generation)
        self._parts: list[_Part] = []
        self._kept: OrderedDict[tuple[str, str], Postings] = OrderedDict()
        self._weight = 0
        self._lengths: dict[str, bytes] = {}
        self._days: dict[str, array[int]] = {}
        self._stored: dict[int, Any] = {}
        base = 0
        try:
            for segment in table.segments:
                self._parts.append(_open_part(self._storage, segment, base))
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
            part.terms.close()
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
        numbers, counts = array("I"), array("f")
        varied = False
        for part in self._parts:
            for block in _blocks(self._matcher(part, field, term)):
                differences, weights, _ = block
                numbers.extend(accumulate(chain((part.base + differences[0],), differences[1:])))
                if isinstance(weights, tuple):
                    counts.extend(weights)
                    varied = True
                else:
                    each = weights or 1.0
                    counts.extend(repeat(each, len(differences)))
                    varied = varied or each != 1.0
        return Postings(numbers, counts if varied else None) if numbers else _NOTHING

    def places(self, field: str, term: str, among: Collection[int]) -> Iterator[tuple[int, Sequence[int]]]:
        """Documents out of `among` that hold the term, ascending, each with its places in the field."""
        if not among:
            return
        lowest, highest = min(among), max(among)
        for part in self._parts:
            if part.base > highest or part.base + part.size <= lowest:
                continue
            matcher = self._matcher(part, field, term)
            for differences, _, values in _blocks(matcher, lowest - part.base, highest - part.base):
                numbers = accumulate(chain((part.base + differences[0],), differences[1:]))
                for number, value in zip(numbers, values, strict=True):
                    if number in among:
                        yield number, places_of(value)

    def spots(self, term: str, offset: int) -> Iterator[int]:
        """All places of a term in `text`, moved back by `offset`: one number each, document first."""
        for part in self._parts:
            for differences, _, values in _blocks(self._matcher(part, "text", term)):
                numbers = accumulate(chain((part.base + differences[0],), differences[1:]))
                owners = chain.from_iterable(
                    map(repeat, numbers, (len(places_of(value)) for value in values))
                )
                moved = map(lshift, owners, repeat(SPOT_BITS))
                yield from map(add, moved, map(sub, places_of(b"".join(values)), repeat(offset)))

    def contains(self, field: str, term: str) -> bool:
        encoded = term.encode()
        return any((field, encoded) in part.terms for part in self._parts)

    def beginning(self, field: str, beginning: str) -> Iterator[tuple[str, int]]:
        """Terms that begin so, in order, each with the number of its documents."""
        lists = (self._beginning(part, field, beginning.encode()) for part in self._parts)
        for term, found in groupby(merge(*lists), key=itemgetter(0)):
            yield term.decode("utf-8", "replace"), sum(count for _, count in found)

    @staticmethod
    def _beginning(part: _Part, field: str, beginning: bytes) -> Iterator[tuple[bytes, int]]:
        for (name, term), info in part.terms.items_from(field, beginning):
            if name != field or not term.startswith(beginning):
                return
            yield term, info.doc_frequency()

    def _matcher(self, part: _Part, field: str, term: str) -> W3LeafMatcher | None:
        key = (field, term.encode())
        if key not in part.terms:
            return None
        return part.terms.matcher(*key, self._schema[field].format)

    # -- documents --------------------------------------------------------------------------

    def lengths(self, field: str) -> bytes:
        """For each document the length of a field as the engine's code of one byte."""
        if field not in self._lengths:
            self._lengths[field] = b"".join(self._length_codes(part, field) for part in self._parts)
        return self._lengths[field]

    def _length_codes(self, part: _Part, field: str) -> bytes:
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

    @staticmethod
    def _column(part: _Part, field: str) -> bytes:
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


Block = tuple[Sequence[int], tuple[float, ...] | float | None, Sequence[bytes]]
"""Differences of document numbers, frequencies (None: once each), places."""


def _blocks(matcher: W3LeafMatcher | None, lowest: int = 0, highest: int | None = None) -> Iterator[Block]:
    """A list of postings as it lies on disk, without the blocks that end before or begin after."""
    while matcher is not None and matcher.is_active():
        if matcher.block_max_id() >= lowest:
            matcher._read_data()  # noqa: SLF001 -- the engine offers one posting at a time, at 30 times the cost
            block: Block = matcher._data  # noqa: SLF001
            if highest is not None and block[0][0] > highest:
                return
            yield block
        matcher._next_block()  # noqa: SLF001


def _open_part(storage: DurableStorage, segment: Any, base: int) -> _Part:  # noqa: ANN401 -- the engine's
    codec: W3Codec = segment.codec()
    columns: dict[str, MappedFile] = {}
    terms = codec.terms_reader(storage, segment)
    try:
        for field in _COLUMNS:
            name = codec.column_filename(segment, field)
            if storage.file_exists(name):
                columns[field] = storage.open_file(name)
    except BaseException:
        terms.close()
        for column in columns.values():
            column.close()
        raise
    lengths = codec.per_document_reader(storage, segment)
    return _Part(base, segment.doc_count_all(), segment, terms, lengths, columns)
