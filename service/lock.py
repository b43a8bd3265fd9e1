"""One service per home: an advisory lock that the kernel drops with its process."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from config.home import Home


class AlreadyRunning(Exception):
    """Another process holds the service lock of this home."""


@contextmanager
def service_lock(home: Home) -> Iterator[None]:
    """Hold the lock of `home` for the block. Raises AlreadyRunning at once if somebody else does."""
    descriptor = os.open(home.lock_file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o640)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise AlreadyRunning(str(home.root)) from error
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()}\n".encode())
        yield
    finally:
        os.close(descriptor)


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
