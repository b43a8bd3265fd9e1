from __future__ import annotations

import errno
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from intake.scan import RETRY_SECONDS, Inbox, drain, scan_inbox
from intake.settle import EMPTY_FACTOR, Settler

NOW = datetime(2024, 5, 3, tzinfo=UTC)


class Time:
    """A clock that moves only when somebody sleeps; `at` maps a moment to what happens then."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.at = {}

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.now += seconds
        for moment in sorted(moment for moment in self.at if moment <= self.now):
            self.at.pop(moment)()


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def inbox(site) -> Inbox:
    return desk(site, 2)


def desk(site, seconds: float) -> Inbox:
    return Inbox(
        name=site.authority,
        authority=site.authority,
        folder=site.inbox,
        settler=Settler(seconds),
        home=site.home,
        journal=site.journal,
        clock=lambda: NOW,
    )


def names(received) -> list[str]:
    return sorted(entry.arrival.source for entry in received)


def test_a_pass_receives_what_has_settled_and_names_what_waits(site, inbox):
    site.drop("a.pdf", b"a")
    site.drop("half.part")
    assert scan_inbox(inbox, 0).waiting == (site.inbox / "a.pdf",)
    late = site.drop("b.pdf", b"b")
    report = scan_inbox(inbox, 2)
    assert names(report.received) == ["a.pdf"]
    assert report.received[0].arrival.received_at == NOW
    assert report.waiting == (late,)
    assert report.ignored == {"temporary": 1}
    assert report.errors == ()


def test_duplicates_are_told_apart(site, inbox):
    site.drop("a.pdf")
    site.drop("b.pdf")
    scan_inbox(inbox, 0)
    report = scan_inbox(inbox, 2)
    assert (names(report.received), names(report.duplicates)) == (["a.pdf"], ["b.pdf"])


def test_a_file_written_in_pieces_arrives_whole(site, inbox):
    path = site.drop("scan.pdf", b"")
    for second in range(10):
        with path.open("ab") as file:
            file.write(b"x" * 10)
        assert scan_inbox(inbox, second).received == ()
    scan_inbox(inbox, 10)
    (received,) = scan_inbox(inbox, 12).received
    assert received.arrival.size == 100


def test_a_file_renamed_at_the_end_arrives_under_its_last_name(site, inbox):
    part = site.drop("scan.pdf.part", b"whole")
    scan_inbox(inbox, 0)
    scan_inbox(inbox, 5)
    part.rename(site.inbox / "scan.pdf")
    scan_inbox(inbox, 6)
    assert names(scan_inbox(inbox, 8).received) == ["scan.pdf"]


def test_an_empty_file_filled_late_arrives_once_and_whole(site, inbox):
    path = site.drop("scan.pdf", b"")
    scan_inbox(inbox, 0)
    assert scan_inbox(inbox, 2 * EMPTY_FACTOR - 1).received == ()
    path.write_bytes(b"whole")
    scan_inbox(inbox, 2 * EMPTY_FACTOR)
    (received,) = scan_inbox(inbox, 2 * EMPTY_FACTOR + 2).received
    assert received.arrival.size == 5


def refuse(monkeypatch, number: int, *names: str) -> None:
    """Files of these names cannot be opened."""
    real = os.open

    def opening(path, flags, *rest, **options):
        if Path(path).name in names and not flags & os.O_CREAT:
            raise OSError(number, os.strerror(number), os.fspath(path))
        return real(path, flags, *rest, **options)

    monkeypatch.setattr(os, "open", opening)


def test_one_bad_file_does_not_stop_the_others_and_is_tried_again_later(site, inbox, monkeypatch):
    for name in "abc":
        site.drop(f"{name}.pdf", name.encode())
    scan_inbox(inbox, 0)
    with monkeypatch.context() as patch:
        refuse(patch, errno.EACCES, "b.pdf")
        report = scan_inbox(inbox, 2)
    assert names(report.received) == ["a.pdf", "c.pdf"]
    assert [error.code for error in report.errors] == ["denied"]
    assert report.waiting == ()
    assert scan_inbox(inbox, 3).received == ()
    assert names(scan_inbox(inbox, 2 + RETRY_SECONDS).received) == ["b.pdf"]


def test_a_full_disk_ends_the_pass(site, inbox, monkeypatch):
    for name in "abc":
        site.drop(f"{name}.pdf", name.encode())
    scan_inbox(inbox, 0)
    refuse(monkeypatch, errno.ENOSPC, "a.pdf", "b.pdf", "c.pdf")
    report = scan_inbox(inbox, 2)
    assert [error.code for error in report.errors] == ["no_space"]
    assert len(report.waiting) == 2
    assert site.left() == ["a.pdf", "b.pdf", "c.pdf"]


def test_a_pass_can_be_stopped_between_two_files(site, inbox):
    for name in "abc":
        site.drop(f"{name}.pdf", name.encode())
    scan_inbox(inbox, 0)
    answers = iter([False, True])
    assert len(scan_inbox(inbox, 2, stop=lambda: next(answers)).received) == 1
    assert len(scan_inbox(inbox, 3).received) == 2


def test_an_inbox_that_is_away_is_reported_and_comes_back(site, inbox):
    site.inbox.rmdir()
    (error,) = scan_inbox(inbox, 0).errors
    assert (error.code, error.path) == ("inbox_missing", site.inbox)
    site.drop("a.pdf")
    scan_inbox(inbox, 1)
    assert len(scan_inbox(inbox, 3).received) == 1


def test_draining_waits_for_all_that_lay_there(site, inbox, time):
    slow = site.drop("slow.pdf", b"1")
    site.drop("quick.pdf", b"2")
    for second in range(1, 6):
        time.at[1000 + second] = lambda second=second: slow.write_bytes(b"1" * (second + 1))
    report = drain([inbox], monotonic=time, sleep=time.sleep)
    assert names(report.received) == ["quick.pdf", "slow.pdf"]
    assert report.waiting == ()
    assert site.left() == []
    assert time.now < 1010


def test_draining_does_not_wait_for_what_comes_later(site, inbox, time):
    site.drop("a.pdf", b"a")
    time.at[1001.5] = lambda: site.drop("late.pdf", b"late")
    report = drain([inbox], monotonic=time, sleep=time.sleep)
    assert names(report.received) == ["a.pdf"]
    assert report.waiting == (site.inbox / "late.pdf",)


def test_draining_gives_up_a_file_that_fails_and_one_that_never_rests(site, inbox, time, monkeypatch):
    site.drop("bad.pdf", b"bad")
    busy = site.drop("busy.pdf", b"busy")
    refuse(monkeypatch, errno.EACCES, "bad.pdf")
    with busy.open("ab"):
        report = drain([inbox], monotonic=time, sleep=time.sleep, patience=60)
    assert report.received == ()
    assert {error.path.name for error in report.errors} == {"bad.pdf"}
    assert busy in report.waiting
    assert 1060 <= time.now < 1062


def test_a_failing_file_alone_is_not_waited_for(site, inbox, time, monkeypatch):
    site.drop("bad.pdf", b"bad")
    refuse(monkeypatch, errno.EACCES, "bad.pdf")
    report = drain([inbox], monotonic=time, sleep=time.sleep)
    assert len(report.errors) == 1
    assert time.now < 1005


def test_draining_several_inboxes_keeps_them_apart(site, time):
    other = type(site)(site.home.inbox("giessen"), site.home, site.journal, authority="giessen")
    site.drop("a.pdf", b"same")
    other.drop("a.pdf", b"same")
    other.drop(".hidden")
    report = drain([desk(site, 1), desk(other, 1)], monotonic=time, sleep=time.sleep)
    assert sorted(entry.arrival.authority for entry in report.received) == ["giessen", "wiesbaden"]
    assert report.duplicates == ()
    assert report.ignored == {"hidden": 1}


def test_draining_an_empty_inbox_ends_at_once(inbox, time):
    report = drain([inbox], monotonic=time, sleep=time.sleep)
    assert (report.received, time.now) == ((), 1000)
