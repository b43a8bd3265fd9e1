from __future__ import annotations

import os
import socket
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake import inbox
from intake.inbox import printable, walk

as_user = pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")


def test_files_of_all_folders_are_found_sorted_with_their_identity(site, identity):
    second = site.drop("b/c/zwei.pdf")
    first = site.drop("Zeichen ä.pdf")
    listing = walk(site.inbox)
    assert list(listing.files) == [first, second]
    assert listing.files[second] == identity(second)
    assert listing.ignored == {}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        (".hidden.pdf", "hidden"),
        (".~lock.brief.odt#", "hidden"),
        ("scan.tmp", "temporary"),
        ("SCAN.PART", "temporary"),
        ("scan.pdf.partial", "temporary"),
        ("scan.pdf.crdownload", "temporary"),
        ("scan.pdf.filepart", "temporary"),
        ("~$Brief.docx", "temporary"),
        ("Thumbs.db", "system"),
    ],
)
def test_names_left_alone_are_counted(site, name, kind):
    site.drop(name)
    listing = walk(site.inbox)
    assert listing.files == {}
    assert listing.ignored == {kind: 1}


@pytest.mark.parametrize("name", ["tmp.pdf", "part", "scan.tmp.pdf", "ohne Endung", "~x.pdf", "$~.pdf"])
def test_names_that_only_look_temporary_are_received(site, name):
    path = site.drop(name)
    assert list(walk(site.inbox).files) == [path]


def test_links_pipes_and_sockets_are_left_alone(site, tmp_path, monkeypatch):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.pdf").write_bytes(b"x")
    (site.inbox / "folder").symlink_to(outside)
    (site.inbox / "file.pdf").symlink_to(outside / "secret.pdf")
    (site.inbox / "dangling.pdf").symlink_to("nowhere")
    os.mkfifo(site.inbox / "pipe.pdf")
    monkeypatch.chdir(site.inbox)  # a socket's path is limited to about 100 bytes
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.pdf")
        listing = walk(site.inbox)
    assert listing.files == {}
    assert listing.ignored == {"symlink": 3, "fifo": 1, "socket": 1}


def test_dot_folders_are_not_entered(site):
    site.drop(".snapshot/scan.pdf")
    listing = walk(site.inbox)
    assert listing.files == {}
    assert listing.ignored == {"hidden": 1}


def test_claims_are_told_from_hidden_files(site):
    claim = site.drop(".akte-12345678-1234-1234-1234-123456789abc")
    site.drop(".akte-notes")
    listing = walk(site.inbox)
    assert listing.claims == (claim,)
    assert listing.ignored == {"hidden": 1}


def test_undecodable_and_longest_names_are_found(site):
    paths = {site.drop(b"kaputt-\xff\xe4.pdf"), site.drop("x" * 251 + ".pdf")}
    assert set(walk(site.inbox).files) == paths


def test_a_file_vanishing_during_the_walk_is_not_there(site, monkeypatch):
    keep, gone = site.drop("keep.pdf"), site.drop("gone.pdf")
    entries = inbox._entries

    def after_listing(folder: Path):
        found = entries(folder)
        gone.unlink(missing_ok=True)
        return found

    monkeypatch.setattr(inbox, "_entries", after_listing)
    assert list(walk(site.inbox).files) == [keep]


def test_an_unreadable_folder_is_counted_and_the_others_are_walked(site, monkeypatch):
    site.drop("locked/scan.pdf")
    keep = site.drop("open/scan.pdf")
    entries = inbox._entries

    def refuse(folder: Path):
        if folder.name == "locked":
            raise PermissionError(13, "Permission denied", str(folder))
        return entries(folder)

    monkeypatch.setattr(inbox, "_entries", refuse)
    listing = walk(site.inbox)
    assert list(listing.files) == [keep]
    assert listing.ignored == {"unreadable": 1}


@as_user
def test_an_unreadable_folder_of_the_real_file_system(site):
    folder = site.drop("locked/scan.pdf").parent
    folder.chmod(0)
    try:
        assert walk(site.inbox).ignored == {"unreadable": 1}
    finally:
        folder.chmod(0o700)


def test_a_folder_vanishing_during_the_walk_is_no_matter(site, monkeypatch):
    folder = site.drop("sub/scan.pdf").parent
    entries = inbox._entries

    def vanish(path: Path):
        if path == folder:
            (folder / "scan.pdf").unlink()
            folder.rmdir()
        return entries(path)

    monkeypatch.setattr(inbox, "_entries", vanish)
    assert walk(site.inbox).ignored == {}


def test_a_missing_inbox_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        walk(tmp_path / "nowhere")


@pytest.mark.parametrize(
    "name", ["scan_0001.pdf", "b/c/Größe 1 (2).pdf", "Öztürk – Şahin.pdf", "申请.tif", "x"]
)
def test_a_plain_name_stays_unchanged(name):
    assert printable(name) == name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\nb.pdf", "a�b.pdf"),
        ("a\r\t\x1b[31mb", "a���[31mb"),
        ("fdp\u202e.exe", "fdp�.exe"),
        ("zero\u200bwidth", "zero�width"),
        ("line\u2028break", "line�break"),
        (os.fsdecode(b"M\xfcller.pdf"), "M�ller.pdf"),
        (unicodedata.normalize("NFD", "Müller.pdf"), "Müller.pdf"),
        (" ", "�"),
        ("", "�"),
    ],
)
def test_what_cannot_be_seen_becomes_visible(name, shown):
    assert printable(name) == shown


@given(st.binary(min_size=1, max_size=40).filter(lambda raw: b"\0" not in raw))
def test_any_name_can_be_stored_and_shown(raw):
    shown = printable(os.fsdecode(raw))
    assert shown.strip()
    assert shown.encode("utf-8")
    assert len(shown.splitlines()) == 1
    assert printable(shown) == shown
