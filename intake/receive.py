"""Receiving one file: into the spool, into the journal, and only then out of the inbox.

Whatever instruction a crash hits, the bytes are in the inbox or journalled with a complete spool
folder; `intake.recovery` finishes at start-up what was left halfway.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from config.home import Home
from config.settings import Lane
from intake import spool
from intake.arrival import Arrival, FileIdentity
from intake.disk import make_folder
from intake.errors import Changed, Denied, InUse, Vanished, translated
from intake.inbox import identity_of, printable
from intake.opening import held_for_writing, opened
from intake.ports import JournalPort, Receipt
from intake.removal import remove


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A file that is journalled now. `arrival.id` is the older one if the delivery was already known.

    The bytes at `arrival.path` may be gone already: the journal keeps those of a duplicate once.
    """

    arrival: Arrival
    state: str
    duplicate_of: str | None = None
    already_known: bool = False


def receive(
    path: Path,
    *,
    inbox: Path,
    authority: str,
    home: Home,
    journal: JournalPort,
    now: datetime,
    expected: FileIdentity | None = None,
    lane: Lane = "mail",
) -> Received | None:
    """Take the file at `path` out of `inbox`. None if it is gone, not `expected` any more, or in use.

    Raises IntakeError; the file then stays in the inbox and nothing of it in the spool.
    `now` is UTC.
    """
    if path.parent.exists() and not os.access(path.parent, os.W_OK | os.X_OK):
        raise Denied(path, f"{printable(str(path.parent))} is not writable")
    try:
        with opened(path, follow_links=False) as descriptor:
            identity = _ready(path, descriptor, expected)
            received = take(
                descriptor,
                Arrival(
                    id=str(uuid4()),
                    authority=authority,
                    source=printable(str(path.relative_to(inbox))),
                    sha256="",
                    size=identity.size,
                    received_at=now,
                    path=path,
                    origin=path,
                    identity=identity,
                    lane=lane,
                ),
                home=home,
                journal=journal,
            )
            remove(path, descriptor, identity, received.arrival.id, journal)
            return received
    except (Vanished, Changed, InUse):
        return None


def _ready(path: Path, descriptor: int, expected: FileIdentity | None) -> FileIdentity:
    if held_for_writing(descriptor):
        raise InUse(path)
    identity = identity_of(os.fstat(descriptor))
    if expected is not None and identity != expected:
        raise Changed(path)
    return identity


def take(descriptor: int, draft: Arrival, *, home: Home, journal: JournalPort) -> Received:
    """Copy the open file into the spool and journal it. `draft.path` is where the bytes come from.

    Raises IntakeError; nothing is left in the spool then.
    """
    folder = home.arrival_folder(draft.authority, draft.id)
    with ExitStack() as stack:
        with translated(draft.path):
            make_folder(folder)
            stack.enter_context(spool.locked(folder))
            arrival = _or_discard(folder, lambda: _fill(descriptor, draft, folder))
        receipt = _journalled(arrival, journal)
        if receipt.already_known:
            with translated(draft.path):
                spool.discard(folder)
            known = home.arrival_folder(arrival.authority, receipt.id)
            arrival = replace(arrival, id=receipt.id, path=known / spool.SOURCE)
    return Received(
        arrival=arrival,
        state=str(receipt.state),
        duplicate_of=receipt.duplicate_of,
        already_known=receipt.already_known,
    )


def _fill(descriptor: int, draft: Arrival, folder: Path) -> Arrival:
    before = identity_of(os.fstat(descriptor))
    sha256, size = spool.copy(descriptor, folder)
    if identity_of(os.fstat(descriptor)) != before or size != before.size:
        raise Changed(draft.path)
    arrival = replace(draft, sha256=sha256, size=size, path=folder / spool.SOURCE)
    spool.complete(arrival)
    return arrival


def _or_discard(folder: Path, fill: Callable[[], Arrival]) -> Arrival:
    try:
        return fill()
    except BaseException:
        spool.discard(folder)
        raise


def _journalled(arrival: Arrival, journal: JournalPort) -> Receipt:
    try:
        return journal.receive(arrival)
    except BaseException:
        # The entry may be on disk all the same. Then these bytes are the ones it speaks of, and the
        # copy in the inbox will be removed as already known: they may go only if there is no entry.
        if journal.get(arrival.id) is None:
            spool.discard(arrival.path.parent)
        raise
