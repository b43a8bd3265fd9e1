"""Where a name begins and ends in a line."""

import pytest

from pipeline.name_span import is_name, name_span


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Herr Abd al-Muster Beispiel", "Abd al-Muster Beispiel"),
        ("Frau Ana d’Esempio", "Ana d’Esempio"),
        ("Passagier VON DER MUSTER", "Passagier von der MUSTER"),
        ("Frau/Herr GOETHE-ZERTIFIKAT", ""),
        ("BUNDESREPUBLIK DER MUSTER", "MUSTER"),
    ],
)
def test_articles_belong_to_a_name_and_nouns_do_not(text, name):
    assert name_span(text) == name


def test_a_small_word_with_a_hyphen_is_no_name():
    assert not is_name("nach-Muster Beispiel")
