"""Whatever the register and the lessons become: what a clerk assigned stays where it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config.home import Home
from pipeline.match import keys_of_person
from records import documents, register_import, waiting
from records.filing import READING
from records.model import DocumentState
from service import reviewing
from service.daemon import Daemon
from service.redeciding import redecide
from service.wiring import Site
from tests.records.scenes import copied
from tests.service.scenes import ERIKA, HEADER, STRANGER, letter, opened

NEWCOMER = "P-0099,,,Neuling,Nikolina,,1990-02-01,F,SRB,,,"
REGISTER = st.sampled_from(
    [
        NEWCOMER,
        NEWCOMER.replace("1990-02-01", "1991-02-01"),
        "P-0001,,,Mustermann,Erika,,1964-08-12,F,SYR,,,",
        "P-0001,,,Mustermann,Erika,,1970-01-03,F,SYR,,,",
        "P-0098,,,Mustermann,Erika,,1964-08-12,F,SYR,,,",
    ]
)
PERSON = st.sampled_from(["P-0001", "P-0002"])


@pytest.fixture(scope="module")
def three_letters(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home where one letter is filed, and two wait."""
    home = copied(template, tmp_path_factory.mktemp("letters") / "home")
    for name, about in (("1", ERIKA), ("2", STRANGER), ("3", "Mustermann, Erika")):
        letter(home.inbox("wiesbaden") / f"{name}.pdf", about, "Kundennummer: 99887766")
    with opened(home) as site:
        Daemon(site).run_once()
    return home.root


def enter(site: Site, row: str) -> None:
    file = site.home.root / "register.csv"
    file.write_text(HEADER + row + "\n", "utf-8")
    register_import.import_register(site.catalogue, file, "wiesbaden", keys_of=keys_of_person)


@given(letter_number=st.integers(0, 2), person=PERSON, rows=st.lists(REGISTER, max_size=3), other=PERSON)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_assigned_documents_stay(
    three_letters: Path,
    tmp_path_factory: pytest.TempPathFactory,
    letter_number: int,
    person: str,
    rows: list[str],
    other: str,
) -> None:
    home = copied(three_letters, tmp_path_factory.mktemp("run") / "home")
    with opened(home) as site:
        held = documents.list_documents(site.catalogue, ("wiesbaden",))
        mine = held[letter_number]
        assigned = reviewing.assign(site, mine.id, person).document
        for row in rows:
            enter(site, row)
            redecide(site, "wiesbaden")
        neighbour = held[(letter_number + 1) % 3]
        reviewing.assign(site, neighbour.id, other)
        reviewing.undo(site, neighbour.id)
        waiting.mark_all(site.catalogue, "wiesbaden")
        redecide(site, "wiesbaden")
        assert documents.get(site.catalogue, mine.id) == assigned
        assert assigned.state is DocumentState.FILED


def test_a_lost_reading_stops_nobody_else(three_letters: Path, tmp_path: Path, caplog) -> None:
    home: Home = copied(three_letters, tmp_path / "home")
    with opened(home) as site:
        stranger = documents.list_documents(site.catalogue, ("wiesbaden",))[1]
        other = documents.list_documents(site.catalogue, ("wiesbaden",))[2]
        (other.folder / READING).write_text("{", "utf-8")
        waiting.mark_all(site.catalogue, "wiesbaden")
        enter(site, NEWCOMER)
        [filed] = redecide(site, "wiesbaden")
        assert (filed.id, filed.person) == (stranger.id, "P-0099")
        assert waiting.count(site.catalogue, "wiesbaden") == 0
    assert "akte verify" in caplog.text
