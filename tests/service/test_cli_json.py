"""The JSON that other people's programs read: exactly the keys of the contract, and what they mean."""

from __future__ import annotations

from datetime import datetime

import pytest

from records import documents
from records.model import DocumentState
from tests.service.scenes import ERIKA, letter, opened, received

DOCUMENT = {
    "id", "authority", "state", "source", "source_sha256", "source_pages", "pages", "type", "type_score",
    "section", "person", "match_score", "evidence", "document_date", "language", "received_at", "filed_at",
    "reason",
}  # fmt: skip
HIT = {
    "rank", "id", "source", "source_pages", "page", "person", "authority", "type", "document_date", "score",
    "snippet",
}  # fmt: skip
READING = {"file", "error", "pages", "mrz", "documents"}
PAGE = {"page", "kind", "rotation", "language", "quality", "text"}
READ_DOCUMENT = {"source_pages", "type", "type_score", "document_date", "identity"}
STATES = {"filed", "review", "quarantined", "duplicate", "pending"}


def by_state(rows):
    found = {row["state"]: row for row in rows}
    assert len(found) == len(rows)
    return found


# -- documents --------------------------------------------------------------------------------


@pytest.fixture
def rows(worked, worked_akte, tmp_path):
    """One object in each state."""
    with opened(worked) as site:
        received(site, letter(tmp_path / "waits.pdf", ERIKA, "noch nicht gelesen"))
    return by_state(worked_akte("documents", "--authority", "wiesbaden", "--json").rows)


def test_documents_have_the_keys_of_the_contract_in_every_state(rows):
    assert set(rows) == STATES
    for row in rows.values():
        assert set(row) == DOCUMENT


def test_a_filed_document_says_where_and_why(rows):
    row = rows["filed"]
    assert (row["source"], row["source_pages"], row["pages"]) == ("1.pdf", [1], 1)
    assert (row["authority"], row["person"], row["reason"]) == ("wiesbaden", "P-0001", None)
    assert (row["type"], row["section"], row["language"]) == ("schreiben", "schriftverkehr", "deu")
    assert 0.9 <= row["match_score"] <= 1
    assert any("1964-08-12" in part for part in row["evidence"])
    assert datetime.fromisoformat(row["filed_at"]) >= datetime.fromisoformat(row["received_at"])


def test_a_document_in_review_says_why(rows):
    row = rows["review"]
    assert (row["person"], row["filed_at"]) == (None, None)
    assert row["reason"] == "Die genannte Person (Neuling, Nikolina, *1990-02-01) steht nicht im Register."


def test_arrivals_without_documents_have_no_type_and_no_person(rows):
    for state in ("quarantined", "duplicate", "pending"):
        row = rows[state]
        empty = {
            "type",
            "type_score",
            "section",
            "person",
            "match_score",
            "document_date",
            "language",
            "filed_at",
        }
        assert {key for key in empty if row[key] is not None} == set()
        assert row["evidence"] == []


def test_a_quarantined_file_says_why(rows):
    row = rows["quarantined"]
    assert row["reason"].startswith("Die Datei ist beschädigt und lässt sich nicht öffnen")
    assert (row["source_pages"], row["pages"]) == ([], 0)


def test_a_duplicate_names_the_first_and_has_its_pages(rows):
    row = rows["duplicate"]
    assert row["source_sha256"] == rows["filed"]["source_sha256"]
    assert (row["source"], row["source_pages"], row["pages"]) == ("4.pdf", [1], 1)
    assert row["reason"].startswith("dieselben Bytes wie Eingang ")
    assert row["reason"].endswith("(1.pdf)")


def test_a_waiting_file_has_no_reason_yet(rows):
    assert (rows["pending"]["source"], rows["pending"]["reason"]) == ("waits.pdf", None)


@pytest.mark.usefixtures("english")
def test_reasons_are_worded_in_the_language_of_the_reader(rows):
    assert rows["review"]["reason"] == (
        "The person named (Neuling, Nikolina, *1990-02-01) is not in the register."
    )
    assert rows["quarantined"]["reason"].startswith("The file is damaged and cannot be opened")
    assert rows["duplicate"]["reason"].startswith("same bytes as arrival ")
    assert any(part.startswith("birth date agrees: 1964-08-12") for part in rows["filed"]["evidence"])


def test_text_adds_the_pages(worked_akte):
    for row in worked_akte("documents", "--json", "--text").rows:
        assert set(row) == DOCUMENT | {"text"}
        assert len(row["text"]) == (row["pages"] if row["state"] in {"filed", "review"} else 0)
        assert all("blume" in page for page in row["text"])


@pytest.mark.parametrize("state", sorted(STATES))
def test_one_state_can_be_asked_for(worked_akte, state):
    every = [row["id"] for row in worked_akte("documents", "--json").rows if row["state"] == state]
    assert [row["id"] for row in worked_akte("documents", "--state", state, "--json").rows] == every


def test_person_and_type_narrow_the_list(worked_akte):
    def sources(*options: str) -> list[str]:
        rows = worked_akte("documents", "--json", *options).rows
        return [f"{row['authority']}/{row['source']}" for row in rows]

    assert sources("--person", "P-0001") == ["wiesbaden/1.pdf"]
    assert sources("--person", "K-0001", "--authority", "wiesbaden") == []
    assert sorted(sources("--type", "schreiben")) == [
        "kassel/1.pdf", "kassel/2.pdf", "wiesbaden/1.pdf", "wiesbaden/2.pdf",
    ]  # fmt: skip
    assert sources("--type", "reisepass") == []


def test_show_prints_a_document_with_its_text_and_a_record_without(worked_akte):
    [row] = worked_akte("documents", "--person", "P-0001", "--json").rows
    [shown] = worked_akte("show", row["id"][:8], "--json").rows
    assert set(shown) == DOCUMENT | {"text"}
    assert [set(held) for held in worked_akte("show", "P-0001", "--json").rows] == [DOCUMENT]


# -- search -----------------------------------------------------------------------------------


def test_hits_have_the_keys_of_the_contract(worked_akte):
    hits = worked_akte("search", "Sonnenblume", "--json").rows
    assert len(hits) == 3
    assert [hit["rank"] for hit in hits] == [1, 2, 3]
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)
    for hit in hits:
        assert set(hit) == HIT
        assert (hit["page"], hit["source_pages"], hit["type"]) == (1, [1], "schreiben")
        assert "Sonnenblume" in hit["snippet"]


def test_filters_narrow_the_hits(worked_akte):
    def sources(*arguments: str) -> list[str]:
        hits = worked_akte("search", *arguments, "--json").rows
        return sorted(f"{hit['authority']}/{hit['source']}" for hit in hits)

    assert sources("Sonnenblume", "--person", "P-0001") == ["wiesbaden/1.pdf"]
    assert sources("Sonnenblume", "--authority", "kassel") == ["kassel/1.pdf"]
    assert sources("Sonnenblume", "--type", "reisepass") == []
    assert len(sources("Sonnenblume", "--limit", "2")) == 2
    assert sources("Stichwort", "-Sonnenblume") == ["kassel/2.pdf"]


def test_a_hit_leads_to_its_document(worked, worked_akte):
    [hit] = worked_akte("search", "Sonnenblume", "--person", "K-0001", "--json").rows
    with opened(worked) as site:
        document = documents.get(site.catalogue, hit["id"])
    assert (document.source, document.person, document.state) == ("1.pdf", "K-0001", DocumentState.FILED)


# -- read -------------------------------------------------------------------------------------


def test_read_has_the_keys_of_the_contract(akte, tmp_path):
    file = letter(tmp_path / "letter.pdf", ERIKA)
    missing = tmp_path / "missing.pdf"
    result = akte("read", str(file), str(missing), "--json")
    seen, nothing = result.rows
    assert result.status == 1
    assert set(seen) == set(nothing) == READING
    assert nothing == {
        "file": str(missing), "error": "Datei nicht gefunden", "pages": [], "mrz": [], "documents": [],
    }  # fmt: skip
    assert (seen["file"], seen["error"], seen["mrz"]) == (str(file), None, [])
    assert [set(page) for page in seen["pages"]] == [PAGE]
    assert [set(document) for document in seen["documents"]] == [READ_DOCUMENT]
    [page], [document] = seen["pages"], seen["documents"]
    assert (page["page"], page["kind"], page["rotation"], page["language"]) == (1, "native", 0, "deu")
    assert "Mustermann, Erika" in page["text"]
    assert (document["source_pages"], document["type"]) == ([1], "schreiben")
    assert any("Mustermann, Erika" in line and "1964-08-12" in line for line in document["identity"])


def test_read_files_nothing(akte, home, tmp_path):
    akte("read", str(letter(tmp_path / "letter.pdf", ERIKA)), "--json")
    with opened(home) as site:
        assert documents.list_documents(site.catalogue, site.authorities) == ()
    assert not list(home.spool.glob("*/*"))


# -- the others -------------------------------------------------------------------------------


def test_status_review_quarantine_index_and_verify_print_objects(worked_akte):
    wiesbaden, kassel = worked_akte("status", "--json").rows
    service = {
        "running": False, "pid": None, "paused": False, "taking_files": True,
        "free_mib": wiesbaden["service"]["free_mib"],
        "reserve_mib": 0, "unattended": {},
    }  # fmt: skip
    assert wiesbaden == {
        "service": service, "authority": "wiesbaden", "inbox": 0, "ignored": {}, "missing": {},
        "waiting": 0, "processing": 0, "done": 2, "duplicates": 1, "quarantined": 1, "review": 1,
        "oldest_review": wiesbaden["oldest_review"], "index_pending": 0, "oldest_waiting": None,
        "waiting_bytes": 0, "backlog_hours": 0.0, "filed_today": 1, "to_review_today": 1,
        "last_hour": {"arrivals": 3, "bytes": wiesbaden["last_hour"]["bytes"]},
        "warnings": wiesbaden["warnings"],
    }  # fmt: skip
    assert (kassel["done"], kassel["review"], kassel["quarantined"]) == (2, 1, 0)
    [case] = worked_akte("review", "list", "--authority", "kassel", "--json").rows
    assert set(case) == DOCUMENT | {"reason_code", "candidates"}
    assert [set(each) for each in case["candidates"]] == [{"person", "label", "score", "for", "against"}]
    [kept] = worked_akte("quarantine", "list", "--json").rows
    assert (kept["source"], kept["code"], kept["attempts"]) == ("3.pdf", "damaged", 1)
    assert [row["indexed"] for row in worked_akte("index", "status", "--json").rows] == [2, 2]
    proof = worked_akte("verify", "--json")
    assert (proof.status, proof.rows[-1]["ok"], proof.rows[-1]["faults"]) == (0, True, 0)
