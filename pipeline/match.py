"""How well registered persons fit what a document says about its subject.

Pure: candidates come from the register, evidence from the reading. The outcome for each candidate
is a score made of named parts, a level, and the contradictions that no score can outvote
(AZRG-DV § 5: doubts about identity are cleared before assigning; AZRG § 10(4): the AZR number
serves only together with personal data).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipeline.birth_dates import DateLevel, compare_dates
from pipeline.contradictions import contradictions
from pipeline.findings import Findings, find, numbers_of
from pipeline.lessons import SENDER_REFERENCE, stated_identities
from pipeline.levels import level_of
from pipeline.model import (
    Candidate,
    Evidence,
    Identity,
    Level,
    Match,
    NumberKind,
    NumberMention,
    Person,
    PersonMention,
    Role,
    Standing,
    Zone,
)
from pipeline.name_match import NameLevel, compare_mention
from pipeline.names import keys
from pipeline.standing import contenders, is_full, standing

OWN_NUMBER = 0.45
"""Least weight of a number that a document states as its own."""

_NUMBER_WEIGHT = {
    NumberKind.FILE: 0.5,
    NumberKind.AZR: 0.5,
    NumberKind.DOCUMENT: 0.48,
    NumberKind.SENDER: 0.45,
}
_IN_SENTENCE_WEIGHT, _THIRD_WEIGHT = 0.4, 0.25
_PERSONAL = frozenset({NumberKind.AZR, NumberKind.DOCUMENT})
"""Numbers of one person alone; file numbers of others are cited as authority for anything."""
NOT_SAME = "not_same_person"
"""Contradiction: a clerk has decided that somebody stated like this is another person."""

_DATE_WEIGHT = {DateLevel.FULL: 0.45, DateLevel.YEAR: 0.1}
_CONTRADICTED = 0.6
"""The share of what speaks for a person that contradictions take away."""


# -- look-up keys ---------------------------------------------------------------------------


def keys_of_person(person: Person) -> frozenset[str]:
    """Keys under which the register finds a person: numbers, birth date, spellings of all names."""
    found = {f"num:{number}" for number in numbers_of(person)}
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


# -- candidates -----------------------------------------------------------------------------


def match(identity: Identity, candidates: Sequence[Person], lines: Sequence[str] = ()) -> Match:
    """Compare all candidates with a document's evidence; best first, equals in the order given: the register
    names those with the rarest names first.

    `lines` is the text of the document, where not every name stands where one is expected.
    """
    findings = [find(identity, person, lines) for person in candidates]
    owners, strays = _owners(findings), _strays(findings)
    named = [each for each in findings if each.fulls]
    ranked = sorted(
        (_candidate(identity, each, owners, strays, alone=named in ([], [each])) for each in findings),
        key=lambda candidate: -candidate.score,
    )
    worthwhile = tuple(candidate for candidate in ranked if candidate.level is not Level.NONE)
    return Match(
        candidates=worthwhile,
        stranger=_stranger(identity, worthwhile),
        refused=tuple(_refused(findings, worthwhile)),
    )


def _refused(findings: Iterable[Findings], candidates: Iterable[Candidate]) -> Iterator[Person]:
    """Whom nothing but a clerk's earlier decision keeps from being strong."""
    only = {each.person.number for each in candidates if each.contradictions == (NOT_SAME,)}
    for each in findings:
        if each.person.number in only and level_of(each, ()) is Level.STRONG:
            yield each.person


def _owners(findings: Sequence[Findings]) -> dict[str, Findings]:
    """Whose the numbers are that fields and machine-readable zones state of the subject."""
    return {
        mention.value: each
        for each in findings
        for mention, _ in each.numbers
        if mention.zone is not Zone.BODY and mention.role is not Role.THIRD
    }


def _strays(findings: Sequence[Findings]) -> dict[str, tuple[NumberKind, Findings]]:
    """Numbers in running text, with what they are and whose, of persons whom the document does not name.

    A label that cannot be read makes them of a number that a field states.
    """
    return {
        mention.value: (kind, each)
        for each in findings
        if each.best_name.level < NameLevel.PARTIAL
        for mention, kind in each.numbers
        if kind in _PERSONAL and mention.zone is Zone.BODY and mention.role is not Role.THIRD
    }


def _candidate(
    identity: Identity,
    findings: Findings,
    owners: Mapping[str, Findings],
    strays: Mapping[str, tuple[NumberKind, Findings]],
    *,
    alone: bool,
) -> Candidate:
    """`alone`: nobody else is named in full."""
    pro = tuple(_pro(findings))
    against = tuple(dict.fromkeys(contradictions(identity, findings, owners, strays)))
    if stated_identities(identity, findings.person) & findings.person.learned.not_same:
        against = (*against, NOT_SAME)
    score = min(1.0, sum(part.weight for part in pro))
    taken = _CONTRADICTED * score if against else 0.0
    return Candidate(
        person=findings.person,
        score=round(score - taken, 3),
        level=level_of(findings, against, alone=alone),
        role=findings.role,
        standing=findings.standing,
        contradictions=against,
        evidence=(*pro, *(Evidence(name=name, weight=-taken / len(against)) for name in against)),
        contenders=contenders(
            findings.person, findings.standing, _but_own_zone(identity, findings), full=bool(findings.fulls)
        ),
    )


def _but_own_zone(identity: Identity, findings: Findings) -> Sequence[PersonMention]:
    """The mentions but that of the only machine-readable zone of a page, if the number in it is the person's:
    whatever was read there is the person's name.
    """
    pages = [zone.page for zone in identity.mrz]
    own = {mention.page for mention, _ in findings.numbers if mention.zone is Zone.MRZ}
    return [
        m for m in identity.persons if m.zone is not Zone.MRZ or m.page not in own or pages.count(m.page) > 1
    ]


def _pro(findings: Findings) -> Iterator[Evidence]:
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
    elif findings.similar_date:
        yield Evidence(name="birth_date_similar", weight=0.2, detail=str(findings.similar_date))
    for mention, kind in findings.numbers:
        checked = "_checked" if mention.checked else ""
        what = SENDER_REFERENCE if kind is NumberKind.SENDER else f"number_{kind.value}{checked}"
        yield Evidence(name=what, weight=_number_weight(mention, kind), detail=mention.raw)
    zones = [s.mention.zone for s in findings.fulls if not s.third]
    if zones:
        yield Evidence(name="place", weight=0.05, detail=min(zones, key=list(Zone).index).value)


def _number_weight(mention: NumberMention, kind: NumberKind) -> float:
    if mention.role is Role.THIRD:
        return _THIRD_WEIGHT
    return _IN_SENTENCE_WEIGHT if mention.in_sentence else _NUMBER_WEIGHT[kind]


# -- nobody ---------------------------------------------------------------------------------


def _stranger(identity: Identity, candidates: Sequence[Candidate]) -> PersonMention | None:
    """The person named best, with a full name, if no candidate's name or birth date is like it."""
    named = [m for m in identity.persons if standing(m) is not Standing.THIRD and is_full(m)]
    first = max(named, key=lambda m: (standing(m), m.birth_date is not None), default=None)
    if first is None or any(_alike(candidate.person, first) for candidate in candidates):
        return None
    return first


def _alike(person: Person, mention: PersonMention) -> bool:
    name = compare_mention(person, mention).level
    if compare_dates(person.birth_date, mention.birth_date) is DateLevel.FULL:
        return name is not NameLevel.DIFFERENT
    return name >= NameLevel.NEAR


def label_of(mentions: Iterable[PersonMention]) -> str:
    """The name a clerk would recognise the document by: the best placed mention's."""
    order = list(Zone)
    found = sorted(
        (m for m in mentions if m.role is not Role.THIRD and (_name(m) or m.birth_date)),
        key=lambda m: (not _name(m), m.birth_date is None, order.index(m.zone)),
    )
    if not found:
        return ""
    born = f"*{found[0].birth_date}" if found[0].birth_date else ""
    return ", ".join(filter(None, (_name(found[0]), born)))


def _name(mention: PersonMention) -> str:
    return mention.name or ", ".join(filter(None, (mention.family_name, mention.given_names)))
