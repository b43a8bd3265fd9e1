"""A small installation with two authorities, letters with real text, and a worker that obeys."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from config.home import Home
from config.settings import Settings
from intake.ingest import ingest
from records import journal
from records.model import ArrivalRecord
from records.ports import IntakeJournal
from service.messages import Job
from service.wiring import Site, open_site, utc_now
from tests.pipeline.paper import pdf, typed

AUTHORITIES = ("wiesbaden", "kassel")
TODAY = date(2026, 3, 2)

SETTINGS = """\
[authorities.wiesbaden]
title = "Wiesbaden"
[authorities.kassel]
title = "Kassel"
[intake]
settle_seconds = 0.05
rescan_seconds = 0.2
reserve_mib = 0
[limits]
workers = 1
retry_seconds = [0]
"""

HEADER = (
    "person_id,file_number,azr_number,family_name,given_names,birth_name,birth_date,sex,"
    "nationality,birth_place,document_numbers,aliases\n"
)
REGISTERS = {
    "wiesbaden": HEADER
    + "P-0001,,,Mustermann,Erika,,1964-08-12,F,SYR,,,\n"
    + "P-0002,,,Musterfrau,Maria,,1971-02-03,F,UKR,,,\n",
    "kassel": HEADER + "K-0001,,,Testperson,Max,,1980-05-06,M,AFG,,,\n",
}
ERIKA = "Mustermann, Erika, geb. 12.08.1964"
MARIA = "Musterfrau, Maria, geb. 03.02.1971"
MAX = "Testperson, Max, geb. 06.05.1980"
STRANGER = "Neuling, Nikolina, geb. 01.02.1990"

PATIENCE = 60.0
"""Seconds after which a test gives up on what it waits for."""

FAKE_WORKER = (sys.executable, "-I", "-S", str(Path(__file__).with_name("fake_worker.py")))


def letter(path: Path, about: str, *words: str) -> Path:
    """A born-digital letter with `about` in its subject line; read without OCR."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (
        "Musteramt der Stadt Beispielhausen",
        "",
        f"Betreff: {about}",
        "",
        "Sehr geehrte Damen und Herren,",
    )
    return pdf(path, typed(*lines, "das Schreiben wird hiermit vorgelegt.", *words))


def script(path: Path, behaviour: str) -> Path:
    """A source that tells the fake worker what to do."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(behaviour, "utf-8")
    return path


def job(
    source: Path, work: Path, *, authority: str | None = "wiesbaden", settings: Settings | None = None
) -> Job:
    work.mkdir(parents=True, exist_ok=True)
    return Job(
        arrival_id=source.name,
        authority=authority,
        path=source,
        work=work,
        parts=work / "parts",
        settings=settings or Settings.model_validate({"authorities": {"wiesbaden": {}}}),
        today=TODAY,
    )


@contextmanager
def opened(home: Home) -> Iterator[Site]:
    with open_site(home) as site:
        yield site


def received(site: Site, file: Path, authority: str = "wiesbaden") -> str:
    """The id of the arrival that the file became."""
    taken = ingest(
        file, authority=authority, home=site.home, journal=IntakeJournal(site.catalogue), now=utc_now()
    )
    return taken.arrival.id


def arrival(site: Site, arrival_id: str) -> ArrivalRecord:
    return journal.get(site.catalogue, arrival_id)


def wait_until(met: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not met():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.01)


def wait_until_gone(process: int) -> None:
    wait_until(lambda: not alive(process))


def alive(process: int) -> bool:
    """Whether a process runs; a zombie does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
