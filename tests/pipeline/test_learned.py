"""Applying what clerks have taught: only where the rules are unsure, only for proved types, and explained."""

from dataclasses import replace

import pytest

from pipeline.learned import LEARNED, Learned, guess, refined, terms, vector
from pipeline.model import UNCLASSIFIED, Classification
from tests.pipeline.classify_corpus import Sample, pages

UNSURE = Classification(type=UNCLASSIFIED, score=0.2)
MODEL = Learned(
    program="0",
    rarity={"laube": 2.0, "beet": 2.0, "titel:quittung": 3.0, "miete": 1.5},
    weights={
        "finanznachweis": {"laube": 4.0, "beet": 3.0, "titel:quittung": 5.0, "miete": -2.0},
        "wohnraumnachweis": {"laube": -4.0, "beet": -3.0, "titel:quittung": -5.0, "miete": 2.0},
    },
    intercepts={"finanznachweis": 0.0, "wohnraumnachweis": 0.0},
    reliability={"finanznachweis": 0.8},
)


def read(*lines):
    return pages(Sample(type="", variant="", lines=lines))


GARDEN = read("# Quittung", "Laube und Beet", "Zahlung erhalten")


def test_terms_are_words_and_words_of_titles():
    assert terms(GARDEN) == {"quittung", "titel:quittung", "laube", "und", "beet", "zahlung", "erhalten"}


@pytest.mark.parametrize(
    "line",
    [
        "Ihre Ansprechpartnerin ist Frau Erika Mustermann",
        "gez. Mustermann",
        "i. A. Mustermann",
        "Im Auftrag Mustermann",
        "Herrn Dr. Mustermann",
    ],
)
def test_names_after_an_honorific_or_a_signature_are_no_terms(line):
    assert "mustermann" not in terms(read(line))


def test_numbers_and_dates_are_no_terms():
    assert terms(read("Konto DE12 3456 vom 01.02.2020 A12B")) == {"konto", "vom"}


def test_an_unsure_document_gets_the_learned_type_with_its_strongest_words():
    found = refined(UNSURE, GARDEN, MODEL)
    assert found.type == "finanznachweis"
    assert [(part.name, part.detail) for part in found.evidence] == [
        ("learned", "titel:quittung"),
        ("learned", "laube"),
        ("learned", "beet"),
    ]


def test_the_score_is_never_above_what_held_out_documents_proved():
    assert refined(UNSURE, GARDEN, MODEL).score == 0.8


def test_sure_rules_are_not_asked_about():
    sure = Classification(type="schreiben", score=0.6)
    assert refined(sure, GARDEN, MODEL) is sure


def test_a_type_that_was_not_better_is_not_used():
    assert refined(UNSURE, read("Miete Miete"), MODEL) is UNSURE


def test_weak_probability_changes_nothing():
    even = replace(MODEL, weights={kind: dict.fromkeys(MODEL.rarity, 0.0) for kind in ("a", "b", "c")})
    even = replace(even, intercepts=dict.fromkeys("abc", 0.0), reliability=dict.fromkeys("abc", 0.9))
    assert refined(UNSURE, GARDEN, even) is UNSURE


def test_no_known_word_is_no_opinion_but_no_error():
    assert vector({"fremd"}, MODEL.rarity) == {}
    assert guess({}, MODEL)[1] == pytest.approx(0.5)
    assert refined(UNSURE, read("fremd"), replace(MODEL, reliability={})) is UNSURE


def test_a_model_is_plain_json():
    assert LEARNED.validate_json(LEARNED.dump_json(MODEL)) == MODEL
