"""One authority's index on disk: generations, the one in force, its reader and its single writer.

HOME/index/<authority>/CURRENT             name of the generation in force
HOME/index/<authority>/<generation>/       Whoosh's files, their seal, FINGERPRINT
HOME/index/<authority>/writer.lock         held (flock) by whoever writes it, or swaps a new one in
HOME/index/<authority>/rebuild.lock        held by whoever builds a new one beside it
"""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import index.lean  # noqa: F401 -- before the engine
from whoosh.index import EmptyIndexError

from index.errors import (
    IndexBusy,
    IndexDamaged,
    IndexMissing,
    IndexNotReadable,
    IndexNotWritable,
    IndexOutdated,
    QueryError,
    SearchIndexError,
)
from index.schema import Labels, fingerprint
from index.snapshot import Snapshot
from index.storage import SealBroken, check_seal, current_commit
from intake.disk import sync_folder, write_whole

if TYPE_CHECKING:  # see `index.schema`
    from records.model import IndexEntry

_CURRENT = "CURRENT"
FINGERPRINT = "FINGERPRINT"
"""File of a generation: what it was built by."""


@dataclass(frozen=True, slots=True)
class Index:
    """The index in a folder. Holds no open file: each reader follows `CURRENT` anew."""

    folder: Path
    labels: Labels

    @classmethod
    def open(cls, folder: Path, *, labels: Labels) -> Index:
        """Raises IndexMissing, IndexOutdated, IndexDamaged, IndexNotReadable; changes nothing."""
        index = cls(folder, labels)
        generation = index.generation()
        try:
            built_by = (generation / FINGERPRINT).read_text(encoding="ascii")
        except (OSError, ValueError) as error:
            raise _unusable(folder, error) from error
        if built_by != fingerprint(labels):
            raise IndexOutdated(folder=folder)
        index.check()
        return index

    def generation(self) -> Path:
        """Folder of the generation in force."""
        try:
            name = (self.folder / _CURRENT).read_text(encoding="ascii").strip()
        except FileNotFoundError as error:
            raise IndexMissing(folder=self.folder) from error
        except (OSError, ValueError) as error:
            raise _unusable(self.folder, error) from error
        if not name or Path(name).name != name:
            raise IndexDamaged(folder=self.folder, detail=_CURRENT)
        return self.folder / name

    def check(self, *, deep: bool = False) -> None:
        """Names and sizes of all files, `deep` also every byte. Raises IndexDamaged."""
        try:
            check_seal(self.generation(), deep=deep)
        except (SealBroken, OSError) as error:
            raise _unusable(self.folder, error) from error

    def count(self) -> int:
        """Number of documents."""
        with self.snapshot() as snapshot:
            return len(snapshot)

    def ids(self) -> set[str]:
        """Of all documents."""
        with self.snapshot() as snapshot:
            return set(snapshot.ids())

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """One state of the index: writing goes on beside it and is not seen. Raises IndexDamaged."""
        snapshot = self._open_snapshot()
        try:
            with self._damage_noticed():
                yield snapshot
        finally:
            snapshot.close()

    def _open_snapshot(self) -> Snapshot:
        while True:
            generation = self.generation()
            commit = _commit(generation)
            try:
                with self._damage_noticed():
                    snapshot = Snapshot(generation)
            except (FileNotFoundError, EmptyIndexError, IndexDamaged) as error:
                # otherwise a commit or a rebuild removed it under our hands
                if self.generation() == generation and _commit(generation) == commit:
                    raise IndexDamaged(folder=self.folder, detail=error) from error
                continue
            if self.generation() == generation and _commit(generation) == commit:
                return snapshot
            snapshot.close()  # a column that was gone already looks like one that was never written

    @contextmanager
    def _damage_noticed(self) -> Iterator[None]:
        """Turns whatever the engine raises on bytes it did not write into IndexDamaged.

        The seal tells those from faults of ours, which keep their traceback.
        """
        generation = self.generation()
        try:
            yield
        except (SearchIndexError, QueryError):
            raise
        except Exception as error:
            try:
                check_seal(generation, deep=True)
            except (SealBroken, OSError) as broken:
                raise _unusable(self.folder, broken) from error
            raise

    # -- writing ----------------------------------------------------------------------------

    @contextmanager
    def writing(self) -> Iterator[None]:
        """The right to write, for one process at a time. Raises IndexBusy at once if it is taken."""
        with writer_lock(self.folder):
            yield

    def apply(self, changes: Mapping[str, IndexEntry | None]) -> None:
        """Replaces (entry) or removes (None) documents by id, in one durable commit.

        Call it while `writing`. Raises IndexDamaged or IndexNotWritable; the state before remains.
        """
        from index.engine import change  # noqa: PLC0415 -- a search needs no writer, and should not wait for it

        with self._damage_noticed():
            try:
                change(self.generation(), changes, self.labels)
            except FileNotFoundError as error:
                raise IndexDamaged(folder=self.folder, detail=error) from error
            except OSError as error:
                raise IndexNotWritable(folder=self.folder, detail=error) from error


def _commit(generation: Path) -> int | None:
    """None where there is none, or not even the folder."""
    try:
        return current_commit(generation)
    except (SealBroken, OSError):
        return None


def _unusable(folder: Path, error: Exception) -> SearchIndexError:
    kind = IndexNotReadable if isinstance(error, PermissionError) else IndexDamaged
    return kind(folder=folder, detail=error)


def writer_lock(folder: Path, *, wait: bool = False) -> AbstractContextManager[None]:
    """For who writes the index in force. Raises IndexBusy (unless it may `wait`) or IndexNotWritable."""
    return _lock(folder, "writer.lock", wait=wait)


def rebuild_lock(folder: Path) -> AbstractContextManager[None]:
    """For who builds a new index beside it. Raises IndexBusy or IndexNotWritable."""
    return _lock(folder, "rebuild.lock", wait=False)


@contextmanager
def _lock(folder: Path, name: str, *, wait: bool) -> Iterator[None]:
    """The kernel frees the lock of a process that dies."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / name).open("w")
    except OSError as error:
        raise IndexNotWritable(folder=folder, detail=error) from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError as error:
            raise IndexBusy(folder=folder) from error
        yield


def generations(folder: Path) -> list[Path]:
    """In force or not."""
    return sorted(folder.glob("generation-*"))


def in_force(folder: Path) -> Path | None:
    """The generation in force, if there is one. Raises IndexDamaged or IndexNotReadable."""
    try:
        return Index(folder, {}).generation()
    except IndexMissing:
        return None


def put_in_force(generation: Path) -> None:
    """From now on readers open this generation. One rename: before it the old one, after it this."""
    write_whole(generation.parent / _CURRENT, generation.name.encode())


def remove_generations(folder: Path, *, keep: Path | None, also: Path | None = None) -> None:
    """Removes all but these: half-built ones, and the one just replaced."""
    for path in set(generations(folder)) - {keep, also}:
        shutil.rmtree(path)
    sync_folder(folder)
