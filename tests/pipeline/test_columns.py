"""Which gaps of a printed line divide columns, and which are blanks."""

import pytest

from pipeline.columns import GAP, Spread
from pipeline.model import Box, Line, Word


def line(*gaps, advance=6.0, height=6.0):
    """Words of five characters, divided by these many points."""
    words, left = [], 60.0
    for number, gap in enumerate((0.0, *gaps)):
        left += gap
        right = left + 5 * advance
        word = Word(
            text=f"Wort{number}", box=Box(left=left, top=50, right=right, bottom=50 + height), confidence=1.0
        )
        words.append(word)
        left = right
    return Line(words=tuple(words), block=0)


@pytest.mark.parametrize(
    ("gaps", "text"),
    [
        pytest.param((2.0, 2.2, 30.0), f"Wort0 Wort1 Wort2{GAP}Wort3", id="printed"),
        pytest.param((2.0, 8.5), f"Wort0 Wort1{GAP}Wort2", id="printed, a column near"),
        pytest.param((7.5, 9.0, 8.0), "Wort0 Wort1 Wort2 Wort3", id="typed: blanks higher than capitals"),
        pytest.param((7.5, 9.0, 15.0), f"Wort0 Wort1 Wort2{GAP}Wort3", id="typed, two blanks"),
    ],
)
def test_gaps(gaps, text):
    assert Spread.of(line(*gaps)).text == text
