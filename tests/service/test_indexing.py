"""The index follows the records, and whatever happens to it, the records do not wait."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

from index.errors import IndexNotWritable
from index.search import search
from index.store import writer_lock
from records import changes, filing, journal
from records.errors import CatalogueBusy
from service import indexing
from service.indexing import IndexThread, bring_up_to_date, open_index, rebuild_index, refresh_index
from service.lock import service_lock
from service.processing import next_job
from service.wiring import Site
from tests.records import scenes
from tests.service.scenes import ERIKA, TODAY, letter, received, wait_until


@pytest.fixture(autouse=True)
def _short_pauses(monkeypatch):
    monkeypatch.setattr(indexing, "PAUSE_SECONDS", 0.01)
    monkeypatch.setattr(indexing, "LONGEST_PAUSE_SECONDS", 0.02)


@contextmanager
def running(site: Site) -> Iterator[IndexThread]:
    thread = IndexThread(site)
    thread.start()
    yield thread
    thread.stop()
    assert not thread.is_alive()


@pytest.fixture
def file_one(site, tmp_path):
    """Files one document of the authority, in review."""
    count = 0

    def file_one(authority: str = "wiesbaden") -> None:
        nonlocal count
        count += 1
        received(site, letter(tmp_path / f"{count}.pdf", ERIKA, f"Nummer {count}"), authority)
        leased = next_job(site, TODAY)
        assert leased is not None
        record, job = leased
        decision = scenes.review(site.catalogue, authority=authority)
        filing.apply(
            site.catalogue,
            site.home,
            record,
            scenes.one_document(),
            (decision,),
            job.work,
            sections=scenes.sections,
        )

    return file_one


def pending(site: Site, authority: str = "wiesbaden") -> int:
    return changes.count(site.catalogue, authority)


def block(site: Site, authority: str = "wiesbaden") -> None:
    """Nobody, not even root, can make an index where a file lies."""
    site.home.index(authority).parent.mkdir(exist_ok=True)
    site.home.index(authority).write_text("in the way", "utf-8")


def unblock(site: Site, authority: str = "wiesbaden") -> None:
    site.home.index(authority).unlink()


def test_the_thread_brings_in_what_was_filed(site, file_one):
    with running(site):
        file_one()
        wait_until(lambda: not pending(site))
        file_one("kassel")
        wait_until(lambda: not pending(site, "kassel"))
    assert (open_index(site, "wiesbaden").count(), open_index(site, "kassel").count()) == (1, 1)


def test_what_was_filed_last_is_brought_in_after_the_stop(site, file_one, monkeypatch):
    monkeypatch.setattr(indexing, "PAUSE_SECONDS", 3600)
    with running(site):
        file_one()
    assert pending(site) == 0
    assert open_index(site, "wiesbaden").count() == 1


def test_an_index_that_cannot_be_written_stops_neither_filing_nor_the_other_index(site, file_one, caplog):
    block(site)
    with caplog.at_level(logging.WARNING), running(site) as thread:
        file_one()
        file_one("kassel")
        wait_until(lambda: not pending(site, "kassel"))
        wait_until(lambda: "index of wiesbaden" in caplog.text)
        file_one()
        assert pending(site) == 2
        assert thread.is_alive()
        unblock(site)
        wait_until(lambda: not pending(site))
    assert open_index(site, "wiesbaden").count() == 2
    assert "Traceback" not in caplog.text


@pytest.mark.parametrize("error", [CatalogueBusy(detail="locked"), RuntimeError("a fault of ours")])
def test_the_thread_outlives_any_error(site, file_one, monkeypatch, caplog, error):
    with caplog.at_level(logging.WARNING), running(site) as thread:
        with monkeypatch.context() as patch:
            patch.setattr(indexing, "bring_up_to_date", _raising(error))
            file_one()
            wait_until(lambda: "index of wiesbaden" in caplog.text)
            assert thread.is_alive()
            assert pending(site) == 1
        wait_until(lambda: not pending(site))
    assert ("Traceback" in caplog.text) is isinstance(error, RuntimeError)


def _raising(error: Exception):
    def fail(*_args):
        raise error

    return fail


def test_what_is_filed_during_a_rebuild_is_found_at_once_and_after_it(site, file_one):
    file_one()
    bring_up_to_date(site, "wiesbaden")

    def file_another(*_told: int) -> None:
        file_one()
        wait_until(lambda: not pending(site))  # the service's own thread
        assert open_index(site, "wiesbaden").count() == 2

    with running(site):
        assert rebuild_index(site, "wiesbaden", file_another).count() == 2
    assert pending(site) == 0


def test_the_thread_waits_for_who_writes_the_index(site, file_one, monkeypatch, caplog):
    monkeypatch.setattr(indexing, "LONGEST_PAUSE_SECONDS", 3600)  # a longer pause would never end here
    rebuild_index(site, "wiesbaden")
    with ExitStack() as writing, caplog.at_level(logging.WARNING):
        writing.enter_context(writer_lock(site.home.index("wiesbaden")))  # as a command holds it
        with running(site):
            file_one()
            for count in (1, 2, 3):  # each of them a pass in which the index was busy
                file_one("kassel")
                wait_until(lambda: not pending(site, "kassel"))
                assert pending(site) == 1, count
            writing.close()
            wait_until(lambda: not pending(site))
    assert open_index(site, "wiesbaden").count() == 1
    assert "index of wiesbaden" not in caplog.text


def test_a_damaged_index_is_built_anew(site, file_one):
    file_one()
    bring_up_to_date(site, "wiesbaden")
    for path in site.home.index("wiesbaden").rglob("*"):
        if path.is_file():
            path.write_bytes(b"damaged")
    file_one()
    bring_up_to_date(site, "wiesbaden")
    assert open_index(site, "wiesbaden").count() == 2


def test_a_command_leaves_the_index_to_the_running_service(site, file_one):
    file_one()
    with service_lock(site.home):
        refresh_index(site, "wiesbaden")
        assert pending(site) == 1
    refresh_index(site, "wiesbaden")
    assert pending(site) == 0


def test_a_clerks_decision_stands_though_the_index_fails(site, file_one, caplog):
    file_one()
    block(site)
    with caplog.at_level(logging.WARNING):
        refresh_index(site, "wiesbaden")
    assert pending(site) == 1
    assert "wiesbaden" in caplog.text
    with pytest.raises(IndexNotWritable):
        bring_up_to_date(site, "wiesbaden")


def test_a_rebuild_tells_how_far_it_is_and_drops_nothing(site, file_one):
    file_one()
    file_one()
    told: list[tuple[int, int]] = []
    index = rebuild_index(site, "wiesbaden", lambda done, total: told.append((done, total)))
    assert (index.count(), told) == (2, [(1, 2), (2, 2)])
    assert pending(site) == 0


def test_a_search_finds_the_words_of_a_page(site, file_one):
    file_one()
    bring_up_to_date(site, "wiesbaden")
    hits = search(open_index(site, "wiesbaden"), "geehrte", pages=lambda _: []).hits
    assert [hit.source for hit in hits] == ["1.pdf"]
    assert not journal.counts(site.catalogue, "wiesbaden")["waiting"]
