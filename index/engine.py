"""Writing and opening Whoosh's files in one generation's folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path

import index.lean  # noqa: F401 -- before the engine
from whoosh.codec.whoosh3 import W3Segment
from whoosh.index import TOC, FileIndex, clean_files
from whoosh.reading import SegmentReader
from whoosh.writing import SegmentWriter

from index.codec import ListCodec
from index.schema import Labels, fields_of, make_schema
from index.snapshot import Snapshot
from index.storage import DurableStorage
from records.model import IndexEntry

_NAME = "MAIN"  # of the engine's files
_MERGED = 8  # segments of about the same size
_LARGE = 4  # from 8 to the power of this, segments are merged no more
_MEMORY = 48  # MiB of postings held before they are sorted to disk


def open_engine(generation: Path) -> FileIndex:
    """Whoosh's index. The schema is ours, never the one stored beside the data."""
    return FileIndex(DurableStorage(str(generation)), schema=make_schema())


def create(generation: Path) -> None:
    """An empty index in an existing folder."""
    FileIndex.create(DurableStorage(str(generation)), make_schema())


def change(generation: Path, changes: Mapping[str, IndexEntry | None], labels: Labels) -> None:
    """Replaces or (None) removes documents by id in one commit."""
    with _Writing(generation) as writer:
        for number in _numbers(generation, changes):
            writer.delete_document(number)
        for entry in changes.values():
            if entry is not None:
                writer.add_document(**fields_of(entry, labels))


def fill(generation: Path, documents: Iterable[Mapping[str, object]]) -> None:
    """Adds documents (`fields_of`) that are not in the index yet, in one commit and one segment."""
    with _Writing(generation) as writer:
        for document in documents:
            writer.add_document(**document)


def join(generation: Path, parts: Iterable[Path]) -> None:
    """Makes the segments of other indexes segments of this one, in one commit. Their files are linked.

    Segments that are here already are passed over, so doing it again after a crash does no harm.
    """
    schema = make_schema()
    table = TOC.read(DurableStorage(str(generation)), _NAME, schema=schema)
    segments = {segment.segment_id(): segment for segment in table.segments}
    for part in parts:
        for segment in TOC.read(DurableStorage(str(part)), _NAME, schema=schema).segments:
            segments[segment.segment_id()] = segment
            for file in part.glob(f"{segment.segment_id()}.*"):
                with suppress(FileExistsError):
                    (generation / file.name).hardlink_to(file)
    storage, commit = DurableStorage(str(generation)), table.generation + 1
    TOC(schema, list(segments.values()), commit).write(storage, _NAME)
    clean_files(storage, _NAME, commit, list(segments.values()))


def _numbers(generation: Path, ids: Iterable[str]) -> list[int]:
    """The engine's numbers of documents that are in the index."""
    with closing(Snapshot(generation)) as snapshot:
        found = {number for each in ids for number in snapshot.postings("id", each).numbers}
        return sorted(found - snapshot.deleted)


def _merge_alike(writer: SegmentWriter, segments: Sequence[W3Segment]) -> list[W3Segment]:
    """Merges eight segments of about the same size, with all smaller ones, into the one being written.

    So a document is written again once for each power of eight, and a search looks into few segments. Large
    ones stay until a rebuild: a commit takes as long in a large index as in a small one. The engine's own
    policy merges at almost every commit.
    """
    sizes = Counter(map(_size, segments))
    full = [size for size, count in sizes.items() if count >= _MERGED and size < _LARGE]
    if not full:
        return list(segments)
    for segment in segments:
        if _size(segment) <= full[0]:
            with closing(SegmentReader(writer.storage, writer.schema, segment)) as reader:
                writer.add_reader(reader)
    return [segment for segment in segments if _size(segment) > full[0]]


def _size(segment: W3Segment) -> int:
    """The number of documents, rounded down to a power of eight."""
    return int(segment.doc_count_all().bit_length() - 1) // (_MERGED.bit_length() - 1)


class _Writing:
    """A writer that commits at the end of the block, or leaves everything as it was."""

    def __init__(self, generation: Path) -> None:
        # Our own lock is held (`Index.writing`), so Whoosh's is not taken: it would outlive a failure.
        self._writer = SegmentWriter(
            open_engine(generation),
            limitmb=_MEMORY,
            compound=False,  # a compound file is copied into memory whenever it is opened
            codec=ListCodec(),
            _lk=False,
        )

    def __enter__(self) -> SegmentWriter:
        return self._writer

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self._writer.commit(mergetype=_merge_alike)
        except BaseException:
            self._cancel()
            raise
        if kind is not None:
            self._cancel()

    def _cancel(self) -> None:
        # Closing half-written files can fail for the same reason as writing them (disk full). What
        # stays behind belongs to no commit and is removed by the next one.
        with suppress(OSError, ValueError):
            self._writer.cancel()
