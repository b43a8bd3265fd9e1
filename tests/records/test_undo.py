"""A clerk's decision can be taken back: afterwards everything is as it was before."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config.home import Home
from config.settings import Settings
from pipeline.lessons import Lesson, LessonKind
from records import audit, cases, changes, decisions, documents, lessons, people, review, settling, waiting
from records.candidates import find_candidates
from records.catalogue import Catalogue
from records.errors import Conflict, NotFound, NothingToUndo
from records.model import DocumentState, StoredDocument
from records.review import Teaching
from records.verify import verify
from tests.records import scenes

ALIAS = Lesson(kind=LessonKind.ALIAS, person="P-0001", content={"family": "Altmann", "given": "Erika"})
DENIAL = Lesson(kind=LessonKind.NOT_SAME, person="P-0002", content={"stated": "erika mustermann|1964-08-12"})
REFERENCE = Lesson(
    kind=LessonKind.REFERENCE, person="P-0001", content={"sender": "jobcenter", "value": "KD4711"}
)
TEACHING = Teaching(lessons=(ALIAS, DENIAL, REFERENCE))


def waiting_case(catalogue: Catalogue, home: Home, number: int = 1) -> StoredDocument:
    return scenes.file_one(catalogue, home, scenes.review(catalogue, "P-0002", "P-0001"), number)


def state(catalogue: Catalogue, document_id: str) -> tuple[Any, ...]:
    """All that a decision may change."""
    learned = [
        (one.number, one.lesson)
        for person in ("P-0001", "P-0002")
        for one in lessons.of_person(catalogue, "alpha", person)
    ]
    return cases.case(catalogue, document_id), scenes.tree(catalogue.home.root), learned


def sound(catalogue: Catalogue) -> bool:
    return list(verify(catalogue, catalogue.home, ("alpha", "beta"))) == []


def assign(catalogue: Catalogue, document_id: str) -> object:
    return review.assign(catalogue, document_id, "P-0001", "clerk", teaching=TEACHING)


def reject(catalogue: Catalogue, document_id: str) -> object:
    return review.reject(catalogue, document_id, "clerk", "page missing")


def set_type(catalogue: Catalogue, document_id: str) -> object:
    return review.set_type(catalogue, document_id, "reisepass", "clerk", sections=scenes.sections)


@pytest.mark.parametrize("act", [assign, reject, set_type])
@pytest.mark.parametrize("filed", [False, True])
def test_undoing_restores_what_was(registered: Catalogue, home: Home, act: Any, filed: bool) -> None:
    decision = scenes.filed(registered, "P-0002") if filed else scenes.review(registered, "P-0002")
    stored = scenes.file_one(registered, home, decision)
    before = state(registered, stored.id)
    act(registered, stored.id)
    assert state(registered, stored.id) != before
    taken_back = review.undo(registered, stored.id, "other")
    assert taken_back.actor == "clerk"
    assert state(registered, stored.id) == before
    [*_, entry] = audit.entries(registered, "alpha", subject=stored.id)
    assert (entry.action, entry.actor, entry.details["undone"]) == ("undone", "other", taken_back.action)
    assert changes.pending(registered, "alpha", 10)[-1].document_id == stored.id
    assert sound(registered)


def test_undoing_again_walks_further_back(registered: Catalogue, home: Home) -> None:
    stored = waiting_case(registered, home)
    seen = [state(registered, stored.id)]
    for act in (set_type, assign, reject):
        act(registered, stored.id)
        seen.append(state(registered, stored.id))
    for before in reversed(seen[:-1]):
        review.undo(registered, stored.id, "clerk")
        assert state(registered, stored.id) == before
    with pytest.raises(NothingToUndo):
        review.undo(registered, stored.id, "clerk")
    assert sound(registered)


def test_a_reopened_document_is_a_clerks(registered: Catalogue, home: Home) -> None:
    stored = scenes.file_one(registered, home, scenes.filed(registered, "P-0002"))
    before = state(registered, stored.id)
    after = review.reopen(registered, stored.id, "clerk", "wrong person", Teaching(lessons=(DENIAL,)))
    assert after.reason is not None
    assert (after.state, after.person, after.reason.code) == ("review", None, "reopened")
    assert not cases.open_to_settling(after)
    with pytest.raises(Conflict):
        settling.settle(registered, stored.id, scenes.filed(registered, "P-0002"))
    with pytest.raises(Conflict):
        review.reopen(registered, stored.id, "clerk", "again")
    review.undo(registered, stored.id, "clerk")
    assert state(registered, stored.id) == before
    assert sound(registered)


def test_the_last_decision_of_a_clerk_is_found_unless_another_followed(
    registered: Catalogue, home: Home
) -> None:
    first, second = waiting_case(registered, home, 1), waiting_case(registered, home, 2)
    assert decisions.last_of(registered, ("alpha",), "clerk") is None
    assign(registered, first.id)
    reject(registered, second.id)
    review.assign(registered, second.id, "P-0001", "other")
    last = decisions.last_of(registered, ("alpha",), "clerk")
    assert last is not None
    assert last.document_id == first.id
    assert decisions.last_of(registered, ("beta",), "clerk") is None


# -- what was learned -----------------------------------------------------------------------


def test_what_was_learned_goes_with_the_decision(registered: Catalogue, home: Home) -> None:
    stored = waiting_case(registered, home)
    assign(registered, stored.id)
    [one] = lessons.taught(registered, "alpha", persons(registered, "P-0001"))
    assert [(name.family, name.kind) for name in one.names][-1] == ("Altmann", "learned")
    assert [each.value for each in one.learned.references] == ["KD4711"]
    [two] = lessons.taught(registered, "alpha", persons(registered, "P-0002"))
    assert two.learned.not_same == {"erika mustermann|1964-08-12"}
    review.undo(registered, stored.id, "clerk")
    for number in ("P-0001", "P-0002"):
        assert lessons.of_person(registered, "alpha", number) == ()
    actions = [entry.action for entry in audit.entries(registered, "alpha", subject=stored.id)]
    assert (actions.count("learned"), actions.count("forgotten")) == (3, 3)
    assert sound(registered)


def persons(catalogue: Catalogue, *numbers: str) -> list[Any]:
    return [people.person(catalogue, "alpha", number) for number in numbers]


def test_learned_keys_lead_to_the_person(registered: Catalogue, home: Home) -> None:
    stored = waiting_case(registered, home)
    keys = {"num:KD4711"}
    assert find_candidates(registered, "alpha", keys) == ()
    assign(registered, stored.id)
    assert [one.number for one in find_candidates(registered, "alpha", keys)] == ["P-0001"]
    assert find_candidates(registered, "beta", keys) == ()
    review.undo(registered, stored.id, "clerk")
    assert find_candidates(registered, "alpha", keys) == ()


def test_the_same_is_not_learned_twice_and_can_be_forgotten(registered: Catalogue, home: Home) -> None:
    for number in (1, 2):
        assign(registered, waiting_case(registered, home, number).id)
    alias, reference = lessons.of_person(registered, "alpha", "P-0001")
    assert (alias.lesson, reference.lesson) == (ALIAS, REFERENCE)
    lessons.forget(registered, ("alpha",), alias.number, "clerk")
    assert lessons.of_person(registered, "alpha", "P-0001") == (reference,)
    with pytest.raises(NotFound):
        lessons.forget(registered, ("beta",), reference.number, "clerk")
    assert sound(registered)


def test_a_later_decision_revokes_a_denial_until_it_is_taken_back(registered: Catalogue, home: Home) -> None:
    first, second = waiting_case(registered, home, 1), waiting_case(registered, home, 2)
    assign(registered, first.id)
    confirmed = Teaching(confirmed=frozenset({DENIAL.content["stated"]}))
    review.assign(registered, second.id, "P-0002", "clerk", teaching=confirmed)
    assert lessons.of_person(registered, "alpha", "P-0002") == ()
    review.undo(registered, second.id, "clerk")
    assert [one.lesson for one in lessons.of_person(registered, "alpha", "P-0002")] == [DENIAL]


# -- never by itself ------------------------------------------------------------------------

ACTS = st.lists(st.sampled_from(["settle", "renew", "recall", "redecide", "import"]), max_size=6)


@given(acts=ACTS, number=st.sampled_from(["P-0001", "P-0002"]))
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_a_clerk_assigned_never_moves_by_itself(
    registered_template: Path, tmp_path: Path, acts: list[str], number: str
) -> None:
    folder = tmp_path / "home"
    shutil.rmtree(folder, ignore_errors=True)
    catalogue = Catalogue.open(scenes.copied(registered_template, folder), Settings())
    stored = waiting_case(catalogue, catalogue.home)
    review.assign(catalogue, stored.id, number, "clerk")
    before = state(catalogue, stored.id)
    for act in acts:
        program_acts(catalogue, act, stored.id)
    after = state(catalogue, stored.id)
    assert (after[0].document, after[0].candidates) == (before[0].document, before[0].candidates)
    assert after[0].document.state is DocumentState.FILED
    catalogue.close()


def program_acts(catalogue: Catalogue, act: str, document_id: str) -> None:
    """All that the program does without a clerk to documents it has decided before."""
    stored = documents.get(catalogue, document_id)
    match act:
        case "settle":
            with pytest.raises(Conflict):
                settling.settle(catalogue, document_id, scenes.filed(catalogue, "P-0002"))
        case "renew":
            with pytest.raises(Conflict):
                settling.renew(catalogue, document_id, scenes.review(catalogue, "P-0001"))
        case "recall":
            with pytest.raises(Conflict):
                settling.recall(catalogue, stored, scenes.review(catalogue, "P-0001"))
        case "redecide":
            waiting.mark_all(catalogue, "alpha")
        case "import":
            scenes.add_register(catalogue, catalogue.home.root.parent, expected=0)
