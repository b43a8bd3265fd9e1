"""Receiving a file from anywhere, as if it had been dropped; the file itself stays where it is."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from config.home import Home
from intake.arrival import Arrival
from intake.inbox import printable
from intake.opening import opened
from intake.ports import JournalPort
from intake.receive import Received, take


def ingest(path: Path, *, authority: str, home: Home, journal: JournalPort, now: datetime) -> Received:
    """Copy and journal the file at `path` (symbolic links are followed). `now` is UTC.

    The arrival has neither origin nor identity, so a file ingested twice is a duplicate.
    Raises IntakeError.
    """
    with opened(path, follow_links=True) as descriptor:
        draft = Arrival(
            id=str(uuid4()),
            authority=authority,
            source=printable(path.name),
            sha256="",
            size=os.fstat(descriptor).st_size,
            received_at=now,
            path=path,
        )
        return take(descriptor, draft, home=home, journal=journal)
