"""`python -m tests.samples --out DIR`: write registers, scans and what is true of them."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from multiprocessing import Pool
from pathlib import Path
from typing import get_args

from tests.samples.authorities import authority
from tests.samples.build import Built, Plan, build
from tests.samples.degrade import Level
from tests.samples.documents.layouts import Split
from tests.samples.fonts import FontMissing, font_file
from tests.samples.sets import demo_set, random_set, registers


def write_set(out: Path, seed: int, authorities: Sequence[str], plans: Sequence[Plan], *, jobs: int) -> None:
    """`out`/<authority>/register.csv and scans/, and `out`/truth.json. Existing files are overwritten."""
    for register in registers(seed, authorities):
        folder = out / register.authority.name
        (folder / "scans").mkdir(parents=True, exist_ok=True)
        (folder / "register.csv").write_text(register.csv(), "utf-8")
    sources = []
    for built in build_all(plans, jobs=jobs):
        (out / built.plan.authority.name / "scans" / built.plan.name).write_bytes(built.content)
        sources.append(built.truth)
    truth = {
        "seed": seed,
        "authorities": {
            name: {
                "title": authority(name).title,
                "file_number_patterns": [authority(name).pattern],
                "sample_file_number": authority(name).file_number.format(number=1234, year=19),
            }
            for name in authorities
        },
        "sources": sources,
    }
    (out / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", "utf-8")


def build_all(plans: Sequence[Plan], *, jobs: int) -> list[Built]:
    """In the order of `plans`, whatever the number of processes."""
    if jobs <= 1 or len(plans) < 2:
        return [build(plan) for plan in plans]
    with Pool(jobs) as pool:
        return pool.map(build, plans, chunksize=1)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.samples", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder to write into")
    parser.add_argument("--seed", type=int, default=1, help="same seed, same bytes (default 1)")
    parser.add_argument("--authority", action="append", dest="authorities", metavar="NAME")
    parser.add_argument("--random", type=int, metavar="N", help="N random sources instead of the demo set")
    parser.add_argument("--layouts", choices=("all", *get_args(Split)), default="all", help="of --random")
    parser.add_argument(
        "--degradation",
        action="append",
        choices=get_args(Level),
        default=[],
        help="of --random (default all)",
    )
    parser.add_argument("--jobs", type=int, default=1, help="processes (default 1)")
    options = parser.parse_args(arguments)
    authorities = options.authorities or ["wiesbaden", "kassel"]
    try:
        for family in ("sans", "wide"):
            font_file(family)
    except FontMissing as error:
        print(error, file=sys.stderr)
        return 2
    if options.random:
        split = None if options.layouts == "all" else options.layouts
        plans = random_set(options.seed, options.random, authorities, levels=options.degradation, split=split)
    else:
        plans = demo_set(options.seed, authorities)
    write_set(options.out, options.seed, authorities, plans, jobs=options.jobs)
    print(f"{len(plans)} scans of {len(authorities)} authorities in {options.out}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
