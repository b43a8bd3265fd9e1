"""Verifying from the catalogue to the disk: each arrival with its bytes, pages and documents."""

from __future__ import annotations

import stat
import time
from collections import Counter, deque
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path

from sqlalchemy import RowMapping

from config.home import Home
from config.settings import Settings
from records import files
from records.arrivals import record_of
from records.audit import Action
from records.catalogue import Catalogue
from records.codec import canonical
from records.model import ArrivalRecord, ArrivalState, Fault
from records.seals import arrival_seal, document_seal_of, pages_seal_of
from records.verify_faults import fault
from records.verify_snapshot import Snapshot, batches, snapshots

LOOKS = 3
"""Looks at what seems faulty: the service may be moving it just now, and what remains is a fault."""

_STATES = {
    Action.RECEIVED: (ArrivalState.WAITING, ArrivalState.PROCESSING),
    Action.REQUEUED: (ArrivalState.WAITING, ArrivalState.PROCESSING),
    Action.DONE: (ArrivalState.DONE,),
    Action.QUARANTINED: (ArrivalState.QUARANTINED,),
    Action.DUPLICATE: (ArrivalState.DUPLICATE,),
    Action.DISCARDED: (ArrivalState.DISCARDED,),
}
"""What state the newest of these log entries leaves an arrival in."""

_Result = tuple[list[Fault], Counter[str]]


def verify_arrivals(
    catalogue: Catalogue, authority: str, counts: Counter[str], *, jobs: int, pause: float
) -> Iterator[Fault]:
    """Faults of all arrivals of an authority, found by `jobs` processes; `counts` is added to."""
    for faults, seen in _results(catalogue, batches(catalogue, authority), jobs, pause):
        counts.update(seen)
        yield from faults


def _results(
    catalogue: Catalogue, work: Iterator[tuple[str, ...]], jobs: int, pause: float
) -> Iterator[_Result]:
    if jobs == 1:
        yield from (_verified(catalogue, ids, pause) for ids in work)
        return
    context = get_context("spawn")  # a fork would share database connections
    with ProcessPoolExecutor(
        jobs, mp_context=context, initializer=_Process.start, initargs=(catalogue.home, catalogue.settings)
    ) as pool:
        running: deque[Future[_Result]] = deque()
        for ids in work:  # never more in flight than keeps all busy
            running.append(pool.submit(_Process.verified, ids, pause))
            if len(running) > 3 * jobs:
                yield running.popleft().result()
        while running:
            yield running.popleft().result()


class _Process:
    """A helping process: one catalogue of its own for all its work."""

    catalogue: Catalogue

    @classmethod
    def start(cls, home: Home, settings: Settings) -> None:
        cls.catalogue = Catalogue.open(home, settings)

    @classmethod
    def verified(cls, ids: tuple[str, ...], pause: float) -> _Result:
        return _verified(cls.catalogue, ids, pause)


def _verified(catalogue: Catalogue, ids: Sequence[str], pause: float) -> _Result:
    """Look at some arrivals; again, after `pause` seconds, at those that seem faulty."""
    found = {look.subject: look for look in _looks(catalogue, ids)}
    for _ in range(LOOKS - 1):
        suspects = [subject for subject, look in found.items() if look.faults]
        if not suspects:
            break
        time.sleep(pause)
        found |= {look.subject: look for look in _looks(catalogue, suspects)}
    counts: Counter[str] = Counter()
    for look in found.values():
        counts.update(look.counts)
    return [one for look in found.values() for one in look.faults], counts


def _looks(catalogue: Catalogue, ids: Sequence[str]) -> Iterator[_Look]:
    try:
        seen = snapshots(catalogue, ids)
    except ValueError as error:  # a column holds what this program cannot have written
        if len(ids) > 1:
            yield from (look for one in ids for look in _looks(catalogue, (one,)))
        else:
            yield _Look.unreadable(catalogue.home, ids[0], error)
        return
    for one in seen:
        yield _Look.at(catalogue, one)


class _Look:
    """One look at one arrival."""

    def __init__(self, home: Home, subject: str) -> None:
        self.home = home
        self.subject = subject
        self.counts: Counter[str] = Counter(arrivals=1)
        self.faults: list[Fault] = []
        self._hashes: dict[tuple[int, int], str] = {}

    @classmethod
    def unreadable(cls, home: Home, subject: str, error: ValueError) -> _Look:
        look = cls(home, subject)
        look._found("row_altered", subject, detail=error)
        return look

    @classmethod
    def at(cls, catalogue: Catalogue, seen: Snapshot) -> _Look:
        try:
            record = record_of(catalogue, seen.row)
        except ValueError as error:
            return cls.unreadable(catalogue.home, seen.row["id"], error)
        look = cls(catalogue.home, record.id)
        look._rows(seen, record)
        if record.state is ArrivalState.DONE:
            look._pages(seen, record)
        look._bytes(record)
        for one in seen.documents:
            look._folder(one, {row["name"]: row["sha256"] for row in seen.files[one["id"]]})
        return look

    def _found(self, code: str, subject: str, **params: object) -> None:
        self.faults.append(fault(code, subject, **params))

    # -- rows against the log --------------------------------------------------------------

    def _rows(self, seen: Snapshot, record: ArrivalRecord) -> None:
        first = Action.RECEIVED if record.duplicate_of is None else Action.DUPLICATE
        self._sealed(seen, record.id, arrival_seal(seen.row), "arrival", (first,))
        self._state(seen, record)
        for one in seen.documents:
            self._sealed(seen, one["id"], document_seal_of(one, seen.files[one["id"]]), "document")

    def _sealed(
        self, seen: Snapshot, subject: str, seal: str, what: str, actions: Collection[Action] = ()
    ) -> None:
        """The newest seal in the log (of `actions`) is that of the present row."""
        # whether the log's own text is sound is the chain's business; here it may be anything
        newest = next(
            (
                details
                for about, action, details in reversed(seen.log)
                if about == subject and (not actions or action in actions) and '"seal":"' in details
            ),
            "",
        )
        if f'"seal":"{seal}"' not in newest:
            self._found("row_altered", subject, detail=what)

    def _state(self, seen: Snapshot, record: ArrivalRecord) -> None:
        """The arrival is in the state that the log left it in, and set aside for the logged reason."""
        log = [(action, text) for about, action, text in seen.log if about == record.id and action in _STATES]
        action, details = log[-1] if log else (None, "")
        if action is None or record.state not in _STATES[Action(action)]:
            self._found("row_altered", record.id, detail=f"state {record.state}")
        elif record.state is ArrivalState.QUARANTINED and record.reason is not None:
            reason = {"reason": record.reason.code, "params": dict(record.reason.params)}
            if canonical(reason).decode() != details:
                self._found("row_altered", record.id, detail="reason")

    def _pages(self, seen: Snapshot, record: ArrivalRecord) -> None:
        self.counts["pages"] += len(seen.pages)
        if [row["number"] for row in seen.pages] != list(range(1, (record.page_count or 0) + 1)):
            self._found("pages_wrong", record.id, detail=f"{len(seen.pages)}/{record.page_count}")
        for one in seen.documents:
            mine = [row["number"] for row in seen.pages if row["document_id"] == one["id"]]
            if mine != list(one["source_pages"]):
                self._found("pages_wrong", one["id"], detail=f"{mine} ≠ {one['source_pages']}")
        for row in seen.pages:
            lost = row["document_id"] is None and row["reason_code"] is None
            if lost or (row["document_id"] is not None and row["document_id"] not in seen.files):
                self._found("pages_wrong", record.id, detail=f"{row['number']}")
        self._sealed(seen, record.id, pages_seal_of(seen.row, seen.pages), "pages", (Action.DONE,))

    # -- rows against the disk -------------------------------------------------------------

    def _bytes(self, record: ArrivalRecord) -> None:
        match record.state:
            case ArrivalState.DUPLICATE:  # its bytes are those of the first arrival
                return
            case ArrivalState.DISCARDED:
                if record.path.exists():
                    self._found("bytes_kept", record.id, path=record.path)
            case _:
                self._compare(record.path, record.sha256, record.id, "bytes")

    def _folder(self, row: RowMapping, stored: dict[str, str]) -> None:
        self.counts["documents"] += 1
        folder = self.home.root / row["folder"]
        for name, sha256 in stored.items():
            self._compare(folder / name, sha256, row["id"], "file")
        with suppress(FileNotFoundError, NotADirectoryError):  # then its files are missing
            for path in sorted(folder.iterdir()):
                if path.name not in stored:
                    self._found("file_extra", row["id"], path=path)

    def _compare(self, path: Path, sha256: str, subject: str, kind: str) -> None:
        try:
            found = self._hash(path)
        except (FileNotFoundError, NotADirectoryError):
            self._found(f"{kind}_missing", subject, path=path)
        except OSError as error:
            self._found("unreadable", subject, path=path, detail=error.strerror)
        else:
            if found != sha256:
                self._found(f"{kind}_changed", subject, path=path)

    def _hash(self, path: Path) -> str | None:
        """None for what is no file of its own, as a symbolic link. Links to the same bytes are read once."""
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            return None
        self.counts["files"] += 1
        key = (status.st_dev, status.st_ino)
        if key not in self._hashes:
            self._hashes[key] = files.hash_file(path)
            self.counts["bytes"] += status.st_size
        return self._hashes[key]
