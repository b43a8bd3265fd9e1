"""What is true of generated scans beside what the system made of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

AUTHORITIES = ("wiesbaden", "kassel")

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One true document beside what the system made of it (None: lost)."""

    source: str
    degradation: str
    truth: Row
    row: Row | None

    @property
    def state(self) -> str:
        return str(self.row["state"]) if self.row else "lost"

    @property
    def misfiled(self) -> bool:
        return self.row is not None and self.state == "filed" and self.row["person"] != self.truth["person"]

    @property
    def decidable(self) -> bool:
        return self.truth["expected"] == "filed"

    @property
    def filed(self) -> bool:
        """Filed under the right person."""
        return self.state == "filed" and not self.misfiled

    @property
    def bold(self) -> bool:
        """Filed under the right person although it was made to be doubtful."""
        return self.filed and not self.decidable

    def right(self, field: str) -> bool:
        """Whether `type` or `document_date` was found as it is."""
        return self.row is not None and self.row[field] == self.truth[field]

    @property
    def type_score(self) -> float:
        return float(str(self.row["type_score"] or 0)) if self.row else 0.0

    @property
    def what(self) -> str:
        return f"{self.source} {self.truth['type']}/{self.truth['layout']}"


def generate(samples: Path, *, seed: int, count: int, layouts: str, degradation: Sequence[str]) -> None:
    """Write the random set unless it is there."""
    if (samples / "truth.json").exists():
        return
    command = [sys.executable, "-m", "tests.samples", "--out", str(samples), "--seed", str(seed)]
    command += ["--random", str(count), "--layouts", layouts, "--jobs", str(len(os.sched_getaffinity(0)))]
    command += [part for level in degradation for part in ("--degradation", level)]
    command += [part for name in AUTHORITIES for part in ("--authority", name)]
    subprocess.run(command, check=True)


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
                yield Outcome(
                    source=f"{key[0]}/{key[1]}",
                    degradation=source["degradation"],
                    truth=document,
                    row=rows.get(key),
                )
