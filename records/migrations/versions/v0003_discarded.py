"""Discarded arrivals no longer count as the first with their bytes: the same file may come again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_FIRST = sa.text("duplicate_of IS NULL AND state <> 'discarded'")


def upgrade() -> None:
    op.drop_index("uq_arrival_first", table_name="arrival")
    op.create_index(
        "uq_arrival_first",
        "arrival",
        ["authority", "sha256"],
        unique=True,
        sqlite_where=_FIRST,
        postgresql_where=_FIRST,
    )
