"""Which waiting documents a change concerns, and which of them must therefore be decided again.

A document in review keeps the keys it was looked up by. What changes about a person (the register, or
what a clerk's decision taught) changes under keys, too: those of the person before and after. The
documents that share one become due in the same transaction, so that a crash forgets none, and stay
so until somebody has decided them again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Select, delete, func, insert, literal, select, union

from records.catalogue import Catalogue
from records.codec import chunks
from records.model import DocumentState
from records.schema import document, due, lesson, lesson_key, person_key, waiting_key


@dataclass(frozen=True, slots=True)
class Due:
    """A document to decide again. `sequence`: the last mark that was seen; a later one is due anew."""

    document_id: str
    sequence: int


def keep_keys(connection: Connection, authority: str, document_id: str, keys: Iterable[str]) -> None:
    """The keys of a document that waits, in place of those it had."""
    drop_keys(connection, authority, document_id)
    rows = [{"authority": authority, "document_id": document_id, "key": key} for key in sorted(set(keys))]
    if rows:
        connection.execute(insert(waiting_key), rows)


def renew_keys(catalogue: Catalogue, authority: str, document_id: str, keys: Collection[str]) -> None:
    """Replace the keys of a document if its reading gives others today."""
    mine = (waiting_key.c.authority == authority) & (waiting_key.c.document_id == document_id)
    with catalogue.read() as connection:
        present = set(connection.execute(select(waiting_key.c.key).where(mine)).scalars())
    if present != set(keys):
        with catalogue.write() as connection:
            keep_keys(connection, authority, document_id, keys)


def mark_keyless(connection: Connection, authority: str, document_id: str) -> None:
    """A document that waits again after it was filed is due, since its keys went when it was filed."""
    mine = (waiting_key.c.authority == authority) & (waiting_key.c.document_id == document_id)
    if connection.execute(select(waiting_key.c.key).where(mine).limit(1)).first() is None:
        connection.execute(insert(due), {"authority": authority, "document_id": document_id})


def drop_keys(connection: Connection, authority: str, document_id: str) -> None:
    mine = (waiting_key.c.authority == authority) & (waiting_key.c.document_id == document_id)
    connection.execute(delete(waiting_key).where(mine))


# -- marking --------------------------------------------------------------------------------


def mark(connection: Connection, authority: str, keys: Iterable[str]) -> None:
    """What waits under one of `keys` is due."""
    for part in chunks(set(keys)):
        found = select(waiting_key.c.document_id).where(
            waiting_key.c.authority == authority, waiting_key.c.key.in_(part)
        )
        _mark(connection, authority, found)


def mark_persons(connection: Connection, authority: str, persons: Collection[str]) -> None:
    """What waits under a present key of one of `persons` is due; before and after they change."""
    anything = select(waiting_key.c.key).where(waiting_key.c.authority == authority).limit(1)
    if connection.execute(anything).first() is None:
        return
    registered = select(person_key.c.key).where(
        person_key.c.authority == authority, person_key.c.person.in_(persons)
    )
    learned = (
        select(lesson_key.c.key)
        .join_from(
            lesson_key,
            lesson,
            (lesson.c.number == lesson_key.c.lesson) & (lesson.c.authority == lesson_key.c.authority),
        )
        .where(lesson.c.authority == authority, lesson.c.person.in_(persons))
    )
    theirs = union(registered, learned)
    found = select(waiting_key.c.document_id).where(
        waiting_key.c.authority == authority, waiting_key.c.key.in_(theirs)
    )
    _mark(connection, authority, found)


def mark_filed_since(connection: Connection, authority: str, person: str, moment: datetime) -> None:
    """What was filed under `person` since `moment` is due: what it may rest on does not hold any more."""
    found = select(document.c.id.label("document_id")).where(
        document.c.authority == authority,
        document.c.person == person,
        document.c.state == DocumentState.FILED,
        document.c.filed_at >= moment,
    )
    _mark(connection, authority, found)


def mark_all(catalogue: Catalogue, authority: str) -> int:
    """All that waits is due, as after an update of the rules; how many documents that are."""
    found = select(document.c.id.label("document_id")).where(
        document.c.authority == authority, document.c.state == DocumentState.REVIEW
    )
    with catalogue.write() as connection:
        _mark(connection, authority, found)
    return count(catalogue, authority)


def _mark(connection: Connection, authority: str, found: Select[tuple[str]]) -> None:
    ids = found.distinct().subquery()
    rows = select(literal(authority), ids.c.document_id)
    connection.execute(insert(due).from_select(["authority", "document_id"], rows))


# -- working off ----------------------------------------------------------------------------


def due_documents(catalogue: Catalogue, authority: str, limit: int) -> tuple[Due, ...]:
    """At most `limit` documents that must be decided again, those marked first."""
    last = func.max(due.c.sequence)
    query = (
        select(due.c.document_id, last)
        .where(due.c.authority == authority)
        .group_by(due.c.document_id)
        .order_by(last)
        .limit(limit)
    )
    with catalogue.read() as connection:
        return tuple(Due(row[0], row[1]) for row in connection.execute(query))


def decided(catalogue: Catalogue, authority: str, done: Iterable[Due]) -> None:
    """These have been decided again; a mark that was made meanwhile stays."""
    with catalogue.write() as connection:
        for each in done:
            mine = (due.c.authority == authority) & (due.c.document_id == each.document_id)
            connection.execute(delete(due).where(mine, due.c.sequence <= each.sequence))


def count(catalogue: Catalogue, authority: str) -> int:
    """How many documents must be decided again."""
    query = select(func.count(due.c.document_id.distinct())).where(due.c.authority == authority)
    with catalogue.read() as connection:
        return connection.execute(query).scalar_one()
