"""A clerk of one authority tries to reach another's data through every command there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click
import pytest
from sqlalchemy import select

from config.home import Home
from pipeline.lessons import Lesson, LessonKind
from records import arrivals, documents, lessons
from records.model import ArrivalState
from records.schema import audit, metadata
from service import finding, wiring
from service.caller import Caller
from service.cli import akte as program
from service.cli import authority_commands, completion, frame, init, restore
from service.daemon import Daemon
from tests.records.scenes import copied
from tests.service.scenes import MAX, STRANGER, letter, opened

CLERK = Caller(name="erna.wiesbaden", borrows=True)
UNKNOWN = "ffffffff"


def leaves(command: click.Command, path: tuple[str, ...] = ()) -> dict[str, click.Command]:
    """Every command that does something, by what one types for it."""
    if not isinstance(command, click.Group):
        return {" ".join(path): command}
    context = click.Context(command)
    found: dict[str, click.Command] = {}
    for name in command.list_commands(context):
        child = command.get_command(context, name)
        assert child is not None
        found |= leaves(child, (*path, name))
    return found


COMMANDS = leaves(program)

NEEDED: dict[str, tuple[str, ...]] = {
    "search": ("Sonnenblume",),
    "show": ("DOCUMENT",),
    "open": ("DOCUMENT",),
    "people find": ("Testperson",),
    "people import": ("FILE",),
    "ingest": ("FILE",),
}
"""What a command with `--authority` asks for besides."""

BY_ID: dict[str, tuple[str, ...]] = {
    "show": ("DOCUMENT",),
    "open": ("DOCUMENT",),
    "history": ("DOCUMENT",),
    "review show": ("DOCUMENT",),
    "review assign": ("DOCUMENT", "P-0001"),
    "review set-type": ("DOCUMENT", "reisepass"),
    "review reject": ("DOCUMENT", "--note", "x"),
    "review reopen": ("DOCUMENT", "--note", "x"),
    "review undo": ("DOCUMENT",),
    "quarantine show": ("ARRIVAL",),
    "quarantine retry": ("ARRIVAL",),
    "quarantine discard": ("ARRIVAL", "--reason", "x", "--yes"),
}
"""Commands that take the id of a document or an arrival, with all else that they need."""

BY_FILE: dict[str, tuple[str, ...]] = {
    "read": ("FILE",),
    "ingest": ("FILE", "--authority", "wiesbaden"),
    "people import": ("FILE", "--authority", "wiesbaden"),
}
"""Commands that would open another authority's file for a clerk, with the rights of the service."""

ADMINISTRATION: dict[str, tuple[str, ...]] = {
    "init": ("--authority", "wiesbaden"),
    "run": ("--once",),
    "verify": (),
    "audit verify": (),
    "backup": ("/tmp",),
    "pause": (),
    "authority add": ("kassel", "--user", CLERK.name),
    "authority remove": ("kassel",),
    "resume": (),
    "restore": ("/tmp",),
}
"""Commands that concern all authorities at once."""


@dataclass(frozen=True, kw_only=True)
class Theirs:
    """What belongs to Kassel, and words that only Kassel's data hold."""

    document: str
    arrival: str
    file: Path
    words: tuple[str, ...]


@pytest.fixture(scope="session")
def shared_template(worked_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The worked home, with a file of Kassel's in quarantine too, and a clerk of Wiesbaden."""
    home = copied(worked_template, tmp_path_factory.mktemp("shared") / "home")
    text = home.settings_file.read_text("utf-8")
    text = text.replace('title = "Wiesbaden"\n', f'title = "Wiesbaden"\nusers = ["{CLERK.name}"]\n')
    home.settings_file.write_text(text, "utf-8")
    inbox = home.inbox("kassel")
    inbox.joinpath("geheim.pdf").write_bytes(b"%PDF-1.7 broken too")
    letter(inbox / "geheim-offen.pdf", STRANGER, "Stichwort Sonnenblume")
    with opened(home) as site:
        Daemon(site).run_once()
    inbox.joinpath("geheim-neu.pdf").write_bytes(b"not taken yet")
    return home.root


@pytest.fixture
def worked(shared_template: Path, tmp_path: Path) -> Home:
    return copied(shared_template, tmp_path / "home")


@pytest.fixture
def theirs(worked: Home) -> Theirs:
    with opened(worked) as site:
        held = documents.list_documents(site.catalogue, ("kassel",))
        [kept] = arrivals.list_arrivals(site.catalogue, "kassel", ArrivalState.QUARANTINED)
        known = [one.id for one in (*held, *arrivals.list_arrivals(site.catalogue, "kassel"))]
    [original] = list(worked.records("kassel").rglob(f"*{held[0].id}*/document.pdf"))
    words = ("Testperson", "K-0001", "geheim", "Ringelblume", *(identity[:8] for identity in known))
    return Theirs(document=held[0].id, arrival=kept.id, file=original, words=words)


@pytest.fixture
def clerk(theirs, worked_akte, monkeypatch):
    """The command as a clerk of Wiesbaden runs it, through sudo."""
    for module in (wiring, finding, completion, frame, init, restore, authority_commands):
        monkeypatch.setattr(module, "present_caller", lambda _home: CLERK)
    return worked_akte


def rows_of(home: Home, authority: str) -> list[list[object]]:
    """All that the catalogue holds of an authority, but for the log."""
    with opened_as_owner(home) as site, site.catalogue.read() as connection:
        return [
            list(connection.execute(select(table).where(table.c.authority == authority)))
            for table in metadata.sorted_tables
            if "authority" in table.c and table is not audit
        ]


@contextmanager
def opened_as_owner(home: Home) -> Iterator[wiring.Site]:
    """Beside what the clerk tries, under whose name the command runs meanwhile."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wiring, "present_caller", lambda _home: Caller(name="root", administers=True))
        with opened(home) as site:
            yield site


def betrayed(result, theirs: Theirs) -> list[str]:
    return [word for word in theirs.words if word in result.out + result.err]


def placed(arguments, theirs: Theirs) -> list[str]:
    values = {"DOCUMENT": theirs.document, "ARRIVAL": theirs.arrival, "FILE": str(theirs.file)}
    return [values.get(part, part) for part in arguments]


def has_options(path: str, *wanted: str) -> bool:
    return {name for parameter in COMMANDS[path].params for name in parameter.opts}.issuperset(wanted)


def must_name_authority(path: str) -> bool:
    return any(parameter.required and parameter.name == "authority" for parameter in COMMANDS[path].params)


ASKED = sorted(path for path in COMMANDS if has_options(path, "--authority") and path not in ADMINISTRATION)
OUTPUTS = [
    (path, extra)
    for path in ASKED
    if path not in BY_FILE and path not in BY_ID and not must_name_authority(path)
    for extra in ((), ("--json",))
    if has_options(path, *extra)
]


def test_every_command_is_tried():
    """A new command is tried too: by its `--authority`, or as one of the tables above says."""
    tried = {*ASKED, *BY_ID, *BY_FILE, *ADMINISTRATION, "authority list", "people forget"}
    assert tried == set(COMMANDS)


@pytest.mark.parametrize("path", ASKED)
def test_the_other_authority_is_refused_by_name(clerk, theirs, path):
    result = clerk(*path.split(), *placed(NEEDED.get(path, ()), theirs), "--authority", "kassel")
    assert result.status == 77
    assert CLERK.name in result.err
    assert betrayed(result, theirs) == []


@pytest.mark.parametrize(("path", "extra"), OUTPUTS)
def test_what_is_listed_for_all_leaves_the_other_authority_out(clerk, theirs, path, extra):
    result = clerk(*path.split(), *NEEDED.get(path, ()), *extra, answers="q\n")
    assert result.status in {0, 1}
    assert betrayed(result, theirs) == []
    assert "kassel" not in result.out + result.err


@pytest.mark.parametrize("path", sorted(BY_ID))
def test_an_id_of_the_other_authority_is_like_one_that_does_not_exist(clerk, theirs, worked, path):
    before = rows_of(worked, "kassel")
    arguments = placed(BY_ID[path], theirs)
    result = clerk(*path.split(), *arguments)
    same = [UNKNOWN if part in {theirs.document, theirs.arrival} else part for part in arguments]
    unknown = clerk(*path.split(), *same)
    assert result.status == unknown.status != 0
    assert result.out == unknown.out == ""
    said = re.sub(rf"{theirs.document}|{theirs.arrival}", UNKNOWN, result.err)
    assert said == unknown.err
    assert rows_of(worked, "kassel") == before


def test_a_person_of_the_other_authority_is_like_one_that_does_not_exist(clerk, theirs):
    result, unknown = clerk("show", "K-0001"), clerk("show", "K-9999")
    assert result.status == unknown.status == 2
    assert result.err.replace("K-0001", "K-9999") == unknown.err
    assert clerk("documents", "--person", "K-0001", "--json").out == ""
    assert clerk("search", "person:K-0001", "--json").out == ""
    assert "K-0001" not in clerk("people", "find", "K-0001").out
    [ours] = [row["id"] for row in clerk("review", "list", "--json").rows]
    assert clerk("review", "assign", ours, "K-0001").status == 2
    assert betrayed(clerk("review", "show", ours), theirs) == []


def test_what_the_other_authority_learned_is_like_what_was_never_learned(clerk, theirs, worked):
    alias = Lesson(kind=LessonKind.ALIAS, person="K-0001", content={"family": "Geheim", "given": "Max"})
    with opened_as_owner(worked) as site, site.catalogue.write() as connection:
        lessons.keep(connection, lessons.Taught("kassel", theirs.document, 1, "root"), [alias])
    before = rows_of(worked, "kassel")
    result, unknown = clerk("people", "forget", "1"), clerk("people", "forget", "9")
    assert result.status == unknown.status != 0
    assert result.err.replace("1", "9") == unknown.err
    assert rows_of(worked, "kassel") == before


def test_completion_offers_nothing_of_the_other_authority(clerk, worked):
    context = click.Context(program)
    context.params["home"] = worked.root
    anything = click.Option(["--x"])
    authorities = completion.complete_authorities(context, anything, "")
    assert [item.value for item in authorities] == ["wiesbaden"]
    persons = [item.value for item in completion.complete_persons(context, anything, "")]
    assert persons
    assert not [number for number in persons if number.startswith("K-")]


@pytest.mark.parametrize("path", sorted(BY_FILE))
def test_a_file_of_the_other_authority_is_not_opened_with_the_rights_of_the_service(clerk, theirs, path):
    result = clerk(*path.split(), *placed(BY_FILE[path], theirs))
    assert (result.status, result.out) == (77, "")
    assert "Eingangsordner" in result.err


@pytest.mark.parametrize("path", sorted(ADMINISTRATION))
def test_what_concerns_all_is_for_the_administrator(clerk, theirs, path):
    result = clerk(*path.split(), *placed(ADMINISTRATION[path], theirs))
    assert (result.status, result.out) == (77, "")
    assert "die Administration" in result.err
    assert betrayed(result, theirs) == []


def test_a_refusal_is_in_the_log_of_the_authority_that_was_asked_for(clerk, worked):
    clerk("documents", "--authority", "kassel")
    with opened_as_owner(worked) as site, site.catalogue.read() as connection:
        last = connection.execute(select(audit).order_by(audit.c.seq.desc()).limit(1)).mappings().one()
    assert (last["authority"], last["action"], last["subject"]) == ("kassel", "refused", "akte documents")


def test_the_own_authority_is_seen(clerk):
    assert [row["authority"] for row in clerk("authority", "list", "--json").rows] == ["wiesbaden"]
    assert clerk("documents", "--authority", "wiesbaden", "--json").rows
    assert {row["authority"] for row in clerk("search", "Sonnenblume", "--json").rows} == {"wiesbaden"}
    assert [row["authority"] for row in clerk("status", "--json").rows] == ["wiesbaden"]


def test_max_is_there_for_those_who_may_see_him(worked_akte):
    """What the others look for does exist."""
    assert MAX.split(",")[0] in worked_akte("show", "K-0001").out
