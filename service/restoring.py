"""Bringing a backup back as a home: into an empty folder, proved before it becomes one."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from config.home import Home
from config.settings import load_settings
from intake.disk import make_folder, sync_folder
from records.backup import MANIFEST
from records.copying import Copier
from records.errors import NoBackup, NotEmpty
from records.files import hash_file
from records.model import Fault
from records.verify_faults import fault
from service.access import RESTORED, log_access
from service.backups import NOTE, Note, generations, note_of
from service.folders import make_folders
from service.indexing import rebuild_index
from service.proving import proved
from service.wiring import open_site

_STAGE = ".restoring"


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """`faults` were found in the copy; unless they were accepted, nothing has been restored then."""

    note: Note
    faults: tuple[Fault, ...]
    newer: tuple[Path, ...]
    done: bool


def restore(source: Path, home: Home, *, accept_faults: bool = False) -> Restored:
    """Copy the backup `source` into the empty folder of `home`, prove the copy, put it in force.

    Until the catalogue is in place, last of all, the folder is no home; what a killed restore leaves
    is removed by the next one. Raises NoBackup, NotEmpty, RecordsError, OSError.
    """
    note = note_of(source)
    make_folder(home.root)
    stage = home.root / _STAGE
    if any(path != stage for path in home.root.iterdir()):
        raise NotEmpty(path=home.root)
    shutil.rmtree(stage, ignore_errors=True)
    newer = tuple(path for path in generations(source.parent) if path.name > source.name)
    try:
        faults = _copied(source, Home(stage))
        done = accept_faults or not faults
        if done:
            _put_in_force(stage, home.root)
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    if done:
        with open_site(home) as site:
            make_folders(home, site.settings)  # the backup has no inboxes
            details = {"backup": str(source), "made_at": note.made_at, "faults": len(faults)}
            log_access(site, "", RESTORED, source.name, details)
            for authority in site.authorities:
                rebuild_index(site, authority)
    return Restored(note=note, faults=faults, newer=newer, done=done)


def _copied(source: Path, stage: Home) -> tuple[Fault, ...]:
    copier = Copier(link=False)  # the home's files and the backup's must never be the same
    for path in sorted(source.rglob("*")):
        if path.name in {MANIFEST, NOTE} and path.parent == source:
            continue
        if path.is_file() and not path.is_symlink():
            copier.copy(path, stage.root / path.relative_to(source))
    if not stage.database_file.exists() or not stage.settings_file.exists():
        raise NoBackup(path=source)
    return _manifest_faults(source / MANIFEST, stage) + proved(stage, load_settings(stage.settings_file))[0]


def _manifest_faults(manifest: Path, stage: Home) -> tuple[Fault, ...]:
    """Of what no catalogue speaks of: itself and the settings. The rest is proved with the catalogue."""
    lines = (line.split("  ", 1) for line in manifest.read_text("utf-8").splitlines())
    own = [(stage.root / name, sha256) for sha256, name in lines if "/" not in name]
    return tuple(
        fault("file_changed", path.name, path=path) for path, sha256 in own if hash_file(path) != sha256
    )


def _put_in_force(stage: Path, root: Path) -> None:
    """Move everything up, the catalogue last."""
    os.sync()
    for path in sorted(stage.iterdir(), key=lambda path: path.name.startswith("catalogue")):
        path.rename(root / path.name)
    sync_folder(root)
