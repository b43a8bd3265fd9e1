"""Readings that a home keeps, with the evidence today's rules find: deciding is tried without reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from pipeline.classify import classify
from pipeline.identity import find_identity
from pipeline.model import DocumentReading
from records import documents
from records.filing import load_reading
from records.model import StoredDocument
from service.wiring import Site


def readings_anew(site: Site) -> Iterator[tuple[StoredDocument, DocumentReading]]:
    """Each document of the home beside its reading, type and evidence found anew.

    Machine-readable zones stay as they were read: most of them are read from the picture.
    """
    today = datetime.now(UTC).date()
    for stored in documents.each_document(site.catalogue, site.authorities):
        document = load_reading(stored)
        zones = document.identity.mrz
        patterns = site.settings.authorities[stored.authority].file_number_patterns
        identity = find_identity(document.pages, zones, today, [re.compile(pattern) for pattern in patterns])
        found = classify(document.pages, site.types, zones)
        yield stored, replace(document, identity=identity, classification=found)
