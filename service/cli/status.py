"""`akte status`: whether it works, at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

import click

from config.home import Home
from config.language import Text
from intake.inbox import walk
from intake.room import MIB, free_bytes, has_room
from records import arrivals, cases, changes
from records.model import ArrivalState
from service.cli.authority import chosen
from service.cli.frame import Command, authority_option, json_option
from service.cli.output import console, moment, print_json, safe, table
from service.lock import running_service
from service.privileges import complaints
from service.wiring import Site, open_site

_RUNNING = Text("Dienst läuft (Prozess {pid}).", "Service is running (process {pid}).")
_STOPPED = Text(
    "Dienst läuft nicht. Starten mit: akte run", "Service is not running. Start it with: akte run"
)
_IGNORED = {
    "hidden": Text("verborgene", "hidden"),
    "temporary": Text("temporäre", "temporary"),
    "symlink": Text("symbolische Verknüpfungen", "symbolic links"),
    "fifo": Text("Pipes", "pipes"),
    "socket": Text("Sockets", "sockets"),
    "device": Text("Gerätedateien", "devices"),
    "system": Text("Systemdateien", "system files"),
    "unreadable": Text("unlesbare Ordner", "unreadable folders"),
}
_LEFT_ALONE = Text(
    "{authority}: im Eingang liegen gelassen: {what}", "{authority}: left alone in the inbox: {what}"
)
_MISSING = Text(
    "{inbox}: nicht erreichbar (nicht eingehängt?); es wird nichts übernommen: {folder}",
    "{inbox}: cannot be reached (not mounted?); nothing is taken: {folder}",
)
_NO_SPACE = Text(
    "Zu wenig Speicherplatz ({free} MiB frei, Reserve {reserve} MiB): Es wird nichts übernommen, die Dateien "
    "bleiben im Eingang. Es geht von selbst weiter.",
    "Too little free space ({free} MiB, reserve {reserve} MiB): nothing is taken, files stay in the inbox. "
    "It goes on by itself.",
)
_UNATTENDED = Text(
    "{authority}: steht nicht mehr in akte.toml; {count} Eingänge warten, bis sie wieder eingetragen ist",
    "{authority}: is not in akte.toml any more; {count} arrivals wait until it is entered again",
)
_OLDEST = Text("{authority}: ältester Klärfall vom {since}", "{authority}: oldest case of {since}")
_DUPLICATES = Text("{authority}: {count} Dubletten", "{authority}: {count} duplicates")
_INDEX = Text(
    "{authority}: {count} Änderungen stehen für den Suchindex aus",
    "{authority}: {count} changes wait for the search index",
)


@click.command(
    cls=Command,
    help=Text(
        "Zustand des Dienstes und jeder Behörde. Je Behörde: was im Eingang liegt, wartet, in Arbeit, "
        "erledigt, zu klären und ausgesondert ist. Endestatus 1, wenn etwas Aufmerksamkeit braucht.",
        "State of the service and of each authority. For each: what lies in the inbox, waits, is in work, "
        "done, in review and quarantined. Exit status 1 if something needs attention.",
    )(),
)
@authority_option
@json_option
@click.pass_obj
def command(home: Home, *, authority: str | None, as_json: bool) -> int:
    with open_site(home) as site:
        rows = [_state(site, name) for name in chosen(site, authority)]
        service = _service(site) | ({} if authority is None else {"unattended": {}})
        warnings = complaints(home)
    if as_json:
        print_json({"service": service, **row, "warnings": list(warnings)} for row in rows)
    else:
        _print(rows, service)
        for warning in warnings:
            console().print(f"[red]{safe(warning)}[/]")
    return 1 if _needs_attention(service) or any(map(_authority_needs_attention, rows)) else 0


def _service(site: Site) -> dict[str, object]:
    """What concerns all authorities; `unattended`: open arrivals of authorities that are not set up."""
    pid = running_service(site.home)
    return {
        "running": pid is not None,
        "pid": pid,
        "free_mib": free_bytes(site.home) // MIB,
        "reserve_mib": site.settings.intake.reserve_mib,
        "taking_files": has_room(site.home, 0, site.settings.intake.reserve_mib),
        "unattended": _unattended(site),
    }


def _unattended(site: Site) -> dict[str, int]:
    """Whose they are concerns nobody but the administrator."""
    if not site.caller.administers:
        return {}
    return arrivals.unattended(site.catalogue, tuple(site.settings.authorities))


def _needs_attention(service: dict[str, object]) -> bool:
    return not (service["running"] and service["taking_files"]) or bool(service["unattended"])


def _authority_needs_attention(row: dict[str, object]) -> bool:
    return bool(row["quarantined"] or row["review"] or row["missing"])


def _state(site: Site, authority: str) -> dict[str, object]:
    counts = arrivals.counts(site.catalogue, authority)
    waiting, oldest = cases.count(site.catalogue, cases.Wanted(authorities=(authority,)))
    inboxes = _inboxes(site, authority)
    return {
        "authority": authority,
        "inbox": inboxes.files,
        "ignored": dict(inboxes.ignored),
        "missing": inboxes.missing,
        "waiting": counts[ArrivalState.WAITING],
        "processing": counts[ArrivalState.PROCESSING],
        "done": counts[ArrivalState.DONE],
        "duplicates": counts[ArrivalState.DUPLICATE],
        "quarantined": counts[ArrivalState.QUARANTINED],
        "review": waiting,
        "oldest_review": oldest.isoformat() if oldest else None,
        "index_pending": changes.count(site.catalogue, authority),
    }


@dataclass(slots=True)
class _Inboxes:
    """What lies in the inboxes of one authority; `missing`: name and folder of those out of reach."""

    files: int = 0
    ignored: Counter[str] = field(default_factory=Counter)
    missing: dict[str, str] = field(default_factory=dict)


def _inboxes(site: Site, authority: str) -> _Inboxes:
    found = _Inboxes()
    for place in site.places:
        if place.authority != authority:
            continue
        try:
            listing = walk(place.folder, site.apart(place))
        except OSError:  # a share that is not mounted is a state to show, not a failure of this command
            found.missing[place.name] = str(place.folder)
            continue
        found.files += len(listing.files)
        found.ignored.update(listing.ignored)
    return found


def _print(rows: list[dict[str, object]], service: dict[str, object]) -> None:
    out = console()
    out.print(_RUNNING(pid=service["pid"]) if service["running"] else f"[yellow]{_STOPPED()}[/]")
    if not service["taking_files"]:
        out.print(f"[red]{_NO_SPACE(free=service['free_mib'], reserve=service['reserve_mib'])}[/]")
    listing = table(
        Text("Behörde", "authority"),
        Text("Eingang", "inbox"),
        Text("wartet", "waiting"),
        Text("in Arbeit", "in work"),
        Text("erledigt", "done"),
        Text("Klärung", "review"),
        Text("ausgesondert", "quarantined"),
        numbers=True,
    )
    for row in rows:
        listing.add_row(
            str(row["authority"]), str(row["inbox"]), str(row["waiting"]), str(row["processing"]),
            str(row["done"]), _marked(row["review"], "yellow"), _marked(row["quarantined"], "red"),
        )  # fmt: skip
    out.print(listing)
    for warning in _warnings(rows, service):
        out.print(f"[yellow]{safe(warning)}[/]")
    for row in rows:
        for note in _notes(row):
            out.print(f"[dim]{safe(note)}[/]")


def _warnings(rows: list[dict[str, object]], service: dict[str, object]) -> Iterator[str]:
    for row in rows:
        missing = row["missing"]
        if isinstance(missing, dict):
            for name, folder in missing.items():
                yield _MISSING(inbox=name, folder=folder)
    unattended = service["unattended"]
    if isinstance(unattended, dict):
        for authority, count in unattended.items():
            yield _UNATTENDED(authority=authority, count=count)


def _marked(count: object, colour: str) -> str:
    return f"[{colour}]{count}[/]" if count else str(count)


def _notes(row: dict[str, object]) -> Iterator[str]:
    """What is not zero but rarely needs anybody."""
    authority, oldest, ignored = row["authority"], row["oldest_review"], row["ignored"]
    if oldest:
        yield _OLDEST(authority=authority, since=moment(datetime.fromisoformat(str(oldest))))
    if row["duplicates"]:
        yield _DUPLICATES(authority=authority, count=row["duplicates"])
    if row["index_pending"]:
        yield _INDEX(authority=authority, count=row["index_pending"])
    if isinstance(ignored, dict) and ignored:
        kinds = (f"{n} {_IGNORED[kind]() if kind in _IGNORED else kind}" for kind, n in ignored.items())
        yield _LEFT_ALONE(authority=authority, what=", ".join(kinds))
