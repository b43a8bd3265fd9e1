"""The catalogue: connections, transactions, and the one place where database errors are translated."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select
from sqlalchemy.exc import DatabaseError, DBAPIError, OperationalError

from config.home import Home
from config.settings import Settings
from intake.disk import FILE_MODE, create, make_folder
from records.errors import CatalogueBusy, CatalogueError
from records.schema import HEAD, alembic_version

_PRAGMAS = (
    "busy_timeout = 30000",  # milliseconds; a register import writes for that long at most
    "journal_mode = WAL",  # readers and the one writer do not wait for each other
    "synchronous = FULL",  # a committed transaction survives a power cut
    "foreign_keys = ON",
    "cache_size = -65536",  # KiB
)
_BUSY_SQLITE = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_BUSY_SQLSTATES = {"40001", "40P01", "55P03"}  # serialization failure, deadlock, lock not available


class Catalogue:
    """The database of one home. Safe to share between threads; open a new one after a fork."""

    def __init__(self, engine: Engine, home: Home, settings: Settings) -> None:
        self._engine = engine
        self.home = home
        self.settings = settings

    @classmethod
    def open(cls, home: Home, settings: Settings) -> Catalogue:
        """Open the catalogue of `home`; create or upgrade it where needed. Raises CatalogueError."""
        catalogue = cls(_engine(home, settings), home, settings)
        try:
            catalogue._upgrade()
        except BaseException:
            catalogue.close()
            raise
        return catalogue

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One consistent view of the catalogue. What is written through it is lost."""
        with _translated(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction: all of it is durable when the block ends, nothing if it raises."""
        with _translated(), self._engine.connect() as plain:
            connection = plain.execution_options(akte_write=True)
            with connection.begin():
                yield connection

    def integrity(self) -> tuple[str, ...]:
        """What the database engine itself finds wrong in its file; empty if nothing."""
        if self._engine.dialect.name != "sqlite":
            return ()
        with self.read() as connection:
            found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(20)")]
            found += [
                f"{row[0]} row {row[1]} refers to a missing row of {row[2]}"
                for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
            ]
        return tuple(line for line in found if line != "ok")

    def copy_to(self, target: Path) -> None:
        """Copy the database as it stands at this moment into the new file `target`.

        Raises CatalogueError: other databases than SQLite have programs of their own for this.
        """
        if self._engine.dialect.name != "sqlite":
            raise CatalogueError(detail=f"{self._engine.dialect.name}: pg_dump")
        os.close(create(target))
        with _translated(), closing(sqlite3.connect(target)) as copy:
            source = self._engine.raw_connection()
            try:
                source.driver_connection.backup(copy)  # type: ignore[union-attr]
            except sqlite3.Error as error:
                raise CatalogueError(detail=str(error)) from error
            finally:
                source.close()

    def close(self) -> None:
        self._engine.dispose()

    def _upgrade(self) -> None:
        with self.read() as connection:
            if _revision(connection) == HEAD:
                return
        from records.migrations import upgrade  # noqa: PLC0415 -- alembic is slow to load, rarely needed

        with self.write() as connection:
            upgrade(connection)


def _engine(home: Home, settings: Settings) -> Engine:
    if settings.database is not None:
        engine = create_engine(settings.database.get_secret_value())
    else:
        _create_file(home)
        engine = create_engine(f"sqlite:///{home.database_file}")
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_pragmas)
        event.listen(engine, "begin", _begin)
    return engine


def _create_file(home: Home) -> None:
    """An empty file with our mode; SQLite gives the same mode to its -wal and -shm files."""
    try:
        make_folder(home.root)
        descriptor = os.open(home.database_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
    except FileExistsError:
        return
    except OSError as error:
        raise CatalogueError(detail=str(error)) from error
    os.fchmod(descriptor, FILE_MODE)
    os.close(descriptor)


def _set_pragmas(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # the driver begins nothing on its own; see _begin
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """A writer takes the lock at once: one that upgrades a read lock later could deadlock."""
    write = connection.get_execution_options().get("akte_write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table(alembic_version.name):
        return None
    return connection.execute(select(alembic_version.c.version_num)).scalar()


@contextmanager
def _translated() -> Iterator[None]:
    """Wrap what is not a bug: the state of the machine, not wrong SQL or a violated constraint."""
    try:
        yield
    except OperationalError as error:
        kind = CatalogueBusy if _is_busy(error) else CatalogueError
        raise kind(detail=str(error.orig)) from error
    except DatabaseError as error:
        if type(error) is not DatabaseError:  # a subclass: integrity, programming …
            raise
        raise CatalogueError(detail=str(error.orig)) from error


def _is_busy(error: DBAPIError) -> bool:
    original: Any = error.orig
    if isinstance(original, sqlite3.Error):
        return original.sqlite_errorcode & 0xFF in _BUSY_SQLITE  # extended codes keep the low byte
    return getattr(original, "sqlstate", None) in _BUSY_SQLSTATES
