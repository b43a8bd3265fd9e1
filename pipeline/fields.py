"""Labels and their values on forms: `Familienname: X`, the value beside, below or in a box.

Labels are a closed vocabulary in the languages that forms at an immigration authority bear
(German with English, French or Turkish beside it). A value runs from its label to the next label
on the line; a label with nothing behind it takes what stands below it in its column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from config.form_words import load_form_words
from pipeline.columns import Spread
from pipeline.model import PageReading, Word

_LABEL = load_form_words().label
# Between a label and its value: translated twins of the label, hints in brackets, punctuation.
_BETWEEN = re.compile(
    r"^(?:\s*[/|]\s*[^\W\d_][^:/|\d]{1,30}?(?=[:/|]|\s{2}|$)|\s*\([^)]{1,60}\)|\s*\[[a-z0-9]\]|[\s:;._|/\\=)\]–—-])+"
)
_WITH_DIGITS = frozenset({"birth_date", "azr", "bamf", "reference", "document_number"})
_NUMBERING = re.compile(r"^\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[a-z]\))\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A label of the vocabulary with its value; `start` is where the value begins on its line."""

    key: str
    label: str
    value: str
    page: int
    line: int
    value_line: int
    confidence: float


def find_fields(page: PageReading) -> tuple[Field, ...]:
    """All labels of a page that have a value, in reading order."""
    return tuple(_fields(page))


def _fields(page: PageReading) -> Iterator[Field]:
    for index, line in enumerate(page.lines):
        spread = Spread.of(line)
        matches = list(_LABEL.finditer(spread.text))
        for match, following in zip_longest(matches, matches[1:]):
            end = following.start() if following else len(spread.text)
            value, at = _beside(spread.text, match.end(), end)
            if value and _plausible(str(match.lastgroup), value):
                yield _field(page, match, value, index, index, spread.words(at, end))
                continue
            numbered = _NUMBERING.match(spread.text[: match.start()])
            left = spread.span(0 if numbered else match.start(), match.end())[0]
            right = spread.span(following.start(), following.end())[0] if following else None
            if found := _below(page, index, left, right):
                below, words = found
                yield _field(page, match, " ".join(w.text for w in words), index, below, words)


def _field(
    page: PageReading, match: re.Match[str], value: str, line: int, value_line: int, words: Sequence[Word]
) -> Field:
    return Field(
        key=str(match.lastgroup),
        label=match.group(),
        value=value,
        page=page.number,
        line=line,
        value_line=value_line,
        confidence=min((word.confidence for word in words), default=1.0),
    )


def _beside(text: str, start: int, end: int) -> tuple[str, int]:
    """The value between a label and the next one, and where it starts; empty if there is none."""
    between = _BETWEEN.match(text[start:end])
    at = start + (between.end() if between else 0)
    value = " ".join(text[at:end].split()).strip(" :;|/\\")
    if _NUMBERING.match(value) or value in {"und", "and", "(", ")"}:
        return "", at
    return value, at


def _plausible(key: str, value: str) -> bool:
    """Whether `value` can be one of `key`; if not, it is the next column's heading."""
    if key in _WITH_DIGITS:
        return any(character.isdigit() for character in value)
    return True


def _below(page: PageReading, index: int, left: float, right: float | None) -> tuple[int, list[Word]] | None:
    """Words of the next line that stand in the column from `left` to `right`, unless it is all labels."""
    line = page.lines[index]
    for below in range(index + 1, min(index + 3, len(page.lines))):
        candidate = page.lines[below]
        if candidate.box.top - line.box.bottom > 3.0 * max(line.height, candidate.height):
            return None
        slack = 0.8 * line.height
        words = [
            word
            for word in candidate.words
            if word.box.left >= left - slack and (right is None or word.box.left < right - slack)
        ]
        if words and not _LABEL.match(" ".join(word.text for word in words)):
            return below, words
    return None
