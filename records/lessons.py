"""What clerks' decisions have taught about persons: kept per authority, shown, and revocable.

A lesson belongs to the decision that taught it and goes when that is taken back; a later decision
that says otherwise revokes it, and gives it back when it is itself taken back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, RowMapping, Select, delete, insert, select, update

from pipeline.lessons import Lesson, LessonKind
from pipeline.model import Learned, Person, PersonName, SenderReference
from records import waiting
from records.audit import Action, append
from records.catalogue import Catalogue
from records.codec import chunks, digest, now
from records.errors import NotFound
from records.schema import document, lesson, lesson_key


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredLesson:
    """A lesson with where it comes from."""

    number: int
    authority: str
    lesson: Lesson
    document_id: str
    actor: str
    at: datetime


# -- looking --------------------------------------------------------------------------------


def of_person(catalogue: Catalogue, authority: str, person: str) -> tuple[StoredLesson, ...]:
    """What is in force about a person, in the order it was learned."""
    with catalogue.read() as connection:
        return tuple(map(_stored, _in_force(connection, authority, [person])))


def of_decision(catalogue: Catalogue, decision: int) -> tuple[StoredLesson, ...]:
    """What a decision has taught."""
    query = select(lesson).where(lesson.c.decision == decision).order_by(lesson.c.number)
    with catalogue.read() as connection:
        return tuple(map(_stored, connection.execute(query).mappings()))


def taught(catalogue: Catalogue, authority: str, persons: Sequence[Person]) -> tuple[Person, ...]:
    """The register's entries together with what was learned about them."""
    found: dict[str, list[Lesson]] = defaultdict(list)
    with catalogue.read() as connection:
        for part in chunks([each.number for each in persons]):
            for row in _in_force(connection, authority, part):
                found[row["person"]].append(_lesson(row))
    return tuple(_with(each, found[each.number]) if each.number in found else each for each in persons)


def persons_by_key(authority: str, keys: Collection[str]) -> Select[tuple[str, str]]:
    """Persons and those of `keys` that lead to them by what was learned."""
    in_force = (lesson.c.number == lesson_key.c.lesson) & lesson.c.revoked_by.is_(None)
    return (
        select(lesson.c.person, lesson_key.c.key)
        .join_from(lesson_key, lesson, in_force)
        .where(lesson_key.c.authority == authority, lesson_key.c.key.in_(keys))
    )


def _in_force(connection: Connection, authority: str, persons: Collection[str]) -> Sequence[RowMapping]:
    query = select(lesson).where(
        lesson.c.authority == authority, lesson.c.person.in_(persons), lesson.c.revoked_by.is_(None)
    )
    return connection.execute(query.order_by(lesson.c.number)).mappings().all()


def _with(person: Person, lessons: Iterable[Lesson]) -> Person:
    names, references, not_same = [], [], set()
    for each in lessons:
        match each.kind:
            case LessonKind.ALIAS:
                names.append(PersonName(**each.content, kind="learned"))
            case LessonKind.REFERENCE:
                references.append(SenderReference(**each.content))
            case LessonKind.NOT_SAME:
                not_same.add(each.content["stated"])
    learned = Learned(references=tuple(references), not_same=frozenset(not_same))
    return replace(person, names=(*person.names, *names), learned=learned)


def _lesson(row: RowMapping) -> Lesson:
    return Lesson(kind=LessonKind(row["kind"]), person=row["person"], content=row["content"])


def _stored(row: RowMapping) -> StoredLesson:
    return StoredLesson(
        number=row["number"],
        authority=row["authority"],
        lesson=_lesson(row),
        document_id=row["document_id"],
        actor=row["actor"],
        at=row["at"],
    )


# -- keeping --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Taught:
    """The decision that teaches: its number, about which document, by whom."""

    authority: str
    document_id: str
    decision: int
    actor: str


def keep(connection: Connection, taught_by: Taught, lessons: Iterable[Lesson]) -> None:
    """In the decision's transaction. What is known already is not learned again."""
    authority = taught_by.authority
    for each in lessons:
        if any(_lesson(row) == each for row in _in_force(connection, authority, [each.person])):
            continue
        values = {
            **asdict(taught_by),
            "person": each.person,
            "kind": each.kind,
            "content": dict(each.content),
            "at": now(),
        }
        number = connection.execute(insert(lesson).returning(lesson.c.number), values).scalar_one()
        keys = [{"authority": authority, "key": key, "lesson": number} for key in sorted(each.keys)]
        if keys:
            connection.execute(insert(lesson_key), keys)
        waiting.mark(connection, authority, each.concerns)
        if each.kind is LessonKind.NOT_SAME:
            waiting.mark_filed(connection, authority, [each.person])
        _log(connection, Action.LEARNED, taught_by, number, each)


def revoke_denials(connection: Connection, taught_by: Taught, person: str, stated: Collection[str]) -> None:
    """What says that somebody stated so is not this person no longer holds: a clerk has decided it is."""
    authority = taught_by.authority
    for row in _in_force(connection, authority, [person]):
        each = _lesson(row)
        if each.kind is LessonKind.NOT_SAME and each.content["stated"] in stated:
            values = {"revoked_by": taught_by.decision}
            connection.execute(update(lesson).where(lesson.c.number == row["number"]).values(values))
            waiting.mark(connection, authority, each.concerns)
            _log(connection, Action.FORGOTTEN, taught_by, row["number"], each)


def take_back(connection: Connection, *, authority: str, decision: int, actor: str) -> None:
    """In the transaction that takes the decision back: its lessons go, those it revoked hold again."""
    own = select(lesson).where(lesson.c.authority == authority, lesson.c.decision == decision)
    for row in connection.execute(own).mappings().all():
        _remove(connection, row, actor)
    revoked = (lesson.c.authority == authority) & (lesson.c.revoked_by == decision)
    for row in connection.execute(select(lesson).where(revoked)).mappings().all():
        waiting.mark(connection, authority, _lesson(row).concerns)
    connection.execute(update(lesson).where(revoked).values(revoked_by=None))


def forget(catalogue: Catalogue, authorities: Collection[str], number: int, actor: str) -> StoredLesson:
    """Remove one lesson; the decision that taught it stands. Raises NotFound."""
    query = select(lesson).where(lesson.c.authority.in_(authorities), lesson.c.number == number)
    with catalogue.write() as connection:
        row = connection.execute(query).mappings().first()
        if row is None:
            raise NotFound("lesson", str(number))
        _remove(connection, row, actor)
    return _stored(row)


def _remove(connection: Connection, row: RowMapping, actor: str) -> None:
    authority, number, each = row["authority"], row["number"], _lesson(row)
    mine = (lesson_key.c.authority == authority) & (lesson_key.c.lesson == number)
    connection.execute(delete(lesson_key).where(mine))
    connection.execute(delete(lesson).where(lesson.c.number == number))
    waiting.mark(connection, authority, each.concerns)
    waiting.mark_filed(connection, authority, [each.person], document.c.filed_at >= row["at"])
    taught_by = Taught(authority, row["document_id"], row["decision"], actor)
    _log(connection, Action.FORGOTTEN, taught_by, number, each)


def _log(connection: Connection, action: Action, taught_by: Taught, number: int, each: Lesson) -> None:
    """Which lesson, without its content: a name that is forgotten shall not live on in the log."""
    details = {
        "lesson": number,
        "kind": each.kind,
        "person": each.person,
        "digest": digest([each.kind, each.person, dict(each.content)]),
    }
    append(
        connection,
        actor=taught_by.actor,
        authority=taught_by.authority,
        action=action,
        subject=taught_by.document_id,
        details=details,
    )
