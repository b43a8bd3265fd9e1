"""`akte review assign`, `reject`, `undo` …: decisions about one document, named on the command line."""

from __future__ import annotations

import click

from config.home import Home
from config.language import Text
from records import documents, people, waiting
from service import reviewing
from service.cli.authority import chosen
from service.cli.frame import Command, authority_option, option
from service.cli.output import console, safe
from service.cli.review_case import print_assigned, print_moved, print_typed, print_waiting
from service.cli.review_session import print_undone
from service.cli.types import checked_type
from service.indexing import refresh_index
from service.redeciding import follow_up
from service.wiring import Site, open_site

_REJECTED = Text("{id} zurückgewiesen: {note}", "{id} rejected: {note}")
_NO_PERSON = Text(
    "Person „{person}“ steht nicht im Register von {authority}.",
    "Person “{person}” is not in the register of {authority}.",
)
_REDECIDED = Text("{count} Klärfälle neu entschieden.", "{count} cases decided anew.")
_LEFT_TO_SERVICE = Text(
    "{count} Klärfälle entscheidet der laufende Dienst neu.",
    "{count} cases are decided anew by the running service.",
)
_NOTE = Text("Begründung für das Protokoll.", "Reason for the log.")


@click.command(
    cls=Command,
    name="assign",
    help=Text(
        "Ein Dokument in die Akte einer Person legen, aus der Klärung oder aus einer anderen Akte.",
        "Put a document into a person's record, out of the review or of another record.",
    )(),
)
@click.argument("document")
@click.argument("person")
@option("--note", default="", help=_NOTE)
@click.pass_obj
def assign(home: Home, document: str, person: str, *, note: str) -> int:
    with open_site(home) as site:
        found = documents.get(site.catalogue, _resolve(site, document))
        if people.person(site.catalogue, found.authority, person) is None:
            raise click.BadParameter(
                _NO_PERSON(person=person, authority=found.authority), param_hint="PERSON"
            )
        print_assigned(reviewing.assign(site, found.id, person, note))
    return 0


@click.command(
    cls=Command,
    name="set-type",
    help=Text("Die Art eines Dokuments berichtigen.", "Correct the type of a document.")(),
)
@click.argument("document")
@click.argument("type_id", metavar="TYPE")
@click.pass_obj
def set_type(home: Home, document: str, type_id: str) -> int:
    with open_site(home) as site:
        found = _resolve(site, document)
        name = checked_type(site, type_id, hint="TYPE")
        assert name is not None
        print_typed(site, reviewing.set_type(site, found, name).document)
    return 0


@click.command(
    cls=Command,
    name="reject",
    help=Text(
        "Ein Dokument als hier nicht zuzuordnen kennzeichnen. Es bleibt mit der Begründung in der Klärung.",
        "Mark a document as not to be assigned here. It stays in review with the reason.",
    )(),
)
@click.argument("document")
@option("--note", required=True, help=_NOTE)
@click.pass_obj
def reject(home: Home, document: str, *, note: str) -> int:
    with open_site(home) as site:
        stored = reviewing.reject(site, _resolve(site, document), note).document
        console().print(_REJECTED(id=stored.id[:8], note=safe(note)))
    return 0


@click.command(
    cls=Command,
    name="reopen",
    help=Text(
        "Ein falsch abgelegtes Dokument aus der Akte zurück in die Klärung holen. Gelernt wird: So, wie es "
        "darin steht, ist es nicht diese Person.",
        "Take a wrongly filed document out of the record, back into review. What is learned: stated as it "
        "is there, it is not this person.",
    )(),
)
@click.argument("document")
@option("--note", required=True, help=_NOTE)
@click.pass_obj
def reopen(home: Home, document: str, *, note: str) -> int:
    with open_site(home) as site:
        print_waiting(reviewing.reopen(site, _resolve(site, document), note))
    return 0


@click.command(
    cls=Command,
    name="undo",
    help=Text(
        "Die letzte Entscheidung über ein Dokument zurücknehmen. Was daraus gelernt wurde, wird vergessen. "
        "Noch einmal: die Entscheidung davor.",
        "Take back the last decision about a document. What was learned from it is forgotten. Once more: "
        "the decision before.",
    )(),
)
@click.argument("document")
@click.pass_obj
def undo(home: Home, document: str) -> int:
    with open_site(home) as site:
        print_undone(*reviewing.undo(site, _resolve(site, document)))
    return 0


@click.command(
    cls=Command,
    name="redecide",
    help=Text(
        "Alle Klärfälle neu entscheiden, etwa nach einer neuen Version, ohne sie neu zu lesen. Nach einem "
        "Register-Import geschieht das von selbst mit denen, die es angeht.",
        "Decide all cases anew, as after an update, without reading them again. After a register import "
        "this happens by itself to those concerned.",
    )(),
)
@authority_option
@click.pass_obj
def redecide(home: Home, *, authority: str | None) -> int:
    with open_site(home) as site:
        for name in chosen(site, authority):
            marked = waiting.mark_all(site.catalogue, name)
            moved = follow_up(site, name)
            words = _LEFT_TO_SERVICE if moved is None else _REDECIDED
            console().print(f"{name}: {words(count=marked)}")
            print_moved(moved)
            refresh_index(site, name)
    return 0


def _resolve(site: Site, prefix: str) -> str:
    return documents.resolve(site.catalogue, prefix, site.authorities)


DECISIONS = (assign, set_type, reject, reopen, undo, redecide)
