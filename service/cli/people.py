"""`akte people`: the person register, a synchronised copy of the authority's own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.progress import Progress

from config.home import Home
from config.language import Text
from records.register_diff import differences
from records.register_import import ImportProgress, ImportStep
from service import reviewing
from service.access import log_access
from service.cli.authority import checked, chosen
from service.cli.frame import Group, authority_option, json_option, option
from service.cli.output import console, print_json, safe, table
from service.cli.people_diff import missing_text, show_differences
from service.cli.review_case import lesson_text, print_moved
from service.finding import SEARCHED
from service.person_search import find_persons
from service.register_sync import columns_of, sync_register
from service.wiring import open_site

_REPORT = Text(
    "{added} Personen neu, {updated} geändert, {unchanged} unverändert.",
    "{added} persons added, {updated} updated, {unchanged} unchanged.",
)
_NOBODY = Text("Niemand gefunden.", "Nobody found.")
_FORGOTTEN = Text("Vergessen: {what}.", "Forgotten: {what}.")
_LEFT_TO_SERVICE = Text(
    "Der laufende Dienst entscheidet die betroffenen Klärfälle neu ({count}).",
    "The running service decides the cases concerned anew ({count}).",
)
_ERRORS = Text(
    "{count} Zeilen wurden nicht übernommen; bitte berichtigen und erneut einlesen:",
    "{count} rows were not imported; correct them and import again:",
)
_STEPS = {
    ImportStep.READING: Text("Datei lesen und vergleichen", "reading and comparing the file"),
    ImportStep.WRITING: Text("ins Register schreiben", "writing to the register"),
}
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
        with _progress() as progress:
            synced = sync_register(site, authority, file, progress=progress)
    report, settled = synced.report, synced.settled
    counts = {"added": report.added, "updated": report.updated, "unchanged": report.unchanged}
    counts |= {"settled": len(settled or ()), "missing": len(report.missing)}
    if as_json:
        errors = [{"line": error.line, "message": error.message} for error in report.errors]
        print_json([{"authority": authority, **counts, "errors": errors}])
    else:
        out = console()
        out.print(_REPORT(**counts))
        if report.missing:
            out.print(missing_text(report.missing))
        if synced.due and settled is None:
            out.print(_LEFT_TO_SERVICE(count=synced.due))
        print_moved(settled)
        if report.errors:
            out.print(_ERRORS(count=len(report.errors)), style="yellow")
        for error in report.errors:
            out.print("  " + _LINE(line=error.line, message=safe(error.message)))
    return 1 if report.errors else 0


@command.command(
    "find",
    help=Text(
        "Personen suchen: Name in beliebiger Schreibweise, Geburtsdatum (12.08.1964), Personennummer, "
        "Aktenzeichen, AZR- oder Dokumentnummer. Wird protokolliert.",
        "Find persons: name in any spelling, birth date (12.08.1964), person number, file number, AZR or "
        "document number. Is logged.",
    )(),
)
@click.argument("text", nargs=-1, required=True)
@authority_option
@json_option
@click.pass_obj
def find(home: Home, text: tuple[str, ...], *, authority: str | None, as_json: bool) -> int:
    wanted = " ".join(text)
    with open_site(home) as site:
        found = {name: find_persons(site, name, wanted) for name in chosen(site, authority)}
        for name, hits in found.items():
            log_access(site, name, SEARCHED, wanted, {"hits": [person.number for person in hits]})
    if as_json:
        print_json(
            {"authority": name, "person": person.number, "label": person.label,
             "file_number": person.file_number}
            for name, hits in found.items() for person in hits
        )  # fmt: skip
        return 0
    listing = table(
        Text("Behörde", "authority"), Text("Aktenzeichen", "file number"), Text("Person", "person")
    )
    for name, hits in found.items():
        for person in hits:
            listing.add_row(name, safe(person.file_number or "–"), safe(person.label))
    console().print(listing if listing.row_count else _NOBODY())
    return 0


@command.command(
    "forget",
    help=Text(
        "Etwas Gelerntes vergessen; akte show PERSON nennt die Nummern. Die Entscheidung, aus der es "
        "gelernt wurde, bleibt.",
        "Forget something learned; akte show PERSON names the numbers. The decision it was learned from "
        "stands.",
    )(),
)
@click.argument("number", metavar="NUMBER", type=click.IntRange(1, 2**62))
@click.pass_obj
def forget(home: Home, number: int) -> int:
    with open_site(home) as site:
        forgotten, moved = reviewing.forget(site, number)
        console().print(_FORGOTTEN(what=safe(lesson_text(forgotten.lesson))))
        print_moved(moved)
    return 0


@contextmanager
def _progress() -> Iterator[ImportProgress]:
    """A bar for the step that is being done, at a terminal only."""
    errors = console(stderr=True)
    with Progress(console=errors, transient=True, disable=not errors.is_terminal) as bar:
        task = bar.add_task("", total=None)
        yield lambda step, done, total: bar.update(
            task, description=_STEPS[step](), completed=done, total=total
        )
