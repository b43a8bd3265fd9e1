"""`akte audit`: who did and who saw what, and the proof that the log is whole."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, TypeVar

import click

from config.home import Home
from config.language import Text
from records import arrivals, audit, documents
from records.audit_query import Wanted, matching, newest
from records.errors import NotFound
from records.verify_faults import fault
from service.access import EXPORTED, log_access
from service.cli.authority import chosen
from service.cli.frame import Group, authority_option, json_option, option
from service.cli.output import console, lines, print_json, safe, table
from service.wiring import Site, open_site

_Function = TypeVar("_Function", bound=Callable[..., object])

_NOTHING = Text("Keine Einträge.", "No entries.")
_WHOLE = Text(
    "Das Protokoll ist vollständig und unverändert: {count} Einträge. Letzter: {hash}",
    "The log is complete and unchanged: {count} entries. Last one: {hash}",
)
_TIME = Text(
    "„{value}“ ist kein Zeitpunkt (2026-03-02 oder 2026-03-02T14:30).",
    "“{value}” is no time (2026-03-02 or 2026-03-02T14:30).",
)
_HELD = frozenset({"seal"})
"""Details for the proof, not for people."""


class _Time(click.ParamType[datetime]):
    """A day or a local time; the end of a period includes its day."""

    name = "time"

    def __init__(self, *, end: bool) -> None:
        self._end = end

    def convert(
        self,
        value: str,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> datetime:
        try:
            found = datetime.fromisoformat(value).astimezone()
        except ValueError:
            self.fail(_TIME(value=value), param, ctx)
        return found + timedelta(days=1) if self._end and len(value) == len("2026-03-02") else found


_FILTERS = (
    authority_option,
    option(
        "--document",
        metavar="D",
        help=Text("Zu diesem Dokument oder Eingang (Kennung).", "About this document or arrival (id)."),
    ),
    option(
        "--person",
        metavar="P",
        help=Text("Zu dieser Person und ihren Dokumenten.", "About this person and the person's documents."),
    ),
    option(
        "--actor",
        metavar="NAME",
        help=Text("Von diesem Benutzer; service ist der Dienst.", "By this user; service is the service."),
    ),
    option(
        "--action",
        metavar="A",
        help=Text(
            "Nur diese Art: shown, assigned, searched …", "This kind only: shown, assigned, searched …"
        ),
    ),
    option(
        "--since",
        type=_Time(end=False),
        metavar="T",
        help=Text("Ab diesem Tag oder Zeitpunkt.", "From this day or time."),
    ),
    option(
        "--until",
        type=_Time(end=True),
        metavar="T",
        help=Text("Bis zu diesem Tag (einschließlich) oder Zeitpunkt.", "Up to this day (included) or time."),
    ),
)


def _filters(function: _Function) -> _Function:
    """The options by which entries are chosen."""
    for add in reversed(_FILTERS):
        function = add(function)
    return function


@click.group(
    cls=Group,
    help=Text("Protokoll: wer was wann getan und gesehen hat.", "The log: who did and saw what, and when.")(),
)
def command() -> None:
    pass


@command.command("list", help=Text("Die neuesten Einträge, die passen.", "The newest entries that fit.")())
@_filters
@option(
    "--limit",
    default=50,
    metavar="N",
    type=click.IntRange(1, 100_000),
    show_default=True,
    help=Text("Höchstzahl der Einträge.", "Most entries to show."),
)
@json_option
@click.pass_obj
def list_entries(home: Home, /, *, limit: int, as_json: bool, **filters: Any) -> int:  # noqa: ANN401 - click's
    with open_site(home) as site:
        found = newest(site.catalogue, _wanted(site, **filters), limit)
        if as_json:
            print_json({**row, "details": _read(row["details"])} for row in found)
        else:
            _print(found)
    return 0


@command.command(
    "export",
    help=Text(
        "Alle Einträge, die passen, als JSON-Zeilen mit ihrer Verkettung; die letzte nennt das Ende des "
        "Protokolls. docs/audit.md zeigt, wie man sie ohne akte prüft. Der Export wird selbst protokolliert.",
        "All entries that fit, as JSON lines with their chaining; the last line tells the end of the log. "
        "docs/audit.md shows how to check them without akte. The export is logged itself.",
    )(),
)
@_filters
@click.pass_obj
def export(home: Home, /, **filters: Any) -> int:  # noqa: ANN401 - click's
    with open_site(home) as site:
        wanted = _wanted(site, **filters)
        asked = {name: str(value) for name, value in filters.items() if value is not None}
        for authority in filter(None, wanted.authorities):
            log_access(site, authority, EXPORTED, "audit", asked)
        seq, entry_hash = audit.head(site.catalogue)
        print_json(dict(row) for row in matching(site.catalogue, wanted))
        print_json([{"head": {"seq": seq, "hash": entry_hash}}])
    return 0


@command.command(
    "verify",
    help=Text(
        "Die Kette des Protokolls prüfen: nichts verändert, entfernt, umgestellt oder am Ende abgeschnitten.",
        "Check the chain of the log: nothing altered, removed, reordered or cut off at the end.",
    )(),
)
@json_option
@click.pass_obj
def verify_log(home: Home, *, as_json: bool) -> int:
    with open_site(home) as site:
        site.caller.must_administer()  # the chain is one over all authorities
        seq, entry_hash = audit.head(site.catalogue)
        faults = [fault(f"log_{broken.kind}", broken.seq) for broken in audit.check_chain(site.catalogue)]
    if as_json:
        print_json({"code": one.code, "seq": int(one.subject), "message": one.message} for one in faults)
        print_json([{"ok": not faults, "entries": seq, "log_head": {"seq": seq, "hash": entry_hash}}])
    else:
        out = console()
        for one in faults:
            out.print(f"[red]{safe(one.message)}[/]\n  → {safe(one.action)}")
        if not faults:
            out.print(f"[green]{_WHOLE(count=seq, hash=entry_hash)}[/]")
    return 1 if faults else 0


def _wanted(site: Site, *, authority: str | None, document: str | None, **others: Any) -> Wanted:  # noqa: ANN401
    authorities = chosen(site, authority)
    if site.caller.administers:
        authorities = ("", *authorities)  # what concerns the whole home: backups, repairs
    return Wanted(authorities=authorities, document=_resolved(site, document, authorities), **others)


def _resolved(site: Site, document: str | None, authorities: tuple[str, ...]) -> str | None:
    """The whole id; of what is no document (any more), as typed."""
    if document is None:
        return None
    for resolve in (documents.resolve, arrivals.resolve):
        with suppress(NotFound):
            return resolve(site.catalogue, document, authorities)
    return document


def _print(found: list[Any]) -> None:
    listing = table(Text("Nr.", "no."), Text("Zeit", "time"), Text("wer", "who"), Text("was", "what"))
    for row in found:
        told = "; ".join(_told(_read(row["details"])))
        listing.add_row(
            str(row["seq"]),
            safe(_moment(row["at"])),
            safe(row["actor"]),
            lines(
                f"[bold]{safe(row['action'])}[/] {safe(row['authority'])}",
                safe(row["subject"]),
                f"[dim]{safe(told)}[/]" if told else None,
            ),
        )
    console().print(listing if found else _NOTHING())


def _moment(at: str) -> str:
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M:%S")
    except ValueError:  # altered; `akte audit verify` says so
        return at


def _read(details: str) -> object:
    try:
        return json.loads(details)
    except ValueError:
        return details


def _told(details: object) -> Iterator[str]:
    """`from: P-0001`; what says nothing is left out."""
    if not isinstance(details, Mapping):
        yield str(details)
        return
    for name, value in details.items():
        if name not in _HELD and value not in (None, "", [], {}):
            words = json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value
            yield f"{name}: {words}"
