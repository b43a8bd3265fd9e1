"""Drops many files into one inbox at once: seconds until all are journalled, memory, the wait of others.

Processor time per file tells more than seconds on a busy machine, and whether it grows with the number.
"""

from __future__ import annotations

import argparse
import os
import resource
import tempfile
import time
from contextlib import redirect_stdout, suppress
from dataclasses import replace
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.table import Table

from config.home import Home
from intake.scan import Inbox, ScanReport
from service.cli import main as akte
from service.receiving import Receiving
from service.wiring import Site, open_site

out = Console(highlight=False)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench flood", description=__doc__)
    parser.add_argument("--files", type=int, nargs="+", default=[5_000, 10_000, 20_000])
    parser.add_argument("--kib", type=int, default=20, help="size of each file (default 20)")
    options = parser.parse_args(arguments)
    headings = ("files", "seconds", "CPU ms per file", "another's mail after s", "peak MiB")
    result = Table(*headings, box=None, pad_edge=False)
    for count in options.files:
        with tempfile.TemporaryDirectory(prefix="akte-flood-") as folder:
            seconds, busy, wait = _flood(Home(Path(folder) / "home"), count, options.kib)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        per_file = f"{1000 * busy / count:.1f}"
        result.add_row(str(count), f"{seconds:.1f}", per_file, f"{wait:.1f}", str(peak))
    out.print(result)
    return 0


def _flood(home: Home, count: int, kib: int) -> tuple[float, float, float]:
    """Seconds and processor seconds until all `count` files are journalled, and seconds until a letter to
    another authority is.
    """
    with suppress(SystemExit), redirect_stdout(StringIO()):
        akte(["--home", str(home.root), "init", "--authority", "flooded", "--authority", "other"])
    for number in range(count):
        (home.inbox("flooded") / f"{number:06}.pdf").write_bytes(os.urandom(kib << 10))
    (home.inbox("other") / "letter.pdf").write_bytes(b"%PDF-1.7 mail")
    with open_site(home) as site:
        return _measure(site, count)


def _measure(site: Site, count: int) -> tuple[float, float, float]:
    left = {"flooded": count, "other": 1}
    began, busy, ends = time.monotonic(), time.process_time(), {}

    def finished(inbox: Inbox, report: ScanReport) -> None:
        left[inbox.authority] -= len(report.received)
        if left[inbox.authority] == 0:
            ends.setdefault(inbox.authority, time.monotonic() - began)

    inboxes = [replace(site.inbox(place), reserve_mib=0) for place in site.places]
    receiving = Receiving(inboxes, site.settings.intake, finished)
    while len(ends) < len(left):
        receiving.advance(lambda: False)
        if not receiving.busy:
            time.sleep(min(0.1, receiving.due_in()))
    return ends["flooded"], time.process_time() - busy, ends["other"]
