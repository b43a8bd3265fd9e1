"""`akte search`: find documents again."""

from __future__ import annotations

import click
from rich.text import Text as Styled

from config.home import Home
from config.language import Text
from index.search import Hit, SearchResult, search
from records import documents
from service.access import SEARCHED, log_access
from service.cli.authority import chosen
from service.cli.frame import Command, authority_option, json_option, option
from service.cli.output import console, day, pages, print_json, safe
from service.cli.types import checked_type
from service.indexing import open_index
from service.wiring import Site, open_site

_NOTHING = Text("Nichts gefunden.", "Nothing found.")
_SIMILAR = Text(
    "Nichts in dieser Schreibweise; ähnliche Schreibweise:", "Nothing spelled like that; similar spelling:"
)
_TOTAL = Text("{shown} von {total} Treffern", "{shown} of {total} hits")
_REVIEW = Text("noch nicht zugeordnet", "not assigned yet")
_PAGE = Text("Seite {page}", "page {page}")


@click.command(
    cls=Command,
    help=Text(
        'Volltextsuche. Wörter gelten mit UND; "genaue Folge", -nicht, ODER, Anfang*; '
        "Felder typ: person: name: az: von: bis: (type: from: to:).",
        'Full-text search. Words are joined by AND; "exact phrase", -not, OR, prefix*; '
        "fields type: person: name: az: from: to:.",
    )(),
    context_settings={"ignore_unknown_options": True},
)
@click.argument("query", nargs=-1, required=True)
@authority_option
@option("--person", metavar="P", help=Text("Nur Dokumente dieser Person.", "Documents of this person only."))
@option("--type", "type_id", metavar="T", help=Text("Nur diese Dokumentart.", "This document type only."))
@option(
    "--from",
    "date_from",
    metavar="D",
    help=Text(
        "Dokumentdatum ab (2024, 2024-05, 03.05.2024).", "Document date from (2024, 2024-05, 2024-05-03)."
    ),
)
@option("--to", "date_to", metavar="D", help=Text("Dokumentdatum bis.", "Document date up to."))
@option(
    "--limit",
    default=10,
    metavar="N",
    type=click.IntRange(1, 1000),
    show_default=True,
    help=Text("Höchstzahl der Treffer.", "Most hits to show."),
)
@json_option
@click.pass_obj
def command(
    home: Home,
    query: tuple[str, ...],
    *,
    authority: str | None,
    person: str | None,
    type_id: str | None,
    date_from: str | None,
    date_to: str | None,
    limit: int,
    as_json: bool,
) -> int:
    _check_words(query)
    with open_site(home) as site:
        found: list[tuple[str, SearchResult]] = []
        for name in chosen(site, authority):
            result = search(
                open_index(site, name),
                " ".join(query),
                pages=lambda document_id: _texts(site, document_id),
                person=person,
                type_name=checked_type(site, type_id),
                date_from=date_from,
                date_to=date_to,
                limit=limit,
            )
            found.append((name, result))
            _log(site, name, " ".join(query), result)
        hits = _ranked(found, limit)
        if as_json:
            print_json(_object(rank, name, hit) for rank, (name, hit) in enumerate(hits, 1))
        else:
            _print(site, found, hits)
    return 0


def _check_words(query: tuple[str, ...]) -> None:
    """A word may begin with one hyphen (-nicht); two are a mistyped option."""
    for word in query:
        if word.startswith("--"):
            context = click.get_current_context()
            known = [name for parameter in context.command.params for name in parameter.opts]
            raise click.NoSuchOption(word.split("=")[0], possibilities=known, ctx=context)


def _texts(site: Site, document_id: str) -> list[tuple[int, str]]:
    return [(page.number, page.text) for page in documents.pages(site.catalogue, document_id)]


def _log(site: Site, authority: str, query: str, result: SearchResult) -> None:
    """Who searched what, in the manner of AZRG § 13: purpose and returned documents."""
    found = {"documents": [hit.document_id for hit in result.hits], "total": result.total}
    log_access(site, authority, SEARCHED, query, found)


def _ranked(found: list[tuple[str, SearchResult]], limit: int) -> list[tuple[str, Hit]]:
    """Hits of all authorities; exact ones stand before similar ones."""
    rows = [(result.similar_spelling, -hit.score, name, hit) for name, result in found for hit in result.hits]
    exact = [row for row in rows if not row[0]]
    chosen_rows = sorted(exact or rows, key=lambda row: (row[1], row[2], row[3].rank))
    return [(name, hit) for _, _, name, hit in chosen_rows[:limit]]


def _object(rank: int, authority: str, hit: Hit) -> dict[str, object]:
    return {
        "rank": rank,
        "id": hit.document_id,
        "source": hit.source,
        "source_pages": list(hit.source_pages),
        "page": hit.page,
        "person": hit.person,
        "authority": authority,
        "type": hit.type,
        "document_date": hit.document_date,
        "score": round(hit.score, 4),
        "snippet": hit.snippet_text,
    }


def _print(site: Site, found: list[tuple[str, SearchResult]], hits: list[tuple[str, Hit]]) -> None:
    out = console()
    if not hits:
        out.print(_NOTHING())
        return
    similar = all(result.similar_spelling for _, result in found if result.hits)
    if similar:
        out.print(f"[yellow]{_SIMILAR()}[/]")
    for rank, (authority, hit) in enumerate(hits, 1):
        label = site.types.label(hit.type)()
        person = hit.person or _REVIEW()
        about = f"{safe(person)}  {day(hit.document_date)}  [dim]{hit.document_id[:8]}[/]"
        out.print(f"[bold]{rank:>2}. {safe(label)}[/]  {about}")
        where = f"{authority}/{hit.source}, {pages(hit.source_pages)}"
        at = f" ({_PAGE(page=hit.page)})" if hit.page else ""
        out.print(f"    [dim]{safe(where)}{at}[/]")
        snippet = Styled("    ")
        for part in hit.snippet:
            snippet.append(part.text, style="bold yellow" if part.highlighted else "")
        out.print(snippet)
    total = sum(result.total for _, result in found if result.similar_spelling == similar)
    out.print(f"[dim]{_TOTAL(shown=len(hits), total=total)}[/]")
