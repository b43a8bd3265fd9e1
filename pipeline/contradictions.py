"""What in a document speaks against a registered person; no agreement elsewhere outvotes it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from pipeline.birth_dates import DateLevel, compare_dates
from pipeline.findings import Findings, Support, numbers_of
from pipeline.foreign_names import is_foreign
from pipeline.identifiers import normal
from pipeline.model import Identity, Mrz, NumberKind, Person, Role, Zone
from pipeline.name_match import NameLevel
from pipeline.names import fold
from pipeline.nationality import differs
from pipeline.standing import standing
from pipeline.states import STATES


def contradictions(identity: Identity, findings: Findings, owners: Mapping[str, Findings]) -> Iterator[str]:
    """Names of what speaks against the person. `owners`: whose the numbers are that fields state.

    A full agreement elsewhere explains a third person's data.
    """
    person = findings.person
    own_place = any(not support.third for support in findings.fulls)
    relevant = [s for s in findings.supports if not (s.third and own_place)]
    named = [s for s in relevant if s.name.level >= NameLevel.GIVEN_SUBSET]
    if any(s.date is DateLevel.DIFFERENT for s in named):
        yield "birth_date_differs"
    if any(s.mention.unreadable and _stands_above(s, findings.fulls) for s in named):
        yield "birth_date_unreadable"
    if not findings.fulls and any(_same_day_other_given(s) for s in relevant):
        yield "given_name_differs"
    if any(_another(person.sex, s.mention.sex) for s in named if not s.third):
        yield "sex_differs"
    if not findings.leads and any(_another_state(person, s) for s in named if not s.third):
        yield "nationality_differs"
    if not findings.leads and any(_another_birth_name(person, s) for s in named if not s.third):
        yield "birth_name_differs"
    if any(not s.third for s in named) and _number_of_another(findings, owners):
        yield "number_of_another"
    elif _azr_number_differs(identity, findings, owners):
        yield "azr_number_differs"
    yield from _against_zones(identity.mrz, findings)


def _stands_above(support: Support, fulls: Sequence[Support]) -> bool:
    """Whether a date that can be read stands lower, if at all: it may be the father's of the same name."""
    return all(standing(support.mention) > standing(full.mention) for full in fulls)


def _same_day_other_given(support: Support) -> bool:
    """Family name and birth date agree but the given names do not: a twin, or a sibling on paper."""
    return support.date is DateLevel.FULL and support.name.level is NameLevel.FAMILY_ONLY_CONFLICT


def _another_state(person: Person, support: Support) -> bool:
    """Whether a form or a letter gives the person another nationality; a zone's has a rule of its own."""
    mention = support.mention
    return mention.zone is not Zone.MRZ and differs(person.nationality, mention.nationality)


def _another_birth_name(person: Person, support: Support) -> bool:
    """Whether a form gives a name at birth that is like none of the person's, of whom one is registered."""
    known = [word for name in person.names for word in fold(name.family).split()]
    stated = fold(support.mention.birth_name or "").split()
    registered = any(name.kind == "birth" for name in person.names)
    return registered and bool(stated) and all(is_foreign(w, known) for w in stated)


def _another(registered: str | None, seen: str | None) -> bool:
    """Whether both sexes are known and differ."""
    return {registered, seen} == {"M", "F"}


def _number_of_another(findings: Findings, owners: Mapping[str, Findings]) -> bool:
    """Whether a number of somebody else's is stated and none of the person's own of that kind.

    One that is but a misread sign away from an own number counts only if its owner, too, may be meant.
    """
    own = numbers_of(findings.person)
    stated = {kind for mention, kind in findings.numbers if mention.value in owners}
    return any(
        owner.person is not findings.person
        and not _offset(numbers_of(owner.person).get(value), stated)
        and (_plausible(owner) or not _similar_to_any(value, own))
        for value, owner in owners.items()
    )


def _offset(kind: NumberKind | None, own: Collection[NumberKind]) -> bool:
    """Whether an own number of the same kind stands beside; any beside a sender's reference."""
    return kind in own if kind else bool(own)


def _plausible(findings: Findings) -> bool:
    return findings.best_name.level >= NameLevel.PARTIAL or any(
        s.date is DateLevel.FULL for s in findings.supports
    )


def _azr_number_differs(identity: Identity, findings: Findings, owners: Mapping[str, Findings]) -> bool:
    """Whether another AZR number is stated; one sign may be misread where another own number agrees, or
    where no label was read beside it.
    """
    if findings.person.azr_number is None:
        return False
    own = normal(findings.person.azr_number)
    stated = {
        mention.value: mention.zone
        for mention in identity.numbers
        if mention.kind is NumberKind.AZR and mention.role is not Role.THIRD
    }
    misread = {
        value
        for value, zone in stated.items()
        if value not in owners and (findings.leads or zone is Zone.BODY) and _similar_to_any(value, {own})
    }
    return bool(stated) and own not in stated and not misread


def _similar_to_any(value: str, numbers: Collection[str]) -> bool:
    """Whether one sign at the most tells the number from one of `numbers`."""
    return any(
        len(value) == len(number) and sum(a != b for a, b in zip(value, number, strict=True)) <= 1
        for number in numbers
    )


def _against_zones(zones: Sequence[Mrz], findings: Findings) -> Iterator[str]:
    """A machine-readable zone that names somebody else, or one of another sex or nationality."""
    if not zones:
        return
    person = findings.person
    names = [s for s in findings.supports if s.mention.zone is Zone.MRZ and s.name.level >= NameLevel.NEAR]
    if not names and any(zone.surname for zone in zones) and not _own_zone(zones, findings):
        yield "mrz_other_person"
        return
    if all(_another(person.sex, zone.sex) for zone in zones):
        yield "sex_differs"
    own_document = any(mention.zone is Zone.MRZ for mention, _ in findings.numbers)
    if not own_document and all(_other_state(person.nationality, zone.nationality) for zone in zones):
        yield "nationality_differs"


def _own_zone(zones: Sequence[Mrz], findings: Findings) -> bool:
    """Whether the only zone bears a number of the person's and the birth date, both with their check digits:
    then its name, which has none, was misread. No twin has the number.
    """
    numbered = any(mention.zone is Zone.MRZ for mention, _ in findings.numbers)
    born = [compare_dates(findings.person.birth_date, zone.birth_date) for zone in zones]
    return numbered and born == [DateLevel.FULL]


_CODES = {"D": "DEU"}
"""States that machine-readable zones write otherwise."""


def _other_state(registered: str | None, seen: str) -> bool:
    """Whether two states differ; codes with X are none (stateless, refugee, unspecified), one that no state
    has was misread: a nationality has no check digit.
    """
    if not registered or seen.ljust(3, "<") not in STATES or "X" in {registered[0], seen[0]}:
        return False
    return _CODES.get(registered, registered) != _CODES.get(seen, seen)
