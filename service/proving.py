"""Proving a whole home or a copy of one: records and indexes, with all cores."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from config.home import Home
from config.settings import Settings
from index.store import Index
from index.verify import verify_index
from records import arrivals
from records.catalogue import Catalogue
from records.model import Fault
from records.verify import verify
from service.lock import running_service
from service.wiring import Site, cores

LIVE_PAUSE, QUIET_PAUSE = 2.0, 0.2
"""Seconds before a second look at what seems faulty, with and without a service that moves things."""

_FEW = 500


def faults_of(site: Site, authorities: Sequence[str], counts: Counter[str]) -> Iterator[Fault]:
    """All faults of a home. A running service raises no false alarm."""
    pause = QUIET_PAUSE if running_service(site.home) is None else LIVE_PAUSE
    catalogue = site.catalogue
    yield from verify(catalogue, site.home, authorities, counts, jobs=_jobs(catalogue), pause=pause)
    for authority in authorities:
        index = Index(site.home.index(authority), site.labels)
        if fault := verify_index(catalogue, authority, index, pause=pause):
            yield fault


def proved(copy: Home, settings: Settings) -> tuple[tuple[Fault, ...], Counter[str]]:
    """The faults of a copy of a home, without indexes, and how much was looked at."""
    counts: Counter[str] = Counter()
    catalogue = Catalogue.open(copy, settings)
    try:
        found = verify(catalogue, copy, tuple(settings.authorities), counts, jobs=_jobs(catalogue))
        return tuple(found), counts
    finally:
        catalogue.close()


def _jobs(catalogue: Catalogue) -> int:
    """Processes to read with: starting some takes longer than looking at a few arrivals."""
    return cores() if arrivals.at_least(catalogue, _FEW) else 1
