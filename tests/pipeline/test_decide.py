"""The decision, from candidates made by hand."""

# ruff: noqa: E501  a case reads best on one line

import pytest

from config.document_types import load_document_types
from config.settings import Deciding
from pipeline.decide import TypeRule, decide, rule_of
from pipeline.model import (
    Candidate,
    Classification,
    DocumentReading,
    Evidence,
    File,
    Identity,
    Level,
    Match,
    PageKind,
    PageReading,
    PartialDate,
    Person,
    PersonMention,
    PersonName,
    Role,
    Standing,
    Zone,
)

NUMBER = Evidence(name="number_file", weight=0.5)
STRANGER = PersonMention(
    role=Role.SUBJECT, zone=Zone.FIELD, page=1, name="Fremdowa, Olga", birth_date=PartialDate(1970, 11, 1)
)


def person(number, born=(1964, 8, 12)):
    names = (PersonName(family="Muster", given=number.title()),)
    return Person(number=number, names=names, birth_date=PartialDate(*born))


def named(number, level=Level.STRONG, score=1.0, born=(1964, 8, 12), **rest):
    facts = {"role": Role.SUBJECT, "standing": Standing.SUBJECT, **rest}
    return Candidate(person=person(number, born), level=level, score=score, **facts)


def verdict(
    *candidates, kind=PageKind.OCR, quality=0.9, several=False, of_one=False, stranger=None, persons=()
):
    page = PageReading(number=1, kind=kind, width=595, height=842)
    document = DocumentReading(
        pages=(page,),
        classification=Classification(type="schreiben", score=1.0),
        identity=Identity(persons=persons),
        language="deu",
        quality=quality,
    )
    matched = Match(candidates=candidates, stranger=stranger)
    filing = decide(document, matched, TypeRule(several_persons=several, of_one=of_one), Deciding())
    return filing.candidate.person.number if isinstance(filing, File) else f"? {filing.reason.code}"


def test_one_strong_candidate_is_filed():
    assert verdict(named("erika"), named("anna", Level.LOW, 0.1)) == "erika"


def test_nobody_is_filed_from_pages_that_can_hardly_be_read():
    assert verdict(named("erika"), quality=0.4) == "? poor_quality"


def test_two_strong_candidates_at_one_place_or_at_two():
    assert verdict(named("erika"), named("anna")) == "? several_fit"
    assert verdict(named("erika", contenders=(STRANGER,)), named("anna")) == "? several_persons"


def test_of_namesakes_the_number_tells():
    assert verdict(named("erika", evidence=(NUMBER,)), named("anna")) == "erika"
    cited = Evidence(name="number_file", weight=0.4)
    assert verdict(named("erika", evidence=(cited,)), named("anna")) == "? several_fit"


def test_third_persons_are_not_filed():
    third = {"role": Role.THIRD, "standing": Standing.THIRD}
    assert verdict(named("erika", **third)) == "? subject_unclear"
    assert verdict(named("erika"), named("anna", **third)) == "erika"


def test_contenders_stop_the_filing():
    assert verdict(named("erika", contenders=(STRANGER,)), persons=(STRANGER,)) == "? subject_unclear"


def test_whom_running_text_merely_mentions_is_not_filed():
    mentioned = named("erika", role=Role.UNKNOWN, standing=Standing.MENTIONED)
    assert verdict(mentioned) == "? subject_unclear"


def third(name, role=Role.UNKNOWN, zone=Zone.BODY, **rest):
    return PersonMention(role=role, zone=zone, page=1, name=name, **rest)


@pytest.mark.parametrize(
    ("others", "verdict_"),
    [
        ((), "erika"),
        ((third("Amtsmann"),), "erika"),
        ((third("Amtsmann", zone=Zone.ADDRESS),), "erika"),
        ((third("Olga Fremdowa", Role.THIRD, birth_date=PartialDate(1970, 11, 1)),), "erika"),
        ((third("Olga Fremdowa"),), "? subject_unclear"),
        ((third("Fremdowa", zone=Zone.SALUTATION),), "? subject_unclear"),
        ((third("Fremdowa", birth_date=PartialDate(1970, 11, 1)),), "? subject_unclear"),
        ((third("Fremdowa", unreadable=True),), "? subject_unclear"),
    ],
)
def test_a_certificate_is_about_the_only_one_whom_its_text_names(others, verdict_):
    mentioned = {"role": Role.UNKNOWN, "standing": Standing.MENTIONED}
    assert verdict(named("erika", **mentioned), persons=others, of_one=True) == verdict_
    assert verdict(named("erika", **mentioned), persons=others) == "? subject_unclear"


@pytest.mark.parametrize(
    ("kind", "score", "expected"),
    [
        ("sprachzertifikat", 0.9, TypeRule(of_one=True)),
        ("sprachzertifikat", 0.5, TypeRule()),
        ("schreiben", 1.0, TypeRule()),
        ("wohnraumnachweis", 1.0, TypeRule()),
        ("geburtsurkunde", 1.0, TypeRule(several_persons=True)),
        ("unklassifiziert", 0.0, TypeRule()),
    ],
)
def test_what_a_type_says_about_its_persons(kind, score, expected):
    assert rule_of(Classification(type=kind, score=score), load_document_types()) == expected


def test_a_deed_of_several_registered_persons_concerns_them_all():
    other = named("anna", Level.MEDIUM, 0.5, role=Role.THIRD)
    assert verdict(named("erika"), other, several=True) == "? several_persons"
    assert verdict(named("erika"), other) == "erika"


def test_a_low_score_and_a_thin_margin():
    assert verdict(named("erika", score=0.85)) == "? weak_match"
    assert verdict(named("erika", score=0.95), named("anna", Level.MEDIUM, 0.8)) == "? thin_margin"


@pytest.mark.parametrize(
    "rival",
    [
        named("anna", Level.LOW, 0.2, born=(1964, 8, 17), contradictions=("birth_date_differs",)),
        named(
            "anna",
            Level.MEDIUM,
            0.6,
            evidence=(Evidence(name="name_near", weight=0.15), Evidence(name="birth_date_full", weight=0.45)),
        ),
    ],
    ids=["date", "name"],
)
def test_on_a_scan_a_misread_sign_away_is_too_close_without_a_number(rival):
    assert verdict(named("erika"), rival) == "? thin_margin"
    assert verdict(named("erika"), rival, kind=PageKind.NATIVE) == "erika"
    assert verdict(named("erika", evidence=(NUMBER,)), rival) == "erika"


def part(*names):
    return tuple(Evidence(name=name, weight=0.1) for name in names)


@pytest.mark.parametrize(
    ("candidates", "stranger", "code"),
    [
        ([], None, "no_identity"),
        ([], STRANGER, "not_in_register"),
        ([named("anna", Level.LOW, evidence=part("name_family_only_conflict"))], STRANGER, "not_in_register"),
        ([named("anna", Level.LOW, evidence=part("name_family_only"))], None, "weak_match"),
        ([named("erika", Level.LOW, evidence=part("name_exact"), contradictions=("birth_date_differs",))], None, "contradiction"),
        ([named("erika", Level.MEDIUM, evidence=(NUMBER,))], None, "number_alone"),
        ([named("erika", Level.MEDIUM, evidence=part("name_exact"))], None, "no_birth_date"),
        ([named("erika", Level.MEDIUM, evidence=part("name_exact", "birth_date_year"))], None, "weak_match"),
        ([named("erika", Level.MEDIUM, role=Role.THIRD, evidence=part("name_exact"))], STRANGER, "not_in_register"),
        ([named("erika", Level.MEDIUM, role=Role.THIRD, evidence=part("name_exact", "birth_date_full"))], STRANGER, "subject_unclear"),
    ],
)  # fmt: skip
def test_the_reason_when_nobody_is_certain(candidates, stranger, code):
    assert verdict(*candidates, stranger=stranger) == f"? {code}"


def test_eight_candidates_are_proposed():
    many = [named(f"p{index}", Level.MEDIUM, 0.5, evidence=part("name_exact")) for index in range(12)]
    page = PageReading(number=1, kind=PageKind.OCR, width=595, height=842)
    document = DocumentReading(
        pages=(page,),
        classification=Classification(type="schreiben", score=1.0),
        identity=Identity(),
        language=None,
        quality=0.9,
    )
    filing = decide(document, Match(candidates=tuple(many)), TypeRule(), Deciding())
    assert len(filing.candidates) == 8
    assert filing.reason.params == {"count": "12"}
