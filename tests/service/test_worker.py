"""The worker over its real pipe: whatever the file is, one answer comes, and the next job is done."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PIL import Image

from config.settings import Settings
from pipeline import reading_file
from service.messages import JOB, MESSAGE, RESULT_NAME, Done, Failed, Job, PageDone, Pages
from service.pool import WORKER
from tests.pipeline.paper import pdf, typed
from tests.service.scenes import ERIKA, job, letter, wait_until_gone

MEMORY_MIB = "3072"

Message = Pages | PageDone | Done | Failed
Work = Callable[[Job], list[Message]]


@contextmanager
def running(*command: str) -> Iterator[Work]:
    """A worker process; gives back all it says to a job."""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None

        def work(given: Job) -> list[Message]:
            process.stdin.write(JOB.dump_json(given) + b"\n")
            process.stdin.flush()
            said: list[Message] = []
            while not (said and isinstance(said[-1], Done | Failed)):
                said.append(MESSAGE.validate_json(process.stdout.readline()))
            return said

        yield work
        process.stdin.close()
        assert process.stdout.read() == b""
        assert process.wait(30) == 0


@pytest.fixture(scope="module")
def work() -> Iterator[Work]:
    """One worker for all tests of this module, as in the service."""
    with running(*WORKER, MEMORY_MIB) as work:
        yield work


def test_a_born_digital_pdf_is_read_page_by_page(work, tmp_path):
    text = typed("Betreff: Mustermann, Erika, geb. 12.08.1964", "", "Sehr geehrte Damen und Herren,")
    source = pdf(tmp_path / "letter.pdf", text, text)
    before = source.read_bytes()
    given = job(source, tmp_path / "work")
    assert work(given) == [Pages(count=2), PageDone(number=1), PageDone(number=2), Done()]
    reading = reading_file.load(given.work / RESULT_NAME)
    assert (reading.media_type, reading.page_count) == ("application/pdf", 2)
    assert [document.source_pages for document in reading.documents] == [(1, 2)]
    assert source.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"letter.pdf", "work"}


def test_results_stay_in_the_working_folder_and_are_not_for_everybody(work, tmp_path):
    given = job(letter(tmp_path / "letter.pdf", ERIKA), tmp_path / "work")
    work(given)
    assert (given.work / RESULT_NAME).stat().st_mode & 0o007 == 0


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "empty_file"), (b"no document at all", "unknown_format"), (b"%PDF-1.7\n%%EOF", "damaged")],
)
def test_a_file_that_cannot_be_read_fails_with_its_reason(work, tmp_path, content, code):
    source = tmp_path / "scan.pdf"
    source.write_bytes(content)
    [failed] = work(job(source, tmp_path / "work"))
    assert isinstance(failed, Failed)
    assert (failed.code, failed.retry, failed.trace) == (code, False, None)


def test_a_fault_of_ours_is_told_with_its_place_and_traceback(work, tmp_path):
    # An authority without settings never comes here; the worker must survive even that.
    given = job(letter(tmp_path / "letter.pdf", ERIKA), tmp_path / "work", authority="nowhere")
    failed = work(given)[-1]
    assert isinstance(failed, Failed)
    assert (failed.code, failed.retry) == ("internal_error", False)
    assert failed.params["detail"].startswith("KeyError in run.py:")
    assert failed.trace is not None
    assert "Traceback" in failed.trace
    assert not (given.work / RESULT_NAME).exists()


def test_after_a_failure_the_same_worker_reads_the_next(work, tmp_path):
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7 broken")
    assert isinstance(work(job(bad, tmp_path / "work-1"))[-1], Failed)
    good = letter(tmp_path / "good.pdf", ERIKA)
    assert work(job(good, tmp_path / "work-2"))[-1] == Done()


def test_a_file_that_wants_too_much_memory_fails_alone(tmp_path):
    poster = tmp_path / "poster.png"
    Image.new("1", (16_000, 16_000), 1).save(poster)
    settings = Settings.model_validate({"authorities": {"wiesbaden": {}}, "limits": {"memory_mib": 512}})
    with running(*WORKER, "512") as work:
        failed = work(job(poster, tmp_path / "work-1", settings=settings))[-1]
        assert isinstance(failed, Failed)
        assert (failed.code, failed.params, failed.retry) == ("out_of_memory", {"limit": "512 MiB"}, False)
        good = letter(tmp_path / "good.pdf", ERIKA)
        assert work(job(good, tmp_path / "work-2", settings=settings))[-1] == Done()


def test_what_a_library_prints_does_not_disturb_the_answers(tmp_path):
    noisy = (
        "import os, service.worker as worker\n"
        "read = worker.read_source\n"
        "def noisy(*args, **options):\n"
        "    print('a library says something')\n"
        "    os.write(1, b'and its C part, too\\n')\n"
        "    return read(*args, **options)\n"
        "worker.read_source = noisy\n"
        "worker.main()\n"
    )
    with running(sys.executable, "-c", noisy, MEMORY_MIB) as work:
        given = job(letter(tmp_path / "letter.pdf", ERIKA), tmp_path / "work")
        assert work(given) == [Pages(count=1), PageDone(number=1), Done()]


def test_a_worker_dies_with_its_service(tmp_path):
    # The test keeps the pipe of the jobs open, so the worker is not merely at the end of its input.
    service = (
        "import subprocess, sys\n"
        "worker = subprocess.Popen(sys.argv[1:])\n"
        "print(worker.pid, file=sys.stderr, flush=True)\n"
        "worker.wait()\n"
    )
    command = [sys.executable, "-c", service, *WORKER, MEMORY_MIB]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        worker = int(process.stderr.readline())
        given = job(letter(tmp_path / "letter.pdf", ERIKA), tmp_path / "work")
        process.stdin.write(JOB.dump_json(given) + b"\n")
        process.stdin.flush()
        assert process.stdout.readline() != b""
        process.kill()
        wait_until_gone(worker)
