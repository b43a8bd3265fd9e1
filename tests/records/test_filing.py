from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from config.home import Home
from config.reasons import Reason
from pipeline.model import PageKind, SourceReading
from records import audit, cases, changes, documents, filing, journal, register_import, waiting
from records.catalogue import Catalogue
from records.errors import Conflict, SourceChanged
from records.model import ArrivalRecord, ArrivalState, DocumentState
from records.plan import check_conservation
from records.schema import document as document_table
from records.schema import leftover
from tests.records import scenes


def received(catalogue: Catalogue, home: Home, number: int = 1, authority: str = "alpha") -> ArrivalRecord:
    arrival = scenes.spooled(home, number, b"source %d" % number, authority=authority)
    journal.receive(catalogue, arrival)
    claimed = journal.claim(catalogue, "worker-1")
    assert claimed is not None
    return claimed


def file_two(catalogue: Catalogue, home: Home, arrival: ArrivalRecord, as_of: int | None = None):
    work = home.arrival_folder(arrival.authority, arrival.id) / "work"
    decisions = (scenes.filed(catalogue), scenes.review(catalogue, "P-0002", "P-0001"))
    reading = scenes.two_documents(work)
    return filing.apply(
        catalogue, home, arrival, reading, decisions, work, as_of=as_of, sections=scenes.sections
    )


def test_what_was_decided_by_an_older_register_is_decided_again(
    registered: Catalogue, home: Home, tmp_path: Path
) -> None:
    """The register may change between the decision about a document and its filing."""
    seen, _ = audit.head(registered)
    file_two(registered, home, received(registered, home, 1), as_of=seen)
    assert waiting.count(registered, "alpha") == 0
    seen, _ = audit.head(registered)
    second = received(registered, home, 2)
    newcomer = tmp_path / "newcomer.csv"
    header = scenes.REGISTER.splitlines()[0]
    newcomer.write_text(f"{header}\nP-0099,,,Neuling,Nikolina,,1990-02-01,F,SRB,,,\n", "utf-8")
    register_import.import_register(registered, newcomer, "alpha", keys_of=scenes.simple_keys)
    outdated = file_two(registered, home, second, as_of=seen)
    due = {each.document_id for each in waiting.due_documents(registered, "alpha", 10)}
    assert due == {document.id for document in outdated}


def test_documents_go_where_the_decisions_say(registered: Catalogue, home: Home) -> None:
    arrival = received(registered, home)
    first, second = file_two(registered, home, arrival)
    assert (first.state, first.person, first.source_pages) == (DocumentState.FILED, "P-0001", (2, 4))
    assert (first.type, first.section, first.match_score, first.document_date) == (
        "mietvertrag",
        "wohnen",
        0.95,
        "2024-05-03",
    )
    assert first.folder == home.records("alpha") / "persons" / "P-0001" / first.id
    assert (second.state, second.person, second.filed_at) == (DocumentState.REVIEW, None, None)
    assert second.reason == Reason("thin_margin", {"persons": "P-0002, P-0001"})
    assert second.folder == home.review("alpha") / second.id
    assert sorted(path.name for path in first.folder.iterdir()) == ["document.pdf", "reading.json"]
    assert (first.folder / "document.pdf").read_bytes() == b"%PDF-1.7 first searchable"
    done = journal.get(registered, arrival.id)
    assert (done.state, done.page_count, done.path.suffix) == (ArrivalState.DONE, 6, ".tif")
    assert done.path.read_bytes() == b"source 1"
    assert not home.arrival_folder("alpha", arrival.id).exists()


def test_whole_born_digital_source_is_linked_not_copied(registered: Catalogue, home: Home) -> None:
    arrival = received(registered, home)
    [stored] = filing.apply(
        registered,
        home,
        arrival,
        scenes.one_document(),
        (scenes.filed(registered, "P/0003 ü"),),
        home.spool,
        sections=scenes.sections,
    )
    kept = journal.get(registered, arrival.id).path
    assert kept.samefile(stored.folder / "document.pdf")
    assert kept.samefile(stored.folder / "original.pdf")
    assert stored.folder.parent.parent == home.records("alpha") / "persons"


def test_pages_are_kept_with_text_and_those_left_out_with_reason(registered: Catalogue, home: Home) -> None:
    arrival = received(registered, home)
    first, second = file_two(registered, home, arrival)
    assert [(page.number, page.text) for page in documents.pages(registered, first.id)] == [
        (2, "Sehr geehrte 2"),
        (4, "Sehr geehrte 4"),
    ]
    assert [page.number for page in documents.pages(registered, second.id)] == [6]
    left_out = documents.left_out(registered, arrival.id)
    assert [(page.number, page.kind) for page in left_out] == [
        (1, PageKind.SEPARATOR),
        (3, PageKind.BLANK),
        (5, PageKind.SEPARATOR),
    ]
    assert all(page.reason is not None for page in left_out)


def test_candidates_are_proposed_with_their_evidence(registered: Catalogue, home: Home) -> None:
    _, second = file_two(registered, home, received(registered, home))
    case = cases.case(registered, second.id)
    assert [one.person.number for one in case.candidates] == ["P-0002", "P-0001"]
    assert case.candidates == scenes.review(registered, "P-0002", "P-0001").candidates


def test_filing_is_logged_and_noted_for_the_index(registered: Catalogue, home: Home) -> None:
    arrival = received(registered, home)
    stored = file_two(registered, home, arrival)
    log = [(entry.action, entry.subject) for entry in audit.entries(registered, "alpha")]
    assert log[1:] == [
        ("received", arrival.id),
        ("filed", stored[0].id),
        ("to_review", stored[1].id),
        ("done", arrival.id),
    ]
    pending = changes.pending(registered, "alpha", 10)
    assert [change.document_id for change in pending] == [one.id for one in stored]


def test_reading_is_kept_with_the_document(registered: Catalogue, home: Home) -> None:
    first, _ = file_two(registered, home, received(registered, home))
    assert filing.load_reading(first) == scenes.document(2, 4, searchable="1.pdf")


def test_applying_twice_changes_nothing(registered: Catalogue, home: Home) -> None:
    arrival = received(registered, home)
    before = file_two(registered, home, arrival)
    files, log = scenes.tree(home.root), audit.head(registered)
    assert file_two(registered, home, arrival) == before
    assert scenes.tree(home.root) == files
    assert audit.head(registered) == log


def test_another_plan_after_a_failure_leaves_nothing_of_the_first(
    registered: Catalogue, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrival = received(registered, home)

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("records.filing.insert_document", full)
        with pytest.raises(OSError, match="No space"):
            file_two(registered, home, arrival)
    [stored] = filing.apply(
        registered,
        home,
        arrival,
        scenes.one_document(),
        (scenes.review(registered),),
        home.spool,
        sections=scenes.sections,
    )
    assert set(home.review("alpha").iterdir()) == {stored.folder}
    assert not list((home.records("alpha") / "persons").glob("*/*"))
    assert [path.suffix for path in (home.records("alpha") / "originals").rglob("*.*")] == [".pdf"]
    with registered.read() as connection:
        assert connection.execute(select(func.count()).select_from(leftover)).scalar() == 0


def test_changed_bytes_are_not_filed(registered: Catalogue, home: Home) -> None:
    arrival = received(registered, home)
    arrival.path.write_bytes(b"source 2")
    with pytest.raises(SourceChanged):
        file_two(registered, home, arrival)
    assert journal.get(registered, arrival.id).state is ArrivalState.PROCESSING


def test_quarantined_arrival_is_not_filed(registered: Catalogue, home: Home) -> None:
    arrival = received(registered, home)
    journal.quarantine(registered, arrival.id, Reason("encrypted"))
    with pytest.raises(Conflict):
        file_two(registered, home, arrival)


def test_document_cannot_go_to_a_person_of_another_authority(registered: Catalogue, home: Home) -> None:
    arrival = received(registered, home, authority="beta")
    foreign = scenes.filed(registered, "P-0001", "alpha")
    with pytest.raises(IntegrityError):
        filing.apply(
            registered,
            home,
            arrival,
            scenes.one_document(),
            (foreign,),
            home.spool,
            sections=scenes.sections,
        )
    with registered.read() as connection:
        assert connection.execute(select(document_table)).all() == []


@given(
    pages=st.lists(st.integers(1, 6), max_size=8),
    left_out=st.lists(st.integers(1, 6), max_size=8),
    count=st.integers(0, 6),
)
def test_only_readings_that_keep_every_page_once_pass(
    pages: list[int], left_out: list[int], count: int
) -> None:
    reading = SourceReading(
        media_type="application/pdf",
        page_count=count,
        documents=tuple(scenes.document(number) for number in pages),
        left_out=tuple(scenes.left_out(number) for number in left_out),
    )
    kept = set(pages) | set(left_out)
    if kept == set(range(1, count + 1)) and len(pages) + len(left_out) == count:
        check_conservation(reading)
    else:
        with pytest.raises(ValueError):
            check_conservation(reading)


def test_page_without_reason_must_not_be_left_out() -> None:
    reading = SourceReading(
        media_type="application/pdf", page_count=1, documents=(), left_out=(scenes.page(1),)
    )
    with pytest.raises(ValueError, match="reason"):
        check_conservation(reading)


def test_part_of_a_source_needs_a_pdf_of_its_own(registered: Catalogue, home: Home, tmp_path: Path) -> None:
    arrival = received(registered, home)
    reading = SourceReading(
        media_type="application/pdf", page_count=2, documents=(scenes.document(1), scenes.document(2))
    )
    decisions = (scenes.review(registered), scenes.review(registered))
    with pytest.raises(ValueError, match="no searchable PDF"):
        filing.apply(registered, home, arrival, reading, decisions, tmp_path, sections=scenes.sections)
