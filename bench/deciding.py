"""How well documents are decided: misfiles, automatic share, types, dates, on random sample scans.

The scans come from the project's generator with a seed that says what is true of each; the whole way
is measured, from file to record. Take seeds that were never used in development, and `--layouts
measured` for layouts that no rule was written for, `--layouts fresh` for those of the latest round alone.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.deciding_report import report
from bench.outcomes import compare, generate, work_off


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench deciding", description=__doc__)
    parser.add_argument("--count", type=int, default=200, help="sources to generate (default 200)")
    parser.add_argument("--seed", type=int, default=4711, help="seed of the set (default 4711)")
    parser.add_argument("--layouts", choices=("all", "development", "measured", "fresh"), default="all")
    parser.add_argument(
        "--degradation", action="append", default=[], choices=("none", "light", "medium", "heavy")
    )
    parser.add_argument("--folder", type=Path, help="keep the set and the home here")
    options = parser.parse_args(arguments)
    folder = options.folder or Path(tempfile.mkdtemp(prefix="akte-bench-"))
    parts = [str(options.seed), str(options.count), options.layouts, *sorted(set(options.degradation))]
    samples, home = folder / "-".join(["samples", *parts]), folder / "home"
    generate(
        samples,
        seed=options.seed,
        count=options.count,
        layouts=options.layouts,
        degradation=options.degradation,
    )
    seconds = work_off(samples, home)
    outcomes = list(compare(samples, home))
    for line in report(outcomes, seconds):
        print(line)
    return 1 if any(outcome.misfiled or outcome.row is None for outcome in outcomes) else 0
