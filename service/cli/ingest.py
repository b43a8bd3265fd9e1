"""`akte ingest`: hand files over as if they had been dropped into the inbox."""

from __future__ import annotations

from pathlib import Path

import click

from config.home import Home
from config.language import Text
from intake.errors import IntakeError
from intake.ingest import ingest
from records.ports import IntakeJournal
from service.cli.authority import checked
from service.cli.frame import Command, option
from service.cli.output import console, print_json, safe
from service.lock import running_service
from service.wiring import open_site, utc_now

_RECEIVED = Text("{file}: angenommen ({id})", "{file}: received ({id})")
_DUPLICATE = Text("{file}: Dublette, liegt bereits vor", "{file}: duplicate, already here")
_LATER = Text(
    "Es läuft kein Dienst; verarbeitet wird beim nächsten akte run.",
    "No service is running; processing starts with the next akte run.",
)


@click.command(
    cls=Command,
    help=Text(
        "Dateien übernehmen, als wären sie in den Eingangsordner gelegt worden. "
        "Die Dateien selbst bleiben liegen.",
        "Take files over as if they had been dropped into the inbox. The files themselves stay.",
    )(),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@option(
    "--authority",
    required=True,
    metavar="NAME",
    help=Text("Empfangende Behörde.", "The receiving authority."),
)
@option(
    "--json", "as_json", is_flag=True, help=Text("Ein JSON-Objekt je Datei.", "One JSON object per file.")
)
@click.pass_obj
def command(home: Home, files: tuple[Path, ...], authority: str, *, as_json: bool) -> int:
    out, failed, waiting = console(), 0, 0
    with open_site(home) as site:
        checked(site, authority)
        for file in files:
            try:
                received = ingest(
                    file, authority=authority, home=home, journal=IntakeJournal(site.catalogue), now=utc_now()
                )
            except IntakeError as error:
                # One file that cannot be taken does not keep the others out.
                failed += 1
                if as_json:
                    print_json([{"file": str(file), "error": str(error)}])
                else:
                    console(stderr=True).print(f"[red]{safe(error)}[/]")
                continue
            duplicate = received.duplicate_of is not None
            waiting += not duplicate
            if as_json:
                print_json(
                    [
                        {
                            "file": str(file),
                            "error": None,
                            "arrival": received.arrival.id,
                            "duplicate": duplicate,
                        }
                    ]
                )
            else:
                words = _DUPLICATE if duplicate else _RECEIVED
                out.print(words(file=safe(file), id=received.arrival.id[:8]))
    if waiting and not as_json and running_service(home) is None:
        out.print(_LATER())
    return 1 if failed else 0
