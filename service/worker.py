"""The worker process: reads arrivals one after another, isolated from records and register.

It gets jobs on standard input and answers on standard output. It may be killed at any moment: what
it makes lies in the job's own working folder, and the bytes of the arrival are only read.
Run as `python -m service.worker MEMORY_MIB`.
"""

from __future__ import annotations

import errno
import os
import sys
import traceback
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from config.document_types import load_document_types
from pipeline import reading_file
from pipeline.errors import OutOfMemory, ReadingError, TooLarge
from pipeline.model import SourceReading
from pipeline.parts import PART_PAGES
from pipeline.pdf_source import decrypt
from pipeline.run import count_pages, put_together, read_part, read_source
from service.messages import (
    JOB,
    MESSAGE,
    RESULT_NAME,
    Done,
    Failed,
    Job,
    Large,
    PageDone,
    Pages,
    PutTogether,
    Read,
    ReadPart,
)
from service.sandbox import confine

_DECRYPTED = "decrypted.pdf"

_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT})


def main() -> None:
    confine(int(sys.argv[1]))
    answers = _private_stdout()
    for line in sys.stdin:
        job = JOB.validate_json(line)
        _give_way(job.settings.limits.nice)
        _send(answers, _work(job, answers))


def _private_stdout() -> TextIO:
    """Answers get a descriptor of their own; whatever a library prints goes to standard error."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", closefd=True)
    os.dup2(2, 1)
    return answers


def _give_way(niceness: int) -> None:
    """To other programs; never less than before, which only root may ask for."""
    known = os.getpriority(os.PRIO_PROCESS, 0)
    os.setpriority(os.PRIO_PROCESS, 0, max(known, niceness))


def _work(job: Job, answers: TextIO) -> Done | Large | Failed:
    """Work on one arrival. The catch point of the worker: whatever fails becomes a message."""
    memory_limit = f"{job.settings.limits.memory_mib} MiB"
    try:
        return _carry_out(job, answers)
    except ReadingError as error:
        return Failed(code=error.code, params=dict(error.reason.params), retry=error.retry)
    except OSError as error:
        if error.errno == errno.EFBIG:
            return Failed(
                code=TooLarge.code, params={"size": f"> {memory_limit}", "limit": memory_limit}, retry=False
            )
        if error.errno not in _NO_SPACE:
            return _defect(error)
        return Failed(code="no_space", params={}, retry=True)
    except MemoryError:
        return Failed(code=OutOfMemory.code, params={"limit": memory_limit}, retry=False)
    except Exception as error:  # noqa: BLE001 - the worker's catch point
        return _defect(error)


def _carry_out(job: Job, answers: TextIO) -> Done | Large:
    path, limits = _readable(job), job.settings.limits

    def progress(number: int) -> None:
        _send(answers, PageDone(number=number))

    match job.task:
        case ReadPart(first=first, last=last):
            part = range(first, last + 1)
            _send(answers, Pages(count=len(part)))
            read_part(
                path,
                part,
                settings=job.settings,
                parts=job.parts,
                work=job.work,
                today=job.today,
                progress=progress,
            )
            return Done()
        case Read():
            count = count_pages(path, limits)
            _send(answers, Pages(count=count))
            if count > PART_PAGES:
                return Large(count=count)
            reading = read_source(
                path,
                settings=job.settings,
                authority=job.authority,
                types=load_document_types(job.types_file),
                work=job.work,
                today=job.today,
                progress=progress,
            )
        case PutTogether():
            _send(answers, Pages(count=count_pages(path, limits)))
            reading = put_together(
                path,
                settings=job.settings,
                authority=job.authority,
                types=load_document_types(job.types_file),
                parts=job.parts,
                work=job.work,
                today=job.today,
            )
    reading_file.save(_with_readable(job, reading), job.work / RESULT_NAME)
    return Done()


def _readable(job: Job) -> Path:
    """The file to read: the arrival itself, or what its password makes of it."""
    if job.password is None:
        return job.path
    decrypted = job.work / _DECRYPTED
    if isinstance(job.task, Read):  # those who read parts find it
        decrypt(job.path, job.password, decrypted)
    return decrypted


def _with_readable(job: Job, reading: SourceReading) -> SourceReading:
    """What is filed besides an encrypted original must be readable without its password."""
    if job.password is None:
        return reading
    documents = [replace(one, searchable_pdf=one.searchable_pdf or _DECRYPTED) for one in reading.documents]
    return replace(reading, documents=tuple(documents))


def _defect(error: Exception) -> Failed:
    detail = f"{type(error).__name__} in {_where(error)}"
    trace = "".join(traceback.format_exception(error))
    return Failed(code="internal_error", params={"detail": detail}, retry=False, trace=trace)


def _where(error: Exception) -> str:
    """Module and line of the deepest frame: enough to find the fault, without data of the document."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{Path(frame.filename).name}:{frame.lineno}"


def _send(answers: TextIO, message: Pages | PageDone | Done | Large | Failed) -> None:
    answers.write(MESSAGE.dump_json(message).decode() + "\n")
    answers.flush()


if __name__ == "__main__":
    main()
