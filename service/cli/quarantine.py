"""`akte quarantine`: files that could not be read, kept byte for byte with the reason."""

from __future__ import annotations

import sys

import click

from config.home import Home
from config.language import Text
from config.reasons import Reason
from records import arrivals, journal
from records.discarding import discard
from records.model import ArrivalRecord, ArrivalState, DocumentState
from service.access import SHOWN, log_access
from service.actor import actor
from service.cli.authority import chosen
from service.cli.frame import Group, authority_option, json_option, option
from service.cli.output import console, harmless, lines, moment, print_json, safe, table
from service.cli.quarantine_advice import advice
from service.indexing import refresh_index
from service.lock import running_service
from service.unlocking import unlock
from service.wiring import Site, open_site

_NOTHING = Text("Nichts ausgesondert.", "Nothing is quarantined.")
_RETRIED = Text("{id} wird erneut verarbeitet.", "{id} will be processed again.")
_PASSWORD = Text("Kennwort für {name}", "Password for {name}")
_STILL = Text("{id} bleibt ausgesondert: {reason}", "{id} stays in quarantine: {reason}")
_FILED = Text("{id} liegt jetzt in der Akte von {person}.", "{id} is now in the record of {person}.")
_REVIEW = Text("{id} liegt in der Klärung: {reason}", "{id} waits for review: {reason}")
_SURE = Text(
    "{name} ({size} Bytes) unwiederbringlich vernichten? [ja/nein]",
    "Destroy {name} ({size} bytes) beyond recall? [yes/no]",
)
_NO = Text("nein", "no")
_YES = frozenset({"ja", "j", "yes", "y"})
_DISCARDED = Text("{id} vernichtet; SHA-256 war {sha256}.", "{id} destroyed; its SHA-256 was {sha256}.")
_NO_NOTE = Text("die Begründung ist leer.", "the reason is empty.")
_TODO = Text("zu tun", "to do")
_LATER = Text(
    "Es läuft kein Dienst; das geschieht beim nächsten akte run.",
    "No service is running; that happens with the next akte run.",
)


@click.group(
    cls=Group,
    help=Text(
        "Ausgesonderte Dateien ansehen, erneut versuchen, vernichten.",
        "View quarantined files, try them again, destroy them.",
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
        log_access(site, found.authority, SHOWN, f"arrival {found.id}")
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
            (_TODO, advice(found.reason)),
            (Text("aufbewahrt in", "kept in"), str(found.path)),
            (Text("SHA-256", "SHA-256"), found.sha256),
        ):
            out.print(f"  {heading():<14} {safe(value)}")
    return 0


@command.command(
    "retry",
    help=Text(
        "Ausgesonderte Dateien erneut verarbeiten. Mit --password wird nach dem Kennwort einer PDF gefragt; "
        "es dient nur diesem einen Lesen und wird nirgends gespeichert.",
        "Process quarantined files again. With --password you are asked for the password of a PDF; it "
        "serves this one reading only and is stored nowhere.",
    )(),
)
@click.argument("arrival_ids", metavar="ARRIVAL…", nargs=-1, required=True)
@option(
    "--password",
    "with_password",
    is_flag=True,
    help=Text("Nach dem Kennwort fragen und gleich lesen.", "Ask for the password and read at once."),
)
@click.pass_obj
def retry(home: Home, arrival_ids: tuple[str, ...], *, with_password: bool) -> int:
    with open_site(home) as site:
        found = [_resolve(site, prefix) for prefix in arrival_ids]
        if with_password:
            return max(_unlock(site, arrival) for arrival in found)
        out = console()
        for arrival in found:
            journal.requeue(site.catalogue, arrival.id, actor())
            out.print(_RETRIED(id=arrival.id[:8]))
        if running_service(home) is None:
            out.print(_LATER())
    return 0


def _unlock(site: Site, arrival: ArrivalRecord) -> int:
    """Ask for the password of one arrival and file it; 1 if it stays in quarantine."""
    result = unlock(site, arrival, _asked_password(harmless(f"{arrival.authority}/{arrival.source}")))
    out = console()
    if isinstance(result, Reason):
        out.print(f"[red]{_STILL(id=arrival.id[:8], reason=safe(result.text()))}[/]")
        return 1
    refresh_index(site, arrival.authority)
    for document in result:
        if document.state is DocumentState.FILED:
            out.print(_FILED(id=document.id[:8], person=safe(document.person)))
        else:
            reason = document.reason.text() if document.reason else ""
            out.print(_REVIEW(id=document.id[:8], reason=safe(reason)))
    return 0


def _asked_password(name: str) -> str:
    """Typed unseen at a terminal, else a line of standard input; never an argument, which others see."""
    if sys.stdin.isatty():
        return str(click.prompt(_PASSWORD(name=name), hide_input=True, err=True))
    return sys.stdin.readline().rstrip("\n")


@command.command(
    "discard",
    help=Text(
        "Ausgesonderte Dateien vernichten, etwa nach § 91 Absatz 2 AufenthG. Name, Prüfsumme, wer, wann und "
        "warum bleiben im Protokoll. Ältere Sicherungen enthalten die Dateien, bis sie abgelöst sind.",
        "Destroy quarantined files, as AufenthG § 91(2) may ask for. Name, checksum, who, when and why stay "
        "in the log. Older backups hold the files until they are rotated out.",
    )(),
)
@click.argument("arrival_ids", metavar="ARRIVAL…", nargs=-1, required=True)
@option(
    "--reason",
    "note",
    required=True,
    metavar="TEXT",
    help=Text("Begründung für das Protokoll.", "Reason for the log."),
)
@option("--yes", is_flag=True, help=Text("Nicht nachfragen.", "Do not ask."))
@click.pass_obj
def discard_arrivals(home: Home, arrival_ids: tuple[str, ...], note: str, *, yes: bool) -> int:
    if not note.strip():
        raise click.BadParameter(_NO_NOTE(), param_hint="--reason")
    with open_site(home) as site:
        out = console()
        for arrival in [_resolve(site, prefix) for prefix in arrival_ids]:
            if not yes:
                _confirm(arrival)
            gone = discard(site.catalogue, arrival.id, actor(), note.strip())
            out.print(_DISCARDED(id=gone.id[:8], sha256=gone.sha256))
    return 0


def _confirm(arrival: ArrivalRecord) -> None:
    """Raises click.Abort unless the person says yes."""
    question = _SURE(name=harmless(f"{arrival.authority}/{arrival.source}"), size=arrival.size)
    if click.prompt(question, default=_NO(), show_default=False, err=True).strip().lower() not in _YES:
        raise click.Abort


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
        "advice": advice(arrival.reason),
        "path": str(arrival.path),
    }
