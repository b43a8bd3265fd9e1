"""Building parts of an index on all processors: each process analyses its documents and writes them.

Documents are handed over in small lots to whoever asks for the next one, so memory is bounded. A process
whose parent has died ends; the parts that were committed stay.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from itertools import chain, islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path

from index.engine import fill
from index.schema import Labels, fields_of
from index.unfinished import begin_part
from records.model import IndexEntry

_WORTH = 2000  # documents from which starting processes pays
_LOT = 50  # documents handed over together
_LEAST, _MOST_PARTS = 5000, 8  # documents of a part; parts, of which every search looks into each

Read = Callable[[str], IndexEntry | None]
Done = Callable[[int], None]
"""Called with how many more documents are done."""


def build_parts(generation: Path, ids: Sequence[str], read: Read, labels: Labels, done: Done) -> None:
    """Parts with all documents that `read` knows. Raises OSError; what is committed by then stays."""
    size = max(_LEAST, -(-len(ids) // _MOST_PARTS))
    processes = len(os.sched_getaffinity(0)) if len(ids) >= _WORTH else 1
    if processes > 1:
        _build_apart(processes, _lots(ids, read), (generation, labels, size), done)
    else:
        _build(generation, _one_by_one(ids, read, done), labels, size)


def _build(generation: Path, entries: Iterable[IndexEntry], labels: Labels, size: int) -> None:
    documents: Iterator[Mapping[str, object]] = (fields_of(entry, labels) for entry in entries)
    for first in documents:
        fill(begin_part(generation), chain((first,), islice(documents, size - 1)))


def _one_by_one(ids: Iterable[str], read: Read, done: Done) -> Iterator[IndexEntry]:
    for document_id in ids:
        if entry := read(document_id):  # None: removed since the ids were read
            yield entry
        done(1)


_Lot = tuple[int, list[IndexEntry]]
"""How many ids it stands for, and those of them that are still there."""


def _lots(ids: Sequence[str], read: Read) -> Iterator[_Lot]:
    for start in range(0, len(ids), _LOT):
        lot = ids[start : start + _LOT]
        yield len(lot), [entry for document_id in lot if (entry := read(document_id))]


# -- several processes --------------------------------------------------------------------------


def _build_apart(processes: int, lots: Iterator[_Lot], given: tuple[Path, Labels, int], done: Done) -> None:
    context = get_context("spawn")  # not forked: the service rebuilds in a thread beside others
    with ExitStack() as ending:
        connections = []
        for _ in range(processes):
            here, there = context.Pipe()
            with closing(there):
                worker = context.Process(target=_work, args=(there, *given), daemon=True)
                worker.start()
            ending.callback(worker.join)
            connections.append(ending.enter_context(closing(here)))
        _hand_out(lots, connections, done)


def _hand_out(lots: Iterator[_Lot], connections: Sequence[Connection], done: Done) -> None:
    handed: dict[Connection, int | None] = dict.fromkeys(connections, 0)
    while handed:
        for connection in wait(list(handed)):
            assert isinstance(connection, Connection)  # `wait` takes other things as well
            _hear(connection)
            count = handed[connection]
            if count is None:  # told that there is nothing left, and done with it
                del handed[connection]
                continue
            done(count)
            handed[connection], lot = next(lots, (None, None))
            connection.send(lot)


def _hear(connection: Connection) -> None:
    """A process asks for more. Raises what stopped it."""
    try:
        answer = connection.recv()
    except EOFError as error:
        raise ChildProcessError("a process of the rebuild was ended") from error
    if answer is not None:
        raise answer


def _work(connection: Connection, generation: Path, labels: Labels, size: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the parent, whose end this one follows
    os.nice(5)
    try:
        _build(generation, _received(connection), labels, size)
        connection.send(None)
    except (EOFError, ConnectionError):
        return
    except OSError as error:
        connection.send(error)


def _received(connection: Connection) -> Iterator[IndexEntry]:
    connection.send(None)
    while (lot := connection.recv()) is not None:
        yield from lot
        connection.send(None)
