"""Pausing: files are still received, but none is read until somebody resumes. Survives restarts."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime

from config.home import Home
from intake.disk import sync_folder, write_whole
from service.access import log_access
from service.actor import actor
from service.wiring import Site, utc_now


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """`since` is an ISO time, UTC."""

    by: str
    since: str
    note: str

    @property
    def began(self) -> datetime:
        return datetime.fromisoformat(self.since)


def pause(site: Site, note: str) -> Pause:
    """Pause, or keep the pause that there is."""
    if known := pause_of(site.home):
        return known
    begun = Pause(by=actor(), since=utc_now().isoformat(), note=note)
    write_whole(site.home.pause_file, json.dumps(asdict(begun)).encode())
    log_access(site, "", "paused", "service", {"note": note})
    return begun


def resume(site: Site) -> Pause | None:
    """End the pause; the one that was, None if there was none."""
    known = pause_of(site.home)
    if known is not None:
        site.home.pause_file.unlink()
        sync_folder(site.home.root)
        log_access(site, "", "resumed", "service")
    return known


def pause_of(home: Home) -> Pause | None:
    """The present pause. Raises OSError."""
    try:
        return Pause(**json.loads(home.pause_file.read_text("utf-8")))
    except FileNotFoundError:
        return None
