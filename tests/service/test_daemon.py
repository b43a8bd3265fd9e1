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
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from config.settings import Limits, Settings
from index.search import search
from intake.scan import scan_inbox
from records import arrivals, changes, documents, journal
from records.errors import CatalogueBusy
from records.lanes import Priority
from records.model import ArrivalState
from service import crew as crews
from service import daemon as daemons
from service import receiving
from service.crew import Crew
from service.daemon import Daemon, Observer
from service.indexing import open_index
from service.pool import Pool
from service.processing import Report
from service.signals import stopped_by_signals
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


def reload_while_reading(site: Site, source: Path) -> tuple[Crew, str]:
    """A first life that settings end while a worker reads `source`; what its crew goes on with."""

    def progress(pool: Pool) -> None:
        if any(pages for _, _, pages in pool.progress):
            daemon.stop(to_reload=True)

    read = received(site, source)
    daemon = Daemon(site, Observer(progress=progress))
    daemon.run()
    assert daemon.crew.busy
    return daemon.crew, read


def test_what_is_being_read_when_settings_change_is_read_to_its_end(site, tmp_path, obedient):
    go_on = tmp_path / "go on"
    crew, read = reload_while_reading(
        site, script(tmp_path / "slow", f"pages 2\nuntil {go_on}\nfailed damaged")
    )
    started: list[str] = []
    ended: list[Report] = []

    def concluded(report: Report) -> None:
        ended.append(report)
        daemon.stop()

    go_on.touch()
    changed = replace(site, settings=site.settings.model_copy(update={"limits": Limits(workers=3)}))
    daemon = Daemon(
        changed, Observer(started=lambda one: started.append(one.id), concluded=concluded), crew=crew
    )
    daemon.run()
    assert started == []
    assert [one.arrival.id for one in ended] == [read]
    last = arrival(site, read)
    assert (last.state, last.attempts) == (ArrivalState.QUARANTINED, 1)


def test_what_is_read_for_an_authority_that_is_taken_out_meanwhile_waits(site, tmp_path, obedient):
    crew, read = reload_while_reading(site, script(tmp_path / "slow", "pages 2\nhang"))
    others = {name: one for name, one in site.settings.authorities.items() if name != "wiesbaden"}
    changed = replace(site, settings=site.settings.model_copy(update={"authorities": others}))
    daemon = Daemon(changed, crew=crew)
    assert not crew.busy
    daemon.stop()
    daemon.run()
    waiting = arrival(site, read)
    assert (waiting.state, waiting.attempts) == (ArrivalState.WAITING, 0)


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
    daemon.run()
    assert not troubles
    told = [one.message for one in caplog.records if one.name == "akte.service"]
    assert [line for line in told if "trying again" in line] == [f"{error}; trying again every 0 seconds"]
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


# -- inboxes that are away, events that are lost, room for mail -------------------------------


def changed(site: Site, **sections: dict[str, object]) -> Site:
    """The same installation with other settings."""
    content = site.settings.model_dump(mode="json")
    for section, values in sections.items():
        content[section] |= values
    return replace(site, settings=Settings.model_validate(content))


def test_a_configured_inbox_is_never_made(site, tmp_path):
    share = tmp_path / "share"
    site = changed(site, authorities={"fulda": {"inbox": str(share)}})
    Daemon(site).run_once()
    assert not share.exists()


def test_a_configured_inbox_that_is_mounted_later_is_taken_from(site, tmp_path):
    share, elsewhere = tmp_path / "share", tmp_path / "elsewhere"
    site = changed(site, authorities={"fulda": {"inbox": str(share), "watch": "polling"}})
    letter(elsewhere / "letter.pdf", ERIKA)
    daemon = Daemon(site, Observer(concluded=lambda _: daemon.stop()))
    threading.Timer(0.5, elsewhere.rename, (share,)).start()
    daemon.run()
    assert filed(site, "fulda") == {"letter.pdf": None}


def test_files_are_found_without_any_event(site, monkeypatch):
    """The queue of events ran over, or the share sends none: the rescan finds everything."""
    monkeypatch.setattr(daemons.InboxWatcher, "check", lambda _: None)
    daemon = Daemon(site, Observer(concluded=lambda _: daemon.stop()))
    threading.Timer(0.3, drop, (site, "kassel", "max.pdf", MAX)).start()
    daemon.run()
    assert filed(site, "kassel") == {"max.pdf": "K-0001"}


def test_a_further_inbox_has_its_own_lane(site):
    site = changed(site, authorities={"wiesbaden": {"inboxes": {"altakten": {"lane": "backlog"}}}})
    drop(site, "wiesbaden", "altakten/old.pdf", ERIKA)
    drop(site, "wiesbaden", "new.pdf", MARIA)
    reports: list[Report] = []
    Daemon(site, Observer(concluded=reports.append)).run_once()
    assert [report.arrival.source for report in reports] == ["new.pdf", "old.pdf"]
    assert filed(site, "wiesbaden") == {"new.pdf": "P-0002", "old.pdf": "P-0001"}


def test_small_mail_passes_a_file_of_many_pages_with_a_single_worker(site, tmp_path, obedient):
    received(site, script(tmp_path / "a thousand pages", "pages 1000\nhang"))
    mail: list[str] = []

    def progress(pool: Pool) -> None:
        if not mail and any(pages == 1000 for _, _, pages in pool.progress):
            mail.append(received(site, script(tmp_path / "mail", "pages 1\nfailed damaged")))

    def concluded(report: Report) -> None:
        assert report.arrival.source == "mail"
        daemon.stop()

    daemon = Daemon(site, Observer(concluded=concluded, progress=progress))
    daemon.run()
    assert counts(site, "wiesbaden") == {"waiting": 1, "quarantined": 1}


def test_a_second_long_file_gives_up_the_room_of_small_mail(site, tmp_path, obedient):
    first = received(site, script(tmp_path / "first", "pages 1000\nhang"))
    second = received(site, script(tmp_path / "second", "pages 2000\nhang"))

    def progress(_pool: Pool) -> None:
        if arrival(site, second).priority == Priority.LARGE_MAIL:
            daemon.stop()

    daemon = Daemon(site, Observer(progress=progress))
    daemon.run()
    assert arrival(site, first).priority == Priority.MAIL
    assert arrival(site, second).attempts == 0
    assert not list(site.home.arrival_folder("wiesbaden", second).glob("work-*"))


def test_arrivals_of_an_authority_that_was_taken_out_wait_for_its_return(site, tmp_path, caplog):
    one = received(site, letter(tmp_path / "letter.pdf", MAX), "kassel")
    content = site.settings.model_dump(mode="json")
    del content["authorities"]["kassel"]
    without = replace(site, settings=Settings.model_validate(content))
    with caplog.at_level(logging.WARNING):
        Daemon(without).run_once()
    assert arrival(site, one).state is ArrivalState.WAITING
    assert "authority kassel is not set up any more; 1 arrivals wait for it" in caplog.text
    Daemon(site).run_once()
    assert filed(site, "kassel") == {"letter.pdf": "K-0001"}


def test_on_a_full_disk_nothing_is_begun_and_it_is_said_once(site, tmp_path, caplog, monkeypatch):
    one = received(site, letter(tmp_path / "letter.pdf", ERIKA))
    with caplog.at_level(logging.ERROR), monkeypatch.context() as patch:
        patch.setattr(daemons, "short_of_space", lambda _: True)
        Daemon(site).run_once()
    assert (arrival(site, one).state, arrival(site, one).attempts) == (ArrivalState.WAITING, 0)
    assert caplog.text.count("nothing is read until there is room") == 1
    Daemon(site).run_once()
    assert arrival(site, one).state is ArrivalState.DONE


def test_a_lease_without_a_worker_is_given_back_while_the_service_runs(site, tmp_path, caplog, monkeypatch):
    monkeypatch.setattr("records.leases.LEASE_SECONDS", 0.3)
    monkeypatch.setattr(crews, "HEARTBEAT_SECONDS", 0.1)
    daemon = Daemon(site, Observer(concluded=lambda _: daemon.stop()))
    recover = daemon._recover

    def claimed_by_somebody_who_died() -> None:
        recover()
        received(site, letter(tmp_path / "letter.pdf", ERIKA))
        assert journal.claim(site.catalogue, "another service") is not None

    monkeypatch.setattr(daemon, "_recover", claimed_by_somebody_who_died)
    with caplog.at_level(logging.WARNING):
        daemon.run()
    assert "nobody works on it any more; it waits again" in caplog.text
    assert filed(site, "wiesbaden") == {"letter.pdf": "P-0001"}


def test_a_long_scan_gives_signs_of_life(site, monkeypatch):
    told: list[str] = []
    monkeypatch.setattr(daemons, "notify", told.append)
    for number in range(20):
        drop(site, "wiesbaden", f"{number}.pdf", ERIKA, str(number))
    daemon = Daemon(site)
    [wiesbaden, _] = daemon._inboxes
    scan_inbox(wiesbaden, 0.0)
    scan_inbox(wiesbaden, 100.0, stop=daemon._stopping)
    assert told.count("WATCHDOG=1") == 20
