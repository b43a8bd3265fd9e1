"""How many of the documents found are of which type, section and year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from index.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """Each from a value (type id, section id, year of the document date) to the number of documents."""

    types: Mapping[str, int]
    sections: Mapping[str, int]
    years: Mapping[str, int]


def count_facets(snapshot: Snapshot, documents: Collection[int]) -> Facets:
    """Most frequent values first, years from the latest on."""
    found = frozenset(documents)
    types, sections = (_counted(snapshot, field, found) for field in ("type", "section"))
    years = _counted(snapshot, "year", found)
    return Facets(types=types, sections=sections, years=dict(sorted(years.items(), reverse=True)))


def add_up(counts: Iterable[Facets]) -> Facets:
    """Of several indexes."""
    sums: dict[str, Counter[str]] = {name: Counter() for name in ("types", "sections", "years")}
    for each in counts:
        for name, total in sums.items():
            total.update(getattr(each, name))
    years = dict(sorted(sums["years"].items(), reverse=True))
    return Facets(types=_ordered(sums["types"]), sections=_ordered(sums["sections"]), years=years)


def _ordered(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _counted(snapshot: Snapshot, field: str, found: frozenset[int]) -> dict[str, int]:
    counts = {
        value: len(found.intersection(snapshot.postings(field, value).numbers))
        for value, _ in snapshot.beginning(field, "")
    }
    return _ordered({value: count for value, count in counts.items() if count})
