"""Hundreds of thousands of rows at once."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, Table, insert


def insert_rows(connection: Connection, table: Table, rows: Sequence[tuple[str, ...]]) -> None:
    """Insert rows of plain text that have a value for each column, in the table's order.

    As `connection.execute(insert(table), …)` does, but without its work on each value, which takes longer
    than the database does.
    """
    names = table.columns.keys()
    statement = insert(table).compile(dialect=connection.dialect, column_keys=names)
    if statement.positional:
        connection.exec_driver_sql(statement.string, list(rows))
    else:
        connection.exec_driver_sql(statement.string, [dict(zip(names, row, strict=True)) for row in rows])


@contextmanager
def nothing_to_collect() -> Iterator[None]:
    """While what is made is kept: looking through all of it for garbage again and again takes a fifth of
    the time. What nobody refers to any more goes at once even so.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
