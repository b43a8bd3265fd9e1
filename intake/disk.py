"""Writing that survives a power cut: contents first, then names, each pushed to the disk.

Modes are set on the open file or new folder, so that the caller's umask cannot widen or narrow them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

FOLDER_MODE = 0o750
FILE_MODE = 0o640


def sync_folder(folder: Path) -> None:
    """Push the names in `folder` to the disk: a new or removed name is durable only after this."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_file(path: Path) -> None:
    """Push the content of `path` to the disk, and set our mode."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fchmod(descriptor, FILE_MODE)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Create `folder` and its missing parents durably; an existing one keeps its mode."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    try:
        folder.mkdir(FOLDER_MODE)
    except FileExistsError:  # another process was faster
        return
    folder.chmod(FOLDER_MODE)
    sync_folder(folder.parent)


def create(path: Path) -> int:
    """A descriptor for writing the new file `path`. Raises FileExistsError if there is one."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, FILE_MODE)
    os.fchmod(descriptor, FILE_MODE)
    return descriptor


def write_whole(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Write `path` so that it holds either nothing new or all of `content`, and is on the disk."""
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    with os.fdopen(create(part), "wb") as file:
        file.writelines([content] if isinstance(content, bytes) else content)
        file.flush()
        os.fsync(file.fileno())
    part.rename(path)
    sync_folder(path.parent)
