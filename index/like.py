"""Documents like a given one: those that share its rare words."""

from __future__ import annotations

from collections import Counter
from heapq import nlargest
from math import log

from index.evaluate import evaluate
from index.found import Few
from index.german import clean, tokens
from index.marks import Mark
from index.plan_nodes import AnyOf, Term
from index.search import Pages, SearchResult, hits_of
from index.snapshot import Snapshot

_TERMS = 25  # the most telling ones stand for the document
_LONGEST = 2000  # different words looked at; a whole record has more, and says no more with them
_SHORTEST = 4  # letters of a telling word


def find_like(snapshot: Snapshot, document_id: str, *, pages: Pages, limit: int) -> SearchResult:
    """The best `limit` documents that share words with `document_id`, without itself."""
    terms = _telling(snapshot, document_id, pages)
    found = evaluate(snapshot, AnyOf(tuple(Term("text", term, 1.0) for term in terms)))
    found = found.without(snapshot.postings("id", document_id).numbers)
    marks = [Mark((frozenset({term}),)) for term in terms]
    hits = hits_of(snapshot, found, Few({}), marks, pages=pages, limit=limit)
    return SearchResult(hits=hits, total=len(found))


def _telling(snapshot: Snapshot, document_id: str, pages: Pages) -> list[str]:
    """Frequent in the document, rare in all; words that stand in no other document tell nothing."""
    texts = (clean(text) for _, text in pages(document_id))
    counts = Counter(token.term for text in texts for token in tokens(text) if len(token.term) >= _SHORTEST)
    worth: dict[str, float] = {}
    for term, count in counts.most_common(_LONGEST):
        documents = snapshot.documents("text", term)
        if documents > 1:
            worth[term] = (1 + log(count)) * log(1 + snapshot.size / documents)
    return nlargest(_TERMS, worth, key=worth.__getitem__)
