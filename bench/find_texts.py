"""Texts for the search benches: what was printed, and what text recognition makes of it.

The generator's sheets give the printed text without drawing a single picture. `damage` then does to it
what recognition does. Its rates come from real recognition of the generator's own scans, compared with
what was printed: `python -m bench find --scans FOLDER` shows both side by side.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from multiprocessing import Pool
from random import Random

from tests.samples.build import draw
from tests.samples.documents.layouts import LAYOUTS
from tests.samples.sets import random_set
from tests.samples.sheet import Sheet, Stamp, Text

_BLOCK = 50  # documents that share one made-up register
_SAME_LINE = 1.5  # millimetres between baselines

LEVELS = {"none": 0.2, "light": 0.5, "medium": 0.2, "heavy": 0.1}
"""Share of scans by wear, as in the generator's random sets."""

CONFUSED = (
    ("m", "rn"), ("rn", "m"), ("l", "1"), ("l", "I"), ("I", "l"), ("ü", "ii"), ("ü", "u"), ("ä", "a"),
    ("ö", "o"), ("ß", "B"), ("0", "O"), ("O", "0"), ("1", "l"), ("5", "S"), ("8", "B"), ("e", "c"),
    ("h", "b"), ("t", "f"), ("f", "t"), ("n", "u"), ("u", "n"), ("cl", "d"), ("w", "vv"), ("i", "l"),
    (",", "."), (".", ","), ("g", "q"), ("c", "e"), ("r", "t"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """How often recognition goes wrong, by the character (confused, lost) or by the word (the rest)."""

    confused: float
    lost: float
    joined: float
    parted: float


RATES = {
    "none": Rates(confused=0.010, lost=0.002, joined=0.002, parted=0.002),
    "light": Rates(confused=0.010, lost=0.002, joined=0.003, parted=0.002),
    "medium": Rates(confused=0.026, lost=0.006, joined=0.006, parted=0.006),
    "heavy": Rates(confused=0.028, lost=0.007, joined=0.012, parted=0.015),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A document: `printed` is the truth, `read` what the index gets; one text for each page.

    Four of five are filed with a person of the register, the others wait in review.
    """

    id: str
    type: str
    issued: str
    name: str
    level: str
    filed: bool
    printed: tuple[str, ...]
    read: tuple[str, ...]


def samples(count: int, seed: int) -> Iterator[Sample]:
    """`count` documents; the same seed gives the same ones, whatever the number of processors."""
    blocks = -(-count // _BLOCK)
    with Pool(len(os.sched_getaffinity(0))) as pool:
        made = pool.imap(partial(_block, seed), range(blocks))
        for number, sample in zip(range(count), (one for block in made for one in block), strict=False):
            del number
            yield sample


def _block(seed: int, block: int) -> list[Sample]:
    plans = random_set(seed * 100_003 + block, _BLOCK, ("wiesbaden",))
    return [_sample(plan, f"{seed}-{block}-{number}") for number, plan in enumerate(plans)]


def _sample(plan, name: str) -> Sample:  # noqa: ANN001 - tests are not typed
    rng = Random(name)
    (document,) = plan.documents
    printed = tuple(text_of(sheet) for sheet in draw(document, plan.authority, Random(plan.seed)))
    level = rng.choices(list(LEVELS), list(LEVELS.values()))[0]
    return Sample(
        id=name,
        type=LAYOUTS[document.layout].type,
        issued=document.issued.isoformat(),
        name=f"{document.person.given_names} {document.person.family_name}",
        level=level,
        filed=rng.random() < 0.8,
        printed=printed,
        read=tuple(damage(page, RATES[level], rng) for page in printed),
    )


def text_of(sheet: Sheet) -> str:
    """The text of a sheet in lines, from top to bottom and from left to right."""
    placed = [(item.y, item.x, item.text) for item in sheet.items if isinstance(item, Text)]
    placed += [
        (item.y, item.x, line) for item in sheet.items if isinstance(item, Stamp) for line in item.lines
    ]
    placed.sort()
    lines = groupby(placed, key=lambda item: round(item[0] / _SAME_LINE))
    return "\n".join("  ".join(text for _, _, text in sorted(line, key=lambda i: i[1])) for _, line in lines)


def damage(text: str, rates: Rates, rng: Random) -> str:
    """The text as recognition would read it. Each character has its own dice: errors are independent."""
    words = re.split(r"(\s+)", text)
    return "".join(_gap(word, rates, rng) if word.isspace() else _word(word, rates, rng) for word in words)


def _gap(gap: str, rates: Rates, rng: Random) -> str:
    return "" if gap == " " and rng.random() < rates.joined else gap


def _word(word: str, rates: Rates, rng: Random) -> str:
    made: list[str] = []
    place = 0
    while place < len(word):
        old, new = word[place], word[place]
        dice = rng.random()
        if dice < rates.lost:
            new = ""
        elif dice < rates.lost + rates.confused:
            fitting = [pair for pair in CONFUSED if word.startswith(pair[0], place)]
            if fitting:
                old, new = rng.choice(fitting)
        made.append(new)
        place += len(old)
    if len(made) > 3 and rng.random() < rates.parted:
        made.insert(rng.randrange(1, len(made)), " ")
    return "".join(made)


def words_of(pages: Iterable[str]) -> Sequence[str]:
    """Words as they are printed, without the signs around them."""
    return [word for page in pages for word in re.findall(r"[^\W_][\w’'./-]*[^\W_]|[^\W_]", page)]


# -- many documents, quickly -------------------------------------------------------------------

_POOL = 2000
_SYLLABLES = (
    *("ba", "ber", "da", "del", "fa", "ga", "gho", "han", "ib", "ja", "ka", "kar", "la", "lew", "mah"),
    *("mo", "nad", "ov", "pe", "qa", "ra", "sa", "ste", "ta", "tom", "ul", "wa", "yil", "za"),
)


def many(count: int, seed: int) -> Iterator[Sample]:
    """`count` documents of about 2,000 characters: pages of real samples with other names and numbers."""
    pool = list(samples(_POOL, seed))
    for number in range(count):
        rng = Random(f"{seed}/{number}")
        chosen = rng.choices(pool, k=rng.choice((2, 2, 3)))
        family, given = made_up(rng), made_up(rng)
        pages = [_varied("\n".join(one.printed), one.name, f"{given} {family}", rng) for one in chosen]
        yield Sample(
            id=f"{number:08d}",
            type=chosen[0].type,
            issued=chosen[0].issued,
            name=f"{given} {family}",
            level=chosen[0].level,
            filed=chosen[0].filed,
            printed=tuple(pages),
            read=tuple(damage(page, RATES[chosen[0].level], rng) for page in pages),
        )


def made_up(rng: Random) -> str:
    """A name of three syllables: about 27,000 different ones."""
    return "".join(rng.choices(_SYLLABLES, k=3)).title()


def _varied(page: str, old: str, new: str, rng: Random) -> str:
    for before, after in zip(old.split(), new.split(), strict=False):
        page = page.replace(before, after).replace(before.upper(), after.upper())
    return re.sub(r"\d(?=\d)", lambda _: str(rng.randrange(10)), page)
