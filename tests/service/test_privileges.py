"""Who may read what: modes, owners, logs."""

from __future__ import annotations

import logging
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from config.home import Home
from config.settings import Settings
from records.catalogue import Catalogue
from service.caller import AccessRefused, present_caller
from service.privileges import complaints
from tests.service.conftest import Akte
from tests.service.scenes import ERIKA, MARIA, STRANGER, job, letter

PERSONAL = ("Mustermann", "Erika", "Musterfrau", "Maria", "Neuling", "Nikolina", "1964", "1990", "Stichwort")

STRANGERS_UID = 65534


def test_after_a_days_work_nothing_is_for_everybody(akte: Akte, home: Home) -> None:
    before = os.umask(0)  # the widest there is: our own must count
    try:
        letter(home.inbox("wiesbaden") / "1.pdf", ERIKA)
        letter(home.inbox("wiesbaden") / "2.pdf", STRANGER)
        (home.inbox("wiesbaden") / "3.pdf").write_bytes(b"broken")
        akte("run", "--once")
        akte("search", "Schreiben")
        akte("backup", str(home.root.with_name("backups")))
    finally:
        os.umask(before)
    inboxes = set(home.root.joinpath("inbox").rglob("*"))
    for root in (home.root, home.root.with_name("backups")):
        for path in (root, *root.rglob("*")):
            mode = stat.S_IMODE(path.stat().st_mode)
            if path not in inboxes:
                assert mode & (0o027 if path.is_dir() else 0o137) == 0, (path, oct(mode))


def test_a_home_that_strangers_can_read_is_told_with_what_to_type(akte: Akte, home: Home) -> None:
    assert complaints(home) == ()
    home.root.chmod(0o755)
    remedy = f"chmod -R o-rwx {home.root}"
    assert remedy in akte("status").out.replace("\n", "")
    assert remedy in akte("status", "--json").rows[0]["warnings"][1]
    home.root.chmod(0o750)
    assert complaints(home) == ()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_a_file_of_somebody_else_is_told(akte: Akte, home: Home) -> None:
    os.chown(home.settings_file, 12345, 12345)
    [complaint] = complaints(home)
    assert "12345:12345" in complaint
    assert f"chown -R root:root {home.root}" in complaint
    assert "12345:12345" in akte("status").out.replace("\n", "")


@contextmanager
def as_somebody_else() -> Iterator[None]:
    """An account that has no rights anywhere, if we may become one."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(STRANGERS_UID)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize(
    ("closed", "named"), [("", ""), ("akte.toml", "akte.toml"), ("catalogue.sqlite3", "catalogue.sqlite3")]
)
def test_who_may_not_read_the_home_is_told_how_to_and_not_that_there_is_none(
    home: Home, tmp_path: Path, closed: str, named: str
) -> None:
    Catalogue.open(home, Settings()).close()
    for folder in (home.root, *home.root.parents):
        if folder.is_relative_to(tmp_path.parent.parent):
            folder.chmod(0o755)
    (home.root / closed).chmod(0)
    with as_somebody_else(), pytest.raises(AccessRefused) as refused:
        present_caller(home)
    owner = home.root.owner()
    assert f"{home.root / named} nicht lesen" in str(refused.value)
    assert f"sudo -u {owner} " in str(refused.value)
    assert f"/akte --home {home.root} …" in str(refused.value)


def test_a_home_that_is_not_there_is_no_closed_one(tmp_path: Path) -> None:
    assert present_caller(Home(tmp_path / "nowhere")).administers


def test_the_service_warns_when_it_starts(akte: Akte, home: Home, caplog: pytest.LogCaptureFixture) -> None:
    home.root.chmod(0o755)
    akte("run", "--once")
    assert "chmod -R o-rwx" in caplog.text


def test_no_log_of_a_run_holds_personal_data(
    akte: Akte, home: Home, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    inbox = home.inbox("wiesbaden")
    letter(inbox / "1.pdf", ERIKA, "Stichwort Sonnenblume")
    letter(inbox / "2.pdf", STRANGER)
    letter(inbox / "3.pdf", f"{ERIKA} und {MARIA}")
    (inbox / "4.pdf").write_bytes(b"%PDF-1.7 Mustermann, Erika")
    result = akte("run", "--once")
    logged = result.out + result.err + caplog.text
    assert "1964" not in logged
    assert [word for word in PERSONAL if word in logged] == []
    assert len(akte("review", "list", "--json").rows) >= 1


def test_the_way_to_the_database_is_told_to_nobody(tmp_path: Path) -> None:
    secret = "s3cr3t"
    settings = Settings.model_validate({"database": f"postgresql://akte:{secret}@db/akte"})
    given = job(tmp_path / "x", tmp_path / "work", settings=settings.for_workers())
    assert secret not in repr(settings) + settings.model_dump_json() + repr(given)
    assert given.settings.database is None


def test_a_database_that_cannot_be_used_is_told_without_its_password(akte: Akte, home: Home) -> None:
    text = home.settings_file.read_text("utf-8")
    home.settings_file.write_text(f'database = "nosuchdialect://akte:s3cr3t@db/akte"\n{text}', "utf-8")
    result = akte("status")
    assert result.status not in {0, 1}
    assert "s3cr3t" not in result.out + result.err
