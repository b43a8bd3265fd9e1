"""How a case is shown to a clerk: where from, why it waits, what it says, who it might be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console

from config.evidence import in_words
from config.language import Text
from pipeline.excerpt import telling_lines
from pipeline.lessons import Lesson, LessonKind
from pipeline.model import Candidate, DocumentReading, Evidence
from records.errors import ReadingLost
from records.model import ReviewCase, StoredDocument
from service.access import SHOWN, log_access
from service.cli.objects import document_object, evidence_text
from service.cli.output import console, moment, place, safe
from service.redeciding import reading_now
from service.reviewing import Outcome
from service.wiring import Site

_LINES = 8
_WHY = Text("Grund", "Reason")
_TYPE = Text("Art", "Type")
_NO_CANDIDATE = Text("Kein Vorschlag.", "No candidate.")
_PAGE = Text("S. {page}", "p. {page}")
_ASSIGNED = Text("{id} liegt jetzt in der Akte von {person}.", "{id} is now in the record of {person}.")
_TYPED = Text("{id} ist jetzt: {type}.", "{id} is now: {type}.")
_WAITS = Text("{id} ist wieder in der Klärung.", "{id} is in review again.")
_LEARNED = Text("  gelernt: {what}", "  learned: {what}")
_SETTLED = Text(
    "Klärfall {id} ({source}) ist damit eindeutig und liegt jetzt bei {person}.",
    "Case {id} ({source}) is certain now and was filed under {person}.",
)
_RECALLED = Text(
    "Dokument {id} ({source}) war darauf hin abgelegt und ist wieder in der Klärung.",
    "Document {id} ({source}) was filed on that ground and is in review again.",
)
_LESSONS = {
    LessonKind.ALIAS: Text("{person} heißt auch „{family}, {given}“", "{person} is also “{family}, {given}”"),
    LessonKind.NOT_SAME: Text("„{stated}“ ist nicht {person}", "“{stated}” is not {person}"),
    LessonKind.REFERENCE: Text(
        "der Absender führt {person} unter {value}", "the sender writes about {person} as {value}"
    ),
}


def log_shown(site: Site, case: ReviewCase) -> None:
    """A case shows a document and the data of the persons proposed for it."""
    log_access(site, case.document.authority, SHOWN, f"document {case.document.id}")


def case_object(site: Site, case: ReviewCase) -> dict[str, object]:
    reason = case.document.reason
    return {
        **document_object(site, case.document),
        "reason_code": reason.code if reason else None,
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


def print_case(site: Site, case: ReviewCase, progress: str = "") -> None:
    """`progress` stands in the heading: "3 von 17"."""
    out, document = console(), case.document
    out.rule(f"[bold]{document.id[:8]}[/]{f' · {progress}' if progress else ''}")
    out.print(
        f"{safe(place(f'{document.authority}/{document.source}', document.source_pages))}"
        f" · {moment(document.received_at)}"
    )
    kind = site.types.label(document.type)()
    out.print(f"{_TYPE()}: {safe(kind)} ({document.type_score:.2f})")
    if document.reason:
        out.print(f"[yellow]{_WHY()}: {safe(document.reason.text())}[/]")
    try:
        _print_excerpt(out, reading_now(document))
    except ReadingLost as error:  # shown all the same: it can still be rejected or skipped
        out.print(f"[red]{safe(error.text())}[/]")
    if not case.candidates:
        out.print(_NO_CANDIDATE())
    for number, candidate in enumerate(case.candidates, 1):
        out.print(f"[bold]{number}[/]  {safe(candidate.person.label)}  {candidate.score:.2f}")
        for line in _arguments(candidate):
            out.print(f"     {line}")


def _print_excerpt(out: Console, reading: DocumentReading) -> None:
    """The lines with names and numbers, marked with their page where it changes."""
    shown = None
    several = len(reading.pages) > 1
    for passage in telling_lines(reading, _LINES):
        margin = _PAGE(page=passage.page) if several and passage.page != shown else ""
        shown = passage.page
        out.print(
            f"  [dim]{margin:<6}│[/] {safe(passage.text)}", no_wrap=out.is_terminal, overflow="ellipsis"
        )


def _arguments(candidate: Candidate) -> Iterator[str]:
    """What speaks for the person and what against, strongest first."""
    for sign, colour, parts in (("+", "green", candidate.pro), ("-", "red", candidate.contra)):
        for part in sorted(parts, key=lambda part: -abs(part.weight)):
            yield f"[{colour}]{sign}[/] {safe(_argument(part))}"


def _argument(part: Evidence) -> str:
    """In words and without figures: `Geburtsdatum stimmt überein: 1984-05-03`."""
    return f"{in_words(part.name)}: {in_words(part.detail)}" if part.detail else in_words(part.name)


# -- what a decision did --------------------------------------------------------------------


def print_assigned(outcome: Outcome) -> None:
    document = outcome.document
    console().print(f"[green]{_ASSIGNED(id=document.id[:8], person=safe(document.person))}[/]")
    print_consequences(outcome)


def print_typed(site: Site, document: StoredDocument) -> None:
    console().print(_TYPED(id=document.id[:8], type=safe(site.types.label(document.type)())))


def print_waiting(outcome: Outcome) -> None:
    console().print(_WAITS(id=outcome.document.id[:8]))
    print_consequences(outcome)


def print_consequences(outcome: Outcome) -> None:
    """What was learned, and which other cases were settled by it."""
    out = console()
    for each in outcome.learned:
        out.print(_LEARNED(what=safe(lesson_text(each.lesson))), style="dim")
    print_moved(outcome.moved)


def print_moved(moved: Iterable[StoredDocument] | None) -> None:
    """Documents that were filed or recalled without anybody having looked at them."""
    for document in moved or ():
        words = _RECALLED if document.person is None else _SETTLED
        names = {"source": safe(document.source), "person": safe(document.person)}
        console().print(words(id=document.id[:8], **names))


def lesson_text(lesson: Lesson) -> str:
    """What was learned, in a sentence."""
    return _LESSONS[lesson.kind](person=lesson.person, **_readable(lesson))


def _readable(lesson: Lesson) -> dict[str, str]:
    return {name: value.replace("|num:", ", ").replace("|", ", *") for name, value in lesson.content.items()}
