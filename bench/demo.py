"""`./run demo`: the main job from dropped scans to search hits, with the real service on sample scans."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.live import Live
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

AUTHORITIES = ("wiesbaden", "kassel")
SEED = 1
PATIENCE_SECONDS = 600
"""After this long without an end the demo gives up and says so."""

Row = Mapping[str, object]
out = Console(highlight=False)


def main() -> int:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp(prefix="akte-demo-")).absolute()
    home, samples = folder / "home", folder / "samples"
    shutil.rmtree(home, ignore_errors=True)
    started = time.monotonic()
    _heading("1. A home with two authorities and their person registers")
    _make_samples(samples)
    _akte(home, "init", *(part for name in AUTHORITIES for part in ("--authority", name)))
    for name in AUTHORITIES:
        _akte(home, "people", "import", str(samples / name / "register.csv"), "--authority", name)

    _heading("2. The service runs, scans are dropped into the inboxes")
    scans = _scans(samples)
    with _log(folder).open("w") as log:
        service = subprocess.Popen(
            [_command(), "--home", str(home), "run"], stdout=log, stderr=subprocess.STDOUT
        )
        try:
            _drop(home, scans)
            finished = _watch(home, len(scans), service)
            _report(home)
            _heading("6. Search")
            _searches(home, samples)
            _heading("7. Proof that nothing was lost or changed")
            verified = _akte(home, "verify", check=False)
        finally:
            service.send_signal(signal.SIGTERM)
            stopped = service.wait(timeout=30)
    _heading("8. Done")
    out.print(
        f"The service stopped cleanly (exit status {stopped}) after {time.monotonic() - started:.0f} s."
    )
    out.print(f"Look further:  .venv/bin/akte --home {home} review next\n"
              f"               .venv/bin/akte --home {home} show P-0001\n"
              f"               records: {home / 'records'}\n"
              f"               service log: {_log(folder)}")  # fmt: skip
    return 0 if finished and stopped == 0 and verified == 0 else 1


def _command() -> str:
    return str(Path(sys.executable).with_name("akte"))


def _log(folder: Path) -> Path:
    return folder / "service.log"


def _heading(text: str) -> None:
    out.print()
    out.rule(f"[bold]{text}[/]", align="left")


def _make_samples(samples: Path) -> None:
    if (samples / "truth.json").exists():
        return
    jobs = str(len(os.sched_getaffinity(0)))
    names = [part for name in AUTHORITIES for part in ("--authority", name)]
    command = [
        sys.executable,
        "-m",
        "tests.samples",
        "--out",
        str(samples),
        "--seed",
        str(SEED),
        "--jobs",
        jobs,
    ]
    subprocess.run([*command, *names], check=True)


def _akte(home: Path, *arguments: str, check: bool = True) -> int:
    """Run a command as a user would, showing it as typed."""
    out.print(f"[bold cyan]$ akte {' '.join(arguments)}[/]")
    environment = {**os.environ, "AKTE_HOME": str(home)}
    if out.is_terminal:
        environment["FORCE_COLOR"] = "1"
    result = subprocess.run([_command(), *arguments], env=environment, check=False)
    if check and result.returncode != 0:
        sys.exit(f"akte {arguments[0]} ended with status {result.returncode}")
    return result.returncode


def _rows(home: Path, *arguments: str) -> list[Row]:
    command = [_command(), "--home", str(home), *arguments, "--json"]
    text = subprocess.run(command, check=False, capture_output=True, text=True).stdout
    return [json.loads(line) for line in text.splitlines()]


def _scans(samples: Path) -> list[tuple[str, Path]]:
    return [(name, file) for name in AUTHORITIES for file in sorted((samples / name / "scans").iterdir())]


def _drop(home: Path, scans: Sequence[tuple[str, Path]]) -> None:
    """A scanner writes under a temporary name and renames; here the files come in one after another."""
    for name in AUTHORITIES:
        while not (home / "inbox" / name).is_dir():
            time.sleep(0.05)
    for name, file in scans:
        temporary = home / "inbox" / name / f"{file.name}.part"
        shutil.copyfile(file, temporary)
        temporary.rename(temporary.with_suffix(""))
    out.print(f"{len(scans)} files dropped into {home / 'inbox'}")


def _watch(home: Path, expected: int, service: subprocess.Popen[bytes]) -> bool:
    """Show live progress until every dropped file is done, in quarantine or a duplicate."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    with Live(console=out, refresh_per_second=4, transient=True) as live:
        while time.monotonic() < deadline and service.poll() is None:
            rows = _rows(home, "status")
            live.update(_progress(rows))
            ended = sum(int(str(row[key])) for row in rows for key in ("done", "quarantined", "duplicates"))
            pending = sum(int(str(row["index_pending"])) for row in rows)
            if ended >= expected and pending == 0:
                out.print(_progress(rows))
                return True
            time.sleep(1)
    out.print("[red]The service did not finish; see its log.[/]")
    return False


def _progress(rows: Sequence[Row]) -> Table:
    columns = ("authority", "inbox", "waiting", "processing", "done", "review", "quarantined", "duplicates")
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column)
    for row in rows:
        table.add_row(*(str(row[column]) for column in columns))
    return table


def _report(home: Path) -> None:
    rows = _rows(home, "documents")
    states = Counter(str(row["state"]) for row in rows)
    _heading(f"3. Filed: {states['filed']}")
    _list(rows, "filed")
    _heading(f"4. Waiting for a clerk: {states['review']}")
    _list(rows, "review")
    _heading(f"5. Quarantined: {states['quarantined']}, duplicates: {states['duplicate']}")
    _list(rows, "quarantined")
    _list(rows, "duplicate")


def _list(rows: Sequence[Row], state: str) -> None:
    """Two lines each: what it is and where it went, and why."""
    for row in rows:
        if row["state"] == state:
            what = "  ".join(str(row[key]) for key in ("person", "type") if row[key])
            evidence = row["evidence"]
            assert isinstance(evidence, list)
            why = row["reason"] or "; ".join(evidence[:3])
            out.print(f"[bold]{row['authority']}/{_plain(row['source'])}[/]  {what}")
            out.print(Padding(f"[dim]{_plain(why)}[/]", (0, 0, 0, 4)))


def _plain(value: object) -> str:
    return escape(str(value))


def _searches(home: Path, samples: Path) -> None:
    """Three searches a clerk would make: words, a person's name, a phrase in documents of one year."""
    truth = json.loads((samples / "truth.json").read_text("utf-8"))
    names = [
        document["name"].split(",")[0]
        for source in truth["sources"]
        for document in source["documents"]
        if source["authority"] == AUTHORITIES[0] and document["expected"] == "filed"
    ]
    _akte(home, "search", "Aufenthaltserlaubnis", "Verlängerung", "--limit", "3")
    _akte(home, "search", names[0], "--authority", AUTHORITIES[0], "--limit", "3")
    _akte(home, "search", '"geboren am" Bescheinigung', "--limit", "3")


if __name__ == "__main__":
    sys.exit(main())
