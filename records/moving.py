"""Changing a document's row, and with its person the folder where its files lie.

A document whose person changes moves to another folder: its files are linked there, one
transaction changes the row, and the old folder goes last (see `leftovers`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select, update

from records import changes, documents, files, leftovers
from records.audit import Action, append
from records.catalogue import Catalogue
from records.errors import ChangedMeanwhile
from records.model import StoredDocument
from records.schema import document, file
from records.seals import document_seal


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What is to become of a document: new values of its row, and what the log says of it.

    `before` and `after` are done in the same transaction, before and after the row is changed.
    """

    values: Mapping[str, Any]
    actor: str
    action: Action
    details: Mapping[str, Any]
    before: Callable[[Connection], None] = lambda _connection: None
    after: Callable[[Connection], None] = lambda _connection: None


def take(catalogue: Catalogue, stored: StoredDocument, step: Step) -> StoredDocument:
    """Take the step if the document is still as `stored` was read, else raise ChangedMeanwhile."""
    home = catalogue.home
    person = step.values.get("person", stored.person)
    target = files.document_folder(home, stored.authority, person, stored.id)
    if target == stored.folder:
        with catalogue.write() as connection:
            _change(connection, stored, step, step.values)
    else:
        announced = leftovers.announce(catalogue, home, stored.id, [target])
        _link_files(catalogue, stored, target)
        with catalogue.write() as connection:
            leftovers.withdraw(connection, announced)
            leftovers.doom(connection, home, stored.id, stored.folder)
            _change(connection, stored, step, {**step.values, "folder": files.relative(home, target)})
        leftovers.clear(catalogue, home, stored.id)
    return documents.get(catalogue, stored.id)


def _link_files(catalogue: Catalogue, stored: StoredDocument, target: Path) -> None:
    with catalogue.read() as connection:
        names = connection.execute(select(file.c.name).where(file.c.document_id == stored.id)).scalars().all()
    try:
        for name in names:
            files.place(stored.folder / name, target / name)
    except FileNotFoundError as error:
        if documents.get(catalogue, stored.id).folder == stored.folder:
            raise  # not moved: the file is lost, as `verify` will say, too
        raise ChangedMeanwhile(detail=stored.id) from error


def _change(connection: Connection, stored: StoredDocument, step: Step, values: Mapping[str, Any]) -> None:
    """Change the row, log it, tell the index."""
    unchanged = (
        (document.c.id == stored.id)
        & (document.c.state == stored.state)
        & (document.c.person.is_not_distinct_from(stored.person))
        & (document.c.type == stored.type)
        & (document.c.filed_at.is_not_distinct_from(stored.filed_at))
    )
    step.before(connection)
    if connection.execute(update(document).where(unchanged).values(**values)).rowcount != 1:
        raise ChangedMeanwhile(detail=stored.id)
    step.after(connection)
    changes.note(connection, stored.authority, [stored.id])
    append(
        connection,
        actor=step.actor,
        authority=stored.authority,
        action=step.action,
        subject=stored.id,
        details={**step.details, "seal": document_seal(connection, stored.id)},
    )
