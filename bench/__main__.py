"""`python -m bench NAME`: run one bench, or list them."""

from __future__ import annotations

import importlib
import sys

BENCHES = {
    "candidates": "looking persons up in large registers: recall, latency, import",
    "choices": "what choices of reading rest on: languages, options, telling pages on a side",
    "crash": "kills the service again and again while files arrive: lost, doubled, differing",
    "deciding": "misfiles, automatic share, types and dates on random sample scans",
    "degradation": "character errors of reading by kind of damage",
    "find": "search: recall@10 and mean reciprocal rank by kind of query, beside other engines",
    "find_speed": "search: building, freshness, queries, the command; beside other engines",
    "flood": "many files dropped at once: seconds until all are journalled, memory",
    "hostile": "broken and hostile files through the service: states, reasons, kills, restarts",
    "load": "a day's mail on top of a running backlog: seconds until it is filed",
    "manipulations": "kinds of manipulation of a home, and whether verify detects each",
    "memory": "memory of service and workers on 10, 100 and 1,000 pages",
    "mrz": "machine-readable zones beside other readers: exact, wrong, not found, seconds",
    "ocr_b": "draws config/ocr_b.toml, the characters of machine-readable zones, anew",
    "papers": "misfiles, automatic share, types and dates on papers of others, with their truth",
    "reading": "seconds a page and character errors, beside OCRmyPDF and tesseract alone",
    "spread": "one large source with one worker and with several: seconds",
    "thresholds": "what each threshold of deciding does to misfiles and automatic share",
    "traps": "misfiles and automatic share on made documents that invite mistakes",
    "verify": "akte verify in GB/s against sha256sum on the same files",
    "waiting": "the review with thousands of waiting documents: list, next, a changed register",
}


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in BENCHES:
        print("Benches:")
        for name, purpose in BENCHES.items():
            print(f"  {name:<14} {purpose}")
        return 2 if arguments else 0
    module = importlib.import_module(f"bench.{arguments[0]}")
    return int(module.main(arguments[1:]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
