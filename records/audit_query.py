"""Choosing entries of the audit log: by authority, document, person, actor, action and time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, RowMapping, and_, exists, literal, or_, select

from records.audit import head, rows
from records.catalogue import Catalogue
from records.codec import canonical
from records.schema import audit, document

_SHOWING = ("searched", "listed")
"""Actions whose details name the documents that were shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What entries must have; None does not matter. Times are aware; `until` is exclusive.

    The authority of what concerns the whole home (backups, repairs) is empty.
    `document` and `person` also find entries that only mention them, as a search that showed them;
    `person` also those about the documents that are in the person's record today.
    """

    authorities: Sequence[str]
    document: str | None = None
    person: str | None = None
    actor: str | None = None
    action: str | None = None
    since: datetime | None = None
    until: datetime | None = None


def matching(catalogue: Catalogue, wanted: Wanted) -> Iterator[RowMapping]:
    """The entries as they are stored and hashed, oldest first, up to the newest of this moment."""
    return rows(catalogue, _condition(wanted), up_to=head(catalogue)[0])


def newest(catalogue: Catalogue, wanted: Wanted, limit: int) -> list[RowMapping]:
    """The newest `limit` of them, oldest first."""
    query = select(audit).where(_condition(wanted)).order_by(audit.c.seq.desc()).limit(limit)
    with catalogue.read() as connection:
        return list(reversed(connection.execute(query).mappings().all()))


def _condition(wanted: Wanted) -> ColumnElement[bool]:
    found: list[ColumnElement[bool]] = [audit.c.authority.in_(wanted.authorities)]
    if wanted.document is not None:
        found.append(_about(wanted.document, "document", "arrival"))
    if wanted.person is not None:
        found.append(or_(_about(wanted.person, "person"), _in_record_of(wanted)))
    for column, value in ((audit.c.actor, wanted.actor), (audit.c.action, wanted.action)):
        if value is not None:
            found.append(column == value)
    if wanted.since is not None:
        found.append(audit.c.at >= _as_logged(wanted.since))
    if wanted.until is not None:
        found.append(audit.c.at < _as_logged(wanted.until))
    return and_(*found)


def _about(name: str, *kinds: str) -> ColumnElement[bool]:
    mention = canonical(name).decode()  # as it stands in the details, within its quotes
    return or_(
        audit.c.subject.in_([name, *(f"{kind} {name}" for kind in kinds)]),
        audit.c.details.contains(mention, autoescape=True),
    )


def _in_record_of(wanted: Wanted) -> ColumnElement[bool]:
    held = and_(document.c.authority.in_(wanted.authorities), document.c.person == wanted.person)
    hit = audit.c.details.contains(document.c.id)
    return or_(
        and_(audit.c.action.in_(_SHOWING), exists().where(held, hit)),
        audit.c.subject.in_(select(document.c.id).where(held)),
        audit.c.subject.in_(select(literal("document ") + document.c.id).where(held)),
    )


def _as_logged(time: datetime) -> str:
    return time.astimezone(UTC).isoformat()
