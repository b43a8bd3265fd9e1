"""What becomes of a job: decide and file what was read; retry, quarantine or park what was not."""

from __future__ import annotations

import hashlib
import logging
import shutil
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import uuid4

from config.reasons import Reason
from intake.room import free_bytes
from pipeline import reading_file
from pipeline.decide import decide, rule_of
from pipeline.learned import refined
from pipeline.match import keys_of_document, match
from pipeline.model import DocumentReading, Filing, SourceReading
from records import audit, filing, journal, lessons
from records.candidates import find_candidates
from records.errors import CatalogueError
from records.lanes import Pick
from records.leases import holder
from records.model import ArrivalRecord, StoredDocument
from service.learned_file import model_in_use, program
from service.messages import RESULT_NAME, Job
from service.pool import Outcome
from service.wiring import Site, types_file

log = logging.getLogger("akte.processing")

NOT_THE_FILES_FAULT = frozenset({"ocr_missing", "no_space", "disk_error"})
"""Reasons that the administrator mends; arrivals wait for that, and their tries do not count."""

_LEAST_FREE = 64 * 1024 * 1024
"""Bytes; a page image and its text layer need less."""

WORK = "work-"
"""Beginning of the names of working folders below the arrival's own."""

PARTS = f"{WORK}parts-"
"""The same of those that outlive a try: what was read of a large source. What they were read with follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The end of one try at an arrival, for progress display and logs."""

    arrival: ArrivalRecord
    documents: tuple[StoredDocument, ...] = ()
    reason: Reason | None = None
    again: bool = False


def next_job(
    site: Site, today: date, pick: Pick = Pick.BY_LANE, *, backlog: bool = True
) -> tuple[ArrivalRecord, Job] | None:
    """Lease the next arrival of the authorities that are set up, and prepare its empty working folder."""
    arrival = journal.claim(site.catalogue, holder(), pick, site.authorities, backlog=backlog)
    if arrival is None:
        return None
    spool = site.home.arrival_folder(arrival.authority, arrival.id)
    parts = spool / f"{PARTS}{_fingerprint(site, today)}"
    remove_work(site, arrival, keep=parts.name)
    # A name of its own: an engine that outlived a killed service may still write into the old one.
    work = spool / f"{WORK}{uuid4().hex[:8]}"
    work.mkdir(mode=0o750, parents=True)
    return arrival, job_for(site, arrival, today, work=work, parts=parts)


def job_for(
    site: Site, arrival: ArrivalRecord, today: date, *, work: Path, parts: Path, password: str | None = None
) -> Job:
    """What workers are told to read an arrival; `work` and `parts` as `Job` has them."""
    return Job(
        arrival_id=arrival.id,
        authority=arrival.authority,
        path=arrival.path,
        work=work,
        parts=parts,
        settings=site.settings.for_workers(),
        types_file=types_file(site.home, site.settings),
        today=today,
        password=password,
    )


def _fingerprint(site: Site, today: date) -> str:
    """Of all that reading a page depends on besides the page: parts read otherwise must not be mixed."""
    ground = f"{program()} {today} {site.settings.reading.model_dump_json()}"
    return hashlib.sha256(ground.encode()).hexdigest()[:8]


def remove_work(site: Site, arrival: ArrivalRecord, *, keep: str = PARTS) -> None:
    """What unfinished tries left in the spool, but for folders whose names begin with `keep`."""
    for folder in site.home.arrival_folder(arrival.authority, arrival.id).glob(f"{WORK}*"):
        if not folder.name.startswith(keep):
            shutil.rmtree(folder, ignore_errors=True)


def conclude(site: Site, arrival: ArrivalRecord, outcome: Outcome) -> Report:
    """File what was read, or say why not. The catch point for one arrival's failures is here."""
    if outcome.reason is not None:
        if outcome.trace:
            log.error("arrival %s: programming error while reading\n%s", arrival.id, outcome.trace)
        return _set_aside(site, arrival, outcome.reason, retry=outcome.retry)
    try:
        documents = file_result(site, arrival, outcome.job.work)
    except (OSError, CatalogueError) as error:
        # Full, worn, forbidden or locked: whatever the disk has, no file has brought it.
        return _set_aside(site, arrival, Reason("disk_error", {"detail": _words(error)}), retry=True)
    except Exception as error:
        log.exception("arrival %s: could not be filed", arrival.id)
        retry = bool(getattr(error, "retry", False))
        return _set_aside(
            site, arrival, Reason("internal_error", {"detail": type(error).__name__}), retry=retry
        )
    return Report(arrival=arrival, documents=documents)


def _words(error: OSError | CatalogueError) -> str:
    """What the system says, without paths: they hold numbers of persons."""
    return error.params["detail"] if isinstance(error, CatalogueError) else error.strerror or "OSError"


def decide_document(site: Site, authority: str, document: DocumentReading) -> Filing:
    """Whose record a reading belongs to, by the authority's register as it stands now."""
    registered = find_candidates(site.catalogue, authority, keys_of_document(document.identity))
    candidates = lessons.taught(site.catalogue, authority, registered)
    rule = rule_of(document.classification, site.types)
    lines = [line.text for page in document.pages for line in page.lines]
    return decide(document, match(document.identity, candidates, lines), rule, site.settings.deciding)


def file_result(
    site: Site, arrival: ArrivalRecord, work: Path, actor: str = "service", *, unlocked: bool = False
) -> tuple[StoredDocument, ...]:
    """Decide and file what a worker left in `work`. `actor` and `unlocked` as `filing.apply` has them."""
    reading = _taught(site, arrival.authority, reading_file.load(work / RESULT_NAME))
    as_of, _ = audit.head(site.catalogue)
    decisions = [decide_document(site, arrival.authority, document) for document in reading.documents]
    return filing.apply(
        site.catalogue,
        site.home,
        arrival,
        reading,
        decisions,
        work,
        actor,
        as_of=as_of,
        sections=site.types.section_of,
        unlocked=unlocked,
    )


def _taught(site: Site, authority: str, reading: SourceReading) -> SourceReading:
    """With what clerks have taught where the rules were unsure.

    Done here and not while reading: it needs the site's model, costs nothing, and a new model counts at once.
    """
    model = model_in_use(site.home, authority)
    if model is None:
        return reading
    documents = tuple(
        replace(one, classification=refined(one.classification, one.pages, model))
        for one in reading.documents
    )
    return replace(reading, documents=documents)


def short_of_space(site: Site) -> bool:
    """Whether the home's file system is too full to tell a faulty file from a full disk. Raises OSError."""
    return free_bytes(site.home) < _LEAST_FREE


def _set_aside(site: Site, arrival: ArrivalRecord, reason: Reason, *, retry: bool) -> Report:
    """Try again later where that can help, else quarantine with the reason."""
    remove_work(site, arrival)
    if short_of_space(site):
        reason = Reason("no_space")
    waits = site.settings.limits.retry_seconds
    if reason.code in NOT_THE_FILES_FAULT:
        # It waits until the administrator has mended the machine, and its tries do not count.
        log.error("%s", reason.text())
        journal.retry_later(site.catalogue, arrival.id, reason, waits[min(1, len(waits) - 1)], counts=False)
        return Report(arrival=arrival, reason=reason, again=True)
    if retry and arrival.attempts < site.settings.limits.attempts:
        delay = waits[min(arrival.attempts, len(waits)) - 1]
        journal.retry_later(site.catalogue, arrival.id, reason, delay)
        return Report(arrival=arrival, reason=reason, again=True)
    journal.quarantine(site.catalogue, arrival.id, reason)
    return Report(arrival=arrival, reason=reason)
