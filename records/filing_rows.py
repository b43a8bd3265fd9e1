"""The rows of a filed arrival: documents, pages, files, candidates, log entries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, insert

from config.home import Home
from pipeline.match import keys_of_document
from pipeline.model import Candidate, File, Filing, PageReading
from records import files, waiting
from records.audit import Action, append
from records.codec import dump_evidence, dump_reason, now
from records.files import FileFacts
from records.model import ArrivalRecord, DocumentState
from records.plan import Plan
from records.schema import candidate, document, file, page
from records.seals import document_seal, pages_seal


def insert_document(
    connection: Connection, home: Home, arrival: ArrivalRecord, plan: Plan, section: str
) -> None:
    reading = plan.reading
    row = {
        "id": plan.id,
        "authority": arrival.authority,
        "arrival_id": arrival.id,
        "first_page": reading.source_pages[0],
        "source_pages": list(reading.source_pages),
        "type": reading.classification.type,
        "type_score": reading.classification.score,
        "type_evidence": dump_evidence(reading.classification.evidence),
        "section": section,
        "document_date": _text(reading.identity.document_date),
        "language": reading.language,
        "quality": reading.quality,
        "folder": files.relative(home, plan.folder),
        **decided(plan.decision),
    }
    connection.execute(insert(document), row)


def decided(decision: Filing) -> dict[str, Any]:
    """What the decision says about the document."""
    if isinstance(decision, File):
        chosen = decision.candidate
        return {
            "state": DocumentState.FILED,
            "person": chosen.person.number,
            "match_score": chosen.score,
            "evidence": dump_evidence(chosen.evidence),
            "filed_at": now(),
            **dump_reason(None),
        }
    return {
        "state": DocumentState.REVIEW,
        "person": None,
        "match_score": None,
        "evidence": [],
        "filed_at": None,
        **dump_reason(decision.reason),
    }


def _text(value: object | None) -> str | None:
    return None if value is None else str(value)


def insert_parts(
    connection: Connection, arrival: ArrivalRecord, plan: Plan, written: Sequence[FileFacts]
) -> None:
    """Pages, files and, for the review, candidates and keys."""
    insert_pages(connection, arrival, plan.id, plan.reading.pages)
    whose = {"authority": arrival.authority, "document_id": plan.id}
    connection.execute(
        insert(file), [{**whose, "name": f.name, "sha256": f.sha256, "size": f.size} for f in written]
    )
    if not isinstance(plan.decision, File):
        insert_candidates(connection, arrival.authority, plan.id, plan.decision.candidates)
        waiting.keep_keys(connection, arrival.authority, plan.id, keys_of_document(plan.reading.identity))


def insert_candidates(
    connection: Connection, authority: str, document_id: str, proposed: Sequence[Candidate]
) -> None:
    rows = [
        {
            "authority": authority,
            "document_id": document_id,
            "rank": rank,
            "person": one.person.number,
            "score": one.score,
            "level": one.level,
            "evidence": dump_evidence(one.evidence),
        }
        for rank, one in enumerate(proposed, 1)
    ]
    if rows:
        connection.execute(insert(candidate), rows)


def insert_pages(
    connection: Connection, arrival: ArrivalRecord, document_id: str | None, pages: Sequence[PageReading]
) -> None:
    rows = [
        {
            "authority": arrival.authority,
            "arrival_id": arrival.id,
            "number": one.number,
            "document_id": document_id,
            "kind": one.kind,
            "text": one.text,
            "rotation": one.rotation,
            "language": one.language,
            "quality": one.quality,
            **dump_reason(one.reason),
        }
        for one in pages
    ]
    if rows:
        connection.execute(insert(page), rows)


def log_filing(connection: Connection, arrival: ArrivalRecord, plans: tuple[Plan, ...], actor: str) -> None:
    for plan in plans:
        filed = isinstance(plan.decision, File)
        details = {
            "person": plan.person,
            "reason": None if isinstance(plan.decision, File) else plan.decision.reason.code,
            "type": plan.reading.classification.type,
            "source_pages": list(plan.reading.source_pages),
            "seal": document_seal(connection, plan.id),
        }
        append(
            connection,
            actor=actor,
            authority=arrival.authority,
            action=Action.FILED if filed else Action.TO_REVIEW,
            subject=plan.id,
            details=details,
        )
    append(
        connection,
        actor=actor,
        authority=arrival.authority,
        action=Action.DONE,
        subject=arrival.id,
        details={"documents": [plan.id for plan in plans], "seal": pages_seal(connection, arrival.id)},
    )
