"""Hits of a search as lines of text; without rich, which would take longer to load than the search."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping, Sequence

import click

from config.language import Text, current_language
from index.facets import Facets
from index.search import Hit
from service.cli.output import day, harmless, pages

_REVIEW = Text("noch nicht zugeordnet", "not assigned yet")
_PAGE = Text("Seite {page}", "page {page}")
_INDENT = "    "
_FACETS = {
    "types": Text("Art", "type"),
    "sections": Text("Register", "section"),
    "years": Text("Jahr", "year"),
}

Labels = Mapping[str, Sequence[str]]


def print_hits(hits: Sequence[tuple[str, Hit]], labels: Labels, *, first: int) -> None:
    """Three to five lines each: what, where, and the stretch of text."""
    for rank, (authority, hit) in enumerate(hits, first):
        person = harmless(hit.person or _REVIEW())
        title = click.style(f"{rank:>2}. {label(labels, hit.type)}", bold=True)
        ident = click.style(hit.document_id[:8], dim=True)
        click.echo(f"{title}  {person}  {day(hit.document_date)}  {ident}")
        at = f" ({_PAGE(page=hit.page)})" if hit.page else ""
        where = harmless(f"{authority}/{hit.source}, {pages(hit.source_pages)}{at}")
        click.secho(f"{_INDENT}{where}", dim=True)
        for line in _lines(hit):
            click.echo(_INDENT + line)


def print_facets(counts: Facets, types: Labels, sections: Labels, *, most: int | None) -> None:
    """One line for type, section and year each; `most` values, all if None."""
    names = {"types": types, "sections": sections}
    for name, heading in _FACETS.items():
        values = list(getattr(counts, name).items())
        shown = values[:most] if most else values
        if len(values) > 1 or most is None:
            words = [f"{label(names.get(name, {}), value)} {count}" for value, count in shown]
            more = " …" if len(shown) < len(values) else ""
            click.secho(f"{heading()}: {', '.join(words)}{more}", dim=True)


def label(labels: Labels, value: str) -> str:
    """The name of a document type or section in the reader's language."""
    german, english = labels.get(value, (value, value))
    return harmless(german if current_language() == "de" else english)


def _lines(hit: Hit) -> list[str]:
    """The snippet, broken between words to the width of a terminal; as one line elsewhere."""
    words = [(word, part.highlighted) for part in hit.snippet for word in _words(harmless(part.text))]
    width = shutil.get_terminal_size().columns - len(_INDENT) if sys.stdout.isatty() else sys.maxsize
    lines, used = [""], 0
    for word, highlighted in words:
        if used + len(word.rstrip()) > width:
            lines, used = [*lines, ""], 0
        lines[-1] += click.style(word, fg="yellow", bold=True) if highlighted else word
        used += len(word)
    return [line for line in lines if line]


def _words(text: str) -> list[str]:
    """Words with the spaces behind them."""
    *parts, last = text.split(" ")
    return [part + " " for part in parts] + ([last] if last else [])
