from __future__ import annotations

import pytest

from config.language import Text, current_language

GREETING = Text("Guten Tag, {name}", "Hello, {name}")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "de"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "EN"}, "en"),
        ({"LANG": "C.UTF-8"}, "de"),
        ({"LANG": "fr_FR.UTF-8"}, "de"),
        ({"LC_ALL": "", "LC_MESSAGES": "en_US", "LANG": "de_DE"}, "en"),
        ({"LC_ALL": "de_DE", "LC_MESSAGES": "en_US", "LANG": "en_US"}, "de"),
    ],
)
def test_the_first_variable_that_is_set_decides(environment, language):
    assert current_language(environment) == language


def test_a_text_is_worded_in_the_language_asked_for_with_its_places_filled():
    assert GREETING("de", name="Erika") == "Guten Tag, Erika"
    assert GREETING("en", name="Erika") == "Hello, Erika"


def test_without_a_language_the_locale_decides(monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert GREETING(name="Erika") == "Hello, Erika"
    monkeypatch.setenv("LC_ALL", "C")
    assert GREETING(name="Erika") == "Guten Tag, Erika"


def test_braces_without_parameters_and_in_values_stay():
    assert Text("{", "}")("de") == "{"
    assert GREETING("de", name="{name}") == "Guten Tag, {name}"
