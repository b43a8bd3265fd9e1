"""Made-up arrivals as intake hands them over, readings as workers return them, and a small register."""

from __future__ import annotations

import hashlib
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from config.home import Home
from config.reasons import Reason
from intake import spool
from intake.arrival import Arrival, FileIdentity
from intake.disk import make_folder
from pipeline.model import (
    Box,
    Candidate,
    Classification,
    DocumentReading,
    Evidence,
    File,
    Identity,
    Level,
    Line,
    PageKind,
    PageReading,
    PartialDate,
    Person,
    Review,
    SourceReading,
    Word,
)
from records import filing, journal, people, register_import
from records.catalogue import Catalogue
from records.model import StoredDocument

START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
REGISTER = (
    "person_id,file_number,azr_number,family_name,given_names,birth_name,birth_date,sex,"
    "nationality,birth_place,document_numbers,aliases\n"
    "P-0001,Az 1/26,,Mustermann,Erika,Testname,1964-08-12,F,SYR,Musterstadt,X1;X2,\n"
    'P-0002,,,Mustermann,Max,,1980,M,XXA,,,"Probe, Maxim"\n'
    "P/0003 ü,,,Testperson,Drei,,,,,,,\n"
)


def simple_keys(person: Person) -> frozenset[str]:
    """As `pipeline.match.keys_of_person` would, but simpler."""
    keys = {f"name:{name.family.casefold()}" for name in person.names}
    keys |= {f"num:{number}" for number in person.document_numbers}
    return frozenset(keys | ({f"date:{person.birth_date}"} if person.birth_date else set()))


def add_register(catalogue: Catalogue, folder: Path, authority: str = "alpha", *, expected: int = 3) -> None:
    file = folder / "register.csv"
    file.write_text(REGISTER, "utf-8")
    report = register_import.import_register(catalogue, file, authority, keys_of=simple_keys)
    assert (report.added, report.errors) == (expected, ())


def made_up_id(number: int) -> str:
    return str(UUID(int=number, version=4))


def spooled(
    home: Home,
    number: int = 1,
    content: bytes = b"%PDF-1.7 made up",
    *,
    authority: str = "alpha",
    origin: Path | None = None,
    identity: FileIdentity | None = None,
) -> Arrival:
    """Bytes in the spool, complete with their sidecar; arrival `number` of a made-up morning."""
    arrival_id = made_up_id(number)
    folder = home.arrival_folder(authority, arrival_id)
    make_folder(folder)
    (folder / spool.SOURCE).write_bytes(content)
    arrival = Arrival(
        id=arrival_id,
        authority=authority,
        source=f"scan_{number:04d}.pdf",
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        received_at=START + timedelta(seconds=number),
        path=folder / spool.SOURCE,
        origin=origin,
        identity=identity,
    )
    spool.complete(arrival)
    return arrival


def page(number: int, text: str = "Sehr geehrte") -> PageReading:
    box = Box(left=10, top=10, right=60, bottom=22)
    line = Line(words=(Word(text=f"{text} {number}", box=box, confidence=0.9),))
    return PageReading(
        number=number, kind=PageKind.OCR, width=595, height=842, lines=(line,), language="deu", quality=0.9
    )


def left_out(number: int, kind: PageKind = PageKind.BLANK) -> PageReading:
    params = {"detail": "PATCHT"} if kind is PageKind.SEPARATOR else {}
    return PageReading(number=number, kind=kind, width=595, height=842, reason=Reason(kind.value, params))


def document(*numbers: int, searchable: str | None = None) -> DocumentReading:
    return DocumentReading(
        pages=tuple(page(number) for number in numbers),
        classification=Classification(
            type="mietvertrag", score=0.8, evidence=(Evidence(name="anchor", weight=0.8, detail="Miete"),)
        ),
        identity=Identity(document_date=PartialDate(2024, 5, 3)),
        language="deu",
        quality=0.9,
        searchable_pdf=searchable,
    )


def two_documents(work: Path) -> SourceReading:
    """Six pages: separator, document of 2, blank in between belongs to it, separator, document of 1."""
    work.mkdir(parents=True, exist_ok=True)
    (work / "1.pdf").write_bytes(b"%PDF-1.7 first searchable")
    (work / "2.pdf").write_bytes(b"%PDF-1.7 second searchable")
    return SourceReading(
        media_type="image/tiff",
        page_count=6,
        documents=(document(2, 4, searchable="1.pdf"), document(6, searchable="2.pdf")),
        left_out=(left_out(1, PageKind.SEPARATOR), left_out(3), left_out(5, PageKind.SEPARATOR)),
    )


def one_document(reading: DocumentReading | None = None) -> SourceReading:
    documents = (reading or document(1, 2),)
    return SourceReading(media_type="application/pdf", page_count=2, documents=documents)


def candidate(person: Person, score: float = 0.95) -> Candidate:
    return Candidate(
        person=person,
        score=score,
        level=Level.STRONG,
        evidence=(Evidence(name="name", weight=0.6), Evidence(name="birth_date", weight=-0.1, detail="≠")),
    )


def filed(catalogue: Catalogue, number: str = "P-0001", authority: str = "alpha") -> File:
    person = people.person(catalogue, authority, number)
    assert person is not None
    return File(candidate=candidate(person))


def review(catalogue: Catalogue, *numbers: str, authority: str = "alpha") -> Review:
    found = people.persons(catalogue, authority, numbers)
    return Review(
        reason=Reason("thin_margin", {"persons": ", ".join(numbers)}),
        candidates=tuple(candidate(found[number], 0.7) for number in numbers),
    )


def sections(type_id: str) -> str:
    return {"mietvertrag": "wohnen", "reisepass": "identitaet"}[type_id]


def copied(template: Path, target: Path) -> Home:
    """A home of its own; files that are links to each other stay so."""
    subprocess.run(["cp", "-a", str(template), str(target)], check=True)
    return Home(target)


def tree(root: Path) -> dict[str, bytes]:
    """Every file below `root` but the database, with its content."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.name.startswith("catalogue.sqlite3")
    }


def file_one(
    catalogue: Catalogue,
    home: Home,
    decision: File | Review,
    number: int = 1,
    authority: str = "alpha",
    *,
    reading: DocumentReading | None = None,
) -> StoredDocument:
    """Receive, claim and file a born-digital source of two pages."""
    journal.receive(catalogue, spooled(home, number, b"source %d" % number, authority=authority))
    arrival = journal.claim(catalogue, "worker-1")
    assert arrival is not None
    [stored] = filing.apply(
        catalogue, home, arrival, one_document(reading), (decision,), home.spool, sections=sections
    )
    return stored
