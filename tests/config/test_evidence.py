"""What a clerk reads of a score's parts."""

from __future__ import annotations

from typing import get_args, get_type_hints

import pytest

from config.evidence import EVIDENCE, NAME_KINDS, in_words, kind_marked
from pipeline.model import PersonName, Zone


def test_every_further_kind_of_name_has_words():
    assert set(get_args(get_type_hints(PersonName)["kind"])) == {*NAME_KINDS, "current"}


def test_every_place_has_words():
    assert {zone.value for zone in Zone} <= EVIDENCE.keys()


@pytest.mark.parametrize("kind", NAME_KINDS)
def test_the_kind_of_a_name_is_told_in_the_readers_language(kind):
    assert in_words(kind_marked("Muster, Erika", kind), "de") == f"Muster, Erika ({NAME_KINDS[kind]('de')})"


def test_several_codes_and_other_text_are_told_apart():
    assert in_words("sex_differs, mrz", "en") == "sex differs, machine-readable zone"
    assert in_words("Muster, Erika", "de") == "Muster, Erika"
