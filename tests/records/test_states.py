"""The state machine of arrivals: every change that is not in the table is refused."""

from itertools import product

import pytest
from sqlalchemy import update

from config.home import Home
from records import journal
from records.catalogue import Catalogue
from records.errors import ChangedMeanwhile
from records.model import ArrivalState
from records.schema import arrival as arrivals
from records.states import FOLLOWS, IllegalTransition, change
from tests.records.scenes import spooled

ALLOWED = {
    ("waiting", "processing"),
    ("waiting", "quarantined"),
    ("processing", "waiting"),
    ("processing", "done"),
    ("processing", "quarantined"),
    ("quarantined", "waiting"),
    ("quarantined", "done"),
    ("quarantined", "discarded"),
}


def put(catalogue: Catalogue, arrival_id: str, state: ArrivalState) -> None:
    with catalogue.write() as connection:
        connection.execute(update(arrivals).where(arrivals.c.id == arrival_id).values(state=state))


def test_the_table_speaks_of_every_state() -> None:
    assert set(FOLLOWS) == set(ArrivalState)


@pytest.mark.parametrize(("first", "then"), list(product(ArrivalState, ArrivalState)))
def test_only_the_transitions_of_the_table_happen(
    catalogue: Catalogue, home: Home, first: ArrivalState, then: ArrivalState
) -> None:
    arrival_id = journal.receive(catalogue, spooled(home)).id
    put(catalogue, arrival_id, first)
    if (str(first), str(then)) in ALLOWED:
        with catalogue.write() as connection:
            change(connection, arrival_id, (first,), then)
        assert journal.get(catalogue, arrival_id).state is then
    else:
        with pytest.raises(IllegalTransition), catalogue.write() as connection:
            change(connection, arrival_id, (first,), then)
        assert journal.get(catalogue, arrival_id).state is first


def test_an_arrival_in_another_state_is_left_as_it_is(catalogue: Catalogue, home: Home) -> None:
    arrival_id = journal.receive(catalogue, spooled(home)).id
    with pytest.raises(ChangedMeanwhile), catalogue.write() as connection:
        change(connection, arrival_id, (ArrivalState.PROCESSING,), ArrivalState.DONE)
    assert journal.get(catalogue, arrival_id).state is ArrivalState.WAITING
