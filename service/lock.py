"""One service per home: an advisory lock that the kernel drops with its process."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

from config.home import Home


class AlreadyRunning(Exception):
    """Another process holds the service lock of this home."""


@contextmanager
def service_lock(home: Home) -> Iterator[None]:
    """Hold the lock of `home` for the block. Raises AlreadyRunning if somebody else does."""
    descriptor = os.open(home.lock_file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o640)
    try:
        if not _taken(descriptor):
            raise AlreadyRunning(str(home.root))
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()}\n".encode())
        yield
    finally:
        os.close(descriptor)


def _taken(descriptor: int) -> bool:
    """Tried a few times: a command that asks whether a service runs holds the lock for an instant."""
    for pause in (0.02, 0.05, 0.1, None):
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if pause is not None:
                time.sleep(pause)
        else:
            return True
    return False


def running_service(home: Home) -> int | None:
    """Process id of the service that holds the lock of `home`, None if nobody does."""
    try:
        descriptor = os.open(home.lock_file, os.O_RDWR | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        content = os.read(descriptor, 32).strip()
        return int(content) if content.isdigit() else 0
    else:
        return None
    finally:
        os.close(descriptor)
