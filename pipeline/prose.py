"""Persons named in letters and running text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date

from pipeline.dated_persons import dated_persons
from pipeline.governed import never_alone
from pipeline.model import PageReading, PersonMention
from pipeline.names import words
from pipeline.place import places
from pipeline.undated_persons import undated_persons


def persons_in_prose(page: PageReading, form_lines: Collection[int], today: date) -> Iterator[PersonMention]:
    """All persons named on a page but in form fields, whose values stand on `form_lines`."""
    for place in places(page):
        dated = list(dated_persons(place, today, form_lines))
        yield from dated
        for mention in undated_persons(place):
            yield as_dated(mention, dated)


def as_dated(mention: PersonMention, dated: Iterable[PersonMention]) -> PersonMention:
    """A mention in the role that its repetition with a birth date gives to it."""
    return next((_as(mention, one) for one in dated if _echoes(mention, one)), mention)


def _echoes(mention: PersonMention, dated: PersonMention) -> bool:
    """Whether a mention repeats one with a birth date that is not the subject alone."""
    return never_alone(dated) and set(words(mention.name or "")) == set(words(dated.name or ""))


def _as(mention: PersonMention, dated: PersonMention) -> PersonMention:
    return replace(mention, role=dated.role, role_word=dated.role_word)
