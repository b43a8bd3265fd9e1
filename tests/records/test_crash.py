"""kill -9 at every step: after recovery and another try the result is the undisturbed one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import select

from config.home import Home
from config.reasons import Reason
from config.settings import Settings
from records import audit, documents, filing, journal, queue, review
from records.catalogue import Catalogue
from records.model import ArrivalState
from records.recovery import recover
from records.schema import metadata
from records.verify import verify
from tests.records import scenes
from tests.records.crashing import crash_at, crashes

_VARYING = {"filed_at", "leased_at", "at", "hash", "prev_hash", "sequence", "interrupted", "details", "token"}


def state(home: Home) -> dict[str, object]:
    """All rows but for times, and all files."""
    catalogue = Catalogue.open(home, Settings())
    rows: dict[str, object] = {}
    with catalogue.read() as connection:
        for table in metadata.sorted_tables:
            columns = [column for column in table.columns if column.name not in _VARYING]
            found = [tuple(row) for row in connection.execute(select(*columns))]
            rows[table.name] = sorted(found, key=repr)
    assert list(verify(catalogue, home, ("alpha",))) == []
    catalogue.close()
    return {"rows": rows, "files": scenes.tree(home.root)}


@pytest.fixture
def prepared(registered: Catalogue, home: Home) -> Home:
    """One arrival received; no open connection, so that the home can be copied and forked."""
    journal.receive(registered, scenes.spooled(home, 1, b"source"))
    registered.close()
    return home


def work_on(catalogue: Catalogue) -> None:
    """What the service does with an arrival, from the queue to the record."""
    arrival = journal.claim(catalogue, "w")
    if arrival is None:
        return
    home = catalogue.home
    work = home.arrival_folder(arrival.authority, arrival.id) / "work"
    decisions = (scenes.filed(catalogue), scenes.review(catalogue, "P-0002", "P-0001"))
    filing.apply(
        catalogue, home, arrival, scenes.two_documents(work), decisions, work, sections=scenes.sections
    )


def restart(catalogue: Catalogue) -> None:
    recover(catalogue, catalogue.home)


def copy_of(home: Home, folder: Path) -> Home:
    shutil.rmtree(folder, ignore_errors=True)
    return scenes.copied(home.root, folder)


def with_catalogue(home: Home, *actions: object) -> None:
    catalogue = Catalogue.open(home, Settings())
    for action in actions:
        action(catalogue)
    catalogue.close()


def check_every_crash(prepared: Home, tmp_path: Path, action: object, *, least: int) -> None:
    """`action` killed at each step of fresh copies, then recovery (killed once, too) and `action` again."""
    undisturbed = copy_of(prepared, tmp_path / "undisturbed")
    with_catalogue(undisturbed, action)
    expected = state(undisturbed)
    victim = copy_of(prepared, tmp_path / "victim")
    steps = 0
    for steps in crashes(victim, action):
        with_catalogue(victim, restart, action)
        assert state(victim) == expected, f"step {steps}"
        copy_of(prepared, tmp_path / "victim")
    assert steps >= least


def test_filing_survives_every_crash(prepared: Home, tmp_path: Path) -> None:
    check_every_crash(prepared, tmp_path, work_on, least=25)


def test_recovery_survives_crashes_of_its_own(prepared: Home, tmp_path: Path) -> None:
    undisturbed = copy_of(prepared, tmp_path / "undisturbed")
    with_catalogue(undisturbed, work_on)
    halfway = copy_of(prepared, tmp_path / "halfway")
    crash_at(halfway, work_on, 20)  # in the midst of writing the documents' folders
    victim = copy_of(halfway, tmp_path / "victim")
    steps = 0
    for steps in crashes(victim, restart):
        with_catalogue(victim, restart, work_on)
        assert state(victim) == state(undisturbed), f"step {steps}"
        copy_of(halfway, tmp_path / "victim")
    assert steps >= 5


def quarantine_once(catalogue: Catalogue) -> None:
    [arrival] = journal.list_arrivals(catalogue)
    if arrival.state is not ArrivalState.QUARANTINED:
        journal.quarantine(catalogue, arrival.id, Reason("encrypted"))


def requeue_once(catalogue: Catalogue) -> None:
    [arrival] = journal.list_arrivals(catalogue)
    if arrival.state is ArrivalState.QUARANTINED:
        journal.requeue(catalogue, arrival.id)


def test_quarantine_survives_every_crash(prepared: Home, tmp_path: Path) -> None:
    check_every_crash(prepared, tmp_path, quarantine_once, least=6)


def test_requeue_survives_every_crash(prepared: Home, tmp_path: Path) -> None:
    with_catalogue(prepared, quarantine_once)
    check_every_crash(prepared, tmp_path, requeue_once, least=6)


def assign_once(catalogue: Catalogue) -> None:
    stored = documents.list_documents(catalogue, ("alpha",))[0]
    if stored.person != "P/0003 ü":
        review.assign(catalogue, stored.id, "P/0003 ü", "clerk")


def test_assigning_survives_every_crash(prepared: Home, tmp_path: Path) -> None:
    with_catalogue(prepared, work_on)
    check_every_crash(prepared, tmp_path, assign_once, least=8)


def undo_once(catalogue: Catalogue) -> None:
    stored = documents.list_documents(catalogue, ("alpha",))[0]
    if stored.person == "P/0003 ü":
        review.undo(catalogue, stored.id, "clerk")


def test_undoing_survives_every_crash(prepared: Home, tmp_path: Path) -> None:
    with_catalogue(prepared, work_on, assign_once)
    check_every_crash(prepared, tmp_path, undo_once, least=8)


def receive_again(catalogue: Catalogue) -> None:
    arrival_id = scenes.made_up_id(2)
    if arrival_id not in [one.id for one in journal.list_arrivals(catalogue)]:
        journal.receive(catalogue, scenes.spooled(catalogue.home, 2, b"source"))


def test_receiving_a_duplicate_survives_every_crash(prepared: Home, tmp_path: Path) -> None:
    check_every_crash(prepared, tmp_path, receive_again, least=3)


def test_log_holds_each_filing_once_after_crashes(prepared: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue, "_PAUSE_SECONDS", 0)
    for _ in crashes(prepared, work_on):
        with_catalogue(prepared, restart)
    catalogue = Catalogue.open(prepared, Settings())
    actions = [entry.action for entry in audit.entries(catalogue, "alpha")]
    arrival = journal.list_arrivals(catalogue)[0]
    catalogue.close()
    assert arrival.state in {ArrivalState.DONE, ArrivalState.QUARANTINED}
    assert actions.count("done") + actions.count("quarantined") == 1
