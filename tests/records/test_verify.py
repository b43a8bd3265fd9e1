"""Each kind of harm is found, named by its code, and nothing else is reported."""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.home import Home
from config.reasons import Reason
from config.settings import Settings
from records import changes, documents, filing, journal, leftovers
from records.arrivals import record_of
from records.catalogue import Catalogue
from records.model import ArrivalState, StoredDocument
from records.verify import verify
from records.verify_disk import YOUNG
from records.verify_faults import FAULTS
from tests.records import scenes
from tests.records.scenes import copied


@pytest.fixture(scope="module")
def template(registered_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Documents filed and in review, left-out pages, a duplicate, a quarantined and a waiting arrival."""
    folder = tmp_path_factory.mktemp("full")
    home = copied(registered_template, folder / "home")
    catalogue = Catalogue.open(home, Settings())
    scenes.add_register(catalogue, folder, "beta")
    for number in (1, 2):
        journal.receive(catalogue, scenes.spooled(home, number, b"several"))
    claimed = journal.claim(catalogue, "w")
    assert claimed is not None
    work = home.arrival_folder("alpha", claimed.id) / "work"
    decisions = (scenes.filed(catalogue), scenes.review(catalogue, "P-0002"))
    reading = scenes.two_documents(work)
    filing.apply(catalogue, home, claimed, reading, decisions, work, sections=scenes.sections)
    scenes.file_one(catalogue, home, scenes.filed(catalogue), 3)
    scenes.file_one(catalogue, home, scenes.filed(catalogue, "P-0001", "beta"), 4, "beta")
    bad = scenes.spooled(home, 5, b"bad")
    journal.receive(catalogue, bad)
    journal.quarantine(catalogue, bad.id, Reason("encrypted"))
    journal.receive(catalogue, scenes.spooled(home, 6, b"waiting"))
    catalogue.close()
    return home.root


@pytest.fixture
def full(template: Path, tmp_path: Path) -> Iterator[Catalogue]:
    catalogue = Catalogue.open(copied(template, tmp_path / "home"), Settings())
    yield catalogue
    catalogue.close()


def codes(catalogue: Catalogue, *authorities: str) -> Counter[str]:
    return Counter(
        fault.code for fault in verify(catalogue, catalogue.home, authorities or ("alpha", "beta"))
    )


def tamper(home: Home, *statements: str) -> None:
    """As someone with access to the database file can, with constraints off."""
    connection = sqlite3.connect(home.database_file)
    for statement in statements:
        assert connection.execute(statement).rowcount != 0, statement
    connection.commit()
    connection.close()


def of_kind(catalogue: Catalogue, kind: str) -> Path:
    """A file that the catalogue speaks of."""
    for record in journal.list_arrivals(catalogue, "alpha"):
        if record.state == kind:
            return record.path
    raise AssertionError(kind)


def documents_folder(catalogue: Catalogue) -> Path:
    return stored(catalogue).folder


def stored(catalogue: Catalogue) -> StoredDocument:
    return documents.list_documents(catalogue, ("alpha",))[0]


def test_untouched_records_are_sound_and_counted(full: Catalogue) -> None:
    counts: Counter[str] = Counter()
    assert list(verify(full, full.home, ("alpha", "beta"), counts)) == []
    assert counts == {
        "arrivals": 6,
        "documents": 4,
        "pages": 10,
        "files": 5 + 4 + 6,
        "bytes": counts["bytes"],
        "persons": 6,
        "log_entries": 16,
    }


@pytest.mark.parametrize("state", ["done", "quarantined", "waiting"])
def test_received_bytes_changed_or_lost(full: Catalogue, state: str) -> None:
    path = of_kind(full, state)
    path.write_bytes(path.read_bytes()[:-1] + b"X")
    assert codes(full) == {"bytes_changed": 1}
    path.unlink()
    assert codes(full) == {"bytes_missing": 1}


@pytest.mark.parametrize("name", ["document.pdf", "reading.json"])
def test_file_of_a_document_changed_or_lost(full: Catalogue, name: str) -> None:
    path = documents_folder(full) / name
    path.write_bytes(b"%" + path.read_bytes()[1:-1] + b"X")
    assert codes(full) == {"file_changed": 1}
    path.unlink()
    assert codes(full) == {"file_missing": 1}


def test_harm_to_linked_bytes_is_told_for_each_name(full: Catalogue) -> None:
    path = of_kind(full, "done").with_name(scenes.made_up_id(3) + ".pdf")
    path.write_bytes(b"other")
    assert codes(full) == {"bytes_changed": 1, "file_changed": 2}


def test_lost_folder(full: Catalogue) -> None:
    folder = documents_folder(full)
    folder.rename(folder.with_name("elsewhere"))
    assert codes(full) == {"file_missing": 2, "folder_extra": 1}


@pytest.mark.parametrize(
    "where",
    [
        "records/alpha/persons/P-0001/x",
        "records/alpha/persons/P-0001/.document.pdf.part",
        "records/alpha/persons/x",
        "records/alpha/originals/x",
        "records/alpha/originals/00/x.pdf",
        "review/alpha/x",
        "quarantine/alpha/x",
    ],
)
def test_file_that_nobody_knows(full: Catalogue, where: str) -> None:
    (full.home.root / where).write_bytes(b"")
    assert codes(full) == {"file_extra": 1}
    assert codes(full, "beta") == {}


def test_file_that_nobody_knows_in_a_document(full: Catalogue) -> None:
    (documents_folder(full) / "note.txt").touch()
    assert codes(full) == {"file_extra": 1}


@pytest.mark.parametrize("where", ["records/alpha/persons/P-0009/x", "review/alpha/x", "quarantine/alpha/x"])
def test_folder_that_nobody_knows(full: Catalogue, where: str) -> None:
    (full.home.root / where).mkdir(parents=True)
    assert codes(full) == {"folder_extra": 1}


def test_announced_folder_is_no_fault(full: Catalogue) -> None:
    folder = full.home.review("alpha") / "new"
    leftovers.announce(full, full.home, scenes.made_up_id(9), [folder])
    folder.mkdir()
    assert codes(full) == {}


def test_spool_folder_that_nobody_knows_once_it_is_old(full: Catalogue) -> None:
    folder = full.home.spool / "alpha" / "x"
    folder.mkdir()
    assert codes(full) == {}
    old = folder.stat().st_mtime - YOUNG - 1
    os.utime(folder, (old, old))
    assert codes(full) == {"spool_unknown": 1}


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        (
            "UPDATE document SET person = 'P-0002' WHERE person = 'P-0001' AND authority = 'alpha'",
            "row_altered",
        ),
        ("UPDATE document SET type = 'x' WHERE state = 'review'", "row_altered"),
        ("UPDATE document SET quality = 1.0 WHERE state = 'review'", "row_altered"),
        ("UPDATE document SET evidence = 'no json' WHERE state = 'review'", "row_altered"),
        ("UPDATE document SET filed_at = 'yesterday' WHERE state = 'filed'", "row_altered"),
        ("UPDATE file SET size = 1 WHERE name = 'reading.json'", "row_altered"),
        ("UPDATE arrival SET source = 'x.pdf' WHERE state = 'duplicate'", "row_altered"),
        ("UPDATE arrival SET received_at = '2020-01-01 00:00:00.000000'", "row_altered"),
        ("UPDATE arrival SET state = 'lost' WHERE state = 'waiting'", "row_altered"),
        ("UPDATE arrival SET page_count = 7 WHERE page_count = 6", "row_altered"),
        ("UPDATE arrival SET state = 'duplicate' WHERE state = 'waiting'", "row_altered"),
        ("UPDATE arrival SET state = 'done' WHERE state = 'quarantined'", "row_altered"),
        ("UPDATE arrival SET reason_code = 'damaged' WHERE state = 'quarantined'", "row_altered"),
        ("UPDATE arrival SET media_type = 'image/png' WHERE page_count = 6", "row_altered"),
        ("UPDATE page SET text = 'x' WHERE number = 6", "row_altered"),
        ("DELETE FROM arrival WHERE state = 'waiting'", "row_altered"),
        ("DELETE FROM page WHERE number = 3", "pages_wrong"),
        ("UPDATE page SET number = 9 WHERE number = 3", "pages_wrong"),
        ("UPDATE page SET document_id = NULL WHERE number = 6", "pages_wrong"),
        ("UPDATE page SET reason_code = NULL WHERE number = 3", "pages_wrong"),
        ("UPDATE arrival SET page_count = 7 WHERE page_count = 6", "pages_wrong"),
        ("UPDATE arrival SET state = 'waiting' WHERE state = 'quarantined'", "bytes_missing"),
        ("UPDATE arrival SET state = 'processing' WHERE page_count = 6", "bytes_missing"),
        ("UPDATE person SET birth_date = '1990' WHERE number = 'P-0001'", "person_altered"),
        ("UPDATE person SET birth_date = 'soon' WHERE number = 'P-0001'", "person_altered"),
        ("DELETE FROM person_key WHERE key = 'num:X1'", "person_altered"),
        ("UPDATE change SET authority = 'beta' WHERE sequence = 1", "change_stray"),
        ("UPDATE document SET authority = 'beta' WHERE state = 'review'", "database_damaged"),
        ("DELETE FROM document WHERE state = 'review'", "database_damaged"),
        ("DELETE FROM document WHERE state = 'review'", "row_altered"),
        ("UPDATE page SET arrival_id = 'none' WHERE number = 6", "database_damaged"),
    ],
)
def test_altered_rows(full: Catalogue, statement: str, code: str) -> None:
    tamper(full.home, statement)
    assert code in codes(full)


@pytest.mark.parametrize(
    ("statements", "code"),
    [
        (["UPDATE audit SET actor = 'x' WHERE seq = 3"], "log_altered"),
        (["DELETE FROM audit WHERE seq = 3"], "log_broken"),
        (["DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)"], "log_cut"),
        (
            [
                "UPDATE audit SET seq = -1 WHERE seq = 3",
                "UPDATE audit SET seq = 3 WHERE seq = 4",
                "UPDATE audit SET seq = 4 WHERE seq = -1",
            ],
            "log_altered",
        ),
    ],
)
def test_altered_log(full: Catalogue, statements: list[str], code: str) -> None:
    tamper(full.home, "DROP TRIGGER audit_no_update", "DROP TRIGGER audit_no_delete", *statements)
    assert code in codes(full)


def test_entries_behind_the_head_are_not_of_the_log(full: Catalogue) -> None:
    columns = "seq, at, actor, authority, action, subject, details, prev_hash, hash"
    more = "SELECT seq + 100, at, actor, authority, action, subject, details, 'x', hash FROM audit LIMIT 1"
    tamper(full.home, f"INSERT INTO audit ({columns}) {more}")
    assert codes(full) == {"log_cut": 1}


def test_a_link_to_the_same_bytes_elsewhere_is_no_file_of_ours(full: Catalogue, tmp_path: Path) -> None:
    path = documents_folder(full) / "reading.json"
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    assert codes(full) == {"file_changed": 1}


def test_a_file_that_cannot_be_read_is_told(full: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: Path) -> str:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("records.files.hash_file", broken)
    assert set(codes(full)) == {"unreadable"}


def test_a_new_time_of_change_alone_is_no_fault(full: Catalogue) -> None:
    os.utime(documents_folder(full) / "reading.json", (0, 0))
    assert codes(full) == {}


def test_several_processes_find_the_same(full: Catalogue) -> None:
    of_kind(full, "done").unlink()
    counts: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    found = list(verify(full, full.home, ("alpha", "beta"), counts, jobs=2))
    assert found == list(verify(full, full.home, ("alpha", "beta"), alone))
    assert [fault.code for fault in found] == ["bytes_missing"]
    assert counts == alone


def test_harm_done_to_one_authority_is_not_shown_to_the_other(full: Catalogue) -> None:
    of_kind(full, "done").unlink()
    assert codes(full, "alpha") == {"bytes_missing": 1}
    assert codes(full, "beta") == {}


def test_change_for_a_document_that_is_gone(full: Catalogue) -> None:
    with full.write() as connection:
        changes.note(connection, "alpha", ["gone"])
    assert codes(full) == {"change_stray": 1}


def test_arrival_that_moves_while_it_is_verified_is_no_fault(
    full: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = of_kind(full, "waiting")

    def move_after_looking(catalogue: Catalogue, row: object) -> object:
        record = record_of(catalogue, row)
        if record.state is ArrivalState.WAITING and waiting.exists():
            journal.quarantine(catalogue, record.id, Reason("encrypted"))
        return record

    monkeypatch.setattr("records.verify_arrivals.record_of", move_after_looking)
    assert codes(full) == {}
    assert not waiting.exists()


@pytest.mark.parametrize("code", FAULTS)
def test_faults_are_worded_in_both_languages(code: str) -> None:
    for text in FAULTS[code]:
        params = {"subject": "S", "path": "P", "detail": "D"}
        assert text("de", **params) != text("en", **params)
