"""The folders of a home that are ours to make."""

from __future__ import annotations

from config.home import Home
from config.inboxes import inbox_places
from config.settings import Settings
from intake.disk import make_folder


def make_folders(home: Home, settings: Settings) -> None:
    """All that a home with these settings needs; an inbox elsewhere may be a share that is not mounted."""
    make_folder(home.spool)
    for place in inbox_places(home, settings):
        if place.ours:
            make_folder(place.folder)
    for name in settings.authorities:
        for folder in (home.quarantine(name), home.records(name), home.review(name), home.register(name)):
            make_folder(folder)
