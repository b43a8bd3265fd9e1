"""How it stands: gathered for `akte status` and for monitoring, quickly and without loading any case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from intake.inbox import walk
from intake.room import MIB, free_bytes
from records import arrivals
from records.figures import Done, Figures, done_since, figures
from records.model import ArrivalState, DocumentState
from service.lock import running_service
from service.pausing import Pause, pause_of
from service.privileges import complaints
from service.wiring import Site, utc_now

HOUR = timedelta(hours=1)
_LEAST_HOURS = 1 / 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One authority. `missing`: name and folder of inboxes out of reach; `ignored`: files left alone."""

    authority: str
    inbox: int
    ignored: Mapping[str, int]
    missing: Mapping[str, str]
    now: Figures
    today: Done
    hour: Done
    at: datetime

    @property
    def waiting(self) -> int:
        return self.now.arrivals[ArrivalState.WAITING]

    @property
    def quarantined(self) -> int:
        return self.now.arrivals[ArrivalState.QUARANTINED]

    @property
    def review(self) -> int:
        return self.now.documents[DocumentState.REVIEW]

    @property
    def backlog_hours(self) -> float | None:
        """Until all that waits is read, at the pace of the last hour, or of the time since there is something
        to read; by bytes, as files differ a thousandfold. None if nothing was read by which to tell.
        """
        if not self.waiting:
            return 0.0
        if not self.hour.bytes or self.hour.received is None:
            return None
        read_for = max(min((self.at - self.hour.received) / HOUR, 1.0), _LEAST_HOURS)
        return self.now.waiting_bytes / self.hour.bytes * read_for

    @property
    def stuck(self) -> bool:
        """Something has waited for an hour in which nothing was worked off."""
        oldest = self.now.oldest_waiting
        return oldest is not None and not self.hour.arrivals and self.at - oldest > HOUR


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The installation as far as the caller sees it. `unattended`: open arrivals of authorities that
    are not set up any more; `complaints`: who else can read the home, with the remedy.
    """

    at: datetime
    pid: int | None
    pause: Pause | None
    free_bytes: int
    reserve_bytes: int
    unattended: Mapping[str, int]
    complaints: tuple[str, ...]
    authorities: tuple[Standing, ...]

    @property
    def taking_files(self) -> bool:
        return self.free_bytes >= self.reserve_bytes

    @property
    def needs_attention(self) -> bool:
        ours = self.pid is None or self.pause is not None or not self.taking_files or self.unattended
        return bool(ours) or any(
            one.quarantined or one.review or one.missing or one.stuck for one in self.authorities
        )


def overview(site: Site, authorities: tuple[str, ...], *, whole: bool = True) -> Overview:
    """Of these authorities; `whole`: and of what is none of theirs. Raises RecordsError, OSError."""
    at = utc_now()
    midnight = at.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    today, hour = done_since(site.catalogue, midnight), done_since(site.catalogue, at - HOUR)
    return Overview(
        at=at,
        pid=running_service(site.home),
        pause=pause_of(site.home),
        free_bytes=free_bytes(site.home),
        reserve_bytes=site.settings.intake.reserve_mib * MIB,
        unattended=_unattended(site) if whole else {},
        complaints=complaints(site.home),
        authorities=tuple(
            _standing(site, name, at, today.get(name, Done()), hour.get(name, Done())) for name in authorities
        ),
    )


def _unattended(site: Site) -> dict[str, int]:
    """For the administrator: whose they are concerns nobody else."""
    return arrivals.unattended(site.catalogue, site.authorities) if site.caller.administers else {}


def _standing(site: Site, authority: str, at: datetime, today: Done, hour: Done) -> Standing:
    inboxes = _inboxes(site, authority)
    return Standing(
        authority=authority,
        inbox=inboxes.files,
        ignored=dict(inboxes.ignored),
        missing=inboxes.missing,
        now=figures(site.catalogue, authority),
        today=today,
        hour=hour,
        at=at,
    )


@dataclass(slots=True)
class _Inboxes:
    files: int = 0
    ignored: Counter[str] = field(default_factory=Counter)
    missing: dict[str, str] = field(default_factory=dict)


def _inboxes(site: Site, authority: str) -> _Inboxes:
    found = _Inboxes()
    for place in site.places:
        if place.authority != authority:
            continue
        try:
            listing = walk(place.folder, site.apart(place))
        except OSError:  # a share that is not mounted is a state to show, not a failure
            found.missing[place.name] = str(place.folder)
            continue
        found.files += len(listing.files)
        found.ignored.update(listing.ignored)
    return found
