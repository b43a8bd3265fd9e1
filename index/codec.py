"""How postings lie on disk: for each term plain arrays, read at once and at the speed of C.

Whoosh's own codec pickles and compresses blocks of postings, each with its places, so that a search that
only wants the documents unpacks all places as well. Everything else (terms, stored values, columns) is
left to it.

A list is: number of postings, number of places; the documents, ascending; how often the term stands in
each (left out where it is once in all of them); all places (left out in fields that have none). Each
number takes four bytes in the order of the machine, which the engine's table of contents insists on.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from itertools import accumulate, chain, pairwise, repeat
from sys import byteorder
from typing import Any, NamedTuple

import index.lean  # noqa: F401 -- before the engine
from whoosh.codec.whoosh3 import W3Codec, W3PostingsWriter
from whoosh.matching import ListMatcher

from index.storage import MappedFile

NUMBER = "I"
_WIDTH = array(NUMBER).itemsize
SPOT_BITS = 8 * _WIDTH
_LOW = 0 if byteorder == "little" else 1  # which half of a spot holds the place
_ENDLESS = 1 << 62  # postings of a block: all of a term are one


class Listing(NamedTuple):
    """The postings of one term in one segment; places are read only if they are asked for."""

    file: MappedFile
    numbers: array[int]
    counts: array[int] | None
    """None: once each."""
    rest: tuple[int, int]
    """Where the places begin, and how many there are."""

    def places(self) -> array[int]:
        """All places, document after document."""
        start, count = self.rest
        return _read(self.file, start, count)

    def starts(self) -> Iterable[int]:
        """For each document where its places begin among all, and at last where they end."""
        if self.counts is None:
            return range(len(self.numbers) + 1)
        return accumulate(self.counts, initial=0)

    def places_among(self, among: Collection[int], base: int) -> Iterator[tuple[int, array[int]]]:
        """Documents out of `among`, counted from `base` on, each with its places."""
        start, _ = self.rest
        index = 0
        for number in sorted(among):
            passed = index
            index = bisect_left(self.numbers, number - base, lo=passed)
            if index == len(self.numbers):
                return
            start += _WIDTH * (index - passed if self.counts is None else sum(self.counts[passed:index]))
            if base + self.numbers[index] == number:
                yield number, _read(self.file, start, 1 if self.counts is None else self.counts[index])

    def spots_among(self, among: Collection[int], base: int) -> Iterator[int]:
        """As `spots`, of these documents only."""
        for number, places in self.places_among(among, base):
            yield from map((number << SPOT_BITS).__add__, places)

    def spots(self, base: int) -> memoryview:
        """All places, each as one number: (document << SPOT_BITS) + place."""
        places = self.places()
        owners: Iterable[int] = map(base.__add__, self.numbers)
        if self.counts is not None:
            owners = chain.from_iterable(map(repeat, owners, self.counts))
        pairs = array(NUMBER, bytes(2 * _WIDTH * len(places)))
        pairs[_LOW::2], pairs[1 - _LOW :: 2] = places, array(NUMBER, owners)
        return memoryview(pairs).cast("B").cast("Q")


class Stretch:
    """The postings of terms that follow one another, in one segment."""

    def __init__(self, file: MappedFile, start: int, end: int) -> None:
        self._numbers = memoryview(file.get(start, end - start)).cast("I")

    def documents(self) -> Iterator[memoryview]:
        """Those of one term after the other."""
        for start, count, _, _ in self._listings():
            yield self._numbers[start : start + count]

    def places_among(self, among: Collection[int], base: int) -> Iterator[tuple[int, memoryview]]:
        """Documents out of `among`, counted from `base` on, each with the places of one of the terms."""
        wanted = [number - base for number in among]
        for start, count, places, once in self._listings():
            end = start + count
            for number in wanted:
                index = bisect_left(self._numbers, number, start, end)
                if index < end and self._numbers[index] == number:
                    before = index - start if once else sum(self._numbers[end : index + count])
                    have = 1 if once else self._numbers[index + count]
                    yield base + number, self._numbers[places + before : places + before + have]

    def _listings(self) -> Iterator[tuple[int, int, int, bool]]:
        """Of each: where its documents begin, how many there are, where the places begin, if once each."""
        numbers, start = self._numbers, 0
        while start < len(numbers):
            count, places = numbers[start], numbers[start + 1]
            start += 2
            rest = start + (count if places <= count else 2 * count)
            yield start, count, rest, places <= count
            start = rest + places


def read_listing(file: MappedFile, offset: int) -> Listing:
    count, places = _read(file, offset, 2)
    numbers = _read(file, offset + 2 * _WIDTH, count)
    start = offset + (2 + count) * _WIDTH
    counts = None
    if places > count:
        counts = _read(file, start, count)
        start += count * _WIDTH
    return Listing(file, numbers, counts, (start, places))


def _read(file: MappedFile, offset: int, count: int) -> array[int]:
    return array(NUMBER, file.get(offset, count * _WIDTH))


class ListCodec(W3Codec):  # type: ignore[misc]  # the engine carries no types
    """Pickled with each segment, so it has no state of its own."""

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> _Writer:  # noqa: ANN401 -- the engine's
        del byteids  # used for vectors of words, of which there are none
        return _Writer(dbfile, blocklimit=_ENDLESS)

    def postings_reader(self, dbfile: Any, terminfo: Any, format_: Any, **_: object) -> ListMatcher:  # noqa: ANN401 -- the engine's
        """One posting after the other, as the engine wants them when it merges segments."""
        listing = read_listing(dbfile, terminfo.extent()[0])
        places = listing.places()
        values = [places[start:end].tobytes() for start, end in pairwise(listing.starts())]
        weights = list(listing.counts or [1] * len(listing.numbers))
        return ListMatcher(list(listing.numbers), weights, values, format_, terminfo=terminfo)


class _Writer(W3PostingsWriter):  # type: ignore[misc]  # the engine carries no types
    def _write_block(self, last: bool = False) -> None:  # noqa: ARG002 -- the engine's
        self._terminfo.add_block(self)
        counts = array(NUMBER, map(int, self._weights))
        places = array(NUMBER, b"".join(self._values))
        self._postfile.write(array(NUMBER, (len(counts), len(places))).tobytes())
        self._postfile.write(self._ids.tobytes())
        if len(places) > len(counts):
            self._postfile.write(counts.tobytes())
        self._postfile.write(places.tobytes())
        self._blockcount += 1
        self._new_block()
