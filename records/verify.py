"""Proving the invariants: received bytes, pages, files, rows and the log are as they were written.

Every fault says what to do; nothing is repaired here. The service may run meanwhile.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from sqlalchemy import RowMapping, Table, select

from config.home import Home
from records import audit
from records.audit import Action
from records.catalogue import Catalogue
from records.model import Fault
from records.people import person_of, register_digest
from records.schema import arrival, change, document, person, person_key
from records.schema import audit as logged
from records.verify_arrivals import verify_arrivals
from records.verify_disk import verify_disk
from records.verify_faults import fault

_BATCH = 1000


def verify(
    catalogue: Catalogue,
    home: Home,
    authorities: Collection[str],
    counts: Counter[str] | None = None,
    *,
    jobs: int = 1,
    pause: float = 0.0,
) -> Iterator[Fault]:
    """All faults found. `counts` is filled with how much was looked at, by kind (arrivals, documents,
    pages, files, bytes, persons, log_entries), and is complete when the iterator is. `jobs` processes
    read the bytes; what seems faulty is looked at again after `pause` seconds, for a running service
    moves things.
    """
    seen = Counter[str]() if counts is None else counts
    for line in catalogue.integrity():
        yield fault("database_damaged", "catalogue", detail=line)
    seen["log_entries"] += audit.head(catalogue)[0]
    for broken in audit.check_chain(catalogue):
        yield fault(f"log_{broken.kind}", broken.seq)
    for authority in authorities:
        yield from verify_arrivals(catalogue, authority, seen, jobs=jobs, pause=pause)
        yield from verify_disk(catalogue, home, authority, pause=pause)
        yield from _persons(catalogue, authority, seen)
        yield from _changes(catalogue, authority)
        yield from _missing(catalogue, authority, arrival, (Action.RECEIVED, Action.DUPLICATE))
        yield from _missing(catalogue, authority, document, (Action.FILED, Action.TO_REVIEW))


def _persons(catalogue: Catalogue, authority: str, seen: Counter[str]) -> Iterator[Fault]:
    last = ""
    while True:
        query = (
            select(person)
            .where(person.c.authority == authority, person.c.number > last)
            .order_by(person.c.number)
            .limit(_BATCH)
        )
        with catalogue.read() as connection:
            rows = connection.execute(query).mappings().all()
            if not rows:
                return
            keys: dict[str, list[str]] = {row["number"]: [] for row in rows}
            theirs = select(person_key.c.person, person_key.c.key).where(
                person_key.c.authority == authority, person_key.c.person.in_(keys)
            )
            for row in connection.execute(theirs):
                keys[row.person].append(row.key)
        seen["persons"] += len(rows)
        yield from (fault("person_altered", row["number"]) for row in rows if not _fits(row, keys))
        last = rows[-1]["number"]


def _fits(row: RowMapping, keys: dict[str, list[str]]) -> bool:
    try:
        return bool(register_digest(person_of(row), keys[row["number"]]) == row["digest"])
    except ValueError:  # a birth date that is none
        return False


def _changes(catalogue: Catalogue, authority: str) -> Iterator[Fault]:
    query = (
        select(change.c.sequence)
        .outerjoin_from(
            change,
            document,
            (document.c.id == change.c.document_id) & (document.c.authority == change.c.authority),
        )
        .where(change.c.authority == authority, document.c.id.is_(None))
    )
    with catalogue.read() as connection:
        stray = connection.execute(query).scalars().all()
    for sequence in stray:
        yield fault("change_stray", sequence)


def _missing(
    catalogue: Catalogue, authority: str, table: Table, actions: tuple[Action, ...]
) -> Iterator[Fault]:
    """What the log says was entered, but the catalogue no longer has."""
    query = (
        select(logged.c.subject)
        .outerjoin_from(logged, table, table.c.id == logged.c.subject)
        .where(logged.c.authority == authority, logged.c.action.in_(actions), table.c.id.is_(None))
    )
    with catalogue.read() as connection:
        gone = connection.execute(query).scalars().all()
    for subject in gone:
        yield fault("row_altered", subject, detail=f"{table.name} –")
