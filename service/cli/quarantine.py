"""`akte quarantine`: files that could not be read, kept byte for byte with the reason."""

from __future__ import annotations

import click

from config.home import Home
from config.language import Text
from records import arrivals, journal
from records.model import ArrivalRecord, ArrivalState
from service.actor import actor
from service.cli.authority import chosen
from service.cli.frame import Group, authority_option, json_option
from service.cli.output import console, lines, moment, print_json, safe, table
from service.lock import running_service
from service.wiring import Site, open_site

_NOTHING = Text("Nichts ausgesondert.", "Nothing is quarantined.")
_RETRIED = Text("{id} wird erneut verarbeitet.", "{id} will be processed again.")
_LATER = Text(
    "Es läuft kein Dienst; das geschieht beim nächsten akte run.",
    "No service is running; that happens with the next akte run.",
)


@click.group(
    cls=Group,
    help=Text(
        "Ausgesonderte Dateien ansehen und erneut versuchen.", "View quarantined files and try them again."
    )(),
)
def command() -> None:
    pass


@command.command(
    "list",
    help=Text("Alle ausgesonderten Dateien mit dem Grund.", "All quarantined files with the reason.")(),
)
@authority_option
@json_option
@click.pass_obj
def list_quarantine(home: Home, *, authority: str | None, as_json: bool) -> int:
    with open_site(home) as site:
        found = [
            arrival
            for name in chosen(site, authority)
            for arrival in arrivals.list_arrivals(site.catalogue, name, ArrivalState.QUARANTINED)
        ]
        if as_json:
            print_json(_object(arrival) for arrival in found)
            return 0
        listing = table(
            Text("Kennung", "id"), Text("Eingang", "received"), Text("Datei und Grund", "file and reason")
        )
        for arrival in found:
            listing.add_row(
                arrival.id[:8],
                moment(arrival.received_at),
                lines(
                    safe(f"{arrival.authority}/{arrival.source}"),
                    f"[red]{safe(arrival.reason.text())}[/]" if arrival.reason else None,
                ),
            )
        console().print(listing if found else _NOTHING())
    return 0


@command.command(
    "show", help=Text("Eine ausgesonderte Datei im Einzelnen.", "One quarantined file in detail.")()
)
@click.argument("arrival")
@json_option
@click.pass_obj
def show(home: Home, arrival: str, *, as_json: bool) -> int:
    with open_site(home) as site:
        found = _resolve(site, arrival)
        if as_json:
            print_json([_object(found)])
            return 0
        out = console()
        out.print(f"[bold]{found.id}[/]")
        for heading, value in (
            (Text("Datei", "file"), f"{found.authority}/{found.source}"),
            (Text("Eingang", "received"), moment(found.received_at)),
            (Text("Größe", "size"), f"{found.size} Bytes"),
            (Text("Versuche", "tries"), str(found.attempts)),
            (Text("Grund", "reason"), found.reason.text() if found.reason else "–"),
            (Text("aufbewahrt in", "kept in"), str(found.path)),
            (Text("SHA-256", "SHA-256"), found.sha256),
        ):
            out.print(f"  {heading():<14} {safe(value)}")
    return 0


@command.command(
    "retry", help=Text("Ausgesonderte Dateien erneut verarbeiten.", "Process quarantined files again.")()
)
@click.argument("arrival_ids", metavar="ARRIVAL…", nargs=-1, required=True)
@click.pass_obj
def retry(home: Home, arrival_ids: tuple[str, ...]) -> int:
    with open_site(home) as site:
        out = console()
        for prefix in arrival_ids:
            found = _resolve(site, prefix)
            journal.requeue(site.catalogue, found.id, actor())
            out.print(_RETRIED(id=found.id[:8]))
        if running_service(home) is None:
            out.print(_LATER())
    return 0


def _resolve(site: Site, prefix: str) -> ArrivalRecord:
    return arrivals.get(site.catalogue, arrivals.resolve(site.catalogue, prefix, site.authorities))


def _object(arrival: ArrivalRecord) -> dict[str, object]:
    return {
        "id": arrival.id,
        "authority": arrival.authority,
        "source": arrival.source,
        "sha256": arrival.sha256,
        "size": arrival.size,
        "received_at": arrival.received_at.isoformat(),
        "attempts": arrival.attempts,
        "reason": arrival.reason.text() if arrival.reason else None,
        "code": arrival.reason.code if arrival.reason else None,
        "path": str(arrival.path),
    }
