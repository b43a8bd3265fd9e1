"""`akte verify`: prove that nothing was lost and nothing was changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import click

from config.home import Home
from config.language import Text
from index.errors import SearchIndexError
from index.store import Index
from records import audit, changes, documents
from records.model import Fault
from records.verify import verify
from service.cli.authority import chosen
from service.cli.frame import Command, authority_option, json_option
from service.cli.output import console, print_json, safe
from service.wiring import Site, open_site

_SOUND = Text("Alles in Ordnung.", "Everything is in order.")
_FAULTS = Text("{count} Fehler gefunden.", "{count} faults found.")
_LOOKED = Text(
    "Geprüft: {arrivals} Eingänge, {documents} Dokumente, {pages} Seiten, {files} Dateien ({mib} MiB), "
    "{log_entries} Protokolleinträge.",
    "Checked: {arrivals} arrivals, {documents} documents, {pages} pages, {files} files ({mib} MiB), "
    "{log_entries} log entries.",
)
_HEAD = Text(
    "Letzter Protokolleintrag: Nr. {seq}, {hash}. Anderswo notiert, beweist er das Protokoll bis hierher.",
    "Last log entry: no. {seq}, {hash}. Noted elsewhere, it proves the log up to here.",
)
_BEHIND = Text(
    "Index von {authority}: {indexed} von {documents} Dokumenten",
    "Index of {authority}: {indexed} of {documents} documents",
)
_REBUILD = Text("akte index rebuild --authority {authority}", "akte index rebuild --authority {authority}")


@click.command(
    cls=Command,
    help=Text(
        "Nachweisen, dass nichts verloren und nichts verändert ist. Geprüft werden die Prüfsummen aller "
        "Dateien, die Vollzähligkeit der Seiten, Datenbank gegen Platte, der Suchindex und die Kette des "
        "Protokolls. Endestatus 1, wenn ein Fehler gefunden wird. Der Dienst darf weiterlaufen.",
        "Prove that nothing is lost and nothing changed. Looks at the checksums of all files, the "
        "completeness of pages, database against disk, the search index and the chain of the log. "
        "Exit status 1 if a fault is found. The service may go on.",
    )(),
)
@authority_option
@json_option
@click.pass_obj
def command(home: Home, *, authority: str | None, as_json: bool) -> int:
    counts: Counter[str] = Counter()
    found = 0
    out = console()
    with open_site(home) as site:
        authorities = chosen(site, authority)
        for fault in _faults(site, authorities, counts):
            found += 1
            if as_json:
                print_json(
                    [
                        {
                            "code": fault.code,
                            "subject": fault.subject,
                            "message": fault.message,
                            "action": fault.action,
                        }
                    ]
                )
            else:
                out.print(f"[red]{safe(fault.message)}[/]\n  → {safe(fault.action)}")
        seq, entry_hash = audit.head(site.catalogue)
    if as_json:
        head = {"seq": seq, "hash": entry_hash}
        print_json([{"ok": found == 0, "faults": found, "checked": dict(counts), "log_head": head}])
    else:
        numbers = {name: counts[name] for name in ("arrivals", "documents", "pages", "files", "log_entries")}
        out.print(_LOOKED(mib=round(counts["bytes"] / 2**20, 1), **numbers))
        out.print(_HEAD(seq=seq, hash=entry_hash))
        out.print(f"[red]{_FAULTS(count=found)}[/]" if found else f"[green]{_SOUND()}[/]")
    return 1 if found else 0


def _faults(site: Site, authorities: tuple[str, ...], counts: Counter[str]) -> Iterator[Fault]:
    yield from verify(site.catalogue, site.home, authorities, counts)
    for authority in authorities:
        yield from _index_faults(site, authority)


def _index_faults(site: Site, authority: str) -> Iterator[Fault]:
    """The index against the catalogue; documents that are listed for it may be missing still."""
    action = _REBUILD(authority=authority)
    if not site.home.index(authority).exists() or changes.count(site.catalogue, authority):
        return
    try:
        index = Index.open(site.home.index(authority), labels=site.labels)
        index.check(deep=True)
        indexed = index.count()
    except SearchIndexError as error:
        yield Fault(code="index_damaged", subject=authority, message=error.text(), action=action)
        return
    held = sum(1 for _ in documents.all_ids(site.catalogue, authority))
    if indexed != held and not changes.count(site.catalogue, authority):
        message = _BEHIND(authority=authority, indexed=indexed, documents=held)
        yield Fault(code="index_incomplete", subject=authority, message=message, action=action)
