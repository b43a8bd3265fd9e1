"""Receiving in slices from several inboxes, and what the log says of trouble: each once."""

from __future__ import annotations

import logging
import shutil
from dataclasses import replace

import pytest

from intake import room
from service import receiving
from service.receiving import Receiving
from service.wiring import Site
from tests.service.scenes import MAX, letter


class Time:
    """A monotonic clock that moves when somebody looks at it, and when told."""

    def __init__(self) -> None:
        self.now, self.tick = 1000.0, 0.0

    def __call__(self) -> float:
        self.now += self.tick
        return self.now


@pytest.fixture
def time(monkeypatch) -> Time:
    time = Time()
    monkeypatch.setattr(receiving, "monotonic", time)
    return time


def desk(site: Site, taken: list[str], **changes: object) -> Receiving:
    inboxes = [replace(site.inbox(place), **changes) for place in site.places]

    def finished(_inbox: object, report: receiving.ScanReport) -> None:
        taken.extend(one.arrival.source for one in report.received)

    return Receiving(inboxes, site.settings.intake, finished)


def advance(desk: Receiving, time: Time, seconds: float = 1.0) -> None:
    """Until the present passes have ended, then let time go by."""
    desk.advance(lambda: False)
    while desk.busy:
        desk.advance(lambda: False)
    time.now += seconds


def test_a_large_delivery_holds_up_neither_the_loop_nor_another_inbox(site, time):
    for number in range(40):
        letter(site.home.inbox("wiesbaden") / f"{number:02}.pdf", MAX, str(number))
    letter(site.home.inbox("kassel") / "mail.pdf", MAX)
    taken: list[str] = []
    one = desk(site, taken)
    advance(one, time)
    time.tick = 0.1  # from now on every look at the clock costs: a slice holds a few files only
    one.advance(lambda: False)
    assert taken == ["mail.pdf"]
    assert one.busy
    rounds = 1
    while one.busy:
        one.advance(lambda: False)
        rounds += 1
    assert rounds > 3
    assert len(taken) == 41


def test_stopping_ends_a_slice_between_two_files(site, time):
    for number in range(5):
        letter(site.home.inbox("wiesbaden") / f"{number}.pdf", MAX, str(number))
    one = desk(site, [])
    advance(one, time)
    asked = iter([False, False, True, True])
    one.advance(lambda: next(asked))
    assert len(list(site.home.inbox("wiesbaden").iterdir())) == 3


def test_an_inbox_that_is_away_is_told_once_and_so_is_its_return(site, time, caplog):
    inbox = site.home.inbox("kassel")
    inbox.rmdir()
    one, taken = None, []
    one = desk(site, taken)
    with caplog.at_level(logging.WARNING):
        for _ in range(5):
            advance(one, time)
        assert [record.levelname for record in caplog.records] == ["WARNING"]
        assert "the inbox folder cannot be reached" in caplog.text
        letter(inbox / "max.pdf", MAX)
        for _ in range(3):
            advance(one, time)
    assert taken == ["max.pdf"]
    assert len(caplog.records) == 2
    assert "inbox kassel: files are taken again" in caplog.text


def test_below_the_reserve_nothing_is_taken_and_it_goes_on_by_itself(site, time, caplog, monkeypatch):
    for number in range(3):
        letter(site.home.inbox("kassel") / f"{number}.pdf", MAX, str(number))
    taken: list[str] = []
    one = desk(site, taken, reserve_mib=100)
    usage = shutil.disk_usage(site.home.root)
    with caplog.at_level(logging.WARNING):
        with monkeypatch.context() as patch:
            patch.setattr(room.shutil, "disk_usage", lambda _: usage._replace(free=100 << 20))
            for _ in range(40):
                advance(one, time)
        assert taken == []
        assert len(caplog.records) == 1
        assert "stays in the inbox until there is more free space (100 MiB)" in caplog.text
        for _ in range(40):
            advance(one, time)
    assert sorted(taken) == ["0.pdf", "1.pdf", "2.pdf"]
    assert "inbox kassel: files are taken again" in caplog.text
    assert len(caplog.records) == 2
    assert not list(site.home.spool.rglob("*.part"))


def test_a_file_that_cannot_be_read_is_told_once_for_all_its_tries(site, time, caplog, monkeypatch):
    scan = letter(site.home.inbox("kassel") / "max.pdf", MAX)
    one = desk(site, [])
    monkeypatch.setattr("intake.receive.os.access", lambda *_: False)
    with caplog.at_level(logging.WARNING):
        for _ in range(100):
            advance(one, time)
    assert scan.exists()
    assert len(caplog.records) == 1
    assert "is not writable" in caplog.text
