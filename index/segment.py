"""One segment of the index with all its files, opened for reading."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from index.codec import ListCodec, Listing, read_listing
from index.schema import SCORED
from index.storage import DurableStorage, MappedFile
from index.terms import TermTable

_COLUMNS = ("_stored", "first_day", "last_day", *(f"_{field}_len" for field in SCORED))


class Segment(NamedTuple):
    """`base` is the number of its first document among those of all segments.

    All its files are open from the beginning: the next commit may remove them.
    """

    base: int
    size: int
    segment: Any
    reader: Any
    terms: TermTable
    lengths: Any
    postings: MappedFile
    columns: Mapping[str, MappedFile]


def listing_of(part: Segment, field: str, term: str) -> Listing | None:
    entry = part.terms.find(field, term)
    return entry and read_listing(part.postings, entry.offset)


def open_segment(storage: DurableStorage, segment: Any, base: int) -> Segment:  # noqa: ANN401 -- the engine's
    codec: ListCodec = segment.codec()
    columns: dict[str, MappedFile] = {}
    reader = codec.terms_reader(storage, segment)
    try:
        for field in _COLUMNS:
            name = codec.column_filename(segment, field)
            if storage.file_exists(name):
                columns[field] = storage.open_file(name)
    except BaseException:
        reader.close()
        for column in columns.values():
            column.close()
        raise
    lengths = codec.per_document_reader(storage, segment)
    postings = reader._postfile  # noqa: SLF001 -- the engine offers one posting at a time, at 30 times the cost
    return Segment(
        base, segment.doc_count_all(), segment, reader, TermTable(reader), lengths, postings, columns
    )
