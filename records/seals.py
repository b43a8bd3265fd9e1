"""Digests of rows, kept in the audit log: a row changed past this program no longer fits its seal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select

from records.codec import Row, digest
from records.schema import arrival, document, file, page

_LASTING = ("id", "authority", "source", "sha256", "size", "received_at", "duplicate_of")


def arrival_seal(row: Row) -> str:
    """Of what never changes about an arrival."""
    return digest({name: row[name] for name in _LASTING})


def pages_seal(connection: Connection, arrival_id: str) -> str:
    """Of all pages of an arrival with their text, and of what kind of file it was."""
    whole = select(arrival.c.media_type, arrival.c.page_count).where(arrival.c.id == arrival_id)
    pages = select(page).where(page.c.arrival_id == arrival_id).order_by(page.c.number)
    return pages_seal_of(
        connection.execute(whole).mappings().one(), connection.execute(pages).mappings().all()
    )


def pages_seal_of(whole: Row, pages: Iterable[Row]) -> str:
    """The same from rows already read; `pages` in their order."""
    content: list[Any] = [{name: whole[name] for name in ("media_type", "page_count")}]
    return digest([*content, *(dict(row) for row in pages)])


def document_seal(connection: Connection, document_id: str) -> str:
    """Of a document's row and its files' facts."""
    row = connection.execute(select(document).where(document.c.id == document_id)).mappings().one()
    files = select(file).where(file.c.document_id == document_id).order_by(file.c.name)
    return document_seal_of(row, connection.execute(files).mappings().all())


def document_seal_of(row: Row, files: Iterable[Row]) -> str:
    """The same from rows already read; `files` by name."""
    return digest([dict(row), *(dict(each) for each in files)])
