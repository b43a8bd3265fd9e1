"""Turning pages upright: only those that were hardly read, and by trying, not by guessing.

Tesseract's own orientation detection needs much text and is often wrong on forms and short letters,
so a part of the page is recognised in all four directions and the best read one wins.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline import skew
from pipeline.model import Rotation
from pipeline.ocr import OcrPage, recognise
from pipeline.raster import PageImage

TRUSTED = 0.8
"""Mean confidence above which a page is upright; upside-down text reads as nonsense below it."""

FEW_WORDS = 8
SURE = 0.9
"""A few words may look like others upside down, but hardly with this confidence."""

BETTER = 1.3
"""How much more another direction must yield, for a page that is no text at all to stay as it is."""

_TURNS: tuple[Rotation, ...] = (0, 90, 180, 270)
_PROBE_DPI = 200
_PROBE_INCHES = 5.0


def improved(results: Sequence[OcrPage], languages: Sequence[str], work: Path) -> list[OcrPage]:
    """`results` with the hardly read pages turned and straightened, where that reads better."""
    doubtful = [index for index, page in enumerate(results) if suspect(page)]
    turns = best_turns([results[index].image for index in doubtful], languages, work)
    better = list(results)
    again: list[tuple[int, PageImage]] = []
    for index, turn in zip(doubtful, turns, strict=True):
        image = results[index].image.turned(turn)
        degrees = skew.tilt(image)
        if abs(degrees) > skew.WORTHWHILE:
            image = image.straightened(degrees)
        if image is not results[index].image:
            again.append((index, image))
    retried = recognise([image for _, image in again], languages, work)
    for (index, _), page in zip(again, retried, strict=True):
        better[index] = max(results[index], page, key=lambda result: result.harvest)
    return better


def suspect(page: OcrPage) -> bool:
    """Whether the page may not be upright: hardly read, hardly any text, or words that stand on end."""
    words = sum(len(word.text) >= 3 for line in page.lines for word in line.words)
    sparse = words < FEW_WORDS and page.confidence < SURE
    return page.confidence < TRUSTED or sparse or page.upended


def best_turns(images: Sequence[PageImage], languages: Sequence[str], work: Path) -> list[Rotation]:
    """For each image how far it must be turned clockwise to stand upright."""
    probes = [probe.turned(turn) for image in images for probe in [_probe(image)] for turn in _TURNS]
    found = recognise(probes, languages, work, layers=False)
    chosen: list[Rotation] = []
    for start in range(0, len(found), len(_TURNS)):
        yields = [page.harvest for page in found[start : start + len(_TURNS)]]
        best = max(range(len(_TURNS)), key=lambda index: yields[index])
        chosen.append(_TURNS[best] if yields[best] > BETTER * yields[0] else 0)
    return chosen


def _probe(image: PageImage) -> PageImage:
    """The square with the most ink, coarse: enough words to tell, at a fraction of the time."""
    side = min(image.pixels.width, image.pixels.height, round(_PROBE_INCHES * image.dpi))
    left, top = _densest(image, side)
    points = side / image.pixels.width * image.width
    part = PageImage(
        number=image.number,
        pixels=image.pixels.crop((left, top, left + side, top + side)),
        width=points,
        height=points,
    )
    return part.at(_PROBE_DPI) if part.dpi > 1.2 * _PROBE_DPI else part


def _densest(image: PageImage, side: int) -> tuple[int, int]:
    def places(length: int) -> list[int]:
        return [round((length - side) * step / 4) for step in range(5)]

    coarse = image.pixels.reduce(8) if min(image.pixels.size) > 64 else image.pixels
    scale = coarse.width / image.pixels.width

    def brightness(place: tuple[int, int]) -> int:
        left, top = round(place[0] * scale), round(place[1] * scale)
        size = max(1, round(side * scale))
        counts = coarse.crop((left, top, left + size, top + size)).histogram()
        return sum(level * count for level, count in enumerate(counts))

    spots = [(left, top) for left in places(image.pixels.width) for top in places(image.pixels.height)]
    return min(spots, key=brightness)
