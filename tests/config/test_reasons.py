from __future__ import annotations

from string import Formatter

import pytest

from config.reasons import REASONS, Reason
from pipeline.errors import ReadingError


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("code", REASONS)
def test_both_languages_say_something_with_the_same_places(code):
    text = REASONS[code]
    assert text.de.strip()
    assert text.en.strip()
    assert places(text.de) == places(text.en)


@pytest.mark.parametrize("code", REASONS)
def test_every_reason_can_be_worded(code):
    filled = {name: f"<{name}>" for name in places(REASONS[code].de)}
    for language in ("de", "en"):
        sentence = Reason(code, filled).text(language)
        assert "{" not in sentence
        assert all(value in sentence for value in filled.values())


def every_error(kind: type[ReadingError]) -> set[type[ReadingError]]:
    return {kind}.union(*(every_error(sub) for sub in kind.__subclasses__()))


def test_every_reading_error_has_its_reason():
    assert {kind.code for kind in every_error(ReadingError)} <= set(REASONS)
