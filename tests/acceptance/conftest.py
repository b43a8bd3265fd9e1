from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acceptance.installation import Installation, Service
from tests.samples.build import Built, build
from tests.samples.sets import demo_set, registers

SEED = 1
AUTHORITIES = ("wiesbaden", "kassel")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.acceptance)


class Scans:
    """Sample scans of the demo, built when they are asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._plans = {(plan.authority.name, plan.name): plan for plan in demo_set(SEED, AUTHORITIES)}
        self._built: dict[tuple[str, str], Built] = {}

    def built(self, authority: str, name: str) -> Built:
        key = (authority, name)
        if key not in self._built:
            self._built[key] = build(self._plans[key])
        return self._built[key]

    def file(self, authority: str, name: str) -> Path:
        file = self._folder / authority / name
        if not file.exists():
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(self.built(authority, name).content)
        return file

    def files(self, authority: str, *names: str) -> list[Path]:
        return [self.file(authority, name) for name in names]


@pytest.fixture(scope="session")
def scans(tmp_path_factory: pytest.TempPathFactory) -> Scans:
    return Scans(tmp_path_factory.mktemp("scans"))


@pytest.fixture(scope="session")
def register_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("registers")
    files = {}
    for register in registers(SEED, AUTHORITIES):
        files[register.authority.name] = folder / f"{register.authority.name}.csv"
        files[register.authority.name].write_text(register.csv(), "utf-8")
    return files


@pytest.fixture(scope="session")
def template(register_files: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with two authorities and their registers."""
    fresh = Installation(tmp_path_factory.mktemp("template") / "home")
    fresh.done("init", "--authority", "wiesbaden", "--authority", "kassel")
    for name, file in register_files.items():
        fresh.done("people", "import", str(file), "--authority", name)
    return fresh.home


@pytest.fixture
def installation(template: Path, tmp_path: Path) -> Installation:
    shutil.copytree(template, tmp_path / "home")
    return Installation(tmp_path / "home")


@pytest.fixture
def service(installation: Installation) -> Iterator[Service]:
    """The service on a fresh home; it must end in order."""
    running = Service(installation)
    yield running
    assert running.stop() == 0
