"""Damaged words of the rules are put right; other words, and words of the rules, stay as they are."""

import pytest

from config.document_types import load_document_types
from pipeline.spelling import repaired

TYPES = load_document_types()


@pytest.mark.parametrize(
    ("damaged", "right"),
    [
        ("Bedarfsgcmeinschaft", "bedarfsgemeinschaft"),
        ("Kontoauszuq", "kontoauszug"),
        ("Rechtsbehelfsbelehruug", "rechtsbehelfsbelehrung"),
        ("Fiktionsbescheiniung", "fiktionsbescheinigung"),
        ("Antrag und Ausländerzentralreqister hier", "Antrag und ausländerzentralregister hier"),
    ],
)
def test_damaged_words_are_put_right(damaged, right):
    assert repaired(damaged, TYPES) == right


@pytest.mark.parametrize(
    "text", ["Anmeldung Abmeldung", "Zuweisung Ausweisung", "Kartoffelsalat am Montag", "12.03.2020 A-17", ""]
)
def test_other_words_stay(text):
    assert repaired(text, TYPES) == text
