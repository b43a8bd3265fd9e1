"""Names and texts come from strangers: whatever they hold, a terminal only ever shows them."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

import pytest

from config.home import Home
from service.cli.output import harmless, safe
from service.daemon import Daemon
from tests.records.scenes import copied
from tests.service.scenes import STRANGER, letter, opened, received

ESCAPE, OVERRIDE = "\x1b]0;owned\x07\x1b[2J", "\u202egnp.exe\u2066"
NAME = f"{ESCAPE}{OVERRIDE}[red]böse\nZeile.pdf"
OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


@pytest.fixture(scope="session")
def hostile_template(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that received files with such names and such texts: one read, one broken, one waiting."""
    folder = tmp_path_factory.mktemp("hostile")
    home = copied(template, folder / "home")
    inbox = home.inbox("wiesbaden")
    hostile_text = r"Stichwort Sonnenblume \033[31mrot\033[0m [red]Klammer[/]"
    letter(inbox / NAME, STRANGER, hostile_text)
    (inbox / f"kaputt{NAME}").write_bytes(b"%PDF-1.7 broken")
    with opened(home) as site:
        Daemon(site).run_once()
        received(site, letter(folder / NAME, STRANGER))
    return home.root


@pytest.fixture
def home(hostile_template: Path, tmp_path: Path) -> Home:
    return copied(hostile_template, tmp_path / "home")


def ids(akte, command, key="id"):
    return [row[key] for row in akte(*command, "--json").rows]


@pytest.mark.parametrize(
    "command",
    [
        ("documents",), ("documents", "--text"), ("search", "Sonnenblume"), ("review", "list"), ("status",),
        ("quarantine", "list"), ("verify",), ("index", "status"), ("audit", "list"), ("audit", "verify"),
    ],
)  # fmt: skip
def test_lists_obey_nothing(akte, command):
    result = akte(*command)
    assert result.out
    assert OBEYED.findall(result.out + result.err) == []


def test_single_things_obey_nothing(akte):
    [document] = ids(akte, ("review", "list"))
    [kept] = ids(akte, ("quarantine", "list"))
    for command in (
        ("show", document),
        ("review", "show", document),
        ("review", "reject", document, "--note", NAME),
        ("review", "show", document),
        ("quarantine", "show", kept),
        ("quarantine", "retry", "--password", kept),
        ("audit", "list", "--document", document),
        ("audit", "list", "--document", kept),
        ("quarantine", "discard", kept, "--reason", NAME, "--yes"),
        ("documents", "--state", "discarded"),
        ("audit", "list", "--action", "discarded"),
        ("review", "next"),
    ):
        result = akte(*command)
        assert result.out
        assert OBEYED.findall(result.out + result.err) == [], command


def test_the_name_stays_recognisable_and_its_brackets_stay_text(akte):
    out = akte("documents").out
    assert "[red]böse" in out
    assert "Zeile.pdf" in out


def test_the_text_stays_readable_and_its_brackets_stay_text(akte):
    assert "[red]Klammer[/]" in akte("documents", "--text").out
    assert "[red]Klammer[/]" in akte("search", "Sonnenblume").out


def test_reading_and_handing_over_obey_nothing(akte, tmp_path):
    good = letter(tmp_path / NAME, STRANGER, r"\033[31mrot")
    missing = tmp_path / f"fehlt{NAME}"
    for command in (
        ("read", str(good), str(missing)),
        ("ingest", str(good), str(missing), "--authority", "kassel"),
        ("people", "import", str(missing), "--authority", "kassel"),
        ("show", NAME),
        ("documents", "--authority", NAME),
        ("documents", "--type", NAME),
        ("audit", "list", "--document", NAME, "--since", NAME),
        ("backup", str(tmp_path / f"backups{NAME}")),
        ("restore", str(tmp_path), "--home", str(tmp_path / NAME)),
        ("quarantine", "discard", NAME, "--reason", NAME, "--yes"),
        (NAME,),
    ):
        result = akte(*command)
        assert OBEYED.findall(result.out + result.err) == [], command


def test_the_service_reports_without_obeying(akte, home):
    letter(home.inbox("kassel") / f"neu{NAME}", STRANGER)
    result = akte("run", "--once")
    assert "neu" in result.out
    assert OBEYED.findall(result.out + result.err) == []


def test_faults_are_told_without_obeying(akte, home):
    (home.review("wiesbaden") / NAME).mkdir()
    (home.quarantine("kassel") / f"kaputt{NAME}").write_bytes(b"")
    for command in (("verify",), ("verify", "--repair")):
        result = akte(*command)
        assert result.status == 1
        assert OBEYED.findall(result.out + result.err) == [], command


def test_what_is_no_file_is_left_alone(akte, home):
    inbox = home.inbox("kassel")
    os.mkfifo(inbox / f"pipe{NAME}")
    (inbox / "passwd.pdf").symlink_to("/etc/passwd")
    (inbox / "round").symlink_to(inbox)
    expected = {"fifo": 1, "symlink": 2}
    if os.geteuid() == 0:
        os.mknod(inbox / "zero.pdf", stat.S_IFCHR | 0o600, os.makedev(1, 5))  # /dev/zero: never ends
        expected["device"] = 1
    names = {path.name for path in inbox.iterdir()}
    assert akte("run", "--once").status == 0
    assert {path.name for path in inbox.iterdir()} == names
    [row] = akte("status", "--authority", "kassel", "--json").rows
    assert row["ignored"] == expected


def test_a_name_that_is_not_utf_8_can_be_shown_and_read_back(akte, tmp_path):
    name = "latin-\udce4.pdf"
    file = str(letter(tmp_path / name, STRANGER))
    assert akte("read", file).status == 0
    [row] = akte("read", file, "--json").rows
    assert row["file"] == file
    assert akte("ingest", file, "--authority", "kassel").status == 0


def test_json_is_one_line_for_each_object_whatever_the_names(akte):
    result = akte("documents", "--json")
    assert result.out.count("\n") == 3
    assert "\x1b" not in result.out


@pytest.mark.parametrize("sign", list("\x1b\x07\x9b\r\u202e\u2066\u200f\u2028\ufeff\udcff"))
def test_every_dangerous_sign_is_replaced(sign):
    assert harmless(f"a{sign}b") == "a\ufffdb"


def test_letters_of_all_scripts_stay():
    text = "Özgür-Müller Нечаєнко محمد 王 e\u0301 می\u200cخواهم\tx\ny"
    assert harmless(text) == text
    assert safe("[bold]") == r"\[bold]"
