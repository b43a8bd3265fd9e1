import pytest

from config.home import Home
from config.language import Text
from records import changes, documents, errors, journal, review
from records.catalogue import Catalogue
from records.errors import Ambiguous, NotFound
from records.model import DocumentState
from tests.records import scenes


@pytest.fixture
def several(registered: Catalogue, home: Home, tmp_path) -> Catalogue:
    scenes.add_register(registered, tmp_path, "beta")
    for number in range(1, 6):
        decision = scenes.filed(registered, "P-0001") if number % 2 else scenes.review(registered, "P-0002")
        scenes.file_one(registered, home, decision, number)
    scenes.file_one(registered, home, scenes.filed(registered, "P-0001", "beta"), 9, "beta")
    return registered


def numbers(found) -> list[int]:
    return [int(document.source[5:9]) for document in found]


def test_documents_by_what_is_asked(several: Catalogue) -> None:
    ask = documents.list_documents
    assert numbers(ask(several, ("alpha",))) == [1, 2, 3, 4, 5]
    assert numbers(ask(several, ("alpha", "beta"), person="P-0001")) == [1, 3, 5, 9]
    assert numbers(ask(several, ("beta",))) == [9]
    assert numbers(ask(several, ("alpha",), state=DocumentState.REVIEW)) == [2, 4]
    assert numbers(ask(several, ("alpha",), type="reisepass")) == []
    assert ask(several, ()) == ()


@pytest.mark.parametrize("size", [1, 2, 5])
def test_batches_lose_and_repeat_nothing(
    several: Catalogue, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(documents, "_BATCH", size)
    assert numbers(documents.each_document(several, ("alpha", "beta"))) == [1, 2, 3, 4, 5, 9]
    found = documents.list_documents(several, ("alpha",))
    assert sorted(documents.all_ids(several, "alpha")) == sorted(one.id for one in found)


def test_entry_for_the_index(several: Catalogue) -> None:
    first, second, *_ = documents.list_documents(several, ("alpha",))
    entry = documents.entry(several, first.id)
    assert entry is not None
    assert (entry.person, entry.file_number, entry.section) == ("P-0001", "Az 1/26", "wohnen")
    assert entry.person_names == ("Erika Mustermann", "Erika Testname")
    assert entry.pages == ((1, "Sehr geehrte 1"), (2, "Sehr geehrte 2"))
    assert entry.received_at == scenes.START.replace(second=1)
    waiting = documents.entry(several, second.id)
    assert waiting is not None
    assert (waiting.state, waiting.person, waiting.person_names) == (DocumentState.REVIEW, None, ())
    assert documents.entry(several, "none") is None


def test_shortened_ids_stay_within_the_authority(several: Catalogue) -> None:
    [stored] = documents.list_documents(several, ("beta",))
    assert documents.resolve(several, stored.id[:8], ("alpha", "beta")) == stored.id
    with pytest.raises(NotFound):
        documents.resolve(several, stored.id[:8], ("alpha",))


def test_documents_of_an_arrival(several: Catalogue) -> None:
    stored = documents.list_documents(several, ("alpha",))[0]
    assert documents.of_arrival(several, stored.arrival_id) == (stored,)
    assert journal.get(several, stored.arrival_id).page_count == 2


def test_changes_wait_until_they_are_forgotten(several: Catalogue) -> None:
    first = changes.pending(several, "alpha", 2)
    assert [change.sequence for change in first] == [1, 2]
    assert changes.count(several, "alpha") == 5
    changes.forget(several, (change.sequence for change in first))
    assert [change.sequence for change in changes.pending(several, "alpha", 9)] == [3, 4, 5]
    assert changes.count(several, "beta") == 1


def test_number_of_a_forgotten_change_never_comes_back(several: Catalogue) -> None:
    changes.forget(several, range(1, 100))
    [stored] = documents.list_documents(several, ("beta",))
    review.reject(several, stored.id, "clerk", "")
    [change] = changes.pending(several, "beta", 9)
    assert change.sequence == 7


@pytest.mark.parametrize(
    "error",
    [
        errors.NotFound("document", "1"),
        Ambiguous(prefix="1", matches="1, 2"),
        errors.Conflict(detail="x"),
        errors.ChangedMeanwhile(detail="x"),
        errors.CatalogueBusy(detail="x"),
        errors.CatalogueError(detail="x"),
        errors.SourceChanged(path="x"),
        errors.RegisterError("x.csv", Text("leer", "empty")),
    ],
)
def test_errors_are_worded_in_both_languages(error: errors.RecordsError) -> None:
    assert error.text("de") != error.text("en") == str(error)
    assert error.exit_code > 2
    assert error.retry == isinstance(error, (errors.CatalogueBusy, errors.ChangedMeanwhile))
