"""A clerk decides: the document moves, search follows, the log knows who it was."""

from __future__ import annotations

import pytest

from records import audit, documents
from service.actor import actor
from tests.service.scenes import opened


@pytest.fixture
def case(worked_akte) -> str:
    """The case of Kassel: a letter with a name of the register, without birth date."""
    [row] = worked_akte("review", "list", "--authority", "kassel", "--json").rows
    assert (row["source"], row["candidates"][0]["person"]) == ("2.pdf", "K-0001")
    return row["id"]


@pytest.fixture
def log(worked):
    """The last entries about a document: action and details."""

    def log(document_id: str) -> list[tuple[str, str]]:
        with opened(worked) as site:
            entries = audit.entries(site.catalogue, "kassel")
        return [(entry.action, entry.actor) for entry in entries if document_id in entry.subject]

    return log


def test_a_case_shows_its_reason_and_what_speaks_for_each_candidate(worked_akte, case, log):
    out = worked_akte("review", "show", case).out
    assert "Grund: Der Name passt auf 1 Person(en) im Register" in out
    assert "Testperson, Max" in out
    assert "+ Name stimmt überein" in out
    assert log(case)[-1] == ("shown", actor())


def test_assigning_moves_the_document_and_search_follows(worked, worked_akte, case, log):
    with opened(worked) as site:
        before = documents.get(site.catalogue, case)
    result = worked_akte("review", "assign", case[:8], "K-0001", "--note", "am Telefon geklärt")
    assert (result.status, result.out) == (0, f"{case[:8]} liegt jetzt in der Akte von K-0001.\n")
    with opened(worked) as site:
        after = documents.get(site.catalogue, case)
    assert before.folder.is_relative_to(worked.review("kassel"))
    assert after.folder.is_relative_to(worked.records("kassel"))
    assert not before.folder.exists()
    assert (after.folder / "document.pdf").is_file()
    [hit] = worked_akte("search", "Ringelblume", "--person", "K-0001", "--json").rows
    assert hit["id"] == case
    [row] = worked_akte("documents", "--person", "K-0001", "--type", "schreiben", "--json").rows[1:]
    assert (row["state"], row["evidence"]) == ("filed", [f"von Hand zugeordnet durch: {actor()} (+1.00)"])
    assert log(case)[-1] == ("assigned", actor())
    assert worked_akte("verify").status == 0


def test_only_persons_of_the_same_authority_can_be_chosen(worked_akte, case):
    for person in ("P-0001", "K-9999"):
        result = worked_akte("review", "assign", case, person)
        assert result.status == 2
        assert f"Person „{person}“ steht nicht im Register von kassel." in result.err


def test_rejecting_needs_a_reason_and_keeps_the_case(worked_akte, case, log):
    result = worked_akte("review", "reject", case, "--note", "unleserlich, bitte neu scannen")
    assert result.out == f"{case[:8]} zurückgewiesen: unleserlich, bitte neu scannen\n"
    [row] = worked_akte("review", "list", "--authority", "kassel", "--json").rows
    assert row["reason"] == f"Von {actor()} zurückgewiesen: unleserlich, bitte neu scannen"
    assert log(case)[-1] == ("rejected", actor())


def test_a_corrected_type_brings_its_section_and_is_found(worked_akte, case, log):
    result = worked_akte("review", "set-type", case, "mietvertrag")
    assert result.status == 2
    result = worked_akte("review", "set-type", case, "wohnraumnachweis")
    assert result.status == 0
    assert result.out.startswith(f"{case[:8]} ist jetzt: Mietvertrag")
    [row] = worked_akte("documents", "--type", "wohnraumnachweis", "--json").rows
    assert (row["id"], row["section"], row["type_score"]) == (case, "wohnen", 1.0)
    [hit] = worked_akte("search", "Ringelblume", "--type", "wohnraumnachweis", "--json").rows
    assert hit["id"] == case
    assert log(case)[-1] == ("type_set", actor())


def test_an_unknown_type_is_named_by_the_argument_it_was_given_in(worked_akte, case):
    result = worked_akte("review", "set-type", case, "mietvertrak")
    assert result.status == 2
    assert "TYPE" in result.err
    assert "--type" not in result.err


def test_all_cases_are_decided_anew_on_request(worked_akte, case):
    result = worked_akte("review", "redecide", "--authority", "kassel")
    assert (result.status, result.out) == (0, "kassel: 1 Klärfälle neu entschieden.\n")
    assert [row["id"] for row in worked_akte("review", "list", "--authority", "kassel", "--json").rows] == [
        case
    ]
