"""The documents that a model is trained from: those whose type a clerk set or confirmed, and no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.classify import classify
from pipeline.learned import terms
from pipeline.model import UNCLASSIFIED, Identity, Person
from records import documents, people
from records.filing import load_reading
from service.learning import Example
from service.wiring import Site


def examples(site: Site, authority: str) -> tuple[list[Example], frozenset[str]]:
    """The confirmed documents, and the words that must not become terms because they are names."""
    found, names = [], set(_register_names(people.list_persons(site.catalogue, authority)))
    for stored in documents.typed_by_clerk(site.catalogue, authority):
        if stored.type == UNCLASSIFIED or stored.type not in site.types:
            continue
        reading = load_reading(stored)
        names.update(_mentioned(reading.identity))
        found.append(
            Example(
                type=stored.type,
                group=stored.person or stored.id,
                terms=terms(reading.pages),
                rules=classify(reading.pages, site.types, reading.identity.mrz),
            )
        )
    return found, frozenset(names)


def _register_names(persons: Iterable[Person]) -> Iterator[str]:
    for person in persons:
        for name in person.names:
            yield from _words(name.family, name.given)


def _mentioned(identity: Identity) -> Iterator[str]:
    """Also third persons: caseworkers, lawyers, relatives."""
    for mention in identity.persons:
        yield from _words(mention.family_name, mention.given_names, mention.birth_name, mention.name)


def _words(*names: str | None) -> Iterator[str]:
    for name in names:
        for word in (name or "").replace("-", " ").replace("'", " ").split():
            yield word.strip(".,").casefold()
