"""How far a registered person may be trusted to be the one whom a document is about."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.birth_dates import DateLevel
from pipeline.findings import Findings
from pipeline.model import Level, NumberKind, Role, Standing
from pipeline.name_match import NameLevel, only_given


def level_of(findings: Findings, against: Sequence[str], *, alone: bool = False) -> Level:
    """STRONG may be filed if nobody else is; any contradiction caps at LOW."""
    name, date = findings.best_name.level, findings.best_date
    if not findings.supports and not findings.numbers:
        return Level.NONE
    if against:
        return Level.LOW
    if any(not support.third for support in findings.fulls) or _number_confirmed(findings):
        return Level.STRONG
    if alone and _but_for_the_family_name(findings):
        return Level.STRONG
    if findings.fulls or findings.leads or name >= NameLevel.GIVEN_SUBSET:
        return Level.MEDIUM
    if date is DateLevel.FULL:
        return Level.MEDIUM
    return Level.LOW


def _number_confirmed(findings: Findings) -> bool:
    """Whether a number leads to the person and the personal data confirm it.

    A number in running text leads only to somebody whom the document addresses or is about. A similar
    given name with the same birth date confirms only a checked document number: file numbers are shared in
    families, and twins have similar names.
    """
    if not findings.leads or not (findings.stated or findings.standing >= Standing.ADDRESSED):
        return False
    name, date = findings.best_name.level, findings.best_date
    if all(kind is NumberKind.SENDER for _, kind in findings.numbers):
        return name >= NameLevel.OCR  # a sender's reference may be a whole family's
    if name >= NameLevel.GIVEN_SUBSET:
        return True
    checked = any(mention.checked for mention, _ in findings.numbers)
    return date is DateLevel.FULL and name >= (NameLevel.NEAR if checked else NameLevel.PARTIAL)


def _but_for_the_family_name(findings: Findings) -> bool:
    """Whether all given names, the birth date and a number agree, and the family name alone does not.

    It is a new one after a marriage, or was not read: no relative has all three in common. A file number may
    be the family's, so beside it no other family name may stand.
    """
    given = [s for s in findings.supports if s.name.level is NameLevel.GIVEN_ONLY and not s.third]
    if findings.best_date is not DateLevel.FULL or findings.best_name.level is not NameLevel.GIVEN_ONLY:
        return False
    stated = {
        kind for number, kind in findings.numbers if number.role is not Role.THIRD and not number.in_sentence
    }
    if stated & {NumberKind.AZR, NumberKind.DOCUMENT}:
        return bool(given)
    return NumberKind.FILE in stated and any(only_given(findings.person, s.mention) for s in given)
