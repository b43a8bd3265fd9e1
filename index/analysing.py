"""Analysis for a rebuild on all processors: it takes longer than writing, and each document is for itself."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from multiprocessing import get_context

from index.schema import Labels, fields_of
from records.model import IndexEntry

_WORTH = 2000  # documents from which starting processes pays
_AT_ONCE = 50  # documents handed over together

Fields = Mapping[str, object]


def analysed(entries: Iterable[IndexEntry], labels: Labels, *, count: int) -> Iterator[Fields]:
    """The fields of each document, in order. Few documents are analysed in this process."""
    analyse = partial(fields_of, labels=labels)
    processes = len(os.sched_getaffinity(0))
    if count < _WORTH or processes < 2:
        yield from map(analyse, entries)
        return
    # Spawned, not forked: the service rebuilds in a thread beside others.
    with get_context("spawn").Pool(processes, initializer=os.nice, initargs=(5,)) as pool:
        yield from pool.imap(analyse, entries, chunksize=_AT_ONCE)
