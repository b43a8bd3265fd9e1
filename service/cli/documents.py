"""`akte documents`: what there is, in which state, under whom and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import click

from config.home import Home
from config.language import Text
from service.access import LISTED, log_access
from service.cli.authority import chosen
from service.cli.frame import Command, authority_option, json_option, option
from service.cli.objects import STATES, document_objects
from service.cli.output import console, day, lines, place, print_json, safe, table
from service.cli.types import checked_type
from service.wiring import open_site

STATE_WORDS = {
    "filed": Text("[green]abgelegt[/]", "[green]filed[/]"),
    "review": Text("[yellow]Klärung[/]", "[yellow]review[/]"),
    "quarantined": Text("[red]ausgesondert[/]", "[red]quarantined[/]"),
    "duplicate": Text("Dublette", "duplicate"),
    "pending": Text("wartet", "pending"),
    "discarded": Text("vernichtet", "discarded"),
}


@click.command(
    cls=Command,
    help=Text(
        "Dokumente und Eingänge auflisten. Jede Zeile sagt, wo das Dokument liegt und warum.",
        "List documents and arrivals. Every row says where the document is and why.",
    )(),
)
@authority_option
@option("--state", type=click.Choice(STATES), help=Text("Nur dieser Zustand.", "This state only."))
@option("--person", metavar="P", help=Text("Nur diese Person.", "This person only."))
@option("--type", "type_id", metavar="T", help=Text("Nur diese Dokumentart.", "This document type only."))
@option(
    "--text",
    is_flag=True,
    help=Text("Auch den Text der Seiten ausgeben.", "Also print the text of the pages."),
)
@json_option
@click.pass_obj
def command(
    home: Home,
    *,
    authority: str | None,
    state: str | None,
    person: str | None,
    type_id: str | None,
    text: bool,
    as_json: bool,
) -> int:
    with open_site(home) as site:
        authorities = chosen(site, authority)
        shown: list[dict[str, object]] = []
        rows = document_objects(
            site,
            authorities,
            state=state,
            person=person,
            type_id=checked_type(site, type_id),
            text=text,
        )
        if text:
            rows = iter(shown := list(rows))
        filters = {"state": state, "person": person, "type": type_id, "text": text}
        for name in authorities:
            ids = [row["id"] for row in shown if row["authority"] == name] if text else []
            log_access(site, name, LISTED, "documents", filters | {"documents": ids})
        if as_json:
            print_json(rows)
        else:
            _print(rows, text=text)
    return 0


_NOTHING = Text("Keine Dokumente.", "No documents.")


def _print(rows: Iterable[Mapping[str, object]], *, text: bool) -> None:
    out = console()
    listing = table(Text("Kennung", "id"), Text("Zustand", "state"), Text("Dokument", "document"))
    for row in rows:
        listing.add_row(str(row["id"])[:8], STATE_WORDS[str(row["state"])](), _description(row))
        if text:
            _print_text(row)
    out.print(listing if listing.row_count else _NOTHING())


def _description(row: Mapping[str, object]) -> str:
    """Where it comes from, what and whose it is, and why; a line each."""
    numbers, evidence, date = row["source_pages"], row["evidence"], row["document_date"]
    assert isinstance(numbers, list)
    assert isinstance(evidence, list)
    what = [row["person"], row["type"], day(str(date)) if date else None]
    why = row["reason"] or "; ".join(str(part) for part in evidence[:3])
    return lines(
        safe(place(f"{row['authority']}/{row['source']}", numbers)),
        safe("  ".join(str(part) for part in what if part)),
        f"[dim]{safe(why)}[/]" if why else None,
    )


def _print_text(row: Mapping[str, object]) -> None:
    out = console()
    found = row["text"]
    assert isinstance(found, list)
    for page in found:
        out.rule(safe(f"{row['id']} {row['source']}"))
        out.print(safe(page))
