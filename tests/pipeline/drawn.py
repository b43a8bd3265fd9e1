"""Sample sheets as page readings, as if recognition had read them without a fault; and faults to add."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from pipeline.model import Box, Line, PageKind, PageReading, Word
from tests.samples.fonts import text_width
from tests.samples.sheet import Sheet, Text

POINTS = 72 / 25.4
"""Points per millimetre."""

CONFUSED = {
    "a": "eo", "b": "h6", "c": "eo", "d": "cl", "e": "co", "f": "t", "g": "q9", "h": "b", "i": "lj1",
    "j": "i", "k": "x", "l": "1It", "m": "rn", "n": "u", "o": "0ce", "q": "g", "r": "t", "s": "5", "t": "fl",
    "u": "nv", "v": "y", "w": "vv", "y": "v", "z": "2", "B": "8", "D": "O", "E": "F", "G": "C6", "I": "l1",
    "O": "0D", "Q": "O", "S": "5", "Z": "2", "0": "O8", "1": "l7", "2": "Z", "3": "85", "4": "1", "5": "S3",
    "6": "85", "7": "1", "8": "36B", "9": "4g", "ä": "a", "ö": "o", "ü": "u", "ß": "B", "ş": "s", "ł": "t",
    ".": ",", ",": ".", ":": ".;", "-": "", "'": "",
}  # fmt: skip
"""What recognition reads for a character it mistakes."""


def reading(sheet: Sheet, number: int) -> PageReading:
    """A sheet's texts as lines with boxes; a gap of more than a line begins a block."""
    rows: list[list[Text]] = []
    texts = [item for item in sheet.items if isinstance(item, Text) and item.text.strip()]
    for item in sorted(texts, key=lambda text: (text.y, text.x)):
        if rows and abs(rows[-1][0].y - item.y) < 1.2:
            rows[-1].append(item)
        else:
            rows.append([item])
    lines: list[Line] = []
    for row in rows:
        words = [word for item in sorted(row, key=lambda text: text.x) for word in _words(item)]
        line = Line(words=tuple(words))
        above = lines[-1] if lines else line
        far = line.box.top - above.box.bottom > line.height
        lines.append(replace(line, block=above.block + int(far)))
    return PageReading(
        number=number,
        kind=PageKind.OCR,
        width=sheet.width * POINTS,
        height=sheet.height * POINTS,
        lines=tuple(lines),
    )


def _words(item: Text) -> list[Word]:
    words, left, bottom = [], item.x * POINTS, item.y * POINTS
    for text in item.text.split():
        right = left + text_width(text, item.family, item.bold, item.size) * POINTS
        box = Box(left=left, top=bottom - 0.9 * item.size, right=right, bottom=bottom)
        words.append(Word(text=text, box=box))
        left = right + 0.28 * item.size
    return words


def noisy(pages: Sequence[PageReading], share: float, rng: Random) -> list[PageReading]:
    """The pages with `share` of their characters misread, except in machine-readable zones."""

    def misread(word: Word) -> Word:
        if "<<" in word.text:
            return word
        return replace(word, text="".join(map(character, word.text)) or word.text)

    def character(sign: str) -> str:
        return rng.choice(CONFUSED[sign] or "-") if sign in CONFUSED and rng.random() < share else sign

    return [
        replace(
            page,
            lines=tuple(replace(line, words=tuple(map(misread, line.words))) for line in page.lines),
        )
        for page in pages
    ]
