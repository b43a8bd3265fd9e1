"""Verifying from the disk to the catalogue: nothing lies there that the catalogue does not know."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from sqlalchemy import Connection, select

from config.home import Home
from records import files, leftovers
from records.catalogue import Catalogue
from records.codec import chunks
from records.model import ArrivalState, Fault
from records.schema import arrival, document
from records.verify_faults import fault

_KnownAt = Callable[[Connection, dict[str, Path]], set[str]]

YOUNG = 600
"""Seconds for which a spool folder may be one that is just being received or just being removed."""


def verify_disk(catalogue: Catalogue, home: Home, authority: str) -> Iterator[Fault]:
    """Faults of all files and folders that belong to an authority."""
    persons = files.persons_folder(home, authority)
    folders = chain(_under(persons, 2), _under(home.review(authority), 1))
    for part in chunks(folders):
        yield from _unknown(catalogue, home, part, _documents_at)
    for part in chunks(_under(files.originals(home, authority), 2)):
        yield from _unknown(catalogue, home, part, _originals_at)
    for part in chunks(_under(home.quarantine(authority), 1)):
        yield from _unknown(catalogue, home, part, _quarantined_at)
    yield from _stray_files(persons, files.originals(home, authority))
    yield from _spool(catalogue, home.spool / authority)


def _under(folder: Path, depth: int) -> Iterator[Path]:
    """Everything exactly `depth` levels below `folder`, sorted level by level."""
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if depth == 1:
            yield path
        else:
            yield from _under(path, depth - 1)


def _unknown(catalogue: Catalogue, home: Home, paths: Sequence[Path], known_at: _KnownAt) -> Iterator[Fault]:
    by_name = {files.relative(home, path): path for path in paths}
    with catalogue.read() as connection:  # one view: a path is announced until it is known
        known = known_at(connection, by_name) | leftovers.listed(connection, list(by_name))
    for name, path in by_name.items():
        if name not in known and path.exists():
            code = "folder_extra" if path.is_dir() else "file_extra"
            yield fault(code, path.name, path=path)


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


def _stray_files(*levels: Path) -> Iterator[Fault]:
    """Files where only folders should be."""
    for level in levels:
        for path in _under(level, 1):
            if not path.is_dir():
                yield fault("file_extra", path.name, path=path)


def _spool(catalogue: Catalogue, spool: Path) -> Iterator[Fault]:
    for part in chunks(_under(spool, 1)):
        query = select(arrival.c.id).where(
            arrival.c.id.in_([path.name for path in part]),
            arrival.c.state.in_((ArrivalState.WAITING, ArrivalState.PROCESSING)),
        )
        with catalogue.read() as connection:
            known = set(connection.execute(query).scalars())
        for path in part:
            if path.name not in known and _age(path) > YOUNG:
                yield fault("spool_unknown", path.name, path=path)


def _age(path: Path) -> float:
    """Seconds since the last change; none for a path that is gone."""
    try:
        return time.time() - path.stat().st_mtime
    except FileNotFoundError:
        return 0.0
