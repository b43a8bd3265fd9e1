"""The documentation says what the program does: every command, option and setting, and no dead link."""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from config.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
TEXT = "\n".join(page.read_text("utf-8") for page in PAGES)
LINK = re.compile(r"\[[^]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")


def commands(command: click.Command, path: str) -> dict[str, click.Command]:
    """Every command by what one types for it."""
    found = {path: command}
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            assert child is not None
            found |= commands(child, f"{path} {name}")
    return found


COMMANDS = commands(importlib.import_module("service.cli").akte, "akte")
OPTIONS = [
    (path, name)
    for path, command in COMMANDS.items()
    for parameter in command.params
    if isinstance(parameter, click.Option)
    for name in parameter.opts
]


def settings(properties: dict, definitions: dict) -> set[str]:
    """Names of all settings and sections, however deep."""
    found = set(properties)
    for value in properties.values():
        for name in re.findall(r"#/\$defs/(\w+)", str(value)):
            found |= settings(definitions[name]["properties"], definitions)
    return found


SCHEMA = Settings.model_json_schema()
SETTINGS = sorted(settings(SCHEMA["properties"], SCHEMA["$defs"]))


def test_the_reference_pages_are_current():
    checked = subprocess.run(
        [sys.executable, "-m", "docs.generate", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.parametrize("path", sorted(COMMANDS))
def test_every_command_is_documented(path):
    assert f"## {path}\n" in TEXT


@pytest.mark.parametrize(("path", "name"), OPTIONS)
def test_every_option_is_documented_with_its_command(path, name):
    section = TEXT.split(f"## {path}\n", 1)[1].split("\n## ", 1)[0]
    assert re.search(rf"^\| `[^`]*{name}\b", section, re.MULTILINE)


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_is_documented(name):
    assert re.search(rf"^(\| `{name}` \||## \[{name}\b)", TEXT, re.MULTILINE)


def test_every_setting_has_a_meaning():
    for name, definition in SCHEMA["$defs"].items():
        for key, value in definition["properties"].items():
            assert value.get("description"), f"{name}.{key}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    targets = [link for link in LINK.findall(page.read_text("utf-8")) if "://" not in link]
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_readme_leads_to_every_page():
    linked = {(ROOT / link).resolve() for link in LINK.findall((ROOT / "README.md").read_text("utf-8"))}
    assert [page.name for page in PAGES if page.name != "README.md" and page not in linked] == []


def test_commands_that_the_documentation_shows_exist():
    """In code blocks, also behind a path or a prompt: `.venv/bin/akte status`."""
    blocks = "\n".join(re.findall(r"^```\w*\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL))
    shown = set(re.findall(r"(?:^|[\s/])akte(?: --home \S+)? ([a-z][a-z-]*)\b", blocks, re.MULTILINE))
    known = {path.split()[1] for path in COMMANDS if path != "akte"}
    assert shown
    assert shown <= known
