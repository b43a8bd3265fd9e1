"""Sets and arrays find the same documents in the same order, whatever is asked."""

from __future__ import annotations

from random import Random

import pytest

from index.arrays import evaluate_many
from index.evaluate import evaluate, evaluate_few
from index.found import Few
from index.plan import Planner
from index.plan_nodes import AllOf, AnyOf, MostOf
from index.query import parse
from index.sync import sync
from tests.index.conftest import Site

WORDS = (
    *("der", "Antrag", "Anträge", "Duldung", "Duidung", "Aufenthaltserlaubnis", "Erlaubnis", "Bescheid"),
    *("Mustermann", "Müller", "Mueller", "33-A-2024/1182", "03.05.2024", "Wohnung", "Frist"),
)
QUERIES = (
    *WORDS,
    *("Antr*", "aufe*", "33-A*", "der Antrag", '"der Antrag"', '"Antrag Duldung der"', "Duldung -Frist"),
    *("Antrag OR Bescheid", "Antrag Duldung Frist", '"der der"', "name:Muster*", "az:33-A*", "datei:d10*"),
    *("von:2023 Antrag", "bis:2022", "typ:duldung", "Duldnug", '"Antrag auf"', "-der Frist", "person:P-0001"),
)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    """Sixty documents in several segments, some of them deleted since."""
    rng = Random(1)
    site = Site(tmp_path_factory.mktemp("index") / "wiesbaden")
    for number in range(60):
        pages = [
            " ".join(rng.choices(WORDS, k=rng.randrange(1, 25))) for _ in range(rng.choice((0, 1, 1, 2)))
        ]
        site.put(
            f"d{number}",
            *pages,
            type=rng.choice(("duldung", "schreiben")),
            document_date=rng.choice((None, "2022", "2023-05", "2024-05-03")),
            person=rng.choice((None, "P-0001")),
            person_names=rng.choice(((), ("Erika Mustermann",))),
            file_number=rng.choice((None, "33-A-2024/1182")),
        )
        if number % 12 == 0:
            sync(site.index, site.feed)
    for number in range(0, 60, 7):
        site.feed.remove(f"d{number}")
    sync(site.index, site.feed)
    with site.index.snapshot() as opened:
        assert len(opened) == 51
        yield opened, site.labels


def plans_of(snapshot, labels):
    for query in QUERIES:
        for similar in (False, True):
            yield query, Planner(snapshot, similar=similar).plan(parse(query, labels))


def check(snapshot, name: str, plan) -> None:
    few, many = Few(evaluate_few(snapshot, plan)), evaluate_many(snapshot, plan)
    assert dict(zip(many.numbers(), many.scores, strict=True)) == pytest.approx(few.scores), name
    days, types = snapshot.days("last_day"), snapshot.values("type")[0]
    assert many.counted(types) == few.counted(types)
    for sort in ("relevance", "date"):
        for limit in (0, 1, 10, 100):
            best = [number for number, _ in few.best(limit, sort, days)]
            assert [number for number, _ in many.best(limit, sort, days)] == best, name
            assert len(best) == min(limit, len(few))
    some = list(few.numbers())[::2]
    assert set(many.without(some).numbers()) == set(few.without(some).numbers()) == {*few.numbers()} - {*some}


@pytest.mark.parametrize("many", [0, 1000])
def test_queries(snapshot, monkeypatch, many: int) -> None:
    """By what is done for rare words and phrases, and for frequent ones."""
    monkeypatch.setattr("index.arrays.MANY", many)
    monkeypatch.setattr("index.arrays._FEW", many)
    opened, labels = snapshot
    for query, plan in plans_of(opened, labels):
        check(opened, query, plan)


def test_plans_put_together_at_random(snapshot, monkeypatch) -> None:
    monkeypatch.setattr("index.arrays.MANY", 10)
    monkeypatch.setattr("index.arrays._FEW", 10)
    opened, labels = snapshot
    plans = list(plans_of(opened, labels))
    rng = Random(2)
    for _ in range(150):
        names, chosen = zip(*rng.choices(plans, k=rng.randrange(1, 4)), strict=True)
        kind = rng.choice((AnyOf, AllOf, MostOf))
        check(opened, f"{kind.__name__}{names}", kind(chosen))


def test_most_queries_find_some_documents(snapshot) -> None:
    opened, labels = snapshot
    found = [len(evaluate_few(opened, plan)) for _, plan in plans_of(opened, labels)]
    assert sum(map(bool, found)) > 0.9 * len(found)


def test_arrays_are_used_once_they_pay(snapshot, monkeypatch) -> None:
    opened, labels = snapshot
    plan = Planner(opened, similar=False).plan(parse("der", labels))
    assert isinstance(evaluate(opened, plan), Few)
    monkeypatch.setattr("index.evaluate.MANY", 10)
    assert not isinstance(evaluate(opened, plan), Few)
    monkeypatch.delitem(__import__("sys").modules, "numpy")
    assert isinstance(evaluate(opened, plan), Few)


def test_a_beginning_shows_the_page_it_stands_on(site) -> None:
    site.put("d", "Deckblatt", "Text", "Hier steht die Aufenthaltserlaubnis, Aufenthaltstitel")
    (hit,) = site.search("aufenth*").hits
    assert hit.page == 3
    assert [part.text for part in hit.snippet if part.highlighted] == [
        "Aufenthaltserlaubnis",
        "Aufenthaltstitel",
    ]
