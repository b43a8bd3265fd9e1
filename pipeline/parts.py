"""Parts of a large source: ranges of pages that are read apart, by several workers, and kept on disk between.

What was read of a part lies in a folder: first the text layers, then, in one step, the file that says that
the part is read. So it is there wholly or not at all, and whoever goes on after a crash reads only
the parts that are missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path

from pydantic import TypeAdapter

from intake.disk import make_folder, sync_file, write_whole
from pipeline.model import Mrz, PageReading
from pipeline.packed import packed
from pipeline.text_layer import layer_file

PART_PAGES = 16
"""The most of a part; a source that has no more is read in one go. That is one start of the engine: enough
that starting costs little, and few enough that mail soon has its turn.
"""

_EVENLY = 4
"""A multiple of this is the number of parts, so that none of two or four workers is left with more to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """All that is read on one page by itself, whatever document it will belong to."""

    page: PageReading
    zones: tuple[Mrz, ...]


_PAGE: TypeAdapter[ReadPage] = TypeAdapter(ReadPage)


def parts_of(pages: int) -> tuple[range, ...]:
    """The numbers of the pages of each part of a source that has `pages`."""
    parts = _EVENLY * ceil(pages / (_EVENLY * PART_PAGES))
    size = ceil(pages / parts)
    return tuple(range(start, min(start + size, pages + 1)) for start in range(1, pages + 1, size))


def is_kept(folder: Path, part: range) -> bool:
    return _file(folder, part).is_file()


def keep(folder: Path, part: range, read: Sequence[ReadPage], work: Path) -> None:
    """Keep in `folder`, durably, what was read; the text layers are taken from `work`. Raises OSError."""
    make_folder(folder)
    for number in part:
        layer = layer_file(work, number)
        if layer.is_file():
            sync_file(layer)
            layer.replace(layer_file(folder, number))
    write_whole(_file(folder, part), b"\n".join(map(_PAGE.dump_json, read)))


def kept(folder: Path, pages: int) -> Iterator[ReadPage]:
    """What was read of all parts, in order of pages, their words packed."""
    for part in parts_of(pages):
        with _file(folder, part).open("rb") as lines:
            for line in lines:
                read = _PAGE.validate_json(line)
                yield replace(read, page=packed(read.page))


def _file(folder: Path, part: range) -> Path:
    return folder / f"pages-{part.start:05d}.jsonl"
