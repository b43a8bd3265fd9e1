"""Searching as a clerk types it: what is printed, what opens, what the shell completes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from records import audit
from service.cli import akte as root
from tests.service.scenes import opened


def completed(home: Path, *arguments: str) -> list[str]:
    *before, incomplete = arguments
    shell = ShellComplete(root, {}, "akte", "_AKTE_COMPLETE")
    return [item.value for item in shell.get_completions(["--home", str(home), *before], incomplete)]


def test_completion_knows_commands_authorities_types_and_persons(worked):
    home = worked.root
    assert "search" in completed(home, "sea")
    assert completed(home, "search", "--authority", "") == ["wiesbaden", "kassel"]
    assert "reisepass" in completed(home, "search", "--type", "reise")
    assert "P-0001" in completed(home, "search", "--person", "P-00")


def test_completion_of_persons_keeps_to_the_authority(worked):
    there = completed(worked.root, "search", "--authority", "kassel", "--person", "")
    assert "K-0001" in there
    assert "P-0001" not in there


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (("sea",), ["search"]),
        (("search", "--auth"), ["--authority"]),
        (("search", "--authority", ""), ["wiesbaden", "kassel"]),
        (("search", "--type", "reise"), ["reisepass"]),
        (("search", "--authority", "kassel", "--person", "K-"), ["K-0001"]),
        (("search", "Wort", "--sort", "d"), ["date"]),
    ],
)
def test_completion_in_bash_with_the_installed_command(worked, tmp_path, typed, expected):
    """The script that the installer writes, and a command that adds the home as the installed one does."""
    command = tmp_path / "akte"
    program = f"{sys.executable} -c 'from service.cli import main; main()'"
    command.write_text(f'#!/bin/sh\nexec {program} --home "{worked.root}" "$@"\n', "utf-8")
    command.chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    environment.pop("AKTE_HOME", None)
    script = subprocess.run(
        [command],
        env={**environment, "_AKTE_COMPLETE": "bash_source"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    line = " ".join(f"'{word}'" for word in ("akte", *typed))
    asked = (
        f"{script}\nCOMP_WORDS=({line})\nCOMP_CWORD={len(typed)}\n_akte_completion akte\ncomplete -p akte\n"
    )
    asked += 'printf "%s\\n" "${COMPREPLY[@]}"'
    ran = subprocess.run(["bash", "-c", asked], env=environment, capture_output=True, text=True, check=True)
    told, *completions = ran.stdout.splitlines()
    assert told == "complete -o nosort -F _akte_completion akte"
    assert completions == expected


def test_completion_without_an_installation_is_silent(tmp_path):
    assert completed(tmp_path / "none", "search", "--person", "") == []


def test_hits_come_with_counts_and_total(worked_akte):
    out = worked_akte("search", "Sonnenblume").out
    assert "3 von 3 Treffern" in out
    assert "Schreiben" in out
    assert "\x1b" not in out


def test_counts_show_the_names_of_types_and_sections(worked_akte):
    lines = worked_akte("search", "Sonnenblume", "--facets").out.splitlines()
    assert "Art: Allgemeines Schreiben / E-Mail / Vorladung / Einladung 3" in lines
    assert "Register: Schriftverkehr 3" in lines


def test_facets_as_the_last_object(worked_akte):
    *hits, counts = worked_akte("search", "Sonnenblume", "--facets", "--json").rows
    assert (len(hits), counts["total"], counts["types"]) == (3, 3, {"schreiben": 3})
    assert counts["sections"] == {"schriftverkehr": 3}


def test_a_mistyped_word_is_corrected_aloud(worked_akte):
    out = worked_akte("search", "Sonenblume").out
    assert "ähnliche Schreibweise" in out
    assert "Meinten Sie „Sonnenblume“?" in out


def test_like_names_other_documents(worked_akte):
    [first, *_] = worked_akte("search", "Sonnenblume", "--authority", "wiesbaden", "--json").rows
    assert first["id"] not in [
        row["id"] for row in worked_akte("search", "--like", first["id"], "--json").rows
    ]
    assert worked_akte("search", "--like", "ffffffff").status == 2


def test_open_takes_the_rank_of_the_last_search_and_is_logged(worked, worked_akte):
    second = worked_akte("search", "Sonnenblume", "--json").rows[1]
    result = worked_akte("open", "2")
    file = Path(result.out.strip())
    assert file.is_file()
    assert second["id"] in str(file)
    assert "Seite 1" in result.err
    with opened(worked) as site:
        last = audit.entries(site.catalogue, second["authority"])[-1]
    assert (last.action, last.subject) == ("opened", f"document {second['id']}")


@pytest.mark.parametrize("arguments", [("9999",), ("zzzz",), ("1", "--page", "77")])
def test_open_says_what_it_does_not_find(worked_akte, arguments):
    worked_akte("search", "Sonnenblume")
    result = worked_akte("open", *arguments)
    assert result.status == 2
    assert result.out == ""


def test_open_takes_no_rank_for_the_beginning_of_an_id(worked_akte):
    """After a search without hits, `open 3` must not open the document whose id begins with 3."""
    assert worked_akte("search", "Quetzalcoatlus", "--json").rows == []
    ids = [row["id"] for row in worked_akte("documents", "--json").rows]
    beginnings = {each[:length] for each in ids for length in (1, 2, 3, 4)}
    ranks = {each for each in beginnings if each.isdecimal()} | {"1"}
    assert {worked_akte("open", rank).status for rank in ranks} == {2}


SLOW_TO_LOAD = {
    *("sqlalchemy", "pydantic", "rich", "rapidfuzz", "asyncio", "ssl"),
    *("pipeline.model", "pipeline.dates", "records.model", "click.shell_completion"),
    *("whoosh.analysis.morph", "whoosh.automata", "whoosh.writing", "whoosh.lang.porter"),
    *("importlib.resources", "zipfile", "urllib.request", "http", "email", "multiprocessing"),
    *("logging", "subprocess", "alembic", "numpy", "PIL", "config.settings", "service.wiring"),
}


def test_a_search_loads_nothing_that_only_other_commands_need(worked, worked_akte):
    """What the time from the shell to the hits depends on; half a second in all."""
    worked_akte("search", "Sonnenblume")  # leaves the note that the index fits
    program = (
        "import sys; from service.cli import akte;"
        f"akte.main(['--home', {str(worked.root)!r}, 'search', 'Sonnenblume'], standalone_mode=False);"
        f"print(sorted({SLOW_TO_LOAD} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"
