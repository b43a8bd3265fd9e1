"""Counting what there is and what was done, without loading any of it: for status and monitoring."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import Connection, Table, func, select

from records.audit import Action
from records.catalogue import Catalogue
from records.model import ArrivalState, DocumentState
from records.schema import arrival, audit, change, document


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What one authority holds now. Times are UTC, sizes in bytes."""

    arrivals: Mapping[ArrivalState, int]
    documents: Mapping[DocumentState, int]
    waiting_bytes: int
    oldest_waiting: datetime | None
    oldest_review: datetime | None
    index_pending: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What was done for one authority since a moment. `filed` and `to_review`: by the service itself.

    `received`: when the first of these arrivals had come, None if there are none.
    """

    arrivals: int = 0
    bytes: int = 0
    received: datetime | None = None
    actions: Mapping[str, int] = field(default_factory=dict)

    @property
    def filed(self) -> int:
        return self.actions.get(Action.FILED, 0)

    @property
    def to_review(self) -> int:
        return self.actions.get(Action.TO_REVIEW, 0)


def figures(catalogue: Catalogue, authority: str) -> Figures:
    """Counts by the indexes of the catalogue; takes milliseconds for each hundred thousand rows."""
    with catalogue.read() as connection:
        arrivals = _by_state(connection, arrival, authority)
        held = _by_state(connection, document, authority)
        waiting = connection.execute(
            select(func.coalesce(func.sum(arrival.c.size), 0), func.min(arrival.c.received_at)).where(
                arrival.c.state == ArrivalState.WAITING, arrival.c.authority == authority
            )
        ).one()
        oldest_review = connection.execute(
            select(func.min(arrival.c.received_at))
            .select_from(document.join(arrival, arrival.c.id == document.c.arrival_id))
            .where(document.c.authority == authority, document.c.state == DocumentState.REVIEW)
        ).scalar()
        pending = connection.execute(
            select(func.count(func.distinct(change.c.document_id))).where(change.c.authority == authority)
        ).scalar_one()
    return Figures(
        arrivals={state: arrivals.get(state, 0) for state in ArrivalState},
        documents={state: held.get(state, 0) for state in DocumentState},
        waiting_bytes=int(waiting[0]),
        oldest_waiting=waiting[1],
        oldest_review=oldest_review,
        index_pending=pending,
    )


def done_since(catalogue: Catalogue, moment: datetime) -> dict[str, Done]:
    """By authority, what the log says was done since `moment` (aware). Nobody did anything: not in it."""
    with catalogue.read() as connection:
        first = _first_entry(connection, moment)
        counted: dict[str, dict[str, int]] = {}
        for row in connection.execute(
            select(audit.c.authority, audit.c.action, func.count())
            .where(audit.c.seq >= first)
            .group_by(audit.c.authority, audit.c.action)
        ):
            counted.setdefault(row[0], {})[row[1]] = row[2]
        worked = {
            row[0]: {"arrivals": row[1], "bytes": row[2], "received": row[3]}
            for row in connection.execute(
                select(
                    audit.c.authority,
                    func.count(),
                    func.coalesce(func.sum(arrival.c.size), 0),
                    func.min(arrival.c.received_at),
                )
                .select_from(audit.join(arrival, arrival.c.id == audit.c.subject))
                .where(audit.c.seq >= first, audit.c.action.in_((Action.DONE, Action.QUARANTINED)))
                .group_by(audit.c.authority)
            )
        }
    return {
        authority: Done(actions=actions, **worked.get(authority, {}))
        for authority, actions in counted.items()
    }


def _by_state(connection: Connection, table: Table, authority: str) -> dict[str, int]:
    columns = table.c
    query = select(columns.state, func.count()).where(columns.authority == authority).group_by(columns.state)
    return {row[0]: row[1] for row in connection.execute(query)}


def _first_entry(connection: Connection, moment: datetime) -> int:
    """The first log entry at or after `moment`, by halving: entries are numbered in the order of time.

    Where the clock was set back in between it is only near; a display can live with that.
    """
    wanted = moment.astimezone(UTC).isoformat()
    low, high = 1, (connection.execute(select(func.max(audit.c.seq))).scalar() or 0) + 1
    while low < high:
        middle = (low + high) // 2
        at = connection.execute(select(audit.c.at).where(audit.c.seq == middle)).scalar()
        low, high = (middle + 1, high) if at is not None and at < wanted else (low, middle)
    return low
