"""Where in a document the words of a query stand: for the page that is shown, and what is highlighted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.schema import page_of
from index.snapshot import Snapshot

_MOST_COUNTED = 5  # a page does not win by repeating one word more often than this


@dataclass(frozen=True, slots=True)
class Beginning:
    """All terms that begin so, and some whole ones."""

    text: str
    whole: frozenset[str]

    def __contains__(self, term: object) -> bool:
        return isinstance(term, str) and (term.startswith(self.text) or term in self.whole)


@dataclass(frozen=True, slots=True)
class Mark:
    """A word of the query, or a phrase: for each of its words the terms that count as found."""

    words: tuple[frozenset[str] | Beginning, ...]


def best_pages(snapshot: Snapshot, documents: Sequence[int], marks: Iterable[Mark]) -> dict[int, int]:
    """The page with the most different words of the query, then with the most of them, then the first."""
    among = frozenset(documents)
    counts: defaultdict[int, defaultdict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for mark in marks:
        for document, places in _places_of_mark(snapshot, among, mark).items():
            for page, count in Counter(map(page_of, places)).items():
                counts[document][page].append(min(count, _MOST_COUNTED))
    return {
        document: max(pages, key=lambda page: (len(pages[page]), sum(pages[page]), -page))
        for document, pages in counts.items()
    }


def _places_of_mark(snapshot: Snapshot, documents: frozenset[int], mark: Mark) -> dict[int, set[int]]:
    """Where in the text of each document the word, or the phrase's first word, stands."""
    found = _places(snapshot, documents, mark.words[0])
    for offset, terms in enumerate(mark.words[1:], start=1):
        following = _places(snapshot, documents, terms)
        found = {
            document: {place for place in places if place + offset in following.get(document, ())}
            for document, places in found.items()
        }
    return found


def _places(
    snapshot: Snapshot, documents: frozenset[int], terms: frozenset[str] | Beginning
) -> dict[int, set[int]]:
    places: defaultdict[int, set[int]] = defaultdict(set)
    if isinstance(terms, Beginning):
        for document, positions in snapshot.places_begun("text", terms.text, documents):
            places[document].update(positions)
        terms = terms.whole
    for term in terms:
        for name in ("text", "parts"):
            for document, positions in snapshot.places(name, term, documents):
                places[document].update(positions)
    return places
