"""What a crash left halfway in the records, finished at start-up before any work begins.

Why each step is safe:

- Leftovers: a listed path was announced before it was written and is withdrawn by the transaction
  that gives it an owner, so what is still listed belongs to nothing (`leftovers`). The arrival or
  the document it was meant for is as it was before; it will be filed or assigned again.
- Spool folders without journal entry: `intake.recovery`. Intake removes the inbox file only after
  the entry, so an unfinished folder's file is still there, and a finished one is entered here.
- Spool and quarantine folders of an arrival whose bytes lie elsewhere: the state changes after the
  bytes are linked to their new place and before the old folder goes. The folder is removed only
  if the bytes at the new place have the checksum taken on arrival.
- Anything else unexpected is left alone; `verify` reports it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from config.home import Home
from intake.errors import IntakeError
from intake.recovery import recover_spool
from intake.spool import locked
from records import files, journal, leftovers
from records.catalogue import Catalogue
from records.errors import NotFound
from records.model import ArrivalRecord
from records.ports import IntakeJournal


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """What was done. `harmed`: folders kept because the bytes elsewhere are not what arrived."""

    leftovers: int
    released: int
    folders: int
    harmed: tuple[Path, ...]
    errors: tuple[IntakeError, ...]


def recover(catalogue: Catalogue, home: Home) -> Recovered:
    """To be run by the one service of this home. Raises RecordsError, OSError."""
    removed = leftovers.clear(catalogue, home)
    errors = recover_spool(home, IntakeJournal(catalogue))
    settled: list[Path] = []
    harmed: list[Path] = []
    for folder, record in _moved(catalogue, home):
        try:
            with locked(folder):
                (settled if _settle(folder, record) else harmed).append(folder)
        except (BlockingIOError, FileNotFoundError):  # another process is at it, or was faster
            continue
    return Recovered(
        leftovers=removed,
        released=journal.release_all(catalogue),
        folders=len(settled),
        harmed=tuple(harmed),
        errors=errors,
    )


def _moved(catalogue: Catalogue, home: Home) -> Iterator[tuple[Path, ArrivalRecord]]:
    """Arrival folders that are not where the state of their arrival says."""
    folders = [*home.spool.glob("*/*"), *(home.root / "quarantine").glob("*/*")]
    for folder in sorted(folders):
        try:
            record = journal.get(catalogue, folder.name)
        except NotFound:
            continue
        known = folder in (home.arrival_folder(record.authority, record.id), _quarantined(home, record))
        if known and folder != record.path.parent:
            yield folder, record


def _quarantined(home: Home, record: ArrivalRecord) -> Path:
    return home.quarantine(record.authority) / record.id


def _settle(folder: Path, record: ArrivalRecord) -> bool:
    """Remove `folder` if the bytes of its arrival are unharmed at their place."""
    try:
        unharmed = files.hash_file(record.path) == record.sha256
    except FileNotFoundError:
        return False
    if unharmed:
        files.remove_folder(folder)
    return unharmed
