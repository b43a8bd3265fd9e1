"""`akte authority`: which authorities this installation serves and who sees them, changed at run time."""

from __future__ import annotations

import os
import signal

import click

from config.home import Home
from config.language import Text
from config.settings import AUTHORITY_NAME, Authority, load_settings
from records import arrivals
from records.model import ArrivalState
from service.access import log_access
from service.caller import present_caller
from service.cli.authority import checked
from service.cli.frame import Group, json_option, option
from service.cli.init import BAD_NAME
from service.cli.output import console, print_json, safe, table
from service.folders import make_folders
from service.lock import running_service
from service.settings_file import with_authority, without_access, without_authority, write_settings
from service.wiring import Site, open_site

_ADDED = Text("Behörde {name} ist eingetragen.", "Authority {name} is entered.")
_REMOVED = Text(
    "Behörde {name} ist ausgetragen. Ihre Daten bleiben in {home}; offene Eingänge: {open}.",
    "Authority {name} is no longer entered. Its data stay in {home}; open arrivals: {open}.",
)
_RELOADED = Text("Der laufende Dienst übernimmt es.", "The running service follows.")
_NOBODY = Text("niemand außer der Administration", "nobody but the administrator")

_user = option(
    "--user", "users", multiple=True, metavar="LOGIN",
    help=Text("Anmeldename; mehrfach möglich.", "Login name; may be repeated."),
)  # fmt: skip
_group = option(
    "--group", "groups", multiple=True, metavar="NAME",
    help=Text("Gruppe des Betriebssystems; mehrfach möglich.", "Group of the system; may be repeated."),
)  # fmt: skip


@click.group(
    cls=Group,
    help=Text(
        "Behörden dieser Installation und wer sie sieht.",
        "Authorities of this installation and who sees them.",
    )(),
)
def command() -> None:
    pass


@command.command(
    "list",
    help=Text("Die Behörden, die Sie sehen dürfen, mit ihren Benutzern.", "Those you may see, with users.")(),
)
@json_option
@click.pass_obj
def list_authorities(home: Home, *, as_json: bool) -> int:
    with open_site(home) as site:
        found = {name: site.settings.authorities[name] for name in site.authorities}
    if as_json:
        print_json(
            {"authority": name, "title": one.title, "users": list(one.users), "groups": list(one.groups)}
            for name, one in found.items()
        )
        return 0
    listing = table(Text("Behörde", "authority"), Text("Benutzer und Gruppen", "users and groups"))
    for name, one in found.items():
        listing.add_row(f"{name}\n[dim]{safe(one.title)}[/]", safe(_who(one)))
    console().print(listing)
    return 0


def _who(one: Authority) -> str:
    return ", ".join([*one.users, *(f"@{group}" for group in one.groups)]) or _NOBODY()


@command.command(
    "add",
    help=Text(
        "Eine Behörde eintragen, oder einer eingetragenen Benutzer und Gruppen hinzufügen. Kommentare in "
        "akte.toml bleiben; ein laufender Dienst übernimmt es.",
        "Enter an authority, or add users and groups to one that is there. Comments in akte.toml stay; a "
        "running service follows.",
    )(),
)
@click.argument("name")
@option("--title", metavar="TEXT", help=Text("Voller Name.", "Full name."))
@_user
@_group
@click.pass_obj
def add(home: Home, name: str, *, title: str | None, users: tuple[str, ...], groups: tuple[str, ...]) -> int:
    present_caller(home).must_administer()
    if not AUTHORITY_NAME.fullmatch(name):
        raise click.BadParameter(BAD_NAME(name=name), param_hint="NAME")
    load_settings(home.settings_file)  # a wrong file is to be mended first
    text = home.settings_file.read_text("utf-8")
    changed = with_authority(text, name, title=title, users=users, groups=groups)
    make_folders(home, write_settings(home.settings_file, changed))
    with open_site(home) as site:
        log_access(site, name, "authority_added", name, {"users": list(users), "groups": list(groups)})
        _told(site, _ADDED(name=name))
    return 0


@command.command(
    "remove",
    help=Text(
        "Eine Behörde austragen; ihre Daten bleiben, und wieder eingetragen geht es weiter. Mit --user oder "
        "--group nur diesen den Zugang nehmen.",
        "Enter an authority no longer; its data stay, and entered again it goes on. With --user or --group "
        "only take their access away.",
    )(),
)
@click.argument("name")
@_user
@_group
@click.pass_obj
def remove(home: Home, name: str, *, users: tuple[str, ...], groups: tuple[str, ...]) -> int:
    with open_site(home) as site:
        site.caller.must_administer()
        checked(site, name)
        text = home.settings_file.read_text("utf-8")
        if users or groups:
            write_settings(home.settings_file, without_access(text, name, users, groups))
            details = {"users": list(users), "groups": list(groups)}
            log_access(site, name, "access_removed", name, details)
            _told(site, _ADDED(name=name))
            return 0
        write_settings(home.settings_file, without_authority(text, name))
        log_access(site, name, "authority_removed", name)
        counts = arrivals.counts(site.catalogue, name)
        waiting = counts[ArrivalState.WAITING] + counts[ArrivalState.PROCESSING]
        _told(site, _REMOVED(name=name, home=safe(home.root), open=waiting))
    return 0


def _told(site: Site, message: str) -> None:
    """Say it, and have a running service follow."""
    out = console()
    out.print(message)
    pid = running_service(site.home)
    if pid is not None:
        os.kill(pid, signal.SIGHUP)
        out.print(_RELOADED())
