"""Texts of all document types as pages with boxes.

Markers of a line: `# ` title in large type, `* ` subject line (running type), `~ ` small print at the
bottom edge; an empty line is a gap.
"""

import random
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from pipeline.model import Box, Line, PageKind, PageReading, Word

FOLDER = Path(__file__).parent / "classify_texts"
WIDTH, HEIGHT = 595.0, 842.0
# what OCR makes of letters on a poor copy
_CONFUSED = {
    "e": "c", "i": "l", "l": "1", "o": "0", "ü": "u", "ä": "a", "ö": "o", "ß": "B", "n": "u", "r": "t",
    "I": "l", "O": "0", "B": "8", "S": "5", "m": "rn", "g": "q", "h": "b", "t": "f", "§": "$", "Ä": "A",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Sample:
    type: str
    variant: str
    lines: tuple[str, ...]


def samples(name: str) -> list[Sample]:
    """The samples of `classify_texts/NAME.txt`; each begins with `== type / variant`."""
    found = []
    for part in (FOLDER / f"{name}.txt").read_text("utf-8").split("\n== ")[0:]:
        head, _, body = part.removeprefix("== ").partition("\n")
        type_id, variant = head.split(" / ")
        found.append(Sample(type=type_id, variant=variant, lines=tuple(body.strip("\n").split("\n"))))
    return found


def pages(sample: Sample, *, boxes: bool = True, damage: float = 0.0) -> list[PageReading]:
    """One page; without `boxes` all lines are of one height and evenly spaced."""
    chance = random.Random(crc32(repr(sample.lines).encode()))
    lines, top, block = [], 50.0, 0
    for raw in sample.lines:
        if not raw.strip():
            block += 1
            top += 14
            continue
        mark, text = (raw[0], raw[2:]) if raw[:2] in {"# ", "* ", "~ "} else ("", raw)
        height = {"#": 17.0, "~": 6.5}.get(mark, 10.0) if boxes else 10.0
        at = 810.0 if mark == "~" and boxes else top
        lines.append(_line(_damaged(text, damage, chance), at, height, block))
        top += height * 1.5
    return [PageReading(number=1, kind=PageKind.OCR, width=WIDTH, height=HEIGHT, lines=tuple(lines))]


def _line(text: str, top: float, height: float, block: int) -> Line:
    left, words = 60.0, []
    for word in text.split():
        right = left + 0.5 * height * len(word)
        words.append(Word(text=word, box=Box(left=left, top=top, right=right, bottom=top + height)))
        left = right + 0.3 * height
    return Line(words=tuple(words), block=block)


def _damaged(text: str, share: float, chance: random.Random) -> str:
    """Some letters confused, fewer lost. Never a whole line."""
    letters = []
    for letter in text:
        dice = chance.random()
        if dice < share * 0.25 and letter.isalpha():
            continue
        letters.append(_CONFUSED.get(letter, letter) if dice < share * 2 else letter)
    return "".join(letters) if "".join(letters).strip() else text
