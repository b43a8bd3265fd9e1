"""`akte verify` in GB/s, against sha256sum over the same files in the same run.

`python -m bench verify [MIB] [KIB]`: a made-up home of MIB mebibytes (default 1024) in sources of KIB
kibibytes each (default 512, a letter of some pages). The files were just written, so both read from
memory: what is measured is the program, not the disk. Each is run three times and the best counts.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from unittest import mock

from config.home import Home
from config.settings import Settings
from records import filing, journal
from records.catalogue import Catalogue
from service.wiring import cores
from tests.records import scenes

AKTE = Path(sys.executable).with_name("akte")
RUNS = 3


def main(arguments: list[str]) -> int:
    mib, kib = (int(value) for value in (*arguments, *("1024", "512")[len(arguments) :]))
    with tempfile.TemporaryDirectory(prefix="akte-verify-") as folder:
        home = Home(Path(folder) / "home")
        with mock.patch("os.fsync"):  # what is measured is reading
            documents = _fill(home, mib * 1024 // kib, kib * 1024)
        files = [path for path in home.root.rglob("*") if path.is_file() and "records" in path.parts]
        once = {path.stat().st_ino: path for path in files}  # links to the same bytes are read once
        size = sum(path.stat().st_size for path in once.values())
        listed = b"\0".join(os.fsencode(path) for path in once.values())
        subprocess.run([AKTE, "--home", home.root, "index", "rebuild"], stdout=subprocess.DEVNULL, check=True)
        plain = _best(lambda: _sha256sum(listed, 1))
        all_cores = _best(lambda: _sha256sum(listed, cores()))
        verify = _best(lambda: _verify(home))
    print(f"documents {documents}, files {len(once)}, {size / 1e9:.2f} GB, cores {cores()}")
    for name, (seconds, used) in (
        ("sha256sum", plain),
        ("sha256sum on all cores", all_cores),
        ("akte verify", verify),
    ):
        print(
            f"{name:<24} {seconds:6.2f} s  {size / 1e9 / seconds:5.2f} GB/s  "
            f"{plain[0] / seconds:.2f} × sha256sum; processor {used:.2f} s"
        )
    return 0


def _fill(home: Home, count: int, size: int) -> int:
    """Filed documents as the service leaves them: original, searchable PDF, reading; two pages each."""
    catalogue = Catalogue.open(home, Settings())
    home.settings_file.write_text('[authorities.alpha]\ntitle = "Alpha"\n', "utf-8")
    scenes.add_register(catalogue, home.root.parent)
    decision = scenes.filed(catalogue)
    pages = tuple(replace(scenes.page(number, "Sehr geehrte " * 200)) for number in (1, 2))
    reading = scenes.one_document()
    reading = replace(reading, documents=(replace(reading.documents[0], pages=pages),))
    for number in range(1, count + 1):
        journal.receive(catalogue, scenes.spooled(home, number, os.urandom(size)))
        arrival = journal.claim(catalogue, "bench")
        assert arrival is not None
        filing.apply(catalogue, home, arrival, reading, (decision,), home.spool, sections=scenes.sections)
    catalogue.close()
    return count


def _best(run: Callable[[], None]) -> tuple[float, float]:
    """Seconds on the clock and of processor time, which other programs on the machine disturb less."""
    found = []
    for _ in range(RUNS):
        started, before = time.perf_counter(), os.times()
        run()
        after = os.times()
        used = after.children_user + after.children_system - before.children_user - before.children_system
        found.append((time.perf_counter() - started, used))
    return min(found)


def _sha256sum(listed: bytes, processes: int) -> None:
    command = ["xargs", "-0", "-n", "64", "-P", str(processes), "sha256sum"]
    subprocess.run(command, input=listed, stdout=subprocess.DEVNULL, check=True)


def _verify(home: Home) -> None:
    subprocess.run([AKTE, "--home", home.root, "verify"], stdout=subprocess.DEVNULL, check=True)
