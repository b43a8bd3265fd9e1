"""What a search asks of the catalogue, through SQLite's own driver, which loads at once.

Only for the default database, a file in the home. The tables are those of `records.schema`, an entry of
the audit log is made by `records.chain`, and a transaction is as durable as any other.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from records import chain
from records.errors import CatalogueBusy, CatalogueError

BUSY_MILLISECONDS = 30_000
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


class QuickCatalogue:
    """An open connection. Close it."""

    def __init__(self, file: Path) -> None:
        """`file` is there. Raises CatalogueError."""
        with _translated():
            self._connection = sqlite3.connect(file, isolation_level=None)
            self._connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
            self._connection.execute("PRAGMA synchronous = FULL")

    def close(self) -> None:
        self._connection.close()

    def pages(self, document_id: str) -> tuple[tuple[int, str], ...]:
        """Page numbers of the source and texts of a document."""
        query = "SELECT number, text FROM page WHERE document_id = ? ORDER BY number"
        with _translated():
            return tuple(self._connection.execute(query, (document_id,)))

    def persons(self, authorities: Sequence[str], beginning: str, limit: int) -> tuple[tuple[str, str], ...]:
        """Numbers and names of persons whose number or name begins so, whatever the case."""
        places = ", ".join("?" * len(authorities))
        pattern = re.sub(r"([%_\\])", r"\\\1", beginning) + "%"
        query = (
            f"SELECT number, sort_name FROM person WHERE authority IN ({places})"  # noqa: S608 -- question marks
            " AND (number LIKE ? ESCAPE '\\' OR sort_name LIKE ? ESCAPE '\\')"
            " ORDER BY sort_name, number LIMIT ?"
        )
        with _translated():
            return tuple(self._connection.execute(query, (*authorities, pattern, pattern, limit)))

    def log(
        self, *, actor: str, authority: str, action: str, subject: str, details: Mapping[str, Any] | None
    ) -> None:
        """Add an entry to the audit log, in a transaction of its own."""
        with _translated(), self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            seq, prev_hash = self._connection.execute("SELECT seq, hash FROM audit_head").fetchone()
            values = chain.entry(
                seq,
                prev_hash,
                actor=actor,
                authority=authority,
                action=action,
                subject=subject,
                details=details,
            )
            names = ", ".join(values)
            places = ", ".join(f":{name}" for name in values)
            self._connection.execute(f"INSERT INTO audit ({names}) VALUES ({places})", values)  # noqa: S608 -- our names
            self._connection.execute("UPDATE audit_head SET seq = :seq, hash = :hash", values)


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        kind = CatalogueBusy if error.sqlite_errorcode & 0xFF in _BUSY else CatalogueError
        raise kind(detail=str(error)) from error
