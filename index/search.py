"""Searching one authority's index: ranked hits with their best page and a snippet of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from index.evaluate import evaluate
from index.facets import Facets, count_facets
from index.fields import first_day, last_day, types_of
from index.found import Few, Found, Sort
from index.german import tokens
from index.marks import Mark, best_pages
from index.plan import Planner
from index.query import And, Bound, Choice, Node, parse, require
from index.snapshot import Snapshot
from index.snippet import Part, make_snippet
from index.store import Index

Pages = Callable[[str], Sequence[tuple[int, str]]]
"""Page numbers of the source and texts of a document, by id."""

FEW = 10
"""With fewer hits than these, similar spellings are looked for as well."""


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
    similar: bool = False
    """Found by a similar spelling only."""

    @property
    def snippet_text(self) -> str:
        return "".join(part.text for part in self.snippet)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """`hits` holds the first ones of `total` documents, those of a similar spelling last."""

    hits: tuple[Hit, ...]
    total: int
    similar: int = 0
    """How many of `total` are found by a similar spelling only."""
    corrections: Mapping[str, str] = field(default_factory=dict)
    """Words of the query that stand nowhere, and what may have been meant."""
    facets: Facets | None = None

    @property
    def similar_spelling(self) -> bool:
        """Nothing was found as it was written."""
        return 0 < self.similar == self.total


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    score: float
    similar: bool


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
    sort: Sort = "relevance",
    facets: bool = False,
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
    with index.snapshot() as snapshot:
        return find(snapshot, wanted, pages=pages, limit=limit, sort=sort, facets=facets)


def find(
    snapshot: Snapshot,
    wanted: Node,
    *,
    pages: Pages,
    limit: int,
    sort: Sort = "relevance",
    facets: bool = False,
) -> SearchResult:
    """As `search`, in a snapshot that stays open for further searches."""
    planner = Planner(snapshot, similar=False)
    exact = evaluate(snapshot, planner.plan(wanted))
    marks = planner.marks
    similar: Found = Few({})
    if len(exact) < FEW:
        wider = Planner(snapshot, similar=True)
        similar = evaluate(snapshot, wider.plan(wanted)).without(exact.numbers())
        if similar:
            marks = wider.marks
    hits = hits_of(snapshot, exact, similar, marks, pages=pages, limit=limit, sort=sort)
    return SearchResult(
        hits=hits,
        total=len(exact) + len(similar),
        similar=len(similar),
        corrections=_printed(wider.corrections, hits) if similar else {},
        facets=count_facets(snapshot, exact, similar) if facets else None,
    )


def hits_of(
    snapshot: Snapshot,
    exact: Found,
    similar: Found,
    marks: Sequence[Mark],
    *,
    pages: Pages,
    limit: int,
    sort: Sort = "relevance",
) -> tuple[Hit, ...]:
    """The best `limit` documents with page and snippet, those of a similar spelling last."""
    days = snapshot.days("last_day")
    rows = [_Row(number, score, similar=False) for number, score in exact.best(limit, sort, days)]
    rest = similar.best(limit - len(rows), sort, days)
    rows += [_Row(number, score, similar=True) for number, score in rest]
    best = best_pages(snapshot, [row.number for row in rows], marks)
    return tuple(
        _hit(rank, row, snapshot.stored(row.number), best.get(row.number), marks, pages)
        for rank, row in enumerate(rows, start=1)
    )


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


def _printed(corrections: Mapping[str, str], hits: Sequence[Hit]) -> dict[str, str]:
    """The terms as they are printed in the hits; those that no snippet shows are left out."""
    printed = {
        token.term: part.text[token.start : token.end]
        for hit in reversed(hits)
        for part in hit.snippet
        if part.highlighted
        for token in tokens(part.text)
    }
    return {word: printed[term] for word, term in corrections.items() if term in printed}


# -- hits ---------------------------------------------------------------------------------------


def _hit(
    rank: int,
    row: _Row,
    stored: Mapping[str, Any],
    best_page: int | None,
    marks: Sequence[Mark],
    pages: Pages,
) -> Hit:
    entry = stored["entry"]
    texts = dict(pages(stored["id"]))
    source_pages = tuple(entry["source_pages"])
    page = best_page if best_page is not None else next(iter(source_pages), None)
    return Hit(
        rank=rank,
        document_id=stored["id"],
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
        similar=row.similar,
    )
