"""Following the change table.

The index is committed first and the changes are forgotten after it: a crash between the two
repeats work and never loses any.
"""

from __future__ import annotations

from index.feed import Feed
from index.store import Index
from index.unfinished import note_changed


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
            note_changed(index.folder, ids)
            feed.forget([change.sequence for change in changes])
            done += len(ids)
    return done
