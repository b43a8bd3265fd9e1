from __future__ import annotations

import errno
import hashlib
import json
import os
import stat
from pathlib import Path

import pytest

from intake import receive as receiving
from intake import removal, spool
from intake.errors import Denied, IntakeError, NoSpace, NotAFile, NotRemoved
from intake.spool import read_sidecar

CONTENT = b"%PDF-1.7 a page"


def fail_with(number: int):
    def fail(*args, **kwargs):
        raise OSError(number, os.strerror(number))

    return fail


def then(action, function):
    """`function`, with `action` done just before it."""

    def wrapped(*args, **kwargs):
        action()
        return function(*args, **kwargs)

    return wrapped


def test_a_file_goes_from_the_inbox_into_spool_and_journal(site, identity):
    path = site.drop("post/scan.pdf", CONTENT)
    was = identity(path)
    received = site.receive(path)
    arrival = received.arrival
    assert site.left() == []
    assert arrival.path == site.home.arrival_folder("wiesbaden", arrival.id) / "source"
    assert arrival.path.read_bytes() == CONTENT
    assert (arrival.source, arrival.size, arrival.origin) == ("post/scan.pdf", len(CONTENT), path)
    assert arrival.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert arrival.identity == was
    assert site.journal.entries == {arrival.id: arrival}
    assert site.journal.removed == {arrival.id}
    assert (received.state, received.duplicate_of, received.already_known) == ("waiting", None, False)


def test_the_sidecar_says_all_that_is_known(site):
    arrival = site.receive(site.drop(b"M\xfcller.pdf")).arrival
    folder = arrival.path.parent
    assert read_sidecar(folder) == arrival
    content = json.loads((folder / "arrival.json").read_bytes())
    assert content["source"] == "M�ller.pdf"
    assert content["received_at"] == "2024-05-03T08:30:00+00:00"
    assert sorted(path.name for path in folder.iterdir()) == ["arrival.json", "source"]


def test_the_inbox_is_untouched_until_journal_and_spool_are_complete(site):
    path = site.drop("scan.pdf")
    seen = []

    def look():
        (folder,) = site.spooled()
        seen.append((path.exists(), (folder / "arrival.json").exists(), (folder / "source").read_bytes()))

    site.journal.at["before receive"] = look
    site.receive(path)
    assert seen == [(True, True, b"%PDF-1.7 sample")]


@pytest.mark.parametrize("mask", [0o000, 0o077, 0o777])
def test_modes_do_not_depend_on_the_umask(site, mask):
    path = site.drop("scan.pdf")
    old = os.umask(mask)
    try:
        folder = site.receive(path).arrival.path.parent
    finally:
        os.umask(old)
    assert {stat.S_IMODE(p.stat().st_mode) for p in (folder, folder.parent, site.home.spool)} == {0o750}
    assert {stat.S_IMODE(p.stat().st_mode) for p in folder.iterdir()} == {0o640}


@pytest.mark.parametrize("name", ["x" * 251 + ".pdf", b"\xff" * 255, "zeile\numbruch.pdf", "a b ä.pdf"])
def test_awkward_names_are_received(site, name):
    received = site.receive(site.drop(name))
    assert received.arrival.source.encode("utf-8")
    assert site.left() == []


def test_a_large_and_an_empty_file_are_received_like_all_others(site):
    big = os.urandom(3 * spool._CHUNK + 17)
    assert site.receive(site.drop("big.pdf", big)).arrival.path.read_bytes() == big
    assert site.receive(site.drop("empty.pdf", b"")).arrival.size == 0


def test_the_same_bytes_again_are_a_duplicate(site):
    first = site.receive(site.drop("a.pdf")).arrival
    second = site.receive(site.drop("b.pdf"))
    assert (second.state, second.duplicate_of) == ("duplicate", first.id)
    assert second.arrival.id != first.id
    assert site.left() == []


def test_two_scanners_with_one_name_both_arrive(site):
    site.receive(site.drop("scan.pdf", b"one"))
    site.receive(site.drop("scan.pdf", b"two"))
    assert site.contents() == [b"one", b"two"]


def test_a_vanished_file_is_no_error(site):
    assert site.receive(site.inbox / "gone.pdf") is None
    assert site.receive(site.inbox / "gone" / "gone.pdf") is None
    assert site.spooled() == []


def test_what_has_replaced_the_settled_file_must_settle_itself(site, identity):
    path = site.drop("scan.pdf", b"old")
    settled = identity(path)
    path.write_bytes(b"half of the n")
    assert site.receive(path, expected=settled) is None
    assert site.left() == ["scan.pdf"]
    assert site.spooled() == []


def test_a_file_that_grows_while_it_is_copied_waits_again(site, monkeypatch):
    path = site.drop("scan.pdf", b"first half")

    def copy(descriptor, folder):
        result = spool_copy(descriptor, folder)
        with path.open("ab") as file:
            file.write(b", second half")
        return result

    spool_copy = spool.copy
    monkeypatch.setattr(spool, "copy", copy)
    assert site.receive(path) is None
    assert site.spooled() == []
    assert site.journal.entries == {}
    monkeypatch.undo()
    site.receive(path)
    assert site.contents() == [b"first half, second half"]


def test_a_file_still_open_for_writing_waits_however_long_it_stands_still(site):
    path = site.drop("upload.pdf", b"")
    with path.open("wb") as upload:
        upload.write(b"first half")
        upload.flush()
        assert site.receive(path) is None
        upload.write(b", second half")
    assert site.spooled() == []
    site.receive(path)
    assert site.contents() == [b"first half, second half"]


def test_a_file_open_for_reading_only_does_not_wait(site):
    path = site.drop("scan.pdf")
    with path.open("rb"):
        assert site.receive(path) is not None


@pytest.mark.parametrize("number", [errno.EINVAL, errno.EACCES])
def test_where_the_kernel_gives_no_answer_the_settle_time_alone_decides(site, monkeypatch, number):
    monkeypatch.setattr("intake.opening.fcntl.fcntl", fail_with(number))
    path = site.drop("scan.pdf")
    with path.open("ab"):
        assert site.receive(path) is not None


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: path.symlink_to("/etc/hostname")])
def test_what_is_no_regular_file_is_refused(site, make):
    path = site.inbox / "trap.pdf"
    make(path)
    with pytest.raises(NotAFile) as caught:
        site.receive(path)
    assert not caught.value.retry
    assert os.path.lexists(path)
    assert site.spooled() == []


@pytest.mark.parametrize(
    ("number", "kind"), [(errno.ENOSPC, NoSpace), (errno.EDQUOT, NoSpace), (errno.EIO, IntakeError)]
)
def test_a_failing_disk_leaves_the_inbox_untouched_and_nothing_in_the_spool(site, monkeypatch, number, kind):
    path = site.drop("scan.pdf")
    monkeypatch.setattr("intake.spool.os.fsync", fail_with(number))
    for module in ("intake.disk", "intake.spool"):
        monkeypatch.setattr(f"{module}.sync_folder", lambda folder: None)
    with pytest.raises(kind) as caught:
        site.receive(path)
    assert type(caught.value) is kind
    assert caught.value.retry
    assert caught.value.path == path
    assert site.left() == ["scan.pdf"]
    assert site.spooled() == []
    assert site.journal.entries == {}


def test_a_locked_file_is_reported_and_untouched(site, monkeypatch):
    path = site.drop("scan.pdf")
    monkeypatch.setattr("intake.opening.os.open", fail_with(errno.EACCES))
    with pytest.raises(Denied, match=r"scan\.pdf.*Permission denied"):
        site.receive(path)
    assert site.left() == ["scan.pdf"]


def test_a_folder_we_cannot_remove_from_is_refused_before_copying(site, monkeypatch):
    path = site.drop("scan.pdf")
    monkeypatch.setattr(receiving.os, "access", lambda *_: False)
    with pytest.raises(Denied):
        site.receive(path)
    assert site.spooled() == []


def test_a_file_that_cannot_be_removed_is_received_once(site, monkeypatch):
    path = site.drop("scan.pdf")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", refuse_claims(Path.rename))
        for _ in range(2):
            with pytest.raises(NotRemoved):
                site.receive(path)
        assert len(site.journal.entries) == len(site.spooled()) == 1
    received = site.receive(path)
    assert received.already_known
    assert set(site.journal.entries) == {received.arrival.id} == site.journal.removed
    assert received.arrival.path.read_bytes() == b"%PDF-1.7 sample"
    assert site.left() == []


def refuse_claims(rename):
    def refuse(self, target):
        if Path(target).name.startswith(".akte-"):
            raise PermissionError(errno.EPERM, "Operation not permitted")
        return rename(self, target)

    return refuse


@pytest.mark.parametrize("in_place", [True, False])
def test_a_name_overwritten_between_hashing_and_removal_is_a_new_arrival(site, in_place):
    path = site.drop("scan.pdf", b"first page")

    def overwrite():
        if in_place:
            path.write_bytes(b"second page")
        else:
            site.drop("new").write_bytes(b"second page")
            (site.inbox / "new").replace(path)

    site.journal.at["after receive"] = overwrite
    first = site.receive(path)
    assert site.left() == ["scan.pdf"]
    assert site.journal.removed == {first.arrival.id}
    site.receive(path)
    assert site.contents() == [b"first page", b"second page"]
    assert site.left() == []


def test_a_name_taken_while_the_claim_is_looked_at_is_not_overwritten(site, monkeypatch):
    path = site.drop("scan.pdf", b"one")
    site.journal.at["after receive"] = lambda: path.write_bytes(b"two")
    put_back = removal.put_back
    monkeypatch.setattr(removal, "put_back", then(lambda: path.write_bytes(b"three"), put_back))
    site.receive(path)
    for left in sorted(site.inbox.iterdir()):
        assert left.name == "scan.pdf" or (left.name.startswith("scan-") and left.suffix == ".pdf")
        site.receive(left)
    assert site.contents() == [b"one", b"three", b"two"]


def test_without_hard_links_names_are_given_back_too(site, monkeypatch):
    path = site.drop("scan.pdf", b"one")
    monkeypatch.setattr(removal.os, "link", fail_with(errno.EPERM))
    site.journal.at["after receive"] = lambda: path.write_bytes(b"two")
    site.receive(path)
    assert site.left() == ["scan.pdf"]
    claim = site.drop(".akte-claim", b"three")
    assert removal.put_back(claim, path) != path
    assert sorted(p.read_bytes() for p in site.inbox.iterdir()) == [b"three", b"two"]


def test_a_writer_that_opened_the_file_after_hashing_gets_it_back(site):
    path = site.drop("scan.pdf", b"first half")
    writers = []
    site.journal.at["after receive"] = lambda: writers.append(path.open("ab"))
    site.receive(path)
    assert site.left() == ["scan.pdf"]
    with writers[0] as writer:
        writer.write(b", second half")
    site.receive(path)
    assert site.contents() == [b"first half", b"first half, second half"]
    assert site.left() == []


def test_a_file_removed_by_somebody_after_journalling_is_received(site):
    path = site.drop("scan.pdf")
    site.journal.at["after receive"] = path.unlink
    assert site.receive(path).arrival.id in site.journal.removed
    assert len(site.contents()) == 1


class JournalDown(Exception):
    pass


@pytest.mark.parametrize(("point", "kept"), [("before receive", 0), ("after receive", 1)])
def test_a_failing_journal_loses_nothing_whether_the_entry_was_written_or_not(site, point, kept):
    def fail():
        raise JournalDown

    path = site.drop("scan.pdf")
    site.journal.at[point] = fail
    with pytest.raises(JournalDown):
        site.receive(path)
    assert site.left() == ["scan.pdf"]
    assert len(site.spooled()) == kept
    site.receive(path)
    assert site.contents() == [b"%PDF-1.7 sample"]
    assert len(site.spooled()) == 1
    assert site.left() == []


def test_fresh_names_fit_and_keep_their_ending():
    assert removal.fresh_name("scan.pdf").endswith(".pdf")
    for name in ("ä" * 125 + ".pdf", "." + "x" * 254, "y" * 255):
        assert len(os.fsencode(removal.fresh_name(name))) <= 255
