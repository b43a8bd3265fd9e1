"""Looking at the journal: rows of arrivals as records, with where their bytes lie."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, func, select

from records import files
from records.catalogue import Catalogue
from records.codec import load_reason
from records.errors import NotFound
from records.ids import resolve as resolve_id
from records.model import ArrivalRecord, ArrivalState
from records.schema import arrival

_OPEN = (ArrivalState.WAITING, ArrivalState.PROCESSING)


def get(catalogue: Catalogue, arrival_id: str) -> ArrivalRecord:
    """Raises NotFound."""
    with catalogue.read() as connection:
        return record_of(catalogue, row_of(connection, arrival_id))


def counts(catalogue: Catalogue, authority: str) -> dict[ArrivalState, int]:
    """How many arrivals of an authority are in each state, zero included."""
    query = select(arrival.c.state, func.count()).where(arrival.c.authority == authority)
    with catalogue.read() as connection:
        found = {row[0]: row[1] for row in connection.execute(query.group_by(arrival.c.state))}
    return {state: found.get(state, 0) for state in ArrivalState}


def unattended(catalogue: Catalogue, authorities: Collection[str]) -> dict[str, int]:
    """How many open arrivals there are of authorities other than these: they wait for theirs to return."""
    query = (
        select(arrival.c.authority, func.count())
        .where(arrival.c.authority.not_in(authorities), arrival.c.state.in_(_OPEN))
        .group_by(arrival.c.authority)
        .order_by(arrival.c.authority)
    )
    with catalogue.read() as connection:
        return {row[0]: row[1] for row in connection.execute(query)}


def at_least(catalogue: Catalogue, count: int) -> bool:
    """Whether there are `count` arrivals or more, of all authorities."""
    with catalogue.read() as connection:
        return connection.execute(select(arrival.c.id).offset(count - 1).limit(1)).first() is not None


def list_arrivals(
    catalogue: Catalogue, authority: str | None = None, state: ArrivalState | None = None
) -> tuple[ArrivalRecord, ...]:
    """Arrivals, oldest first."""
    query = with_first().order_by(arrival.c.received_at, arrival.c.id)
    if authority is not None:
        query = query.where(arrival.c.authority == authority)
    if state is not None:
        query = query.where(arrival.c.state == state)
    with catalogue.read() as connection:
        return tuple(record_of(catalogue, row) for row in connection.execute(query).mappings())


def resolve(catalogue: Catalogue, prefix: str, authorities: Collection[str]) -> str:
    """The arrival whose id begins with `prefix`. Raises NotFound or Ambiguous."""
    return resolve_id(catalogue, arrival, prefix, authorities)


_first = arrival.alias("first")


def with_first() -> Select[Any]:
    """Arrivals, each with what locates the bytes of the first one if it is a duplicate."""
    return select(
        arrival, _first.c.state.label("first_state"), _first.c.media_type.label("first_media_type")
    ).outerjoin_from(arrival, _first, _first.c.id == arrival.c.duplicate_of)


def row_of(connection: Connection, arrival_id: str) -> RowMapping:
    row = connection.execute(with_first().where(arrival.c.id == arrival_id)).mappings().first()
    if row is None:
        raise NotFound("arrival", arrival_id)
    return row


def record_of(catalogue: Catalogue, row: RowMapping) -> ArrivalRecord:
    return ArrivalRecord(
        id=row["id"],
        authority=row["authority"],
        source=row["source"],
        sha256=row["sha256"],
        size=row["size"],
        received_at=row["received_at"],
        state=ArrivalState(row["state"]),
        attempts=row["attempts"],
        priority=row["priority"],
        reason=load_reason(row),
        page_count=row["page_count"],
        duplicate_of=row["duplicate_of"],
        path=_path(catalogue, row),
    )


def _path(catalogue: Catalogue, row: RowMapping) -> Path:
    """Of the first arrival for a duplicate, which has no bytes of its own."""
    first = row["duplicate_of"] is not None
    return files.arrival_path(
        catalogue.home,
        row["authority"],
        row["duplicate_of"] if first else row["id"],
        ArrivalState(row["first_state"] if first else row["state"]),
        row["first_media_type"] if first else row["media_type"],
    )
