"""`akte show`: one document or one person's record."""

from __future__ import annotations

from collections.abc import Sequence

import click

from config.home import Home
from config.language import Text
from pipeline.model import Person
from records import documents, lessons, people
from records.errors import NotFound
from records.model import StoredDocument
from service.access import SHOWN, log_access
from service.cli.authority import chosen
from service.cli.documents import STATE_WORDS
from service.cli.frame import Command, authority_option, json_option
from service.cli.objects import document_object, evidence_text, learned_evidence
from service.cli.output import console, day, lines, moment, place, print_json, safe, table
from service.cli.review_case import lesson_text
from service.wiring import Site, open_site

_NONE = Text(
    "„{what}“ ist weder ein Dokument noch eine Person.", "“{what}” is neither a document nor a person."
)
_RECORD = Text("Akte von {person} ({authority})", "Record of {person} ({authority})")
_EMPTY = Text("Noch keine Dokumente.", "No documents yet.")
_LEARNED = Text(
    "gelernt #{number}: {what} (aus {document}, {actor})",
    "learned #{number}: {what} (from {document}, {actor})",
)
_FIELDS = {
    "state": Text("Zustand", "state"),
    "type": Text("Art", "type"),
    "person": Text("Person", "person"),
    "source": Text("Quelle", "source"),
    "date": Text("Datum", "date"),
    "received": Text("Eingang", "received"),
    "reason": Text("Grund", "reason"),
    "match": Text("Zuordnung", "match"),
    "folder": Text("Ordner", "folder"),
    "file_number": Text("Aktenzeichen", "file number"),
    "azr": Text("AZR-Nummer", "AZR number"),
    "born": Text("geboren", "born"),
    "names": Text("weitere Namen", "other names"),
}


@click.command(
    cls=Command,
    help=Text(
        "Ein Dokument (Kennung oder ihr Anfang) oder die Akte einer Person zeigen.",
        "Show a document (its id or the beginning of it) or the record of a person.",
    )(),
)
@click.argument("what", metavar="DOCUMENT|PERSON")
@authority_option
@json_option
@click.pass_obj
def command(home: Home, what: str, *, authority: str | None, as_json: bool) -> int:
    with open_site(home) as site:
        authorities = chosen(site, authority)
        found = [
            (name, person) for name in authorities if (person := people.person(site.catalogue, name, what))
        ]
        if found:
            for name, person in found:
                _show_person(site, name, person, as_json=as_json)
            return 0
        try:
            document = documents.get(site.catalogue, documents.resolve(site.catalogue, what, authorities))
        except NotFound as error:
            raise click.BadParameter(_NONE(what=what), param_hint="DOCUMENT|PERSON") from error
        log_access(site, document.authority, SHOWN, f"document {document.id}")
        if as_json:
            print_json([document_object(site, document, text=True)])
        else:
            _show_document(site, document)
    return 0


def _show_person(site: Site, authority: str, person: Person, *, as_json: bool) -> None:
    log_access(site, authority, SHOWN, f"person {person.number}")
    held = documents.list_documents(site.catalogue, (authority,), person=person.number)
    if as_json:
        print_json(document_object(site, document) for document in held)
        return
    out = console()
    out.print(f"[bold]{_RECORD(person=safe(person.label), authority=authority)}[/]")
    for key, value in (
        ("file_number", person.file_number),
        ("azr", person.azr_number),
        ("names", "; ".join(f"{n.family}, {n.given}" for n in person.names[1:])),
    ):
        if value:
            out.print(f"  {_FIELDS[key]()}: {safe(value)}")
    _print_learned(site, authority, person)
    _print_sections(site, held)


def _print_learned(site: Site, authority: str, person: Person) -> None:
    """What clerks' decisions have taught about the person, and from which document."""
    out = console()
    for each in lessons.of_person(site.catalogue, authority, person.number):
        what, source = lesson_text(each.lesson), each.document_id[:8]
        out.print(
            "  " + _LEARNED(number=each.number, what=safe(what), document=source, actor=safe(each.actor))
        )


def _print_sections(site: Site, held: Sequence[StoredDocument]) -> None:
    """The documents of a record under the headings of its sections, each section by date."""
    out = console()
    if not held:
        out.print(_EMPTY())
    listing = table(Text("Datum", "date"), Text("Kennung", "id"), Text("Dokument", "document"))
    section = None
    for document in sorted(held, key=lambda d: (d.section, d.document_date or "", d.received_at)):
        if document.section != section:
            section = document.section
            listing.add_section()
            listing.add_row("", "", f"[bold]{safe(site.types.sections[section]())}[/]")
        listing.add_row(
            day(document.document_date),
            document.id[:8],
            lines(
                safe(site.types.label(document.type)()),
                f"[dim]{safe(place(document.source, document.source_pages))}[/]",
            ),
        )
    if held:
        out.print(listing)


def _show_document(site: Site, document: StoredDocument) -> None:
    out = console()
    out.print(f"[bold]{document.id}[/]")
    rows = (
        ("state", STATE_WORDS[document.state]()),
        ("type", f"{site.types.label(document.type)()} ({document.type_score:.2f})"),
        ("person", safe(document.person or "–")),
        ("source", safe(place(f"{document.authority}/{document.source}", document.source_pages))),
        ("date", day(document.document_date)),
        ("received", moment(document.received_at)),
        ("reason", safe(document.reason.text()) if document.reason else ""),
        ("folder", safe(document.folder)),
    )
    for key, value in rows:
        if value:
            out.print(f"  {_FIELDS[key]():<10} {value}")
    for part in (*document.evidence, *learned_evidence(document)):
        out.print(f"    {safe(evidence_text(part))}")
    for page in documents.pages(site.catalogue, document.id):
        out.rule(str(page.number))
        out.print(safe(page.text))
