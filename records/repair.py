"""Repairing what is provably safe to repair; everything else stays as `verify` found it, for a person.

Only while no service runs on the home. The rules, one function each:

- bytes or a file missing: bytes with the recorded SHA-256 lie under another name of the same arrival;
  they appear under the missing name again (`_restored`).
- a file whose name ends in `.part` beside the finished one, or an empty folder: what a crash left of
  writing it (`_is_unfinished`).
- a folder named after a document that lies elsewhere, each of its files byte for byte one that the
  document has unharmed in its own place: a copy (`_is_copy`).
- bytes of a discarded arrival: a person ordered them destroyed, and the log says so (`_is_discarded`).
- a note for the index without a document (`_forgotten`): the index looks at documents, there is none.

Nothing is overwritten, and nothing is removed whose bytes are not proved to be elsewhere or unwanted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from sqlalchemy import select

from records import changes, documents, files
from records.arrivals import get, record_of
from records.audit import Action, append
from records.catalogue import Catalogue
from records.errors import NotFound
from records.files import relative, remove
from records.model import ArrivalState, Fault
from records.schema import audit, document
from records.verify_snapshot import snapshots

_PART = ".part"


def repair(catalogue: Catalogue, faults: Iterable[Fault], actor: str) -> Iterator[Fault]:
    """Yields each fault that was mended, after it is entered in the log. Raises RecordsError, OSError."""
    for one in faults:
        if one.path is None:
            mended = one.code == "change_stray" and _forgotten(catalogue, one)
        elif one.code in {"bytes_missing", "file_missing"}:
            mended = _restored(catalogue, one.subject, one.path)
        else:
            mended = _removed(catalogue, one, one.path)
        if mended:
            _log(catalogue, one, actor)
            yield one


def _removed(catalogue: Catalogue, one: Fault, path: Path) -> bool:
    rules = {
        "bytes_kept": _is_discarded,
        "file_extra": _is_unfinished,
        "folder_extra": _is_unfinished_or_copy,
    }
    rule = rules.get(one.code)
    if rule is None or path.is_symlink() or not rule(catalogue, path):
        return False
    remove(path)
    return True


def _is_unfinished_or_copy(catalogue: Catalogue, path: Path) -> bool:
    return not any(path.iterdir()) or _is_copy(catalogue, path)


def _is_unfinished(_catalogue: Catalogue, path: Path) -> bool:
    return path.name.endswith(_PART) and path.with_name(path.name.removesuffix(_PART)).is_file()


def _is_copy(catalogue: Catalogue, folder: Path) -> bool:
    try:
        stored = documents.get(catalogue, folder.name)
    except NotFound:
        return False
    if stored.folder == folder or relative(catalogue.home, folder).split("/")[1] != stored.authority:
        return False
    proved = {path.name: sha256 for path, sha256 in _recorded(catalogue, stored.arrival_id)
              if path.parent == stored.folder and _holds(path, sha256)}  # fmt: skip
    return all(_holds(path, proved.get(path.name, "")) for path in folder.iterdir())


def _is_discarded(catalogue: Catalogue, path: Path) -> bool:
    record = get(catalogue, path.parent.name)
    ordered = select(audit.c.seq).where(audit.c.subject == record.id, audit.c.action == Action.DISCARDED)
    with catalogue.read() as connection:
        logged = connection.execute(ordered).first() is not None
    return logged and record.state is ArrivalState.DISCARDED and _holds(path, record.sha256)


def _restored(catalogue: Catalogue, subject: str, missing: Path) -> bool:
    recorded = _recorded(catalogue, _arrival_of(catalogue, subject))
    wanted = {sha256 for path, sha256 in recorded if path == missing}
    for path, sha256 in recorded:
        if path != missing and sha256 in wanted and _holds(path, sha256):
            files.place(path, missing)
            return True
    return False


def _forgotten(catalogue: Catalogue, one: Fault) -> bool:
    changes.forget(catalogue, [int(one.subject)])
    return True


def _arrival_of(catalogue: Catalogue, subject: str) -> str:
    """The arrival that a fault is about, be it told of itself or of a document."""
    with catalogue.read() as connection:
        found = connection.execute(select(document.c.arrival_id).where(document.c.id == subject)).scalar()
    return found or subject


def _recorded(catalogue: Catalogue, arrival_id: str) -> list[tuple[Path, str]]:
    """Every file that an arrival and its documents should have, with its SHA-256."""
    [seen] = snapshots(catalogue, (arrival_id,))
    record = record_of(catalogue, seen.row)
    found = [(record.path, record.sha256)]
    for one in seen.documents:
        folder = catalogue.home.root / one["folder"]
        found += [(folder / row["name"], row["sha256"]) for row in seen.files[one["id"]]]
    return found


def _holds(path: Path, sha256: str) -> bool:
    return path.is_file() and not path.is_symlink() and files.hash_file(path) == sha256


def _log(catalogue: Catalogue, one: Fault, actor: str) -> None:
    place = None if one.path is None else relative(catalogue.home, one.path)
    with catalogue.write() as connection:
        append(
            connection,
            actor=actor,
            authority="" if place is None else place.split("/")[1],
            action=Action.REPAIRED,
            subject=one.subject,
            details={"fault": one.code, "path": place},
        )
