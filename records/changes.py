"""The change table: which documents the index must look at again (at least once each)."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, delete, func, insert, select

from records.catalogue import Catalogue
from records.codec import chunks
from records.model import Change
from records.schema import change, document


def note(connection: Connection, authority: str, document_ids: Iterable[str]) -> None:
    """In the transaction that changes the documents."""
    rows = [{"authority": authority, "document_id": document_id} for document_id in document_ids]
    if rows:
        connection.execute(insert(change), rows)


def note_persons(connection: Connection, authority: str, persons: Collection[str]) -> None:
    """Note all documents of `persons`: names and file numbers are found with the document."""
    theirs = select(document.c.authority, document.c.id).where(
        document.c.authority == authority, document.c.person.in_(persons)
    )
    connection.execute(insert(change).from_select(["authority", "document_id"], theirs))


def pending(catalogue: Catalogue, authority: str, limit: int) -> tuple[Change, ...]:
    """The oldest `limit` changes. The index commits them first and forgets them then."""
    query = select(change).where(change.c.authority == authority).order_by(change.c.sequence).limit(limit)
    with catalogue.read() as connection:
        return tuple(Change(**row) for row in connection.execute(query).mappings())


def forget(catalogue: Catalogue, sequences: Iterable[int]) -> None:
    """Delete changes that the index has committed."""
    with catalogue.write() as connection:
        for part in chunks(sequences):
            connection.execute(delete(change).where(change.c.sequence.in_(part)))


def count(catalogue: Catalogue, authority: str) -> int:
    query = select(func.count()).select_from(change).where(change.c.authority == authority)
    with catalogue.read() as connection:
        return connection.execute(query).scalar_one()
