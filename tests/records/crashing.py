"""Kill a process for real (no cleaning up, no rollback) at the n-th thing it does to the disk.

The action runs in a forked child; an audit hook counts what the interpreter is about to do to
files, and an engine event counts commits. At the wanted count the child is gone.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterator

from sqlalchemy import event

from config.home import Home
from config.settings import Settings
from records.catalogue import Catalogue

_TOUCHING = {"os.link", "os.rename", "os.remove", "os.mkdir", "os.rmdir"}
_KILLED = 137
_FAILED = 1


def crashes(home: Home, action: Callable[[Catalogue], object]) -> Iterator[int]:
    """Run `action` and kill it before its 1st, 2nd … step; ends when a run goes through.

    Yields after each kill; the caller restores or continues before the next run.
    """
    step = 0
    while True:
        step += 1
        status = _run(home, action, step)
        if status == 0:
            return
        assert status == _KILLED, f"the action failed in step {step}"
        yield step


def crash_at(home: Home, action: Callable[[Catalogue], object], step: int) -> None:
    assert _run(home, action, step) == _KILLED


def _run(home: Home, action: Callable[[Catalogue], object], step: int) -> int:
    child = os.fork()
    if child == 0:
        status = _FAILED
        try:
            catalogue = Catalogue.open(home, Settings())
            _die_at(catalogue, str(home.root), step)
            action(catalogue)
            status = 0
        except BaseException:  # noqa: BLE001 -- a child must end here, whatever happened
            traceback.print_exc()
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _die_at(catalogue: Catalogue, root: str, step: int) -> None:
    left = step

    def count(*_args: object) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os._exit(_KILLED)

    def look(name: str, args: tuple[object, ...]) -> None:
        writing = name == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR)
        if name in _TOUCHING or (writing and str(args[0]).startswith(root)):
            count()

    event.listen(catalogue._engine, "commit", count)
    sys.addaudithook(look)
