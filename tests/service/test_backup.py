"""Backups of a home in use: exact, incremental, complete or not there at all; and the way back."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from config.home import Home
from config.settings import load_settings
from records import backup, discarding, documents, journal, review
from records.copying import Copier
from service import backups
from service.backups import generations, make
from service.proving import proved
from service.wiring import Site
from tests.records.scenes import tree
from tests.service.conftest import Akte
from tests.service.scenes import ERIKA, letter, opened


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def worked_site(worked: Home):
    with opened(worked) as site:
        yield site


def records_of(root: Path) -> dict[str, bytes]:
    """What a home holds, without indexes, inboxes and what a backup says of itself."""
    own = ("index/", "inbox/", "MANIFEST", "backup.json", "service.lock", "arrival.json")
    return {
        name: content
        for name, content in tree(root).items()
        if not name.startswith(own) and not name.endswith(own)
    }


def test_a_backup_is_the_home_and_a_home(worked_akte: Akte, worked: Home, target: Path) -> None:
    result = worked_akte("backup", str(target), "--json")
    [row] = result.rows
    [made] = generations(target)
    assert (result.status, row["folder"], row["faults"]) == (0, str(made), [])
    assert records_of(made) == records_of(worked.root)
    assert row["checked"]["documents"] == 4
    assert proved(Home(made), load_settings(made / "akte.toml"))[0] == ()
    assert "backed_up" in [entry["action"] for entry in worked_akte("audit", "list", "--json").rows]


def test_the_manifest_proves_the_backup_without_the_program(worked_site: Site, target: Path) -> None:
    made = make(worked_site, target, 3).folder
    listed = [line.split("  ", 1)[1] for line in (made / "MANIFEST.sha256").read_text("utf-8").splitlines()]
    there = {path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file()}
    assert sorted(listed) == sorted(there - {"MANIFEST.sha256", "backup.json"})
    check = subprocess.run(
        ["sha256sum", "--check", "--quiet", "MANIFEST.sha256"], cwd=made, capture_output=True, check=False
    )
    assert (check.returncode, check.stdout) == (0, b"")


def test_unchanged_files_are_shared_and_old_generations_go(worked_site: Site, target: Path) -> None:
    first = make(worked_site, target, 2).folder
    second = make(worked_site, target, 2)
    assert second.copied["copied"] == 0
    [one] = first.glob("records/wiesbaden/persons/P-0001/*/document.pdf")
    assert one.samefile(second.folder / one.relative_to(first))
    assert not (first / "akte.toml").samefile(second.folder / "akte.toml")  # edited in place by people
    third = make(worked_site, target, 2)
    assert third.removed == (first,)
    assert generations(target) == [second.folder, third.folder]
    assert second.folder.joinpath(one.relative_to(first)).exists()


def test_names_of_the_same_bytes_stay_so_in_a_copy(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 10)
    os.link(tmp_path / "a", tmp_path / "b")
    copier = Copier(link=False)
    copier.copy(tmp_path / "a", tmp_path / "to" / "a")
    copier.copy(tmp_path / "b", tmp_path / "to" / "b")
    assert (tmp_path / "to" / "a").samefile(tmp_path / "to" / "b")
    assert not (tmp_path / "to" / "a").samefile(tmp_path / "a")
    assert (tmp_path / "to" / "a").stat().st_mtime_ns == (tmp_path / "a").stat().st_mtime_ns


def test_what_moves_while_it_is_copied_is_found_where_it_is(
    worked_site: Site, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the copy of the catalogue and that of the files a clerk assigns a document."""
    waiting = next(d for d in documents.each_document(worked_site.catalogue, ["wiesbaden"]) if not d.person)
    take_settings = backup.settings_files

    def assign_now(live):
        if documents.get(live, waiting.id).person is None:
            review.assign(live, waiting.id, "P-0001", "clerk")
        return take_settings(live)

    monkeypatch.setattr(backup, "settings_files", assign_now)
    made = make(worked_site, target, 3)
    assert made.faults == ()
    assert (made.folder / waiting.folder.relative_to(worked_site.home.root) / "document.pdf").exists()
    assert not waiting.folder.exists()


def test_what_is_discarded_meanwhile_begins_the_copy_anew(
    worked_site: Site, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [bad] = journal.list_arrivals(worked_site.catalogue, "wiesbaden", journal.ArrivalState.QUARANTINED)
    take_settings, done = backup.settings_files, []

    def discard_once(live):
        if not done:
            done.append(discarding.discard(live, bad.id, "clerk", "unerheblich"))
        return take_settings(live)

    monkeypatch.setattr(backup, "settings_files", discard_once)
    made = make(worked_site, target, 3)
    assert made.faults == ()
    assert not list(made.folder.glob("quarantine/*/*"))


def test_a_killed_backup_leaves_nothing_that_looks_like_one(
    worked: Home, target: Path, tmp_path: Path
) -> None:
    slow = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from config.home import Home\n"
        "from records import copying\n"
        "from service.backups import make\n"
        "from service.wiring import open_site\n"
        "copy = copying.Copier.copy\n"
        "def slowly(self, source, target):\n"
        "    copy(self, source, target)\n"
        "    print('copied', flush=True)\n"
        "    time.sleep(60)\n"
        "copying.Copier.copy = slowly\n"
        "with open_site(Home(Path(sys.argv[1]))) as site:\n"
        "    make(site, Path(sys.argv[2]), 3)\n"
    )
    command = [sys.executable, "-c", slow, str(worked.root), str(target)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"copied\n"
        process.send_signal(signal.SIGKILL)
    assert len(list(target.glob(".part-*"))) == 1
    assert generations(target) == []
    with opened(worked) as site:
        made = make(site, target, 3)
    assert made.faults == ()
    assert list(target.glob(".part-*")) == []


def test_a_failed_backup_leaves_nothing(
    worked_site: Site, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Copier, "copy", full)
    with pytest.raises(OSError, match="No space"):
        make(worked_site, target, 3)
    assert [path.name for path in target.iterdir()] == [".akte-backup.lock"]


def test_damage_in_the_home_is_told_and_older_backups_stay(
    worked_akte: Akte, worked: Home, target: Path
) -> None:
    assert worked_akte("backup", str(target)).status == 0
    [good] = generations(target)
    [lost] = worked.records("kassel").glob("persons/*/*/reading.json")
    lost.unlink()
    result = worked_akte("backup", str(target), "--keep", "1")
    assert result.status == 1
    assert "Datei fehlt" in result.out
    assert len(generations(target)) == 2
    assert good.is_dir()


def test_a_file_damaged_in_the_last_backup_is_fetched_from_the_home(worked_site: Site, target: Path) -> None:
    first = make(worked_site, target, 3).folder
    [kept] = first.glob("records/wiesbaden/persons/P-0001/*/reading.json")
    content, times = kept.read_bytes(), kept.stat()
    kept.unlink()  # the damage must not reach the home through the link
    kept.write_bytes(b"x" * len(content))
    os.utime(kept, ns=(times.st_atime_ns, times.st_mtime_ns))
    second = make(worked_site, target, 3)
    assert second.faults == ()
    assert (second.folder / kept.relative_to(first)).read_bytes() == content


def test_a_log_that_was_rewritten_since_the_last_backup_is_told(
    worked_akte: Akte, worked: Home, target: Path
) -> None:
    """Whoever rewrites the whole chain makes it hold together; what was noted elsewhere tells."""
    worked_akte("backup", str(target))
    [made] = generations(target)
    note = json.loads((made / "backup.json").read_text("utf-8"))
    (made / "backup.json").write_text(json.dumps(note | {"log_hash": "0" * 64}), "utf-8")
    result = worked_akte("backup", str(target), "--json")
    assert (result.status, len(result.rows[0]["faults"])) == (1, 1)
    assert made.name in result.rows[0]["faults"][0]


def test_one_backup_at_a_time_and_never_into_the_home(worked_akte: Akte, worked: Home, target: Path) -> None:
    target.mkdir()
    with backups._alone(target):
        assert worked_akte("backup", str(target)).status == 75
    assert worked_akte("backup", str(worked.root / "backups")).status == 4


# -- the way back -----------------------------------------------------------------------------


def test_a_restored_home_is_the_old_one_and_is_searched(
    worked_akte: Akte, worked: Home, target: Path, tmp_path: Path
) -> None:
    worked_akte("backup", str(target))
    [made] = generations(target)
    fresh = tmp_path / "restored"
    result = worked_akte("restore", str(made), "--home", str(fresh))
    assert result.status == 0
    assert "wiederhergestellt" in result.out
    assert records_of(fresh) == records_of(worked.root)
    assert (fresh / "inbox" / "wiesbaden").is_dir()
    [one] = fresh.glob("records/wiesbaden/persons/P-0001/*/document.pdf")
    assert not one.samefile(made / one.relative_to(fresh))
    before = worked_akte("search", "Sonnenblume", "--json").rows
    elsewhere = ("--home", str(fresh))
    assert worked_akte(*elsewhere, "verify").status == 0
    found = worked_akte(*elsewhere, "search", "Sonnenblume", "--json").rows
    assert {(hit["id"], hit["page"]) for hit in found} == {(hit["id"], hit["page"]) for hit in before}
    assert not list(fresh.glob(".restoring"))


def test_only_an_empty_folder_is_restored_into(
    worked_akte: Akte, worked: Home, target: Path, tmp_path: Path
) -> None:
    worked_akte("backup", str(target))
    [made] = generations(target)
    before = tree(worked.root)
    assert worked_akte("restore", str(made)).status == 4
    assert tree(worked.root) == before
    left = tmp_path / "fresh" / ".restoring" / "records"  # of a restore that was killed
    left.mkdir(parents=True)
    assert worked_akte("restore", str(made), "--home", str(tmp_path / "fresh")).status == 0
    assert worked_akte("restore", str(tmp_path)).status == 3


def test_a_damaged_backup_is_restored_only_on_request(
    worked_akte: Akte, target: Path, tmp_path: Path
) -> None:
    worked_akte("backup", str(target))
    [made] = generations(target)
    [kept] = made.glob("records/wiesbaden/persons/P-0001/*/reading.json")
    kept.unlink()
    fresh = tmp_path / "fresh"
    refused = worked_akte("restore", str(made), "--home", str(fresh))
    assert refused.status == 1
    assert "Datei fehlt" in refused.out
    assert list(fresh.iterdir()) == []
    assert worked_akte("restore", str(made), "--home", str(fresh), "--accept-faults").status == 1
    assert worked_akte("--home", str(fresh), "verify").status == 1


@pytest.mark.parametrize("name", ["catalogue.sqlite3", "akte.toml"])
def test_a_changed_catalogue_or_setting_in_a_backup_is_noticed(
    worked_akte: Akte, target: Path, tmp_path: Path, name: str
) -> None:
    worked_akte("backup", str(target))
    [made] = generations(target)
    with (made / name).open("ab") as file:
        file.write(b"\n")
    refused = worked_akte("restore", str(made), "--home", str(tmp_path / "fresh"))
    assert (refused.status, name in refused.out) == (1, True)


def test_a_newer_backup_is_named(worked_akte: Akte, target: Path, tmp_path: Path) -> None:
    worked_akte("backup", str(target))
    worked_akte("backup", str(target))
    older, newer = generations(target)
    assert newer.name in worked_akte("restore", str(older), "--home", str(tmp_path / "fresh")).out


def test_what_waited_in_the_spool_is_worked_off_after_a_restore(
    akte: Akte, home: Home, target: Path, tmp_path: Path
) -> None:
    akte("ingest", str(letter(tmp_path / "letter.pdf", ERIKA)), "--authority", "wiesbaden")
    akte("backup", str(target))
    [made] = generations(target)
    fresh = str(tmp_path / "fresh")
    assert akte("restore", str(made), "--home", fresh).status == 0
    assert akte("--home", fresh, "run", "--once").status == 0
    assert [row["person"] for row in akte("--home", fresh, "documents", "--json").rows] == ["P-0001"]
    assert akte("--home", fresh, "verify").status == 0
