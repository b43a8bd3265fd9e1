"""The feed of the real catalogue."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from config.document_types import DocumentTypes
from index import feed
from index.feed import CatalogueFeed
from index.labels import labels_of
from index.schema import fields_of
from records.model import DocumentState, IndexEntry

ENTRY = IndexEntry(
    document_id="d",
    authority="wiesbaden",
    source="scan.pdf",
    type="unklassifiziert",
    section="schriftverkehr",
    person=None,
    person_names=(),
    file_number=None,
    document_date=None,
    received_at=datetime(2024, 5, 3, tzinfo=UTC),
    state=DocumentState.REVIEW,
    pages=((1, "Text"),),
)


@pytest.mark.parametrize(("authority", "expected"), [("wiesbaden", ENTRY), ("kassel", None)])
def test_another_authoritys_document_never_enters(
    monkeypatch: pytest.MonkeyPatch, authority: str, expected: IndexEntry | None
) -> None:
    monkeypatch.setattr(feed.documents, "entry", lambda _catalogue, _id: ENTRY)
    assert CatalogueFeed(None, authority).entry("d") == expected


def test_unclassified_documents_have_a_label() -> None:
    labels = labels_of(DocumentTypes(types={}, sections={}))
    assert "nicht" in fields_of(ENTRY, labels)["labels"]
