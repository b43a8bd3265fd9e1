"""The commands that the README shows under "By hand", run as they stand there."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from tests.acceptance.installation import COMMAND, ENVIRONMENT, PATIENCE, Installation, wait_until

README = Path(__file__).resolve().parents[2] / "README.md"
TYPED = ".venv/bin/akte"
SOME_DOCUMENT = "4c1f2a90"
"""The id in the examples; whoever types them has others."""


@pytest.fixture
def commands() -> list[str]:
    section = README.read_text("utf-8").split("## By hand\n", 1)[1].split("\n## ", 1)[0]
    block = re.search(r"```sh\n(.*?)```", section, re.DOTALL)
    assert block is not None
    lines = [" ".join(shlex.split(line, comments=True, posix=False)) for line in block[1].splitlines()]
    return [line for line in lines if line]


@pytest.fixture
def place(tmp_path: Path, register_files: dict[str, Path], scans) -> Path:
    """Where the README's reader stands: a register and a scan at hand, the command below."""
    shutil.copyfile(register_files["wiesbaden"], tmp_path / "register.csv")
    shutil.copyfile(scans.file("wiesbaden", "scan_0006.pdf"), tmp_path / "scan.pdf")
    (tmp_path / ".venv/bin").mkdir(parents=True)
    (tmp_path / TYPED).symlink_to(COMMAND)
    return tmp_path


def test_the_commands_of_the_readme_run_as_typed(commands, place):
    environment = {**ENVIRONMENT, "PWD": str(place)}
    home = Installation(place / "home")
    service = None
    try:
        for line in commands:
            if line.startswith("export "):
                name, _, value = line.removeprefix("export ").partition("=")
                environment[name] = value.replace("$PWD", str(place))
            elif line == f"{TYPED} run":
                service = subprocess.Popen(shlex.split(line), cwd=place, env=environment)
            else:
                if SOME_DOCUMENT in line:
                    line = line.replace(SOME_DOCUMENT, str(home.rows("documents")[0]["id"])[:8])  # noqa: PLW2901
                ended = _typed(line, place, environment)
                assert ended.returncode in {0, 1}, (line, ended)
                assert ended.stderr == "", line
            if line.startswith("cp "):
                wait_until(lambda: home.rows("documents") and home.is_idle(), pause=1.0)
        assert service is not None
        service.send_signal(signal.SIGINT)  # Ctrl+C
        assert service.wait(PATIENCE) == 0
    finally:
        if service is not None and service.poll() is None:
            os.kill(service.pid, signal.SIGKILL)
    [row] = home.rows("documents")
    assert (row["source"], row["state"], row["person"]) == ("scan.pdf", "filed", "P-0017")


def _typed(line: str, place: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", line], cwd=place, env=environment, input="s\n" * 9, capture_output=True, text=True,
        timeout=PATIENCE, check=False,
    )  # fmt: skip
