"""Deciding waiting documents again after the register has changed, without reading them anew."""

from __future__ import annotations

from dataclasses import replace

from pipeline.model import File
from records import documents, review
from records.filing import load_reading
from records.model import DocumentState, StoredDocument
from service.processing import decide_document
from service.wiring import Site


def redecide(site: Site, authority: str) -> tuple[StoredDocument, ...]:
    """File what has become certain; the documents that were filed.

    The others wait on, with the reason and the candidates that hold now.
    """
    filed = []
    waiting = documents.list_documents(site.catalogue, (authority,), state=DocumentState.REVIEW)
    for document in filter(review.open_to_settling, waiting):
        reading = load_reading(document)
        kind = replace(reading.classification, type=document.type)  # a clerk may have corrected it
        decision = decide_document(site, authority, replace(reading, classification=kind))
        if isinstance(decision, File):
            filed.append(review.settle(site.catalogue, document.id, decision))
        elif decision.reason != document.reason:
            review.renew(site.catalogue, document.id, decision)
    return tuple(filed)
