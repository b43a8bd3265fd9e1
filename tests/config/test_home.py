from __future__ import annotations

import os
from pathlib import Path

import pytest

from config.home import Home, find_home


@pytest.fixture
def not_root(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)


def test_the_option_comes_first():
    assert find_home(Path("/srv/akte"), {"AKTE_HOME": "/other"}) == Home(Path("/srv/akte"))


def test_then_the_environment():
    assert find_home(None, {"AKTE_HOME": "/other"}) == Home(Path("/other"))


def test_relative_homes_do_not_follow_a_later_change_of_folder(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert find_home(Path("a"), {}).root == tmp_path / "a"
    assert find_home(None, {"AKTE_HOME": "b"}).root == tmp_path / "b"


def test_the_service_of_root_lives_in_var_lib(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert find_home(None, {"AKTE_HOME": ""}) == Home(Path("/var/lib/akte"))


@pytest.mark.usefixtures("not_root")
def test_a_user_has_it_in_the_data_directory(monkeypatch):
    assert find_home(None, {"XDG_DATA_HOME": "/data"}) == Home(Path("/data/akte"))
    monkeypatch.setattr(Path, "home", lambda: Path("/home/erika"))
    assert find_home(None, {}) == Home(Path("/home/erika/.local/share/akte"))


def test_the_layout_is_the_contract():
    home = Home(Path("/h"))
    assert home.settings_file == Path("/h/akte.toml")
    assert home.database_file == Path("/h/catalogue.sqlite3")
    assert home.arrival_folder("wiesbaden", "id") == Path("/h/spool/wiesbaden/id")
    for name in ("inbox", "quarantine", "records", "review", "index"):
        assert getattr(home, name)("wiesbaden") == Path("/h") / name / "wiesbaden"
    assert home.lock_file.parent == home.root


def test_nothing_is_created(tmp_path):
    find_home(tmp_path / "new", {}).inbox("wiesbaden")
    assert not (tmp_path / "new").exists()
