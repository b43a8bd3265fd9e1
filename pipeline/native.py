"""Real text of a page: characters to words and lines, and whether that text can be trusted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from pipeline.geometry import turned
from pipeline.language import guess_language
from pipeline.model import Box, Line, PageKind, PageReading, Rotation, Word
from pipeline.pages import Char, Page
from pipeline.wording import clean, plausibility

MIN_PLAUSIBLE = 0.8
"""Share of characters in plausible words below which the text is not what the page shows."""

MIN_PLAUSIBLE_SCAN = 0.9
"""The same for text that lies over a scanned image: somebody else's recognition, which may be poor."""

SCANNED = 0.5
"""Share of the page covered by images from which its text is taken for somebody's recognition."""

MIN_WORDS = 3
FULL_TEXT_WORDS = 40
"""A page with an image is taken as text only if it has about as many words as a short letter."""


def read(page: Page) -> PageReading | None:
    """The page as NATIVE, or None if it has no sound text and must be recognised."""
    text = page.text()
    chars = [*text.chars, *text.fields]
    turn = _turn(chars)
    back: Rotation = _BACK[turn]
    lines = _lines(_words(_upright(text.chars, page, back)), first_block=0)
    if back:
        # The PDF reader orders lines as they are displayed, which is not how they are read here.
        lines.sort(key=lambda line: (line.box.top, line.box.left))
    fields = _lines(_words(_upright(text.fields, page, back)), first_block=len(lines))
    lines = _in_blocks(_with_fields(lines, fields))
    words = [word.text for line in lines for word in line.words]
    if not sound(words, chars, text.image_share, least=MIN_WORDS if text.drawn else 1):
        return None
    sideways = back in {90, 270}
    return PageReading(
        number=page.number,
        kind=PageKind.NATIVE,
        width=page.height if sideways else page.width,
        height=page.width if sideways else page.height,
        lines=tuple(lines),
        rotation=back,
        language=guess_language(" ".join(words)),
        quality=1.0 if text.image_share < SCANNED else round(plausibility(words), 3),
    )


_BACK: dict[Rotation, Rotation] = {0: 0, 90: 270, 180: 180, 270: 90}


def sound(words: Sequence[str], chars: Sequence[Char], image_share: float, *, least: int = MIN_WORDS) -> bool:
    """Whether the text of a page, at least `least` words, says what the page shows."""
    visible = [char for char in chars if char.text.strip()]
    if len(words) < least or not visible:
        return False
    if sum(char.unmapped or not clean(char.text) for char in visible) > 0.1 * len(visible):
        return False
    if image_share >= 0.25 and len(words) < FULL_TEXT_WORDS:
        # A stamp or a header over a scan, or a picture of a document inside a page.
        return False
    return plausibility(words) >= (MIN_PLAUSIBLE_SCAN if image_share >= 0.6 else MIN_PLAUSIBLE)


def _turn(chars: Iterable[Char]) -> Rotation:
    turns = Counter(char.turn for char in chars if char.box is not None)
    return turns.most_common(1)[0][0] if turns else 0


def _upright(chars: Iterable[Char], page: Page, back: Rotation) -> Iterator[Char]:
    frame = Box(left=0, top=0, right=page.width, bottom=page.height)
    for char in chars:
        if char.box is None:
            yield char
        elif _overlap(char.box, frame):
            yield replace(char, box=turned(char.box, back, page.width, page.height))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word, and whether the PDF reader saw a line end before it."""

    word: Word
    starts_line: bool


def _words(chars: Iterable[Char]) -> Iterator[_Piece]:
    letters: list[str] = []
    boxes: list[Box] = []
    new_line = True
    for char in [*chars, Char("\n", None)]:
        if char.text and not char.text.isspace():
            letters.append(char.text)
            if char.box is not None and char.box.width > 0 and char.box.height > 0:
                boxes.append(char.box)
            continue
        text = clean("".join(letters))
        if text and boxes:
            yield _Piece(Word(text=text, box=Box.around(boxes)), new_line)
            new_line = False
        letters, boxes = [], []
        new_line = new_line or char.text in {"\n", "\r"}


def _lines(pieces: Iterable[_Piece], *, first_block: int) -> list[Line]:
    lines: list[list[Word]] = []
    for piece in pieces:
        if not lines or piece.starts_line or not _beside(lines[-1][-1].box, piece.word.box):
            lines.append([])
        lines[-1].append(piece.word)
    return [Line(words=tuple(words), block=first_block) for words in lines]


def _beside(before: Box, after: Box) -> bool:
    shared = min(before.bottom, after.bottom) - max(before.top, after.top)
    return shared > 0 or abs(after.top - before.top) < max(before.height, after.height)


def _overlap(one: Box, other: Box) -> bool:
    return (
        one.left <= other.right
        and other.left <= one.right
        and one.top <= other.bottom
        and other.top <= one.bottom
    )


def _with_fields(lines: list[Line], fields: list[Line]) -> list[Line]:
    """What form fields show is stored apart from the form; put it beside the label it belongs to."""
    merged = list(lines)
    for field in fields:
        place = next((n for n, line in enumerate(merged) if _same_row(line.box, field.box)), None)
        if place is None:
            below = (n for n, line in enumerate(merged) if line.box.top > field.box.top)
            merged.insert(next(below, len(merged)), field)
        else:
            words = sorted((*merged[place].words, *field.words), key=lambda word: word.box.left)
            merged[place] = replace(merged[place], words=tuple(words))
    return merged


def _same_row(line: Box, field: Box) -> bool:
    shared = min(line.bottom, field.bottom) - max(line.top, field.top)
    return shared >= 0.5 * min(line.height, field.height)


def _in_blocks(lines: list[Line]) -> list[Line]:
    """A new block begins where the gap to the line above is larger than a line, or the text jumps."""
    if not lines:
        return []
    usual = median(line.height for line in lines)
    block = 0
    numbered = [replace(lines[0], block=0)]
    for above, line in pairwise(lines):
        gap = line.box.top - above.box.bottom
        if gap > 1.2 * usual or line.box.bottom < above.box.top:
            block += 1
        numbered.append(replace(line, block=block))
    return numbered
