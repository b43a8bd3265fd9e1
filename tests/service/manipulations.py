"""Ways of doing harm to a home past the program, each at a place that a seed chooses."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random

from config.home import Home

Harm = Callable[[Home, Random], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manipulation:
    """`fault`: whether `verify` must find it; what changes no content is none."""

    name: str
    do: Harm
    fault: bool = True


# -- files ------------------------------------------------------------------------------------


def _stored(home: Home) -> list[Path]:
    """Files that the catalogue speaks of."""
    folders = ("records", "review", "quarantine")
    return [path for name in folders for path in sorted((home.root / name).rglob("*")) if path.is_file()
            and path.name != "arrival.json"]  # fmt: skip


def _any(home: Home, random: Random) -> Path:
    return random.choice(_stored(home))


def _rewrite(change: Callable[[bytes, Random], bytes]) -> Harm:
    def harm(home: Home, random: Random) -> None:
        path = _any(home, random)
        content = path.read_bytes()
        path.unlink()  # this name alone, not those that share its bytes
        path.write_bytes(change(content, random))

    return harm


def _flip(content: bytes, random: Random) -> bytes:
    at = random.randrange(len(content))
    return content[:at] + bytes([content[at] ^ 1 << random.randrange(8)]) + content[at + 1 :]


def _flip_in_place(home: Home, random: Random) -> None:
    """As a failing disk does: size and times stay."""
    path = _any(home, random)
    times = path.stat()
    path.write_bytes(_flip(path.read_bytes(), random))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def _swap(home: Home, random: Random) -> None:
    one, other = random.sample(sorted(home.root.glob("re*/**/reading.json")), 2)
    between = one.with_name("between")
    one.rename(between)
    other.rename(one)
    between.rename(other)


def _delete(home: Home, random: Random) -> None:
    _any(home, random).unlink()


def _rename(home: Home, random: Random) -> None:
    path = _any(home, random)
    path.rename(path.with_name("renamed"))


def _link_elsewhere(home: Home, random: Random) -> None:
    path = _any(home, random)
    path.rename(home.root / "elsewhere")
    path.symlink_to(home.root / "elsewhere")


def _document_folder(home: Home, random: Random) -> Path:
    return random.choice(sorted(home.root.glob("records/*/persons/*/*")))


def _move_to_another_person(home: Home, random: Random) -> None:
    folder = _document_folder(home, random)
    target = folder.parent.with_name("P-9999")
    target.mkdir()
    folder.rename(target / folder.name)


def _delete_folder(home: Home, random: Random) -> None:
    shutil.rmtree(_document_folder(home, random))


def _add(where: str) -> Harm:
    def harm(home: Home, random: Random) -> None:
        (random.choice(sorted(home.root.glob(where))) / "added.pdf").write_bytes(b"%PDF-1.7")

    return harm


def _add_folder(where: str) -> Harm:
    def harm(home: Home, random: Random) -> None:
        (random.choice(sorted(home.root.glob(where))) / "added").mkdir()

    return harm


def _new_times(home: Home, random: Random) -> None:
    os.utime(_any(home, random), (random.randrange(10**9), random.randrange(10**9)))


def _same_bytes_anew(home: Home, random: Random) -> None:
    _rewrite(lambda content, _: content)(home, random)


FILES = (
    Manipulation(name="flip a bit", do=_rewrite(_flip)),
    Manipulation(name="flip a bit, keep the times", do=_flip_in_place),
    Manipulation(name="truncate", do=_rewrite(lambda content, random: content[: random.randrange(9)])),
    Manipulation(name="append a byte", do=_rewrite(lambda content, _: content + b"\n")),
    Manipulation(name="empty", do=_rewrite(lambda *_: b"")),
    Manipulation(name="delete a file", do=_delete),
    Manipulation(name="rename a file", do=_rename),
    Manipulation(name="swap two files", do=_swap),
    Manipulation(name="replace by a symbolic link", do=_link_elsewhere),
    Manipulation(name="move a document to another person", do=_move_to_another_person),
    Manipulation(name="delete a document's folder", do=_delete_folder),
    Manipulation(name="add a file to a document", do=_add("records/*/persons/*/*")),
    Manipulation(name="add a file to a person", do=_add("records/*/persons/*")),
    Manipulation(name="add a file to the originals", do=_add("records/*/originals/*")),
    Manipulation(name="add a file to the review", do=_add("review/*")),
    Manipulation(name="add a file to the quarantine", do=_add("quarantine/*")),
    Manipulation(name="add a folder to the review", do=_add_folder("review/*")),
    Manipulation(name="add a folder to a person", do=_add_folder("records/*/persons/*")),
    Manipulation(name="new times only", do=_new_times, fault=False),
    Manipulation(name="the same bytes written anew", do=_same_bytes_anew, fault=False),
)  # fmt: skip


# -- catalogue --------------------------------------------------------------------------------

_TRIGGERS = ("DROP TRIGGER audit_no_update", "DROP TRIGGER audit_no_delete")


def execute(home: Home, *statements: str) -> None:
    """As somebody can who may write the database file; no constraint is in the way."""
    with closing(sqlite3.connect(home.database_file)) as connection:
        for statement in statements:
            assert connection.execute(statement).rowcount != 0, statement
        connection.commit()


def _edit(table: str, column: str, value: str, which: str = "1") -> Harm:
    """Set a column of one row, chosen by the seed, to something else."""

    def harm(home: Home, random: Random) -> None:
        with closing(sqlite3.connect(home.database_file)) as connection:
            query = f"SELECT rowid FROM {table} WHERE {which} AND {column} IS NOT ({value}) ORDER BY rowid"
            row = random.choice(connection.execute(query).fetchall())[0]
        execute(home, *(_TRIGGERS if table == "audit" else ()),
                f"UPDATE {table} SET {column} = {value} WHERE rowid = {row}")  # fmt: skip

    return harm


def _sql(*statements: str) -> Harm:
    return lambda home, _: execute(home, *statements)


_COLUMNS: dict[str, dict[str, str]] = {
    "arrival": {
        "source": "'other.pdf'", "sha256": "'00'", "size": "1", "received_at": "'2020-01-01 00:00:00.000000'",
    },
    "document": {
        "state": "CASE state WHEN 'filed' THEN 'review' ELSE 'filed' END", "source_pages": "'[7]'",
        "type": "'reisepass'", "type_score": "0.123", "type_evidence": "'[]'", "section": "'elsewhere'",
        "person": "CASE person WHEN 'P-0001' THEN 'P-0002' ELSE 'P-0001' END", "match_score": "0.5",
        "evidence": """'[{"name":"x","weight":1.0,"detail":""}]'""", "document_date": "'1999-01-01'",
        "language": "'fra'", "quality": "0.111", "filed_at": "'2020-01-01 00:00:00.000000'",
        "reason_code": "'thin_margin'", "reason_params": """'{"x":"y"}'""", "folder": "folder || 'x'",
    },
    "page": {
        "text": "'other'", "kind": "'blank'", "rotation": "90", "language": "'fra'", "quality": "0.5",
        "number": "9", "document_id": "NULL",
    },
    "file": {"name": "'x.pdf'", "sha256": "'00'", "size": "1"},
    "person": {
        "names": "'[]'", "birth_date": "'1990'", "sex": "'X'", "nationality": "'XXA'", "azr_number": "'1'",
        "file_number": "'2'", "birth_place": "'x'", "document_numbers": """'["X9"]'""",
    },
    "audit": {
        "at": "'2020-01-01T00:00:00+00:00'", "actor": "'nobody'", "authority": "'elsewhere'",
        "action": "'shown'", "subject": "'x'", "details": "'{}'", "prev_hash": "'0'", "hash": "'0'",
    },
}  # fmt: skip

_LAST = "(SELECT max(seq) FROM audit)"
_BEHIND = (
    "INSERT INTO audit SELECT seq + 100, at, actor, authority, action, subject, details, 'x', hash"
    " FROM audit WHERE seq = 1"
)


def _catalogue() -> Iterator[Manipulation]:
    for table, columns in _COLUMNS.items():
        for column, value in columns.items():
            yield Manipulation(name=f"edit {table}.{column}", do=_edit(table, column, value))
    for column, value, which in (
        ("state", "'waiting'", "state = 'done'"),
        ("state", "'quarantined'", "state = 'done'"),
        ("state", "'discarded'", "state = 'quarantined'"),
        ("state", "'done'", "state = 'duplicate'"),
        ("duplicate_of", "(SELECT max(id) FROM arrival WHERE state = 'quarantined')", "state = 'duplicate'"),
        ("media_type", "'image/png'", "state = 'done'"),
        ("page_count", "7", "state = 'done'"),
        ("reason_code", "'no_pages'", "state = 'quarantined'"),
        ("reason_params", """'{"detail":"x"}'""", "state = 'quarantined'"),
    ):
        name = f"edit arrival.{column} to {value} where {which}"
        yield Manipulation(name=name, do=_edit("arrival", column, value, which))
    for table in ("arrival", "document", "page", "file", "person"):
        one = f"(SELECT max(rowid) FROM {table})"
        yield Manipulation(
            name=f"delete a row of {table}", do=_sql(f"DELETE FROM {table} WHERE rowid = {one}")
        )
    yield Manipulation(
        name="delete a key of a person", do=_sql("DELETE FROM person_key WHERE person = 'P-0001'")
    )
    yield Manipulation(
        name="a note for the index of no document",
        do=_sql("INSERT INTO change (authority, document_id) VALUES ('wiesbaden', 'none')"),
    )


def _log() -> Iterator[Manipulation]:
    for name, *statements in (
        ("delete the first entry", "DELETE FROM audit WHERE seq = 1"),
        ("delete an entry", "DELETE FROM audit WHERE seq = 4"),
        ("cut the end", f"DELETE FROM audit WHERE seq = {_LAST}"),
        ("cut half", f"DELETE FROM audit WHERE seq > {_LAST} / 2"),
        ("empty the log", "DELETE FROM audit"),
        ("swap two entries", "UPDATE audit SET seq = -1 WHERE seq = 3",
         "UPDATE audit SET seq = 3 WHERE seq = 4", "UPDATE audit SET seq = 4 WHERE seq = -1"),
        ("close the gap of a deleted entry", "DELETE FROM audit WHERE seq = 4",
         "UPDATE audit SET seq = -seq WHERE seq > 4", "UPDATE audit SET seq = -seq - 1 WHERE seq < 0"),
        ("cut the end and move the head", f"DELETE FROM audit WHERE seq > {_LAST} - 3",
         f"UPDATE audit_head SET seq = {_LAST}, hash = (SELECT hash FROM audit WHERE seq = {_LAST})"),
        ("move the head", "UPDATE audit_head SET seq = seq - 1"),
        ("another hash in the head", "UPDATE audit_head SET hash = 'x'"),
        ("add an entry behind the head", _BEHIND),
    ):  # fmt: skip
        yield Manipulation(name=f"log: {name}", do=_sql(*_TRIGGERS, *statements))


# -- index ------------------------------------------------------------------------------------


def _drop_from_index(home: Home, random: Random) -> None:
    from whoosh.index import open_dir  # noqa: PLC0415 - the engine itself, past our own code

    from index.engine import change  # noqa: PLC0415

    [generation] = home.index("wiesbaden").glob("generation-*")
    with closing(open_dir(str(generation))) as engine, engine.reader() as reader:
        ids = sorted(stored["id"] for stored in reader.all_stored_fields())
    change(generation, {random.choice(ids): None}, {})


def _harm_index(home: Home, random: Random) -> None:
    [generation] = home.index("wiesbaden").glob("generation-*")
    path = random.choice(sorted(generation.glob("MAIN_*")))
    path.write_bytes(_flip(path.read_bytes(), random))


INDEX = (
    Manipulation(name="index: take out a document", do=_drop_from_index),
    Manipulation(name="index: flip a bit", do=_harm_index),
    Manipulation(name="index: remove it", do=lambda home, _: shutil.rmtree(home.index("wiesbaden"))),
)

CATALOGUE, LOG = tuple(_catalogue()), tuple(_log())
NONE = (
    Manipulation(name="vacuum the database", do=lambda home, _: _vacuum(home), fault=False),
    Manipulation(name="nothing", do=lambda *_: None, fault=False),
)
ALL = (*FILES, *CATALOGUE, *LOG, *INDEX, *NONE)


def _vacuum(home: Home) -> None:
    with closing(sqlite3.connect(home.database_file)) as connection:
        connection.execute("VACUUM")
