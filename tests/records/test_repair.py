"""`repair` mends what is provably safe, and leaves alone all that only looks so."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.settings import Settings
from records import audit, changes, documents
from records.catalogue import Catalogue
from records.model import StoredDocument
from records.repair import repair
from records.verify import verify
from tests.records import scenes


@pytest.fixture(scope="module")
def template(registered_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = scenes.copied(registered_template, tmp_path_factory.mktemp("repair") / "home")
    catalogue = Catalogue.open(home, Settings())
    scenes.file_one(catalogue, home, scenes.filed(catalogue))
    scenes.file_one(catalogue, home, scenes.review(catalogue, "P-0002"), 2)
    catalogue.close()
    return home.root


@pytest.fixture
def catalogue(template: Path, tmp_path: Path) -> Iterator[Catalogue]:
    catalogue = Catalogue.open(scenes.copied(template, tmp_path / "home"), Settings())
    yield catalogue
    catalogue.close()


@pytest.fixture
def stored(catalogue: Catalogue) -> StoredDocument:
    return documents.list_documents(catalogue, ("alpha",), person="P-0001")[0]


def faults(catalogue: Catalogue) -> list[str]:
    return [fault.code for fault in verify(catalogue, catalogue.home, ("alpha",))]


def mended(catalogue: Catalogue) -> list[str]:
    found = list(verify(catalogue, catalogue.home, ("alpha",)))
    return [fault.code for fault in repair(catalogue, found, "admin")]


def test_sound_records_are_left_alone(catalogue: Catalogue) -> None:
    before = scenes.tree(catalogue.home.root)
    assert mended(catalogue) == []
    assert scenes.tree(catalogue.home.root) == before


@pytest.mark.parametrize("name", ["original.pdf", "document.pdf"])
def test_a_lost_name_of_kept_bytes_comes_back(
    catalogue: Catalogue, stored: StoredDocument, name: str
) -> None:
    before = scenes.tree(catalogue.home.root)
    (stored.folder / name).unlink()
    assert mended(catalogue) == ["file_missing"]
    assert scenes.tree(catalogue.home.root) == before
    assert faults(catalogue) == []


def test_lost_received_bytes_come_back_from_the_document(catalogue: Catalogue) -> None:
    before = scenes.tree(catalogue.home.root)
    shutil.rmtree(catalogue.home.records("alpha") / "originals")
    assert mended(catalogue) == ["bytes_missing", "bytes_missing"]
    assert scenes.tree(catalogue.home.root) == before
    assert faults(catalogue) == []


def test_what_has_no_other_name_stays_lost(catalogue: Catalogue, stored: StoredDocument) -> None:
    (stored.folder / "reading.json").unlink()
    assert mended(catalogue) == []
    assert faults(catalogue) == ["file_missing"]


def test_nothing_is_restored_from_bytes_that_were_changed(
    catalogue: Catalogue, stored: StoredDocument
) -> None:
    (stored.folder / "original.pdf").unlink()
    (stored.folder / "document.pdf").write_bytes(b"other")  # and with it the received bytes: one inode
    assert mended(catalogue) == []


def test_an_unfinished_file_and_an_empty_folder_go(catalogue: Catalogue, stored: StoredDocument) -> None:
    (stored.folder / "reading.json.part").write_bytes(b"half")
    (catalogue.home.review("alpha") / "empty").mkdir()
    assert sorted(mended(catalogue)) == ["file_extra", "folder_extra"]
    assert faults(catalogue) == []


def test_a_copy_of_a_document_that_lies_elsewhere_goes(catalogue: Catalogue, stored: StoredDocument) -> None:
    copy = catalogue.home.review("alpha") / stored.id
    shutil.copytree(stored.folder, copy)
    assert mended(catalogue) == ["folder_extra"]
    assert not copy.exists()
    assert stored.folder.exists()


@pytest.mark.parametrize("harm", ["changed copy", "more in it", "document harmed", "symbolic link"])
def test_what_only_looks_like_a_copy_stays(
    catalogue: Catalogue, stored: StoredDocument, harm: str, tmp_path: Path
) -> None:
    copy = catalogue.home.review("alpha") / stored.id
    shutil.copytree(stored.folder, copy)
    if harm == "changed copy":
        (copy / "reading.json").write_bytes(b"changed")
    elif harm == "more in it":
        (copy / "note.txt").write_bytes(b"new")
    elif harm == "document harmed":
        (stored.folder / "reading.json").write_bytes(b"changed")
    else:
        copy.rename(tmp_path / "real")
        copy.symlink_to(tmp_path / "real")
    assert mended(catalogue) == []
    assert copy.exists()


def test_files_of_people_stay(catalogue: Catalogue, stored: StoredDocument) -> None:
    (stored.folder / "note.part").write_bytes(b"somebody's")
    (catalogue.home.quarantine("alpha") / "x").mkdir(parents=True)
    (catalogue.home.quarantine("alpha") / "x" / "scan.pdf").write_bytes(b"somebody's")
    assert mended(catalogue) == []
    assert sorted(faults(catalogue)) == ["file_extra", "folder_extra"]


def test_a_stray_note_for_the_index_is_forgotten_and_each_repair_logged(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        changes.note(connection, "alpha", ["gone"])
    assert mended(catalogue) == ["change_stray"]
    assert faults(catalogue) == []
    [entry] = audit.entries(catalogue, "", limit=1)
    assert (entry.actor, entry.action, entry.details["fault"]) == ("admin", "repaired", "change_stray")
