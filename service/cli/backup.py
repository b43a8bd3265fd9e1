"""`akte backup`: a proved copy of the home, taken while the service runs."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from config.home import Home
from config.language import Text
from service.backups import Made, make
from service.cli.frame import Command, json_option, option
from service.cli.output import console, print_json, safe
from service.cli.verify import looked_at
from service.wiring import open_site

_DONE = Text("Sicherung: {folder}", "Backup: {folder}")
_HOW = Text(
    "Dateien: {linked} verknüpft, {cloned} mit gemeinsamen Blöcken, {copied} kopiert ({mib} MiB).",
    "Files: {linked} linked, {cloned} with shared blocks, {copied} copied ({mib} MiB).",
)
_HEAD = Text("Letzter Protokolleintrag: Nr. {seq}, {hash}", "Last log entry: no. {seq}, {hash}")
_REMOVED = Text("Entfernt: {names}", "Removed: {names}")
_SOUND = Text("Die Kopie ist vollständig und unverändert.", "The copy is complete and unchanged.")
_FAULTY = Text(
    "{count} Fehler, die auch der Heimatordner hat; ältere Sicherungen bleiben stehen:",
    "{count} faults, which the home has, too; older backups are kept:",
)


@click.command(
    cls=Command,
    help=Text(
        "Den Heimatordner in einen Unterordner von TARGET sichern; der Dienst läuft weiter. Unveränderte "
        "Dateien werden mit der vorigen Sicherung geteilt. Die Kopie wird geprüft wie mit akte verify und "
        "liegt erst am Ende unter ihrem Namen. Eingangsordner und Suchindex sind nicht dabei. Endestatus 1, "
        "wenn die Prüfung Fehler findet.",
        "Back the home up into a new folder below TARGET; the service goes on. Unchanged files are shared "
        "with the backup before. The copy is verified as by akte verify and gets its name only then. "
        "Inboxes and search index are not in it. Exit status 1 if faults are found.",
    )(),
)
@click.argument("target", type=click.Path(path_type=Path, file_okay=False))
@option(
    "--keep",
    default=14,
    metavar="N",
    type=click.IntRange(1, 10_000),
    show_default=True,
    help=Text("So viele Sicherungen bleiben, diese mitgezählt.", "Backups to keep, this one included."),
)
@json_option
@click.pass_obj
def command(home: Home, target: Path, *, keep: int, as_json: bool) -> int:
    with open_site(home) as site:
        site.caller.must_administer()
        made = make(site, target.absolute(), keep)
    if as_json:
        print_json([_object(made)])
    else:
        _print(made)
    return 1 if made.faults else 0


def _object(made: Made) -> dict[str, object]:
    return {
        "folder": str(made.folder),
        **asdict(made.note),
        "checked": dict(made.checked),
        "copied": dict(made.copied),
        "removed": [str(path) for path in made.removed],
    }


def _print(made: Made) -> None:
    out = console()
    out.print(_DONE(folder=safe(made.folder)))
    out.print(_HOW(mib=round(made.copied["bytes"] / 2**20, 1), **made.copied))
    out.print(looked_at(made.checked))
    out.print(_HEAD(seq=made.note.log_seq, hash=made.note.log_hash))
    if made.removed:
        out.print(_REMOVED(names=", ".join(path.name for path in made.removed)))
    if not made.faults:
        out.print(f"[green]{_SOUND()}[/]")
        return
    out.print(f"[red]{_FAULTY(count=len(made.faults))}[/]")
    for message in made.note.faults:
        out.print(f"  {safe(message)}")
