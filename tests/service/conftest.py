from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any, Protocol

import pytest

from config.home import Home
from service import cli
from service.daemon import Daemon
from service.wiring import Site
from tests.records.scenes import copied
from tests.service.scenes import AUTHORITIES, ERIKA, MAX, REGISTERS, SETTINGS, STRANGER, letter, opened


@pytest.fixture(autouse=True, scope="session")
def _no_waiting_for_the_disk() -> Iterator[None]:
    """Nothing here pulls the plug; the kernel keeps what was written."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home as `akte init` and `akte people import` leave it, made once for all tests."""
    folder = tmp_path_factory.mktemp("template")
    home = Home(folder / "home")
    assert run_cli(home, "init", *(part for name in AUTHORITIES for part in ("--authority", name))) == 0
    home.settings_file.write_text(SETTINGS, "utf-8")
    for name in AUTHORITIES:
        register = folder / f"{name}.csv"
        register.write_text(REGISTERS[name], "utf-8")
        assert run_cli(home, "people", "import", str(register), "--authority", name) == 0
    return home.root


def run_cli(home: Home, *arguments: str) -> object:
    """The exit status."""
    with pytest.raises(SystemExit) as ended:
        cli.main(["--home", str(home.root), *arguments])
    return ended.value.code


@pytest.fixture(scope="session")
def worked_template(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home after a day's work: filed, in review, quarantined and duplicate; in each authority its own."""
    home = copied(template, tmp_path_factory.mktemp("worked") / "home")
    inbox = home.inbox("wiesbaden")
    letter(inbox / "1.pdf", ERIKA, "Stichwort Sonnenblume")
    letter(inbox / "2.pdf", STRANGER, "Stichwort Sonnenblume")
    (inbox / "3.pdf").write_bytes(b"%PDF-1.7 broken")
    letter(home.inbox("kassel") / "1.pdf", MAX, "Stichwort Sonnenblume")
    letter(home.inbox("kassel") / "2.pdf", "Testperson, Max", "Stichwort Ringelblume")
    with opened(home) as site:
        Daemon(site).run_once()
        letter(inbox / "4.pdf", ERIKA, "Stichwort Sonnenblume")
        Daemon(site).run_once()
    return home.root


@pytest.fixture
def home(template: Path, tmp_path: Path) -> Home:
    return copied(template, tmp_path / "home")


@pytest.fixture
def worked(worked_template: Path, tmp_path: Path) -> Home:
    return copied(worked_template, tmp_path / "home")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a command left: exit status, output, complaints."""

    status: object
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


class Akte(Protocol):
    def __call__(self, *arguments: str, answers: str = "") -> Result: ...


@pytest.fixture
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")


@pytest.fixture
def akte(home: Home, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Akte:
    """The command on the fresh home, in German unless the test asks for `english`."""
    return _akte(home, capsys, monkeypatch)


@pytest.fixture
def worked_akte(worked: Home, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Akte:
    """The command on the home after a day's work."""
    return _akte(worked, capsys, monkeypatch)


def _akte(home: Home, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Akte:
    monkeypatch.setenv("XDG_STATE_HOME", str(home.root.parent / "state"))
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(variable) != "en_US.UTF-8":
            monkeypatch.delenv(variable, raising=False)

    def akte(*arguments: str, answers: str = "") -> Result:
        monkeypatch.setattr(sys, "stdin", StringIO(answers))
        capsys.readouterr()
        status = run_cli(home, *arguments)
        out, err = capsys.readouterr()
        return Result(status=status, out=out, err=err)

    return akte


@pytest.fixture
def site(home: Home) -> Iterator[Site]:
    with opened(home) as site:
        yield site
