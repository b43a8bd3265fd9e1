import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import event, insert, select, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine.mock import MockConnection
from sqlalchemy.exc import IntegrityError, ProgrammingError

from config.home import Home
from config.settings import Settings
from records import schema
from records.catalogue import Catalogue
from records.errors import CatalogueBusy, CatalogueError
from records.migrations import config_for


def test_migrated_schema_is_the_declared_one(catalogue: Catalogue) -> None:
    with catalogue.read() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, schema.metadata) == []


def test_declared_head_is_the_newest_migration() -> None:
    assert ScriptDirectory.from_config(config_for()).get_current_head() == schema.HEAD


def test_schema_compiles_for_postgresql() -> None:
    statements: list[str] = []
    engine = MockConnection(
        postgresql.dialect(),
        lambda statement, *_, **__: statements.append(str(statement.compile(dialect=postgresql.dialect()))),
    )
    schema.metadata.create_all(engine, checkfirst=False)
    [first] = [line for line in statements if "uq_arrival_first" in line]
    assert first.startswith("CREATE UNIQUE INDEX")
    assert "WHERE duplicate_of IS NULL AND state <> 'discarded'" in first


def test_database_file_is_for_owner_and_group(catalogue: Catalogue, home: Home) -> None:
    with catalogue.write() as connection:
        connection.execute(insert(schema.change), {"authority": "alpha", "document_id": "d"})
        for file in home.root.glob("catalogue.sqlite3*"):
            assert stat.S_IMODE(file.stat().st_mode) == 0o640, file


def test_pragmas(catalogue: Catalogue) -> None:
    with catalogue.read() as connection:
        found = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_open_does_not_load_alembic_when_nothing_is_to_do(catalogue: Catalogue, home: Home) -> None:
    code = (
        "import sys; from pathlib import Path; from config.home import Home;"
        "from config.settings import Settings; from records.catalogue import Catalogue;"
        f"Catalogue.open(Home(Path({str(home.root)!r})), Settings()).close();"
        "sys.exit('alembic' in sys.modules)"
    )
    root = Path(__file__).resolve().parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0


def test_write_is_all_or_nothing(catalogue: Catalogue) -> None:
    def fail_halfway() -> None:
        with catalogue.write() as connection:
            connection.execute(insert(schema.change), {"authority": "alpha", "document_id": "d"})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    with catalogue.read() as connection:
        assert connection.execute(select(schema.change)).all() == []


def test_read_writes_nothing(catalogue: Catalogue) -> None:
    with catalogue.read() as connection:
        connection.execute(insert(schema.change), {"authority": "alpha", "document_id": "d"})
    with catalogue.read() as connection:
        assert connection.execute(select(schema.change)).all() == []


def test_writers_take_the_lock_at_once(catalogue: Catalogue, home: Home) -> None:
    with catalogue.write():
        other = sqlite3.connect(home.database_file, timeout=0)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()


def test_busy_catalogue_says_that_a_retry_helps(home: Home) -> None:
    catalogue = Catalogue.open(home, Settings())
    event.listen(catalogue._engine, "connect", lambda c, _: c.execute("PRAGMA busy_timeout = 1"))
    catalogue._engine.dispose()
    other = sqlite3.connect(home.database_file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(CatalogueBusy) as caught, catalogue.write():
        pass
    assert caught.value.retry
    assert caught.value.exit_code == 75
    other.close()
    catalogue.close()


def test_programming_errors_are_not_wrapped(catalogue: Catalogue) -> None:
    with pytest.raises(ProgrammingError), catalogue.write() as connection:
        connection.exec_driver_sql("SELECT ?", ())


def test_file_that_is_no_database(home: Home) -> None:
    home.root.mkdir()
    home.database_file.write_bytes(b"this is no database" * 100)
    with pytest.raises(CatalogueError, match="not a database"):
        Catalogue.open(home, Settings())


def test_catalogue_of_a_newer_version(catalogue: Catalogue, home: Home) -> None:
    with catalogue.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(CatalogueError, match="9999"):
        Catalogue.open(home, Settings())


def test_interrupted_creation_is_completed(home: Home) -> None:
    home.root.mkdir()
    home.database_file.touch()
    Catalogue.open(home, Settings()).close()
    catalogue = Catalogue.open(home, Settings())
    assert catalogue.integrity() == ()
    catalogue.close()


def test_authorities_cannot_be_connected_by_a_row(registered: Catalogue) -> None:
    key = {"authority": "beta", "key": "name:x", "person": "P-0001"}
    with pytest.raises(IntegrityError), registered.write() as connection:
        connection.execute(insert(schema.person_key), key)
