"""What Whoosh leaves to the file system, made safe: durable commits, and damage that is noticed.

Whoosh puts a commit into force by renaming one table of contents (TOC). Before that happens, this
storage brings every new file to the disk and writes a seal: sizes and SHA-256 of the files and of
the TOC itself. A crash at any instruction leaves the old state or the new one.
"""

from __future__ import annotations

import hashlib
import io
import json
import mmap
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import index.lean  # noqa: F401 -- before the engine
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile

from intake.disk import sync_folder, write_whole

_TOC = re.compile(r"_MAIN_(\d+)\.toc")
_SEGMENT = re.compile(r"MAIN_[0-9a-z]+\..+")
_SEAL = re.compile(r"seal_(\d+)\.json")


class SealBroken(Exception):
    """The files of an index are not as they were written; says which."""


class MappedFile(StructFile):  # type: ignore[misc]  # the engine carries no types
    """A file mapped into memory: read where it is needed, without a system call for each number."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if size else None
        self.map: mmap.mmap | bytes = mapped or b""
        super().__init__(mapped or io.BytesIO(), name=path.name)
        self._size = size

    def __len__(self) -> int:
        return self._size

    def get(self, position: int, length: int) -> bytes:
        return self.map[position : position + length]


class DurableStorage(FileStorage):  # type: ignore[misc]  # the engine carries no types
    """Files of one index generation."""

    def open_file(self, name: str, **_: object) -> MappedFile:
        return MappedFile(Path(self.folder) / name)

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        folder = Path(self.folder)
        if match := _TOC.fullmatch(newname):
            _write_seal(folder, int(match[1]), oldname)
        super().rename_file(oldname, newname, safe=safe)
        sync_folder(folder)
        if match:
            _remove_old_seals(folder, int(match[1]))


def current_commit(folder: Path) -> int:
    """Number of the commit in force. Raises SealBroken if there is none."""
    numbers = [int(match[1]) for path in folder.iterdir() if (match := _TOC.fullmatch(path.name))]
    if not numbers:
        raise SealBroken("no table of contents")
    return max(numbers)


def check_seal(folder: Path, *, deep: bool = False) -> None:
    """Compares the files with the seal of the commit in force: names and sizes, `deep` also contents.

    Raises SealBroken. A commit that takes place meanwhile is followed, not taken for damage.
    """
    while True:
        commit = current_commit(folder)
        try:
            _check(folder, commit, deep=deep)
        except PermissionError:
            raise
        except (OSError, ValueError, KeyError, TypeError, SealBroken) as error:
            if current_commit(folder) == commit:
                raise SealBroken(str(error)) from error
        else:
            return


def _check(folder: Path, commit: int, *, deep: bool) -> None:
    seal = json.loads((folder / f"seal_{commit}.json").read_text(encoding="utf-8"))
    toc = f"_MAIN_{commit}.toc"
    if _digest(folder / toc) != seal["toc"]:
        raise SealBroken(f"{toc}: content")
    for name, (size, digest) in seal["files"].items():
        path = folder / name
        if not path.exists():
            continue  # merged into another one by this very commit; Whoosh misses it where it is needed
        if path.stat().st_size != size:
            raise SealBroken(f"{name}: size")
        if deep and _digest(path) != digest:
            raise SealBroken(f"{name}: content")


def _write_seal(folder: Path, commit: int, new_toc: str) -> None:
    known = _files_of(folder, commit - 1)
    files: dict[str, tuple[int, str]] = {}
    for path in sorted(folder.iterdir()):
        if not _SEGMENT.fullmatch(path.name):
            continue
        if path.name in known:  # files of a segment never change once they are sealed
            files[path.name] = known[path.name]
        else:
            _sync_file(path)
            files[path.name] = (path.stat().st_size, _digest(path))
    _sync_file(folder / new_toc)
    seal = {"toc": _digest(folder / new_toc), "files": files}
    write_whole(folder / f"seal_{commit}.json", json.dumps(seal).encode())


def _files_of(folder: Path, commit: int) -> Mapping[str, Any]:
    try:
        seal = json.loads((folder / f"seal_{commit}.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    files: Mapping[str, Any] = seal["files"]
    return files


def _remove_old_seals(folder: Path, commit: int) -> None:
    for path in folder.iterdir():
        if (match := _SEAL.fullmatch(path.name)) and int(match[1]) != commit:
            path.unlink(missing_ok=True)


def _sync_file(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
