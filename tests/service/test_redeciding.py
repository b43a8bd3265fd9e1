"""A changed register decides waiting documents anew, without reading them again."""

from __future__ import annotations

from pipeline.match import keys_of_person
from records import cases, documents, register_import
from records.model import DocumentState, StoredDocument
from service.daemon import Daemon
from service.redeciding import redecide
from service.wiring import Site
from tests.service.scenes import HEADER, STRANGER, letter, received


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
