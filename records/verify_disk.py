"""Verifying from the disk to the catalogue: nothing lies there that the catalogue does not know."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path

from sqlalchemy import Connection, select

from config.home import Home
from records import files, leftovers
from records.catalogue import Catalogue
from records.codec import chunks
from records.model import ArrivalState, Fault
from records.schema import arrival, document
from records.verify_arrivals import LOOKS
from records.verify_faults import fault

_KnownAt = Callable[[Connection, dict[str, Path]], set[str]]
"""Which of some paths (by name below the home) the catalogue knows to lie where they are."""

YOUNG = 600
"""Seconds for which a spool folder may be one that is just being received or just being removed."""


def verify_disk(catalogue: Catalogue, home: Home, authority: str, *, pause: float) -> Iterator[Fault]:
    """Faults of all files and folders that belong to an authority.

    What seems unknown is looked at again after `pause` seconds: it may be on its way just now.
    """
    for known_at, paths in _places(home, authority):
        suspects = list(_unknown(catalogue, home, paths, known_at))
        for _ in range(LOOKS - 1):
            if suspects:
                time.sleep(pause)
                suspects = list(_unknown(catalogue, home, suspects, known_at))
        yield from (fault(_code(path, known_at), path.name, path=path) for path in suspects)


def _places(home: Home, authority: str) -> Iterator[tuple[_KnownAt, Iterable[Path]]]:
    persons, originals = files.persons_folder(home, authority), files.originals(home, authority)
    yield _documents_at, chain(_under(persons, 2), _under(home.review(authority), 1))
    yield _originals_at, _under(originals, 2)
    yield _quarantined_at, _under(home.quarantine(authority), 1)
    yield _folders_at, chain(_under(persons, 1), _under(originals, 1))
    yield _spooled_at, _under(home.spool / authority, 1)


def _code(path: Path, known_at: _KnownAt) -> str:
    if known_at is _spooled_at:
        return "spool_unknown"
    return "folder_extra" if path.is_dir() and not path.is_symlink() else "file_extra"


def _under(folder: Path, depth: int) -> Iterator[Path]:
    """Everything exactly `depth` levels below `folder`, sorted level by level."""
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if depth == 1:
            yield path
        else:
            yield from _under(path, depth - 1)


def _unknown(catalogue: Catalogue, home: Home, paths: Iterable[Path], known_at: _KnownAt) -> Iterator[Path]:
    for part in chunks(paths):
        by_name = {files.relative(home, path): path for path in part}
        with catalogue.read() as connection:  # one view: a path is announced until it is known
            known = known_at(connection, by_name) | leftovers.listed(connection, list(by_name))
        yield from (path for name, path in by_name.items() if name not in known and os.path.lexists(path))


def _documents_at(connection: Connection, by_name: dict[str, Path]) -> set[str]:
    query = select(document.c.folder).where(document.c.folder.in_(by_name))
    return set(connection.execute(query).scalars())


def _originals_at(connection: Connection, by_name: dict[str, Path]) -> set[str]:
    ids = [path.name.partition(".")[0] for path in by_name.values()]
    query = select(arrival.c.id, arrival.c.media_type).where(
        arrival.c.id.in_(ids), arrival.c.state == ArrivalState.DONE
    )
    names = {row.id + files.extension(row.media_type) for row in connection.execute(query)}
    return {name for name, path in by_name.items() if path.name in names}


def _quarantined_at(connection: Connection, by_name: dict[str, Path]) -> set[str]:
    query = select(arrival.c.id).where(
        arrival.c.id.in_([path.name for path in by_name.values()]),
        arrival.c.state == ArrivalState.QUARANTINED,
    )
    known = set(connection.execute(query).scalars())
    return {name for name, path in by_name.items() if path.name in known}


def _folders_at(_connection: Connection, by_name: dict[str, Path]) -> set[str]:
    """Where only folders should be, each is known by what lies in it."""
    return {name for name, path in by_name.items() if path.is_dir() and not path.is_symlink()}


def _spooled_at(connection: Connection, by_name: dict[str, Path]) -> set[str]:
    query = select(arrival.c.id).where(
        arrival.c.id.in_([path.name for path in by_name.values()]),
        arrival.c.state.in_((ArrivalState.WAITING, ArrivalState.PROCESSING)),
    )
    open_ones = set(connection.execute(query).scalars())
    return {name for name, path in by_name.items() if path.name in open_ones or _age(path) <= YOUNG}


def _age(path: Path) -> float:
    """Seconds since the last change; none for a path that is gone."""
    try:
        return time.time() - path.lstat().st_mtime
    except FileNotFoundError:
        return 0.0
