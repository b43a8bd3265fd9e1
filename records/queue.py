"""Taking arrivals from the journal to work on them, and giving them back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, or_, select, true, update

from config.reasons import Reason
from records.arrivals import record_of, row_of
from records.catalogue import Catalogue
from records.codec import dump_reason, now
from records.lanes import Pick, Priority, enlarged
from records.model import ArrivalRecord, ArrivalState
from records.schema import arrival
from records.states import change

_IN_WORK = (ArrivalState.PROCESSING,)

_LONGEST_WAIT = timedelta(days=1)
"""No arrival is made to wait longer: one that is to wait until after this was entered before the clock
was set back, and is due. Retries are minutes apart."""

_SUSPECT = 2
"""Interruptions after which an arrival is worked on without another one that has as many: the one
that takes the service down each time must not take others into quarantine with it."""

_PAUSE_SECONDS, _LONGEST_PAUSE_SECONDS = 5, 60
"""An interrupted arrival waits this long for each interruption after the first, so that others pass it."""

INTERRUPTIONS = 20
"""Deaths of the service during work on one arrival, after which it is put aside. As the service dies of
many things and hardly ever of a file (reading happens in another process), there are many."""


def claim(
    catalogue: Catalogue,
    worker: str,
    pick: Pick = Pick.BY_LANE,
    authorities: Collection[str] | None = None,
    *,
    backlog: bool = True,
) -> ArrivalRecord | None:
    """Lease the next arrival (of `authorities`) to `worker`; None if nothing is due.

    `backlog`: whether those of backlog inboxes are, too.
    """
    moment = now()
    with catalogue.write() as connection:
        due = (
            select(arrival.c.id)
            .where(
                arrival.c.state == ArrivalState.WAITING,
                _due(moment),
                arrival.c.authority.in_(authorities) if authorities is not None else true(),
                arrival.c.priority == Priority.MAIL if pick is Pick.SMALL_MAIL else true(),
                true() if backlog and pick is not Pick.MAIL else arrival.c.priority < Priority.BACKLOG,
                arrival.c.interrupted < _SUSPECT if _suspect_in_work(connection) else true(),
            )
            .order_by(*_order(pick))
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        arrival_id = connection.execute(due).scalar()
        if arrival_id is None:
            return None
        change(
            connection,
            arrival_id,
            (ArrivalState.WAITING,),
            ArrivalState.PROCESSING,
            attempts=arrival.c.attempts + 1,
            not_before=None,
            worker=worker,
            leased_at=moment,
        )
        return record_of(catalogue, row_of(connection, arrival_id))


def _due(moment: datetime) -> ColumnElement[bool]:
    not_before = arrival.c.not_before
    return or_(not_before.is_(None), not_before <= moment, not_before > moment + _LONGEST_WAIT)


def _order(pick: Pick) -> tuple[ColumnElement[Any], ...]:
    age = (arrival.c.received_at, arrival.c.id)
    return age if pick is Pick.OLDEST else (arrival.c.priority, *age)


def _suspect_in_work(connection: Connection) -> bool:
    suspects = select(arrival.c.id).where(
        arrival.c.state == ArrivalState.PROCESSING, arrival.c.interrupted >= _SUSPECT
    )
    return connection.execute(suspects.limit(1)).first() is not None


def release(catalogue: Catalogue, arrival_id: str, *, large: bool = False) -> None:
    """Give a lease back unused, as when the service stops in order; the attempt does not count.

    `large`: it turned out to be a large file, and queues up with those from now on.
    """
    with catalogue.write() as connection:
        values = _unused()
        if large:
            known = connection.execute(select(arrival.c.priority).where(arrival.c.id == arrival_id)).scalar()
            values["priority"] = enlarged(Priority(known or Priority.MAIL))
        change(connection, arrival_id, _IN_WORK, ArrivalState.WAITING, **values)


def release_interrupted(catalogue: Catalogue) -> int:
    """What was being worked on when the service died waits again. Returns how many.

    The attempt does not count, for nothing says that this file was the cause; the interruption does.
    """
    pause = [
        (arrival.c.interrupted == times, now() + timedelta(seconds=_pause(times)))
        for times in range(1, INTERRUPTIONS)
    ]
    with catalogue.write() as connection:
        return connection.execute(
            update(arrival)
            .where(arrival.c.state == ArrivalState.PROCESSING)
            .values(
                state=ArrivalState.WAITING,
                interrupted=arrival.c.interrupted + 1,
                not_before=case(*pause, else_=None),
                **_unused(),
            )
        ).rowcount


def _pause(interruptions: int) -> int:
    return min(interruptions * _PAUSE_SECONDS, _LONGEST_PAUSE_SECONDS)


def retry_later(
    catalogue: Catalogue, arrival_id: str, reason: Reason, delay_seconds: float, *, counts: bool = True
) -> None:
    """Back into the queue, but not before `delay_seconds` have passed; `reason` says why.

    `counts`: whether this try is one of those that a failing arrival has.
    """
    with catalogue.write() as connection:
        change(
            connection,
            arrival_id,
            _IN_WORK,
            ArrivalState.WAITING,
            not_before=now() + timedelta(seconds=delay_seconds),
            attempts=arrival.c.attempts - (0 if counts else 1),
            worker=None,
            leased_at=None,
            **dump_reason(reason),
        )


def _unused() -> dict[str, Any]:
    return {"attempts": arrival.c.attempts - 1, "worker": None, "leased_at": None}
