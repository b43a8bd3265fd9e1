"""The top-level names are ours alone, the layers are complete, and every dependency is accounted for."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PACKAGES = {"config", "intake", "pipeline", "records", "index", "service"}


def dependencies() -> list[str]:
    project = PROJECT["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    return sorted({re.split(r"[\[<>=!~; ]", name)[0] for group in groups for name in group})


@pytest.mark.parametrize("package", sorted(PACKAGES))
def test_no_other_distribution_ships_our_top_level_names(package):
    # Packages of the working tree are found through an editable install, whose files name no package.
    assert set(packages_distributions().get(package, [])) <= {"akte"}


def test_every_package_is_built_checked_and_layered():
    found = {init.parent.name for init in ROOT.glob("*/__init__.py")} - {"bench"}  # measures, not installed
    tool = PROJECT["tool"]
    contracts = tool["importlinter"]["contracts"]
    layers = next(contract for contract in contracts if contract["type"] == "layers")
    assert found == PACKAGES
    assert set(tool["hatch"]["build"]["targets"]["wheel"]["packages"]) == PACKAGES
    assert set(tool["mypy"]["packages"]) == PACKAGES
    assert set(tool["coverage"]["run"]["source"]) == PACKAGES
    assert set(tool["importlinter"]["root_packages"]) == PACKAGES
    assert layers["layers"] == ["service", "index", "records", "pipeline", "intake", "config"]


@pytest.mark.parametrize(
    ("engine", "owner"),
    [
        ("watchdog", "intake/watcher.py"),
        ("pytesseract", "pipeline/ocr.py"),
        ("sklearn", "service/learning.py"),
        ("whoosh", "index"),
    ],
)
def test_one_place_imports_an_engine(engine, owner):
    statement = re.compile(rf"^\s*(?:import|from) {engine}\b", re.MULTILINE)
    users = [
        path.relative_to(ROOT)
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
        if statement.search(path.read_text("utf-8"))
    ]
    assert [path for path in users if not path.is_relative_to(owner)] == []


@pytest.mark.parametrize("name", dependencies())
def test_every_dependency_is_accounted_for(name):
    text = (ROOT / "docs" / "dependencies.md").read_text("utf-8").lower()
    assert re.search(rf"^\| `{re.escape(name)}(\[\w+\])?` \|", text, re.MULTILINE), name


def test_nothing_is_accounted_for_that_is_not_used():
    text = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    python_tables = text.split("## Debian packages")[0]
    named = {name.split("[")[0] for name in re.findall(r"^\| `([^`]+)` \|", python_tables, re.MULTILINE)}
    assert named == set(dependencies())


def test_the_debian_packages_are_those_that_run_asks_for():
    text = (ROOT / "docs" / "dependencies.md").read_text("utf-8").split("## Debian packages")[1]
    script = (ROOT / "run").read_text("utf-8")
    named = set(re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE))
    languages = re.search(r"for language in ([\w ]+); do", script)
    assert languages is not None
    asked = set(re.findall(r"echo (python3|python3-venv|tesseract-ocr|fonts-[\w-]+)$", script, re.MULTILINE))
    asked |= set(re.findall(r"\) echo (python3-venv) ;;", script))
    asked |= {f"tesseract-ocr-{code}" for code in languages[1].split()}
    assert named == asked


def test_the_licence_is_the_whole_eupl():
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert PROJECT["project"]["license"] == "EUPL-1.2"
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert all(f"\n{article}." in text for article in range(1, 16))
    assert "‘Compatible Licences’ according to Article 5 EUPL are:" in text
