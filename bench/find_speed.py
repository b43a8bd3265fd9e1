"""How fast documents are found: building, freshness, queries by kind, the command, memory and size.

Usage: python -m bench find_speed [--count N …] [--long] [--seed S] [--keep FOLDER] [--alone].

The same texts and queries go to SQLite FTS5 and tantivy in the same run, unless it is `--alone`. Processor
time (user and system) stands beside elapsed time, because other programs may run on the machine. With --keep
the index is kept in the folder for the next run; an interrupted run goes on with its building.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import cycle
from multiprocessing import get_context
from pathlib import Path
from random import Random

from bench.find_engines import ENGINES, LIMIT, Akte, entry_of, has_tantivy
from bench.find_texts import Sample, many, words_of
from config.document_types import load_document_types
from index.labels import labels_of, sections_of
from index.note import leave_note, stamp
from index.search import search
from index.store import Index
from index.sync import sync
from records.model import Change, IndexEntry

COUNTS, LONG = (10_000, 100_000), 500_000
_REPEATED = 40  # queries of each kind
_COMMITTED = 300  # single documents
_COMMAND = str(Path(sys.executable).with_name("akte"))
_COLD = 20  # runs of the command; the median counts


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench find_speed", description=__doc__)
    parser.add_argument("--count", type=int, action="append", help=f"documents (default {COUNTS})")
    parser.add_argument("--long", action="store_true", help=f"{LONG} documents as well")
    parser.add_argument("--seed", type=int, default=4711)
    parser.add_argument(
        "--keep", type=Path, metavar="FOLDER", help="keep the index here, or take it from here"
    )
    parser.add_argument("--alone", action="store_true", help="akte without the other engines")
    options = parser.parse_args(arguments)
    for count in [*(options.count or COUNTS), *([LONG] if options.long else [])]:
        _run(count, options.seed, options.keep, alone=options.alone)
    return 0


def _run(count: int, seed: int, keep: Path | None, *, alone: bool) -> None:
    print(f"{count} documents")
    samples = list(many(count, seed))
    queries = {kind: list(_drawn(kind, samples, Random(seed))) for kind in KINDS}
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="akte-bench-", dir=keep) as folder:
        others = () if alone else ("FTS5", *(("tantivy",) if has_tantivy() else ()))
        own = keep / f"{count}-{seed}" if keep else Path(folder) / "akte"
        measured = {"akte": _engine("akte", own, samples, queries)}
        measured |= {name: _engine(name, Path(folder) / name, samples, queries) for name in others}
        if others:
            _ratios(measured)
        _memory(own, queries)
        home = Path(folder) / "home"
        _install(home, own)
        _command(home, samples)
        _freshness(home / "index" / "wiesbaden", samples, queries["word"])


def _engine(
    name: str, folder: Path, samples: Sequence[Sample], queries: Mapping[str, Sequence[str]]
) -> Mapping[str, float]:
    """Prints what one engine takes; the median processor time of each kind of query, in milliseconds."""
    engine = ENGINES[name]()
    kept = folder.exists()
    started, used = time.perf_counter(), _processor()
    engine.build(folder, samples)
    elapsed, used = time.perf_counter() - started, _processor() - used
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 2**20
    rate = f"built at {len(samples) / elapsed:.0f} documents/s ({used:.0f} s of processor time)"
    print(f"  {name}: {'kept from another run' if kept else rate}, {size:.0f} MiB")
    medians = {kind: _kind(kind, engine.search, texts) for kind, texts in queries.items()}
    if isinstance(engine, Akte):
        _kind("word, counted", engine.count, queries["word"])
    engine.close()
    return medians


def _kind(kind: str, search: Callable[[str], object], texts: Sequence[str]) -> float:
    """Prints the times of one kind of query; the median processor time."""
    search(texts[0])
    elapsed, used = zip(*(_timed(lambda text=text: search(text)) for text in texts), strict=True)
    print(
        f"    {kind:<16} p50 {_share(elapsed, 0.5):7.1f} ms  p95 {_share(elapsed, 0.95):7.1f} ms"
        f"   processor p50 {_share(used, 0.5):7.1f} ms  p95 {_share(used, 0.95):7.1f} ms"
    )
    return _share(used, 0.5)


def _ratios(measured: Mapping[str, Mapping[str, float]]) -> None:
    """How many times as long akte takes as the others, by the median."""
    own, *others = measured
    for kind, median in measured[own].items():
        times = (f"{median / max(measured[name][kind], 0.001):7.1f} times {name}" for name in others)
        print(f"    {kind:<16} {own} takes{','.join(times)}")


def _timed(call: Callable[[], object]) -> tuple[float, float]:
    """Elapsed and processor time in milliseconds."""
    started, used = time.perf_counter(), time.process_time()
    call()
    return 1000 * (time.perf_counter() - started), 1000 * (time.process_time() - used)


def _share(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(int(share * len(values)), len(values) - 1)]


# -- queries --------------------------------------------------------------------------------------


def _drawn(kind: str, samples: Sequence[Sample], rng: Random) -> Iterator[str]:
    while True:
        for _ in range(_REPEATED):
            words = [word for word in words_of(rng.choice(samples).printed) if len(word) > 4]
            yield KINDS[kind](words, rng)
        return


def _begun(words: Sequence[str], rng: Random) -> str:
    letters = [word for word in words if word.isalpha()]
    return rng.choice(letters)[:5] + "*"


def _mistyped(words: Sequence[str], rng: Random) -> str:
    word = rng.choice([word for word in words if word.isalpha() and len(word) > 7])
    place = rng.randrange(2, len(word) - 1)
    return word[:place] + word[place + 1 :]


def _following(words: Sequence[str], rng: Random) -> str:
    start = rng.randrange(len(words) - 2)
    return f'"{words[start]} {words[start + 1]}"'


KINDS: Mapping[str, Callable[[Sequence[str], Random], str]] = {
    "word": lambda words, rng: rng.choice(words),
    "two words": lambda words, rng: " ".join(rng.sample(words, 2)),
    "phrase": _following,
    "prefix": _begun,
    "one-letter typo": _mistyped,
}


# -- memory ---------------------------------------------------------------------------------------


def _memory(folder: Path, queries: Mapping[str, Sequence[str]]) -> None:
    """Of a process of its own, that holds no texts."""
    with get_context("spawn").Pool(1) as pool:
        before, peak, own = pool.apply(_measured, (folder, queries))
    print(
        f"  a process with all these searches: peak memory {peak} MiB with the pages of the index that the"
        f" kernel keeps for it, {own} MiB of its own, {before} MiB of them before the first"
    )


def _measured(folder: Path, queries: Mapping[str, Sequence[str]]) -> tuple[int, int, int]:
    before = _memory_of("RssAnon")
    engine = Akte()
    engine.build(folder, ())
    for text in (text for texts in queries.values() for text in texts):
        engine.count(text)
    own = _memory_of("RssAnon")
    engine.close()
    return before, _memory_of("VmHWM"), own


def _memory_of(kind: str) -> int:
    """Of this process, in MiB: VmHWM is the most so far, RssAnon what is its own."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.split(f"{kind}:")[1].split()[0]) // 1024


# -- freshness, and the command ---------------------------------------------------------------------


class _Feed:
    """One document that changed, over and over."""

    def __init__(self, entry: IndexEntry) -> None:
        self._entry = entry
        self._pending = True

    def pending(self, limit: int) -> Sequence[Change]:
        del limit
        change = Change(sequence=1, authority="wiesbaden", document_id=self._entry.document_id)
        return (change,) if self._pending else ()

    def forget(self, sequences: Sequence[int]) -> None:
        del sequences
        self._pending = False

    def entry(self, document_id: str) -> IndexEntry:
        del document_id
        return self._entry

    def all_ids(self) -> Sequence[str]:
        return ()


def _freshness(folder: Path, samples: Sequence[Sample], texts: Sequence[str]) -> None:
    """Single commits, with the merges they bring about, and what somebody notices who searches meanwhile."""
    entries = list(map(entry_of, samples[:_COMMITTED]))
    index, asked, searched = _index(folder), cycle(texts), []

    def one() -> object:
        return search(index, next(asked), pages=lambda _: (), limit=LIMIT)

    one()
    with get_context("spawn").Pool(1) as pool:
        committing = pool.apply_async(_commit, (folder, entries))
        while not committing.ready():
            searched.append(_timed(one))
        committed = committing.get()
    for what, times in (("one document committed", committed), ("a search meanwhile", searched)):
        elapsed, used = zip(*times, strict=True)
        print(
            f"  {what}: p50 {_share(elapsed, 0.5):.0f} ms, p95 {_share(elapsed, 0.95):.0f} ms,"
            f" most {max(elapsed):.0f} ms (processor {_share(used, 0.5):.0f}, {_share(used, 0.95):.0f},"
            f" {max(used):.0f} ms)"
        )


def _commit(folder: Path, entries: Sequence[IndexEntry]) -> Sequence[tuple[float, float]]:
    index = _index(folder)
    return [_timed(lambda feed=feed: sync(index, feed)) for feed in map(_Feed, entries)]


def _index(folder: Path) -> Index:
    return Index.open(folder, labels=labels_of(load_document_types(None)))


def _install(home: Path, index: Path) -> None:
    """A new home with this index, whose files are linked; the catalogue has no texts for snippets."""
    _quiet([_COMMAND, "--home", str(home), "init", "--authority", "wiesbaden"])
    shutil.copytree(index, home / "index" / "wiesbaden", copy_function=os.link)
    types = load_document_types(None)
    placed = Index.open(home / "index" / "wiesbaden", labels=labels_of(types))
    leave_note(placed, sections_of(types), stamp(None))


def _command(home: Path, samples: Sequence[Sample]) -> None:
    """The installed command, a new process each time."""
    words = [word for sample in samples[:50] for word in words_of(sample.printed) if len(word) > 6]
    rng = Random(1)
    runs = [_child([_COMMAND, "--home", str(home), "search", rng.choice(words)]) for _ in range(_COLD)]
    elapsed, used = zip(*runs, strict=True)
    print(
        f"  command, from the shell to the hits: median {1000 * statistics.median(elapsed):.0f} ms,"
        f" processor {1000 * statistics.median(used):.0f} ms"
    )


def _quiet(command: Sequence[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _child(command: Sequence[str]) -> tuple[float, float]:
    """Elapsed and processor seconds of a program."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    _quiet(command)
    elapsed = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return elapsed, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _processor() -> float:
    """Processor seconds of this process and of those it has waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
