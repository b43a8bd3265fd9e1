"""All that the catalogue and its log say of some arrivals, read in one view for `verify`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, Connection, RowMapping, Select, select

from records.arrivals import with_first
from records.catalogue import Catalogue
from records.codec import chunks
from records.schema import arrival, audit, document, file, page

BATCH = 200
"""Arrivals read at once: a query for each would cost more than the reading of their bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One arrival. `log` holds (subject, action, details) of it and its documents, oldest first."""

    row: RowMapping
    documents: list[RowMapping] = field(default_factory=list)
    files: dict[str, list[RowMapping]] = field(default_factory=dict)
    pages: list[RowMapping] = field(default_factory=list)
    log: list[tuple[str, str, str]] = field(default_factory=list)


def batches(catalogue: Catalogue, authority: str) -> Iterator[tuple[str, ...]]:
    """The ids of all arrivals of an authority."""
    last = ""
    while True:
        query = (
            select(arrival.c.id)
            .where(arrival.c.authority == authority, arrival.c.id > last)
            .order_by(arrival.c.id)
            .limit(BATCH)
        )
        with catalogue.read() as connection:
            ids = tuple(connection.execute(query).scalars())
        if not ids:
            return
        yield ids
        last = ids[-1]


def snapshots(catalogue: Catalogue, ids: Sequence[str]) -> list[Snapshot]:
    """Raises ValueError if a column holds what this program cannot have written."""
    with catalogue.read() as connection:
        found = {row["id"]: Snapshot(row=row) for row in _all(connection, with_first(), arrival.c.id, ids)}
        whose: dict[str, str] = {}
        query = select(document).order_by(document.c.first_page)
        for row in _all(connection, query, document.c.arrival_id, ids):
            found[row["arrival_id"]].documents.append(row)
            found[row["arrival_id"]].files[row["id"]] = []
            whose[row["id"]] = row["arrival_id"]
        for row in _all(connection, select(file).order_by(file.c.name), file.c.document_id, whose):
            found[whose[row["document_id"]]].files[row["document_id"]].append(row)
        for row in _all(connection, select(page).order_by(page.c.number), page.c.arrival_id, ids):
            found[row["arrival_id"]].pages.append(row)
        for subject, entries in _logged(connection, [*found, *whose]).items():
            found[whose.get(subject, subject)].log.extend(entries)
    return list(found.values())


def _all(
    connection: Connection, query: Select[Any], key: Column[Any], values: Iterable[str]
) -> Iterator[RowMapping]:
    for part in chunks(values):
        yield from connection.execute(query.where(key.in_(part))).mappings().all()


def _logged(connection: Connection, subjects: Iterable[str]) -> dict[str, list[tuple[str, str, str]]]:
    query = select(audit.c.subject, audit.c.action, audit.c.details).order_by(audit.c.seq)
    found = defaultdict(list)
    for row in _all(connection, query, audit.c.subject, subjects):
        found[row["subject"]].append((row["subject"], row["action"], row["details"]))
    return found
