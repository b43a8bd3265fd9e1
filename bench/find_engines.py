"""Engines that are compared on the same texts and queries, each set up as its users would."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import index.arrays  # noqa: F401 -- loaded beforehand, as a process that stays would
from bench.find_texts import Sample
from config.document_types import load_document_types
from index.errors import QueryError
from index.labels import labels_of
from index.query import parse, require
from index.rebuilding import open_or_rebuild
from index.search import find
from records.model import Change, DocumentState, IndexEntry

LIMIT = 10


class Engine(Protocol):
    """`build` once, then `search`: ids of the first ten."""

    def build(self, folder: Path, samples: Iterable[Sample]) -> None: ...

    def search(self, query: str) -> Sequence[str]: ...

    def close(self) -> None: ...


def entry_of(sample: Sample) -> IndexEntry:
    """A filed document carries the name of its person from the register; one in review does not."""
    return IndexEntry(
        document_id=sample.id,
        authority="wiesbaden",
        source=f"scan_{sample.id}.pdf",
        type=sample.type,
        section="",
        person="P-1" if sample.filed else None,
        person_names=(sample.name,) if sample.filed else (),
        file_number=None,
        document_date=sample.issued,
        received_at=datetime(2024, 1, 1, tzinfo=UTC),
        state=DocumentState.FILED if sample.filed else DocumentState.REVIEW,
        pages=tuple(enumerate(sample.read, 1)),
    )


@dataclass
class _Feed:
    entries: Mapping[str, IndexEntry]

    def pending(self, limit: int) -> Sequence[Change]:
        del limit
        return ()

    def forget(self, sequences: Sequence[int]) -> None: ...

    def entry(self, document_id: str) -> IndexEntry | None:
        return self.entries[document_id]

    def all_ids(self) -> Iterable[str]:
        return sorted(self.entries)


@dataclass
class Akte:
    """The project's own index, in a snapshot that stays open."""

    _stack: ExitStack = field(default_factory=ExitStack)

    def build(self, folder: Path, samples: Iterable[Sample]) -> None:
        feed = _Feed({sample.id: entry_of(sample) for sample in samples})
        self._labels = labels_of(load_document_types(None))
        index = open_or_rebuild(folder, feed, labels=self._labels)  # a kept one is gone on with
        self._snapshot = self._stack.enter_context(index.snapshot())

    def search(self, query: str) -> Sequence[str]:
        return self._find(query, facets=False)

    def count(self, query: str) -> Sequence[str]:
        """As `search`, with the counts by type, section and year that the command shows."""
        return self._find(query, facets=True)

    def _find(self, query: str, *, facets: bool) -> Sequence[str]:
        try:
            wanted = require(parse(query, self._labels))
        except QueryError:
            return ()
        found = find(self._snapshot, wanted, pages=lambda _: (), limit=LIMIT, facets=facets)
        return [hit.document_id for hit in found.hits]

    def close(self) -> None:
        self._stack.close()


@dataclass
class PlainWhoosh:
    """Whoosh as paperless-ngx had it before it left: one text field, its default analyzer and parser."""

    def build(self, folder: Path, samples: Iterable[Sample]) -> None:
        from whoosh import fields, index  # noqa: PLC0415 -- slow to load, and only here
        from whoosh.qparser import MultifieldParser  # noqa: PLC0415

        folder.mkdir(parents=True)
        schema = fields.Schema(
            id=fields.ID(stored=True, unique=True),
            title=fields.TEXT(sortable=True),
            content=fields.TEXT(),
            type=fields.TEXT(sortable=True),
            correspondent=fields.TEXT(sortable=True),
        )
        engine = index.create_in(str(folder), schema)
        with engine.writer(limitmb=256) as writer:
            for sample in samples:
                writer.add_document(
                    id=sample.id,
                    title=f"scan_{sample.id}",
                    content="\n".join(sample.read),
                    type=sample.type,
                    correspondent=_name(sample),
                )
        self._parser = MultifieldParser(["content", "title", "type", "correspondent"], schema)
        self._searcher = engine.searcher()

    def search(self, query: str) -> Sequence[str]:
        return [hit["id"] for hit in self._searcher.search(self._parser.parse(query), limit=LIMIT)]

    def close(self) -> None:
        self._searcher.close()


@dataclass
class Fts5:
    """SQLite's full text, without accents; words are joined by AND."""

    def build(self, folder: Path, samples: Iterable[Sample]) -> None:
        folder.mkdir(parents=True)
        self._db = sqlite3.connect(folder / "fts.sqlite3", check_same_thread=False)
        self._db.execute(
            "CREATE VIRTUAL TABLE t USING fts5"
            "(id UNINDEXED, body, name, tokenize='unicode61 remove_diacritics 2')"
        )
        with self._db:
            rows = ((sample.id, "\n".join(sample.read), _name(sample)) for sample in samples)
            self._db.executemany("INSERT INTO t VALUES (?, ?, ?)", rows)

    def search(self, query: str) -> Sequence[str]:
        rows = self._db.execute(
            "SELECT id FROM t WHERE t MATCH ? ORDER BY rank LIMIT ?", (_quoted(query), LIMIT)
        )
        return [row[0] for row in rows]

    def close(self) -> None:
        self._db.close()


def _quoted(query: str) -> str:
    """Each word and phrase in quotation marks, so that no sign in it is an operator; `x*` stays one."""
    pieces = re.findall(r'"[^"]*"|\S+', query)
    return " ".join(f'"{p[:-1]}"*' if p.endswith("*") else p if p[0] == '"' else f'"{p}"' for p in pieces)


@dataclass
class Tantivy:
    """tantivy with its German stemmer and without accents; words are joined by AND."""

    def build(self, folder: Path, samples: Iterable[Sample]) -> None:
        import tantivy  # noqa: PLC0415 -- only there with the bench's own packages

        folder.mkdir(parents=True)
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw")
        builder.add_text_field("body", tokenizer_name="german")
        builder.add_text_field("name", tokenizer_name="german")
        self._index = tantivy.Index(builder.build(), path=str(folder))
        analyzer = (
            tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
            .filter(tantivy.Filter.lowercase())
            .filter(tantivy.Filter.stemmer("german"))
            .filter(tantivy.Filter.ascii_fold())
            .build()
        )
        self._index.register_tokenizer("german", analyzer)
        writer = self._index.writer(256_000_000, 1)
        for sample in samples:
            writer.add_document(
                tantivy.Document(id=sample.id, body="\n".join(sample.read), name=_name(sample))
            )
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def search(self, query: str) -> Sequence[str]:
        parsed, _ = self._index.parse_query_lenient(
            _quoted(query), ["body", "name"], conjunction_by_default=True
        )
        found = self._searcher.search(parsed, LIMIT).hits
        return [self._searcher.doc(address)["id"][0] for _, address in found]

    def close(self) -> None:
        del self._searcher, self._index


ENGINES: Mapping[str, Callable[[], Engine]] = {
    "akte": Akte,
    "Whoosh as is": PlainWhoosh,
    "FTS5": Fts5,
    "tantivy": Tantivy,
}


def has_tantivy() -> bool:
    try:
        import tantivy  # noqa: F401, PLC0415 -- only there with the bench's own packages
    except ImportError:
        return False
    return True


def _name(sample: Sample) -> str:
    return sample.name if sample.filed else ""


def describe(sample: Sample) -> str:
    """For looking into a query that failed."""
    return json.dumps({"level": sample.level, "type": sample.type, "read": sample.read}, ensure_ascii=False)
