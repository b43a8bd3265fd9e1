"""`python -m bench NAME`: run one bench, or list them."""

from __future__ import annotations

import importlib
import sys

BENCHES = {
    "deciding": "misfiles, automatic share, types and dates on random sample scans",
    "find": "search: recall@10 and mean reciprocal rank by kind of query, beside other engines",
    "find_speed": "search: building, freshness, queries, the command; beside other engines",
    "mrz": "machine-readable zones: exact, wrong and false ones, seconds a page",
    "ocr_b": "draws config/ocr_b.toml, the characters of machine-readable zones, anew",
}


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in BENCHES:
        print("Benches:")
        for name, purpose in BENCHES.items():
            print(f"  {name:<12} {purpose}")
        return 2 if arguments else 0
    module = importlib.import_module(f"bench.{arguments[0]}")
    return int(module.main(arguments[1:]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
