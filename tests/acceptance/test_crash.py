"""`kill -9` in the middle of work: afterwards everything is as if it had not happened."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from tests.acceptance.conftest import Scans
from tests.acceptance.installation import Installation, Service, wait_until, without_ids

ROOT = Path(__file__).resolve().parents[2]

DROPPED = {
    "wiesbaden": ("scan_0002.pdf", "scan_0006.pdf", "scan_0008.pdf", "scan_0009.pdf", "scan_0021.pdf"),
    "kassel": ("scan_0007.pdf", "scan_0015.pdf"),
}
QUERY = "Vermieter OR Bescheid OR Kontoauszug OR Meldebescheinigung"


def drop_all(installation: Installation, scans: Scans) -> None:
    for authority, names in DROPPED.items():
        installation.drop(authority, *scans.files(authority, *names))


def outcome(installation: Installation) -> tuple[list[object], list[object]]:
    """All documents with their text and all hits, without ids and times."""
    rows = [without_ids(row) for row in installation.rows("documents", "--text")]
    hits = [(hit["authority"], hit["source"], hit["page"]) for hit in installation.rows("search", QUERY)]
    return sorted(rows, key=lambda row: (row["authority"], row["source"], row["source_pages"])), sorted(hits)


@pytest.fixture(scope="module")
def undisturbed(template: Path, scans: Scans, tmp_path_factory: pytest.TempPathFactory):
    home = tmp_path_factory.mktemp("undisturbed") / "home"
    shutil.copytree(template, home)
    installation = Installation(home)
    drop_all(installation, scans)
    assert installation.akte("run", "--once").status == 1  # a file was quarantined
    return outcome(installation)


@pytest.mark.parametrize(("seed", "concluded"), [(1, 0), (2, 2), (3, 4)])
def test_a_killed_service_loses_nothing_and_does_nothing_twice(
    installation, scans, undisturbed, seed, concluded
):
    drop_all(installation, scans)
    service = Service(installation)
    # Its first line says that it runs, then comes one for each document.
    wait_until(lambda: len(service.lines) > concluded, pause=0.05)
    time.sleep(Random(seed).uniform(0, 0.5))
    service.kill()
    unfinished = ("inbox", "waiting", "processing")
    assert any(row[key] for row in installation.rows("status") for key in unfinished)

    assert installation.akte("run", "--once").status in {0, 1}

    documents, hits = outcome(installation)
    assert (documents, hits) == undisturbed
    assert len(hits) >= 4
    assert installation.done("verify").out.splitlines()[-1] == "Alles in Ordnung."
    assert not list((installation.home / "spool").glob("*/*"))


def test_kills_at_random_and_at_named_points_change_nothing(tmp_path):
    command = [sys.executable, "-m", "bench", "crash", "--kills", "15", "--files", "12", "--seed", "7"]
    ended = subprocess.run(
        [*command, "--folder", tmp_path], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    arrivals, _quarantined, *faults = ended.stdout.splitlines()[-1].split()
    assert (arrivals, faults) == ("12", ["0", "0", "0"])


def test_a_terminated_service_ends_in_order_in_the_middle_of_work(installation, scans):
    drop_all(installation, scans)
    service = Service(installation)
    wait_until(lambda: len(service.lines) > 1, pause=0.05)
    assert service.stop() == 0
    assert service.lines[-1] == "akte beendet."
    assert {row["processing"] for row in installation.rows("status")} == {0}
    assert "Alles in Ordnung." in installation.done("verify").out
