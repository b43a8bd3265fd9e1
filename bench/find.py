"""How well documents are found: recall among the first ten, and mean reciprocal rank, by kind of query.

Usage: python -m bench find [--count N] [--each N] [--seed S] [--show KIND] [--scans FOLDER [--drawn N]]

Queries are drawn from what is printed; the engines hold what recognition made of it, by default a model
of recognition. With --scans the queries go to sample scans that are really drawn and read (kept in the
folder, about four seconds each), among as many documents of the model as --count says.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.find_engines import ENGINES, Akte, Engine, describe, has_tantivy
from bench.find_queries import KINDS, Draft, Query
from bench.find_real import really_read, report_calibration
from bench.find_texts import Sample, samples

GOAL = 0.95
SCANS = 160

Ranks = Mapping[str, Sequence[int | None]]
"""For each kind the rank of the known item, or None where it is not among the first ten."""


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench find", description=__doc__)
    parser.add_argument("--count", type=int, default=2000, help="documents (default 2000)")
    parser.add_argument("--each", type=int, default=100, help="queries of each kind (default 100)")
    parser.add_argument("--seed", type=int, default=4711, help="seed of texts and queries (default 4711)")
    parser.add_argument("--only", help="this engine only")
    parser.add_argument("--show", metavar="KIND", help="print the queries of a kind that akte failed")
    parser.add_argument("--scans", type=Path, metavar="FOLDER", help="draw and really read sample scans here")
    parser.add_argument("--drawn", type=int, default=SCANS, help=f"so many of them (default {SCANS})")
    options = parser.parse_args(arguments)
    texts = list(samples(options.count, options.seed))
    asked = texts
    if options.scans:
        asked = really_read(options.scans, options.drawn)
        report_calibration(asked)
        texts += asked
    queries = Draft(texts, asked, options.seed).draw(options.each)
    print(f"{len(texts)} documents, {len(queries)} queries; recall@10 and mean reciprocal rank")
    names = [options.only] if options.only else [n for n in ENGINES if n != "tantivy" or has_tantivy()]
    measured = {name: _measure(ENGINES[name](), texts, queries) for name in names}
    _report(measured)
    if options.show:
        _show(options.show, texts, queries)
    akte = [rank for ranks in measured.get("akte", {}).values() for rank in ranks]
    return int(bool(akte) and _recall(akte) < GOAL)


def _measure(engine: Engine, texts: Sequence[Sample], queries: Sequence[Query]) -> Ranks:
    ranks: defaultdict[str, list[int | None]] = defaultdict(list)
    with tempfile.TemporaryDirectory(prefix="akte-bench-") as folder:
        engine.build(Path(folder) / "index", texts)
        for query in queries:
            found = list(engine.search(query.text))
            ranks[query.kind].append(found.index(query.document) + 1 if query.document in found else None)
        engine.close()
    return ranks


def _recall(ranks: Sequence[int | None]) -> float:
    return sum(rank is not None for rank in ranks) / len(ranks)


def _reciprocal(ranks: Sequence[int | None]) -> float:
    return sum(1 / rank for rank in ranks if rank) / len(ranks)


def _report(measured: Mapping[str, Ranks]) -> None:
    print(f"{'':24}" + "".join(f"{name:>14}" for name in measured))
    for kind in KINDS:
        if all(ranks.get(kind) for ranks in measured.values()):
            _line(kind, [ranks[kind] for ranks in measured.values()])
    _line("all", [[rank for kind in ranks.values() for rank in kind] for ranks in measured.values()])


def _line(name: str, columns: Sequence[Sequence[int | None]]) -> None:
    label = f"{name} ({len(columns[0])})"
    cells = (f"{_recall(ranks):>7.1%} {_reciprocal(ranks):.2f}" for ranks in columns)
    print(f"{label:<26}" + "".join(f"{cell:>14}" for cell in cells))


def _show(kind: str, texts: Sequence[Sample], queries: Sequence[Query]) -> None:
    by_id = {sample.id: sample for sample in texts}
    chosen = [query for query in queries if kind in {query.kind, "all"}]
    engine = Akte()
    with tempfile.TemporaryDirectory(prefix="akte-bench-") as folder:
        engine.build(Path(folder) / "index", texts)
        for query in chosen:
            if query.document not in engine.search(query.text):
                print(f"\n{query.kind}: {query.text}\n  {describe(by_id[query.document])}")
        engine.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
