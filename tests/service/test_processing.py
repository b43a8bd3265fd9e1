"""What becomes of an arrival: filed, tried again, waiting for the administrator, or quarantined."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest

from config.reasons import Reason
from pipeline import reading_file
from records import audit, documents, journal
from records.errors import CatalogueBusy
from records.model import ArrivalState, DocumentState
from service import processing
from service.messages import RESULT_NAME
from service.pool import Outcome
from service.processing import Report, conclude, next_job
from service.wiring import Site
from tests.records import scenes
from tests.service.scenes import ERIKA, TODAY, arrival, letter, received

DIED = Reason("worker_died", {"detail": "SIGKILL"})
NO_OCR = Reason("ocr_missing", {"packages": "tesseract-ocr-deu"})


@pytest.fixture
def waiting(site, tmp_path) -> str:
    return received(site, letter(tmp_path / "letter.pdf", ERIKA))


def attempt(site: Site, reason: Reason | None, *, retry: bool = False, trace: str | None = None) -> Report:
    """One try at the next arrival that ends so; a worker that read it left `scenes.one_document`."""
    leased = next_job(site, TODAY)
    assert leased is not None
    record, job = leased
    reading_file.save(scenes.one_document(), job.work / RESULT_NAME)
    return conclude(site, record, Outcome(job=job, reason=reason, retry=retry, trace=trace))


def left_in_spool(site: Site) -> list[str]:
    return sorted(str(path.relative_to(site.home.spool)) for path in site.home.spool.rglob("*"))


# -- leasing ----------------------------------------------------------------------------------


def test_a_job_says_all_that_reading_needs(site, waiting):
    leased = next_job(site, TODAY)
    assert leased is not None
    record, job = leased
    assert (record.id, record.state, record.attempts) == (waiting, ArrivalState.PROCESSING, 1)
    assert (job.arrival_id, job.authority, job.today) == (waiting, "wiesbaden", TODAY)
    assert job.path.read_bytes().startswith(b"%PDF")
    assert job.work.is_dir()
    assert not list(job.work.iterdir())
    assert next_job(site, TODAY) is None


def test_every_try_has_a_working_folder_of_its_own(site, waiting):
    first = next_job(site, TODAY)
    assert first is not None
    (first[1].work / "half.pdf").write_bytes(b"what a killed worker left")
    journal.release(site.catalogue, waiting)
    second = next_job(site, TODAY)
    assert second is not None
    assert second[1].work != first[1].work
    assert not first[1].work.exists()


# -- filing -----------------------------------------------------------------------------------


def test_what_was_read_is_decided_and_filed(site, waiting):
    report = attempt(site, None)
    [document] = report.documents
    assert (report.reason, report.again) == (None, False)
    assert document.state is DocumentState.REVIEW  # this reading names nobody
    assert document.reason is not None
    assert arrival(site, waiting).state is ArrivalState.DONE
    assert left_in_spool(site) == ["wiesbaden"]


def test_an_unreadable_result_is_our_fault_and_told(site, waiting, caplog):
    leased = next_job(site, TODAY)
    assert leased is not None
    record, job = leased
    (job.work / RESULT_NAME).write_bytes(b'{"media_type": 5}')
    with caplog.at_level(logging.ERROR):
        report = conclude(site, record, Outcome(job=job, reason=None))
    assert report.reason == Reason("internal_error", {"detail": "ValidationError"})
    assert not report.again
    assert "Traceback" in caplog.text
    assert arrival(site, waiting).state is ArrivalState.QUARANTINED


@pytest.mark.parametrize(
    ("error", "again"),
    [(OSError("disk full"), True), (CatalogueBusy(detail="locked"), True), (ValueError("ours"), False)],
)
def test_filing_that_fails_is_tried_again_where_that_can_help(
    site, waiting, monkeypatch, caplog, error, again
):
    def fail(*_args, **_options):
        raise error

    with monkeypatch.context() as patch, caplog.at_level(logging.CRITICAL):
        patch.setattr(processing.filing, "apply", fail)
        assert attempt(site, None).again is again
    state = ArrivalState.WAITING if again else ArrivalState.QUARANTINED
    assert arrival(site, waiting).state is state
    assert not documents.list_documents(site.catalogue, site.authorities)
    if again:
        assert len(attempt(site, None).documents) == 1


# -- failing ----------------------------------------------------------------------------------


def test_a_reason_that_is_final_goes_to_quarantine_at_once(site, waiting):
    original = arrival(site, waiting)
    content = original.path.read_bytes()
    report = attempt(site, Reason("encrypted"))
    kept = arrival(site, waiting)
    assert (report.reason, report.again, report.documents) == (Reason("encrypted"), False, ())
    assert (kept.state, kept.reason) == (ArrivalState.QUARANTINED, Reason("encrypted"))
    assert kept.path.read_bytes() == content
    assert kept.path.is_relative_to(site.home.quarantine("wiesbaden"))
    assert left_in_spool(site) == ["wiesbaden"]


def test_a_crash_is_tried_again_until_the_attempts_are_used_up(site, waiting):
    reports = [attempt(site, DIED, retry=True) for _ in range(site.settings.limits.attempts)]
    assert [report.again for report in reports] == [True, True, False]
    kept = arrival(site, waiting)
    assert (kept.state, kept.reason, kept.attempts) == (ArrivalState.QUARANTINED, DIED, 3)


def test_a_crash_that_does_not_repeat_is_forgotten(site, waiting):
    assert attempt(site, DIED, retry=True).again
    assert attempt(site, None).documents
    assert arrival(site, waiting).reason is None


def test_between_two_tries_time_passes(site, waiting):
    patient = site.settings.limits.model_copy(update={"retry_seconds": (0, 3600)})
    site = replace(site, settings=site.settings.model_copy(update={"limits": patient}))
    attempt(site, DIED, retry=True)
    attempt(site, DIED, retry=True)
    assert arrival(site, waiting).state is ArrivalState.WAITING
    assert next_job(site, TODAY) is None


def test_missing_text_recognition_waits_and_uses_up_no_attempt(site, waiting, caplog):
    with caplog.at_level(logging.CRITICAL):
        for _ in range(site.settings.limits.attempts + 2):
            assert attempt(site, NO_OCR, retry=True).again
    parked = arrival(site, waiting)
    assert (parked.state, parked.reason, parked.attempts) == (ArrivalState.WAITING, NO_OCR, 0)
    assert attempt(site, None).documents


def test_a_fault_while_reading_is_logged_with_its_traceback(site, waiting, caplog):
    with caplog.at_level(logging.ERROR):
        attempt(site, Reason("internal_error", {"detail": "KeyError in run.py:7"}), trace="Traceback: here")
    assert waiting in caplog.text
    assert "Traceback: here" in caplog.text


def test_the_log_has_one_entry_for_each_change(site, waiting):
    attempt(site, DIED, retry=True)
    attempt(site, Reason("damaged", {"detail": "x"}))
    entries = audit.entries(site.catalogue, "wiesbaden", subject=waiting)
    assert [entry.action for entry in entries] == ["received", "quarantined"]


# -- not the file's fault ---------------------------------------------------------------------


def test_on_a_full_disk_an_arrival_waits_whatever_its_try_ended_with(site, waiting, monkeypatch):
    monkeypatch.setattr(processing, "_LEAST_FREE", 1 << 62)
    for _ in range(site.settings.limits.attempts + 1):
        report = attempt(site, Reason("internal_error", {"detail": "OSError"}))
        assert (report.reason, report.again) == (Reason("no_space"), True)
    assert arrival(site, waiting).state is ArrivalState.WAITING
    monkeypatch.undo()
    assert attempt(site, None).documents
