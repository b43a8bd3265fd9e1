"""The way of an arrival through the workers: which jobs there are, when, and how it ends."""

from __future__ import annotations

import pytest

from config.reasons import Reason
from config.settings import Limits
from pipeline import reading_file
from service.course import Course, read_by
from service.messages import RESULT_NAME, Job, PutTogether, ReadPart
from service.pool import Outcome, Pool
from tests.pipeline.paper import pdf, typed
from tests.service.scenes import FAKE_WORKER, job, script, wait_until_gone


@pytest.fixture
def given(tmp_path) -> Job:
    return job(tmp_path / "source", tmp_path / "work")


def begin(course: Course) -> Job:
    begun = course.next
    course.begun()
    return begun


def opened(given: Job, pages: int) -> Course:
    course = Course(given)
    assert course.note(Outcome(job=begin(course), reason=None, large=pages)) is None
    return course


def test_a_small_source_takes_one_job(given):
    course = Course(given)
    done = Outcome(job=begin(course), reason=None)
    assert not course.waits
    assert course.note(done) is done


def test_a_large_one_is_put_together_when_all_its_parts_are_read(given):
    course = opened(given, 40)
    jobs = [begin(course) for _ in range(4)]
    assert [one.task for one in jobs] == [
        ReadPart(first=1, last=10),
        ReadPart(first=11, last=20),
        ReadPart(first=21, last=30),
        ReadPart(first=31, last=40),
    ]
    for one in jobs:
        assert not course.waits
        assert course.note(Outcome(job=one, reason=None)) is None
    last = begin(course)
    assert last.task == PutTogether()
    done = Outcome(job=last, reason=None)
    assert course.note(done) is done


def test_what_a_try_before_has_read_is_not_read_again(given):
    given.parts.mkdir()
    for first in (11, 21):
        (given.parts / f"pages-{first:05}.jsonl").touch()
    course = opened(given, 40)
    assert [begin(course).task, begin(course).task] == [
        ReadPart(first=1, last=10),
        ReadPart(first=31, last=40),
    ]


def test_with_all_parts_there_it_is_only_put_together(given):
    given.parts.mkdir()
    for first in (1, 6, 11, 16):
        (given.parts / f"pages-{first:05}.jsonl").touch()
    assert begin(opened(given, 20)).task == PutTogether()


def test_a_part_that_fails_ends_it(given):
    course = opened(given, 40)
    begin(course)
    failed = Outcome(job=begin(course), reason=Reason("damaged", {"detail": "Seite 11"}))
    assert course.note(failed) is failed


def test_the_workers_of_a_failed_source_are_free_at_once(tmp_path):
    steps = "read large 40\nfirst-1 note\nfirst-1 hang\nfirst-11 sleep 0.5\nfirst-11 failed damaged"
    given = job(script(tmp_path / "source", steps), tmp_path / "work")
    pool = Pool(2, Limits(), FAKE_WORKER)
    try:
        ended = read_by(pool, given)
        assert ended.reason == Reason("damaged", {"detail": "x"})
        assert pool.busy == 0
        wait_until_gone(int((given.work / "notes").read_text("utf-8").split()[0]))
    finally:
        pool.close()


def test_real_workers_read_all_pages_in_order(tmp_path):
    pages = [typed("Sehr geehrte Damen und Herren,", f"dies ist das Blatt {n}.") for n in range(1, 41)]
    given = job(pdf(tmp_path / "source.pdf", *pages), tmp_path / "work")
    pool = Pool(2, Limits())
    try:
        assert read_by(pool, given).reason is None
    finally:
        pool.close()
    reading = reading_file.load(given.work / RESULT_NAME)
    [document] = reading.documents
    assert document.source_pages == tuple(range(1, 41))
    assert all(page.text.endswith(f"das Blatt {page.number}.") for page in document.pages)
