"""Taking a received file out of the inbox, and nothing else that has taken its name meanwhile."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import uuid4

from intake.arrival import FileIdentity
from intake.disk import sync_folder
from intake.errors import NotRemoved
from intake.inbox import identity_of
from intake.opening import held_for_writing
from intake.ports import JournalPort

LONGEST_NAME = 255
"""Bytes of a file name on all common Linux file systems."""


def remove(
    path: Path, descriptor: int, identity: FileIdentity, arrival_id: str, journal: JournalPort
) -> None:
    """Remove the file that `descriptor` has open, if it is still the one that was hashed.

    The name is claimed by a rename first, because between looking and unlinking a scanner could
    put its next page there. The journal notes the removal while the claim is still there, so that
    a crash always leaves something to finish. A program that has opened the file for writing since
    gets it back, to be received again later. Raises NotRemoved.
    """
    claim = path.with_name(f".akte-{arrival_id}")
    try:
        path.rename(claim)
    except FileNotFoundError:
        journal.mark_removed(arrival_id)
        return
    except OSError as error:
        raise NotRemoved(path, error.strerror or str(error)) from error
    try:
        _settle_claim(claim, path, descriptor, identity, partial(journal.mark_removed, arrival_id))
    except OSError as error:
        raise NotRemoved(path, error.strerror or str(error)) from error


def _settle_claim(
    claim: Path, path: Path, descriptor: int, identity: FileIdentity, mark: Callable[[], None]
) -> None:
    if identity_of(claim.lstat()) != identity:  # overwritten: what lies there now is a new delivery
        mark()
        put_back(claim, path)
    elif held_for_writing(descriptor):
        put_back(claim, path)
    else:
        mark()
        unlink(claim)


def unlink(path: Path) -> None:
    path.unlink()
    sync_folder(path.parent)


def put_back(claim: Path, path: Path) -> Path:
    """Give `claim` its name `path` back, or a fresh one if that is taken. Returns the name."""
    target = path
    while not _rename_if_free(claim, target):
        target = path.with_name(fresh_name(path.name))
    sync_folder(path.parent)
    return target


def fresh_name(name: str) -> str:
    """`scan.pdf` → `scan-1f9c02aa.pdf`, short enough for the file system."""
    stem, suffix = os.fsencode(Path(name).stem), os.fsencode(Path(name).suffix)
    tail = b"-" + uuid4().hex[:8].encode() + suffix
    return os.fsdecode(stem[: max(0, LONGEST_NAME - len(tail))] + tail[:LONGEST_NAME])


def _rename_if_free(claim: Path, target: Path) -> bool:
    """Rename without overwriting: a hard link fails where a rename would replace."""
    try:
        os.link(claim, target, follow_symlinks=False)
    except FileExistsError:
        if not os.path.samestat(claim.lstat(), target.lstat()):
            return False
    except OSError:  # FAT, some SMB and FUSE mounts have no hard links; a tiny gap remains there
        if os.path.lexists(target):
            return False
        claim.rename(target)
        return True
    claim.unlink()
    return True
