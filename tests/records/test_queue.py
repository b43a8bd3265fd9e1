"""Who is next, who has it, and what becomes of it when the service dies or the clock jumps."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from config.home import Home
from config.reasons import Reason
from records import journal, leases, queue
from records.catalogue import Catalogue
from records.lanes import SHARE, SMALL, Pick, Priority
from records.leases import LEASE_SECONDS, Leases
from records.model import ArrivalState
from service.picking import next_pick
from tests.records.scenes import spooled

LARGE = b"l" * (SMALL + 1)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """Let the wall clock of the machine jump."""
    real, ahead = queue.now, timedelta()

    def jump(by: timedelta) -> None:
        nonlocal ahead
        ahead += by

    def jumped() -> datetime:
        return real() + ahead

    monkeypatch.setattr(queue, "now", jumped)
    monkeypatch.setattr(leases, "now", jumped)
    return jump


def enter(catalogue: Catalogue, home: Home, number: int, content: bytes = b"", lane: str = "mail") -> str:
    arrival = spooled(home, number, content or b"%d" % number)
    return journal.receive(catalogue, replace(arrival, lane=lane)).id


def order(catalogue: Catalogue, pick: Pick = Pick.BY_LANE) -> list[str]:
    claimed = []
    while one := journal.claim(catalogue, "w", pick):
        claimed.append(one.id)
    return claimed


# -- lanes ------------------------------------------------------------------------------------


def test_mail_passes_large_files_and_the_backlog(catalogue: Catalogue, home: Home) -> None:
    old_large = enter(catalogue, home, 1, LARGE + b"1", "backlog")
    old = enter(catalogue, home, 2, lane="backlog")
    large = enter(catalogue, home, 3, LARGE + b"3")
    mail = enter(catalogue, home, 4)
    assert order(catalogue) == [mail, large, old, old_large]


def test_the_oldest_is_taken_whatever_its_lane(catalogue: Catalogue, home: Home) -> None:
    old = enter(catalogue, home, 1, lane="backlog")
    mail = enter(catalogue, home, 2)
    assert order(catalogue, Pick.OLDEST) == [old, mail]


def test_the_room_of_small_mail_takes_nothing_else(catalogue: Catalogue, home: Home) -> None:
    enter(catalogue, home, 1, lane="backlog")
    enter(catalogue, home, 2, LARGE)
    mail = enter(catalogue, home, 3)
    assert order(catalogue, Pick.SMALL_MAIL) == [mail]


def test_mail_of_any_size_but_no_backlog_passes_what_was_begun_of_the_backlog(
    catalogue: Catalogue, home: Home
) -> None:
    enter(catalogue, home, 1, lane="backlog")
    large = enter(catalogue, home, 2, LARGE)
    mail = enter(catalogue, home, 3)
    assert order(catalogue, Pick.MAIL) == [mail, large]


def test_a_large_backlog_file_never_starves_however_much_mail_comes(catalogue: Catalogue, home: Home) -> None:
    large = enter(catalogue, home, 1, LARGE, "backlog")
    taken: list[str] = []
    for number in range(2, 2 + 2 * SHARE):
        enter(catalogue, home, number)  # there is always fresh mail
        pick = next_pick((), workers=1, taken=len(taken))
        assert pick is not None
        claimed = journal.claim(catalogue, "w", pick)
        assert claimed is not None
        taken.append(claimed.id)
    assert large in taken[:SHARE]
    assert len(taken) == 2 * SHARE


def test_a_file_that_turns_out_to_be_long_queues_up_with_large_ones(catalogue: Catalogue, home: Home) -> None:
    long = enter(catalogue, home, 1)
    mail = enter(catalogue, home, 2)
    first = journal.claim(catalogue, "w")
    assert first is not None
    assert (first.id, first.priority) == (long, Priority.MAIL)
    journal.release(catalogue, long, large=True)
    assert order(catalogue) == [mail, long]
    assert journal.get(catalogue, long).priority == Priority.LARGE_MAIL


def test_arrivals_of_an_authority_that_is_not_set_up_wait(catalogue: Catalogue, home: Home) -> None:
    gone = journal.receive(catalogue, spooled(home, 1, authority="beta")).id
    assert journal.claim(catalogue, "w", authorities=("alpha",)) is None
    back = journal.claim(catalogue, "w", authorities=("alpha", "beta"))
    assert back is not None
    assert back.id == gone


# -- deaths of the service --------------------------------------------------------------------


def test_what_was_in_work_in_two_deaths_waits_and_others_pass_it(catalogue: Catalogue, home: Home) -> None:
    suspect, other = enter(catalogue, home, 1), enter(catalogue, home, 2)
    for _ in range(2):
        claimed = journal.claim(catalogue, "w")
        assert claimed is not None
        assert claimed.id == suspect
        journal.release_all(catalogue)
    assert order(catalogue) == [other]
    assert journal.get(catalogue, suspect).state is ArrivalState.WAITING


def test_two_suspects_are_never_in_work_together(
    catalogue: Catalogue, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "_PAUSE_SECONDS", 0)
    first, second = enter(catalogue, home, 1), enter(catalogue, home, 2)
    for _ in range(2):
        assert order(catalogue) == [first, second]
        journal.release_all(catalogue)
    assert order(catalogue) == [first]
    journal.release(catalogue, first)
    assert order(catalogue) == [first]


# -- leases -----------------------------------------------------------------------------------


def test_a_lease_that_is_renewed_does_not_lapse(catalogue: Catalogue, home: Home) -> None:
    enter(catalogue, home, 1)
    claimed = journal.claim(catalogue, "w")
    assert claimed is not None
    watch = Leases(catalogue)
    for beat in range(5):
        watch.renew((claimed.id,))
        assert watch.lapsed(beat * LEASE_SECONDS) == ()


def test_a_lease_that_nobody_renews_lapses_after_its_time(catalogue: Catalogue, home: Home) -> None:
    arrival_id = enter(catalogue, home, 1)
    journal.claim(catalogue, "w")
    watch = Leases(catalogue)
    assert watch.lapsed(0) == watch.lapsed(LEASE_SECONDS - 1) == ()
    assert watch.lapsed(LEASE_SECONDS) == (arrival_id,)
    journal.release(catalogue, arrival_id)
    assert watch.lapsed(LEASE_SECONDS + 1) == ()


@pytest.mark.parametrize("jump", [timedelta(hours=3), timedelta(days=-800), timedelta(days=9000)])
def test_no_jump_of_the_clock_ends_a_lease_or_keeps_it_alive(
    catalogue: Catalogue, home: Home, clock: Callable[[timedelta], None], jump: timedelta
) -> None:
    held, dead = enter(catalogue, home, 1), enter(catalogue, home, 2)
    assert order(catalogue) == [held, dead]
    watch = Leases(catalogue)
    watch.lapsed(0)
    clock(jump)
    watch.renew((held,))
    assert watch.lapsed(1) == ()
    assert watch.lapsed(LEASE_SECONDS) == (dead,)


@pytest.mark.parametrize("jump", [timedelta(hours=3), timedelta(days=-2), timedelta(days=-800)])
def test_a_clock_set_back_makes_no_retry_wait_for_it(
    catalogue: Catalogue, home: Home, clock: Callable[[timedelta], None], jump: timedelta
) -> None:
    arrival_id = enter(catalogue, home, 1)
    journal.claim(catalogue, "w")
    journal.retry_later(catalogue, arrival_id, Reason("ocr_failed", {"detail": "x"}), 600)
    assert journal.claim(catalogue, "w") is None
    clock(jump)
    assert order(catalogue) == [arrival_id]


def test_the_holder_differs_after_a_reboot(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    names = set()
    for boot in ("one", "two"):
        file = tmp_path / boot
        file.write_text(boot, "ascii")
        monkeypatch.setattr(leases, "_BOOT_ID", file)
        names.add(leases.holder())
    assert len(names) == 2
