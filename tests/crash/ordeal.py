"""What is done to one home: its service lives short lives, and files arrive meanwhile."""

from __future__ import annotations

import os
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from config.home import Home
from tests.acceptance.installation import Installation, Service
from tests.crash.launcher import POINTS, Death, start
from tests.crash.sources import Source
from tests.crash.state import is_idle

LONGEST_LIFE = 3.0
"""Seconds after which a service that is killed at random has died."""

LONGEST_WAIT = 8.0
"""Seconds after which a service that does not come to its point is killed where it stands."""

REST_EVERY = 20
"""Lives after which the service is left in peace until it has nothing to do."""

PATIENCE = 1800.0
"""Seconds after which waiting for an idle service is given up."""


@dataclass(slots=True)
class Tally:
    """What was done to the service."""

    kills: Counter[str] = field(default_factory=Counter)
    busy: int = 0
    """Lives that ended before their work did."""
    starts: int = 0
    terminated: int = 0

    @property
    def killed(self) -> int:
        return self.kills.total()


class Ordeal:
    """One home whose service is killed again and again."""

    def __init__(
        self,
        victim: Installation,
        folder: Path,
        sources: list[Source],
        rng: Random,
        tell: Callable[[str], None],
    ) -> None:
        self.tally = Tally()
        self._victim = victim
        self._log = folder / "service.log"
        self._working = folder / "working"
        self._left = list(sources)
        self._rng = rng
        self._tell = tell

    def endure(self, kills: int, seconds: float) -> None:
        end = time.monotonic() + seconds
        drops = len(self._left) / kills
        owed = 0.0
        while self.tally.killed < kills and time.monotonic() < end:
            owed += drops
            now, owed = int(owed), owed % 1
            before = self._rng.random() < 0.5
            self._drop(now if before else 0)
            self._live(lambda count=0 if before else now: self._drop(count))
            self.tally.busy += not is_idle(Home(self._victim.home))
            if self.tally.starts % REST_EVERY == 0:
                self._rest()
                self._tell(f"{self.tally.killed} of {kills} kills, {len(self._left)} files to come")
        self._drop(len(self._left))

    def _drop(self, count: int) -> None:
        """The next files arrive, as a scanner renames them or as somebody copies them in pieces."""
        for source in self._left[:count]:
            if self._rng.random() < 0.7:
                self._victim.drop(source.authority, source.path)
            else:
                _copy_in_pieces(source.path, self._victim.inbox(source.authority) / source.path.name)
        del self._left[:count]

    def _live(self, meanwhile: Callable[[], None]) -> None:
        """One life of the service, ended in one of the ways there are."""
        way = self._rng.random()
        if way < 0.02:
            self._cold(meanwhile)
        elif way < 0.05:
            self._terminate(meanwhile)
        elif way < 0.20:
            self._kill_workers(meanwhile)
        elif way < 0.45:
            self._kill_at_random(meanwhile)
        else:
            self._kill_at_point(meanwhile)

    def _start(self, death: Death | None = None) -> int:
        self.tally.starts += 1
        self._working.unlink(missing_ok=True)
        return start(self._victim.home, self._log, self._working, death)

    def _kill_at_point(self, meanwhile: Callable[[], None]) -> None:
        death = Death(self._rng.choice(POINTS), 1 + int(self._rng.expovariate(1 / 6)))
        service = self._start(death)
        meanwhile()
        if _ended_by_itself(service, LONGEST_WAIT):
            self.tally.kills[f"service, {death.point}"] += 1
        else:
            self._kill(service)

    def _kill_at_random(self, meanwhile: Callable[[], None]) -> None:
        service = self._start()
        meanwhile()
        time.sleep(self._rng.uniform(0, LONGEST_LIFE))
        self._kill(service)

    def _kill(self, service: int) -> None:
        os.kill(service, signal.SIGKILL)
        os.waitpid(service, 0)
        self.tally.kills["service, at random"] += 1

    def _kill_workers(self, meanwhile: Callable[[], None]) -> None:
        service = self._start()
        meanwhile()
        for _ in range(self._rng.randint(1, 2)):
            time.sleep(self._rng.uniform(0.1, LONGEST_LIFE / 2))
            for worker in self._workers():
                with suppress(ProcessLookupError):
                    os.kill(worker, signal.SIGKILL)
                    self.tally.kills["worker, at random"] += 1
                    break
        self._kill(service)

    def _workers(self) -> Iterator[int]:
        if self._working.exists():
            yield from map(int, reversed(self._working.read_text().split()))

    def _terminate(self, meanwhile: Callable[[], None]) -> None:
        service = self._start()
        meanwhile()
        time.sleep(self._rng.uniform(0.5, LONGEST_LIFE))
        os.kill(service, signal.SIGTERM)
        status = os.waitstatus_to_exitcode(os.waitpid(service, 0)[1])
        # before it has set up its signal handlers, SIGTERM ends any process
        assert status in {0, -signal.SIGTERM}, status
        self.tally.terminated += 1

    def _cold(self, meanwhile: Callable[[], None]) -> None:
        """The installed command as systemd starts it, killed with all its processes."""
        self.tally.starts += 1
        service = Service(self._victim, "--quiet")
        meanwhile()
        time.sleep(self._rng.uniform(1, 4 * LONGEST_LIFE))
        service.kill()
        self.tally.kills["installed command, at random"] += 1

    def _rest(self) -> None:
        """Let it work until nothing waits, then end it in order."""
        service = self._start()
        deadline = time.monotonic() + PATIENCE
        while not is_idle(Home(self._victim.home)):
            assert time.monotonic() < deadline, "the service does not come to an end"
            time.sleep(0.5)
        os.kill(service, signal.SIGTERM)
        os.waitpid(service, 0)
        self.tally.terminated += 1


def _ended_by_itself(process: int, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if os.waitpid(process, os.WNOHANG)[0]:
            return True
        time.sleep(0.01)
    return False


def _copy_in_pieces(source: Path, target: Path) -> None:
    content = source.read_bytes()
    with target.open("wb") as file:
        for piece in (content[: len(content) // 2], content[len(content) // 2 :]):
            file.write(piece)
            file.flush()
            time.sleep(0.02)
