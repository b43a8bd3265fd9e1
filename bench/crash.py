"""Kills the service and its workers at random and at named points, and compares with a quiet run."""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.crash.driver import Outcome, run

out = Console(highlight=False)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="./run crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=100, help="how often to kill (default 100)")
    parser.add_argument("--files", type=int, help="how many files arrive (default: one for each kill)")
    parser.add_argument("--seed", type=int, default=1, help="of all that is random (default 1)")
    parser.add_argument("--minutes", type=float, default=60, help="kill no longer than this (default 60)")
    parser.add_argument("--folder", type=Path, help="keep homes and logs here (default: removed)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="akte-crash-") as temporary:
        folder = Path(options.folder or temporary)
        began = time.monotonic()
        files = options.files or max(10, options.kills)
        outcome = run(
            folder,
            kills=options.kills,
            files=files,
            seed=options.seed,
            minutes=options.minutes,
            tell=_tell,
        )
        _print(outcome, time.monotonic() - began, options.seed)
    return 0 if outcome.compared.equal else 1


def _tell(line: str) -> None:
    out.print(f"[dim]{line}[/]")


def _print(outcome: Outcome, seconds: float, seed: int) -> None:
    kills = Table("killed", box=None, pad_edge=False, header_style="bold")
    kills.add_column("times", justify="right")
    for kind, count in sorted(outcome.tally.kills.items()):
        kills.add_row(kind, str(count))
    kills.add_row("all", str(outcome.tally.killed), style="bold")
    out.print(kills)
    tally, compared = outcome.tally, outcome.compared
    out.print(
        f"\n{tally.starts} lives, {tally.busy} of them ended before their work did, "
        f"{tally.terminated} in order (SIGTERM); {seconds / 60:.1f} minutes, seed {seed}\n"
    )
    cells = {
        "arrivals": outcome.arrivals,
        "quarantined": outcome.quarantined,
        "lost": len(compared.lost),
        "doubled": len(compared.doubled),
        "differing": len(compared.differing),
    }
    result = Table(box=None, pad_edge=False, header_style="bold")
    for heading in cells:
        result.add_column(heading, justify="right")
    result.add_row(*map(str, cells.values()))
    out.print(result)
    for kind in ("lost", "doubled", "differing"):
        for line in getattr(compared, kind)[:20]:
            out.print(f"{kind}: {line[:400]}", markup=False)
