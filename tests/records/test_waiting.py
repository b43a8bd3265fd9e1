"""A change concerns the waiting documents that share a key with it, and no others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from config.home import Home
from pipeline.model import DocumentReading, PartialDate, PersonMention, Role, Zone
from records import register_import, review, settling, waiting
from records.catalogue import Catalogue
from records.model import StoredDocument
from tests.records import scenes


def case(catalogue: Catalogue, home: Home, number: int, year: int) -> StoredDocument:
    """Waits under its birth date."""
    stored = scenes.file_one(catalogue, home, scenes.review(catalogue), number)
    with catalogue.write() as connection:
        waiting.keep_keys(connection, "alpha", stored.id, [f"date:{year}-01-02"])
    return stored


def enter(catalogue: Catalogue, folder: Path, number: str, born: str) -> None:
    file = folder / "more.csv"
    row = f"{number},,,Neu,Nora,,{born},,,,,\n"
    file.write_text(scenes.REGISTER.splitlines()[0] + "\n" + row, "utf-8")
    register_import.import_register(catalogue, file, "alpha", keys_of=scenes.simple_keys)


def due(catalogue: Catalogue) -> list[str]:
    return [each.document_id for each in waiting.due_documents(catalogue, "alpha", 10)]


def test_filing_into_the_review_keeps_the_keys_of_the_document(registered: Catalogue, home: Home) -> None:
    stored = scenes.file_one(registered, home, scenes.review(registered))
    with registered.write() as connection:
        waiting.mark(connection, "alpha", ["date:1964-08-12"])
    assert due(registered) == []  # the made-up reading names nobody
    waiting.renew_keys(registered, "alpha", stored.id, {"date:1964-08-12"})
    with registered.write() as connection:
        waiting.mark(connection, "alpha", ["date:1964-08-12", "name:x"])
        waiting.mark(connection, "beta", ["date:1964-08-12"])
    assert due(registered) == [stored.id]


def test_a_new_person_concerns_those_who_share_a_key(
    registered: Catalogue, home: Home, tmp_path: Path
) -> None:
    first, _ = case(registered, home, 1, 1990), case(registered, home, 2, 1991)
    enter(registered, tmp_path, "P-9", "1990-01-02")
    assert due(registered) == [first.id]
    assert waiting.count(registered, "alpha") == 1
    assert waiting.count(registered, "beta") == 0


def test_a_corrected_person_concerns_both_before_and_after(
    registered: Catalogue, home: Home, tmp_path: Path
) -> None:
    enter(registered, tmp_path, "P-9", "1990-01-02")
    first, second = case(registered, home, 1, 1990), case(registered, home, 2, 1991)
    enter(registered, tmp_path, "P-9", "1990-01-02")  # nothing changed
    assert due(registered) == []
    enter(registered, tmp_path, "P-9", "1991-01-02")
    assert sorted(due(registered)) == sorted([first.id, second.id])


def test_a_mark_made_while_deciding_stays(registered: Catalogue, home: Home) -> None:
    stored = case(registered, home, 1, 1990)
    waiting.mark_all(registered, "alpha")
    taken = waiting.due_documents(registered, "alpha", 10)
    waiting.mark_all(registered, "alpha")
    waiting.decided(registered, "alpha", taken)
    assert due(registered) == [stored.id]
    waiting.decided(registered, "alpha", waiting.due_documents(registered, "alpha", 10))
    assert due(registered) == []


def test_what_was_settled_is_found_by_no_key_and_due_again_when_it_waits_again(
    registered: Catalogue, home: Home
) -> None:
    stored = case(registered, home, 1, 1990)
    review.set_type(registered, stored.id, "reisepass", "clerk", sections=scenes.sections)
    settling.settle(registered, stored.id, scenes.filed(registered, "P-0001"))
    with registered.write() as connection:
        waiting.mark(connection, "alpha", ["date:1990-01-02"])
    assert due(registered) == []
    review.undo(registered, stored.id, "clerk")
    assert due(registered) == [stored.id]


@pytest.mark.parametrize("role", [Role.SUBJECT, Role.THIRD])
def test_keys_come_from_whatever_the_document_names(registered: Catalogue, home: Home, role: Role) -> None:
    mention = PersonMention(role=role, zone=Zone.BODY, page=1, birth_date=PartialDate(1990, 1, 2))
    reading = naming(mention)
    stored = scenes.file_one(registered, home, scenes.review(registered), reading=reading)
    with registered.write() as connection:
        waiting.mark(connection, "alpha", ["date:1990-01-02"])
    assert due(registered) == [stored.id]


def naming(mention: PersonMention) -> DocumentReading:
    document = scenes.document(1, 2)
    return replace(document, identity=replace(document.identity, persons=(mention,)))
