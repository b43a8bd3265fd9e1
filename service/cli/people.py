"""`akte people`: the person register, a synchronised copy of the authority's own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from config.home import Home
from config.language import Text
from records.register_diff import differences
from service.cli.authority import checked
from service.cli.frame import Group, option
from service.cli.output import console, print_json, safe
from service.cli.people_diff import missing_text, show_differences
from service.register_sync import columns_of, sync_register
from service.wiring import open_site

_REPORT = Text(
    "{added} Personen neu, {updated} geändert, {unchanged} unverändert.",
    "{added} persons added, {updated} updated, {unchanged} unchanged.",
)
_SETTLED = Text(
    "Klärfall {id} ({source}) ist damit eindeutig und liegt jetzt bei {person}.",
    "Case {id} ({source}) is certain now and was filed under {person}.",
)
_ERRORS = Text(
    "{count} Zeilen wurden nicht übernommen; bitte berichtigen und erneut einlesen:",
    "{count} rows were not imported; correct them and import again:",
)
_IMPORTING = Text("Register wird eingelesen", "importing the register")
_LINE = Text("Zeile {line}: {message}", "line {line}: {message}")


@click.group(
    cls=Group, help=Text("Personenregister einlesen und ansehen.", "Import and view the person register.")()
)
def command() -> None:
    pass


@command.command(
    "import",
    help=Text(
        "CSV-Datei in das Register einer Behörde einlesen (UTF-8, Trennzeichen , oder ;). Vorhandene "
        "Personen werden aktualisiert, fehlerhafte Zeilen mit Zeilennummer gemeldet, die übrigen übernommen. "
        "Wer in der Datei fehlt, wird genannt und bleibt.",
        "Import a CSV file into an authority's register (UTF-8, separated by , or ;). Known persons are "
        "updated, faulty rows are reported by line, the others go in. Who is missing is named and stays.",
    )(),
)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@option(
    "--authority",
    required=True,
    metavar="NAME",
    help=Text("Behörde des Registers.", "The register's authority."),
)
@option(
    "--dry-run",
    is_flag=True,
    help=Text("Nur zeigen, was sich ändern würde.", "Only show what would change."),
)
@option("--json", "as_json", is_flag=True, help=Text("Ergebnis als JSON.", "Result as JSON."))
@click.pass_obj
def import_register(home: Home, file: Path, authority: str, *, dry_run: bool, as_json: bool) -> int:
    with open_site(home) as site:
        checked(site, authority)
        if dry_run:
            found = differences(site.catalogue, file, authority, columns_of(site, authority))
            return show_differences(authority, found, as_json=as_json)
        with _progress():
            synced = sync_register(site, authority, file)
    report, settled = synced.report, synced.settled
    counts = {"added": report.added, "updated": report.updated, "unchanged": report.unchanged}
    counts |= {"settled": len(settled), "missing": len(report.missing)}
    if as_json:
        errors = [{"line": error.line, "message": error.message} for error in report.errors]
        print_json([{"authority": authority, **counts, "errors": errors}])
    else:
        out = console()
        out.print(_REPORT(**counts))
        if report.missing:
            out.print(missing_text(report.missing))
        for document in settled:
            out.print(
                _SETTLED(id=document.id[:8], source=safe(document.source), person=safe(document.person))
            )
        if report.errors:
            out.print(_ERRORS(count=len(report.errors)), style="yellow")
        for error in report.errors:
            out.print("  " + _LINE(line=error.line, message=safe(error.message)))
    return 1 if report.errors else 0


@contextmanager
def _progress() -> Iterator[None]:
    """That something happens, at a terminal: how many rows there are shows only at the end."""
    errors = console(stderr=True)
    with Progress(
        SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn(),
        console=errors, transient=True, disable=not errors.is_terminal,
    ) as bar:  # fmt: skip
        bar.add_task(_IMPORTING(), total=None)
        yield
