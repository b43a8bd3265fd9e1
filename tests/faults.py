"""Let the n-th thing that is done to the disk fail, as a full, worn or forbidden disk does.

Unlike a crash the program goes on afterwards, and may clean up; and what fails once may work later.
"""

from __future__ import annotations

import errno
import io
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.exc import OperationalError

FAULTS = (errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EIO)
CALLS = ("fsync", "rename", "link", "mkdir", "unlink", "rmdir")

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_SQLITE = {
    errno.ENOSPC: (sqlite3.SQLITE_FULL, "database or disk is full"),
    errno.EDQUOT: (sqlite3.SQLITE_FULL, "database or disk is full"),
    errno.EACCES: (sqlite3.SQLITE_CANTOPEN, "unable to open database file"),
    errno.EIO: (sqlite3.SQLITE_IOERR, "disk I/O error"),
}


class Disk:
    """Counts what is done to the disk; fails at step `at`, and at all later ones if `lasting`."""

    def __init__(self, number: int, at: int, *, lasting: bool = False) -> None:
        self._number = number
        self._at = at
        self._lasting = lasting
        self._steps = 0

    @property
    def failed(self) -> bool:
        """Whether it came to the step at all."""
        return self._steps >= self._at

    def step(self, path: object = None) -> None:
        self._steps += 1
        if self._steps == self._at or (self._lasting and self.failed):
            raise OSError(self._number, os.strerror(self._number), path)

    def commit(self) -> None:
        """SQLite says it in words of its own."""
        try:
            self.step()
        except OSError as error:
            code, words = _SQLITE[self._number]
            original = sqlite3.OperationalError(words)
            original.sqlite_errorcode = code
            raise OperationalError("COMMIT", None, original) from error


class _Writer(io.FileIO):
    """Writing to it is a step: C code writes, so `os.write` never hears of it."""

    disk: Disk

    def write(self, content: Any) -> int:
        self.disk.step()
        return super().write(content)


@contextmanager
def failing(disk: Disk) -> Iterator[None]:
    """Within the block this process has that disk."""
    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, _before(getattr(os, name), disk.step))
        patch.setattr(os, "open", _opening(os.open, disk))
        patch.setattr(os, "fdopen", _fdopening(os.fdopen, disk))
        patch.setattr(DefaultDialect, "do_commit", _before(DefaultDialect.do_commit, disk.commit))
        yield


def _before(call: Callable[..., Any], first: Callable[[], None]) -> Callable[..., Any]:
    def wrapped(*arguments: Any, **options: Any) -> Any:
        first()
        return call(*arguments, **options)

    return wrapped


def _opening(call: Callable[..., int], disk: Disk) -> Callable[..., int]:
    def wrapped(path: Any, flags: int, *rest: Any, **options: Any) -> int:
        if flags & _WRITING:
            disk.step(path)
        return call(path, flags, *rest, **options)

    return wrapped


def _fdopening(call: Callable[..., Any], disk: Disk) -> Callable[..., Any]:
    def wrapped(descriptor: int, mode: str = "r", *rest: Any, **options: Any) -> Any:
        if mode != "wb":
            return call(descriptor, mode, *rest, **options)
        raw = _Writer(descriptor, "w")
        raw.disk = disk
        return io.BufferedWriter(raw)

    return wrapped
