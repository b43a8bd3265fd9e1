"""A register in memory and the whole way from pages to the decision, for the tests of deciding.

Looks candidates up as the register in the database does: whoever shares a key with the document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from config.document_types import DocumentTypes, load_document_types
from config.settings import Deciding
from pipeline.classify import classify
from pipeline.decide import decide, rule_of
from pipeline.identity import find_identity
from pipeline.match import keys_of_document, keys_of_person, match
from pipeline.model import DocumentReading, Filing, Match, PageReading, Person
from pipeline.mrz import find_mrz

TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Desk:
    """Everything between a reading and its filing, with `persons` as the register."""

    persons: tuple[Person, ...]

    @cached_property
    def _by_key(self) -> dict[str, list[Person]]:
        found: dict[str, list[Person]] = defaultdict(list)
        for person in self.persons:
            for key in keys_of_person(person):
                found[key].append(person)
        return found

    def candidates(self, keys: Iterable[str]) -> tuple[Person, ...]:
        """As `records.candidates` finds them: those with the rarest keys first."""
        weights: dict[str, float] = defaultdict(float)
        known = {person.number: person for person in self.persons}
        for key in keys:
            bearers = self._by_key.get(key, ())
            for person in bearers:
                weights[person.number] += 1 / len(bearers)
        return tuple(known[number] for number in sorted(weights, key=lambda one: (-weights[one], one)))

    def decide(self, pages: Sequence[PageReading]) -> Filing:
        return self.explain(pages)[2]

    def explain(self, pages: Sequence[PageReading]) -> tuple[DocumentReading, Match, Filing]:
        """The decision with what led to it."""
        reading = read(pages)
        candidates = self.candidates(keys_of_document(reading.identity))
        lines = [line.text for page in pages for line in page.lines]
        matched = match(reading.identity, candidates, lines)
        return (
            reading,
            matched,
            decide(reading, matched, rule_of(reading.classification, document_types()), Deciding()),
        )


def read(pages: Sequence[PageReading]) -> DocumentReading:
    """One document of all the pages, read as a worker does it, but for the images."""
    zones = tuple(
        zone for page in pages for zone in find_mrz([line.text for line in page.lines], page.number, TODAY)
    )
    return DocumentReading(
        pages=tuple(pages),
        classification=classify(pages, document_types(), zones),
        identity=find_identity(pages, zones, TODAY),
        language="deu",
        quality=min(page.quality for page in pages),
    )


@cache
def document_types() -> DocumentTypes:
    return load_document_types()
