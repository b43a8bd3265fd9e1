"""`akte verify`: prove that nothing was lost and nothing was changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import click

from config.home import Home
from config.language import Text
from records import audit
from records.model import Fault
from records.recovery import recover
from records.repair import repair
from service.actor import actor
from service.cli.authority import chosen
from service.cli.frame import Command, authority_option, json_option, option
from service.cli.output import console, print_json, safe
from service.indexing import rebuild_index
from service.lock import service_lock
from service.proving import faults_of
from service.wiring import Site, open_site

_SOUND = Text("Alles in Ordnung.", "Everything is in order.")
_FAULTS = Text("{count} Fehler gefunden.", "{count} faults found.")
_MENDED = Text("Behoben: {message}", "Mended: {message}")
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
@option(
    "--repair",
    "mend",
    is_flag=True,
    help=Text(
        "Zuvor beheben, was nachweislich gefahrlos ist (Regeln in docs/operation.md); nur ohne Dienst.",
        "First mend what is provably safe (rules in docs/operation.md); only without a service.",
    ),
)
@json_option
@click.pass_obj
def command(home: Home, *, authority: str | None, mend: bool, as_json: bool) -> int:
    with open_site(home) as site:
        site.caller.must_administer()
        authorities = chosen(site, authority)
        if mend:
            _repair(site, authorities, as_json=as_json)
        counts: Counter[str] = Counter()
        found = 0
        for fault in faults_of(site, authorities, counts):
            found += 1
            _show(fault, as_json=as_json)
        seq, entry_hash = audit.head(site.catalogue)
    if as_json:
        head = {"seq": seq, "hash": entry_hash}
        print_json([{"ok": found == 0, "faults": found, "checked": dict(counts), "log_head": head}])
    else:
        out = console()
        out.print(looked_at(counts))
        out.print(_HEAD(seq=seq, hash=entry_hash))
        out.print(f"[red]{_FAULTS(count=found)}[/]" if found else f"[green]{_SOUND()}[/]")
    return 1 if found else 0


def looked_at(counts: Mapping[str, int]) -> str:
    """`Geprüft: 12 Eingänge, …`."""
    numbers = {name: counts[name] for name in ("arrivals", "documents", "pages", "files", "log_entries")}
    return _LOOKED(mib=round(counts["bytes"] / 2**20, 1), **numbers)


def _repair(site: Site, authorities: tuple[str, ...], *, as_json: bool) -> None:
    """Finish what a crash left, then mend what can be; the proof afterwards says what remains."""
    with service_lock(site.home):
        recover(site.catalogue, site.home)
        found = list(faults_of(site, authorities, Counter()))
        for fault in repair(site.catalogue, found, actor()):
            _show(fault, as_json=as_json, mended=True)
        for fault in found:
            if fault.code.startswith("index_"):
                rebuild_index(site, fault.subject)
                _show(fault, as_json=as_json, mended=True)


def _show(fault: Fault, *, as_json: bool, mended: bool = False) -> None:
    if as_json:
        row = {name: getattr(fault, name) for name in ("code", "subject", "message", "action")}
        print_json([row | {"mended": True} if mended else row])
    elif mended:
        console().print(f"[yellow]{_MENDED(message=safe(fault.message))}[/]")
    else:
        console().print(f"[red]{safe(fault.message)}[/]\n  → {safe(fault.action)}")
