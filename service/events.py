"""What happens to arrivals, told as log lines: one event each, with the arrival's id.

No file name, name or text: what a line leaves out, `akte history` shows to those who may see it.
"""

from __future__ import annotations

import structlog

from intake.scan import ScanReport
from records.model import ArrivalRecord
from service.daemon import Observer
from service.processing import Report

log: structlog.stdlib.BoundLogger = structlog.stdlib.get_logger("akte.arrival")


def logged() -> Observer:
    """An observer that logs each event."""
    return Observer(received=_received, started=_started, concluded=_concluded)


def _received(_authority: str, report: ScanReport) -> None:
    for one in report.received:
        log.info("received", arrival=one.arrival.id, authority=one.arrival.authority, bytes=one.arrival.size)
    for one in report.duplicates:
        log.info(
            "duplicate",
            arrival=one.arrival.id,
            authority=one.arrival.authority,
            duplicate_of=one.duplicate_of,
        )


def _started(arrival: ArrivalRecord) -> None:
    log.info("started", arrival=arrival.id, authority=arrival.authority, attempt=arrival.attempts)


def _concluded(report: Report) -> None:
    arrival = report.arrival
    if report.reason is not None:
        event = "again" if report.again else "quarantined"
        log.info(event, arrival=arrival.id, authority=arrival.authority, reason=report.reason.code)
    for document in report.documents:
        log.info(
            str(document.state),
            arrival=arrival.id,
            authority=arrival.authority,
            document=document.id,
            type=document.type,
            pages=len(document.source_pages),
            quality=round(document.quality, 2),
            reason=document.reason.code if document.reason else None,
        )
