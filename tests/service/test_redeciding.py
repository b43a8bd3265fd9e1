"""A changed register decides waiting documents anew, without reading them again."""

from __future__ import annotations

import pytest

import records.waiting
from pipeline.match import keys_of_person
from records import cases, documents, register_import
from records.model import DocumentState, StoredDocument
from service.daemon import Daemon
from service.redeciding import redecide
from service.wiring import Site
from tests.service.scenes import ERIKA, HEADER, STRANGER, letter, received


def enter(site: Site, folder, row: str) -> None:
    file = folder / "register.csv"
    file.write_text(HEADER + row + "\n", "utf-8")
    register_import.import_register(site.catalogue, file, "wiesbaden", keys_of=keys_of_person)


def waiting(site: Site, folder) -> StoredDocument:
    received(site, letter(folder / "letter.pdf", STRANGER))
    Daemon(site).run_once()
    [document] = documents.list_documents(site.catalogue, ("wiesbaden",))
    assert document.state is DocumentState.REVIEW
    assert document.reason is not None
    assert document.reason.code == "not_in_register"
    return document


def test_a_new_person_gets_the_document_that_waited(site, tmp_path):
    document = waiting(site, tmp_path)
    enter(site, tmp_path, "P-0099,,,Neuling,Nikolina,,1990-02-01,F,SRB,,,")
    [filed] = redecide(site, "wiesbaden")
    assert (filed.id, filed.person, filed.state) == (document.id, "P-0099", DocumentState.FILED)
    assert redecide(site, "wiesbaden") == ()


def test_what_still_waits_says_why_by_the_register_of_today(site, tmp_path):
    document = waiting(site, tmp_path)
    enter(site, tmp_path, "P-0099,,,Neuling,Nikolina,,1991-02-01,F,SRB,,,")
    assert redecide(site, "wiesbaden") == ()
    case = cases.case(site.catalogue, document.id)
    assert case.document.reason is not None
    assert case.document.reason.code == "contradiction"
    assert [candidate.person.number for candidate in case.candidates] == ["P-0099"]


def test_other_authorities_are_left_alone(site, tmp_path):
    waiting(site, tmp_path)
    enter(site, tmp_path, "P-0099,,,Neuling,Nikolina,,1990-02-01,F,SRB,,,")
    assert redecide(site, "kassel") == ()


def filed(site: Site, folder, about: str = ERIKA) -> StoredDocument:
    received(site, letter(folder / "letter.pdf", about))
    Daemon(site).run_once()
    [document] = documents.list_documents(site.catalogue, ("wiesbaden",))
    assert (document.state, document.person) == (DocumentState.FILED, "P-0001")
    return document


@pytest.mark.parametrize(
    "newcomer",
    [
        pytest.param("P-0099,,,Mustermann,Erika,,1964-08-12,F,SYR,,,", id="of the same name and birth date"),
        pytest.param("P-0099,,,Mustermann,Ericka,,1964-08-12,F,SYR,,,", id="a twin of a similar name"),
        pytest.param("P-0099,,,Andersmann,Erika,Mustermann,1964-08-12,F,SYR,,,", id="who once bore the name"),
    ],
)
def test_what_was_filed_is_asked_about_when_somebody_is_entered_who_fits_as_well(site, tmp_path, newcomer):
    """The paper may have come before the office entered whom it is about."""
    document = filed(site, tmp_path)
    enter(site, tmp_path, newcomer)
    [moved] = redecide(site, "wiesbaden")
    assert (moved.id, moved.state, moved.person) == (document.id, DocumentState.REVIEW, None)
    proposed = {each.person.number for each in cases.case(site.catalogue, moved.id).candidates}
    assert proposed == {"P-0001", "P-0099"}
    assert redecide(site, "wiesbaden") == ()


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("P-0099,,,Mustermann,Erika,,1971-01-30,F,SYR,,,", id="a namesake of another age"),
        pytest.param("P-0099,,,Neuling,Nikolina,,1964-08-12,F,SYR,,,", id="born on the same day"),
        pytest.param("P-0001,,,Mustermann,Erika,,1964-08-12,F,UKR,,,", id="a correction of the person"),
    ],
)
def test_what_was_filed_stays_when_nobody_new_fits(site, tmp_path, row):
    document = filed(site, tmp_path)
    enter(site, tmp_path, row)
    assert redecide(site, "wiesbaden") == ()
    assert documents.get(site.catalogue, document.id).person == "P-0001"


def test_with_many_newcomers_all_that_is_filed_is_asked_about(site, tmp_path, monkeypatch):
    """To look for each one's namesakes would take longer than to decide all anew."""
    monkeypatch.setattr(records.waiting, "MANY", 1)
    document = filed(site, tmp_path)
    enter(
        site,
        tmp_path,
        "P-0098,,,Neuling,Nikolina,,1990-02-01,F,SRB,,,\nP-0099,,,Mustermann,Erika,,1964-08-12,F,SYR,,,",
    )
    assert [moved.id for moved in redecide(site, "wiesbaden")] == [document.id]


def test_nothing_goes_from_one_record_into_another_without_a_clerk(site, tmp_path):
    """A number that nobody had turns out to be a newcomer's."""
    received(site, letter(tmp_path / "letter.pdf", f"{ERIKA}, Az. 330230/99999-11"))
    Daemon(site).run_once()
    enter(site, tmp_path, "P-0099,330230/99999-11,,Mustermann,Erika,,1964-08-12,F,SYR,,,")
    [moved] = redecide(site, "wiesbaden")
    assert (moved.state, moved.reason.code) == (DocumentState.REVIEW, "filed_elsewhere")
    assert "P-0099" in {each.person.number for each in cases.case(site.catalogue, moved.id).candidates}
