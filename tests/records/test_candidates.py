import pytest

from records import candidates
from records.candidates import find_candidates
from records.catalogue import Catalogue


def test_candidates_with_most_keys_come_first(registered: Catalogue) -> None:
    keys = ["name:mustermann", "date:1980", "name:probe", "name:nobody"]
    found = find_candidates(registered, "alpha", keys)
    assert [one.number for one in found] == ["P-0002", "P-0001"]


def test_a_rare_name_leads_before_a_frequent_one(registered: Catalogue) -> None:
    found = find_candidates(registered, "alpha", ["name:mustermann", "name:testperson"])
    assert [one.number for one in found] == ["P/0003 ü", "P-0001", "P-0002"]


def test_a_frequent_name_alone_leads_to_nobody(
    registered: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidates, "_FREQUENT", 1)
    assert find_candidates(registered, "alpha", ["name:mustermann"]) == ()
    [rare] = find_candidates(registered, "alpha", ["name:mustermann", "name:testperson"])
    assert rare.number == "P/0003 ü"


def test_frequent_names_together_lead_to_who_has_both(
    registered: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidates, "_FREQUENT", 0.5)
    [both] = find_candidates(registered, "alpha", ["name:mustermann", "name:testname"], limit=1)
    assert both.number == "P-0001"


def test_limit_spares_strong_keys(registered: Catalogue) -> None:
    keys = ["name:mustermann", "name:testperson", "num:X2"]
    found = find_candidates(registered, "alpha", keys, limit=0)
    assert [one.number for one in found] == ["P-0001"]
    assert len(find_candidates(registered, "alpha", keys, limit=1)) == 2


def test_more_keys_than_one_statement_takes(registered: Catalogue) -> None:
    keys = [f"name:{number}" for number in range(2000)] + ["name:mustermann"]
    assert len(find_candidates(registered, "alpha", keys)) == 2


def test_spellings_of_one_word_are_not_several_names() -> None:
    """Two keys with the same bearers say no more than one."""
    assert len(candidates._of_several_words({"name:a": 600, "name:~a": 600, "name:b": 700})) == 2


def test_the_most_frequent_names_are_not_gone_through_where_a_rarer_one_is_there() -> None:
    assert candidates._driving({"name:a": 4000, "name:b": 700, "name:c": 900}) == ["name:b", "name:c"]
    assert candidates._driving({"name:a": 4000, "name:b": 4000}) == ["name:a"]


def test_another_authority_finds_nobody(registered: Catalogue) -> None:
    assert find_candidates(registered, "beta", ["name:mustermann", "num:X1"]) == ()
