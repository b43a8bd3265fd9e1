"""The JSON objects of the contract (DESIGN, "Contract"). Other people's programs read these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from config.evidence import in_words
from config.language import Text
from pipeline.model import Evidence
from records import arrivals, documents
from records.model import ArrivalRecord, ArrivalState, StoredDocument
from service.cli.output import day
from service.wiring import Site

STATES = ("filed", "review", "quarantined", "duplicate", "pending", "discarded")
"""States of `akte documents`: those of documents, and of arrivals that have none (yet)."""

_ARRIVAL_STATES = {
    "quarantined": (ArrivalState.QUARANTINED,),
    "duplicate": (ArrivalState.DUPLICATE,),
    "pending": (ArrivalState.WAITING, ArrivalState.PROCESSING),
    "discarded": (ArrivalState.DISCARDED,),
}
_DUPLICATE_OF = Text(
    "dieselben Bytes wie Eingang {id} vom {received} ({source})",
    "same bytes as arrival {id} of {received} ({source})",
)


def document_objects(
    site: Site,
    authorities: Sequence[str],
    *,
    state: str | None = None,
    person: str | None = None,
    type_id: str | None = None,
    text: bool = False,
) -> Iterator[dict[str, object]]:
    """Every document, then every arrival without one, that fits the filters."""
    if state in {None, "filed", "review"}:
        for document in documents.each_document(site.catalogue, authorities, person=person, type=type_id):
            if state in {None, document.state}:
                yield document_object(site, document, text=text)
    if person is None and type_id is None:
        for name, states in _ARRIVAL_STATES.items():
            if state in {None, name}:
                for authority in authorities:
                    for arrival_state in states:
                        for arrival in arrivals.list_arrivals(site.catalogue, authority, arrival_state):
                            yield _arrival_object(site, arrival, name, text=text)


def document_object(site: Site, document: StoredDocument, *, text: bool = False) -> dict[str, object]:
    """A stored document, filed or in review."""
    result: dict[str, object] = {
        "id": document.id,
        "authority": document.authority,
        "state": str(document.state),
        "source": document.source,
        "source_sha256": document.source_sha256,
        "source_pages": list(document.source_pages),
        "pages": len(document.source_pages),
        "type": document.type,
        "type_score": document.type_score,
        "section": document.section,
        "person": document.person,
        "match_score": document.match_score,
        "evidence": [evidence_text(part) for part in (*document.evidence, *learned_evidence(document))],
        "document_date": document.document_date,
        "language": document.language,
        "received_at": document.received_at.isoformat(),
        "filed_at": document.filed_at.isoformat() if document.filed_at else None,
        "reason": document.reason.text() if document.reason else None,
    }
    if text:
        result["text"] = [page.text for page in documents.pages(site.catalogue, document.id)]
    return result


def learned_evidence(document: StoredDocument) -> tuple[Evidence, ...]:
    """The words for which a type was chosen that the rules were unsure of."""
    return tuple(part for part in document.type_evidence if part.name == "learned")


def evidence_text(part: Evidence) -> str:
    """`Geburtsdatum stimmt überein: 1984-05-03 (+0.45)`."""
    words = in_words(part.name)
    if part.detail:
        words += f": {in_words(part.detail)}"
    return f"{words} ({part.weight:+.2f})"


def _arrival_object(site: Site, arrival: ArrivalRecord, state: str, *, text: bool) -> dict[str, object]:
    # a duplicate is not read; its pages are those of the first
    first = arrivals.get(site.catalogue, arrival.duplicate_of) if arrival.duplicate_of else None
    count = (first or arrival).page_count or 0
    result: dict[str, object] = {
        "id": arrival.id,
        "authority": arrival.authority,
        "state": state,
        "source": arrival.source,
        "source_sha256": arrival.sha256,
        "source_pages": list(range(1, count + 1)),
        "pages": count,
        "type": None,
        "type_score": None,
        "section": None,
        "person": None,
        "match_score": None,
        "evidence": [],
        "document_date": None,
        "language": None,
        "received_at": arrival.received_at.isoformat(),
        "filed_at": None,
        "reason": _reason(arrival, first),
    }
    if text:
        result["text"] = []
    return result


def _reason(arrival: ArrivalRecord, first: ArrivalRecord | None) -> str | None:
    if first is not None:
        received = day(first.received_at.astimezone().date().isoformat())
        return _DUPLICATE_OF(id=first.id[:8], received=received, source=first.source)
    return arrival.reason.text() if arrival.reason else None
