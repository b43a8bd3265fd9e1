"""The installed command and its service on a home of their own, as a user and systemd drive them."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

COMMAND = Path(sys.executable).with_name("akte")
PATIENCE = 120.0
"""Seconds after which a test gives up on what it waits for."""

ENVIRONMENT = {
    key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "AKTE_"))
} | {"LC_ALL": "C.UTF-8"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass(frozen=True, slots=True)
class Installation:
    """One home."""

    home: Path

    def akte(self, *arguments: str, answers: str = "") -> Result:
        """Run the command as typed at a prompt."""
        ended = subprocess.run(
            [COMMAND, "--home", self.home, *arguments],
            env=ENVIRONMENT,
            input=answers,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        return Result(status=ended.returncode, out=ended.stdout, err=ended.stderr)

    def done(self, *arguments: str, answers: str = "") -> Result:
        """`akte`, that must succeed without a complaint."""
        result = self.akte(*arguments, answers=answers)
        assert (result.status, result.err) == (0, ""), (arguments, result)
        return result

    def rows(self, *arguments: str) -> list[dict[str, Any]]:
        return self.akte(*arguments, "--json").rows

    def inbox(self, authority: str) -> Path:
        return self.home / "inbox" / authority

    def drop(self, authority: str, *files: Path) -> None:
        """As a scanner does: written under another name, then renamed."""
        for file in files:
            part = self.inbox(authority) / f"{file.name}.part"
            shutil.copyfile(file, part)
            part.rename(part.with_suffix(""))

    def document(self, authority: str, source: str) -> dict[str, Any]:
        """The one object of `akte documents` that came from `source`."""
        [row] = [row for row in self.rows("documents", "--authority", authority) if row["source"] == source]
        return row

    @property
    def log(self) -> Path:
        """What the service prints."""
        return self.home / "service.log"

    def has_reported(self, authority: str, source: str) -> bool:
        """Whether the service has concluded a try at `source`."""
        return f"\n{authority}/{source}  " in self.log.read_text("utf-8")

    def is_idle(self) -> bool:
        """Nothing left to receive, read or index."""
        busy = ("inbox", "waiting", "processing", "index_pending")
        return not any(row[key] for row in self.rows("status") for key in busy)


class Service:
    """`akte run`, in a process group of its own."""

    def __init__(self, installation: Installation, *options: str) -> None:
        self._log = installation.log.open("w", encoding="utf-8")
        self.process = subprocess.Popen(
            [COMMAND, "--home", installation.home, "run", *options],
            env=ENVIRONMENT,
            stdout=self._log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    @property
    def lines(self) -> Sequence[str]:
        """What it has printed so far."""
        return Path(self._log.name).read_text("utf-8").splitlines()

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Ask it to end; its exit status."""
        self.process.send_signal(number)
        try:
            return self.process.wait(PATIENCE)
        finally:
            self._log.close()

    def kill(self) -> None:
        """As `kill -9 -GROUP` and the power switch do."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self._log.close()


def wait_until(met: Callable[[], object], pause: float = 0.3) -> None:
    deadline = time.monotonic() + PATIENCE
    while not met():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(pause)


def without_ids(row: dict[str, Any]) -> dict[str, Any]:
    """An object of `akte documents` without what differs from one run to the next."""
    kept = {key: value for key, value in row.items() if key not in {"id", "received_at", "filed_at"}}
    if row["state"] == "duplicate":
        kept["reason"] = re.sub(r"\b[0-9a-f]{8}\b", "…", row["reason"])
    return kept
