"""`akte restore`: a backup becomes a home again."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from config.home import Home
from config.language import Text
from service.caller import present_caller
from service.cli.frame import Command, option
from service.cli.output import console, moment, safe
from service.restoring import Restored, restore

_DONE = Text("{home} wiederhergestellt, Stand {time}.", "{home} restored, as of {time}.")
_MISSING = Text(
    "Was danach einging oder entschieden wurde, fehlt: Scans seither noch einmal in den Eingang legen "
    "(Bekanntes wird als Dublette erkannt), Entscheidungen wiederholen. Letzter Protokolleintrag: Nr. {seq}.",
    "What came in or was decided after that is missing: put scans since then into the inbox again (known "
    "ones are recognised as duplicates), repeat decisions. Last log entry: no. {seq}.",
)
_NEWER = Text("Es gibt neuere Sicherungen: {names}", "There are newer backups: {names}")
_REFUSED = Text(
    "Nicht wiederhergestellt, die Sicherung hat Fehler; mit --accept-faults geschieht es trotzdem:",
    "Not restored, the backup has faults; --accept-faults does it all the same:",
)
_FAULTY = Text("Trotz dieser Fehler wiederhergestellt:", "Restored in spite of these faults:")


@click.command(
    cls=Command,
    help=Text(
        "Eine Sicherung in einen leeren Heimatordner zurückholen. Zuerst wird kopiert und die Kopie geprüft; "
        "erst danach wird sie zum Heimatordner, und der Suchindex wird gebaut.",
        "Bring a backup back into an empty home. It is copied and the copy verified first; only then it "
        "becomes the home, and the search index is built.",
    )(),
)
@click.argument("backup", type=click.Path(path_type=Path, exists=True, file_okay=False))
@option(
    "--home",
    "target",
    type=click.Path(path_type=Path, file_okay=False),
    metavar=Text("ORDNER", "DIR")(),
    help=Text("Leerer Heimatordner; sonst wie bei akte --home.", "Empty home; else as with akte --home."),
)
@option(
    "--accept-faults",
    is_flag=True,
    help=Text("Auch eine fehlerhafte Sicherung zurückholen.", "Bring back a faulty backup, too."),
)
@click.pass_obj
def command(home: Home, backup: Path, target: Path | None, *, accept_faults: bool) -> int:
    present_caller(home).must_administer()
    wanted = Home(target.absolute()) if target else home
    restored = restore(backup.absolute(), wanted, accept_faults=accept_faults)
    _print(restored, wanted)
    return 1 if restored.faults else 0


def _print(restored: Restored, home: Home) -> None:
    out = console()
    if restored.faults:
        out.print(f"[red]{(_FAULTY if restored.done else _REFUSED)()}[/]")
        for fault in restored.faults:
            out.print(f"  {safe(fault.message)}")
    if restored.done:
        time = moment(datetime.fromisoformat(restored.note.made_at))
        out.print(_DONE(home=safe(home.root), time=time))
        out.print(_MISSING(seq=restored.note.log_seq))
    if restored.newer:
        out.print(f"[yellow]{_NEWER(names=', '.join(path.name for path in restored.newer))}[/]")
