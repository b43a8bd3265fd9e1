"""A note beside the index: what it was last found to fit, so that a search need not find out again.

Whether an index fits the program takes loading all document types and trying the analysis out. The note
holds a stamp of every file those come from; as long as the stamp is the same, so is the answer.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import index.lean  # noqa: F401 -- before the engine
import whoosh

from index.errors import IndexMissing
from index.folding import engine_version
from index.schema import Labels
from index.store import Index
from intake.disk import write_whole

_NOTE = "NOTE"


_ROOT = Path(__file__).parents[1]
_SOURCES = (
    *("index/*.py", "index/*.toml", "config/document_types.*", "config/name_variants.toml"),
    *("pipeline/names.py", "pipeline/name_forms.py", "pipeline/transliteration.py"),
    "pipeline/partial_date.py",
)


@dataclass(frozen=True, slots=True)
class Noted:
    """An index that fits, and the names of the sections that its counts are shown by."""

    index: Index
    sections: Labels


def stamp(types_file: Path | None) -> str:
    """Another one when the program, the engines or the site's own document types change."""
    found = hashlib.sha256(f"{engine_version()} {whoosh.versionstring()}".encode())
    for pattern in _SOURCES:
        for path in sorted(_ROOT.glob(pattern)):
            found.update(path.read_bytes())
    if types_file is not None:
        with suppress(OSError):  # reported where the document types are loaded
            found.update(types_file.read_bytes())
    return found.hexdigest()


def leave_note(index: Index, sections: Labels, stamped: str) -> None:
    """Call it with an index that `Index.open` has accepted. A disk that takes no note only costs time."""
    noted = {"stamp": stamped, "labels": dict(index.labels), "sections": dict(sections)}
    content = json.dumps(noted, ensure_ascii=False)
    with suppress(OSError):
        write_whole(index.generation() / _NOTE, content.encode())


def noted(folder: Path, stamped: str) -> Noted | None:
    """The index in force if its note has this stamp. Raises IndexDamaged for missing or torn files."""
    try:
        content = json.loads((Index(folder, {}).generation() / _NOTE).read_text("utf-8"))
        fits = content["stamp"] == stamped
        found = Noted(Index(folder, content["labels"]), content["sections"])
    except (IndexMissing, OSError, ValueError, KeyError, TypeError):
        return None
    if not fits:
        return None
    found.index.check()
    return found
