"""Turning pages upright: only those that lie on a side or were hardly read, and by trying, not by guessing.

Tesseract's own orientation detection needs much text and is often wrong on forms and short letters,
so a part of the page is recognised in the directions that come into question and the best read one
wins. Which do is told by geometry at a hundredth of the price: lines of text cast another shadow
across the page than along it.
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

ON_SIDE = 2.0
LEVEL = 0.5
"""Lines of a page with more than that (`skew.upended`) run up or down it, with less across it."""

_ALL: tuple[Rotation, ...] = (0, 90, 180, 270)
_SIDEWAYS: tuple[Rotation, ...] = (0, 90, 270)
_HEAD_DOWN: tuple[Rotation, ...] = (0, 180)
_PROBE_DPI = 200
_PROBE_INCHES = 5.0


def off_their_side(images: Sequence[PageImage], languages: Sequence[str], work: Path) -> list[PageImage]:
    """`images` with those turned that lie on a side: recognising them as they are takes longest of all."""
    lying = [index for index, image in enumerate(images) if skew.upended(image) > ON_SIDE]
    turns = best_turns([(images[index], _SIDEWAYS) for index in lying], languages, work)
    turned = list(images)
    for index, turn in zip(lying, turns, strict=True):
        turned[index] = images[index].turned(turn)
    return turned


def improved(results: Sequence[OcrPage], languages: Sequence[str], work: Path) -> list[OcrPage]:
    """`results` with the hardly read pages turned and straightened, where that reads better."""
    doubtful = [index for index, page in enumerate(results) if suspect(page)]
    trials = [(results[index].image, _directions(results[index], languages)) for index in doubtful]
    turns = best_turns(trials, languages, work)
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


def _directions(page: OcrPage, languages: Sequence[str]) -> tuple[Rotation, ...]:
    """What may set a page upright that was hardly read; nothing, if it was turned by trial already or bears
    the small words of a language, which nonsense does not.
    """
    if page.image.turn or (page.language in languages and not page.upended):
        return (0,)
    return _HEAD_DOWN if skew.upended(page.image) < LEVEL and not page.upended else _ALL


def suspect(page: OcrPage) -> bool:
    """Whether the page may not be upright: hardly read, hardly any text, or words that stand on end."""
    words = sum(len(word.text) >= 3 for line in page.lines for word in line.words)
    sparse = words < FEW_WORDS and page.confidence < SURE
    return page.confidence < TRUSTED or sparse or page.upended


def best_turns(
    trials: Sequence[tuple[PageImage, Sequence[Rotation]]], languages: Sequence[str], work: Path
) -> list[Rotation]:
    """For each image which of its turns (clockwise, the first being none) sets it upright.

    Letters that stand upright yield more than others in any language of their script: the first one will do,
    and every further one costs the time of its start.
    """
    probes = [
        probe.turned(turn)
        for image, turns in trials
        if len(turns) > 1
        for probe in [_probe(image)]
        for turn in turns
    ]
    found = iter(recognise(probes, languages[:1], work, layers=False))
    return [
        _best(turns, [next(found).harvest for _ in turns] if len(turns) > 1 else [1]) for _, turns in trials
    ]


def _best(turns: Sequence[Rotation], yields: Sequence[float]) -> Rotation:
    best = max(range(len(turns)), key=lambda index: yields[index])
    return turns[best] if yields[best] > BETTER * yields[0] else turns[0]


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
