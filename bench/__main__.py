"""`python -m bench NAME`: run one bench, or list them."""

from __future__ import annotations

import importlib
import sys

BENCHES = {
    "crash": "kills the service again and again while files arrive: lost, doubled, differing",
    "deciding": "misfiles, automatic share, types and dates on random sample scans",
    "flood": "many files dropped at once: seconds until all are journalled, memory",
    "hostile": "broken and hostile files through the service: states, reasons, kills, restarts",
    "load": "a day's mail on top of a running backlog: seconds until it is filed",
    "manipulations": "kinds of manipulation of a home, and whether verify detects each",
    "mrz": "machine-readable zones: exact, wrong and false ones, seconds a page",
    "ocr_b": "draws config/ocr_b.toml, the characters of machine-readable zones, anew",
    "verify": "akte verify in GB/s against sha256sum on the same files",
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
