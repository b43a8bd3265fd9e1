"""A journal with behaviour, and an inbox with a home beside it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from config.home import Home
from intake.arrival import Arrival, FileIdentity
from intake.inbox import identity_of
from intake.receive import Received, receive

NOW = datetime(2024, 5, 3, 8, 30, tzinfo=UTC)


class Crash(BaseException):
    """The machine stops here; nobody may catch and carry on."""


@dataclass
class FakeReceipt:
    id: str
    state: str
    duplicate_of: str | None = None
    already_known: bool = False


@dataclass
class FakeJournal:
    """Keeps what the real one keeps. `at` maps a fault point to what is to happen there."""

    entries: dict[str, Arrival] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)
    at: dict[str, Callable[[], None]] = field(default_factory=dict)

    def _point(self, name: str) -> None:
        if action := self.at.pop(name, None):
            action()

    def receive(self, arrival: Arrival) -> FakeReceipt:
        self._point("before receive")
        if known := self._same_delivery(arrival):
            return FakeReceipt(known, "waiting", already_known=True)
        same = [e.id for e in self.entries.values() if _content(e) == _content(arrival)]
        assert arrival.path.read_bytes() is not None
        self.entries[arrival.id] = arrival
        self._point("after receive")
        if same:
            return FakeReceipt(arrival.id, "duplicate", duplicate_of=same[0])
        return FakeReceipt(arrival.id, "waiting")

    def _same_delivery(self, arrival: Arrival) -> str | None:
        if arrival.identity is None:
            return None
        for entry in self.entries.values():
            same = (entry.origin, entry.identity, entry.sha256)
            if same == (arrival.origin, arrival.identity, arrival.sha256) and entry.id not in self.removed:
                return entry.id
        return None

    def mark_removed(self, arrival_id: str) -> None:
        self._point("before mark")
        assert arrival_id in self.entries
        self.removed.add(arrival_id)

    def get(self, arrival_id: str) -> Arrival | None:
        return self.entries.get(arrival_id)


def _content(arrival: Arrival) -> tuple[str, str]:
    return arrival.authority, arrival.sha256


@dataclass
class Site:
    """One authority's inbox and what belongs to it."""

    inbox: Path
    home: Home
    journal: FakeJournal
    authority: str = "wiesbaden"

    def drop(self, name: str | bytes, content: bytes = b"%PDF-1.7 sample") -> Path:
        path = self.inbox / os.fsdecode(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    def receive(self, path: Path, expected: FileIdentity | None = None) -> Received | None:
        return receive(
            path,
            inbox=self.inbox,
            authority=self.authority,
            home=self.home,
            journal=self.journal,
            now=NOW,
            expected=expected,
        )

    def spooled(self) -> list[Path]:
        """The arrival folders in the spool."""
        return sorted(self.home.spool.glob("*/*"))

    def left(self) -> list[str]:
        """Names of all files in the inbox, hidden ones too."""
        return sorted(path.name for path in self.inbox.rglob("*") if not path.is_dir())

    def contents(self) -> list[bytes]:
        """The journalled bytes as they lie in the spool, checked to be where the entry says."""
        return sorted(entry.path.read_bytes() for entry in self.journal.entries.values())


@pytest.fixture
def site(tmp_path: Path) -> Site:
    inbox = tmp_path / "home" / "inbox" / "wiesbaden"
    inbox.mkdir(parents=True)
    return Site(inbox, Home(tmp_path / "home"), FakeJournal())


@pytest.fixture
def crash() -> Callable[[], None]:
    def act() -> None:
        raise Crash

    return act


@pytest.fixture
def crash_type() -> type[BaseException]:
    return Crash


@pytest.fixture
def identity() -> Callable[[Path], FileIdentity]:
    return lambda path: identity_of(path.lstat())
