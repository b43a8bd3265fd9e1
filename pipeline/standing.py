"""How strongly a place says that the document is about the person named there.

What is filed must be about the person it is filed under, not merely name them. So the person must
stand at least as high as everybody else who is named: the one in the subject line above the one in
the running text, the addressee above a name mentioned in passing, anybody above a third person.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.birth_dates import DateLevel, compare_dates
from pipeline.model import Person, PersonMention, Role, Standing, Zone
from pipeline.name_match import NameLevel, compare_mention
from pipeline.names import words
from pipeline.roles import SIGNATORY


def standing(mention: PersonMention) -> Standing:
    if mention.role in {Role.SUBJECT, Role.PARTY}:
        return Standing.SUBJECT
    if mention.role is Role.THIRD:
        return Standing.THIRD
    return Standing.ADDRESSED if mention.zone in {Zone.ADDRESS, Zone.SALUTATION} else Standing.MENTIONED


def contenders(
    person: Person, own: Standing, mentions: Sequence[PersonMention], *, full: bool
) -> tuple[PersonMention, ...]:
    """Mentions of somebody else whom the document may be about as well as about `person`.

    `full`: it states the person's name and birth date, so that a similar name with that date is a twin's.
    """
    return tuple(
        m
        for m in mentions
        if (
            _contends(m, own)
            and (
                not explains(person, m)
                or (full and _twin(person, m))
                or _relative_of_reader(person, m)
                or _second_on_form(person, m, mentions)
            )
        )
        or (full and _beside_on_form(m) and _shares_birth(person, m))
    )


def _beside_on_form(mention: PersonMention) -> bool:
    """Whether the mention is a further row or column of a form that has several persons."""
    return mention.zone is Zone.FIELD and mention.role is Role.UNKNOWN


def _relative_of_reader(person: Person, mention: PersonMention) -> bool:
    """Whether a subject line names a relative of the reader with a birth date: maybe the person's twin."""
    subject = mention.role is Role.THIRD and mention.zone is Zone.SUBJECT_LINE
    return subject and mention.birth_date is not None and not is_of(person, mention)


def _second_on_form(person: Person, mention: PersonMention, mentions: Sequence[PersonMention]) -> bool:
    """Whether fields state a family name and birth date apart from those that give the person's full name:
    on a form of two applicants they may be a twin's, whose given name was not read, or those of a namesake
    of another family.
    """

    def stated(one: PersonMention) -> bool:
        subject = one.zone is Zone.FIELD and one.role is Role.SUBJECT and one.page == mention.page
        return subject and (one.birth_date is not None or one.unreadable)

    nameless = mention.family_name and not (mention.given_names or mention.name)
    elsewhere = mention.family_name and compare_mention(person, mention).level is NameLevel.GIVEN_ONLY
    if not (nameless or elsewhere) or not stated(mention):
        return False
    return any(stated(one) and is_of(person, one) for one in mentions if one != mention)


def _twin(person: Person, mention: PersonMention) -> bool:
    similar = compare_mention(person, mention).level is NameLevel.NEAR
    return similar and compare_dates(person.birth_date, mention.birth_date) is DateLevel.FULL


def _shares_birth(person: Person, mention: PersonMention) -> bool:
    """Whether somebody else is named in full with the person's birth date: a twin, registered or not."""
    same_day = compare_dates(person.birth_date, mention.birth_date) is DateLevel.FULL
    return same_day and is_full(mention) and not is_of(person, mention)


def _contends(mention: PersonMention, own: Standing) -> bool:
    """A name with a birth date, a full one in a form's field, or a bare birth date, contends with its
    equals; a name alone may be misread from other words and only contends with what stands lower. What
    is merely mentioned identifies nobody where any other person is named, too, but who signs for an office.
    """
    claim = _claim(mention)
    full = is_full(mention)
    in_fields = bool(mention.family_name and mention.given_names)
    titled = mention.sex is not None and _given_and_family(mention)
    listed = mention.zone is Zone.SUBJECT_LINE and (titled or "," in (mention.name or ""))
    stated = mention.zone is Zone.FIELD and len((mention.name or "").split()) > 1
    dated = mention.birth_date is not None or mention.unreadable
    if not (dated or mention.family_name or mention.name):
        return False  # given names alone name nobody
    certain = dated or in_fields or listed or stated or (full and claim > standing(mention))
    if own is Standing.MENTIONED:
        if (mention.role, mention.role_word) == SIGNATORY and not dated:
            return False
        return (
            certain
            or (full and (claim > own or (mention.sex is not None and _given_and_family(mention))))
            or mention.zone is Zone.SALUTATION
        )
    if claim is Standing.THIRD:
        return False
    return claim >= own if certain else full and claim > own


def _claim(mention: PersonMention) -> Standing:
    """A subject line is about whom it names, even as "Ihr Kind", as much as about the letter's reader."""
    if mention.role is Role.THIRD and mention.zone is Zone.SUBJECT_LINE:
        return Standing.ADDRESSED
    return standing(mention)


def explains(person: Person, mention: PersonMention) -> bool:
    """Whether the mention may well be of `person`: nothing there that speaks of another."""
    date = compare_dates(person.birth_date, mention.birth_date)
    if not _words(mention):
        return date is not DateLevel.DIFFERENT
    name = compare_mention(person, mention).level
    if name is NameLevel.DIFFERENT and mention.role in {Role.SUBJECT, Role.PARTY} and is_full(mention):
        return False  # of two subjects with one birth date the other may be a twin
    if name in {NameLevel.DIFFERENT, NameLevel.GIVEN_ONLY}:
        return date is DateLevel.FULL
    return name is not NameLevel.FAMILY_ONLY_CONFLICT and date is not DateLevel.DIFFERENT


def is_of(person: Person, mention: PersonMention) -> bool:
    """Whether the mention gives the person's full name and no other birth date."""
    date = compare_dates(person.birth_date, mention.birth_date)
    return (
        date is not DateLevel.DIFFERENT and compare_mention(person, mention).level >= NameLevel.GIVEN_SUBSET
    )


def resembles(person: Person, mention: PersonMention) -> bool:
    """Whether the mention's name is like the person's."""
    return compare_mention(person, mention).level >= NameLevel.NEAR


def is_full(mention: PersonMention) -> bool:
    """Whether the name has two words at least, of which not all are given names."""
    return len(_words(mention)) > 1 and bool(mention.family_name or mention.name)


def _given_and_family(mention: PersonMention) -> bool:
    """Whether a given name stands before the family name: "Frau De Luca" has none."""
    return len(words(" ".join(_names(mention)))) > 1


def _words(mention: PersonMention) -> list[str]:
    return " ".join(_names(mention)).split()


def _names(mention: PersonMention) -> Iterable[str]:
    return filter(None, (mention.family_name, mention.given_names, mention.name))
