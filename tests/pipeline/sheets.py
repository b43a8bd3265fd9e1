"""Pages of text with boxes, for the tests of identity: one string, blocks divided by empty lines.

Two or more blanks start a column: words of one column stand under one another.
"""

import re

from pipeline.model import Box, Line, PageKind, PageReading, Word

COLUMN = 130.0
ADVANCE, LEADING, SIZE = 5.0, 14.0, 10.0


def page(
    text: str, number: int = 1, kind: PageKind = PageKind.NATIVE, confidence: float = 1.0
) -> PageReading:
    lines, top, block = [], 60.0, 0
    for row in text.strip("\n").split("\n"):
        top += LEADING
        if not row.strip():
            block += 1
            top += LEADING
            continue
        words = []
        left = 60.0
        for order, column in enumerate(re.split(r" {2,}", row.strip())):
            left = max(left + 4 * ADVANCE, 60.0 + order * COLUMN) if order else left
            for word in column.split():
                right = left + ADVANCE * len(word)
                box = Box(left=left, top=top, right=right, bottom=top + SIZE)
                words.append(Word(text=word, box=box, confidence=confidence))
                left = right + ADVANCE
        lines.append(Line(words=tuple(words), block=block))
    return PageReading(number=number, kind=kind, width=595, height=842, lines=tuple(lines))


def typed(text: str) -> PageReading:
    """A page as typed: each word stands where it stands in its line, an empty line is a line."""
    lines = []
    for row, line in enumerate(text.strip("\n").split("\n")):
        top = 60.0 + LEADING * row
        words = [
            Word(
                text=match[0],
                box=Box(
                    left=60.0 + ADVANCE * match.start(),
                    top=top,
                    right=60.0 + ADVANCE * match.end(),
                    bottom=top + SIZE,
                ),
                confidence=1.0,
            )
            for match in re.finditer(r"\S+", line)
        ]
        if words:
            lines.append(Line(words=tuple(words), block=0))
    return PageReading(number=1, kind=PageKind.NATIVE, width=595, height=842, lines=tuple(lines))
