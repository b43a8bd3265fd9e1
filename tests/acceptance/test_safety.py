"""Proof and backup beside a service that is filing: no false alarm, exact copies, and the way back."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import pytest

from tests.acceptance.installation import COMMAND, ENVIRONMENT, Installation, Service, wait_until
from tests.service.scenes import ERIKA, STRANGER, letter

LETTERS = 40


@pytest.fixture
def delivery(tmp_path: Path) -> list[Path]:
    """Letters of persons that nobody knows here: each waits for a clerk."""
    return [
        letter(tmp_path / "letters" / f"{number:03}.pdf", (ERIKA, STRANGER)[number % 2], f"Nummer {number}")
        for number in range(LETTERS)
    ]


def concluded(installation: Installation) -> int:
    return sum(row["done"] for row in installation.rows("status", "--authority", "kassel"))


def test_verify_and_backup_beside_a_filing_service(
    installation: Installation, service: Service, delivery: list[Path], tmp_path: Path
) -> None:
    target = tmp_path / "backups"
    installation.drop("kassel", *delivery)
    rounds = 0
    while concluded(installation) < LETTERS or rounds == 0:
        verified = installation.akte("verify")
        assert verified.status == 0, verified.out
        made = installation.akte("backup", str(target), "--keep", "3")
        assert made.status == 0, made.out
        rounds += 1
    for backup in sorted(target.glob("akte-*")):
        copy = Installation(backup)
        restored = Installation(tmp_path / f"restored-{backup.name}")
        assert copy.akte("restore", str(backup), "--home", str(restored.home)).status == 0
        assert restored.akte("run", "--once").status == 0
        assert restored.done("verify").out.splitlines()[-1] == "Alles in Ordnung."
        held = len(restored.rows("documents"))
        assert len(restored.rows("search", "Nummer", "--limit", "1000")) == held


def test_a_backup_killed_in_the_middle_beside_a_filing_service(
    installation: Installation, service: Service, delivery: list[Path], tmp_path: Path
) -> None:
    target = tmp_path / "backups"
    installation.drop("kassel", *delivery)
    wait_until(lambda: concluded(installation) > 2)
    for pause in (0.2, 1.0, 1.6):
        command = [COMMAND, "--home", installation.home, "backup", target]
        with subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL) as process:
            time.sleep(pause)
            process.kill()
        assert all((made / "backup.json").exists() for made in target.glob("akte-*"))
    assert installation.done("backup", str(target)).status == 0
    assert not list(target.glob(".part-*"))
    wait_until(lambda: concluded(installation) == LETTERS)
    assert installation.akte("verify").status == 0
