from pathlib import Path

from sqlalchemy import select

from config.home import Home
from config.reasons import Reason
from intake import spool
from records import journal, leftovers
from records.catalogue import Catalogue
from records.model import ArrivalState
from records.recovery import recover
from records.schema import leftover
from tests.records import scenes


def test_nothing_to_do(registered: Catalogue, home: Home) -> None:
    scenes.file_one(registered, home, scenes.filed(registered))
    journal.receive(registered, scenes.spooled(home, 2, b"waiting"))
    before = scenes.tree(home.root)
    done = recover(registered, home)
    assert (done.leftovers, done.released, done.folders, done.harmed, done.errors) == (0, 0, 0, (), ())
    assert scenes.tree(home.root) == before


def test_finished_spool_folder_without_entry_is_entered(catalogue: Catalogue, home: Home) -> None:
    arrival = scenes.spooled(home, 1)
    recover(catalogue, home)
    assert journal.get(catalogue, arrival.id).state is ArrivalState.WAITING


def test_unfinished_spool_folder_is_removed(catalogue: Catalogue, home: Home) -> None:
    arrival = scenes.spooled(home, 1)
    (arrival.path.parent / spool.SIDECAR).unlink()
    recover(catalogue, home)
    assert not arrival.path.parent.exists()
    assert journal.list_arrivals(catalogue) == ()


def test_folder_that_is_just_being_filled_is_left_alone(catalogue: Catalogue, home: Home) -> None:
    arrival = scenes.spooled(home, 1)
    (arrival.path.parent / spool.SIDECAR).unlink()
    with spool.locked(arrival.path.parent):
        recover(catalogue, home)
    assert arrival.path.exists()


def test_what_was_being_worked_on_waits_again(catalogue: Catalogue, home: Home) -> None:
    arrival = scenes.spooled(home, 1)
    journal.receive(catalogue, arrival)
    journal.claim(catalogue, "w")
    assert recover(catalogue, home).released == 1
    assert journal.get(catalogue, arrival.id).state is ArrivalState.WAITING


def test_announced_paths_without_owner_are_removed(catalogue: Catalogue, home: Home) -> None:
    folder = home.review("alpha") / "half"
    leftovers.announce(catalogue, home, scenes.made_up_id(1), [folder])
    folder.mkdir(parents=True)
    (folder / "document.pdf").touch()
    assert recover(catalogue, home).leftovers == 1
    assert not folder.exists()
    with catalogue.read() as connection:
        assert connection.execute(select(leftover)).all() == []


def test_other_folders_are_never_removed(registered: Catalogue, home: Home) -> None:
    kept = [
        home.review("alpha") / "unknown",
        home.records("alpha") / "persons" / "P-0001" / "unknown",
        home.quarantine("alpha") / "unknown",
        home.spool / "alpha" / "unknown",
    ]
    for folder in kept:
        folder.mkdir(parents=True)
    recover(registered, home)
    assert all(folder.exists() for folder in kept)


def test_old_folder_stays_if_the_bytes_at_the_new_place_are_harmed(catalogue: Catalogue, home: Home) -> None:
    arrival = scenes.spooled(home, 1)
    journal.receive(catalogue, arrival)
    journal.quarantine(catalogue, arrival.id, Reason("encrypted"))
    again = scenes.spooled(home, 1)
    kept: Path = journal.get(catalogue, arrival.id).path
    content = kept.read_bytes()
    for harm in (lambda: kept.write_bytes(b"harmed"), kept.unlink):
        harm()
        assert recover(catalogue, home).harmed == (again.path.parent,)
        assert again.path.read_bytes() == content
    kept.write_bytes(content)
    done = recover(catalogue, home)
    assert (done.folders, done.harmed) == (1, ())
    assert not again.path.exists()


def test_copy_of_a_duplicate_goes_once_the_first_is_whole_again(catalogue: Catalogue, home: Home) -> None:
    first, second = scenes.spooled(home, 1), scenes.spooled(home, 2)
    journal.receive(catalogue, first)
    content = first.path.read_bytes()
    first.path.write_bytes(b"harmed")
    journal.receive(catalogue, second)
    assert recover(catalogue, home).harmed == (second.path.parent,)
    first.path.write_bytes(content)
    recover(catalogue, home)
    assert not second.path.parent.exists()
