"""The query language: what it understands, and how it says what it does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.errors import QueryError
from index.query import And, Bound, Choice, Node, Not, Or, Phrase, Prefix, Scoped, Words, parse
from records.model import DocumentState

LABELS = {
    "duldung": ("Duldung", "toleration certificate"),
    "aufenthaltstitel": ("Aufenthaltstitel", "residence permit"),
    "aufenthaltsgestattung": ("Aufenthaltsgestattung", "asylum residence permit"),
}

PIECES = (
    "Antrag",
    '"auf Erteilung"',
    "-Frist",
    "OR",
    "UND",
    "NOT",
    "aufe*",
    "typ:duldung",
    "von:2024",
    "az:",
)


def parsed(query: str) -> Node | None:
    return parse(query, LABELS)


def fault(query: str) -> QueryError:
    with pytest.raises(QueryError) as caught:
        parsed(query)
    return caught.value


def fault_of(query: str) -> QueryError | None:
    try:
        parsed(query)
    except QueryError as error:
        return error
    return None


def test_bare_words_stay_one_text() -> None:
    assert parsed("  6 K 152/14.WI.A vom 3. Mai 2024 ") == Words("6 K 152/14.WI.A vom 3. Mai 2024", 2)


def test_all_parts_of_the_language_together() -> None:
    assert parsed('Antrag "auf Erteilung" -Ablehnung aufenth* typ:duldung') == And(
        (
            Words("Antrag", 0),
            Phrase("auf Erteilung", 8),
            Not(Words("Ablehnung", 24)),
            Prefix("aufenth", 34),
            Choice("type", ("duldung",)),
        )
    )


@pytest.mark.parametrize("word", ["OR", "ODER"])
def test_or_binds_weaker_than_side_by_side(word: str) -> None:
    node = parsed(f"a b {word} c")
    assert isinstance(node, Or)
    assert [child.text for child in node.nodes if isinstance(child, Words)] == ["a b", "c"]


@pytest.mark.parametrize("query", ["Antrag UND Frist", "Antrag AND Frist"])
def test_and_may_be_written(query: str) -> None:
    node = parsed(query)
    assert isinstance(node, And)
    assert len(node.nodes) == 2


@pytest.mark.parametrize("query", ["Antrag NICHT Frist", "Antrag NOT Frist", "Antrag -Frist"])
def test_three_ways_to_exclude(query: str) -> None:
    node = parsed(query)
    assert isinstance(node, And)
    assert isinstance(node.nodes[1], Not)


def test_not_means_only_the_next_word() -> None:
    node = parsed("Antrag NOT Frist Bescheid")
    assert isinstance(node, And)
    assert [type(child) for child in node.nodes] == [Words, Not, Words]


@pytest.mark.parametrize(
    ("query", "node"),
    [
        ("typ:duldung", Choice("type", ("duldung",))),
        ("TYPE: Duldung", Choice("type", ("duldung",))),
        ('type:"residence permit"', Choice("type", ("aufenthaltstitel",))),
        ("typ:aufenthalt", Choice("type", ("aufenthaltstitel", "aufenthaltsgestattung"))),
        ("von:2024", Bound("from", 20240101)),
        ("from:2024-05", Bound("from", 20240501)),
        ("bis:2024-05", Bound("to", 20240531)),
        ("to:03.05.2024", Bound("to", 20240503)),
        ('bis:"3. Mai 2024"', Bound("to", 20240503)),
        ("status:Klärung", Choice("state", (DocumentState.REVIEW,))),
        ("state:filed", Choice("state", (DocumentState.FILED,))),
        ("person:P-0001", Scoped("person", Words("P-0001", 7))),
        ("name:Muster*", Scoped("name", Prefix("Muster", 5))),
        ("az:33-A-2024/1182", Scoped("az", Words("33-A-2024/1182", 3))),
        ("datei:scan_0001.pdf", Scoped("source", Words("scan_0001.pdf", 6))),
        ("register:asyl", Scoped("section", Words("asyl", 9))),
        ("„Antrag auf“", Phrase("Antrag auf", 1)),
        ("„12:30 Uhr“", Phrase("12:30 Uhr", 1)),
        ("12:30", Words("12:30", 0)),
    ],
)
def test_fields_in_both_languages(query: str, node: Node) -> None:
    assert parsed(query) == node


@pytest.mark.parametrize("query", ["", "   ", "\n\t"])
def test_blank_is_no_query(query: str) -> None:
    assert parsed(query) is None


@pytest.mark.parametrize(
    ("query", "position", "words"),
    [
        ('Antrag "auf Erteilung', 7, "never closed"),
        ("Antrag perosn:Muster", 7, "„person:“"),
        ("typ:duldnug", 4, "„Duldung“"),
        ("typ:xyzzy", 4, "no document type"),
        ("status:weg", 7, "review"),
        ("Antrag von:gestern", 11, "no date"),
        ("von:2024-13", 4, "no date"),
        ("bis:31.02.2024", 4, "no date"),
        ("ab*", 0, "three characters"),
        ("Antrag *", 7, "three characters"),
        ("-Antrag", 0, "exclusion"),
        ("-typ:duldung", 0, "exclusion"),
        ("Antrag OR -Frist", 10, "exclusion"),
        ("OR Antrag", 0, "both sides"),
        ("Antrag OR", 7, "both sides"),
        ("Antrag OR OR Frist", 10, "both sides"),
        ("Antrag NOT", 7, "both sides"),
        ("typ:", 0, "missing"),
        ("Antrag person:", 7, "missing"),
        ("??? !!!", 0, "nothing to search"),
        ('""', 0, "nothing to search"),
        ("name:???", 5, "nothing to search"),
        ("x" * 1001, 1000, "too long"),
    ],
)
def test_faults_name_their_place(query: str, position: int, words: str) -> None:
    error = fault(query)
    assert error.position == position
    assert words in error.text("en")
    assert error.text("de") != error.text("en")


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=300)
@given(st.text(alphabet=st.sampled_from(list('ab1é§ .:-*"„“\n\x1b\u202e/')) | st.characters(), max_size=60))
def test_any_input_is_a_query_or_a_fault_with_a_place(query: str) -> None:
    error = fault_of(query)
    if error:
        assert error.position is not None
        assert 0 <= error.position <= len(query)
        assert error.text("de")


@settings(max_examples=100)
@given(
    st.lists(
        st.sampled_from(PIECES),
        max_size=8,
    )
)
def test_any_arrangement_of_known_pieces_parses_or_faults(pieces: list[str]) -> None:
    error = fault_of(" ".join(pieces))
    assert error is None or str(error)


def test_the_parser_knows_no_engine() -> None:
    source = (Path(__file__).resolve().parents[2] / "index" / "query.py").read_text(encoding="utf-8")
    assert "whoosh" not in source
