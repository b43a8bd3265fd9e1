"""Opening a delivered file without being tricked, and asking whether somebody still writes to it."""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from intake.errors import NotAFile, translated


@contextmanager
def opened(path: Path, *, follow_links: bool) -> Iterator[int]:
    """A descriptor for reading the regular file at `path`. Raises IntakeError if it is not one."""
    # O_NONBLOCK: a pipe that took the file's name meanwhile must not hold us up
    flags = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | (0 if follow_links else os.O_NOFOLLOW)
    with translated(path):
        descriptor = os.open(path, flags)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise NotAFile(path)
        yield descriptor
    finally:
        os.close(descriptor)


def held_for_writing(descriptor: int) -> bool:
    """Whether another program has the file open for writing, as far as the kernel tells.

    A read lease is granted only if nobody has (fcntl(2), F_SETLEASE). It catches a stalled upload
    that stands still longer than any settle time. Network file systems and files of other users
    (without CAP_LEASE) give no answer; there the settle time alone decides.
    """
    try:
        # Whoever breaks the lease in this instant makes the kernel send SIGIO, which would end us;
        # SIGURG is ignored by default.
        fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except OSError as error:
        return error.errno == errno.EAGAIN
    fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    return False
