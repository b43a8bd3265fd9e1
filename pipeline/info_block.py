"""The lines of a letterhead that say who writes: reference, name, extension, date (DIN 5008)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model import Line

_REFERENCE = re.compile(r"\b(?:Mein|Unser|Ihr)e?\s?(?:Gesch\S+)?\s?Zeich", re.IGNORECASE)
_REACHED = re.compile(r"\b(?:Durchwahl|Telefon|Telefax|E-?Mail|Zimmer|Datum|Tel\.)", re.IGNORECASE)
_BORN = re.compile(r"\bgeb|\bborn\b", re.IGNORECASE)
_NEAR = 2
"""Lines between a reference, the writer's name, and how the writer is reached."""


def names_the_writer(lines: Sequence[Line], index: int) -> bool:
    """Whether the line's "Name" is the caseworker's: below a reference and above an extension or the day,
    with no birth date beside.
    """
    above = [line.text for line in lines[max(index - _NEAR, 0) : index]]
    below = [line.text for line in lines[index + 1 : index + 1 + _NEAR]]
    if any(_BORN.search(text) for text in (*above, lines[index].text, *below)):
        return False
    return any(map(_REFERENCE.search, above)) and any(map(_REACHED.search, below))
