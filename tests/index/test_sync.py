"""Following the change table and rebuilding, with crashes, damage and readers in between."""

from __future__ import annotations

import gc
import multiprocessing
import os
import shutil
import signal
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from index import engine, storage
from index.errors import (
    IndexBusy,
    IndexDamaged,
    IndexMissing,
    IndexNotReadable,
    IndexNotWritable,
    IndexOutdated,
    SearchIndexError,
)
from index.rebuilding import open_or_rebuild, rebuild
from index.schema import fingerprint
from index.search import search
from index.storage import DurableStorage
from index.store import Index
from index.sync import sync


class Crash(Exception):
    """The process dies here."""


def generations(folder: Path) -> list[Path]:
    return sorted(folder.glob("generation-*"))


def segment(folder: Path) -> Path:
    return max(folder.glob("generation-*/MAIN_*.*"), key=lambda path: path.stat().st_size)


# -- sync ---------------------------------------------------------------------------------------


def test_sync_follows_additions_changes_and_removals(site) -> None:
    site.put("a", "Antrag")
    site.put("b", "Bescheid")
    assert site.found("Antrag") == ["a"]
    site.put("a", "Beschluss")
    site.feed.remove("b")
    assert site.found("Antrag") == []
    assert site.found("Bescheid") == []
    assert site.found("Beschluss") == ["a"]
    assert site.index.count() == 1
    assert site.feed.changes == []


def test_sync_drains_in_batches_and_counts_documents(site) -> None:
    index = site.index
    for number in range(7):
        site.put(f"d{number}", "Antrag")
    site.feed.note("d0")
    assert sync(index, site.feed, batch=3) == 8  # d0 in the first and in the last batch
    assert index.count() == 7
    assert sync(index, site.feed) == 0


def test_several_changes_of_one_document_index_it_once(site) -> None:
    index = site.index
    site.put("a", "Antrag")
    site.feed.note("a")
    site.feed.note("a")
    assert sync(index, site.feed) == 1
    assert index.count() == 1


def test_crash_between_commit_and_forget_repeats_work(site) -> None:
    index = site.index
    site.put("a", "Antrag")

    def crash(_: object) -> None:
        raise Crash

    site.feed.before_forget = crash
    with pytest.raises(Crash):
        sync(index, site.feed)
    assert len(site.feed.changes) == 1
    site.feed.before_forget = lambda _: None
    assert site.found("Antrag") == ["a"]
    assert index.count() == 1


def test_a_change_just_after_the_document_was_read_is_followed(site) -> None:
    index = site.index
    site.put("a", "Antrag")

    def change_once(_: str) -> None:
        site.feed.after_read = lambda _: None
        site.put("a", "Bescheid")

    site.feed.after_read = change_once
    assert sync(index, site.feed) == 2
    assert site.feed.changes == []
    assert search(index, "Antrag", pages=site.feed.pages).total == 0
    assert search(index, "Bescheid", pages=site.feed.pages).total == 1


def test_error_while_reading_leaves_index_and_changes_as_they_were(site) -> None:
    site.put("a", "Antrag")
    assert site.found("Antrag") == ["a"]
    site.put("a", "Bescheid")
    site.put("b", "Bescheid")

    def fail(document_id: str) -> None:
        if document_id == "b":
            raise Crash

    site.feed.when_read = fail
    index = Index.open(site.folder, labels=site.labels)
    with pytest.raises(Crash):
        sync(index, site.feed)
    assert len(site.feed.changes) == 2
    assert search(index, "Antrag", pages=site.feed.pages).total == 1
    site.feed.when_read = lambda _: None
    assert set(site.found("Bescheid")) == {"a", "b"}


def test_only_one_writer(site) -> None:
    index = site.index
    site.put("a", "Antrag")
    with index.writing(), pytest.raises(IndexBusy) as caught:
        sync(index, site.feed)
    assert caught.value.retry
    assert sync(index, site.feed) == 1


def test_full_disk_keeps_the_old_state_and_the_changes(site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.put("a", "Antrag")
    assert site.found("Antrag") == ["a"]
    site.put("b", "Antrag")
    index = site.index

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(storage, "_sync_file", full)
        with pytest.raises(IndexNotWritable) as caught:
            sync(index, site.feed)
    assert caught.value.retry
    assert len(site.feed.changes) == 1
    assert search(index, "Antrag", pages=site.feed.pages).total == 1
    assert set(site.found("Antrag")) == {"a", "b"}


def _sync_until_killed(folder: Path, feed: object, labels: object) -> None:
    index = Index.open(folder, labels=labels)  # type: ignore[arg-type]
    storage._remove_old_seals = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
    sync(index, feed)  # type: ignore[arg-type]


def test_killed_right_after_the_commit(site) -> None:
    site.put("a", "Antrag")
    assert site.found("Antrag") == ["a"]
    site.put("b", "Antrag")
    process = multiprocessing.get_context("fork").Process(
        target=_sync_until_killed, args=(site.folder, site.feed, site.labels)
    )
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    index = Index.open(site.folder, labels=site.labels)  # neither locked nor damaged
    assert index.count() == 2
    assert set(site.found("Antrag")) == {"a", "b"}
    assert index.count() == 2


# -- rebuild ------------------------------------------------------------------------------------


def test_missing_index_says_so_and_is_built(site) -> None:
    site.put("a", "Antrag")
    with pytest.raises(IndexMissing):
        Index.open(site.folder, labels=site.labels)
    index = open_or_rebuild(site.folder, site.feed, labels=site.labels)
    assert index.count() == 1
    assert site.feed.changes == []  # what the rebuild has read need not be followed again


def test_deleted_index_comes_back_complete(site) -> None:
    for number in range(5):
        site.put(f"d{number}", "Antrag")
    assert len(site.found("Antrag")) == 5
    shutil.rmtree(site.folder)
    assert len(site.found("Antrag")) == 5


def test_other_labels_or_layout_mean_a_rebuild(site) -> None:
    site.put("a", "Text", type="duldung")
    assert site.found("Duldung") == ["a"]
    before = generations(site.folder)
    site.labels = {**site.labels, "duldung": ("Aussetzung",)}
    with pytest.raises(IndexOutdated):
        Index.open(site.folder, labels=site.labels)
    assert site.found("Aussetzung") == ["a"]
    assert site.found("Duldung") == []
    assert len(generations(site.folder)) == 1
    assert generations(site.folder) != before


def test_fingerprint_follows_what_the_analysis_does(site, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint(site.labels)
    monkeypatch.setattr("index.schema.clean", str.upper)
    assert fingerprint(site.labels) != before


def test_interrupted_rebuild_leaves_the_old_index_in_force(site) -> None:
    for number in range(4):
        site.put(f"d{number}", "Antrag")
    assert len(site.found("Antrag")) == 4
    in_force = site.index.generation()

    def crash(done: int, _: int) -> None:
        if done == 2:
            raise Crash

    with pytest.raises(Crash):
        rebuild(site.folder, site.feed, labels=site.labels, progress=crash)
    assert site.index.generation() == in_force
    assert len(generations(site.folder)) == 2
    assert len(site.found("Antrag")) == 4
    rebuild(site.folder, site.feed, labels=site.labels)
    assert len(generations(site.folder)) == 1


def test_rebuild_reports_progress_and_serves_searches_meanwhile(site) -> None:
    for number in range(3):
        site.put(f"d{number}", "Antrag")
    assert len(site.found("Antrag")) == 3
    index = site.index
    seen: list[tuple[int, int, int]] = []

    def look(done: int, total: int) -> None:
        seen.append((done, total, search(index, "Antrag", pages=site.feed.pages).total))

    rebuild(site.folder, site.feed, labels=site.labels, progress=look)
    assert seen == [(1, 3, 3), (2, 3, 3), (3, 3, 3)]


def test_changes_during_a_rebuild_stay_pending(site) -> None:
    site.put("a", "Antrag")

    def add(_: int, __: int) -> None:
        site.put("b", "Antrag")

    rebuild(site.folder, site.feed, labels=site.labels, progress=add)
    assert [change.document_id for change in site.feed.changes] == ["b"]
    assert set(site.found("Antrag")) == {"a", "b"}


def test_a_reader_outlives_the_swap(site) -> None:
    site.put("a", "Antrag")
    index = site.index
    with index.snapshot() as snapshot:
        rebuild(site.folder, site.feed, labels=site.labels)
        assert len(snapshot) == 1
        assert len(snapshot.postings("id", "a").numbers) == 1
    assert index.count() == 1


# -- damage -------------------------------------------------------------------------------------


def empty_current(folder: Path) -> None:
    (folder / "CURRENT").write_text("", encoding="ascii")


def foreign_current(folder: Path) -> None:
    (folder / "CURRENT").write_text("../../etc", encoding="ascii")


def no_fingerprint(folder: Path) -> None:
    next(folder.glob("*/FINGERPRINT")).unlink()


def no_toc(folder: Path) -> None:
    next(folder.glob("*/*.toc")).unlink()


def torn_toc(folder: Path) -> None:
    toc = next(folder.glob("*/*.toc"))
    toc.write_bytes(toc.read_bytes()[:-20])


def no_seal(folder: Path) -> None:
    next(folder.glob("*/seal_*.json")).unlink()


def torn_seal(folder: Path) -> None:
    next(folder.glob("*/seal_*.json")).write_text("{", encoding="utf-8")


def torn_segment(folder: Path) -> None:
    path = segment(folder)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def emptied_generation(folder: Path) -> None:
    for path in generations(folder)[0].iterdir():
        path.unlink()


@pytest.mark.parametrize(
    "damage",
    [
        empty_current,
        foreign_current,
        no_fingerprint,
        no_toc,
        torn_toc,
        no_seal,
        torn_seal,
        torn_segment,
        emptied_generation,
    ],
)
def test_damage_is_noticed_on_opening_and_healed_by_a_rebuild(site, damage: Callable[[Path], None]) -> None:
    site.put("a", "Antrag")
    assert site.found("Antrag") == ["a"]
    damage(site.folder)
    before = sorted(path for path in site.folder.rglob("*"))
    with pytest.raises(IndexDamaged):
        Index.open(site.folder, labels=site.labels)
    assert sorted(path for path in site.folder.rglob("*")) == before  # nothing deleted by looking
    assert site.found("Antrag") == ["a"]
    assert len(generations(site.folder)) == 1


def test_missing_segment_is_damage(site) -> None:
    site.put("a", "Antrag")
    index = site.index
    assert site.found("Antrag") == ["a"]
    segment(site.folder).unlink()
    with pytest.raises(IndexDamaged):
        index.count()


def test_flipped_bits_are_found_by_the_deep_check(site) -> None:
    site.put("a", "Antrag")
    assert site.found("Antrag") == ["a"]
    path = segment(site.folder)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)
    index = Index.open(site.folder, labels=site.labels)
    with pytest.raises(IndexDamaged):
        index.check(deep=True)


@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
def test_garbage_of_the_right_size_ends_in_damage_not_in_a_traceback(site) -> None:
    for number in range(20):
        site.put(f"d{number}", f"Antrag Nummer {number} mit allerlei Wörtern")
    assert len(site.found("Antrag")) == 20
    path = segment(site.folder)
    path.write_bytes(b"\xaa" * path.stat().st_size)
    index = Index.open(site.folder, labels=site.labels)
    with pytest.raises(IndexDamaged):
        search(index, "Antrag", pages=site.feed.pages)
    site.put("neu", "Antrag")
    with pytest.raises(SearchIndexError):
        sync(index, site.feed)
    assert len(site.feed.changes) == 1
    gc.collect()  # the engine leaves files open that it failed to decode; warned of here, not in other tests


def test_no_permission_is_no_damage(site, monkeypatch: pytest.MonkeyPatch) -> None:
    index = site.index

    def forbidden(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(storage, "_digest", forbidden)
    with pytest.raises(IndexNotReadable):
        Index.open(site.folder, labels=site.labels)
    with pytest.raises(IndexNotReadable):
        open_or_rebuild(site.folder, site.feed, labels=site.labels)
    assert len(generations(site.folder)) == 1
    monkeypatch.undo()
    assert index.count() == 0


def test_a_bug_keeps_its_traceback(site) -> None:
    index = site.index
    with pytest.raises(ZeroDivisionError), index.snapshot():
        raise ZeroDivisionError


# -- readers beside the writer ------------------------------------------------------------------


def test_readers_beside_writer_and_rebuild_see_whole_states(site) -> None:
    """Every commit holds as many documents as the one before or more; no search may fail or see fewer."""
    site.put("d", "Antrag")
    index = site.index
    stop = threading.Event()
    totals: list[int] = []
    failures: list[BaseException] = []

    def read() -> None:
        while not stop.is_set():
            try:
                totals.append(search(index, "Antrag", pages=site.feed.pages).total)
            except SearchIndexError as error:
                failures.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for number in range(12):
            site.put(f"d{number}", "Antrag")
            sync(index, site.feed)
            if number % 4 == 3:
                rebuild(site.folder, site.feed, labels=site.labels)
    finally:
        stop.set()
        reader.join()
    assert failures == []
    assert totals == sorted(totals)
    assert search(index, "Antrag", pages=site.feed.pages).total == 13


def test_a_commit_that_removes_files_while_a_reader_opens_them_is_not_taken_for_missing_columns(
    site, monkeypatch
) -> None:
    index = site.index
    site.put("d", "Antrag")
    sync(index, site.feed)
    exists = DurableStorage.file_exists
    removed: list[str] = []

    def overtaken(storage, name):
        if not removed:
            removed.append(name)
            site.put("e", "Antrag")
            sync(index, site.feed)
            return False
        return exists(storage, name)

    monkeypatch.setattr(DurableStorage, "file_exists", overtaken)
    assert search(index, "Antrag", pages=site.feed.pages).total == 2
    assert removed


# -- segments -----------------------------------------------------------------------------------


def sizes(site) -> list[int]:
    with site.index.snapshot() as snapshot:
        return sorted(part.size for part in snapshot._parts)


def test_segments_of_about_the_same_size_are_merged(site) -> None:
    index = site.index
    for number in range(80):
        site.put(f"d{number:02}", f"Antrag {number}")
        sync(index, site.feed)
    assert max(sizes(site)) >= 64
    assert len(sizes(site)) <= 14  # seven of each power of eight
    site.put("d00", "Bescheid")
    assert len(site.found("Antrag")) == 20
    assert index.count() == 80


def test_large_segments_are_left_as_they_are(site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_LARGE", 1)
    for batch in range(10):
        for number in range(8):
            site.put(f"d{batch}{number}", "Antrag")
        sync(site.index, site.feed)
    assert sizes(site) == [8] * 10
    site.put("neu", "Antrag")
    sync(site.index, site.feed)
    assert sizes(site) == [1, *[8] * 10]
