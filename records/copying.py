"""Copying stored files to another folder: shared blocks where the file system can, else links, else bytes."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
from collections import Counter
from pathlib import Path
from typing import BinaryIO

from intake.disk import create, make_folder

_FICLONE = 0x40049409
"""ioctl_ficlone(2): a copy that shares its blocks until one of the two is changed."""

_NOT_CLONABLE = {errno.EXDEV, errno.EOPNOTSUPP, errno.EINVAL, errno.ENOTTY, errno.ENOSYS, errno.EPERM}
_NOT_LINKABLE = {errno.EXDEV, errno.EPERM, errno.EMLINK, errno.EOPNOTSUPP, errno.ENOSYS}


class Copier:
    """Copies files into one tree; names of the same bytes stay names of the same bytes.

    `link`: a hard link will do where blocks cannot be shared. `counts` tells how: cloned, linked,
    copied, and the bytes that really were written.
    """

    def __init__(self, *, link: bool) -> None:
        self.counts: Counter[str] = Counter(cloned=0, linked=0, copied=0, bytes=0)
        self._link = link
        self._unclonable: set[int] = set()  # devices that cannot, so that each file is not tried
        self._seen: dict[tuple[int, int], Path] = {}

    def copy(self, source: Path, target: Path) -> None:
        """Make `source` appear as the new `target`, with its times. Raises OSError."""
        make_folder(target.parent)
        status = source.stat()
        key = (status.st_dev, status.st_ino)
        if key in self._seen and self._linked(self._seen[key], target):
            return
        if not (self._cloned(source, target, status) or (self._link and self._linked(source, target))):
            self._copied(source, target, status)
        if status.st_nlink > 1:  # only such files come again under another name
            self._seen[key] = target

    def link(self, source: Path, target: Path) -> bool:
        """A hard link if the file system can make one."""
        make_folder(target.parent)
        return self._linked(source, target)

    def _linked(self, source: Path, target: Path) -> bool:
        try:
            os.link(source, target)
        except OSError as error:
            if error.errno not in _NOT_LINKABLE:
                raise
            return False
        self.counts["linked"] += 1
        return True

    def _cloned(self, source: Path, target: Path, status: os.stat_result) -> bool:
        if status.st_dev in self._unclonable:
            return False
        with source.open("rb") as reader, _created(target) as writer:
            try:
                fcntl.ioctl(writer.fileno(), _FICLONE, reader.fileno())
            except OSError as error:
                if error.errno not in _NOT_CLONABLE:
                    raise
                self._unclonable.add(status.st_dev)
                target.unlink()
                return False
        os.utime(target, ns=(status.st_atime_ns, status.st_mtime_ns))
        self.counts["cloned"] += 1
        return True

    def _copied(self, source: Path, target: Path, status: os.stat_result) -> None:
        with source.open("rb") as reader, _created(target) as writer:
            shutil.copyfileobj(reader, writer, 1 << 20)
        os.utime(target, ns=(status.st_atime_ns, status.st_mtime_ns))
        self.counts["copied"] += 1
        self.counts["bytes"] += status.st_size


def _created(target: Path) -> BinaryIO:
    return os.fdopen(create(target), "wb")
