import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.home import Home
from config.settings import Settings
from records.catalogue import Catalogue
from tests.records.scenes import add_register, copied


@pytest.fixture(autouse=True, scope="session")
def _no_waiting_for_the_disk() -> Iterator[None]:
    """What these tests interrupt are processes, not the power; the kernel keeps what was written."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture(scope="session")
def empty_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with an empty catalogue, migrated once for all tests."""
    home = Home(tmp_path_factory.mktemp("empty") / "home")
    Catalogue.open(home, Settings()).close()
    return home.root


@pytest.fixture(scope="session")
def registered_template(empty_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("registered")
    catalogue = Catalogue.open(copied(empty_template, folder / "home"), Settings())
    add_register(catalogue, folder)
    catalogue.close()
    return catalogue.home.root


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def catalogue(empty_template: Path, home: Home) -> Iterator[Catalogue]:
    yield from _opened(empty_template, home)


@pytest.fixture
def registered(registered_template: Path, home: Home) -> Iterator[Catalogue]:
    yield from _opened(registered_template, home)


def _opened(template: Path, home: Home) -> Iterator[Catalogue]:
    catalogue = Catalogue.open(copied(template, home.root), Settings())
    yield catalogue
    catalogue.close()
