"""`python -m bench NAME`: run one bench, or list them."""

from __future__ import annotations

import importlib
import sys

BENCHES = {
    "choices": "what choices of reading rest on: languages, options, telling pages on a side",
    "deciding": "misfiles, automatic share, types and dates on random sample scans",
    "degradation": "character errors of reading by kind of damage",
    "memory": "memory that reading takes on 10, 100 and 1,000 pages",
    "mrz": "machine-readable zones beside other readers: exact, wrong, not found, seconds",
    "ocr_b": "draws config/ocr_b.toml, the characters of machine-readable zones, anew",
    "reading": "seconds a page and character errors, beside OCRmyPDF and tesseract alone",
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
