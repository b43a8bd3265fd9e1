"""`akte search`: find documents again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import click

from config.home import Home
from config.language import Text
from index.facets import Facets, add_up
from index.found import Sort
from index.like import find_like
from index.search import Hit, SearchResult, search
from service.cli.authority import chosen
from service.cli.completion import complete_persons, complete_types
from service.cli.frame import Command, authority_option, json_option, option
from service.cli.hits import print_facets, print_hits
from service.cli.output import print_json
from service.finding import Finder, open_finder
from service.last_search import remember

_NOTHING = Text("Nichts gefunden.", "Nothing found.")
_SIMILAR = Text(
    "Nichts in dieser Schreibweise; ähnliche Schreibweise:", "Nothing spelled like that; similar spelling:"
)
_SIMILAR_TOO = Text("Ähnliche Schreibweise:", "Similar spelling:")
_MEANT = Text("Meinten Sie {words}?", "Did you mean {words}?")
_TOTAL = Text("{shown} von {total} Treffern", "{shown} of {total} hits")
_SIMILAR_COUNT = Text(
    "{total}, davon {similar} in ähnlicher Schreibweise", "{total}, {similar} of them in similar spelling"
)
_UNKNOWN_DOCUMENT = Text(
    "Ein Dokument „{name}“ steht nicht im Suchindex.", "There is no document “{name}” in the search index."
)

Found = Sequence[tuple[str, SearchResult]]
"""Authorities and what was found in each."""


@click.command(
    cls=Command,
    help=Text(
        'Volltextsuche. Wörter gelten mit UND; "genaue Folge", -nicht, ODER, Anfang*; '
        "Felder typ: person: name: az: von: bis: register: status: datei: (type: from: to: …).",
        'Full-text search. Words are joined by AND; "exact phrase", -not, OR, prefix*; '
        "fields type: person: name: az: from: to: section: state: file:.",
    )(),
    context_settings={"ignore_unknown_options": True},
)
@click.argument("query", nargs=-1, metavar="QUERY...")
@authority_option
@option(
    "--person",
    metavar="P",
    shell_complete=complete_persons,
    help=Text("Nur Dokumente dieser Person.", "Documents of this person only."),
)
@option(
    "--type",
    "type_id",
    metavar="T",
    shell_complete=complete_types,
    help=Text("Nur diese Dokumentart.", "This document type only."),
)
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
    "--like",
    metavar="DOCUMENT",
    help=Text(
        "Dokumente, die diesem ähneln (Kennung oder ihr Anfang).",
        "Documents like this one (its id or the beginning of it).",
    ),
)
@option(
    "--sort",
    type=click.Choice(["relevance", "date"]),
    default="relevance",
    show_default=True,
    help=Text("Beste zuerst oder neueste zuerst.", "Best first or latest first."),
)
@option(
    "--facets",
    is_flag=True,
    help=Text(
        "Alle Treffer nach Art, Register und Jahr zählen; mit --json als letztes Objekt.",
        "Count all hits by type, section and year; with --json as the last object.",
    ),
)
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
    like: str | None,
    sort: Sort,
    facets: bool,
    limit: int,
    as_json: bool,
) -> int:
    _check_words(query)
    text = " ".join(query)
    if not query and like is None:
        context = click.get_current_context()
        raise click.MissingParameter(ctx=context, param=context.command.params[0])
    with open_finder(home) as finder:
        found: list[tuple[str, SearchResult]] = []
        for name in chosen(finder, authority):
            noted = finder.index(name)
            if like is not None:
                with noted.index.snapshot() as snapshot:
                    ids = snapshot.beginning("id", like, 1)
                    if not ids:
                        continue
                    result = find_like(snapshot, ids[0][0], pages=finder.source.pages, limit=limit)
            else:
                result = search(
                    noted.index,
                    text,
                    pages=finder.source.pages,
                    person=person,
                    type_name=type_id,
                    date_from=date_from,
                    date_to=date_to,
                    limit=limit,
                    sort=sort,
                    facets=facets or not as_json,
                )
            found.append((name, result))
            _log(finder, name, text if like is None else f"like {like}", result)
        if like is not None and not found:
            raise click.BadParameter(_UNKNOWN_DOCUMENT(name=like), param_hint="--like")
        hits = _ranked(found, limit, sort)
        remember([(hit.document_id, hit.page) for _, hit in hits])
        counts = add_up(result.facets for _, result in found if result.facets)
        if as_json:
            print_json(_object(rank, name, hit) for rank, (name, hit) in enumerate(hits, 1))
            if facets:
                print_json([_facets_object(counts, _total(found))])
        else:
            labels = noted.index.labels  # the same for all
            _print(found, hits, labels)
            if len(hits) > 1 or facets:
                print_facets(counts, labels, noted.sections, most=None if facets else 3)
    return 0


def _check_words(query: tuple[str, ...]) -> None:
    """A word may begin with one hyphen (-nicht); two are a mistyped option."""
    for word in query:
        if word.startswith("--"):
            context = click.get_current_context()
            known = [name for parameter in context.command.params for name in parameter.opts]
            raise click.NoSuchOption(word.split("=")[0], possibilities=known, ctx=context)


def _log(finder: Finder, authority: str, query: str, result: SearchResult) -> None:
    found = {"documents": [hit.document_id for hit in result.hits], "total": result.total}
    finder.log(authority, query, found)


def _ranked(found: Found, limit: int, sort: Sort) -> list[tuple[str, Hit]]:
    """Hits of all authorities; exact ones stand before similar ones."""
    rows = [(name, hit) for name, result in found for hit in result.hits]

    def order(row: tuple[str, Hit]) -> tuple[object, ...]:
        name, hit = row
        latest = tuple(-ord(sign) for sign in hit.document_date or "") if sort == "date" else ()
        return (hit.similar, not hit.document_date and sort == "date", latest, -hit.score, name, hit.rank)

    return sorted(rows, key=order)[:limit]


def _total(found: Found) -> int:
    return sum(result.total for _, result in found)


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


def _facets_object(counts: Facets, total: int) -> dict[str, object]:
    return {"total": total, "types": counts.types, "sections": counts.sections, "years": counts.years}


def _print(found: Found, hits: Sequence[tuple[str, Hit]], labels: Mapping[str, Sequence[str]]) -> None:
    exact = [(name, hit) for name, hit in hits if not hit.similar]
    similar = [(name, hit) for name, hit in hits if hit.similar]
    meant = {word: other for _, result in found for word, other in result.corrections.items()}
    if not hits:
        click.echo(_NOTHING())
    print_hits(exact, labels, first=1)
    if similar:
        click.secho((_SIMILAR_TOO if exact else _SIMILAR)(), fg="yellow")
        print_hits(similar, labels, first=len(exact) + 1)
    if meant:
        click.secho(_MEANT(words=", ".join(f"„{word}“" for word in meant.values())), fg="yellow")
    if hits:
        total = _TOTAL(shown=len(hits), total=_total(found))
        if count := sum(result.similar for _, result in found):
            total = _SIMILAR_COUNT(total=total, similar=count)
        click.secho(total, dim=True)
