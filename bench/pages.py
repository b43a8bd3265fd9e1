"""Sample pages with known text for the benches of reading, and how far a recognised text is from it.

Characters are compared word by word, whatever order they were read in: a form may be read down its
columns or along its rows, and both are right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random

import pypdfium2 as pdfium
from PIL import Image
from rapidfuzz.distance import Levenshtein

from tests.samples import containers
from tests.samples.build import Plan, Side, draw, scan
from tests.samples.render import render
from tests.samples.sets import random_set
from tests.samples.sheet import Sheet, Stamp, Text

SEED = 20251
_SOURCES = 600
_SCANNED = {"pdf", "tiff", "jpeg", "png"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """A scanned page, how far it was turned clockwise, and the words that were printed on it."""

    image: Image.Image
    dpi: int
    words: tuple[str, ...]
    turned: int = 0


def everyday(count: int, *, seed: int = SEED) -> list[Truth]:
    """`count` pages as they arrive: the generator's mix of types, wear, rotation and resolution."""
    return list(islice((page for plan in _plans(seed) for page in _scanned(plan)), count))


def letters(count: int, *, seed: int = SEED) -> list[Sheet]:
    """`count` unworn sheets of A4, first sides."""
    sheets = (_sheets(plan)[0] for plan in _plans(seed))
    return list(islice((sheet for sheet in sheets if sheet.height > 280 and len(words(sheet)) > 60), count))


def worn(sheet: Sheet, dpi: int, wear: Callable[[Image.Image, int], Image.Image]) -> Truth:
    """A sheet drawn at `dpi` in grey and changed by `wear`."""
    return Truth(image=wear(render(sheet, dpi), dpi), dpi=dpi, words=words(sheet))


def words(sheet: Sheet) -> tuple[str, ...]:
    texts = (item.text for item in sheet.items if isinstance(item, Text))
    stamps = (line for item in sheet.items if isinstance(item, Stamp) for line in item.lines)
    return tuple(word for text in (*texts, *stamps) for word in text.split())


def source(pages: Sequence[Truth], path: Path) -> Path:
    """The pages as one PDF: JPEG, or fax group 4 where they have two tones; each keeps its resolution."""
    parts = [pdfium.PdfDocument(containers.image_pdf([page.image], page.dpi)) for page in pages]
    with pdfium.PdfDocument.new() as whole:
        for part in parts:
            whole.import_pages(part)
            part.close()
        whole.save(path)
    return path


def pictures(path: Path, folder: Path, dpi: int = 300) -> list[Path]:
    """Each page as a grey picture in a file that says its resolution."""
    files = []
    with pdfium.PdfDocument(path) as document:
        for number, page in enumerate(document):
            files.append(folder / f"{path.stem}-{number:03d}.tif")
            page.render(scale=dpi / 72, grayscale=True).to_pil().save(files[-1], dpi=(dpi, dpi))
    return files


def recognised(path: Path) -> list[list[str]]:
    """The words of each page of a searchable PDF."""
    with pdfium.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range().split() for page in document]


@dataclass(frozen=True, slots=True, kw_only=True)
class Errors:
    """Characters that must be changed, added and removed, and how many there should be."""

    wrong: int
    characters: int

    @property
    def rate(self) -> float:
        return self.wrong / max(1, self.characters)

    def __add__(self, other: Errors) -> Errors:
        return Errors(wrong=self.wrong + other.wrong, characters=self.characters + other.characters)


def errors(truth: Iterable[str], found: Iterable[str]) -> Errors:
    """Words that agree are paired first, then the most similar ones; what is left over is all wrong."""
    true = Counter(truth)
    characters = sum(len(word) * count for word, count in true.items())
    read = Counter(found)
    missed, extra = list((true - read).elements()), list((read - true).elements())
    pairs = sorted(
        (Levenshtein.distance(a, b), i, j) for i, a in enumerate(missed) for j, b in enumerate(extra)
    )
    left, right, wrong = set(range(len(missed))), set(range(len(extra))), 0
    for distance, i, j in pairs:
        if i in left and j in right and distance < max(len(missed[i]), len(extra[j])):
            left.remove(i)
            right.remove(j)
            wrong += distance
    wrong += sum(len(missed[i]) for i in left) + sum(len(extra[j]) for j in right)
    return Errors(wrong=wrong, characters=characters)


def _plans(seed: int) -> Iterator[Plan]:
    yield from (plan for plan in random_set(seed, _SOURCES) if plan.container in _SCANNED)


def _sheets(plan: Plan) -> list[Sheet]:
    return draw(plan.documents[0], plan.authority, Random(plan.seed))


def _scanned(plan: Plan) -> Iterator[Truth]:
    rng = Random(plan.seed)
    sides = [Side(sheet=sheet, document=0) for sheet in draw(plan.documents[0], plan.authority, rng)]
    for side in sides:
        image = scan(plan, side, sides, rng)
        yield Truth(image=image, dpi=plan.dpi, words=words(side.sheet), turned=plan.rotation)
