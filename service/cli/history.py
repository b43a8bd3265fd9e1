"""`akte history`: the whole story of an arrival or a document."""

from __future__ import annotations

from collections.abc import Iterator

import click

from config.home import Home
from config.language import Text
from config.reasons import REASONS, Reason
from records import arrivals, documents
from records.errors import NotFound
from records.history import Event, story
from records.model import ArrivalRecord, ArrivalState
from service.access import SHOWN, log_access
from service.cli.frame import Command, json_option
from service.cli.output import console, lines, pages, print_json, safe, table
from service.wiring import Site, open_site

_ACTIONS = {
    "received": Text("eingegangen", "received"),
    "duplicate": Text("als Dublette erkannt", "recognised as duplicate"),
    "done": Text("verarbeitet", "processed"),
    "quarantined": Text("ausgesondert", "quarantined"),
    "requeued": Text("noch einmal eingereiht", "queued again"),
    "discarded": Text("vernichtet", "destroyed"),
    "filed": Text("abgelegt", "filed"),
    "to_review": Text("zur Klärung gegeben", "given to review"),
    "assigned": Text("zugeordnet", "assigned"),
    "type_set": Text("Art berichtigt", "type corrected"),
    "rejected": Text("zurückgewiesen", "rejected"),
    "reopened": Text("aus der Akte zurückgeholt", "taken back out of the record"),
    "undone": Text("Entscheidung zurückgenommen", "decision taken back"),
    "learned": Text("etwas gelernt", "something learned"),
    "forgotten": Text("Gelerntes vergessen", "something learned forgotten"),
    "repaired": Text("berichtigt (akte verify --repair)", "mended (akte verify --repair)"),
    "shown": Text("angesehen", "looked at"),
    "opened": Text("Datei geöffnet", "file opened"),
}
"""What has no words here is shown by its code."""

_NOW = {
    ArrivalState.WAITING: Text("wartet; bisherige Versuche: {tries}", "waits; tries so far: {tries}"),
    ArrivalState.PROCESSING: Text("ist in Arbeit, Versuch {tries}", "is in work, try {tries}"),
    ArrivalState.DONE: Text("ist verarbeitet", "is processed"),
    ArrivalState.QUARANTINED: Text("ist ausgesondert", "is in quarantine"),
    ArrivalState.DUPLICATE: Text("ist eine Dublette von {first}", "is a duplicate of {first}"),
    ArrivalState.DISCARDED: Text("ist vernichtet", "is destroyed"),
}
_PRESENT = Text("Der Eingang {state}.", "The arrival {state}.")
_PAGES = Text("S. {pages}", "p. {pages}")
_NOT_FOUND = Text(
    "„{what}“ ist weder ein Eingang noch ein Dokument.", "“{what}” is neither an arrival nor a document."
)


@click.command(
    cls=Command,
    help=Text(
        "Die ganze Geschichte eines Eingangs oder Dokuments: angenommen, gelesen, abgelegt, angesehen, "
        "geändert, mit Zeit und Benutzer. Kennung oder ihr Anfang.",
        "The whole story of an arrival or a document: received, read, filed, looked at, changed, with time "
        "and user. The id or the beginning of it.",
    )(),
)
@click.argument("what", metavar="ARRIVAL|DOCUMENT")
@json_option
@click.pass_obj
def command(home: Home, what: str, *, as_json: bool) -> int:
    with open_site(home) as site:
        arrival, document_id = _found(site, what)
        events = story(site.catalogue, arrival.authority, arrival.id, document_id)
        log_access(site, arrival.authority, SHOWN, f"document {document_id}" if document_id else arrival.id)
    if as_json:
        print_json(_object(arrival, event) for event in events)
    else:
        _print(arrival, events)
    return 0


def _found(site: Site, what: str) -> tuple[ArrivalRecord, str | None]:
    """The arrival; and the document, if it is one. Raises a usage error for what is neither."""
    try:
        return arrivals.get(site.catalogue, arrivals.resolve(site.catalogue, what, site.authorities)), None
    except NotFound:
        pass
    try:
        document_id = documents.resolve(site.catalogue, what, site.authorities)
    except NotFound as error:
        raise click.BadParameter(_NOT_FOUND(what=what), param_hint="ARRIVAL|DOCUMENT") from error
    document = documents.get(site.catalogue, document_id)
    return arrivals.get(site.catalogue, document.arrival_id), document_id


def _object(arrival: ArrivalRecord, event: Event) -> dict[str, object]:
    return {
        "seq": event.seq,
        "at": event.at.isoformat(),
        "actor": event.actor,
        "action": event.action,
        "authority": arrival.authority,
        "arrival": arrival.id,
        "document": event.document,
        "details": {key: value for key, value in event.details.items() if key != "seal"},
    }


def _print(arrival: ArrivalRecord, events: tuple[Event, ...]) -> None:
    out = console()
    out.print(f"[bold]{arrival.id}[/] {safe(f'{arrival.authority}/{arrival.source}')}")
    listing = table(Text("Zeit", "time"), Text("wer", "who"), Text("was", "what"))
    for event in events:
        what = _ACTIONS[event.action]() if event.action in _ACTIONS else event.action
        about = f"{what}  [dim]{event.document[:8]}[/]" if event.document else what
        told = "; ".join(_details(event))
        listing.add_row(
            event.at.astimezone().strftime("%d.%m.%Y %H:%M:%S"),
            safe(event.actor),
            lines(about, f"[dim]{safe(told)}[/]" if told else None),
        )
    out.print(listing)
    first = (arrival.duplicate_of or "")[:8]
    out.print(_PRESENT(state=_NOW[arrival.state](tries=arrival.attempts, first=first)))
    if arrival.reason is not None:
        out.print(f"[yellow]{safe(arrival.reason.text())}[/]")


def _details(event: Event) -> Iterator[str]:
    """What a reader wants to know of one step, worded."""
    details = event.details
    if person := details.get("to") or details.get("person"):
        yield str(person)
    if kind := details.get("type"):
        yield str(kind)
    if numbers := details.get("source_pages"):
        yield _PAGES(pages=pages(numbers))
    if code := details.get("reason"):
        yield _reason(str(code), details.get("params"))
    if note := details.get("note"):
        yield str(note)


def _reason(code: str, params: object) -> str:
    """The sentence where all its parts are in the log, else the code."""
    if code in REASONS and isinstance(params, dict):
        return Reason(code, params).text()
    return code
