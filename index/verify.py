"""Verifying an index against the catalogue; it is derived, so the remedy is always to build it anew."""

from __future__ import annotations

import time

from config.language import Text
from index.errors import IndexMissing, SearchIndexError
from index.store import Index
from records import changes, documents
from records.catalogue import Catalogue
from records.model import Fault

LOOKS = 3
"""Looks at an index that seems faulty: the service may be writing to it just now."""

_REBUILD = Text("akte index rebuild --authority {authority}", "akte index rebuild --authority {authority}")
_DIFFERS = Text(
    "Index von {authority}: {missing} Dokumente fehlen, {extra} gehören nicht hinein",
    "Index of {authority}: {missing} documents are missing, {extra} do not belong there",
)


def verify_index(catalogue: Catalogue, authority: str, index: Index, *, pause: float = 0.0) -> Fault | None:
    """What is wrong with an authority's index, looked at again after `pause` seconds; None if nothing.

    Documents that the change table lists may be missing still, and an index may be missing as long
    as there are no documents.
    """
    fault = _fault(catalogue, authority, index)
    for _ in range(LOOKS - 1):
        if fault is None:
            break
        time.sleep(pause)
        fault = _fault(catalogue, authority, index)
    return fault


def _fault(catalogue: Catalogue, authority: str, index: Index) -> Fault | None:
    held = set(documents.all_ids(catalogue, authority))
    indexed: set[str] = set()
    try:
        opened = Index.open(index.folder, labels=index.labels)
        opened.check(deep=True)
        indexed = opened.ids()
    except IndexMissing:
        pass
    except SearchIndexError as error:
        return _found("index_damaged", authority, error.text())
    if indexed == held or changes.count(catalogue, authority):
        return None
    message = _DIFFERS(authority=authority, missing=len(held - indexed), extra=len(indexed - held))
    return _found("index_incomplete", authority, message)


def _found(code: str, authority: str, message: str) -> Fault:
    return Fault(code=code, subject=authority, message=message, action=_REBUILD(authority=authority))
