"""Searching one authority's index: ranked hits with their best page and a snippet of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from whoosh.reading import IndexReader, TermNotFound
from whoosh.searching import Searcher

from index.fields import first_day, last_day, types_of
from index.plan import Mark, Planner
from index.query import And, Bound, Choice, Node, parse, require
from index.schema import page_of
from index.snippet import Part, make_snippet
from index.store import Index

Pages = Callable[[str], Sequence[tuple[int, str]]]
"""Page numbers of the source and texts of a document, by id."""

_MOST_COUNTED = 5  # a page does not win by repeating one word more often than this


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A found document. `score` is BM25F: comparable within one search only."""

    rank: int
    document_id: str
    score: float
    page: int | None
    """Page of the source (from 1) that fits best; None for a document without pages."""
    source_pages: tuple[int, ...]
    snippet: tuple[Part, ...]
    source: str
    type: str
    section: str
    person: str | None
    file_number: str | None
    document_date: str | None
    received_at: str
    state: str

    @property
    def snippet_text(self) -> str:
        return "".join(part.text for part in self.snippet)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """`total` counts all documents found, `hits` holds the first ones.

    `similar_spelling`: nothing was found as it was written; these are similar spellings.
    """

    hits: tuple[Hit, ...]
    total: int
    similar_spelling: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    score: float
    document_id: str
    entry: Mapping[str, Any]
    page: int | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    rows: tuple[_Row, ...]
    total: int
    marks: tuple[Mark, ...]


def search(
    index: Index,
    query_text: str,
    *,
    pages: Pages,
    person: str | None = None,
    type_name: str | None = None,
    date_from: str | None = None,
    date_to: str | None = None,
    limit: int = 20,
) -> SearchResult:
    """The best `limit` documents for a query and filters.

    `person` is a register number; `type_name` a type id or label; dates are ISO or German and may
    be partial. Raises QueryError for what cannot be understood, IndexMissing and IndexDamaged.
    """
    filters = _filters(index, person, type_name, date_from, date_to)
    node = parse(query_text, index.labels)
    if not filters:
        node = require(node)
    wanted = And((*([node] if node else []), *filters))
    with index.searcher() as searcher:
        found = _find(searcher, wanted, limit, similar=False)
        similar = False
        if not found.total:
            found = _find(searcher, wanted, limit, similar=True)
            similar = found.total > 0
    hits = tuple(_hit(rank, row, found.marks, pages) for rank, row in enumerate(found.rows, start=1))
    return SearchResult(hits=hits, total=found.total, similar_spelling=similar)


def _filters(
    index: Index, person: str | None, type_name: str | None, date_from: str | None, date_to: str | None
) -> tuple[Node, ...]:
    nodes: list[Node] = []
    if person is not None:
        nodes.append(Choice("person", (person,)))
    if type_name is not None:
        nodes.append(Choice("type", types_of(type_name, index.labels, None)))
    if date_from is not None:
        nodes.append(Bound("from", first_day(date_from, None)))
    if date_to is not None:
        nodes.append(Bound("to", last_day(date_to, None)))
    return tuple(nodes)


def _find(searcher: Searcher, node: Node, limit: int, *, similar: bool) -> _Found:
    planner = Planner(searcher.reader(), similar=similar)
    results = searcher.search(planner.plan(node), limit=limit)
    rows = [_Row(hit.docnum, hit.score or 0.0, hit["id"], hit["entry"]) for hit in results]
    best = _best_pages(searcher.reader(), [row.number for row in rows], planner.marks)
    with_pages = tuple(replace(row, page=best.get(row.number)) for row in rows)
    return _Found(with_pages, len(results), tuple(planner.marks))


# -- the best page ------------------------------------------------------------------------------


def _best_pages(reader: IndexReader, documents: Iterable[int], marks: Iterable[Mark]) -> dict[int, int]:
    """The page with the most different words of the query, then with the most of them, then the first."""
    ordered = sorted(documents)
    counts: defaultdict[int, defaultdict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for mark in marks:
        for document, places in _places_of_mark(reader, ordered, mark).items():
            for page, count in Counter(map(page_of, places)).items():
                counts[document][page].append(min(count, _MOST_COUNTED))
    return {
        document: max(pages, key=lambda page: (len(pages[page]), sum(pages[page]), -page))
        for document, pages in counts.items()
    }


def _places_of_mark(reader: IndexReader, documents: Sequence[int], mark: Mark) -> dict[int, set[int]]:
    """Where in the text of each document the word, or the phrase's first word, stands."""
    found = _places(reader, documents, mark.words[0])
    for offset, terms in enumerate(mark.words[1:], start=1):
        following = _places(reader, documents, terms)
        found = {
            document: {place for place in places if place + offset in following.get(document, ())}
            for document, places in found.items()
        }
    return found


def _places(reader: IndexReader, documents: Sequence[int], terms: Iterable[str]) -> dict[int, set[int]]:
    places: defaultdict[int, set[int]] = defaultdict(set)
    for term in terms:
        for field in ("text", "parts"):
            for document, positions in _postings(reader, field, term, documents):
                places[document].update(positions)
    return places


def _postings(
    reader: IndexReader, field: str, term: str, documents: Sequence[int]
) -> Iterator[tuple[int, Sequence[int]]]:
    """Positions of a term in some documents (ascending numbers)."""
    try:
        matcher = reader.postings(field, term)
    except TermNotFound:
        return
    for document in documents:
        if matcher.is_active() and matcher.id() < document:
            matcher.skip_to(document)
        if not matcher.is_active():
            return
        if matcher.id() == document:
            yield document, matcher.value_as("positions")


# -- hits ---------------------------------------------------------------------------------------


def _hit(rank: int, row: _Row, marks: Sequence[Mark], pages: Pages) -> Hit:
    entry = row.entry
    texts = dict(pages(row.document_id))
    source_pages = tuple(entry["source_pages"])
    page = row.page if row.page is not None else next(iter(source_pages), None)
    return Hit(
        rank=rank,
        document_id=row.document_id,
        score=round(row.score, 3),
        page=page,
        source_pages=source_pages,
        # The catalogue may be newer than the index: the page can be gone from it.
        snippet=make_snippet(texts.get(page, "") if page is not None else "", marks),
        source=entry["source"],
        type=entry["type"],
        section=entry["section"],
        person=entry["person"],
        file_number=entry["file_number"],
        document_date=entry["document_date"],
        received_at=entry["received_at"],
        state=entry["state"],
    )
