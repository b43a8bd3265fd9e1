"""`akte run`: the service."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial

import click

from config.home import Home
from config.language import Text
from pipeline.ocr import check_engine
from records.model import DocumentState
from service import logs
from service.cli.frame import Command, option
from service.cli.output import console, safe
from service.crew import Crew
from service.daemon import Daemon, Observer
from service.events import logged
from service.health import Heartbeat, served
from service.lock import service_lock
from service.metrics import Metrics
from service.privileges import complaints
from service.processing import Report
from service.signals import kept_signals, stopped_by_signals
from service.wiring import open_site

log = logging.getLogger("akte.run")

_STARTED = Text(
    "akte läuft: {authorities}; {workers} Arbeitsprozesse. Beenden mit Strg+C.",
    "akte is running: {authorities}; {workers} worker processes. Stop with Ctrl+C.",
)
_STOPPED = Text("akte beendet.", "akte stopped.")
_FILED = Text("abgelegt bei {person}", "filed under {person}")
_REVIEW = Text("zur Klärung: {reason}", "for review: {reason}")
_QUARANTINE = Text("ausgesondert: {reason}", "quarantined: {reason}")
_AGAIN = Text("wird erneut versucht: {reason}", "will be tried again: {reason}")
_NOTHING = Text(
    "Es gibt keine Behörde. Zuerst akte init --authority NAME.",
    "There is no authority. Run akte init --authority NAME first.",
)


@click.command(
    cls=Command,
    help=Text(
        "Den Dienst starten. Er überwacht die Eingangsordner, liest, ordnet zu, legt ab und macht "
        "durchsuchbar.",
        "Start the service. It watches the inboxes, reads, assigns, files and makes searchable.",
    )(),
)
@option(
    "--once",
    is_flag=True,
    help=Text(
        "Nur abarbeiten, was jetzt in den Eingangsordnern liegt, dann enden "
        "(Status 1, wenn etwas ausgesondert wurde).",
        "Work off what lies in the inboxes now, then end (status 1 if something was quarantined).",
    ),
)
@option(
    "--quiet",
    is_flag=True,
    help=Text(
        "Nur Warnungen ausgeben; im Journal des Systems auch jedes Ereignis.",
        "Print warnings only; in the system's journal each event too.",
    ),
)
@click.pass_obj
def command(home: Home, *, once: bool, quiet: bool) -> int:
    for_journal = "JOURNAL_STREAM" in os.environ
    logs.configure(logging.INFO if for_journal else logging.WARNING, for_journal=for_journal)
    out = console()
    hidden = not sys.stdout.isatty()  # a log is no place for personal data, a clerk's screen is
    quarantined = 0

    def concluded(report: Report) -> None:
        nonlocal quarantined
        quarantined += report.reason is not None and not report.again
        if not quiet:
            for line in _lines(report, hidden=hidden):
                out.print(line)

    with open_site(home) as site:
        site.caller.must_administer()
        if not site.authorities:
            raise click.UsageError(_NOTHING())
        for warning in complaints(home):
            log.warning("%s", warning)
        check_engine(tuple(site.settings.reading.languages))
    with service_lock(home), kept_signals() as hand_on:
        serve = partial(_served, home, hand_on, Observer(concluded=concluded), once=once, quiet=quiet)
        crew = serve(None)
        while crew is not None:
            log.warning("settings have changed; beginning anew with them")
            crew = serve(crew)
    return 1 if once and quarantined else 0


def _served(
    home: Home,
    hand_on: Callable[[], None],
    observer: Observer,
    crew: Crew | None,
    *,
    once: bool,
    quiet: bool,
) -> Crew | None:
    """Serve with the settings as they are now; who goes on reading if they have changed, else None."""
    out = console()
    with open_site(home) as site, ExitStack() as stack:
        heartbeat, metrics = Heartbeat(), Metrics(site)
        observers = (observer, logged(), heartbeat.observer, metrics.observer)
        daemon = Daemon(site, *observers, crew=crew)
        stack.enter_context(stopped_by_signals(daemon))
        hand_on()
        if port := site.settings.monitoring.port:
            stack.enter_context(served(site, metrics, heartbeat, port))
        if once:
            daemon.run_once()
            return None
        if not quiet:
            out.print(_STARTED(authorities=", ".join(site.authorities), workers=site.workers))
        daemon.run()
        if not quiet and not daemon.reloading:
            out.print(_STOPPED())
    return daemon.crew if daemon.reloading else None


def _lines(report: Report, *, hidden: bool) -> list[str]:
    """What happened to one arrival, a line each document. `hidden`: without names and dates of persons."""
    name = f"[bold]{safe(report.arrival.authority)}/{safe(report.arrival.source)}[/]"
    if report.reason is not None:
        words = _AGAIN if report.again else _QUARANTINE
        return [f"{name}  [red]{words(reason=safe(report.reason.text()))}[/]"]
    lines = []
    for document in report.documents:
        if document.state is DocumentState.FILED:
            lines.append(f"{name}  {document.type}  [green]{_FILED(person=safe(document.person))}[/]")
        else:
            reason = safe(document.reason.text(hidden=hidden)) if document.reason else ""
            lines.append(f"{name}  {document.type}  [yellow]{_REVIEW(reason=reason)}[/]")
    return lines
