"""How well papers are decided that somebody else has made or collected, with what is true of each.

FOLDER holds `register.csv` (as for `akte people import`), `files/` and `truth.jsonl`, one object for each
file:

  {"file": "0001.pdf", "type": "duldung", "person": "P-17", "document_date": "2024-03-05",
   "template": "a name for the layout", "degradation": "light"}

`person` is null where a clerk has to decide, `document_date` where the paper bears none; `template` and
`degradation` (digital, light, medium, heavy) may be left out. The papers are read into a new home, as a
site would. If the home of `--home` is there already, the readings it keeps are decided anew by today's rules,
which takes seconds.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.deciding_report import report
from bench.outcomes import Outcome, Row, akte
from bench.stored import readings_anew
from config.home import Home
from pipeline.model import File
from service.processing import decide_document
from service.wiring import open_site

AUTHORITY = "pruefung"


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m bench papers",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", type=Path, help="register.csv, files/ and truth.jsonl")
    parser.add_argument("--home", type=Path, help="keep the home here, or decide anew what it holds")
    options = parser.parse_args(arguments)
    for part in ("register.csv", "files", "truth.jsonl"):
        if not (options.folder / part).exists():
            parser.error(f"{options.folder / part} is missing")
    home = options.home or Path(tempfile.mkdtemp(prefix="akte-bench-")) / "home"
    started = time.monotonic()
    if not Home(home).settings_file.exists():
        read(options.folder, home)
    outcomes = list(compare(options.folder, decided(home)))
    for line in report(outcomes, time.monotonic() - started):
        print(line)
    return 1 if any(outcome.misfiled or outcome.row is None for outcome in outcomes) else 0


def read(folder: Path, home: Path) -> None:
    """A new home with the register of the papers, all of them read and filed."""
    akte(home, "init", "--authority", AUTHORITY)
    akte(home, "people", "import", str(folder / "register.csv"), "--authority", AUTHORITY)
    for file in sorted((folder / "files").iterdir()):
        shutil.copyfile(file, home / "inbox" / AUTHORITY / file.name)
    akte(home, "run", "--once", "--quiet")


def decided(home: Path) -> Iterator[Row]:
    """The objects of `akte documents --json`, each with what today's rules make of it."""
    anew = dict(_anew(home))
    for line in akte(home, "documents", "--json").splitlines():
        row = json.loads(line)
        yield row | anew.get(row["id"], {})


def _anew(home: Path) -> Iterator[tuple[str, dict[str, object]]]:
    with open_site(Home(home)) as site:
        for stored, document in readings_anew(site):
            filing = decide_document(site, stored.authority, document)
            day = document.identity.document_date
            found = {
                "type": document.classification.type,
                "type_score": document.classification.score,
                "document_date": str(day) if day else None,
            }
            if isinstance(filing, File):
                yield stored.id, found | {"state": "filed", "person": filing.candidate.person.number}
            else:
                yield stored.id, found | {"state": "review", "reason": filing.reason.text()}


def compare(folder: Path, rows: Iterator[Row]) -> Iterator[Outcome]:
    """Each paper with what became of it; of a paper that was taken apart, the part that was misfiled."""
    parts: dict[object, list[Row]] = defaultdict(list)
    for row in rows:
        parts[row["source"]].append(row)
    for line in (folder / "truth.jsonl").read_text("utf-8").splitlines():
        true = json.loads(line)
        expected = "filed" if true["person"] else "review"
        truth = true | {"layout": true.get("template", "-"), "expected": expected}
        outcomes = [
            Outcome(source=true["file"], degradation=true.get("degradation", "-"), truth=truth, row=row)
            for row in parts[true["file"]] or [None]
        ]
        yield next((outcome for outcome in outcomes if outcome.misfiled), outcomes[0])
