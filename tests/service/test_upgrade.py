"""A home that the first version left is brought up to date, and everything in it is as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import MetaData, create_engine, insert, select

from config.home import Home
from records.migrations import config_for
from records.schema import HEAD, alembic_version
from service.daemon import Daemon
from tests.records.scenes import copied
from tests.service.scenes import ERIKA, letter, opened

FIRST = "0001"


def as_first_version(home: Home) -> None:
    """Put the rows of `home` into a catalogue with the first schema, in place of its own."""
    new = create_engine(f"sqlite:///{home.database_file}")
    old_file = home.root / "old.sqlite3"
    old = create_engine(f"sqlite:///{old_file}")
    now, then = MetaData(), MetaData()
    with new.connect() as source, old.begin() as target:
        command.upgrade(config_for(target), FIRST)
        now.reflect(source)
        then.reflect(target)
        for table in then.sorted_tables:
            if table.name == alembic_version.name:
                continue
            shared = [now.tables[table.name].c[column.name] for column in table.c]
            if rows := [dict(row) for row in source.execute(select(*shared)).mappings()]:
                target.execute(table.delete())
                target.execute(insert(table), rows)
    for engine in (new, old):
        engine.dispose()
    for suffix in ("-wal", "-shm"):
        home.database_file.with_name(home.database_file.name + suffix).unlink(missing_ok=True)
    old_file.replace(home.database_file)


@pytest.fixture
def worked(worked_template: Path, tmp_path: Path) -> Home:
    home = copied(worked_template, tmp_path / "home")
    as_first_version(home)
    return home


def test_a_home_of_the_first_version_goes_on_as_if_nothing_had_been(worked_akte, worked, worked_template):
    before = [row["id"] for row in _documents(worked_akte, Home(worked_template))]
    assert [row["id"] for row in _documents(worked_akte, worked)] == before
    with opened(worked) as site:
        with site.catalogue.read() as connection:
            assert connection.execute(select(alembic_version.c.version_num)).scalar() == HEAD
        letter(worked.inbox("wiesbaden") / "neu.pdf", ERIKA, "Stichwort Tulpe")
        Daemon(site).run_once()
    assert worked_akte("verify").status == 0
    assert len(worked_akte("search", "Tulpe", "--json").rows) == 1
    assert len(worked_akte("search", "Sonnenblume", "--json").rows) == 3


def _documents(akte, home: Home) -> list[dict[str, object]]:
    return akte("--home", str(home.root), "documents", "--json").rows
