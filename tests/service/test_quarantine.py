"""What a person can do with a file that could not be read: understand, unlock, destroy."""

from __future__ import annotations

import io
import sqlite3
from pathlib import Path

import pypdf
import pytest

from config.home import Home
from config.reasons import Reason
from pipeline.errors import Damaged, WrongPassword
from pipeline.pdf_source import decrypt
from records import arrivals, journal
from records.model import ArrivalState
from service.cli.quarantine_advice import ADVICE, advice
from service.daemon import Daemon
from service.messages import JOB
from service.unlocking import unlock
from tests.records.scenes import copied
from tests.service.conftest import Akte
from tests.service.scenes import ERIKA, job, letter, opened

PASSWORD = "geheim ß 1"


def encrypted(path: Path, *about: str, algorithm: str = "AES-256") -> Path:
    """A letter that opens with PASSWORD only."""
    writer = pypdf.PdfWriter()
    for number, each in enumerate(about):
        plain = letter(path.with_suffix(f".plain{number}"), each, "Stichwort Sonnenblume")
        writer.append(str(plain))
        plain.unlink()
    writer.encrypt(PASSWORD, algorithm=algorithm)
    writer.write(str(path))
    return path


@pytest.fixture(scope="module")
def locked_template(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with an encrypted letter in quarantine."""
    home = copied(template, tmp_path_factory.mktemp("locked") / "home")
    encrypted(home.inbox("wiesbaden") / "geheim.pdf", ERIKA)
    with opened(home) as site:
        Daemon(site).run_once()
    return home.root


@pytest.fixture
def home(locked_template: Path, tmp_path: Path) -> Home:
    return copied(locked_template, tmp_path / "home")


@pytest.fixture
def locked(akte: Akte) -> str:
    """The id of the encrypted letter."""
    [row] = akte("quarantine", "list", "--json").rows
    assert row["code"] == "encrypted"
    return row["id"]


def kept(home: Home, text: bytes) -> list[str]:
    """Files below the home that hold `text`, the write-ahead log and free pages of the catalogue included."""
    return [str(path) for path in home.root.rglob("*") if path.is_file() and text in path.read_bytes()]


def test_the_password_files_original_and_readable_copy_and_is_kept_nowhere(
    akte: Akte, home: Home, locked: str
) -> None:
    [row] = akte("quarantine", "list", "--json").rows
    received = Path(row["path"]).read_bytes()
    result = akte("quarantine", "retry", "--password", locked[:8], answers=f"{PASSWORD}\n")
    assert result.status == 0
    assert "liegt jetzt in der Akte von P-0001" in result.out
    [document] = akte("documents", "--json").rows
    assert (document["state"], document["person"]) == ("filed", "P-0001")
    [folder] = home.records("wiesbaden").glob("persons/P-0001/*")
    assert (folder / "original.pdf").read_bytes() == received
    assert (
        "Sonnenblume"
        in pypdf.PdfReader(io.BytesIO((folder / "document.pdf").read_bytes())).pages[0].extract_text()
    )
    assert len(akte("search", "Sonnenblume", "--json").rows) == 1
    assert akte("verify").status == 0
    assert not list(home.spool.glob("*/*"))
    assert not list(home.quarantine("wiesbaden").iterdir())
    for secret in (PASSWORD.encode(), PASSWORD.encode("latin-1")):
        assert kept(home, secret) == []
    assert PASSWORD not in result.out + result.err


def test_a_wrong_password_leaves_everything_as_it_was(akte: Akte, home: Home, locked: str) -> None:
    result = akte("quarantine", "retry", "--password", locked, answers="falsch\n")
    assert result.status == 1
    assert "Das Kennwort öffnet die PDF-Datei nicht." in result.out
    [row] = akte("quarantine", "list", "--json").rows
    assert (row["id"], row["code"]) == (locked, "encrypted")
    assert Path(row["path"]).exists()
    assert not list(home.spool.glob("*/*"))
    assert akte("verify").status == 0


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128", "AES-128", "AES-256-R5", "AES-256"])
def test_every_kind_of_encryption_opens(tmp_path: Path, algorithm: str) -> None:
    source = encrypted(tmp_path / "geheim.pdf", ERIKA, ERIKA, algorithm=algorithm)
    decrypt(source, PASSWORD, tmp_path / "open.pdf")
    opened_one = pypdf.PdfReader(tmp_path / "open.pdf")
    assert not opened_one.is_encrypted
    assert ["Mustermann" in page.extract_text() for page in opened_one.pages] == [True, True]
    with pytest.raises(WrongPassword):
        decrypt(source, "falsch", tmp_path / "never.pdf")
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 broken")
    with pytest.raises(Damaged):
        decrypt(broken, PASSWORD, tmp_path / "never.pdf")


def test_a_crash_while_unlocking_leaves_it_in_quarantine(
    akte: Akte, home: Home, locked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("records.filing.insert_pages", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with opened(home) as site, pytest.raises(KeyboardInterrupt):
        unlock(site, journal.get(site.catalogue, locked), PASSWORD)
    monkeypatch.undo()
    assert akte("run", "--once").status == 0
    assert akte("verify").status == 0
    [row] = akte("documents", "--json").rows
    assert row["state"] == "quarantined"
    assert not list(home.spool.glob("*/*"))


def test_a_password_is_shown_by_no_representation_of_a_job(tmp_path: Path) -> None:
    given = job(tmp_path / "x", tmp_path / "work")
    with_password = type(given)(
        **{name: getattr(given, name) for name in given.__slots__} | {"password": "x§x"}
    )
    assert "x§x" not in repr(with_password)
    assert JOB.validate_json(JOB.dump_json(with_password)).password == "x§x"


# -- destroying -------------------------------------------------------------------------------


def test_discarding_asks_destroys_and_keeps_what_it_was(akte: Akte, home: Home, locked: str) -> None:
    [row] = akte("quarantine", "list", "--json").rows
    bytes_of = Path(row["path"]).read_bytes()
    refused = akte("quarantine", "discard", locked, "--reason", "unerheblich", answers="nein\n")
    assert refused.status == 130
    assert Path(row["path"]).exists()
    result = akte("quarantine", "discard", locked, "--reason", "unerheblich", answers="ja\n")
    assert (result.status, row["sha256"] in result.out) == (0, True)
    assert kept(home, bytes_of) == []
    assert akte("quarantine", "list", "--json").rows == []
    [gone] = akte("documents", "--json").rows
    assert (gone["state"], gone["source"], gone["source_sha256"]) == (
        "discarded",
        "geheim.pdf",
        row["sha256"],
    )
    assert "unerheblich" in gone["reason"]
    assert akte("verify").status == 0
    [entry] = akte("audit", "list", "--action", "discarded", "--json").rows
    assert entry["details"]["from"] == {"state": "quarantined", "reason": "encrypted"}


def test_a_reason_must_be_given(akte: Akte, locked: str) -> None:
    assert akte("quarantine", "discard", locked, "--yes").status == 2
    assert akte("quarantine", "discard", locked, "--yes", "--reason", "  ").status == 2
    assert len(akte("quarantine", "list", "--json").rows) == 1


def test_what_is_filed_cannot_be_discarded(worked_akte: Akte, worked: Home) -> None:
    with opened(worked) as site:
        done = arrivals.list_arrivals(site.catalogue, "wiesbaden", ArrivalState.DONE)[0]
    assert worked_akte("quarantine", "discard", done.id, "--reason", "x", "--yes").status == 4
    assert done.path.exists()


def test_a_row_that_claims_to_be_discarded_is_a_fault(akte: Akte, home: Home, locked: str) -> None:
    connection = sqlite3.connect(home.database_file)
    connection.execute("UPDATE arrival SET state = 'discarded'")
    connection.commit()
    connection.close()
    assert {row["code"] for row in akte("verify", "--json").rows[:-1]} == {
        "row_altered",
        "bytes_kept",
        "folder_extra",
    }
    akte("verify", "--repair")
    assert kept(home, b"/Encrypt") != []  # nobody ordered it: the log knows of nothing


# -- plain words ------------------------------------------------------------------------------


def test_every_reason_comes_with_what_to_do(akte: Akte, locked: str) -> None:
    assert "akte quarantine retry --password" in akte("quarantine", "show", locked).out.replace("\n", " ")
    for text in ADVICE.values():
        assert text("de") != text("en")
    assert advice(None)
    assert advice(Reason("never heard of"))
