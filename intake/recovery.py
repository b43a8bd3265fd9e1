"""What a crash left halfway, finished before anything new is received."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from config.home import Home
from intake import spool
from intake.errors import IntakeError, translate
from intake.inbox import CLAIM
from intake.opening import held_for_writing, opened
from intake.ports import Entry, JournalPort
from intake.removal import LONGEST_NAME, fresh_name, put_back, unlink


def finish_claims(claims: Iterable[Path], journal: JournalPort) -> tuple[IntakeError, ...]:
    """Remove claimed files whose bytes are journalled; give the others their names back.

    The bytes are hashed again, for a claim may hold what a scanner wrote under the name in the
    instant before. One file that fails does not stop the others.
    """
    errors: list[IntakeError] = []
    for claim in claims:
        try:
            _finish(claim, journal)
        except IntakeError as error:
            errors.append(error)
        except OSError as error:
            errors.append(translate(error, claim))
    return tuple(errors)


def _finish(claim: Path, journal: JournalPort) -> None:
    match = CLAIM.fullmatch(claim.name)
    assert match is not None
    entry = journal.get(match[1])
    with opened(claim, follow_links=False) as descriptor:
        ours = entry is not None and _sha256(descriptor) == entry.sha256
        held = held_for_writing(descriptor)
    if entry is not None and not (ours and held):
        journal.mark_removed(match[1])
    if ours and not held:
        unlink(claim)
    else:
        put_back(claim, claim.with_name(_name(entry)))


def _name(entry: Entry | None) -> str:
    name = "eingang" if entry is None else Path(entry.source).name
    # made printable, a name can have grown beyond what the file system takes
    return name if len(os.fsencode(name)) <= LONGEST_NAME else fresh_name(name)


def _sha256(descriptor: int) -> str:
    with os.fdopen(descriptor, "rb", closefd=False) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def recover_spool(home: Home, journal: JournalPort) -> tuple[IntakeError, ...]:
    """Discard unfinished spool folders and journal complete ones that the journal does not know.

    A folder that another process is filling just now is locked and left alone, and so is all that
    the journal knows. Returns what could not be recovered; its bytes stay where they are.
    """
    errors = []
    for folder in sorted(home.spool.glob("*/*")):
        if not _is_arrival(folder):
            continue
        try:
            with spool.locked(folder):
                _recover(folder, journal)
        except (BlockingIOError, FileNotFoundError):
            continue
        except OSError as error:
            errors.append(translate(error, folder))
        except (ValueError, KeyError, TypeError) as error:  # the sidecar is not what we wrote
            errors.append(IntakeError(folder, f"{spool.SIDECAR}: {error}"))
    return tuple(errors)


def _recover(folder: Path, journal: JournalPort) -> None:
    if journal.get(folder.name) is not None:
        return
    arrival = spool.read_sidecar(folder)
    # Without a sidecar the file never left the inbox. With one, it is journalled from here: the
    # copy in the inbox will be found as already known.
    if arrival is None or journal.receive(arrival).already_known:
        spool.discard(folder)


def _is_arrival(folder: Path) -> bool:
    try:
        UUID(folder.name)
    except ValueError:
        return False
    return folder.is_dir()
