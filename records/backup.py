"""A consistent copy of a home that is in use: a home of its own, complete or not there at all.

The catalogue is copied first, through SQLite's backup interface: one moment. Every file that this
copy speaks of is fetched then, from where it lies now: bytes are never changed, only moved, and the
live catalogue knows where to. So the copy is exact although the service goes on. Only what is
discarded meanwhile is gone, and then the copy is begun again. Unchanged files are hard links into
the previous copy, told as rsync does by size and time; that they hold the right bytes is proved
afterwards by `verify` on the copy, which the caller runs before `finish`.

Not in it: inboxes (not received yet), indexes (derived), work folders.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from config.home import Home
from intake.disk import make_folder
from records import documents, files
from records.arrivals import get, record_of
from records.catalogue import Catalogue
from records.copying import Copier
from records.errors import DiscardedMeanwhile, NotFound
from records.model import ArrivalState, Fault
from records.schema import arrival
from records.verify_snapshot import Snapshot, batches, snapshots

_NO_BYTES = (ArrivalState.DUPLICATE, ArrivalState.DISCARDED)
_LOOKS = 5
"""Looks for a file that moves; between two of them it would have to be moved again."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file that a catalogue speaks of. `document_id` is None for the received bytes."""

    path: Path
    sha256: str
    arrival_id: str
    document_id: str | None


def fill(live: Catalogue, copy: Home, previous: Home | None, copier: Copier) -> None:
    """Make `copy`, an empty folder, a copy of the home of `live`.

    A file that the home has lost is left out; `verify` will miss it. Raises DiscardedMeanwhile (then
    begin again), CatalogueError, OSError.
    """
    make_folder(copy.root)
    live.copy_to(copy.database_file)
    for path in settings_files(live):
        # Never a link: people change these in place.
        Copier(link=False).copy(path, copy.root / path.relative_to(live.home.root))
    catalogue = Catalogue.open(copy, live.settings)
    try:
        for part in parts(catalogue):
            _fetch(live, copy, part, previous, copier)
    finally:
        catalogue.close()


def fetch_again(live: Catalogue, copy: Home, faults: Collection[Fault], copier: Copier) -> bool:
    """Replace what is faulty in the copy by what the home has now; whether anything was.

    Fetched from the previous copy, a file may have been damaged there.
    """
    wanted = {fault.path for fault in faults if fault.path is not None}
    catalogue = Catalogue.open(copy, live.settings)
    try:
        faulty = [part for part in parts(catalogue) if part.path in wanted]
    finally:
        catalogue.close()
    for part in faulty:
        part.path.unlink(missing_ok=True)
        _fetch(live, copy, part, None, copier)
    return bool(faulty)


def parts(catalogue: Catalogue) -> Iterator[Part]:
    """Every file that a catalogue speaks of, of all authorities."""
    with catalogue.read() as connection:
        authorities = connection.execute(select(arrival.c.authority).distinct()).scalars().all()
    for authority in authorities:
        for ids in batches(catalogue, authority):
            for seen in snapshots(catalogue, ids):
                yield from _parts_of(catalogue, seen)


def _parts_of(catalogue: Catalogue, seen: Snapshot) -> Iterator[Part]:
    record = record_of(catalogue, seen.row)
    if record.state not in _NO_BYTES:
        yield Part(record.path, record.sha256, record.id, None)
    for one in seen.documents:
        folder = catalogue.home.root / one["folder"]
        for row in seen.files[one["id"]]:
            yield Part(folder / row["name"], row["sha256"], record.id, one["id"])


def settings_files(catalogue: Catalogue) -> Iterator[Path]:
    """The home's own files that are not records: settings, and the site's document types."""
    root, own = catalogue.home.root, catalogue.settings.classifying.types_file
    for path in (catalogue.home.settings_file, *([root / own] if own else ())):
        if path.is_file() and path.is_relative_to(root):
            yield path


def _fetch(live: Catalogue, copy: Home, part: Part, previous: Home | None, copier: Copier) -> None:
    name = part.path.relative_to(copy.root)
    source = live.home.root / name
    for _ in range(_LOOKS):
        try:
            if previous is None or not _kept(previous.root / name, source, part.path, copier):
                copier.copy(source, part.path)
        except FileNotFoundError:
            source = _now_at(live, part)
        else:
            return


def _kept(old: Path, source: Path, target: Path, copier: Copier) -> bool:
    """Whether the previous copy has the file unchanged and it was linked from there."""
    status = source.stat()
    try:
        before = old.stat()
    except FileNotFoundError:
        return False
    unchanged = (before.st_size, before.st_mtime_ns) == (status.st_size, status.st_mtime_ns)
    return unchanged and copier.link(old, target)


def _now_at(live: Catalogue, part: Part) -> Path:
    """Where a file that has moved since the catalogue was copied lies now."""
    if part.document_id is not None:
        try:
            return documents.get(live, part.document_id).folder / part.path.name
        except NotFound as error:
            raise DiscardedMeanwhile(detail=part.document_id) from error
    record = get(live, part.arrival_id)
    if record.state is ArrivalState.DISCARDED:
        raise DiscardedMeanwhile(detail=part.arrival_id)
    return record.path


def write_manifest(copy: Home, catalogue: Catalogue) -> None:
    """`sha256sum --check` proves the copy without this program. Paths are relative to it."""
    with (copy.root / MANIFEST).open("x", encoding="utf-8") as manifest:
        for part in parts(catalogue):
            manifest.write(f"{part.sha256}  {files.relative(copy, part.path)}\n")


def seal_manifest(copy: Home, settings: Collection[Path]) -> None:
    """Add what the catalogue does not speak of: itself and the settings. The catalogue must be closed."""
    with (copy.root / MANIFEST).open("a", encoding="utf-8") as manifest:
        for path in (copy.database_file, *settings):
            manifest.write(f"{files.hash_file(path)}  {files.relative(copy, path)}\n")
        manifest.flush()
        os.fsync(manifest.fileno())


MANIFEST = "MANIFEST.sha256"
