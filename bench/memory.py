"""Memory that reading takes by number of pages: peaks of the service and of the worker that took most.

Usage: python -m bench memory [--counts 10 100 1000] [--workers 2] [--only "real text"]. Scans of A4 with a
line of text each, and born-digital pages of 400 words; one source goes through the real service, filed at
the end. The engine (tesseract) is a process of its own, whose memory does not depend on the number of pages.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from bench import large

SOURCES: dict[str, large.Maker] = {"scans": large.lines, "real text": large.texts}


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench memory", description=__doc__)
    parser.add_argument("--counts", type=int, nargs="*", default=[10, 100, 1000])
    parser.add_argument("--workers", type=int, default=2, help="workers of the service (default 2)")
    parser.add_argument("--only", nargs="*", choices=list(SOURCES), help="kinds of pages (all)")
    options = parser.parse_args(arguments)
    print(f"MiB at most, {options.workers} workers")
    print(f"{'':<12}{'pages':>7}{'service':>10}{'worker':>10}{'seconds':>10}")
    for name, make in [(name, SOURCES[name]) for name in options.only or SOURCES]:
        for count in options.counts:
            found = large.run(make, count, options.workers)
            print(f"{name:<12}{count:7}{found.service:10}{found.worker:10}{found.seconds:10.0f}", flush=True)
    return 0
