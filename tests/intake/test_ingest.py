from __future__ import annotations

import os
from datetime import UTC, datetime

import pytest

from intake.errors import NotAFile, Vanished
from intake.ingest import ingest
from intake.spool import read_sidecar

NOW = datetime(2024, 5, 3, tzinfo=UTC)


def hand_over(site, path):
    return ingest(path, authority=site.authority, home=site.home, journal=site.journal, now=NOW)


def test_an_ingested_file_arrives_and_stays_where_it_was(site, tmp_path):
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"page")
    arrival = hand_over(site, path).arrival
    assert path.read_bytes() == arrival.path.read_bytes() == b"page"
    assert (arrival.source, arrival.origin, arrival.identity) == ("brief.pdf", None, None)
    assert read_sidecar(arrival.path.parent) == arrival
    assert site.journal.removed == set()


def test_the_same_file_again_is_a_duplicate_and_not_already_known(site, tmp_path):
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"page")
    first = hand_over(site, path)
    second = hand_over(site, path)
    assert (second.duplicate_of, second.already_known) == (first.arrival.id, False)
    assert len(site.spooled()) == 2


def test_a_link_given_by_hand_is_followed(site, tmp_path):
    (tmp_path / "real.pdf").write_bytes(b"page")
    (tmp_path / "link.pdf").symlink_to("real.pdf")
    assert hand_over(site, tmp_path / "link.pdf").arrival.source == "link.pdf"


def test_a_file_from_a_read_only_folder_is_ingested(site, tmp_path):
    path = tmp_path / "medium" / "brief.pdf"
    path.parent.mkdir()
    path.write_bytes(b"page")
    path.parent.chmod(0o500)
    try:
        assert hand_over(site, path).state == "waiting"
    finally:
        path.parent.chmod(0o700)


@pytest.mark.parametrize(
    ("make", "kind"), [(lambda _: None, Vanished), (os.mkdir, NotAFile), (os.mkfifo, NotAFile)]
)
def test_what_is_no_file_is_refused(site, tmp_path, make, kind):
    make(tmp_path / "x.pdf")
    with pytest.raises(kind):
        hand_over(site, tmp_path / "x.pdf")
    assert site.spooled() == []
