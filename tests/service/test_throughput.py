"""How much of the machine the service takes, and when."""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import update

from records.lanes import Priority
from records.schema import arrival
from service import crew
from service.crew import Crew
from service.wiring import Site
from tests.service.scenes import ERIKA, MARIA, letter, received, wait_until


@pytest.fixture
def night(site, tmp_path, monkeypatch):
    """A site that reads its backlog at night, with one file of it; and the clock, at noon."""
    limits = site.settings.limits.model_copy(update={"backlog_hours": "18:00-06:00"})
    nightly: Site = replace(site, settings=site.settings.model_copy(update={"limits": limits}))
    old = received(site, letter(tmp_path / "old.pdf", ERIKA))
    with site.catalogue.write() as connection:
        connection.execute(update(arrival).values(priority=Priority.BACKLOG))
    clock = [datetime(2026, 3, 2, 12, 0).astimezone()]
    monkeypatch.setattr(crew, "utc_now", lambda: clock[0])
    return nightly, old, clock


def test_the_backlog_waits_for_its_hours(night):
    site, old, clock = night
    with closing(Crew(site)) as hands:
        assert hands.take_one() is None
        clock[0] += timedelta(hours=8)
        taken = hands.take_one()
        assert taken is not None
        assert taken.id == old


def test_mail_is_read_at_any_hour(night, tmp_path):
    site, _, _ = night
    new = received(site, letter(tmp_path / "new.pdf", MARIA))
    with closing(Crew(site)) as hands:
        taken = hands.take_one()
        assert taken is not None
        assert taken.id == new


def test_a_single_run_works_off_all_at_any_hour(night):
    site, old, _ = night
    with closing(Crew(site)) as hands:
        hands.keeps_hours = False
        taken = hands.take_one()
        assert taken is not None
        assert taken.id == old


def test_workers_give_way_to_other_programs(site, tmp_path):
    received(site, letter(tmp_path / "1.pdf", ERIKA))
    with closing(Crew(site)) as hands:
        hands.take_one()
        [worker] = hands.pool._workers
        wanted = max(site.settings.limits.nice, os.getpriority(os.PRIO_PROCESS, 0))
        wait_until(lambda: os.getpriority(os.PRIO_PROCESS, worker.process.pid) == wanted)
