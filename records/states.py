"""Which state of an arrival may follow which: the journal's state machine, in one table."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, update

from records.errors import ChangedMeanwhile
from records.model import ArrivalState
from records.schema import arrival

_WAITING, _PROCESSING = ArrivalState.WAITING, ArrivalState.PROCESSING
_DONE, _QUARANTINED = ArrivalState.DONE, ArrivalState.QUARANTINED

FOLLOWS: Mapping[ArrivalState, frozenset[ArrivalState]] = {
    # Leased; or put aside without another try, because it was in work each time the service died.
    _WAITING: frozenset({_PROCESSING, _QUARANTINED}),
    # Filed, put aside, or given back: to be tried again, or because the service ends.
    _PROCESSING: frozenset({_WAITING, _DONE, _QUARANTINED}),
    # A person asked for another try, gave the password, or decided that it be destroyed.
    _QUARANTINED: frozenset({_WAITING, _DONE, ArrivalState.DISCARDED}),
    _DONE: frozenset(),
    ArrivalState.DUPLICATE: frozenset(),
    ArrivalState.DISCARDED: frozenset(),
}
"""Every state with those that may come next. A new arrival begins as waiting or as duplicate."""


class IllegalTransition(ValueError):
    """A change of state that the table does not know: a programming error."""


def change(
    connection: Connection,
    arrival_id: str,
    present: Collection[ArrivalState],
    to: ArrivalState,
    **values: object,
) -> None:
    """Bring an arrival from one of the states `present` into `to`, with `values`.

    The only place that changes the state of a row. Raises IllegalTransition if the table does not allow
    it from each of them, ChangedMeanwhile if the arrival is in none of them.
    """
    if illegal := [state for state in present if to not in FOLLOWS[state]]:
        raise IllegalTransition(f"{', '.join(sorted(illegal))} → {to}")
    changed = connection.execute(
        update(arrival)
        .where(arrival.c.id == arrival_id, arrival.c.state.in_(present))
        .values(state=to, **values)
    )
    if changed.rowcount != 1:
        raise ChangedMeanwhile(detail=arrival_id)
