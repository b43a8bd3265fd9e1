"""A rebuild beside the index in force: interrupted, gone on with, and nothing missed meanwhile."""

from __future__ import annotations

import multiprocessing
import os
import signal
from pathlib import Path

import pytest

from index import building, rebuilding
from index.errors import IndexBusy, IndexNotWritable
from index.rebuilding import rebuild
from index.search import search
from index.store import Index, generations, rebuild_lock
from index.sync import sync
from index.unfinished import complete_parts, documents_done, unfinished

COUNT = 30
PART = 10


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "_LEAST", PART)


@pytest.fixture
def filled(site):
    """A site with documents and an index in force."""
    for number in range(COUNT):
        site.put(f"d{number:02}", f"Antrag Nummer {number}")
    assert site.index.count() == COUNT
    return site


def count(site, query: str) -> int:
    """As a search beside the rebuild finds it: what stands in the index in force."""
    return search(Index.open(site.folder, labels=site.labels), query, pages=site.feed.pages).total


def interrupted(site, *, after: int) -> None:
    """Another process rebuilds and is killed when it reads the next document."""

    def rebuild_until_killed() -> None:
        left = after

        def read(_: str) -> None:
            nonlocal left
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1

        site.feed.when_read = read
        rebuild(site.folder, site.feed, labels=site.labels)

    process = multiprocessing.get_context("fork").Process(target=rebuild_until_killed)
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL


def read_while_rebuilding(site) -> list[str]:
    read: list[str] = []
    site.feed.when_read = read.append
    rebuild(site.folder, site.feed, labels=site.labels)
    site.feed.when_read = lambda _: None
    return read


def test_a_killed_rebuild_goes_on_where_it_was(filled) -> None:
    in_force = filled.index.generation()
    interrupted(filled, after=25)
    assert filled.index.generation() == in_force
    assert documents_done(filled.folder) == 2 * PART
    told: list[tuple[int, int]] = []
    rebuild(filled.folder, filled.feed, labels=filled.labels, progress=lambda *each: told.append(each))
    assert told == [(number, COUNT) for number in range(21, COUNT + 1)]
    assert sorted(filled.index.ids()) == sorted(filled.feed.documents)
    assert generations(filled.folder) == [filled.index.generation()]
    assert count(filled, "Antrag") == COUNT
    assert documents_done(filled.folder) is None


def test_a_rebuild_killed_before_anything_was_done_begins_anew(filled) -> None:
    interrupted(filled, after=0)
    assert len(read_while_rebuilding(filled)) == COUNT
    assert filled.index.count() == COUNT


def test_a_rebuild_killed_again_and_again_ends(filled) -> None:
    for _ in range(2):
        interrupted(filled, after=PART)
    assert len(read_while_rebuilding(filled)) == COUNT - 2 * PART
    assert filled.index.count() == COUNT


def test_a_rebuild_killed_right_before_the_swap_only_has_that_left_to_do(filled, monkeypatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(rebuilding, "put_in_force", lambda _: os.kill(os.getpid(), signal.SIGKILL))
        interrupted(filled, after=COUNT)
    filled.put("d03", "Sonnenblume")
    sync(filled.index, filled.feed)
    assert read_while_rebuilding(filled) == ["d03"]
    assert (count(filled, "Sonnenblume"), filled.index.count()) == (1, COUNT)


def test_other_labels_begin_anew(filled) -> None:
    interrupted(filled, after=25)
    filled.labels = {**filled.labels, "duldung": ("Aussetzung",)}
    assert len(read_while_rebuilding(filled)) == COUNT
    assert len(generations(filled.folder)) == 1


def test_a_damaged_part_is_built_again(filled) -> None:
    interrupted(filled, after=25)
    [generation] = unfinished(filled.folder)
    damaged = max(complete_parts(generation)[0].glob("MAIN_*.*"), key=lambda path: path.stat().st_size)
    damaged.write_bytes(b"\xaa" * damaged.stat().st_size)
    assert len(read_while_rebuilding(filled)) == COUNT - PART
    assert count(filled, "Antrag") == COUNT


def test_what_changes_during_a_rebuild_is_found_at_once_and_after_the_swap(filled) -> None:
    """The service goes on following changes, as it does here whenever some documents are done."""
    found: list[tuple[int, int, int]] = []

    def file_meanwhile(done: int, _: int) -> None:
        if done == 15:
            filled.put("neu", "Sonnenblume")
            filled.put("d03", "Sonnenblume")  # read before
            filled.put("d25", "Sonnenblume")  # not read yet
            filled.feed.remove("d04")
            sync(filled.index, filled.feed)
            found.append((count(filled, "Sonnenblume"), count(filled, "Antrag"), len(filled.feed.changes)))

    rebuild(filled.folder, filled.feed, labels=filled.labels, progress=file_meanwhile)
    assert found == [(3, COUNT - 3, 0)]
    assert (count(filled, "Sonnenblume"), count(filled, "Antrag")) == (3, COUNT - 3)
    assert sorted(filled.index.ids()) == sorted(filled.feed.documents)


def test_what_changes_between_two_runs_of_a_rebuild_is_in_it(filled) -> None:
    interrupted(filled, after=25)
    filled.put("neu", "Sonnenblume")
    filled.put("d03", "Sonnenblume")
    filled.feed.remove("d04")
    sync(filled.index, filled.feed)
    assert filled.feed.changes == []
    rebuild(filled.folder, filled.feed, labels=filled.labels)
    assert count(filled, "Sonnenblume") == 2
    assert sorted(filled.index.ids()) == sorted(filled.feed.documents)


def test_changes_listed_after_an_interruption_are_followed_though_no_index_was_in_force(site) -> None:
    for number in range(COUNT):
        site.put(f"d{number:02}", "Antrag")
    interrupted(site, after=25)
    site.put("d03", "Sonnenblume")
    site.feed.remove("d04")
    rebuild(site.folder, site.feed, labels=site.labels)
    assert [change.document_id for change in site.feed.changes] == ["d03", "d04"]
    sync(site.index, site.feed)
    assert count(site, "Sonnenblume") == 1
    assert sorted(site.index.ids()) == sorted(site.feed.documents)


def test_a_torn_note_of_a_change_loses_no_other(filled) -> None:
    interrupted(filled, after=25)
    [generation] = unfinished(filled.folder)
    (generation / "CHANGED").write_text("\nd0", encoding="utf-8")
    filled.put("d03", "Sonnenblume")
    sync(filled.index, filled.feed)
    rebuild(filled.folder, filled.feed, labels=filled.labels)
    assert count(filled, "Sonnenblume") == 1


def test_only_one_rebuild(filled) -> None:
    with rebuild_lock(filled.folder), pytest.raises(IndexBusy):
        rebuild(filled.folder, filled.feed, labels=filled.labels)


# -- on all processors --------------------------------------------------------------------------


@pytest.fixture
def _several_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "_WORTH", 1)
    monkeypatch.setattr(building, "_LOT", 4)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})


@pytest.mark.usefixtures("_several_processes")
def test_several_processes_build_the_same_index(filled) -> None:
    told: list[tuple[int, int]] = []
    filled.feed.remove("d29")
    filled.put("d29", "Antrag")
    rebuild(filled.folder, filled.feed, labels=filled.labels, progress=lambda *each: told.append(each))
    assert told[-1] == (COUNT, COUNT)
    assert sorted(filled.index.ids()) == sorted(filled.feed.documents)
    assert count(filled, "Antrag") == COUNT


@pytest.mark.usefixtures("_several_processes")
def test_a_process_that_is_killed_ends_the_rebuild_with_a_message(filled, tmp_path: Path) -> None:
    in_force = filled.index.generation()

    def kill_workers(_: int, __: int) -> None:
        for process in multiprocessing.active_children():
            process.kill()
            process.join()

    with pytest.raises(IndexNotWritable):
        rebuild(filled.folder, filled.feed, labels=filled.labels, progress=kill_workers)
    assert filled.index.generation() == in_force
    rebuild(filled.folder, filled.feed, labels=filled.labels)
    assert count(filled, "Antrag") == COUNT
