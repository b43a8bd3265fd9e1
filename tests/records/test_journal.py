from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from config.home import Home
from config.reasons import Reason
from intake.arrival import FileIdentity
from intake.ports import JournalPort
from records import audit, journal, lanes, queue
from records.catalogue import Catalogue
from records.errors import Ambiguous, ChangedMeanwhile, Conflict, NotFound
from records.model import ArrivalState
from records.ports import IntakeJournal
from records.schema import arrival as arrivals
from tests.records.scenes import spooled

SCAN = FileIdentity(device=1, inode=2**64 - 1, size=16, mtime_ns=5)


def test_received_arrival_waits_where_it_lies(catalogue: Catalogue, home: Home) -> None:
    arrival = spooled(home)
    receipt = journal.receive(catalogue, arrival)
    assert (receipt.id, receipt.state, receipt.already_known) == (arrival.id, "waiting", False)
    record = journal.get(catalogue, arrival.id)
    assert (record.path, record.sha256, record.received_at, record.attempts) == (
        arrival.path,
        arrival.sha256,
        arrival.received_at,
        0,
    )


def test_arrival_without_bytes_is_not_entered(catalogue: Catalogue, home: Home) -> None:
    arrival = spooled(home)
    arrival.path.unlink()
    with pytest.raises(Conflict):
        journal.receive(catalogue, arrival)
    with pytest.raises(NotFound):
        journal.get(catalogue, arrival.id)


def test_same_bytes_again_are_a_duplicate_of_the_first(catalogue: Catalogue, home: Home) -> None:
    first, second, third = (spooled(home, number) for number in (1, 2, 3))
    journal.receive(catalogue, first)
    for again in (second, third):
        receipt = journal.receive(catalogue, again)
        assert (receipt.state, receipt.duplicate_of) == (ArrivalState.DUPLICATE, first.id)
        assert not again.path.parent.exists()
        assert journal.get(catalogue, again.id).path == first.path
    assert first.path.exists()


def test_copy_of_a_duplicate_stays_while_the_first_is_harmed(catalogue: Catalogue, home: Home) -> None:
    first, second = spooled(home, 1), spooled(home, 2)
    journal.receive(catalogue, first)
    first.path.write_bytes(b"other")
    assert journal.receive(catalogue, second).state is ArrivalState.DUPLICATE
    assert second.path.exists()
    first.path.unlink()
    assert not journal.drop_copy(catalogue, second.id)


def test_same_bytes_of_another_authority_are_no_duplicate(catalogue: Catalogue, home: Home) -> None:
    journal.receive(catalogue, spooled(home, 1))
    assert journal.receive(catalogue, spooled(home, 2, authority="beta")).state is ArrivalState.WAITING
    assert journal.counts(catalogue, "beta") == dict.fromkeys(ArrivalState, 0) | {ArrivalState.WAITING: 1}


def test_delivery_that_was_not_removed_yet_is_already_known(catalogue: Catalogue, home: Home) -> None:
    origin = Path("/inbox/\udcff scan.pdf")  # a name that is not UTF-8
    first = spooled(home, 1, origin=origin, identity=SCAN)
    again = spooled(home, 2, origin=origin, identity=SCAN)
    journal.receive(catalogue, first)
    receipt = journal.receive(catalogue, again)
    assert (receipt.id, receipt.already_known, receipt.state) == (first.id, True, "waiting")
    assert len(journal.list_arrivals(catalogue)) == 1
    journal.mark_removed(catalogue, first.id)
    assert journal.receive(catalogue, again).state is ArrivalState.DUPLICATE


def test_file_handed_over_by_hand_is_never_already_known(catalogue: Catalogue, home: Home) -> None:
    journal.receive(catalogue, spooled(home, 1))
    assert not journal.receive(catalogue, spooled(home, 2)).already_known


def test_port_for_intake(catalogue: Catalogue, home: Home) -> None:
    port: JournalPort = IntakeJournal(catalogue)
    arrival = spooled(home)
    assert port.get(arrival.id) is None
    port.receive(arrival)
    port.mark_removed(arrival.id)
    entry = port.get(arrival.id)
    assert entry is not None
    assert (entry.source, entry.sha256) == (arrival.source, arrival.sha256)


def test_small_files_first_then_the_oldest(catalogue: Catalogue, home: Home) -> None:
    large = spooled(home, 1, b"l" * (lanes.SMALL + 1))
    older, newer = spooled(home, 2, b"2"), spooled(home, 3, b"3")
    for arrival in (large, newer, older):
        journal.receive(catalogue, arrival)
    claimed = [journal.claim(catalogue, "w") for _ in range(4)]
    assert [one and one.id for one in claimed] == [older.id, newer.id, large.id, None]
    assert all(one.state is ArrivalState.PROCESSING and one.attempts == 1 for one in claimed if one)


def test_threads_never_lease_the_same_arrival(catalogue: Catalogue, home: Home) -> None:
    for number in range(1, 13):
        journal.receive(catalogue, spooled(home, number, b"%d" % number))
    with ThreadPoolExecutor(4) as pool:
        claimed = list(pool.map(lambda number: journal.claim(catalogue, f"w{number}"), range(14)))
    leased = [one.id for one in claimed if one]
    assert len(leased) == len(set(leased)) == 12


def test_retry_waits_its_time(catalogue: Catalogue, home: Home) -> None:
    arrival = spooled(home)
    journal.receive(catalogue, arrival)
    journal.claim(catalogue, "w")
    journal.retry_later(catalogue, arrival.id, Reason("ocr_failed", {"detail": "x"}), 3600)
    assert journal.claim(catalogue, "w") is None
    with catalogue.write() as connection:
        connection.execute(update(arrivals).values(not_before=arrival.received_at - timedelta(days=365)))
    again = journal.claim(catalogue, "w")
    assert again is not None
    assert again.attempts == 2
    assert again.reason == Reason("ocr_failed", {"detail": "x"})


def test_release_does_not_count_the_attempt(catalogue: Catalogue, home: Home) -> None:
    arrival = spooled(home)
    journal.receive(catalogue, arrival)
    for _ in range(10):
        journal.claim(catalogue, "w")
        journal.release(catalogue, arrival.id)
    assert journal.get(catalogue, arrival.id).attempts == 0
    assert journal.release_all(catalogue) == 0
    with pytest.raises(ChangedMeanwhile):
        journal.release(catalogue, arrival.id)


def test_file_that_kills_the_service_ends_in_quarantine(
    catalogue: Catalogue, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "_PAUSE_SECONDS", 0)
    poison, innocent = spooled(home, 1, b"poison"), spooled(home, 2, b"innocent")
    journal.receive(catalogue, poison)
    journal.receive(catalogue, innocent)
    for death in range(1, queue.INTERRUPTIONS + 1):
        claimed = journal.claim(catalogue, "w")
        assert claimed is not None
        assert (claimed.id, claimed.attempts) == (poison.id, 1)
        assert journal.release_all(catalogue) == 1
        last = death == queue.INTERRUPTIONS
        expected = ArrivalState.QUARANTINED if last else ArrivalState.WAITING
        assert journal.get(catalogue, poison.id).state is expected
    record = journal.get(catalogue, poison.id)
    assert record.reason is not None
    assert record.reason.code == "worker_died"
    assert record.path.read_bytes() == b"poison"
    assert journal.get(catalogue, innocent.id).state is ArrivalState.WAITING


def test_quarantine_and_back_moves_the_bytes(catalogue: Catalogue, home: Home) -> None:
    arrival = spooled(home)
    journal.receive(catalogue, arrival)
    journal.claim(catalogue, "w")
    (arrival.path.parent / "page.png").write_bytes(b"work")
    journal.quarantine(catalogue, arrival.id, Reason("encrypted"))
    record = journal.get(catalogue, arrival.id)
    assert record.path == home.quarantine("alpha") / arrival.id / "source"
    assert record.path.read_bytes() == b"%PDF-1.7 made up"
    assert not arrival.path.parent.exists()
    assert record.reason is not None
    assert "Kennwort" in record.reason.text("de")
    with pytest.raises(Conflict):
        journal.quarantine(catalogue, arrival.id, Reason("encrypted"))
    journal.requeue(catalogue, arrival.id, actor="clerk")
    record = journal.get(catalogue, arrival.id)
    assert (record.state, record.path, record.attempts, record.reason) == ("waiting", arrival.path, 0, None)
    assert not home.quarantine("alpha").joinpath(arrival.id).exists()
    with pytest.raises(Conflict):
        journal.requeue(catalogue, arrival.id)
    log = [(entry.action, entry.actor) for entry in audit.entries(catalogue, "alpha", subject=arrival.id)]
    assert log == [("received", "service"), ("quarantined", "service"), ("requeued", "clerk")]


def test_quarantine_without_bytes_still_tells(catalogue: Catalogue, home: Home) -> None:
    arrival = spooled(home)
    journal.receive(catalogue, arrival)
    arrival.path.unlink()
    journal.quarantine(catalogue, arrival.id, Reason("source_changed"))
    assert journal.get(catalogue, arrival.id).state is ArrivalState.QUARANTINED


def test_listing(catalogue: Catalogue, home: Home) -> None:
    for number, authority in ((3, "beta"), (2, "alpha"), (1, "alpha")):
        journal.receive(catalogue, spooled(home, number, b"%d" % number, authority=authority))
    assert [one.source for one in journal.list_arrivals(catalogue, "alpha")] == [
        "scan_0001.pdf",
        "scan_0002.pdf",
    ]
    assert journal.list_arrivals(catalogue, state=ArrivalState.DONE) == ()
    assert len(journal.list_arrivals(catalogue, None, ArrivalState.WAITING)) == 3


def test_shortened_ids(catalogue: Catalogue, home: Home) -> None:
    ids = [spooled(home, number, b"%d" % number) for number in (1, 2)]
    for arrival in ids:
        journal.receive(catalogue, arrival)
    with pytest.raises(Ambiguous):
        journal.resolve(catalogue, "0000", ("alpha",))
    assert journal.resolve(catalogue, ids[1].id.upper(), ("alpha",)) == ids[1].id
    for prefix, authority in ((ids[0].id, "beta"), ("", "alpha"), ("ffff", "alpha")):
        with pytest.raises(NotFound):
            journal.resolve(catalogue, prefix, (authority,))
