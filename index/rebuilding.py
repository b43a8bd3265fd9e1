"""Building an index anew beside the one in force, which goes on being searched and written.

The new one is put together from parts (`index.building`) that outlast an interruption; what changes
meanwhile goes into the index in force at once and is noted for the new one (`index.unfinished`). At the
end the new one catches up with it, is put in force by one rename, and the old one is removed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path

from index import unfinished
from index.building import build_parts
from index.engine import change, join
from index.errors import IndexDamaged, IndexMissing, IndexNotWritable, IndexOutdated
from index.feed import Feed
from index.schema import Labels
from index.store import Index, in_force, put_in_force, rebuild_lock, remove_generations, writer_lock

_FOLLOWED_AT_ONCE = 100_000  # changes; bounds the memory, the rest is followed once more by `sync`
_CAUGHT_UP_AT_ONCE = 200  # documents

Progress = Callable[[int, int], None]
"""Called with the number of documents done and the number there are."""


def open_or_rebuild(folder: Path, feed: Feed, *, labels: Labels, progress: Progress | None = None) -> Index:
    """The index in force, or a new one where there is none that this program can use."""
    try:
        return Index.open(folder, labels=labels)
    except (IndexMissing, IndexOutdated, IndexDamaged):
        return rebuild(folder, feed, labels=labels, progress=progress)


def rebuild(folder: Path, feed: Feed, *, labels: Labels, progress: Progress | None = None) -> Index:
    """Builds a new index beside the one in force and swaps it in when it is complete.

    An interrupted rebuild leaves the old one in force, and the next call goes on where it was; with
    another layout, analysis or labels it begins anew. Raises IndexBusy or IndexNotWritable.
    """
    with rebuild_lock(folder):
        try:
            return _rebuild(folder, feed, labels, progress)
        except OSError as error:
            raise IndexNotWritable(folder=folder, detail=error) from error


def _rebuild(folder: Path, feed: Feed, labels: Labels, progress: Progress | None) -> Index:
    generation = _begun(folder, feed, labels)
    there = unfinished.built(generation)
    ids = tuple(feed.all_ids())
    done = len(there.intersection(ids))

    def tell(more: int) -> None:
        nonlocal done
        done += more
        if progress and more:
            progress(done, len(ids))

    unfinished.remove_parts(generation, keep=unfinished.complete_parts(generation))
    missing = [document_id for document_id in ids if document_id not in there]
    build_parts(generation, missing, feed.entry, labels, tell)
    join(generation, unfinished.complete_parts(generation))
    unfinished.remove_parts(generation)
    noted = unfinished.changed(generation)
    _catch_up(generation, feed, labels, (*noted, *there.difference(ids)))
    with writer_lock(folder, wait=True):
        _catch_up(generation, feed, labels, unfinished.changed(generation)[len(noted) :])
        put_in_force(generation)
        last = unfinished.followed(generation)
        listed = feed.pending(_FOLLOWED_AT_ONCE)
        feed.forget([each.sequence for each in listed if each.sequence <= last])
        remove_generations(folder, keep=generation)
    return Index(folder, labels)


def _begun(folder: Path, feed: Feed, labels: Labels) -> Path:
    """The generation to go on with, or a new one; others that were begun are removed."""
    with writer_lock(folder, wait=True):
        try:
            present = in_force(folder)
        except IndexDamaged:  # which one was in force cannot be told: all stay until the new one is
            return _new(folder, feed, labels)
        found = unfinished.begun(folder, labels)
        remove_generations(folder, keep=present, also=found)
        return found or _new(folder, feed, labels)


def _new(folder: Path, feed: Feed, labels: Labels) -> Path:
    listed = feed.pending(_FOLLOWED_AT_ONCE)
    return unfinished.begin(folder, labels, followed=listed[-1].sequence if listed else 0)


def _catch_up(generation: Path, feed: Feed, labels: Labels, ids: Iterable[str]) -> None:
    """The documents as they are now."""
    left = iter(dict.fromkeys(ids))
    while lot := list(islice(left, _CAUGHT_UP_AT_ONCE)):
        change(generation, {document_id: feed.entry(document_id) for document_id in lot}, labels)
