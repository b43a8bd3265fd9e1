"""The catalogue without SQLAlchemy says and writes the same as the catalogue."""

from __future__ import annotations

from contextlib import closing

import pytest

from config.home import Home
from records import audit
from records.catalogue import Catalogue
from records.errors import CatalogueBusy, CatalogueError
from records.quick import QuickCatalogue

ENTRY = {"actor": "clerk", "authority": "alpha", "action": "searched", "subject": "Müller"}


def test_its_log_entries_continue_the_chain(catalogue: Catalogue, home: Home) -> None:
    with catalogue.write() as connection:
        audit.append(connection, **ENTRY, details={"total": 0})
    with closing(QuickCatalogue(home.database_file)) as quick:
        quick.log(**ENTRY, details={"documents": ["d"], "total": 1})
    with catalogue.write() as connection:
        audit.append(connection, **ENTRY)
    assert list(audit.check_chain(catalogue)) == []
    details = [dict(entry.details) for entry in audit.entries(catalogue, "alpha")]
    assert details == [{"total": 0}, {"documents": ["d"], "total": 1}, {}]


def test_a_catalogue_that_is_being_written_is_busy(
    catalogue: Catalogue, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("records.quick.BUSY_MILLISECONDS", 1)
    with (
        closing(QuickCatalogue(home.database_file)) as quick,
        catalogue.write(),
        pytest.raises(CatalogueBusy),
    ):
        quick.log(**ENTRY, details={})
    assert audit.entries(catalogue, "alpha") == ()


def test_a_file_that_is_no_catalogue_is_said_to_be_none(home: Home) -> None:
    home.root.mkdir()
    home.database_file.touch()
    with closing(QuickCatalogue(home.database_file)) as quick, pytest.raises(CatalogueError):
        quick.pages("d")


@pytest.mark.parametrize(("beginning", "expected"), [("", 2), ("P-", 2), ("muster", 1), ("%", 0), ("zz", 0)])
def test_persons_by_the_beginning_of_number_or_name(
    catalogue: Catalogue, home: Home, beginning: str, expected: int
) -> None:
    with catalogue.write() as connection:
        for number, name in (("P-1", "Mustermann, Erika"), ("P-2", "Beispiel, Yusuf")):
            connection.exec_driver_sql(
                "INSERT INTO person (authority, number, names, sort_name, document_numbers, digest)"
                " VALUES ('alpha', ?, '[]', ?, '[]', '')",
                (number, name),
            )
    with closing(QuickCatalogue(home.database_file)) as quick:
        assert len(quick.persons(("alpha",), beginning, 10)) == expected
        assert quick.persons(("beta",), beginning, 10) == ()
