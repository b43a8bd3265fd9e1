"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _intake()
    _log_and_work()
    _people_and_documents()
    _parts_of_documents()
    _begin_log()


def _intake() -> None:
    op.create_table(
        "arrival",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority", sa.String(length=63), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.Column("origin", sa.LargeBinary(), nullable=True),
        sa.Column("identity", sa.String(length=100), nullable=True),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.DateTime(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("interrupted", sa.Integer(), nullable=False),
        sa.Column("worker", sa.String(length=100), nullable=True),
        sa.Column("leased_at", sa.DateTime(), nullable=True),
        sa.Column("reason_code", sa.String(length=40), nullable=True),
        sa.Column("reason_params", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("media_type", sa.String(length=100), nullable=True),
        sa.Column("page_count", sa.Integer(), nullable=True),
        sa.Column("duplicate_of", sa.String(length=36), nullable=True),
        sa.ForeignKeyConstraint(
            ["authority", "duplicate_of"],
            ["arrival.authority", "arrival.id"],
            name="fk_arrival_authority_duplicate_of",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_arrival"),
        sa.UniqueConstraint("authority", "id", name="uq_arrival_authority_id"),
    )
    op.create_index("ix_arrival_duplicate_of", "arrival", ["authority", "duplicate_of"], unique=False)
    op.create_index("ix_arrival_origin", "arrival", ["authority", "removed", "identity"], unique=False)
    op.create_index("ix_arrival_queue", "arrival", ["state", "priority", "received_at"], unique=False)
    op.create_index("ix_arrival_received", "arrival", ["authority", "received_at", "id"], unique=False)
    op.create_index(
        "uq_arrival_first",
        "arrival",
        ["authority", "sha256"],
        unique=True,
        sqlite_where=sa.text("duplicate_of IS NULL"),
        postgresql_where=sa.text("duplicate_of IS NULL"),
    )


def _log_and_work() -> None:
    op.create_table(
        "audit",
        sa.Column(
            "seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("actor", sa.String(length=100), nullable=False),
        sa.Column("authority", sa.String(length=63), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("prev_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_audit"),
        sa.UniqueConstraint("prev_hash", name="uq_audit_prev_hash"),
    )
    op.create_index("ix_audit_authority", "audit", ["authority", "seq"], unique=False)
    op.create_index("ix_audit_subject", "audit", ["subject", "seq"], unique=False)
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_head"),
    )
    op.create_table(
        "change",
        sa.Column(
            "sequence",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("authority", sa.String(length=63), nullable=False),
        sa.Column("document_id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name="pk_change"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_change_authority", "change", ["authority", "sequence"], unique=False)
    op.create_table(
        "leftover",
        sa.Column("path", sa.String(length=500), nullable=False),
        sa.Column("owner", sa.String(length=36), nullable=False),
        sa.Column("token", sa.String(length=36), nullable=False),
        sa.Column("doomed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("path", name="pk_leftover"),
    )
    op.create_index("ix_leftover_owner", "leftover", ["owner"], unique=False)


def _people_and_documents() -> None:
    op.create_table(
        "person",
        sa.Column("authority", sa.String(length=63), nullable=False),
        sa.Column("number", sa.String(length=200), nullable=False),
        sa.Column("names", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("sort_name", sa.Text(), nullable=False),
        sa.Column("birth_date", sa.String(length=10), nullable=True),
        sa.Column("sex", sa.String(length=1), nullable=True),
        sa.Column("nationality", sa.String(length=3), nullable=True),
        sa.Column("birth_place", sa.Text(), nullable=True),
        sa.Column("file_number", sa.Text(), nullable=True),
        sa.Column("azr_number", sa.Text(), nullable=True),
        sa.Column("document_numbers", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("authority", "number", name="pk_person"),
    )
    op.create_index("ix_person_sort", "person", ["authority", "sort_name", "number"], unique=False)
    op.create_table(
        "document",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority", sa.String(length=63), nullable=False),
        sa.Column("arrival_id", sa.String(length=36), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("first_page", sa.Integer(), nullable=False),
        sa.Column("source_pages", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("type", sa.String(length=60), nullable=False),
        sa.Column("type_score", sa.Float(), nullable=False),
        sa.Column("type_evidence", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("section", sa.String(length=60), nullable=False),
        sa.Column("person", sa.String(length=200), nullable=True),
        sa.Column("match_score", sa.Float(), nullable=True),
        sa.Column("evidence", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("document_date", sa.String(length=10), nullable=True),
        sa.Column("language", sa.String(length=10), nullable=True),
        sa.Column("quality", sa.Float(), nullable=False),
        sa.Column("filed_at", sa.DateTime(), nullable=True),
        sa.Column("reason_code", sa.String(length=40), nullable=True),
        sa.Column("reason_params", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("folder", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "arrival_id"],
            ["arrival.authority", "arrival.id"],
            name="fk_document_authority_arrival_id",
        ),
        sa.ForeignKeyConstraint(
            ["authority", "person"],
            ["person.authority", "person.number"],
            name="fk_document_authority_person",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_document"),
        sa.UniqueConstraint("arrival_id", "first_page", name="uq_document_arrival_id_first_page"),
        sa.UniqueConstraint("authority", "id", name="uq_document_authority_id"),
        sa.UniqueConstraint("folder", name="uq_document_folder"),
    )
    op.create_index("ix_document_person", "document", ["authority", "person"], unique=False)
    op.create_index("ix_document_state", "document", ["authority", "state"], unique=False)
    op.create_index("ix_document_type", "document", ["authority", "type"], unique=False)
    op.create_table(
        "person_key",
        sa.Column("authority", sa.String(length=63), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("person", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "person"],
            ["person.authority", "person.number"],
            name="fk_person_key_authority_person",
        ),
        sa.PrimaryKeyConstraint("authority", "key", "person", name="pk_person_key"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_person_key_person", "person_key", ["authority", "person"], unique=False)


def _parts_of_documents() -> None:
    op.create_table(
        "candidate",
        sa.Column("authority", sa.String(length=63), nullable=False),
        sa.Column("document_id", sa.String(length=36), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(length=200), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("level", sa.String(length=16), nullable=False),
        sa.Column("evidence", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "document_id"],
            ["document.authority", "document.id"],
            name="fk_candidate_authority_document_id",
        ),
        sa.ForeignKeyConstraint(
            ["authority", "person"],
            ["person.authority", "person.number"],
            name="fk_candidate_authority_person",
        ),
        sa.PrimaryKeyConstraint("document_id", "rank", name="pk_candidate"),
    )
    op.create_index("ix_candidate_document", "candidate", ["authority", "document_id"], unique=False)
    op.create_index("ix_candidate_person", "candidate", ["authority", "person"], unique=False)
    op.create_table(
        "file",
        sa.Column("authority", sa.String(length=63), nullable=False),
        sa.Column("document_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "document_id"],
            ["document.authority", "document.id"],
            name="fk_file_authority_document_id",
        ),
        sa.PrimaryKeyConstraint("document_id", "name", name="pk_file"),
    )
    op.create_index("ix_file_document", "file", ["authority", "document_id"], unique=False)
    op.create_table(
        "page",
        sa.Column("authority", sa.String(length=63), nullable=False),
        sa.Column("arrival_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.String(length=36), nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("rotation", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=True),
        sa.Column("quality", sa.Float(), nullable=False),
        sa.Column("reason_code", sa.String(length=40), nullable=True),
        sa.Column("reason_params", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["authority", "arrival_id"],
            ["arrival.authority", "arrival.id"],
            name="fk_page_authority_arrival_id",
        ),
        sa.ForeignKeyConstraint(
            ["authority", "document_id"],
            ["document.authority", "document.id"],
            name="fk_page_authority_document_id",
        ),
        sa.PrimaryKeyConstraint("arrival_id", "number", name="pk_page"),
    )
    op.create_index("ix_page_document", "page", ["authority", "document_id"], unique=False)


def _begin_log() -> None:
    """The head of the empty log, and triggers that refuse to change what is logged."""
    op.execute(f"INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, '{'0' * 64}')")  # noqa: S608
    if op.get_bind().dialect.name != "sqlite":  # elsewhere the right to change the table is not granted
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER audit_no_{change.lower()} BEFORE {change} ON audit "
            "BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END"
        )
