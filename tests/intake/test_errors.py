from __future__ import annotations

from pathlib import Path

import pytest

from intake import errors
from intake.errors import IntakeError, translate

KINDS = [IntakeError, *IntakeError.__subclasses__()]


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_words_itself_in_both_languages(kind):
    error = kind(Path("/inbox/scan\n1.pdf"), "full")
    german, english = error.text("de"), error.text("en")
    assert german != english == str(error)
    for text in (german, english):
        assert "scan�1.pdf" in text
        assert "{" not in text


def test_every_code_is_used_once():
    assert len({kind.code for kind in KINDS}) == len(KINDS)


def test_the_detail_names_another_place_but_not_the_file_itself():
    path = Path("/inbox/scan.pdf")
    assert translate(PermissionError(13, "Permission denied", str(path)), path).detail == "Permission denied"
    other = translate(OSError(28, "No space left on device", "/spool/x"), path)
    assert other.detail == "No space left on device: /spool/x"
    assert isinstance(other, errors.NoSpace)


def test_an_unknown_number_is_a_plain_intake_error():
    assert type(translate(OSError("odd"), Path("x"))) is IntakeError
