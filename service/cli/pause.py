"""`akte pause`: keep the machine free for something else."""

from __future__ import annotations

import click

from config.home import Home
from config.language import Text
from service.cli.frame import Command, option
from service.cli.output import console, moment, safe
from service.pausing import pause
from service.wiring import open_site

_PAUSED = Text(
    "Angehalten seit {since} von {by}. Was schon gelesen wird, wird fertig; angenommen wird weiter.",
    "Paused since {since} by {by}. What is being read is finished; files are still received.",
)


@click.command(
    cls=Command,
    help=Text(
        "Das Lesen anhalten, auch über Neustarts hinweg, bis akte resume. Dateien werden weiter angenommen.",
        "Pause reading, also across restarts, until akte resume. Files are still received.",
    )(),
)
@option("--note", default="", help=Text("Grund, für Status und Protokoll.", "Reason, for status and log."))
@click.pass_obj
def command(home: Home, *, note: str) -> int:
    with open_site(home) as site:
        site.caller.must_administer()
        begun = pause(site, note)
    console().print(_PAUSED(since=moment(begun.began), by=safe(begun.by)))
    return 0
