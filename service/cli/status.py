"""`akte status`: whether it works, at a glance."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import click

from config.home import Home
from config.language import Text
from intake.inbox import walk
from records import arrivals, cases, changes
from records.model import ArrivalState
from service.cli.authority import chosen
from service.cli.frame import Command, authority_option, json_option
from service.cli.output import console, moment, print_json, safe, table
from service.lock import running_service
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
        pid = running_service(home)
    if as_json:
        print_json({"service": {"running": pid is not None, "pid": pid}, **row} for row in rows)
    else:
        _print(rows, pid)
    return 1 if pid is None or any(row["quarantined"] or row["review"] for row in rows) else 0


def _state(site: Site, authority: str) -> dict[str, object]:
    counts = arrivals.counts(site.catalogue, authority)
    waiting, oldest = cases.count(site.catalogue, cases.Wanted(authorities=(authority,)))
    listing = walk(site.inbox_folder(authority))
    return {
        "authority": authority,
        "inbox": len(listing.files),
        "ignored": dict(listing.ignored),
        "waiting": counts[ArrivalState.WAITING],
        "processing": counts[ArrivalState.PROCESSING],
        "done": counts[ArrivalState.DONE],
        "duplicates": counts[ArrivalState.DUPLICATE],
        "quarantined": counts[ArrivalState.QUARANTINED],
        "review": waiting,
        "oldest_review": oldest.isoformat() if oldest else None,
        "index_pending": changes.count(site.catalogue, authority),
    }


def _print(rows: list[dict[str, object]], pid: int | None) -> None:
    out = console()
    out.print(_RUNNING(pid=pid) if pid is not None else f"[yellow]{_STOPPED()}[/]")
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
    for row in rows:
        for note in _notes(row):
            out.print(f"[dim]{safe(note)}[/]")


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
