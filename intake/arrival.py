"""An arrival: one file as it was received."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from config.settings import Lane


@dataclass(frozen=True, slots=True, kw_only=True)
class FileIdentity:
    """Tells one delivery of a file from another one under the same name."""

    device: int
    inode: int
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One received file. Its bytes lie in `path` and are never changed.

    `source` is the name relative to the inbox as a clerk knows it, made printable;
    `origin` is where it was taken from (None when handed over by `akte ingest`), `lane` which queue it
    joins.
    """

    id: str
    authority: str
    source: str
    sha256: str
    size: int
    received_at: datetime
    path: Path
    origin: Path | None = None
    identity: FileIdentity | None = None
    lane: Lane = "mail"
