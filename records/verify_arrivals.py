"""Verifying from the catalogue to the disk: each arrival with its bytes, pages and documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlalchemy import Connection, RowMapping, select

from config.home import Home
from records import files
from records.arrivals import record_of, row_of
from records.audit import Action
from records.catalogue import Catalogue
from records.codec import Row
from records.model import ArrivalRecord, ArrivalState, Fault
from records.schema import arrival, audit, document, file, page
from records.seals import arrival_seal, document_seal, pages_seal
from records.verify_faults import fault

_BATCH = 1000


def verify_arrivals(catalogue: Catalogue, authority: str, counts: Counter[str]) -> Iterator[Fault]:
    """Faults of all arrivals of an authority; `counts` is added to."""
    for arrival_id in _ids(catalogue, authority):
        try:
            check = _Check(catalogue, arrival_id)
            if check.faults:  # the service may be moving it just now: what remains is a fault
                check = _Check(catalogue, arrival_id)
        except ValueError as error:  # a column holds what this program cannot have written
            yield fault("row_altered", arrival_id, detail=error)
            continue
        counts.update(check.counts)
        yield from check.faults


def _ids(catalogue: Catalogue, authority: str) -> Iterator[str]:
    last = ""
    while True:
        query = (
            select(arrival.c.id)
            .where(arrival.c.authority == authority, arrival.c.id > last)
            .order_by(arrival.c.id)
            .limit(_BATCH)
        )
        with catalogue.read() as connection:
            ids = connection.execute(query).scalars().all()
        if not ids:
            return
        yield from ids
        last = ids[-1]


class _Check:
    """One look at one arrival."""

    def __init__(self, catalogue: Catalogue, arrival_id: str) -> None:
        self.home: Home = catalogue.home
        self.counts: Counter[str] = Counter(arrivals=1)
        self.faults: list[Fault] = []
        self._hashes: dict[tuple[int, int], str] = {}
        with catalogue.read() as connection:
            row = row_of(connection, arrival_id)
            record = record_of(catalogue, row)
            self._seal(connection, row)
            documents = (
                connection.execute(
                    select(document)
                    .where(document.c.arrival_id == arrival_id)
                    .order_by(document.c.first_page)
                )
                .mappings()
                .all()
            )
            stored = {one["id"]: _files(connection, one["id"]) for one in documents}
            for one in documents:
                self._sealed(connection, one["id"], document_seal(connection, one["id"]), None, "document")
            if record.state is ArrivalState.DONE:
                self._pages(connection, record, documents)
        self._bytes(record)
        for one in documents:
            self._folder(one, stored[one["id"]])

    def _found(self, code: str, subject: str, **params: object) -> None:
        self.faults.append(fault(code, subject, **params))

    def _seal(self, connection: Connection, row: Row) -> None:
        action = Action.RECEIVED if row["duplicate_of"] is None else Action.DUPLICATE
        self._sealed(connection, row["id"], arrival_seal(row), action, "arrival")

    def _sealed(
        self, connection: Connection, subject: str, seal: str, action: Action | None, what: str
    ) -> None:
        """The newest seal in the log (of `action`) is that of the present row."""
        query = select(audit.c.details).where(audit.c.subject == subject).order_by(audit.c.seq.desc())
        if action is not None:
            query = query.where(audit.c.action == action)
        # whether the log's own text is sound is the chain's business; here it may be anything
        mark = f'"seal":"{seal}"'
        newest = next((text for text in connection.execute(query).scalars() if '"seal":"' in text), "")
        if mark not in newest:
            self._found("row_altered", subject, detail=what)

    def _pages(self, connection: Connection, record: ArrivalRecord, documents: Sequence[RowMapping]) -> None:
        rows = (
            connection.execute(
                select(page.c.number, page.c.document_id, page.c.reason_code)
                .where(page.c.arrival_id == record.id)
                .order_by(page.c.number)
            )
            .mappings()
            .all()
        )
        self.counts["pages"] += len(rows)
        if [row["number"] for row in rows] != list(range(1, (record.page_count or 0) + 1)):
            self._found("pages_wrong", record.id, detail=f"{len(rows)}/{record.page_count}")
        for one in documents:
            mine = [row["number"] for row in rows if row["document_id"] == one["id"]]
            if mine != list(one["source_pages"]):
                self._found("pages_wrong", one["id"], detail=f"{mine} ≠ {one['source_pages']}")
        known = {one["id"] for one in documents}
        for row in rows:
            lost = row["document_id"] is None and row["reason_code"] is None
            if lost or (row["document_id"] is not None and row["document_id"] not in known):
                self._found("pages_wrong", record.id, detail=f"{row['number']}")
        self._sealed(connection, record.id, pages_seal(connection, record.id), Action.DONE, "pages")

    def _bytes(self, record: ArrivalRecord) -> None:
        if record.state is ArrivalState.DUPLICATE:  # its bytes are those of the first arrival
            return
        found = self._hash(record.path)
        if found is None:
            self._found("bytes_missing", record.id, path=record.path)
        elif found != record.sha256:
            self._found("bytes_changed", record.id, path=record.path)

    def _folder(self, row: RowMapping, stored: dict[str, str]) -> None:
        self.counts["documents"] += 1
        folder = self.home.root / row["folder"]
        for name, sha256 in stored.items():
            found = self._hash(folder / name)
            if found is None:
                self._found("file_missing", row["id"], path=folder / name)
            elif found != sha256:
                self._found("file_changed", row["id"], path=folder / name)
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.name not in stored:
                self._found("file_extra", row["id"], path=path)

    def _hash(self, path: Path) -> str | None:
        """None if there is no such file. Links to the same bytes are read once."""
        try:
            status = path.stat()
            self.counts["files"] += 1
            key = (status.st_dev, status.st_ino)
            if key not in self._hashes:
                self._hashes[key] = files.hash_file(path)
                self.counts["bytes"] += status.st_size
        except FileNotFoundError:
            return None
        return self._hashes[key]


def _files(connection: Connection, document_id: str) -> dict[str, str]:
    query = select(file.c.name, file.c.sha256).where(file.c.document_id == document_id)
    return {row.name: row.sha256 for row in connection.execute(query)}
