"""Worker processes: start, feed, watch, kill. Knows nothing of records; reports outcomes."""

from __future__ import annotations

import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from pydantic import ValidationError

from config.reasons import Reason
from config.settings import Limits
from service.messages import JOB, MESSAGE, Done, Failed, Job, Large, Message, PageDone, Pages

WORKER = (sys.executable, "-P", "-m", "service.worker")
"""-P: nothing in the folder where the command was called is taken for one of our modules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a job ended: `reason` is None if what was read lies where it belongs.

    `large` is the number of pages of a source that is to be read in parts; nothing of it was read.
    """

    job: Job
    reason: Reason | None
    large: int = 0
    retry: bool = False
    trace: str | None = None


@dataclass(slots=True)
class _Worker:
    process: subprocess.Popen[bytes]
    job: Job | None = None
    deadline: float = float("inf")
    seconds: int = 0
    pages: int = 0
    pages_done: int = 0
    buffer: bytes = b""
    jobs_done: int = field(default=0)


_RENEW_AFTER = 500
"""Jobs after which a worker is replaced, so that leaks of the libraries never add up."""

_LONGEST_LINE = 1 << 20
"""Bytes; no message of ours is that long."""


class Pool:
    """A fixed number of worker processes, each with at most one job."""

    def __init__(self, size: int, limits: Limits, command: Sequence[str] = WORKER) -> None:
        self._limits = limits
        self._size = size
        self._command = tuple(command)
        self._workers: list[_Worker] = []
        self._selector = selectors.DefaultSelector()

    @property
    def free(self) -> int:
        return self._size - self.busy

    @property
    def busy(self) -> int:
        return sum(worker.job is not None for worker in self._workers)

    @property
    def progress(self) -> tuple[tuple[Job, int, int], ...]:
        """Each running job with its pages done and in all (0 while opening)."""
        return tuple((w.job, w.pages_done, w.pages) for w in self._workers if w.job is not None)

    def submit(self, job: Job) -> None:
        """Hand `job` to an idle worker, starting one if needed. Only while `free` is above 0."""
        worker = next((w for w in self._workers if w.job is None), None) or self._start()
        worker.job = job
        worker.pages = worker.pages_done = 0
        self._allow(worker, self._limits.seconds_base)
        assert worker.process.stdin is not None
        try:
            worker.process.stdin.write(JOB.dump_json(job) + b"\n")
            worker.process.stdin.flush()
        except BrokenPipeError:
            worker.deadline = 0.0  # it died while idle; `outcomes` reports that

    def outcomes(self, timeout: float) -> Iterator[Outcome]:
        """What ended within `timeout` seconds: results, deaths, and workers killed at their limit."""
        nearest = min((w.deadline for w in self._workers), default=float("inf"))
        wait = max(0.0, min(timeout, nearest - time.monotonic()))
        for key, _ in self._selector.select(wait):
            if key.data in self._workers:  # not cancelled by whoever heard the outcome before
                yield from self._read(key.data)
        now = time.monotonic()
        for worker in [w for w in self._workers if w.job is not None and w.deadline <= now]:
            if worker in self._workers:
                yield self._kill_late(worker)

    def adapt(self, size: int, limits: Limits) -> None:
        """Go on with another size and other limits. Running jobs go on; then their workers are replaced."""
        self._size, self._limits = size, limits
        for worker in list(self._workers):
            if worker.job is None:
                self._remove(worker)
            else:
                worker.jobs_done = _RENEW_AFTER

    def cancel(self, arrival_id: str) -> None:
        """Kill the workers that read this arrival. Their jobs are neither done nor failed."""
        for worker in [w for w in self._workers if w.job is not None and w.job.arrival_id == arrival_id]:
            self._remove(worker)

    def close(self) -> None:
        """Kill all workers. Their jobs are neither done nor failed."""
        for worker in list(self._workers):
            self._remove(worker)
        self._selector.close()

    # -- one worker ------------------------------------------------------------------------

    def _start(self) -> _Worker:
        process = subprocess.Popen(
            (*self._command, str(self._limits.memory_mib)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,  # its own group, so that the OCR engine dies with it
        )
        assert process.stdout is not None
        os.set_blocking(process.stdout.fileno(), False)
        worker = _Worker(process)
        self._workers.append(worker)
        self._selector.register(process.stdout, selectors.EVENT_READ, worker)
        return worker

    def _read(self, worker: _Worker) -> Iterator[Outcome]:
        assert worker.process.stdout is not None
        chunk = worker.process.stdout.read(65536)
        if not chunk:
            yield from self._drop(worker)
            return
        *lines, worker.buffer = (worker.buffer + chunk).split(b"\n")
        for line in lines:
            message = _understood(line)
            if message is None or worker.job is None:
                yield from self._drop(worker, "protocol")
                return
            yield from self._handle(worker, worker.job, message)
        if len(worker.buffer) > _LONGEST_LINE:
            yield from self._drop(worker, "protocol")

    def _handle(self, worker: _Worker, job: Job, message: Message) -> Iterator[Outcome]:
        match message:
            case Pages(count=count):
                worker.pages = count
                self._allow(worker, self._limits.seconds_base + count * self._limits.seconds_per_page)
            case PageDone():
                worker.pages_done += 1
            case Done():
                self._finish(worker)
                yield Outcome(job=job, reason=None)
            case Large(count=count):
                self._finish(worker)
                yield Outcome(job=job, reason=None, large=count)
            case Failed(code=code, params=params, retry=retry, trace=trace):
                self._finish(worker)
                yield Outcome(job=job, reason=Reason(code, params), retry=retry, trace=trace)

    def _drop(self, worker: _Worker, detail: str | None = None) -> Iterator[Outcome]:
        """Remove a worker that died or cannot be trusted any more; its job may be tried again."""
        self._remove(worker)
        if worker.job is not None:
            code = worker.process.returncode
            detail = detail or (signal.Signals(-code).name if code < 0 else f"exit {code}")
            yield Outcome(job=worker.job, reason=Reason("worker_died", {"detail": detail}), retry=True)

    def _allow(self, worker: _Worker, seconds: int) -> None:
        worker.seconds = seconds
        worker.deadline = time.monotonic() + seconds

    def _finish(self, worker: _Worker) -> None:
        worker.job = None
        worker.deadline = float("inf")
        worker.jobs_done += 1
        if worker.jobs_done >= _RENEW_AFTER:
            self._remove(worker)

    def _kill_late(self, worker: _Worker) -> Outcome:
        job, seconds = worker.job, worker.seconds
        assert job is not None
        self._remove(worker)
        return Outcome(job=job, reason=Reason("timeout", {"seconds": str(seconds)}))

    def _remove(self, worker: _Worker) -> None:
        if worker not in self._workers:
            return
        assert worker.process.stdout is not None
        assert worker.process.stdin is not None
        self._selector.unregister(worker.process.stdout)
        with suppress(ProcessLookupError):  # already gone, with all its children
            os.killpg(worker.process.pid, signal.SIGKILL)
        worker.process.wait()
        worker.process.stdout.close()
        with suppress(BrokenPipeError):  # an unread job goes with it
            worker.process.stdin.close()
        self._workers.remove(worker)


def _understood(line: bytes) -> Message | None:
    try:
        return MESSAGE.validate_json(line)
    except ValidationError:
        return None
