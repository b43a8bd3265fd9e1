"""The service loop on real inboxes with real workers: born-digital letters, so that it is quick."""

from __future__ import annotations

import errno
import logging
import os
import signal
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from index.search import search
from records import arrivals, changes, documents, journal
from records.errors import CatalogueBusy
from records.model import ArrivalState
from service import crew as crews
from service import daemon as daemons
from service import receiving
from service.daemon import Daemon, Observer, stopped_by_signals
from service.indexing import open_index
from service.pool import Pool
from service.processing import Report
from service.wiring import Site
from tests.service.scenes import (
    ERIKA,
    FAKE_WORKER,
    MARIA,
    MAX,
    PATIENCE,
    STRANGER,
    arrival,
    letter,
    received,
    script,
)


@pytest.fixture(autouse=True)
def _patience():
    """A loop that never ends fails instead of hanging."""
    previous = signal.signal(signal.SIGALRM, lambda *_: pytest.fail("the service does not end"))
    signal.alarm(int(PATIENCE))
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, previous)


@pytest.fixture
def obedient(monkeypatch):
    """The service's workers do what the sources say."""
    monkeypatch.setattr(crews, "Pool", partial(Pool, command=FAKE_WORKER))


def drop(site: Site, authority: str, name: str, about: str, *words: str) -> Path:
    return letter(site.home.inbox(authority) / name, about, *words)


def filed(site: Site, authority: str) -> dict[str, str | None]:
    """Person of each stored document, by its source."""
    return {
        document.source: document.person
        for document in documents.list_documents(site.catalogue, (authority,))
    }


def counts(site: Site, authority: str) -> dict[str, int]:
    return {str(state): n for state, n in arrivals.counts(site.catalogue, authority).items() if n}


def found(site: Site, authority: str, query: str) -> list[tuple[str, str | None]]:
    """Source and person of each hit."""
    hits = search(open_index(site, authority), query, pages=lambda _: []).hits
    return [(hit.source, hit.person) for hit in hits]


# -- once -------------------------------------------------------------------------------------


def test_once_works_off_the_inboxes_of_all_authorities(site):
    drop(site, "wiesbaden", "erika.pdf", ERIKA)
    drop(site, "wiesbaden", "Montag/maria.pdf", MARIA)
    drop(site, "wiesbaden", "stranger.pdf", STRANGER)
    drop(site, "wiesbaden", "again.pdf", ERIKA)
    (site.home.inbox("wiesbaden") / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    drop(site, "kassel", "max.pdf", MAX, "Stichwort Sonnenblume")
    drop(site, "kassel", "erika.pdf", ERIKA)
    reports: list[Report] = []

    Daemon(site, Observer(concluded=reports.append)).run_once()

    wiesbaden = filed(site, "wiesbaden")
    assert {wiesbaden.pop(name, None) for name in ("erika.pdf", "again.pdf")} == {"P-0001", None}
    assert wiesbaden == {"Montag/maria.pdf": "P-0002", "stranger.pdf": None}
    assert filed(site, "kassel") == {"max.pdf": "K-0001", "erika.pdf": None}
    assert counts(site, "wiesbaden") == {"done": 3, "quarantined": 1, "duplicate": 1}
    assert counts(site, "kassel") == {"done": 2}
    assert {report.arrival.source for report in reports if report.reason} == {"broken.pdf"}
    assert len(reports) == 6
    for authority in site.authorities:
        assert not [path for path in site.home.inbox(authority).rglob("*") if path.is_file()]
        assert changes.count(site.catalogue, authority) == 0
    assert not list(site.home.spool.glob("*/*"))
    assert found(site, "kassel", "Sonnenblume") == [("max.pdf", "K-0001")]
    assert found(site, "wiesbaden", "Sonnenblume") == []


def test_once_with_nothing_to_do_ends(site):
    Daemon(site).run_once()
    assert counts(site, "wiesbaden") == {}


def test_once_finishes_what_a_killed_service_had_in_work(site, tmp_path):
    interrupted = received(site, letter(tmp_path / "letter.pdf", ERIKA))
    assert journal.claim(site.catalogue, "service") is not None
    Daemon(site).run_once()
    assert arrival(site, interrupted).state is ArrivalState.DONE
    assert filed(site, "wiesbaden") == {"letter.pdf": "P-0001"}


def test_once_tries_again_until_an_arrival_has_ended(site, tmp_path, obedient):
    poisonous = received(site, script(tmp_path / "poison", "kill"))
    reports: list[Report] = []
    Daemon(site, Observer(concluded=reports.append)).run_once()
    assert [report.again for report in reports] == [True, True, False]
    kept = arrival(site, poisonous)
    assert (kept.state, kept.attempts) == (ArrivalState.QUARANTINED, 3)
    assert kept.path.read_text("utf-8") == "kill"


def test_a_poisonous_file_does_not_stop_the_others(site, tmp_path, obedient):
    for steps in ("kill", "say nonsense", "exit 1", "failed encrypted", "failed damaged"):
        received(site, script(tmp_path / steps, steps))
    Daemon(site).run_once()
    codes = [kept.reason.code for kept in arrivals.list_arrivals(site.catalogue) if kept.reason]
    assert sorted(codes) == ["damaged", "encrypted", "worker_died", "worker_died", "worker_died"]


# -- serving and stopping ---------------------------------------------------------------------


def test_the_service_takes_what_is_dropped_until_it_is_stopped(site):
    reports: list[Report] = []

    def concluded(report: Report) -> None:
        reports.append(report)
        if len(reports) == 1:
            drop(site, "kassel", "second.pdf", MAX)
        else:
            daemon.stop()

    daemon = Daemon(site, Observer(concluded=concluded))
    drop(site, "wiesbaden", "first.pdf", ERIKA)
    daemon.run()
    assert [report.arrival.source for report in reports] == ["first.pdf", "second.pdf"]
    assert (filed(site, "wiesbaden"), filed(site, "kassel")) == (
        {"first.pdf": "P-0001"},
        {"second.pdf": "K-0001"},
    )
    assert changes.count(site.catalogue, "kassel") == 0


def test_what_is_being_read_at_the_stop_waits_for_the_next_time(site, tmp_path, obedient):
    unfinished = received(site, script(tmp_path / "slow", "pages 5\nhang"))

    def progress(pool: Pool) -> None:
        if any(pages for _, _, pages in pool.progress):
            daemon.stop()

    daemon = Daemon(site, Observer(progress=progress))
    daemon.run()
    waiting = arrival(site, unfinished)
    assert (waiting.state, waiting.attempts, waiting.reason) == (ArrivalState.WAITING, 0, None)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("serve", [Daemon.run, Daemon.run_once])
def test_signals_end_it_in_order(site, tmp_path, obedient, number, serve: Callable[[Daemon], None]):
    before = signal.getsignal(number)
    received(site, script(tmp_path / "slow", "pages 1\nhang"))

    def progress(pool: Pool) -> None:
        if pool.busy:
            os.kill(os.getpid(), number)

    daemon = Daemon(site, Observer(progress=progress))
    with stopped_by_signals(daemon):
        serve(daemon)
    assert counts(site, "wiesbaden") == {"waiting": 1}
    assert signal.getsignal(number) is before


def test_a_signal_ends_the_wait_for_a_file_that_is_still_written(site):
    scan = site.home.inbox("wiesbaden") / "scan.pdf"
    daemon = Daemon(site)
    with scan.open("wb") as unfinished, stopped_by_signals(daemon):
        unfinished.write(b"%PDF-1.7 half")
        unfinished.flush()
        threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGTERM)).start()
        daemon.run_once()
    assert scan.exists()
    assert counts(site, "wiesbaden") == {}


@pytest.mark.parametrize("error", [CatalogueBusy(detail="locked"), OSError(errno.ENOSPC, "disk full")])
@pytest.mark.parametrize(
    ("module", "step"), [(crews, "next_job"), (daemons, "conclude"), (receiving, "Pass")]
)
def test_the_service_outlives_trouble_that_is_no_files_fault(site, monkeypatch, caplog, module, step, error):
    monkeypatch.setattr(daemons, "_TROUBLE_SECONDS", 0.01)
    troubles = [error, error]
    work = getattr(module, step)

    def troubled(*args: object, **options: object) -> object:
        done = work(*args, **options) if step == "next_job" else None  # it may fail half done
        if troubles and (step != "next_job" or done):
            raise troubles.pop()
        return done or work(*args, **options)

    monkeypatch.setattr(module, step, troubled)
    drop(site, "wiesbaden", "letter.pdf", ERIKA)
    daemon = Daemon(site, Observer(concluded=lambda _: daemon.stop()))
    with caplog.at_level(logging.CRITICAL):
        daemon.run()
    assert not troubles
    assert filed(site, "wiesbaden") == {"letter.pdf": "P-0001"}
    assert counts(site, "wiesbaden") == {"done": 1}


def test_the_service_manager_hears_of_start_life_and_end(site, tmp_path, monkeypatch):
    address = str(tmp_path / "notify")
    monkeypatch.setenv("NOTIFY_SOCKET", address)
    told: list[str] = []
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(address)
        manager.setblocking(False)

        def listen(_pool: object = None) -> None:
            with suppress(BlockingIOError):
                while True:
                    told.append(manager.recv(100).decode())
            if told.count("WATCHDOG=1") == 2:
                daemon.stop()

        daemon = Daemon(site, Observer(progress=listen))
        daemon.run()
        listen()
    assert told[0] == "READY=1"
    assert told[-1] == "STOPPING=1"
    assert set(told[1:-1]) == {"WATCHDOG=1"}


def test_a_missing_inbox_is_made_at_the_start(site):
    site.home.inbox("kassel").rmdir()
    Daemon(site).run_once()
    assert site.home.inbox("kassel").is_dir()
