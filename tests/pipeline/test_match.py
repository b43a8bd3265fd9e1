"""What speaks for and against a person, from evidence made by hand."""

import pytest

from pipeline.match import match
from pipeline.model import (
    Identity,
    Level,
    NumberKind,
    NumberMention,
    PartialDate,
    Person,
    PersonMention,
    PersonName,
    Role,
    Standing,
    Zone,
)

KATRIN = Person(
    number="katrin",
    names=(PersonName(family="Muster", given="Katrin"),),
    birth_date=PartialDate(1964, 8, 12),
    sex="F",
    nationality="UKR",
    file_number="33-A-1001",
    azr_number="160512100001",
    document_numbers=("C01X00T47",),
)
ANNA = Person(
    number="anna",
    names=(PersonName(family="Muster", given="Anna"),),
    birth_date=PartialDate(1964, 8, 12),
    file_number="33-A-2999",
)


def mention(name="Muster, Katrin", born=(1964, 8, 12), role=Role.SUBJECT, zone=Zone.SUBJECT_LINE, **rest):
    birth_date = PartialDate(*born) if born else None
    return PersonMention(role=role, zone=zone, page=1, name=name, birth_date=birth_date, **rest)


def number(value, kind=NumberKind.FILE, zone=Zone.FIELD, **rest):
    return NumberMention(kind=kind, value=value, raw=value, page=1, zone=zone, **rest)


MENTIONED = mention(born=None, role=Role.UNKNOWN, zone=Zone.BODY)
CITED = number("33A1001", zone=Zone.BODY, in_sentence=True)


def candidate(*persons, numbers=(), register=(KATRIN,)):
    found = match(Identity(persons=persons, numbers=numbers), register)
    return next((one for one in found.candidates if one.person is KATRIN), None)


@pytest.mark.parametrize(
    ("persons", "numbers", "level"),
    [
        ([mention()], [], Level.STRONG),
        ([mention(born=None)], [number("33A1001")], Level.STRONG),
        ([mention(born=None)], [], Level.MEDIUM),
        ([], [number("33A1001")], Level.MEDIUM),
        ([mention(role=Role.THIRD)], [], Level.MEDIUM),
        ([mention("Muster", None)], [number("33A1001")], Level.MEDIUM),
        ([mention("Muster, Katrun")], [], Level.MEDIUM),
        ([mention("Muster, K.")], [number("33A1001")], Level.STRONG),
        ([mention("Muster, Katrun")], [number("33A1001")], Level.MEDIUM),
        ([mention("Muster, Katrun")], [number("C01X00T47", zone=Zone.MRZ, checked=True)], Level.STRONG),
        ([MENTIONED], [CITED], Level.MEDIUM),
        ([mention("Muster, Olga", (1990, 1, 2))], [], Level.LOW),
    ],
)  # fmt: skip
def test_levels(persons, numbers, level):
    assert candidate(*persons, numbers=tuple(numbers)).level is level


@pytest.mark.parametrize(
    ("persons", "numbers", "contradiction"),
    [
        ([mention(born=(1964, 8, 21))], [], "birth_date_differs"),
        ([mention("Muster, Olga")], [], "given_name_differs"),
        ([mention(sex="M")], [], "sex_differs"),
        ([mention(born=None, unreadable=True)], [number("33A1001")], "birth_date_unreadable"),
        ([mention()], [number("190828444901", NumberKind.AZR)], "azr_number_differs"),
        ([mention()], [number("33A2999")], "number_of_another"),
        ([mention()], [number("33A2999", zone=Zone.BODY)], "number_of_another"),
        ([mention()], [number("160512100801", NumberKind.AZR)], "azr_number_differs"),
        ([mention()], [number("190828444901", NumberKind.AZR, Zone.BODY)], "azr_number_differs"),
    ],
)
def test_contradictions_cap_the_level(persons, numbers, contradiction):
    found = candidate(*persons, numbers=tuple(numbers), register=(KATRIN, ANNA))
    assert found.contradictions == (contradiction,)
    assert found.level is Level.LOW


@pytest.mark.parametrize(
    "numbers",
    [
        [number("160512100801", NumberKind.AZR), number("33A1001")],
        [number("33A2999", role=Role.THIRD)],
        [number("33A2999"), number("33A1001")],
        [number("33A2999", zone=Zone.BODY, in_sentence=True)],
        [number("160512100801", NumberKind.AZR, Zone.BODY)],
        [number("33A2999", zone=Zone.BODY), number("33A1001", zone=Zone.BODY)],
    ],
)
def test_what_is_no_contradiction(numbers):
    found = candidate(mention(), numbers=tuple(numbers), register=(KATRIN, ANNA))
    assert found.contradictions == ()


def test_evidence_adds_up_to_the_score():
    for found in (candidate(mention()), candidate(mention(born=(1964, 8, 21)))):
        assert sum(part.weight for part in found.evidence) == pytest.approx(found.score, abs=0.001)


def test_a_post_code_is_no_file_number():
    clerk = Person(number="p", names=(PersonName(family="Muster", given="Katrin"),), file_number="65183")
    seen = number("65183", NumberKind.OTHER, Zone.BODY)
    (found,) = match(Identity(persons=(mention(born=None),), numbers=(seen,)), [clerk]).candidates
    assert found.level is Level.MEDIUM


def test_standing_is_that_of_the_best_place():
    assert candidate(mention()).standing is Standing.SUBJECT
    assert candidate(mention(role=Role.UNKNOWN, zone=Zone.ADDRESS)).standing is Standing.ADDRESSED
    assert candidate(mention(role=Role.UNKNOWN, zone=Zone.BODY)).standing is Standing.MENTIONED
    assert candidate(mention(role=Role.THIRD)).standing is Standing.THIRD


def test_somebody_named_as_prominently_contends():
    olga = mention("Fremdowa, Olga", (1970, 11, 1))
    assert candidate(mention(), olga).contenders == (olga,)
    assert (
        candidate(mention(), mention("Fremdowa, Olga", (1970, 11, 1), Role.THIRD, Zone.BODY)).contenders == ()
    )


def test_a_stranger_is_named_only_where_nobody_registered_is_like_the_name():
    olga = mention("Fremdowa, Olga", (1970, 11, 1))
    assert match(Identity(persons=(olga,)), [KATRIN]).stranger == olga
    assert match(Identity(persons=(mention(born=(1999, 9, 9)),)), [KATRIN]).stranger is None
