"""The spool: one folder for each arrival, with the received bytes (`source`) and what we know of them.

`arrival.json` is written last, so its presence marks the folder as complete. The folder is locked
(flock) until its arrival is journalled; a folder without lock and without journal entry is what a
crash left.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from intake.arrival import Arrival, FileIdentity
from intake.disk import create, sync_folder, write_whole

SOURCE = "source"
SIDECAR = "arrival.json"
_CHUNK = 1 << 20


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold `folder` against `recover_spool` of another process. Raises BlockingIOError if held."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(descriptor)


def copy(descriptor: int, folder: Path) -> tuple[str, int]:
    """Copy the open file into `folder` and push it to the disk. Returns SHA-256 (hex) and size in bytes."""
    digest = hashlib.sha256()
    size = 0
    part = folder / f"{SOURCE}.part"
    with os.fdopen(create(part), "wb") as target:
        while chunk := os.read(descriptor, _CHUNK):
            digest.update(chunk)
            size += target.write(chunk)
        target.flush()
        os.fsync(target.fileno())
    part.rename(folder / SOURCE)
    return digest.hexdigest(), size


def complete(arrival: Arrival) -> None:
    """Write the sidecar beside the received bytes and make the whole folder durable."""
    folder = arrival.path.parent
    sync_folder(folder)
    write_whole(folder / SIDECAR, _to_json(arrival))
    sync_folder(folder.parent)


def read_sidecar(folder: Path) -> Arrival | None:
    """The arrival whose folder this is; None if the folder is not complete."""
    try:
        content = json.loads((folder / SIDECAR).read_bytes())
    except FileNotFoundError:
        return None
    identity = content["identity"]
    return Arrival(
        id=content["id"],
        authority=content["authority"],
        source=content["source"],
        sha256=content["sha256"],
        size=content["size"],
        received_at=datetime.fromisoformat(content["received_at"]),
        path=folder / SOURCE,
        origin=None if content["origin"] is None else Path(content["origin"]),
        identity=None if identity is None else FileIdentity(**identity),
        lane=content.get("lane", "mail"),  # written by an earlier version without lanes
    )


def discard(folder: Path) -> None:
    """Remove a folder that nobody needs: its bytes are still in the inbox or journalled elsewhere."""
    (folder / SIDECAR).unlink(missing_ok=True)  # first, so that half a removal is no complete folder
    shutil.rmtree(folder)
    sync_folder(folder.parent)


def _to_json(arrival: Arrival) -> bytes:
    content = {
        "id": arrival.id,
        "authority": arrival.authority,
        "source": arrival.source,
        "sha256": arrival.sha256,
        "size": arrival.size,
        "received_at": arrival.received_at.isoformat(),
        # ASCII escapes carry names that are not UTF-8 (surrogateescape) through JSON
        "origin": None if arrival.origin is None else str(arrival.origin),
        "identity": None if arrival.identity is None else asdict(arrival.identity),
        "lane": arrival.lane,
    }
    return json.dumps(content, indent=2).encode("ascii") + b"\n"
