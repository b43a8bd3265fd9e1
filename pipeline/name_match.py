"""How the name at one place of a document agrees with the names a registered person is known by.

Names at a place are compared by containment: every part of the registered name must be found,
because what was read may hold a title or a town beside it. What decides is the weakest part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from config.evidence import kind_marked
from config.look_alikes import shape
from pipeline.foreign_names import is_foreign
from pipeline.model import Person, PersonMention, PersonName
from pipeline.name_marks import damaged, perhaps_damaged
from pipeline.name_words import NameLevel as NameLevel  # noqa: PLC0414 -- what the comparison ends in
from pipeline.name_words import find_all
from pipeline.names import every_word, fold, is_missing, is_particle, words
from pipeline.transliteration import plain

_LONG = 5
"""Letters of a name that its shape alone may tell from others."""
_NAME = 4
"""Letters of a word that is hardly a speck or a particle."""
_LONGER = 8
"""Letters from which it may do so even if an h was read as an n."""


@dataclass(frozen=True, slots=True)
class NameMatch:
    level: NameLevel
    detail: str = ""


NO_MATCH = NameMatch(NameLevel.DIFFERENT)


def best_name(found: Sequence[NameMatch]) -> NameMatch:
    """The strongest of several, the first among equals."""
    return max(found, key=lambda name: name.level, default=NO_MATCH)


def compare_mention(person: Person, mention: PersonMention) -> NameMatch:
    """The best agreement of any name of `person` with what stands at `mention`."""
    seen = _Seen.of(mention)
    if not seen.all:
        return NO_MATCH
    best = NO_MATCH
    for name in person.names:
        level = _compare(name, seen)
        if level > best.level:
            detail = f"{name.family}, {name.given}" if name.given else name.family
            best = NameMatch(level, detail if name.kind == "current" else kind_marked(detail, name.kind))
    return best


def only_given(person: Person, mention: PersonMention) -> bool:
    """Whether no more words stand at the mention than the person has given names."""
    return any(len(_Seen.of(mention).all) <= len(words(name.given)) for name in person.names)


def stands_in(person: Person, text: str) -> bool:
    """Whether a name of the person stands in full in the text, whatever else does."""
    seen = _Seen(all=every_word(text), truncated=False, loose=True)
    return any(_compare(name, seen) >= NameLevel.OCR for name in person.names)


def holds_another(person: Person, mention: PersonMention) -> bool:
    """Whether what was taken for one name has two words more that are none of the person's: the name of
    somebody else, in the next column or before a preposition.
    """
    known = [word for name in person.names for word in fold(f"{name.family} {name.given}").split()]
    known += fold(person.birth_place or "").split()
    stated = (mention.family_name, mention.given_names, mention.name)
    more = [
        w for text in stated if text for w in fold(text).split() if len(w) >= _NAME and is_foreign(w, known)
    ]
    return len(more) > 1


def is_all_of(part: str, text: str) -> bool:
    """Whether the text is the family name, or the given names, and nothing else."""
    wanted = words(part)
    if not text or is_missing(part):
        return False
    seen = _Seen(all=every_word(text), truncated=False).beside(wanted)
    levels, rest = find_all(wanted, seen.all, truncated=False)
    return min(levels) >= NameLevel.OCR and not rest


@dataclass(frozen=True, slots=True)
class _Seen:
    """The name words at a place with particles, family names first where the fields are known.

    `loose`: most of them are any words.
    """

    all: tuple[str, ...]
    truncated: bool
    loose: bool = False

    @classmethod
    def of(cls, mention: PersonMention) -> _Seen:
        stated = (mention.family_name, mention.given_names, mention.name)
        found = tuple(word for text in stated if text for word in every_word(text))
        return cls(all=found, truncated=mention.truncated)

    def beside(self, name: Sequence[str]) -> _Seen:
        """Without particles but for those that are read where the name has such a word: `Le`, `Van`, `Do`."""
        wanted = {plain(word) for word in name}
        kept = tuple(word for word in self.all if plain(word) in wanted or not is_particle(word))
        return replace(self, all=kept or self.all)


def _compare(name: PersonName, seen: _Seen) -> NameLevel:
    family = () if is_missing(name.family) else words(name.family)
    given = () if is_missing(name.given) else words(name.given)
    if not family:
        family, given = given, ()
    if not family:
        return NameLevel.DIFFERENT
    seen = seen.beside((*family, *given))
    family_levels, rest = find_all(family, seen.all, truncated=seen.truncated)
    given_levels, left_over = find_all(given, rest, truncated=seen.truncated)
    given_agree = bool(given) and min(given_levels) >= NameLevel.OCR
    if given_agree:
        family_levels, left_over = _misread_family(family, family_levels, seen.all, left_over)
    if max(family_levels) < NameLevel.NEAR:
        return NameLevel.GIVEN_ONLY if given_agree else NameLevel.DIFFERENT
    return _combine(family_levels, given_levels, () if seen.loose else left_over)


def _combine(family: Sequence[NameLevel], given: Sequence[NameLevel], left_over: Sequence[str]) -> NameLevel:
    """The level of the whole name; `left_over` are words at the place that no registered name explains."""
    weakest_family = min(family)
    if not given:
        return _unsplit(family, left_over)
    agreed = [level for level in given if level >= NameLevel.OCR]
    if min(given) >= NameLevel.MARKS <= weakest_family and NameLevel.MARKS in {*given, weakest_family}:
        return NameLevel.NEAR if left_over else NameLevel.MARKS
    if not agreed:
        return _no_given_name(family, given, left_over)
    if len(agreed) == len(given):
        if weakest_family < NameLevel.OCR:
            return NameLevel.PARTIAL
        return NameLevel.GIVEN_SUBSET if left_over else min(weakest_family, *agreed)
    if weakest_family < NameLevel.OCR:
        return NameLevel.NEAR
    unexplained = max(level for level in given if level < NameLevel.OCR)
    # A registered name is missing here: fine if it is simply left out, not if another stands instead.
    similar = unexplained in {NameLevel.NEAR, NameLevel.MARKS}
    return NameLevel.NEAR if left_over or similar else NameLevel.GIVEN_SUBSET


def _misread_family(
    family: Sequence[str], levels: Sequence[NameLevel], seen: Sequence[str], left_over: Sequence[str]
) -> tuple[list[NameLevel], tuple[str, ...]]:
    """The levels of family names beside agreeing given names, and the words that remain.

    One of the same shape, or with damaged marks, is a misread one then: no twin has another.
    """
    rest = list(left_over)
    found = []
    similar = max(levels) >= NameLevel.NEAR
    for token, level in zip(family, levels, strict=True):
        better = level
        if level < NameLevel.OCR:
            long = len(token) >= _LONG
            if long and any(
                (similar and _same_shape(plain(token), plain(w))) or damaged(token, w) for w in seen
            ):
                better = NameLevel.OCR
            elif level < NameLevel.MARKS and (word := _perhaps(token, rest)):
                better = NameLevel.MARKS
                rest.remove(word)
        found.append(better)
    return found, tuple(rest)


def _perhaps(token: str, seen: Sequence[str]) -> str | None:
    return next((word for word in seen if perhaps_damaged(token, word)), None)


def _same_shape(one: str, other: str) -> bool:
    if shape(one) == shape(other):
        return True
    longer = min(len(one), len(other)) >= _LONGER and one[:1] == other[:1]
    return longer and shape(one.replace("h", "n")) == shape(other.replace("h", "n"))


def _unsplit(family: Sequence[NameLevel], left_over: Sequence[str]) -> NameLevel:
    """Where the register knows just one name; what stands beside it on paper may be a name it lacks."""
    weakest = min(family)
    if weakest >= NameLevel.OCR:
        return NameLevel.PARTIAL if left_over else weakest
    if max(family) < NameLevel.OCR:
        return NameLevel.NEAR
    return NameLevel.FAMILY_ONLY if left_over else NameLevel.PARTIAL


def _no_given_name(
    family: Sequence[NameLevel], given: Sequence[NameLevel], left_over: Sequence[str]
) -> NameLevel:
    """Where no given name is found: an initial, a similar one, another, or none at all."""
    if min(family) < NameLevel.OCR:
        return NameLevel.NEAR if max(given) >= NameLevel.NEAR else NameLevel.DIFFERENT
    if max(given) >= NameLevel.NEAR:
        return NameLevel.NEAR if max(given) is NameLevel.MARKS else max(given)
    return NameLevel.FAMILY_ONLY_CONFLICT if left_over else NameLevel.FAMILY_ONLY
