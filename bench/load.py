"""A day's mail on top of a running backlog: seconds from the drop of each mail item until it is filed.

Backlog files are scans of many pages in an inbox of lane backlog; mail are letters of a page, a share of
them scanned. Both go through the real service. Exit status 1 if the slowest of twenty misses the target.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles

from rich.console import Console
from rich.table import Table
from sqlalchemy import select

from config.home import Home
from records.schema import arrival, audit
from service.wiring import Site, open_site
from tests.pipeline.paper import LETTER, draw, pdf, scan, typed

out = Console(highlight=False)

AKTE = (sys.executable, "-c", "from service.cli import main; main()")
SETTINGS = """\
[authorities.last]
[authorities.last.inboxes.backlog]
lane = "backlog"
"""


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench load", description=__doc__)
    parser.add_argument("--mail", type=int, default=500, help="mail items (default 500)")
    parser.add_argument("--scanned", type=float, default=0.5, help="share of scans (default 0.5)")
    parser.add_argument("--per-minute", type=float, default=20, help="dropped per minute (default 20)")
    parser.add_argument("--backlog", type=int, default=20, help="backlog files (default 20)")
    parser.add_argument("--pages", type=int, default=100, help="pages of each (default 100)")
    parser.add_argument("--target", type=float, default=900, help="seconds for 95 of 100 (default 900)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="akte-load-") as folder:
        home = _home(Path(folder) / "home")
        _backlog(home, options.backlog, options.pages)
        with _service(home), open_site(home) as site:
            _wait(lambda: _busy(site))
            dropped = _drop(home, options.mail, options.scanned, options.per_minute, options.seed)
            _wait(lambda: len(_filed(site)) >= options.mail)
            filed, left = _filed(site), _left(site)
    seconds = sorted((filed[name] - moment).total_seconds() for name, moment in dropped.items())
    return _report(seconds, left, options.backlog, options.target)


def _home(root: Path) -> Home:
    home = Home(root)
    root.mkdir(mode=0o750)
    home.settings_file.write_text(SETTINGS, "utf-8")
    subprocess.run(
        [*AKTE, "--home", str(root), "init", "--authority", "last"], check=True, capture_output=True
    )
    return home


def _backlog(home: Home, files: int, pages: int) -> None:
    """The same words on every page, but another number, so that no file is a duplicate."""
    for number in range(files):
        sheets = [draw(f"{LETTER}\n{number}/{page}") for page in range(pages)]
        scan(home.inbox("last") / "backlog" / f"alt-{number:04}.tif", *sheets)


def _drop(home: Home, count: int, scanned: float, per_minute: float, seed: int) -> dict[str, datetime]:
    """When each mail item was dropped, by name."""
    chance = random.Random(seed)
    dropped = {}
    aside = home.root / "aside"
    aside.mkdir()
    for number in range(count):
        time.sleep(chance.expovariate(per_minute / 60))
        if chance.random() < scanned:
            file = scan(aside / f"post-{number:04}.tif", draw(f"{LETTER}\nPost {number}"))
        else:
            file = pdf(aside / f"post-{number:04}.pdf", typed("Musteramt", "", f"Betreff: Post {number}"))
        file.rename(home.inbox("last") / file.name)
        dropped[file.name] = datetime.now(UTC)
    return dropped


@contextmanager
def _service(home: Home) -> Iterator[None]:
    process = subprocess.Popen([*AKTE, "--home", str(home.root), "run", "--quiet"])
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def _busy(site: Site) -> bool:
    """Whether the backlog is being read."""
    with site.catalogue.read() as connection:
        return (
            connection.execute(select(arrival.c.id).where(arrival.c.state == "processing")).first()
            is not None
        )


def _filed(site: Site) -> dict[str, datetime]:
    """When each mail item was done, by name."""
    query = (
        select(arrival.c.source, audit.c.at)
        .join(audit, audit.c.subject == arrival.c.id)
        .where(audit.c.action == "done", arrival.c.source.like("post-%"))
    )
    with site.catalogue.read() as connection:
        return {row[0]: datetime.fromisoformat(row[1]) for row in connection.execute(query)}


def _left(site: Site) -> int:
    query = select(arrival.c.id).where(arrival.c.source.like("alt-%"), arrival.c.state != "done")
    with site.catalogue.read() as connection:
        return len(connection.execute(query).all())


def _wait(met: Callable[[], bool]) -> None:
    while not met():
        time.sleep(1)


def _report(seconds: list[float], left: int, backlog: int, target: float) -> int:
    cuts = quantiles(seconds, n=20, method="inclusive") if len(seconds) > 1 else seconds * 19
    result = Table("mail", "p50 s", "p95 s", "longest s", "target p95 s", "backlog left", box=None)
    result.add_row(
        str(len(seconds)), f"{cuts[9]:.1f}", f"{cuts[18]:.1f}", f"{seconds[-1]:.1f}", f"{target:.0f}",
        f"{left} of {backlog}",
    )  # fmt: skip
    out.print(result)
    return 0 if cuts[18] <= target else 1
