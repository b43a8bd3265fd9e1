"""Whether a PDF page that shows nothing is meant to: damaged drawing instructions leave an empty page."""

from __future__ import annotations

import logging
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, EncodedStreamObject, StreamObject

_PAINTS = re.compile(rb"(?<![\w/])(Tj|TJ|Do|BI|sh|f|S|B)(?!\w)")
"""Operators that show text, images, shadings or paths (ISO 32000-1, annex A)."""

_FAULTS = (PyPdfError, OSError, KeyError, IndexError, TypeError, ValueError, AttributeError, RecursionError)

# It reports each oddity of a damaged file; what matters of that is in the result.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def broken(path: Path, number: int) -> bool:
    """Whether page `number` has instructions that would show something, or cannot be decoded."""
    try:
        with path.open("rb") as file:
            parts = _streams(PdfReader(file).pages[number - 1].get("/Contents"))
            return any(_cut_off(part) or _PAINTS.search(part.get_data()) for part in parts)
    except _FAULTS:
        return True


def _streams(contents: object) -> Iterator[StreamObject]:
    found = contents.get_object() if hasattr(contents, "get_object") else contents
    if isinstance(found, ArrayObject):
        for part in found:
            yield from _streams(part)
    elif isinstance(found, StreamObject):
        yield found


def _cut_off(stream: StreamObject) -> bool:
    if not isinstance(stream, EncodedStreamObject) or stream.get("/Filter") != "/FlateDecode":
        return False
    if not stream._data:  # noqa: SLF001 - get_data() hides damage
        return False
    inflater = zlib.decompressobj()
    try:
        inflater.decompress(stream._data)  # noqa: SLF001
    except zlib.error:
        return True
    return not inflater.eof
