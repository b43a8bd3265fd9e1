"""Lines of a page kept small until somebody looks at them.

Words with their places take a hundred KiB a page as objects, and some five as compressed JSON. Whoever goes
through a document of a thousand pages needs those of one page at a time.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import cast, overload

from pydantic import TypeAdapter

from pipeline.model import Line, PageReading

_LINES: TypeAdapter[tuple[Line, ...]] = TypeAdapter(tuple[Line, ...])

_QUICKLY = 1
"""Level of compression; higher ones take several times as long for a tenth less."""

_AT_HAND = 4
"""Pages that stay unpacked: rules look at the lines of one page many times, and then at the next."""


def packed(page: PageReading) -> PageReading:
    """`page` with its lines kept small; they are the same for everybody who reads them."""
    # To those who read it a tuple of lines, and nothing else.
    return replace(page, lines=cast("tuple[Line, ...]", _PackedLines(page.lines)))


def unpacked(page: PageReading) -> PageReading:
    """`page` as it was before: what is written to a file must be plain."""
    return replace(page, lines=tuple(page.lines))


class _PackedLines(Sequence[Line]):
    __slots__ = ("_count", "_json")

    def __init__(self, lines: Sequence[Line]) -> None:
        self._count = len(lines)
        self._json = zlib.compress(_LINES.dump_json(tuple(lines)), _QUICKLY)

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Line]:
        return iter(_unpacked(self._json))

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Line, ...]: ...
    def __getitem__(self, index: int | slice) -> Line | tuple[Line, ...]:
        return _unpacked(self._json)[index]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, tuple | _PackedLines) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))


@lru_cache(maxsize=_AT_HAND)
def _unpacked(json: bytes) -> tuple[Line, ...]:
    return _LINES.validate_json(zlib.decompress(json))
