from __future__ import annotations

import os
import shutil
from itertools import count
from pathlib import Path

import pytest

from intake import spool
from intake.inbox import walk
from intake.recovery import finish_claims, recover_spool

UUID = "12345678-1234-1234-1234-123456789abc"
DISK = ("open", "fsync", "rename", "unlink", "rmdir", "link", "mkdir", "chmod")


class PowerCut:
    """Lets `steps` operations on the disk or the journal happen; from then on none does anything.

    So clean-up code that a Python exception would still run has no effect, as after kill -9.
    """

    def __init__(self, crash, steps: int) -> None:
        self.crash, self.steps, self.happened = crash, steps, False

    def tick(self) -> None:
        self.steps -= 1
        if self.steps < 0:
            self.happened = True
            self.crash()

    def guard(self, function):
        def guarded(*args, **kwargs):
            self.tick()
            return function(*args, **kwargs)

        return guarded


def run_until_power_cut(site, action, cut, crash_type) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for name in DISK:
            patch.setattr(os, name, cut.guard(getattr(os, name)))
        patch.setattr(shutil, "rmtree", cut.guard(shutil.rmtree))
        for name in ("receive", "mark_removed", "get"):
            patch.setattr(site.journal, name, cut.guard(getattr(site.journal, name)), raising=False)
        try:
            action()
        except crash_type:
            assert cut.happened


def restart(site) -> None:
    """What the service does when it starts: recover, then receive what lies there."""
    assert recover_spool(site.home, site.journal) == ()
    assert finish_claims(walk(site.inbox).claims, site.journal) == ()
    for path in sorted(path for path in site.inbox.rglob("*") if path.is_file()):
        site.receive(path)


def fresh_site(site, number: int):
    """A site of its own for each power cut."""
    kind, home = type(site), type(site.home)(site.home.root / str(number))
    inbox = home.inbox(site.authority)
    inbox.mkdir(parents=True)
    return kind(inbox, home, type(site.journal)())


def nothing_lost_nothing_twice(site, expected: list[bytes]) -> None:
    assert site.left() == []
    assert site.contents() == expected
    assert {folder.name for folder in site.spooled()} == set(site.journal.entries)


def test_a_power_cut_at_any_step_of_receiving_changes_nothing_in_the_end(site, crash, crash_type):
    for steps in count():
        one = fresh_site(site, steps)
        path = one.drop("post/scan.pdf", b"page")
        cut = PowerCut(crash, steps)
        run_until_power_cut(one, lambda one=one, path=path: one.receive(path), cut, crash_type)
        restart(one)
        nothing_lost_nothing_twice(one, [b"page"])
        assert one.journal.removed == set(one.journal.entries)
        if not cut.happened:
            break
    assert steps > 20  # every step from the first folder to the last note was tried


def test_a_power_cut_at_any_step_loses_no_file_that_took_the_name(site, crash, crash_type):
    for steps in count():
        one = fresh_site(site, steps)
        path = one.drop("scan.pdf", b"page one")
        one.journal.at["after receive"] = lambda path=path: Path(path).write_bytes(b"page two")
        cut = PowerCut(crash, steps)
        run_until_power_cut(one, lambda one=one, path=path: one.receive(path), cut, crash_type)
        one.journal.at.clear()
        if one.journal.entries:
            restart(one)
            nothing_lost_nothing_twice(one, [b"page one", b"page two"])
        if not cut.happened:
            break
    assert steps > 20


def test_a_power_cut_at_any_step_of_the_recovery_is_recovered_too(site, crash, crash_type):
    for steps in count():
        one = fresh_site(site, steps)
        path = one.drop("scan.pdf", b"page")
        one.receive(path)
        (entry,) = one.journal.entries
        one.journal.removed.clear()
        one.drop(f".akte-{entry}", b"page")  # cut between claim and unlink
        (one.home.arrival_folder("wiesbaden", UUID)).mkdir(parents=True)  # cut while copying
        cut = PowerCut(crash, steps)
        run_until_power_cut(one, lambda one=one: restart(one), cut, crash_type)
        restart(one)
        nothing_lost_nothing_twice(one, [b"page"])
        assert one.journal.removed == set(one.journal.entries)
        if not cut.happened:
            break
    assert steps > 5


def test_a_claim_of_other_bytes_gets_its_name_back(site):
    arrival = site.receive(site.drop("scan.pdf", b"one")).arrival
    site.drop(f".akte-{arrival.id}", b"two")
    assert finish_claims(walk(site.inbox).claims, site.journal) == ()
    assert site.left() == ["scan.pdf"]
    assert (site.inbox / "scan.pdf").read_bytes() == b"two"


def test_a_claim_that_somebody_still_writes_to_gets_its_name_back(site):
    arrival = site.receive(site.drop("scan.pdf", b"one")).arrival
    with site.drop(f".akte-{arrival.id}", b"one").open("ab"):
        finish_claims(walk(site.inbox).claims, site.journal)
    assert site.left() == ["scan.pdf"]


def test_a_claim_unknown_to_the_journal_becomes_an_ordinary_file_beside_others(site):
    site.drop("eingang", b"other")
    site.drop(f".akte-{UUID}", b"page")
    finish_claims(walk(site.inbox).claims, site.journal)
    assert len(site.left()) == 2
    assert sorted(path.read_bytes() for path in site.inbox.iterdir()) == [b"other", b"page"]
    assert not any(name.startswith(".") for name in site.left())


def test_a_name_grown_too_long_by_being_made_printable_is_shortened(site):
    arrival = site.receive(site.drop(b"\xff" * 255, b"one")).arrival
    site.drop(f".akte-{arrival.id}", b"two")
    assert finish_claims(walk(site.inbox).claims, site.journal) == ()
    (left,) = site.inbox.iterdir()
    assert left.read_bytes() == b"two"
    assert not left.name.startswith(".")


def test_one_claim_that_fails_does_not_stop_the_others(site, monkeypatch):
    bad = site.drop(f".akte-{UUID}")
    arrival = site.receive(site.drop("scan.pdf", b"page")).arrival
    site.drop(f".akte-{arrival.id}", b"page")
    link = os.link

    def refuse(source, target, **options):
        if Path(source) == bad:
            raise PermissionError(13, "Permission denied", str(source))
        link(source, target, **options)

    monkeypatch.setattr(os, "link", refuse)
    rename = Path.rename
    monkeypatch.setattr(
        Path, "rename", lambda self, to: refuse(self, to) if self == bad else rename(self, to)
    )
    (error,) = finish_claims(walk(site.inbox).claims, site.journal)
    assert (error.code, error.path) == ("denied", bad)
    assert site.left() == [bad.name]


def test_a_folder_being_filled_by_another_process_is_left_alone(site):
    folder = site.home.arrival_folder("wiesbaden", UUID)
    folder.mkdir(parents=True)
    with spool.locked(folder):
        recover_spool(site.home, site.journal)
        assert folder.is_dir()
    recover_spool(site.home, site.journal)
    assert not folder.exists()


def test_a_complete_folder_without_entry_is_journalled(site):
    arrival = site.receive(site.drop("scan.pdf")).arrival
    site.journal.entries.clear()
    assert recover_spool(site.home, site.journal) == ()
    assert site.journal.entries == {arrival.id: arrival}


def test_what_the_journal_knows_and_what_is_not_ours_is_left_alone(site):
    arrival = site.receive(site.drop("scan.pdf")).arrival
    (arrival.path.parent / "arrival.json").unlink()
    (site.home.spool / "wiesbaden" / "lost+found").mkdir()
    assert recover_spool(site.home, site.journal) == ()
    assert {path.name for path in site.spooled()} == {arrival.id, "lost+found"}


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"id": 1}', b'{"identity": null}'])
def test_a_damaged_sidecar_is_reported_and_its_bytes_are_kept(site, content):
    arrival = site.receive(site.drop("scan.pdf")).arrival
    site.journal.entries.clear()
    (arrival.path.parent / "arrival.json").write_bytes(content)
    (error,) = recover_spool(site.home, site.journal)
    assert error.path == arrival.path.parent
    assert arrival.path.exists()
