"""What goes wrong at the prompt: one clear message, and an exit status that scripts can rely on."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from config.home import Home
from records import errors as records_errors
from records.errors import RecordsError
from service.cli.failure import EXIT_STATUSES, report_failure
from service.lock import service_lock

NAMED_AUTHORITY = [
    ("documents",), ("search", "Wort"), ("show", "P-0001"), ("status",), ("verify",), ("review", "list"),
    ("review", "next"), ("quarantine", "list"), ("index", "status"), ("index", "rebuild"),
]  # fmt: skip


# -- no home, wrong settings ------------------------------------------------------------------


@pytest.mark.parametrize(
    "command",
    [
        ("status",),
        ("documents",),
        ("run",),
        ("search", "x"),
        ("verify",),
        ("ingest", "x.pdf", "--authority", "a"),
    ],
)
def test_without_a_home_it_says_what_to_do(akte, home, command):
    home.settings_file.unlink()
    result = akte(*command)
    assert (result.status, result.out) == (3, "")
    assert str(home.settings_file) in result.err
    assert "akte init --authority NAME" in result.err


def test_the_home_is_asked_for_where_it_would_be(tmp_path):
    environment = {**os.environ, "AKTE_HOME": str(tmp_path / "nowhere"), "LC_ALL": "en_US.UTF-8"}
    command = [Path(sys.executable).with_name("akte"), "status"]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 3
    assert result.stderr == (
        f"Error: {tmp_path}/nowhere/akte.toml: not found. Run `akte init --authority NAME` first.\n"
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("[limits]\nworkerz = 2", "unbekannte Einstellung „limits.workerz“"),
        ("[authorities.wiesbaden]\nwatch = 'sometimes'", "Einstellung „authorities.wiesbaden.watch“"),
        ("[limits", "keine gültige TOML-Datei"),
    ],
)
def test_wrong_settings_name_file_and_key(akte, home, line, words):
    home.settings_file.write_text(line, "utf-8")
    result = akte("status")
    assert result.status == 3
    assert result.err.startswith(f"Fehler: {home.settings_file}: ")
    assert words in result.err


# -- wrong usage ------------------------------------------------------------------------------


@pytest.mark.parametrize("command", NAMED_AUTHORITY)
def test_an_unknown_authority_is_refused_with_a_suggestion(akte, command):
    result = akte(*command, "--authority", "wiesbden")
    assert (result.status, result.out) == (2, "")
    assert "Behörde „wiesbden“ gibt es hier nicht. Vorhanden: wiesbaden." in result.err


def test_an_authority_like_none_lists_what_there_is(akte, tmp_path):
    (tmp_path / "x.pdf").write_bytes(b"x")
    for command in (("ingest", str(tmp_path / "x.pdf")), ("people", "import", str(tmp_path / "x.pdf"))):
        result = akte(*command, "--authority", "nirgends")
        assert result.status == 2
        assert "Vorhanden: wiesbaden, kassel." in result.err


def test_an_unknown_type_is_refused_with_suggestions(worked_akte):
    [case] = worked_akte("review", "list", "--authority", "kassel", "--json").rows
    for command in (
        ("documents", "--type", "reisepas"),
        ("review", "set-type", case["id"], "reisepas"),
    ):
        result = worked_akte(*command)
        assert result.status == 2
        assert "Dokumentart „reisepas“ ist unbekannt. Ähnlich: reisepass" in result.err


@pytest.mark.parametrize("arguments", [("Wort", "--type", "reisepas"), ("Wort typ:reisepas",)])
def test_a_search_for_an_unknown_type_suggests_one(worked_akte, arguments):
    result = worked_akte("search", *arguments)
    assert result.status == 2
    assert "„reisepass“" in result.err


def test_a_query_that_is_not_understood_is_pointed_at(worked_akte):
    result = worked_akte("search", 'Antrag perosn:x "offen')
    message, query, caret = result.err.splitlines()
    assert "Gemeint" in message or "fehlt" in message
    assert query[caret.index("^")] == '"'


USAGE = [
    ((), "Es fehlt: ein Befehl.", "Missing: a command."),
    (("statsu",), "Unbekannter Befehl statsu. Gemeint: status?", "Unknown command statsu. Did you mean st"),
    (("review", "lits"), "Unbekannter Befehl lits. Gemeint: list", "Unknown command lits. Did you mean list"),
    (("xyzzy",), "Unbekannter Befehl xyzzy.\n", "Unknown command xyzzy.\n"),
    (("status", "--jsn"), "Unbekannte Option --jsn. Gemeint: --j", "Unknown option --jsn. Did you mean --j"),
    (("search", "Wort", "--jsn"), "Unbekannte Option --jsn.", "Unknown option --jsn. Did you mean"),
    (("documents", "--state", "x"), "möglich sind filed, review,", "possible are filed, review,"),
    (("search", "x", "--limit", "0"), "eine ganze Zahl von 1 bis 1000", "a whole number from 1 to 1000"),
    (("search", "x", "--limit", "many"), "eine ganze Zahl von 1 bis 1000", "a whole number from 1 to 1000"),
    (("verify", "now"), "Unerwartete Angabe: now", "Unexpected argument: now"),
    (("documents", "--person"), "Option --person: Der Wert fehlt", "Option --person: the value is missing"),
    (("ingest", "--authority", "kassel"), "Es fehlt: 'FILES...'.", "Missing: 'FILES...'."),
    (("review", "reject", "1234"), "Es fehlt: '--note'.", "Missing: '--note'."),
    (("people", "import", "/nowhere", "--authority", "kassel"), "keine solche Datei", "no such file"),
    (("search", '"offen'), "Anführungszeichen", "quotation mark"),
]  # fmt: skip


@pytest.mark.parametrize(("command", "words", "_english"), USAGE)
def test_wrong_usage_is_explained_in_german(akte, command, words, _english):
    result = akte(*command)
    assert (result.status, result.out) == (2, "")
    assert words in result.err
    assert result.err.startswith("Fehler: ")


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(("command", "_german", "words"), USAGE)
def test_wrong_usage_is_explained_in_english(akte, command, _german, words):
    result = akte(*command)
    assert (result.status, result.out) == (2, "")
    assert words in result.err
    assert result.err.startswith("Error: ")


def test_wrong_usage_leads_to_the_help_of_the_command(akte):
    assert akte("review", "reject", "1234").err.endswith("Hilfe: akte review reject --help\n")


@pytest.mark.parametrize("command", [("review",), ("people",), ("index",)])
def test_a_command_that_is_incomplete_shows_its_help(akte, command):
    result = akte(*command)
    assert result.status == 2
    assert result.out.startswith(" ".join(("Aufruf: akte", *command)))


# -- things that are not there, or not in this state ------------------------------------------


def test_an_unknown_id_is_told(worked_akte):
    assert worked_akte("review", "show", "ffffffff-0000").status == 3
    assert worked_akte("quarantine", "show", "ffffffff-0000").status == 3
    result = worked_akte("show", "P-9999")
    assert result.status == 2
    assert "„P-9999“ ist weder ein Dokument noch eine Person." in result.err


def test_only_what_is_quarantined_can_be_retried(worked_akte):
    result = worked_akte("documents", "--state", "duplicate", "--json")
    [row] = result.rows
    again = worked_akte("quarantine", "retry", row["id"])
    assert again.status == 4
    assert again.err.startswith("Fehler: ")


def test_a_second_service_is_refused_with_the_home_in_question(akte, home):
    with service_lock(home):
        for command in (("run",), ("run", "--once")):
            result = akte(*command)
            assert result.status == 75
            assert result.err == f"Fehler: Für {home.root} läuft bereits ein Dienst.\n"


def test_a_fault_of_ours_asks_for_a_report_and_shows_its_traceback_on_request(akte, monkeypatch):
    def broken(*_args: object) -> None:
        raise AttributeError("made up")

    monkeypatch.setattr("service.overview.running_service", broken)
    quiet = akte("status")
    assert quiet.status == 70
    assert quiet.err.startswith("Fehler: Programmfehler (AttributeError: made up).")
    assert "Traceback" not in quiet.err
    monkeypatch.setenv("AKTE_TRACE", "1")
    assert "Traceback" in akte("status").err


# -- statuses ---------------------------------------------------------------------------------


def test_every_status_that_an_error_carries_is_documented(akte):
    named = [kind for kind in vars(records_errors).values() if isinstance(kind, type)]
    kinds = [kind for kind in named if issubclass(kind, RecordsError)]
    assert {kind.exit_code for kind in kinds} <= set(EXIT_STATUSES)
    page = " ".join(akte("--help").out.split())
    for status, meaning in EXIT_STATUSES.items():
        assert f"{status} {meaning()}" in page


def test_status_tells_by_its_exit_whether_someone_is_needed(akte, worked_akte, home: Home):
    with service_lock(home):
        assert akte("status").status == 0
    assert akte("status").status == 1  # nothing to do, but no service either
    assert worked_akte("status").status == 1


def test_an_interrupted_command_says_so(akte, monkeypatch):
    def interrupted(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("service.overview.running_service", interrupted)
    assert akte("status").status == 130


# -- what the machine refuses -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), 74, "Platz schaffen"),
        (PermissionError(errno.EACCES, "Permission denied", "/srv/x"), 77, "/srv/x: „"),
        (records_errors.CatalogueError(detail="database or disk is full"), 74, "Platz schaffen"),
        (records_errors.CatalogueError(detail="database disk image is malformed"), 74, "akte restore"),
        (OSError(errno.EIO, "Input/output error"), 3, "Input/output error"),
    ],
)
def test_what_the_machine_refuses_is_said_with_what_to_do(capsys, error, status, words):
    assert report_failure(error) == status
    told = capsys.readouterr().err
    assert told.startswith("Fehler: ")
    assert words in told


def test_a_damaged_catalogue_is_told_with_the_way_back(akte, home):
    with home.database_file.open("r+b") as database:
        database.write(b"no database any more, whatever it was before")
    result = akte("status")
    assert result.status == 74
    assert "akte restore" in result.err
