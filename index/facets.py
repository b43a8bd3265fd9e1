"""How many of the documents found are of which type, section and year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from index.found import Found
from index.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """Each from a value (type id, section id, year of the document date) to the number of documents."""

    types: Mapping[str, int]
    sections: Mapping[str, int]
    years: Mapping[str, int]


def count_facets(snapshot: Snapshot, *found: Found) -> Facets:
    """Most frequent values first, years from the latest on."""
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


def _counted(snapshot: Snapshot, field: str, found: Iterable[Found]) -> dict[str, int]:
    numbers, names = snapshot.values(field)
    counts: Counter[int] = Counter()
    for each in found:
        counts.update(each.counted(numbers))
    return _ordered({names[number]: count for number, count in counts.items() if number})
