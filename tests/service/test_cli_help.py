"""Every command explains itself, in German and in English."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from service.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
BOILERPLATE = ("Usage:", "Options:", "Commands:", "[OPTIONS]", "[ARGS]", "Show this", "Show the", "required")


def help_pages(locale: str) -> dict[str, dict[str, object]]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}
    output = subprocess.run(
        [sys.executable, "-m", "tests.service.help_pages"],
        cwd=ROOT,
        env={**environment, "LC_ALL": locale},
        capture_output=True,
        check=True,
    ).stdout
    return json.loads(output)


@pytest.fixture(scope="module")
def german():
    return help_pages("de_DE.UTF-8")


@pytest.fixture(scope="module")
def english():
    return help_pages("en_US.UTF-8")


def test_every_command_has_a_page_in_both_languages(german, english):
    assert set(german) == set(english)
    assert {path.split()[1] for path in german if path != "akte"} == set(COMMANDS)
    assert len(german) > 20
    for path in german:
        assert german[path]["page"] != english[path]["page"], path


def test_german_pages_are_german_throughout(german):
    for path, entry in german.items():
        assert entry["page"].startswith(f"Aufruf: {path}")
        found = [words for words in BOILERPLATE if words in entry["page"]]
        assert found == [], path


def test_english_pages_are_english(english):
    for path, entry in english.items():
        assert entry["page"].startswith(f"Usage: {path}")
        assert not set("äöüÄÖÜß") & set(entry["page"].replace("Ausländer", "")), path


def test_every_option_says_what_it_does(german, english):
    for pages in (german, english):
        for path, entry in pages.items():
            assert all(entry["helps"]), path


def test_a_locale_that_says_nothing_of_the_reader_means_german(german):
    assert help_pages("C.UTF-8") == german


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_the_readme_names_every_command(command):
    assert f"akte {command}" in (ROOT / "README.md").read_text("utf-8")
