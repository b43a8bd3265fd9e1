"""Where the records lie on disk, and operations on them that a crash leaves done or not done.

HOME/records/<authority>/persons/<person>/<document id>/   filed documents
HOME/review/<authority>/<document id>/                     documents that wait for a clerk
HOME/records/<authority>/originals/<aa>/<arrival id>.<ext> received bytes of filed arrivals
HOME/quarantine/<authority>/<arrival id>/source            received bytes that could not be read
HOME/spool/<authority>/<arrival id>/source                 received bytes that wait or are worked on
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from config.home import Home
from intake.disk import create, make_folder, sync_file, sync_folder
from intake.spool import SOURCE
from records.model import ArrivalState

DOCUMENT = "document.pdf"
READING = "reading.json"

EXTENSIONS = {
    "application/pdf": ".pdf",
    "image/bmp": ".bmp",
    "image/gif": ".gif",
    "image/jp2": ".jp2",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/tiff": ".tif",
    "image/webp": ".webp",
}
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_NO_LINK = {errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP, errno.ENOSYS}


@dataclass(frozen=True, slots=True)
class FileFacts:
    """A file of a document folder as it was stored."""

    name: str
    sha256: str
    size: int


def safe_name(number: str) -> str:
    """A folder name for a person number, different for different numbers.

    What is not plain gets a part of its SHA-256 behind `~`, which no plain name contains.
    """
    if _PLAIN.fullmatch(number):
        return number
    readable = re.sub(r"[^A-Za-z0-9]+", "_", number)[:40]
    return f"{readable}~{hashlib.sha256(number.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}"


def persons_folder(home: Home, authority: str) -> Path:
    return home.records(authority) / "persons"


def document_folder(home: Home, authority: str, person: str | None, document_id: str) -> Path:
    """In the person's record, or in the review if there is no person."""
    if person is None:
        return home.review(authority) / document_id
    return persons_folder(home, authority) / safe_name(person) / document_id


def originals(home: Home, authority: str) -> Path:
    return home.records(authority) / "originals"


def extension(media_type: str | None) -> str:
    return EXTENSIONS.get(media_type or "", ".bin")


def arrival_path(
    home: Home, authority: str, arrival_id: str, state: ArrivalState, media_type: str | None
) -> Path:
    """Where the bytes of an arrival lie in `state`; a duplicate has none of its own."""
    match state:
        case ArrivalState.DONE:
            name = arrival_id + extension(media_type)
            return originals(home, authority) / arrival_id[:2] / name
        case ArrivalState.QUARANTINED | ArrivalState.DISCARDED:  # from there the bytes were destroyed
            return home.quarantine(authority) / arrival_id / SOURCE
        case _:
            return home.arrival_folder(authority, arrival_id) / SOURCE


def relative(home: Home, path: Path) -> str:
    return path.relative_to(home.root).as_posix()


def hash_file(path: Path) -> str:
    """SHA-256 as hex. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def facts(path: Path) -> FileFacts:
    return FileFacts(path.name, hash_file(path), path.stat().st_size)


def place(source: Path, target: Path) -> None:
    """Make the content of `source` durably appear as `target`: as a hard link, or as a copy.

    The link appears whole or not at all. A copy is for file systems without links, or for a home
    that spans two; it is written beside the target and renamed.
    """
    make_folder(target.parent)
    if target.exists():
        if target.samefile(source):
            return
        target.unlink()
    try:
        sync_file(source)  # another program may have written it
        os.link(source, target)
    except OSError as error:
        if error.errno not in _NO_LINK:
            raise
        _copy(source, target)
    sync_folder(target.parent)


def remove_folder(folder: Path) -> None:
    """Remove `folder` with its content if it is there, durably."""
    if folder.exists():
        shutil.rmtree(folder)
        sync_folder(folder.parent)


def remove(path: Path) -> None:
    """Remove a file or a folder if it is there, durably."""
    if path.is_dir():
        remove_folder(path)
    elif path.exists():
        path.unlink()
        sync_folder(path.parent)


def _copy(source: Path, target: Path) -> None:
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    with source.open("rb") as reader, os.fdopen(create(part), "wb") as writer:
        shutil.copyfileobj(reader, writer, 1 << 20)
        writer.flush()
        os.fsync(writer.fileno())
    part.rename(target)
