"""Following the change table, and building the index anew beside the one in force.

The index is committed first and the changes are forgotten after it: a crash between the two
repeats work and never loses any.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from index.analysing import analysed
from index.engine import fill
from index.errors import IndexDamaged, IndexMissing, IndexNotWritable, IndexOutdated
from index.feed import Feed
from index.schema import Labels
from index.store import Index, new_generation, put_in_force, remove_generations, writer_lock
from records.model import IndexEntry

_FOLLOWED_AT_ONCE = 100_000  # changes; bounds the memory, the rest is followed once more by `sync`

Progress = Callable[[int, int], None]
"""Called with the number of documents done and the number there are."""


def sync(index: Index, feed: Feed, *, batch: int = 200) -> int:
    """Brings the index up to date; the number of documents looked at.

    Raises only `index.errors` (and what the feed raises). Whatever it did not reach stays pending.
    """
    done = 0
    with index.writing():
        index.check()
        while changes := feed.pending(batch):
            # Several changes of one document need one look at it: its state now counts.
            ids = dict.fromkeys(change.document_id for change in changes)
            index.apply({document_id: feed.entry(document_id) for document_id in ids})
            feed.forget([change.sequence for change in changes])
            done += len(ids)
    return done


def rebuild(folder: Path, feed: Feed, *, labels: Labels, progress: Progress | None = None) -> Index:
    """Builds a new index beside the one in force and swaps it in when it is complete.

    Changes made meanwhile stay pending for the next `sync`. Until the swap searches use the old
    index; an interrupted rebuild leaves it in force, and the next one removes the half-built rest.
    Raises IndexBusy or IndexNotWritable.
    """
    with writer_lock(folder):
        try:
            return _rebuild(folder, feed, labels, progress)
        except OSError as error:
            raise IndexNotWritable(folder=folder, detail=error) from error


def _rebuild(folder: Path, feed: Feed, labels: Labels, progress: Progress | None) -> Index:
    _remove_half_built(folder)
    followed = [change.sequence for change in feed.pending(_FOLLOWED_AT_ONCE)]
    generation = new_generation(folder, labels)
    ids = tuple(feed.all_ids())
    fill(generation, analysed(_entries(feed, ids, progress), labels, count=len(ids)))
    put_in_force(generation)
    feed.forget(followed)  # they happened before the documents were read
    remove_generations(folder, keep=generation)
    return Index(folder, labels)


def _remove_half_built(folder: Path) -> None:
    try:
        remove_generations(folder, keep=Index(folder, {}).generation())
    except IndexMissing:
        remove_generations(folder, keep=None)
    except IndexDamaged:
        return  # which one was in force cannot be told: all stay until the new one is


def _entries(feed: Feed, ids: Sequence[str], progress: Progress | None) -> Iterator[IndexEntry]:
    for done, document_id in enumerate(ids, start=1):
        if entry := feed.entry(document_id):  # None: removed since the ids were read
            yield entry
        if progress:
            progress(done, len(ids))


def open_or_rebuild(folder: Path, feed: Feed, *, labels: Labels, progress: Progress | None = None) -> Index:
    """The index in force, or a new one where there is none that this program can use."""
    try:
        return Index.open(folder, labels=labels)
    except (IndexMissing, IndexOutdated, IndexDamaged):
        return rebuild(folder, feed, labels=labels, progress=progress)
