"""Who is named in a document, where, and in which role: the identity evidence of a reading.

Nothing is looked up here. Evidence comes from four kinds of places: the machine-readable zone,
form fields, names that stand before a birth date, and names behind an address or salutation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from pipeline.bare_cards import persons_on_cards
from pipeline.columns import GAP, Spread, rows
from pipeline.fields import find_fields
from pipeline.form_persons import persons_in_fields
from pipeline.form_sections import PERSON_KEYS, FieldInRole, fields_with_roles
from pipeline.governed import is_counted
from pipeline.identifiers import is_sentence, number_mentions
from pipeline.issue_date import issue_date
from pipeline.model import (
    Identity,
    Line,
    Mrz,
    NumberKind,
    NumberMention,
    PageReading,
    PersonMention,
    Role,
    Zone,
)
from pipeline.own_date import document_date
from pipeline.packed import packed
from pipeline.prose import as_dated, persons_in_prose


def find_identity(
    pages: Sequence[PageReading],
    mrz: Sequence[Mrz],
    today: date,
    file_number_patterns: Sequence[re.Pattern[str]] = (),
) -> Identity:
    """All identity evidence of one document, and the document's own date."""
    pages = [_as_written(page) for page in pages]
    by_rows = [packed(replace(page, lines=rows(page.lines))) for page in pages]
    fields = list(fields_with_roles(by_rows))
    prose = [mention for page in pages for mention in _from_prose(page, today)]
    persons = [
        *(_from_mrz(zone) for zone in mrz),
        *_beside_prose(persons_in_fields(fields, today), prose),
        *prose,
    ]
    if not any(mention.birth_date or mention.unreadable for mention in persons):
        persons += persons_on_cards(pages, today)
    born = {mention.birth_date for mention in persons if _is_named(mention)}
    nobodys = {mention.birth_date for mention in persons if not _is_named(mention)}
    expiry = {zone.expiry_date for zone in mrz}
    own_date = issue_date(pages, mrz, today) or document_date(
        pages, today, other=born | expiry, doubtful=nobodys
    )
    numbers = number_mentions(pages, _stated(fields, by_rows), mrz, file_number_patterns)
    return Identity(
        persons=_without_echoes(persons),
        numbers=tuple(_owned(number, persons, pages) for number in numbers),
        mrz=tuple(mrz),
        document_date=own_date,
    )


def _beside_prose(fields: Iterable[PersonMention], prose: Sequence[PersonMention]) -> Iterator[PersonMention]:
    """The persons in fields; whose value goes on with others is one of several: "Muster, und Ehefrau"."""
    counted = [mention for mention in prose if mention.birth_date and is_counted(mention)]
    for mention in fields:
        yield mention if mention.birth_date else as_dated(mention, counted)


def _owned(
    number: NumberMention, persons: Sequence[PersonMention], pages: Sequence[PageReading]
) -> NumberMention:
    """A person's number in a form is a third person's only where one is stated: the spouse's field above it
    may be empty. A sentence says whose it is.
    """
    if number.zone is not Zone.FIELD or number.role is not Role.THIRD or number.kind not in _OF_PERSONS:
        return number
    stated = any(each.role is Role.THIRD and (each.zone is Zone.FIELD or each.birth_date) for each in persons)
    said = any(number.raw in line.text and is_sentence(line.text) for page in pages for line in page.lines)
    return number if stated or said else replace(number, role=Role.SUBJECT)


_OF_PERSONS = {NumberKind.AZR, NumberKind.DOCUMENT}
_E_WITH_MARKS = re.compile(r"^(\W*[A-Z])&(?=\W*$)|(?<=[a-z])&(?=[a-z])")
_FOR_LETTERS = "¢&"


def _as_written(page: PageReading) -> PageReading:
    """Without signs that letters with marks are read as: no German paper counts in cents, so ¢ is a ć,
    and an & behind the only letter of a word, or between small ones, is the ê of `Lê`.
    """
    if not any(sign in line.text for line in page.lines for sign in _FOR_LETTERS):
        return page
    return replace(page, lines=tuple(map(_with_letters, page.lines)))


def _with_letters(line: Line) -> Line:
    return replace(line, words=tuple(replace(word, text=_letters(word.text)) for word in line.words))


def _letters(text: str) -> str:
    return _E_WITH_MARKS.sub(r"\1é", text.replace("¢", "ć"))


def _without_echoes(persons: Sequence[PersonMention]) -> tuple[PersonMention, ...]:
    """Mentions that say something; a bare birth date only where no named mention bears it, and running text
    not where a form's field says that it is a third person's.
    """
    thirds = {m.birth_date for m in persons if m.zone is Zone.FIELD and m.role is Role.THIRD and _is_named(m)}
    named = [m for m in persons if _is_named(m) and not (_untold(m) and m.birth_date in thirds)]
    dates = {mention.birth_date for mention in named}
    bare = [m for m in persons if m not in named and m.birth_date and m.birth_date not in dates]
    return tuple(named + bare)


def _untold(mention: PersonMention) -> bool:
    return mention.zone is Zone.BODY and mention.role is Role.UNKNOWN and mention.birth_date is not None


def _is_named(mention: PersonMention) -> bool:
    return bool(mention.family_name or mention.given_names or mention.name)


def _from_mrz(zone: Mrz) -> PersonMention:
    return PersonMention(
        role=Role.SUBJECT,
        zone=Zone.MRZ,
        page=zone.page,
        family_name=zone.surname or None,
        given_names=zone.given_names or None,
        birth_date=zone.birth_date,
        nationality=zone.nationality or None,
        sex=zone.sex,
        truncated=zone.names_truncated,
    )


def _from_prose(page: PageReading, today: date) -> Iterator[PersonMention]:
    form_lines = frozenset(field.value_line for field in find_fields(page) if field.key in PERSON_KEYS)
    return persons_in_prose(page, form_lines, today)


def _stated(fields: Sequence[FieldInRole], pages: Sequence[PageReading]) -> Iterator[FieldInRole]:
    """Fields but for labels in the middle of a sentence: "wie im Verfahren Az. 1234" states nothing."""
    by_number = {page.number: page for page in pages}
    for item in fields:
        text = Spread.of(by_number[item[0].page].lines[item[0].line]).text
        before = text[: max(text.find(item[0].label), 0)].rsplit(GAP, 1)[-1]
        if len(re.findall(r"(?<!\S)[a-zäöüß]{2,}(?!\S)", before)) < 2:
            yield item
