"""`akte review`: the doubtful cases, for a clerk to decide."""

from __future__ import annotations

import click

from config.home import Home
from config.language import Text
from config.reasons import REASONS
from records import cases, documents
from records.cases import Wanted
from records.model import ReviewCase
from service.cli.authority import chosen
from service.cli.frame import Group, authority_option, json_option, option
from service.cli.output import console, lines, moment, place, print_json, safe, table
from service.cli.review_case import (
    case_object,
    log_shown,
    print_case,
)
from service.cli.review_decisions import DECISIONS
from service.cli.review_session import NOTHING, Session
from service.cli.types import checked_type
from service.wiring import Site, open_site

_NO_CANDIDATE = Text("kein Vorschlag", "no candidate")
_MORE = Text("… und {count} weitere (--limit)", "… and {count} more (--limit)")
_NO_REASON = Text(
    "Auf „{name}“ wartet nichts. Es gibt: {known}.", "Nothing waits for “{name}”. There are: {known}."
)

type_option = option("--type", "type_id", metavar="T", help=Text("Nur diese Art.", "This type only."))
reason_option = option(
    "--reason",
    metavar="R",
    help=Text(
        "Nur dieser Grund, z. B. no_birth_date (review list --json nennt sie).",
        "This reason only, e.g. no_birth_date (review list --json names them).",
    ),
)


@click.group(cls=Group, help=Text("Klärfälle ansehen und entscheiden.", "View and decide doubtful cases.")())
def command() -> None:
    pass


for decision in DECISIONS:
    command.add_command(decision)


# -- looking --------------------------------------------------------------------------------


@command.command(
    "list", help=Text("Klärfälle auflisten, die ältesten zuerst.", "List cases, oldest first.")()
)
@authority_option
@type_option
@reason_option
@option(
    "--limit",
    type=click.IntRange(1, 1_000_000),
    default=50,
    show_default=True,
    help=Text("Höchstens so viele (mit --json: alle).", "At most so many (with --json: all)."),
)
@json_option
@click.pass_obj
def list_cases(
    home: Home, *, authority: str | None, type_id: str | None, reason: str | None, limit: int, as_json: bool
) -> int:
    with open_site(home) as site:
        wanted = _wanted(site, authority, type_id, reason)
        if as_json:
            print_json(case_object(site, case) for case in cases.each_case(site.catalogue, wanted))
            return 0
        out = console()
        total, _ = cases.count(site.catalogue, wanted)
        if not total:
            out.print(NOTHING())
            return 0
        listing = table(Text("Kennung", "id"), Text("Eingang", "received"), Text("Klärfall", "case"))
        for case in cases.each_case(site.catalogue, wanted, limit):
            listing.add_row(case.document.id[:8], moment(case.document.received_at), _description(case))
        out.print(listing)
        if total > limit:
            out.print(f"[dim]{_MORE(count=total - limit)}[/]")
    return 0


def _wanted(site: Site, authority: str | None, type_id: str | None, reason: str | None) -> Wanted:
    authorities = chosen(site, authority)
    if reason is not None and reason not in REASONS:
        known = ", ".join(sorted(cases.reasons(site.catalogue, authorities))) or "–"
        raise click.BadParameter(_NO_REASON(name=reason, known=known), param_hint="--reason")
    return Wanted(authorities=authorities, type=checked_type(site, type_id), reason=reason)


def _description(case: ReviewCase) -> str:
    """Where it comes from, what it is, why it waits and who it might be; a line each."""
    document = case.document
    proposed = case.candidates[0].person.label if case.candidates else _NO_CANDIDATE()
    return lines(
        safe(place(f"{document.authority}/{document.source}", document.source_pages)),
        document.type,
        f"[yellow]{safe(document.reason.text())}[/]" if document.reason else None,
        f"→ {safe(proposed)}",
    )


@command.command(
    "show",
    help=Text(
        "Einen Klärfall mit allem, was für und gegen die Vorschläge spricht.",
        "A case with all that speaks for and against the candidates.",
    )(),
)
@click.argument("document")
@json_option
@click.pass_obj
def show(home: Home, document: str, *, as_json: bool) -> int:
    with open_site(home) as site:
        case = cases.case(site.catalogue, documents.resolve(site.catalogue, document, site.authorities))
        log_shown(site, case)
        if as_json:
            print_json([case_object(site, case)])
        else:
            print_case(site, case)
    return 0


@command.command(
    "next",
    help=Text(
        "Klärfälle nacheinander zeigen, mit einer Taste entscheiden. Die Taste ? zeigt alle Tasten. Ohne "
        "Terminal wird je Taste eine Zeile gelesen.",
        "Show case after case, decide with one key. The key ? shows all keys. Without a terminal a line is "
        "read for each key.",
    )(),
)
@authority_option
@type_option
@reason_option
@json_option
@click.pass_obj
def next_case(
    home: Home, *, authority: str | None, type_id: str | None, reason: str | None, as_json: bool
) -> int:
    with open_site(home) as site:
        wanted = _wanted(site, authority, type_id, reason)
        if not as_json:
            Session(site, wanted).run()
        elif found := cases.next_case(site.catalogue, wanted):
            log_shown(site, found[0])
            print_json([case_object(site, found[0])])
    return 0
