"""Training: from confirmed documents alone, the same each time, without names, proved on held-out ones."""

from dataclasses import replace

import pytest

from pipeline.model import UNCLASSIFIED, Classification
from service.learning import LEAST_DOCUMENTS, Example, enough, train

UNSURE = Classification(type=UNCLASSIFIED, score=0.1)


def example(kind, number, *words, rules=UNSURE, group=None):
    return Example(
        type=kind, group=group or f"{kind}-{number}", terms=frozenset({"der", *words}), rules=rules
    )


def garden(number, **rest):
    return example("finanznachweis", number, "laube", "beet", f"nur{'abcdefghijklmno'[number]}", **rest)


def room(number, **rest):
    return example("wohnraumnachweis", number, "miete", "zimmer", **rest)


EXAMPLES = [*(garden(n) for n in range(12)), *(room(n) for n in range(12))]


def test_what_tells_the_types_apart_is_learned_and_used():
    model, reports = train(EXAMPLES, frozenset(), "1")
    assert set(model.reliability) == {"finanznachweis", "wohnraumnachweis"}
    assert model.weights["finanznachweis"]["laube"] > 0 > model.weights["finanznachweis"]["miete"]
    (report, _) = reports
    assert (report.confirmed, report.learned_right, report.rules_right, report.used) == (12, 12, 0, True)


def test_the_same_examples_give_the_same_model():
    assert train(EXAMPLES, frozenset(), "1") == train(EXAMPLES[::-1], frozenset(), "1")


def test_rules_that_are_as_good_leave_the_learner_unheard():
    right = [replace(one, rules=Classification(type=one.type, score=0.5)) for one in EXAMPLES]
    model, reports = train(right, frozenset(), "1")
    assert not model.reliability
    assert [report.unsure_rules_right for report in reports] == [12, 12]


def test_sure_rules_leave_nothing_to_prove():
    sure = [replace(one, rules=Classification(type="schreiben", score=0.95)) for one in EXAMPLES]
    model, reports = train(sure, frozenset(), "1")
    assert not model.reliability
    assert [report.unsure for report in reports] == [0, 0]


def test_words_that_tell_nothing_prove_nothing():
    alike = [replace(one, terms=frozenset({"der", "die", "das"})) for one in EXAMPLES]
    model, _ = train(alike, frozenset(), "1")
    assert not model.reliability


def test_names_and_words_of_a_single_record_do_not_become_terms():
    of_one_person = [garden(n, group="P-1") for n in range(12)]
    of_others = [garden(n) for n in range(12)]
    named = [replace(one, terms=one.terms | {"titel:mustermann", "mustermann"}) for one in of_others]
    secret = [replace(one, terms=one.terms | {"geheimwort"}) for one in of_one_person]
    model, _ = train([*named, *secret, *(room(n) for n in range(12))], frozenset({"mustermann"}), "1")
    assert {"laube", "beet", "miete"} <= set(model.rarity)
    assert not {"mustermann", "titel:mustermann", "geheimwort", "nura"} & set(model.rarity)


def test_a_person_is_never_on_both_sides():
    """All of a type's documents are of one person: held out, nothing of the type was seen."""
    one_person = [garden(n, group="P-1") for n in range(12)]
    _, reports = train([*one_person, *(room(n) for n in range(12))], frozenset(), "1")
    by_type = {report.type: report for report in reports}
    assert by_type["finanznachweis"].learned_right == 0
    assert not by_type["finanznachweis"].used


def test_rare_types_are_none_of_these():
    rare = [example("visum", n, "sichtvermerk", "einreise") for n in range(LEAST_DOCUMENTS - 1)]
    model, reports = train([*EXAMPLES, *rare], frozenset(), "1")
    assert enough([*EXAMPLES, *rare]) == {"finanznachweis", "wohnraumnachweis"}
    assert "visum" not in model.weights
    assert model.weights[UNCLASSIFIED]["sichtvermerk"] > 0
    assert [report.type for report in reports] == ["finanznachweis", "wohnraumnachweis"]


@pytest.mark.parametrize("noise", [0.4])
def test_a_type_that_is_guessed_wrongly_too_often_is_not_used(noise):
    """Half of the documents with garden words are something else."""
    wrong = [example("visum", n, "laube", "beet") for n in range(int(12 / noise))]
    model, _ = train([*EXAMPLES, *wrong], frozenset(), "1")
    assert "finanznachweis" not in model.reliability
