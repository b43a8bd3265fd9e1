"""Workers that answer, hang, die and babble: each costs its own job at most, never the service."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from config.settings import Limits
from service import pool as pools
from service.messages import Job
from service.pool import Outcome, Pool
from tests.service.scenes import FAKE_WORKER, PATIENCE, job, letter, script, wait_until_gone

Submit = Callable[..., Job]


@pytest.fixture
def limits() -> Limits:
    return Limits()


@pytest.fixture
def pool(limits: Limits) -> Iterator[Pool]:
    pool = Pool(2, limits, FAKE_WORKER)
    yield pool
    pool.close()


@pytest.fixture
def submit(pool: Pool, tmp_path: Path) -> Submit:
    """Hand over a job that has the worker do these steps."""
    count = 0

    def submit(*steps: str) -> Job:
        nonlocal count
        count += 1
        given = job(script(tmp_path / f"source-{count}", "\n".join(steps)), tmp_path / f"work-{count}")
        pool.submit(given)
        return given

    return submit


def outcomes(pool: Pool, count: int = 1) -> list[Outcome]:
    """The next `count` outcomes."""
    found: list[Outcome] = []
    deadline = time.monotonic() + PATIENCE
    while len(found) < count:
        assert time.monotonic() < deadline, found
        found.extend(pool.outcomes(0.2))
    return found


def noted(given: Job) -> tuple[int, int]:
    """Process ids of the worker and of its child."""
    deadline = time.monotonic() + PATIENCE
    while True:
        with suppress(FileNotFoundError, ValueError):
            own, child = (given.work / "notes").read_text("utf-8").split()
            return int(own), int(child)
        assert time.monotonic() < deadline
        time.sleep(0.01)


# -- answers ----------------------------------------------------------------------------------


def test_a_done_job_comes_back_without_a_reason(pool, submit):
    given = submit("pages 2", "page 1", "page 2", "done")
    assert (pool.free, pool.busy) == (1, 1)
    assert outcomes(pool) == [Outcome(job=given, reason=None)]
    assert (pool.free, pool.busy) == (2, 0)


def test_a_failed_job_comes_back_with_what_the_worker_said(pool, submit):
    given = submit("failed damaged")
    [outcome] = outcomes(pool)
    assert outcome.job is given
    assert outcome.reason is not None
    assert (outcome.reason.code, outcome.reason.params) == ("damaged", {"detail": "x"})
    assert (outcome.retry, outcome.trace) == (False, "Traceback …")


def test_progress_tells_the_pages(pool, submit):
    given = submit("pages 3", "page 1", "page 2", "hang")
    deadline = time.monotonic() + PATIENCE
    while pool.progress != ((given, 2, 3),):
        assert time.monotonic() < deadline, pool.progress
        assert not list(pool.outcomes(0.05))


def test_one_worker_does_many_jobs(pool, submit):
    first, second = submit("note", "done"), None
    outcomes(pool)
    second = submit("note", "done")
    outcomes(pool)
    assert noted(first) == noted(second)


def test_a_worker_is_replaced_after_many_jobs(pool, submit, monkeypatch):
    monkeypatch.setattr(pools, "_RENEW_AFTER", 2)
    workers = []
    for _ in range(4):
        given = submit("note", "done")
        outcomes(pool)
        workers.append(noted(given)[0])
    assert workers[0] == workers[1] != workers[2] == workers[3]
    wait_until_gone(workers[0])


# -- limits -----------------------------------------------------------------------------------


def test_workers_of_other_limits_end_their_job_and_are_replaced(pool, submit, tmp_path):
    go_on = tmp_path / "go on"
    running = submit("note", "pages 1", f"until {go_on}", "done")
    while not pool.progress[0][2]:
        assert list(pool.outcomes(0.2)) == []
    pool.adapt(1, Limits(memory_mib=1024))
    go_on.touch()
    [first] = outcomes(pool)
    assert (first.job, first.reason) == (running, None)
    after = submit("note", "done")
    outcomes(pool)
    assert noted(running)[0] != noted(after)[0]
    assert pool.free == 1


@pytest.mark.parametrize("limits", [Limits(seconds_base=1)])
def test_a_worker_past_its_deadline_is_killed_with_its_children(pool, submit):
    given = submit("note child", "hang")
    worker, child = noted(given)
    [outcome] = outcomes(pool)
    assert outcome.job is given
    assert outcome.reason is not None
    assert (outcome.reason.code, outcome.reason.params) == ("timeout", {"seconds": "1"})
    assert not outcome.retry
    wait_until_gone(worker)
    wait_until_gone(child)


@pytest.mark.parametrize("limits", [Limits(seconds_base=2, seconds_per_page=60)])
def test_pages_give_more_time(pool, submit):
    given = submit("pages 1", "sleep 2.2", "page 1", "done")
    assert outcomes(pool) == [Outcome(job=given, reason=None)]


def test_a_hanging_worker_does_not_hold_up_the_other(pool, submit):
    submit("pages 1", "hang")
    for _ in range(3):
        given = submit("done")
        assert outcomes(pool) == [Outcome(job=given, reason=None)]
    assert pool.busy == 1


# -- deaths and nonsense ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("step", "detail"), [("kill", "SIGKILL"), ("exit 3", "exit 3"), ("exit 0", "exit 0")]
)
def test_a_dead_worker_is_told_and_replaced(pool, submit, step, detail):
    given = submit("pages 1", step)
    [outcome] = outcomes(pool)
    assert outcome.job is given
    assert outcome.reason is not None
    assert (outcome.reason.code, outcome.reason.params) == ("worker_died", {"detail": detail})
    assert outcome.retry
    assert pool.free == 2
    given = submit("done")
    assert outcomes(pool) == [Outcome(job=given, reason=None)]


@pytest.mark.parametrize(
    "nonsense",
    ["say hello", 'say {"kind": "done"', 'say {"kind": "conquered"}', "say \ud7ff\x00", "flood"],
)
def test_a_worker_that_babbles_is_killed_and_replaced(pool, submit, nonsense):
    given = submit("note", nonsense, "hang")
    [outcome] = outcomes(pool)
    assert outcome.job is given
    assert outcome.reason is not None
    assert (outcome.reason.code, outcome.retry) == ("worker_died", True)
    wait_until_gone(noted(given)[0])
    given = submit("done")
    assert outcomes(pool) == [Outcome(job=given, reason=None)]


def test_what_a_worker_says_after_its_answer_is_not_taken_for_the_next(pool, submit):
    given = submit("note", "done", "done", "failed damaged")
    assert outcomes(pool) == [Outcome(job=given, reason=None)]
    assert not list(pool.outcomes(0.2))
    wait_until_gone(noted(given)[0])
    given = submit("sleep 0.1", "done")
    assert outcomes(pool) == [Outcome(job=given, reason=None)]


def test_a_worker_killed_while_idle_costs_nothing_once_noticed(pool, submit):
    given = submit("note", "done")
    outcomes(pool)
    os.kill(noted(given)[0], signal.SIGKILL)
    wait_until_gone(noted(given)[0])
    assert not list(pool.outcomes(0.2))
    given = submit("done")
    assert outcomes(pool) == [Outcome(job=given, reason=None)]


def test_a_worker_killed_while_idle_loses_no_job(pool, submit):
    given = submit("note", "done")
    outcomes(pool)
    os.kill(noted(given)[0], signal.SIGKILL)
    wait_until_gone(noted(given)[0])
    given = submit("done")
    [outcome] = outcomes(pool)
    assert outcome.job is given
    assert outcome.reason is None or outcome.retry


def test_closing_leaves_no_process(pool, submit):
    busy, idle = submit("note child", "hang"), submit("note", "done")
    outcomes(pool)
    processes = [*noted(busy), noted(idle)[0]]
    pool.close()
    for process in processes:
        wait_until_gone(process)


def test_the_real_worker_takes_no_module_from_the_folder_it_is_called_in(tmp_path, monkeypatch):
    for name in ("config", "pipeline", "service", "json"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('from the wrong folder')\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    pool = Pool(1, Limits())
    try:
        given = job(letter(tmp_path / "letter.pdf", "Mustermann"), tmp_path / "work")
        pool.submit(given)
        assert outcomes(pool) == [Outcome(job=given, reason=None)]
    finally:
        pool.close()
