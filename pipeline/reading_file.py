"""What a worker has read, in a file: a line of JSON for the source, then one for each page of its documents.

Line by line, because JSON takes several times the memory of what it holds while it is parsed; the pages that
are read from it keep their words packed.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pydantic import TypeAdapter

from pipeline.model import PageReading, SourceReading
from pipeline.packed import packed, unpacked

_SOURCE: TypeAdapter[SourceReading] = TypeAdapter(SourceReading)
_PAGE: TypeAdapter[tuple[int, PageReading]] = TypeAdapter(tuple[int, PageReading])
"""With the place of its document among the source's."""


def save(reading: SourceReading, file: Path) -> None:
    bare = replace(reading, documents=tuple(replace(one, pages=()) for one in reading.documents))
    with file.open("wb") as lines:
        lines.write(_SOURCE.dump_json(bare) + b"\n")
        for index, document in enumerate(reading.documents):
            for page in document.pages:
                lines.write(_PAGE.dump_json((index, unpacked(page))) + b"\n")


def load(file: Path) -> SourceReading:
    """Raises OSError, and ValidationError if the file is not what `save` wrote."""
    with file.open("rb") as lines:
        bare = _SOURCE.validate_json(lines.readline())
        pages: list[list[PageReading]] = [[] for _ in bare.documents]
        for line in lines:
            index, page = _PAGE.validate_json(line)
            pages[index].append(packed(page))
    return replace(
        bare,
        documents=tuple(
            replace(one, pages=tuple(own)) for one, own in zip(bare.documents, pages, strict=True)
        ),
    )
