"""Looking at stored documents."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, select, tuple_

from config.home import Home
from pipeline.model import PageKind
from records.catalogue import Catalogue
from records.codec import load_evidence, load_reason
from records.errors import NotFound
from records.ids import resolve as resolve_id
from records.model import DocumentState, IndexEntry, StoredDocument, StoredPage
from records.people import person_of
from records.schema import arrival, document, page, person

_BATCH = 1000
_ORDER = (arrival.c.received_at, arrival.c.id, document.c.first_page)


def with_arrival() -> Select[tuple[object, ...]]:
    """Documents, each with what it takes from its arrival."""
    return select(
        document, arrival.c.source, arrival.c.sha256, arrival.c.received_at, arrival.c.id.label("from_id")
    ).join_from(document, arrival, arrival.c.id == document.c.arrival_id)


def each_document(
    catalogue: Catalogue,
    authorities: Collection[str],
    *,
    state: DocumentState | None = None,
    person: str | None = None,
    type: str | None = None,  # noqa: A002 -- the field's word for it
    type_score: float | None = None,
) -> Iterator[StoredDocument]:
    """Documents in the order of arrival and pages, read in batches: a site holds millions."""
    query = with_arrival().where(document.c.authority.in_(authorities)).order_by(*_ORDER).limit(_BATCH)
    wanted = {"state": state, "person": person, "type": type, "type_score": type_score}
    for name, value in wanted.items():
        if value is not None:
            query = query.where(document.c[name] == value)
    batch = query
    while True:
        with catalogue.read() as connection:
            rows = connection.execute(batch).mappings().all()
        for row in rows:
            yield document_of(catalogue.home, row)
        if len(rows) < _BATCH:
            return
        last = rows[-1]
        batch = query.where(tuple_(*_ORDER) > (last["received_at"], last["from_id"], last["first_page"]))


def typed_by_clerk(catalogue: Catalogue, authority: str) -> Iterator[StoredDocument]:
    """Documents whose type a clerk has set or confirmed, in the order of arrival."""
    for one in each_document(catalogue, (authority,), type_score=1.0):
        if any(part.name == "clerk" for part in one.type_evidence):
            yield one


def list_documents(
    catalogue: Catalogue,
    authorities: Collection[str],
    state: DocumentState | None = None,
    person: str | None = None,
    type: str | None = None,  # noqa: A002 -- the field's word for it
) -> tuple[StoredDocument, ...]:
    """All of `each_document` at once."""
    return tuple(each_document(catalogue, authorities, state=state, person=person, type=type))


def get(catalogue: Catalogue, document_id: str) -> StoredDocument:
    """Raises NotFound."""
    with catalogue.read() as connection:
        return document_of(catalogue.home, row_of(connection, document_id))


def of_arrival(catalogue: Catalogue, arrival_id: str) -> tuple[StoredDocument, ...]:
    """What an arrival was filed as, in the order of its pages."""
    query = with_arrival().where(document.c.arrival_id == arrival_id).order_by(document.c.first_page)
    with catalogue.read() as connection:
        return tuple(document_of(catalogue.home, row) for row in connection.execute(query).mappings())


def pages(catalogue: Catalogue, document_id: str) -> tuple[StoredPage, ...]:
    """The pages of a document, in order."""
    return _pages(catalogue, page.c.document_id == document_id)


def left_out(catalogue: Catalogue, arrival_id: str) -> tuple[StoredPage, ...]:
    """Pages of an arrival that belong to no document: blank ones and separators, with the reason."""
    return _pages(catalogue, (page.c.arrival_id == arrival_id) & page.c.document_id.is_(None))


def entry(catalogue: Catalogue, document_id: str) -> IndexEntry | None:
    """What the index needs of a document; None if there is no such document any more."""
    with catalogue.read() as connection:
        query = with_arrival().where(document.c.id == document_id)
        row = connection.execute(query).mappings().first()
        if row is None:
            return None
        whose = connection.execute(
            select(person).where(person.c.authority == row["authority"], person.c.number == row["person"])
        )
        found = whose.mappings().first()
        texts = connection.execute(
            select(page.c.number, page.c.text)
            .where(page.c.document_id == document_id)
            .order_by(page.c.number)
        ).all()
    owner = None if found is None else person_of(found)
    return IndexEntry(
        document_id=document_id,
        authority=row["authority"],
        source=row["source"],
        type=row["type"],
        section=row["section"],
        person=row["person"],
        person_names=() if owner is None else tuple(f"{n.given} {n.family}".strip() for n in owner.names),
        file_number=None if owner is None else owner.file_number,
        document_date=row["document_date"],
        received_at=row["received_at"],
        state=DocumentState(row["state"]),
        pages=tuple((text.number, text.text) for text in texts),
    )


def all_ids(catalogue: Catalogue, authority: str) -> Iterator[str]:
    """The ids of all documents of an authority, read in batches."""
    last = ""
    while True:
        query = (
            select(document.c.id)
            .where(document.c.authority == authority, document.c.id > last)
            .order_by(document.c.id)
            .limit(_BATCH)
        )
        with catalogue.read() as connection:
            ids = connection.execute(query).scalars().all()
        if not ids:
            return
        yield from ids
        last = ids[-1]


def resolve(catalogue: Catalogue, prefix: str, authorities: Collection[str]) -> str:
    """The document whose id begins with `prefix`. Raises NotFound or Ambiguous."""
    return resolve_id(catalogue, document, prefix, authorities)


def row_of(connection: Connection, document_id: str) -> RowMapping:
    """A document's row with what it takes from its arrival. Raises NotFound."""
    row = connection.execute(with_arrival().where(document.c.id == document_id)).mappings().first()
    if row is None:
        raise NotFound("document", document_id)
    return row


def document_of(home: Home, row: RowMapping) -> StoredDocument:
    return StoredDocument(
        id=row["id"],
        authority=row["authority"],
        arrival_id=row["arrival_id"],
        state=DocumentState(row["state"]),
        source=row["source"],
        source_sha256=row["sha256"],
        source_pages=tuple(row["source_pages"]),
        type=row["type"],
        type_score=row["type_score"],
        section=row["section"],
        type_evidence=load_evidence(row["type_evidence"]),
        person=row["person"],
        match_score=row["match_score"],
        evidence=load_evidence(row["evidence"]),
        document_date=row["document_date"],
        language=row["language"],
        quality=row["quality"],
        received_at=row["received_at"],
        filed_at=row["filed_at"],
        reason=load_reason(row),
        folder=home.root / row["folder"],
    )


def _pages(catalogue: Catalogue, which: ColumnElement[bool]) -> tuple[StoredPage, ...]:
    with catalogue.read() as connection:
        rows = connection.execute(select(page).where(which).order_by(page.c.number)).mappings().all()
    return tuple(
        StoredPage(
            number=row["number"],
            kind=PageKind(row["kind"]),
            text=row["text"],
            rotation=row["rotation"],
            language=row["language"],
            quality=row["quality"],
            reason=load_reason(row),
        )
        for row in rows
    )
