"""What stands beside the hits: order, counts, suggestions, similar documents, and the note of an index."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import IndexDamaged
from index.evaluate import _most
from index.folding import stem
from index.like import find_like
from index.note import leave_note, noted, stamp
from index.spelling import _apart, similar_terms

SECTIONS = {"schriftverkehr": ("Schriftverkehr", "correspondence")}


def ids(result) -> list[str]:
    return [hit.document_id for hit in result.hits]


@pytest.mark.parametrize("other", ["antra", "anttrag", "antrak", "atrag", "nantrag", "anrtag", "antrga"])
def test_one_letter_apart(other: str) -> None:
    assert _apart("antrag", other, 1)
    assert _apart(other, "antrag", 1)


@pytest.mark.parametrize("other", ["antr", "antragend", "vortrag", "gartna", "natrga"])
def test_not_one_letter_apart(other: str) -> None:
    assert not _apart("antrag", other, 1)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Personalpapigre", "Personalpapiere"),  # no inflected form, so its stem is far away
        ("Versicherungsbescheiniggung", "Versicherungsbescheinigung"),
        ("Zuständigkeitswechsells", "Zustäudigkeitswechsels"),  # mistyped and misread
        ("Sterberegister", "Sterbcregistr"),
        ("Darwischi", "Darwishi"),  # by a rule of names
        ("Hadadin", "Haddadin"),
        ("Sahra", "Zahra"),
        ("Dibaetes", "Diabetes"),
        ("Aufenthaltserlaubnis", "Aufent haltserlaubnis"),
        ("G01178970", "601178970"),
        ("8904274M2909048", "89042 74M2909048"),
        ("Schirasimanesch", "Shirazimanesh"),
    ],
)
def test_found_by_a_similar_spelling(site, typed: str, printed: str) -> None:
    site.put("d", f"Angaben zu {printed} im Text")
    site.put("anders", "Angaben zu Personal, Versicherung, Zuständigkeit und Sterben im Text")
    result = site.search(typed)
    assert ids(result) == ["d"]
    assert result.similar_spelling


def test_each_edit_of_a_word_is_found(site) -> None:
    word = "bremsprob"
    edits = {word[:place] + word[place + 1 :] for place in range(4, 9)}
    edits |= {word[:place] + "x" + word[place + more :] for place in range(4, 9) for more in (0, 1)}
    edits |= {word[:place] + word[place + 1] + word[place] + word[place + 2 :] for place in range(4, 8)}
    site.put("d", word)
    site.search(word)
    with site.index.snapshot() as snapshot:
        assert [edit for edit in edits if stem(word) not in similar_terms(snapshot, "text", edit)] == []


def test_short_words_are_similar_by_one_letter_only(site) -> None:
    site.put("d", "Vertrag")
    assert site.search("Vertrg").total == 1
    assert site.search("Vertg").total == 0


def test_most_of_the_words() -> None:
    both, one, other = {1: 1.0}, {2: 5.0}, {3: 5.0, 4: 5.0}
    assert set(_most([both | one, both | other], few=0)) == {1}
    assert set(_most([both | one, both | other], few=2)) == {1, 2}, "what few documents have is telling"
    three = _most([both | one, both | one, both | other], few=0)
    assert set(three) == {1, 2}
    assert _most([{1: 1.0, 2: 1.2}, {1: 1.0, 2: 1.2}, {1: 0.5}], few=0)[1] == 2.5
    ranked = _most([{1: 1.0, 2: 1.2}, {1: 1.0, 2: 1.2}, {1: 0.5}], few=0)
    assert ranked[1] > ranked[2], "all words stand above all but one"


def test_recent_above_old_at_equal_score(site) -> None:
    for day in ("2019-01-01", "2024-06-01", "2021"):
        site.put(day, "Antrag", document_date=day)
    site.put("ohne", "Antrag")
    assert site.found("Antrag") == ["2024-06-01", "2021", "2019-01-01", "ohne"]


def test_sorted_by_date_the_latest_comes_first_however_well_it_fits(site) -> None:
    site.put("alt", "Antrag Antrag Antrag", document_date="2010-01-01")
    site.put("neu", "Antrag und vieles andere, das hier noch steht", document_date="2024-01-01")
    assert site.found("Antrag") == ["alt", "neu"]
    assert site.found("Antrag", sort="date") == ["neu", "alt"]


def test_facets_count_what_the_total_counts(site) -> None:
    """Also what is found by a similar spelling only: the figures beside the total must add up to it."""
    site.put("one", "Verlängerung der Aufenthaltserlaubnis", type="duldung")
    site.put("two", "Verlängerung der Aufenthaltserlanbnis", type="schreiben")
    result = site.search("Aufenthaltserlaubnis", facets=True)
    assert result.similar == 1
    assert sum(result.facets.types.values()) == result.total == 2


def test_facets_count_all_hits_not_only_those_shown(site) -> None:
    for number in range(4):
        site.put(
            f"d{number}", "Antrag", type="duldung", section="ausreise", document_date=f"202{number % 2}-05"
        )
    site.put("s", "Antrag")
    site.put("weg", "Antrag", type="duldung")
    site.feed.remove("weg")
    site.put("anders", "Bescheid", document_date="1999")
    facets = site.search("Antrag", limit=1, facets=True).facets
    assert facets.types == {"duldung": 4, "schreiben": 1}
    assert facets.sections == {"ausreise": 4, "schriftverkehr": 1}
    assert facets.years == {"2021": 2, "2020": 2}
    assert list(facets.years) == ["2021", "2020"]


def test_did_you_mean_shows_the_word_as_it_is_printed(site) -> None:
    site.put("d", "Verlängerung der Aufenthaltserlaubnis")
    assert site.search("Aufenthaltserlabnis").corrections == {"Aufenthaltserlabnis": "Aufenthaltserlaubnis"}
    assert site.search("Aufenthaltserlaubnis").corrections == {}


def test_of_three_words_one_may_be_missing_but_such_hits_say_so(site) -> None:
    site.put("alle", "Antrag Frist Bescheid")
    site.put("zwei", "Antrag Frist Vollmacht")
    site.put("eins", "Antrag")
    result = site.search("Antrag Frist Bescheid")
    assert [(hit.document_id, hit.similar) for hit in result.hits] == [("alle", False), ("zwei", True)]
    assert site.search("Antrag Bescheid").similar == 0


def test_another_spelling_of_a_name_in_the_text(site) -> None:
    site.put("d", "Herr Mohammad Testperson erscheint")
    site.put("fremd", "Herr Mustafa Testperson erscheint")
    assert site.found("Mohamed") == ["d"]


@pytest.mark.parametrize("written", ["03.05,2024", "O3.05.2024", "03.05.2O24"])
def test_a_misread_date_is_found_by_the_date(site, written: str) -> None:
    site.put("d", f"Wiesbaden, den {written} im Auftrag")
    assert ids(site.search("3. Mai 2024")) == ["d"]


def test_a_prefix_finds_all_words_however_many_there_are(site) -> None:
    for number in range(400):
        site.put(f"d{number}", f"wort{chr(97 + number // 26)}{chr(97 + number % 26)}x")
    assert site.search("wort*").total == 400
    assert site.search("wortaa*").total == 1


def test_documents_like_one_share_its_rare_words(site) -> None:
    site.put("eins", "Mietvertrag über die Wohnung in der Schablonenstraße, Kaltmiete, Betriebskosten")
    site.put("zwei", "Mietvertrag mit Betriebskosten und Kaltmiete für eine andere Wohnung")
    site.put("fremd", "Ladung zur Anhörung beim Bundesamt")
    site.search("Wohnung")
    with site.index.snapshot() as snapshot:
        result = find_like(snapshot, "eins", pages=site.feed.pages, limit=5)
    assert ids(result) == ["zwei"]


def test_a_note_is_believed_as_long_as_nothing_it_rests_on_changed(site, tmp_path: Path) -> None:
    own = tmp_path / "types.toml"
    own.write_text("# mine", "utf-8")
    index = site.index
    assert noted(site.folder, stamp(own)) is None
    leave_note(index, SECTIONS, stamp(own))
    found = noted(site.folder, stamp(own))
    assert found is not None
    assert {name: tuple(words) for name, words in found.index.labels.items()} == site.labels
    assert {name: tuple(words) for name, words in found.sections.items()} == SECTIONS
    own.write_text("# changed", "utf-8")
    assert noted(site.folder, stamp(own)) is None


def test_a_noted_index_with_a_missing_file_is_damaged(site) -> None:
    site.put("d", "Antrag")
    site.search("Antrag")
    leave_note(site.index, SECTIONS, stamp(None))
    max(site.folder.glob("generation-*/MAIN_*.pst")).write_bytes(b"")
    with pytest.raises(IndexDamaged):
        noted(site.folder, stamp(None))
