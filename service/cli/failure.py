"""Failures as a person at the prompt sees them: one clear message and an exit status."""

from __future__ import annotations

import os
import sys
import traceback

import click

from config.language import Text
from config.settings import SettingsError
from index.errors import QueryError, SearchIndexError
from intake.errors import IntakeError
from pipeline.errors import OcrMissing, ReadingError
from records.errors import RecordsError
from service.lock import AlreadyRunning

USAGE, FAULTY, UNAVAILABLE, BUSY, DEFECT = 2, 3, 69, 75, 70
"""Exit statuses; the upper ones follow sysexits.h."""

_ERROR = Text("Fehler: ", "Error: ")
_HINT = Text("Hilfe: {command} --help", "Help: {command} --help")
_RUNNING = Text("Für {home} läuft bereits ein Dienst.", "A service is already running for {home}.")
_DEFECT = Text(
    "Programmfehler ({error}). Mit AKTE_TRACE=1 wird die Aufrufliste gezeigt; bitte melden.",
    "Programming error ({error}). AKTE_TRACE=1 shows the traceback; please report it.",
)
_ABORTED = Text("Abgebrochen.", "Aborted.")
_NO_OPTION = Text("Unbekannte Option {name}.", "Unknown option {name}.")
_MEANT = Text(" Gemeint: {names}?", " Did you mean {names}?")
_NO_COMMAND = Text("Unbekannter Befehl.", "Unknown command.")
_MISSING = Text("Es fehlt: {name}.", "Missing: {name}.")
_BAD = Text("Ungültiger Wert für {name}: {detail}", "Invalid value for {name}: {detail}")
_UNEXPECTED = Text("Unerwartete Angabe: {detail}", "Unexpected argument: {detail}")


def report_failure(error: Exception) -> int:
    """Print what went wrong to standard error; the exit status."""
    text, status = _worded(error)
    if text:
        print(f"{_ERROR()}{text}", file=sys.stderr)
    if status == DEFECT and os.environ.get("AKTE_TRACE"):
        traceback.print_exception(error)
    return status


def _worded(error: Exception) -> tuple[str, int]:  # noqa: C901, PLR0912 - one flat table of cases
    match error:
        case click.exceptions.NoArgsIsHelpError():
            print(error.ctx.get_help() if error.ctx else "")
            return "", USAGE
        case click.UsageError():
            command = error.ctx.command_path if error.ctx else "akte"
            return f"{_usage(error)}\n{_HINT(command=command)}", USAGE
        case click.Abort():
            return _ABORTED(), 130
        case click.ClickException():
            return error.format_message(), USAGE
        case QueryError():
            return error.text(), USAGE
        case AlreadyRunning():
            return _RUNNING(home=error), BUSY
        case OcrMissing():
            return error.reason.text(), UNAVAILABLE
        case ReadingError():
            return error.reason.text(), FAULTY
        case RecordsError():
            return error.text(), error.exit_code
        case SearchIndexError():
            return error.text(), FAULTY
        case SettingsError() | IntakeError():
            return str(error), FAULTY
        case OSError():
            return str(error), FAULTY
        case _:
            return _DEFECT(error=f"{type(error).__name__}: {error}"), DEFECT


def _usage(error: click.UsageError) -> str:
    """Click's complaint in the reader's language."""
    match error:
        case click.NoSuchOption():
            meant = _MEANT(names=", ".join(error.possibilities)) if error.possibilities else ""
            return _NO_OPTION(name=error.option_name) + meant
        case click.MissingParameter():
            name = error.param.get_error_hint(error.ctx) if error.param and error.ctx else error.param_hint
            return _MISSING(name=name)
        case click.BadParameter():
            name = error.param.get_error_hint(error.ctx) if error.param and error.ctx else error.param_hint
            return _BAD(name=name, detail=error.message)
        case _:
            return error.format_message()
