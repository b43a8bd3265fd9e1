"""Real file system events. Each wait ends with the event; the limit only bounds a failing test."""

from __future__ import annotations

import errno
import logging
import threading

import pytest

from intake import watcher
from intake.watcher import InboxWatcher

LIMIT = 20.0


class Bell:
    """Remembers who was woken and lets a test wait for the next time."""

    def __init__(self) -> None:
        self.woken: list[str] = []
        self._rung = threading.Condition()

    def __call__(self, authority: str) -> None:
        with self._rung:
            self.woken.append(authority)
            self._rung.notify_all()

    def wait(self) -> list[str]:
        with self._rung:
            assert self._rung.wait_for(lambda: self.woken, LIMIT), "nobody was woken"
            woken, self.woken = self.woken, []
        return woken


@pytest.fixture
def bell() -> Bell:
    return Bell()


@pytest.fixture
def watch(bell, monkeypatch):
    monkeypatch.setattr(watcher, "POLL_SECONDS", 0.05)
    started = []

    def start(**inboxes):
        one = InboxWatcher(inboxes, bell)
        one.start()
        started.append(one)
        return one

    yield start
    for one in started:
        one.stop()


@pytest.mark.parametrize("mode", ["native", "polling"])
def test_a_new_file_in_a_sub_folder_wakes_its_authority(site, tmp_path, watch, bell, mode):
    (tmp_path / "other").mkdir()
    (site.inbox / "post").mkdir()
    one = watch(wiesbaden=(site.inbox, mode), giessen=(tmp_path / "other", mode))
    assert sorted(bell.wait() + bell.woken) == ["giessen", "wiesbaden"]  # once each, for what lies there
    bell.woken.clear()
    site.drop("post/scan.pdf")
    assert set(bell.wait()) == {"wiesbaden"}
    assert one.watched == {"wiesbaden": mode, "giessen": mode}


@pytest.mark.parametrize("mode", ["native", "polling"])
def test_an_inbox_that_vanishes_and_returns_is_watched_again(site, watch, bell, mode):
    one = watch(wiesbaden=(site.inbox, mode))
    site.inbox.rmdir()
    one.check()
    assert one.watched == {}
    one.check()
    site.inbox.mkdir()
    bell.woken.clear()
    one.check()
    assert bell.wait() == ["wiesbaden"]
    site.drop("scan.pdf")
    assert set(bell.wait()) == {"wiesbaden"}


def test_an_inbox_replaced_under_its_name_is_watched_again(site, watch, bell):
    one = watch(wiesbaden=(site.inbox, "native"))
    site.inbox.rename(site.inbox.with_name("old"))
    site.inbox.mkdir()
    one.check()
    bell.wait()
    bell.woken.clear()
    site.drop("scan.pdf")
    assert set(bell.wait()) == {"wiesbaden"}


def test_an_inbox_missing_at_start_up_stops_nobody(site, tmp_path, watch, bell):
    one = watch(away=(tmp_path / "away", "native"), wiesbaden=(site.inbox, "native"))
    assert one.watched == {"wiesbaden": "native"}
    assert bell.wait() == ["wiesbaden"]


def test_without_inotify_the_inbox_is_polled_and_it_is_said(site, watch, bell, monkeypatch, caplog):
    def no_more(self):
        raise OSError(errno.ENOSPC, "inotify watch limit reached")

    monkeypatch.setattr(watcher.InotifyObserver, "start", no_more)
    with caplog.at_level(logging.WARNING):
        one = watch(wiesbaden=(site.inbox, "native"))
    assert one.watched == {"wiesbaden": "polling"}
    assert "inotify watch limit reached" in caplog.text
    assert "is polled instead" in caplog.text
    bell.wait()
    site.drop("scan.pdf")
    assert set(bell.wait()) == {"wiesbaden"}


def test_reading_and_our_own_claims_wake_nobody(site, watch, bell):
    path = site.drop("scan.pdf")
    watch(wiesbaden=(site.inbox, "native"))
    bell.wait()
    path.read_bytes()
    claim = path.rename(site.inbox / ".akte-12345678-1234-1234-1234-123456789abc")
    claim.unlink()
    assert bell.woken == []
    site.drop("next.pdf")  # events come in order: had the others woken anybody, it would be seen now
    bell.wait()


def test_stopping_ends_every_thread(site, bell):
    before = threading.active_count()
    one = InboxWatcher({"wiesbaden": (site.inbox, "polling")}, bell)
    one.start()
    one.stop()
    assert one.watched == {}
    assert threading.active_count() == before
