"""Every kind of manipulation of a home, at places chosen by seeds, and whether `akte verify` finds it.

`python -m bench manipulations [SEEDS]`, by default 3 of each kind. Exit status 1 unless all are found
and nothing is found where nothing was done.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random
from unittest import mock

from rich.console import Console
from rich.table import Table

from config.home import Home
from service import cli
from service.daemon import Daemon
from service.proving import faults_of
from service.wiring import open_site
from tests.service.manipulations import ALL
from tests.service.scenes import AUTHORITIES, ERIKA, MAX, REGISTERS, SETTINGS, STRANGER, letter


def main(arguments: list[str]) -> int:
    seeds = int(arguments[0]) if arguments else 3
    found: dict[str, Counter[str]] = {}
    started = time.monotonic()
    with (
        tempfile.TemporaryDirectory(prefix="akte-manipulations-") as folder,
        mock.patch("service.proving.QUIET_PAUSE", 0.0),
    ):
        template = _day_of_work(Home(Path(folder) / "template"))
        for kind in ALL:
            found[kind.name] = Counter()
            for seed in range(seeds):
                home = Home(Path(folder) / "home")
                shutil.copytree(template.root, home.root, symlinks=True)
                kind.do(home, Random(seed))
                codes = _codes(home)
                found[kind.name]["right"] += bool(codes) is kind.fault
                found[kind.name].update(set(codes))
                shutil.rmtree(home.root)
    return _report(found, seeds, time.monotonic() - started)


def _day_of_work(home: Home) -> Home:
    """Documents filed and in review, a duplicate, quarantined files; in two authorities."""
    _akte(home, "init", *(part for name in AUTHORITIES for part in ("--authority", name)))
    home.settings_file.write_text(SETTINGS, "utf-8")
    for name in AUTHORITIES:
        register = home.root.with_name(f"{name}.csv")
        register.write_text(REGISTERS[name], "utf-8")
        _akte(home, "people", "import", str(register), "--authority", name)
    for name, persons in (("wiesbaden", (ERIKA, STRANGER, ERIKA)), ("kassel", (MAX, "Testperson, Max"))):
        for number, person in enumerate(persons):
            letter(home.inbox(name) / f"{number}.pdf", person)
    for name in AUTHORITIES:
        (home.inbox(name) / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    with open_site(home) as site:
        Daemon(site).run_once()
    return home


def _akte(home: Home, *arguments: str) -> None:
    try:
        cli.main(["--home", str(home.root), *arguments])
    except SystemExit as ended:
        if ended.code:
            sys.exit(f"akte {arguments[0]} ended with status {ended.code}")


def _codes(home: Home) -> list[str]:
    with open_site(home) as site:
        return [fault.code for fault in faults_of(site, site.authorities, Counter())]


def _report(found: dict[str, Counter[str]], seeds: int, seconds: float) -> int:
    kinds = {kind.name: kind for kind in ALL}
    listing = Table("manipulation", "as it should", "faults told", box=None, pad_edge=False)
    for name, counts in found.items():
        told = ", ".join(sorted(code for code in counts if code != "right")) or "none"
        listing.add_row(name, f"{counts['right']}/{seeds}", told)
    Console(highlight=False).print(listing)
    harmful = [name for name, kind in kinds.items() if kind.fault]
    detected = sum(found[name]["right"] for name in harmful)
    quiet = sum(found[name]["right"] for name in kinds if name not in harmful)
    print(
        f"kinds of harm {len(harmful)}, tried {len(harmful) * seeds}, detected {detected} "
        f"({100 * detected / len(harmful) / seeds:.1f} %); "
        f"without harm {(len(kinds) - len(harmful)) * seeds}, quiet {quiet}; {seconds:.0f} s"
    )
    return 0 if detected + quiet == len(kinds) * seeds else 1
