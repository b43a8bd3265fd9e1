"""`akte index`: the full-text index, which can always be rebuilt from the records."""

from __future__ import annotations

from functools import partial

import click
from rich.progress import Progress, TaskID

from config.home import Home
from config.language import Text
from index.errors import SearchIndexError
from index.store import Index
from index.unfinished import documents_done
from records import changes, documents
from service.cli.authority import chosen
from service.cli.frame import Group, authority_option, json_option
from service.cli.output import console, print_json, safe, table
from service.indexing import begun, rebuild_index
from service.wiring import Site, open_site

_REBUILT = Text("Index von {authority}: {count} Dokumente.", "Index of {authority}: {count} documents.")
_GOES_ON = Text(
    "Index von {authority}: der unterbrochene Neuaufbau geht weiter, {count} Dokumente sind fertig.",
    "Index of {authority}: the interrupted rebuild goes on, {count} documents are done.",
)
_UNFINISHED = Text("Neuaufbau: {count} fertig", "rebuild: {count} done")
_FINE = Text("in Ordnung", "fine")


@click.group(
    cls=Group, help=Text("Den Suchindex neu aufbauen oder prüfen.", "Rebuild or check the search index.")()
)
def command() -> None:
    pass


@command.command(
    "rebuild",
    help=Text(
        "Den Index aus den Akten neu aufbauen. Gesucht wird solange im bisherigen; getauscht wird am Ende. "
        "Ein unterbrochener Neuaufbau geht weiter, wo er war.",
        "Rebuild the index from the records. Searches use the present one meanwhile; the swap comes last. "
        "An interrupted rebuild goes on where it was.",
    )(),
)
@authority_option
@click.pass_obj
def rebuild(home: Home, *, authority: str | None) -> int:
    with open_site(home) as site:
        out = console()
        for name in chosen(site, authority):
            errors = console(stderr=True)
            if count := begun(site, name):
                errors.print(_GOES_ON(authority=name, count=count))
            with Progress(console=errors, transient=True, disable=not errors.is_terminal) as bar:
                index = rebuild_index(site, name, partial(_advance, bar, bar.add_task(name, total=None)))
            out.print(_REBUILT(authority=name, count=index.count()))
    return 0


def _advance(bar: Progress, task: TaskID, done: int, total: int) -> None:
    bar.update(task, completed=done, total=total)


@command.command("status", help=Text("Stand des Index jeder Behörde.", "State of each authority's index.")())
@authority_option
@json_option
@click.pass_obj
def status(home: Home, *, authority: str | None, as_json: bool) -> int:
    with open_site(home) as site:
        rows = [_state(site, name) for name in chosen(site, authority)]
        if as_json:
            print_json(rows)
        else:
            listing = table(
                Text("Behörde", "authority"), Text("Dokumente", "documents"), Text("im Index", "indexed"),
                Text("ausstehend", "pending"), Text("Zustand", "state"),
            )  # fmt: skip
            for row in rows:
                *numbers, rebuilt, error = row.values()
                unfinished = None if rebuilt is None else _UNFINISHED(count=rebuilt)
                state = "; ".join(str(part) for part in (error, unfinished) if part) or _FINE()
                listing.add_row(*(safe("–" if value is None else value) for value in (*numbers, state)))
            console().print(listing)
    return 1 if any(row["error"] for row in rows) else 0


def _state(site: Site, authority: str) -> dict[str, object]:
    """The catch here is the answer: an index that does not open is what the command reports."""
    folder = site.home.index(authority)
    indexed, rebuilt, error = None, None, None
    try:
        indexed = Index.open(folder, labels=site.labels).count()
        rebuilt = documents_done(folder)
    except SearchIndexError as failure:
        error = failure.text()
    return {
        "authority": authority,
        "documents": sum(1 for _ in documents.all_ids(site.catalogue, authority)),
        "indexed": indexed,
        "pending": changes.count(site.catalogue, authority),
        "rebuilt": rebuilt,
        "error": error,
    }
