"""Which documents a change concerns, and which of them must therefore be decided again.

A document in review keeps the keys it was looked up by. When something changes about a person (in the
register, or because a clerk's decision taught it), the documents that share keys with the person before
or after become due in the same transaction, so that a crash forgets none, and stay so until they have
been decided again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    delete,
    func,
    insert,
    intersect,
    literal,
    select,
)

from pipeline.match import keys_of_person
from pipeline.model import Person
from pipeline.names import keys
from records.audit import Action
from records.catalogue import Catalogue
from records.codec import chunks
from records.model import DocumentState
from records.schema import audit, candidate, document, due, waiting_key

CERTAIN = ("num:", "date:")
"""Prefixes of keys that lead to few persons: a number or a birth date."""

_OF_PERSONS = {Action.REGISTER_IMPORTED, Action.LEARNED, Action.FORGOTTEN}

MANY = 2000
"""Persons from which on looking for each one's documents takes longer than deciding all again."""


@dataclass(frozen=True, slots=True)
class Due:
    """A document to decide again. `sequence`: the last mark that was seen; a later one is due anew."""

    document_id: str
    sequence: int


def keep_keys(connection: Connection, authority: str, document_id: str, found_by: Iterable[str]) -> None:
    """The keys of a document that waits, in place of those it had."""
    drop_keys(connection, authority, document_id)
    rows = [{"authority": authority, "document_id": document_id, "key": key} for key in sorted(set(found_by))]
    if rows:
        connection.execute(insert(waiting_key), rows)


def renew_keys(catalogue: Catalogue, authority: str, document_id: str, found_by: Collection[str]) -> None:
    """Replace the keys of a document if its reading gives others today."""
    mine = (waiting_key.c.authority == authority) & (waiting_key.c.document_id == document_id)
    with catalogue.read() as connection:
        present = set(connection.execute(select(waiting_key.c.key).where(mine)).scalars())
    if present != set(found_by):
        with catalogue.write() as connection:
            keep_keys(connection, authority, document_id, found_by)


def mark_keyless(connection: Connection, authority: str, document_id: str) -> None:
    """A document that waits again after it was filed is due, since its keys went when it was filed."""
    mine = (waiting_key.c.authority == authority) & (waiting_key.c.document_id == document_id)
    if connection.execute(select(waiting_key.c.key).where(mine).limit(1)).first() is None:
        connection.execute(insert(due), {"authority": authority, "document_id": document_id})


def drop_keys(connection: Connection, authority: str, document_id: str) -> None:
    mine = (waiting_key.c.authority == authority) & (waiting_key.c.document_id == document_id)
    connection.execute(delete(waiting_key).where(mine))


# -- marking --------------------------------------------------------------------------------


def mark(connection: Connection, authority: str, found_by: Iterable[str]) -> None:
    """What waits under one of these keys is due."""
    for part in chunks(set(found_by)):
        found = select(waiting_key.c.document_id).where(
            waiting_key.c.authority == authority, waiting_key.c.key.in_(part)
        )
        _mark(connection, authority, found)


def mark_persons(connection: Connection, authority: str, persons: Collection[Person]) -> None:
    """What may have to be decided differently because of `persons` is due; before and after they change.

    These are the documents that share a number or a birth date with one of them, or family and given
    name, and those for which one of them is proposed. Of many persons all documents are.
    """
    anything = select(waiting_key.c.key).where(waiting_key.c.authority == authority).limit(1)
    if connection.execute(anything).first() is None:
        return
    if len(persons) > MANY:
        _mark(connection, authority, _all(authority, DocumentState.REVIEW))
        return
    proposed = candidate.c.person.in_([each.number for each in persons])
    found = select(candidate.c.document_id).where(candidate.c.authority == authority, proposed)
    _mark(connection, authority, found)
    certain = {key for each in persons for key in keys_of_person(each) if key.startswith(CERTAIN)}
    mark(connection, authority, certain)
    for name in {name for each in persons for name in each.names}:
        parts = [part for part in (name.family, name.given) if keys(part)]
        if parts:
            _mark(connection, authority, intersect(*(_under_name(authority, part) for part in parts)))


def _under_name(authority: str, part: str) -> Select[tuple[str]]:
    wanted = [f"name:{key}" for key in keys(part)]
    return select(waiting_key.c.document_id).where(
        waiting_key.c.authority == authority, waiting_key.c.key.in_(wanted)
    )


def mark_filed(
    connection: Connection, authority: str, persons: Collection[str], *limits: ColumnElement[bool]
) -> None:
    """What was filed under `persons`, within `limits`, is due: what it rests on may not hold any more."""
    for part in chunks(persons):
        found = select(document.c.id.label("document_id")).where(
            document.c.authority == authority,
            document.c.person.in_(part),
            document.c.state == DocumentState.FILED,
            *limits,
        )
        _mark(connection, authority, found)


def mark_all_filed(connection: Connection, authority: str) -> None:
    _mark(connection, authority, _all(authority, DocumentState.FILED))


def mark_outdated(connection: Connection, authority: str, filed: Iterable[str], as_of: int) -> None:
    """What is filed now is due if what is known of persons has changed since the log's entry `as_of`."""
    later = (audit.c.authority == authority) & (audit.c.seq > as_of) & audit.c.action.in_(_OF_PERSONS)
    if connection.execute(select(audit.c.seq).where(later).limit(1)).first() is not None:
        rows = [{"authority": authority, "document_id": each} for each in filed]
        connection.execute(insert(due), rows)


def mark_all(catalogue: Catalogue, authority: str) -> int:
    """All that waits is due, as after an update of the rules; how many documents that are."""
    with catalogue.write() as connection:
        _mark(connection, authority, _all(authority, DocumentState.REVIEW))
    return count(catalogue, authority)


def _all(authority: str, state: DocumentState) -> Select[tuple[str]]:
    return select(document.c.id.label("document_id")).where(
        document.c.authority == authority, document.c.state == state
    )


def _mark(connection: Connection, authority: str, found: Select[Any] | CompoundSelect[Any]) -> None:
    ids = found.subquery()
    rows = select(literal(authority), ids.c.document_id).distinct()
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
