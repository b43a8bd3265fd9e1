"""All that a document says for and against one registered person being the one it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.birth_dates import DateLevel, compare_dates, similar_dates
from pipeline.identifiers import normal
from pipeline.lone_dates import lone_date, loose_date, named_as_another
from pipeline.model import (
    Identity,
    NumberKind,
    NumberMention,
    PartialDate,
    Person,
    PersonMention,
    Role,
    Standing,
    Zone,
)
from pipeline.name_lines import named_on_line, named_over_lines
from pipeline.name_match import NameLevel, NameMatch, best_name, compare_mention
from pipeline.sender import references_of
from pipeline.standing import standing

_DISTINCTIVE_DIGITS, _DISTINCTIVE = 7, 6
"""Least length of an unlabelled number, of digits alone and with letters: post codes are no file numbers."""

_SPECK = 3
"""Letters that are more likely the rest of a label than a family name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """How one mention fits one person."""

    mention: PersonMention
    name: NameMatch
    date: DateLevel

    @property
    def third(self) -> bool:
        return self.mention.role is Role.THIRD

    @property
    def full(self) -> bool:
        """Full name and full birth date at one place: the second way to file."""
        return self.name.level >= NameLevel.GIVEN_SUBSET and self.date is DateLevel.FULL

    @property
    def damaged(self) -> bool:
        return self.name.level is NameLevel.MARKS and self.date is DateLevel.FULL

    @property
    def half(self) -> bool:
        """Whether the birth date is the person's, and so is the half of a name that stands there."""
        if self.third or self.date is not DateLevel.FULL:
            return False
        if self.name.level is NameLevel.GIVEN_ONLY:
            return len(self.mention.family_name or "") <= _SPECK
        return self.name.level is NameLevel.FAMILY_ONLY

    @property
    def promising(self) -> bool:
        """Whether the name is not quite another's."""
        return self.name.level not in {NameLevel.DIFFERENT, NameLevel.FAMILY_ONLY_CONFLICT}

    @property
    def speaks_of_it(self) -> bool:
        """Not merely of somebody with the same family name."""
        return self.name.level >= NameLevel.FAMILY_ONLY or self.date is DateLevel.FULL


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    person: Person
    supports: tuple[Support, ...]
    numbers: tuple[tuple[NumberMention, NumberKind], ...]
    """The person's numbers that the document holds, with what they are in the register."""

    @property
    def fulls(self) -> tuple[Support, ...]:
        """Those that identify; one with damaged marks only if the name stands elsewhere as it should."""
        clean = any(s.name.level >= NameLevel.OCR and not s.third for s in self.supports)
        return tuple(s for s in self.supports if s.full or (clean and s.damaged))

    @property
    def best_name(self) -> NameMatch:
        return best_name([s.name for s in self._consistent])

    @property
    def _consistent(self) -> tuple[Support, ...]:
        """The supports without those that give another birth date, unless all do."""
        return tuple(s for s in self.supports if s.date is not DateLevel.DIFFERENT) or self.supports

    @property
    def best_date(self) -> DateLevel:
        return max((s.date for s in self.supports if s.promising), default=DateLevel.ABSENT)

    @property
    def similar_date(self) -> PartialDate | None:
        """A birth date beside the name that one misread sign may have made of the person's."""
        born = self.person.birth_date
        dates = (s.mention.birth_date for s in self.supports if s.promising)
        return next((date for date in dates if date and born and similar_dates(date, born)), None)

    @property
    def leads(self) -> bool:
        """Whether one of the person's numbers stands there and is not said to be a third person's."""
        return any(mention.role is not Role.THIRD for mention, _ in self.numbers)

    @property
    def stated(self) -> bool:
        """Whether one of them stands where a document states its own numbers, not in a sentence."""
        return any(m.role is not Role.THIRD and not m.in_sentence for m, _ in self.numbers)

    @property
    def standing(self) -> Standing:
        """Where the person is named best; with a number in a field at least as the letter's reader."""
        named = self.fulls
        if not named or any(not s.third for s in named):
            alike = tuple(s for s in self._consistent if s.speaks_of_it)
            named = tuple(s for s in alike if s.name.level >= NameLevel.GIVEN_SUBSET) or alike
        highest = max((standing(s.mention) for s in named), default=Standing.THIRD)
        labelled = any(m.role is not Role.THIRD and m.zone is not Zone.BODY for m, _ in self.numbers)
        if named and highest is Standing.THIRD:
            return highest
        return max(highest, Standing.ADDRESSED) if labelled else highest

    @property
    def role(self) -> Role:
        if self.standing is Standing.SUBJECT:
            return Role.SUBJECT
        named = any(support.speaks_of_it for support in self.supports)
        return Role.THIRD if named and self.standing is Standing.THIRD else Role.UNKNOWN


def numbers_of(person: Person) -> dict[str, NumberKind]:
    """The person's numbers in normal form."""
    numbers = {normal(number): NumberKind.DOCUMENT for number in person.document_numbers}
    if person.file_number:
        numbers[normal(person.file_number)] = NumberKind.FILE
    if person.azr_number:
        numbers[normal(person.azr_number)] = NumberKind.AZR
    return numbers


def find(identity: Identity, person: Person, lines: Sequence[str]) -> Findings:
    """`lines` is the text: a person to whom a number or a date leads is also looked for there by name."""
    form_date = None if named_as_another(identity, person) else lone_date(identity)
    shared = form_date or loose_date(identity, person, lines)
    supports = [_support(person, mention, shared) for mention in identity.persons]
    supports = [s for s in supports if s.name.level > NameLevel.GIVEN_ONLY or s.date is DateLevel.FULL]
    own = references_of(person, lines) | numbers_of(person)
    numbers: dict[str, tuple[NumberMention, NumberKind]] = {}
    for number in identity.numbers:
        if number.value in own and _credible(number):
            numbers.setdefault(number.value, (number, own[number.value]))
    if not any(s.name.level >= NameLevel.PARTIAL for s in supports):
        found = _named_in_text(person, lines, supports, led=bool(numbers), lone_date=shared)
        if shared and form_date is None:
            found = (replace(mention, role=_unless_third(mention.role)) for mention in found)
        supports += [_support(person, mention, shared) for mention in found]
    return Findings(person=person, supports=tuple(supports), numbers=tuple(numbers.values()))


def _unless_third(role: Role) -> Role:
    """Running text that tells a birth date makes nobody the subject of whom it does not say so."""
    return role if role is Role.THIRD else Role.UNKNOWN


def _credible(number: NumberMention) -> bool:
    if number.zone is not Zone.BODY or number.kind is not NumberKind.OTHER:
        return True
    return len(number.value) >= (_DISTINCTIVE_DIGITS if number.value.isdigit() else _DISTINCTIVE)


def _support(person: Person, mention: PersonMention, lone_date: PartialDate | None) -> Support:
    """How a mention fits; one without birth date shares the only date that stands alone on the form."""
    name = compare_mention(person, mention)
    date = compare_dates(person.birth_date, mention.birth_date)
    shared = compare_dates(person.birth_date, lone_date)
    if mention.birth_date is None and mention.role is not Role.THIRD and shared is DateLevel.FULL:
        date = shared
    return Support(mention=mention, name=name, date=date)


def _named_in_text(
    person: Person,
    lines: Sequence[str],
    supports: Sequence[Support],
    *,
    led: bool,
    lone_date: PartialDate | None,
) -> Iterator[PersonMention]:
    """The person's name where it stands in the text, if a number (`led`) or a birth date leads there.

    A mention that gives the birth date and half of the name is completed.
    """
    dated = compare_dates(person.birth_date, lone_date) is DateLevel.FULL
    halves = [s for s in supports if s.half]
    if not (led or dated or halves):
        return
    name = f"{person.names[0].family} {person.names[0].given}"
    role = named_on_line(person, lines)
    if role is not None and (led or dated):
        third = role is Role.THIRD or any(s.third and s.date is DateLevel.FULL for s in supports)
        known = Role.SUBJECT if dated else Role.UNKNOWN
        yield PersonMention(role=Role.THIRD if third else known, zone=Zone.BODY, page=1, name=name)
        return
    if any(s.name.level is NameLevel.FAMILY_ONLY_CONFLICT or (s.third and s.speaks_of_it) for s in supports):
        return
    if role is None or all(s.name.level is NameLevel.FAMILY_ONLY for s in halves):
        role = named_over_lines(person, lines)
    if role is Role.UNKNOWN:
        for half in halves[:1]:
            yield replace(half.mention, family_name=None, given_names=None, name=name)
        if not halves:
            yield PersonMention(role=Role.UNKNOWN, zone=Zone.BODY, page=1, name=name)
