"""Applying decisions: what an arrival was read as becomes documents in records and in the review.

Files first, then one transaction, then the spool folder goes. The files are announced as leftovers
before they are written; so after a crash at any instruction the same call, or `recovery`, finds
what is unfinished, and doing it again gives the same documents under the same ids.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pydantic import TypeAdapter
from sqlalchemy import Connection

from config.home import Home
from intake.disk import make_folder, write_whole
from pipeline.model import DocumentReading, Filing, PageReading, SourceReading
from pipeline.packed import unpacked
from records import changes, documents, files, leftovers, waiting
from records.arrivals import get as get_arrival
from records.catalogue import Catalogue
from records.codec import dump_reason
from records.errors import Conflict, ReadingLost, SourceChanged
from records.files import DOCUMENT, READING, FileFacts
from records.filing_rows import insert_document, insert_pages, insert_parts, log_filing
from records.model import ArrivalRecord, ArrivalState, StoredDocument
from records.plan import Plan, check_conservation, plans_for
from records.states import change

_READING = TypeAdapter(DocumentReading)
_PAGE = TypeAdapter(PageReading)


def load_reading(stored: StoredDocument) -> DocumentReading:
    """What was read when the document was filed. Raises ReadingLost."""
    path = stored.folder / READING
    try:
        return _READING.validate_json(path.read_bytes())
    except (FileNotFoundError, ValueError) as error:
        raise ReadingLost(path=path) from error


def apply(
    catalogue: Catalogue,
    home: Home,
    arrival: ArrivalRecord,
    reading: SourceReading,
    decisions: Sequence[Filing],
    work: Path,
    actor: str = "service",
    *,
    sections: Callable[[str], str],
    as_of: int | None = None,
    unlocked: bool = False,
) -> tuple[StoredDocument, ...]:
    """File the documents of `reading`, each by the decision at its place. Can be repeated.

    `work` is the folder with the searchable PDFs; `sections` tells the section of a document type; `as_of` is
    the number of the log's last entry before it was decided: if the register has changed since, the documents
    are decided again.
    Raises ValueError if a page would be lost or be in two places, SourceChanged if the received
    bytes are no longer what arrived, Conflict if the arrival is not in work; `unlocked`: not in quarantine,
    where an arrival stays while it is read with its password.
    """
    check_conservation(reading)
    present = get_arrival(catalogue, arrival.id)
    if present.state is not ArrivalState.DONE:
        if present.state not in _allowed(unlocked=unlocked):
            raise Conflict(detail=f"{arrival.id}: {present.state}")
        plans = plans_for(home, present, reading, decisions)
        _file(
            catalogue,
            home=home,
            arrival=present,
            reading=reading,
            plans=plans,
            work=work,
            actor=actor,
            sections=sections,
            as_of=as_of,
            unlocked=unlocked,
        )
        if unlocked:
            leftovers.clear(catalogue, home, present.id)
    files.remove_folder(home.arrival_folder(present.authority, present.id))
    return documents.of_arrival(catalogue, present.id)


def _file(
    catalogue: Catalogue,
    *,
    home: Home,
    arrival: ArrivalRecord,
    reading: SourceReading,
    plans: tuple[Plan, ...],
    work: Path,
    actor: str,
    sections: Callable[[str], str],
    as_of: int | None,
    unlocked: bool,
) -> None:
    if files.hash_file(arrival.path) != arrival.sha256:
        raise SourceChanged(path=arrival.path)
    original = files.arrival_path(home, arrival.authority, arrival.id, ArrivalState.DONE, reading.media_type)
    announced = leftovers.announce(catalogue, home, arrival.id, [original, *(plan.folder for plan in plans)])
    files.place(arrival.path, original)
    stored = [_write(plan, original, work, whole=len(plans) == 1) for plan in plans]
    with catalogue.write() as connection:
        leftovers.withdraw(connection, announced)
        if unlocked:
            leftovers.doom(connection, home, arrival.id, arrival.path.parent)
        _finish(connection, arrival, reading, _allowed(unlocked=unlocked))
        for plan, written in zip(plans, stored, strict=True):
            section = sections(plan.reading.classification.type)
            insert_document(connection, home, arrival, plan, section)
            insert_parts(connection, arrival, plan, written)
        insert_pages(connection, arrival, None, reading.left_out)
        changes.note(connection, arrival.authority, [plan.id for plan in plans])
        if as_of is not None:
            waiting.mark_outdated(connection, arrival.authority, [plan.id for plan in plans], as_of)
        log_filing(connection, arrival, plans, actor)


def _write(plan: Plan, original: Path, work: Path, *, whole: bool) -> list[FileFacts]:
    """The files of a document folder. `whole`: the document is all that the source holds."""
    made = plan.reading.searchable_pdf
    if made is None and not (whole and original.suffix == ".pdf"):
        raise ValueError(f"no searchable PDF for pages {plan.reading.source_pages}")
    make_folder(plan.folder)
    files.place(original if made is None else work / made, plan.folder / DOCUMENT)
    if whole:
        files.place(original, plan.folder / f"original{original.suffix}")
    write_whole(plan.folder / READING, _as_json(plan.reading))
    return [files.facts(path) for path in sorted(plan.folder.iterdir())]


def _as_json(reading: DocumentReading) -> Iterator[bytes]:
    """Page by page: as a whole it takes as much memory as all the words of the document."""
    before, after = _READING.dump_json(replace(reading, pages=())).split(b'"pages":[]', 1)
    yield before + b'"pages":['
    for index, page in enumerate(reading.pages):
        yield (b"," if index else b"") + _PAGE.dump_json(unpacked(page))
    yield b"]" + after


def _allowed(*, unlocked: bool) -> tuple[ArrivalState, ...]:
    return (ArrivalState.QUARANTINED if unlocked else ArrivalState.PROCESSING,)


def _finish(
    connection: Connection, arrival: ArrivalRecord, reading: SourceReading, before: tuple[ArrivalState, ...]
) -> None:
    change(
        connection,
        arrival.id,
        before,
        ArrivalState.DONE,
        media_type=reading.media_type,
        page_count=reading.page_count,
        worker=None,
        leased_at=None,
        not_before=None,
        **dump_reason(None),
    )
