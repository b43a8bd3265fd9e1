"""Large sources among others: who helps, who goes before, and what a crash costs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import partial

import pytest
from sqlalchemy import update

from records import journal
from records.lanes import Priority
from records.model import ArrivalState
from records.schema import arrival as arrivals
from records.schema import page as pages
from service import crew as crews
from service.crew import Crew
from service.daemon import Daemon, Observer
from service.messages import Job, ReadPart
from service.pool import Pool
from service.wiring import Site
from tests.pipeline.paper import pdf, typed
from tests.service.scenes import ERIKA, FAKE_WORKER, arrival, received, script, wait_until

LARGE = "read large 80\n"


@pytest.fixture
def two(site) -> Site:
    """A site with two workers."""
    limits = site.settings.limits.model_copy(update={"workers": 2})
    return replace(site, settings=site.settings.model_copy(update={"limits": limits}))


@pytest.fixture
def obedient(monkeypatch):
    """The workers do what the sources say."""
    monkeypatch.setattr(crews, "Pool", partial(Pool, command=FAKE_WORKER))


@contextmanager
def crew_of(site: Site) -> Iterator[Crew]:
    with closing(Crew(site)) as crew:
        yield crew


def in_work(crew: Crew) -> list[tuple[str, int]]:
    """Source and first page of each job that a worker has; 0 for one that is no part."""
    jobs = [job for job, _, _ in crew.pool.progress]
    return sorted((crew._held[job.arrival_id].arrival.source, first_page(job)) for job in jobs)


def first_page(job: Job) -> int:
    return job.task.first if isinstance(job.task, ReadPart) else 0


def turn(crew: Crew) -> None:
    """What the service does at each turn; all that ends is given up."""
    while crew.take_one():
        pass
    for _ in crew.outcomes(0.05):
        pass


def until(crew: Crew, expected: list[tuple[str, int]]) -> None:
    def reached() -> bool:
        turn(crew)
        return in_work(crew) == expected

    wait_until(reached)


def backlog(site: Site, arrival_id: str) -> None:
    with site.catalogue.write() as connection:
        connection.execute(
            update(arrivals).where(arrivals.c.id == arrival_id).values(priority=Priority.BACKLOG)
        )


def test_workers_with_nothing_else_to_do_help(two, tmp_path, obedient):
    received(two, script(tmp_path / "large", f"{LARGE}part hang"))
    with crew_of(two) as crew:
        until(crew, [("large", 1), ("large", 11)])


def test_a_part_that_is_read_is_followed_by_the_next(two, tmp_path, obedient):
    steps = "first-1 keep\nfirst-1 done\nfirst-11 hang\nfirst-21 hang"
    received(two, script(tmp_path / "large", LARGE + steps))
    with crew_of(two) as crew:
        until(crew, [("large", 11), ("large", 21)])


def test_other_arrivals_of_its_lane_wait_for_its_parts_but_small_mail_does_not(two, tmp_path, obedient):
    large = received(two, script(tmp_path / "large", f"{LARGE}part hang"))
    other = received(two, script(tmp_path / "other", "hang"))
    for one in (large, other):
        backlog(two, one)
    with crew_of(two) as crew:
        crew.keeps_hours = False
        crew.take_one()
        wait_until(lambda: list(crew.outcomes(0.05)) or crew._held[large].course.pages)
        until(crew, [("large", 1), ("large", 11)])
        received(two, script(tmp_path / "mail", "sleep 600"))
        until(crew, [("large", 1), ("large", 11), ("mail", 0)])
    assert arrival(two, other).state is ArrivalState.WAITING


def test_mail_that_waits_is_read_before_another_worker_helps(two, tmp_path, obedient):
    received(two, script(tmp_path / "large", f"{LARGE}part hang"))
    with crew_of(two) as crew:
        crew.take_one()
        received(two, script(tmp_path / "mail", "sleep 600"))
        until(crew, [("large", 1), ("mail", 0)])


def test_a_worker_that_dies_costs_its_part_alone(site, tmp_path, obedient):
    told = tmp_path / "told"
    steps = (
        f"{LARGE}first-21 die-once {tmp_path / 'died'}\npart tell {told}\npart keep\npart done\n"
        "together failed damaged"
    )
    one = received(site, script(tmp_path / "large", steps))
    Daemon(site).run_once()
    assert arrival(site, one).state is ArrivalState.QUARANTINED
    assert arrival(site, one).attempts == 2
    read = told.read_text("utf-8").splitlines()
    assert read == [f"part {first}" for first in range(1, 80, 10)]
    assert not list(site.home.spool.glob("*/*"))


def test_what_was_read_before_the_service_ended_is_not_read_again(site, tmp_path, obedient):
    told = tmp_path / "told"
    steps = f"{LARGE}part tell {told}\npart keep\npart done\ntogether failed damaged"
    one = received(site, script(tmp_path / "large", steps))
    with crew_of(site) as crew:
        wait_until(lambda: turn(crew) or (told.exists() and "part 11" in told.read_text("utf-8")))
    assert arrival(site, one).state is ArrivalState.WAITING
    Daemon(site).run_once()
    assert told.read_text("utf-8").splitlines().count("part 1") == 1
    assert arrival(site, one).state is ArrivalState.QUARANTINED


def test_parts_read_with_other_settings_are_read_again(site, tmp_path, obedient):
    received(site, script(tmp_path / "large", "hang"))
    leased = crews.next_job(site, crews.utc_now().date())
    assert leased is not None
    record, before = leased
    before.parts.mkdir()
    journal.release(site.catalogue, record.id)
    reading = site.settings.reading.model_copy(update={"languages": ("deu",)})
    changed = replace(site, settings=site.settings.model_copy(update={"reading": reading}))
    leased = crews.next_job(changed, crews.utc_now().date())
    assert leased is not None
    assert leased[1].parts != before.parts
    assert not before.parts.exists()


def test_a_large_source_is_filed_whole_and_leaves_nothing_in_the_spool(two, tmp_path):
    letter = ["Musteramt der Stadt Beispielhausen", f"Betreff: {ERIKA}", "Sehr geehrte Damen und Herren,"]
    sheets = [typed(*letter, f"dies ist das Blatt {number}.") for number in range(1, 36)]
    received(two, pdf(tmp_path / "large.pdf", *sheets))
    helped: list[int] = []

    def progress(pool: Pool) -> None:
        helped.append(len({first_page(job) for job, _, _ in pool.progress}))

    Daemon(two, Observer(progress=progress)).run_once()
    with two.catalogue.read() as connection:
        texts = connection.execute(pages.select().order_by(pages.c.number)).fetchall()
    assert [row.number for row in texts] == list(range(1, 36))
    assert all(row.text.endswith(f"das Blatt {row.number}.") for row in texts)
    assert max(helped) == 2
    assert not list(two.home.spool.glob("*/*"))
