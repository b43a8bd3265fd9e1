"""The journal of arrivals: the durable work queue, and its only interface.

An arrival's bytes lie where its state says (`files.arrival_path`). A change of state that moves
them links them to the new place first, changes the state, and removes the old place last; so they
are at the place of the present state at every moment, and `recovery` removes what is left behind.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, insert, select, update

from config.reasons import Reason
from intake.arrival import Arrival, FileIdentity
from intake.spool import SIDECAR
from records import files, leftovers
from records.arrivals import counts, get, list_arrivals, resolve
from records.audit import Action, append
from records.catalogue import Catalogue
from records.codec import dump_reason
from records.errors import Conflict
from records.lanes import priority
from records.model import ArrivalState
from records.queue import INTERRUPTIONS, claim, release, release_interrupted, retry_later
from records.schema import arrival
from records.seals import arrival_seal
from records.states import change

__all__ = [
    "Receipt",
    "claim",
    "counts",
    "drop_copy",
    "get",
    "list_arrivals",
    "mark_removed",
    "quarantine",
    "receive",
    "release",
    "release_all",
    "requeue",
    "resolve",
    "retry_later",
]

_OPEN = (ArrivalState.WAITING, ArrivalState.PROCESSING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The journal's answer: under which id it keeps the delivery, an older one if `already_known`."""

    id: str
    state: ArrivalState
    duplicate_of: str | None = None
    already_known: bool = False


# -- entering -------------------------------------------------------------------------------


def receive(catalogue: Catalogue, new: Arrival) -> Receipt:
    """Enter a spooled arrival. Its spool copy is dropped if the same bytes are kept already.

    Raises Conflict if the spooled bytes are not there.
    """
    with catalogue.write() as connection:
        if known := _same_delivery(connection, new):
            return Receipt(
                id=known["id"],
                state=ArrivalState(known["state"]),
                duplicate_of=known["duplicate_of"],
                already_known=True,
            )
        if not new.path.is_file():  # under the lock: a recovery cannot remove them after this
            raise Conflict(detail=f"{new.path}: no such file")
        first = connection.execute(
            select(arrival.c.id).where(
                arrival.c.authority == new.authority,
                arrival.c.sha256 == new.sha256,
                arrival.c.duplicate_of.is_(None),
                arrival.c.state != ArrivalState.DISCARDED,  # gone: the same bytes are new again
            )
        ).scalar()
        _enter(connection, new, first)
    if first is None:
        return Receipt(id=new.id, state=ArrivalState.WAITING)
    drop_copy(catalogue, new.id)
    return Receipt(id=new.id, state=ArrivalState.DUPLICATE, duplicate_of=first)


def _same_delivery(connection: Connection, new: Arrival) -> RowMapping | None:
    if new.origin is None or new.identity is None:
        return None
    query = select(arrival).where(
        arrival.c.authority == new.authority,
        arrival.c.removed.is_(False),
        arrival.c.identity == _identity(new.identity),
        arrival.c.origin == os.fsencode(new.origin),
        arrival.c.sha256 == new.sha256,
    )
    return connection.execute(query).mappings().first()


def _identity(identity: FileIdentity) -> str:
    return f"{identity.device}:{identity.inode}:{identity.size}:{identity.mtime_ns}"


def _enter(connection: Connection, new: Arrival, first: str | None) -> None:
    state = ArrivalState.WAITING if first is None else ArrivalState.DUPLICATE
    row: dict[str, Any] = {
        "id": new.id,
        "authority": new.authority,
        "source": new.source,
        "sha256": new.sha256,
        "size": new.size,
        "received_at": new.received_at,
        "origin": None if new.origin is None else os.fsencode(new.origin),
        "identity": None if new.identity is None else _identity(new.identity),
        "removed": new.origin is None,
        "state": state,
        "priority": priority(new.lane, new.size),
        "attempts": 0,
        "interrupted": 0,
        "duplicate_of": first,
    }
    connection.execute(insert(arrival), row)
    append(
        connection,
        actor="service",
        authority=new.authority,
        action=Action.RECEIVED if first is None else Action.DUPLICATE,
        subject=new.id,
        details={"sha256": new.sha256, "duplicate_of": first, "seal": arrival_seal(row)},
    )


def mark_removed(catalogue: Catalogue, arrival_id: str) -> None:
    """The delivery has left the inbox; the same file found there again is a new delivery."""
    with catalogue.write() as connection:
        connection.execute(update(arrival).where(arrival.c.id == arrival_id).values(removed=True))


def drop_copy(catalogue: Catalogue, arrival_id: str) -> bool:
    """Remove a duplicate's own spool copy, if the bytes kept for the first arrival are unharmed.

    False if they are not (or were moving just now): then the copy stays and recovery looks again.
    """
    record = get(catalogue, arrival_id)
    assert record.state is ArrivalState.DUPLICATE, record.state
    try:
        unharmed = files.hash_file(record.path) == record.sha256
    except FileNotFoundError:
        return False
    if unharmed:
        files.remove_folder(catalogue.home.arrival_folder(record.authority, record.id))
    return unharmed


# -- working --------------------------------------------------------------------------------


def release_all(catalogue: Catalogue) -> int:
    """At start-up: what was being worked on when the service died waits again. Returns how many.

    What was in work too often when that happened is put aside.
    """
    released = release_interrupted(catalogue)
    poisonous = select(arrival.c.id).where(
        arrival.c.state == ArrivalState.WAITING, arrival.c.interrupted >= INTERRUPTIONS
    )
    with catalogue.read() as connection:
        suspects = connection.execute(poisonous).scalars().all()
    for arrival_id in suspects:
        quarantine(catalogue, arrival_id, Reason("worker_died", {"detail": f"{INTERRUPTIONS} ×"}))
    return released


def quarantine(catalogue: Catalogue, arrival_id: str, reason: Reason, actor: str = "service") -> None:
    """Put an arrival aside with its bytes and `reason`."""
    values = {"worker": None, "leased_at": None, **dump_reason(reason)}
    details = {"reason": reason.code, "params": dict(reason.params)}
    log = (actor, Action.QUARANTINED, details)
    _move(catalogue, arrival_id, _OPEN, ArrivalState.QUARANTINED, values, log)


def requeue(catalogue: Catalogue, arrival_id: str, actor: str = "service") -> None:
    """Take an arrival out of quarantine and try it again from the start."""
    values = {"attempts": 0, "interrupted": 0, "not_before": None, **dump_reason(None)}
    present = (ArrivalState.QUARANTINED,)
    _move(catalogue, arrival_id, present, ArrivalState.WAITING, values, (actor, Action.REQUEUED, {}))


def _move(
    catalogue: Catalogue,
    arrival_id: str,
    present: Collection[ArrivalState],
    to: ArrivalState,
    values: dict[str, Any],
    log: tuple[str, Action, dict[str, Any]],
) -> None:
    """Change the state to one whose bytes lie elsewhere: link, commit, remove the old folder."""
    record = get(catalogue, arrival_id)
    if record.state not in present:
        raise Conflict(detail=f"{arrival_id}: {record.state}")
    leftovers.clear(catalogue, catalogue.home, arrival_id)
    target = files.arrival_path(catalogue.home, record.authority, arrival_id, to, None)
    for old in (record.path, record.path.with_name(SIDECAR)):
        if old.exists():  # if the bytes are gone, the state still has to tell; `verify` reports them
            files.place(old, target.with_name(old.name))
    actor, action, details = log
    with catalogue.write() as connection:
        change(connection, arrival_id, present, to, **values)
        append(
            connection,
            actor=actor,
            authority=record.authority,
            action=action,
            subject=arrival_id,
            details=details,
        )
    files.remove_folder(record.path.parent)
