"""Hostile and broken files through the real service: where each ends, and whether anything else is touched.

`python -m bench hostile [FOLDER]`, by default the third-party files in ../shared/data/bad. Exit status 1 if
a file ends anywhere but read, in quarantine with a reason, or as a duplicate, if the service ended by
itself, or if the proof afterwards finds a fault.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

AKTE = Path(sys.executable).with_name("akte")
SAMPLES = Path(__file__).resolve().parents[2] / "shared" / "data" / "bad"
KILLS = {"timeout": "at the time limit", "worker_died": "by itself", "out_of_memory": "at the memory limit"}
out = Console(highlight=False)


def main(arguments: list[str]) -> int:
    samples = Path(arguments[0]) if arguments else SAMPLES
    if not samples.is_dir():
        print(f"{samples}: no such folder; name one with broken and hostile files")
        return 2
    names = sorted(path.name for path in samples.iterdir() if path.is_file())
    with tempfile.TemporaryDirectory(prefix="akte-hostile-") as folder:
        home = Path(folder) / "home"
        _akte(home, "init", "--authority", "probe")
        for name in names:
            (home / "inbox" / "probe" / name).write_bytes((samples / name).read_bytes())
        started = time.monotonic()
        status, restarts = _serve(home)
        seconds = time.monotonic() - started
        rows = _rows(home, "documents")
        reasons = {row["source"]: row["code"] for row in _rows(home, "quarantine", "list")}
        proof = _rows(home, "verify")[-1]
    return _report(names, rows, reasons, status, restarts, seconds, proof)


def _serve(home: Path) -> tuple[int, int]:
    """Work the inbox off; started again, and counted, whenever the service ends with work left."""
    restarts = 0
    while True:
        status = _akte(home, "run", "--once", "--quiet").returncode
        if status in {0, 1} or restarts == 10:
            return status, restarts
        restarts += 1


def _akte(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "LC_ALL": "en_US.UTF-8"}
    command = [AKTE, "--home", home, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def _rows(home: Path, *arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in _akte(home, *arguments, "--json").stdout.splitlines()]


def _report(
    names: list[str],
    rows: list[dict[str, Any]],
    reasons: dict[str, str],
    status: int,
    restarts: int,
    seconds: float,
    proof: dict[str, Any],
) -> int:
    states: dict[str, set[str]] = {}
    for row in rows:
        states.setdefault(row["source"], set()).add(row["state"])
    ends = Counter(_end(states.get(name, set()), reasons.get(name)) for name in names)
    listing = Table("end", "files", box=None, pad_edge=False)
    for end, count in sorted(ends.items()):
        listing.add_row(end, str(count))
    out.print(listing)
    undefined = [name for name in names if _end(states.get(name, set()), reasons.get(name)) == "undefined"]
    kills = [f"{name}: {KILLS[code]}" for name, code in sorted(reasons.items()) if code in KILLS]
    out.print(f"files {len(names)}, undefined {len(undefined)}, worker kills {len(kills)}, ", end="")
    out.print(f"service restarts {restarts}, exit status {status}, {seconds:.0f} s")
    for line in (*undefined, *kills):
        out.print(f"  {line}", markup=False)
    out.print(f"verify: faults {proof['faults']}, arrivals {proof['checked']['arrivals']}")
    return 1 if undefined or restarts or proof["faults"] or status not in {0, 1} else 0


def _end(states: set[str], reason: str | None) -> str:
    if states == {"quarantined"} and reason:
        return f"quarantined: {reason}"
    if states and states <= {"filed", "review"}:
        return "read"
    return "duplicate" if states == {"duplicate"} else "undefined"
