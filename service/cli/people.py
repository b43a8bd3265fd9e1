"""`akte people`: the person register, a synchronised copy of the authority's own."""

from __future__ import annotations

from pathlib import Path

import click

from config.home import Home
from config.language import Text
from pipeline.match import keys_of_person
from records import people
from service.actor import actor
from service.cli.authority import checked
from service.cli.frame import Group, option
from service.cli.output import console, print_json, safe
from service.indexing import refresh_index
from service.redeciding import redecide
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
        "Personen werden aktualisiert, fehlerhafte Zeilen mit Zeilennummer gemeldet, die übrigen übernommen.",
        "Import a CSV file into an authority's register (UTF-8, separated by , or ;). Known persons are "
        "updated, faulty rows are reported by line, the others go in.",
    )(),
)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@option(
    "--authority",
    required=True,
    metavar="NAME",
    help=Text("Behörde des Registers.", "The register's authority."),
)
@option("--json", "as_json", is_flag=True, help=Text("Ergebnis als JSON.", "Result as JSON."))
@click.pass_obj
def import_register(home: Home, file: Path, authority: str, *, as_json: bool) -> int:
    with open_site(home) as site:
        checked(site, authority)
        report = people.import_register(
            site.catalogue, file, authority, keys_of=keys_of_person, actor=actor()
        )
        settled = redecide(site, authority) if report.added or report.updated else ()
        if settled:
            refresh_index(site, authority)
    counts = {"added": report.added, "updated": report.updated, "unchanged": report.unchanged}
    counts["settled"] = len(settled)
    if as_json:
        errors = [{"line": error.line, "message": error.message} for error in report.errors]
        print_json([{"authority": authority, **counts, "errors": errors}])
    else:
        out = console()
        out.print(_REPORT(**counts))
        for document in settled:
            out.print(
                _SETTLED(id=document.id[:8], source=safe(document.source), person=safe(document.person))
            )
        if report.errors:
            out.print(_ERRORS(count=len(report.errors)), style="yellow")
        for error in report.errors:
            out.print("  " + _LINE(line=error.line, message=safe(error.message)))
    return 1 if report.errors else 0
