from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.arrival import FileIdentity
from intake.settle import EMPTY_FACTOR, Settler

PATH = Path("scan.pdf")
FILE = FileIdentity(device=1, inode=2, size=100, mtime_ns=0)


def test_a_file_found_at_start_up_must_stand_still_too():
    settler = Settler(2)
    assert settler.observe(100, {PATH: FILE}) == ()
    assert settler.observe(101.9, {PATH: FILE}) == ()
    assert settler.observe(102, {PATH: FILE}) == (PATH,)


@pytest.mark.parametrize("change", [{"size": 101}, {"mtime_ns": 1}, {"inode": 3}])
def test_every_change_starts_the_wait_again(change):
    settler = Settler(2)
    settler.observe(0, {PATH: FILE})
    changed = replace(FILE, **change)
    assert settler.observe(2, {PATH: changed}) == ()
    assert settler.observe(3.9, {PATH: changed}) == ()
    assert settler.observe(4, {PATH: changed}) == (PATH,)


def test_a_modification_time_in_the_far_future_does_not_block():
    settler = Settler(2)
    future = replace(FILE, mtime_ns=2**62)
    settler.observe(0, {PATH: future})
    assert settler.observe(2, {PATH: future}) == (PATH,)


def test_a_clock_that_goes_back_starts_the_wait_again_instead_of_blocking():
    settler = Settler(2)
    settler.observe(1_000_000, {PATH: FILE})
    assert settler.observe(5, {PATH: FILE}) == ()
    assert settler.observe(7, {PATH: FILE}) == (PATH,)


def test_an_empty_file_must_stand_still_longer():
    settler = Settler(2)
    empty = replace(FILE, size=0)
    settler.observe(0, {PATH: empty})
    assert settler.observe(2 * EMPTY_FACTOR - 0.1, {PATH: empty}) == ()
    assert settler.observe(2 * EMPTY_FACTOR, {PATH: empty}) == (PATH,)


def test_a_vanished_file_is_forgotten():
    settler = Settler(2)
    settler.observe(0, {PATH: FILE})
    settler.observe(1, {})
    assert settler.observe(2, {PATH: FILE}) == ()


def test_without_a_settle_time_the_first_look_is_enough():
    assert Settler(0).observe(0, {PATH: FILE}) == (PATH,)


def test_a_postponed_file_waits_and_comes_back():
    settler = Settler(2)
    settler.observe(0, {PATH: FILE})
    assert settler.observe(2, {PATH: FILE}) == (PATH,)
    settler.postpone(PATH, 30)
    settler.postpone(Path("unknown"), 30)
    assert settler.observe(29, {PATH: FILE}) == ()
    assert settler.next_due() == 30
    assert settler.observe(30, {PATH: FILE}) == (PATH,)


def test_a_postponed_file_that_changes_is_looked_at_as_a_new_one():
    settler = Settler(2)
    settler.observe(0, {PATH: FILE})
    settler.postpone(PATH, 1000)
    settler.observe(3, {PATH: replace(FILE, size=7)})
    assert settler.observe(5, {PATH: replace(FILE, size=7)}) == (PATH,)


def test_next_due_names_the_first_moment_worth_looking():
    settler = Settler(2)
    assert settler.next_due() is None
    settler.observe(1, {PATH: FILE})
    settler.observe(2, {PATH: FILE, Path("later.pdf"): FILE})
    assert settler.next_due() == 3


looks = st.lists(st.tuples(st.floats(0, 3), st.one_of(st.none(), st.integers(0, 2))), min_size=1, max_size=30)


@given(looks, st.floats(0, 5))
def test_only_what_stood_still_for_the_whole_time_settles(history, seconds):
    """Compared with the plain definition: the same size, non-empty, in every look of the last `seconds`."""
    settler = Settler(seconds)
    now = 0.0
    seen: list[tuple[float, int | None]] = []
    for pause, size in history:
        now += pause
        seen.append((now, size))
        files = {} if size is None else {PATH: replace(FILE, size=size)}
        settled = settler.observe(now, files)
        since = now
        for moment, earlier in reversed(seen):
            if earlier != size:
                break
            since = moment
        needed = seconds if size else seconds * EMPTY_FACTOR
        assert settled == ((PATH,) if size is not None and since + needed <= now else ())


@given(looks, st.floats(0.1, 5))
def test_whatever_happened_before_a_still_file_settles_in_the_end(history, seconds):
    settler = Settler(seconds)
    now = 0.0
    for step, size in history:
        now += step - 1.5  # the clock may even run backwards
        settler.observe(now, {} if size is None else {PATH: replace(FILE, size=size)})
    last = replace(FILE, size=9)
    settler.observe(now, {PATH: last})
    assert settler.observe(now + seconds + 0.001, {PATH: last}) == (PATH,)
