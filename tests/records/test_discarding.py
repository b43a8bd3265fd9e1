import pytest

from config.home import Home
from config.reasons import Reason
from records import audit, discarding, journal
from records.catalogue import Catalogue
from records.errors import Conflict
from records.model import ArrivalState
from records.recovery import recover
from records.verify import verify
from tests.records import scenes


@pytest.fixture
def quarantined(catalogue: Catalogue, home: Home) -> str:
    bad = scenes.spooled(home, 1, b"must not be kept")
    journal.receive(catalogue, bad)
    journal.quarantine(catalogue, bad.id, Reason("encrypted"))
    return bad.id


def faults(catalogue: Catalogue) -> list[str]:
    return [fault.code for fault in verify(catalogue, catalogue.home, ("alpha",))]


def test_bytes_go_and_what_they_were_stays(catalogue: Catalogue, home: Home, quarantined: str) -> None:
    kept = journal.get(catalogue, quarantined)
    gone = discarding.discard(catalogue, quarantined, "clerk", "Mitteilung nach § 87 unerheblich")
    assert (gone.state, gone.sha256, gone.source) == (ArrivalState.DISCARDED, kept.sha256, kept.source)
    assert gone.reason == Reason("discarded", {"actor": "clerk", "note": "Mitteilung nach § 87 unerheblich"})
    assert b"must not be kept" not in scenes.tree(home.root).values()
    assert not kept.path.parent.exists()
    [*_, entry] = audit.entries(catalogue, "alpha", subject=quarantined)
    assert (entry.actor, entry.action) == ("clerk", "discarded")
    assert entry.details == {
        "note": "Mitteilung nach § 87 unerheblich",
        "from": {"state": "quarantined", "reason": "encrypted"},
        "source": kept.source,
        "sha256": kept.sha256,
        "size": kept.size,
    }
    assert faults(catalogue) == []


def test_only_what_is_quarantined_can_be_discarded(catalogue: Catalogue, home: Home) -> None:
    waiting = scenes.spooled(home, 1)
    journal.receive(catalogue, waiting)
    with pytest.raises(Conflict):
        discarding.discard(catalogue, waiting.id, "clerk", "x")
    assert waiting.path.exists()


def test_the_same_file_may_come_again(catalogue: Catalogue, home: Home, quarantined: str) -> None:
    discarding.discard(catalogue, quarantined, "clerk", "x")
    again = scenes.spooled(home, 2, b"must not be kept")
    assert journal.receive(catalogue, again).state is ArrivalState.WAITING
    third = scenes.spooled(home, 3, b"must not be kept")
    assert journal.receive(catalogue, third).duplicate_of == again.id
    assert faults(catalogue) == []


def test_a_crash_before_the_removal_is_finished_at_the_next_start(
    catalogue: Catalogue, home: Home, quarantined: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = journal.get(catalogue, quarantined).path
    with monkeypatch.context() as patch:
        patch.setattr("records.leftovers.remove", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            discarding.discard(catalogue, quarantined, "clerk", "x")
    assert path.exists()
    assert faults(catalogue) == ["bytes_kept"]
    recover(catalogue, home)
    assert not path.exists()
    assert faults(catalogue) == []
