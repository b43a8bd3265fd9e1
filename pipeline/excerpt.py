"""The lines of a document that say whose it is, for somebody who has to decide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model import DocumentReading, Identity, Zone
from pipeline.names import words

_SHORTEST = 3
"""Letters of a name worth looking for; shorter words stand anywhere."""

_FEW = 5
"""Lines that tell enough to recognise what the document is."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A line with the page of the source it stands on."""

    page: int
    text: str


def telling_lines(document: DocumentReading, most: int) -> tuple[Passage, ...]:
    """At most `most` lines with names, birth dates and numbers, in reading order.

    Without any, the first lines: what is not understood is best seen from its beginning.
    """
    lines = [Passage(page.number, line.text) for page in document.pages for line in page.lines]
    names, signs = _names(document.identity), frozenset(_signs(document.identity))
    worth = {at: _worth(line.text, names, signs) for at, line in enumerate(lines)}
    best = sorted((at for at in worth if worth[at]), key=lambda at: -worth[at])[:most]
    if len(best) < _FEW:  # what follows them says what the letter is about
        following = [at + step for step in range(1, _FEW) for at in sorted(best) if at + step < len(lines)]
        best = list(dict.fromkeys([*best, *following]))[:_FEW]
    return tuple(lines[at] for at in sorted(best)) or tuple(lines[:most])


def _worth(text: str, names: frozenset[str], signs: frozenset[str]) -> int:
    return len(names.intersection(words(text))) + 2 * sum(sign in text for sign in signs)


def _names(identity: Identity) -> frozenset[str]:
    return frozenset(
        word
        for mention in identity.persons
        for text in (mention.family_name, mention.given_names, mention.name)
        if text
        for word in words(text)
        if len(word) >= _SHORTEST
    )


def _signs(identity: Identity) -> Iterator[str]:
    """Birth dates as Germans write them, and numbers that stand in fields or machine-readable zones."""
    for mention in identity.persons:
        if (born := mention.birth_date) is not None and born.full:
            yield f"{born.day:02d}.{born.month:02d}.{born.year}"
    for number in identity.numbers:
        if number.zone is not Zone.BODY:
            yield number.raw
