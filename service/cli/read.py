"""`akte read`: what reading sees in a file, without register and without filing anything."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from config.document_types import DocumentTypes, load_document_types
from config.evidence import in_words
from config.home import Home
from config.language import Text
from config.settings import Settings, load_settings
from pipeline import reading_file
from pipeline.model import (
    DocumentReading,
    Mrz,
    NumberKind,
    PageKind,
    PageReading,
    PersonMention,
    Role,
    SourceReading,
)
from pipeline.ocr import check_engine
from service.cli.frame import Command, json_option
from service.cli.output import console, day, pages, print_json, safe
from service.course import read_by
from service.messages import RESULT_NAME, Job
from service.pool import Pool
from service.wiring import cores, types_file, utc_now

_UNREADABLE = Text("nicht lesbar: {reason}", "cannot be read: {reason}")
_PAGES = Text("Seiten: {count}, Dokumente: {documents}", "pages: {count}, documents: {documents}")
_MISSING = Text("Datei nicht gefunden", "no such file")
_WORDS = {
    Role.SUBJECT: Text("betroffene Person", "subject"),
    Role.UNKNOWN: Text("Person", "person"),
    Role.THIRD: Text("andere Person", "third person"),
    NumberKind.AZR: Text("AZR-Nummer", "AZR number"),
    NumberKind.FILE: Text("Aktenzeichen", "file number"),
    NumberKind.BAMF: Text("BAMF-Aktenzeichen", "BAMF file number"),
    NumberKind.DOCUMENT: Text("Dokumentnummer", "document number"),
    NumberKind.COURT: Text("Gerichtsaktenzeichen", "court file number"),
    PageKind.NATIVE: Text("Text der Datei", "text of the file"),
    PageKind.OCR: Text("Texterkennung", "recognised"),
    PageKind.BLANK: Text("Leerseite", "blank"),
}


@click.command(
    cls=Command,
    help=Text(
        "Zeigen, was die Erkennung in Dateien sieht – ohne Register und ohne etwas abzulegen.",
        "Show what reading sees in files – without register and without filing anything.",
    )(),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@json_option
@click.pass_obj
def command(home: Home, files: tuple[Path, ...], *, as_json: bool) -> int:
    settings = load_settings(home.settings_file) if home.settings_file.exists() else Settings()
    check_engine(tuple(settings.reading.languages))
    own_types = types_file(home, settings)
    failed = False
    for file, reading, error in _read(files, settings, own_types):
        failed = failed or error is not None
        if as_json:
            print_json([_object(file, reading, error)])
        else:
            _print(file, reading, error, load_document_types(own_types))
    return 1 if failed else 0


def _read(
    files: Iterable[Path], settings: Settings, own_types: Path | None
) -> Iterator[tuple[Path, SourceReading | None, str | None]]:
    """Each file through worker processes, with the limits of the service."""
    pool = Pool(settings.limits.workers or cores(), settings.limits)
    folder = Path(tempfile.mkdtemp(prefix="akte-read-"))
    try:
        for number, file in enumerate(files):
            if not file.is_file():
                yield file, None, _MISSING()
                continue
            work = folder / str(number)
            work.mkdir()
            outcome = read_by(pool, _job(file, work, settings, own_types))
            if outcome.reason is not None:
                yield file, None, outcome.reason.text()
            else:
                yield file, reading_file.load(work / RESULT_NAME), None
            shutil.rmtree(work)
    finally:
        pool.close()
        shutil.rmtree(folder, ignore_errors=True)


def _job(file: Path, work: Path, settings: Settings, own_types: Path | None) -> Job:
    # A link with a plain name: jobs are JSON, which cannot name a file whose name is not UTF-8.
    link = work.with_suffix(".source")
    link.symlink_to(file.absolute())
    return Job(
        arrival_id=link.name,
        authority=None,
        path=link,
        work=work,
        parts=work,
        settings=settings.for_workers(),
        types_file=own_types,
        today=utc_now().date(),
    )


def _object(file: Path, reading: SourceReading | None, error: str | None) -> dict[str, object]:
    if reading is None:
        return {"file": str(file), "error": error, "pages": [], "mrz": [], "documents": []}
    every = [page for document in reading.documents for page in document.pages]
    return {
        "file": str(file),
        "error": None,
        "pages": [_page(page) for page in sorted((*every, *reading.left_out), key=lambda p: p.number)],
        "mrz": [_mrz(zone) for document in reading.documents for zone in document.identity.mrz],
        "documents": [_document(document) for document in reading.documents],
    }


def _page(page: PageReading) -> dict[str, object]:
    return {
        "page": page.number,
        "kind": str(page.kind),
        "rotation": page.rotation,
        "language": page.language,
        "quality": page.quality,
        "text": page.text,
    }


def _mrz(zone: Mrz) -> dict[str, object]:
    return {
        "page": zone.page,
        "type": zone.type,
        "lines": list(zone.lines),
        "surname": zone.surname,
        "given_names": zone.given_names,
        "number": zone.number,
        "issuer": zone.issuer,
        "nationality": zone.nationality,
        "birth_date": _full(zone.birth_date),
        "sex": zone.sex,
        "expiry_date": _full(zone.expiry_date),
        "check_digits_ok": zone.check_digits_ok,
    }


def _full(value: object) -> str | None:
    """ISO date; partial or impossible ones are null in the contract."""
    text = str(value) if value is not None else ""
    return text if len(text) == 10 else None


def _document(document: DocumentReading) -> dict[str, object]:
    return {
        "source_pages": list(document.source_pages),
        "type": document.classification.type,
        "type_score": document.classification.score,
        "document_date": _full(document.identity.document_date),
        "identity": list(_identity(document)),
    }


def _identity(document: DocumentReading) -> Iterator[str]:
    """One line for each person and number: `subject field: Muster, Erika *1964-08-12`."""
    for person in document.identity.persons:
        yield f"{person.role} {person.zone}: {_named(person)}"
    for number in document.identity.numbers:
        if number.kind != "other":
            yield f"{number.kind}: {number.raw}"


def _in_words(document: DocumentReading) -> Iterator[str]:
    """`betroffene Person (Formularfeld): Muster, Erika *1964-08-12`."""
    for person in document.identity.persons:
        yield f"{_WORDS[person.role]()} ({in_words(person.zone)}): {_named(person)}"
    for number in document.identity.numbers:
        if number.kind is not NumberKind.OTHER:
            yield f"{_WORDS[number.kind]()}: {number.raw}"


def _named(person: PersonMention) -> str:
    name = person.name or ", ".join(filter(None, (person.family_name, person.given_names)))
    return f"{name} *{person.birth_date}" if person.birth_date else name


def _print(file: Path, reading: SourceReading | None, error: str | None, types: DocumentTypes) -> None:
    out = console()
    if reading is None:
        out.print(f"[bold]{safe(file)}[/]: [red]{_UNREADABLE(reason=safe(error))}[/]")
        return
    out.print(f"[bold]{safe(file)}[/]: {_PAGES(count=reading.page_count, documents=len(reading.documents))}")
    for page in reading.left_out:
        out.print(f"  {page.number}: [dim]{safe(page.reason.text() if page.reason else page.kind)}[/]")
    for document in reading.documents:
        kind = document.classification
        date_text = day(_full(document.identity.document_date))
        where, label = pages(document.source_pages), types.label(kind.type)()
        out.print(f"  {where}: [bold]{label}[/] ({kind.score:.2f})  {date_text}")
        for zone in document.identity.mrz:
            out.print(
                f"    {zone.type}: {safe(zone.surname)}, {safe(zone.given_names)}  {safe(zone.number or '–')}"
            )
        for line in _in_words(document):
            out.print(f"    {safe(line)}")
        for page in document.pages:
            out.rule(f"{page.number} · {_WORDS[page.kind]()} · {page.quality:.0%}")
            out.print(safe(page.text))
