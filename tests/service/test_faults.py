"""A disk that fails at any write: what came in waits, nothing half-written stays, work goes on by itself."""

from __future__ import annotations

import errno
import os
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from config.home import Home
from config.reasons import Reason
from intake.errors import NoSpace
from intake.scan import scan_inbox
from pipeline import reading_file
from records import documents, journal
from records.errors import RecordsError
from records.recovery import recover
from records.verify import verify
from service.crew import Crew
from service.messages import RESULT_NAME
from service.pool import Outcome
from service.processing import conclude, next_job
from service.wiring import Site
from tests.faults import FAULTS, Disk, failing
from tests.records import scenes
from tests.records.scenes import copied
from tests.service.scenes import ERIKA, TODAY, letter, opened


def take_in(site: Site) -> None:
    """One pass of the service over the inbox of Wiesbaden, its files having settled."""
    inbox = site.inbox(site.places[0])
    scan_inbox(inbox, 0.0)
    scan_inbox(inbox, 100.0)


def work(site: Site) -> None:
    """What the service does with the next arrival that was read."""
    leased = next_job(site, TODAY)
    if leased is not None:
        record, job = leased
        reading = scenes.one_document()
        reading_file.save(reading, job.work / RESULT_NAME)
        conclude(site, record, Outcome(job=job, reason=None))


def quarantine(site: Site) -> None:
    leased = next_job(site, TODAY)
    if leased is not None:
        record, job = leased
        conclude(site, record, Outcome(job=job, reason=Reason("encrypted")))


def go_on(site: Site) -> None:
    """The service's next round, when the disk is well again."""
    Crew(site).give_back_lost()
    take_in(site)


def outcome(site: Site) -> dict[str, object]:
    """What the service has come to, without ids and times."""
    rows = documents.list_documents(site.catalogue, site.authorities)
    return {
        "documents": sorted((row.source, row.state, row.source_pages) for row in rows),
        "arrivals": sorted((one.source, one.state) for one in journal.list_arrivals(site.catalogue)),
        "inbox": sorted(path.name for path in site.home.inbox("wiesbaden").rglob("*")),
    }


def summary(site: Site) -> dict[str, object]:
    """The outcome with all files, and what `verify` says."""
    found = outcome(site) | {
        "files": sorted(
            path.name
            for place in (site.home.spool, site.home.records("wiesbaden"), site.home.review("wiesbaden"))
            for path in place.rglob("*")
            if path.is_file() and len(path.name) < 30  # not those that are named by an id
        ),
        "faults": list(verify(site.catalogue, site.home, site.authorities)),
    }
    assert not list(site.home.root.rglob("*.part"))
    return found


@pytest.fixture
def dropped(template: Path, tmp_path: Path) -> Home:
    home = copied(template, tmp_path / "dropped")
    letter(home.inbox("wiesbaden") / "letter.pdf", ERIKA)
    return home


@pytest.fixture
def waiting(dropped: Home) -> Home:
    with opened(dropped) as site:
        take_in(site)
    return dropped


def check_every_fault(
    prepared: Home, folder: Path, action: Callable[[Site], None], faults: Sequence[int], least: int
) -> None:
    """`action` on a disk that fails at its 1st, 2nd … step, on a fresh copy each; then on a good one.

    The `faults` take turns.
    """
    with opened(copied(prepared.root, folder / "undisturbed")) as site:
        action(site)
        expected = summary(site)
    for step in count(1):
        disk = Disk(faults[step % len(faults)], step)
        with opened(copied(prepared.root, folder / str(step))) as site:
            with failing(disk), suppress(OSError, RecordsError):
                action(site)
            go_on(site)
            action(site)
            assert outcome(site) == {name: expected[name] for name in outcome(site)}, f"step {step}"
            recover(site.catalogue, site.home)  # the next start
            assert summary(site) == expected, f"step {step}"
        if not disk.failed:
            break
    assert step > least


EACH = [
    pytest.param(FAULTS, id="in turn"),
    *(pytest.param((one,), id=errno.errorcode[one], marks=pytest.mark.soak) for one in FAULTS),
]


@pytest.mark.parametrize("faults", EACH)
def test_taking_in_survives_a_fault_at_every_write(dropped, tmp_path, faults):
    check_every_fault(dropped, tmp_path, take_in, faults, least=15)


@pytest.mark.parametrize("faults", EACH)
def test_filing_survives_a_fault_at_every_write(waiting, tmp_path, faults):
    check_every_fault(waiting, tmp_path, work, faults, least=20)


@pytest.mark.parametrize("faults", EACH)
def test_putting_aside_survives_a_fault_at_every_write(waiting, tmp_path, faults):
    check_every_fault(waiting, tmp_path, quarantine, faults, least=8)


# -- a disk that is really full ---------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 12 MiB of its own."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=12m", "akte-test", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("only root can mount a small file system")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_on_a_full_disk_files_stay_in_the_inbox_until_there_is_room(template, small_disk, tmp_path):
    home = copied(template, small_disk / "home")
    inbox = tmp_path / "inbox"  # elsewhere: a full disk keeps no scanner from delivering
    with home.settings_file.open("a", encoding="utf-8") as settings:
        settings.write(f'[authorities.fulda]\ninbox = "{inbox}"\n')
    for number in range(3):
        letter(inbox / f"{number}.pdf", ERIKA, str(number))
    ballast = small_disk / "ballast"
    with opened(home) as site:
        with ballast.open("wb", buffering=0) as file, suppress(OSError):
            while file.write(b"x" * 4096):
                pass
        one = site.inbox(site.places[-1])
        scan_inbox(one, 0.0)
        [error] = scan_inbox(one, 100.0).errors
        assert isinstance(error, NoSpace)
        assert len(list(inbox.iterdir())) == 3
        assert not [path for path in home.spool.rglob("*") if path.is_file()]
        ballast.unlink()
        assert len(scan_inbox(one, 200.0).received) == 3
        assert not list(inbox.iterdir())
        assert list(verify(site.catalogue, site.home, site.authorities)) == []
