"""How well documents are decided: misfiles, automatic share, types, dates, on random sample scans.

Usage: python -m bench deciding [--count N] [--seed S]. The scans come from the project's generator
with a seed that says what is true of each; the whole way is measured, from file to record.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

AUTHORITIES = ("wiesbaden", "kassel")

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One true document beside what the system made of it (None: lost)."""

    source: str
    truth: Row
    row: Row | None

    @property
    def state(self) -> str:
        return str(self.row["state"]) if self.row else "lost"

    @property
    def misfiled(self) -> bool:
        return self.row is not None and self.state == "filed" and self.row["person"] != self.truth["person"]

    @property
    def bold(self) -> bool:
        """Filed under the right person although it was made to be doubtful."""
        return self.state == "filed" and not self.misfiled and self.truth["expected"] != "filed"


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench deciding", description=__doc__)
    parser.add_argument("--count", type=int, default=200, help="sources to generate (default 200)")
    parser.add_argument("--seed", type=int, default=4711, help="seed of the set (default 4711)")
    parser.add_argument("--folder", type=Path, help="keep the set and the home here")
    options = parser.parse_args(arguments)
    folder = options.folder or Path(tempfile.mkdtemp(prefix="akte-bench-"))
    samples, home = folder / f"samples-{options.seed}-{options.count}", folder / "home"
    generate(samples, options.seed, options.count)
    seconds = work_off(samples, home)
    outcomes = list(compare(samples, home))
    report(outcomes, seconds)
    return 1 if any(outcome.misfiled or outcome.row is None for outcome in outcomes) else 0


def generate(samples: Path, seed: int, count: int) -> None:
    """Write the random set unless it is there."""
    if (samples / "truth.json").exists():
        return
    jobs = str(len(os.sched_getaffinity(0)))
    names = [part for name in AUTHORITIES for part in ("--authority", name)]
    command = [sys.executable, "-m", "tests.samples", "--out", str(samples), "--seed", str(seed)]
    subprocess.run([*command, "--random", str(count), "--jobs", jobs, *names], check=True)


def work_off(samples: Path, home: Path) -> float:
    """A new home with the registers, everything dropped and worked off; seconds of the last step."""
    subprocess.run(["rm", "-rf", str(home)], check=True)
    akte(home, "init", *(part for name in AUTHORITIES for part in ("--authority", name)))
    for name in AUTHORITIES:
        akte(home, "people", "import", str(samples / name / "register.csv"), "--authority", name)
        for file in sorted((samples / name / "scans").iterdir()):
            (home / "inbox" / name / file.name).write_bytes(file.read_bytes())
    started = time.monotonic()
    akte(home, "run", "--once", "--quiet")
    return time.monotonic() - started


def akte(home: Path, *arguments: str) -> str:
    command = [str(Path(sys.executable).with_name("akte")), "--home", str(home), *arguments]
    return subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True).stdout


def compare(samples: Path, home: Path) -> Iterator[Outcome]:
    """Each true document with the document of the catalogue that holds its first page."""
    rows: dict[tuple[object, object, object], Row] = {}
    for line in akte(home, "documents", "--json").splitlines():
        row = json.loads(line)
        for page in row["source_pages"] or [0]:
            rows[row["authority"], row["source"], page] = row
    for source in json.loads((samples / "truth.json").read_text("utf-8"))["sources"]:
        for document in source["documents"]:
            if source["expected"] == "done":
                key = (source["authority"], source["source"], document["source_pages"][0])
                yield Outcome(source=f"{key[0]}/{key[1]}", truth=document, row=rows.get(key))


def report(outcomes: Sequence[Outcome], seconds: float) -> None:
    count = len(outcomes)
    decidable = [o for o in outcomes if o.truth["expected"] == "filed"]
    filed = [o for o in decidable if o.state == "filed" and not o.misfiled]
    print(f"documents                    {count}  in {seconds:.0f} s")
    print(f"lost                         {sum(o.row is None for o in outcomes)}")
    print(f"misfiled                     {sum(o.misfiled for o in outcomes)}")
    print(f"decidable                    {len(decidable)}")
    print(f"  filed without a clerk      {_share(len(filed), len(decidable))}")
    print(f"made doubtful, filed rightly {sum(o.bold for o in outcomes)}")
    seen = [o for o in outcomes if o.row]
    right = [o for o in seen if o.row and o.row["type"] == o.truth["type"]]
    print(f"type right                   {_share(len(right), len(seen))}")
    dates = [o for o in seen if o.row and o.row["document_date"] == o.truth["document_date"]]
    print(f"document date right          {_share(len(dates), len(seen))}")
    _details(outcomes, decidable)


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {part / whole:.1%}" if whole else "none"


def _details(outcomes: Sequence[Outcome], decidable: Sequence[Outcome]) -> None:
    for outcome in outcomes:
        if outcome.misfiled and outcome.row:
            print(f"MISFILED {outcome.source}: {outcome.row['person']} instead of {outcome.truth['person']}")
        if outcome.row is None:
            print(f"LOST {outcome.source}: {outcome.truth}")
    print("\navoidable reviews")
    reasons: dict[str, list[str]] = defaultdict(list)
    for outcome in decidable:
        if outcome.row and outcome.state != "filed":
            reasons[str(outcome.row["reason"]).split("(")[0].split(":")[0]].append(
                f"{outcome.source} {outcome.truth['type']}/{outcome.truth['layout']}: {outcome.row['reason']}"
            )
    for reason, places in sorted(reasons.items(), key=lambda item: -len(item[1])):
        print(f"{len(places):4} {reason}")
        for place in places[:6]:
            print(f"       {place}")
    confusion = Counter(
        (str(o.truth["type"]), str(o.row["type"]))
        for o in outcomes
        if o.row and o.row["type"] != o.truth["type"]
    )
    print("\ntypes confused (true, found)")
    for (true, found), number in confusion.most_common(30):
        print(f"{number:4} {true} -> {found}")
    print("\nwrong document dates")
    wrong = [o for o in outcomes if o.row and o.row["document_date"] != o.truth["document_date"]]
    for outcome in wrong[:30]:
        assert outcome.row
        truth = outcome.truth
        what = f"{outcome.source} {truth['type']}/{truth['layout']}"
        print(f"     {what}: {truth['document_date']} -> {outcome.row['document_date']}")
