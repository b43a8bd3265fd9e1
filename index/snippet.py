"""The stretch of a page that shows best why it was found."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from index.german import Token, clean, tokens
from index.marks import Mark

_WIDTH = 220  # characters
_LEAD = 40  # characters shown before the first match
_SPACE = re.compile(r"\s+")


class Part(NamedTuple):
    """Text without control characters or line breaks."""

    text: str
    highlighted: bool


class _Found(NamedTuple):
    start: int
    end: int
    mark: int


def make_snippet(page_text: str, marks: Sequence[Mark]) -> tuple[Part, ...]:
    """The window with most of the query's words; the page's beginning if it has none of them."""
    text = clean(page_text)
    found = sorted(set(_find(list(tokens(text)), marks)))
    begin, end = _window(text, found)
    return tuple(
        _parts(text, begin, end, [item for item in found if begin <= item.start and item.end <= end])
    )


def _find(read: Sequence[Token], marks: Sequence[Mark]) -> Iterator[_Found]:
    for number, mark in enumerate(marks):
        length = len(mark.words)
        for first in range(len(read) - length + 1):
            stretch = read[first : first + length]
            if all(_is(token, words) for token, words in zip(stretch, mark.words, strict=True)):
                yield _Found(stretch[0].start, stretch[-1].end, number)


def _is(token: Token, terms: Container[str]) -> bool:
    return token.term in terms or any(part in terms for part in token.parts)


def _window(text: str, found: Sequence[_Found]) -> tuple[int, int]:
    if not found:
        return 0, _word_end(text, _WIDTH)
    best = max(found, key=lambda first: (*_worth(found, first), -first.start))
    begin = _word_start(text, max(0, best.start - _LEAD))
    return begin, _word_end(text, max(begin + _WIDTH, best.end))


def _worth(found: Sequence[_Found], first: _Found) -> tuple[int, int]:
    """Different words of the query, and matches, in the window that begins with a match."""
    reach = first.start + _WIDTH - _LEAD
    inside = [item.mark for item in found if first.start <= item.start and item.end <= reach]
    return len(set(inside)), len(inside)


def _word_start(text: str, place: int) -> int:
    if place == 0:
        return 0
    gap = _SPACE.search(text, place, place + _LEAD)
    return gap.end() if gap else place


def _word_end(text: str, place: int) -> int:
    if place >= len(text):
        return len(text)
    gap = max(text.rfind(" ", place - _LEAD, place), text.rfind("\n", place - _LEAD, place))
    return gap if gap > 0 else place


def _parts(text: str, begin: int, end: int, found: Sequence[_Found]) -> Iterator[Part]:
    place = begin
    before = "… " if text[:begin].strip() else ""
    for item in found:
        if item.start < place:
            continue  # overlaps the match before
        if lead := before + _SPACE.sub(" ", text[place : item.start]):
            yield Part(lead, highlighted=False)
        yield Part(_SPACE.sub(" ", text[item.start : item.end]), highlighted=True)
        place, before = item.end, ""
    after = " …" if text[end:].strip() else ""
    if rest := before + _SPACE.sub(" ", text[place:end]).rstrip() + after:
        yield Part(rest, highlighted=False)
