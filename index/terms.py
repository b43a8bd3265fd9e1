"""The table of terms of one segment, looked up in the mapped file.

The engine's own reader makes several calls and copies for each step; a word that may be mistyped is looked
up in hundreds of spellings in each segment. The format is `whoosh.filedb.filetables.OrderedHashWriter`'s:
pairs of key and value in order, a hash table of their places, and a list of their places in order.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from functools import lru_cache
from typing import Any, NamedTuple

import index.lean  # noqa: F401 -- before the engine
from whoosh.codec.whoosh3 import W3TermInfo
from whoosh.filedb.filetables import md5_hash

_LENGTHS = struct.Struct("!ii")  # of key and value
_SLOT = struct.Struct("!Iq")  # hash, place of the pair
_FIELD = struct.Struct("!H")  # begins each key
_INFO = W3TermInfo._struct  # noqa: SLF001 -- begins each value
_DOCUMENTS = struct.Struct("!5xI")  # the same number alone
_EXTENT = struct.Struct(f"!{_INFO.size}xqi")  # where the postings begin, and their length in bytes; follows
_BEHIND = b"\xff"  # stands in no text


class Entry(NamedTuple):
    """How many documents have the term, and where its postings begin."""

    documents: int
    offset: int


_hash = lru_cache(maxsize=512)(md5_hash)  # the same key is looked up in each segment


class TermTable:
    """Reads from the file of `reader`, which must stay open."""

    def __init__(self, reader: Any) -> None:  # noqa: ANN401 -- the engine's
        table = reader._tindex  # noqa: SLF001 -- see above
        self._map = table.dbfile.map
        self._fields = {name: _FIELD.pack(number) for name, number in reader._fieldmap.items()}  # noqa: SLF001
        self._tables = table.tables
        self._end = table.endofdata
        self._ordered = range(table.indexlen)
        self._base, self._place = table.indexbase, struct.Struct("!" + table.extras["indextype"])

    def find(self, field: str, term: str) -> Entry | None:
        if field not in self._fields:
            return None
        key = self._fields[field] + term.encode()
        hashed = _hash(key)
        start, slots = self._tables[hashed & 255]
        for step in range(slots):
            slot = ((hashed >> 8) + step) % slots
            found, place = _SLOT.unpack_from(self._map, start + slot * _SLOT.size)
            if not place:
                break
            if found == hashed:
                stands, value, _ = self._pair(place)
                if stands == key:
                    return self._entry(value)
        return None

    def beginning(self, field: str, beginning: str, most: int) -> list[tuple[str, int]]:
        """The first `most` terms that begin so, in order, each with the number of its documents."""
        first, last = self._range(field, beginning)
        found = []
        place = self._nth(first) if first < last else 0
        lengths, documents, table = _LENGTHS.unpack_from, _DOCUMENTS.unpack_from, self._map
        for _ in range(min(last - first, most)):  # all in one place: this is done for thousands of terms
            key, value = lengths(table, place)
            end = place + _LENGTHS.size + key
            term = table[place + _LENGTHS.size + _FIELD.size : end].decode("utf-8", "replace")
            found.append((term, documents(table, end)[0]))
            place = end + value
        return found

    def stretch(self, field: str, beginning: str) -> tuple[int, int] | None:
        """From where to where the postings of all terms that begin so lie."""
        first, last = self._range(field, beginning)
        if first == last:
            return None
        start, _ = _EXTENT.unpack_from(self._map, self._pair(self._nth(first))[1])
        end, length = _EXTENT.unpack_from(self._map, self._pair(self._nth(last - 1))[1])
        return start, end + length

    def _range(self, field: str, beginning: str) -> tuple[int, int]:
        """The number of the first term that begins so, and of the first behind them."""
        if field not in self._fields:
            return 0, 0
        wanted = self._fields[field] + beginning.encode()
        first = bisect_left(self._ordered, wanted, key=self._key)
        return first, bisect_left(self._ordered, wanted + _BEHIND, lo=first, key=self._key)

    def _key(self, number: int) -> bytes:
        return self._pair(self._nth(number))[0]

    def _nth(self, number: int) -> int:
        place: int = self._place.unpack_from(self._map, self._base + number * self._place.size)[0]
        return place

    def _pair(self, place: int) -> tuple[bytes, int, int]:
        """The key, the place of the value, and the place of the next pair."""
        key, value = _LENGTHS.unpack_from(self._map, place)
        start = place + _LENGTHS.size
        return self._map[start : start + key], start + key, start + key + value

    def _entry(self, value: int) -> Entry:
        documents = _DOCUMENTS.unpack_from(self._map, value)[0]
        return Entry(documents, _EXTENT.unpack_from(self._map, value)[0])
