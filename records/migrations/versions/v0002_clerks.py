"""What clerks decide can be taken back and teaches; what waits is found by what it names."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_SEQUENCE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _waiting()
    _decisions()
    _lessons()
    # What waits already is decided once more, whereby its keys are kept.
    op.execute(
        "INSERT INTO due (authority, document_id) SELECT authority, id FROM document WHERE state = 'review'"
    )


def _waiting() -> None:
    op.create_table(
        "waiting_key",
        sa.Column("authority", sa.String(length=63), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("document_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "document_id"],
            ["document.authority", "document.id"],
            name="fk_waiting_key_authority_document_id",
        ),
        sa.PrimaryKeyConstraint("authority", "key", "document_id", name="pk_waiting_key"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_waiting_key_document", "waiting_key", ["authority", "document_id"], unique=False)
    op.create_table(
        "due",
        sa.Column("sequence", _SEQUENCE, autoincrement=True, nullable=False),
        sa.Column("authority", sa.String(length=63), nullable=False),
        sa.Column("document_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "document_id"],
            ["document.authority", "document.id"],
            name="fk_due_authority_document_id",
        ),
        sa.PrimaryKeyConstraint("sequence", name="pk_due"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_due_document", "due", ["authority", "document_id"], unique=False)


def _decisions() -> None:
    op.create_table(
        "decision",
        sa.Column("number", _SEQUENCE, autoincrement=True, nullable=False),
        sa.Column("authority", sa.String(length=63), nullable=False),
        sa.Column("document_id", sa.String(length=36), nullable=False),
        sa.Column("actor", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "document_id"],
            ["document.authority", "document.id"],
            name="fk_decision_authority_document_id",
        ),
        sa.PrimaryKeyConstraint("number", name="pk_decision"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_decision_actor", "decision", ["authority", "actor", "number"], unique=False)
    op.create_index("ix_decision_document", "decision", ["authority", "document_id", "number"], unique=False)


def _lessons() -> None:
    op.create_table(
        "lesson",
        sa.Column("number", _SEQUENCE, autoincrement=True, nullable=False),
        sa.Column("authority", sa.String(length=63), nullable=False),
        sa.Column("person", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("content", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("document_id", sa.String(length=36), nullable=False),
        sa.Column("decision", sa.BigInteger(), nullable=False),
        sa.Column("actor", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("revoked_by", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["authority", "document_id"],
            ["document.authority", "document.id"],
            name="fk_lesson_authority_document_id",
        ),
        sa.ForeignKeyConstraint(
            ["authority", "person"], ["person.authority", "person.number"], name="fk_lesson_authority_person"
        ),
        sa.PrimaryKeyConstraint("number", name="pk_lesson"),
        sa.UniqueConstraint("authority", "number", name="uq_lesson_authority_number"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_lesson_decision", "lesson", ["decision"], unique=False)
    op.create_index("ix_lesson_document", "lesson", ["authority", "document_id"], unique=False)
    op.create_index("ix_lesson_person", "lesson", ["authority", "person"], unique=False)
    op.create_table(
        "lesson_key",
        sa.Column("authority", sa.String(length=63), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("lesson", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "lesson"],
            ["lesson.authority", "lesson.number"],
            name="fk_lesson_key_authority_lesson",
        ),
        sa.PrimaryKeyConstraint("authority", "key", "lesson", name="pk_lesson_key"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_lesson_key_lesson", "lesson_key", ["authority", "lesson"], unique=False)
