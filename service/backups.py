"""Generations of backups in one folder: made aside, proved, put in place by one rename; old ones go.

TARGET/akte-20260302T080000Z/    a home as it stood at that moment, with
    MANIFEST.sha256              every file, for sha256sum --check
    backup.json                  when, of what, the head of the log, what verify said; written last
"""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from config.home import Home
from intake.disk import make_folder, sync_folder, write_whole
from records import audit, backup
from records.catalogue import Catalogue
from records.copying import Copier
from records.errors import Conflict, DiscardedMeanwhile, NoBackup
from records.files import remove_folder
from records.model import Fault
from records.verify_faults import fault
from service.access import BACKED_UP, log_access
from service.lock import AlreadyRunning
from service.proving import proved
from service.wiring import Site, utc_now

NOTE = "backup.json"
_PREFIX = "akte-"
_NAME = re.compile(rf"{_PREFIX}\d{{8}}T\d{{6}}Z")
_PART = ".part-"
_LOCK = ".akte-backup.lock"
_TRIES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What a backup says of itself. `faults`: what `verify` found in the copy, as in the home."""

    made_at: str
    home: str
    version: str
    log_seq: int
    log_hash: str
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A finished backup. `copied` counts how files came (linked, cloned, copied, bytes)."""

    folder: Path
    note: Note
    faults: tuple[Fault, ...]
    checked: Mapping[str, int]
    copied: Mapping[str, int]
    removed: tuple[Path, ...]


def make(site: Site, target: Path, keep: int) -> Made:
    """Back the home up into a new generation below `target`; a service may be running.

    Of the finished ones the newest `keep` stay, unless faults were found: then none is removed, for an
    older one may hold what is damaged now. Raises AlreadyRunning, RecordsError, OSError; then nothing
    has been added.
    """
    if target.is_relative_to(site.home.root) or site.home.root.is_relative_to(target):
        raise Conflict(detail=f"{target} / {site.home.root}")
    make_folder(target)
    with _alone(target):
        for left in target.glob(f"{_PART}*"):  # a backup that was killed
            remove_folder(left)
        older = generations(target)
        name = _free_name(target)
        part = target / f"{_PART}{name}"
        try:
            made = _made(site, Home(part), Home(older[-1]) if older else None)
            part.rename(target / name)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
        sync_folder(target)
        removed = () if made.faults else tuple(generations(target)[:-keep])
        for folder in removed:
            remove_folder(folder)
    log_access(site, "", BACKED_UP, name, {"target": str(target), "faults": len(made.faults)})
    return Made(
        folder=target / name,
        note=made.note,
        faults=made.faults,
        checked=made.checked,
        copied=made.copied,
        removed=removed,
    )


def generations(target: Path) -> list[Path]:
    """Finished backups in a folder, the oldest first."""
    found = target.iterdir() if target.is_dir() else ()
    return sorted(path for path in found if _NAME.fullmatch(path.name) and (path / NOTE).is_file())


def note_of(folder: Path) -> Note:
    """Raises NoBackup."""
    try:
        return Note(**json.loads((folder / NOTE).read_bytes()))
    except (FileNotFoundError, NotADirectoryError, TypeError, ValueError) as error:
        raise NoBackup(path=folder) from error


@contextmanager
def _alone(target: Path) -> Iterator[None]:
    """One backup into a folder at a time. Raises AlreadyRunning."""
    descriptor = os.open(target / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o640)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise AlreadyRunning(str(target)) from error
        yield
    finally:
        os.close(descriptor)


def _free_name(target: Path) -> str:
    while (target / (name := f"{_PREFIX}{utc_now():%Y%m%dT%H%M%SZ}")).exists():
        time.sleep(0.1)
    return name


def _made(site: Site, copy: Home, previous: Home | None) -> Made:
    copier = _fill(site, copy, previous)
    rewritten = _rewritten(site, previous)
    faults, checked = proved(copy, site.settings)
    if faults and backup.fetch_again(site.catalogue, copy, faults, copier):
        faults, checked = proved(copy, site.settings)
    faults += rewritten
    catalogue = Catalogue.open(copy, site.settings)
    try:
        backup.write_manifest(copy, catalogue)
        seq, entry_hash = audit.head(catalogue)
    finally:
        catalogue.close()
    settings = [
        copy.root / path.relative_to(site.home.root) for path in backup.settings_files(site.catalogue)
    ]
    backup.seal_manifest(copy, settings)
    note = Note(
        made_at=utc_now().isoformat(),
        home=str(site.home.root),
        version=version("akte"),
        log_seq=seq,
        log_hash=entry_hash,
        faults=tuple(one.message.replace(f"{copy.root}/", "") for one in faults),
    )
    os.sync()  # once for all files: a generation that has its name is on the disk
    write_whole(copy.root / NOTE, json.dumps(asdict(note), ensure_ascii=False, indent=2).encode() + b"\n")
    return Made(folder=copy.root, note=note, faults=faults, checked=checked, copied=copier.counts, removed=())


def _rewritten(site: Site, previous: Home | None) -> tuple[Fault, ...]:
    """A log that no longer goes through the head which the backup before has noted."""
    if previous is None:
        return ()
    note = note_of(previous.root)
    if audit.holds(site.catalogue, note.log_seq, note.log_hash):
        return ()
    return (fault("log_rewritten", note.log_seq, detail=previous.root.name),)


def _fill(site: Site, copy: Home, previous: Home | None) -> Copier:
    for _ in range(_TRIES - 1):
        copier = Copier(link=True)
        try:
            backup.fill(site.catalogue, copy, previous, copier)
        except DiscardedMeanwhile:
            remove_folder(copy.root)
        else:
            return copier
    copier = Copier(link=True)
    backup.fill(site.catalogue, copy, previous, copier)
    return copier
