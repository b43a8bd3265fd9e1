"""`akte review`: the doubtful cases, for a clerk to decide."""

from __future__ import annotations

import click

from config.home import Home
from config.language import Text
from records import documents, people, review
from records.model import ReviewCase
from service.access import SHOWN, log_access
from service.actor import actor
from service.cli.authority import chosen
from service.cli.frame import Group, authority_option, json_option, option
from service.cli.objects import document_object, evidence_text
from service.cli.output import console, lines, moment, pages, place, print_json, safe, table
from service.cli.types import checked_type
from service.indexing import refresh_index
from service.wiring import Site, open_site

_NOTHING = Text("Nichts zu klären.", "Nothing to review.")
_WHY = Text("Grund", "reason")
_EXCERPT = Text("Anfang des Textes", "beginning of the text")
_CANDIDATES = Text("Vorschläge", "candidates")
_NO_CANDIDATE = Text("kein Vorschlag", "no candidate")
_ASSIGNED = Text("{id} liegt jetzt in der Akte von {person}.", "{id} is now in the record of {person}.")
_TYPED = Text("{id} ist jetzt: {type}.", "{id} is now: {type}.")
_REJECTED = Text("{id} zurückgewiesen: {note}", "{id} rejected: {note}")
_ASK = Text(
    "Nummer des Vorschlags, Personennummer, s = überspringen, q = beenden",
    "Number of a candidate, person number, s = skip, q = quit",
)
_NO_PERSON = Text(
    "Person „{person}“ steht nicht im Register von {authority}.",
    "Person “{person}” is not in the register of {authority}.",
)


@click.group(cls=Group, help=Text("Klärfälle ansehen und entscheiden.", "View and decide doubtful cases.")())
def command() -> None:
    pass


@command.command("list", help=Text("Alle Klärfälle, die ältesten zuerst.", "All cases, oldest first.")())
@authority_option
@json_option
@click.pass_obj
def list_cases(home: Home, *, authority: str | None, as_json: bool) -> int:
    with open_site(home) as site:
        cases = [case for name in chosen(site, authority) for case in review.cases(site.catalogue, name)]
        if as_json:
            print_json(_case_object(site, case) for case in cases)
            return 0
        out = console()
        listing = table(Text("Kennung", "id"), Text("Eingang", "received"), Text("Klärfall", "case"))
        for case in cases:
            listing.add_row(case.document.id[:8], moment(case.document.received_at), _description(case))
        out.print(listing if cases else _NOTHING())
    return 0


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
        case = review.case(site.catalogue, _resolve(site, document))
        _log_shown(site, case)
        if as_json:
            print_json([_case_object(site, case)])
        else:
            _print_case(site, case)
    return 0


@command.command(
    "assign",
    help=Text("Ein Dokument in die Akte einer Person legen.", "Put a document into a person's record.")(),
)
@click.argument("document")
@click.argument("person")
@option("--note", default="", help=Text("Begründung für das Protokoll.", "Reason for the log."))
@click.pass_obj
def assign(home: Home, document: str, person: str, *, note: str) -> int:
    with open_site(home) as site:
        _assign(site, _resolve(site, document), person, note)
    return 0


@command.command(
    "set-type", help=Text("Die Art eines Dokuments berichtigen.", "Correct the type of a document.")()
)
@click.argument("document")
@click.argument("type_id", metavar="TYPE")
@click.pass_obj
def set_type(home: Home, document: str, type_id: str) -> int:
    with open_site(home) as site:
        found = _resolve(site, document)
        name = checked_type(site, type_id)
        assert name is not None
        stored = review.set_type(site.catalogue, found, name, actor(), sections=site.types.section_of)
        refresh_index(site, stored.authority)
        console().print(_TYPED(id=found[:8], type=site.types.label(name)()))
    return 0


@command.command(
    "reject",
    help=Text(
        "Ein Dokument als hier nicht zuzuordnen kennzeichnen. Es bleibt mit der Begründung in der Klärung.",
        "Mark a document as not to be assigned here. It stays in review with the reason.",
    )(),
)
@click.argument("document")
@option("--note", required=True, help=Text("Begründung.", "Reason."))
@click.pass_obj
def reject(home: Home, document: str, *, note: str) -> int:
    with open_site(home) as site:
        found = _resolve(site, document)
        stored = review.reject(site.catalogue, found, actor(), note)
        refresh_index(site, stored.authority)
        console().print(_REJECTED(id=found[:8], note=safe(note)))
    return 0


@command.command(
    "next",
    help=Text(
        "Den ältesten Klärfall zeigen und gleich entscheiden.", "Show the oldest case and decide it at once."
    )(),
)
@authority_option
@json_option
@click.pass_obj
def next_case(home: Home, *, authority: str | None, as_json: bool) -> int:
    with open_site(home) as site:
        cases = [case for name in chosen(site, authority) for case in review.cases(site.catalogue, name)]
        cases.sort(key=lambda case: (_rejected(case), case.document.received_at))
        if as_json:
            for case in cases[:1]:
                _log_shown(site, case)
                print_json([_case_object(site, case)])
            return 0
        if not cases:
            console().print(_NOTHING())
        for case in cases:
            _log_shown(site, case)
            _print_case(site, case)
            if not _decided(site, case):
                break
    return 0


def _decided(site: Site, case: ReviewCase) -> bool:
    """Ask until there is an answer that can be followed; False to quit."""
    while True:
        answer = click.prompt(_ASK(), default="s", show_default=True).strip()
        if answer in {"s", "q"}:
            return answer == "s"
        try:
            _assign(site, case.document.id, _chosen_person(case, answer), "")
        except click.BadParameter as error:  # a slip of the finger does not end the session
            console().print(f"[red]{safe(error.message)}[/]")
        else:
            return True


def _rejected(case: ReviewCase) -> bool:
    """Somebody has looked at it already; it comes after all others."""
    return not review.open_to_settling(case.document)


def _chosen_person(case: ReviewCase, answer: str) -> str:
    """A small number picks a candidate; anything else is a person number."""
    if answer.isdigit() and 1 <= int(answer) <= len(case.candidates):
        return case.candidates[int(answer) - 1].person.number
    return answer


def _assign(site: Site, document_id: str, person: str, note: str) -> None:
    authority = documents.get(site.catalogue, document_id).authority
    if people.person(site.catalogue, authority, person) is None:
        raise click.BadParameter(_NO_PERSON(person=person, authority=authority), param_hint="PERSON")
    stored = review.assign(site.catalogue, document_id, person, actor(), note)
    refresh_index(site, stored.authority)
    console().print(_ASSIGNED(id=document_id[:8], person=safe(person)))


def _log_shown(site: Site, case: ReviewCase) -> None:
    """A case shows a document and the data of the persons proposed for it."""
    log_access(site, case.document.authority, SHOWN, f"document {case.document.id}")


def _resolve(site: Site, prefix: str) -> str:
    return documents.resolve(site.catalogue, prefix, site.authorities)


def _case_object(site: Site, case: ReviewCase) -> dict[str, object]:
    return {
        **document_object(site, case.document),
        "candidates": [
            {
                "person": candidate.person.number,
                "label": candidate.person.label,
                "score": candidate.score,
                "for": [evidence_text(part) for part in candidate.pro],
                "against": [evidence_text(part) for part in candidate.contra],
            }
            for candidate in case.candidates
        ],
    }


def _print_case(site: Site, case: ReviewCase) -> None:
    out, document = console(), case.document
    out.rule(f"[bold]{document.id[:8]}[/] {safe(document.authority)}/{safe(document.source)}")
    label = site.types.label(document.type)()
    out.print(f"{label} · {pages(document.source_pages)} · {moment(document.received_at)}")
    if document.reason:
        out.print(f"[yellow]{_WHY()}: {safe(document.reason.text())}[/]")
    text = " ".join(page.text for page in documents.pages(site.catalogue, document.id)[:1]).split()
    if text:
        out.print(f"[dim]{_EXCERPT()}: {safe(' '.join(text[:60]))} …[/]")
    out.print(f"{_CANDIDATES()}:" if case.candidates else _NO_CANDIDATE())
    for number, candidate in enumerate(case.candidates, 1):
        out.print(f"  [bold]{number}[/] {safe(candidate.person.label)}  {candidate.score:.2f}")
        for part in candidate.pro:
            out.print(f"      [green]+[/] {safe(evidence_text(part))}")
        for part in candidate.contra:
            out.print(f"      [red]-[/] {safe(evidence_text(part))}")
