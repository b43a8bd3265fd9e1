"""The command line. Each command lives in a module of its own, loaded when it is called."""

from __future__ import annotations

import gc
import importlib
import io
import os
import sys
from pathlib import Path

import click

from config.home import find_home
from config.language import Text
from service.cli.frame import Group

COMMANDS = {
    "init": "init",
    "authority": "authority_commands",
    "people": "people",
    "run": "run",
    "ingest": "ingest",
    "documents": "documents",
    "search": "search",
    "show": "show",
    "history": "history",
    "open": "open",
    "read": "read",
    "review": "review",
    "quarantine": "quarantine",
    "classify": "classify",
    "status": "status",
    "pause": "pause",
    "resume": "resume",
    "verify": "verify",
    "audit": "audit",
    "backup": "backup",
    "restore": "restore",
    "index": "index",
}
"""Command names and the modules of this package that hold them."""


_INTERRUPTED = 130  # as the shell has it
_EXIT_STATUS = Text("Endestatus: {meanings}.", "Exit status: {meanings}.")


class LazyGroup(Group):
    """Loads a command's module only when it is called: the shell prompt should not wait for others."""

    def format_epilog(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        from service.cli.failure import EXIT_STATUSES  # noqa: PLC0415 -- see `main`

        meanings = "; ".join(f"{code} {text()}" for code, text in EXIT_STATUSES.items())
        self.epilog = _EXIT_STATUS(meanings=meanings)
        super().format_epilog(context, formatter)

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        module = COMMANDS.get(name)
        if module is None:
            return None
        gc.disable()  # loading makes many objects and no garbage: a tenth of the time
        try:
            command: click.Command = importlib.import_module(f"service.cli.{module}").command
        finally:
            gc.freeze()  # nor is any of it looked through again, least of all at the end: another tenth
            gc.enable()
        return command


@click.group(
    cls=LazyGroup,
    help=Text(
        "akte – elektronische Ausländerakte: liest eingehende Scans, ordnet sie Personen zu, "
        "legt sie in deren Akten ab und findet sie wieder.",
        "akte – the electronic immigration file: reads incoming scans, assigns them to persons, "
        "files them into their records and finds them again.",
    )(),
)
@click.option(
    "--home",
    type=click.Path(path_type=Path, file_okay=False, readable=False),  # said better by service.caller
    metavar=Text("ORDNER", "DIR")(),
    help=Text(
        "Heimatordner (sonst AKTE_HOME, für root /var/lib/akte, sonst der Datenordner des Benutzers).",
        "Home directory (else AKTE_HOME, /var/lib/akte for root, the user's data directory otherwise).",
    )(),
)
@click.version_option(package_name="akte", message="akte %(version)s")
@click.pass_context
def akte(context: click.Context, home: Path | None) -> None:
    context.obj = find_home(home)


def main(arguments: list[str] | None = None) -> None:
    """Entry point: the second catch point of DESIGN. Every failure ends in a message and an exit status."""
    os.umask(0o027)  # whatever a command or a library writes is for owner and group only
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # for names that are not UTF-8, or a terminal that is not
            stream.reconfigure(errors="backslashreplace")
    try:
        status = akte.main(args=arguments, prog_name="akte", standalone_mode=False)
    except Exception as error:  # noqa: BLE001 - the command line's catch point
        from service.cli.failure import report_failure  # noqa: PLC0415 -- knows all errors: half a second

        sys.exit(report_failure(error))
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    sys.exit(status if isinstance(status, int) else 0)
