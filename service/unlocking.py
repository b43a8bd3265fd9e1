"""Reading a quarantined PDF with its password, once, at the prompt of the person who knows it.

The password goes from the prompt through pipes into worker processes and nowhere else: it is in
no file, argument, log or row, and gone when those processes end. The arrival stays in quarantine
until one transaction files it; whatever fails before leaves it there. Its bytes stay as received;
beside them each document has a readable PDF.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from config.reasons import Reason
from intake.disk import make_folder
from records.errors import Conflict
from records.model import ArrivalRecord, ArrivalState, StoredDocument
from service.actor import actor
from service.course import read_by
from service.pool import Outcome, Pool
from service.processing import WORK, file_result, job_for
from service.wiring import Site, utc_now


def unlock(site: Site, arrival: ArrivalRecord, password: str) -> tuple[StoredDocument, ...] | Reason:
    """File the documents of a quarantined arrival; the reason if it cannot be read even so.

    Raises Conflict for what is not in quarantine (any more), RecordsError, OSError.
    """
    if arrival.state is not ArrivalState.QUARANTINED:
        raise Conflict(detail=f"{arrival.id}: {arrival.state}")
    # Where the service's own work lies, so that it removes what a killed command leaves there.
    spool = site.home.arrival_folder(arrival.authority, arrival.id)
    work = spool / f"{WORK}{uuid4().hex[:8]}"
    make_folder(work)
    try:
        outcome = _read(site, arrival, work, password)
        if outcome.reason is not None:
            return outcome.reason
        return file_result(site, arrival, work, actor(), unlocked=True)
    finally:
        shutil.rmtree(work, ignore_errors=True)
        with suppress(OSError):  # gone with the filing, or the bytes are there: somebody retried it
            spool.rmdir()


def _read(site: Site, arrival: ArrivalRecord, work: Path, password: str) -> Outcome:
    pool = Pool(site.workers, site.settings.limits)
    job = job_for(site, arrival, utc_now().date(), work=work, parts=work, password=password)
    try:
        return read_by(pool, job)
    finally:
        pool.close()
