"""Paths that a crash may leave without an owner, so that nobody has to search the disk for them.

Files are written before the transaction that makes them part of a record, and old ones removed
after it. A crash in between leaves files that belong to nothing. So a path is announced here first,
and the transaction that gives it an owner withdraws it: what is still listed after a crash belongs
to nobody and can be removed. The token tells one announcement from a later one of the same path,
and `doomed` tells that removal has begun; either makes the other's transaction fail, not the files.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection, delete, insert, select, update

from config.home import Home
from records.catalogue import Catalogue
from records.errors import ChangedMeanwhile
from records.files import relative, remove
from records.schema import leftover


@dataclass(frozen=True, slots=True)
class Announced:
    """Paths that are about to be written."""

    token: str
    paths: tuple[str, ...]


def announce(catalogue: Catalogue, home: Home, owner: str, paths: Sequence[Path]) -> Announced:
    """List `paths` durably before they are written; what `owner` left there earlier is removed."""
    clear(catalogue, home, owner)
    announced = Announced(str(uuid4()), tuple(relative(home, path) for path in paths))
    rows = [
        {"path": path, "owner": owner, "token": announced.token, "doomed": False} for path in announced.paths
    ]
    with catalogue.write() as connection:
        if taken := listed(connection, announced.paths):
            raise ChangedMeanwhile(detail=", ".join(sorted(taken)))
        connection.execute(insert(leftover), rows)
    return announced


def withdraw(connection: Connection, announced: Announced) -> None:
    """In the transaction that makes the paths part of a record. Raises ChangedMeanwhile."""
    found = connection.execute(
        delete(leftover).where(leftover.c.token == announced.token, leftover.c.doomed.is_(False))
    )
    if found.rowcount != len(announced.paths):
        raise ChangedMeanwhile(detail=", ".join(announced.paths))


def doom(connection: Connection, home: Home, owner: str, path: Path) -> None:
    """In the transaction after which nothing refers to `path` any more; `clear` then removes it."""
    row = {"path": relative(home, path), "owner": owner, "token": str(uuid4()), "doomed": True}
    connection.execute(insert(leftover), row)


def clear(catalogue: Catalogue, home: Home, owner: str | None = None) -> int:
    """Remove what is listed (for `owner`), then forget it. Returns how many paths there were."""
    mine = leftover.c.owner == owner if owner is not None else leftover.c.path != ""
    with catalogue.read() as connection:
        if connection.execute(select(leftover.c.path).where(mine).limit(1)).first() is None:
            return 0
    with catalogue.write() as connection:
        connection.execute(update(leftover).where(mine).values(doomed=True))
        tokens = connection.execute(select(leftover.c.token).where(mine)).scalars().all()
    # The paths are read again under the write lock: one that was announced anew is another's now.
    still = leftover.c.doomed & leftover.c.token.in_(tokens)
    with catalogue.write() as connection:
        paths = connection.execute(select(leftover.c.path).where(still)).scalars().all()
        for path in paths:
            remove(home.root / path)
        connection.execute(delete(leftover).where(still))
    return len(paths)


def listed(connection: Connection, paths: Sequence[str]) -> set[str]:
    """Which of `paths` are announced or doomed just now."""
    return set(connection.execute(select(leftover.c.path).where(leftover.c.path.in_(paths))).scalars())
