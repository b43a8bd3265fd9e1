"""Which folders are inboxes of whom: each authority's own, and the further ones it has."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from config.home import Home
from config.language import Text
from config.settings import Lane, Settings, SettingsError

_TWICE = Text(
    "{file}: {folder} ist zweimal Eingangsordner ({first}, {second})",
    "{file}: {folder} is an inbox twice ({first}, {second})",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxPlace:
    """One inbox folder. `ours`: below the home by default, so the program makes it.

    A folder that the settings name is never made: it may be a share that is not mounted just now,
    and what a local folder of that name takes in would vanish below the mount.
    """

    name: str
    """`wiesbaden`, or `wiesbaden/backlog` for a further one."""
    authority: str
    folder: Path
    watch: Literal["native", "polling"]
    lane: Lane
    ours: bool


def inbox_places(home: Home, settings: Settings) -> tuple[InboxPlace, ...]:
    """All inboxes, by authority. Raises SettingsError if two are the same folder."""
    places = []
    for authority, one in settings.authorities.items():
        own = home.inbox(authority)
        places.append(
            InboxPlace(
                name=authority,
                authority=authority,
                folder=home.root / one.inbox if one.inbox else own,
                watch=one.watch,
                lane=one.lane,
                ours=one.inbox is None,
            )
        )
        for name, further in one.inboxes.items():
            places.append(
                InboxPlace(
                    name=f"{authority}/{name}",
                    authority=authority,
                    folder=home.root / further.folder if further.folder else own / name,
                    watch=further.watch,
                    lane=further.lane,
                    ours=further.folder is None,
                )
            )
    _check(home, places)
    return tuple(places)


def _check(home: Home, places: list[InboxPlace]) -> None:
    seen: dict[Path, str] = {}
    for place in places:
        folder = place.folder.resolve()
        if folder in seen:
            message = _TWICE(
                file=home.settings_file, folder=place.folder, first=seen[folder], second=place.name
            )
            raise SettingsError(message)
        seen[folder] = place.name
