"""What a clerk's decision about one document says about later ones. Pure; `records.lessons` keeps it.

Three things are learned. Another spelling of the person's name, if the document's birth date
agrees or is missing. That somebody stated like this is not the person who was proposed. And what
the sender calls the matter. None of them files alone: a spelling still needs the full birth date or
a number, a sender's reference the full name, and what is not the same only keeps documents back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from pipeline.birth_dates import DateLevel, compare_dates
from pipeline.findings import numbers_of
from pipeline.model import DocumentReading, Identity, Person, PersonMention, PersonName, Role
from pipeline.name_match import NameLevel, compare_mention
from pipeline.names import Agreement, compare_token, keys, words
from pipeline.sender import sender_of, stated_references
from pipeline.standing import explains, is_of, standing

SENDER_REFERENCE = "sender_reference"
"""Name of the evidence that a reference is the one which the sender uses for the person."""

_INITIAL = 1


class LessonKind(StrEnum):
    ALIAS = "alias"
    NOT_SAME = "not_same"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One thing learned about a registered person.

    `content` is family and given (ALIAS), stated (NOT_SAME: see `stated_identities`), or sender
    and value (REFERENCE).
    """

    kind: LessonKind
    person: str
    content: Mapping[str, str]

    @property
    def keys(self) -> frozenset[str]:
        """Keys by which the person is now looked up as well, in the manner of `match.keys_of_person`."""
        match self.kind:
            case LessonKind.ALIAS:
                return _name_keys(f"{self.content['family']} {self.content['given']}")
            case LessonKind.REFERENCE:
                return frozenset({f"num:{self.content['value']}"})
            case LessonKind.NOT_SAME:
                return frozenset()

    @property
    def concerns(self) -> frozenset[str]:
        """Keys of the waiting documents that may have to be decided differently now."""
        match self.kind:
            case LessonKind.ALIAS:
                return _name_keys(self.content["family"] or self.content["given"])
            case LessonKind.REFERENCE:
                return self.keys
            case LessonKind.NOT_SAME:
                rest = self.content["stated"].partition("|")[2]
                return frozenset({rest if rest.startswith("num:") else f"date:{rest}"})


def stated_identities(identity: Identity, person: Person) -> frozenset[str]:
    """How a document states somebody who may be `person`: names in full with the birth date.

    Where one of the person's own numbers is stated, that stands in place of the birth date: it
    tells namesakes apart. A bare name states too little to be remembered.
    """
    own = numbers_of(person)
    numbers = [number.value for number in identity.numbers if number.value in own]
    return frozenset(
        each
        for mention in identity.persons
        if mention.role is not Role.THIRD and _named(mention)
        for each in _stated(mention, numbers)
    )


def lessons_of(
    document: DocumentReading, person: Person, proposed: Sequence[Person], moved_from: Person | None = None
) -> tuple[Lesson, ...]:
    """What is learned when a clerk puts `document` into the record of `person`.

    `proposed` are the candidates; `moved_from` is the person in whose record it lay before.
    """
    others = [each for each in proposed if each.number != person.number]
    alias = _alias(document.identity, person, [*others, *([moved_from] if moved_from else ())])
    found = [] if alias is None else [alias]
    known = person if alias is None else _with_name(person, alias.content)
    for other in others:
        found += _confused(document.identity, known, other)
    if moved_from is not None and moved_from.number != person.number:
        found += lessons_of_removal(document, moved_from)
    found += _references(document, person, [person, *others])
    return tuple({(each.kind, each.person, *each.content.values()): each for each in found}.values())


def lessons_of_removal(document: DocumentReading, person: Person) -> tuple[Lesson, ...]:
    """What is learned when a clerk takes `document` out of the record of `person`, as not theirs."""
    return tuple(_not_same(person, stated_identities(document.identity, person)))


# -- another spelling -----------------------------------------------------------------------


def _alias(identity: Identity, person: Person, others: Iterable[Person]) -> Lesson | None:
    """The only name in the subject's place, if it is like the person's but not recognised as such.

    Given names that are others are never learned: that would be a brother, a sister or a twin.
    """
    named = [m for m in identity.persons if m.role is not Role.THIRD and _named(m)]
    if any(m.role is Role.PARTY for m in named) or any(_recognised(person, m) for m in named):
        return None
    highest = max(map(standing, named), default=None)
    best = [m for m in named if standing(m) is highest]
    stated = {(_normal(m), m.birth_date) for m in best if m.birth_date}
    if len({_normal(m) for m in best}) != 1 or len(stated) > 1:
        return None
    mention = max(best, key=lambda m: m.birth_date is not None)
    if mention.truncated or mention.unreadable or any(is_of(other, mention) for other in others):
        return None
    if any(len(word) <= _INITIAL for word in _words(mention)) or not _spells(person, mention):
        return None
    family, given = _split(person, mention)
    return Lesson(kind=LessonKind.ALIAS, person=person.number, content={"family": family, "given": given})


def _recognised(person: Person, mention: PersonMention) -> bool:
    return compare_mention(person, mention).level >= NameLevel.GIVEN_SUBSET


def _spells(person: Person, mention: PersonMention) -> bool:
    """Whether the mention may be another spelling, or another family name at the same birth date."""
    name = compare_mention(person, mention).level
    date = compare_dates(person.birth_date, mention.birth_date)
    if name in {NameLevel.NEAR, NameLevel.PARTIAL, NameLevel.MARKS}:
        return date is not DateLevel.DIFFERENT
    return name is NameLevel.GIVEN_ONLY and date is DateLevel.FULL


def _split(person: Person, mention: PersonMention) -> tuple[str, str]:
    """Family and given names; of an unsplit name, given is what is like a registered given name."""
    if mention.family_name and mention.given_names:
        return mention.family_name, mention.given_names
    text = mention.name or mention.family_name or mention.given_names or ""
    if "," in text:
        family, _, given = text.partition(",")
        return family.strip(), given.strip()
    known = [word for name in person.names for word in words(name.given)]
    parts = text.split()
    given_parts = [part for part in parts if any(_alike(word, part) for word in known)] or parts[:-1]
    return " ".join(part for part in parts if part not in given_parts), " ".join(given_parts)


def _alike(known: str, part: str) -> bool:
    return any(compare_token(known, word) is not Agreement.DIFFERENT for word in words(part))


# -- somebody else --------------------------------------------------------------------------


def _confused(identity: Identity, person: Person, other: Person) -> Iterator[Lesson]:
    """That those are not `other` who are stated so that they may be either of the two."""
    mentions = tuple(m for m in identity.persons if explains(person, m) and _may_be(other, m))
    return _not_same(other, stated_identities(replace(identity, persons=mentions), other))


def _may_be(person: Person, mention: PersonMention) -> bool:
    same_day = compare_dates(person.birth_date, mention.birth_date) is not DateLevel.DIFFERENT
    return same_day and compare_mention(person, mention).level >= NameLevel.NEAR


def _not_same(person: Person, stated: Iterable[str]) -> Iterator[Lesson]:
    for each in sorted(stated):
        yield Lesson(kind=LessonKind.NOT_SAME, person=person.number, content={"stated": each})


# -- the sender's reference -----------------------------------------------------------------


def _references(document: DocumentReading, person: Person, known: Iterable[Person]) -> Iterator[Lesson]:
    """The sender's numbers for the matter; a registered number ("Ihr Zeichen") is none of them."""
    lines = [line.text for page in document.pages for line in page.lines]
    registered = {number for each in known for number in numbers_of(each)}
    sender = sender_of(lines)
    if not sender:
        return
    for value in stated_references(document.identity.numbers, lines):
        if value not in registered:
            content = {"sender": sender, "value": value}
            yield Lesson(kind=LessonKind.REFERENCE, person=person.number, content=content)


# -- names at a place -----------------------------------------------------------------------


def _stated(mention: PersonMention, numbers: Sequence[str]) -> Iterator[str]:
    name = " ".join(_normal(mention))
    if numbers:
        yield from (f"{name}|num:{number}" for number in numbers)
    elif mention.birth_date:
        yield f"{name}|{mention.birth_date}"


def _normal(mention: PersonMention) -> tuple[str, ...]:
    return tuple(sorted(_words(mention)))


def _named(mention: PersonMention) -> bool:
    return len(_words(mention)) > 1


def _words(mention: PersonMention) -> tuple[str, ...]:
    stated = (mention.family_name, mention.given_names, mention.name)
    return tuple(word for text in stated if text for word in words(text))


def _name_keys(text: str) -> frozenset[str]:
    return frozenset(f"name:{key}" for key in keys(text))


def _with_name(person: Person, content: Mapping[str, str]) -> Person:
    name = PersonName(family=content["family"], given=content["given"], kind="learned")
    return replace(person, names=(*person.names, name))
