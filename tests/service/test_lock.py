"""One service for each home, told apart from none by everybody else."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys

import pytest

from config.home import Home
from service import lock
from service.lock import AlreadyRunning, running_service, service_lock

HOLDER = (
    "import sys\n"
    "from pathlib import Path\n"
    "from config.home import Home\n"
    "from service.lock import service_lock\n"
    "with service_lock(Home(Path(sys.argv[1]))):\n"
    "    print('held', flush=True)\n"
    "    sys.stdin.read()\n"
)


@pytest.fixture
def empty(tmp_path):
    return Home(tmp_path)


def holder(home: Home) -> subprocess.Popen[bytes]:
    """Another process that holds the lock until it is killed."""
    pipe = subprocess.PIPE
    process = subprocess.Popen([sys.executable, "-c", HOLDER, str(home.root)], stdin=pipe, stdout=pipe)
    assert process.stdout is not None
    assert process.stdout.readline() == b"held\n"
    return process


def test_a_second_service_is_refused_and_the_first_is_known(empty):
    with holder(empty) as first:
        assert running_service(empty) == first.pid
        with pytest.raises(AlreadyRunning, match=str(empty.root)), service_lock(empty):
            pytest.fail("two services on one home")
        assert running_service(empty) == first.pid
        first.kill()


def test_a_killed_service_leaves_the_home_free(empty):
    with holder(empty) as first:
        first.kill()
        first.wait()
    assert running_service(empty) is None
    with service_lock(empty):
        assert running_service(empty) == os.getpid()
    assert running_service(empty) is None


def test_where_no_service_ever_ran_none_runs(empty):
    assert running_service(empty) is None
    assert not empty.lock_file.exists()


def test_other_homes_are_free(empty, tmp_path):
    other = Home(tmp_path / "other")
    other.root.mkdir()
    with service_lock(empty), service_lock(other):
        assert running_service(other) == os.getpid()


def test_a_passing_look_does_not_keep_the_service_from_starting(empty, monkeypatch):
    descriptor = os.open(empty.lock_file, os.O_RDWR | os.O_CREAT, 0o640)
    fcntl.flock(descriptor, fcntl.LOCK_SH)  # as `running_service` does for an instant
    monkeypatch.setattr(lock.time, "sleep", lambda _: fcntl.flock(descriptor, fcntl.LOCK_UN))
    with service_lock(empty):
        assert running_service(empty) == os.getpid()
    os.close(descriptor)
