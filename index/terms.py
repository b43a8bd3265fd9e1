"""The table of terms of one segment, looked up in the mapped file.

The engine's own reader makes several calls and copies for each step; a word that may be mistyped is looked
up in hundreds of spellings in each segment. The format is `whoosh.filedb.filetables.OrderedHashWriter`'s:
pairs of key and value in order, a hash table of their places, and a list of their places in order.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
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


@lru_cache(maxsize=16)  # the same keys are looked up in each segment
def _keys(field: bytes, terms: tuple[str, ...]) -> Sequence[tuple[str, bytes, int]]:
    return [(term, key, md5_hash(key)) for term in terms for key in (field + term.encode(),)]


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
        value = self._find(field, (term,)).get(term)
        return None if value is None else self._entry(value)

    def standing(self, field: str, terms: Iterable[str]) -> Collection[str]:
        """Those of the terms that stand in the field."""
        return self._find(field, terms).keys()

    def _find(self, field: str, terms: Iterable[str]) -> dict[str, int]:
        """The places of the values, for terms that stand there."""
        found: dict[str, int] = {}
        if field not in self._fields:
            return found
        tables, table, slot_of, size = self._tables, self._map, _SLOT.unpack_from, _SLOT.size
        for term, key, hashed in _keys(self._fields[field], tuple(terms)):  # done for thousands of terms
            start, slots = tables[hashed & 255]
            slot = (hashed >> 8) % slots if slots else 0
            place = slots  # there are more slots than terms, so an empty one ends the search
            while place:
                here, place = slot_of(table, start + slot * size)
                if here == hashed and place:
                    stands, value, _ = self._pair(place)
                    if stands == key:
                        found[term] = value
                        break
                slot = (slot + 1) % slots
        return found

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
