"""`akte resume`: the end of `akte pause`."""

from __future__ import annotations

import click

from config.home import Home
from config.language import Text
from service.cli.frame import Command
from service.cli.output import console, moment
from service.pausing import resume
from service.wiring import open_site

_RESUMED = Text("Es geht weiter (angehalten seit {since}).", "Going on (paused since {since}).")
_NOT_PAUSED = Text("Es war nicht angehalten.", "It was not paused.")


@click.command(cls=Command, help=Text("Nach akte pause weiterlesen.", "Go on reading after akte pause.")())
@click.pass_obj
def command(home: Home) -> int:
    with open_site(home) as site:
        site.caller.must_administer()
        ended = resume(site)
    console().print(_RESUMED(since=moment(ended.began)) if ended else _NOT_PAUSED())
    return 0
