"""Title lines compared with the known titles, also where OCR damaged them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import ScoreAlignment

from config.document_types import AnchorZone, DocumentTypes
from pipeline.zones import TitleLine

TITLE_WEIGHT = 3.0
FUZZY_LEAST = 84.0
"""Least rapidfuzz partial ratio (0 to 100) for a damaged title."""
_WORD_LEAST = 70.0
_SHIFTED = 2
"""Letters by which lost or added ones move the rest of a title."""
_FUZZY_LETTERS = 9
"""Shorter titles are too like other words when letters are wrong."""
_MUCH_LONGER = 1.3
"""Share from which on a damaged title beats a whole one that stands in it."""
_WHOLE_LINE_LETTERS = 8
"""Shorter titles only count as the whole line."""

# Letters that OCR and damaged umlauts confuse count as one.
_ALIKE = str.maketrans(
    {"0": "o", "1": "i", "l": "i", "|": "i", "!": "i", "5": "s", "8": "b", "ß": "ss", "ı": "i"}
)
_SPECKS = re.compile(r"(?<!\w)[|~_*°]+(?!\w)\s?")
"""Frames of forms and dirt between the words of a title."""
_NO_LETTER = re.compile(r"[^\w§]|_")


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleHit:
    """A title of `type` found in a line; `start`, `end` count letters of the folded line."""

    type: str
    line: TitleLine
    wording: str
    start: int
    end: int
    weight: float
    damaged: bool = False


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Letters alone, without case, accents and spaces, look-alikes as one letter."""
    lowered = text.lower().translate(_ALIKE)
    plain = unicodedata.normalize("NFKD", lowered)
    return _NO_LETTER.sub("", plain).replace("rn", "m").replace("vv", "w")


def title_hits(lines: Sequence[TitleLine], types: DocumentTypes) -> list[TitleHit]:
    """All titles found; a title inside a longer one of another type (`Zusatzblatt zum
    Aufenthaltstitel`) does not count.
    """
    hits: list[TitleHit] = []
    for raw in lines:
        line = replace(raw, text=_SPECKS.sub(" ", raw.text))
        folded = fold(line.text)
        in_line = [*_literal_hits(line, folded, types), *_expression_hits(line, len(folded), types)]
        in_line = _as_printed(in_line, len(folded))
        hits += _best_of_each_type(
            [hit for hit in in_line if not any(_covers(other, hit) for other in in_line)]
        )
    return hits


def _as_printed(hits: Sequence[TitleHit], length: int) -> list[TitleHit]:
    """`Aufenthaltserlaubnis` is a title as it stands, and no damaged `Aufenthaltserlaubnis-EG`."""
    whole = {hit.type for hit in hits if not hit.damaged and hit.end - hit.start == length}
    return [hit for hit in hits if not whole or not hit.damaged or hit.type in whole]


def _best_of_each_type(hits: Sequence[TitleHit]) -> list[TitleHit]:
    """One line is one title, however many titles of the type are like it."""
    best: dict[str, TitleHit] = {}
    for hit in hits:
        if hit.type not in best or hit.weight > best[hit.type].weight:
            best[hit.type] = hit
    return list(best.values())


@lru_cache(maxsize=4)
def _literals(types: DocumentTypes) -> tuple[tuple[str, str, str], ...]:
    """Type, title and folded title of all types."""
    return tuple((kind.id, title, fold(title)) for kind in types for title in kind.titles)


def _literal_hits(line: TitleLine, folded: str, types: DocumentTypes) -> list[TitleHit]:
    literals = _literals(types)
    near = process.extract(
        folded,
        [wanted for *_, wanted in literals],
        scorer=fuzz.partial_ratio,
        score_cutoff=FUZZY_LEAST,
        limit=None,
    )
    hits = [_literal(*literals[at], line, folded) for _, _, at in near]
    return [hit for hit in hits if hit is not None]


def _expression_hits(line: TitleLine, length: int, types: DocumentTypes) -> list[TitleHit]:
    hits = [
        _expression(kind.id, line, anchor.pattern, anchor.weight, length)
        for kind in types
        for anchor in kind.in_zone(AnchorZone.TITLE)
    ]
    return [hit for hit in hits if hit is not None]


def _covers(longer: TitleHit, hit: TitleHit) -> bool:
    if longer.type == hit.type or longer.end - longer.start <= hit.end - hit.start:
        return False
    if (
        longer.damaged
        and not hit.damaged
        and longer.end - longer.start < _MUCH_LONGER * (hit.end - hit.start)
    ):
        return False  # `Sicherheitsabfrage` is no damaged `Sicherheitsbefragung`
    return longer.start <= hit.start + 1 and hit.end - 1 <= longer.end and longer.weight >= hit.weight - 0.6


def _literal(type_id: str, title: str, wanted: str, line: TitleLine, folded: str) -> TitleHit | None:
    start = folded.find(wanted)
    if start >= 0 and (len(wanted) >= _WHOLE_LINE_LETTERS or folded == wanted):
        return _hit(type_id, line, title, start, start + len(wanted), len(folded), TITLE_WEIGHT)
    if len(wanted) < _FUZZY_LETTERS or len(folded) < 0.85 * len(wanted) or line.prominence < 0.3:
        return None
    alignment = fuzz.partial_ratio_alignment(wanted, folded, score_cutoff=FUZZY_LEAST)
    if alignment is None or not _whole(alignment, wanted, folded) or not _each_word(title, folded):
        return None
    # a damaged word is less certain than a whole one: 84 -> 0.7, 100 -> 1
    trust = 1.0 - (100.0 - alignment.score) * 0.019
    start, end = alignment.dest_start, alignment.dest_end
    return replace(_hit(type_id, line, title, start, end, len(folded), TITLE_WEIGHT * trust), damaged=True)


def _whole(alignment: ScoreAlignment, wanted: str, folded: str) -> bool:
    """Whether both halves of the title are there: a `Scheidungsbestätigung` is no `Versicherungsbestätigung`,
    and `Bestätigung` at the start of a line no `Kursbestätigung`.
    """
    middle = len(wanted) // 2
    found = folded[alignment.dest_start : alignment.dest_end]
    halves = (
        (wanted[:middle], found[: middle + _SHIFTED]),
        (wanted[middle:], found[max(0, middle - _SHIFTED) :]),
    )
    return all(fuzz.partial_ratio(half, part) >= _WORD_LEAST for half, part in halves)


def _each_word(title: str, folded: str) -> bool:
    """Whether every long word of the title is there: of `Androhung der Abschiebung` the last two words
    alone are another title.
    """
    words = [fold(word) for word in title.split()]
    return all(fuzz.partial_ratio(word, folded) >= _WORD_LEAST for word in words if len(word) >= 5)


def _expression(
    type_id: str, line: TitleLine, pattern: re.Pattern[str], weight: float, length: int
) -> TitleHit | None:
    match = pattern.search(line.text)
    if match is None or not match[0].strip():
        return None
    start = len(fold(line.text[: match.start()]))
    end = start + len(fold(match[0]))
    return _hit(type_id, line, match[0].strip(), start, end, length, weight)


def _hit(
    type_id: str, line: TitleLine, wording: str, start: int, end: int, length: int, weight: float
) -> TitleHit:
    """A title that is the whole line counts more than one word of many, the first word more than the last."""
    share = min(1.0, (end - start) / max(1, length))
    place = 1.0 if start <= 2 or share > 0.6 else 0.9 if share > 0.35 else 0.7
    return TitleHit(
        type=type_id,
        line=line,
        wording=wording,
        start=start,
        end=end,
        weight=weight * (0.6 + 0.4 * share) * place,
    )
