"""How well registered persons fit what a document says about its subject.

Pure: candidates come from the register, evidence from the reading. The outcome for each candidate
is a score made of named parts, a level, and the contradictions that no score can outvote
(AZRG-DV § 5: doubts about identity are cleared before assigning; AZRG § 10(4): the AZR number
serves only together with personal data).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from pipeline.identifiers import normal
from pipeline.model import (
    Candidate,
    Evidence,
    Identity,
    Level,
    Match,
    Mrz,
    NumberKind,
    NumberMention,
    PartialDate,
    Person,
    PersonMention,
    Role,
    Zone,
)
from pipeline.name_match import NameLevel, NameMatch, best_name, compare_mention
from pipeline.names import keys
from pipeline.roles import last_role

# -- look-up keys ---------------------------------------------------------------------------


def keys_of_person(person: Person) -> frozenset[str]:
    """Keys under which the register finds a person: numbers, birth date, spellings of all names."""
    found = {f"num:{number}" for number in _numbers_of(person)}
    if person.birth_date:
        found.add(f"date:{person.birth_date}")
    for name in person.names:
        found.update(f"name:{key}" for key in keys(f"{name.family} {name.given}"))
    return frozenset(found)


def keys_of_document(identity: Identity) -> frozenset[str]:
    """Keys by which candidates are looked up for a document: whatever it names, in any role."""
    found = {f"num:{mention.value}" for mention in identity.numbers}
    for mention in identity.persons:
        if mention.birth_date:
            found.add(f"date:{mention.birth_date}")
        for text in (mention.family_name, mention.given_names, mention.name, mention.birth_name):
            if text:
                found.update(f"name:{key}" for key in keys(text))
    return frozenset(found)


def _numbers_of(person: Person) -> dict[str, NumberKind]:
    """The person's numbers in normal form."""
    numbers = {normal(number): NumberKind.DOCUMENT for number in person.document_numbers}
    if person.file_number:
        numbers[normal(person.file_number)] = NumberKind.FILE
    if person.azr_number:
        numbers[normal(person.azr_number)] = NumberKind.AZR
    return numbers


# -- evidence -------------------------------------------------------------------------------


class DateLevel(IntEnum):
    """Agreement of two birth dates. Only FULL identifies; 1 January stands for an unknown day."""

    DIFFERENT = 0
    ABSENT = 1
    YEAR = 2
    FULL = 3


def compare_dates(registered: PartialDate | None, seen: PartialDate | None) -> DateLevel:
    """1 January and 31 December are often made up (§ 64 AufenthV data), so they count as the year only."""
    if registered is None or seen is None:
        return DateLevel.ABSENT
    if registered == seen and registered.full and (seen.month, seen.day) not in {(1, 1), (12, 31)}:
        return DateLevel.FULL
    vague = not (registered.full and seen.full) or (1, 1) in {
        (registered.month, registered.day),
        (seen.month, seen.day),
    }
    if registered == seen or (vague and registered.year == seen.year and _months_agree(registered, seen)):
        return DateLevel.YEAR
    return DateLevel.DIFFERENT


def _months_agree(one: PartialDate, other: PartialDate) -> bool:
    return None in {one.month, other.month} or one.month == other.month or 1 in {one.month, other.month}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Support:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Findings:
    """All that speaks for and against one person."""

    person: Person
    supports: tuple[_Support, ...]
    numbers: tuple[tuple[NumberMention, NumberKind], ...]

    @property
    def fulls(self) -> tuple[_Support, ...]:
        return tuple(support for support in self.supports if support.full)

    @property
    def best_name(self) -> NameMatch:
        named = [s.name for s in self.supports if s.date is not DateLevel.DIFFERENT]
        return best_name(named)

    @property
    def best_date(self) -> DateLevel:
        good = [s.date for s in self.supports if s.name.level >= NameLevel.NEAR]
        return max(good, default=DateLevel.ABSENT)

    @property
    def role(self) -> Role:
        """The strongest role in which the person is named; SUBJECT before UNKNOWN before THIRD."""
        relevant = [s.mention.role for s in self.fulls] or [
            s.mention.role for s in self.supports if s.name.level >= NameLevel.GIVEN_SUBSET
        ]
        relevant += [mention.role for mention, _ in self.numbers if not relevant]
        for role in (Role.SUBJECT, Role.UNKNOWN):
            if role in relevant:
                return role
        return Role.THIRD if relevant else Role.UNKNOWN


_STRONG_KINDS = frozenset({NumberKind.FILE, NumberKind.AZR, NumberKind.DOCUMENT})

_NUMBER_WEIGHT = {NumberKind.FILE: 0.5, NumberKind.AZR: 0.5, NumberKind.DOCUMENT: 0.48}
_DATE_WEIGHT = {DateLevel.FULL: 0.45, DateLevel.YEAR: 0.1}
_CONTRADICTION_WEIGHT = -0.6


def match(identity: Identity, candidates: Sequence[Person], lines: Sequence[str] = ()) -> Match:
    """Compare all candidates with a document's evidence; best first, ties by person number.

    `lines` is the text of the document: a person to whom a number leads is also looked for there by
    name, because not every name stands where one is expected.
    """
    ranked = sorted(
        (_candidate(identity, person, lines) for person in candidates),
        key=lambda candidate: (-candidate.score, candidate.person.number),
    )
    worthwhile = tuple(candidate for candidate in ranked if candidate.score > 0.05 or candidate.contra)
    return Match(candidates=worthwhile, stranger=_stranger(identity, worthwhile))


def _candidate(identity: Identity, person: Person, lines: Sequence[str]) -> Candidate:
    findings = _find(identity, person, lines)
    contradictions = tuple(_contradictions(identity, findings))
    evidence = (*_pro(findings), *(Evidence(name=c, weight=_CONTRADICTION_WEIGHT) for c in contradictions))
    score = max(0.0, min(1.0, sum(part.weight for part in evidence)))
    return Candidate(
        person=person,
        score=round(score, 3),
        level=_level(findings, contradictions),
        role=findings.role,
        contradictions=contradictions,
        evidence=evidence,
    )


def _find(identity: Identity, person: Person, lines: Sequence[str]) -> _Findings:
    lone_date = _lone_date(identity)
    supports = [_support(person, mention, lone_date) for mention in identity.persons]
    supports = [s for s in supports if s.name.level > NameLevel.DIFFERENT or s.date is DateLevel.FULL]
    own = _numbers_of(person)
    numbers: dict[str, tuple[NumberMention, NumberKind]] = {}
    for number in identity.numbers:
        if number.value in own:
            numbers.setdefault(number.value, (number, own[number.value]))
    named = any(s.name.level >= NameLevel.GIVEN_SUBSET for s in supports)
    led_here = numbers or compare_dates(person.birth_date, lone_date) is DateLevel.FULL
    if led_here and not named:
        mentions = _named_in_text(person, lines)
        supports += [_support(person, mention, lone_date) for mention in mentions]
    return _Findings(person=person, supports=tuple(supports), numbers=tuple(numbers.values()))


def _support(person: Person, mention: PersonMention, lone_date: PartialDate | None) -> _Support:
    """How a mention fits; one without birth date shares the only date that stands alone on the form."""
    name = compare_mention(person, mention)
    date = compare_dates(person.birth_date, mention.birth_date)
    shared = compare_dates(person.birth_date, lone_date)
    if mention.birth_date is None and mention.role is not Role.THIRD and shared is DateLevel.FULL:
        date = shared
    return _Support(mention=mention, name=name, date=date)


def _lone_date(identity: Identity) -> PartialDate | None:
    """The birth date that stands on a form without a name beside it, if there is just one."""
    dates = {
        mention.birth_date
        for mention in identity.persons
        if mention.birth_date
        and mention.role is not Role.THIRD
        and not (mention.name or mention.family_name or mention.given_names)
    }
    return dates.pop() if len(dates) == 1 else None


def _named_in_text(person: Person, lines: Sequence[str]) -> Iterator[PersonMention]:
    """The first line on which the person's name stands in full."""
    for line in lines:
        role = Role.THIRD if last_role(line)[0] is Role.THIRD else Role.UNKNOWN
        mention = PersonMention(role=role, zone=Zone.BODY, page=1, name=line)
        if compare_mention(person, mention).level >= NameLevel.OCR:
            yield mention
            return


# -- for ------------------------------------------------------------------------------------


def _pro(findings: _Findings) -> Iterator[Evidence]:
    name = findings.best_name
    if name.level > NameLevel.DIFFERENT:
        yield Evidence(name=f"name_{name.level.name.lower()}", weight=name.level.weight, detail=name.detail)
    date = findings.best_date
    if date in _DATE_WEIGHT:
        yield Evidence(
            name=f"birth_date_{date.name.lower()}",
            weight=_DATE_WEIGHT[date],
            detail=str(findings.person.birth_date),
        )
    elif any(s.date is DateLevel.FULL for s in findings.supports):
        yield Evidence(name="birth_date_alone", weight=0.1, detail=str(findings.person.birth_date))
    for mention, kind in findings.numbers:
        weight = _NUMBER_WEIGHT[kind] * (0.5 if mention.role is Role.THIRD else 1.0)
        checked = "_checked" if mention.checked else ""
        yield Evidence(name=f"number_{kind.value}{checked}", weight=weight, detail=mention.raw)
    zones = [s.mention.zone for s in findings.fulls if not s.third]
    if zones:
        yield Evidence(name="place", weight=0.05, detail=min(zones, key=list(Zone).index).value)


# -- against --------------------------------------------------------------------------------


def _contradictions(identity: Identity, findings: _Findings) -> Iterator[str]:
    """Names of what speaks against the person. A full agreement elsewhere explains a third person's data."""
    own_place = [s for s in findings.fulls if not s.third]
    for support in findings.supports:
        if support.third and own_place:
            continue
        if support.name.level >= NameLevel.GIVEN_SUBSET and support.date is DateLevel.DIFFERENT:
            yield "birth_date_differs"
            break
    if not findings.fulls and any(_same_day_other_given(s) for s in findings.supports):
        yield "given_name_differs"
    yield from _azr_contradiction(identity, findings.person)
    yield from _mrz_contradictions(identity.mrz, findings)


def _same_day_other_given(support: _Support) -> bool:
    """Family name and birth date agree but the given names do not: a twin, or a sibling on paper."""
    return support.date is DateLevel.FULL and support.name.level is NameLevel.FAMILY_ONLY_CONFLICT


def _azr_contradiction(identity: Identity, person: Person) -> Iterator[str]:
    if person.azr_number is None:
        return
    stated = {
        mention.value
        for mention in identity.numbers
        if mention.kind is NumberKind.AZR and mention.zone is Zone.FIELD and mention.role is not Role.THIRD
    }
    if stated and normal(person.azr_number) not in stated:
        yield "azr_number_differs"


def _mrz_contradictions(zones: Sequence[Mrz], findings: _Findings) -> Iterator[str]:
    """A machine-readable zone that names somebody else, or another sex than the register's."""
    if not zones:
        return
    supported = [s for s in findings.supports if s.mention.zone is Zone.MRZ]
    names = [s for s in supported if s.name.level >= NameLevel.GIVEN_SUBSET]
    if not names and any(zone.surname for zone in zones):
        yield "mrz_other_person"
    elif findings.person.sex in {"M", "F"} and all(
        zone.sex in {"M", "F"} and zone.sex != findings.person.sex for zone in zones
    ):
        yield "sex_differs"


# -- levels ---------------------------------------------------------------------------------


def _level(findings: _Findings, contradictions: Sequence[str]) -> Level:
    """STRONG may be filed if nobody else is; any contradiction caps at LOW."""
    name, date = findings.best_name, findings.best_date
    number = any(kind in _STRONG_KINDS and m.role is not Role.THIRD for m, kind in findings.numbers)
    if contradictions:
        return Level.LOW
    if number and (
        name.level >= NameLevel.GIVEN_SUBSET or (name.level >= NameLevel.NEAR and date is DateLevel.FULL)
    ):
        return Level.STRONG
    if any(not support.third for support in findings.fulls):
        return Level.STRONG
    if findings.fulls or number or name.level >= NameLevel.GIVEN_SUBSET:
        return Level.MEDIUM
    if name.level >= NameLevel.NEAR and date is DateLevel.FULL:
        return Level.MEDIUM
    return Level.LOW if findings.supports else Level.NONE


def _stranger(identity: Identity, candidates: Sequence[Candidate]) -> PersonMention | None:
    """The first mention in the subject's role, with its birth date, that no candidate's name explains."""
    for mention in identity.persons:
        if mention.role is not Role.SUBJECT or mention.birth_date is None or not _named(mention):
            continue
        if not any(_explains(candidate.person, mention) for candidate in candidates):
            return mention
    return None


def _named(mention: PersonMention) -> bool:
    words = " ".join(filter(None, (mention.family_name, mention.given_names, mention.name)))
    return len(words.split()) >= 2


def _explains(person: Person, mention: PersonMention) -> bool:
    return (
        compare_mention(person, mention).level >= NameLevel.NEAR
        and compare_dates(person.birth_date, mention.birth_date) is not DateLevel.DIFFERENT
    )


def similar_dates(one: PartialDate, other: PartialDate) -> bool:
    """Whether one date may be a misreading of the other: one digit differs, or day and month are swapped."""
    if (one.year, one.month, one.day) == (other.year, other.day, other.month):
        return True
    return sum(a != b for a, b in zip(str(one), str(other), strict=False)) == 1


def label_of(mentions: Iterable[PersonMention]) -> str:
    """The name a clerk would recognise the document by: the best placed mention's."""
    order = list(Zone)
    named = sorted(
        (m for m in mentions if m.role is not Role.THIRD and (m.name or m.family_name)),
        key=lambda m: (m.birth_date is None, order.index(m.zone)),
    )
    if not named:
        return ""
    first = named[0]
    name = first.name or ", ".join(filter(None, (first.family_name, first.given_names)))
    return f"{name}, *{first.birth_date}" if first.birth_date else name
