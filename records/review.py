"""The review: what a clerk decides about a document. Every decision is logged with who made it.

A document whose person changes moves to another folder: its files are linked there, one
transaction changes the row, and the old folder goes last (see `leftovers`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, select, update
from sqlalchemy import case as sql_case

from config.reasons import Reason
from pipeline.model import Candidate, Evidence, File, Level, Review
from records import changes, documents, files, leftovers, people
from records.audit import Action, append
from records.catalogue import Catalogue
from records.codec import dump_evidence, dump_reason, load_evidence, now
from records.errors import ChangedMeanwhile, Conflict, NotFound
from records.filing_rows import decided, insert_candidates
from records.model import DocumentState, ReviewCase, StoredDocument
from records.schema import arrival, candidate, document, file
from records.seals import document_seal

_REJECTED = "rejected"


def cases(catalogue: Catalogue, authority: str) -> tuple[ReviewCase, ...]:
    """All that waits for a clerk, oldest first."""
    waiting = documents.list_documents(catalogue, (authority,), state=DocumentState.REVIEW)
    return tuple(ReviewCase(document=one, candidates=_candidates(catalogue, one)) for one in waiting)


def case(catalogue: Catalogue, document_id: str) -> ReviewCase:
    """A document with the candidates proposed for it, best first. Raises NotFound."""
    stored = documents.get(catalogue, document_id)
    return ReviewCase(document=stored, candidates=_candidates(catalogue, stored))


def next_case(catalogue: Catalogue, authority: str) -> ReviewCase | None:
    """The oldest open case; rejected ones come after all others."""
    query = (
        select(document.c.id)
        .join_from(document, arrival, arrival.c.id == document.c.arrival_id)
        .where(document.c.authority == authority, document.c.state == DocumentState.REVIEW)
        .order_by(
            sql_case((document.c.reason_code == _REJECTED, 1), else_=0),
            arrival.c.received_at,
            arrival.c.id,
            document.c.first_page,
        )
        .limit(1)
    )
    with catalogue.read() as connection:
        found = connection.execute(query).scalar()
    return None if found is None else case(catalogue, found)


def assign(
    catalogue: Catalogue, document_id: str, person_number: str, actor: str, note: str = ""
) -> StoredDocument:
    """Put a document into a person's record, out of the review or of another record.

    Raises NotFound for a person that the document's authority does not know.
    """
    stored = documents.get(catalogue, document_id)
    if people.person(catalogue, stored.authority, person_number) is None:
        raise NotFound("person", person_number)
    values = {
        "state": DocumentState.FILED,
        "person": person_number,
        "match_score": 1.0,
        "evidence": dump_evidence([_clerk(actor)]),
        "filed_at": now(),
        **dump_reason(None),
    }
    details = {"from": stored.person, "to": person_number, "note": note}
    _place(catalogue, stored, values=values, actor=actor, action=Action.ASSIGNED, details=details)
    return documents.get(catalogue, document_id)


def settle(catalogue: Catalogue, document_id: str, decision: File, actor: str = "service") -> StoredDocument:
    """File a waiting document by a new decision, as when the register has learnt of its person.

    Raises Conflict for what does not wait any more or was rejected by a clerk.
    """
    stored = documents.get(catalogue, document_id)
    if not open_to_settling(stored):
        raise Conflict(detail=f"{document_id}: {stored.state}")
    values = decided(decision)
    details = {"from": stored.person, "to": values["person"]}
    _place(catalogue, stored, values=values, actor=actor, action=Action.FILED, details=details)
    return documents.get(catalogue, document_id)


def renew(catalogue: Catalogue, document_id: str, decision: Review, actor: str = "service") -> None:
    """Keep a document waiting, with the reason and the candidates that the register gives today.

    Raises Conflict for what does not wait any more or was rejected by a clerk.
    """
    stored = documents.get(catalogue, document_id)
    if not open_to_settling(stored):
        raise Conflict(detail=f"{document_id}: {stored.state}")
    with catalogue.write() as connection:
        connection.execute(delete(candidate).where(candidate.c.document_id == document_id))
        insert_candidates(connection, stored.authority, document_id, decision.candidates)
        _change(
            connection,
            stored,
            values=decided(decision),
            actor=actor,
            action=Action.TO_REVIEW,
            details={"reason": decision.reason.code},
        )


def open_to_settling(stored: StoredDocument) -> bool:
    """Whether a document waits for want of certainty. What a clerk has rejected is a clerk's."""
    rejected = stored.reason is not None and stored.reason.code == _REJECTED
    return stored.state is DocumentState.REVIEW and not rejected


def set_type(
    catalogue: Catalogue,
    document_id: str,
    type: str,  # noqa: A002 -- the field's word for it
    actor: str,
    *,
    sections: Callable[[str], str],
) -> StoredDocument:
    """Correct a document's type, and with it the section of the record."""
    stored = documents.get(catalogue, document_id)
    values = {
        "type": type,
        "type_score": 1.0,
        "type_evidence": dump_evidence([_clerk(actor)]),
        "section": sections(type),
    }
    with catalogue.write() as connection:
        _change(
            connection,
            stored,
            values=values,
            actor=actor,
            action=Action.TYPE_SET,
            details={"from": stored.type, "to": type},
        )
    return documents.get(catalogue, document_id)


def reject(catalogue: Catalogue, document_id: str, actor: str, note: str) -> StoredDocument:
    """Say that a document cannot be assigned as it is; out of a record it goes back to the review."""
    stored = documents.get(catalogue, document_id)
    values = {
        "state": DocumentState.REVIEW,
        "person": None,
        "match_score": None,
        "evidence": [],
        "filed_at": None,
        **dump_reason(Reason(_REJECTED, {"actor": actor, "note": note})),
    }
    details = {"from": stored.person, "note": note}
    _place(catalogue, stored, values=values, actor=actor, action=Action.REJECTED, details=details)
    return documents.get(catalogue, document_id)


def _clerk(actor: str) -> Evidence:
    return Evidence(name="clerk", weight=1.0, detail=actor)


def _place(
    catalogue: Catalogue,
    stored: StoredDocument,
    *,
    values: Mapping[str, Any],
    actor: str,
    action: Action,
    details: Mapping[str, Any],
) -> None:
    """Change a document and move its folder to where its person now wants it."""
    home = catalogue.home
    target = files.document_folder(home, stored.authority, values["person"], stored.id)
    if target == stored.folder:
        with catalogue.write() as connection:
            _change(connection, stored, values=values, actor=actor, action=action, details=details)
        return
    announced = leftovers.announce(catalogue, home, stored.id, [target])
    _link_files(catalogue, stored, target)
    with catalogue.write() as connection:
        leftovers.withdraw(connection, announced)
        leftovers.doom(connection, home, stored.id, stored.folder)
        moved = {**values, "folder": files.relative(home, target)}
        _change(connection, stored, values=moved, actor=actor, action=action, details=details)
    leftovers.clear(catalogue, home, stored.id)


def _link_files(catalogue: Catalogue, stored: StoredDocument, target: Path) -> None:
    with catalogue.read() as connection:
        names = connection.execute(select(file.c.name).where(file.c.document_id == stored.id)).scalars().all()
    try:
        for name in names:
            files.place(stored.folder / name, target / name)
    except FileNotFoundError as error:
        if documents.get(catalogue, stored.id).folder == stored.folder:
            raise  # not moved: the file is lost, as `verify` will say, too
        raise ChangedMeanwhile(detail=stored.id) from error


def _change(
    connection: Connection,
    stored: StoredDocument,
    *,
    values: Mapping[str, Any],
    actor: str,
    action: Action,
    details: Mapping[str, Any],
) -> None:
    """Change the row if it is still as `stored` was read, log it, tell the index."""
    unchanged = (
        (document.c.id == stored.id)
        & (document.c.state == stored.state)
        & (document.c.person.is_not_distinct_from(stored.person))
        & (document.c.type == stored.type)
    )
    if connection.execute(update(document).where(unchanged).values(**values)).rowcount != 1:
        raise ChangedMeanwhile(detail=stored.id)
    changes.note(connection, stored.authority, [stored.id])
    append(
        connection,
        actor=actor,
        authority=stored.authority,
        action=action,
        subject=stored.id,
        details={**details, "seal": document_seal(connection, stored.id)},
    )


def _candidates(catalogue: Catalogue, stored: StoredDocument) -> tuple[Candidate, ...]:
    """As proposed when the document was read, with the persons as the register has them today."""
    query = select(candidate).where(candidate.c.document_id == stored.id).order_by(candidate.c.rank)
    with catalogue.read() as connection:
        rows = connection.execute(query).mappings().all()
    known = people.persons(catalogue, stored.authority, [row["person"] for row in rows])
    return tuple(
        Candidate(
            person=known[row["person"]],
            score=row["score"],
            level=Level(row["level"]),
            evidence=load_evidence(row["evidence"]),
        )
        for row in rows
    )
