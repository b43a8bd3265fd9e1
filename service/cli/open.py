"""`akte open`: the file of a document, or of a hit of the last search."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import click

from config.home import Home
from config.language import Text
from records import documents
from records.errors import NotFound
from records.files import DOCUMENT
from service.access import OPENED, log_access
from service.cli.authority import chosen
from service.cli.frame import Command, authority_option, option
from service.cli.output import harmless
from service.last_search import recall
from service.wiring import open_site

_LONGEST_RANK = 4  # digits; what is longer is the beginning of a document's id
_NONE = Text(
    "„{what}“ ist weder ein Dokument noch ein Treffer der letzten Suche.",
    "“{what}” is neither a document nor a hit of the last search.",
)
_NO_PAGE = Text("Das Dokument hat die Seiten {pages}.", "The document has the pages {pages}.")
_PAGE = Text("Seite {page} (in der Datei die {number}.)", "page {page} (number {number} in the file)")


@click.command(
    cls=Command,
    help=Text(
        "Die Datei eines Dokuments (Kennung oder ihr Anfang) oder eines Treffers der letzten Suche "
        "(seine Nummer) nennen und, wo es einen Bildschirm gibt, öffnen.",
        "Name the file of a document (its id or the beginning of it) or of a hit of the last search "
        "(its number), and open it where there is a display.",
    )(),
)
@click.argument("what", metavar="DOCUMENT|RANK")
@option("--page", type=int, metavar="N", help=Text("Seite der Quelle.", "Page of the source."))
@authority_option
@click.pass_obj
def command(home: Home, what: str, *, page: int | None, authority: str | None) -> int:
    found, best = _meant(what)
    with open_site(home) as site:
        try:
            document = documents.get(
                site.catalogue, documents.resolve(site.catalogue, found, chosen(site, authority))
            )
        except NotFound as error:
            raise click.BadParameter(_NONE(what=what), param_hint="DOCUMENT|RANK") from error
        if page is not None and page not in document.source_pages:
            shown = ", ".join(map(str, document.source_pages))
            raise click.BadParameter(_NO_PAGE(pages=shown), param_hint="--page")
        file = document.folder / DOCUMENT
        wanted = page or best
        log_access(
            site, document.authority, OPENED, f"document {document.id}", {"file": file.name, "page": wanted}
        )
    click.echo(harmless(file))
    if wanted in document.source_pages:
        number = document.source_pages.index(wanted) + 1
        click.echo(_PAGE(page=wanted, number=number), err=True)
    _show(file)
    return 0


def _meant(what: str) -> tuple[str, int | None]:
    """Document and page. A short number is a rank and never the beginning of an id: a rank that the last
    search did not have must not open some other document. Raises a usage error.
    """
    if not (what.isdecimal() and len(what) <= _LONGEST_RANK):
        return what, None
    hit = recall(int(what))
    if hit is None:
        raise click.BadParameter(_NONE(what=what), param_hint="DOCUMENT|RANK")
    return hit


def _show(file: Path) -> None:
    """Where nobody sits before a display, the printed path is all that is wanted."""
    program = shutil.which("xdg-open")
    if program and (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        subprocess.Popen(
            [program, str(file)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
