"""`akte init`: a new home, or further authorities for one."""

from __future__ import annotations

from pathlib import Path

import click

from config.home import Home
from config.inboxes import inbox_places
from config.language import Text
from config.settings import AUTHORITY_NAME, Settings, load_settings
from intake.disk import make_folder, write_whole
from records.catalogue import Catalogue
from service.caller import present_caller
from service.cli.frame import Command, option
from service.cli.output import console, safe
from service.folders import make_folders

BAD_NAME = Text(
    "„{name}“: nur Kleinbuchstaben a–z, Ziffern, - und _, beginnend mit einem Buchstaben",
    "“{name}”: only lower case letters a–z, digits, - and _, starting with a letter",
)
_CREATED = Text("Heimatordner {home} eingerichtet.", "Home directory {home} is set up.")
_AUTHORITY = Text("Behörde {name}: Eingangsordner {inbox}", "Authority {name}: inbox {inbox}")
_MISSING = Text(
    "{inbox} gibt es nicht oder ist nicht eingehängt; angelegt wird ein eingetragener Ordner nie.",
    "{inbox} does not exist or is not mounted; a folder from the settings is never created.",
)
_NEXT = Text(
    "Nächste Schritte: akte people import register.csv --authority {name}; dann\n"
    "systemctl enable --now akte.service; ohne systemd: akte run",
    "Next steps: akte people import register.csv --authority {name}; then\n"
    "systemctl enable --now akte.service; without systemd: akte run",
)
_HEAD = """\
# Einstellungen von akte. Alle Schlüssel mit Erklärung: akte.example.toml bei der Dokumentation des Programms
# (/opt/akte/share/doc/akte, im Quelltext config).
# Unbekannte Schlüssel sind Fehler; es gilt, was hier steht, sonst die Vorgabe.
"""


@click.command(
    cls=Command,
    help=Text(
        "Heimatordner mit Einstellungen, Datenbank und Eingangsordnern anlegen. "
        "Bei einem bestehenden kommen die genannten Behörden hinzu.",
        "Create a home with settings, database and inboxes. "
        "To an existing one the named authorities are added.",
    )(),
)
@option(
    "--authority",
    "authorities",
    multiple=True,
    required=True,
    metavar="NAME",
    help=Text("Name einer Behörde; mehrfach möglich.", "Name of an authority; may be repeated."),
)
@click.pass_obj
def command(home: Home, authorities: tuple[str, ...]) -> None:
    for name in authorities:
        if not AUTHORITY_NAME.fullmatch(name):
            raise click.BadParameter(BAD_NAME(name=name), param_hint="--authority")
    present_caller(home).must_administer()
    make_folder(home.root)
    settings = _write_settings(home.settings_file, authorities)
    out = console()
    Catalogue.open(home, settings).close()
    make_folders(home, settings)
    places = inbox_places(home, settings)
    out.print(_CREATED(home=safe(home.root)))
    for place in places:
        out.print(_AUTHORITY(name=place.name, inbox=safe(place.folder)))
        if not place.folder.is_dir():
            out.print(f"[yellow]{_MISSING(inbox=safe(place.folder))}[/]")
    out.print(_NEXT(name=authorities[0]))


def _write_settings(file: Path, authorities: tuple[str, ...]) -> Settings:
    """Add missing authorities at the end of the file; what stands there stays as it is."""
    known = load_settings(file).authorities if file.exists() else {}
    text = file.read_text("utf-8") if file.exists() else _HEAD
    for name in dict.fromkeys(authorities):
        if name not in known:
            text += f'\n[authorities.{name}]\ntitle = "{name.capitalize()}"\n'
    write_whole(file, text.encode())
    return load_settings(file)
