"""A day at two authorities: the service runs, scans are dropped, clerks and IT staff do their work.

All tests here share one running service; each brings in what it changes itself.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.acceptance.conftest import Scans
from tests.acceptance.installation import Installation, Service, wait_until
from tests.service.scenes import letter

DROPPED = {
    "wiesbaden": ("scan_0002.pdf", "scan_0006.pdf", "scan_0008.pdf", "scan_0009.pdf", "scan_0021.pdf"),
    "kassel": ("scan_0002.pdf", "scan_0015.pdf", "scan_0028.pdf"),
}
"""A scan in black and white, born-digital letters, a duplicate, a truncated and an empty file."""

Take = Callable[..., str]


@pytest.fixture(scope="module")
def day(template: Path, scans: Scans, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """All dropped scans are worked off; the service goes on running."""
    home = tmp_path_factory.mktemp("day") / "home"
    shutil.copytree(template, home)
    installation = Installation(home)
    service = Service(installation)
    for authority, names in DROPPED.items():
        installation.drop(authority, *scans.files(authority, *names))
    last = {"wiesbaden": "scan_0021.pdf", "kassel": "scan_0002.pdf"}
    wait_until(lambda: all(installation.has_reported(*each) for each in last.items()))
    wait_until(installation.is_idle)
    yield installation
    assert service.stop() == 0


@pytest.fixture
def take(day: Installation, tmp_path: Path, request: pytest.FixtureRequest) -> Take:
    """Hand over a letter about somebody and wait for it; the id of its document."""

    def take(about: str, *words: str, authority: str = "wiesbaden") -> str:
        file = letter(tmp_path / f"{request.node.name}.pdf", about, *words)
        day.done("ingest", str(file), "--authority", authority)
        wait_until(lambda: day.has_reported(authority, file.name))
        return str(day.document(authority, file.name)["id"])

    return take


def searched(day: Installation, *arguments: str) -> list[str]:
    return [hit["id"] for hit in day.rows("search", *arguments)]


def folder_of(day: Installation, place: str, document: str) -> Path:
    [folder] = (day.home / place).rglob(document)
    return folder


# -- what became of the scans -----------------------------------------------------------------


@pytest.mark.parametrize("authority", list(DROPPED))
def test_every_scan_ends_where_it_belongs(day, scans, authority):
    rows = {row["source"]: row for row in day.rows("documents", "--authority", authority)}
    assert set(rows) == set(DROPPED[authority])
    for name in DROPPED[authority]:
        truth, row = scans.built(authority, name).truth, rows[name]
        assert row["source_sha256"] == truth["sha256"], name
        if truth["expected"] != "done":
            assert row["state"] == truth["expected"], name
            continue
        [document] = truth["documents"]
        assert (row["state"], row["type"]) == (document["expected"], document["type"]), name
        assert row["person"] == (document["person"] if document["expected"] == "filed" else None), name
        assert row["source_pages"] == document["source_pages"], name


def test_reasons_say_what_to_do(day):
    assert day.document("wiesbaden", "scan_0021.pdf")["reason"].endswith("Geburtsdatum oder eine Nummer.")
    assert day.document("wiesbaden", "scan_0009.pdf")["reason"].startswith("Die Datei ist beschädigt")
    assert day.document("wiesbaden", "scan_0008.pdf")["reason"].endswith("(scan_0002.pdf)")
    assert day.document("kassel", "scan_0028.pdf")["reason"] == "Die Datei ist leer (0 Bytes)."


def test_records_hold_the_bytes_that_arrived_and_the_inboxes_are_empty(day, scans):
    for authority, names in DROPPED.items():
        assert not [path for path in day.inbox(authority).rglob("*") if path.is_file()]
        kept = {
            hashlib.sha256(path.read_bytes()).hexdigest()
            for place in ("records", "review", "quarantine")
            for path in (day.home / place / authority).rglob("*")
            if path.is_file()
        }
        assert {scans.built(authority, name).truth["sha256"] for name in names} <= kept


def test_a_filed_document_lies_in_the_folder_of_its_person(day):
    row = day.document("wiesbaden", "scan_0002.pdf")
    folder = folder_of(day, "records/wiesbaden", row["id"])
    assert row["person"] in str(folder)
    assert (folder / "document.pdf").read_bytes().startswith(b"%PDF")


def test_what_was_scanned_is_found_by_its_words_and_its_person(day):
    row = day.document("wiesbaden", "scan_0002.pdf")
    hits = day.rows("search", "Vermieter", "--authority", "wiesbaden")
    assert row["id"] in [hit["id"] for hit in hits]
    [hit] = day.rows("search", "Vermieter", "--person", row["person"])
    assert (hit["id"], hit["page"], hit["source"]) == (row["id"], 1, "scan_0002.pdf")
    assert searched(day, "Vermieter", "--person", "P-0017") == []


def test_show_prints_the_record_and_the_document(day):
    row = day.document("wiesbaden", "scan_0002.pdf")
    record = day.done("show", row["person"]).out
    assert f"Akte von {row['person']}" in record
    assert row["id"][:8] in record
    document = day.done("show", row["id"][:8]).out
    assert "Wohnungsgeberbestätigung" in document
    assert "Vermieter" in document


def test_read_shows_what_reading_sees_without_filing(day, scans):
    before = day.rows("documents")
    [seen] = day.rows("read", str(scans.file("wiesbaden", "scan_0006.pdf")))
    assert [document["type"] for document in seen["documents"]] == ["schreiben"]
    assert day.rows("documents") == before


# -- clerks -----------------------------------------------------------------------------------


def test_a_clerk_assigns_a_case_and_it_moves(day, take):
    document = take("Verwechselt, Valentina", "Stichwort Kornblume")
    assert folder_of(day, "review/wiesbaden", document).is_dir()
    day.done("review", "assign", document[:8], "P-0002", "--note", "nach Rückfrage")
    assert "P-0002" in str(folder_of(day, "records/wiesbaden", document))
    assert not list((day.home / "review").rglob(document))
    wait_until(lambda: searched(day, "Kornblume", "--person", "P-0002") == [document])
    assert document in [row["id"] for row in day.rows("show", "P-0002")]


def test_a_clerk_rejects_a_case_with_a_reason(day, take):
    document = take("Verwechselt, Valentina")
    day.done("review", "reject", document, "--note", "gehört nicht hierher")
    [case] = day.rows("review", "show", document)
    assert case["reason"].endswith("zurückgewiesen: gehört nicht hierher")
    assert case["state"] == "review"


def test_a_clerk_corrects_a_type(day, take):
    document = take("Verwechselt, Valentina", "Stichwort Lavendel")
    day.done("review", "set-type", document, "meldebescheinigung")
    wait_until(lambda: searched(day, "Lavendel", "--type", "meldebescheinigung") == [document])
    assert document in [row["id"] for row in day.rows("documents", "--type", "meldebescheinigung")]


def test_a_clerk_works_through_the_cases(day, take):
    document = take("Verwechselt, Valentina", authority="kassel")
    others = len(day.rows("review", "list", "--authority", "kassel")) - 1
    answers = "s\n" * others + "p\nK-0002\n1\n"
    result = day.done("review", "next", "--authority", "kassel", answers=answers)
    assert f"{document[:8]} liegt jetzt in der Akte von K-0002." in result.out


# -- IT staff ---------------------------------------------------------------------------------


def test_quarantined_files_are_listed_shown_and_tried_again(day):
    listed = {row["source"]: row for row in day.rows("quarantine", "list")}
    assert {"scan_0009.pdf", "scan_0028.pdf"} <= set(listed)
    row = listed["scan_0009.pdf"]
    assert "Die Datei ist beschädigt" in day.done("quarantine", "show", row["id"][:8]).out
    day.done("quarantine", "retry", row["id"])
    wait_until(lambda: day.document("wiesbaden", "scan_0009.pdf")["state"] == "quarantined")
    [again] = [each for each in day.rows("quarantine", "list") if each["id"] == row["id"]]
    assert (again["code"], again["sha256"], again["attempts"]) == ("damaged", row["sha256"], 1)


def test_status_says_that_it_runs_and_what_needs_attention(day):
    result = day.akte("status", "--json")
    assert result.status == 1
    for row in result.rows:
        assert row["service"]["running"]
        assert row["review"] >= 1
        assert row["quarantined"] >= 1
    assert "Dienst läuft (Prozess" in day.akte("status").out


def test_verify_finds_nothing_wrong_while_the_service_runs(day):
    assert day.done("verify").out.splitlines()[-1] == "Alles in Ordnung."


def test_the_index_is_rebuilt_while_the_service_runs(day, take):
    document = take("Verwechselt, Valentina", "Stichwort Margerite")
    wait_until(lambda: searched(day, "Margerite") == [document])
    day.done("index", "rebuild")
    assert searched(day, "Margerite") == [document]
    for row in day.rows("index", "status"):
        assert (row["error"], row["indexed"]) == (None, row["documents"])


def test_a_second_service_is_refused(day):
    result = day.akte("run")
    assert (result.status, result.out) == (75, "")
    assert result.err == f"Fehler: Für {day.home} läuft bereits ein Dienst.\n"
    assert day.akte("run", "--once").status == 75


def test_handed_over_files_are_processed_by_the_running_service(day, take, tmp_path):
    document = take("N'Dukwe, Adaeze, geb. 01.01.1990", "Stichwort Nelke")
    assert document
    again = day.akte("ingest", str(next(tmp_path.glob("*.pdf"))), "--authority", "wiesbaden")
    assert "Dublette" in again.out
    assert "kein Dienst" not in again.out


def test_extras_in_an_inbox_are_left_alone_and_folders_are_walked(day, tmp_path):
    inbox = day.inbox("kassel")
    extras = [inbox / ".verborgen.pdf", inbox / "halb.pdf.part", inbox / "Thumbs.db"]
    for extra in extras:
        extra.write_bytes(b"nicht anfassen")
    link = inbox / "link.pdf"
    link.symlink_to(letter(tmp_path / "ziel.pdf", "Verwechselt, Valentina"))
    letter(inbox / "Posteingang" / "Montag" / "brief.pdf", "Verwechselt, Valentina", "Stichwort Orchidee")
    wait_until(lambda: searched(day, "Orchidee"))
    assert day.document("kassel", "Posteingang/Montag/brief.pdf")["state"] == "review"
    [row] = day.rows("status", "--authority", "kassel")
    assert row["ignored"] == {"hidden": 1, "temporary": 1, "system": 1, "symlink": 1}
    assert [extra.read_bytes() for extra in extras] == [b"nicht anfassen"] * 3
    assert link.is_symlink()
    for extra in (*extras, link):
        extra.unlink()


# -- strictly apart ---------------------------------------------------------------------------


def test_the_same_file_in_both_inboxes_is_no_duplicate(day, tmp_path):
    file = letter(tmp_path / "beide.pdf", "Verwechselt, Valentina", "Stichwort Pfingstrose")
    for authority in DROPPED:
        day.drop(authority, file)
    wait_until(lambda: len(searched(day, "Pfingstrose")) == 2)
    for authority in DROPPED:
        row = day.document(authority, "beide.pdf")
        assert row["state"] == "review"
        assert searched(day, "Pfingstrose", "--authority", authority) == [row["id"]]


@pytest.mark.parametrize(("authority", "other"), [("wiesbaden", "kassel"), ("kassel", "wiesbaden")])
def test_no_view_of_one_authority_shows_the_other(day, authority, other):
    theirs = {row["id"] for row in day.rows("documents", "--authority", other)}
    assert theirs
    views = (
        ("documents",), ("search", "Musteramt OR Vermieter OR Bescheid"), ("review", "list"),
        ("quarantine", "list"), ("status",),
    )  # fmt: skip
    for view in views:
        rows = day.rows(*view, "--authority", authority)
        assert rows, view
        assert {row["authority"] for row in rows} == {authority}, view
        assert not theirs & {row.get("id") for row in rows}, view


def test_persons_and_documents_of_another_authority_are_refused(day):
    assert day.akte("show", "P-0002", "--authority", "wiesbaden").status == 0
    refused = day.akte("show", "P-0002", "--authority", "kassel")
    assert (refused.status, refused.out) == (2, "")
    theirs = day.document("wiesbaden", "scan_0002.pdf")["id"]
    refused = day.akte("show", theirs, "--authority", "kassel")
    assert (refused.status, refused.out) == (2, "")
    case = day.document("kassel", "scan_0002.pdf")["id"]
    refused = day.akte("review", "assign", case, "P-0002")
    assert (refused.status, refused.out) == (2, "")
