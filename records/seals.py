"""Digests of rows, kept in the audit log: a row changed past this program no longer fits its seal."""

from __future__ import annotations

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
    content: list[Any] = [dict(connection.execute(whole).mappings().one())]
    content += [dict(row) for row in connection.execute(pages).mappings()]
    return digest(content)


def document_seal(connection: Connection, document_id: str) -> str:
    """Of a document's row and its files' facts."""
    row = connection.execute(select(document).where(document.c.id == document_id)).mappings().one()
    files = select(file).where(file.c.document_id == document_id).order_by(file.c.name)
    return digest([dict(row), *(dict(each) for each in connection.execute(files).mappings())])
