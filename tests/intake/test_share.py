"""What scanners and shares do to files while they are taken: slow, in pieces, locked, twice, gone."""

from __future__ import annotations

import errno
import fcntl
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from intake import scan as scanning
from intake.scan import Inbox, Pass, scan_inbox
from intake.settle import Settler

NOW = datetime(2024, 5, 3, tzinfo=UTC)
SETTLE = 0.05


@pytest.fixture
def inbox(site) -> Inbox:
    return Inbox(
        name=site.authority,
        authority=site.authority,
        folder=site.inbox,
        settler=Settler(SETTLE),
        home=site.home,
        journal=site.journal,
        clock=lambda: NOW,
    )


def never() -> bool:
    return False


@contextmanager
def scanner(work: Callable[[], None]) -> Iterator[threading.Thread]:
    """Somebody who delivers meanwhile."""
    thread = threading.Thread(target=work)
    thread.start()
    yield thread
    thread.join()


def serve(inbox: Inbox, *others: threading.Thread) -> None:
    """Passes as the service makes them, until nobody delivers any more and nothing is left."""
    left = 3
    while left:
        report = scan_inbox(inbox, time.monotonic())
        busy = any(thread.is_alive() for thread in others) or report.waiting
        left = 3 if busy else left - 1
        time.sleep(SETTLE / 5)


# -- writing ----------------------------------------------------------------------------------


def test_files_written_slowly_and_in_pieces_arrive_whole(site, inbox):
    def work() -> None:
        for number in range(3):
            with (site.inbox / f"{number}.pdf").open("wb", buffering=0) as file:
                for _ in range(20):
                    file.write(b"%d" % number)
                    time.sleep(0.002)

    with scanner(work) as thread:
        serve(inbox, thread)
    assert site.contents() == [b"0" * 20, b"1" * 20, b"2" * 20]


@pytest.mark.parametrize("temporary", ["{}.part", "{}.tmp", "~${}", "{}~", ".{}", "{}.filepart"])
def test_temporary_names_are_left_alone_until_they_are_renamed(site, inbox, temporary):
    path = site.inbox / temporary.format("scan.pdf")
    path.write_bytes(b"half")
    scan_inbox(inbox, 0)
    assert scan_inbox(inbox, 100).received == ()
    path.write_bytes(b"whole")
    path.rename(site.inbox / "scan.pdf")
    scan_inbox(inbox, 101)
    assert len(scan_inbox(inbox, 102).received) == 1
    assert site.contents() == [b"whole"]


@pytest.mark.parametrize("lock", [fcntl.LOCK_SH, fcntl.LOCK_EX])
def test_a_file_that_a_program_locks_and_writes_to_waits_for_it(site, inbox, lock):
    with site.drop("scan.pdf", b"half").open("r+b", buffering=0) as file:
        fcntl.flock(file, lock)
        scan_inbox(inbox, 0)
        assert scan_inbox(inbox, 100).received == ()
        file.seek(0)
        file.write(b"whole")
    scan_inbox(inbox, 200)
    assert len(scan_inbox(inbox, 300).received) == 1
    assert site.contents() == [b"whole"]


def refusing(monkeypatch, number: int, path: Path) -> None:
    """The share does not let us open `path`, as SMB does with a file that another program holds."""
    real = os.open

    def opening(name, flags, *rest, **options):
        if Path(name) == path:
            raise OSError(number, os.strerror(number), os.fspath(name))
        return real(name, flags, *rest, **options)

    monkeypatch.setattr(os, "open", opening)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EBUSY, errno.ETXTBSY, errno.EAGAIN])
def test_a_file_that_the_share_locks_is_taken_when_it_is_free(site, inbox, monkeypatch, number):
    path, other = site.drop("scan.pdf", b"page"), site.drop("other.pdf", b"other")
    with monkeypatch.context() as patch:
        refusing(patch, number, path)
        scan_inbox(inbox, 0)
        assert [one.arrival.origin for one in scan_inbox(inbox, 1).received] == [other]
    assert len(scan_inbox(inbox, 100).received) == 1
    assert site.contents() == [b"other", b"page"]


# -- one name, several files ------------------------------------------------------------------


@pytest.mark.parametrize("replacing", [True, False], ids=["rename over", "write over"])
def test_everything_that_two_scanners_write_under_one_name_arrives(site, inbox, replacing):
    """Each delivers the next page when the name is free, or (rename over) when it has been looked at."""
    numbers = count()
    lock = threading.Lock()
    target = site.inbox / "scan.pdf"
    delivered: list[bytes] = []

    def work() -> None:
        for _ in range(15):
            with lock:  # two scanners that know of each other no more than that the name is taken
                content = b"page %d" % next(numbers)
                part = site.inbox / f".{threading.get_ident()}"
                part.write_bytes(content)
                while target.exists():
                    time.sleep(0.001)
                if replacing:
                    part.rename(target)
                else:
                    target.write_bytes(content)
                    part.unlink()
                delivered.append(content)

    with scanner(work) as one, scanner(work) as two:
        serve(inbox, one, two)
    assert site.contents() == sorted(delivered)
    assert len(delivered) == 30
    assert site.left() == []


def test_a_name_taken_again_at_every_moment_of_receiving_loses_nothing(site, inbox):
    """The overwriting happens at each call on the disk in turn; both files arrive, or the later alone
    where it took the place of the earlier one before that was read at all: nobody can help that."""
    for moment in range(60):
        before = len(site.contents())
        first, second = b"first %d" % moment, b"second %d" % moment
        path = site.drop("scan.pdf", first)
        scan_inbox(inbox, 0)
        fresh = site.drop(".fresh", second)
        done = _at_call(moment, lambda path=path, fresh=fresh: fresh.rename(path))
        with done as happened:
            scan_inbox(inbox, 100)
        if not happened():
            fresh.rename(path)
        for now in (200, 300, 400, 500):
            scan_inbox(inbox, now)
        arrived = set(site.contents()[:]) & {first, second}
        assert second in arrived
        assert len(site.contents()) in {before + 1, before + 2}
        assert site.left() == []
        if not happened():
            break
    assert 10 < moment < 59


@contextmanager
def _at_call(moment: int, act: Callable[[], None]) -> Iterator[Callable[[], bool]]:
    """Do `act` just before the `moment`-th call on the disk."""
    calls, acted = count(), []
    with pytest.MonkeyPatch.context() as patch:

        def before(call):
            def wrapped(*arguments, **options):
                if next(calls) == moment and not acted:
                    acted.append(True)
                    act()
                return call(*arguments, **options)

            return wrapped

        for name in ("open", "fsync", "rename", "unlink", "link", "mkdir"):
            patch.setattr(os, name, before(getattr(os, name)))
        yield lambda: bool(acted)


# -- the share itself -------------------------------------------------------------------------


def test_a_share_that_vanishes_in_the_middle_of_a_pass_loses_nothing(site, inbox):
    for number in range(6):
        site.drop(f"{number}.pdf", b"%d" % number)
    scan_inbox(inbox, 0)
    away = site.inbox.with_name("away")
    one = Pass(inbox, 100)
    asked = count()
    one.advance(lambda: next(asked) == 3)
    site.inbox.rename(away)
    one.advance(never)
    assert len(one.report().received) == 3
    assert scan_inbox(inbox, 101).errors[0].code == "inbox_missing"
    away.rename(site.inbox)
    scan_inbox(inbox, 102)
    assert len(scan_inbox(inbox, 103).received) == 3
    assert site.contents() == [b"%d" % number for number in range(6)]
    assert site.left() == []


@pytest.mark.parametrize("number", [errno.EIO, errno.ESTALE, errno.ENOTCONN, errno.EHOSTDOWN])
def test_a_share_that_answers_with_errors_is_away(inbox, monkeypatch, number):
    def broken(_path):
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr("intake.inbox.os.scandir", broken)
        [error] = scan_inbox(inbox, 0).errors
    assert error.code == "inbox_missing"
    assert scan_inbox(inbox, 1).errors == ()


def test_what_was_seen_before_a_share_went_away_settles_anew(site, inbox):
    site.drop("scan.pdf", b"page")
    scan_inbox(inbox, 0)
    away = site.inbox.with_name("away")
    site.inbox.rename(away)
    scan_inbox(inbox, 50)
    away.rename(site.inbox)
    assert scan_inbox(inbox, 100).received == ()
    assert len(scan_inbox(inbox, 101).received) == 1


def test_a_claim_that_a_lost_share_kept_is_finished_when_it_is_back(site, inbox, monkeypatch):
    site.drop("scan.pdf", b"page")
    scan_inbox(inbox, 0)

    def lost(_path):
        raise OSError(errno.EHOSTDOWN, "Host is down")

    with monkeypatch.context() as patch:
        patch.setattr("intake.removal.unlink", lost)
        [error] = scan_inbox(inbox, 100).errors
    assert error.code == "not_removed"
    assert [name.startswith(".akte-") for name in site.left()] == [True]
    scan_inbox(inbox, 101)
    assert site.left() == []
    assert site.contents() == [b"page"]


# -- inboxes within inboxes, lanes ------------------------------------------------------------


def test_an_inbox_within_another_is_left_to_itself(site, inbox):
    site.drop("backlog/old.pdf", b"old")
    site.drop("new.pdf", b"new")
    backlog = site.inbox / "backlog"
    outer = replace(inbox, apart=frozenset({backlog}))
    inner = replace(inbox, folder=backlog, lane="backlog", settler=Settler(SETTLE))
    for one in (outer, inner):
        scan_inbox(one, 0)
        assert len(scan_inbox(one, 100).received) == 1
    lanes = {entry.source: entry.lane for entry in site.journal.entries.values()}
    assert lanes == {"new.pdf": "mail", "old.pdf": "backlog"}


def test_what_lies_there_is_walked_once_for_each_pass(site, inbox, monkeypatch):
    for number in range(50):
        site.drop(f"{number}.pdf", b"%d" % number)
    scan_inbox(inbox, 0)
    walks = []
    walk = scanning.walk
    monkeypatch.setattr(scanning, "walk", lambda *given: walks.append(given) or walk(*given))
    one = Pass(inbox, 100)
    while not one.done:
        asked = count()
        one.advance(lambda asked=asked: next(asked) == 5)
    assert len(one.report().received) == 50
    assert len(walks) == 1
