import pytest

from config.home import Home
from config.reasons import Reason
from pipeline.model import Review
from records import audit, cases, changes, documents, leftovers, review, settling
from records.cases import Wanted
from records.catalogue import Catalogue
from records.errors import ChangedMeanwhile, Conflict, NotFound
from records.model import DocumentState, StoredDocument
from records.verify import verify
from tests.records import scenes

ALPHA = Wanted(authorities=("alpha",))


def waiting(catalogue: Catalogue, home: Home, number: int = 1) -> StoredDocument:
    return scenes.file_one(catalogue, home, scenes.review(catalogue, "P-0002"), number)


def first_case(catalogue: Catalogue) -> StoredDocument:
    found = cases.next_case(catalogue, ALPHA)
    assert found is not None
    return found[0].document


def sound(catalogue: Catalogue, home: Home) -> bool:
    return list(verify(catalogue, home, ("alpha", "beta"))) == []


def test_assigning_files_the_document(registered: Catalogue, home: Home) -> None:
    before = waiting(registered, home)
    after = review.assign(registered, before.id, "P-0001", "clerk", note="phoned")
    assert (after.state, after.person, after.reason) == (DocumentState.FILED, "P-0001", None)
    assert after.filed_at is not None
    assert [part.name for part in after.evidence] == ["clerk"]
    assert after.folder == home.records("alpha") / "persons" / "P-0001" / after.id
    assert (after.folder / "document.pdf").read_bytes() == b"source 1"
    assert not before.folder.exists()
    [*_, entry] = audit.entries(registered, "alpha", subject=before.id)
    assert (entry.action, entry.actor) == ("assigned", "clerk")
    assert (entry.details["from"], entry.details["to"], entry.details["note"]) == (None, "P-0001", "phoned")
    assert sound(registered, home)


def test_filed_document_can_be_assigned_again_and_back(registered: Catalogue, home: Home) -> None:
    stored = scenes.file_one(registered, home, scenes.filed(registered, "P-0001"))
    for number in ("P-0002", "P-0001", "P-0001"):
        after = review.assign(registered, stored.id, number, "clerk")
        assert after.folder.parent.name == number
        assert sound(registered, home)
    assert [entry.details["to"] for entry in audit.entries(registered, "alpha", subject=stored.id)[1:]] == [
        "P-0002",
        "P-0001",
        "P-0001",
    ]


def test_every_decision_is_noted_for_the_index(registered: Catalogue, home: Home) -> None:
    stored = waiting(registered, home)
    review.set_type(registered, stored.id, "reisepass", "clerk", sections=scenes.sections)
    review.assign(registered, stored.id, "P-0001", "clerk")
    review.reject(registered, stored.id, "clerk", "unreadable")
    noted = [change.document_id for change in changes.pending(registered, "alpha", 10)]
    assert noted == [stored.id] * 4


def test_type_is_corrected_with_its_section(registered: Catalogue, home: Home) -> None:
    stored = waiting(registered, home)
    after = review.set_type(registered, stored.id, "reisepass", "clerk", sections=scenes.sections)
    assert (after.type, after.type_score, after.section) == ("reisepass", 1.0, "identitaet")
    assert (after.state, after.folder) == (stored.state, stored.folder)
    [*_, entry] = audit.entries(registered, "alpha", subject=stored.id)
    assert (entry.action, entry.details["from"], entry.details["to"]) == (
        "type_set",
        "mietvertrag",
        "reisepass",
    )
    assert sound(registered, home)


def test_rejected_document_stays_in_review_behind_the_others(registered: Catalogue, home: Home) -> None:
    first, second = waiting(registered, home, 1), waiting(registered, home, 2)
    assert first_case(registered) == first
    after = review.reject(registered, first.id, "clerk", "page missing")
    assert (after.state, after.reason.code, after.reason.params) == (
        "review",
        "rejected",
        {"actor": "clerk", "note": "page missing"},
    )
    assert first_case(registered).id == second.id
    assert [case.document.id for case in cases.each_case(registered, ALPHA)] == [second.id, first.id]
    review.assign(registered, second.id, "P-0001", "clerk")
    assert first_case(registered).id == first.id


def test_rejecting_a_filed_document_takes_it_out_of_the_record(registered: Catalogue, home: Home) -> None:
    stored = scenes.file_one(registered, home, scenes.filed(registered, "P-0001"))
    after = review.reject(registered, stored.id, "clerk", "wrong person")
    assert (after.state, after.person, after.match_score, after.filed_at) == ("review", None, None, None)
    assert after.folder == home.review("alpha") / stored.id
    assert sound(registered, home)


def test_unknown_person_and_document(registered: Catalogue, home: Home) -> None:
    stored = waiting(registered, home)
    with pytest.raises(NotFound) as caught:
        review.assign(registered, stored.id, "P-9999", "clerk")
    assert (caught.value.what, caught.value.id) == ("person", "P-9999")
    for act in (
        lambda: cases.case(registered, "none"),
        lambda: review.assign(registered, "none", "P-0001", "clerk"),
        lambda: review.reject(registered, "none", "clerk", ""),
    ):
        with pytest.raises(NotFound):
            act()
    assert documents.get(registered, stored.id) == stored


def test_person_of_another_authority_is_unknown(registered: Catalogue, home: Home) -> None:
    stored = scenes.file_one(registered, home, scenes.review(registered), 1, "beta")
    with pytest.raises(NotFound):
        review.assign(registered, stored.id, "P-0001", "clerk")
    assert cases.next_case(registered, ALPHA) is None
    assert list(cases.each_case(registered, ALPHA)) == []


def test_second_of_two_clerks_is_told(
    registered: Catalogue, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = waiting(registered, home)
    place = leftovers.announce

    def other_clerk_is_faster(*args: object) -> object:
        monkeypatch.undo()
        review.assign(registered, stored.id, "P-0002", "other")
        return place(*args)

    monkeypatch.setattr(leftovers, "announce", other_clerk_is_faster)
    with pytest.raises(ChangedMeanwhile):
        review.assign(registered, stored.id, "P-0001", "clerk")
    assert documents.get(registered, stored.id).person == "P-0002"
    review.assign(registered, stored.id, "P-0001", "clerk")
    assert sound(registered, home)


def test_waiting_document_is_settled_by_a_later_decision(registered: Catalogue, home: Home) -> None:
    before = waiting(registered, home)
    after = settling.settle(registered, before.id, scenes.filed(registered, "P-0001"))
    assert (after.state, after.person, after.reason) == (DocumentState.FILED, "P-0001", None)
    assert after.folder.parent.name == "P-0001"
    assert after.match_score == pytest.approx(scenes.filed(registered, "P-0001").candidate.score)
    assert audit.entries(registered, "alpha", subject=before.id)[-1].actor == "service"
    assert sound(registered, home)


def test_what_a_clerk_has_decided_is_not_settled(registered: Catalogue, home: Home) -> None:
    rejected, assigned = waiting(registered, home), waiting(registered, home, 2)
    review.reject(registered, rejected.id, "clerk", "not ours")
    review.assign(registered, assigned.id, "P-0001", "clerk")
    for document in (rejected, assigned):
        with pytest.raises(Conflict):
            settling.settle(registered, document.id, scenes.filed(registered, "P-0002"))
    assert sound(registered, home)


def test_waiting_document_is_renewed_with_what_holds_today(registered: Catalogue, home: Home) -> None:
    before = waiting(registered, home)
    decision = scenes.review(registered, "P-0001")
    later = Review(reason=Reason("no_identity"), candidates=decision.candidates)
    settling.renew(registered, before.id, later)
    case = cases.case(registered, before.id)
    assert case.document.reason == Reason("no_identity")
    assert [one.person.number for one in case.candidates] == ["P-0001"]
    assert sound(registered, home)


def test_what_a_clerk_has_rejected_is_not_renewed(registered: Catalogue, home: Home) -> None:
    document = waiting(registered, home)
    review.reject(registered, document.id, "clerk", "not ours")
    with pytest.raises(Conflict):
        settling.renew(registered, document.id, scenes.review(registered, "P-0001"))
