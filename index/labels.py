"""The names of document types, by which search finds them, and of their sections."""

from __future__ import annotations

from config.document_types import NO_TYPE, DocumentTypes
from index.schema import Labels
from pipeline.model import UNCLASSIFIED


def labels_of(types: DocumentTypes) -> Labels:
    """The labels of all types of a site and of documents that are of none."""
    labels = {kind.id: (kind.label.de, kind.label.en) for kind in types}
    return {**labels, UNCLASSIFIED: (NO_TYPE.de, NO_TYPE.en)}


def sections_of(types: DocumentTypes) -> Labels:
    """German and English names of the sections, by section id; shown, not searched."""
    return {name: (label.de, label.en) for name, label in types.sections.items()}
