"""One large source with one worker and with several: how far its pages are read at the same time.

Usage: python -m bench spread [--pages 40] [--workers 1 2]. Scanned letters in one PDF, real service;
seconds from its start, with the start itself, until the document is filed.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from bench import large


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench spread", description=__doc__)
    parser.add_argument("--pages", type=int, default=40, help="pages of the source (default 40)")
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2], help="numbers of workers")
    options = parser.parse_args(arguments)
    print(f"{options.pages} pages in one source")
    print(f"{'workers':>7}{'seconds':>10}{'of the first':>14}")
    first = 0.0
    for workers in options.workers:
        seconds = large.run(large.letters, options.pages, workers).seconds
        first = first or seconds
        print(f"{workers:7}{seconds:10.1f}{seconds / first:14.2f}", flush=True)
    return 0
