"""`akte status`: whether it works, at a glance."""

from __future__ import annotations

import time

import click
from rich.console import Group, RenderableType
from rich.live import Live

from config.home import Home
from config.language import Text
from intake.room import MIB
from records.model import ArrivalState
from service.cli.authority import chosen
from service.cli.frame import Command, authority_option, json_option, option
from service.cli.output import console, print_json, safe, table
from service.cli.status_words import notes, warnings
from service.overview import Overview, Standing, overview
from service.wiring import Site, open_site

_RUNNING = Text("Dienst läuft (Prozess {pid}).", "Service is running (process {pid}).")
_DISK = Text("Frei: {free} GiB, Reserve {reserve} GiB.", "Free: {free} GiB, reserve {reserve} GiB.")
_NOT_BOTH = Text("--watch und --json schließen einander aus.", "--watch and --json exclude each other.")

_WATCH_SECONDS = 2.0


@click.command(
    cls=Command,
    help=Text(
        "Zustand des Dienstes und jeder Behörde. Je Behörde: was im Eingang liegt, wartet, in Arbeit, "
        "erledigt, heute abgelegt, zu klären und ausgesondert ist; Tempo und Restzeit; Warnungen mit dem, "
        "was zu tun ist. Endestatus 1, wenn etwas Aufmerksamkeit braucht.",
        "State of the service and of each authority. For each: what lies in the inbox, waits, is in work, "
        "done, filed today, in review and quarantined; pace and time left; warnings with what to do. "
        "Exit status 1 if something needs attention.",
    )(),
)
@authority_option
@option(
    "--watch",
    is_flag=True,
    help=Text("Fortlaufend anzeigen, bis Strg+C.", "Show it live until Ctrl+C."),
)
@json_option
@click.pass_obj
def command(home: Home, *, authority: str | None, watch: bool, as_json: bool) -> int:
    if watch and as_json:
        raise click.UsageError(_NOT_BOTH())
    with open_site(home) as site:
        authorities = chosen(site, authority)
        if watch:
            _watch(site, authorities)
        whole = overview(site, authorities, whole=authority is None)
    if as_json:
        print_json(_object(whole, one) for one in whole.authorities)
    elif not watch:
        console().print(_rendered(whole))
    return 1 if whole.needs_attention else 0


def _watch(site: Site, authorities: tuple[str, ...]) -> None:
    with Live(console=console(), auto_refresh=False) as live:
        try:
            while True:
                live.update(_rendered(overview(site, authorities)), refresh=True)
                time.sleep(_WATCH_SECONDS)
        except KeyboardInterrupt:  # the way to end it, not a failure
            return


def _object(whole: Overview, one: Standing) -> dict[str, object]:
    now = one.now
    return {
        "service": {
            "running": whole.pid is not None,
            "pid": whole.pid,
            "paused": whole.pause is not None,
            "free_mib": whole.free_bytes // MIB,
            "reserve_mib": whole.reserve_bytes // MIB,
            "taking_files": whole.taking_files,
            "unattended": dict(whole.unattended),
        },
        "authority": one.authority,
        "inbox": one.inbox,
        "ignored": dict(one.ignored),
        "missing": dict(one.missing),
        "waiting": one.waiting,
        "waiting_bytes": now.waiting_bytes,
        "oldest_waiting": now.oldest_waiting.isoformat() if now.oldest_waiting else None,
        "processing": now.arrivals[ArrivalState.PROCESSING],
        "done": now.arrivals[ArrivalState.DONE],
        "duplicates": now.arrivals[ArrivalState.DUPLICATE],
        "quarantined": one.quarantined,
        "review": one.review,
        "oldest_review": now.oldest_review.isoformat() if now.oldest_review else None,
        "filed_today": one.today.filed,
        "to_review_today": one.today.to_review,
        "last_hour": {"arrivals": one.hour.arrivals, "bytes": one.hour.bytes},
        "backlog_hours": one.backlog_hours,
        "index_pending": now.index_pending,
        "warnings": list(warnings(whole)),
    }


def _rendered(whole: Overview) -> RenderableType:
    free = _DISK(free=_gib(whole.free_bytes), reserve=_gib(whole.reserve_bytes))
    running = f"{_RUNNING(pid=whole.pid)} " if whole.pid is not None else ""
    parts: list[RenderableType] = [f"{running}{free}", _figures(whole)]
    parts += [f"[yellow]{safe(warning)}[/]" for warning in warnings(whole)]
    parts += [f"[dim]{safe(note)}[/]" for one in whole.authorities for note in notes(one)]
    return Group(*parts)


def _figures(whole: Overview) -> RenderableType:
    listing = table(
        Text("Behörde", "authority"),
        Text("Eingang", "inbox"),
        Text("wartet", "waiting"),
        Text("in Arbeit", "in work"),
        Text("erledigt", "done"),
        Text("heute", "today"),
        Text("Klärung", "review"),
        Text("ausgesondert", "quarantined"),
        numbers=True,
    )
    for one in whole.authorities:
        arrivals = one.now.arrivals
        listing.add_row(
            one.authority, str(one.inbox), str(one.waiting), str(arrivals[ArrivalState.PROCESSING]),
            str(arrivals[ArrivalState.DONE]), str(one.today.filed), _marked(one.review, "yellow"),
            _marked(one.quarantined, "red"),
        )  # fmt: skip
    return listing


def _gib(size: int) -> float:
    return round(size / 2**30, 1)


def _marked(count: int, colour: str) -> str:
    return f"[{colour}]{count}[/]" if count else str(count)
