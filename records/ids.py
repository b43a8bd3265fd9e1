"""Shortened ids, as a person types them."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Table, select

from records.catalogue import Catalogue
from records.errors import Ambiguous, NotFound

_SHOWN = 5


def resolve(catalogue: Catalogue, table: Table, prefix: str, authorities: Collection[str]) -> str:
    """The one id of `table` that begins with `prefix`. Raises NotFound or Ambiguous."""
    wanted = prefix.lower()
    query = (
        select(table.c.id)
        # "g" sorts behind all that a UUID is written with; a range can use the key, LIKE cannot
        .where(table.c.authority.in_(authorities), table.c.id >= wanted, table.c.id < wanted + "g")
        .order_by(table.c.id)
        .limit(_SHOWN)
    )
    with catalogue.read() as connection:
        found = connection.execute(query).scalars().all()
    if not found or not wanted:
        raise NotFound(table.name, prefix)
    if len(found) > 1 and found[0] != wanted:
        raise Ambiguous(prefix=prefix, matches=", ".join(found))
    return str(found[0])
