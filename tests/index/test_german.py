"""Spellings that must meet in one term, and texts that must not become dangerous or slow."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.compounds import parts_of
from index.folding import fold
from index.german import LONGEST_TERM, clean, tokens


def terms(text: str) -> list[str]:
    return [token.term for token in tokens(clean(text))]


def parts(text: str) -> set[str]:
    return {part for token in tokens(clean(text)) for part in token.parts}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Antrag", "Anträge"),
        ("Antrag", "Antrags"),
        ("Anträge", "Antraege"),
        ("Anträge", "Antrage"),
        ("Antrag", "ANTRAG"),
        ("Aufenthaltserlaubnis", "Aufenthaltserlaubnisse"),
        ("Bescheid", "Bescheides"),
        ("Zeugnis", "Zeugnisses"),
        ("Behörde", "Behoerden"),
        ("Straße", "Strasse"),
        ("STRASSE", "straße"),
        ("Müller", "Mueller"),
        ("Müller", "Muller"),
        ("Gültigkeit", "Gu\u0308ltigkeit"),  # ü as u with a combining diaeresis
        ("finden", "ﬁnden"),
        ("Łukasz", "Lukasz"),
        ("O’Testperson", "O'Testperson"),
        ("03.05.2024", "2024-05-03"),
        ("03.05.2024", "3. Mai 2024"),
        ("03.05.2024", "3.5.2024"),
        ("03.05.2024", "03.05.24"),
        ("03.05.2024", "3 May 2024"),
        ("Mai 2024", "05/2024"),
        ("9923557-439", "9923557.439"),
        ("9923557-439", "9923557 - 439"),
        ("33-A-2024/1182", "33-a-2024-1182"),
        ("240503 123456", "240503123456"),
        ("6 K 152/14.WI.A", "6K152/14.WI.A"),
        ("§ 81", "§81"),
        ("§ 60a", "§ 60 a"),
        ("Aufenthalts-\nerlaubnis", "Aufenthaltserlaubnis"),
        ("Aufenthalts\u00aderlaubnis", "Aufenthaltserlaubnis"),
        ("Aufenthalts¬\nerlaubnis", "Aufenthaltserlaubnis"),
    ],
)
def test_spellings_meet_in_one_term(one: str, other: str) -> None:
    assert len(terms(one)) == 1
    assert terms(one) == terms(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Antrag", "Anhörung"), ("§ 81", "§ 18"), ("§ 60", "§ 60a"), ("03.05.2024", "05.03.2024")],
)
def test_different_things_stay_apart(one: str, other: str) -> None:
    assert terms(one) != terms(other)


def test_numbers_keep_together_in_running_text() -> None:
    text = "Az.: 33-A-2024/1182, VG Wiesbaden, 6 K 152/14.WI.A, § 60a Abs. 2 AufenthG vom 3. Mai 2024."
    assert terms(text) == [
        *("az", "33-a-2024-1182", "vg", "wiesbad", "6k152-14-wi-a"),
        *("§60a", "abs", "2", "aufenthg", "vom", "2024-05-03"),
    ]


def test_what_is_no_date_is_no_date() -> None:
    assert "2024" in parts("13.13.2024")  # a number with parts, but no day of the calendar
    assert terms("31.02.2024") == ["31-02-2024"]


@pytest.mark.parametrize("text", ["An-\nund Abmeldung", "Vor-\noder Nachname"])
def test_elliptic_hyphen_is_not_joined(text: str) -> None:
    assert {"und", "oder"} & set(terms(text))


def test_capital_after_the_line_end_keeps_its_hyphen() -> None:
    assert clean("Ausländer-\nBehörde") == "Ausländer-Behörde"


@pytest.mark.parametrize(
    ("compound", "expected"),
    [
        ("Aufenthaltserlaubnis", {"Aufenthalt", "Erlaubnis"}),
        ("Wohnungsgeberbestätigung", {"Wohnung", "Geber", "Bestätigung"}),
        ("Abschiebungsandrohung", {"Abschiebung", "Androhung"}),
        ("Antragstellers", {"Antrag", "Steller"}),
        ("Ausländerbehörden", {"Ausländer", "Behörde"}),
    ],
)
def test_compounds_are_found_by_their_parts(compound: str, expected: set[str]) -> None:
    assert {terms(word)[0] for word in expected} <= parts(compound)


@pytest.mark.parametrize("word", ["Mustermann", "Wiesbaden", "Antrag", "Frankfurterinnen", "xyzzyqwerty"])
def test_other_words_have_no_parts(word: str) -> None:
    assert parts_of(fold(word)) == ()


def test_number_parts() -> None:
    assert {"1182", "2024"} <= parts("33-A-2024/1182")
    assert "6k152-14" in parts("6 K 152/14.WI.A")
    assert {"2186-21-wi", "2186-21"} <= parts("5 L 2186/21.WI")
    assert terms("2186/21.WI") == ["2186-21-wi"]
    assert {"2024", "2024-05", "mai"} == parts("3. Mai 2024")
    assert {"2024", "2024-05"} == parts("03.05.2024")


def test_a_date_that_ran_together_with_a_word() -> None:
    assert terms("beginnt am01.10.2022 und") == terms("beginnt am 01.10.2022 und")
    assert terms("Version2.10.20221") == ["version2-10-20221"]


def test_nothing_that_a_terminal_obeys_survives() -> None:
    hostile = "\x1b[31mrot\x1b[0m \x1b]0;Titel\x07 \u202eumgekehrt\u202c \x00\x08\x9b nul\r\n"
    assert clean(hostile).replace("\n", "").isprintable()
    assert "rot" in clean(hostile)


@given(st.text(max_size=300))
def test_offsets_are_in_order_and_terms_bounded(text: str) -> None:
    cleaned = clean(text)
    end = 0
    for token in tokens(cleaned):
        assert end <= token.start < token.end <= len(cleaned)
        assert 0 < len(token.term) <= LONGEST_TERM
        end = token.end


@pytest.mark.parametrize("piece", ["a-", "1.", "1 ", "§", "12 Ab 12", "x", "aa-\n", "\x1b]", "§ "])
def test_degenerate_pages_are_read_to_the_end(piece: str) -> None:
    """Each would take minutes if an expression backtracked over the whole page."""
    assert terms(piece * 20_000 + " Schluss")[-1] == "schluss"
