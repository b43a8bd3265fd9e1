"""Small mail finds a worker whatever the others are reading."""

from __future__ import annotations

from dataclasses import replace

import pytest

from records.lanes import SHARE, SMALL_PAGES, Pick, Priority
from service.picking import Reading, next_pick, to_give_back

MAIL = Reading(arrival_id="mail", priority=Priority.MAIL, pages=1)
LONG = Reading(arrival_id="long", priority=Priority.MAIL, pages=SMALL_PAGES + 1)
BACKLOG = Reading(arrival_id="old", priority=Priority.BACKLOG, pages=1)
LARGE = Reading(arrival_id="large", priority=Priority.LARGE_MAIL, pages=0)


@pytest.mark.parametrize("slow", [LONG, BACKLOG, LARGE])
def test_there_is_room_for_small_mail_beside_what_takes_long(slow):
    assert next_pick([slow], 1, 0) is Pick.SMALL_MAIL
    assert next_pick([MAIL, slow], 2, 0) is Pick.SMALL_MAIL
    assert next_pick([slow, slow, MAIL], 2, 0) is None


def test_mail_passes_the_parts_of_what_was_begun():
    assert next_pick([LARGE], 2, 0, LARGE.priority) is Pick.SMALL_MAIL
    assert next_pick([BACKLOG], 2, 0, BACKLOG.priority) is Pick.MAIL
    assert next_pick([BACKLOG], 2, SHARE - 1, BACKLOG.priority) is Pick.OLDEST


def test_there_is_room_for_small_mail_beside_what_several_workers_read():
    assert next_pick([MAIL, MAIL], 2, 0) is Pick.SMALL_MAIL
    assert next_pick([MAIL, replace(MAIL, arrival_id="other")], 2, 0) is None


def test_mail_alone_uses_as_many_workers_as_are_set():
    assert next_pick([MAIL], 1, 0) is None
    assert next_pick([MAIL], 2, 0) is Pick.BY_LANE


def test_every_so_often_the_oldest_is_taken():
    picks = [next_pick([], 2, taken) for taken in range(2 * SHARE)]
    assert picks.count(Pick.OLDEST) == 2
    assert picks[SHARE - 1] is Pick.OLDEST


def test_a_long_file_gives_up_the_room_of_small_mail():
    assert to_give_back([LARGE, LONG], 1) == "long"
    assert to_give_back([LONG, MAIL], 1) is None
    assert to_give_back([LARGE, LONG], 2) is None
    assert to_give_back([LONG], 1) is None
