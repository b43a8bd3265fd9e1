"""The fields of the index, and the fingerprint that tells one layout and analysis from another."""

from __future__ import annotations

import hashlib
import json
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

import index.lean  # noqa: F401 -- before the engine
import whoosh
from whoosh import columns, fields, formats

from index.compounds import word_list
from index.folding import engine_version
from index.german import clean, file_number, tokens
from index.names import name_terms, spelling_keys
from pipeline.partial_date import PartialDate

if TYPE_CHECKING:  # a search should not wait for what only writing needs
    from records.model import IndexEntry

Labels = Mapping[str, Sequence[str]]
"""German and English names of each document type, by type id."""

Positions = Mapping[str, Sequence[int]]
"""Terms of a field with their places in it."""

LAYOUT = 3  # counted up when the meaning of a field changes without its analysis changing

PAGE_BITS = 16  # a place in the text is (page of the source << 16) + word on the page
_LAST_WORD = (1 << PAGE_BITS) - 1


class Places(formats.Format):  # type: ignore[misc]  # the engine carries no types
    """Places as plain numbers: see `index.codec`."""

    def encode(self, places: Sequence[int]) -> bytes:
        return array("I", places).tobytes()


class Terms(fields.FieldType):  # type: ignore[misc]  # the engine carries no types
    """A scored field whose terms come ready-made; the analysis stays outside the engine."""

    analyzer = None

    def __init__(self) -> None:
        self.format = Places()
        self.scorable = True
        self.stored = self.unique = False
        self.vector = self.column_type = None

    def index(self, value: Positions, **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        for term, places in value.items():
            yield term.encode(), len(places), float(len(places)), self.format.encode(places)


class Day(fields.FieldType):  # type: ignore[misc]  # the engine carries no types
    """A day as a number, in a column of its own: compared and sorted by, not looked up."""

    analyzer = format = vector = None
    column_type = columns.NumericColumn("i")

    def __init__(self) -> None:
        self.indexed = self.scorable = self.stored = self.unique = False

    def to_column_value(self, value: int) -> int:
        return value


SCORED = ("labels", "names", "spellings", "az", "source", "text", "parts")
"""Fields whose words count more or less; the others only choose."""


def make_schema() -> fields.Schema:
    """All fields. `parts` holds the parts of words, file numbers and dates, at the place of the whole."""
    return fields.Schema(
        id=fields.ID(stored=True, unique=True),
        type=fields.ID(),
        section=fields.ID(),
        state=fields.ID(),
        person=fields.ID(),
        year=fields.ID(),
        first_day=Day(),
        last_day=Day(),
        **{name: Terms() for name in SCORED},
        entry=fields.STORED(),
    )


def fields_of(entry: IndexEntry, labels: Labels) -> dict[str, object]:
    """The field values of one document."""
    text, parts = page_terms(entry.pages)
    first_day, last_day = day_range(entry.document_date)
    return {
        "id": entry.document_id,
        "type": entry.type,
        "section": entry.section,
        "state": str(entry.state),
        "person": entry.person,
        "year": entry.document_date[:4] if entry.document_date else None,
        "first_day": first_day,
        "last_day": last_day,
        "labels": _label_terms(labels.get(entry.type, (entry.type,))),
        "names": _places(_name_field(entry)),
        "spellings": _places(sorted(key for name in entry.person_names for key in spelling_keys(name))),
        "az": _places(_number_terms(entry.file_number)),
        "source": _places(source_terms(entry.source)),
        "text": text,
        "parts": parts,
        "entry": _stored(entry),
    }


def page_terms(pages: Iterable[tuple[int, str]]) -> tuple[Positions, Positions]:
    """Terms and parts of all pages; a place tells its page, and no phrase reaches over a page's end."""
    text: defaultdict[str, list[int]] = defaultdict(list)
    parts: defaultdict[str, list[int]] = defaultdict(list)
    for number, content in pages:
        for count, token in enumerate(tokens(clean(content))):
            place = (number << PAGE_BITS) + min(count, _LAST_WORD)
            text[token.term].append(place)
            for part in token.parts:
                parts[part].append(place)
    return text, parts


def page_of(place: int) -> int:
    return place >> PAGE_BITS


def day_range(text: str | None) -> tuple[int | None, int | None]:
    """First and last day of a full or partial ISO date as numbers like 20240503."""
    if text is None:
        return None, None
    value = PartialDate.parse(text)
    first = date(value.year, value.month or 1, value.day or 1)
    last = (value.month or 12, value.day or 31)
    return _number(first.year, first.month, first.day), _number(value.year, *last)


def _number(year: int, month: int, day: int) -> int:
    return (year * 100 + month) * 100 + day


def source_terms(source: str) -> tuple[str, ...]:
    """Words and numbers of a file name: `scan_0001.pdf` is found by scan, 0001 and scan_0001."""
    return tuple(token.term for token in tokens(_spaced(source)))


def _spaced(source: str) -> str:
    return "".join(letter if letter.isalnum() else " " for letter in clean(source))


def _label_terms(labels: Iterable[str]) -> Positions:
    found = [
        term for label in labels for token in tokens(clean(label)) for term in (token.term, *token.parts)
    ]
    return _places(found)


def _name_field(entry: IndexEntry) -> Iterator[str]:
    for name in entry.person_names:
        yield from name_terms(name)
    if entry.person:
        yield file_number(clean(entry.person))[0]


def _number_terms(number: str | None) -> tuple[str, ...]:
    if not number:
        return ()
    whole, parts = file_number(clean(number).strip())
    return (whole, *parts)


def _places(terms: Iterable[str]) -> Positions:
    return {term: (place,) for place, term in enumerate(dict.fromkeys(terms))}


def _stored(entry: IndexEntry) -> dict[str, object]:
    """What a hit shows without asking the catalogue."""
    return {
        "source": entry.source,
        "type": entry.type,
        "section": entry.section,
        "person": entry.person,
        "file_number": entry.file_number,
        "document_date": entry.document_date,
        "received_at": entry.received_at.isoformat(),
        "state": str(entry.state),
        "source_pages": [number for number, _ in entry.pages],
    }


_SAMPLE = """Az. 33-A-2024/1182, 6 K 152/14.WI.A, 240503 123456, 9923557.439; vom 3. Mai 2024,
03.05.2024, 3.5.24, 05/2024, § 60a Abs. 2 AufenthG. Anträge, Antrags, Straße, Müller, Aufenthalts-
erlaubnisse, Wohnungsgeberbestätigung, An- und Abmeldung, O’Brien, al-Hassan, Łukasz, Юлия"""


def fingerprint(labels: Labels) -> str:
    """Changes with the fields, the word list, the labels, the engines, and with what analysis does."""
    schema = make_schema()
    described = {
        "layout": LAYOUT,
        "fields": {name: repr(field) for name, field in schema.items()},
        "engines": [engine_version(), whoosh.versionstring()],
        "words": hashlib.sha256(word_list()).hexdigest(),
        "labels": {name: list(words) for name, words in sorted(labels.items())},
        "sample": [[token.term, token.parts] for token in tokens(clean(_SAMPLE))],
        "names": [
            sorted({*name_terms(name), *spelling_keys(name)})
            for name in ("Müller-Testperson, Yusuf", "Muhammad Al-Beispiel")
        ],
    }
    text = json.dumps(described, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
