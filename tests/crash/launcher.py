"""Start the real service quickly and let it die at a chosen instruction. For tests only.

Loading the program takes longer than most lives in a crash test. So it is loaded once, and each
life is a fork of the loaded program that runs `akte run` as it is; its worker processes are forks as
well. Nothing of the service is replaced but the calls after which it is to die.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn

from sqlalchemy.engine.default import DefaultDialect

import service.cli.run  # noqa: F401 -- loaded before the fork
from service import cli, pool, worker

CALLS = ("fsync", "rename", "link", "unlink", "mkdir", "rmdir")
"""Functions of `os` that change what a power cut would leave."""

POINTS = (*(f"after {name}" for name in CALLS), "before commit", "after commit")

_SPARE_WORKERS = 3


@dataclass(frozen=True, slots=True)
class Death:
    """Where the service dies: at the `count`-th time it gets to `point`."""

    point: str
    count: int


def start(home: Path, log: Path, working: Path, death: Death | None) -> int:
    """Fork a service on `home`; its process id. Worker processes that got work are listed in `working`."""
    child = os.fork()
    if child == 0:
        _serve(home, log, working, death)
    return child


def _serve(home: Path, log: Path, working: Path, death: Death | None) -> NoReturn:
    status = 70
    try:
        os.setsid()
        output = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(output, 1)
        os.dup2(output, 2)
        _fork_workers(working)
        if death is not None:
            _arm(death)
        cli.main(["--home", str(home), "run", "--quiet"])
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else 70
    finally:
        os._exit(status)


def _arm(death: Death) -> None:
    left = death.count

    def reached(point: str) -> None:
        nonlocal left
        left -= point == death.point
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    for name in CALLS:
        setattr(os, name, _followed(getattr(os, name), lambda point=f"after {name}": reached(point)))
    commit = DefaultDialect.do_commit

    def committing(self: Any, connection: Any) -> None:
        reached("before commit")
        commit(self, connection)
        reached("after commit")

    DefaultDialect.do_commit = committing  # type: ignore[method-assign]


def _followed(call: Callable[..., Any], then: Callable[[], None]) -> Callable[..., Any]:
    def wrapped(*arguments: Any, **options: Any) -> Any:
        result = call(*arguments, **options)
        then()
        return result

    return wrapped


# -- workers ----------------------------------------------------------------------------------


class _Forked:
    """A worker process that was forked in advance, while the service had one thread.

    To the pool it is what `subprocess.Popen` gives.
    """

    def __init__(self) -> None:
        given, jobs = os.pipe()
        answers, taken = os.pipe()
        self.returncode: int | None = None
        self.pid = os.fork()
        if self.pid == 0:
            _work(given, taken)
        os.close(given)
        os.close(taken)
        self.stdin = open(jobs, "wb")  # noqa: PTH123, SIM115 -- the pool closes both
        self.stdout = open(answers, "rb")  # noqa: PTH123, SIM115

    def wait(self) -> int:
        if self.returncode is None:
            self.returncode = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self.returncode


def _work(given: int, taken: int) -> NoReturn:
    os.setsid()
    os.dup2(given, 0)
    os.dup2(taken, 1)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.argv = ["worker", "4096"]
    try:
        worker.main()
    finally:
        os._exit(0)


def _fork_workers(working: Path) -> None:
    spare = [_Forked() for _ in range(_SPARE_WORKERS)]

    def popen(*arguments: Any, **options: Any) -> _Forked | subprocess.Popen[bytes]:
        process = spare.pop() if spare else subprocess.Popen(*arguments, **options)
        with working.open("a") as file:
            file.write(f"{process.pid}\n")
        return process

    pool.subprocess = SimpleNamespace(Popen=popen, PIPE=subprocess.PIPE)  # type: ignore[assignment]
