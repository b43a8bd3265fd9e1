import sqlite3

import pytest
from sqlalchemy.exc import IntegrityError

from config.home import Home
from records import audit
from records.audit import ChainFault, append, check_chain
from records.catalogue import Catalogue


def log(catalogue: Catalogue, *subjects: str) -> None:
    with catalogue.write() as connection:
        for subject in subjects:
            details = {"note": "ä", "pages": [1, 2], "none": None}
            append(
                connection, actor="clerk", authority="alpha", action="shown", subject=subject, details=details
            )


@pytest.fixture
def tampered(catalogue: Catalogue, home: Home):
    """What someone with access to the file can do, past the triggers."""
    log(catalogue, "a", "b", "c", "d")

    def execute(*statements: str) -> list[ChainFault]:
        connection = sqlite3.connect(home.database_file)
        connection.execute("DROP TRIGGER audit_no_update")
        connection.execute("DROP TRIGGER audit_no_delete")
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.close()
        return list(check_chain(catalogue))

    return execute


def test_untouched_log_is_sound(tampered) -> None:
    assert tampered() == []


def test_empty_log_is_sound(catalogue: Catalogue) -> None:
    assert list(check_chain(catalogue)) == []
    assert audit.head(catalogue) == (0, "0" * 64)


@pytest.mark.parametrize(
    "change",
    [
        "actor = 'x'",
        "details = '{}'",
        "details = 'no json'",
        "at = 'yesterday'",
        "subject = 'x'",
        "hash = 'x'",
        "prev_hash = 'x'",
    ],
)
def test_altered_entry(tampered, change: str) -> None:
    faults = tampered(f"UPDATE audit SET {change} WHERE seq = 2")
    assert faults[0] == ChainFault(seq=2, kind="altered")


def test_deleted_entry(tampered) -> None:
    assert tampered("DELETE FROM audit WHERE seq = 2") == [ChainFault(seq=3, kind="broken")]


def test_deleted_first_entry(tampered) -> None:
    assert tampered("DELETE FROM audit WHERE seq = 1") == [ChainFault(seq=2, kind="broken")]


def test_cut_end(tampered) -> None:
    assert tampered("DELETE FROM audit WHERE seq >= 3") == [ChainFault(seq=2, kind="cut")]


def test_emptied_log(tampered) -> None:
    assert tampered("DELETE FROM audit") == [ChainFault(seq=0, kind="cut")]


def test_reordered_entries(tampered) -> None:
    faults = tampered(
        "UPDATE audit SET seq = -1 WHERE seq = 2",
        "UPDATE audit SET seq = 2 WHERE seq = 3",
        "UPDATE audit SET seq = 3 WHERE seq = -1",
    )
    assert [fault.kind for fault in faults[:2]] == ["altered", "altered"]


def test_renumbered_log_after_a_deletion(tampered) -> None:
    faults = tampered(
        "DELETE FROM audit WHERE seq = 2",
        "UPDATE audit SET seq = 2 WHERE seq = 3",
        "UPDATE audit SET seq = 3 WHERE seq = 4",
    )
    assert faults


@pytest.mark.parametrize("statement", ["UPDATE audit SET actor = 'x'", "DELETE FROM audit"])
def test_database_refuses_to_change_the_log(catalogue: Catalogue, statement: str) -> None:
    log(catalogue, "a")
    with pytest.raises(IntegrityError, match="append-only"), catalogue.write() as connection:
        connection.exec_driver_sql(statement)


def test_entries_tell_who_did_what(catalogue: Catalogue) -> None:
    log(catalogue, "a", "b", "a")
    entries = audit.entries(catalogue, "alpha", subject="a")
    assert [(entry.seq, entry.actor, entry.action) for entry in entries] == [
        (1, "clerk", "shown"),
        (3, "clerk", "shown"),
    ]
    assert entries[0].details == {"note": "ä", "pages": [1, 2], "none": None}
    assert entries[0].at.tzinfo is not None
    assert [entry.seq for entry in audit.entries(catalogue, "alpha", limit=2)] == [2, 3]
    assert audit.entries(catalogue, "beta") == ()
    assert audit.head(catalogue) == (3, entries[-1].hash)
