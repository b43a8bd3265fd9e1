"""Kill the service and its workers again and again while files arrive; then compare with a quiet run."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from config.home import Home
from tests.acceptance.installation import Installation, Service
from tests.crash.ordeal import PATIENCE, Ordeal, Tally
from tests.crash.sources import Source, make_sources
from tests.crash.state import Comparison, State, compare, state_of
from tests.service.scenes import AUTHORITIES, REGISTERS

SETTINGS = """
[intake]
settle_seconds = 0.1
rescan_seconds = 0.5
reserve_mib = 0
[limits]
workers = 1
attempts = 1000        # a worker that is killed by us says nothing about its file
retry_seconds = [0, 1]
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The end of a run. `arrivals` counts the files that were dropped."""

    tally: Tally
    arrivals: int
    quarantined: int
    compared: Comparison


def run(
    folder: Path, *, kills: int, files: int, seed: int, minutes: float, tell: Callable[[str], None]
) -> Outcome:
    """Drop `files` files while `kills` kills happen, or as many as there are in `minutes`.

    `folder` is made anew; all that is random follows `seed`, but not what the service has come to by then.
    """
    rng = Random(seed)
    sources = make_sources(folder / "sources", files, rng)
    template = _template(folder / "template")
    tell(f"{files} files; the undisturbed run")
    expected = _undisturbed(template, folder / "undisturbed", sources)
    victim = Installation(folder / "victim")
    shutil.copytree(template.home, victim.home)
    ordeal = Ordeal(victim, folder, sources, rng, tell)
    ordeal.endure(kills, minutes * 60)
    tell("working off the rest, comparing")
    _work_off(victim)
    actual = state_of(Home(victim.home))
    return Outcome(
        tally=ordeal.tally,
        arrivals=len(sources),
        quarantined=_quarantined(actual),
        compared=compare(expected, actual),
    )


def _quarantined(state: State) -> int:
    return sum(n for row, n in state.documents.items() if "'quarantined'" in row)


def _template(home: Path) -> Installation:
    """A home with two authorities, their registers and settings for short lives."""
    fresh = Installation(home)
    fresh.done("init", *(part for name in AUTHORITIES for part in ("--authority", name)))
    with (home / "akte.toml").open("a", encoding="utf-8") as settings:
        settings.write(SETTINGS)
    for name in AUTHORITIES:
        register = home.with_name(f"{name}.csv")
        register.write_text(REGISTERS[name], "utf-8")
        fresh.done("people", "import", str(register), "--authority", name)
    return fresh


def _undisturbed(template: Installation, home: Path, sources: list[Source]) -> State:
    shutil.copytree(template.home, home)
    quiet = Installation(home)
    for source in sources:
        quiet.drop(source.authority, source.path)
    _work_off(quiet)
    return state_of(Home(home))


def _work_off(installation: Installation) -> None:
    """The installed command, until nothing is left to do. Its status is 1 if a file was quarantined."""
    service = Service(installation, "--once", "--quiet")
    assert service.process.wait(PATIENCE) in {0, 1}
    service.stop()
