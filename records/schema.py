"""The tables of the catalogue. SQL stays portable: SQLite today, PostgreSQL where a site outgrows it.

Every table that holds an authority's data carries the authority in its foreign keys, so that the
database itself refuses a row that would connect two authorities.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

HEAD = "0003"
"""Revision of the newest migration; a test compares it with what alembic finds."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcDateTime(TypeDecorator[datetime]):
    """Aware UTC times; SQLite keeps no time zone, so none is stored."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else value.replace(tzinfo=UTC)


_Id = String(36)
_Name = String(63)
_Hash = String(64)
_Json = JSON(none_as_null=True)
_Sequence = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts up only INTEGER keys

_FIRST = text("duplicate_of IS NULL AND state <> 'discarded'")  # what is discarded may come again

alembic_version = Table(  # alembic's own; named here to read it without loading alembic
    "alembic_version", MetaData(), Column("version_num", String(32), primary_key=True)
)

arrival = Table(
    "arrival",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("authority", _Name, nullable=False),
    Column("source", Text, nullable=False),
    Column("sha256", _Hash, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("received_at", UtcDateTime, nullable=False),
    Column("origin", LargeBinary),  # path bytes as the file system has them, maybe not UTF-8
    Column("identity", String(100)),  # device:inode:size:mtime_ns; inodes may exceed 63 bits
    Column("removed", Boolean, nullable=False),  # the inbox file is gone
    Column("state", String(16), nullable=False),
    Column("priority", Integer, nullable=False),
    Column("not_before", UtcDateTime),
    Column("attempts", Integer, nullable=False),
    Column("interrupted", Integer, nullable=False),  # times the service died while working on it
    Column("worker", String(100)),
    Column("leased_at", UtcDateTime),
    Column("reason_code", String(40)),
    Column("reason_params", _Json),
    Column("media_type", String(100)),
    Column("page_count", Integer),
    Column("duplicate_of", _Id),
    UniqueConstraint("authority", "id"),
    ForeignKeyConstraint(["authority", "duplicate_of"], ["arrival.authority", "arrival.id"]),
    Index("ix_arrival_queue", "state", "priority", "received_at"),
    Index("ix_arrival_received", "authority", "received_at", "id"),
    Index("ix_arrival_origin", "authority", "removed", "identity"),
    Index("ix_arrival_duplicate_of", "authority", "duplicate_of"),
    Index(
        "uq_arrival_first",
        "authority",
        "sha256",
        unique=True,
        sqlite_where=_FIRST,
        postgresql_where=_FIRST,
    ),
)

person = Table(
    "person",
    metadata,
    Column("authority", _Name, nullable=False),
    Column("number", String(200), nullable=False),
    Column("names", _Json, nullable=False),
    Column("sort_name", Text, nullable=False),
    Column("birth_date", String(10)),
    Column("sex", String(1)),
    Column("nationality", String(3)),
    Column("birth_place", Text),
    Column("file_number", Text),
    Column("azr_number", Text),
    Column("document_numbers", _Json, nullable=False),
    Column("digest", _Hash, nullable=False),  # of the entry and its keys: unchanged rows are skipped
    PrimaryKeyConstraint("authority", "number"),
    Index("ix_person_sort", "authority", "sort_name", "number"),
)

person_key = Table(
    "person_key",
    metadata,
    Column("authority", _Name, nullable=False),
    Column("key", String(200), nullable=False),
    Column("person", String(200), nullable=False),
    PrimaryKeyConstraint("authority", "key", "person"),
    ForeignKeyConstraint(["authority", "person"], ["person.authority", "person.number"]),
    Index("ix_person_key_person", "authority", "person"),
    sqlite_with_rowid=False,
)

document = Table(
    "document",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("authority", _Name, nullable=False),
    Column("arrival_id", _Id, nullable=False),
    Column("state", String(16), nullable=False),
    Column("first_page", Integer, nullable=False),
    Column("source_pages", _Json, nullable=False),
    Column("type", String(60), nullable=False),
    Column("type_score", Float, nullable=False),
    Column("type_evidence", _Json, nullable=False),
    Column("section", String(60), nullable=False),
    Column("person", String(200)),
    Column("match_score", Float),
    Column("evidence", _Json, nullable=False),
    Column("document_date", String(10)),
    Column("language", String(10)),
    Column("quality", Float, nullable=False),
    Column("filed_at", UtcDateTime),
    Column("reason_code", String(40)),
    Column("reason_params", _Json),
    Column("folder", Text, nullable=False),  # below the home
    UniqueConstraint("authority", "id"),
    UniqueConstraint("arrival_id", "first_page"),
    UniqueConstraint("folder"),
    ForeignKeyConstraint(["authority", "arrival_id"], ["arrival.authority", "arrival.id"]),
    ForeignKeyConstraint(["authority", "person"], ["person.authority", "person.number"]),
    Index("ix_document_state", "authority", "state"),
    Index("ix_document_person", "authority", "person"),
    Index("ix_document_type", "authority", "type"),
)

page = Table(
    "page",
    metadata,
    Column("authority", _Name, nullable=False),
    Column("arrival_id", _Id, nullable=False),
    Column("number", Integer, nullable=False),
    Column("document_id", _Id),  # none: left out as blank or separator
    Column("kind", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("rotation", Integer, nullable=False),
    Column("language", String(10)),
    Column("quality", Float, nullable=False),
    Column("reason_code", String(40)),
    Column("reason_params", _Json),
    PrimaryKeyConstraint("arrival_id", "number"),  # a page is in one place only
    ForeignKeyConstraint(["authority", "arrival_id"], ["arrival.authority", "arrival.id"]),
    ForeignKeyConstraint(["authority", "document_id"], ["document.authority", "document.id"]),
    Index("ix_page_document", "authority", "document_id"),
)

file = Table(
    "file",
    metadata,
    Column("authority", _Name, nullable=False),
    Column("document_id", _Id, nullable=False),
    Column("name", String(100), nullable=False),
    Column("sha256", _Hash, nullable=False),
    Column("size", BigInteger, nullable=False),
    PrimaryKeyConstraint("document_id", "name"),
    ForeignKeyConstraint(["authority", "document_id"], ["document.authority", "document.id"]),
    Index("ix_file_document", "authority", "document_id"),
)

candidate = Table(
    "candidate",
    metadata,
    Column("authority", _Name, nullable=False),
    Column("document_id", _Id, nullable=False),
    Column("rank", Integer, nullable=False),
    Column("person", String(200), nullable=False),
    Column("score", Float, nullable=False),
    Column("level", String(16), nullable=False),
    Column("evidence", _Json, nullable=False),
    PrimaryKeyConstraint("document_id", "rank"),
    ForeignKeyConstraint(["authority", "document_id"], ["document.authority", "document.id"]),
    ForeignKeyConstraint(["authority", "person"], ["person.authority", "person.number"]),
    Index("ix_candidate_document", "authority", "document_id"),
    Index("ix_candidate_person", "authority", "person"),
)

waiting_key = Table(  # by which a change of the register finds the waiting documents it concerns
    "waiting_key",
    metadata,
    Column("authority", _Name, nullable=False),
    Column("key", String(200), nullable=False),
    Column("document_id", _Id, nullable=False),
    PrimaryKeyConstraint("authority", "key", "document_id"),
    ForeignKeyConstraint(["authority", "document_id"], ["document.authority", "document.id"]),
    Index("ix_waiting_key_document", "authority", "document_id"),
    sqlite_with_rowid=False,
)

due = Table(  # waiting documents that must be decided again, see records.waiting
    "due",
    metadata,
    Column("sequence", _Sequence, primary_key=True, autoincrement=True),
    Column("authority", _Name, nullable=False),
    Column("document_id", _Id, nullable=False),
    ForeignKeyConstraint(["authority", "document_id"], ["document.authority", "document.id"]),
    Index("ix_due_document", "authority", "document_id"),
    sqlite_autoincrement=True,
)

decision = Table(  # clerks' decisions that can be taken back, the last one of a document first
    "decision",
    metadata,
    Column("number", _Sequence, primary_key=True, autoincrement=True),
    Column("authority", _Name, nullable=False),
    Column("document_id", _Id, nullable=False),
    Column("actor", String(100), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("action", String(40), nullable=False),
    Column("before", _Json, nullable=False),  # what it changed of the document, and the candidates
    ForeignKeyConstraint(["authority", "document_id"], ["document.authority", "document.id"]),
    Index("ix_decision_document", "authority", "document_id", "number"),
    Index("ix_decision_actor", "authority", "actor", "number"),
    sqlite_autoincrement=True,
)

lesson = Table(  # what clerks' decisions teach about persons, see records.lessons
    "lesson",
    metadata,
    Column("number", _Sequence, primary_key=True, autoincrement=True),
    Column("authority", _Name, nullable=False),
    Column("person", String(200), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("content", _Json, nullable=False),
    Column("document_id", _Id, nullable=False),
    Column("decision", BigInteger, nullable=False),  # taken back with it
    Column("actor", String(100), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("revoked_by", BigInteger),  # the decision that says otherwise
    UniqueConstraint("authority", "number"),
    ForeignKeyConstraint(["authority", "person"], ["person.authority", "person.number"]),
    ForeignKeyConstraint(["authority", "document_id"], ["document.authority", "document.id"]),
    Index("ix_lesson_person", "authority", "person"),
    Index("ix_lesson_document", "authority", "document_id"),
    Index("ix_lesson_decision", "decision"),
    sqlite_autoincrement=True,
)

lesson_key = Table(
    "lesson_key",
    metadata,
    Column("authority", _Name, nullable=False),
    Column("key", String(200), nullable=False),
    Column("lesson", BigInteger, nullable=False),
    PrimaryKeyConstraint("authority", "key", "lesson"),
    ForeignKeyConstraint(["authority", "lesson"], ["lesson.authority", "lesson.number"]),
    Index("ix_lesson_key_lesson", "authority", "lesson"),
    sqlite_with_rowid=False,
)

change = Table(
    "change",
    metadata,
    Column("sequence", _Sequence, primary_key=True, autoincrement=True),
    Column("authority", _Name, nullable=False),
    Column("document_id", _Id, nullable=False),  # no foreign key: it may speak of a deleted document
    Index("ix_change_authority", "authority", "sequence"),
    sqlite_autoincrement=True,  # a number once forgotten never comes back
)

audit = Table(
    "audit",
    metadata,
    Column("seq", _Sequence, primary_key=True, autoincrement=False),
    Column("at", String(32), nullable=False),  # as hashed: read even if altered to nonsense
    Column("actor", String(100), nullable=False),
    Column("authority", _Name, nullable=False),
    Column("action", String(40), nullable=False),
    Column("subject", String(200), nullable=False),
    Column("details", Text, nullable=False),  # canonical JSON, as hashed
    Column("prev_hash", _Hash, nullable=False, unique=True),
    Column("hash", _Hash, nullable=False),
    Index("ix_audit_subject", "subject", "seq"),
    Index("ix_audit_authority", "authority", "seq"),
)

audit_head = Table(  # one row: shows that the end of the log was cut off
    "audit_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
    Column("hash", _Hash, nullable=False),
)

leftover = Table(  # see records.leftovers
    "leftover",
    metadata,
    Column("path", String(500), primary_key=True),
    Column("owner", _Id, nullable=False),
    Column("token", _Id, nullable=False),
    Column("doomed", Boolean, nullable=False),
    Index("ix_leftover_owner", "owner"),
)
