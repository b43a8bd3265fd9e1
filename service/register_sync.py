"""Bringing a register file in: the persons, then the waiting cases that they settle, then the index."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from config.register_columns import RegisterColumns, load_register_columns
from pipeline.match import keys_of_person
from records import register_import, waiting
from records.model import ImportReport, StoredDocument
from service.actor import actor
from service.indexing import refresh_index
from service.redeciding import follow_up
from service.wiring import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Synced:
    """`due`: documents to be decided anew; `settled`: those that moved, None if the service decides them."""

    report: ImportReport
    due: int
    settled: tuple[StoredDocument, ...] | None


def sync_register(
    site: Site,
    authority: str,
    file: Path,
    by: str | None = None,
    progress: register_import.ImportProgress = lambda _step, _done, _total: None,
) -> Synced:
    """Import `file` for `by` (the caller). Raises RegisterError if it cannot be read, SettingsError."""
    report = register_import.import_register(
        site.catalogue,
        file,
        authority,
        keys_of=keys_of_person,
        actor=by or actor(),
        columns=columns_of(site, authority),
        progress=progress,
    )
    due = waiting.count(site.catalogue, authority)
    settled = follow_up(site, authority)
    if settled:
        refresh_index(site, authority)
    return Synced(report=report, due=due, settled=settled)


def columns_of(site: Site, authority: str) -> RegisterColumns:
    """How the authority's export names its columns. Raises SettingsError."""
    own = site.settings.authorities[authority].register_columns
    return load_register_columns(site.home.root / own if own else None)
