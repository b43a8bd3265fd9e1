"""Failures as a person at the prompt sees them: one clear message and an exit status."""

from __future__ import annotations

import difflib
import errno
import os
import re
import sys
import traceback
from collections.abc import Mapping, Sequence

import click

from config.language import Text
from config.settings import SettingsError
from index.errors import QueryError, SearchIndexError
from intake.errors import IntakeError
from pipeline.errors import OcrMissing, ReadingError
from records.errors import CatalogueError, RecordsError
from service.caller import AccessRefused, user_name
from service.cli.output import harmless
from service.lock import AlreadyRunning

USAGE, FAULTY, UNAVAILABLE, DEFECT, DISK, BUSY, REFUSED, INTERRUPTED = 2, 3, 69, 70, 74, 75, 77, 130

EXIT_STATUSES: Mapping[int, Text] = {
    0: Text("erledigt", "done"),
    1: Text("fertig, aber etwas braucht Aufmerksamkeit", "finished but something needs attention"),
    USAGE: Text("falsche Benutzung", "wrong usage"),
    FAULTY: Text("Fehler in Einstellungen oder Angaben", "faulty settings or names"),
    4: Text("passt nicht zum jetzigen Zustand", "does not fit the present state"),
    65: Text("Register nicht lesbar", "register cannot be read"),
    UNAVAILABLE: Text("Texterkennung fehlt", "text recognition is missing"),
    DEFECT: Text("Programmfehler", "programming error"),
    DISK: Text("Datenbank oder Platte", "database or disk"),
    BUSY: Text("gerade belegt, bitte erneut", "busy, try again"),
    REFUSED: Text("kein Zugang", "no access"),
    INTERRUPTED: Text("abgebrochen", "interrupted"),
}
"""Those from 65 follow sysexits.h, the last one the shell."""

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
_NO_COMMAND = Text("Unbekannter Befehl {name}.", "Unknown command {name}.")
_MISSING = Text("Es fehlt: {name}.", "Missing: {name}.")
_BAD = Text("Ungültiger Wert für {name}: {detail}", "Invalid value for {name}: {detail}")
_UNEXPECTED = Text("Unerwartete Angabe: {detail}", "Unexpected argument: {detail}")
_COMMAND = Text("ein Befehl", "a command")
_VALUE = Text(
    "Option {name}: Der Wert fehlt, oder sie nimmt keinen.",
    "Option {name}: the value is missing, or it takes none.",
)
_CHOICES = Text("möglich sind {choices}.", "possible are {choices}.")
_RANGE = Text("eine ganze Zahl von {least} bis {most}.", "a whole number from {least} to {most}.")
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_NO_SPACE = Text(
    "Auf der Platte ist kein Platz mehr. Platz schaffen und den Befehl wiederholen.",
    "There is no space left on the disk. Make room and repeat the command.",
)
_FORBIDDEN = Text(
    "{path}: „{user}“ hat dafür keine Rechte.", "{path}: “{user}” does not have the rights for this."
)
_MALFORMED = Text(
    "Den Dienst anhalten und die letzte Sicherung wiederherstellen: akte restore "
    "(Handbuch für die Administration, Abschnitt 8).",
    "Stop the service and restore the last backup: akte restore (operation.md, Restoring).",
)
_NO_PATH = Text(
    "keine solche Datei oder kein solcher Ordner, oder „{user}“ darf das nicht lesen.",
    "no such file or folder, or “{user}” may not read it.",
)


def report_failure(error: Exception) -> int:
    """Print what went wrong to standard error; the exit status."""
    text, status = _worded(error)
    if text:
        print(f"{_ERROR()}{harmless(text)}", file=sys.stderr)
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
            return _ABORTED(), INTERRUPTED
        case click.ClickException():
            return error.format_message(), USAGE
        case QueryError():
            return _pointed(error), USAGE
        case AccessRefused():
            return str(error), REFUSED
        case AlreadyRunning():
            return _RUNNING(home=error), BUSY
        case OcrMissing():
            return error.reason.text(), UNAVAILABLE
        case ReadingError():
            return error.reason.text(), FAULTY
        case CatalogueError():
            return _catalogue(error), error.exit_code
        case RecordsError():
            return error.text(), error.exit_code
        case SearchIndexError():
            return error.text(), FAULTY
        case SettingsError() | IntakeError():
            return str(error), FAULTY
        case OSError():
            return _system(error)
        case _:
            return _DEFECT(error=f"{type(error).__name__}: {error}"), DEFECT


def _system(error: OSError) -> tuple[str, int]:
    """What the system refuses, with what to do where that is known."""
    if error.errno in _FULL:
        return _NO_SPACE(), DISK
    if isinstance(error, PermissionError) and error.filename:
        return _FORBIDDEN(user=user_name(os.geteuid()), path=os.fsdecode(error.filename)), REFUSED
    return str(error), FAULTY


def _catalogue(error: CatalogueError) -> str:
    """SQLite's own words, with what to do about those that an administrator meets."""
    detail = error.params.get("detail", "")
    if "malformed" in detail or "not a database" in detail:
        return f"{error.text()}\n{_MALFORMED()}"
    return f"{error.text()}\n{_NO_SPACE()}" if "disk is full" in detail else error.text()


def _pointed(error: QueryError) -> str:
    """The message, and below it the query with a caret under the place."""
    if error.query is None or error.position is None or not error.query.isprintable():
        return error.text()
    start = max(0, error.position - _BEFORE)
    shown = error.query[start : start + _SHOWN]
    return f"{error.text()}\n  {shown}\n  {' ' * (error.position - start)}^"


def _usage(error: click.UsageError) -> str:
    """Click's complaint in the reader's language."""
    match error:
        case click.NoSuchCommand():
            return _NO_COMMAND(name=error.command_name) + _meant(_near_commands(error))
        case click.NoSuchOption():
            return _NO_OPTION(name=error.option_name) + _meant(error.possibilities)
        case click.BadOptionUsage():
            return _VALUE(name=error.option_name)
        case click.MissingParameter():
            return _MISSING(name=_name(error))
        case click.BadParameter():
            return _BAD(name=_name(error), detail=_detail(error))
        case _ if error.message == "Missing command.":
            return _MISSING(name=_COMMAND())
        case _ if extra := _EXTRA.match(error.message):
            return _UNEXPECTED(detail=extra[1])
        case _:
            return error.format_message()


_BEFORE, _SHOWN = 60, 76  # characters of a query before its fault, and in all: a line of 80

_EXTRA = re.compile(r"Got unexpected extra arguments? \((.*)\)$")


def _meant(possibilities: Sequence[str] | None) -> str:
    return _MEANT(names=", ".join(possibilities)) if possibilities else ""


def _near_commands(error: click.NoSuchCommand) -> Sequence[str]:
    """Click looks among the loaded commands only; ours are loaded when they are called."""
    group = error.ctx.command if error.ctx else None
    known = group.list_commands(error.ctx) if isinstance(group, click.Group) and error.ctx else ()
    return difflib.get_close_matches(error.command_name, known)


def _name(error: click.BadParameter) -> object:
    """The parameter as typed; our own checks name it themselves."""
    return error.param.get_error_hint(error.ctx) if error.param and error.ctx else error.param_hint


def _detail(error: click.BadParameter) -> str:
    match error.param.type if error.param else None:
        case click.Choice(choices=choices):
            return _CHOICES(choices=", ".join(choices))
        case click.IntRange(min=least, max=most):
            return _RANGE(least=least, most=most)
        case click.Path():
            return _NO_PATH(user=user_name(os.geteuid()))
        case _:
            return error.message
