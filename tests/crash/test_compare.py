"""The crash harness sees what is lost, doubled or different; else its zeros would mean nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

import pytest

from tests.crash.sources import make_sources
from tests.crash.state import State, compare

QUIET = State(
    documents=Counter(["a.pdf filed", "b.pdf review"]),
    files=Counter(["records/x 1", "review/y 2"]),
    log=Counter(["kassel a.pdf service received", "kassel a.pdf service done"]),
    hits=Counter(["kassel a.pdf 1"]),
    unfinished=(),
    faults=(),
)


def test_the_same_is_equal():
    assert compare(QUIET, QUIET).equal


def test_an_arrival_that_is_not_there_is_lost():
    found = compare(QUIET, replace(QUIET, log=Counter()))
    assert found.lost == ("kassel a.pdf service received",)
    assert not found.doubled


def test_an_arrival_received_twice_is_doubled():
    twice = QUIET.log + Counter(["kassel a.pdf service received"])
    assert compare(QUIET, replace(QUIET, log=twice)).doubled == ("kassel a.pdf service received",)


@pytest.mark.parametrize("kind", ["documents", "files", "log", "hits"])
def test_anything_more_less_or_other_differs(kind):
    present = getattr(QUIET, kind)
    for changed in (Counter(), present + present, Counter(["other"])):
        assert compare(QUIET, replace(QUIET, **{kind: changed})).differing


@pytest.mark.parametrize("kind", ["unfinished", "faults"])
def test_what_is_left_or_complained_of_differs(kind):
    assert compare(QUIET, replace(QUIET, **{kind: ("something",)})).differing


def test_the_same_seed_makes_the_same_files(tmp_path):
    first, second = (
        [(one.authority, one.path.name, one.path.read_bytes()) for one in made]
        for made in (make_sources(tmp_path / name, 80, Random(5)) for name in "ab")
    )
    assert first == second
    assert len({content for _, _, content in first}) < len(first)  # there are duplicates
    assert any(content.startswith(b"%PDF-1.7 broken") for _, _, content in first)
