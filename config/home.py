"""Where everything lives below one home directory (the layout is part of the contract)."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Home:
    """Paths of one installation. Nothing is created here."""

    root: Path

    @property
    def settings_file(self) -> Path:
        return self.root / "akte.toml"

    @property
    def database_file(self) -> Path:
        return self.root / "catalogue.sqlite3"

    @property
    def lock_file(self) -> Path:
        """Held (flock) by the one service of this home."""
        return self.root / "service.lock"

    @property
    def pause_file(self) -> Path:
        """There while nothing is to be read."""
        return self.root / "paused.json"

    def inbox(self, authority: str) -> Path:
        return self.root / "inbox" / authority

    def register(self, authority: str) -> Path:
        """Where exports of the person register are dropped."""
        return self.root / "register" / authority

    @property
    def spool(self) -> Path:
        return self.root / "spool"

    def arrival_folder(self, authority: str, arrival_id: str) -> Path:
        """What belongs to one arrival while it waits or is worked on."""
        return self.spool / authority / arrival_id

    def quarantine(self, authority: str) -> Path:
        return self.root / "quarantine" / authority

    def records(self, authority: str) -> Path:
        return self.root / "records" / authority

    def review(self, authority: str) -> Path:
        return self.root / "review" / authority

    def learned_types(self, authority: str) -> Path:
        """What this authority's clerks have taught about document types."""
        return self.root / "learned" / authority / "types.json"

    def index(self, authority: str) -> Path:
        return self.root / "index" / authority


def find_home(option: Path | None, environment: Mapping[str, str] = os.environ) -> Home:
    """`--home`, else `AKTE_HOME`, else `/var/lib/akte` for root, else the user's data directory.

    The user's data directory follows the XDG Base Directory Specification.
    """
    if option is not None:
        return Home(option.absolute())
    if value := environment.get("AKTE_HOME"):
        return Home(Path(value).absolute())
    if os.geteuid() == 0:
        return Home(Path("/var/lib/akte"))
    data = environment.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Home(Path(data).absolute() / "akte")
